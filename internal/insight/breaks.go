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

// quote sets a title apart in a sentence.
func quote(s string) string { return "“" + s + "”" }

func (f *Figures) breaks(c *Chain) {
	win := "win"
	if len(f.Coverage.Excluded) > 0 {
		win = "win of the period"
	}
	for _, pc := range f.Coverage.Priorities {
		if len(pc.Wins) == 0 {
			c.Breaks = append(c.Breaks, Break{Kind: PriorityWithoutWins, Priority: pc.Priority,
				Text: "No " + win + " points to the priority " + quote(pc.Priority.Title) + "."})
		}
		if len(pc.Outcomes) == 0 {
			c.Breaks = append(c.Breaks, Break{Kind: PriorityWithoutOutcome, Priority: pc.Priority,
				Text: "The priority " + quote(pc.Priority.Title) + " points to no outcome."})
		}
	}
	for _, b := range c.Board {
		if len(b.Priorities) == 0 && len(b.Direct) == 0 {
			c.Breaks = append(c.Breaks, Break{Kind: OutcomeUnreached, Outcome: b.Outcome,
				Text: "No priority or " + win + " points to the outcome " + quote(b.Outcome.Title) + "."})
		}
	}
	for _, w := range c.Unlinked {
		c.Breaks = append(c.Breaks, Break{Kind: WinUnlinked, Win: w, Text: quote(w.Title) + " has no link yet."})
	}
	f.nowhere(c)
}

// nowhere lists the references that no thing answers to. The checks report
// them as errors; a site built in spite of them says so too.
func (f *Figures) nowhere(c *Chain) {
	t := f.Tracker
	lost := func(b Break, whose, kind string, id tracker.ID) {
		b.Kind, b.Text = ReferenceNowhere, quote(whose)+" names the "+kind+" "+quote(string(id))+", which does not exist."
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
