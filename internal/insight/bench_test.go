package insight

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"smallwins/internal/tracker"
)

// large is a sound tracker of many years: a large team, a few dozen of
// everything in the strategy, and records without end.
func large(tb testing.TB, wins, intakes int) *tracker.Tracker {
	tb.Helper()
	m := &maker{Rand: rand.New(rand.NewPCG(1, 22)), first: tracker.NewDate(2019, time.January, 7), last: tracker.NewDate(2026, time.June, 30)}
	m.asOf = m.last
	s := tracker.Strategy{Settings: tracker.Defaults()}
	s.Settings.AsOf, s.Settings.StartedOn = m.asOf, m.first
	for i := range 40 {
		s.Team = append(s.Team, &tracker.Member{ID: tracker.ID(fmt.Sprintf("m%d", i)), Name: fmt.Sprintf("Mo %d", i), Role: fmt.Sprintf("Role %d", i%8)})
		m.people = append(m.people, tracker.Person(s.Team[i].ID))
	}
	for i := range 6 {
		m.outcomes = append(m.outcomes, tracker.ID(fmt.Sprintf("o%d", i)))
		s.Outcomes = append(s.Outcomes, &tracker.Outcome{ID: m.outcomes[i], Title: "Calls", Measure: m.measure(), Readings: some(m, 30, m.reading), OtherFactors: some(m, 3, m.factor)})
	}
	for i := range 12 {
		m.priorities = append(m.priorities, tracker.ID(fmt.Sprintf("p%d", i)))
		s.Priorities = append(s.Priorities, &tracker.Priority{ID: m.priorities[i], Title: "Loading", Outcomes: someOf(m, 2, m.outcomes)})
	}
	for i := range 60 {
		m.people = append(m.people, tracker.Person(fmt.Sprintf("s%d", i)))
		s.Stakeholders = append(s.Stakeholders, m.stakeholder(i))
	}
	for i := range intakes {
		m.intakes = append(m.intakes, tracker.ID(fmt.Sprintf("i%d", i)))
	}
	for i := range wins {
		m.wins = append(m.wins, tracker.ID(fmt.Sprintf("w%d", i)))
	}
	var ws []*tracker.Win
	var ins []*tracker.Intake
	for _, id := range m.wins {
		ws = append(ws, m.win(id))
	}
	for _, id := range m.intakes {
		ins = append(ins, m.intake(id))
	}
	return tracker.New(s, ws, ins, tracker.Census{})
}

// BenchmarkCompute works out all figures, and then all sheets, of a tracker and
// of one ten times as large: no step may grow faster than the records do.
func BenchmarkCompute(b *testing.B) {
	for _, n := range []struct{ wins, intakes int }{{10_000, 2_000}, {100_000, 20_000}} {
		tr := large(b, n.wins, n.intakes)
		b.Run(fmt.Sprintf("figures of %d wins", n.wins), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Compute(tr)
			}
		})
		b.Run(fmt.Sprintf("sheets of %d wins", n.wins), func(b *testing.B) {
			f := Compute(tr)
			b.ReportAllocs()
			for b.Loop() {
				f.newSheets()
			}
		})
	}
}
