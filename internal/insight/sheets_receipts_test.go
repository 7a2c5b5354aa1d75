package insight

import (
	"slices"
	"testing"

	"smallwins/internal/tracker"
)

// receipt returns the receipt with the id, which there must be.
func receipt(t *testing.T, f *Figures, id string) Receipt {
	t.Helper()
	_, r, ok := f.Receipt(id)
	if !ok {
		t.Fatalf("there is no number %s", id)
	}
	return r
}

// plainly writes records as a reader would name them.
func plainly(records []Record) []string {
	named := []string{}
	for _, r := range records {
		name := string(r.ID)
		if r.Part != "" {
			name += " " + r.Part
		}
		named = append(named, name)
	}
	return named
}

// holds compares a receipt with what it must say.
func holds(t *testing.T, f *Figures, id, text string, counted, others []string) {
	t.Helper()
	r := receipt(t, f, id)
	if r.Text != text || !slices.Equal(plainly(r.Counted), counted) || !slices.Equal(plainly(r.Others), others) {
		t.Errorf("%s: %q, counted %q, others %q; want %q, %q, %q", id, r.Text, plainly(r.Counted), plainly(r.Others), text, counted, others)
	}
}

func TestReceiptsOfNothing(t *testing.T) {
	f := compute(base(t), nil, nil)
	none := []string{}
	for _, id := range []string{"posture/partnered", "posture/early/cracked", "posture/2025Q1/not-agreed", "arrivals/late/problem", "gaps/own", "gaps/mark-shift",
		"requested/widened", "delivered/nothing-changed", "nobody-looked/past", "event-risk/at-risk", "promises/small/kept", "contract/deep", "chain/reaching", "coverage/named"} {
		holds(t, f, id, "0 of 0", none, none)
	}
	holds(t, f, "coverage/quiet", "2 of 2", []string{"first", "second"}, none)
	holds(t, f, "chain/reached", "0 of 2", none, []string{"calls", "errors"})
	holds(t, f, "coverage/first/quiet", "364 days", none, none)
	holds(t, f, "coverage/first/silent", "12 of 12 months", none, none)
	// What is not known is no zero.
	for _, id := range []string{"contribution/calls/change", "contribution/calls/evidence"} {
		if r := receipt(t, f, id); r.Missing == "" || r.D != None || r.Text == "0" {
			t.Errorf("%+v", r)
		}
	}
}

// A priority is held to the months in which it was one on any day.
func TestSilentMonthsEndWithThePriority(t *testing.T) {
	s := base(t)
	s.Priorities[0].From, s.Priorities[0].To = day(t, "2025-02-28"), day(t, "2025-05-01")
	in, late := win(t, "2025-03-01", "first"), win(t, "2025-06-01", "first")
	holds(t, compute(s, []*tracker.Win{in, late}, nil), "coverage/first/silent", "3 of 4 months", []string{string(in.ID), string(late.ID)}, []string{})
}

func TestReceiptsOfCoverage(t *testing.T) {
	both := win(t, "2025-02-01", "first", "second", "first", "gone")
	undone, loose, early := win(t, "2025-02-02", "first"), win(t, "2025-11-03"), win(t, "2024-12-31", "first")
	undone.Undone = tracker.Undone{On: day(t, "2025-03-01"), Why: "it was switched off"}
	both.ID, undone.ID, loose.ID, early.ID = "both", "undone", "loose", "early"
	f := compute(base(t), []*tracker.Win{both, undone, loose, early}, nil)
	holds(t, f, "coverage/first/wins", "2 of 3", []string{"both", "undone"}, []string{"loose"})
	holds(t, f, "coverage/second/wins", "1 of 3", []string{"both"}, []string{"loose", "undone"})
	holds(t, f, "coverage/first/undone", "1 of 2", []string{"undone"}, []string{"both"})
	holds(t, f, "coverage/links", "3", []string{"both priorities[0]", "both priorities[1]", "undone priorities[0]"}, []string{})
	holds(t, f, "coverage/unlinked", "1 of 3", []string{"loose"}, []string{"both", "undone"})
	holds(t, f, "coverage/unlinked-2025Q4", "1", []string{"loose"}, []string{})
	holds(t, f, "coverage/first/2025-02", "2", []string{"both", "undone"}, []string{})
	holds(t, f, "coverage/first/silent", "11 of 12 months", []string{"both", "undone"}, []string{})
	holds(t, f, "chain/first/undone", "1", []string{"undone"}, []string{})
	holds(t, f, "chain/first/spark", "1", []string{"both"}, []string{})
	holds(t, f, "chain/spark", "1", []string{"both"}, []string{})
	holds(t, f, "chain/calls/below", "2", []string{"both", "undone"}, []string{})
	if got, want := receipt(t, f, "coverage/first/undone").Counted[0].Note, "came undone on 1 March 2025"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s, _, _ := f.Receipt("coverage/quiet")
	if r, ok := s.Excluded[0].Record(); len(s.Excluded) != 1 || !ok || r.ID != "early" || r.Note == "" {
		t.Errorf("left out: %+v", s.Excluded)
	}
	if f.Coverage.Links != receipt(t, f, "coverage/links").N {
		t.Error("links differ")
	}
}

