package tracker_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

func prose(text, on string) tracker.Prose {
	p := tracker.Prose{Text: text, HTML: text}
	if on != "" {
		p.On = day(on)
	}
	return p
}

// evaluated is an intake that went all the way, with a day for each step.
func evaluated() *tracker.Intake {
	in := newIntake("ask", "2026-01-10")
	in.Status, in.AgreedOn, in.DeliveredOn = tracker.StatusEvaluated, day("2026-02-10"), day("2026-03-10")
	in.Verdict, in.Missing = tracker.VerdictChanged, []string{"barrier"}
	in.Agreed = []string{"job-aid"}
	in.ConfirmedOn = day("2026-02-12")
	in.Contract.Friction, in.Contract.Own = prose("early", "2026-01-15"), prose("later", "2026-02-09")
	in.Readings = []tracker.Reading{{Date: day("2026-03-31")}, {Date: day("2026-04-30")}}
	in.Conversations = []tracker.Conversation{{Date: day("2026-01-20"), Note: "talk"}}
	in.WhatHappened, in.WhatChanged = prose("built", ""), prose("moved", "")
	return in
}

func TestOnRewindsAnIntake(t *testing.T) {
	type state struct {
		Status                   tracker.Status
		Verdict                  tracker.Verdict
		Agreed, Delivered        string
		Readings, Answers, Talks int
	}
	for _, c := range []struct {
		on   string
		want state
	}{
		{"2026-01-10", state{Status: tracker.StatusRequested}},
		{"2026-01-20", state{Status: tracker.StatusExploring, Answers: 1, Talks: 1}},
		{"2026-02-09", state{Status: tracker.StatusExploring, Answers: 2, Talks: 1}},
		{"2026-02-10", state{Status: tracker.StatusAgreed, Agreed: "2026-02-10", Answers: 2, Talks: 1}},
		{"2026-03-09", state{Status: tracker.StatusAgreed, Agreed: "2026-02-10", Answers: 2, Talks: 1}},
		{"2026-03-10", state{Status: tracker.StatusDelivered, Agreed: "2026-02-10", Delivered: "2026-03-10", Answers: 2, Talks: 1}},
		{"2026-04-29", state{Status: tracker.StatusDelivered, Agreed: "2026-02-10", Delivered: "2026-03-10", Readings: 1, Answers: 2, Talks: 1}},
		{"2026-04-30", state{Status: tracker.StatusEvaluated, Verdict: tracker.VerdictChanged, Agreed: "2026-02-10", Delivered: "2026-03-10", Readings: 2, Answers: 2, Talks: 1}},
	} {
		tr := tracker.New(tracker.Strategy{}, nil, []*tracker.Intake{evaluated()}, tracker.Census{Found: 1, Published: 1})
		in := tr.On(day(c.on)).Intake("ask")
		got := state{in.Status, in.Verdict, in.AgreedOn.String(), in.DeliveredOn.String(), len(in.Readings), 0, len(in.Conversations)}
		for _, q := range tracker.Questions.Terms {
			if !in.Contract.Answer(q.ID).IsEmpty() {
				got.Answers++
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("on %s (-want +got):\n%s", c.on, diff)
		}
		if diff := cmp.Diff(evaluated(), tr.Intake("ask"), everything); diff != "" {
			t.Errorf("on %s: the record itself changed:\n%s", c.on, diff)
		}
	}
}

func TestOnKeepsEndingsWithoutAnAgreement(t *testing.T) {
	for _, status := range []tracker.Status{tracker.StatusDeclined, tracker.StatusRedirected, tracker.StatusWithdrawn, tracker.StatusWaitlisted} {
		in := newIntake("ask", "2026-01-10")
		in.Status = status
		tr := tracker.New(tracker.Strategy{}, nil, []*tracker.Intake{in}, tracker.Census{})
		if got := tr.On(day("2026-01-10")).Intake("ask").Status; got != status {
			t.Errorf("%s became %s", status, got)
		}
	}
}

func TestOnForgetsWhatWasSeenLater(t *testing.T) {
	w := newWin("w", "2026-01-10")
	w.NoticedBy = []tracker.Notice{{Who: "zoe", On: day("2026-01-12")}, {Who: "ann", On: day("2026-01-11")}}
	w.SharedOn = []tracker.Date{day("2026-01-11"), day("2026-01-15")}
	got := tracker.New(tracker.Strategy{}, []*tracker.Win{w}, nil, tracker.Census{}).On(day("2026-01-11")).Win("w")
	if len(got.NoticedBy) != 1 || got.NoticedBy[0].Who != "ann" || len(got.SharedOn) != 1 {
		t.Errorf("noticed by %v, shared on %v", got.NoticedBy, got.SharedOn)
	}
}

// A record for the team that lies in the future shows in no count of the
// leaders' edition.
func TestLaterRecordsOfTheTeamAreInNoCount(t *testing.T) {
	hidden := newWin("hidden", "2026-05-01")
	hidden.Audience = tracker.AudienceTeam
	tr := tracker.New(tracker.Strategy{}, []*tracker.Win{newWin("w", "2026-01-01"), newWin("later", "2026-06-01"), hidden}, nil,
		tracker.Census{Found: 3, Published: 3})
	got := tr.On(day("2026-02-01")).Redacted(tracker.LeadersEdition).Census
	if want := (tracker.Census{Found: 2, Published: 1, LeftOut: 1}); got != want {
		t.Errorf("the census is %+v, want %+v", got, want)
	}
}

// A promise of someone in the business is theirs wherever it was written, and
// what became of it is not for leaders.
func TestPromisesOfTheBusinessAreWithheldWhereverTheyStand(t *testing.T) {
	missed := tracker.Promise{What: "approve", Who: "zoe", To: "ada", By: day("2026-02-01"), State: tracker.PromiseMissed}
	ours := tracker.Promise{What: "draft", Who: "ada", To: "zoe", By: day("2026-02-01"), State: tracker.PromiseMissed}
	w, in := newWin("w", "2026-01-01"), newIntake("a", "2026-01-02")
	w.FollowUps, in.Promises = []tracker.Promise{missed, ours}, []tracker.Promise{missed, ours}
	s := &tracker.Stakeholder{ID: "zoe", Promises: []tracker.Promise{missed}}
	tr := tracker.New(tracker.Strategy{
		Settings: tracker.Defaults(), Team: []*tracker.Member{{ID: "ada"}}, Stakeholders: []*tracker.Stakeholder{s},
	}, []*tracker.Win{w}, []*tracker.Intake{in}, tracker.Census{})
	tr.AsOf = day("2026-06-01")
	business := 0
	for _, m := range tr.Promises() {
		if m.Business {
			business++
		}
	}
	if business != 3 {
		t.Errorf("%d promises are the business's, want 3", business)
	}
	r := tr.Redacted(tracker.LeadersEdition)
	for _, p := range []tracker.Promise{r.Win("w").FollowUps[0], r.Intake("a").Promises[0], r.Stakeholder("zoe").Promises[0]} {
		if !p.Withheld || p.State != "" || p.StateAt(tr.AsOf) != "" {
			t.Errorf("not withheld: %+v", p)
		}
	}
	for _, p := range []tracker.Promise{r.Win("w").FollowUps[1], r.Intake("a").Promises[1]} {
		if p.StateAt(tr.AsOf) != tracker.PromiseMissed || p.Who != "" {
			t.Errorf("ours is the team's, and shown: %+v", p)
		}
	}
	for _, m := range r.Promises() {
		if m.Business {
			t.Error("three cases, all of one person, are counted for leaders")
		}
	}
}

// A promise of the strategy bears no day on which it was made.
func TestOnBeforeTheStrategyStarts(t *testing.T) {
	promises := []tracker.Promise{
		{What: "undated"},
		{What: "due later", By: day("2025-02-01")},
		{What: "due before", By: day("2025-01-05")},
		{What: "closed before", Closed: day("2025-01-04")},
		{What: "closed later", Closed: day("2025-02-04")},
		{What: "moved before", By: day("2025-02-01"), Moved: []tracker.Move{{To: day("2025-03-01"), On: day("2025-01-05")}}},
	}
	s := tracker.Strategy{Stakeholders: []*tracker.Stakeholder{{ID: "boss", Promises: promises}}}
	s.Settings.StartedOn = day("2025-01-06")
	tr := tracker.New(s, nil, nil, tracker.Census{})
	for on, want := range map[string][]string{
		"2025-01-05": {"due before", "closed before", "moved before"},
		"2025-01-06": {"undated", "due later", "due before", "closed before", "closed later", "moved before"},
	} {
		var got []string
		for _, p := range tr.On(day(on)).Stakeholder("boss").Promises {
			got = append(got, p.What)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("on %s (-want +got):\n%s", on, diff)
		}
	}
	if n := len(tr.Stakeholder("boss").Promises); n != len(promises) {
		t.Errorf("the strategy itself changed: %d promises", n)
	}
}
