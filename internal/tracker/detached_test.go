package tracker_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

// A count of the business's promises tells who did not keep one where the
// others cannot have broken as many between them, be it only to somebody who
// made some of them.
func TestRedactedCountsTellNobody(t *testing.T) {
	for name, c := range map[string]struct {
		kept, missed map[tracker.Person]int
		shown        bool
	}{
		"all missed":                       {nil, map[tracker.Person]int{"zoe": 3, "Yan": 1, "Bo": 1}, false},
		"more missed than the others made": {map[tracker.Person]int{"Yan": 1}, map[tracker.Person]int{"zoe": 3, "Bo": 1}, false},
		"one of two knows the other's":     {map[tracker.Person]int{"zoe": 4}, map[tracker.Person]int{"Yan": 1}, false},
		"all but one's own were missed":    {map[tracker.Person]int{"zoe": 4}, map[tracker.Person]int{"Yan": 1, "Bo": 1}, false},
		"anybody's":                        {map[tracker.Person]int{"zoe": 2, "Yan": 1, "Bo": 1}, map[tracker.Person]int{"zoe": 1}, true},
		"nobody missed one":                {map[tracker.Person]int{"zoe": 3, "Yan": 2}, nil, true},
		"too few":                          {map[tracker.Person]int{"zoe": 2, "Yan": 1, "Bo": 1}, nil, false},
	} {
		in := newIntake("a", "2026-01-02")
		add := func(makers map[tracker.Person]int, state tracker.PromiseState) {
			for who, n := range makers {
				for range n {
					in.Commitments = append(in.Commitments, tracker.Promise{What: "x", Who: who, State: state})
				}
			}
		}
		add(c.kept, tracker.PromiseKept)
		add(c.missed, tracker.PromiseMissed)
		tr := tracker.New(tracker.Strategy{Settings: tracker.Defaults(), Stakeholders: []*tracker.Stakeholder{{ID: "zoe", Name: "Zoe"}}}, nil, []*tracker.Intake{in}, tracker.Census{})
		tr.AsOf = day("2026-06-01")
		if got := len(tr.Redacted(tracker.LeadersEdition).Promises()) > 0; got != c.shown {
			t.Errorf("%s: shown is %v", name, got)
		}
	}
}

// Leaders are told how the promises of the business stood when the last quarter
// ended, so that no day that everyone sees can be held against a count that
// grows on the next.
func TestRedactedCountsByQuarter(t *testing.T) {
	build := func(starts int, asOf string) map[tracker.PromiseState]int {
		in, later := newIntake("a", "2025-10-02"), newIntake("b", "2026-04-20")
		for _, who := range []tracker.Person{"Yan", "Bo", "Cy"} {
			in.Commitments = append(in.Commitments,
				tracker.Promise{Who: who, By: day("2026-01-20"), Closed: day("2026-01-20")},
				tracker.Promise{Who: who, By: day("2026-01-20"), Closed: day("2026-01-20")})
		}
		in.Commitments = append(in.Commitments,
			tracker.Promise{Who: "Yan", By: day("2026-02-10"), Closed: day("2026-04-03")},                                             // past its day, then late
			tracker.Promise{Who: "Bo", By: day("2026-04-15")},                                                                         // comes due in the second quarter
			tracker.Promise{Who: "Cy", By: day("2026-05-15"), State: tracker.PromiseKept},                                             // nobody wrote when
			tracker.Promise{Who: "Cy", By: day("2026-03-15"), Moved: moves("2026-04-10", "2026-03-10"), State: tracker.PromiseMissed}) // moved into the second
		later.Commitments = []tracker.Promise{{Who: "Yan", By: day("2026-04-25"), Closed: day("2026-04-25")}}
		s := tracker.Strategy{Settings: tracker.Defaults()}
		s.Settings.YearStarts = starts
		tr := tracker.New(s, nil, []*tracker.Intake{in, later}, tracker.Census{})
		tr.AsOf = day(asOf)
		got := map[tracker.PromiseState]int{}
		for _, m := range tr.Redacted(tracker.LeadersEdition).Promises() {
			got[m.Promise.StateAt(tr.AsOf)]++
		}
		return got
	}
	first := map[tracker.PromiseState]int{tracker.PromiseKept: 6, tracker.PromiseNotKept: 1, tracker.PromiseOpen: 3}
	second := map[tracker.PromiseState]int{tracker.PromiseKept: 8, tracker.PromiseNotKept: 3}
	for _, c := range []struct {
		name   string
		starts int
		asOf   string
		want   map[tracker.PromiseState]int
	}{
		{"the last day of a quarter", 1, "2026-03-31", first},
		{"the next day", 1, "2026-04-01", first},
		{"one was closed late", 1, "2026-04-04", first},
		{"a day has passed", 1, "2026-04-16", first},
		{"the day before the last", 1, "2026-06-29", first},
		{"the last day of the next", 1, "2026-06-30", second},
		{"a year of its own", 2, "2026-04-29", map[tracker.PromiseState]int{tracker.PromiseKept: 6, tracker.PromiseOpen: 4}},
		{"its last day", 2, "2026-04-30", map[tracker.PromiseState]int{tracker.PromiseKept: 7, tracker.PromiseNotKept: 3, tracker.PromiseOpen: 1}},
		{"before any came due", 1, "2026-01-30", map[tracker.PromiseState]int{}},
	} {
		if diff := cmp.Diff(c.want, build(c.starts, c.asOf)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
