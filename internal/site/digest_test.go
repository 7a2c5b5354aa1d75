package site

import (
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"smallwins/internal/tracker"
)

// digestTracker has a week with two wins, an empty one, and the week of the
// report, which begins a year; Cy opted out of sharing.
func digestTracker(t *testing.T) *tracker.Tracker {
	t.Helper()
	no := false
	day := func(d int) tracker.Date { return tracker.NewDate(2020, time.December, d) }
	return trackerOf(t, func(s *tracker.Strategy) {
		s.Settings.Title, s.Settings.Mission = "Wins", "Keep every promise."
		s.Settings.AsOf = day(36) // 5 January 2021, a Tuesday
		s.Team = []*tracker.Member{{ID: "bo", Name: "Bo", Role: "Designer"}, {ID: "cy", Name: "Cy", Role: "Writer", Spotlight: &no}}
	}, []*tracker.Win{
		{ID: "a", Title: "A question *was* asked", Date: day(21), EnteredBy: "bo", WhatHappened: prose("1. <b>Ada</b> asked_why."), Why: prose("It was."), Encouraging: prose("She smiled.")},
		{ID: "b", Title: "It held", Date: day(27), EnteredBy: "cy", HowToReplicate: prose("Wait."), Undone: tracker.Undone{On: day(30)}},
	}, nil)
}

func TestDigestPages(t *testing.T) {
	for edition, sharers := range map[tracker.Edition]int{tracker.TeamEdition: 1, tracker.LeadersEdition: 0} {
		files := build(t, digestTracker(t).Redacted(edition))
		parsed := pages(t, files)
		page := func(name string) *html.Node {
			p := parsed[name]
			if p == nil {
				t.Fatalf("%s edition: there is no %s", edition, name)
			}
			whole(t, name, p)
			return p
		}
		has := func(name, selector string, want ...string) {
			var got []string
			for _, n := range find(page(name), selector) {
				got = append(got, textOf(n))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s edition: %s: %s is %q, want %q", edition, name, selector, got, want)
			}
		}
		const first, second, now = "digest/2020-W52/index.html", "digest/2020-W53/index.html", "digest/2021-W01/index.html"
		has(first, "h1", "Two small wins to celebrate")
		has(first, ".mission", "What we are here for Keep every promise.")
		has(first, "article h2", "A question *was* asked", "It held")
		has(first, "article .undone", "since come undone")
		has(first, ".standfirst", "By the end of this week 2 wins stood.")
		if n := len(find(page(first), "article .question")); n != 2 {
			t.Errorf("%s edition: %d questions for two wins", edition, n)
		}
		has(first, ".pager a", "Week 53 of 2020")
		has(second, "h1", "A week without a win, so an older one comes back")
		has(second, ".again", "Not shared yet")
		has(second, ".standfirst", "By the end of this week 1 win stood.")
		has(second, ".pager a", "Week 52 of 2020", "Week 1 of 2021")
		for _, name := range []string{now, "digest/index.html"} {
			has(name, "h1", "No win yet this week, so an older one comes back")
			has(name, ".kicker", "Week 1 of 2021 · 4 to 10 January 2021")
			has(name, ".standfirst", "Of all wins so far, 1 of 2 stand.")
			has(name, ".slide > p:not([class]) a", "Week 52 of 2020, 2 wins")
			has(name, ".pull p", "She smiled.")
		}
		has("digest/index.html", ".weeks li", "Week 53 no wins", "Week 52 2 wins")
		for name, p := range parsed {
			if strings.HasPrefix(name, "digest/") && len(find(p, ".sharers li")) != sharers {
				t.Errorf("%s edition: %s: %d people are asked to share, want %d", edition, name, len(find(p, ".sharers li")), sharers)
			}
		}
		if sharers > 0 {
			if said := textOf(find(page(first), ".sharers")[0]); !strings.HasPrefix(said, "Bo (Designer), on A question *was* asked") {
				t.Errorf("%s edition: %q", edition, said)
			}
		}
		for _, wrong := range broken(parsed) {
			t.Errorf("%s: %s", edition, wrong)
		}
	}
}

