package diag_test

import (
	"testing"

	"smallwins/internal/diag"
)

func TestNearest(t *testing.T) {
	keys := []string{"date", "entered_by", "how_to_replicate", "why", "questions"}
	for _, c := range []struct {
		name, got string
		known     []string
		want      string
	}{
		{"the word itself", "date", keys, "date"},
		{"two neighbours swapped count once", "dtae", keys, "date"},
		{"a swap at the end", "daet", keys, "date"},
		{"a letter missing", "dat", keys, "date"},
		{"a letter too many", "datee", keys, "date"},
		{"another letter", "dare", keys, "date"},
		{"two slips in a short word", "dxxe", keys, ""},
		{"two slips in five letters", "dxxes", []string{"dates"}, "dates"},
		{"three slips in nine letters", "qxxxtions", keys, ""},
		{"three slips in a long word", "hau_to_replikate", keys, "how_to_replicate"},
		{"four slips in a long word", "hau_tu_replikate", keys, ""},
		{"three slips in a very long word", "proxxxding_because", []string{"proceeding_because"}, "proceeding_because"},
		{"four slips in a very long word", "proxxxxing_because", []string{"proceeding_because"}, ""},
		{"case does not count", "DATE", keys, "date"},
		{"case of the known word does not count", "date", []string{"Date"}, "Date"},
		{"hyphens, spaces and underscores do not count", "How-To replicate", keys, "how_to_replicate"},
		{"… however many", "w - h_-_-y", keys, "why"},
		{"apostrophes of either kind do not count", "It’s", []string{"it's"}, "it's"},
		{"ties go to the earlier word", "bat", []string{"cat", "hat"}, "cat"},
		{"… whatever the order", "bat", []string{"hat", "cat"}, "hat"},
		{"the same word wins over an earlier neighbour", "cat", []string{"hat", "Cat"}, "Cat"},
		{"the nearer wins over the earlier", "question", []string{"questing", "questions"}, "questions"},
		{"too far", "banana", keys, ""},
		{"nothing in common", "a", []string{"b"}, ""},
		{"nothing in common with a shorter word", "ab", []string{"c"}, ""},
		{"one letter, one more", "a", []string{"ab"}, "ab"},
		{"no text", "", keys, ""},
		{"no letters", " -_'", keys, ""},
		{"no words", "date", nil, ""},
		{"known words without letters", "a", []string{"", "-"}, ""},
		{"letters beyond ASCII", "größse", []string{"größe"}, "größe"},
		{"letters beyond ASCII count once each: one slip", "дота", []string{"дата"}, "дата"},
		{"… and two are too many in four", "дока", []string{"дата"}, ""},
		{"… and in three", "日本語", []string{"日曜日"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := diag.Nearest(c.got, c.known); got != c.want {
				t.Errorf("Nearest(%q, %q) = %q, want %q", c.got, c.known, got, c.want)
			}
		})
	}
}
