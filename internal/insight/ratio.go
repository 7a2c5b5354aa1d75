package insight

import (
	"math"
	"strconv"

	"smallwins/internal/message"
)

// Ratio is a count out of another: N of D.
type Ratio struct{ N, D int }

// String returns "3 of 8".
func (r Ratio) String() string { return Count(r.N) + " of " + Count(r.D) }

// In returns "3 of 8" in the words of a language.
func (r Ratio) In(words *message.Language) string { return words.Share(r.N, r.D) }

// Percent returns the ratio in whole per cent; ok is false when D is below the
// minimum of cases, because a percentage would then say more than is known.
func (r Ratio) Percent(minimum int) (percent int, ok bool) {
	if r.D < minimum || r.D <= 0 {
		return 0, false
	}
	percent = int(math.Round(100 * float64(r.N) / float64(r.D)))
	switch {
	case percent == 100 && r.N < r.D:
		percent = 99
	case percent == 0 && r.N > 0:
		percent = 1
	}
	return percent, true
}

// WithPercent returns "6 of 8 (75%)", and "3 of 4" below the minimum.
func (r Ratio) WithPercent(minimum int) string {
	if p, ok := r.Percent(minimum); ok {
		return r.String() + " (" + strconv.Itoa(p) + "%)"
	}
	return r.String()
}
