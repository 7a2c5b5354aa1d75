package insight

import (
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Accumulation is how wins add up under each outcome, quarter by quarter
// (requirements 003-44 and 003-55). Only wins that stood at the end of a
// quarter are in its total, so that a total can fall.
type Accumulation struct {
	All      AccumulationLine   // every win of the period
	Outcomes []AccumulationLine // one for each outcome, in the order of the strategy
	Standing Ratio              // wins that stand on the day of the report / wins of the period
	Pointing Ratio              // of those that stand, wins that point at an outcome
	Excluded []Excluded         // wins outside the period
	Period   Period
	Missing  string

	standing, pointing []*tracker.Win
	words              *message.Language
}

// AccumulationLine is the wins that point at one outcome.
type AccumulationLine struct {
	Outcome  *tracker.Outcome // nil for all wins
	Index    int              // place in the strategy, from 0
	Quarters []AccumulationQuarter
	Wins     []*tracker.Win // of the period
}

// AccumulationQuarter is what one quarter added and took away.
type AccumulationQuarter struct {
	Quarter tracker.Quarter
	Added   []*tracker.Win // dated in it
	Undone  []*tracker.Win // that came undone in it
	Total   int            // wins up to its end that stood then
}

// Total returns how many wins stand on the day of the report.
func (l *AccumulationLine) Total() int {
	if n := len(l.Quarters); n > 0 {
		return l.Quarters[n-1].Total
	}
	return 0
}

func (f *Figures) accumulation() Accumulation {
	a := Accumulation{words: f.Words, Period: f.Period, All: f.accumulationLine(nil, 0)}
	at := make(map[*tracker.Outcome]int)
	for i, o := range f.Tracker.Strategy.Outcomes {
		at[o] = i
		a.Outcomes = append(a.Outcomes, f.accumulationLine(o, i))
	}
	for _, l := range f.links {
		w := l.win
		added, ok := f.place(w.Date)
		if !ok {
			a.Excluded = append(a.Excluded, Excluded{Win: w, Reason: f.outside(w.Date), early: f.Period.before(w.Date)})
			continue
		}
		undone := f.undoneIn(w, added)
		outcomes := f.aimedAt(l)
		a.All.add(w, added, undone)
		for _, o := range outcomes {
			a.Outcomes[at[o]].add(w, added, undone)
		}
		a.Standing.D++
		if undone < 0 {
			a.standing = append(a.standing, w)
			if len(outcomes) > 0 {
				a.pointing = append(a.pointing, w)
			}
		}
	}
	a.Standing.N = len(a.standing)
	if len(f.Tracker.Strategy.Outcomes) > 0 { // without one there is nothing to point at
		a.Pointing = Ratio{len(a.pointing), len(a.standing)}
	}
	a.All.sum()
	for i := range a.Outcomes {
		a.Outcomes[i].sum()
	}
	if a.Standing.D == 0 {
		a.Missing = f.Coverage.NoWins
	}
	return a
}

func (f *Figures) accumulationLine(o *tracker.Outcome, index int) AccumulationLine {
	l := AccumulationLine{Outcome: o, Index: index, Quarters: make([]AccumulationQuarter, len(f.Quarters))}
	for i, q := range f.Quarters {
		l.Quarters[i].Quarter = q
	}
	return l
}

// undoneIn returns in which of the quarters a win came undone; -1 for one that
// stands on the day of the report. A win that came undone on a day that is not
// known, or before its own, was never in a total.
func (f *Figures) undoneIn(w *tracker.Win, added int) int {
	if w.StandsAt(f.Tracker.AsOf) {
		return -1
	}
	at, ok := f.place(w.Undone.On)
	if !ok {
		return added
	}
	return max(at, added)
}

func (l *AccumulationLine) add(w *tracker.Win, added, undone int) {
	l.Wins = append(l.Wins, w)
	l.Quarters[added].Added = append(l.Quarters[added].Added, w)
	if undone >= 0 {
		l.Quarters[undone].Undone = append(l.Quarters[undone].Undone, w)
	}
}

func (l *AccumulationLine) sum() {
	total := 0
	for i := range l.Quarters {
		q := &l.Quarters[i]
		total += len(q.Added) - len(q.Undone)
		q.Total = total
	}
}

// Headline says how many wins stand, and how many of them point at an outcome.
func (a *Accumulation) Headline() string {
	say := a.words.Text
	switch {
	case a.Missing != "":
		return say("insight.not-enough", "missing", a.Missing)
	case a.Pointing.D == 0:
		return say("insight.accumulation.headline", "n", a.Standing.N, "of", a.Standing.D)
	}
	return say("insight.accumulation.headline.pointing", "n", a.Standing.N, "of", a.Standing.D, "pointing", a.Pointing.N)
}

func accumulationDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "accumulation", Title: say("insight.accumulation.title"),
		Definition: say("insight.accumulation.definition") + f.yearSuffix(),
		Reason:     say("insight.accumulation.reason"),
		Limits:     say("insight.accumulation.limits"),
		NotEnough:  say("insight.accumulation.not-enough"),
		Audience:   say("insight.accumulation.audience"), Decision: say("insight.accumulation.decision"),
	}
}

