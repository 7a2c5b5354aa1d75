package diag_test

import (
	"fmt"
	"testing"

	"smallwins/internal/diag"
)

func TestShelf(t *testing.T) {
	few := diag.NewShelf([]string{"2026-02-15-base", "faster", "calmer"})
	var words []string
	for i := range 5000 {
		words = append(words, fmt.Sprintf("2026-%02d-%02d-the-thing-numbered-%d", i%12+1, i%28+1, i))
	}
	many := diag.NewShelf(append(words, "faster-answers-for-all-of-sales"))
	for _, c := range []struct {
		shelf             *diag.Shelf
		got, near, longer string
	}{
		{few, "fastr", "faster", ""},
		{few, "2026-02-15", "", "2026-02-15-base"},
		{few, "cal", "", ""},
		{few, "elsewhere", "", ""},
		{many, "fastr-answers-for-all-of-sales", "faster-answers-for-all-of-sales", ""},
		{many, "faster-answers-for-all-of-sals", "faster-answers-for-all-of-sales", ""},
		{many, "faster-answers", "", "faster-answers-for-all-of-sales"},
		{many, "2026-01-01", "", ""},
		{many, "elsewhere", "", ""},
	} {
		if near := c.shelf.Nearest(c.got); near != c.near {
			t.Errorf("near %q: %q, want %q", c.got, near, c.near)
		}
		if longer := c.shelf.Longer(c.got); longer != c.longer {
			t.Errorf("longer than %q: %q, want %q", c.got, longer, c.longer)
		}
	}
	if near := diag.NewShelf(nil).Nearest("x"); near != "" {
		t.Error(near)
	}
}
