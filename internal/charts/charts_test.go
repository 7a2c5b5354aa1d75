package charts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// hostile is a title that would matter if it were code, markup or a template.
const hostile = `</script><b>{b} & "token:ink"`

func figures(t *testing.T, priorities int) *insight.Figures {
	day := func(s string) tracker.Date {
		d, err := tracker.ParseDate(s)
		if err != nil {
			t.Fatal(s, err)
		}
		return d
	}
	num := func(v float64) tracker.Number { return tracker.Number{Value: v, Known: true} }
	s := tracker.Strategy{Settings: tracker.Defaults()}
	s.Settings.StartedOn, s.Settings.AsOf = day("2025-01-01"), day("2025-12-31")
	s.Team = []*tracker.Member{{ID: "ann", Role: "Designer"}}
	s.Outcomes = []*tracker.Outcome{
		{
			ID: "calls", Title: hostile, Measure: tracker.Measure{Name: "Calls", Unit: "%", Direction: "up", Target: num(75), By: day("2026-12-31")},
			Readings: []tracker.Reading{
				{Date: day("2025-03-31"), Value: num(0)}, {Date: day("2025-06-30"), Note: "not published"},
				{Date: day("2025-09-30"), Value: num(62.5)}, {Date: day("2025-12-31"), Value: num(16777217)},
			},
			OtherFactors: []tracker.Factor{{Date: day("2025-07-01"), What: hostile}, {What: "undated"}},
		},
		{ID: "lone", Title: "Nothing points here"},
		{ID: "named", Title: "Named by a win", Readings: []tracker.Reading{{Date: day("2025-03-31"), Value: num(3)}}},
	}
	for i := range priorities {
		p := &tracker.Priority{ID: tracker.ID(fmt.Sprintf("p%02d", i)), Title: fmt.Sprintf("Priority %d", i), Outcomes: []tracker.ID{"calls"}}
		if i == 0 {
			p.Title = hostile
		}
		s.Priorities = append(s.Priorities, p)
	}
	var wins []*tracker.Win
	for i := range 4 * priorities {
		w := &tracker.Win{ID: tracker.ID(fmt.Sprintf("gewinn-ü-%d", i)), Title: hostile, Date: day("2025-01-01").AddDays(i * 3 % 365), EnteredBy: "ann"}
		w.Stage = tracker.Stage(tracker.Stages.Terms[i%4].ID)
		switch i % 7 {
		case 5:
			w.Outcomes = []tracker.ID{"named"}
		case 6:
		default:
			w.Priorities = []tracker.ID{s.Priorities[i%priorities].ID, s.Priorities[0].ID}
		}
		if i%5 == 0 {
			w.Undone.Why = "switched off"
		}
		if i%3 == 0 {
			w.Intake = tracker.ID(fmt.Sprintf("i%d", i/3%max(1, priorities/2)))
		}
		w.FollowUps = []tracker.Promise{{What: hostile, Who: "ann", To: "bo", By: day("2025-06-30"), State: tracker.PromiseState([]string{"kept", "late", "missed", "open", "released"}[i%5])}}
		if i%6 == 0 {
			w.FollowUps[0].Moved, w.FollowUps[0].Size = []tracker.Move{{To: day("2025-09-30"), On: day("2025-06-01")}}, tracker.Big
		}
		wins = append(wins, w)
	}
	intakes := []*tracker.Intake{{ID: "i", Title: "I", RequestedOn: day("2025-02-02"), Status: tracker.StatusAgreed, ArrivedAs: tracker.ArrivedProblem}}
	for i := range priorities {
		in := &tracker.Intake{ID: tracker.ID(fmt.Sprintf("i%d", i)), Title: hostile, RequestedOn: day("2025-02-02"), Status: tracker.StatusAgreed, ArrivedAs: tracker.ArrivedSolution}
		in.Requested, in.Agreed = []string{"live"}, [][]string{{"live"}, {"live", "job-aid"}, {"none"}, {"tool-change"}}[i%4]
		in.Commitments = []tracker.Promise{{What: hostile, Who: tracker.Person(fmt.Sprintf("Bo %d", i%2)), To: "ann", By: day("2025-03-31"), State: tracker.PromiseKept}}
		intakes = append(intakes, in)
	}
	return insight.Compute(tracker.New(s, wins, intakes, tracker.Census{}))
}