// pointingReceipt tells none from not known: without outcomes there is nothing to
// point at.
func (a *Accumulation) pointingReceipt(f *Figures) Receipt {
	const id = "accumulation/pointing"
	label := f.Words.Text("insight.accumulation.receipt.pointing")
	if len(f.Tracker.Strategy.Outcomes) == 0 {
		return unknown(id, label, f.Words.Text("insight.receipt.not-enough"), f.Words.Text("insight.missing.no-outcome"))
	}
	return outOf(id, label, orderedWins(a.pointing), orderedWins(a.standing))
}

func accumulationSheet(f *Figures) Sheet {
	a, say := f.Accumulation, f.Words.Text
	period := a.Period
	s := Sheet{Definition: accumulationDefinition(f), Headline: a.Headline(), Missing: a.Missing, Period: &period, Excluded: a.Excluded}
	s.Receipts = append(s.Receipts,
		outOf("accumulation/standing", say("insight.accumulation.receipt.standing"), orderedWins(a.standing), orderedWins(a.All.Wins)),
		a.pointingReceipt(f))
	line := func(id, label string, l *AccumulationLine) {
		stands := make([]*tracker.Win, 0, len(l.Wins))
		for _, w := range l.Wins {
			if w.StandsAt(f.Tracker.AsOf) {
				stands = append(stands, w)
			}
		}
		s.Receipts = append(s.Receipts, outOf(id+"/total", label, orderedWins(stands), orderedWins(l.Wins)))
		for _, q := range l.Quarters {
			at := id + "/" + quarterID(q.Quarter)
			s.Receipts = append(s.Receipts,
				counted(at+"/added", say("insight.accumulation.receipt.added", "about", label, "quarter", q.Quarter), orderedWins(q.Added)),
				counted(at+"/undone", say("insight.accumulation.receipt.undone", "about", label, "quarter", q.Quarter), f.ofUndone(q.Undone)),
				valued(at+"/total", say("insight.accumulation.receipt.total", "about", label, "quarter", q.Quarter), f.Words.Count(q.Total), f.accumulationMoves(q)))
		}
	}
	line("accumulation/all", say("insight.accumulation.receipt.all"), &a.All)
	for i := range a.Outcomes {
		o := a.Outcomes[i].Outcome
		line("accumulation/outcome/"+idOf(o.ID), o.Title, &a.Outcomes[i])
	}
	return s
}

// accumulationMoves are the records that moved a total in its quarter: those of
// the quarters before it stand under theirs, so that no record is listed once
// for every quarter that follows it. A win that the quarter brought and took is
// one record.
func (f *Figures) accumulationMoves(q AccumulationQuarter) []Record {
	gone := make(map[*tracker.Win]bool, len(q.Undone))
	for _, w := range q.Undone {
		gone[w] = true
	}
	both := make(map[*tracker.Win]bool)
	var stayed []*tracker.Win
	for _, w := range q.Added {
		if gone[w] {
			both[w] = true
		} else {
			stayed = append(stayed, w)
		}
	}
	added, left := f.Words.Text("insight.accumulation.note.added"), f.ofUndone(q.Undone)
	for i, w := range q.Undone {
		if both[w] {
			left[i].Note = added + ", " + left[i].Note
		}
	}
	return slices.Concat(noted(ofWins(stayed), added), left)
}
