package insight

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

func first(h *History, kind string) (First, bool) {
	for _, f := range h.Firsts {
		if f.Kind == kind {
			return f, true
		}
	}
	return First{}, false
}

func TestFirsts(t *testing.T) {
	before, early, tie := win(t, "2024-12-31"), win(t, "2025-01-01"), win(t, "2025-01-01")
	early.NoticedBy = []tracker.Notice{{Who: "ben", On: day(t, "2025-01-02")}, {Who: "Sal (Sales)", On: day(t, "2025-02-02")}}
	tie.Replicates = []tracker.ID{before.ID}
	cracked, partnered, invited := full(t, "c", "2025-02-01"), full(t, "p", "2025-03-31"), full(t, "v", "2025-12-31")
	answerAll(cracked, 0)
	cracked.Cracks = []tracker.Crack{{What: "a card"}}
	invited.ArrivedAs = tracker.ArrivedInvitation
	partnered.Promises = []tracker.Promise{{State: tracker.PromiseKept}, {State: tracker.PromiseKept, Closed: day(t, "2025-05-05")}, {State: tracker.PromiseKept, Closed: day(t, "2025-05-04")}}
	partnered.Commitments = append(partnered.Commitments, tracker.Promise{What: "y", Who: "boss", State: tracker.PromiseKept, Closed: day(t, "2025-06-01")})
	s := told(t)
	wins, ins := []*tracker.Win{before, early, tie}, []*tracker.Intake{cracked, partnered, invited}
	var one History
	for i := range 5 {
		rand.Shuffle(len(wins), func(i, j int) { wins[i], wins[j] = wins[j], wins[i] })
		rand.Shuffle(len(ins), func(i, j int) { ins[i], ins[j] = ins[j], ins[i] })
		h := compute(s, wins, ins).history()
		if i == 0 {
			one = h
		} else if !reflect.DeepEqual(h.Firsts, one.Firsts) || !reflect.DeepEqual(h.Reversals, one.Reversals) {
			t.Fatal("depends on the order of files")
		}
	}
	for kind, want := range map[string]string{
		"win": "2025-01-01 " + string(early.ID) + " ", "replication": "2025-01-01 " + string(tie.ID) + " replicates[0]",
		"noticed": "2025-02-02 " + string(early.ID) + " noticed_by[1]",
		"crack":   "2025-02-01 c cracks[0]", "partnered": "2025-03-31 p ", "invitation": "2025-12-31 v arrived_as",
		"promise": "2025-05-04 p promises[2]", "business-promise": "2025-06-01 p commitments[1]", "outcome": "2025-09-30 calls readings[0]",
	} {
		got, ok := first(&one, kind)
		if line := fmt.Sprintf("%s %s %s", got.On, got.Record.ID, got.Record.Part); !ok || line != want {
			t.Errorf("%s: %q, want %q", kind, line, want)
		}
	}
	if len(one.NotYet) != 1 || one.NotYet[0].Kind != "recommendation" {
		t.Errorf("not yet: %v", one.NotYet)
	}
	f := compute(s, wins, ins)
	wholeSheet(t, historySheet(f))
	leaders := Compute(f.Tracker.Redacted(tracker.LeadersEdition))
	h := leaders.history()
	_, found := first(&h, "business-promise")
	if d := historyDefinition(leaders); found || len(h.NotYet) != 1 || strings.Contains(d.Definition, "promise of the business") {
		t.Errorf("leaders: %v, not yet %v", found, h.NotYet)
	}
	if got, want := h.Headline(), "8 of 9 firsts and 0 reversals in 4 quarters"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestReversals(t *testing.T) {
	undone, unknown, later := win(t, "2025-02-01"), win(t, "2025-02-02"), win(t, "2025-02-03")
	undone.Undone = tracker.Undone{On: day(t, "2025-12-31")}
	unknown.Undone = tracker.Undone{Why: "it was switched off"}
	later.Undone = tracker.Undone{On: day(t, "2026-01-01")}
	ins := append(requests(t, 1, 5, 3), requests(t, 4, 4, 0)...) // four are too few
	ins = append(ins, requests(t, 7, 5, 3)...)                   // level with the first quarter
	ins = append(ins, requests(t, 10, 6, 3)...)
	ins[4].Status = tracker.StatusWithdrawn  // asked for after a partnered one
	ins[13].Status = tracker.StatusWithdrawn // and again
	s := base(t)
	s.Outcomes[0].Measure = tracker.Measure{Name: "Errors", Direction: "down", Meaningful: known(1)}
	for i, v := range []float64{9, 10, 8, 8, 8.5, 10} { // worse than at first; better; back a little, which is no turn; back by what matters
		s.Outcomes[0].Readings = append(s.Outcomes[0].Readings, tracker.Reading{Date: day(t, "2025-01-15").AddDays(40 * i), Value: known(v)})
	}
	f := compute(s, []*tracker.Win{undone, unknown, later}, ins)
	h := f.history()
	got := map[ReversalKind]int{}
	for _, r := range h.Reversals {
		got[r.Kind]++
	}
	if want := map[ReversalKind]int{ReversalUndone: 2, ReversalOutcome: 1, ReversalPosture: 1, ReversalWithdrawn: 2}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if last := h.Reversals[len(h.Reversals)-1]; !last.On.IsZero() {
		t.Errorf("without a day: %v", last)
	}
	if h.Now.Standing != (Ratio{1, 3}) || h.Baseline.Quarter.Number != 1 {
		t.Errorf("%v, %v", h.Now, h.Baseline)
	}
	wholeSheet(t, historySheet(f))
}

func TestHistoryQuarters(t *testing.T) {
	for _, tc := range []struct {
		starts       int
		first, last  string
		asOf         string
		quarters     int
		firstQuarter string
		missing      bool
	}{
		{1, "2025-01-01", "2025-03-31", "2025-12-31", 4, "2025 Q1", true},
		{1, "2025-03-31", "2025-04-01", "2025-12-31", 4, "2025 Q1", false},
		{4, "2025-01-01", "2025-03-31", "2025-12-31", 4, "2025 Q4", true},
		{4, "2025-03-31", "2025-04-01", "2025-04-01", 2, "2025 Q4", false},
		{1, "2025-01-01", "2028-02-29", "2028-02-29", 13, "2025 Q1", false}, // years with nothing stay
	} {
		s := base(t)
		s.Settings.YearStarts, s.Settings.AsOf = tc.starts, day(t, tc.asOf)
		h := compute(s, []*tracker.Win{win(t, tc.first)}, []*tracker.Intake{full(t, "i", tc.last)}).history()
		if len(h.Quarters) != tc.quarters || h.Quarters[0].Quarter.Label() != tc.firstQuarter || (h.Missing != "") != tc.missing {
			t.Errorf("%v: %d quarters from %s, missing %q", tc, len(h.Quarters), h.Quarters[0].Quarter.Label(), h.Missing)
		}
	}
	h := compute(base(t), []*tracker.Win{win(t, "2025-01-01")}, nil).history()
	if got, want := h.Headline(), "Not enough data yet: 1 of the 2 quarters with a record that it takes"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// An outcome that does not say which way is wanted is not known to have failed:
// it is in the denominator neither here nor among the stories.
func TestHistoryCountsTheOutcomesThatTheStoriesCount(t *testing.T) {
	s := told(t)
	w := win(t, "2025-05-01", "first")
	for direction, want := range map[string]string{"up": "1 of 1", "": "0 of 0"} {
		s.Outcomes[0].Measure.Direction = direction
		f := compute(s, []*tracker.Win{w}, nil)
		for _, id := range []string{"contribution/moved", "history/now/moved"} {
			if got := receipt(t, f, id).Text; got != want || f.History.Now.Moved.In(nil) != want {
				t.Errorf("%q: %s is %s, want %s", direction, id, got, want)
			}
		}
	}
}

func TestAccumulation(t *testing.T) {
	s := base(t)
	s.Settings.YearStarts = 4
	a, b, before, direct, loose := win(t, "2025-03-31", "first"), win(t, "2025-04-01", "first", "second"), win(t, "2024-12-31", "first"), win(t, "2025-12-31"), win(t, "2025-05-01")
	a.Undone = tracker.Undone{On: day(t, "2025-07-01")}
	b.Undone = tracker.Undone{On: day(t, "2026-01-01")} // after the report
	loose.Undone = tracker.Undone{Why: "never held"}
	direct.Outcomes = []tracker.ID{"errors"}
	f := compute(s, []*tracker.Win{direct, loose, before, b, a}, nil)
	n := f.accumulation()
	totals := func(l *AccumulationLine) (ts []int) {
		for _, q := range l.Quarters {
			ts = append(ts, q.Total)
		}
		return ts
	}
	for i, want := range [][]int{{1, 2, 1, 1}, {0, 1, 1, 2}} {
		if got := totals(&n.Outcomes[i]); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", n.Outcomes[i].Outcome.ID, got, want)
		}
	}
	if got, want := totals(&n.All), []int{1, 2, 1, 2}; !reflect.DeepEqual(got, want) || n.All.Total() != n.Standing.N || len(n.Excluded) != 1 {
		t.Errorf("all: %v, want %v; %v stand, %d left out", got, want, n.Standing, len(n.Excluded))
	}
	if got, want := n.Headline(), "2 of 4 wins stand, 2 of them with a way to an outcome"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	wholeSheet(t, accumulationSheet(f))
	for w, want := range map[*tracker.Win]string{direct: "1 of 1 win stands, with a way to an outcome", win(t, "2025-05-01"): "1 of 1 win stands, without a way to an outcome"} {
		n := compute(s, []*tracker.Win{w}, nil).Accumulation
		if got := n.Headline(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	n = compute(s, nil, nil).accumulation()
	if n.Missing == "" {
		t.Error("no win is enough")
	}
}

func TestRecordReceipts(t *testing.T) {
	undone := win(t, "2025-02-01")
	undone.Undone = tracker.Undone{On: day(t, "2025-03-01")}
	wins, intakes := []*tracker.Win{undone, win(t, "2024-02-01")}, []*tracker.Intake{full(t, "i", "2025-02-01")}
	f := Compute(tracker.New(base(t), wins, intakes, tracker.Census{Found: 5, Published: 3, LeftOut: 2}))
	wantReceipts(t, historySheet(f), map[string]string{
		"history/records/wins": "2", "history/records/undone": "1 of 2", "history/records/requests": "1", "history/records/left-out": "2",
	})
}
