package site

import (
	"testing"

	"smallwins/internal/tracker"
)

func TestLabelsDoNotLieOnTheLine(t *testing.T) {
	gap := tracker.Number{}
	for _, tt := range []struct {
		name        string
		readings    []tracker.Number
		at          int
		above, left bool
	}{
		{"rises to and from it", []tracker.Number{number64(1), number64(2), number64(3)}, 1, true, true},
		{"falls to and from it", []tracker.Number{number64(3), number64(2), number64(1)}, 1, true, false},
		{"a valley", []tracker.Number{number64(3), number64(1), number64(2)}, 1, false, false},
		{"a peak", []tracker.Number{number64(1), number64(3), number64(2)}, 1, true, false},
		{"the first, and it rises", []tracker.Number{number64(1), number64(2)}, 0, false, false},
		{"after a gap, and it rises", []tracker.Number{number64(1), gap, number64(2), number64(3)}, 2, false, false},
		{"before a gap", []tracker.Number{number64(1), number64(2), gap}, 1, true, false},
		{"the last", []tracker.Number{number64(1), number64(2)}, 1, true, false},
		{"level", []tracker.Number{number64(2), number64(2), number64(2)}, 1, true, false},
	} {
		var readings []tracker.Reading
		for _, v := range tt.readings {
			readings = append(readings, tracker.Reading{Value: v})
		}
		if above, left := labelBeside(readings, tt.at); above != tt.above || left != tt.left {
			t.Errorf("%s: above %v, left %v", tt.name, above, left)
		}
	}
}
