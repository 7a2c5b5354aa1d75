package content

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

func (w *htmlWriter) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil && !w.full; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *htmlWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.spacedNames(n)
		w.words(w.decoded(n))
		switch {
		case n.HardLineBreak():
			w.raw("<br>\n")
			w.gap()
		case n.SoftLineBreak():
			w.raw("\n")
			w.gap()
		}
	case *ast.String:
		w.words(string(n.Value))
	case *ast.CodeSpan:
		w.raw("<code>")
		w.words(codeOf(n, w.md))
		w.raw("</code>")
	case *ast.Emphasis:
		if n.Level >= 2 {
			w.around(n, "strong")
		} else {
			w.around(n, "em")
		}
	case *xast.Strikethrough:
		w.around(n, "del")
	case *xast.TaskCheckBox:
		if n.IsChecked {
			w.raw("☑ ")
		} else {
			w.raw("☐ ")
		}
	case *ast.Link:
		w.anchor(n, destination(n.Destination), plainOf(n, w.md), func() { w.inlines(n) })
	case *ast.AutoLink:
		label := string(n.Label(w.md))
		address := string(n.URL(w.md))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(address), "mailto:") {
			address = "mailto:" + address
		}
		w.anchor(n, address, label, func() { w.words(label) })
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	}
}

// destination decodes as much of an address as it takes to see that it is too
// long: many links may share one definition.
func destination(raw []byte) string {
	return decodeText(raw[:min(len(raw), 4*maxAddress)])
}

func (w *htmlWriter) around(n ast.Node, name string) {
	w.raw("<" + name + ">")
	w.inlines(n)
	w.raw("</" + name + ">")
}

// decoded returns the text of a node, and reports what a character reference
// put into it that no file may hold.
func (w *htmlWriter) decoded(n *ast.Text) string {
	segment := n.Segment.Value(w.md)
	if n.IsRaw() {
		return string(segment)
	}
	s := decodeText(segment)
	if len(s) == len(segment) {
		return s
	}
	if i := strings.IndexFunc(s, refused); i >= 0 {
		r, _ := utf8.DecodeRuneInString(s[i:])
		w.report(controlCharacter.At(w.place(n), "A character reference stands for "+nameOf(r)+".", "Remove it."))
		return withoutRefused(s)
	}
	return s
}

// anchor writes a link, or what it says where it may lead nowhere. text is
// what it says, without markup.
func (w *htmlWriter) anchor(n ast.Node, address, text string, inside func()) {
	if w.inLink {
		inside()
		return
	}
	to, ok := w.link(address, w.place(n))
	if ok {
		href, rel := to.href, ` rel="noopener noreferrer"`
		if strings.HasPrefix(href, tracker.RootMark) || !strings.HasPrefix(scheme(href), "http") {
			rel = ""
		}
		w.raw(`<a href="` + escapeAttribute(href) + `"` + rel + ">")
		w.inLink = true
	}
	if strings.TrimSpace(text) == "" {
		inside()                         // there may be a picture
		w.words(withoutRefused(address)) // a link without words cannot be heard
	} else {
		inside()
	}
	if ok {
		if to.file != nil {
			w.raw(" (" + escapeText(to.file.About()) + ")")
		}
		w.raw("</a>")
		w.inLink = false
	}
}

// image writes an image that lies in the tracker. For any other it writes what
// the image would have shown: a link to it where it lies on the web, or its
// description.
func (w *htmlWriter) image(n *ast.Image) {
	address, alt, place := destination(n.Destination), plainOf(n, w.md), w.place(n)
	instead := func() {
		text := alt
		if text == "" {
			text = withoutRefused(address)
		}
		w.anchor(n, address, text, func() { w.words(text) })
	}
	if s := scheme(address); (s == "http" || s == "https") && refusal(address) == "" {
		w.report(image.At(place, "The image "+quote(address)+" lies on another server; a link to it is shown instead.", ""))
		instead()
		return
	} else if s == "" && refusal(address) == "" {
		a, ok := w.attachment(address, place)
		switch {
		case a != nil && a.IsImage():
			w.picture(a, alt, place)
			return
		case a != nil:
			w.report(image.At(place, "A page cannot show "+quote(address)+", which is no picture; a link to it is shown instead.", `Take the "!" before the brackets away.`))
			instead()
			return
		case ok:
			w.words(alt)
			return
		}
	}
	w.report(image.At(place, "The image "+quote(address)+" is not published; its description is shown instead.", ""))
	w.words(alt)
}

// picture writes an image. Its size keeps the text in place while it loads.
func (w *htmlWriter) picture(a *tracker.Attachment, alt string, place diag.Place) {
	switch name := path.Base(a.File); {
	case alt == "":
		w.report(imageAlt.At(place, "The picture "+quote(name)+" does not say what it shows.", ""))
	case strings.EqualFold(alt, name) || strings.EqualFold(alt, strings.TrimSuffix(name, path.Ext(name))):
		w.report(imageAlt.At(place, "The picture "+quote(name)+" says its file's name in place of what it shows.", ""))
	case saysNothing(alt):
		w.report(imageAlt.At(place, quote(alt)+" does not say what the picture "+quote(name)+" shows.", ""))
	}
	w.raw(fmt.Sprintf(`<img src="%s" alt="%s" width="%d" height="%d" loading="lazy" decoding="async">`,
		escapeAttribute(a.Address()), escapeAttribute(alt), a.Width, a.Height))
	w.plain(alt)
}

func (w *htmlWriter) rawHTML(n *ast.RawHTML) {
	var b strings.Builder
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		b.Write(segment.Value(w.md))
	}
	rest, _ := withoutComments(b.String())
	if !strings.HasPrefix(rest, "</") || !w.tagged {
		w.reportHTML(n, rest)
	}
	w.words(rest)
}

// reportHTML reports HTML once for each opening tag; its closing tag is part
// of the same slip.
func (w *htmlWriter) reportHTML(n ast.Node, text string) {
	if strings.Contains(text, "<") {
		w.tagged = true
		mend := ""
		if strings.Contains(strings.ToLower(text), "<img") { // as forges write what is dropped into them
			mend = "Put the picture beside the record and write ![what it shows](name.jpg)."
		}
		w.report(rawHTML.At(w.place(n), quote(text)+" is HTML; it is shown as plain text.", mend))
	}
}

// codeOf returns the text of a code span, its line breaks as spaces.
func codeOf(n *ast.CodeSpan, md []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(md))
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// plainOf returns the text of a node on one line, without markup.
func plainOf(n ast.Node, md []byte) string {
	var b strings.Builder
	var walk func(n ast.Node)
	walk = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				if c.IsRaw() {
					b.Write(c.Segment.Value(md))
				} else {
					b.WriteString(decodeText(c.Segment.Value(md)))
				}
				if c.SoftLineBreak() || c.HardLineBreak() {
					b.WriteByte(' ')
				}
			case *ast.String:
				b.Write(c.Value)
			case *ast.CodeSpan:
				b.WriteString(codeOf(c, md))
			case *ast.AutoLink:
				b.Write(c.Label(md))
			case *ast.RawHTML:
			default:
				walk(c)
			}
		}
	}
	walk(n)
	return oneLine(withoutRefused(b.String()))
}

// withoutRefused drops what a character reference put into a text that no file
// may hold; htmlWriter.decoded reports it.
func withoutRefused(s string) string {
	return strings.Map(func(r rune) rune {
		if refused(r) {
			return -1
		}
		return r
	}, s)
}
