package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
	"smallwins/internal/web"
)

// indexed reads the index as a browser does: the rows of all parts, each in
// the place that its part names.
func indexed(t *testing.T, files map[string]string) (facts []searchFact, texts []string) {
	t.Helper()
	const before, after = "(self.smallwinsIndex=self.smallwinsIndex||[]).push(", ");\n"
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasPrefix(name, "search/") || !strings.HasSuffix(name, ".js") {
			continue
		}
		body, ok := strings.CutPrefix(files[name], before)
		body, whole := strings.CutSuffix(body, after)
		var part struct {
			Name  string
			First int
			Rows  json.RawMessage
		}
		if err := json.Unmarshal([]byte(body), &part); !ok || !whole || err != nil {
			t.Fatalf("%s is no part of an index: %v\n%.200s", name, err, files[name])
		}
		if part.Name == "texts" {
			var rows []string
			if err := json.Unmarshal(part.Rows, &rows); err != nil {
				t.Fatal(err)
			}
			texts = placed(texts, part.First, rows)
			continue
		}
		var c searchColumns
		if err := json.Unmarshal(part.Rows, &c); err != nil {
			t.Fatal(err)
		}
		rows := make([]searchFact, len(c.ID))
		for i := range rows {
			rows[i] = searchFact{c.Kind[i], c.ID[i], c.Title[i], c.Date[i], c.By[i], map[string][]string{}}
			for name, column := range c.Facets {
				for _, n := range strings.Fields(column.Rows[i]) {
					var k int
					if _, err := fmt.Sscan(n, &k); err != nil {
						t.Fatal(err)
					}
					rows[i].facets[name] = append(rows[i].facets[name], column.Values[k])
				}
			}
		}
		facts = placed(facts, part.First, rows)
	}
	return facts, texts
}

// placed puts rows at their place among all, whichever part came first.
func placed[T any](all []T, first int, rows []T) []T {
	if n := first + len(rows); n > len(all) {
		all = append(all, make([]T, n-len(all))...)
	}
	copy(all[first:], rows)
	return all
}

