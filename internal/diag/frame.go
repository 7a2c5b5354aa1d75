package diag

import (
	"fmt"
	"strconv"
	"strings"
)

// frameWidth is how many cells of a line a frame shows: what fits beside its
// line number on a common screen, and more than most lines of a record need.
const frameWidth = 100

// tabWidth is how far apart the columns are that a tab jumps to.
const tabWidth = 4

// frame shows the line of a finding and the one above it, and marks the piece
// that the finding is about:
//
//	3 | title: A win
//	4 | date: 2026-02-30
//	  |       ^^^^^^^^^^
//
// Where only a start is known, or the piece goes on in another line, one caret
// marks the start. A finding about a whole file has no frame.
func (l listing) frame(b *strings.Builder, f Finding) {
	text, ok := l.sources.line(f.Place.File, f.Place.Pos.Line)
	if !ok {
		return
	}
	cells := cellsOf(text)
	from, to := cells.span(f.Place)
	view := cells.around(from, to)

	number := strconv.Itoa(f.Place.Pos.Line)
	row := func(number, text string) string {
		gutter := strings.Repeat(" ", len(strconv.Itoa(f.Place.Pos.Line))-len(number)) + number
		return strings.TrimRight("    "+gutter+" | "+text, " ") + "\n"
	}
	if above, ok := l.sources.line(f.Place.File, f.Place.Pos.Line-1); ok {
		b.WriteString(row(strconv.Itoa(f.Place.Pos.Line-1), view.show(cellsOf(above))))
	}
	b.WriteString(row(number, view.show(cells)))
	carets := strings.Repeat("^", max(1, min(to, view.to)-from))
	b.WriteString(row("", fmt.Sprintf("%*s%s", view.indent(from), "", l.paint.in(colorOf(f.Severity), carets))))
}

// cells is a line as a terminal shows it: one cell for each code point, with the
// column of the screen where it starts. One more stands for the line's end.
type cells []cell

type cell struct {
	text string
	at   int
}

func cellsOf(line string) cells {
	cells := make(cells, 0, len(line)+1)
	var p printer
	at := 0
	for _, r := range line {
		c := cell{p.print(r), at}
		switch {
		case r == '\t':
			c.text = strings.Repeat(" ", tabWidth-at%tabWidth)
			at += len(c.text)
		case c.text == string(r):
			at += width(r)
		default:
			at += len(c.text) // an escape, in ASCII
		}
		cells = append(cells, c)
	}
	return append(cells, cell{"", at})
}

// span returns the columns of the screen from which and up to which the place
// reaches in its first line.
func (c cells) span(p Place) (from, to int) {
	from = c.column(p.Pos.Column)
	if p.End.Line == p.Pos.Line {
		return from, max(from+1, c.column(p.End.Column))
	}
	return from, from + 1
}

func (c cells) column(n int) int { return c[min(max(n, 1), len(c))-1].at }

// view is the part of the screen's columns that a frame shows.
type view struct{ from, to int }

// around returns the part with the span in its middle, or as much of the span
// as fits. A line that fits is shown as a whole.
func (c cells) around(from, to int) view {
	end := c[len(c)-1].at
	if end <= frameWidth {
		return view{0, frameWidth}
	}
	start := max(0, from-max(0, frameWidth-(to-from))/2)
	start = max(0, min(start, end+1-frameWidth))
	return view{start, start + frameWidth}
}

// show returns the part of a line that lies within the view, with "…" for what
// does not.
func (v view) show(c cells) string {
	var b strings.Builder
	if v.from > 0 && c[len(c)-1].at > 0 {
		b.WriteString("…")
	}
	first := true
	for i, cell := range c[:len(c)-1] {
		next := c[i+1].at
		if cell.at < v.from || first && next == cell.at && v.from > 0 {
			continue
		}
		if next > v.to {
			b.WriteString("…")
			break
		}
		if first {
			b.WriteString(strings.Repeat(" ", v.indent(cell.at)-min(v.from, 1)))
			first = false
		}
		b.WriteString(cell.text)
	}
	return b.String()
}

// indent is how far from the left a column of the screen is shown.
func (v view) indent(column int) int { return min(v.from, 1) + column - v.from }
