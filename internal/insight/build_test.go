package insight

import (
	"fmt"
	"testing"

	"smallwins/internal/tracker"
)

// day reads a date for a test.
func day(t testing.TB, s string) tracker.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := tracker.ParseDate(s)
	if err != nil {
		t.Fatalf("%q %v", s, err)
	}
	return d
}

func known(v float64) tracker.Number { return tracker.Number{Value: v, Known: true} }

func said(text string, on tracker.Date) tracker.Prose {
	return tracker.Prose{Source: text, Text: text, HTML: text, On: on}
}

// base is a strategy with two outcomes, two priorities, a team of three roles
// and a stakeholder, over the four quarters of 2025.
func base(t testing.TB) tracker.Strategy {
	s := tracker.Strategy{Settings: tracker.Defaults()}
	s.Settings.StartedOn, s.Settings.AsOf = day(t, "2025-01-01"), day(t, "2025-12-31")
	s.Outcomes = []*tracker.Outcome{{ID: "calls", Title: "Calls"}, {ID: "errors", Title: "Errors"}}
	s.Priorities = []*tracker.Priority{
		{ID: "first", Title: "First", Sponsor: "boss", Outcomes: []tracker.ID{"calls"}},
		{ID: "second", Title: "Second", Outcomes: []tracker.ID{"calls", "errors"}},
	}
	s.Team = []*tracker.Member{{ID: "ann", Name: "Ann", Role: "Designer"}, {ID: "ben", Name: "Ben", Role: "Facilitator"}, {ID: "cai", Name: "Cai", Role: "Lead"}}
	s.Stakeholders = []*tracker.Stakeholder{{ID: "boss", Name: "Bea Boss", Title: "Head"}}
	return s
}

func compute(s tracker.Strategy, wins []*tracker.Win, intakes []*tracker.Intake) *Figures {
	return Compute(tracker.New(s, wins, intakes, tracker.Census{}))
}

// win makes a win of Ann's with an id of its own.
func win(t testing.TB, date string, priorities ...tracker.ID) *tracker.Win {
	winCount++
	return &tracker.Win{ID: tracker.ID(fmt.Sprintf("w%04d", winCount)), Title: "A win", Date: day(t, date), EnteredBy: "ann", Priorities: priorities}
}

var winCount int

// full is an intake with all eight answers and all four marks.
func full(t testing.TB, id tracker.ID, requested string) *tracker.Intake {
	in := &tracker.Intake{
		ID: id, Title: string(id), RequestedOn: day(t, requested), Status: tracker.StatusAgreed, ArrivedAs: tracker.ArrivedSolution,
		Measure:       tracker.Measure{Name: "Calls", Unit: "%", Level: tracker.LevelBehaviour, Direction: "up", Baseline: known(40), Target: known(60), Meaningful: known(5)},
		Commitments:   []tracker.Promise{{What: "An hour a week.", Who: "boss", By: day(t, "2025-09-30")}},
		Reinforcement: []tracker.Reinforcement{{Who: "boss", When: "after", What: "Ask about it"}},
		Barriers:      []tracker.Barrier{{What: "Slow screens", Owner: "boss"}},
	}
	answerAll(in, 8)
	return in
}

// answerAll answers the first n questions, undated, and none of the others.
func answerAll(in *tracker.Intake, n int) {
	c := &in.Contract
	for i, p := range []*tracker.Prose{&c.Friction, &c.Decisions, &c.Better, &c.Who, &c.Own, &c.Shift, &c.Reinforce, &c.Barrier} {
		*p = tracker.Prose{}
		if i < n {
			*p = said("an answer", 0)
		}
	}
}