// Ids of a tracker may be any word of ours, and the same for several things.
func TestReceiptsOfThingsThatShareAnID(t *testing.T) {
	s := base(t)
	s.Outcomes = []*tracker.Outcome{{ID: "unlinked", Title: "O"}, {ID: "a/b c", Title: "P"}}
	s.Priorities = []*tracker.Priority{{ID: "unlinked", Title: "U", Outcomes: []tracker.ID{"unlinked"}}, {ID: "to", Title: "T", Outcomes: []tracker.ID{"a/b c"}}, {ID: "early", Title: "E"}}
	w := win(t, "2025-02-01", "to")
	f := compute(s, []*tracker.Win{w}, nil)
	seen := map[string]bool{}
	for _, sheet := range f.Sheets() {
		for _, r := range sheet.Receipts {
			if seen[r.ID] {
				t.Errorf("%s stands twice", r.ID)
			}
			seen[r.ID] = true
		}
	}
	holds(t, f, "chain/to/to/a%2Fb%20c", "1", []string{string(w.ID)}, []string{})
}

func TestReceiptsOfPosture(t *testing.T) {
	first, mandated := full(t, "first", "2025-01-01"), full(t, "mandated", "2025-02-01")
	mandated.Mandated = true
	order := full(t, "order", "2025-12-31")
	answerAll(order, 0)
	f := compute(base(t), nil, []*tracker.Intake{first, mandated, order})
	holds(t, f, "posture/partnered", "1 of 2", []string{"first"}, []string{"order"})
	holds(t, f, "posture/early/partnered", "1 of 1", []string{"first"}, []string{})
	holds(t, f, "posture/late/order-taken", "1 of 1", []string{"order"}, []string{})
	holds(t, f, "posture/2025Q2/partnered", "0 of 0", []string{}, []string{})
	holds(t, f, "posture/cases", "2", []string{"first", "order"}, []string{})
	holds(t, f, "arrivals/solution", "2 of 2", []string{"first", "order"}, []string{})
	holds(t, f, "contract/order/answered", "0 of 8", []string{}, []string{"order barrier", "order better", "order decisions", "order friction", "order own", "order reinforce", "order shift", "order who"})
	holds(t, f, "contract/first/marks", "4 of 4", []string{"first barriers", "first commitments", "first measure", "first reinforcement"}, []string{})
	holds(t, f, "gaps/own", "2 of 3", []string{"first", "mandated"}, []string{"order"})
	if r := receipt(t, f, "gaps/own").Others[0]; r.Note != "not asked yet" {
		t.Errorf("%+v", r)
	}
	s, _, _ := f.Receipt("posture/partnered")
	if r, _ := s.Excluded[0].Record(); r.ID != "mandated" || r.Note != "mandated" {
		t.Errorf("left out: %+v", r)
	}
}

