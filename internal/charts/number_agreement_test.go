package charts

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

var (
	oneOfMany = regexp.MustCompile(`\b1 (wins|requests|promises|links|priorities|outcomes|cases|days|intakes|readings)\b|\ball 1\b`)
	manyOfOne = regexp.MustCompile(`\b(0|[2-9]|\d\d+) (win|request|promise|link|priority|outcome|case|day|intake|reading)\b`)
)

// small has d wins of the period, n of them linked, before as many from before
// it, and one reading or two of each of its outcomes.
func small(n, d, before, priorities, outcomes int) *insight.Figures {
	s := tracker.Strategy{Settings: tracker.Defaults()}
	s.Settings.StartedOn, s.Settings.AsOf = tracker.NewDate(2025, 1, 1), tracker.NewDate(2025, 12, 31)
	for i := range outcomes {
		s.Outcomes = append(s.Outcomes, &tracker.Outcome{
			ID: tracker.ID(fmt.Sprintf("o%d", i)), Title: fmt.Sprintf("O%d", i),
			Readings: []tracker.Reading{
				{Date: tracker.NewDate(2025, 3, 31), Value: tracker.Number{Value: 1, Known: true}},
				{Date: tracker.NewDate(2025, 9, 30), Value: tracker.Number{Value: 2, Known: true}},
			},
			OtherFactors: []tracker.Factor{{What: "Something else"}},
		})
	}
	for i := range priorities {
		s.Priorities = append(s.Priorities, &tracker.Priority{ID: tracker.ID(fmt.Sprintf("p%d", i)), Title: fmt.Sprintf("P%d", i), Outcomes: []tracker.ID{"o0"}})
	}
	if priorities > 1 {
		s.Priorities[priorities-1].To = tracker.NewDate(2024, 12, 31)
	}
	var wins []*tracker.Win
	for i := range d + before {
		w := &tracker.Win{ID: tracker.ID(fmt.Sprintf("w%d", i)), Title: "W", Date: tracker.NewDate(2025, 5, 1+i)}
		switch {
		case i >= d:
			w.Date, w.Priorities = tracker.NewDate(2024, 5, 1), []tracker.ID{"p0"}
		case i < n:
			w.Priorities = []tracker.ID{"p0"}
		}
		wins = append(wins, w)
	}
	return insight.Compute(tracker.New(s, wins, nil, tracker.Census{}))
}

func TestNumbersAgree(t *testing.T) {
	for d := range 4 {
		for n := range d + 1 {
			for before := range 3 {
				for things := range 3 {
					what := fmt.Sprintf("%d of %d, %d before, %d things", n, d, before, things)
					for _, c := range all(small(n, d, before, things, things), "") {
						for part, text := range map[string]string{"title": c.Title, "subtitle": c.Subtitle, "source": c.Source, "description": c.Description} {
							for _, wrong := range []*regexp.Regexp{oneOfMany, manyOfOne} {
								if m := wrong.FindString(text); m != "" {
									t.Errorf("%s: the %s of %s says %q: %s", what, part, c.ID, m, text)
								}
							}
							if regexp.MustCompile(`\b0 (wins|priorities|outcomes) aimed|\b0 outcomes|\b0 of 0\b`).MatchString(text) {
								t.Errorf("%s: the %s of %s: %s", what, part, c.ID, text)
							}
						}
					}
				}
			}
		}
	}
}

func TestSourcesSayWhatIsLeftOut(t *testing.T) {
	for _, tc := range []struct {
		name                             string
		n, d, before                     int
		title, subtitle, chain, priority string
	}{
		{"some before", 1, 3, 2, "1 of 3 wins leads to 1 of 2 outcomes", "; 1 link from 1 of 3 wins. ",
			"3 wins, 1 priority and 2 outcomes, as of 31 December 2025; 2 wins from before 1 January 2025 left out; 1 priority not active in the period left out.",
			"1 of 3 wins names a priority"},
		{"all before", 0, 0, 2, "Not enough data yet: all 2 wins are from before the period", "; all 2 wins are from before the period. ",
			"No win, 1 priority and 2 outcomes, as of 31 December 2025; 2 wins from before 1 January 2025 left out; 1 priority not active in the period left out.",
			"Not enough data yet: all 2 wins are from before the period"},
		{"nothing", 0, 0, 0, "Not enough data yet: no win is recorded yet", "; no win is recorded yet. ",
			"No win, 1 priority and 2 outcomes, as of 31 December 2025; 1 priority not active in the period left out.",
			"Not enough data yet: no win is recorded yet"},
	} {
		f := small(tc.n, tc.d, tc.before, 2, 2)
		c := Chain(f, "")
		if c.Title != tc.title || !strings.Contains(c.Subtitle, tc.subtitle) || c.Source != tc.chain {
			t.Errorf("%s: %s / %s / %s", tc.name, c.Title, c.Subtitle, c.Source)
		}
		w := WinsByPriority(f, "")
		if w.Title != tc.priority || w.Source != strings.Replace(tc.chain, ", 1 priority and 2 outcomes", " and 1 priority", 1) {
			t.Errorf("%s: %s / %s", tc.name, w.Title, w.Source)
		}
		if tc.d > 0 && !strings.Contains(w.Subtitle, "; "+w.Title+". ") {
			t.Errorf("%s: %s and %s do not agree", tc.name, w.Title, w.Subtitle)
		}
	}
}

// The story, its chart and its source count the same wins.
func TestReadingsCountTheirWinsAsTheStoryDoes(t *testing.T) {
	for _, tc := range []struct {
		n, before    int
		title, aimed string
	}{
		{2, 1, "; 3 wins aimed at it", "3 wins aimed at it, as of 31 December 2025."},
		{0, 1, "; 1 win aimed at it", "1 win aimed at it, as of 31 December 2025."},
	} {
		f := small(tc.n, tc.n, tc.before, 1, 1)
		if c := Readings(f, f.Stories[0], ""); !strings.HasSuffix(c.Title, tc.title) || c.Source != tc.aimed {
			t.Errorf("%s / %s", c.Title, c.Source)
		}
	}
	f := small(1, 1, 0, 1, 1)
	f.Stories[0].Outcome.Readings[1].Date = tracker.NewDate(2025, 4, 2) // before the win
	f = insight.Compute(f.Tracker)
	c := Readings(f, f.Stories[0], "")
	if want := "No win aimed at it by the last reading, 1 since, as of 31 December 2025."; c.Source != want {
		t.Errorf("%q, want %q", c.Source, want)
	}
}
