package insight

import "smallwins/internal/tracker"

// Halves are the earlier and the later half of the quarters: with k quarters
// the first ⌊k/2⌋ and the last ⌊k/2⌋, so that the middle one of an odd number
// belongs to neither.
type Halves struct {
	Early, Late []tracker.Quarter
	Middle      tracker.Quarter // in neither half; zero where there is none
}

// halves splits the quarters of the period.
func (f *Figures) halves() Halves {
	qs := f.Quarters
	h := len(qs) / 2
	halves := Halves{Early: qs[:h:h], Late: qs[len(qs)-h:]}
	if h > 0 && len(qs)%2 == 1 {
		halves.Middle = qs[h]
	}
	return halves
}

// between says which quarter is in neither half; "" where there is none.
func (f *Figures) between(h Halves) string {
	if h.Middle == (tracker.Quarter{}) {
		return ""
	}
	return f.Words.Text("insight.halves.between", "quarter", h.Middle)
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

// noTrend says what is missing for two halves with so many cases to be compared;
// "" when nothing is.
func (f *Figures) noTrend(early, late int) string {
	say := f.Words.Text
	switch {
	case len(f.Quarters) < 2:
		return say("insight.halves.one-quarter")
	case early < f.minimum && late < f.minimum:
		return say("insight.halves.both", "early", early, "late", late, "minimum", f.minimum)
	case early < f.minimum:
		return say("insight.halves.early", "have", early, "minimum", f.minimum)
	case late < f.minimum:
		return say("insight.halves.late", "have", late, "minimum", f.minimum)
	}
	return ""
}

// Spans names two halves: "2025 Q1 to 2025 Q3" and "2025 Q4 to 2026 Q2", or ""
// and "" where there are none.
func (f *Figures) Spans(h Halves) (early, late string) {
	if len(h.Early) == 0 {
		return "", ""
	}
	return f.span(h.Early), f.span(h.Late)
}

func (f *Figures) span(qs []tracker.Quarter) string {
	first, last := f.Words.Quarter(qs[0]), f.Words.Quarter(qs[len(qs)-1])
	if first == last {
		return first
	}
	return f.Words.To(first, last)
}
