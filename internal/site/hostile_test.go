package site

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"smallwins/internal/tracker"
	"smallwins/internal/web"
)

// hostile are texts that an author may well write, and some that an attacker
// would.
var hostile = []string{
	`<script>alert(1)</script>`,
	`</script><script>alert(2)</script>`,
	`</title></head><body onload=alert(3)><h1>`,
	`"><img src=x onerror=alert(4)>`,
	`' onmouseover='alert(5)`,
	`{{.Site.Title}} {{template "layout"}} ${alert(6)}`,
	`<!-- ]]> --> &lt;b&gt; &amp;amp; &#60;`,
	"a" + strings.Repeat("verylongword", 40),
	"\u202eevitaler ot tfel \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
	"👩‍👩‍👧 ＝SUM(A1) 日本語の題名",
	`=HYPERLINK("https://example.com","x")`,
	"token:ink",
	`\u003cscript\u003e \" \\ \n`,
	"Élève Ægir ßtraße ıİ",
}

// hostileTracker says every hostile text in every place where an author writes
// a line.
func hostileTracker(t *testing.T) *tracker.Tracker {
	t.Helper()
	var wins []*tracker.Win
	var intakes []*tracker.Intake
	add := func(s *tracker.Strategy) {
		s.Settings.Title, s.Settings.Organisation = hostile[0], hostile[3]
		for i, h := range hostile {
			n := string(rune('a' + i))
			id := func(kind string) tracker.ID { return tracker.ID(kind + n) }
			day, lately := today.AddDays(-20*i), today.AddDays(-5*i) // all wins of one quarter, which names their roles
			s.Priorities = append(s.Priorities, &tracker.Priority{ID: id("p"), Title: h, Why: h, Sponsor: tracker.Person(id("s")), Outcomes: []tracker.ID{id("o")}})
			s.Outcomes = append(s.Outcomes, &tracker.Outcome{ID: id("o"), Title: h, Kind: h,
				Measure:      tracker.Measure{Name: h, Unit: h, Direction: "up", Source: h, Target: number64(9)},
				Readings:     []tracker.Reading{{Date: today.AddDays(-300), Value: number64(1), Note: h}, {Date: today.AddDays(-100)}, {Date: today, Value: number64(2), Note: h}},
				OtherFactors: []tracker.Factor{{Date: today.AddDays(-150), What: h}, {What: h}}})
			s.Team = append(s.Team, &tracker.Member{ID: id("m"), Name: h, Role: h})
			s.Stakeholders = append(s.Stakeholders, &tracker.Stakeholder{ID: id("s"), Name: h, Title: h, Department: h})
			promise := tracker.Promise{What: h, Who: tracker.Person(h), To: tracker.Person(id("s")), By: today}
			wins = append(wins, &tracker.Win{
				ID: id("w"), Title: h, Date: lately, EnteredBy: tracker.Person(id("m")), Collaborators: []tracker.Person{tracker.Person(h)},
				Priorities: []tracker.ID{id("p"), "pa"}, Intake: id("i"), WhatHappened: prose(h), Why: prose(h), Connection: prose(h), HowToReplicate: prose(h),
				Encouraging: prose(h), FollowUps: []tracker.Promise{promise}, AssetsNeeded: []string{h}, Activity: []string{h}, Practices: []string{h},
				NoticedBy: []tracker.Notice{{Who: tracker.Person(h), Words: h, MayQuote: true}}, Undone: tracker.Undone{On: lately, Why: h},
				Links: []tracker.Link{{Title: h, URL: "https://example.com/?q=" + h}, {URL: "javascript:alert(7)"}}, More: []tracker.Note{{Label: h, Prose: prose(h)}},
			})
			intakes = append(intakes, &tracker.Intake{
				ID: id("i"), Title: h, Request: prose(h), Stakeholder: tracker.Person(id("s")), Owner: tracker.Person(id("m")), RequestedOn: day,
				AgreedOn: day, DeliveredOn: day, Status: tracker.StatusEvaluated, Verdict: tracker.VerdictChanged, ArrivedAs: tracker.ArrivedProblem,
				Requested: []string{"live", h}, Agreed: []string{h}, Contract: tracker.Contract{Own: prose(h), Shift: prose(h)},
				Measure:  tracker.Measure{Name: h, Unit: h, Level: tracker.LevelBehaviour, Baseline: number64(1), Target: number64(2), Source: h},
				Readings: []tracker.Reading{{Date: today, Value: number64(2), Note: h}}, Commitments: []tracker.Promise{promise}, Promises: []tracker.Promise{promise},
				Reinforcement: []tracker.Reinforcement{{Who: tracker.Person(h), What: h, When: h, Driver: h}}, Barriers: []tracker.Barrier{{Kind: h, What: h, Owner: tracker.Person(h), State: h}},
				Prework: []tracker.Prework{{Kind: h, What: h}}, Conversations: []tracker.Conversation{{With: tracker.Person(h), Note: h, Reaction: h}},
				Cracks: []tracker.Crack{{Practice: h, What: h, Reaction: h}}, Missing: []string{h}, OtherFactors: []tracker.Factor{{What: h}},
				Reason: prose(h), OfferedInstead: prose(h), RedirectedTo: h, Logistics: tracker.Logistics{Audience: h, Mode: h},
			})
		}
	}
	s := tracker.Strategy{Settings: tracker.Defaults()}
	s.Settings.AsOf = today
	add(&s)
	n := len(wins) + len(intakes)
	return tracker.New(s, wins, intakes, tracker.Census{Found: n, Published: n})
}