func TestSearchIndex(t *testing.T) {
	files := build(t, oneOfAll(t).Redacted(tracker.TeamEdition))
	facts, texts := indexed(t, files)
	type row struct{ Kind, ID, Title, Date, By, Facets, Text string }
	var got []row
	for i, f := range facts {
		var said []string
		for _, name := range slices.Sorted(maps.Keys(f.facets)) {
			said = append(said, name+"="+strings.Join(f.facets[name], ","))
		}
		got = append(got, row{f.kind, string(f.id), f.title, f.date, f.by, strings.Join(said, " "), texts[i]})
	}
	want := []row{
		{"priority", "calls", "Fewer calls", "", "Ada", "outcome=loyal priority=calls", ""},
		{"outcome", "loyal", "Loyal customers", "", "", "outcome=loyal", "Renewals"},
		{"win", "w", "A question was asked", "2026-06-27", "Bo", "outcome=loyal period=2026-Q2 priority=calls role=designer stage=agreed", "Ada asked why.\nWait.\nShe smiled."},
		{"intake", "i", "A course", "2026-05-31", "Care", "outcome=loyal period=2026-Q2 priority=calls status=exploring", "Please.\nAda"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Leaders can find nothing that they could not read.
func TestSearchIndexOfLeaders(t *testing.T) {
	tr := trackerOf(t, func(s *tracker.Strategy) {
		s.Team = []*tracker.Member{{ID: "bo", Name: "Bo Quill", Role: "Designer", Display: "role"}, {ID: "cy", Name: "Cy", Role: "Analyst"}}
	}, []*tracker.Win{
		{ID: "open", Title: "Open", Date: today, EnteredBy: "bo", Pushback: prose("Nettle."), HelpWanted: prose("Thistle."),
			NoticedBy: []tracker.Notice{{Words: "Bramble."}}, FollowUps: []tracker.Promise{{What: "Call", Who: "cy"}}},
		{ID: "closed", Title: "Closed", Date: today, EnteredBy: "cy", Audience: tracker.AudienceTeam},
	}, []*tracker.Intake{{
		ID: "asked", Title: "Asked", RequestedOn: today, Cracks: []tracker.Crack{{What: "Tried", Reaction: "Burdock."}},
		Conversations: []tracker.Conversation{{Reaction: "warm", Note: "Sorrel."}},
	}})
	all := func(e tracker.Edition) string {
		facts, texts := indexed(t, build(t, tr.Redacted(e)))
		return fmt.Sprint(facts, texts)
	}
	leaders, team := all(tracker.LeadersEdition), all(tracker.TeamEdition)
	for _, secret := range []string{"Nettle", "Thistle", "Closed"} {
		if strings.Contains(leaders, secret) || !strings.Contains(team, secret) {
			t.Errorf("%q: leaders find %s\nthe team finds %s", secret, leaders, team)
		}
	}
	for _, nobodys := range []string{"Quill", "Bramble", "Burdock", "Sorrel", "warm"} {
		if strings.Contains(leaders+team, nobodys) {
			t.Errorf("%q can be found", nobodys)
		}
	}
	for _, open := range []string{"Open", "Asked", "Tried", "Call"} {
		if !strings.Contains(leaders, open) {
			t.Errorf("%q cannot be found by leaders", open)
		}
	}
}

func TestSearchIndexIsInParts(t *testing.T) {
	var wins []*tracker.Win
	for i := range 2300 {
		w := &tracker.Win{ID: tracker.ID(fmt.Sprintf("w%04d", i)), Title: "T", Date: today.AddDays(-i)}
		if i%100 == 0 {
			w.Why = tracker.Prose{Text: strings.Repeat("word ", 20_000)}
		}
		wins = append(wins, w)
	}
	b := &builder{t: trackerOf(t, nil, wins, nil)}
	if err := b.indexRecords(); err != nil {
		t.Fatal(err)
	}
	if n := len(b.search.facts); n != 3 {
		t.Errorf("%d parts of facts for 2,300 records, want 3", n)
	}
	files := map[string]string{}
	for _, p := range slices.Concat(b.search.facts, b.search.texts) {
		if len(p.body) > fileBytes+20_000 {
			t.Errorf("%s has %d bytes", p.path, len(p.body))
		}
		files[p.path] = string(p.body)
	}
	facts, texts := indexed(t, files)
	if len(facts) != 2300 || len(texts) != 2300 || b.search.records != 2300 {
		t.Fatalf("%d facts and %d texts of 2,300 records", len(facts), len(texts))
	}
	for i, f := range facts {
		if want := fmt.Sprintf("w%04d", i); string(f.id) != want || (texts[i] != "") != (i%100 == 0) {
			t.Fatalf("record %d is %s with a text of %d bytes, want %s, newest first", i, f.id, len(texts[i]), want)
		}
	}
}

func TestSearchPage(t *testing.T) {
	page := pages(t, build(t, oneOfAll(t).Redacted(tracker.LeadersEdition)))[searchPath]
	if got, want := textOf(find(page, "dl.facts")[0]), "Wins1 Requests1 Priorities1 Outcomes1"; got != want {
		t.Errorf("lists are %q, want %q", got, want)
	}
	if len(find(page, "form[data-search]")) == 0 {
		t.Skip("the search is not built")
	}
	for _, d := range find(page, ".facets details") {
		boxes, counts := len(find(d, "input")), len(find(d, "[data-n]"))
		name := attribute(find(d, "input")[0], "name")
		if want := map[bool]int{true: 0, false: boxes}[name == "role"]; boxes < 2 || counts != want {
			t.Errorf("%s: %d choices, %d of them with a place for a count, want %d", name, boxes, counts, want)
		}
	}

	none := pages(t, build(t, trackerOf(t, nil, nil, nil).Redacted(tracker.LeadersEdition)))[searchPath]
	if len(find(none, "form, script[data-parts]")) != 0 || !strings.Contains(textOf(none), "There is nothing to find yet") {
		t.Errorf("a tracker without records offers: %s", textOf(none))
	}
}

func TestLongListsLeadToTheSearch(t *testing.T) {
	list := func(n int) (filters, links int) {
		var wins []*tracker.Win
		for i := range n {
			wins = append(wins, &tracker.Win{ID: tracker.ID(fmt.Sprintf("w%d", i)), Title: "T", Date: today})
		}
		parsed := pages(t, build(t, trackerOf(t, nil, wins, nil).Redacted(tracker.LeadersEdition)))
		page := parsed["wins/index.html"]
		return len(find(page, "form[data-filter]")), len(find(page, `a[href="../search/index.html?kind=win"]`))
	}
	if _, links := list(onAListPage); links != 0 {
		t.Errorf("a list on one page has %d links to the search", links)
	}
	want := 1
	if _, err := web.Search(); err != nil {
		want = 0
	}
	if filters, links := list(onAListPage + 1); filters != 0 || links != want {
		t.Errorf("a list on two pages has %d filters and %d links to the search", filters, links)
	}
}
