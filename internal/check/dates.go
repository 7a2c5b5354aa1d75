package check

import (
	"fmt"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var dateRules = []rule{
	{diag.Rule{
		ID: "date/in-future", Severity: diag.Error,
		Title: "What has happened lies on or before today",
		Why:   "A date that is still to come is most often a slip in the year, and would put the record into a quarter that does not exist yet.",
		Mend:  "Check the year and the month; what is still to come is recorded once it has happened.",
		Bad:   "date: 2027-02-15",
		Good:  "date: 2026-02-15",
	}, futureDates},
	{diag.Rule{
		ID: "settings/as-of-future", Severity: diag.Warning,
		Title: "The day that everything is computed as of is not ahead of us",
		Why:   "Promises would count as overdue before their day has come.",
		Mend:  `Take "as_of" out to follow the calendar, or pin a day that has passed.`,
		Bad: `settings:
  as_of: 2027-01-31`,
		Good: `settings:
  as_of: 2026-10-31`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		if !p.today.IsZero() && p.sane(s.AsOf) > p.today {
			p.say(s.Origin.At("as_of"), "", "Everything would be computed as of %s, which has not come yet.", s.AsOf)
		}
	}},
	{diag.Rule{
		ID: "record/after-as-of", Severity: diag.Warning,
		Title: "Records lie on or before the day that everything is computed as of",
		Why:   "A later record is on no page, and nobody should have to wonder where it went.",
		Mend:  `Take "as_of" out of the settings in strategy.yaml, or move it to a later day; if the year is a slip, correct it.`,
		Bad: `-- strategy.yaml --
settings:
  as_of: 2026-03-31
-- wins/2026-04-15-first-draft.md --
date: 2026-04-15`,
		Good: `-- strategy.yaml --
settings:
  as_of: 2026-06-30
-- wins/2026-04-15-first-draft.md --
date: 2026-04-15`,
	}, afterAsOf},
	{diag.Rule{
		ID: "win/undone-before", Severity: diag.Error,
		Title: "A win comes undone on or after the day that it happened",
		Why:   "Until the day that it came undone a win counts as standing.",
		Mend:  `Check the two days, "date" and "undone".`,
		Bad: `date: 2026-02-15
undone: {on: 2026-02-01, why: The new tool has no search.}`,
		Good: `date: 2026-02-15
undone: {on: 2026-06-01, why: The new tool has no search.}`,
	}, func(p *pass) {
		p.wins(func(w *tracker.Win) {
			p.ordered(&w.Origin, "date", p.past(w.Date), "The win is dated", "undone.on", w.Undone.On, "it came undone on")
		})
	}},
	{diag.Rule{
		ID: "win/before-start", Severity: diag.Hint,
		Title: "Wins lie on or after the day that the tracker started",
		Why:   "The history page begins on that day, so earlier wins would not be told there.",
		Mend:  `Move "started_on" back to the first win, or check the year of these wins.`,
		Bad: `-- strategy.yaml --
settings:
  started_on: 2026-03-01
-- wins/2026-02-15-base.md --
date: 2026-02-15`,
		Good: `-- strategy.yaml --
settings:
  started_on: 2026-02-01
-- wins/2026-02-15-base.md --
date: 2026-02-15`,
	}, beforeStart},
	{diag.Rule{
		ID: "intake/agreed-before-requested", Severity: diag.Error,
		Title: "A request is agreed on or after the day that it came",
		Why:   "The days between request and agreement are shown beside the verdict.",
		Mend:  `Check the two days, "requested_on" and "agreed_on".`,
		Bad: `requested_on: 2026-01-10
agreed_on: 2025-02-01`,
		Good: `requested_on: 2026-01-10
agreed_on: 2026-02-01`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			p.ordered(&in.Origin, "requested_on", p.past(in.RequestedOn), "The request came on", "agreed_on", in.AgreedOn, "it was agreed on")
		})
	}},
	{diag.Rule{
		ID: "intake/delivered-before-agreed", Severity: diag.Error,
		Title: "What was asked for is delivered on or after the day of the agreement",
		Why:   "What was delivered is held against what was agreed before.",
		Mend:  `Check the days "requested_on", "agreed_on" and "delivered_on".`,
		Bad: `status: delivered
agreed_on: 2026-02-01
delivered_on: 2026-01-20`,
		Good: `status: delivered
agreed_on: 2026-02-01
delivered_on: 2026-05-04`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			if in.AgreedOn.IsZero() {
				p.ordered(&in.Origin, "requested_on", p.past(in.RequestedOn), "The request came on", "delivered_on", in.DeliveredOn, "it was delivered on")
			} else {
				p.ordered(&in.Origin, "agreed_on", p.past(in.AgreedOn), "It was agreed on", "delivered_on", in.DeliveredOn, "it was delivered on")
			}
		})
	}},
	{diag.Rule{
		ID: "strategy/from-after-to", Severity: diag.Error,
		Title: "Whoever or whatever is there from one day to another is there for at least a day",
		Why:   `With the days the wrong way round it would never count.`,
		Mend:  `Check the two days, "from" and "to"; leave "to" out while it goes on.`,
		Bad: `team:
  - {id: maren, name: Maren Oduya, from: 2026-09-01, to: 2026-03-31}`,
		Good: `team:
  - {id: maren, name: Maren Oduya, from: 2025-09-01, to: 2026-03-31}`,
	}, func(p *pass) {
		for _, v := range p.t.Strategy.Priorities {
			p.ordered(&v.Origin, "from", v.From, fmt.Sprintf("The priority %s begins on", quoted(string(v.ID))), "to", v.To, "it ends on")
		}
		for _, v := range p.t.Strategy.Team {
			p.ordered(&v.Origin, "from", v.From, fmt.Sprintf("The team member %s begins on", quoted(string(v.ID))), "to", v.To, "leaves on")
		}
	}},
}

