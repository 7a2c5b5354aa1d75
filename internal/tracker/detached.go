package tracker

import (
	"cmp"
	"slices"
)

// DetachedOn is the day on which the promises of the business stand as they are
// counted for leaders: the end of the last quarter that is over, the day of the
// report included. Counted day by day, a promise whose day has just passed could
// be told by comparing two editions, since everyone sees who promised what by
// when.
func (t *Tracker) DetachedOn() Date {
	if t.AsOf.IsZero() {
		return t.AsOf
	}
	starts := t.Strategy.Settings.YearStarts
	q := t.Quarter(t.AsOf)
	if q.Last(starts) == t.AsOf {
		return t.AsOf
	}
	return q.First(starts) - 1
}

// detachedPromises are the promises of the business in records that everyone
// may read, as they stood on the day of DetachedOn and without what could tell
// whose they are: of one that was not kept on its day, that is all it says. None
// are kept where fewer than the smallest number of cases have come due, where
// all are one person's, or where the count would tell somebody who did not keep
// theirs.
func (t *Tracker) detachedPromises() []Promise {
	var detached []Promise
	due := make(map[string]dueCount)
	on := t.DetachedOn()
	for _, m := range t.Promises() {
		if !m.Business || m.hidden() || m.later(on) {
			continue
		}
		p := Promise{Size: m.Promise.Size, State: m.Promise.settledBy(on)}
		if p.State.judged() {
			if p.State != PromiseKept {
				p.State = PromiseNotKept
			}
			maker := t.maker(m)
			due[maker] = due[maker].plus(p.State)
		}
		detached = append(detached, p)
	}
	if len(due) < 2 || tellsWhose(due, t.Strategy.Settings.Thresholds.MinimumCases) {
		return nil
	}
	slices.SortFunc(detached, func(p, q Promise) int { // their order names nobody either
		return cmp.Or(cmp.Compare(p.Size, q.Size), cmp.Compare(p.State, q.State))
	})
	return detached
}

// hidden reports whether the promise stands in a record for the team alone.
func (m *Made) hidden() bool {
	return m.Win != nil && m.Win.Audience == AudienceTeam || m.Intake != nil && m.Intake.Audience == AudienceTeam
}

// later reports whether the record that holds the promise is from after the day.
func (m *Made) later(on Date) bool {
	return m.Win != nil && m.Win.Date > on || m.Intake != nil && m.Intake.RequestedOn > on
}

// settledBy is the state on the day, from what bears a day: a mark without one
// says nothing about a promise that was to be kept later.
func (p *Promise) settledBy(on Date) PromiseState {
	if p.Closed.IsZero() && p.DueAt(everyMove) > on {
		return openAt(p.DueAt(on), on)
	}
	return p.StateAt(on)
}

// maker names who made a promise of the business: where it names nobody, the
// stakeholder of its record.
func (t *Tracker) maker(m Made) string {
	switch {
	case m.Promise.Who != "":
		return t.Who(m.Promise.Who).Name
	case m.Intake != nil:
		return t.Who(m.Intake.Stakeholder).Name
	}
	return ""
}

// dueCount is how many promises have come due, and how many of them were not
// kept.
type dueCount struct{ due, broken int }

func (c dueCount) plus(s PromiseState) dueCount {
	c.due++
	if s != PromiseKept {
		c.broken++
	}
	return c
}

// tellsWhose reports whether a count of all would tell somebody who did not
// keep a promise. Everyone sees who promised what, and who made some of them
// knows what became of those: what is left may be more than the others could
// have broken between them.
func tellsWhose(due map[string]dueCount, minimum int) bool {
	var all dueCount
	for _, c := range due {
		all.due += c.due
		all.broken += c.broken
	}
	if all.due < minimum {
		return true
	}
	for who, c := range due {
		if all.broken > all.due-c.due {
			return true
		}
		for reader, own := range due {
			if reader != who && all.broken-own.broken > all.due-own.due-c.due {
				return true
			}
		}
	}
	return false
}
