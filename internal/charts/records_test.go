package charts

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// series are the series of a chart, each with its data.
func series(t *testing.T, c *Chart) []map[string]any {
	t.Helper()
	var o struct {
		Series []map[string]any `json:"series"`
	}
	if err := json.Unmarshal(c.Options, &o); err != nil {
		t.Fatal(c.ID, err)
	}
	return o.Series
}

func marksOf(s map[string]any) []map[string]any {
	list, _ := s["data"].([]any)
	marks := make([]map[string]any, len(list))
	for i, m := range list {
		marks[i] = m.(map[string]any)
	}
	return marks
}

// The calendar has every win of the period once; a day of one win leads to it,
// and one of several to their quarter.
func TestCalendarHasEveryWin(t *testing.T) {
	f := figures(t, 40)
	total, days := 0, 0
	for _, s := range series(t, Calendar(f, "")) {
		for _, m := range marksOf(s) {
			days++
			value := m["value"].([]any)
			n := int(value[1].(float64))
			total += n
			leads := m["url"].(string)
			if one := strings.HasPrefix(leads, "wins/gewinn-"); one != (n == 1) || !one && !strings.HasPrefix(leads, "wins/index.html?period=2025-Q") {
				t.Errorf("%v: %d wins lead to %s", value[0], n, leads)
			}
			if n > 1 && m["name"] != strconv.Itoa(n) {
				t.Errorf("%v: %d wins are labelled %v", value[0], n, m["name"])
			}
		}
	}
	if total != len(f.Coverage.Wins) || days != len(f.Coverage.ByDay()) {
		t.Errorf("%d wins on %d days, want %d on %d", total, days, len(f.Coverage.Wins), len(f.Coverage.ByDay()))
	}
}

// A long period is drawn from its end; the table has all of it.
func TestCalendarOfManyYears(t *testing.T) {
	s := tracker.Strategy{Settings: tracker.Defaults()}
	s.Settings.StartedOn, s.Settings.AsOf = tracker.NewDate(2019, 3, 5), tracker.NewDate(2025, 8, 31)
	var wins []*tracker.Win
	for _, year := range []int{2019, 2023, 2025} {
		wins = append(wins, &tracker.Win{ID: tracker.ID(strconv.Itoa(year)), Title: "W", Date: tracker.NewDate(year, 7, 1)})
	}
	c := Calendar(insight.Compute(tracker.New(s, wins, nil, tracker.Census{})), "")
	if got := series(t, c); len(got) != calendarHalves || len(marksOf(got[0])) != 0 || len(marksOf(got[1])) != 1 || len(marksOf(got[5])) != 1 {
		t.Errorf("%d halves are drawn: %v", len(got), got)
	}
	if !strings.HasSuffix(c.Subtitle, "Drawn from 1 January 2023 on; the table has every month.") || len(c.Table.Rows) != 78 {
		t.Errorf("%s (%d rows)", c.Subtitle, len(c.Table.Rows))
	}
	if c.Title != "3 of 78 months have a win" {
		t.Errorf("%s", c.Title)
	}
}

// Each request is a band of its own that leads to its page.
func TestRequestedHasABandForEachRequest(t *testing.T) {
	for _, n := range []int{1, 5, 40} {
		f := figures(t, n)
		c := Requested(f, "../")
		links := series(t, c)[0]["links"].([]any)
		if len(links) != f.Requested.Ratio.D || len(c.Table.Rows) != f.Requested.Ratio.D {
			t.Errorf("%d bands and %d rows for %d requests", len(links), len(c.Table.Rows), f.Requested.Ratio.D)
		}
		strong := 0
		for _, l := range links {
			m := l.(map[string]any)
			if !strings.HasPrefix(m["url"].(string), "../intakes/i") {
				t.Errorf("a band leads to %v", m["url"])
			}
			if m["lineStyle"].(map[string]any)["color"] == ink {
				strong++
			}
		}
		if strong != f.Requested.Ratio.N {
			t.Errorf("%d strong bands, want %d", strong, f.Requested.Ratio.N)
		}
	}
}

// One mark a promise, up to where a bar is easier to read; the table, the
// description and the figures count the same.
func TestPromisesBySize(t *testing.T) {
	for _, n := range []int{1, 5, 40} {
		f := figures(t, n)
		p := &f.Promises
		c := PromisesBySize(f, "../")
		want := p.Small.Total() + p.Big.Total() + p.Business.Total()
		marks, bars, diamonds := 0, 0, 0
		for _, s := range series(t, c) {
			for _, m := range marksOf(s) {
				switch {
				case s["type"] == "bar":
					bars += int(m["value"].(float64))
				case m["tip"] != nil:
					marks++
					if m["symbol"] == "diamond" {
						diamonds++
					}
				}
			}
		}
		if marks+bars != want || (bars > 0) != (n == 40) {
			t.Errorf("%d: %d marks and %d in bars for %d promises", n, marks, bars, want)
		}
		inTable, moved := 0, 0
		for _, r := range c.Table.Rows {
			for _, cell := range r[1 : len(r)-1] {
				v, err := strconv.Atoi(cell.Text)
				if err != nil {
					t.Fatal(err)
				}
				inTable += v
			}
			v, _ := strconv.Atoi(r[len(r)-1].Text)
			moved += v
		}
		if inTable != want || bars == 0 && diamonds != moved {
			t.Errorf("%d: %d in the table for %d promises; %d diamonds for %d moved", n, inTable, want, diamonds, moved)
		}
	}
}

// Leaders are not told what became of single promises of the business: those
// are counted, and lead to no record.
func TestPromisesOfTheBusinessNameNobodyToLeaders(t *testing.T) {
	f := figures(t, 8)
	f = insight.Compute(f.Tracker.Redacted(tracker.LeadersEdition))
	if len(f.Promises.Business.Kept) == 0 {
		t.Fatal("no promise of the business is counted")
	}
	c := PromisesBySize(f, "")
	if at := slices.Index(c.Table.Head, "Not kept on the day"); at < 0 {
		t.Errorf("the table has no column of what was not kept: %q", c.Table.Head)
	} else {
		last := c.Table.Rows[len(c.Table.Rows)-1]
		if last[at].Text != strconv.Itoa(len(f.Promises.Business.NotKept)) || last[at-1].Text != "" || c.Table.Rows[0][at].Text != "" || c.Table.Rows[0][at-1].Text == "" {
			t.Errorf("the table tells %v of the business and %v of ours", last, c.Table.Rows[0])
		}
	}
	if !strings.Contains(c.Subtitle, "stand as they did on "+f.Words.Day(f.Promises.BusinessOn)) {
		t.Errorf("the subtitle does not say as of when: %s", c.Subtitle)
	}
	for _, s := range series(t, c) {
		if s["name"] != f.Promises.Business.Label {
			continue
		}
		for _, m := range marksOf(s) {
			if m["url"] != "about/promises/index.html" || len(m["tip"].([]any)) != 2 {
				t.Errorf("a promise of the business leads to %v and says %v", m["url"], m["tip"])
			}
		}
	}
}

// Lists tell priorities apart by their folded ids, and so must what leads to
// them.
func TestBandsLeadToPrioritiesWithCapitals(t *testing.T) {
	f := figures(t, 5)
	f.Tracker.Strategy.Priorities[0].ID = "P00"
	for _, e := range newSankey(f, "").edges {
		if got, _ := e["url"].(string); strings.Contains(got, "priority=P") {
			t.Errorf("a band leads to %s", got)
		}
	}
}
