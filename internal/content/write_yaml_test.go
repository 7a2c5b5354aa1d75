package content

import (
	"fmt"
	"strings"
	"unicode"
)

// pair writes a key of the tables and its value.
func pair(key, value string) string { return key + ": " + value }

// ownPair writes a pair whose key is an author's own.
func ownPair(key, value string) string {
	if key = quoteYAML(key); len(key) > 1000 { // YAML looks no further for the colon
		return "? " + key + " : " + value
	}
	return pair(key, value)
}

// quoteYAML writes a text in double quotes, on one line.
func quoteYAML(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// escapeMarkdown writes a text so that none of it is read as Markdown.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 && (unicode.IsPunct(r) || unicode.IsSymbol(r)) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
