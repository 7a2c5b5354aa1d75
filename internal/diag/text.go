package diag

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WriteText is the format "text": it prints findings for a person, in a log or a
// file.
//
//	wins/2026-02-15-x.md:4:9: error: "2026-02-30" is not a date: February 2026 has 28 days. [date/invalid]
//	    to mend: Check the day, the month and the year.
//	    did you mean: 2026-02-20
//
// Of each rule it tells MostOfARule findings, and counts the rest. Whatever a
// contributor wrote is made printable first, so that no record can move a
// terminal's cursor or start a workflow command.
func WriteText(w io.Writer, r *Report) error {
	return listing{dir: r.Dir, fixes: true}.write(w, r.Findings)
}

// WriteTerminal prints findings for a person at a terminal: the listing of the
// format "text", with the line of the file under each finding. color asks for
// colours; what they tell can be read without them too.
func WriteTerminal(w io.Writer, r *Report, color bool) error {
	return listing{dir: r.Dir, fixes: true, sources: &sources{text: r.Text}, paint: paint(color)}.write(w, r.Findings)
}

// listing is a way to tell of findings line by line. No line of it can start a
// workflow command, or steer a terminal.
type listing struct {
	dir     string   // of the tracker: see Report.Dir
	fixes   bool     // say where --fix helps
	sources *sources // show the lines of files, unless nil
	paint   paint
}

const fixMarker = "(smallwins check --fix does this)"

// write tells of the findings as far as Capped shows them. What is left out
// stands at the end, where the eye is when a long listing has run past.
func (l listing) write(w io.Writer, findings []Finding) error {
	var b strings.Builder
	shown, more := Capped(findings, MostOfARule)
	for _, f := range shown {
		l.finding(&b, f)
	}
	for _, m := range more {
		b.WriteString(m.String() + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (l listing) finding(b *strings.Builder, f Finding) {
	severity := f.Severity.String()
	fmt.Fprintf(b, "%s: %s: %s [%s]\n",
		l.paint.in(bold, f.Place.in(l.dir).String()), l.paint.in(colorOf(f.Severity), severity), Printable(f.Message), Printable(f.Rule))
	if l.sources != nil {
		l.frame(b, f)
	}
	for _, line := range append(f.help(l.fixes), f.see(l.dir)...) {
		b.WriteString("    " + line + "\n")
	}
}

// help returns the lines below a finding's message: how to mend it, what could
// stand there instead, and, if asked for, whether --fix does it.
func (f Finding) help(fixes bool) (lines []string) {
	if f.Mend != "" {
		lines = append(lines, "to mend: "+Printable(f.Mend))
	}
	if f.Suggestion != "" {
		lines = append(lines, "did you mean: "+Printable(f.Suggestion))
	}
	if fixes && len(f.Fix) > 0 {
		if len(lines) == 0 {
			lines = append(lines, "to mend: run smallwins check --fix")
		} else {
			lines[len(lines)-1] += " " + fixMarker
		}
	}
	return lines
}

// see returns a line for each other place that helps to understand a finding of
// the tracker in dir.
func (f Finding) see(dir string) (lines []string) {
	for _, r := range f.Related {
		lines = append(lines, "see "+r.Place.in(dir).String()+": "+Printable(r.Message))
	}
	return lines
}

// String renders a place the way that editors and terminals link it. It never
// begins with what a workflow command begins with: a file whose name does not
// start like a name is reached by way of its folder, "./".
func (p Place) String() string {
	file := Printable(p.File)
	if r, _ := utf8.DecodeRuneInString(file); file != "" && !unicode.In(r, unicode.L, unicode.N) && !strings.ContainsRune(`._-/\`, r) {
		file = "./" + file
	}
	if p.Pos.IsZero() {
		return file
	}
	return file + ":" + strconv.Itoa(p.Pos.Line) + ":" + strconv.Itoa(p.Pos.Column)
}
