package content

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"

	"smallwins/internal/diag"

	"smallwins/internal/tracker"
)

// htmlWriter writes blocks of Markdown as HTML and, in the same walk, as plain
// text. The HTML has no ids, styles or inputs, only images of the tracker, headings from level 3 on
// without a gap, and nothing empty that a screen reader would stumble over.
type htmlWriter struct {
	*typesetter
	md     []byte
	locate func(offset int) diag.Pos
	html   strings.Builder
	text   strings.Builder
	levels []int // of the headings that the current place is under, as written
	inLink bool
	tagged bool // HTML was reported
	full   bool // the limit was met; nothing more is written
}

func (w *htmlWriter) raw(s string) {
	if w.full = w.full || w.html.Len()+len(s) > maxHTML; !w.full {
		w.html.WriteString(s)
	}
}

// words writes text to both.
func (w *htmlWriter) words(s string) {
	w.raw(escapeText(s))
	w.plain(s)
}

// plain writes to the plain text, where any space is one space.
func (w *htmlWriter) plain(s string) {
	if w.full {
		return
	}
	for s != "" {
		n := strings.IndexFunc(s, unicode.IsSpace)
		if n < 0 {
			w.text.WriteString(s)
			return
		}
		w.text.WriteString(s[:n])
		w.gap()
		s = strings.TrimLeftFunc(s[n:], unicode.IsSpace)
	}
}

// gap separates words in the plain text.
func (w *htmlWriter) gap() {
	if n := w.text.Len(); n > 0 && w.text.String()[n-1] != ' ' {
		w.text.WriteByte(' ')
	}
}

func (w *htmlWriter) place(n ast.Node) diag.Place {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == ast.KindDocument {
			break
		}
		if p := n.Pos(); p >= 0 {
			return w.at(w.locate(p))
		}
	}
	return w.at(w.locate(0))
}

func (w *htmlWriter) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil && !w.full; c = c.NextSibling() {
		w.block(c)
	}
}

// element writes a block's children between tags.
func (w *htmlWriter) element(n ast.Node, open, close string) {
	w.raw(open)
	w.blocks(n)
	w.raw(close)
}

func (w *htmlWriter) block(n ast.Node) {
	if w.full {
		return
	}
	w.gap()
	switch n := n.(type) {
	case *ast.Paragraph:
		w.raw("<p>")
		w.inlines(n)
		w.raw("</p>\n")
	case *ast.TextBlock:
		w.inlines(n)
	case *ast.Heading:
		w.heading(n)
	case *ast.ThematicBreak:
		w.raw("<hr>\n")
	case *ast.CodeBlock:
		w.code(n)
	case *ast.FencedCodeBlock:
		w.code(n)
	case *ast.HTMLBlock:
		w.htmlBlock(n)
	case *ast.Blockquote:
		w.element(n, "<blockquote>\n", "</blockquote>\n")
	case *ast.List:
		switch {
		case !n.IsOrdered():
			w.element(n, "<ul>\n", "</ul>\n")
		case n.Start == 1:
			w.element(n, "<ol>\n", "</ol>\n")
		default:
			w.element(n, `<ol start="`+strconv.Itoa(n.Start)+"\">\n", "</ol>\n")
		}
	case *ast.ListItem:
		w.element(n, "<li>", "</li>\n")
	case *xast.Table:
		w.table(n)
	}
	w.gap()
}

// heading keeps the outline without gaps: the page's own headings end at
// level 2, whatever level the author began with.
func (w *htmlWriter) heading(n *ast.Heading) {
	if n.FirstChild() == nil {
		return
	}
	for len(w.levels) > 0 && w.levels[len(w.levels)-1] >= n.Level {
		w.levels = w.levels[:len(w.levels)-1]
	}
	w.levels = append(w.levels, n.Level)
	level := strconv.Itoa(min(2+len(w.levels), 6))
	w.raw("<h" + level + ">")
	w.inlines(n)
	w.raw("</h" + level + ">\n")
}

// code can be reached by keyboard, since long lines scroll.
func (w *htmlWriter) code(n ast.Node) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(w.md))
	}
	if strings.TrimSpace(b.String()) == "" {
		return
	}
	w.raw(`<pre tabindex="0"><code>`)
	w.words(b.String())
	w.raw("</code></pre>\n")
}

func (w *htmlWriter) htmlBlock(n *ast.HTMLBlock) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(w.md))
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(w.md))
	}
	rest, open := withoutComments(b.String())
	if open {
		w.report(rawHTML.At(w.place(n), "A comment begins here and is never closed: everything below it is hidden.", `Close the comment with "-->".`))
	}
	if rest = strings.TrimSpace(rest); rest == "" {
		return
	}
	w.reportHTML(n, rest)
	w.raw("<p>")
	w.words(rest)
	w.raw("</p>\n")
}

// withoutComments takes HTML comments out: what an author notes there is not
// meant to be read. open says that the last one has no end.
func withoutComments(s string) (rest string, open bool) {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "<!--")
		b.WriteString(before)
		if !found {
			return b.String(), false
		}
		if _, s, found = strings.Cut(after, "-->"); !found {
			return b.String(), true
		}
	}
}

// table lets a wide table scroll on its own, by keyboard too.
func (w *htmlWriter) table(n *xast.Table) {
	w.raw(`<div class="table-scroll" role="region" tabindex="0" aria-label="` + escapeAttribute(w.tableName(n)) + "\">\n<table>\n")
	body := false
	for row := n.FirstChild(); row != nil && !w.full; row = row.NextSibling() {
		_, head := row.(*xast.TableHeader)
		switch {
		case head:
			w.raw("<thead>\n")
		case !body:
			body = true
			w.raw("<tbody>\n")
		}
		w.raw("<tr>")
		for c := row.FirstChild(); c != nil && !w.full; c = c.NextSibling() {
			w.cell(c.(*xast.TableCell), head)
		}
		w.raw("</tr>\n")
		if head {
			w.raw("</thead>\n")
		}
	}
	if body {
		w.raw("</tbody>\n")
	}
	w.raw("</table>\n</div>\n")
}

// tableName tells the tables of a page apart for those who hear it.
func (w *htmlWriter) tableName(n *xast.Table) string {
	var heads []string
	if row := n.FirstChild(); row != nil {
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			if s := plainOf(c, w.md); s != "" {
				heads = append(heads, s)
			}
		}
	}
	name := strings.Join(heads, ", ")
	switch r := []rune(name); {
	case name == "":
		return tracker.TableMark
	case len(r) > 80:
		name = string(r[:79]) + "…"
	}
	return tracker.TableMark + ": " + name
}

func (w *htmlWriter) cell(n *xast.TableCell, head bool) {
	open, end := "<td", "</td>"
	if head && n.FirstChild() != nil {
		open, end = `<th scope="col"`, "</th>" // an empty header names nothing
	}
	switch n.Alignment {
	case xast.AlignRight:
		open += ` class="align-right"`
	case xast.AlignCenter:
		open += ` class="align-center"`
	}
	w.raw(open + ">")
	w.gap()
	w.inlines(n)
	w.gap()
	w.raw(end)
}
