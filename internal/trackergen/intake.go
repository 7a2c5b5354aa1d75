package trackergen

import (
	"fmt"
	"strconv"

	"smallwins/internal/tracker"
)

// course is how far an intake has come, with the days that belong to it.
type course struct {
	status            tracker.Status
	agreed, delivered tracker.Date
}

// course lets a request of a day take one of the ways through the statuses, as
// far as it can have come by the end of the span.
func (r random) course(requested tracker.Date) course {
	ends := []tracker.Status{tracker.StatusDeclined, tracker.StatusRedirected, tracker.StatusWaitlisted, tracker.StatusWithdrawn}
	if r.chance(18) && asOf.DaysSince(requested) > 20 {
		return course{status: pick(r, ends)}
	}
	c := course{agreed: requested.AddDays(r.between(5, 40))}
	c.delivered = c.agreed.AddDays(r.between(20, 150))
	switch {
	case c.agreed > asOf:
		return course{status: pick(r, []tracker.Status{tracker.StatusRequested, tracker.StatusExploring})}
	case c.delivered > asOf:
		return course{pick(r, []tracker.Status{tracker.StatusAgreed, tracker.StatusBuilding}), c.agreed, 0}
	case c.delivered.AddDays(60) > asOf || r.chance(25):
		c.status = tracker.StatusDelivered
	default:
		c.status = tracker.StatusEvaluated
	}
	return c
}

func (g *generator) intake(i int) string {
	r, s := g.rand("intake", i), g.intakes[i]
	c := r.course(s.date)
	asked := until(s.date.AddDays(r.between(1, 5)))
	d := &record{}
	d.WriteString("---\n")
	d.field("stakeholder", g.business(r))
	d.field("owner", memberID(r.IntN(teamSize-1)))
	d.field("requested_on", s.date.String())
	d.field("status", string(c.status))
	d.field("agreed_on", c.agreed.String())
	d.field("delivered_on", c.delivered.String())
	d.field("arrived_as", r.term(&tracker.Arrivals))
	d.field("requested", r.terms(&tracker.Solutions, r.between(1, 2)))
	if c.status.AtLeastAgreed() {
		d.field("agreed", r.terms(&tracker.Solutions, r.between(1, 3)))
		d.field("confirmed_on", r.maybe(40, c.agreed.String()))
	}
	d.field("cause", r.maybe(60, r.term(&tracker.Causes)))
	d.field("urgency", r.maybe(30, quote(r.text("{time}, said {person}"))))
	d.field("mandated", r.maybe(5, "true"))
	d.field("logistics", r.maybe(60, object("needed_by", s.date.AddDays(r.between(20, 120)).String(), "audience", strconv.Itoa(r.between(5, 400)), "mode", "virtual")))
	d.field("measure", r.maybe(50, measure(r, s.date.AddDays(300))))
	if c.status.AtLeastDelivered() && r.chance(60) {
		d.items("readings", []string{object("date", c.delivered.String(), "value", strconv.Itoa(r.between(20, 90)), "note", quote(r.text("counted {place}")))})
	}
	g.owned(d, r, s, c)
	if r.chance(40) {
		d.items("prework", []string{object("date", asked.String(), "kind", "observation", "what", quote(r.text("An hour {place} with {person}")))})
	}
	if r.chance(60) {
		d.items("conversations", []string{
			object("date", s.date.String(), "with", g.business(r), "reaction", r.term(&tracker.Reactions), "note", quote(r.prose(doubts, 1))),
			object("date", asked.String(), "with", g.business(r), "reaction", r.term(&tracker.Reactions), "note", quote(r.prose(answers, 1))),
		})
	}
	if r.chance(40) {
		d.items("cracks", []string{object("practice", r.term(&tracker.Practices), "what", quote(r.text("{thing} besides what was ordered")), "reaction", quote(r.text("{person} {mood}")))})
	}
	d.field("avoided", r.maybe(8, object("what", quote(r.text("{course}")), "amount", strconv.Itoa(r.between(2, 40)*500), "unit", "EUR", "estimate_by", g.business(r))))
	if c.status == tracker.StatusEvaluated {
		d.field("verdict", r.term(&tracker.Verdicts))
		d.field("missing", r.terms(&tracker.Questions, r.between(0, 3)))
		d.field("other_factors", r.maybe(40, list(object("date", c.delivered.String(), "what", quote(r.text("A new system {place}"))))))
	}
	if c.status == tracker.StatusRedirected {
		d.field("redirected_to", quote(r.text("Those who look after {thing}")))
	}
	d.field("audience", r.maybe(4, "team"))

	contract, open := g.contract(r, s, c)
	d.field("asked", open)
	g.tail(d, r, s)
	d.WriteString("# " + s.title + "\n\n" + r.text(pick(r, requests)) + "\n")
	d.section("What hurts", r.maybe(40, r.prose(answers, 1)))
	d.WriteString(contract)
	g.told(d, r, c)
	return d.String()
}

