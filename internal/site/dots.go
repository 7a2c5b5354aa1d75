package site

// dotColumn is some unit dots, one for each record, over what they have in
// common. It is set by the partial "dots".
type dotColumn struct {
	Label string
	Count said // "3 of 8", leading to the receipt; nil where the label says enough
	Dots  []dot
}

// dot is one record. Kind is its shape, which the text or the column says in
// words as well; URL is "" where this edition does not say which record it is.
type dot struct{ Kind, URL, Text, Title string }

// mostDots is up to how many records stand as a dot under one word.
const mostDots = 36

// lastOf keeps the last dots of many, behind one that leads to all of them.
func (b *builder) lastOf(dots []dot, all string) []dot {
	more := len(dots) - mostDots
	if more <= 0 {
		return dots
	}
	first := dot{Kind: "more", URL: all, Text: b.words.Text("common.dots.earlier"), Title: b.words.Text("common.dots.all")}
	return append([]dot{first}, dots[more:]...)
}
