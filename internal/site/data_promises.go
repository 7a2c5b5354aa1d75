package site

import (
	"strings"

	"smallwins/internal/tracker"
)

// tablePromises are the promises that this edition may hold, wherever they
// stand.
func (b *builder) tablePromises() *dataset {
	type row struct {
		kind     tracker.Kind
		id       string
		business bool
		promise  *tracker.Promise
	}
	var rows []row
	add := func(kind tracker.Kind, id tracker.ID, business bool, promises []tracker.Promise) {
		for i := range promises {
			rows = append(rows, row{kind, string(id), business, &promises[i]})
		}
	}
	for _, w := range b.t.Wins {
		add(tracker.KindWin, w.ID, false, w.FollowUps)
	}
	for _, in := range b.t.Intakes {
		add(tracker.KindIntake, in.ID, false, in.Promises)
		add(tracker.KindIntake, in.ID, true, in.Commitments)
	}
	for _, s := range b.t.Strategy.Stakeholders {
		add(tracker.KindStakeholder, s.ID, false, s.Promises)
	}
	states := []tracker.PromiseState{tracker.PromiseOpen, tracker.PromiseOverdue, tracker.PromiseKept, tracker.PromiseLate, tracker.PromiseMissed, tracker.PromiseReleased}
	return &dataset{
		id: "promises-made", title: "Tasks and promises",
		about: "What L&D said that it would do, and what the business did: the follow-ups of wins, the promises of requests, and those of the strategy.",
		columns: []column{
			{"kind", "Stands in", textType, "“win”, “intake” or “stakeholder”."},
			{"id", "Id", textType, "Of that record, or of the stakeholder."},
			{"side", "Side", textType, "“L&D” or “business”."},
			{"what", "What", textType, ""},
			{"who", "Who", textType, "In the leaders’ edition of the business alone: L&D keeps or misses a promise together."},
			{"to", "To", textType, "Without it, it is a task."},
			{"by", "By", dateType, "As it was first said."},
			{"due", "Due", dateType, "The day that counts, after both sides agreed on another."},
			{"size", "Size", textType, terms(&tracker.Sizes)},
			{"state", "State", textType, "One of " + joined(states) + "; empty where this edition does not say."},
			{"closed", "Closed", dateType, ""},
		},
		rows: each(rows, func(r row) []value {
			p := r.promise
			side, closed := "L&D", p.Closed
			if r.business || b.t.ByBusiness(p) {
				side = "business"
			}
			if closed > b.t.AsOf {
				closed = 0
			}
			return []value{string(r.kind), r.id, side, p.What, b.person(p.Who), b.person(p.To), p.By, p.DueAt(b.t.AsOf), string(p.SizeOr()), string(p.StateAt(b.t.AsOf)), closed}
		}),
	}
}

func joined(states []tracker.PromiseState) string {
	texts := make([]string, len(states))
	for i, s := range states {
		texts[i] = string(s)
	}
	return strings.Join(texts, ", ")
}
