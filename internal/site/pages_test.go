package site

import (
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/andybalholm/cascadia"
	"github.com/jba/templatecheck"
	"golang.org/x/net/html"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var today = tracker.NewDate(2026, time.June, 30)

// trackerOf is a tracker as of today. Its strategy names what the function
// adds, and nothing else.
func trackerOf(t *testing.T, add func(s *tracker.Strategy), wins []*tracker.Win, intakes []*tracker.Intake) *tracker.Tracker {
	t.Helper()
	s := tracker.Strategy{Settings: tracker.Defaults()}
	s.Settings.AsOf = today
	if add != nil {
		add(&s)
	}
	n := len(wins) + len(intakes)
	return tracker.New(s, wins, intakes, tracker.Census{Found: n, Published: n})
}

// build builds the site of a tracker and returns its files.
func build(t *testing.T, tr *tracker.Tracker) map[string]string {
	t.Helper()
	dir, target := newTracker(t)
	out := create(t, target, dir)
	if _, err := Build(tr, out, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := out.Commit(); err != nil {
		t.Fatal(err)
	}
	return tree(t, target)
}

// pages parses those of the files that are pages.
func pages(t *testing.T, files map[string]string) map[string]*html.Node {
	t.Helper()
	parsed := map[string]*html.Node{}
	for name, body := range files {
		if filepath.Ext(name) != ".html" {
			continue
		}
		p, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		parsed[name] = p
	}
	return parsed
}

func find(n *html.Node, selector string) []*html.Node {
	return cascadia.QueryAll(n, cascadia.MustCompile(selector))
}

// textOf returns what a reader reads, with single spaces.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "script" {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func prose(s string) tracker.Prose {
	return tracker.Prose{Source: s, HTML: "<p>" + html.EscapeString(s) + "</p>", Text: s}
}

// one of everything, with a link to everything.
func oneOfAll(t *testing.T) *tracker.Tracker {
	t.Helper()
	return trackerOf(t, func(s *tracker.Strategy) {
		s.Settings.Title, s.Settings.Organisation = "Wins", "Fen Ltd"
		s.Priorities = []*tracker.Priority{{ID: "calls", Title: "Fewer calls", Outcomes: []tracker.ID{"loyal"}, Sponsor: "ada"}}
		s.Outcomes = []*tracker.Outcome{{ID: "loyal", Title: "Loyal customers", Measure: tracker.Measure{Name: "Renewals", Unit: "%", Direction: "up"},
			Readings:     []tracker.Reading{{Date: today.AddDays(-90), Value: number64(50)}, {Date: today, Value: number64(60)}},
			OtherFactors: []tracker.Factor{{Date: today.AddDays(-50), What: "A price cut"}}}}
		s.Team = []*tracker.Member{{ID: "bo", Name: "Bo", Role: "Designer"}}
		s.Stakeholders = []*tracker.Stakeholder{{ID: "ada", Name: "Ada", Title: "Head of Care", Department: "Care"}}
	}, []*tracker.Win{{
		ID: "w", Aliases: []tracker.ID{"earlier"}, Title: "A question was asked", Date: today.AddDays(-3), EnteredBy: "bo", Priorities: []tracker.ID{"calls"}, Intake: "i",
		WhatHappened: prose("Ada asked why."), HowToReplicate: prose("Wait."), Encouraging: prose("She smiled."), Stage: tracker.Agreed,
	}}, []*tracker.Intake{{
		ID: "i", Title: "A course", Request: prose("Please."), Stakeholder: "ada", RequestedOn: today.AddDays(-30), Status: tracker.StatusExploring, ArrivedAs: tracker.ArrivedSolution,
	}})
}

func number64(v float64) tracker.Number { return tracker.Number{Value: v, Known: true} }

// Every template is held against the type that it is executed with, so that a
// field which only a rare record would reach is found here.
func TestTemplatesFitTheirPages(t *testing.T) {
	b, _, err := newBuilder(oneOfAll(t), &look{}, Options{Rules: []*diag.Rule{{ID: "win/date-missing", Title: "A win has a date", Why: "W.", Mend: "M.", Bad: "stage: spark", Good: "date: 2026-03-02"}}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := b.parse()
	if err != nil {
		t.Fatal(err)
	}
	dir, target := newTracker(t)
	b.out = create(t, target, dir)
	defer func() { _ = b.out.Abort() }()
	if err := b.saveData(); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, j := range append(b.jobs(), b.moved()...) {
		if used[j.template] {
			continue
		}
		used[j.template] = true
		l, ok := set[j.template].(layoutPage)
		if !ok {
			t.Errorf("%s: there is no template %s", j.path, j.template)
			continue
		}
		data := j.make()
		if err := templatecheck.CheckHTML(l.Lookup("layout"), data); err != nil {
			t.Errorf("%s, with a %s: %v", j.template, reflect.TypeOf(data), err)
		}
	}
	for name := range set {
		if !used[name] {
			t.Errorf("no page uses %s", name)
		}
	}
}

// slips are what no text of a page may hold, whatever is missing from a record.
var slips = regexp.MustCompile(`NaN|\bInf\b|\b0001\b|%!|<nil>|no date|ZgotmplZ|undefined|-\d+ days|\bno days ago|\(\)|“”|\.\.|,\s*,|\s,|^[,·:]|[,·]$`)

// whole is what every page has, however little there is to say.
func whole(t *testing.T, name string, p *html.Node) {
	t.Helper()
	if h := find(p, "h1"); len(h) != 1 || textOf(h[0]) == "" {
		t.Errorf("%s: %d first headings", name, len(h))
	}
	for _, n := range find(p, "h2, h3, h4, th, dt, dd, li, a, .finding, option, label, caption") {
		if textOf(n) == "" {
			t.Errorf("%s: an empty <%s>", name, n.Data)
		}
	}
	for _, n := range find(p, "main h1, main h2, main h3, main p, main li, main td, main th, main dd, main footer") {
		if said := textOf(n); slips.MatchString(said) {
			t.Errorf("%s: %q says %q", name, said, slips.FindString(said))
		}
	}
}

func TestEmptyTrackerSaysWhatToDoNext(t *testing.T) {
	for title, add := range map[string]func(*tracker.Strategy){
		"no settings": nil,
		"a forge": func(s *tracker.Strategy) {
			s.Settings.Repository = tracker.Repository{URL: "https://github.com/fen/wins"}
		},
	} {
		t.Run(title, func(t *testing.T) {
			files := build(t, trackerOf(t, add, nil, nil))
			for name, p := range pages(t, files) {
				whole(t, name, p)
				if len(find(p, "figure[data-chart]")) > 0 {
					t.Errorf("%s draws a chart of nothing", name)
				}
			}
			for name, next := range map[string]string{
				"index.html":             "wins/README.md",
				"wins/index.html":        "the first",
				"intakes/index.html":     "Take the next order",
				"priorities/index.html":  "strategy.yaml",
				"outcomes/index.html":    "strategy.yaml",
				"board/index.html":       "strategy.yaml",
				"partnership/index.html": "The first one",
				"changes/index.html":     "one question is due",
				"promises/index.html":    "what, to whom and by when",
				"playbook/index.html":    "Two lines are a recipe",
				"voices/index.html":      "help someone record theirs",

				"stakeholders/index.html":  "strategy.yaml",
				"team/coaching/index.html": "help_wanted:",
				"team/tactics/index.html":  "cracks:",
				"team/finish/index.html":   "the next small win",
				"team/wins/index.html":     "strategy.yaml",
			} {
				p := pages(t, files)[name]
				if p == nil {
					t.Errorf("there is no %s", name)
				} else if said := textOf(find(p, "main")[0]); !strings.Contains(strings.ToLower(said), strings.ToLower(next)) {
					t.Errorf("%s does not say what to do next: %s", name, said)
				}
			}
		})
	}
}

// smallTrackers hold little, each something that is easily forgotten.
func smallTrackers(t *testing.T) map[string]*tracker.Tracker {
	t.Helper()
	// What the checks insist on is there, and nothing else.
	win := func(w tracker.Win) []*tracker.Win {
		w.ID, w.Title, w.EnteredBy = "w", "A small one", "Bo"
		return []*tracker.Win{&w}
	}
	intake := func(in tracker.Intake) []*tracker.Intake {
		in.ID, in.Title, in.Stakeholder, in.Request = "i", "A course", "Ada (Head of Care)", prose("Please.")
		return []*tracker.Intake{&in}
	}
	yesterday := today.AddDays(-1)
	return map[string]*tracker.Tracker{
		"one of everything":                               oneOfAll(t),
		"one win, its day only":                           trackerOf(t, nil, win(tracker.Win{Date: yesterday}), nil),
		"one win of today":                                trackerOf(t, nil, win(tracker.Win{Date: today}), nil),
		"one win, undone, without a day or reason for it": trackerOf(t, nil, win(tracker.Win{Date: yesterday, Undone: tracker.Undone{On: today}}), nil),
		"one request":                                     trackerOf(t, nil, nil, intake(tracker.Intake{RequestedOn: yesterday, Status: tracker.StatusRequested})),
		"one request, delivered at once":                  trackerOf(t, nil, nil, intake(tracker.Intake{RequestedOn: today, Status: tracker.StatusDelivered, DeliveredOn: today})),
		"one request, evaluated":                          trackerOf(t, nil, nil, intake(tracker.Intake{RequestedOn: yesterday, Status: tracker.StatusEvaluated, Verdict: tracker.VerdictUnknown})),
		"priorities without outcomes": trackerOf(t, func(s *tracker.Strategy) {
			s.Priorities = []*tracker.Priority{{ID: "p", Title: "Calls"}, {ID: "q", Title: "Ended", From: today.AddDays(-900), To: today.AddDays(-500)}}
		}, win(tracker.Win{Date: yesterday, Priorities: []tracker.ID{"p"}}), nil),
		"outcomes without readings, with one, with a gap, that stand still": trackerOf(t, func(s *tracker.Strategy) {
			s.Outcomes = []*tracker.Outcome{
				{ID: "a", Title: "None"},
				{ID: "b", Title: "One", Readings: []tracker.Reading{{Date: yesterday, Value: number64(0)}}},
				{ID: "c", Title: "Gap", Readings: []tracker.Reading{{Date: yesterday}}},
				{ID: "d", Title: "Still", Readings: []tracker.Reading{{Date: yesterday, Value: number64(5)}, {Date: today, Value: number64(5)}}},
				{ID: "e", Title: "Twice on a day", Readings: []tracker.Reading{{Date: today, Value: number64(5)}, {Date: today, Value: number64(6)}}},
			}
		}, win(tracker.Win{Date: yesterday, Outcomes: []tracker.ID{"a", "d"}}), nil),
	}
}

func TestSmallTrackers(t *testing.T) {
	for name, tr := range smallTrackers(t) {
		t.Run(name, func(t *testing.T) {
			for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
				parsed := pages(t, build(t, tr.Redacted(edition)))
				for page, p := range parsed {
					whole(t, page, p)
				}
				for _, wrong := range broken(parsed) {
					t.Errorf("%s: %s", edition, wrong)
				}
			}
		})
	}
}

// A list that is longer than a page goes on, and can be followed there and back.
func TestLongListOfWins(t *testing.T) {
	var wins []*tracker.Win
	for i := range 2*onAListPage + 1 {
		wins = append(wins, &tracker.Win{ID: tracker.ID("w" + string(rune('a'+i%26)) + strings.Repeat("x", i/26)), Title: "Win", Date: today.AddDays(-i)})
	}
	files := pages(t, build(t, trackerOf(t, nil, wins, nil)))
	total := 0
	for n, name := range []string{"wins/index.html", "wins/~2/index.html", "wins/~3/index.html"} {
		p := files[name]
		if p == nil {
			t.Fatalf("there is no %s", name)
		}
		total += len(find(p, "[data-item]"))
		if back, on := len(find(p, `.pager a[rel=prev]`)), len(find(p, `.pager a[rel=next]`)); back != min(n, 1) || on != min(2-n, 1) {
			t.Errorf("%s: %d ways back and %d on", name, back, on)
		}
		if h := find(p, "h1"); len(h) != 1 {
			t.Errorf("%s: %d first headings", name, len(h))
		}
	}
	if total != len(wins) || files["wins/~4/index.html"] != nil {
		t.Errorf("%d of %d wins are listed", total, len(wins))
	}
}

func TestLongBoardOfRequests(t *testing.T) {
	var intakes []*tracker.Intake
	for i := range onAListPage + 2 {
		status := tracker.StatusEvaluated
		if i%5 == 0 {
			status = tracker.StatusRequested
		}
		intakes = append(intakes, &tracker.Intake{ID: tracker.ID("r" + string(rune('a'+i%26)) + strings.Repeat("x", i/26)), Title: "Request", Status: status, RequestedOn: today.AddDays(-i)})
	}
	files := pages(t, build(t, trackerOf(t, nil, nil, intakes)))
	first, second := files["intakes/index.html"], files["intakes/~2/index.html"]
	if second == nil || files["intakes/~3/index.html"] != nil {
		t.Fatal("the board takes two pages")
	}
	if n := len(find(first, ".records > li")) + len(find(second, ".records > li")); n != len(intakes) {
		t.Errorf("%d of %d requests are listed", n, len(intakes))
	}
	var heads []string
	for _, h := range append(find(first, ".group-head"), find(second, ".group-head")...) {
		heads = append(heads, textOf(h))
	}
	if got, want := strings.Join(heads, "; "), "Requested51 requests; Evaluated199 of 201 requests on this page; Evaluated2 of 201 requests on this page"; got != want {
		t.Errorf("the groups are %q, want %q", got, want)
	}
	if len(find(first, ".pager a[rel=next]")) != 1 || len(find(second, ".pager a[rel=prev]")) != 1 {
		t.Error("the pages do not lead to each other")
	}
}

func TestPagesAreValidText(t *testing.T) {
	for name, body := range build(t, hostileTracker(t)) {
		if !strings.HasPrefix(name, "assets/") && (!utf8.ValidString(body) || strings.ContainsRune(body, utf8.RuneError) || strings.ContainsRune(body, 0)) {
			at := strings.IndexRune(body, utf8.RuneError)
			t.Errorf("%s is no valid text: %q", name, body[max(0, at-40):min(len(body), at+40)])
		}
	}
}
