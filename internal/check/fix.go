package check

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// replacing returns the edit that puts an id where old stands as the value of
// the field at path, or nothing where that cannot be done blindly: the place is
// known from end to end, and holds old and nothing else, be it in quotation
// marks.
func replacing(o *tracker.Origin, path, old, id string) []diag.Edit {
	if !o.Wrote(path) || strings.ContainsAny(id, `"\`) {
		return nil // of a path that is not known, At tells what holds it
	}
	place := o.At(path)
	if place.End.Line != place.Pos.Line {
		return nil
	}
	switch place.End.Column - place.Pos.Column - utf8.RuneCountInString(old) {
	case 0:
		if !bareID.MatchString(id) || notText[strings.ToLower(id)] {
			id = `"` + id + `"`
		}
	case 2: // the marks
		id = `"` + id + `"`
	default:
		return nil
	}
	return []diag.Edit{{Place: place, Text: id}}
}

// bareID is what stands without quotation marks in any place of a YAML file.
var bareID = regexp.MustCompile(`^\pL[\pL\pM\pN_.-]*$`)

// notText are the words that YAML takes for something else.
var notText = map[string]bool{"null": true, "true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true}
