package insight

import "smallwins/internal/tracker"

// Halves are the earlier and the later half of the quarters: with k quarters
// the first ⌊k/2⌋ and the last ⌊k/2⌋, so that the middle one of an odd number
// belongs to neither.
type Halves struct {
	Early, Late []tracker.Quarter
	Middle      string // the label of the quarter in neither half; "" where there is none
}

// halvesOf splits the quarters.
func halvesOf(qs []tracker.Quarter) Halves {
	h := len(qs) / 2
	halves := Halves{Early: qs[:h:h], Late: qs[len(qs)-h:]}
	if h > 0 && len(qs)%2 == 1 {
		halves.Middle = qs[h].Label()
	}
	return halves
}

// between says which quarter is in neither half; "" where there is none.
func (h Halves) between() string {
	if h.Middle == "" {
		return ""
	}
	return h.Middle + " lies between the halves and is in neither."
}

// half says which half the i-th of k quarters lies in: -1 the earlier, 1 the
// later, 0 neither.
func half(i, k int) int {
	switch h := k / 2; {
	case i < h:
		return -1
	case i >= k-h:
		return 1
	}
	return 0
}

// noTrend says what is missing for two halves to be compared; "" when nothing
// is.
func noTrend(quarters, early, late, minimum int) string {
	switch {
	case quarters < 2:
		return "one quarter is not two halves"
	case early < minimum && late < minimum:
		return "the halves have " + count(early, "case", "cases") + " and " + count(late, "case", "cases") + "; each needs " + Count(minimum)
	case early < minimum:
		return "the earlier half has " + needs(early, minimum, "case", "cases")
	case late < minimum:
		return "the later half has " + needs(late, minimum, "case", "cases")
	}
	return ""
}

// Spans names the two halves: "2025 Q1 to 2025 Q3" and "2025 Q4 to 2026 Q2",
// or "" and "" where there are none.
func (h Halves) Spans() (early, late string) {
	if len(h.Early) == 0 {
		return "", ""
	}
	return span(h.Early), span(h.Late)
}

func span(qs []tracker.Quarter) string {
	first, last := qs[0].Label(), qs[len(qs)-1].Label()
	if first == last {
		return first
	}
	return first + " to " + last
}
