package content

import (
	"fmt"
	"io/fs"
	"reflect"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// record is what came of one candidate: a win, an intake, or neither.
type record struct {
	win      *tracker.Win
	intake   *tracker.Intake
	findings []diag.Finding
}

// recordReader reads records; it is safe for concurrent use.
type recordReader struct {
	fsys          fs.FS
	pages         pages
	wins, intakes *headings
	team          *teamNames
}

func newRecordReader(fsys fs.FS, records []candidate, labels map[string]string) *recordReader {
	return &recordReader{
		fsys: fsys, pages: newPages(records),
		wins: newHeadings(tracker.WinFields, labels), intakes: newHeadings(tracker.IntakeFields, labels),
		team: newTeamNames(labels),
	}
}

// read never panics: a file that trips a fault of this program or its
// libraries is a finding, and the others are read all the same.
func (r *recordReader) read(c candidate) (rec record, err error) {
	if !c.named {
		return record{}, nil
	}
	defer func() {
		if fault := recover(); fault != nil {
			rec = record{findings: []diag.Finding{unreadable.At(diag.Place{File: c.file}, "This file could not be read: "+quote(fmt.Sprint(fault))+".", "")}}
		}
	}()
	s, ok, err := open(r.fsys, c.file, maxRecord)
	if err != nil {
		return record{}, err
	}
	if ok {
		rec = r.parse(s, c)
	}
	rec.findings = s.all()
	return rec, nil
}

func (r *recordReader) parse(s *source, c candidate) record {
	front, body, ok := s.frontMatter()
	if !ok {
		return record{}
	}
	top, ok := s.mapping(front, 2, maxValues)
	if !ok {
		return record{}
	}
	d := &decoder{source: s, prose: &typesetter{source: s, pages: r.pages}, team: r.team}
	b := &bodyReader{decoder: d, body: s.text[body:], base: body, written: map[string]written{}}
	var rec record
	if c.kind == tracker.KindWin {
		win := &tracker.Win{ID: c.id, Origin: tracker.NewOrigin(c.file)}
		rec.win, b.fields = win, tracker.WinFields
		d.origin, d.more = &win.Origin, &win.More
		b.into, b.headings = reflect.ValueOf(win).Elem(), r.wins
	} else {
		intake := &tracker.Intake{ID: c.id, Origin: tracker.NewOrigin(c.file)}
		rec.intake, b.fields = intake, tracker.IntakeFields
		d.origin, d.more = &intake.Origin, &intake.More
		b.into, b.headings = reflect.ValueOf(intake).Elem(), r.intakes
	}
	d.object(top, b.fields, b.into, "")
	b.read()
	return rec
}