// owned writes what both sides took on.
func (g *generator) owned(d *record, r random, s stub, c course) {
	if !c.status.AtLeastAgreed() {
		return
	}
	if r.chance(60) {
		d.items("commitments", []string{g.promise(r, c.agreed, g.business(r), "", commitmentsMade)})
	} else {
		d.field("proceeding_because", quote(r.prose(why, 1)))
	}
	if r.chance(60) {
		owner := r.member(asOf)
		d.items("promises", []string{g.promise(r, c.agreed, owner, g.business(r), promisesMade), g.promise(r, s.date, owner, g.business(r), promisesMade)})
	}
	if r.chance(50) {
		d.items("reinforcement", []string{object("who", g.business(r), "driver", r.term(&tracker.Drivers), "when", r.term(&tracker.Moments),
			"what", quote(r.text(pick(r, commitmentsMade))), "done", r.maybe(50, "true"))})
	}
	if r.chance(50) {
		d.items("barriers", []string{object("kind", r.term(&tracker.BarrierKinds), "what", quote(r.text("{thing} is out of date")), "owner", g.business(r), "state", r.term(&tracker.BarrierStates))})
	} else {
		d.field("barriers_checked", r.maybe(30, c.agreed.String()))
	}
}

// contract returns the sections of the questions that were answered, and the
// list of those that were put and are open.
func (g *generator) contract(r random, s stub, c course) (sections, open string) {
	d := &record{}
	var asked []string
	answered := r.between(0, 10) // nine and ten: all of them
	for i, q := range tracker.Questions.Terms {
		switch {
		case i*3%8 < answered: // three and eight share no factor: each comes up once
			heading := q.Definition
			if day := c.agreed; !day.IsZero() && r.chance(60) {
				heading = fmt.Sprintf("%s (%s)", heading, until(s.date.AddDays(r.between(0, day.DaysSince(s.date)))))
			}
			d.section(heading, r.prose(answers, r.between(1, 2))+" That is about "+s.id+".") // no two intakes share an answer
		case r.chance(30):
			asked = append(asked, q.ID)
		}
	}
	if asked == nil {
		return d.String(), ""
	}
	return d.String(), list(asked...)
}

// told writes the sections that tell how it went.
func (g *generator) told(d *record, r random, c course) {
	if c.status.NeedsReason() {
		d.section("Reason", r.prose(reasons, 1))
		d.section("Offered instead", r.maybe(60, r.text("{thing}, to try {time}.")))
	}
	if c.status.AtLeastAgreed() {
		d.section("What we agreed", r.maybe(70, r.prose(happened, 1)))
	}
	if c.status.AtLeastDelivered() {
		d.section("What happened", r.maybe(80, r.prose(happened, 2)))
	}
	if c.status == tracker.StatusEvaluated {
		d.section("What changed", r.prose(connection, 2))
		d.section("What was in the way", r.maybe(50, r.prose(doubts, 1)))
	}
}
