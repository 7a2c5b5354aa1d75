package diag

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Edit puts Text in the place of what stands from Place.Pos up to Place.End;
// where the two are the same it only inserts.
type Edit struct {
	Place Place
	Text  string
}

// ErrNoPlace says that an edit points at a place which its file does not have.
var ErrNoPlace = errors.New("the edit lies outside of the file")

// Fixes returns the edits of all findings by file, each file's in its order.
// Where two findings would change the same place the first of them wins, and
// the second is left to another run; a finding's edits come together or not at
// all. The order of the findings is that of Sort.
func Fixes(findings []Finding) map[string][]Edit {
	fixes := map[string][]Edit{}
	for _, f := range findings {
		if slices.ContainsFunc(f.Fix, func(e Edit) bool {
			return slices.ContainsFunc(fixes[e.Place.File], e.meets)
		}) {
			continue
		}
		for _, e := range f.Fix {
			fixes[e.Place.File] = append(fixes[e.Place.File], e)
		}
	}
	for _, edits := range fixes {
		slices.SortStableFunc(edits, func(a, b Edit) int { return a.Place.Pos.Compare(b.Place.Pos) })
	}
	return fixes
}

// meets reports whether two edits of one file touch the same text.
func (e Edit) meets(other Edit) bool {
	if e.Place.Pos == other.Place.Pos {
		return true
	}
	return e.Place.Pos.Compare(other.end()) < 0 && other.Place.Pos.Compare(e.end()) < 0
}

// end is the first position behind what the edit replaces.
func (e Edit) end() Pos { return cmp.Or(e.Place.End, e.Place.Pos) }

// Apply carries out edits, all of one file and in its order, on the bytes of
// that file. What no edit names stays as it is to the byte: a byte order mark,
// the ends of lines, whatever is no valid text.
func Apply(data []byte, edits []Edit) ([]byte, error) {
	lines := lineStarts(data)
	var out []byte
	done := 0
	for _, e := range edits {
		from, ok := lines.offset(data, e.Place.Pos)
		to, ok2 := lines.offset(data, e.end())
		if !ok || !ok2 || from < done || to < from {
			return nil, fmt.Errorf("%s: %w", e.Place, ErrNoPlace)
		}
		text := e.Text
		if lines.crlf {
			text = strings.ReplaceAll(text, "\n", "\r\n")
		}
		out = append(append(out, data[done:from]...), text...)
		done = to
	}
	return append(out, data[done:]...), nil
}

// lines knows where the lines of a file start, behind a byte order mark.
type lines struct {
	starts []int
	crlf   bool // the first line ends with a carriage return
}

func lineStarts(data []byte) lines {
	l := lines{starts: []int{0}}
	if strings.HasPrefix(string(data[:min(3, len(data))]), "\uFEFF") {
		l.starts[0] = len("\uFEFF")
	}
	for i, c := range data {
		if c == '\n' {
			if len(l.starts) == 1 {
				l.crlf = i > 0 && data[i-1] == '\r'
			}
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// offset returns where in the file a place lies. A broken byte counts as one
// code point, as it does for the loader.
func (l lines) offset(data []byte, p Pos) (int, bool) {
	if p.Line < 1 || p.Line > len(l.starts) || p.Column < 1 {
		return 0, false
	}
	at := l.starts[p.Line-1]
	for range p.Column - 1 {
		if at >= len(data) || data[at] == '\n' {
			return 0, false
		}
		_, n := utf8.DecodeRune(data[at:])
		at += n
	}
	return at, true
}
