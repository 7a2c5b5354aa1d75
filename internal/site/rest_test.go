package site

import (
	"strconv"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// A tracker of many years stays legible and light: long lists within pages
// begin, and say how much is left.
func TestLongListsWithinPagesBegin(t *testing.T) {
	const many = 3 * onAListPage
	var wins []*tracker.Win
	for i := range many {
		w := &tracker.Win{ID: tracker.ID("w" + strconv.Itoa(i)), Title: "A win with a name", Date: today.AddDays(-i), HowToReplicate: prose("Ask first.")}
		if i%3 == 0 {
			w.Priorities = []tracker.ID{"p"}
		}
		wins = append(wins, w)
	}
	tr := trackerOf(t, func(s *tracker.Strategy) {
		s.Priorities = append(s.Priorities, &tracker.Priority{ID: "p", Title: "Priority", Outcomes: []tracker.ID{"o"}})
		s.Outcomes = append(s.Outcomes, &tracker.Outcome{ID: "o", Title: "Outcome", Measure: tracker.Measure{Name: "Calls"},
			Readings: []tracker.Reading{{Date: today, Value: number64(2)}}})
	}, wins, nil)
	files := build(t, tr)
	parsed := pages(t, files)
	for _, c := range []struct {
		page, lines string
		most        int
		says        string
	}{
		{"priorities/index.html", "#unlinked ~ .records > li", linesShown, "400 more are not listed on this page."},
		{"outcomes/o/index.html", ".records > li", winsInALane, "All 250 wins"},
		{"playbook/index.html", ".recipes > li", onAListPage, "500 more recipes stand on the pages of the wins and in the data."},
	} {
		p := parsed[c.page]
		if n := len(find(p, c.lines)); n != c.most {
			t.Errorf("%s lists %d, want %d", c.page, n, c.most)
		}
		if main := textOf(find(p, "main")[0]); !strings.Contains(main, c.says) {
			t.Errorf("%s does not say %q", c.page, c.says)
		}
	}
	if n := len(find(parsed["playbook/index.html"], "form[data-filter]")); n != 0 {
		t.Error("recipes can be filtered though not all of them are on the page")
	}
	// Script takes what a chart asked the list for from here to the search.
	for _, name := range []string{"wins/index.html", "wins/~2/index.html"} {
		links := find(parsed[name], `a[href$="search/index.html?kind=win"]`)
		if len(links) != len(find(parsed[name], "a[data-narrow]")) {
			t.Errorf("%s: the way to the search bears no mark", name)
		}
	}
	for name, body := range files {
		if strings.HasSuffix(name, ".html") && len(body) > 600<<10 {
			t.Errorf("%s has %d bytes", name, len(body))
		}
	}
}
