package check

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// own is a text in its author's own words. Flat has the lines of a paragraph
// on one line, for finding words that a line break would hide.
type own struct {
	source string // as it was written, or "" where that is not known
	lines  string // without what is quoted, line by line
	flat   string // the same, byte for byte but for line breaks within a paragraph
}

// quotation is what stands in marks, and so in somebody else's words.
var quotation = regexp.MustCompile(`"[^"\n]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»`)

// ownWords returns a text without what its author quotes: blocks that begin
// with ">", and what stands in quotation marks. Anyone may be quoted as saying
// anything.
func ownWords(text tracker.Prose) own {
	o := own{source: text.Source, lines: text.Source}
	if o.source == "" {
		o.lines = text.Text
	}
	if strings.ContainsAny(o.lines, ">\"“„«") {
		o.lines = unquoted(o.lines)
	}
	o.flat = flat(o.lines)
	return o
}

func unquoted(source string) string {
	var b strings.Builder
	quote := false
	for line := range strings.Lines(source) {
		switch trimmed := strings.TrimSpace(line); {
		case strings.HasPrefix(trimmed, ">"):
			quote = true
		case trimmed == "":
			quote = false
		}
		switch {
		case !quote:
			b.WriteString(line)
		case strings.HasSuffix(line, "\n"):
			b.WriteByte('\n')
		}
	}
	return quotation.ReplaceAllStringFunc(b.String(), func(quote string) string {
		return "…" + strings.Repeat("\n", strings.Count(quote, "\n"))
	})
}

// block is what begins a line that does not go on with the one above.
var block = regexp.MustCompile(`^\s*(?:$|[#>|]|[-*+]\s|\d+[.)]\s)`)

func flat(text string) string {
	b := []byte(text)
	for i, c := range b {
		if c != '\n' {
			continue
		}
		next, _, _ := strings.Cut(text[i+1:], "\n")
		if i > 0 && text[i-1] != '\n' && !block.MatchString(next) {
			b[i] = ' '
		}
	}
	return string(b)
}

// place returns where a word of the text stands, which is at the given offset of
// flat. Where its line is not known for certain, that is the place of the field:
// the loader says of few texts where they end.
func (t *own) place(o *tracker.Origin, key, word string, at int) diag.Place {
	field := o.At(key)
	stands := field
	if o.Wrote(key + ".text") {
		stands = o.At(key + ".text")
	}
	lines := strings.Split(t.source, "\n")
	if t.source == "" || stands.End.IsZero() || stands.End.Line-stands.Pos.Line != len(lines)-1 {
		return field
	}
	n := strings.Count(t.lines[:at], "\n")
	line, column := lines[n], 1
	if n == 0 {
		column = stands.Pos.Column
	}
	if len(lines) == 1 {
		switch stands.End.Column - column - utf8.RuneCountInString(line) {
		case 0:
		case 2: // quotation marks
			column++
		default:
			return field
		}
	}
	if i := strings.Index(line, word); i >= 0 && strings.Count(line, word) == 1 {
		column, line = column+utf8.RuneCountInString(line[:i]), word
	}
	start := diag.Pos{Line: stands.Pos.Line + n, Column: column}
	return diag.Place{File: o.File, Pos: start, End: diag.Pos{Line: start.Line, Column: column + utf8.RuneCountInString(line)}}
}
