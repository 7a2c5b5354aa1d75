package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

// relation is what the records hold about L&D and one stakeholder: what the
// insights on stakeholders are all worked out from.
type relation struct {
	who      *tracker.Stakeholder
	intakes  []*tracker.Intake // asked for by them, in the order of the tracker
	promises []*PartyPromise   // between L&D and them
}

// PartyPromise is one promise between L&D and a stakeholder. It is listed and
// never counted by person (insights: "Promises", "Leader brief").
type PartyPromise struct {
	tracker.Made
	Record Record               // where it stands
	State  tracker.PromiseState // on the day of the report; "" where this edition does not hold it
	Due    tracker.Date         // the day that counts, after moves; zero when it has none
	On     tracker.Date         // the day that it was settled, else the one that counts; zero when neither is known
}

// relations sorts intakes and promises by stakeholder, in the order of the
// strategy, in one pass over each.
func (f *Figures) relations() []*relation {
	t := f.Tracker
	of := make(map[*tracker.Stakeholder]*relation, len(t.Strategy.Stakeholders))
	all := make([]*relation, 0, len(t.Strategy.Stakeholders))
	for _, s := range t.Strategy.Stakeholders {
		r := &relation{who: s}
		of[s] = r
		all = append(all, r)
	}
	for _, in := range t.Intakes {
		if r := of[t.Who(in.Stakeholder).Stakeholder]; r != nil {
			r.intakes = append(r.intakes, in)
		}
	}
	f.eachPromise(func(m tracker.Made, at Record) {
		if r := of[f.otherParty(m)]; r != nil {
			r.promises = append(r.promises, f.partyPromise(m, at))
		}
	})
	return all
}

// eachPromise walks over the promises where they stand, withheld ones too.
// Tracker.Promises leaves those out, and says of none which part of its record
// it is.
func (f *Figures) eachPromise(visit func(tracker.Made, Record)) {
	t := f.Tracker
	walk := func(ps []tracker.Promise, at Record, field string, m tracker.Made) {
		for i := range ps {
			m.Promise = &ps[i]
			one := m
			one.Business = m.Business || t.ByBusiness(m.Promise)
			at.Part = part(field, i)
			if field != "follow_ups" || ps[i].To != "" {
				visit(one, at)
			}
		}
	}
	for _, w := range t.Wins {
		walk(w.FollowUps, Record{Kind: tracker.KindWin, ID: w.ID}, "follow_ups", tracker.Made{Win: w})
	}
	for _, in := range t.Intakes {
		at := Record{Kind: tracker.KindIntake, ID: in.ID}
		walk(in.Promises, at, "promises", tracker.Made{Intake: in})
		walk(in.Commitments, at, "commitments", tracker.Made{Intake: in, Business: true})
	}
	for _, s := range t.Strategy.Stakeholders {
		walk(s.Promises, Record{Kind: tracker.KindStakeholder, ID: s.ID}, "promises", tracker.Made{Stakeholder: s})
	}
}

// otherParty returns the stakeholder on the other side of a promise: whom L&D
// made it to, or who in the business made it. Where the promise names nobody,
// or someone outside L&D who is no stakeholder, it is the stakeholder of the
// record that it stands in.
func (f *Figures) otherParty(m tracker.Made) *tracker.Stakeholder {
	t := f.Tracker
	home := m.Stakeholder
	switch {
	case m.Intake != nil:
		home = t.Who(m.Intake.Stakeholder).Stakeholder
	case m.Win != nil:
		if in := t.Intake(m.Win.Intake); in != nil {
			home = t.Who(in.Stakeholder).Stakeholder
		}
	}
	named := m.Promise.To
	if m.Business {
		named = m.Promise.Who
	}
	if named == "" {
		return home
	}
	switch party := t.Who(named); {
	case party.Stakeholder != nil:
		return party.Stakeholder
	case party.InTeam():
		return nil
	}
	return home
}

func (f *Figures) partyPromise(m tracker.Made, at Record) *PartyPromise {
	asOf := f.Tracker.AsOf
	p := &PartyPromise{Made: m, Record: at, State: m.Promise.StateAt(asOf), Due: m.Promise.JudgedBy(asOf)}
	p.On = p.Due
	if c := m.Promise.Closed; !c.IsZero() && c <= asOf {
		p.On = c
	}
	return p
}

// met returns the days of the touchpoints that had taken place by the day of
// the report, oldest first, and whether some touchpoint is undated.
func (f *Figures) met(s *tracker.Stakeholder) (days []tracker.Date, undated bool) {
	for _, p := range s.Touchpoints {
		switch {
		case p.Date.IsZero():
			undated = true
		case p.Date <= f.Tracker.AsOf:
			days = append(days, p.Date)
		}
	}
	slices.Sort(days)
	return days, undated
}

// ofStakeholder names a stakeholder as the record behind a number.
func ofStakeholder(s *tracker.Stakeholder, note string) Record {
	return Record{Kind: tracker.KindStakeholder, ID: s.ID, Note: note}
}
