package insight

import "smallwins/internal/tracker"

// BreakKind says where the chain breaks.
type BreakKind string

// The kinds of breaks.
const (
	PriorityWithoutWins    BreakKind = "priority-without-wins"
	PriorityWithoutOutcome BreakKind = "priority-without-outcome"
	OutcomeUnreached       BreakKind = "outcome-unreached"
	WinUnlinked            BreakKind = "win-unlinked"
	ReferenceNowhere       BreakKind = "reference-nowhere"
)

// Break is a place where the chain does not go on. A win without a link is one
// too, and nothing is wrong with it.
type Break struct {
	Kind     BreakKind
	Text     string // one sentence
	Priority *tracker.Priority
	Outcome  *tracker.Outcome
	Win      *tracker.Win
}

func (f *Figures) breaks(c *Chain) {
	say, wins := f.Words.Text, "all"
	if len(f.Coverage.Excluded) > 0 {
		wins = "period"
	}
	for _, pc := range f.Coverage.Priorities {
		if len(pc.Wins) == 0 {
			c.Breaks = append(c.Breaks, Break{Kind: PriorityWithoutWins, Priority: pc.Priority,
				Text: say("insight.chain.break.priority-without-wins", "wins", wins, "title", pc.Priority.Title)})
		}
		if len(pc.Outcomes) == 0 {
			c.Breaks = append(c.Breaks, Break{Kind: PriorityWithoutOutcome, Priority: pc.Priority,
				Text: say("insight.chain.break.priority-without-outcome", "title", pc.Priority.Title)})
		}
	}
	for _, b := range c.Board {
		if len(b.Priorities) == 0 && len(b.Direct) == 0 {
			c.Breaks = append(c.Breaks, Break{Kind: OutcomeUnreached, Outcome: b.Outcome,
				Text: say("insight.chain.break.outcome-unreached", "wins", wins, "title", b.Outcome.Title)})
		}
	}
	for _, w := range c.Unlinked {
		c.Breaks = append(c.Breaks, Break{Kind: WinUnlinked, Win: w, Text: say("insight.chain.break.win-unlinked", "title", w.Title)})
	}
	f.nowhere(c)
}

// nowhere lists the references that no thing answers to. The checks report
// them as errors; a site built in spite of them says so too.
func (f *Figures) nowhere(c *Chain) {
	t := f.Tracker
	lost := func(b Break, whose, kind string, id tracker.ID) {
		b.Kind, b.Text = ReferenceNowhere, f.Words.Text("insight.chain.break.nowhere", "title", whose, "kind", kind, "id", string(id))
		c.Breaks = append(c.Breaks, b)
	}
	for _, p := range t.Strategy.Priorities {
		for _, id := range p.Outcomes {
			if t.Outcome(id) == nil {
				lost(Break{Priority: p}, p.Title, "outcome", id)
			}
		}
	}
	for _, w := range f.Coverage.Wins {
		for _, id := range w.Priorities {
			if t.Priority(id) == nil {
				lost(Break{Win: w}, w.Title, "priority", id)
			}
		}
		for _, id := range w.Outcomes {
			if t.Outcome(id) == nil {
				lost(Break{Win: w}, w.Title, "outcome", id)
			}
		}
		for _, id := range w.Replicates {
			if t.Win(id) == nil {
				lost(Break{Win: w}, w.Title, "win", id)
			}
		}
		if w.Intake != "" && t.Intake(w.Intake) == nil {
			lost(Break{Win: w}, w.Title, "request", w.Intake)
		}
	}
}
