package content

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// markdown reads CommonMark with tables, strikethrough, task lists and bare
// addresses. Attributes and automatic ids stay off: authors could set styles
// and ids of the page with them. It is safe for concurrent use.
var markdown = goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()

// typesetter turns the Markdown of one file into safe HTML. It writes the HTML
// itself, node by node, so that nothing gets out that is not written here.
type typesetter struct {
	*source
	pages       pages
	attachments *attachments
	linked      []string   // files that the record links to, if they can be published or not
	unsure      []promised // links that more has to be known about
}

// value sets a text of the front matter.
func (t *typesetter) value(n *yaml.Node) tracker.Prose {
	source := n.Value
	if isPlain(source) {
		line := oneLine(source)
		if line == "" {
			return tracker.Prose{}
		}
		return tracker.Prose{Source: line, HTML: "<p>" + escapeText(line) + "</p>\n", Text: line}
	}
	pos := func(offset int) diag.Pos {
		if n.Style&yaml.LiteralStyle == 0 {
			return posOf(n)
		}
		return diag.Pos{Line: n.Line + 1 + strings.Count(source[:min(offset, len(source))], "\n"), Column: 1}
	}
	if t.tooCostly(source, pos) {
		return tracker.Prose{}
	}
	md := []byte(source)
	doc := markdown.Parse(text.NewReader(md))
	p, _ := t.set(md, children(doc), pos)
	p.Source = trimBlank(source)
	return p
}

// trimBlank takes blank lines off both ends of a text. The indentation of its
// first line stays: it may be that of code.
func trimBlank(s string) string {
	for {
		line, rest, more := strings.Cut(s, "\n")
		if !more || strings.Trim(line, " \t") != "" {
			return strings.TrimRight(s, " \t\n")
		}
		s = rest
	}
}

// isPlain reports whether a text is one paragraph without any Markdown, as most
// values of the front matter are.
func isPlain(s string) bool {
	s = strings.TrimRight(s, "\n")
	if s == "" {
		return true
	}
	if strings.ContainsAny(s, "\n\\`*_[]<>&~|@#\t") || strings.Contains(s, "://") || strings.Contains(s, "www.") {
		return false
	}
	switch c := s[0]; {
	case c == '-' || c == '+' || c == '=' || c == ' ' || '0' <= c && c <= '9':
		return false
	}
	return true
}

func children(n ast.Node) []ast.Node {
	var nodes []ast.Node
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		nodes = append(nodes, c)
	}
	return nodes
}

// set turns blocks of one Markdown text into prose; pos finds the place of an
// offset in it. Source is left to the caller. ok is false, with a finding, where
// the text is too long to be shown.
func (t *typesetter) set(md []byte, blocks []ast.Node, pos func(offset int) diag.Pos) (p tracker.Prose, ok bool) {
	w := &htmlWriter{typesetter: t, md: md, locate: pos}
	for _, b := range blocks {
		w.block(b)
	}
	if w.full {
		at := pos(0)
		if len(blocks) > 0 {
			at = pos(max(0, blocks[0].Pos()))
		}
		t.report(proseLimit.At(t.at(at), "This text grows to more than "+size(maxHTML)+" of HTML.", ""))
		return tracker.Prose{}, false
	}
	p = tracker.Prose{HTML: w.html.String(), Text: strings.TrimRight(w.text.String(), " ")}
	if p.Text == "" && !strings.Contains(p.HTML, "<img ") {
		return tracker.Prose{}, true // a rule, or spaces that do not break, say nothing
	}
	return p, true
}

// escapeText makes text safe between tags.
func escapeText(s string) string {
	if !strings.ContainsAny(s, "&<>") {
		return s
	}
	return textEscaper.Replace(s)
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escapeAttribute makes text safe in double quotes inside of a tag.
func escapeAttribute(s string) string { return html.EscapeString(s) }

// decodeText resolves the backslash escapes and character references of a
// piece of Markdown, each once: what one yields is not read again.
func decodeText(s []byte) string {
	i := indexEscape(s)
	if i < 0 {
		return string(s)
	}
	var b strings.Builder
	for ; i >= 0; i = indexEscape(s) {
		b.Write(s[:i])
		s = s[i:]
		if s[0] == '\\' {
			if len(s) > 1 && util.IsPunct(s[1]) {
				b.WriteByte(s[1])
				s = s[2:]
			} else {
				b.WriteByte('\\')
				s = s[1:]
			}
			continue
		}
		if decoded, n := reference(s); n > 0 {
			b.WriteString(decoded)
			s = s[n:]
		} else {
			b.WriteByte('&')
			s = s[1:]
		}
	}
	b.Write(s)
	return b.String()
}

func indexEscape(s []byte) int {
	for i, c := range s {
		if c == '\\' || c == '&' {
			return i
		}
	}
	return -1
}

// reference reads a character reference such as &amp; or &#233; and returns
// how many bytes it has, 0 where there is none.
func reference(s []byte) (decoded string, n int) {
	const longest = 40
	end := 0
	for i := 1; i < len(s) && i < longest; i++ {
		if s[i] == ';' {
			end = i
			break
		}
		if s[i] != '#' && !util.IsAlphaNumeric(s[i]) {
			return "", 0
		}
	}
	if end < 2 {
		return "", 0
	}
	name := string(s[1:end])
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "", 0
	}
	digits, base := name[1:], rune(10)
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base = digits[1:], 16
	}
	if digits == "" || len(digits) > 7 {
		return "", 0
	}
	var r rune
	for i := range len(digits) {
		v := hexValue(digits[i])
		if v < 0 || v >= base {
			return "", 0
		}
		r = r*base + v
	}
	if r == 0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return string(r), end + 1
}

func hexValue(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c && c <= 'f':
		return rune(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return rune(c-'A') + 10
	}
	return -1
}
