package diag_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

func TestExcerpts(t *testing.T) {
	for example, want := range map[string][]diag.Excerpt{
		"":               nil,
		"date: x\n":      {{Text: "date: x"}},
		"a: b\n\n## C\n": {{Text: "a: b\n\n## C"}},
		"-- wins/a.md (whole) --\n---\ndate: x\n---\n\n-- wins/b.png (picture) --\n-- c --": {
			{"wins/a.md", "---\ndate: x\n---"}, {"wins/b.png (picture)", ""}, {"c", ""},
		},
		"-- a\nb --\n": {{Text: "-- a\nb --"}},
	} {
		if diff := cmp.Diff(want, diag.Excerpts(example)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", example, diff)
		}
	}
}
