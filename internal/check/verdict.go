package check

import (
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

// verdictAgainstReadings holds the verdict against the last reading after the
// delivery: see tracker.Intake.Disagrees.
func (p *pass) verdictAgainstReadings(in *tracker.Intake) {
	d, disagrees := in.Disagrees(p.today)
	if !disagrees || p.sane(in.DeliveredOn).IsZero() {
		return
	}
	how, mend := "", ""
	if in.Verdict == tracker.VerdictNoChange || in.Verdict == tracker.VerdictWorse {
		mend = `Look at both again; where they cannot be brought together, "partly" or "unknown" is an honest verdict.`
	}
	if d.Kind == tracker.ReadingNear {
		how = ", where " + number(d.Matters) + " is the smallest difference that matters"
	}
	p.add(p.finding(in.Origin.At("verdict"), mend, "The readings of %s say %s to %s%s; the verdict says %s.",
		quoted(in.Measure.Name), number(d.Was), number(d.Is), how, quoted(string(in.Verdict))).
		WithRelated(in.Origin.At("measure.baseline"), "The first of the two stands here.").
		WithRelated(in.Origin.At(way{}.to("readings", d.Reading).String()), "The second of the two stands here."))
}
