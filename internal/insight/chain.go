package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Chain is how wins lead through priorities to outcomes (insights: "Chain /
// board"). A link counts wins: a win that names two priorities stands in two
// links, and a priority that feeds two outcomes carries its wins to both, so
// that sums over links are larger than the number of wins.
type Chain struct {
	OriginLinks   []OriginLink  // request -> stage: each win once
	StageLinks    []StageLink   // stage -> priority
	PriorityLinks []OutcomeLink // priority -> outcome
	DirectLinks   []DirectLink  // stage -> outcome: wins that name an outcome which none of their priorities feeds
	Board         []BoardOutcome
	Loose         []BoardPriority // priorities that feed no outcome
	Unlinked      []*tracker.Win  // wins that name neither a priority nor an outcome
	Breaks        []Break
	Wins          int   // all wins of the period
	Reaching      Ratio // wins that lead to an outcome / wins
	Reached       Ratio // outcomes that a win leads to / outcomes
	Missing       string

	words *message.Language
}

// StageLink is the wins at one stage that name one priority.
type StageLink struct {
	Stage    tracker.Stage // "" for wins that came undone
	Label    string        // of the stage
	Priority *tracker.Priority
	Index    int // of the priority, in the strategy
	Wins     []*tracker.Win
}

// OutcomeLink is the wins of one priority, on their way to one outcome.
type OutcomeLink struct {
	Priority *tracker.Priority
	Index    int
	Outcome  *tracker.Outcome
	Wins     []*tracker.Win
}

// DirectLink is the wins at one stage that name an outcome themselves.
type DirectLink struct {
	Stage   tracker.Stage // "" for wins that came undone
	Label   string
	Outcome *tracker.Outcome
	Wins    []*tracker.Win
}

// BoardOutcome is an outcome, the priorities that feed it and their wins.
type BoardOutcome struct {
	Outcome    *tracker.Outcome
	Priorities []BoardPriority
	Direct     []*tracker.Win // name the outcome themselves, by no priority
	Wins       int            // different wins below it
}

// BoardPriority is a priority and its wins, in their order.
type BoardPriority struct {
	Priority *tracker.Priority
	Index    int
	Wins     []*tracker.Win
}

func (f *Figures) chain() Chain {
	c := Chain{words: f.Words, Wins: len(f.Coverage.Wins)}
	below := make(map[*tracker.Outcome]map[*tracker.Win]bool, len(f.Tracker.Strategy.Outcomes))
	for _, o := range f.Tracker.Strategy.Outcomes {
		below[o] = make(map[*tracker.Win]bool)
	}
	reaching := make(map[*tracker.Win]bool)
	for _, pc := range f.Coverage.Priorities {
		for _, s := range pc.Stages {
			if len(s.Wins) > 0 {
				c.StageLinks = append(c.StageLinks, StageLink{Stage: s.Stage, Label: s.Label, Priority: pc.Priority, Index: pc.Index, Wins: s.Wins})
			}
		}
		for _, o := range pc.Outcomes {
			if len(pc.Wins) > 0 {
				c.PriorityLinks = append(c.PriorityLinks, OutcomeLink{pc.Priority, pc.Index, o, pc.Wins})
			}
			for _, w := range pc.Wins {
				below[o][w], reaching[w] = true, true
			}
		}
	}
	direct := f.direct(below, reaching, &c)
	for _, o := range f.Tracker.Strategy.Outcomes {
		for _, s := range direct[o].stages {
			if len(s.Wins) > 0 {
				c.DirectLinks = append(c.DirectLinks, DirectLink{s.Stage, s.Label, o, s.Wins})
			}
		}
		if len(below[o]) > 0 {
			c.Reached.N++
		}
		c.Reached.D++
	}
	c.Reaching = Ratio{len(reaching), c.Wins}
	c.OriginLinks = f.origins(&c)
	f.board(&c, below, direct)
	f.breaks(&c)
	switch {
	case c.Reached.D == 0:
		c.Missing = f.Words.Text("insight.missing.no-outcome")
	case c.Wins == 0:
		c.Missing = f.Coverage.NoWins
	}
	return c
}

type directWins struct {
	wins   []*tracker.Win
	stages []StageWins
}

// direct finds the wins that name an outcome which none of their priorities
// feeds, and those that point at nothing at all.
func (f *Figures) direct(below map[*tracker.Outcome]map[*tracker.Win]bool, reaching map[*tracker.Win]bool, c *Chain) map[*tracker.Outcome]directWins {
	direct := make(map[*tracker.Outcome]directWins)
	for _, l := range f.links {
		if !f.Period.Has(l.win.Date) {
			continue
		}
		if len(l.priorities) == 0 && len(l.outcomes) == 0 {
			c.Unlinked = append(c.Unlinked, l.win)
		}
		for _, o := range l.outcomes {
			if below[o][l.win] {
				continue
			}
			d := direct[o]
			if d.stages == nil {
				d.stages = f.stages()
			}
			d.wins = append(d.wins, l.win)
			addStage(d.stages, l.win, f.Tracker.AsOf)
			direct[o] = d
			below[o][l.win], reaching[l.win] = true, true
		}
	}
	return direct
}

func (f *Figures) board(c *Chain, below map[*tracker.Outcome]map[*tracker.Win]bool, direct map[*tracker.Outcome]directWins) {
	fed := make(map[*tracker.Outcome][]BoardPriority)
	for _, pc := range f.Coverage.Priorities {
		card := BoardPriority{pc.Priority, pc.Index, pc.Wins}
		if len(pc.Outcomes) == 0 {
			c.Loose = append(c.Loose, card)
		}
		for _, o := range pc.Outcomes {
			fed[o] = append(fed[o], card)
		}
	}
	for _, o := range f.Tracker.Strategy.Outcomes {
		c.Board = append(c.Board, BoardOutcome{Outcome: o, Priorities: fed[o], Direct: direct[o].wins, Wins: len(below[o])})
	}
}

// Headline says how many wins lead to how many outcomes.
func (c *Chain) Headline() string {
	if c.Missing != "" {
		return c.words.Text("insight.not-enough", "missing", c.Missing)
	}
	return c.words.Text("insight.chain.headline", "n", c.Reaching.N, "of", c.Reaching.D, "reached", c.Reached.N, "outcomes", c.Reached.D)
}
