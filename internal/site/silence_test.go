package site

import (
	"encoding/csv"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"smallwins/internal/tracker"
)

// silent is a tracker with a pair of each kind.
func silent(t *testing.T) *tracker.Tracker {
	t.Helper()
	win := func(id tracker.ID, days int, with tracker.Person) *tracker.Win {
		return &tracker.Win{ID: id, Title: "Win " + string(id), Date: today.AddDays(-days), EnteredBy: "Bo", Collaborators: []tracker.Person{with}, Priorities: []tracker.ID{"calls"}, Stage: tracker.Agreed}
	}
	asked := win("e", 10, "ada")
	asked.Intake = "i"
	return trackerOf(t, func(s *tracker.Strategy) {
		s.Settings.Repository = tracker.Repository{URL: "https://github.com/fen/wins"}
		s.Priorities = []*tracker.Priority{{ID: "calls", Title: "Fewer calls"}, {ID: "Été", Title: "Summer"}, {ID: "old", Title: "Paper", To: today.AddDays(-5)}}
		s.Stakeholders = []*tracker.Stakeholder{
			{ID: "ada", Name: "Ada", Title: "Head of Care", Department: "Care"},
			{ID: "sal", Name: "Sal", Title: "Head of Sales", Department: "Sales"},
			{ID: "fay", Name: "Fay", Title: "Head of Finance", Department: "Finance"},
		}
	}, []*tracker.Win{win("a", 74, "sal"), asked, win("c", 20, "ada"), win("d", 3, "Somebody (Driver)")}, []*tracker.Intake{{
		ID: "i", Title: "A course", Request: prose("Please."), Stakeholder: "ada", RequestedOn: today.AddDays(-15), Status: tracker.StatusExploring,
	}})
}

// silenceMap reads the map as a reader does: the kind and the text of each
// cell, by priority and department.
func silenceMap(p *html.Node) map[string][]string {
	cells := map[string][]string{}
	heads := find(p, ".silence thead th")
	for _, row := range find(p, ".silence tbody tr") {
		for i, td := range find(row, "td") {
			kind := strings.TrimPrefix(attribute(find(td, ".evidence")[0], "class"), "evidence evidence-")
			pair := textOf(find(row, "th .pri a")[0]) + ", " + textOf(heads[i+1])
			if label := attribute(td, "data-label"); label != textOf(heads[i+1]) {
				pair += " but " + label
			}
			cells[pair] = []string{kind, textOf(td)}
		}
	}
	return cells
}

func TestSilenceMap(t *testing.T) {
	const offered, quiet, elsewhere = "No record known record a win here", "No record known", "No known department"
	want := map[string][]string{
		"Fewer calls, Care": {"recent", "2 wins and 1 request, last 20 June 2026"}, "Fewer calls, Sales": {"stale", "1 win, last 17 April 2026, 74 days ago"},
		"Fewer calls, Finance": {"none", offered}, "Fewer calls, " + elsewhere: {"recent", "1 win, last 27 June 2026"},
		"Summer, Care": {"none", offered}, "Summer, Sales": {"none", offered}, "Summer, Finance": {"none", offered}, "Summer, " + elsewhere: {"none", "None"},
		"Paper, Care": {"none", quiet}, "Paper, Sales": {"none", quiet}, "Paper, Finance": {"none", quiet}, "Paper, " + elsewhere: {"none", "None"},
	}
	for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
		files := build(t, silent(t).Redacted(edition))
		p := pages(t, files)["priorities/index.html"]
		if diff := cmp.Diff(want, silenceMap(p)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", edition, diff)
		}
		if got := textOf(find(p, "#fig-silence .finding")[0]); got != "No known record for 4 of 6 pairs, none lately for 1; 1 record without a department" {
			t.Errorf("%s: the finding is %q", edition, got)
		}
		for _, honest := range []string{"No known record is not to say that nothing was done", "1 record names nobody whose department we know", "Recorded in the last 60 days", "Nothing in the last 60 days"} {
			if said := textOf(find(p, "#fig-silence")[0]); !strings.Contains(said, honest) {
				t.Errorf("%s: the map does not say %q: %s", edition, honest, said)
			}
		}
		for selector, n := range map[string]int{
			`.chart-table.silence[tabindex="0"][role=region][aria-label]`:                     1,
			`#fig-silence .chart-foot a[href="../about/silence/index.html"]`:                  1,
			`#fig-silence .chart-foot a[href="../about/silence/index.html#none"]`:             1,
			`#fig-silence .chart-foot a[href="../data/silence.csv"][download]`:                1,
			`.silence a.num-link[href="../about/silence/index.html#calls-care"]`:              1,
			`.silence a.num-link[href="../about/silence/index.html#calls-sales"]`:             1,
			`#fig-silence figcaption a.num-link[href="../about/silence/index.html#unplaced"]`: 1,
			`.silence th[scope=col]`: 5,
			`.silence th[scope=row]`: 3,
			`.silence td a.offer`:    4,
			`.silence th a.offer`:    0,
		} {
			if got := len(find(p, selector)); got != n {
				t.Errorf("%s: %d of %s, want %d", edition, got, selector, n)
			}
		}
		for _, a := range find(p, ".silence td a.offer") {
			u, err := url.Parse(attribute(a, "href"))
			own := textOf(find(a.Parent.Parent, "th .pri a")[0])
			id := map[string]string{"Fewer calls": "calls", "Summer": "Été"}[own]
			if err != nil || u.Host != "github.com" || !strings.Contains(u.Query().Get("value"), "\npriorities: ["+id+"]\n") {
				t.Errorf("%s: a win for %q starts from %s", edition, own, attribute(a, "href"))
			}
		}
		rows, err := csv.NewReader(strings.NewReader(files["data/silence.csv"])).ReadAll()
		if err != nil || len(rows) != 1+len(want) {
			t.Fatalf("%s: %d rows of data, %v", edition, len(rows), err)
		}
		if diff := cmp.Diff([]string{"Fewer calls", "Sales", "Nothing in the last 60 days", "1", "0", "2026-04-17", "74"}, rows[2]); diff != "" {
			t.Errorf("%s: data (-want +got):\n%s", edition, diff)
		}
	}
}

