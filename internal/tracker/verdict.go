package tracker

import "math"

// Disagreement is how the verdict on an intake and its last reading disagree.
type Disagreement struct {
	Kind    DisagreementKind
	Reading int     // the index of the reading
	Was, Is float64 // the baseline and the reading
	Matters float64 // the smallest difference that matters; 0 where nobody said
}

// DisagreementKind says what the reading shows against the verdict.
type DisagreementKind string

// The kinds of disagreement.
const (
	ReadingSame   DisagreementKind = "same"   // a change is claimed, and the reading is the baseline
	ReadingOther  DisagreementKind = "other"  // the measure moved against what is wanted, and the verdict does not say so
	ReadingNear   DisagreementKind = "near"   // a change is claimed, and it is smaller than what matters
	ReadingBetter DisagreementKind = "better" // no change or worse, and the measure moved as wanted
)

// slack makes up for decimals that cannot be stored exactly: 9.4 to 9.0 is 0.4.
const slack = 1e-9

// Disagrees holds the verdict of an evaluated intake against the last reading up
// to the given day (insights: "Delivered, nothing changed"). It takes a baseline
// and a reading from after the delivery. What is no measurable shift is left
// alone: completions may rise while nothing changes, and saying so is what a
// verdict is for.
func (in *Intake) Disagrees(asOf Date) (Disagreement, bool) {
	m := &in.Measure
	last := in.lastAfterDelivery(asOf)
	if in.Status != StatusEvaluated || last < 0 || !m.Baseline.Known || m.Level.BelowShift() {
		return Disagreement{}, false
	}
	d := Disagreement{Reading: last, Was: m.Baseline.Value, Is: in.Readings[last].Value.Value}
	if m.Meaningful.Known {
		d.Matters = math.Abs(m.Meaningful.Value)
	}
	d.Kind = m.against(in.Verdict, d)
	return d, d.Kind != ""
}

// against says how a verdict and a movement disagree; "" where they do not.
// Which way is wanted may not be known: then only a change that is none shows.
func (m *Measure) against(v Verdict, d Disagreement) DisagreementKind {
	better := m.Better()
	moved := better * (d.Is - d.Was)
	size := math.Abs(d.Is - d.Was)
	matters := size >= d.Matters-slack
	switch v {
	case VerdictChanged:
		switch {
		case size <= slack:
			return ReadingSame
		case moved < -slack:
			return ReadingOther
		case !matters:
			return ReadingNear
		}
	case VerdictPartly:
		if moved < -slack {
			return ReadingOther
		}
	case VerdictNoChange:
		reached := m.Target.Known && better*(d.Is-m.Target.Value) >= -slack
		switch {
		case moved > slack && (reached || d.Matters > 0 && matters):
			return ReadingBetter
		case moved < -slack && d.Matters > 0 && matters:
			return ReadingOther
		}
	case VerdictWorse:
		if moved > slack && matters {
			return ReadingBetter
		}
	}
	return ""
}

// lastAfterDelivery returns the index of the latest value from after the delivery
// and up to the day, or -1; every day counts where none is given.
func (in *Intake) lastAfterDelivery(asOf Date) int {
	last := -1
	if in.DeliveredOn.IsZero() {
		return last
	}
	for i, r := range in.Readings {
		if !r.Value.Known || r.Date <= in.DeliveredOn || !asOf.IsZero() && r.Date > asOf {
			continue
		}
		if last < 0 || r.Date >= in.Readings[last].Date {
			last = i
		}
	}
	return last
}

// Better returns 1 where higher is better, -1 where lower is, 0 where nobody can
// tell: no direction is given, and none follows from baseline and target.
func (m *Measure) Better() float64 {
	switch {
	case m.Direction == "up":
		return 1
	case m.Direction == "down":
		return -1
	case !m.Baseline.Known || !m.Target.Known || m.Baseline.Value == m.Target.Value:
		return 0
	case m.Target.Value > m.Baseline.Value:
		return 1
	}
	return -1
}

// BelowShift reports whether a level cannot be a measurable shift.
func (l Level) BelowShift() bool {
	return l == LevelActivity || l == LevelReaction || l == LevelLearning
}
