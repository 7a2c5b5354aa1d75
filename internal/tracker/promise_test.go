package tracker_test

import (
	"testing"

	"smallwins/internal/tracker"
)

func moves(pairs ...string) []tracker.Move {
	var ms []tracker.Move
	for i := 0; i < len(pairs); i += 2 {
		ms = append(ms, tracker.Move{To: day(pairs[i]), On: day(pairs[i+1])})
	}
	return ms
}

func TestDueAt(t *testing.T) {
	for _, c := range []struct {
		name string
		p    tracker.Promise
		asOf string
		want string
	}{
		{"no day", tracker.Promise{}, "2026-03-01", ""},
		{"the day that was promised", tracker.Promise{By: day("2026-03-01")}, "2026-05-01", "2026-03-01"},
		{"not yet moved", tracker.Promise{By: day("2026-03-01"), Moved: moves("2026-04-01", "2026-02-20")}, "2026-02-19", "2026-03-01"},
		{"moved on that day", tracker.Promise{By: day("2026-03-01"), Moved: moves("2026-04-01", "2026-02-20")}, "2026-02-20", "2026-04-01"},
		{"moved twice, before the second", tracker.Promise{By: day("2026-03-01"), Moved: moves("2026-04-01", "2026-02-20", "2026-05-01", "2026-03-20")}, "2026-03-19", "2026-04-01"},
		{"moved twice", tracker.Promise{By: day("2026-03-01"), Moved: moves("2026-04-01", "2026-02-20", "2026-05-01", "2026-03-20")}, "2026-03-20", "2026-05-01"},
		{"moved twice, the newest written first", tracker.Promise{By: day("2026-03-01"), Moved: moves("2026-05-01", "2026-03-20", "2026-04-01", "2026-02-20")}, "2026-03-20", "2026-05-01"},
		{"moved to an earlier day", tracker.Promise{By: day("2026-03-01"), Moved: moves("2026-02-25", "2026-02-20")}, "2026-02-20", "2026-02-25"},
		{"moved, nobody wrote where to", tracker.Promise{By: day("2026-03-01"), Moved: moves("", "2026-02-20")}, "2026-04-01", "2026-03-01"},
		{"moved, nobody wrote when", tracker.Promise{By: day("2026-03-01"), Moved: moves("2026-04-01", "")}, "2026-01-01", "2026-04-01"},
		{"a first day by moving", tracker.Promise{Moved: moves("2026-04-01", "2026-02-20")}, "2026-02-20", "2026-04-01"},
	} {
		if got := c.p.DueAt(day(c.asOf)); got != day(c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestStateAt(t *testing.T) {
	const by = "2026-03-10"
	type seen map[string]tracker.PromiseState // as of each day
	for _, c := range []struct {
		name string
		p    tracker.Promise
		want seen
	}{
		{"no day", tracker.Promise{},
			seen{"2026-01-01": tracker.PromiseOpen, "2036-01-01": tracker.PromiseOpen}},
		{"a day", tracker.Promise{By: day(by)},
			seen{"2026-03-09": tracker.PromiseOpen, "2026-03-10": tracker.PromiseOpen, "2026-03-11": tracker.PromiseOverdue}},
		{"marked open", tracker.Promise{By: day(by), State: tracker.PromiseOpen},
			seen{"2026-03-10": tracker.PromiseOpen, "2026-03-11": tracker.PromiseOverdue}},
		{"closed without a day", tracker.Promise{Closed: day("2026-03-12")},
			seen{"2026-03-11": tracker.PromiseOpen, "2026-03-12": tracker.PromiseKept}},
		{"closed before its day", tracker.Promise{By: day(by), Closed: day("2026-03-09")},
			seen{"2026-03-08": tracker.PromiseOpen, "2026-03-09": tracker.PromiseKept, "2026-05-01": tracker.PromiseKept}},
		{"closed on its day", tracker.Promise{By: day(by), Closed: day(by)},
			seen{"2026-03-09": tracker.PromiseOpen, "2026-03-10": tracker.PromiseKept}},
		{"closed after its day", tracker.Promise{By: day(by), Closed: day("2026-03-12")},
			seen{"2026-03-10": tracker.PromiseOpen, "2026-03-11": tracker.PromiseOverdue, "2026-03-12": tracker.PromiseLate, "2026-05-01": tracker.PromiseLate}},

		{"marked kept, nobody wrote when", tracker.Promise{By: day(by), State: tracker.PromiseKept},
			seen{"2026-03-11": tracker.PromiseKept}},
		{"marked late, nobody wrote when", tracker.Promise{By: day(by), State: tracker.PromiseLate},
			seen{"2026-03-11": tracker.PromiseLate}},
		{"marked late, and closed", tracker.Promise{By: day(by), State: tracker.PromiseLate, Closed: day("2026-03-12")},
			seen{"2026-03-10": tracker.PromiseOpen, "2026-03-11": tracker.PromiseOverdue, "2026-03-12": tracker.PromiseLate}},
		{"released", tracker.Promise{By: day(by), State: tracker.PromiseReleased},
			seen{"2026-03-11": tracker.PromiseReleased}},
		{"released, and closed", tracker.Promise{By: day(by), State: tracker.PromiseReleased, Closed: day("2026-03-12")},
			seen{"2026-03-09": tracker.PromiseOpen, "2026-03-11": tracker.PromiseOverdue, "2026-03-12": tracker.PromiseReleased}},

		{"missed: known only when its day has passed", tracker.Promise{By: day(by), State: tracker.PromiseMissed},
			seen{"2026-03-09": tracker.PromiseOpen, "2026-03-10": tracker.PromiseOpen, "2026-03-11": tracker.PromiseMissed}},
		{"missed, without a day", tracker.Promise{State: tracker.PromiseMissed},
			seen{"2026-03-11": tracker.PromiseMissed}},
		{"missed: given up before its day", tracker.Promise{By: day(by), State: tracker.PromiseMissed, Closed: day("2026-03-05")},
			seen{"2026-03-04": tracker.PromiseOpen, "2026-03-05": tracker.PromiseMissed, "2026-03-11": tracker.PromiseMissed}},
		{"missed: given up after its day", tracker.Promise{By: day(by), State: tracker.PromiseMissed, Closed: day("2026-03-15")},
			seen{"2026-03-10": tracker.PromiseOpen, "2026-03-14": tracker.PromiseOverdue, "2026-03-15": tracker.PromiseMissed}},

		{"moved in time, open", tracker.Promise{By: day(by), State: tracker.PromiseMoved, Moved: moves("2026-03-20", "2026-03-05")},
			seen{"2026-03-11": tracker.PromiseOpen, "2026-03-20": tracker.PromiseOpen, "2026-03-21": tracker.PromiseOverdue}},
		{"moved in time, kept by its new day", tracker.Promise{By: day(by), State: tracker.PromiseMoved, Closed: day("2026-03-20"), Moved: moves("2026-03-20", "2026-03-05")},
			seen{"2026-03-19": tracker.PromiseOpen, "2026-03-20": tracker.PromiseKept}},
		{"moved in time, late by its new day", tracker.Promise{By: day(by), Closed: day("2026-03-21"), Moved: moves("2026-03-20", "2026-03-05")},
			seen{"2026-03-20": tracker.PromiseOpen, "2026-03-21": tracker.PromiseLate}},
		{"moved after its day", tracker.Promise{By: day(by), Moved: moves("2026-03-20", "2026-03-15")},
			seen{"2026-03-10": tracker.PromiseOpen, "2026-03-14": tracker.PromiseOverdue, "2026-03-15": tracker.PromiseOpen, "2026-03-21": tracker.PromiseOverdue}},
		{"moved after its day, and done by its new one", tracker.Promise{By: day(by), State: tracker.PromiseMoved, Closed: day("2026-03-18"), Moved: moves("2026-03-20", "2026-03-15")},
			seen{"2026-03-14": tracker.PromiseOverdue, "2026-03-15": tracker.PromiseOpen, "2026-03-18": tracker.PromiseLate, "2026-05-01": tracker.PromiseLate}},
		{"moved in time, then after its new day, and done by the third", tracker.Promise{By: day(by), Closed: day("2026-03-29"), Moved: moves("2026-03-20", "2026-03-05", "2026-03-30", "2026-03-21")},
			seen{"2026-03-20": tracker.PromiseOpen, "2026-03-29": tracker.PromiseLate}},
		{"moved on its day, and done by its new one", tracker.Promise{By: day(by), Closed: day("2026-03-18"), Moved: moves("2026-03-20", by)},
			seen{"2026-03-18": tracker.PromiseKept}},
		{"moved after its day, and marked kept", tracker.Promise{By: day(by), State: tracker.PromiseKept, Closed: day("2026-03-18"), Moved: moves("2026-03-20", "2026-03-15")},
			seen{"2026-03-18": tracker.PromiseKept}},
		{"moved in time, then missed", tracker.Promise{By: day(by), State: tracker.PromiseMissed, Moved: moves("2026-03-20", "2026-03-05")},
			seen{"2026-03-11": tracker.PromiseOpen, "2026-03-20": tracker.PromiseOpen, "2026-03-21": tracker.PromiseMissed}},

		{"withheld", tracker.Promise{By: day(by), State: tracker.PromiseMissed, Withheld: true},
			seen{"2026-03-01": "", "2026-03-11": ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for asOf, want := range c.want {
				if got := c.p.StateAt(day(asOf)); got != want {
					t.Errorf("as of %s it is %q, want %q", asOf, got, want)
				}
			}
		})
	}
}

func TestMovedPast(t *testing.T) {
	const by = "2026-03-10"
	for _, c := range []struct {
		name       string
		p          tracker.Promise
		asOf, want string
	}{
		{"not moved", tracker.Promise{By: day(by)}, "2026-05-01", ""},
		{"before its day", tracker.Promise{By: day(by), Moved: moves("2026-03-20", "2026-03-05")}, "2026-05-01", ""},
		{"on its day", tracker.Promise{By: day(by), Moved: moves("2026-03-20", by)}, "2026-05-01", ""},
		{"after its day", tracker.Promise{By: day(by), Moved: moves("2026-03-20", "2026-03-11")}, "2026-05-01", by},
		{"after its day, and not yet", tracker.Promise{By: day(by), Moved: moves("2026-03-20", "2026-03-11")}, "2026-03-10", ""},
		{"after its second day, the newest written first", tracker.Promise{By: day(by), Moved: moves("2026-03-30", "2026-03-21", "2026-03-20", "2026-03-05")}, "2026-05-01", "2026-03-20"},
		{"twice after its day", tracker.Promise{By: day(by), Moved: moves("2026-03-20", "2026-03-11", "2026-03-30", "2026-03-21")}, "2026-05-01", by},
		{"after it was closed", tracker.Promise{By: day(by), Closed: day("2026-03-11"), Moved: moves("2026-03-20", "2026-03-12")}, "2026-05-01", ""},
		{"nobody wrote when", tracker.Promise{By: day(by), Moved: moves("2026-03-20", "")}, "2026-05-01", ""},
		{"nobody wrote where to", tracker.Promise{By: day(by), Moved: moves("", "2026-03-11")}, "2026-05-01", ""},
		{"no day before", tracker.Promise{Moved: moves("2026-03-20", "2026-03-11")}, "2026-05-01", ""},
	} {
		if got := c.p.MovedPast(day(c.asOf)); got != day(c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What has become of a promise stays so: no later day of looking, and nothing
// that was agreed after the end, turns a missed promise into another one.
func TestWhatIsSettledStaysSettled(t *testing.T) {
	settled := map[tracker.PromiseState]bool{
		tracker.PromiseKept: true, tracker.PromiseLate: true, tracker.PromiseMissed: true, tracker.PromiseReleased: true,
	}
	first := day("2026-03-01")
	on := func(n int) tracker.Date {
		if n == 0 {
			return 0
		}
		return first.AddDays(n)
	}
	tried, reached := 0, map[tracker.PromiseState]int{}
	for _, state := range append([]string{""}, tracker.PromiseStates.IDs()...) {
		for _, by := range []int{0, 5, 10} {
			for _, closed := range []int{0, 3, 5, 8, 14} {
				for _, to := range []int{0, 4, 9, 12} {
					for _, agreed := range []int{0, 2, 5, 7, 16} {
						p := tracker.Promise{By: on(by), Closed: on(closed), State: tracker.PromiseState(state)}
						if to > 0 {
							p.Moved = []tracker.Move{{To: on(to), On: on(agreed)}}
						}
						tried++
						before := p.StateAt(first)
						for n := 1; n <= 25; n++ {
							now := p.StateAt(on(n))
							if settled[before] && now != before {
								t.Errorf("by %s, closed %q, marked %q, moved %v: %s until %s, then %s", p.By, p.Closed, p.State, p.Moved, before, on(n-1), now)
								break
							}
							before = now
						}
						reached[before]++
					}
				}
			}
		}
	}
	for _, s := range []tracker.PromiseState{tracker.PromiseOpen, tracker.PromiseKept, tracker.PromiseLate, tracker.PromiseMissed, tracker.PromiseReleased, tracker.PromiseOverdue} {
		if reached[s] == 0 {
			t.Errorf("none of %d promises ends %s", tried, s)
		}
	}
	if reached[tracker.PromiseMoved] > 0 || reached[""] > 0 {
		t.Errorf("a promise ends as what is never a state: %v", reached)
	}
}

func TestSizeOr(t *testing.T) {
	for size, want := range map[tracker.Size]tracker.Size{"": tracker.Small, tracker.Small: tracker.Small, tracker.Big: tracker.Big} {
		if got := (&tracker.Promise{Size: size}).SizeOr(); got != want {
			t.Errorf("size %q counts as %q, want %q", size, got, want)
		}
	}
}

func TestPromises(t *testing.T) {
	win := &tracker.Win{ID: "w", FollowUps: []tracker.Promise{{What: "a task"}, {What: "a promise", To: "ada"}}}
	asked := &tracker.Intake{ID: "i", Promises: []tracker.Promise{{What: "ours"}}, Commitments: []tracker.Promise{{What: "theirs"}, {What: "withheld", Withheld: true}}}
	ada := &tracker.Stakeholder{ID: "ada", Promises: []tracker.Promise{{What: "to ada"}}}
	tr := tracker.New(tracker.Strategy{Stakeholders: []*tracker.Stakeholder{ada}}, []*tracker.Win{win}, []*tracker.Intake{asked}, tracker.Census{})
	want := []tracker.Made{
		{Promise: &win.FollowUps[1], Win: win},
		{Promise: &asked.Promises[0], Intake: asked},
		{Promise: &ada.Promises[0], Stakeholder: ada},
		{Promise: &asked.Commitments[0], Intake: asked, Business: true},
	}
	got := tr.Promises()
	if len(got) != len(want) {
		t.Fatalf("%d promises, want %d: %+v", len(got), len(want), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("promise %d is %q (%+v), want %q", i, got[i].Promise.What, got[i], want[i].Promise.What)
		}
	}
}
