package message

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"smallwins/internal/tracker"
)

// value writes an argument.
func (l *Language) value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return l.Count(v)
	case float64:
		return l.Figure(v)
	case tracker.Date:
		return l.Day(v)
	case tracker.Quarter:
		return l.Quarter(v)
	case year:
		return strconv.Itoa(int(v))
	}
	return fmt.Sprint(v)
}

// List joins "a", "a and b", "a, b and c".
func (l *Language) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return l.Text("list.and", "items", strings.Join(items[:last], l.Text("list.comma")), "last", items[last])
}

// Quote puts a text in quotation marks: “so”.
func (l *Language) Quote(s string) string { return l.Text("quote", "text", s) }

// Label is what readers see for the value of a vocabulary; an unknown value is
// its own label.
func (l *Language) Label(v *tracker.Vocabulary, id string) string {
	if key := TermKey(v, id); l.Has(key) {
		return l.Text(key)
	}
	return v.Label(id)
}

// Definition is what the value of a vocabulary means, or "".
func (l *Language) Definition(v *tracker.Vocabulary, id string) string {
	if key := TermKey(v, id) + ".definition"; l.Has(key) {
		return l.Text(key)
	}
	return v.Definition(id)
}

// TermKey is the key of a term's label. That of its definition ends in
// ".definition" besides.
func TermKey(v *tracker.Vocabulary, id string) string {
	return "vocabulary." + strings.ReplaceAll(v.Name, " ", "-") + "." + id
}

// Inside writes a label or a short sentence so that it goes on within a
// sentence: English begins it small, but for abbreviations ("L&D lead"); a
// language whose nouns are written with capitals leaves it as it is.
func (l *Language) Inside(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if l.orEnglish().asIs || n == 0 || r == utf8.RuneError {
		return s
	}
	if next, _ := utf8.DecodeRuneInString(s[n:]); !unicode.IsLower(next) && next != ' ' && next != '-' {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// UpperFirst begins a sentence with a text.
func UpperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
