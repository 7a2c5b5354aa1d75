package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

const quarterPage = "reports/2026-Q2/index.html"

// quartered is one of all with a quarter's worth of what a report shows.
func quartered(t *testing.T) *tracker.Tracker {
	t.Helper()
	base := oneOfAll(t)
	s := base.Strategy
	s.Settings.StartedOn = today.AddDays(-360)
	s.Team = append(s.Team, &tracker.Member{ID: "cy", Name: "Cy", Role: "Lead"})
	o := *s.Outcomes[0]
	o.Readings = []tracker.Reading{{Date: today.AddDays(-100), Value: number64(50)}, {Date: today, Value: number64(60)}}
	s.Outcomes = []*tracker.Outcome{&o}
	in := *base.Intakes[0]
	in.ID, in.Title, in.Status = "done", "A film", tracker.StatusEvaluated
	in.RequestedOn, in.AgreedOn, in.DeliveredOn = today.AddDays(-80), today.AddDays(-75), today.AddDays(-40)
	in.Verdict, in.Missing, in.WhatWasInTheWay = tracker.VerdictNoChange, []string{"own"}, prose("The screens were slow.")
	in.Logistics.Audience = "40 drivers"
	in.Promises = []tracker.Promise{{What: "Film by May", Who: "bo", To: "ada", By: today.AddDays(-45), Closed: today.AddDays(-40)}}
	in.Commitments = []tracker.Promise{{What: "Ride along once a week", Who: "ada", By: today.AddDays(-20), State: tracker.PromiseMissed}}
	undone := &tracker.Win{ID: "undone", Title: "A sign went up", Date: today.AddDays(-60), EnteredBy: "bo", Undone: tracker.Undone{On: today.AddDays(-10), Why: "It was painted over."}}
	return tracker.New(s, append(base.Wins, undone), append(base.Intakes, &in), tracker.Census{Found: 4, Published: 4})
}

func TestReportOfAQuarter(t *testing.T) {
	for _, e := range []tracker.Edition{tracker.TeamEdition, tracker.LeadersEdition} {
		built := pages(t, build(t, quartered(t).Redacted(e)))
		p := built[quarterPage]
		if p == nil {
			t.Fatalf("%s: there is no %s", e, quarterPage)
		}
		for selector, want := range map[string]string{
			"h1":                  "1 of 1 outcome we aim at moved our way in 2026 Q2",
			".opener .kicker":     "Fen Ltd · Quarter report 2026 Q2 · 1 April to 30 June 2026 · ",
			".findings":           "Renewals moved from 50% to 60%; 1 win of the quarter was aimed at it.",
			"#changed":            "Also at work: A price cut. We do not know how much each did.",
			"#changed .two-sides": "Delivered A film",
			"#work":               "The work behind it: 2 wins and 2 requests",
			"#not-worked":         "A filmNo change The screens were slow.Missing from the agreement: own.",
			"#asks":               "What part of this change is the leader willing to lead?",
			"#method":             "A film, for 40 drivers",
		} {
			found := find(p, selector)
			if len(found) != 1 || !strings.Contains(textOf(found[0]), want) {
				t.Errorf("%s: %s does not say %q", e, selector, want)
			}
		}
		all := textOf(find(p, "main")[0])
		for text, team := range map[string]bool{"1 of 1 promise of the business was not kept in time": true, "1 of 1 promise of ours was not kept in time": false, "1 win came undone": false} {
			if got, want := strings.Contains(all, text), !team || e == tracker.TeamEdition; got != want {
				t.Errorf("%s: %q is there: %v", e, text, got)
			}
		}
		if taken := textOf(find(p, "#work .promises")[0]); strings.Contains(taken, "Missed") != (e == tracker.TeamEdition) || !strings.Contains(taken, "Ride along once a week") {
			t.Errorf("%s: what was taken on: %s", e, taken)
		}
		list := find(built["reports/index.html"], ".records > li")
		if len(list) != 4 || !strings.Contains(textOf(list[0]), "2026 Q2") || !strings.Contains(textOf(list[0]), "moved our way") {
			t.Errorf("%s: %d quarters in the list", e, len(list))
		}
	}
}

// A quarter without a record says so, and so does a tracker without any.
func TestQuietQuarters(t *testing.T) {
	built := pages(t, build(t, quartered(t)))
	quiet := built["reports/2025-Q4/index.html"]
	if got := textOf(find(quiet, "h1")[0]); got != "Nothing was recorded in 2025 Q4" {
		t.Errorf("h1: %q", got)
	}
	if text := textOf(find(quiet, "main")[0]); !strings.Contains(text, "Nothing is wrong with a quiet quarter") || len(find(quiet, "#work, #changed, #not-worked")) > 0 {
		t.Errorf("a quiet quarter says %s", text)
	}
	empty := pages(t, build(t, trackerOf(t, nil, nil, nil)))
	for name, p := range empty {
		if strings.HasPrefix(name, "reports/20") && !strings.Contains(textOf(p), "Nothing") {
			t.Errorf("%s of an empty tracker says %s", name, textOf(p))
		}
	}
}

// told is a mark in English.
func saidBy(mark string) string { return message.English().Text(mark) }