func TestHostileTextStaysText(t *testing.T) {
	for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
		parsed := pages(t, build(t, hostileTracker(t).Redacted(edition)))
		charts := 0
		for name, p := range parsed {
			for _, n := range find(p, "script") {
				src, kind := attribute(n, "src"), attribute(n, "type")
				switch {
				case kind == "application/json":
					charts++
					if n.FirstChild == nil || !json.Valid([]byte(n.FirstChild.Data)) {
						t.Errorf("%s: a block of JSON is not valid: %.200s", name, textOf(n))
					}
				case !strings.Contains(src, "assets/") || n.FirstChild != nil:
					t.Errorf("%s: a script slipped in: %s %.80s", name, src, textOf(n))
				}
			}
			for _, n := range find(p, "img, iframe, object, embed, style, base, [style], form:not([data-filter]):not([data-search])") {
				t.Errorf("%s: <%s> slipped in", name, n.Data)
			}
			for _, n := range find(p, "*") {
				for _, a := range n.Attr {
					if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
						t.Errorf("%s: <%s %s=%q> slipped in", name, n.Data, a.Key, a.Val)
					}
				}
			}
			if n := len(find(p, "h1")); n != 1 {
				t.Errorf("%s: %d first headings", name, n)
			}
			if n := len(find(p, "head > title")); n != 1 {
				t.Errorf("%s: %d titles", name, n)
			}
		}
		// Without the bundle there are no blocks of JSON to look at.
		if _, err := web.Charts(); charts < len(hostile) && !errors.Is(err, web.ErrNotBuilt) {
			t.Errorf("only %d charts were looked at", charts)
		}
		for i, h := range hostile {
			id := string(rune('a' + i))
			for _, name := range []string{"wins/w" + id, "intakes/i" + id, "priorities/p" + id} {
				if got, want := textOf(find(parsed[name+"/index.html"], "h1")[0]), strings.Join(strings.Fields(h), " "); got != want {
					t.Errorf("%s: heading is %q, want %q", name, got, want)
				}
			}
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// No cell of a downloaded table is taken for a formula, and all can be read.
func TestHostileTextInDownloads(t *testing.T) {
	read := 0
	for name, body := range build(t, hostileTracker(t)) {
		if !strings.HasSuffix(name, ".csv") {
			continue
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(body, byteOrderMark))).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				read++
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
					t.Errorf("%s: %q would be taken for a formula", name, cell)
				}
			}
		}
	}
	if read < 500 {
		t.Errorf("only %d cells were read", read)
	}
}

func TestSpreadsheetSafe(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""}, {"12 of 15", "12 of 15"}, {"a=b", "a=b"}, {"Élève", "Élève"}, {"−3", "−3"}, // a true minus is no formula
		{"=1+1", "'=1+1"}, {"+1", "'+1"}, {"-1", "'-1"}, {"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t=1"}, {"\r=1", "'\r=1"}, {"\n=1", "'\n=1"},
		{"＝1", "'＝1"}, {"＋1", "'＋1"}, {"－1", "'－1"}, {"＠A", "'＠A"},
		{"'=1", "''=1"}, {"''", "''"}, {"'tis", "'tis"},
	} {
		if got := spreadsheetSafe(tt.in); got != tt.want {
			t.Errorf("spreadsheetSafe(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
