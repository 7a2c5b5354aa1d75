package tracker_test

import (
	"slices"
	"testing"

	"smallwins/internal/tracker"
)

func TestWhose(t *testing.T) {
	for _, c := range []struct {
		name string
		win  tracker.Win
		want []tracker.Person
	}{
		{"nobody", tracker.Win{}, nil},
		{"who entered it", tracker.Win{EnteredBy: "ada"}, []tracker.Person{"ada"}},
		{"recorded for others", tracker.Win{EnteredBy: "ada", People: []tracker.Person{"bo", "cy"}}, []tracker.Person{"bo", "cy"}},
		{"an empty list", tracker.Win{EnteredBy: "ada", People: []tracker.Person{}}, []tracker.Person{"ada"}},
	} {
		if got := c.win.Whose(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestStageOr(t *testing.T) {
	for stage, want := range map[tracker.Stage]tracker.Stage{"": tracker.Spark, tracker.Spark: tracker.Spark, tracker.Showing: tracker.Showing} {
		if got := (&tracker.Win{Stage: stage}).StageOr(); got != want {
			t.Errorf("stage %q counts as %q, want %q", stage, got, want)
		}
	}
}

func TestStandsAt(t *testing.T) {
	for _, c := range []struct {
		name   string
		undone tracker.Undone
		asOf   string
		want   bool
	}{
		{"never undone", tracker.Undone{}, "2026-03-01", true},
		{"the day before", tracker.Undone{On: day("2026-03-01"), Why: "x"}, "2026-02-28", true},
		{"the day itself", tracker.Undone{On: day("2026-03-01"), Why: "x"}, "2026-03-01", false},
		{"afterwards", tracker.Undone{On: day("2026-03-01")}, "2027-01-01", false},
		{"undone, nobody wrote when", tracker.Undone{Why: "x"}, "2020-01-01", false},
	} {
		if got := (&tracker.Win{Undone: c.undone}).StandsAt(day(c.asOf)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestStatusSteps(t *testing.T) {
	type step struct{ agreed, delivered, not, reason bool }
	want := map[tracker.Status]step{
		"":                       {},
		tracker.StatusAgreed:     {agreed: true},
		tracker.StatusBuilding:   {agreed: true},
		tracker.StatusDelivered:  {agreed: true, delivered: true},
		tracker.StatusEvaluated:  {agreed: true, delivered: true},
		tracker.StatusRedirected: {not: true, reason: true},
		tracker.StatusDeclined:   {not: true, reason: true},
		tracker.StatusWithdrawn:  {not: true, reason: true},
		tracker.StatusWaitlisted: {reason: true},
	}
	for _, id := range append([]string{""}, tracker.Statuses.IDs()...) {
		s := tracker.Status(id)
		if got := (step{s.AtLeastAgreed(), s.AtLeastDelivered(), s.NotAgreed(), s.NeedsReason()}); got != want[s] {
			t.Errorf("status %q: %+v, want %+v", s, got, want[s])
		}
	}
}

func TestContractAnswers(t *testing.T) {
	c := tracker.Contract{
		Friction: tracker.Prose{Text: "friction"}, Decisions: tracker.Prose{Text: "decisions"},
		Better: tracker.Prose{Text: "better"}, Who: tracker.Prose{Text: "who"}, Own: tracker.Prose{Text: "own"},
		Shift: tracker.Prose{Text: "shift"}, Reinforce: tracker.Prose{Text: "reinforce"}, Barrier: tracker.Prose{Text: "barrier"},
	}
	if n := len(tracker.Questions.Terms); n != 8 {
		t.Errorf("%d questions, want 8", n)
	}
	for _, q := range tracker.Questions.IDs() {
		if got := c.Answer(q).Text; got != q {
			t.Errorf("the answer to %q is %q", q, got)
		}
	}
	if got := c.Answer("other"); got != (tracker.Prose{}) {
		t.Errorf("a question that is none has the answer %+v", got)
	}
	if !tracker.Questions.Has(tracker.OwnQuestion) {
		t.Error("the partnership question is none of the eight")
	}
}

func TestMeasureIsZero(t *testing.T) {
	if !(tracker.Measure{}).IsZero() || (tracker.Measure{Baseline: tracker.Number{Known: true}}).IsZero() {
		t.Error("a measure with a baseline of zero is a measure; one without anything is none")
	}
}
