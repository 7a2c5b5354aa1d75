package site

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"smallwins/internal/tracker"
)

// said is a text in which numbers lead to their receipts: the parts in their
// order, those without an address being plain.
type said []Link

// counted is a number as it stands in a text, with the id of its receipt.
type counted struct{ number, receipt string }

func plain(text string) said {
	if text == "" {
		return nil
	}
	return said{{Title: text}}
}

// String returns the text without its links.
func (s said) String() string {
	var text strings.Builder
	for _, part := range s {
		text.WriteString(part.Title)
	}
	return text.String()
}

// say links the numbers in a text, which are looked for in the order in which
// they are given. One that is not there, or whose receipt has no place on a
// page, changes nothing.
func (b *builder) say(root, text string, numbers ...counted) said {
	var s said
	for _, n := range numbers {
		address := b.receipt(root, n.receipt)
		from, to := wordIn(text, n.number)
		if address == "" || to == 0 {
			continue
		}
		s = append(s, plain(text[:from])...)
		s = append(s, Link{Title: text[from:to], URL: address})
		text = text[to:]
	}
	return append(s, plain(text)...)
}

// wordIn finds a text where it is no part of a longer word or number: "7 days"
// is not in "27 days". Whether its words are kept on one line makes no
// difference. Where it is not to be found, to is 0.
func wordIn(text, word string) (from, to int) {
	joins := func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) // which have no blanks
	}
	var before rune
	for from, r := range text {
		if n := begins(text[from:], word); n > 0 && !joins(before) {
			if after, _ := utf8.DecodeRuneInString(text[from+n:]); !joins(after) {
				return from, from + n
			}
		}
		before = r
	}
	return 0, 0
}

// begins returns how much of the text the word takes at its beginning; 0 where
// the text begins otherwise. A sentence may begin the word large.
func begins(text, word string) int {
	rest := text
	for i, r := range word {
		t, n := utf8.DecodeRuneInString(rest)
		if n == 0 || t != r && !(isBlank(t) && isBlank(r)) && !(i == 0 && t == unicode.ToUpper(r)) {
			return 0
		}
		rest = rest[n:]
	}
	return len(text) - len(rest)
}

func isBlank(r rune) bool { return r == ' ' || r == '\u00a0' }

// receiptOf is the id of a receipt of one thing: "coverage/<id>/wins".
func receiptOf(about string, id tracker.ID, number string) string {
	return strings.TrimSuffix(about+"/"+url.PathEscape(string(id.Fold()))+"/"+number, "/")
}

// yesOr is a condition as a word for a text to choose by.
func yesOr(condition bool) string {
	if condition {
		return "yes"
	}
	return "no"
}

// piece is a part of a text that a template sets in its own way; Tag is the name
// of the tags around it, or "".
type piece struct{ Tag, Text string }

// pieces is a text in which parts stand between tags: "of <day></day>".
func (b *builder) pieces(key string, args ...any) []piece {
	text := b.words.Text(key, args...)
	var all []piece
	for plain := ""; ; {
		before, rest, found := strings.Cut(text, "<")
		if plain += before; !found {
			return append(all, piece{Text: plain})
		}
		tag, rest, _ := strings.Cut(rest, ">")
		inside, after, closed := strings.Cut(rest, "</"+tag+">")
		if !closed { // it is no tag
			plain, text = plain+"<", text[len(before)+1:]
			continue
		}
		all = append(all, piece{Text: plain}, piece{tag, inside})
		plain, text = "", after
	}
}

// textOf returns a number as its receipt has it; "" where there is none.
func (b *builder) textOf(receipt string) string {
	_, r, _ := b.f.Receipt(receipt)
	return r.Text
}

// holds reports whether a receipt is for this very number. A list may show more
// records than the period of an insight has.
func (b *builder) holds(receipt string, n int) bool {
	_, r, ok := b.f.Receipt(receipt)
	return ok && r.Missing == "" && r.N == n
}
