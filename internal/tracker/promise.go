package tracker

// Promise is something that one side told the other it would do. What alone is
// enough; a follow-up is a promise once it names whom it was made to.
type Promise struct {
	What   string       `key:"what"`
	Who    Person       `key:"who"`
	To     Person       `key:"to"`
	By     Date         `key:"by"`
	Size   Size         `key:"size"`
	State  PromiseState `key:"state"`
	Closed Date         `key:"closed"`
	Moved  []Move       `key:"moved"`

	// Withheld says that what became of the promise is not for this edition:
	// see Redacted.
	Withheld bool
}

// Move is a new day that both sides agreed on.
type Move struct {
	To Date `key:"to"`
	On Date `key:"on"`
}

// SizeOr returns the size, small where none was given.
func (p *Promise) SizeOr() Size {
	if p.Size == "" {
		return Small
	}
	return p.Size
}

// DueAt returns the day that counted on the given day: the last one that had
// been agreed by then, or no date.
func (p *Promise) DueAt(asOf Date) Date {
	due, agreed := p.By, Date(0)
	for _, m := range p.Moved {
		if m.On <= asOf && m.On >= agreed && !m.To.IsZero() {
			due, agreed = m.To, m.On
		}
	}
	return due
}

// MovedPast returns the day that had gone by when a new one was agreed, the
// earliest where that came about twice; no date where every move that counted
// on the given day came in time. A move of an unknown day is taken to have.
func (p *Promise) MovedPast(asOf Date) Date {
	if !p.Closed.IsZero() && p.Closed < asOf {
		asOf = p.Closed
	}
	var past Date
	for _, m := range p.Moved {
		due := p.DueAt(m.On - 1)
		if m.On > asOf || m.To.IsZero() || due.IsZero() || m.On <= due {
			continue
		}
		if past.IsZero() || due < past {
			past = due
		}
	}
	return past
}

// JudgedBy returns the day that the promise is held against: the one that
// counted on the given day or, where it was closed by then, when it was closed.
func (p *Promise) JudgedBy(asOf Date) Date {
	if !p.Closed.IsZero() && p.Closed < asOf {
		asOf = p.Closed
	}
	return p.DueAt(asOf)
}

// StateAt returns what had become of the promise by the given day: open, kept,
// late, missed, released or overdue; "" where that is withheld. A promise that
// moved is judged on its new day (insights: "Promises"); where that was agreed
// only after the old one had passed, it can no longer be kept in time.
func (p *Promise) StateAt(asOf Date) PromiseState {
	if p.Withheld {
		return ""
	}
	if !p.Closed.IsZero() && p.Closed > asOf {
		return openAt(p.DueAt(asOf), asOf)
	}
	switch p.State {
	case PromiseKept, PromiseLate, PromiseReleased, PromiseOverdue, PromiseNotKept:
		return p.State
	case PromiseMissed:
		if last := p.DueAt(everyMove); p.Closed.IsZero() && !last.IsZero() && last >= asOf {
			return openAt(p.DueAt(asOf), asOf)
		}
		return PromiseMissed
	}
	if p.Closed.IsZero() {
		return openAt(p.DueAt(asOf), asOf)
	}
	// What was agreed after it was closed changes nothing.
	if due := p.JudgedBy(asOf); !due.IsZero() && p.Closed > due || !p.MovedPast(asOf).IsZero() {
		return PromiseLate
	}
	return PromiseKept
}

// everyMove is a day after all days.
const everyMove Date = 1<<31 - 1

func openAt(due, asOf Date) PromiseState {
	if !due.IsZero() && due < asOf {
		return PromiseOverdue
	}
	return PromiseOpen
}

// Made is a promise together with where it was made.
type Made struct {
	Promise     *Promise
	Business    bool         // made by the business, not by L&D
	Win         *Win         // the record that holds it, where it is a win
	Intake      *Intake      // … an intake
	Stakeholder *Stakeholder // … or the strategy's entry of a stakeholder
}

// Promises lists every promise: those of wins (follow-ups with someone they
// were made to), of intakes and of the strategy, then the commitments of the
// business. Wherever it stands, a promise of someone outside the team is the
// business's. In a redacted tracker those name nobody and lie in no record.
func (t *Tracker) Promises() []Made {
	var made []Made
	add := func(m Made) {
		if !m.Promise.Withheld {
			m.Business = m.Business || t.ByBusiness(m.Promise)
			made = append(made, m)
		}
	}
	for _, w := range t.Wins {
		for i := range w.FollowUps {
			if w.FollowUps[i].To != "" {
				add(Made{Promise: &w.FollowUps[i], Win: w})
			}
		}
	}
	for _, in := range t.Intakes {
		for i := range in.Promises {
			add(Made{Promise: &in.Promises[i], Intake: in})
		}
	}
	for _, s := range t.Strategy.Stakeholders {
		for i := range s.Promises {
			add(Made{Promise: &s.Promises[i], Stakeholder: s})
		}
	}
	for _, in := range t.Intakes {
		for i := range in.Commitments {
			add(Made{Promise: &in.Commitments[i], Intake: in, Business: true})
		}
	}
	for i := range t.detached {
		add(Made{Promise: &t.detached[i], Business: true})
	}
	return made
}

// ByBusiness reports whether the promise was made by someone outside the team.
func (t *Tracker) ByBusiness(p *Promise) bool { return p.Who != "" && !t.Who(p.Who).InTeam() }

// judged reports whether a state counts for or against a promise.
func (s PromiseState) judged() bool {
	switch s {
	case PromiseKept, PromiseLate, PromiseMissed, PromiseOverdue, PromiseNotKept:
		return true
	}
	return false
}
