package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/message"
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

	words *message.Language
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
	d := Delivered{words: f.Words, Minimum: f.minimum, WindowDays: f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays}
	group := make(map[tracker.Verdict]int, len(tracker.Verdicts.Terms))
	for i, term := range tracker.Verdicts.Terms {
		group[tracker.Verdict(term.ID)] = i
		d.ByVerdict = append(d.ByVerdict, VerdictGroup{Verdict: tracker.Verdict(term.ID), Label: f.Words.Label(&tracker.Verdicts, term.ID)})
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
			d.leaveOut(in, f.Words.Text("insight.delivered.left-out.not-marked"))
			continue
		case !known:
			d.leaveOut(in, f.Words.Text("insight.delivered.left-out.no-verdict"))
			continue
		}
		d.ByVerdict[at].Intakes = append(d.ByVerdict[at].Intakes, in)
		if in.Verdict == tracker.VerdictUnknown {
			d.leaveOut(in, f.Words.Text("insight.delivered.left-out.unknown"))
			continue
		}
		d.Evaluated = append(d.Evaluated, in)
		if in.Verdict == tracker.VerdictNoChange || in.Verdict == tracker.VerdictWorse {
			d.NothingCases = append(d.NothingCases, in)
		}
		if reason := f.contradicts(in); reason != "" {
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
		d.Missing = f.Words.Text("insight.delivered.needs", "have", len(d.Evaluated), "minimum", f.minimum)
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
func (f *Figures) contradicts(in *tracker.Intake) string {
	d, disagrees := in.Disagrees(f.Tracker.AsOf)
	if !disagrees {
		return ""
	}
	say, unit, verdict := f.Words.Text, in.Measure.Unit, f.verdictInside(in.Verdict)
	now, was := f.Words.Number(d.Is, unit), f.Words.Number(d.Was, unit)
	switch d.Kind {
	case tracker.ReadingSame:
		return say("insight.delivered.flag.same", "verdict", verdict, "now", now)
	case tracker.ReadingOther:
		return say("insight.delivered.flag.other-way", "verdict", verdict, "now", now, "was", was)
	case tracker.ReadingBetter:
		return say("insight.delivered.flag.wanted", "verdict", verdict, "now", now, "was", was)
	}
	return say("insight.delivered.flag.within", "verdict", verdict, "now", now, "was", was, "difference", f.Words.Points(d.Matters, unit))
}

// verdictInside is a verdict within a sentence.
func (f *Figures) verdictInside(v tracker.Verdict) string {
	return f.Words.Inside(f.Words.Label(&tracker.Verdicts, string(v)))
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
		return d.words.Text("insight.not-enough", "missing", d.Missing)
	case r.N == 0:
		return d.words.Text("insight.delivered.something", "n", r.D)
	case d.Count(tracker.VerdictWorse) > 0: // which is a change
		return d.words.Text("insight.delivered.headline-worse", "n", r.N, "of", r.D)
	}
	return d.words.Text("insight.delivered.headline", "n", r.N, "of", r.D)
}
