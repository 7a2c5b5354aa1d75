package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

// promising is a tracker with promises of every state, both ways.
func promising(t *testing.T) *tracker.Tracker {
	t.Helper()
	day := func(n int) tracker.Date { return today.AddDays(n) }
	ours := func(what string, by int, state tracker.PromiseState, closed int) tracker.Promise {
		p := tracker.Promise{What: what, Who: "bo", To: "ada", By: day(by), State: state}
		if closed != 0 {
			p.Closed = day(closed)
		}
		return p
	}
	moved := ours("moved draft", -60, "", -41)
	moved.Moved = []tracker.Move{{To: day(-40), On: day(-65)}}
	win := &tracker.Win{ID: "w", Title: "A call", Date: day(-90), EnteredBy: "bo", FollowUps: []tracker.Promise{
		ours("kept draft", -80, tracker.PromiseKept, -80), moved, ours("late draft", -70, "", -60), ours("missed call", -50, tracker.PromiseMissed, 0),
		ours("forgotten list", -20, "", 0), ours("open list", 20, "", 0), ours("released plan", -30, tracker.PromiseReleased, -35),
		{What: "tidy the folder", Who: "mo"},
	}}
	big := ours("the whole course", -10, tracker.PromiseKept, -12)
	big.Size = tracker.Big
	theirs := func(what string, who tracker.Person, state tracker.PromiseState) tracker.Promise {
		return tracker.Promise{What: what, Who: who, By: day(-15), State: state}
	}
	in := &tracker.Intake{
		ID: "i", Title: "A course", Request: prose("Please."), Stakeholder: "ada", RequestedOn: day(-100), AgreedOn: day(-95), Status: tracker.StatusBuilding,
		Promises: []tracker.Promise{big},
		Commitments: []tracker.Promise{
			theirs("open the shift", "ada", tracker.PromiseKept), theirs("free an hour", "Uma (Planner)", tracker.PromiseMissed), theirs("chair it", "ada", tracker.PromiseKept),
			theirs("walk the floor", "Ike (Depot manager)", tracker.PromiseKept), theirs("sign the sheet", "sal", ""),
		},
	}
	return trackerOf(t, func(s *tracker.Strategy) {
		s.Team = []*tracker.Member{{ID: "bo", Name: "Bo Lind", Role: "Designer"}, {ID: "mo", Name: "Mo Reyes", Role: "Facilitator", To: day(-5)}}
		s.Stakeholders = []*tracker.Stakeholder{
			{ID: "ada", Name: "Ada Quill", Department: "Care", Promises: []tracker.Promise{{What: "call back", Who: "bo", By: day(-5), State: tracker.PromiseKept}}},
			{ID: "sal", Name: "Sal Ortega", Department: "Sales"},
		}
	}, []*tracker.Win{win}, []*tracker.Intake{in})
}

func TestPromises(t *testing.T) {
	for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
		p := pages(t, build(t, promising(t).Redacted(edition)))["promises/index.html"]
		whole(t, "promises", p)
		isTeam := edition == tracker.TeamEdition
		want := map[string][]string{
			".opener h1":         {"We kept 3 of 6 small promises and 1 of 1 big one"},
			".opener .kicker":    {"Do we keep our word?"},
			"#kept tbody th":     {"Small promises", "Big promises", "All promises", "Promises made by the business"},
			"#small h3":          {"Small promises: 3 of 6 kept"},
			"#small dt":          {"Kept: 3", "Late: 1", "Missed: 1", "Past their day: 1", "Released: 1", "Not due: 1"},
			"#big dt":            {"Kept: 1"},
			"#due > h2":          {"1 promise past its day, 1 still open"},
			"#not-kept h2":       {"1 kept late, 1 missed"},
			"#business h3":       nil,
			"#own-lists summary": nil,
		}
		if isTeam {
			want["#business h3"] = []string{"What the business promised: 3 of 5 kept"}
			want["#own-lists summary"] = []string{"For Bo Lind", "For Mo Reyes"}
		}
		for selector, texts := range want {
			if diff := cmp.Diff(texts, textsOf(p, selector)); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", edition, selector, diff)
			}
		}
		ours := textsOf(p, "#due > .promises:first-of-type li")
		if len(ours) != 2 || !strings.HasPrefix(ours[0], "Forgotten list") || !strings.HasPrefix(ours[1], "Open list") {
			t.Errorf("%s: waiting: %q", edition, ours)
		}
		if who := strings.Contains(ours[0], "by Bo Lind"); who != isTeam {
			t.Errorf("%s: whose it is: %q", edition, ours[0])
		}
		if got := len(find(p, `#due a[href="../wins/w/index.html"]`)); got != 2 {
			t.Errorf("%s: %d of ours lead to their record", edition, got)
		}
		if theirs := textsOf(p, "#due h3 + .promises li"); isTeam != (len(theirs) == 1 && strings.Contains(theirs[0], "Sal Ortega")) {
			t.Errorf("%s: the business has left to do: %q", edition, theirs)
		}
		// Never by person, and never what a leader missed.
		for _, part := range []string{"#kept", "#by-size", "#not-kept", "#released"} {
			if said := textOf(find(p, part)[0]); strings.Contains(said, "Bo Lind") || strings.Contains(said, "Sal Ortega") {
				t.Errorf("%s: %s names a person: %s", edition, part, said)
			}
		}
		if said := textOf(find(p, "main")[0]); !isTeam && (strings.Contains(said, "free an hour") || strings.Contains(said, "Free an hour")) {
			t.Errorf("leaders read what became of a commitment: %s", said)
		}
		if kept := textsOf(p, "#small .conditions > div:first-child li"); !slices.ContainsFunc(kept, func(s string) bool { return strings.Contains(s, "Moved draft") }) {
			t.Errorf("%s: a moved promise is not judged on its new day: %q", edition, kept)
		}
		// What no page holds leads to where all are listed.
		if got := len(find(p, `#small a.dot[href="../about/promises/index.html"]`)); got != 1 {
			t.Errorf("%s: %d dots lead to the list of all", edition, got)
		}
		for _, id := range []string{"all-kept", "small-kept", "big-kept", "small-late", "all-overdue", "all-open", "all-missed", "business-kept"} {
			if len(find(p, `a[href="../about/promises/index.html#`+id+`"]`)) == 0 {
				t.Errorf("%s: nothing leads to the receipt of %s", edition, id)
			}
		}
	}
}

func TestPromisesOfTheBusinessAreWithheldWhereTheyAreFew(t *testing.T) {
	tr := promising(t)
	tr.Intakes[0].Commitments = tr.Intakes[0].Commitments[:3]
	p := pages(t, build(t, tr.Redacted(tracker.LeadersEdition)))["promises/index.html"]
	if rows := textsOf(p, "#kept tbody th"); len(rows) != 3 {
		t.Errorf("rows: %q", rows)
	}
	if said := textOf(find(p, "#kept")[0]); !strings.Contains(said, "is not shown") {
		t.Errorf("it does not say why: %s", said)
	}
}
