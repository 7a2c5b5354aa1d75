package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Story is what is known about L&D's contribution to one outcome (insights:
// "Contribution story"). It says what moved, what was aimed at it and what
// else was at work; it never says what came of what.
type Story struct {
	Outcome    *tracker.Outcome
	Index      int               // place in the strategy, from 0
	Readings   []tracker.Reading // up to the day of the report, by date, gaps included
	Known      []tracker.Reading // those with a value
	Gaps       []tracker.Reading // those without
	First      tracker.Reading   // the first and the last known reading
	Last       tracker.Reading
	Movement   Movement // from First to Last
	LastStep   Movement // from the last but one known reading to Last
	Meaningful bool     // the movement is at least what the measure calls meaningful, or it calls nothing so
	Priorities []*tracker.Priority

	Wins    []*tracker.Win    // linked, dated up to the last known reading: the wins that count as aimed at it
	During  []*tracker.Win    // those of Wins dated from the first known reading on
	Before  []*tracker.Win    // those of Wins dated before it
	After   []*tracker.Win    // linked, dated after the last known reading; in no count
	Undone  []*tracker.Win    // those of Wins that came undone
	Stages  []StageWins       // Wins by stage, the undone ones apart at the end
	Intakes []*tracker.Intake // that the wins of During grew from
	Factors []tracker.Factor  // what else was at work by the last reading

	Grade       Grade // "" when there is not enough data
	GradeReason string
	Missing     string // "no priority or win points to it"; "" when there is enough

	lacks []string // the parts of Missing
	words *message.Language
}

// Movement is which way a measure went, seen from what the outcome wants.
type Movement string

// The movements.
const (
	MovedWanted Movement = "wanted" // the way that the outcome wants
	MovedOther  Movement = "other"  // the other way
	MovedNone   Movement = "none"   // the same value
	MovedPlain  Movement = "plain"  // moved; which way is wanted is not known
)

// Moved reports whether the measure moved as the outcome wants, by at least
// what it calls meaningful where it says so.
func (s *Story) Moved() bool { return s.Movement == MovedWanted && s.Meaningful }

// judged reports whether the story can say if the outcome moved as wanted with
// work aimed at it: not where there is no story, nor where the wanted way is not
// known, nor where all that was aimed at it came undone.
func (s *Story) judged() bool {
	return s.Missing == "" && s.Movement != MovedPlain && len(s.Undone) < len(s.Wins)
}

// Moves reports whether there are two readings to compare.
func (s *Story) Moves() bool { return len(s.Known) >= 2 }

// contributions tells the story of each outcome. A win is linked to an outcome
// through a priority that was active on the win's day, or by naming it.
func (f *Figures) contributions() ([]*Story, map[*tracker.Outcome]*Story) {
	linked := make(map[*tracker.Outcome][]links)
	for _, l := range f.links {
		if l.win.Date.IsZero() {
			continue
		}
		for _, o := range f.aimedAt(l) {
			linked[o] = append(linked[o], l)
		}
	}
	feeds := make(map[*tracker.Outcome][]*tracker.Priority)
	for _, p := range f.Tracker.Strategy.Priorities {
		for _, o := range each(p.Outcomes, f.Tracker.Outcome) {
			feeds[o] = append(feeds[o], p)
		}
	}
	stories := make([]*Story, len(f.Tracker.Strategy.Outcomes))
	of := make(map[*tracker.Outcome]*Story, len(stories))
	for i, o := range f.Tracker.Strategy.Outcomes {
		s := &Story{Outcome: o, Index: i, Priorities: feeds[o], Stages: f.stages(), words: f.Words}
		s.read(f.Tracker.AsOf)
		s.gather(linked[o], f.Tracker.AsOf)
		s.lacks = s.missing(len(linked[o]))
		s.Missing = f.Words.List(s.lacks)
		if s.Missing == "" {
			s.Grade, s.GradeReason = f.grade(s)
		}
		stories[i], of[o] = s, s
	}
	return stories, of
}

func (f *Figures) aimedAt(l links) []*tracker.Outcome {
	var outcomes []*tracker.Outcome
	add := func(o *tracker.Outcome) {
		if !slices.Contains(outcomes, o) {
			outcomes = append(outcomes, o)
		}
	}
	for _, p := range l.priorities {
		if p.ActiveOn(l.win.Date) {
			for _, o := range each(p.Outcomes, f.Tracker.Outcome) {
				add(o)
			}
		}
	}
	for _, o := range l.outcomes {
		add(o)
	}
	return outcomes
}

