package site

import "reflect"

// linesShown is up to how many records a list within a page names. The pages of
// the full lists, and the data, have all of them.
const linesShown = 100

// few is the start of a list that may be long; templates call it.
func few(list any) any {
	v := reflect.ValueOf(list)
	return v.Slice(0, min(v.Len(), linesShown)).Interface()
}

// rest says how many of a list few leaves out, or is "".
func (b *builder) rest(list any) string {
	if n := reflect.ValueOf(list).Len() - linesShown; n > 0 {
		return b.words.Text("common.rest", "n", n)
	}
	return ""
}
