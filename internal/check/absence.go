package check

import (
	"slices"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var absenceRules = []rule{
	{diag.Rule{
		ID: "person/not-in-team-then", Severity: diag.Warning,
		Title: "Whoever has a part in a record was in the team at that time",
		Why:   "A date outside of someone's time in the team is most often a slip; and what a colleague who left still had in hand needs somebody else.",
		Mend:  `Check the day of the record, or the "from" and "to" of the person in strategy.yaml.`,
		Bad: `-- strategy.yaml --
team:
  - {id: maren, name: Maren Oduya, from: 2026-03-01}
-- wins/2026-02-15-base.md --
date: 2026-02-15
people: [maren]`,
		Good: `-- strategy.yaml --
team:
  - {id: maren, name: Maren Oduya, from: 2026-02-01}
-- wins/2026-02-15-base.md --
date: 2026-02-15
people: [maren]`,
	}, func(p *pass) {
		for i := range p.people {
			n := &p.people[i]
			switch {
			case n.in.win != nil:
				p.absentFromWin(n)
			case n.in.intake != nil && n.path.n == 1 && n.path.last() == "owner":
				p.absentOwner(n)
			}
		}
		for i := range p.promises {
			p.absentPromiser(&p.promises[i])
		}
	}},
}

// memberOf returns the team member, where the days of that member's time in
// the team can be held against others.
func (p *pass) memberOf(who tracker.Person) *tracker.Member {
	m := p.t.Who(who).Member
	if m == nil || !p.plausible(m.From) || !p.plausible(m.To) || !m.From.IsZero() && !m.To.IsZero() && m.To < m.From {
		return nil
	}
	return m
}

func left(m *tracker.Member, before tracker.Date) bool {
	return !m.To.IsZero() && !before.IsZero() && m.To < before
}

func joined(m *tracker.Member, after tracker.Date) bool {
	return !m.From.IsZero() && !after.IsZero() && after < m.From
}

// absentFromWin holds the day of a win against the team's own. Someone who
// joined later may still enter an old win for those whose win it is.
func (p *pass) absentFromWin(n *named) {
	w := n.in.win
	if !p.dated(w) || !slices.Contains([]string{"entered_by", "people", "collaborators"}, n.path.last()) {
		return
	}
	m := p.memberOf(n.who)
	switch {
	case m == nil:
	case left(m, w.Date):
		p.add(p.finding(n.place(), "", "%s left the team on %s, and this win is dated %s.", quoted(string(n.who)), m.To, w.Date).
			WithRelated(m.Origin.At("to"), daysHere))
	case joined(m, w.Date):
		if n.path.last() == "entered_by" && len(w.People) > 0 && !slices.Contains(w.People, n.who) {
			return
		}
		p.add(p.finding(n.place(), "", "%s joined the team on %s, and this win is dated %s.", quoted(string(n.who)), m.From, w.Date).
			WithRelated(m.Origin.At("from"), daysHere))
	}
}

const daysHere = "That day stands here."

// absentOwner looks for an owner who had left before the request came, or has
// left while it is not at its end. An owner who joined later took it over.
func (p *pass) absentOwner(n *named) {
	in := n.in.intake
	m := p.memberOf(n.who)
	if m == nil {
		return
	}
	ended := in.Status == tracker.StatusEvaluated || in.Status.NotAgreed() || in.Status == ""
	switch asked := p.sane(in.RequestedOn); {
	case p.future(asked):
	case left(m, asked):
		p.add(p.finding(n.place(), "", "%s left the team on %s, and this request came on %s.", quoted(string(n.who)), m.To, asked).
			WithRelated(m.Origin.At("to"), daysHere))
	case !ended && left(m, p.now()):
		p.add(p.finding(n.place(), "Name the colleague who looks after it now.",
			"%s left the team on %s, and this request is still open.", quoted(string(n.who)), m.To).WithRelated(m.Origin.At("to"), daysHere))
	}
}

// absentPromiser does the same for whoever made a promise. A task that nobody
// waits for is let be.
func (p *pass) absentPromiser(v *promised) {
	m := p.memberOf(v.Who)
	if m == nil {
		return
	}
	due := v.Closed
	if due.IsZero() {
		due = v.DueAt(p.now())
	}
	switch {
	case left(m, v.since):
		p.add(p.finding(v.at("who"), "", "%s left the team on %s, before this record begins (%s).", quoted(string(v.Who)), m.To, v.since).
			WithRelated(m.Origin.At("to"), daysHere))
	case v.side != "" && left(m, p.now()) && v.Closed.IsZero() && !v.wrote("closed") && open(v.StateAt(p.now())):
		p.add(p.finding(v.at("who"), `Agree who keeps it now and name them; or write "state: released" if nobody needs it any more.`,
			"%s left the team on %s, and %s is still open.", quoted(string(v.Who)), m.To, quoted(v.What)).WithRelated(m.Origin.At("to"), daysHere))
	case joined(m, due):
		p.add(p.finding(v.at("who"), "", "%s joined the team on %s, after the day of %s (%s).", quoted(string(v.Who)), m.From, quoted(v.What), due).
			WithRelated(m.Origin.At("from"), daysHere))
	}
}

func open(s tracker.PromiseState) bool {
	return s == tracker.PromiseOpen || s == tracker.PromiseOverdue
}
