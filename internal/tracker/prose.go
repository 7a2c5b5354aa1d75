package tracker

import (
	"html"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Prose is what an author wrote in sentences, already made safe to show.
type Prose struct {
	Source string // Markdown, as written
	HTML   string // safe HTML with RootMark and TableMark in it
	Text   string // plain text on one line, for excerpts and search
	On     Date   // the day that a contract question was answered, if given
}

// RootMark stands in Prose.HTML where the address of the site's root belongs,
// because one text is shown on pages of different depths.
const RootMark = "\x01root\x01"

// TableMark stands in Prose.HTML for the word that names a table to those who
// hear it, in the language of the page.
const TableMark = "\x01table\x01"

// IsEmpty reports whether nothing was written.
func (p Prose) IsEmpty() bool { return p.Text == "" && p.HTML == "" }

// In returns the HTML for a page from which the site's root is at the given
// relative address, such as "../../", and where a table is called by a word,
// which is escaped here.
func (p Prose) In(root, table string) string {
	return strings.ReplaceAll(strings.ReplaceAll(p.HTML, RootMark, root), TableMark, html.EscapeString(table))
}

// saysItAll reports whether readers see every letter, digit and sign of the
// source, but for those that Markdown is written with, so that it holds nothing
// beside the text: no address, no comment, no word that the page leaves out.
func (p Prose) saysItAll() bool {
	isMark := func(r rune) bool { return r < utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	shown := strings.NewReader(p.Text)
	for _, r := range p.Source {
		if isMark(r) {
			continue
		}
		s, _, err := shown.ReadRune()
		for err == nil && isMark(s) {
			s, _, err = shown.ReadRune()
		}
		if err != nil || s != r {
			return false
		}
	}
	return true
}

// Excerpt returns the start of the text, cut between words, at most about n
// runes long, with an ellipsis where something was left out.
func (p Prose) Excerpt(n int) string {
	r := []rune(p.Text)
	if len(r) <= n {
		return p.Text
	}
	cut := n
	for cut > n/2 && r[cut] != ' ' {
		cut--
	}
	if r[cut] != ' ' {
		cut = n
	}
	return strings.TrimRight(string(r[:cut]), " ,;:–—-.") + "…"
}

// unlink drops the links to the records that are gone, by their addresses
// below the site's root, and keeps their texts.
func (p *Prose) unlink(gone map[string]bool) {
	p.Relink(func(address string) string {
		if gone[address] {
			return ""
		}
		return address
	})
}

// Relink asks where each link within the site should lead, by its address below
// the root. A link that should lead nowhere, "", keeps its text alone.
func (p *Prose) Relink(to func(address string) string) {
	const open = `<a href="` + RootMark
	var b strings.Builder
	rest := p.HTML
	for {
		before, link, found := strings.Cut(rest, open)
		if !found {
			break
		}
		b.WriteString(before)
		address, tail, _ := strings.Cut(link, `">`)
		if now := to(address); now != "" {
			b.WriteString(open + now + `">`)
			rest = tail
			continue
		}
		text, after, _ := strings.Cut(tail, "</a>")
		b.WriteString(text)
		rest = after
	}
	if b.Len() > 0 {
		b.WriteString(rest)
		p.HTML = b.String()
	}
}

// EachProse calls f with every text of the win.
func (w *Win) EachProse(f func(*Prose)) { eachProse(reflect.ValueOf(w).Elem(), f) }

// EachProse calls f with every text of the intake.
func (in *Intake) EachProse(f func(*Prose)) { eachProse(reflect.ValueOf(in).Elem(), f) }

// eachProse calls f with every text of a record: its fields, its contract's
// answers and what stands under headings of its own.
func eachProse(record reflect.Value, f func(*Prose)) {
	for i := range record.NumField() {
		switch field := record.Field(i).Addr().Interface().(type) {
		case *Prose:
			f(field)
		case *Contract:
			eachProse(reflect.ValueOf(field).Elem(), f)
		case *[]Note:
			for i := range *field {
				f(&(*field)[i].Prose)
			}
		}
	}
}
