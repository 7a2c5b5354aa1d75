package diag

import (
	"strconv"
	"strings"
	"unicode"
)

// Printable returns s on one line with every control, direction-changing or
// otherwise invisible character written as an escape, and nothing in it that a
// CI server reads as a command in the middle of a line ("##[", "##vso[").
func Printable(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	var p printer
	for _, r := range s {
		b.WriteString(p.print(r))
	}
	return b.String()
}

// plain reports whether Printable has nothing to do, as for most text.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == '#' {
			return false
		}
	}
	return true
}

// printer makes the characters of one text printable, in their order.
type printer struct {
	hashes int // how many "#" come right before, but for letters
}

// print returns how to write the next character.
func (p *printer) print(r rune) string {
	command := p.command(r)
	switch {
	case !printable(r):
		q := strconv.QuoteRuneToASCII(r)
		return q[1 : len(q)-1]
	case command:
		return `\[`
	default:
		return string(r)
	}
}

// command takes the next character, and reports whether it completes "##[" or,
// with a word between, "##vso[". Marks do not come between: GitHub's runner
// compares as people read, and looks past them.
func (p *printer) command(r rune) bool {
	switch {
	case r == '#':
		p.hashes++
	case r == '[' && p.hashes >= 2:
		p.hashes = 0
		return true
	case p.hashes >= 2 && ('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'):
	case !unicode.Is(unicode.M, r):
		p.hashes = 0
	}
	return false
}

// printable reports whether r shows as itself. Selectors of a variant, as in an
// emoji or in a Japanese name, do; fillers, which show as nothing, do not.
func printable(r rune) bool {
	return r == ' ' || unicode.IsPrint(r) && r != unicode.ReplacementChar &&
		!unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}

// wide are the characters that take two cells of a terminal: those of East
// Asian scripts, and emoji.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115F, 1}, {0x231A, 0x231B, 1}, {0x23E9, 0x23EC, 1}, {0x25FD, 0x25FE, 1}, {0x2614, 0x2615, 1},
		{0x2648, 0x2653, 1}, {0x26A1, 0x26A1, 1}, {0x26BD, 0x26BE, 1}, {0x26C4, 0x26C5, 1}, {0x2705, 0x2705, 1},
		{0x270A, 0x270B, 1}, {0x2728, 0x2728, 1}, {0x274C, 0x274C, 1}, {0x2753, 0x2755, 1}, {0x2757, 0x2757, 1},
		{0x2795, 0x2797, 1}, {0x2B1B, 0x2B1C, 1}, {0x2B50, 0x2B50, 1}, {0x2B55, 0x2B55, 1}, {0x2E80, 0x303E, 1},
		{0x3041, 0x3247, 1}, {0x3250, 0x4DBF, 1}, {0x4E00, 0xA4CF, 1}, {0xA960, 0xA97C, 1}, {0xAC00, 0xD7A3, 1},
		{0xF900, 0xFAFF, 1}, {0xFE30, 0xFE6F, 1}, {0xFF01, 0xFF60, 1}, {0xFFE0, 0xFFE6, 1},
	},
	R32: []unicode.Range32{
		{0x16FE0, 0x18DFF, 1}, {0x1AFF0, 0x1B2FF, 1}, {0x1F18E, 0x1F18E, 1}, {0x1F191, 0x1F19A, 1}, {0x1F200, 0x1F320, 1},
		{0x1F32D, 0x1F335, 1}, {0x1F337, 0x1F37C, 1}, {0x1F37E, 0x1F393, 1}, {0x1F3A0, 0x1F3CA, 1}, {0x1F3CF, 0x1F3D3, 1},
		{0x1F3E0, 0x1F3F0, 1}, {0x1F3F4, 0x1F3F4, 1}, {0x1F3F8, 0x1F43E, 1}, {0x1F440, 0x1F440, 1}, {0x1F442, 0x1F4FC, 1},
		{0x1F4FF, 0x1F53D, 1}, {0x1F54B, 0x1F567, 1}, {0x1F5FB, 0x1F64F, 1}, {0x1F680, 0x1F6C5, 1}, {0x1F6CC, 0x1F6CC, 1},
		{0x1F6D0, 0x1F6D7, 1}, {0x1F6DC, 0x1F6DF, 1}, {0x1F6EB, 0x1F6EC, 1}, {0x1F6F4, 0x1F6FC, 1}, {0x1F7E0, 0x1F7F0, 1},
		{0x1F90C, 0x1F9FF, 1}, {0x1FA70, 0x1FAFF, 1}, {0x20000, 0x3FFFD, 1},
	},
}

// width is how many cells of a terminal a printable character takes.
func width(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	default:
		return 1
	}
}
