package insight

import (
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

func TestSomethingNew(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*tracker.Intake, *tracker.Win)
		shown  bool
		part   string
	}{
		{"as it was ordered", func(*tracker.Intake, *tracker.Win) {}, false, ""},
		{"a crack", func(in *tracker.Intake, _ *tracker.Win) { in.Cracks = []tracker.Crack{{What: "Cards."}} }, true, "cracks[0]"},
		{"something else was agreed", func(in *tracker.Intake, _ *tracker.Win) { in.Agreed = []string{"live", "job-aid"} }, true, ""},
		{"nothing was built", func(in *tracker.Intake, _ *tracker.Win) { in.Agreed = []string{"none"} }, false, ""},
		{"a problem, and something was agreed", func(in *tracker.Intake, _ *tracker.Win) {
			in.Requested, in.Agreed = []string{"none"}, []string{"clear-expectations"}
		}, true, ""},
		{"nobody says what was asked for", func(in *tracker.Intake, _ *tracker.Win) { in.Requested, in.Agreed = nil, []string{"job-aid"} }, false, ""},
		{"what was agreed is what was asked for", func(in *tracker.Intake, _ *tracker.Win) {
			in.Requested, in.Agreed = []string{"job-aid"}, []string{"job-aid"}
		}, false, ""},
		{"agreed to, then withdrawn", func(in *tracker.Intake, _ *tracker.Win) {
			in.Agreed, in.Status = []string{"job-aid"}, tracker.StatusWithdrawn
		}, false, ""},
		{"a win from the request", func(in *tracker.Intake, w *tracker.Win) { w.Intake, w.Practices = in.ID, []string{"added-value"} }, true, ""},
		{"a win with them", func(_ *tracker.Intake, w *tracker.Win) {
			w.Collaborators, w.Practices = []tracker.Person{"boss"}, []string{"added-value"}
		}, true, ""},
		{"a win with them, of another kind", func(_ *tracker.Intake, w *tracker.Win) {
			w.Collaborators, w.Practices = []tracker.Person{"boss"}, []string{"promise-kept"}
		}, false, ""},
		{"a win with somebody else", func(_ *tracker.Intake, w *tracker.Win) { w.Practices = []string{"added-value"} }, false, ""},
	} {
		in, w := full(t, "i", "2025-02-01"), win(t, "2025-03-01")
		in.Stakeholder, in.Requested, in.Agreed = "boss", []string{"live"}, []string{"live"}
		tc.change(in, w)
		f := compute(base(t), []*tracker.Win{w}, []*tracker.Intake{in})
		b := f.briefs()
		if n := b.Briefs[0].New; n.Shown != tc.shown || n.Reason == "" || n.Record.Part != tc.part || (n.Record.ID != "") != tc.shown {
			t.Errorf("%s: %+v", tc.name, n)
		}
		wantReceipts(t, briefSheet(f), map[string]string{"brief/shown": b.Ratio.In(nil), "brief/requests": "1"})
	}
}

// owed is a tracker with promises both ways, a crack and a request that a
// reading says something about.
func owed(t testing.TB) *tracker.Tracker {
	s := base(t)
	s.Stakeholders[0].Business.Goals = []string{" Grow ", ""}
	s.Stakeholders = append(s.Stakeholders, &tracker.Stakeholder{ID: "quiet", Name: "Quinn Quiet"})
	in, hidden := full(t, "i", "2025-02-01"), full(t, "hidden", "2025-03-01")
	in.Stakeholder, hidden.Stakeholder, hidden.Audience, hidden.Commitments = "boss", "quiet", tracker.AudienceTeam, nil
	in.Status, in.Verdict, in.Readings = tracker.StatusEvaluated, tracker.VerdictPartly, []tracker.Reading{{Date: day(t, "2025-12-31"), Value: known(50)}, {Date: day(t, "2026-01-01"), Value: known(99)}}
	in.Cracks = []tracker.Crack{{What: "A quiz"}, {Practice: "added-value", What: "Cards", Reaction: "Kept one"}}
	in.Promises = []tracker.Promise{{What: "open", Who: "ann", To: "boss"}, {What: "due today", Who: "ann", By: day(t, "2025-12-31")}, {What: "overdue", Who: "ann", By: day(t, "2025-12-30")}, {What: "kept", State: tracker.PromiseKept}}
	in.Commitments = []tracker.Promise{{What: "missed", Who: "boss", By: day(t, "2025-05-01"), State: tracker.PromiseMissed}, {What: "overdue", Who: "boss", By: day(t, "2025-05-01")}, {What: "ahead", Who: "boss", By: day(t, "2026-05-01")}}
	return tracker.New(s, nil, []*tracker.Intake{in, hidden}, tracker.Census{})
}

func TestBrief(t *testing.T) {
	list := func(ps []*PartyPromise) string {
		var got []string
		for _, p := range ps {
			got = append(got, strings.TrimSpace(p.Promise.What+" "+string(p.State)))
		}
		return strings.Join(got, ", ")
	}
	for _, tc := range []struct {
		edition                tracker.Edition
		theirs, reaction, head string
	}{
		{tracker.TeamEdition, "overdue overdue, ahead open", "Kept one", "1 of 2 stakeholders with a request has seen something new in our work"},
		{tracker.LeadersEdition, "missed, overdue, ahead", "", "1 of 1 stakeholder with a request has seen something new in our work"},
	} {
		f := Compute(owed(t).Redacted(tc.edition))
		all := f.briefs()
		b := all.Briefs[0]
		if got := list(b.Ours); got != "open open, due today open, overdue overdue" {
			t.Errorf("%s: ours %s", tc.edition, got)
		}
		if got := list(b.Theirs); got != tc.theirs {
			t.Errorf("%s: theirs %s", tc.edition, got)
		}
		if b.LastCrack == nil || b.LastCrack.Record.Part != "cracks[1]" || b.LastCrack.Crack.Reaction != tc.reaction {
			t.Errorf("%s: last crack %+v", tc.edition, b.LastCrack)
		}
		if in := b.Intakes[0]; len(b.Goals) != 1 || b.Goals[0] != "Grow" || in.Changed != "Partly changed" || in.Moved != "Calls: 40% to 50%" {
			t.Errorf("%s: %q, %q, %q", tc.edition, b.Goals, in.Changed, in.Moved)
		}
		if all.Headline() != tc.head {
			t.Errorf("%s: %s", tc.edition, all.Headline())
		}
		wantReceipts(t, briefSheet(f), map[string]string{"brief/ours": "3"})
	}
}

func TestBriefsWithoutRequests(t *testing.T) {
	s := base(t)
	if b := compute(s, nil, nil).briefs(); b.Missing != "no stakeholder has asked for anything yet" {
		t.Errorf("%q", b.Missing)
	}
	s.Stakeholders = nil
	if b := compute(s, nil, nil).briefs(); b.Missing != "the strategy names no stakeholder yet" {
		t.Errorf("%q", b.Missing)
	}
}
