package content

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// nameProblem says why a file's stem, or an id of the strategy, cannot be an id,
// or nil. An id is an address on the site and a file on every system, so that the names which
// Windows keeps for itself are refused everywhere.
func nameProblem(stem string) error {
	switch {
	case stem == "":
		return errors.New("it is empty")
	case len(stem) > maxName:
		return unusable{fmt.Sprintf("it has %d bytes; the limit is %d", len(stem), maxName), "Choose a shorter "}
	case strings.HasPrefix(stem, "."):
		return errors.New("it begins with a full stop")
	case strings.HasSuffix(stem, "."):
		return errors.New("it ends with a full stop")
	}
	for _, r := range stem {
		if !nameRune(r) {
			return errors.New("it holds " + runeName(r))
		}
	}
	if !norm.NFC.IsNormalString(stem) {
		return errors.New("it holds a letter in two parts, as some systems write them")
	}
	if strings.EqualFold(stem, "index.html") {
		return unusable{"the pages of the site have that name", "Choose another "}
	}
	if device, _, _ := strings.Cut(strings.ToUpper(stem), "."); reserved(device) {
		return unusable{"Windows keeps the name " + device + " for itself", "Choose another "}
	}
	return nil
}

// unusable is a name in which no character is wrong.
type unusable struct{ why, mend string }

func (u unusable) Error() string { return u.why }

// mendName says what to do about a nameProblem of the named thing, where it is
// not about single characters; "" elsewhere.
func mendName(err error, thing string) string {
	if u, ok := err.(unusable); ok {
		return u.mend + thing
	}
	return ""
}

// nameRune allows marks besides letters and digits, since Thai, Hindi and
// others cannot be written without them, but none that cannot be seen.
func nameRune(r rune) bool {
	switch {
	case r == '-' || r == '_' || r == '.':
		return true
	case r < 0x80:
		return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
	case unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
		return false
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

func runeName(r rune) string {
	if r == ' ' {
		return "a space"
	}
	return strconv.QuoteRune(r)
}

func reserved(name string) bool {
	switch name {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if n, ok := strings.CutPrefix(name, port); ok && n != "" && strings.Contains("0123456789¹²³", n) {
			return true
		}
	}
	return false
}

// betterName returns a stem that is close to the given one and could be an id,
// or "".
func betterName(stem string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFC.String(stem) {
		if nameRune(r) {
			if gap && b.Len() > 0 && r != '.' {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		} else if r != '\'' && r != '’' {
			gap = true
		}
	}
	name := strings.TrimRight(strings.TrimLeft(b.String(), "-."), ".")
	if name == stem || nameProblem(name) != nil {
		return ""
	}
	return name
}
