package diag

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// WriteText prints findings for a person at a terminal or in a log:
//
//	wins/2026-02-15-x.md:4:9: error: "2026-02-30" is not a date: February 2026 has 28 days [win/date-invalid]
//	    to mend: write the day as YYYY-MM-DD, for example 2026-02-28
//	    did you mean: 2026-02-28
//
// Whatever a contributor wrote is made printable first, so that no record can
// move a terminal's cursor or start a workflow command.
func WriteText(w io.Writer, fs []Finding) error {
	var b strings.Builder
	for _, f := range fs {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", f.Place, f.Severity, Printable(f.Message), f.Rule)
		if f.Mend != "" {
			fmt.Fprintf(&b, "    to mend: %s\n", Printable(f.Mend))
		}
		if f.Suggestion != "" {
			fmt.Fprintf(&b, "    did you mean: %s\n", Printable(f.Suggestion))
		}
		for _, r := range f.Related {
			fmt.Fprintf(&b, "    see %s: %s\n", r.Place, Printable(r.Message))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// String renders a place the way that editors and terminals link it.
func (p Place) String() string {
	file := Printable(p.File)
	if p.Pos.IsZero() {
		return file
	}
	return file + ":" + strconv.Itoa(p.Pos.Line) + ":" + strconv.Itoa(p.Pos.Column)
}

// Printable returns s on one line with every control, direction-changing or
// otherwise invisible character written as an escape.
func Printable(s string) string {
	plain := true
	for _, r := range s {
		if !printable(r) {
			plain = false
			break
		}
	}
	if plain {
		return strings.ReplaceAll(s, "##[", `#\#[`)
	}
	var b strings.Builder
	for _, r := range s {
		if printable(r) {
			b.WriteRune(r)
			continue
		}
		q := strconv.QuoteRune(r)
		b.WriteString(q[1 : len(q)-1])
	}
	return strings.ReplaceAll(b.String(), "##[", `#\#[`)
}

func printable(r rune) bool {
	return r == ' ' || unicode.IsPrint(r) && r != unicode.ReplacementChar
}
