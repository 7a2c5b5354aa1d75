package site

import (
	"html/template"

	"smallwins/internal/tracker"
)

// day writes a day as people read it, and says where there is none.
func (b *builder) day(d tracker.Date) string {
	if d.IsZero() {
		return b.words.Text("date.none")
	}
	return b.words.Day(d)
}

// dayElement is day with the machine's form beside it.
func (b *builder) dayElement(d tracker.Date) template.HTML {
	day := template.HTMLEscapeString(b.day(d))
	if d.IsZero() {
		return template.HTML(day) //nolint:gosec // escaped
	}
	return template.HTML(`<time datetime="` + d.String() + `">` + day + `</time>`) //nolint:gosec // escaped
}
