package check

import (
	"math"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var verdictRules = []rule{
	{diag.Rule{
		ID: "intake/verdict-against-readings", Severity: diag.Warning,
		Title: "The verdict fits the readings",
		Why:   "Readers see the verdict beside the line, and believe neither where the two disagree.",
		Mend:  `Look at both again. "worse", "no-change" and "unknown" are honest verdicts too.`,
		Bad: `status: evaluated
delivered_on: 2026-05-04
measure: {name: Answered at the first contact, level: result, direction: up, baseline: 61, target: 75}
readings: [{date: 2026-09-30, value: 60}]
verdict: changed`,
		Good: `status: evaluated
delivered_on: 2026-05-04
measure: {name: Answered at the first contact, level: result, direction: up, baseline: 61, target: 75}
readings: [{date: 2026-09-30, value: 71}]
verdict: changed`,
	}, func(p *pass) { p.intakes(p.verdictAgainstReadings) }},
}

// slack makes up for decimals that cannot be stored exactly: 9.4 to 9.0 is 0.4.
const slack = 1e-9

// verdictAgainstReadings holds the last reading after the delivery against the
// baseline. What is no measurable shift is left alone: completions may rise
// while nothing changes, and saying so is what a verdict is for.
func (p *pass) verdictAgainstReadings(in *tracker.Intake) {
	m := &in.Measure
	last := p.lastReading(in)
	better := betterWay(m)
	if in.Status != tracker.StatusEvaluated || last < 0 || better == 0 || !m.Baseline.Known || belowShift(m.Level) {
		return
	}
	was, is := m.Baseline.Value, in.Readings[last].Value.Value
	moved := better * (is - was)
	matters := 0.0
	if m.Meaningful.Known {
		matters = math.Abs(m.Meaningful.Value)
	}
	reached := m.Target.Known && better*(is-m.Target.Value) >= -slack && moved > slack
	how, mend := "", `Look at both again; where they cannot be brought together, "partly" or "unknown" is an honest verdict.`
	switch in.Verdict {
	case tracker.VerdictChanged:
		if moved > slack && moved >= matters-slack {
			return
		}
		if mend = ""; moved > slack {
			how = ", where " + number(matters) + " is the smallest difference that matters"
		}
	case tracker.VerdictPartly:
		if mend = ""; moved >= -slack {
			return
		}
	case tracker.VerdictNoChange:
		if !reached && (matters == 0 || math.Abs(moved) < matters-slack) {
			return
		}
	case tracker.VerdictWorse:
		if moved <= slack || moved < matters-slack {
			return
		}
	default:
		return
	}
	p.add(p.finding(in.Origin.At("verdict"), mend, "The readings of %s say %s to %s%s; the verdict says %s.",
		quoted(m.Name), number(was), number(is), how, quoted(string(in.Verdict))).
		WithRelated(in.Origin.At("measure.baseline"), "The first of the two stands here.").
		WithRelated(in.Origin.At(way{}.to("readings", last).String()), "The second of the two stands here."))
}

// lastReading returns the index of the latest value from after the delivery,
// or -1.
func (p *pass) lastReading(in *tracker.Intake) int {
	last := -1
	if p.sane(in.DeliveredOn).IsZero() {
		return last
	}
	for i, r := range in.Readings {
		if !r.Value.Known || r.Date <= in.DeliveredOn || !p.today.IsZero() && r.Date > p.today {
			continue
		}
		if last < 0 || r.Date > in.Readings[last].Date {
			last = i
		}
	}
	return last
}

// betterWay returns 1 where higher is better, -1 where lower is, 0 where nobody
// can tell: no direction is given, and none follows from baseline and target.
func betterWay(m *tracker.Measure) float64 {
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

// belowShift reports whether a level cannot be a measurable shift.
func belowShift(l tracker.Level) bool {
	return l == tracker.LevelActivity || l == tracker.LevelReaction || l == tracker.LevelLearning
}
