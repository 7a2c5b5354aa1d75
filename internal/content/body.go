package content

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// section is a piece of a body: what stands under one heading, or, without
// one, above the first.
type section struct {
	heading  *ast.Heading
	start    int // offset of the heading's line, or of the first block
	from, to int // offsets of the text below the heading
	blocks   []ast.Node
}

// bodyReader reads the Markdown below the front matter of one record.
type bodyReader struct {
	*decoder
	headings *headings
	others   *headings // of the other kind of record
	fields   []tracker.Field
	into     reflect.Value // the record
	body     string
	md       []byte // body, for the parser
	base     int    // offset of the body in the file's text

	titled  bool               // a level-1 heading has become the title
	written map[string]written // the fields that the body wrote
	named   []section          // those with a heading
	claimed map[string]int     // see claims
	empty   []diag.Place       // headings of fields without text
	open    []string           // what these headings say
}

// written says where the body first wrote a field, and whether that was the
// text above the first heading.
type written struct {
	pos  diag.Pos
	lead bool
}

func (b *bodyReader) place(offset int) diag.Place { return b.at(b.filePos(offset)) }

func (b *bodyReader) filePos(offset int) diag.Pos { return b.pos(b.base + offset) }

func (b *bodyReader) read() {
	if strings.TrimSpace(b.body) == "" {
		return
	}
	if b.tooCostly(b.body, b.filePos) {
		b.mayHoldAnything()
		return
	}
	b.md = []byte(b.body)
	lead := section{start: -1}
	var source []string
	var named []section
	for _, s := range b.split(markdown.Parse(text.NewReader(b.md))) {
		if s.heading != nil {
			named = append(named, s)
			continue
		}
		if lead.start < 0 && len(s.blocks) > 0 {
			lead.start = s.start
		}
		lead.blocks = append(lead.blocks, s.blocks...)
		if piece := trimBlank(b.body[s.from:s.to]); piece != "" {
			source = append(source, piece)
		}
	}
	if prose, ok := b.prose.set(b.md, lead.blocks, b.filePos); !ok {
		b.origin.Mark(b.headings.lead.Key, b.filePos(lead.start), diag.Pos{})
	} else if !prose.IsEmpty() {
		prose.Source = strings.Join(source, "\n\n")
		b.assign(b.headings.lead, prose, b.filePos(lead.start), true)
	}
	b.named = named
	for _, s := range named {
		b.section(s)
	}
	b.reportEmpty()
}

// claims returns how many headings are, or may be meant as, that of a field. Few
// records have a heading that makes one ask.
func (b *bodyReader) claims(key string) int {
	if b.claimed == nil {
		b.claimed = map[string]int{}
		for _, s := range b.named {
			name, _ := answeredOn(plainOf(s.heading, b.md))
			if f := cmp.Or(b.headings.match(name), b.headings.match(b.headings.near(name))); f != nil {
				b.claimed[f.Key]++
			}
		}
	}
	return b.claimed[key]
}

// hasHeading reports whether a line of the body looks like the heading of the
// field: that is enough to leave a guess about its key alone.
func (b *bodyReader) hasHeading(key string) bool {
	for line := range strings.Lines(b.body) {
		words, ok := strings.CutPrefix(line, "#")
		if !ok {
			continue
		}
		if f := b.headings.match(strings.TrimLeft(words, "#")); f != nil && f.Key == key || key == "title" && !strings.HasPrefix(words, "#") {
			return true
		}
	}
	return false
}

// reportEmpty says once which headings have no text yet: a record that is begun
// from the scaffold has many, and is welcome as it is.
func (b *bodyReader) reportEmpty() {
	switch n := len(b.open); {
	case n == 1:
		b.report(emptySection.At(b.empty[0], b.open[0]+" has no text yet.", ""))
	case n > 1:
		b.report(emptySection.At(b.empty[0], fmt.Sprintf("%d headings have no text yet: %s.", n, strings.Join(b.open, ", ")), ""))
	}
}

// mayHoldAnything marks what a body could have written as written, since one
// that could not be read has its own finding, and must not be called empty too.
func (b *bodyReader) mayHoldAnything() {
	start := b.filePos(len(b.body) - len(strings.TrimLeft(b.body, " \t\n")))
	for i := range b.fields {
		f := &b.fields[i]
		if (f.Form == tracker.FormProse || f.Key == "title") && !b.origin.Wrote(f.Key) {
			b.origin.Mark(f.Key, start, diag.Pos{})
		}
	}
}

// split finds the sections. Headings inside of quotes, lists and code are text.
func (b *bodyReader) split(doc ast.Node) []section {
	sections := []section{{}}
	cut := func(s section) {
		sections[len(sections)-1].to = s.start
		sections = append(sections, s)
	}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level <= 2 && h.FirstChild() != nil {
			start, end := b.headingLines(h)
			if h.Level == 1 && b.title(h, start) {
				cut(section{start: start, from: end})
			} else {
				cut(section{heading: h, start: start, from: end})
			}
			continue
		}
		if p, ok := n.(*ast.Paragraph); ok {
			b.almostHeadings(p)
		}
		last := &sections[len(sections)-1]
		if len(last.blocks) == 0 && last.heading == nil {
			last.start = max(0, n.Pos())
		}
		last.blocks = append(last.blocks, n)
	}
	sections[len(sections)-1].to = len(b.body)
	return sections
}

