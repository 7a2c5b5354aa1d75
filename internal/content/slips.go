package content

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// slip is a common way to write YAML that cannot be read.
type slip struct {
	message string // part of the library's message, or "" for any
	says    string
	mend    string
	// in reports whether a line holds the slip, at which column, and what could
	// stand there instead.
	in func(line string) (column int, better string, ok bool)
}

const tabSays = "A tab stands where spaces are needed."

var slips = []slip{
	{"", tabSays, "Indent with spaces.", tabIndent},
	{"mapping values", "The value has a colon in it, so it is taken for the name of another field.", "Put the value in quotes.", colonValue},
	{"", "Asterisks make text bold in the body only.", "Take them out.", boldKey},
	{"", "An item of a list begins with a hyphen and a space.", "Put a hyphen in the place of the asterisk.", starItem},
	{"", "Something follows behind the closing bracket.", "Put the whole value in quotes.", afterBracket},
	{"expected comment or line break", "The value begins with a character that has a meaning of its own there.", "Put the value in quotes.", startsWith("|>")},
	{"cannot start any token", "The value begins with a character that has a meaning of its own there.", "Put the value in quotes.", startsWith("@`%|>")},
	{"unknown anchor", "A value that begins with * is read as a shorthand.", "Put the value in quotes.", startsWith("*")},
	{"alphabetic or numeric", "A value that begins with * or & is read as a shorthand.", "Put the value in quotes.", startsWith("*&")},
	{"tag", "A value that begins with ! is read as an instruction.", "Put the value in quotes.", startsWith("!")},
	{"", "Something follows behind the closing quotation mark.", "Put the whole value in quotes, with the inner ones doubled or of the other kind.", afterQuote},
	{"unknown escape", `In double quotes, \ has a meaning of its own.`, "Use single quotes.", backslash},
	{"", "A list item has to stand on a line of its own.", "Move it to the next line; if it is no list, put the value in quotes.", itemBehindKey},
	{"", "A quotation mark is opened here and never closed.", "Close it at the end of the value.", openQuote},
	{"", "A bracket is opened here and not closed on this line.", "Close it, or put the value in quotes.", openBracket},
	{"", "A space is missing behind the colon.", "", noSpace},
	{"", "This line has no colon behind the field's name.", "", noColon},
}

// keyValue takes "  - key: value" apart; at is the byte offset of the value.
func keyValue(line string) (key, value string, at int, ok bool) {
	rest := strings.TrimLeft(line, " ")
	for strings.HasPrefix(rest, "- ") {
		rest = strings.TrimLeft(rest[2:], " ")
	}
	if strings.HasPrefix(rest, "#") || strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "'") {
		return "", "", 0, false
	}
	key, value, found := strings.Cut(rest, ": ")
	if !found {
		return "", rest, len(line) - len(rest), strings.HasPrefix(strings.TrimLeft(line, " "), "- ")
	}
	value = strings.TrimLeft(value, " ")
	at = len(line) - len(value)
	return key, strings.TrimRight(value, " "), at, true
}

func column(line string, at int) int { return 1 + utf8.RuneCountInString(line[:at]) }

func tabIndent(line string) (int, string, bool) {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	tab := strings.IndexByte(indent, '\t')
	return column(line, max(tab, 0)), "", tab >= 0 && len(indent) < len(line)
}

func colonValue(line string) (int, string, bool) {
	key, value, at, ok := keyValue(line)
	if !ok || key == "" || value == "" || strings.ContainsRune("\"'[{|>#", rune(value[0])) {
		return 0, "", false
	}
	if !strings.Contains(value, ": ") && !strings.HasSuffix(value, ":") {
		return 0, "", false
	}
	return column(line, at), key + ": " + quoted(value), true
}

