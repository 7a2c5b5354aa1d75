package site

import (
	"strings"

	"smallwins/internal/tracker"
)

// movedPage stands at an earlier address of a record, for the links and
// bookmarks that are out there, and leads on to the present one.
type movedPage struct {
	Page
	To Link
}

// moved returns the pages at the earlier addresses. They are no part of the
// site's pages otherwise: nothing lists them or leads to them.
func (b *builder) moved() []job {
	taken := map[string]bool{}
	for _, w := range b.t.Wins {
		taken[foldName(winPath(w))] = true
	}
	for _, in := range b.t.Intakes {
		taken[foldName(intakePath(in))] = true
	}
	var jobs []job
	add := func(section string, aliases []tracker.ID, title, to string) {
		for _, alias := range aliases {
			from := recordPath(section, alias)
			// One that another record has is an error of the records; one that
			// differs from the record's own in case alone is the same folder
			// on many systems.
			if alias == "" || taken[foldName(from)] {
				continue
			}
			taken[foldName(from)] = true
			jobs = append(jobs, job{from, "moved.html", func() any { return b.movedPage(from, section, title, to) }})
		}
	}
	for _, w := range b.t.Wins {
		add("wins", w.Aliases, w.Title, winPath(w))
	}
	for _, in := range b.t.Intakes {
		add("intakes", in.Aliases, in.Title, intakePath(in))
	}
	return jobs
}

func (b *builder) movedPage(from, section, title, to string) *movedPage {
	p := &movedPage{Page: b.page(from, section, b.words.Text("moved.title"), strings.TrimSpace(title))}
	p.Moved = to
	p.To = Link{title, p.url(to)}
	if p.To.Title == "" {
		p.To.Title = strings.TrimSuffix(to, "/index.html")
	}
	return p
}
