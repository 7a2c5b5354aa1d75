package trackergen

import (
	"fmt"
	"strconv"
	"strings"

	"smallwins/internal/tracker"
)

// record is the text of a file on its way.
type record struct{ strings.Builder }

// field writes one line of front matter; an empty value writes nothing.
func (d *record) field(key, value string) {
	if value != "" {
		fmt.Fprintf(d, "%s: %s\n", key, value)
	}
}

// items writes a list with one item a line; an empty list writes nothing.
func (d *record) items(key string, items []string) {
	if len(items) == 0 {
		return
	}
	fmt.Fprintf(d, "%s:\n", key)
	for _, item := range items {
		fmt.Fprintf(d, "  - %s\n", item)
	}
}

// section writes a section of the body; an empty text writes nothing.
func (d *record) section(heading, text string) {
	if text != "" {
		fmt.Fprintf(d, "\n## %s\n\n%s\n", heading, text)
	}
}

// quote writes text as YAML, which reads Go's form of printable text.
func quote(s string) string { return strconv.Quote(s) }

// list writes a list of plain words.
func list(words ...string) string { return "[" + strings.Join(words, ", ") + "]" }

// object writes a mapping of pairs of key and value; pairs without a value are
// left out.
func object(pairs ...string) string {
	var parts []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			parts = append(parts, pairs[i]+": "+pairs[i+1])
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// until returns the day, or the last one of the span where it lies later.
func until(d tracker.Date) tracker.Date { return min(d, asOf) }

// maybe returns value in percent of 100 cases, and "" otherwise.
func (r random) maybe(percent int, value string) string {
	if r.chance(percent) {
		return value
	}
	return ""
}

// term returns one value of a vocabulary.
func (r random) term(v *tracker.Vocabulary) string { return pick(r, v.IDs()) }

// terms returns n values of a vocabulary as a list.
func (r random) terms(v *tracker.Vocabulary, n int) string { return list(some(r, v.IDs(), n)...) }