func TestReceiptsOfPromises(t *testing.T) {
	s := base(t)
	s.Stakeholders[0].Promises = []tracker.Promise{{What: "a number", State: tracker.PromiseMissed}}
	in := full(t, "i", "2025-02-01")
	in.Promises = []tracker.Promise{{State: tracker.PromiseKept}, {State: tracker.PromiseKept, Size: tracker.Big}}
	in.Commitments = nil
	for i, state := range []tracker.PromiseState{"kept", "kept", "kept", "late", "missed", "released", "open"} {
		in.Commitments = append(in.Commitments, tracker.Promise{What: "x", Who: tracker.Person([]string{"boss", "Somebody else", "A third", "A fourth", "A fifth"}[i%5]), State: state})
	}
	w := win(t, "2025-02-01")
	w.ID = "w"
	w.FollowUps = []tracker.Promise{{What: "for ourselves"}, {What: "a call", To: "boss"}, {What: "a note", To: "boss", By: day(t, "2025-03-01"), State: tracker.PromiseLate}}
	tr := tracker.New(s, []*tracker.Win{w}, []*tracker.Intake{in}, tracker.Census{})
	team, leaders := Compute(tr), Compute(tr.Redacted(tracker.LeadersEdition))
	for _, f := range []*Figures{team, leaders} {
		holds(t, f, "promises/small/kept", "1 of 3", []string{"i promises[0]"}, []string{"boss promises[0]", "w follow_ups[2]"})
		holds(t, f, "promises/big/kept", "1 of 1", []string{"i promises[1]"}, []string{})
		holds(t, f, "promises/small/open", "1", []string{"w follow_ups[1]"}, []string{})
	}
	holds(t, team, "promises/business/kept", "3 of 5", []string{"i commitments[0]", "i commitments[1]", "i commitments[2]"}, []string{"i commitments[3]", "i commitments[4]"})

	// Leaders read how many, and not which.
	holds(t, leaders, "promises/business/kept", "3 of 5", []string{}, []string{})
	if r := receipt(t, leaders, "promises/business/kept"); r.N != 3 || r.D != 5 || r.Unnamed != 3 || r.UnnamedOthers != 2 || len(problems(r)) > 0 {
		t.Errorf("%+v", r)
	}
	// … and of those that were not kept, not how.
	if r := receipt(t, leaders, "promises/business/not-kept"); r.N != 2 || r.Unnamed != 2 || r.Text != "2" {
		t.Errorf("%+v", r)
	}
	holds(t, leaders, "promises/small/not-kept", "2", []string{"boss promises[0]", "w follow_ups[2]"}, []string{})
	for _, id := range []string{"late", "missed", "overdue"} {
		if _, _, ok := leaders.Receipt("promises/business/" + id); ok {
			t.Errorf("leaders are told of promises of the business that are %s", id)
		}
		if _, _, ok := team.Receipt("promises/business/" + id); !ok {
			t.Errorf("the team is not told of promises of the business that are %s", id)
		}
	}
	unnamed := func(f *Figures) (n int) {
		sheet, _, _ := f.Receipt("promises/all/kept")
		for _, e := range sheet.Excluded {
			if _, ok := e.Record(); !ok {
				n++
			}
		}
		return n
	}
	if unnamed(team) != 0 || unnamed(leaders) != 2 {
		t.Errorf("left out and not named: %d for the team, %d for leaders", unnamed(team), unnamed(leaders))
	}

	// Too few to be counted is not none.
	in.Commitments = in.Commitments[:2]
	few := Compute(tr.Redacted(tracker.LeadersEdition))
	if r := receipt(t, few, "promises/business/not-kept"); r.Text != "not shown" || r.Missing == "" || r.D != None {
		t.Errorf("%+v", r)
	}
}

