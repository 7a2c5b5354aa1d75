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

	source *source    // where there are links to settle
	linked []string   // see typesetter
	unsure []promised // see typesetter
}

// recordReader reads records; it is safe for concurrent use.
type recordReader struct {
	fsys          fs.FS
	pages         pages
	attachments   *attachments
	wins, intakes *headings
	team          *teamNames
	limits        limits
}

func newRecordReader(fsys fs.FS, tree *tree, labels map[string]string) *recordReader {
	return &recordReader{
		fsys: fsys, pages: newPages(tree.records), attachments: newAttachments(fsys, tree.others, tree.links),
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
	s, ok, err := open(r.fsys, c.file, r.limits.record)
	if err != nil {
		return record{}, err
	}
	if ok {
		rec = r.parse(s, c)
	}
	if len(rec.unsure) > 0 {
		rec.source = s // which settle completes
		return rec, nil
	}
	rec.findings = s.all()
	return rec, nil
}

func (r *recordReader) parse(s *source, c candidate) record {
	front, body, ok := s.frontMatter(r.limits.frontMatter)
	if !ok {
		return record{}
	}
	top, ok := s.mapping(front, 2, r.limits.values)
	if !ok {
		return record{}
	}
	d := &decoder{source: s, prose: &typesetter{source: s, pages: r.pages, attachments: r.attachments}, team: r.team}
	b := &bodyReader{decoder: d, body: s.text[body:], base: body, written: map[string]written{}}
	var rec record
	if c.kind == tracker.KindWin {
		win := &tracker.Win{ID: c.id, Origin: tracker.NewOrigin(c.file)}
		rec.win, b.fields = win, tracker.WinFields
		d.origin, d.more = &win.Origin, &win.More
		d.others, d.othersName = tracker.IntakeFields, "requests"
		b.into, b.headings, b.others = reflect.ValueOf(win).Elem(), r.wins, r.intakes
	} else {
		intake := &tracker.Intake{ID: c.id, Origin: tracker.NewOrigin(c.file)}
		rec.intake, b.fields = intake, tracker.IntakeFields
		d.origin, d.more = &intake.Origin, &intake.More
		d.others, d.othersName = tracker.WinFields, "wins"
		b.into, b.headings, b.others = reflect.ValueOf(intake).Elem(), r.intakes, r.wins
	}
	d.inBody = b.hasHeading
	d.object(top, b.fields, b.into, "")
	b.read()
	if !rec.misplaced() {
		for _, f := range d.strangers {
			s.report(f)
		}
	}
	if rec.win != nil {
		s.checkAliases(rec.win.Aliases, d.origin)
	} else {
		s.checkAliases(rec.intake.Aliases, d.origin)
	}
	rec.linked, rec.unsure = d.prose.linked, d.prose.unsure
	return rec
}
