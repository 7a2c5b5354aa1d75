package insight

import (
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

func TestCoverage(t *testing.T) {
	a, b := win(t, "2025-01-01", "first", "first", "second"), win(t, "2025-12-31", "FIRST")
	none, old, lost := win(t, "2025-05-05"), win(t, "2024-12-31", "first"), win(t, "2025-05-06", "nowhere")
	b.Undone = tracker.Undone{On: day(t, "2025-12-31"), Why: "it was switched off"}
	a.Intake, b.Intake = "i", "i"
	f := compute(base(t), []*tracker.Win{b, none, old, lost, a}, []*tracker.Intake{full(t, "i", "2025-02-01")})
	c := &f.Coverage
	if c.Links != 3 || c.Linked != (Ratio{2, 4}) || len(c.Unlinked) != 2 || len(c.Excluded) != 1 {
		t.Fatalf("%d links, %v linked, %d unlinked, %d left out", c.Links, c.Linked, len(c.Unlinked), len(c.Excluded))
	}
	first := c.Priorities[0]
	if len(first.Wins) != 2 || first.Standing() != 1 || len(first.Intakes) != 1 {
		t.Errorf("first: %d wins, %d standing, %d intakes", len(first.Wins), first.Standing(), len(first.Intakes))
	}
	if len(first.Months) != 12 || len(first.Months[0].Wins) != 1 || len(first.Months[11].Wins) != 1 || len(first.Quarters[3].Wins) != 1 {
		t.Errorf("first: months %v", first.Months)
	}
	if got := first.Stages; len(got) != 5 || len(got[0].Wins) != 1 || got[4].Stage != "" || len(got[4].Wins) != 1 {
		t.Errorf("first: stages %v", got)
	}
	if got, want := c.Headline(), "1 of 2 priorities has been quiet for more than 60 days"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestQuiet(t *testing.T) {
	for _, tc := range []struct {
		name, last, from, to string
		days                 int
		quiet                bool
	}{
		{"60 days", "2025-11-01", "", "", 60, false},
		{"61 days", "2025-10-31", "", "", 61, true},
		{"today", "2025-12-31", "", "", 0, false},
		{"no win, began lately", "", "2025-12-01", "", 30, false},
		{"no win, began long ago", "", "2025-02-01", "", 333, true},
		{"no win, since before the period", "", "", "", 364, true},
		{"ended", "2025-02-01", "", "2025-12-30", 333, false},
		{"ends today", "2025-02-01", "", "2025-12-31", 333, true},
	} {
		s := base(t)
		s.Priorities = s.Priorities[:1]
		s.Priorities[0].From, s.Priorities[0].To = day(t, tc.from), day(t, tc.to)
		var ws []*tracker.Win
		if tc.last != "" {
			ws = append(ws, win(t, tc.last, "first"))
		}
		pc := compute(s, ws, nil).Coverage.Priorities[0]
		if pc.QuietDays != tc.days || pc.Quiet != tc.quiet {
			t.Errorf("%s: %d days, quiet %v; want %d, %v", tc.name, pc.QuietDays, pc.Quiet, tc.days, tc.quiet)
		}
	}
}

func TestPrioritiesOfThePeriod(t *testing.T) {
	s := base(t)
	s.Priorities[0].To = day(t, "2024-12-31")
	s.Priorities[1].To = day(t, "2025-01-01")
	c := compute(s, nil, nil).Coverage
	if len(c.Priorities) != 1 || c.Priorities[0].Priority.ID != "second" {
		t.Errorf("%d priorities", len(c.Priorities))
	}
}

func TestPeriodWithoutAStart(t *testing.T) {
	s := base(t)
	s.Settings.StartedOn = 0
	in := full(t, "i", "2024-05-05")
	f := compute(s, []*tracker.Win{win(t, "2024-06-01", "first")}, []*tracker.Intake{in})
	if f.Period.From != in.RequestedOn || len(f.Quarters) != 7 {
		t.Errorf("from %s, %d quarters", f.Period.From, len(f.Quarters))
	}
	if f = compute(s, nil, nil); f.Period.From != s.Settings.AsOf || len(f.Quarters) != 1 {
		t.Errorf("no records: from %s, %d quarters", f.Period.From, len(f.Quarters))
	}
}

func TestWinsFromBeforeThePeriod(t *testing.T) {
	early := func() *tracker.Win { return win(t, "2024-12-31", "first") }
	for _, tc := range []struct {
		name                       string
		wins                       []*tracker.Win
		leftOut, noWins, firstGone string
	}{
		{"none", nil, "", "no win is recorded yet", "No win points to the priority “First”."},
		{"one", []*tracker.Win{early()}, "1 win from before 1 January 2025 left out", "the only win is from before the period", "No win of the period points to the priority “First”."},
		{"two", []*tracker.Win{early(), early()}, "2 wins from before 1 January 2025 left out", "all 2 wins are from before the period", "No win of the period points to the priority “First”."},
		{"and one without a day", []*tracker.Win{early(), win(t, "", "first")}, "1 win from before 1 January 2025 and 1 win without a date left out", "no win lies in the period", "No win of the period points to the priority “First”."},
		{"and one of the period", []*tracker.Win{early(), win(t, "2025-05-05", "second")}, "1 win from before 1 January 2025 left out", "", "No win of the period points to the priority “First”."},
	} {
		f := compute(base(t), tc.wins, nil)
		if c := f.Coverage; c.LeftOut != tc.leftOut || c.NoWins != tc.noWins || f.Chain.Missing != tc.noWins {
			t.Errorf("%s: %q, %q, chain %q", tc.name, c.LeftOut, c.NoWins, f.Chain.Missing)
		}
		if got := f.Chain.Breaks[0].Text; got != tc.firstGone {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.firstGone)
		}
		if (tc.noWins != "") != strings.HasPrefix(f.Coverage.Spread(), "Not enough data yet: ") {
			t.Errorf("%s: %q", tc.name, f.Coverage.Spread())
		}
	}
}

// A slip in a year does not make centuries of empty months.
func TestPeriodIsCapped(t *testing.T) {
	for _, started := range []string{"", "0205-01-01"} {
		s := base(t)
		s.Settings.StartedOn = day(t, started)
		slip, edge := win(t, "0025-06-01", "first"), win(t, "1986-01-01", "first")
		f := compute(s, []*tracker.Win{slip, edge}, []*tracker.Intake{full(t, "i", "0203-05-05")})
		if got, want := f.Words.Span(f.Period.From, f.Period.To), "1 January 1986 to 31 December 2025"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		first := f.Coverage.Priorities[0]
		if len(first.Months) != 480 || len(f.Quarters) != 160 || len(first.Wins) != 1 || len(f.Coverage.Excluded) != 1 {
			t.Errorf("%d months, %d quarters, %d wins, %d left out", len(first.Months), len(f.Quarters), len(first.Wins), len(f.Coverage.Excluded))
		}
		if got, want := f.Posture.Excluded[0].Reason, "from before the period, which begins on 1 January 1986"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	s := base(t)
	s.Settings.AsOf = day(t, "9999-12-31")
	if f := compute(s, nil, nil); len(f.Quarters) != 160 {
		t.Errorf("%d quarters", len(f.Quarters))
	}
}

func TestYearNote(t *testing.T) {
	for _, tc := range []struct {
		starts     int
		asOf, want string
	}{
		{1, "2026-03-31", ""},
		{4, "2026-03-31", "The year starts in April and is named after the calendar year in which it ends: 2026 Q4 is January to March 2026."},
		{4, "2026-06-30", "The year starts in April and is named after the calendar year in which it ends: 2027 Q1 is April to June 2026."},
		{3, "2026-02-01", "The year starts in March and is named after the calendar year in which it ends: 2026 Q4 is December 2025 to February 2026."},
		{13, "2026-02-01", ""},
	} {
		s := base(t)
		s.Settings.YearStarts, s.Settings.AsOf = tc.starts, day(t, tc.asOf)
		if tc.starts > 12 {
			s.Settings.StartedOn = s.Settings.AsOf
		}
		f := compute(s, nil, nil)
		if got := f.YearNote(); got != tc.want {
			t.Errorf("%d: %q, want %q", tc.starts, got, tc.want)
		}
		for _, d := range f.Definitions() {
			if (d.ID == "posture" || d.ID == "coverage") && !strings.HasSuffix(d.Definition, tc.want) {
				t.Errorf("%d: %s says nothing of it", tc.starts, d.ID)
			}
		}
	}
}

func TestChain(t *testing.T) {
	s := base(t)
	s.Outcomes = append(s.Outcomes, &tracker.Outcome{ID: "lone", Title: "Lone"})
	s.Priorities = append(s.Priorities, &tracker.Priority{ID: "loose", Title: "Loose", Outcomes: []tracker.ID{"gone"}})
	both := win(t, "2025-02-01", "first", "second")
	named := win(t, "2025-02-02", "first")
	named.Outcomes = []tracker.ID{"calls", "errors"} // calls it reaches by its priority
	unlinked := win(t, "2025-02-03")
	f := compute(s, []*tracker.Win{both, named, unlinked}, nil)
	c := &f.Chain
	if c.Reaching != (Ratio{2, 3}) || c.Reached != (Ratio{2, 3}) {
		t.Errorf("reaching %v, reached %v", c.Reaching, c.Reached)
	}
	if got, want := c.Headline(), "2 of 3 wins lead to 2 of 3 outcomes"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if c.Board[0].Wins != 2 || c.Board[1].Wins != 2 || len(c.Board[1].Direct) != 1 || len(c.Board[0].Direct) != 0 {
		t.Errorf("board: %d and %d wins, %d direct", c.Board[0].Wins, c.Board[1].Wins, len(c.Board[1].Direct))
	}
	if len(c.DirectLinks) != 1 || c.DirectLinks[0].Outcome.ID != "errors" {
		t.Errorf("direct: %v", c.DirectLinks)
	}
	kinds := map[BreakKind]int{}
	for _, b := range c.Breaks {
		kinds[b.Kind]++
		if b.Text == "" || b.Priority == nil && b.Outcome == nil && b.Win == nil {
			t.Errorf("a break without its thing: %v", b)
		}
	}
	for _, k := range []BreakKind{PriorityWithoutWins, PriorityWithoutOutcome, OutcomeUnreached, WinUnlinked, ReferenceNowhere} {
		if kinds[k] != 1 {
			t.Errorf("%s: %d, want 1", k, kinds[k])
		}
	}
}