func all(f *insight.Figures, root string) []*Chart {
	charts := []*Chart{Chain(f, root), WinsByPriority(f, root), Calendar(f, root), Requested(f, root), PromisesBySize(f, root)}
	for _, s := range f.Stories {
		charts = append(charts, Readings(f, s, root))
	}
	return charts
}

func TestOptions(t *testing.T) {
	for _, priorities := range []int{1, 5, 40} {
		first, second := all(figures(t, priorities), "../"), all(figures(t, priorities), "../")
		for i, c := range first {
			what := fmt.Sprintf("%s with %d priorities", c.ID, priorities)
			if !bytes.Equal(c.Options, second[i].Options) {
				t.Errorf("%s: two runs differ", what)
			}
			if !c.Drawn() {
				continue
			}
			var o map[string]any
			if err := json.Unmarshal(c.Options, &o); err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			if bytes.ContainsAny(c.Options, "<>&") {
				t.Errorf("%s: markup that is not escaped", what)
			}
			if bytes.Contains(c.Options, []byte("NaN")) || bytes.Contains(c.Options, []byte("__f__")) {
				t.Errorf("%s: not plain data", what)
			}
			for _, key := range []string{"color", "toolbox", "title"} {
				if _, ok := o[key]; ok {
					t.Errorf("%s: %s is the page's", what, key)
				}
			}
			if d := o["aria"].(map[string]any)["label"].(map[string]any)["description"]; d != c.Description || d == "" {
				t.Errorf("%s: described as %q", what, d)
			}
			marks := 0
			walk(o, "", func(key string, m map[string]any) {
				if f, ok := m["formatter"]; ok && f != "{b}" && f != "{value}%" {
					t.Errorf("%s: content in a formatter: %q", what, f)
				}
				if colour, ok := m["color"].(string); ok && !tokens.MatchString(colour) {
					t.Errorf("%s: colour %q", what, colour)
				}
				tip, ok := m["tip"]
				if !ok || key == "markLine" || key == "markPoint" {
					return
				}
				marks++
				_, leads := m["url"]
				_, reading := m["name"]
				if reading = reading && strings.HasPrefix(c.ID, "readings-"); reading && !leads {
					return // the table has it
				}
				if url, _ := m["url"].(string); !strings.HasPrefix(url, "../") {
					t.Errorf("%s: a mark leads to %q", what, url)
				}
				if lines, ok := tip.([]any); !ok || len(lines) < 2 {
					t.Errorf("%s: tip %v", what, tip)
				}
			})
			if marks == 0 {
				t.Errorf("%s: no mark leads to its records", what)
			}
		}
	}
}

var tokens = regexp.MustCompile(`^(token:[a-z]+(-[1-8])?|source)$`)

// walk visits every object; key is the nearest named component above it.
func walk(v any, key string, visit func(string, map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		visit(key, v)
		for k, part := range v {
			next := key
			if k == "markLine" || k == "markPoint" {
				next = k
			}
			walk(part, next, visit)
		}
	case []any:
		for _, part := range v {
			walk(part, key, visit)
		}
	}
}

// Values stay as they were written: a zero is there, a gap is no zero, and
// large numbers keep their last digit.
func TestReadingsKeepTheirValues(t *testing.T) {
	f := figures(t, 5)
	c := Readings(f, f.Stories[0], "")
	for _, want := range []string{`["2025-03-31",0]`, `["2025-06-30",null]`, `["2025-09-30",62.5]`, `["2025-12-31",16777217]`} {
		if !bytes.Contains(c.Options, []byte(want)) {
			t.Errorf("no %s in %s", want, c.Options)
		}
	}
}

func TestSankeyIsSound(t *testing.T) {
	for _, priorities := range []int{1, 5, mostPriorities, mostPriorities + 1, 40} {
		s := newSankey(figures(t, priorities), "")
		nodes := map[string]bool{}
		middle := 0
		for _, n := range s.nodes {
			name := n["name"].(string)
			if nodes[name] {
				t.Errorf("%d priorities: node %s stands twice", priorities, name)
			}
			nodes[name] = true
			if n["depth"] == priorityColumn {
				middle++
			}
		}
		if middle > mostPriorities {
			t.Errorf("%d priorities: %d of them drawn", priorities, middle)
		}
		for _, e := range s.edges {
			if !nodes[e["source"].(string)] || !nodes[e["target"].(string)] || e["value"].(int) <= 0 {
				t.Errorf("%d priorities: edge %v", priorities, e)
			}
		}
	}
}

