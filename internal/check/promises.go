package check

import (
	"fmt"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// promised is a promise in some record. Since is the first day on which it can
// have been closed, where that is known; side is the party that must have made
// it, or "" where either may have.
type promised struct {
	*tracker.Promise
	origin *tracker.Origin
	key    string
	index  int
	since  tracker.Date
	side   string
	home   string // the intake that the business's promises belong to, for a reader
}

func (v *promised) wrote(field string) bool {
	return v.origin.Wrote(way{}.to(v.key, v.index).to(field, -1).String())
}

const (
	byBusiness = "the business"
	byTeam     = "L&D"

	thisIntake = "this request"
	someIntake = "the request that it belongs to"
)

func (v *promised) at(field string) diag.Place {
	place := way{}.to(v.key, v.index)
	if field != "" {
		place = place.to(field, -1)
	}
	return v.origin.At(place.String())
}

var promiseRules = []rule{
	{diag.Rule{
		ID: "promise/what-missing", Severity: diag.Error,
		Title: "A promise says what was promised",
		Why:   "What nobody wrote down cannot be kept.",
		Mend:  `Say in one line what was promised: "what: Send the draft".`,
		Bad: `follow_ups:
  - {to: lee, by: 2026-03-02}`,
		Good: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02}`,
	}, eachPromise(func(p *pass, v *promised) {
		if strings.TrimSpace(v.What) == "" && !v.wrote("what") {
			p.say(v.at(""), "", "This promise does not say yet what was promised.")
		}
	})},
	{diag.Rule{
		ID: "promise/kept-late", Severity: diag.Warning,
		Title: "A promise that was closed after its day is late, not kept",
		Why:   "The share of promises that were kept is only worth something if it is true.",
		Mend:  `Write "state: late"; if a new day had been agreed by then, add it under "moved:" instead.`,
		Bad: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02, closed: 2026-03-05, state: kept}`,
		Good: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02, closed: 2026-03-05, state: late}`,
	}, eachPromise(func(p *pass, v *promised) {
		if due := v.DueAt(v.Closed); v.State == tracker.PromiseKept && !v.Closed.IsZero() && !due.IsZero() && v.Closed > due {
			p.add(p.finding(v.at("state"), "", `%s is marked "kept", but it was closed on %s, %s after its day.`,
				quoted(v.What), v.Closed, days(v.Closed.DaysSince(due))).WithSuggestion(string(tracker.PromiseLate)))
		}
	})},
	{diag.Rule{
		ID: "promise/late-in-time", Severity: diag.Warning,
		Title: "A promise that was closed by its day is kept, not late",
		Why:   "A team should not sell itself short.",
		Mend:  `Write "state: kept", or check the two days, "by" and "closed".`,
		Bad: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02, closed: 2026-03-02, state: late}`,
		Good: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02, closed: 2026-03-02, state: kept}`,
	}, eachPromise(func(p *pass, v *promised) {
		if due := v.DueAt(v.Closed); v.State == tracker.PromiseLate && !v.Closed.IsZero() && !due.IsZero() && v.Closed <= due && v.MovedPast(v.Closed).IsZero() {
			p.add(p.finding(v.at("state"), "", `%s is marked "late", but it was closed on %s and its day was %s.`,
				quoted(v.What), v.Closed, due).WithSuggestion(string(tracker.PromiseKept)))
		}
	})},
	{diag.Rule{
		ID: "promise/closed-but-open", Severity: diag.Warning,
		Title: "A promise that was closed is not open any more",
		Why:   "Readers would see the one or the other, by where they look.",
		Mend:  `Take "state: open" out, or take "closed" out if it is not done.`,
		Bad: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02, closed: 2026-03-02, state: open}`,
		Good: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02, closed: 2026-03-02}`,
	}, eachPromise(func(p *pass, v *promised) {
		if v.State == tracker.PromiseOpen && !v.Closed.IsZero() {
			p.say(v.at("state"), "", `%s is marked "open", but it was closed on %s.`, quoted(v.What), v.Closed)
		}
	})},
	{diag.Rule{
		ID: "promise/closed-before-record", Severity: diag.Warning,
		Title: "A promise is closed on or after the day of its win or request",
		Why:   "A day before that is most often a slip in the year.",
		Mend:  `Check "closed"; the day most likely has another year or month.`,
		Bad: `date: 2026-02-15
follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02, closed: 2025-03-02}`,
		Good: `date: 2026-02-15
follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02, closed: 2026-03-02}`,
	}, eachPromise(func(p *pass, v *promised) {
		if !v.Closed.IsZero() && v.Closed < v.since {
			p.say(v.at("closed"), "", "%s was closed on %s, %s before this record begins (%s).",
				quoted(v.What), v.Closed, days(v.since.DaysSince(v.Closed)), v.since)
		}
	})},
	{diag.Rule{
		ID: "promise/moved-nowhere", Severity: diag.Warning,
		Title: "A promise that was moved has a new day",
		Why:   "A promise that moved is judged on its new day; without one it is judged on the old.",
		Mend:  `Add the new day and the day on which it was agreed: "moved: [{to: 2026-03-20, on: 2026-03-02}]".`,
		Bad: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02, state: moved}`,
		Good: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02,
     moved: [{to: 2026-03-20, on: 2026-02-27}]}`,
	}, eachPromise(func(p *pass, v *promised) {
		if v.State == tracker.PromiseMoved && len(v.Moved) == 0 {
			p.say(v.at("state"), "", `%s is marked "moved", but the new day is not written down yet.`, quoted(v.What))
			return
		}
		for i, m := range v.Moved {
			move := way{}.to(v.key, v.index).to("moved", i)
			place := v.origin.At(move.String())
			switch {
			case m.To.IsZero() && !v.origin.Wrote(move.to("to", -1).String()):
				p.say(place, "", "%s was moved, but its new day is not written down yet.", quoted(v.What))
			case m.On.IsZero() && !m.To.IsZero() && !v.origin.Wrote(move.to("on", -1).String()):
				p.say(place, "", "%s was moved to %s, but the day on which that was agreed is not written down yet.", quoted(v.What), m.To)
			}
		}
	})},
	{diag.Rule{
		ID: "promise/moved-after-due", Severity: diag.Warning,
		Title: "A promise is moved before its day has passed",
		Why:   "Trust grows by saying so before the day, not after it.",
		Mend:  "Check the two days; if it was moved afterwards, the promise was late, and saying so is honest.",
		Bad: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02,
     moved: [{to: 2026-03-20, on: 2026-03-09}]}`,
		Good: `follow_ups:
  - {what: Send the draft, to: lee, by: 2026-03-02,
     moved: [{to: 2026-03-20, on: 2026-02-27}]}`,
	}, eachPromise(movedAfterDue)},
	{diag.Rule{
		ID: "promise/wrong-side", Severity: diag.Warning,
		Title: "What the business took on and what L&D promised stand in their own lists",
		Why:   "Both sides' promises are counted apart, and never in one figure.",
		Mend:  `Move it: "commitments" are made by the business, "promises" by L&D.`,
		Bad: `-- intakes/2026-01-10-course.md --
promises:
  - {what: Free an hour a week for practice, who: lee, by: 2026-12-01}`,
		Good: `-- intakes/2026-01-10-course.md --
commitments:
  - {what: Free an hour a week for practice, who: lee, by: 2026-12-01}`,
	}, eachPromise(func(p *pass, v *promised) {
		switch {
		case v.Who == "":
		case v.side == byBusiness && p.t.Who(v.Who).InTeam():
			p.say(v.at("who"), `Move it to the "promises" of this request, which are L&D's.`,
				`%s stands among the commitments of the business, but %s is in the L&D team.`, quoted(v.What), quoted(string(v.Who)))
		case v.side == byTeam:
			if what := p.outsider(v.Who); what != "" {
				list := "promises"
				if v.key == "follow_ups" {
					list = "follow-ups"
				}
				p.say(v.at("who"), fmt.Sprintf(`Move it to the "commitments" of %s, which are the business's.`, v.home),
					`%s stands among the %s of L&D, but %s is %s.`, quoted(v.What), list, quoted(string(v.Who)), what)
			}
		}
	})},
}

const aStakeholder = "a stakeholder"

// outsider says what someone is who does not belong to L&D, or "". A text that
// may be a slip for someone known has its own finding.
func (p *pass) outsider(who tracker.Person) string {
	party := p.t.Who(who)
	switch {
	case party.InTeam(), p.t.Lost(tracker.KindMember, tracker.ID(who)):
		return ""
	case party.Stakeholder != nil:
		return aStakeholder
	case p.t.Lost(tracker.KindStakeholder, tracker.ID(who)), p.judge(who).like != "":
		return ""
	}
	return "nobody of the L&D team"
}

func (p *pass) gatherPromises() {
	list := func(o *tracker.Origin, key string, promises []tracker.Promise, since tracker.Date, side, home string) {
		for i := range promises {
			p.promises = append(p.promises, promised{p.sanePromise(&promises[i]), o, key, i, p.past(since), side, home})
		}
	}
	for _, s := range p.t.Strategy.Stakeholders {
		list(&s.Origin, "promises", s.Promises, 0, byTeam, someIntake)
	}
	for _, w := range p.t.Wins {
		home := someIntake
		if w.Intake != "" {
			home = "the request " + quoted(string(w.Intake))
		}
		first := len(p.promises)
		list(&w.Origin, "follow_ups", w.FollowUps, w.Date, byTeam, home)
		for i := first; i < len(p.promises); i++ {
			if v := &p.promises[i]; v.To == "" { // a task, which anyone may have
				v.side = ""
			}
		}
	}
	for _, in := range p.t.Intakes {
		list(&in.Origin, "commitments", in.Commitments, in.RequestedOn, byBusiness, thisIntake)
		list(&in.Origin, "promises", in.Promises, in.RequestedOn, byTeam, thisIntake)
	}
}

// eachPromise makes a rule's function from one that looks at one promise.
func eachPromise(look func(*pass, *promised)) func(*pass) {
	return func(p *pass) {
		for i := range p.promises {
			look(p, &p.promises[i])
		}
	}
}

// movedAfterDue holds each move against the day that counted until then.
func movedAfterDue(p *pass, v *promised) {
	due := v.By
	for i, m := range v.Moved {
		if !m.On.IsZero() && !due.IsZero() && m.On > due {
			place := v.origin.At(way{}.to(v.key, v.index).to("moved", i).to("on", -1).String())
			p.say(place, "", "%s was moved on %s, %s after its day had passed (%s).",
				quoted(v.What), m.On, days(m.On.DaysSince(due)), due)
		}
		if !m.To.IsZero() {
			due = m.To
		}
	}
}