// A large map offers the form once for each priority, and not at all where
// there is no forge; one without departments says what is missing.
func TestSilenceMapOfManyDepartments(t *testing.T) {
	many := func(url string, departments int) *tracker.Tracker {
		return trackerOf(t, func(s *tracker.Strategy) {
			s.Settings.Repository.URL = url
			for i := range departments {
				n := tracker.ID(fmt.Sprint("d", i))
				s.Stakeholders = append(s.Stakeholders, &tracker.Stakeholder{ID: n, Name: "N" + string(n), Title: "T", Department: "Department " + string(n)})
			}
			s.Priorities = []*tracker.Priority{{ID: "p", Title: "Calls"}, {ID: "q", Title: "Paper"}}
		}, nil, nil)
	}
	for _, tt := range []struct {
		name                               string
		tr                                 *tracker.Tracker
		columns, inCells, inRows, manyRows int
	}{
		{"40 departments", many("https://github.com/fen/wins", 40), 42, 0, 2, 1},
		{"40 departments, no forge", many("", 40), 42, 0, 0, 1},
		{"3 departments", many("https://github.com/fen/wins", 3), 5, 6, 0, 0},
		{"no department", many("https://github.com/fen/wins", 0), 0, 0, 0, 0},
	} {
		files := build(t, tt.tr)
		p := pages(t, files)["priorities/index.html"]
		whole(t, tt.name, p)
		for selector, n := range map[string]int{
			".silence thead th": tt.columns, ".silence td a.offer": tt.inCells, ".silence th a.offer": tt.inRows, "#fig-silence.many": tt.manyRows, "#fig-silence .finding": 1,
		} {
			if got := len(find(p, selector)); got != n {
				t.Errorf("%s: %d of %s, want %d", tt.name, got, selector, n)
			}
		}
		if n := len(files["priorities/index.html"]); n > 90<<10 {
			t.Errorf("%s: the page has %d bytes", tt.name, n)
		}
		if _, there := files["data/silence.csv"]; there != (tt.columns > 0) {
			t.Errorf("%s: data of the map: %v", tt.name, there)
		}
	}
}

func TestPriorityIsNotSaidAgainUnderItsOwnHead(t *testing.T) {
	p := pages(t, build(t, oneOfAll(t)))
	own := find(p["priorities/calls/index.html"], "main .records .pri")
	if len(own) != 0 || len(find(p["priorities/calls/index.html"], "main .records .title")) == 0 {
		t.Errorf("the wins of a priority name it %d times", len(own))
	}
	if len(find(p["wins/index.html"], "main .records .pri")) == 0 {
		t.Error("the list of all wins does not name it")
	}
}