func TestDigestAsText(t *testing.T) {
	tr := digestTracker(t)
	for edition, want := range map[tracker.Edition]string{
		tracker.TeamEdition:    "# Wins: week 1 of 2021\n\n4 to 10 January 2021. No win yet this week, so an older one comes back.\n\n> Keep every promise.\n\nNot shared yet:\n\n## A question \\*was\\* asked\n\n21 December 2020, Bo\n\n1\\. \\<b>Ada\\</b> asked\\_why.\n\n**Why it’s a win:** It was.\n\n**A question to ask:** What would a colleague need to do the same?\n\n## Who might share\n\n- **Bo**, on “A question \\*was\\* asked”: What would a colleague need to do the same?\n\n## Something encouraging\n\n> She smiled.\n\nFrom “A question \\*was\\* asked”, Bo\n\nOf all wins so far, 1 of 2 stand.\n",
		tracker.LeadersEdition: "",
	} {
		files := build(t, tr.Redacted(edition))
		got := files[digestTextPath]
		if want == "" {
			if strings.Contains(got, "Who might share") || !strings.Contains(got, "A question") {
				t.Errorf("leaders read\n%s", got)
			}
		} else if got != want {
			t.Errorf("it says\n%s\nwant\n%s", got, want)
		}
		parsed := pages(t, files)
		for _, name := range []string{"digest/index.html", "digest/2021-W01/index.html"} {
			if pre := find(parsed[name], "#digest-text"); len(pre) != 1 || textOf(pre[0]) != strings.Join(strings.Fields(got), " ") {
				t.Errorf("%s edition: %s holds another text than the file", edition, name)
			}
		}
	}
}

func TestDigestWithoutAWin(t *testing.T) {
	files := build(t, trackerOf(t, nil, nil, nil))
	p := pages(t, files)["digest/index.html"]
	whole(t, "digest/index.html", p)
	said := textOf(find(p, "main")[0])
	for _, want := range []string{"The first win is still to come", "write down one of this week", "mission"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q: %s", want, said)
		}
	}
	if len(find(p, ".sharers, .weeks li, article")) > 0 || files["digest/2026-W27/index.html"] == "" {
		t.Error("it tells of wins that are not there, or the week has no address")
	}
}

func TestWeekOnTheFrontPage(t *testing.T) {
	week := func(tr *tracker.Tracker) string {
		for _, s := range find(pages(t, build(t, tr))["index.html"], "section.part") {
			if said := textOf(s); strings.Contains(said, "This week for the call") {
				return said
			}
		}
		return ""
	}
	one := func(d tracker.Date) *tracker.Win {
		return &tracker.Win{ID: "w", Title: "A small one", Date: d, EnteredBy: "Bo"}
	}
	for want, tr := range map[string]*tracker.Tracker{
		"": trackerOf(t, nil, nil, nil),
		"1 win this week 1 win A small one This week for the call How is this worked out? Receipts":                           trackerOf(t, nil, []*tracker.Win{one(today)}, nil),
		"Nothing was recorded this week; the last win was 9 days ago This week for the call How is this worked out? Receipts": trackerOf(t, nil, []*tracker.Win{one(today.AddDays(-9))}, nil),
		"1 change this week, and no win yet 1 new request A course This week for the call How is this worked out? Receipts": trackerOf(t, nil, nil,
			[]*tracker.Intake{{ID: "i", Title: "A course", RequestedOn: today, Stakeholder: "Ada", Status: tracker.StatusRequested}}),
	} {
		if got := week(tr); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

// The address that a week keeps can be found before its week is over, also where
// it is the only one.
func TestThisWeekLeadsToThePageThatItKeeps(t *testing.T) {
	for name, tr := range smallTrackers(t) {
		files := pages(t, build(t, tr))
		for _, a := range find(files[digestHome], ".digest-tools a") {
			if at := attribute(a, "href"); strings.HasPrefix(at, "../digest/2") && files[strings.TrimPrefix(at, "../")] == nil {
				t.Errorf("%s: %s is not there", name, at)
			}
		}
		for path := range files {
			if strings.HasPrefix(path, "digest/2") && len(find(files[digestHome], `a[href="../`+path+`"]`)) == 0 {
				t.Errorf("%s: nothing leads to %s", name, path)
			}
		}
	}
}
