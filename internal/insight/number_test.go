package insight

import (
	"math"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, tc := range []struct {
		v    float64
		unit string
		want string
	}{
		{61, "%", "61%"}, {9.4, "per 1,000 loads", "9.4 per 1,000 loads"}, {1900, "people", "1,900 people"}, {1, "people", "1 person"},
		{1234567.5, "", "1,234,567.5"}, {-0.5, "%", "−0.5%"}, {1, "cycles", "1 cycle"}, {0, "cycles", "0 cycles"}, {3, "cycles", "3 cycles"},
		{1, "losses", "1 losses"}, {1, "of 38", "1 of 38"}, {12, "€", "€12"}, {0.1 + 0.2, "", "0.3"}, {math.NaN(), "", "?"}, {1, "%", "1%"},
	} {
		if got := Number(tc.v, tc.unit); got != tc.want {
			t.Errorf("Number(%v, %q) = %q, want %q", tc.v, tc.unit, got, tc.want)
		}
	}
	if got, want := Change(9.4, 7.5, "per 1,000 loads"), "9.4 to 7.5 per 1,000 loads"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := Short(7.5, "per 1,000 loads")+Short(7.5, "%"), "7.57.5%"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestRatio(t *testing.T) {
	for _, tc := range []struct {
		r       Ratio
		percent int
		ok      bool
		says    string
	}{
		{Ratio{3, 4}, 0, false, "3 of 4"},
		{Ratio{3, 5}, 60, true, "3 of 5 (60%)"},
		{Ratio{199, 200}, 99, true, "199 of 200 (99%)"},
		{Ratio{1, 1000}, 1, true, "1 of 1,000 (1%)"},
		{Ratio{0, 5}, 0, true, "0 of 5 (0%)"},
		{Ratio{5, 5}, 100, true, "5 of 5 (100%)"},
		{Ratio{0, 0}, 0, false, "0 of 0"},
	} {
		if p, ok := tc.r.Percent(5); p != tc.percent || ok != tc.ok {
			t.Errorf("%v: %d, %v", tc.r, p, ok)
		}
		if got := tc.r.WithPercent(5); got != tc.says {
			t.Errorf("%q, want %q", got, tc.says)
		}
	}
	if _, ok := (Ratio{}).Percent(0); ok {
		t.Error("0 of 0 has a percentage")
	}
}