// What became of a record after its quarter closed is told apart.
func TestMarksOfRevision(t *testing.T) {
	end, start := tracker.NewDate(2026, 3, 31), tracker.NewDate(2026, 1, 5)
	h := History{Begins: start, Files: map[string]FileHistory{"f": {}}}
	for _, tc := range []struct {
		name              string
		recorded, changed tracker.Date
		later             tracker.Date
		want              string
	}{
		{"written in time", start, start, 0, ""},
		{"put right on the last day", start, end, 0, ""},
		{"changed the day after", start, end + 1, end, saidBy(revised)},
		{"went on the day after", start, end + 1, end + 1, saidBy(wentOn)},
		{"written down afterwards", end + 1, end + 9, end, saidBy(recordedLate)},
	} {
		h.Files["f"] = FileHistory{tc.recorded, tc.changed}
		if got, on := h.mark("f", end, tc.later); got != tc.want || (got == "") != on.IsZero() {
			t.Errorf("%s: %q", tc.name, got)
		}
		if got, _ := h.mark("other", end, 0); got != "" {
			t.Errorf("a file without a history is marked %q", got)
		}
		late := h
		late.Begins = end + 1
		if got, _ := late.mark("f", end, tc.later); got != "" || late.unknown(end) == "" {
			t.Errorf("%s: a history that begins too late marks %q", tc.name, got)
		}
	}
}

func TestReportsShowMarks(t *testing.T) {
	tr := quartered(t)
	for _, w := range tr.Wins {
		w.Origin = tracker.NewOrigin("wins/" + string(w.ID) + ".md")
	}
	h := History{Begins: today.AddDays(-300), Files: map[string]FileHistory{"wins/w.md": {today, today.AddDays(12)}}}
	for e, want := range map[tracker.Edition]string{tracker.TeamEdition: saidBy(revised) + ", on 12 July 2026", tracker.LeadersEdition: saidBy(revised)} {
		b, _, err := newBuilder(tr.Redacted(e), &look{}, Options{History: h})
		if err != nil {
			t.Fatal(err)
		}
		p := b.report(len(b.f.QuarterReports)-1, "")
		var got []string
		for _, w := range p.Work {
			for _, x := range w.Wins {
				if x.Mark != "" {
					got = append(got, x.Mark)
				}
			}
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("%s: marks %q, want one: %q", e, got, want)
		}
	}
}

var address = regexp.MustCompile(`\s(?:href|src|action|srcset)="([^"]*)"`)

// A single file needs nothing but itself, and leads nowhere that does not
// exist.
func TestSingleFile(t *testing.T) {
	for _, base := range []string{"", "https://example.org/wins"} {
		r, err := BuildSingle(quartered(t).Redacted(tracker.LeadersEdition), "", Options{BaseURL: base})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range address.FindAllStringSubmatch(string(r.Body), -1) {
			if m[1] != "data:," && (base == "" || !strings.HasPrefix(m[1], base+"/")) {
				t.Errorf("at %q it leads to %q", base, m[1])
			}
		}
		p, err := html.Parse(bytes.NewReader(r.Body))
		if err != nil {
			t.Fatal(err)
		}
		if n := find(p, "script, img, iframe, link[rel=stylesheet], [style], [onclick]"); len(n) > 0 {
			t.Errorf("at %q it holds a <%s>", base, n[0].Data)
		}
		sum := sha256.Sum256([]byte(find(p, "style")[0].FirstChild.Data))
		policy := ""
		for _, a := range find(p, `meta[http-equiv="Content-Security-Policy"]`)[0].Attr {
			if a.Key == "content" {
				policy = a.Val
			}
		}
		if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) || strings.Contains(policy, "unsafe") {
			t.Errorf("the policy %q does not let %s through", policy, want)
		}
		if links := find(p, "main a"); (len(links) > 0) != (base != "") {
			t.Errorf("at %q the report has %d links", base, len(links))
		}
		if h1 := textOf(find(p, "h1")[0]); !strings.Contains(h1, "2026 Q2") || r.Quarter.String() != "2026-Q2" || len(find(p, "svg.readings")) != 1 {
			t.Errorf("%s: %q", r.Quarter, h1)
		}
	}
}

func TestSingleFileOfAQuarter(t *testing.T) {
	tr := quartered(t)
	if r, err := BuildSingle(tr, "2025-Q3", Options{}); err != nil || r.Quarter.String() != "2025-Q3" {
		t.Errorf("2025-Q3: %v, %v", r, err)
	}
	_, err := BuildSingle(tr, "2025-q3", Options{})
	if none := (*NoQuarterError)(nil); !errors.As(err, &none) || none.First.String() != "2025-Q3" || none.Last.String() != "2026-Q2" {
		t.Errorf("2025-q3: %v", err)
	}
	quiet := trackerOf(t, func(s *tracker.Strategy) { s.Settings.StartedOn = today.AddDays(-200) },
		[]*tracker.Win{{ID: "w", Title: "A win", Date: today.AddDays(-150), EnteredBy: "bo"}}, nil)
	if r, err := BuildSingle(quiet, "", Options{}); err != nil || r.Quarter.String() != "2026-Q1" {
		t.Errorf("the newest with a record: %v, %v", r, err)
	}
}

// A report of a very busy quarter stays short enough to print.
func TestReportsStayShort(t *testing.T) {
	var wins []*tracker.Win
	for i := range 3 * mostListed {
		id := tracker.ID("w" + strconv.Itoa(i))
		wins = append(wins, &tracker.Win{ID: id, Title: string(id), Date: today, EnteredBy: "bo", Undone: tracker.Undone{On: today, Why: "It rained."}})
	}
	p := pages(t, build(t, trackerOf(t, nil, wins, nil)))[quarterPage]
	if n := len(find(p, "#work .title")); n != mostListed {
		t.Errorf("%d wins are listed", n)
	}
	if got := textOf(find(p, "#work")[0]); !strings.Contains(got, "60 wins") || !strings.Contains(got, "40 more of this quarter") {
		t.Errorf("the rest is not told: %s", got)
	}
	undone := find(p, "#not-worked li")
	if n := len(undone); n != mostListed+1 || textOf(undone[n-1]) != "And 40 more." {
		t.Errorf("%d that came undone are listed", n)
	}
}
