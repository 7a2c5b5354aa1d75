package insight

import "smallwins/internal/message"

// Ratio is a count out of another: N of D.
type Ratio struct{ N, D int }

// In returns "3 of 8" in the words of a language.
func (r Ratio) In(words *message.Language) string { return words.Share(r.N, r.D) }