// quoted puts a value in quotes as an author would: double ones, or single
// ones where the value has double ones in it.
func quoted(value string) string {
	if strings.ContainsAny(value, `"\`) {
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	return `"` + value + `"`
}

func startsWith(any string) func(line string) (int, string, bool) {
	return func(line string) (int, string, bool) {
		key, value, at, ok := keyValue(line)
		if !ok || value == "" || !strings.ContainsRune(any, rune(value[0])) {
			return 0, "", false
		}
		if strings.ContainsRune("|>", rune(value[0])) && len(value) < 3 {
			return 0, "", false // a block of text, as it should be
		}
		better := quoted(value)
		if key != "" {
			better = key + ": " + better
		}
		return column(line, at), better, true
	}
}

// closing returns the offset of the quotation mark that closes the one at the
// value's start, or -1.
func closing(value string) int {
	mark := value[0]
	for i := 1; i < len(value); i++ {
		switch {
		case mark == '"' && value[i] == '\\':
			i++
		case value[i] == mark && mark == '\'' && i+1 < len(value) && value[i+1] == mark:
			i++
		case value[i] == mark:
			return i
		}
	}
	return -1
}

func afterQuote(line string) (int, string, bool) {
	key, value, at, ok := keyValue(line)
	if !ok || len(value) < 2 || value[0] != '"' && value[0] != '\'' {
		return 0, "", false
	}
	end := closing(value)
	if end < 0 || end == len(value)-1 || strings.HasPrefix(strings.TrimLeft(value[end+1:], " "), "#") {
		return 0, "", false
	}
	if value[len(value)-1] == value[0] && value[end+1] != ' ' {
		value = value[1 : len(value)-1] // "She said "no" to us": the outer ones are meant for the whole
	}
	better := quoted(value)
	if key != "" {
		better = key + ": " + better
	}
	return column(line, at), better, true
}

// boldKey is a field that was written as it is shown: "**date:** 2026-02-15".
var boldLine = regexp.MustCompile(`^\s*\*\*([a-z_]+):\*\*\s+(.+)$`)

func boldKey(line string) (int, string, bool) {
	m := boldLine.FindStringSubmatch(line)
	if m == nil {
		return 0, "", false
	}
	return column(line, strings.IndexByte(line, '*')), m[1] + ": " + m[2], true
}

func starItem(line string) (int, string, bool) {
	rest := strings.TrimLeft(line, " ")
	if !strings.HasPrefix(rest, "* ") {
		return 0, "", false
	}
	return column(line, len(line)-len(rest)), "- " + rest[2:], true
}

func afterBracket(line string) (int, string, bool) {
	key, value, at, ok := keyValue(line)
	if !ok || value == "" || value[0] != '[' && value[0] != '{' {
		return 0, "", false
	}
	shut := map[byte]byte{'[': ']', '{': '}'}[value[0]]
	end := strings.IndexByte(value, shut)
	rest := strings.TrimLeft(value[end+1:], " ")
	if end < 0 || rest == "" || strings.ContainsAny(rest[:1], "#,]}") {
		return 0, "", false
	}
	better := quoted(value)
	if key != "" {
		better = key + ": " + better
	}
	return column(line, at), better, true
}

func backslash(line string) (int, string, bool) {
	key, value, at, ok := keyValue(line)
	if !ok || len(value) < 2 || value[0] != '"' || !strings.Contains(value, `\`) {
		return 0, "", false
	}
	if closing(value) != len(value)-1 || key == "" {
		return column(line, at), "", true
	}
	return column(line, at), key + ": '" + strings.ReplaceAll(value[1:len(value)-1], "'", "''") + "'", true
}

func itemBehindKey(line string) (int, string, bool) {
	key, value, at, ok := keyValue(line)
	return column(line, at), "", ok && key != "" && strings.HasPrefix(value, "- ")
}

func openQuote(line string) (int, string, bool) {
	_, value, at, ok := keyValue(line)
	if !ok || value == "" || value[0] != '"' && value[0] != '\'' {
		return 0, "", false
	}
	return column(line, at), "", closing(value) < 0
}

func openBracket(line string) (int, string, bool) {
	_, value, at, ok := keyValue(line)
	if !ok || value == "" || value[0] != '[' && value[0] != '{' {
		return 0, "", false
	}
	shut := map[byte]byte{'[': ']', '{': '}'}[value[0]]
	plain, _, _ := strings.Cut(value, " #")
	return column(line, at), "", plain[len(strings.TrimRight(plain, " "))-1] != shut
}

// bareKey returns what stands at the left edge of a line, where keys do.
func bareKey(line string) (string, bool) {
	rest := strings.TrimRight(line, " ")
	if rest == "" || strings.ContainsAny(rest[:1], " #-\"'[]{}%.") || strings.Contains(rest, ": ") || strings.HasSuffix(rest, ":") {
		return "", false
	}
	return rest, true
}

func noSpace(line string) (int, string, bool) {
	rest, ok := bareKey(line)
	key, value, found := strings.Cut(rest, ":")
	if !ok || !found || strings.Contains(key, " ") || strings.HasPrefix(value, "//") {
		return 0, "", false
	}
	return column(line, len(key)+1), key + ": " + strings.TrimSpace(value), true
}

func noColon(line string) (int, string, bool) {
	rest, ok := bareKey(line)
	return 1, "", ok && !strings.Contains(rest, ":")
}