func futureDates(p *pass) {
	if p.today.IsZero() {
		return
	}
	for i := range p.dates {
		d := &p.dates[i]
		if d.date <= p.today || !p.plausible(d.date) || d.plan {
			continue
		}
		// Which day it is differs around the world, so that today is not named.
		f := p.finding(d.origin.At(d.path.String()), "", "%s has not come yet.", quoted(d.date.String()))
		p.add(f.WithSuggestion(earlierYear(d.date, p.today)))
	}
}

// earlierYear returns the same day in the latest year that makes it past, for
// a date whose year must be a slip; "" where another part of it could be.
func earlierYear(d, today tracker.Date) string {
	t := d.Time()
	if t.Year() <= today.Year() {
		return ""
	}
	for year := today.Year(); year >= today.Year()-1; year-- {
		if e := tracker.NewDate(year, t.Month(), t.Day()); e <= today && e.Time().Day() == t.Day() {
			return e.String()
		}
	}
	return ""
}

// future reports whether a day has not come yet. What follows from a date in the
// future is not reported beside it, since that has its own finding.
func (p *pass) future(d tracker.Date) bool { return !p.today.IsZero() && d > p.today }

// ordered reports a later date that lies before the earlier one, at the later
// one's place. An earlier one that is no plan is held against it once it has
// come: see past.
func (p *pass) ordered(o *tracker.Origin, key string, d tracker.Date, said, laterKey string, later tracker.Date, laterSaid string) {
	if p.sane(d).IsZero() || p.sane(later).IsZero() || later >= d {
		return
	}
	p.add(p.finding(o.At(laterKey), "", "%s %s, but %s %s, %s earlier.", said, d, laterSaid, later, days(d.DaysSince(later))).
		WithRelated(o.At(key), "The other day stands here."))
}

// beforeStart says once, for all wins, that the start lies too late: a team
// that brings its old records in has many of them.
func beforeStart(p *pass) {
	s := &p.t.Strategy.Settings
	if p.sane(s.StartedOn).IsZero() {
		return
	}
	n := 0
	var first *tracker.Win
	p.wins(func(w *tracker.Win) {
		if p.sane(w.Date).IsZero() || w.Date >= s.StartedOn {
			return
		}
		if n++; first == nil || w.Date < first.Date {
			first = w
		}
	})
	if first == nil {
		return
	}
	count := "1 win lies"
	if n > 1 {
		count = fmt.Sprintf("%d wins lie", n)
	}
	p.add(p.finding(s.Origin.At("started_on"), "", "%s before the day that the tracker started (%s), the first on %s.", count, s.StartedOn, first.Date).
		WithSuggestion(first.Date.String()).WithRelated(first.Origin.At("date"), "The first of them is here."))
}

// afterAsOf names the records that are left out because the settings pin an
// earlier day. Those of the future have a rule of their own.
func afterAsOf(p *pass) {
	asOf := p.sane(p.t.Strategy.Settings.AsOf)
	if asOf.IsZero() {
		return
	}
	late := func(o *tracker.Origin, key string, d tracker.Date) {
		if d = p.sane(d); d > asOf && (p.today.IsZero() || d <= p.today) {
			p.say(o.At(key), "", "This is dated %s, after the day that the site is computed as of (%s), so it is not shown.", d, asOf)
		}
	}
	p.wins(func(w *tracker.Win) { late(&w.Origin, "date", w.Date) })
	p.intakes(func(in *tracker.Intake) { late(&in.Origin, "requested_on", in.RequestedOn) })
}
