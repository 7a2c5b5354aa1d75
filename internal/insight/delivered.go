package insight

import (
	"cmp"
	"slices"
	"strings"

	"smallwins/internal/tracker"
)

// Delivered is what was found after delivery, and where nobody has looked
// (insights: "Delivered, nothing changed" and "Nobody looked").
type Delivered struct {
	Evaluated      []*tracker.Intake // evaluated, with a verdict other than "could not tell"
	ByVerdict      []VerdictGroup    // in the order of the vocabulary, zeros included
	NothingChanged Ratio             // no change or worse / Evaluated
	NothingCases   []*tracker.Intake // those without a change, or worse
	Flagged        []Flag            // the verdict and the last reading do not agree
	Waiting        []Wait            // delivered, no verdict; longest first
	NobodyLooked   []Wait            // those of Waiting that are past the window
	WindowDays     int
	Excluded       []Excluded
	Minimum        int
	Missing        string
}

// VerdictGroup is the evaluated intakes with one verdict.
type VerdictGroup struct {
	Verdict tracker.Verdict
	Label   string
	Intakes []*tracker.Intake
}

// Flag is an intake whose verdict and readings do not agree.
type Flag struct {
	Intake *tracker.Intake
	Reason string // one sentence
}

// Wait is an intake that was delivered and has no verdict.
type Wait struct {
	Intake    *tracker.Intake
	Days      int  // since delivery
	DaysKnown bool // false where the day of delivery is not known
	Past      bool // longer than the window: nobody looked
}

func (f *Figures) delivered() Delivered {
	d := Delivered{Minimum: f.minimum, WindowDays: f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays}
	group := make(map[tracker.Verdict]int, len(tracker.Verdicts.Terms))
	for i, term := range tracker.Verdicts.Terms {
		group[tracker.Verdict(term.ID)] = i
		d.ByVerdict = append(d.ByVerdict, VerdictGroup{Verdict: tracker.Verdict(term.ID), Label: term.Label})
	}
	for _, in := range f.Tracker.Intakes {
		if !in.Status.AtLeastDelivered() {
			continue
		}
		at, known := group[in.Verdict]
		switch {
		case in.Status == tracker.StatusDelivered && in.Verdict == "":
			d.Waiting = append(d.Waiting, f.waiting(in))
			continue
		case in.Status == tracker.StatusDelivered:
			d.leaveOut(in, "not yet marked as evaluated, though it has a verdict")
			continue
		case !known:
			d.leaveOut(in, "evaluated without a verdict")
			continue
		}
		d.ByVerdict[at].Intakes = append(d.ByVerdict[at].Intakes, in)
		if in.Verdict == tracker.VerdictUnknown {
			d.leaveOut(in, "looked at, and it could not be told")
			continue
		}
		d.Evaluated = append(d.Evaluated, in)
		if in.Verdict == tracker.VerdictNoChange || in.Verdict == tracker.VerdictWorse {
			d.NothingCases = append(d.NothingCases, in)
		}
		if reason := contradicts(in, f.Tracker.AsOf); reason != "" {
			d.Flagged = append(d.Flagged, Flag{in, reason})
		}
	}
	d.NothingChanged = Ratio{len(d.NothingCases), len(d.Evaluated)}
	slices.SortStableFunc(d.Waiting, func(a, b Wait) int { return cmp.Compare(b.Days, a.Days) })
	for _, w := range d.Waiting {
		if w.Past {
			d.NobodyLooked = append(d.NobodyLooked, w)
		}
	}
	if len(d.Evaluated) < f.minimum {
		d.Missing = needs(len(d.Evaluated), f.minimum, "evaluated case", "evaluated cases")
	}
	return d
}

func (d *Delivered) leaveOut(in *tracker.Intake, reason string) {
	d.Excluded = append(d.Excluded, Excluded{Intake: in, Reason: reason})
}

// waiting counts the days since delivery; the window has passed the day after
// its last day.
func (f *Figures) waiting(in *tracker.Intake) Wait {
	w := Wait{Intake: in, DaysKnown: !in.DeliveredOn.IsZero()}
	if w.DaysKnown {
		w.Days = max(0, f.Tracker.AsOf.DaysSince(in.DeliveredOn))
		w.Past = w.Days > f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays
	}
	return w
}

// contradicts says how the verdict and the last reading disagree, as the checks
// hold them too: see tracker.Intake.Disagrees.
func contradicts(in *tracker.Intake, asOf tracker.Date) string {
	d, disagrees := in.Disagrees(asOf)
	if !disagrees {
		return ""
	}
	unit := in.Measure.Unit
	line, now, was := "The verdict says "+strings.ToLower(tracker.Verdicts.Label(string(in.Verdict)))+"; the last reading", Number(d.Is, unit), Number(d.Was, unit)
	switch d.Kind {
	case tracker.ReadingSame:
		return line + " is the baseline, " + now + "."
	case tracker.ReadingOther:
		return line + ", " + now + ", moved the other way from " + was + "."
	case tracker.ReadingBetter:
		return line + ", " + now + ", moved as wanted from " + was + "."
	}
	return line + ", " + now + ", is within " + difference(d.Matters, unit) + " of the baseline, " + was + "."
}

// Count returns how many evaluated intakes have the verdict.
func (d *Delivered) Count(v tracker.Verdict) int {
	for _, g := range d.ByVerdict {
		if g.Verdict == v {
			return len(g.Intakes)
		}
	}
	return 0
}

// Headline says in how many cases nothing changed.
func (d *Delivered) Headline() string {
	r := d.NothingChanged
	switch {
	case d.Missing != "":
		return notEnough(d.Missing)
	case r.N == 0 && r.D == 1:
		return "Something changed in the one evaluated case"
	case r.N == 0:
		return "Something changed in all " + Count(r.D) + " evaluated cases"
	}
	nothing := "Nothing changed in "
	if d.Count(tracker.VerdictWorse) > 0 { // which is a change
		nothing = "Nothing changed, or it got worse, in "
	}
	return nothing + share(r, "evaluated case", "evaluated cases")
}