// read takes the readings up to the as-of day. A reading without a day has no
// place in time and is left out; the checks report it.
func (s *Story) read(asOf tracker.Date) {
	for _, r := range s.Outcome.Readings {
		if !r.Date.IsZero() && r.Date <= asOf {
			s.Readings = append(s.Readings, r)
		}
	}
	slices.SortStableFunc(s.Readings, func(a, b tracker.Reading) int { return cmp.Compare(a.Date, b.Date) })
	for _, r := range s.Readings {
		if r.Value.Known {
			s.Known = append(s.Known, r)
		} else {
			s.Gaps = append(s.Gaps, r)
		}
	}
	if n := len(s.Known); n > 0 {
		s.First, s.Last = s.Known[0], s.Known[n-1]
	}
	if n := len(s.Known); n >= 2 {
		m := s.Outcome.Measure
		s.Movement = way(s.First.Value.Value, s.Last.Value.Value, m.Direction)
		s.LastStep = way(s.Known[n-2].Value.Value, s.Last.Value.Value, m.Direction)
		change := s.Last.Value.Value - s.First.Value.Value
		s.Meaningful = s.Movement != MovedNone && !(m.Meaningful.Known && below(change, m.Meaningful.Value))
	}
}

// gather files the linked wins around the readings.
func (s *Story) gather(linked []links, asOf tracker.Date) {
	seen := make(map[*tracker.Intake]bool)
	for _, l := range linked {
		w := l.win
		if len(s.Known) > 0 && w.Date > s.Last.Date {
			s.After = append(s.After, w)
			continue
		}
		s.Wins = append(s.Wins, w)
		addStage(s.Stages, w, asOf)
		if !w.StandsAt(asOf) {
			s.Undone = append(s.Undone, w)
		}
		if len(s.Known) > 0 && w.Date < s.First.Date {
			s.Before = append(s.Before, w)
			continue
		}
		s.During = append(s.During, w)
		if l.intake != nil && !seen[l.intake] {
			seen[l.intake] = true
			s.Intakes = append(s.Intakes, l.intake)
		}
	}
	for _, x := range s.Outcome.OtherFactors {
		if x.What != "" && x.Date <= asOf && (len(s.Known) == 0 || x.Date <= s.Last.Date) {
			s.Factors = append(s.Factors, x)
		}
	}
}

// missing says why there is no story to tell. What points at the outcome comes
// first: readings alone, however good, are no story of ours.
func (s *Story) missing(linked int) []string {
	say := s.words.Text
	if len(s.Priorities) == 0 && linked == 0 {
		return []string{say("insight.contribution.unaimed")}
	}
	var m []string
	if n := len(s.Known); n < 2 {
		m = append(m, say("insight.contribution.needs", "have", n, "minimum", 2))
	}
	switch {
	case linked == 0:
		m = append(m, say("insight.contribution.no-win"))
	case len(s.Wins) == 0:
		m = append(m, say("insight.contribution.no-win-before"))
	}
	if len(s.Factors) == 0 {
		m = append(m, say("insight.contribution.no-factor"))
	}
	return m
}

// way says which way a measure went.
func way(from, to float64, direction string) Movement {
	switch {
	case same(from, to):
		return MovedNone
	case direction == "up" && to > from, direction == "down" && to < from:
		return MovedWanted
	case direction == "up", direction == "down":
		return MovedOther
	}
	return MovedPlain
}

// lastReading returns the latest reading with a value up to the as-of day.
func lastReading(readings []tracker.Reading, asOf tracker.Date) (last tracker.Reading, ok bool) {
	for _, r := range readings {
		if r.Value.Known && !r.Date.IsZero() && r.Date <= asOf && r.Date >= last.Date {
			last, ok = r, true
		}
	}
	return last, ok
}

// FactorsByDate returns the factors in order, those without a day first.
func FactorsByDate(fs []tracker.Factor) []tracker.Factor {
	sorted := slices.Clone(fs)
	slices.SortStableFunc(sorted, func(a, b tracker.Factor) int { return cmp.Compare(a.Date, b.Date) })
	return sorted
}
