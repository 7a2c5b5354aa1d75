package site

import (
	"html/template"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"smallwins/internal/tracker"
)

// longDay writes a day as people read it: "15 February 2026".
func longDay(d tracker.Date) string {
	if d.IsZero() {
		return "no date"
	}
	return d.Time().Format("2 January 2006")
}

// day writes a day as people read it, and says where there is none.
func (b *builder) day(d tracker.Date) string {
	if d.IsZero() {
		return b.words.Text("date.none")
	}
	return b.words.Day(d)
}

// dayElement is day with the machine's form beside it.
func (b *builder) dayElement(d tracker.Date) template.HTML {
	day := template.HTMLEscapeString(b.day(d))
	if d.IsZero() {
		return template.HTML(day) //nolint:gosec // escaped
	}
	return template.HTML(`<time datetime="` + d.String() + `">` + day + `</time>`) //nolint:gosec // escaped
}

// count writes a number with its noun: "1 win", "2 wins", "no wins".
func count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	default:
		return thousands(n) + " " + many
	}
}

// thousands writes 12000 as "12,000".
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// list joins words as a sentence does: "a, b and c".
func list(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// daysAgo writes how long ago something was.
func daysAgo(n int) string {
	if n == 0 {
		return "today"
	}
	return count(n, "day", "days") + " ago"
}

// upperFirst starts a sentence with a capital.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// lowerFirst goes on within a sentence. Abbreviations stay: "L&D lead".
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); n == 0 || r == utf8.RuneError || !unicode.IsLower(next) && next != ' ' && next != '-' {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// numberWord writes small numbers as words, as text does.
func numberWord(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return thousands(n)
}
