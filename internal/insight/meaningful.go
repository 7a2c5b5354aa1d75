package insight

import "math"

// slack absorbs what binary fractions do to decimals: 9.4 - 9.0 is 0.4.
const slack = 1e-9

// below reports whether a difference is smaller than the one that matters.
func below(difference, meaningful float64) bool { return math.Abs(difference) < meaningful-slack }

// same reports whether two values are the same for a reader.
func same(a, b float64) bool { return math.Abs(a-b) < slack }