// Marks lead to the wins that they count, and to no others.
func TestMarksLeadToWhatTheyCount(t *testing.T) {
	f := figures(t, 5)
	s := newSankey(f, "")
	urls := map[string]bool{}
	for _, m := range append(append([]item{}, s.nodes...), s.edges...) {
		urls[m["url"].(string)] = true
	}
	for _, want := range []string{
		"wins/index.html?linked=yes&stage=in-place", "wins/index.html?linked=yes&stage=undone",
		"wins/index.html?priority=p00&stage=in-place", "wins/index.html?priority=p00&stage=undone",
		"priorities/p00/index.html", "outcomes/calls/index.html",
	} {
		if !urls[want] {
			t.Errorf("no mark leads to %s", want)
		}
	}
	first := func(l layer) any { // of the segments that hold something
		for _, seg := range l.data {
			if seg["value"] != 0 {
				return seg["url"]
			}
			if seg["url"] != nil {
				t.Errorf("%s: an empty segment leads to %v", l.name, seg["url"])
			}
		}
		return nil
	}
	layers := layersOf(f, "")
	loose := layers[len(layers)-1]
	if got, _ := first(loose).(string); !loose.hollow || !strings.HasPrefix(got, "wins/index.html?period=2025-Q") || !strings.HasSuffix(got, "&priority=none") {
		t.Errorf("without a priority: %s", got)
	}
	if got, _ := first(layers[0]).(string); !strings.HasPrefix(got, "priorities/p00/index.html#2025-Q") {
		t.Errorf("with one: %s", got)
	}
	for _, c := range all(f, "") {
		if strings.HasPrefix(c.ID, "readings-calls") && !strings.HasSuffix(c.Subtitle, "wins; hollow ones came undone.") {
			t.Errorf("hollow dots are not explained: %s", c.Subtitle)
		}
		if (c.ID == "chain" || c.ID == "wins-by-priority") && !strings.HasPrefix(c.Description, c.Title) {
			t.Errorf("%s is described as %q, not as its title %q", c.ID, c.Description, c.Title)
		}
	}
}

func TestTables(t *testing.T) {
	for _, c := range all(figures(t, 40), "../../") {
		if c.Title == "" || c.Subtitle == "" || c.Description == "" || c.Source == "" || c.Size == "" || c.Table.Caption == "" {
			t.Errorf("%s: something is not said: %+v", c.ID, c)
		}
		for _, r := range c.Table.Rows {
			if len(r) != len(c.Table.Head) {
				t.Errorf("%s: a row of %d under a head of %d: %v", c.ID, len(r), len(c.Table.Head), r)
			}
			for _, cell := range r {
				if cell.Href != "" && (!strings.HasPrefix(cell.Href, "../../") || strings.ContainsAny(cell.Href, "ü ")) {
					t.Errorf("%s: a cell leads to %q", c.ID, cell.Href)
				}
			}
		}
	}
}

func TestNothingToDraw(t *testing.T) {
	s := tracker.Strategy{Settings: tracker.Defaults(), Outcomes: []*tracker.Outcome{{ID: "o", Title: "O"}}}
	s.Settings.AsOf = tracker.NewDate(2025, 12, 31)
	for _, c := range all(insight.Compute(tracker.New(s, nil, nil, tracker.Census{})), "") {
		if c.Drawn() {
			t.Errorf("%s is drawn from nothing", c.ID)
		}
		if c.Title == "" {
			t.Errorf("%s does not say why", c.ID)
		}
	}
}

func TestScale(t *testing.T) {
	for _, tc := range []struct{ low, high, from, to, step float64 }{
		{61, 75, 55, 80, 5}, {6.5, 9.6, 6, 10, 2}, {0, 4, 0, 6, 2}, {11.6, 12.5, 11.5, 13, .5}, {5, 5, 4.8, 5.2, .2},
	} {
		from, to, step := scale(tc.low, tc.high)
		if from > tc.low || to < tc.high || step <= 0 || (to-from)/step > 8 {
			t.Errorf("%v to %v: %v to %v by %v", tc.low, tc.high, from, to, step)
		}
		if tc.low != tc.high && (from != tc.from || to != tc.to || step != tc.step) {
			t.Errorf("%v to %v: %v to %v by %v, want %v to %v by %v", tc.low, tc.high, from, to, step, tc.from, tc.to, tc.step)
		}
	}
}