func TestReceiptsOfContribution(t *testing.T) {
	s := told(t)
	s.Priorities[1].To = day(t, "2025-06-30")
	in := full(t, "i", "2025-02-01")
	before, during, after, ended := win(t, "2025-01-30", "first"), win(t, "2025-05-02", "second", "first"), win(t, "2025-10-01", "first"), win(t, "2025-07-01", "second")
	before.ID, during.ID, after.ID, ended.ID = "before", "during", "after", "ended"
	during.Intake, during.Stage = "i", tracker.Showing
	during.NoticedBy = []tracker.Notice{{Who: "boss", On: day(t, "2025-06-01")}}
	f := compute(s, []*tracker.Win{before, during, after, ended}, []*tracker.Intake{in})
	none := []string{}
	for _, tc := range []struct {
		id, text        string
		counted, others []string
	}{
		{"moved", "1 of 1", []string{"calls"}, none},
		{"slipped", "0 of 1", none, []string{"calls"}},
		{"calls/change", "61% to 71%", []string{"calls readings[0]", "calls readings[1]"}, none},
		{"calls/readings", "2", []string{"calls readings[0]", "calls readings[1]"}, none},
		{"calls/wins", "2", []string{"before", "during"}, none},
		{"calls/before", "1 of 2", []string{"before"}, []string{"during"}},
		{"calls/after", "1", []string{"after"}, none},
		{"calls/requests", "1", []string{"i"}, none},
		{"calls/factors", "1", []string{"calls other_factors[0]"}, none},
		{"calls/evidence", "confirmed by the business owner", []string{"during"}, none},
		{"calls/through/second", "1", []string{"during"}, none},
		{"calls/2025-03-31", "1", []string{"before"}, none},
		{"calls/2025-05-01", "0", none, none},
		{"calls/2025-09-30", "1", []string{"during"}, none},
		{"calls/since", "1", []string{"after"}, none},
		{"errors/change", "not known", none, none},
	} {
		holds(t, f, "contribution/"+tc.id, tc.text, tc.counted, tc.others)
	}
	sheet, _, _ := f.Receipt("contribution/moved")
	reasons := map[tracker.ID]string{}
	for _, e := range sheet.Excluded {
		reasons[e.Win.ID] = e.Reason
	}
	if len(reasons) != 2 || reasons["after"] != "dated after the last reading of “Calls”" || reasons["ended"] != "dated outside of the time of the priority “Second”" {
		t.Errorf("left out: %q", reasons)
	}
	if r := receipt(t, f, "contribution/calls/evidence").Counted[0]; r.Note != "noticed by Bea Boss" {
		t.Errorf("%+v", r)
	}
}

func TestReceiptsOfDeliveries(t *testing.T) {
	past, soon, undated, told := full(t, "past", "2025-01-02"), full(t, "soon", "2025-01-02"), full(t, "undated", "2025-01-02"), evaluated(t, "told", tracker.VerdictUnknown)
	for _, in := range []*tracker.Intake{past, soon, undated} {
		in.Status = tracker.StatusDelivered
	}
	past.DeliveredOn, soon.DeliveredOn = day(t, "2025-10-01"), day(t, "2025-10-02")
	f := compute(base(t), nil, []*tracker.Intake{past, soon, undated, told})
	holds(t, f, "nobody-looked/past", "1 of 3", []string{"past"}, []string{"soon", "undated"})
	holds(t, f, "nobody-looked/past/days", "91 days", []string{"past"}, []string{})
	holds(t, f, "nobody-looked/undated/days", "not known", []string{}, []string{})
	holds(t, f, "delivered/unknown", "1", []string{"told"}, []string{})
	holds(t, f, "delivered/nothing-changed", "0 of 0", []string{}, []string{})
	s, _, _ := f.Receipt("nobody-looked/past")
	if got, want := s.Headline, "1 of 3 deliveries without a verdict has waited more than 90 days"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Roles are counted and not named; their wins are, for the team with the roles.
func TestReceiptsOfVoices(t *testing.T) {
	w, theirs := win(t, "2025-10-01"), win(t, "2025-10-02")
	w.ID, theirs.ID, theirs.EnteredBy = "w", "theirs", "boss"
	tr := tracker.New(base(t), []*tracker.Win{w, theirs}, nil, tracker.Census{})
	for edition, note := range map[tracker.Edition]string{tracker.TeamEdition: "Designer", tracker.LeadersEdition: ""} {
		f := Compute(tr.Redacted(edition))
		r := receipt(t, f, "voices/2025Q4/roles")
		if r.Text != "1 of 3" || r.Unnamed != 1 || r.UnnamedOthers != 2 || len(r.Counted) > 0 {
			t.Errorf("%s: %+v", edition, r)
		}
		holds(t, f, "voices/2025Q4/wins", "1", []string{"w"}, []string{})
		if got := receipt(t, f, "voices/2025Q4/wins").Counted[0].Note; got != note {
			t.Errorf("%s: %q, want %q", edition, got, note)
		}
	}
}
