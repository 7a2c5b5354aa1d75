package diag

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// GitHub shows ten annotations of a severity for each step of a job, and cuts a
// message behind 4,096 UTF-16 code units. A text never has more of those than
// bytes, so a limit in bytes is on the safe side.
const (
	annotationsMost = 10
	annotationBytes = 4000
)

// writeGitHub is the format "github". The log has all findings, none left out,
// for the annotations are few. They come last: GitHub opens a log at its end.
func writeGitHub(w io.Writer, r *Report) error {
	var b strings.Builder
	for _, f := range r.Findings {
		listing{dir: r.Dir, fixes: true}.finding(&b, f)
	}
	for _, severity := range []Severity{Error, Warning, Hint} {
		r.annotate(&b, severity)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// annotate writes the annotations of one severity.
func (r *Report) annotate(b *strings.Builder, severity Severity) {
	var of []Finding
	for _, f := range r.Findings {
		if f.Severity == severity {
			of = append(of, f)
		}
	}
	shown := of
	if len(of) > annotationsMost {
		shown = of[:annotationsMost-1]
	}
	for _, f := range shown {
		lines := append([]string{Printable(f.Message)}, f.help(true)...)
		command(b, severity, r.properties(f), strings.Join(lines, "\n"))
	}
	if left := len(of) - len(shown); left > 0 {
		command(b, severity, []property{{"title", "smallwins"}},
			counted(left, "more "+severity.String())+"; the job summary and the log have all of them")
	}
}

// property is a name and a value in a workflow command.
type property struct{ name, value string }

// properties says where a finding is. GitHub takes columns within one line only.
// It documents that endColumn is the column where an annotation ends, and that
// it is that of the start where it is not given: a piece of one character ends
// on the column on which it starts. So it is the last column of the piece, one
// less than that of End.
func (r *Report) properties(f Finding) (all []property) {
	set := func(name string, n int) { all = append(all, property{name, strconv.Itoa(n)}) }
	if f.Place.File != "" {
		all = append(all, property{"file", Printable(r.path(f.Place.File))})
		set("line", max(1, f.Place.Pos.Line))
	}
	pos, end := f.Place.Pos, f.Place.End
	if end.Line > pos.Line && !pos.IsZero() {
		set("endLine", end.Line)
	} else if pos.Column > 0 {
		set("endLine", pos.Line)
		set("col", pos.Column)
		if end.Column > pos.Column && end.Line == pos.Line {
			set("endColumn", end.Column-1)
		}
	}
	return append(all, property{"title", Printable(f.Rule)})
}

// command writes a workflow command: the one place where lines begin with "::".
func command(b *strings.Builder, severity Severity, properties []property, message string) {
	name := severity.String()
	if severity == Hint {
		name = "notice"
	}
	b.WriteString("::" + name)
	for i, p := range properties {
		b.WriteByte(" ,"[min(i, 1)])
		b.WriteString(p.name + "=" + escapeProperty.Replace(p.value))
	}
	fmt.Fprintf(b, "::%s\n", escapeData.Replace(cut(message, annotationBytes)))
}

// The escapes of workflow commands. A Replacer goes over the text once, so that
// the "%" of an escape is not escaped again.
var (
	escapeData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// cut returns s, or as much of it as fits into a number of bytes, with "…" for
// the rest.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	most -= len("…")
	for !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most] + "…"
}
