package tracker

import "strings"

// Prose is what an author wrote in sentences, already made safe to show.
type Prose struct {
	Source string // Markdown, as written
	HTML   string // safe HTML; links to other records start with RootMark
	Text   string // plain text on one line, for excerpts and search
	On     Date   // the day that a contract question was answered, if given
}

// RootMark stands in Prose.HTML where the address of the site's root belongs,
// because one text is shown on pages of different depths.
const RootMark = "\x01root\x01"

// IsEmpty reports whether nothing was written.
func (p Prose) IsEmpty() bool { return p.Text == "" && p.HTML == "" }

// In returns the HTML for a page from which the site's root is at the given
// relative address, such as "../../".
func (p Prose) In(root string) string { return strings.ReplaceAll(p.HTML, RootMark, root) }

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
