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
	say := b.words.Text
	states := []tracker.PromiseState{tracker.PromiseOpen, tracker.PromiseOverdue, tracker.PromiseKept, tracker.PromiseLate, tracker.PromiseMissed, tracker.PromiseReleased}
	return &dataset{
		id: "promises-made", title: say("data.promises"),
		about: say("data.promises.about"),
		columns: []column{
			{"kind", say("data.promises.kind"), textType, say("data.promises.kind.about")},
			{"id", say("data.id"), textType, say("data.promises.id.about")},
			{"side", say("data.promises.side"), textType, say("data.promises.side.about")},
			{"what", say("data.promises.what"), textType, ""},
			{"who", say("data.promises.who"), textType, say("data.promises.who.about")},
			{"to", say("data.promises.to"), textType, say("data.promises.to.about")},
			{"by", say("data.promises.by"), dateType, say("data.promises.by.about")},
			{"due", say("data.promises.due"), dateType, say("data.promises.due.about")},
			{"size", say("data.promises.size"), textType, b.oneOf(&tracker.Sizes)},
			{"state", say("data.promises.state"), textType, say("data.promises.state.about", "values", joined(states))},
			{"closed", say("data.promises.closed"), dateType, ""},
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
