package tracker_test

import (
	"testing"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

func TestOrigin(t *testing.T) {
	o := tracker.NewOrigin("wins/a.md")
	for path, line := range map[string]int{"date": 2, "follow_ups": 3, "follow_ups[1]": 5, "follow_ups[1].by": 6, "follow_ups[10].moved[2].to": 9, "priorities": 7} {
		o.Mark(path, diag.Pos{Line: line, Column: 1}, diag.Pos{})
	}
	for _, c := range []struct {
		path  string
		wrote bool
		line  int // 0 for the file as a whole
	}{
		{"date", true, 2},
		{"priorities", true, 7},
		{"follow_ups[1].by", true, 6},
		{"follow_ups[1].who", false, 5},
		{"follow_ups[1].moved[0].to", false, 5},
		{"follow_ups[0].by", false, 3},
		{"follow_ups[10].moved[2].to", true, 9},
		{"follow_ups[10].moved[2].on", false, 3},
		{"follow_ups", true, 3},
		{"follow", false, 0},
		{"dates", false, 0},
		{"why", false, 0},
		{"", false, 0},
	} {
		want := diag.Place{File: "wins/a.md"}
		if c.line > 0 {
			want.Pos = diag.Pos{Line: c.line, Column: 1}
		}
		if got := o.At(c.path); got != want {
			t.Errorf("%q stands at %s, want %s", c.path, got, want)
		}
		if got := o.Wrote(c.path); got != c.wrote {
			t.Errorf("%q was written: %v, want %v", c.path, got, c.wrote)
		}
	}
	if want := (diag.Place{File: "wins/a.md", Pos: diag.Pos{Line: 1, Column: 1}}); o.Top() != want {
		t.Errorf("top is %s, want %s", o.Top(), want)
	}
}

func TestOriginOfNothing(t *testing.T) {
	var o tracker.Origin
	if o.Wrote("date") || o.Wrote("") || o.At("date") != (diag.Place{}) {
		t.Error("a record that nobody wrote has places")
	}
}
