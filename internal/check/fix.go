package check

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// replacing returns the edit that puts an id where old stands as the value of
// the field at path, or nothing where that cannot be done blindly: see stretch.
func replacing(o *tracker.Origin, path, old, id string) []diag.Edit {
	place, marks, ok := stretch(o, path, old)
	if !ok || unquotable(id) {
		return nil
	}
	if marks {
		id = `"` + id + `"`
	} else {
		id = bare(id)
	}
	return []diag.Edit{{Place: place, Text: id}}
}

// stretch returns the place of the value at path where it is known from end to
// end, and holds old and nothing else, be it in quotation marks.
func stretch(o *tracker.Origin, path, old string) (place diag.Place, marks, ok bool) {
	if !o.Wrote(path) {
		return place, false, false // of a path that is not known, At tells what holds it
	}
	place = o.At(path)
	if place.End.Line != place.Pos.Line {
		return place, false, false
	}
	more := place.End.Column - place.Pos.Column - utf8.RuneCountInString(old)
	return place, more == 2, more == 0 || more == 2
}

// unquotable is an id that cannot stand between quotation marks as it is.
func unquotable(id string) bool { return strings.ContainsAny(id, `"\`) }

// bare returns an id as it can stand in any place, in marks where it needs them.
func bare(id string) string {
	if !bareID.MatchString(id) || notText[strings.ToLower(id)] {
		return `"` + id + `"`
	}
	return id
}

// bareID is what stands without quotation marks in any place of a YAML file.
var bareID = regexp.MustCompile(`^\pL[\pL\pM\pN_.-]*$`)

// notText are the words that YAML takes for something else.
var notText = map[string]bool{"null": true, "true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true}