// almostHeadings reports the lines of a paragraph that lack nothing but a space
// to be headings. "#thanks" alone may be meant as it is, unless a title is
// missing.
func (b *bodyReader) almostHeadings(p *ast.Paragraph) {
	for i := range p.Lines().Len() {
		line := p.Lines().At(i)
		text := strings.TrimRight(string(line.Value(b.md)), "\n")
		signs := len(text) - len(strings.TrimLeft(text, "#"))
		if signs == 0 || signs > 6 || signs == len(text) || text[signs] == ' ' || text[signs] == '\t' {
			continue
		}
		words := strings.TrimLeftFunc(text[signs:], unicode.IsSpace) // those that do not break are no spaces to Markdown
		exact := b.headings.match(words)
		field := cmp.Or(exact, b.headings.match(b.headings.near(words)))
		first := signs == 1 && i == 0 && p.PreviousSibling() == nil && !b.titled && !b.origin.Wrote("title")
		if words == "" || signs == 1 && !first || signs > 1 && field == nil {
			continue
		}
		at := b.from(b.filePos(line.Start), text)
		gap := b.at(b.filePos(line.Start + signs))
		if spaces := text[signs : len(text)-len(words)]; spaces != "" {
			gap = b.from(gap.Pos, spaces)
		}
		f := headingForm.At(at, "A heading needs a space behind its number signs.", "").WithSuggestion(text[:signs] + " " + words)
		if exact != nil || text[signs:] != words { // "#thanks" may be meant as it is
			f = f.WithFix(diag.Edit{Place: gap, Text: " "})
		}
		b.report(f)
		if first {
			b.origin.MarkMeant("title", at.Pos, at.End)
		} else if field != nil {
			b.origin.MarkMeant(field.Key, at.Pos, at.End)
		}
	}
}

// headingLines returns the offsets at which a heading's first line starts and
// its last line ends.
func (b *bodyReader) headingLines(h *ast.Heading) (start, end int) {
	first, last := h.Lines().At(0), h.Lines().At(h.Lines().Len()-1)
	start = strings.LastIndexByte(b.body[:first.Start], '\n') + 1
	end = b.lineEnd(max(last.Start, last.Stop-1))
	if !b.isATX(start) {
		end = b.lineEnd(end)
	}
	return start, end
}

func (b *bodyReader) isATX(start int) bool {
	line := strings.TrimLeft(b.body[start:b.lineEnd(start)], " ")
	rest := strings.TrimLeft(line, "#")
	level := len(line) - len(rest)
	return 1 <= level && level <= 6 && strings.TrimLeft(rest, " \t\n") != rest || level > 0 && rest == ""
}

