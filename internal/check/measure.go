package check

import (
	"strconv"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var measureRules = []rule{
	{diag.Rule{
		ID: "measure/not-a-shift", Severity: diag.Hint,
		Title: "What an agreement or an outcome is measured by is what people do, or what the business gets",
		Why:   "Completions, satisfaction and test scores are worth keeping, but they are no measurable shift: nobody can tell from them what became different.",
		Mend:  `Ask what people would do differently at work, and measure that: "level: behaviour" or "level: result".`,
		Bad: `-- intakes/2026-01-10-course.md --
measure: {name: Completions, unit: "%", level: activity, baseline: 0, target: 95}`,
		Good: `-- intakes/2026-01-10-course.md --
measure: {name: Offers that start with a question, unit: "%", level: behaviour, baseline: 12, target: 30}`,
	}, func(p *pass) {
		look := func(o *tracker.Origin, level tracker.Level) {
			if level.BelowShift() {
				p.say(o.At("measure.level"), "", "The measure looks at %s, which is not yet a measurable shift.", quoted(string(level)))
			}
		}
		for _, v := range p.t.Strategy.Outcomes {
			look(&v.Origin, v.Measure.Level)
		}
		p.intakes(func(in *tracker.Intake) {
			if settled(in.Status) && !in.Mandated {
				look(&in.Origin, in.Measure.Level)
			}
		})
	}},
	{diag.Rule{
		ID: "measure/incomplete", Severity: diag.Hint,
		Title: "A measure has a baseline and a target",
		Why:   "Without both, nobody can tell later whether anything moved.",
		Mend:  `Add the missing figure under "measure:"; a rough one with its source is better than none.`,
		Bad: `-- intakes/2026-01-10-course.md --
measure: {name: Offers that start with a question, level: behaviour, target: 30}`,
		Good: `-- intakes/2026-01-10-course.md --
measure: {name: Offers that start with a question, level: behaviour, baseline: 12, target: 30}`,
	}, func(p *pass) {
		p.measures(func(o *tracker.Origin, m *tracker.Measure, isSettled bool) {
			if m.IsZero() || !isSettled {
				return
			}
			baseline := m.Baseline.Known || o.Wrote("measure.baseline")
			target := m.Target.Known || o.Wrote("measure.target")
			lacks := "neither a baseline nor a target"
			switch {
			case baseline && target:
				return
			case target:
				lacks = "no baseline"
			case baseline:
				lacks = "no target"
			}
			p.say(o.At("measure"), "", "The measure %s has %s yet.", quoted(m.Name), lacks)
		})
	}},
	{diag.Rule{
		ID: "measure/against-direction", Severity: diag.Warning,
		Title: "A target lies in the direction that is better",
		Why:   "A chart would show an improvement as a setback.",
		Mend:  `Check "direction", "baseline" and "target": one of them does not fit.`,
		Bad: `-- intakes/2026-01-10-course.md --
measure: {name: Complaints in a month, level: result, direction: up, baseline: 40, target: 25}`,
		Good: `-- intakes/2026-01-10-course.md --
measure: {name: Complaints in a month, level: result, direction: down, baseline: 40, target: 25}`,
	}, func(p *pass) {
		p.measures(func(o *tracker.Origin, m *tracker.Measure, _ bool) {
			if !m.Baseline.Known || !m.Target.Known {
				return
			}
			from, to := m.Baseline.Value, m.Target.Value
			if m.Direction == "up" && to < from || m.Direction == "down" && to > from {
				p.say(o.At("measure.direction"), "", "The better direction of %s is %s, but the target (%s) lies the other way from the baseline (%s).",
					quoted(m.Name), quoted(m.Direction), number(to), number(from))
			}
		})
	}},
	{diag.Rule{
		ID: "reading/date-missing", Severity: diag.Error,
		Title: "A reading says on which day it was taken",
		Why:   "Without its day a reading cannot be put on the line.",
		Mend:  `Add the day: "{date: 2026-03-31, value: 66}".`,
		Bad: `-- intakes/2026-01-10-course.md --
readings:
  - {value: 18, note: From forty calls}`,
		Good: `-- intakes/2026-01-10-course.md --
readings:
  - {date: 2026-06-30, value: 18, note: From forty calls}`,
	}, func(p *pass) {
		p.readings(func(o *tracker.Origin, rs []tracker.Reading) {
			for i := range rs {
				here := way{}.to("readings", i)
				if rs[i].Date.IsZero() && !o.Wrote(here.to("date", -1).String()) {
					p.say(o.At(here.String()), "", "Reading %d does not say yet on which day it was taken.", i+1)
				}
			}
		})
	}},
	{diag.Rule{
		ID: "reading/day-twice", Severity: diag.Warning,
		Title: "A day has one reading",
		Why:   "Of two values on one day nobody can tell which counts.",
		Mend:  "Keep the one that counts, or correct the other's day.",
		Bad: `-- intakes/2026-01-10-course.md --
readings:
  - {date: 2026-06-30, value: 18}
  - {date: 2026-06-30, value: 24}`,
		Good: `-- intakes/2026-01-10-course.md --
readings:
  - {date: 2026-06-30, value: 18}
  - {date: 2026-09-30, value: 24}`,
	}, func(p *pass) {
		p.readings(func(o *tracker.Origin, rs []tracker.Reading) {
			first := make(map[tracker.Date]int, len(rs))
			for i := range rs {
				here := way{}.to("readings", i).to("date", -1).String()
				day := p.sane(rs[i].Date)
				if j, seen := first[day]; seen {
					p.add(p.finding(o.At(here), "", "There are two readings of %s.", day).
						WithRelated(o.At(way{}.to("readings", j).to("date", -1).String()), "The first one is here."))
				} else if !day.IsZero() {
					first[day] = i
				}
			}
		})
	}},
}

// settled reports whether both sides have agreed on a measure that can still
// be mended: once somebody has looked, it is what it was.
func settled(s tracker.Status) bool { return s.AtLeastAgreed() && s != tracker.StatusEvaluated }

// measures visits every measure and says whether it is settled.
func (p *pass) measures(look func(o *tracker.Origin, m *tracker.Measure, isSettled bool)) {
	for _, v := range p.t.Strategy.Outcomes {
		look(&v.Origin, &v.Measure, true)
	}
	p.intakes(func(in *tracker.Intake) { look(&in.Origin, &in.Measure, settled(in.Status)) })
}

func (p *pass) readings(look func(*tracker.Origin, []tracker.Reading)) {
	for _, v := range p.t.Strategy.Outcomes {
		look(&v.Origin, v.Readings)
	}
	p.intakes(func(in *tracker.Intake) { look(&in.Origin, in.Readings) })
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
