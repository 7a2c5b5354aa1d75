package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

// QuarterOutcome is one outcome in one quarter: what was read, what was read
// before, what was aimed at it and what else was at work by then.
type QuarterOutcome struct {
	Story    *Story
	Readings []tracker.Reading // of the quarter, values that are not known included
	Before   tracker.Reading   // the last known one before the quarter
	Now      tracker.Reading   // the last known one of the quarter
	Step     Movement          // from Before to Now; "" where either is not known
	Enough   bool              // the step is at least what the measure calls meaningful, or it calls nothing so
	Wins     []*tracker.Win    // linked to it, dated in the quarter
	Factors  []tracker.Factor  // at work by the last day of the quarter
	Aimed    bool              // a priority or a win points to it
}

// Compared reports whether the step counts: it is known which way is wanted,
// there is something to compare with, and L&D aims at the outcome.
func (o *QuarterOutcome) Compared() bool { return o.Aimed && o.Step != "" && o.Step != MovedPlain }

// Moved reports whether the outcome moved as wanted, by what would matter.
func (o *QuarterOutcome) Moved() bool { return o.Step == MovedWanted && o.Enough }

// Slipped reports whether it moved the other way, by what would matter.
func (o *QuarterOutcome) Slipped() bool { return o.Step == MovedOther && o.Enough }

// Edged reports whether it moved the other way, by less than would matter.
func (o *QuarterOutcome) Edged() bool { return o.Step == MovedOther && !o.Enough }

// Change is the step in numbers: "69% to 71%", or "69%" where it stayed there;
// "" without one.
func (o *QuarterOutcome) Change() string {
	switch o.Step {
	case "":
		return ""
	case MovedNone:
		return o.Story.words.Number(o.Now.Value.Value, o.Story.Outcome.Measure.Unit)
	}
	return o.Story.words.Change(o.Before.Value.Value, o.Now.Value.Value, o.Story.Outcome.Measure.Unit)
}

func (f *Figures) quarterOutcomes(r *QuarterReport) {
	for _, s := range f.Stories {
		o := &QuarterOutcome{Story: s, Aimed: len(s.Priorities)+len(s.Wins)+len(s.After) > 0}
		for _, reading := range s.Readings {
			if r.Days.Has(reading.Date) {
				o.Readings = append(o.Readings, reading)
			}
		}
		if len(o.Readings) == 0 {
			continue
		}
		for _, reading := range s.Known {
			switch {
			case reading.Date < r.Days.From:
				o.Before = reading
			case reading.Date <= r.Days.To:
				o.Now = reading
			}
		}
		if m := s.Outcome.Measure; o.Before.Value.Known && o.Now.Value.Known {
			o.Step = way(o.Before.Value.Value, o.Now.Value.Value, m.Direction)
			o.Enough = !(m.Meaningful.Known && below(o.Now.Value.Value-o.Before.Value.Value, m.Meaningful.Value))
		}
		o.Wins = slices.Concat(winsIn(s.Wins, r.Days), winsIn(s.After, r.Days))
		for _, x := range FactorsByDate(s.Outcome.OtherFactors) {
			if x.What != "" && x.Date <= r.Days.To {
				o.Factors = append(o.Factors, x)
			}
		}
		if o.Compared() {
			if r.Moved.D++; o.Moved() {
				r.Moved.N++
			}
		}
		r.Outcomes = append(r.Outcomes, o)
	}
}

// quarterOpen gathers what was begun by the end of the quarter and still waits.
func (f *Figures) quarterOpen(r *QuarterReport) {
	by := func(in *tracker.Intake) bool { return in.RequestedOn <= r.Days.To }
	atRisk := make(map[*Contract]bool)
	for _, c := range f.EventRisk.AtRisk {
		if by(c.Intake) {
			atRisk[c] = true
			r.Open.AtRisk = append(r.Open.AtRisk, c)
		}
	}
	for _, w := range f.Delivered.NobodyLooked {
		if w.Intake.DeliveredOn <= r.Days.To {
			r.Open.Waiting = append(r.Open.Waiting, w)
		}
	}
	for _, c := range f.Contracts {
		switch c.Intake.Status {
		case tracker.StatusRequested, tracker.StatusExploring, tracker.StatusAgreed, tracker.StatusBuilding:
			if by(c.Intake) && !atRisk[c] && !c.Intake.Mandated && c.Partnership().State != Answered {
				r.Open.Unanswered = append(r.Open.Unanswered, c)
			}
		}
	}
	for _, o := range r.Outcomes {
		switch {
		case !o.Aimed:
			r.Open.Unaimed = append(r.Open.Unaimed, o)
		case !o.Now.Value.Known:
			r.Open.Unread = append(r.Open.Unread, o)
		}
	}
}
