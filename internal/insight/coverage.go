package insight

import (
	"cmp"
	"strings"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Coverage is where the work went, by priority (insights: "Priority
// coverage").
type Coverage struct {
	Priorities []*PriorityCoverage // those active at any time in the period, in the order of the strategy
	Wins       []*tracker.Win      // all wins of the period
	Linked     Ratio               // wins that name at least one priority / wins of the period
	Links      int                 // win-to-priority links; a win may have several
	Unlinked   []*tracker.Win      // wins that name no priority: neutral, and listed
	Excluded   []Excluded          // wins before the period
	LeftOut    string              // those of Excluded, counted: "3 wins from before 6 January 2025 left out"; "" for none
	QuietAfter int                 // days
	Missing    string
	NoWins     string // why there is no win to show: none is recorded, or all are from before the period; "" when there are some

	words *message.Language
}

// PriorityCoverage is the work on one priority.
type PriorityCoverage struct {
	Priority *tracker.Priority
	Index    int // place in the strategy, from 0; its colour everywhere
	Wins     []*tracker.Win
	Undone   []*tracker.Win    // those of Wins that came undone: shown, never counted as standing
	Intakes  []*tracker.Intake // those that the wins grew from
	Stages   []StageWins       // in the order of the stages, zeros included; undone ones apart
	Quarters []QuarterWins     // all quarters of the period
	Months   []MonthWins       // all months of the period
	Outcomes []*tracker.Outcome

	LastWin   *tracker.Win // nil when there is none
	QuietDays int          // since the last win, or since the priority began where there is none
	Quiet     bool         // active today, and quiet for longer than the setting allows
	Active    bool         // on the last day of the period
	Ended     bool         // no longer active today
}

// Standing returns how many of the wins have not come undone.
func (c *PriorityCoverage) Standing() int { return len(c.Wins) - len(c.Undone) }

// StageWins is the wins at one stage. Stage is "" for those that came undone.
type StageWins struct {
	Stage tracker.Stage
	Label string
	Wins  []*tracker.Win
}

// QuarterWins is the wins of one quarter.
type QuarterWins struct {
	Quarter tracker.Quarter
	Wins    []*tracker.Win
}

// MonthWins is the wins of one calendar month.
type MonthWins struct {
	First tracker.Date // first day of the month
	Wins  []*tracker.Win
}

func (f *Figures) coverage() Coverage {
	quiet := f.Tracker.Strategy.Settings.Windows.QuietAfterDays
	c := Coverage{QuietAfter: quiet, words: f.Words}
	all := make([]*PriorityCoverage, len(f.Tracker.Strategy.Priorities))
	for i, p := range f.Tracker.Strategy.Priorities {
		all[i] = f.emptyCoverage(p, i)
	}
	seen := make(map[intakeOf]bool)
	for _, l := range f.links {
		if reason := f.outside(l.win.Date); reason != "" {
			c.Excluded = append(c.Excluded, Excluded{Win: l.win, Reason: reason, early: f.Period.before(l.win.Date)})
			continue
		}
		c.Wins = append(c.Wins, l.win)
		c.Linked.D++
		if len(l.priorities) == 0 {
			c.Unlinked = append(c.Unlinked, l.win)
			continue
		}
		c.Linked.N++
		for _, p := range l.priorities {
			c.Links++
			pc := all[f.index[p]]
			f.cover(pc, l.win)
			if key := (intakeOf{p, l.intake}); l.intake != nil && !seen[key] {
				seen[key] = true
				pc.Intakes = append(pc.Intakes, l.intake)
			}
		}
	}
	for _, pc := range all {
		if activeIn(pc.Priority, f.Period) || len(pc.Wins) > 0 {
			f.settle(pc, quiet)
			c.Priorities = append(c.Priorities, pc)
		}
	}
	switch {
	case len(all) == 0:
		c.Missing = f.Words.Text("insight.coverage.no-priority")
	case len(c.Priorities) == 0:
		c.Missing = f.Words.Text("insight.coverage.none-active")
	}
	f.leaveOut(&c)
	return c
}

// leaveOut counts the wins that the period does not cover.
func (f *Figures) leaveOut(c *Coverage) {
	before, undated, later := 0, 0, 0
	for _, e := range c.Excluded {
		switch {
		case e.early:
			before++
		case e.Win.Date.IsZero():
			undated++
		default:
			later++
		}
	}
	var parts []string
	add := func(n int, why string) {
		if n > 0 {
			parts = append(parts, f.Words.Text("insight.coverage.left-out."+why, "n", n, "from", f.Period.From, "to", f.Period.To))
		}
	}
	add(before, "before")
	add(undated, "undated")
	add(later, "later")
	if len(parts) > 0 {
		c.LeftOut = f.Words.Text("insight.coverage.left-out", "wins", f.Words.List(parts))
	}
	switch {
	case len(c.Wins) > 0:
	case before > 0 && before == len(c.Excluded):
		c.NoWins = f.allBefore(before, tracker.KindWin)
	case len(c.Excluded) > 0:
		c.NoWins = f.Words.Text("insight.coverage.none-in-period")
	default:
		c.NoWins = f.Words.Text("insight.coverage.none")
	}
}

type intakeOf struct {
	priority *tracker.Priority
	intake   *tracker.Intake
}

// activeIn reports whether the priority held on any day of the period.
func activeIn(p *tracker.Priority, in Period) bool {
	return (p.From.IsZero() || p.From <= in.To) && (p.To.IsZero() || p.To >= in.From)
}

func (f *Figures) emptyCoverage(p *tracker.Priority, index int) *PriorityCoverage {
	pc := &PriorityCoverage{Priority: p, Index: index, Stages: f.stages(), Outcomes: each(p.Outcomes, f.Tracker.Outcome)}
	for _, q := range f.Quarters {
		pc.Quarters = append(pc.Quarters, QuarterWins{Quarter: q})
	}
	for _, m := range f.Period.months() {
		pc.Months = append(pc.Months, MonthWins{First: m})
	}
	return pc
}

func (f *Figures) cover(pc *PriorityCoverage, w *tracker.Win) {
	pc.Wins = append(pc.Wins, w)
	pc.LastWin = w // wins come in order of date
	if !w.StandsAt(f.Tracker.AsOf) {
		pc.Undone = append(pc.Undone, w)
	}
	addStage(pc.Stages, w, f.Tracker.AsOf)
	if at, ok := f.place(w.Date); ok {
		pc.Quarters[at].Wins = append(pc.Quarters[at].Wins, w)
	}
	m := f.Period.month(w.Date)
	pc.Months[m].Wins = append(pc.Months[m].Wins, w)
}

// settle works out how quiet a priority is. A priority without a win is quiet
// since it began, or since the period did.
func (f *Figures) settle(pc *PriorityCoverage, quietAfter int) {
	since := max(f.Period.From, pc.Priority.From)
	if pc.LastWin != nil {
		since = pc.LastWin.Date
	}
	pc.QuietDays = max(0, f.Period.To.DaysSince(since))
	pc.Ended = !pc.Priority.To.IsZero() && pc.Priority.To < f.Period.To
	pc.Active = pc.Priority.ActiveOn(f.Period.To)
	pc.Quiet = pc.Active && pc.QuietDays > quietAfter
}

// stages are the stages without wins, and a place for those that came undone.
func (f *Figures) stages() []StageWins {
	s := make([]StageWins, 0, len(tracker.Stages.Terms)+1)
	for _, term := range tracker.Stages.Terms {
		s = append(s, StageWins{Stage: tracker.Stage(term.ID), Label: f.Words.Label(&tracker.Stages, term.ID)})
	}
	return append(s, StageWins{Label: f.Words.Text("insight.stage.undone")})
}

// addStage files a win under its stage, or as undone.
func addStage(s []StageWins, w *tracker.Win, asOf tracker.Date) {
	at := len(s) - 1
	if w.StandsAt(asOf) {
		for i := range s {
			if s[i].Stage == w.StageOr() {
				at = i
				break
			}
		}
	}
	s[at].Wins = append(s[at].Wins, w)
}

// Now returns the priorities that are active today, and those of them that
// are quiet.
func (c *Coverage) Now() (active, quiet []*PriorityCoverage) {
	for _, pc := range c.Priorities {
		if !pc.Active {
			continue
		}
		active = append(active, pc)
		if pc.Quiet {
			quiet = append(quiet, pc)
		}
	}
	return active, quiet
}

// Headline says how many priorities are quiet.
func (c *Coverage) Headline() string {
	active, quiet := c.Now()
	switch {
	case c.Missing != "":
		return c.words.Text("insight.not-enough", "missing", c.Missing)
	case len(active) == 0:
		return c.words.Text("insight.coverage.none-active-now")
	}
	return c.words.Text("insight.coverage.headline", "n", len(quiet), "of", len(active), "days", c.QuietAfter)
}

// Spread says where the fewest wins are; where no one priority stands out, how
// many wins name a priority at all.
func (c *Coverage) Spread() string {
	if missing := cmp.Or(c.Missing, c.NoWins); missing != "" {
		return c.words.Text("insight.not-enough", "missing", missing)
	}
	active, _ := c.Now()
	if least := fewest(active); least != nil {
		line := c.words.Text("insight.coverage.fewest", "title", least.Priority.Title, "n", len(least.Wins), "of", len(c.Wins))
		if len(strings.Fields(line)) <= headlineWords {
			return line
		}
	}
	return c.Naming()
}

// Naming says how many wins name a priority: "31 of 36 wins name a priority".
func (c *Coverage) Naming() string {
	return c.words.Text("insight.coverage.naming", "n", c.Linked.N, "of", c.Linked.D)
}

// Linking says how many links there are: "34 links from 31 of 36 wins".
func (c *Coverage) Linking() string {
	return c.words.Text("insight.coverage.linking", "links", c.Links, "n", c.Linked.N, "of", c.Linked.D)
}

// headlineWords is how long a finding with a title in it may get.
const headlineWords = 18

// fewest returns the one priority with the fewest wins, or nil where several
// share that place.
func fewest(active []*PriorityCoverage) *PriorityCoverage {
	var least *PriorityCoverage
	shared := false
	for _, pc := range active {
		switch {
		case least == nil || len(pc.Wins) < len(least.Wins):
			least, shared = pc, false
		case len(pc.Wins) == len(least.Wins):
			shared = true
		}
	}
	if shared || len(active) < 2 {
		return nil
	}
	return least
}

// ByStage files wins under their stages on the day of the report, those that
// came undone apart at the end.
func (f *Figures) ByStage(ws []*tracker.Win) []StageWins {
	s := f.stages()
	for _, w := range ws {
		addStage(s, w, f.Tracker.AsOf)
	}
	return s
}