func (b *bodyReader) lineEnd(offset int) int {
	if i := strings.IndexByte(b.body[min(offset, len(b.body)):], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(b.body)
}

// heading returns the place of a section's heading: of its line, or of words
// where they stand in it as they are.
func (b *bodyReader) heading(s section, words string) diag.Place {
	first := s.heading.Lines().At(0)
	start, line := s.start, strings.TrimRight(b.body[s.start:first.Stop], "\n")
	if i := strings.Index(line, words); words != "" && i >= 0 {
		start, line = s.start+i, words
	}
	return b.from(b.filePos(start), line)
}

// title takes the first level-1 heading as the record's title; false says that
// the heading is that of a section instead.
func (b *bodyReader) title(h *ast.Heading, start int) bool {
	title := plainOf(h, b.md)
	field := bindingOf(b.into.Type()).field(b.into, "title")
	given := field.String() != ""
	if b.titled || given && b.headings.match(title) != nil {
		b.report(secondTitle.At(b.place(start), quote(title)+" is a second title.", ""))
		return false
	}
	b.titled = true
	switch {
	case !given:
		field.SetString(title)
		if title != "" { // "# ![](x.png)" has no words
			b.origin.Mark("title", b.filePos(start), diag.Pos{})
		}
	case field.String() != title: // one that says the same does no harm
		b.report(proseBoth.At(b.place(start), "The title stands here and in the lines at the top, with different words.", "").
			WithRelated(b.origin.At("title"), "the title at the top"))
	}
	return true
}

func (b *bodyReader) section(s section) {
	name, day := answeredOn(plainOf(s.heading, b.md))
	prose, readable := b.prose.set(b.md, s.blocks, b.filePos)
	if !prose.IsEmpty() {
		prose.Source = trimBlank(b.body[s.from:s.to])
	}
	f := b.headings.match(name)
	if day != "" {
		place := b.heading(s, day)
		prose.On, _ = b.date(day, place)
		if f != nil {
			b.origin.Mark(f.Key+".on", place.Pos, place.End)
		}
	}
	if f == nil {
		b.unknownSection(s, name, prose)
		return
	}
	at := b.heading(s, "")
	switch {
	case !readable && !b.origin.Wrote(f.Key):
		b.origin.Mark(f.Key, at.Pos, at.End)
	case readable && prose.IsEmpty() && !b.origin.Wrote(f.Key):
		b.origin.MarkMeant(f.Key, at.Pos, at.End)
		b.empty, b.open = append(b.empty, at), append(b.open, quote(name))
	}
	b.assign(f, prose, b.filePos(s.start), false)
	if prose.Source != "" && !b.origin.Wrote(f.Key+".text") { // so that a word of it can be pointed at
		start := s.from + strings.Index(b.body[s.from:s.to], prose.Source)
		b.origin.Mark(f.Key+".text", b.filePos(start), b.filePos(start+len(prose.Source)))
	}
}

// assign gives a text to its field. Where the field has one already, both are
// kept: the finding is an error, and nothing an author wrote gets lost.
func (b *bodyReader) assign(f *tracker.Field, prose tracker.Prose, at diag.Pos, lead bool) {
	if prose.IsEmpty() {
		return // a heading alone answers nothing
	}
	into := bindingOf(b.into.Type()).field(b.into, f.Key).Addr().Interface().(*tracker.Prose)
	first, twice := b.written[f.Key]
	switch {
	case twice && first.lead:
		b.report(proseBoth.At(b.at(at), quote(f.Label)+" stands here, and the text above the first heading belongs to it too.", "Put both under the heading.").
			WithRelated(b.at(first.pos), "the text above the first heading"))
	case twice:
		b.report(proseTwice.At(b.at(at), fmt.Sprintf("%s stands here for the second time; the first is on line %d.", quote(f.Label), first.pos.Line), "").
			WithRelated(b.at(first.pos), "the first one"))
	case b.origin.Wrote(f.Key):
		b.report(proseBoth.At(b.at(at), quote(f.Label)+" stands here and in the lines at the top.", "").
			WithRelated(b.origin.At(f.Key), "the one at the top"))
	default:
		b.origin.Mark(f.Key, at, diag.Pos{})
	}
	if !twice {
		b.written[f.Key] = written{at, lead}
	}
	if !into.IsEmpty() {
		prose = tracker.Prose{
			Source: into.Source + "\n\n" + prose.Source,
			HTML:   into.HTML + prose.HTML,
			Text:   into.Text + " " + prose.Text,
			On:     max(into.On, prose.On),
		}
	}
	*into = prose
}

// unknownSection keeps the text under a heading that no field has.
func (b *bodyReader) unknownSection(s section, name string, prose tracker.Prose) {
	switch other := b.headings.other[foldHeading(name)]; {
	case s.heading.Level == 1: // reported as a second title
	case other != nil:
		b.report(unknownHeading.At(b.place(s.start), quote(name)+" is not written as text.", fmt.Sprintf("Write it in the lines at the top, as %q.", other.Key+":")))
	case !b.isATX(s.start) && keyLine.MatchString(name):
		b.report(documents.At(b.place(s.start), `More fields stand below the line "---" that ends them.`, "Move them above that line."))
		b.meantFields(s.heading)
	case !b.isATX(s.start):
		b.report(unknownHeading.At(b.place(s.start), "The line below turns this text into a heading, and no field has it.", "Put an empty line between the text and the line of hyphens."))
	default:
		near, at := b.headings.near(name), b.heading(s, name)
		f := b.headings.match(near)
		finding := unknownHeading.At(at, quote(name)+" is not a heading that smallwins knows.", b.headings.mend).WithSuggestion(near)
		if f != nil && !b.origin.Wrote(f.Key) {
			b.origin.MarkMeant(f.Key, at.Pos, at.End)
			if sure := diag.Certain(name, b.headings.known); sure != "" && !at.End.IsZero() && b.claims(f.Key) == 1 {
				finding = finding.WithFix(diag.Edit{Place: at, Text: sure})
			}
		}
		if f == nil && b.others.match(name) != nil {
			b.strangers = append(b.strangers, finding)
			break
		}
		b.report(finding)
	}
	if !prose.IsEmpty() {
		*b.more = append(*b.more, tracker.Note{Label: name, Prose: prose, TeamOnly: b.team.means(name) || b.team.under(b.md, s.blocks)})
	}
}

// meantFields marks the fields that stand in the text of a heading which is none.
func (b *bodyReader) meantFields(h *ast.Heading) {
	for i := range h.Lines().Len() {
		line := h.Lines().At(i)
		key, _, _ := strings.Cut(string(line.Value(b.md)), ":")
		if tracker.FieldByKey(b.fields, key) != nil {
			place := b.from(b.filePos(line.Start), key)
			b.origin.MarkMeant(key, place.Pos, place.End)
		}
	}
}
