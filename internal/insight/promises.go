package insight

import (
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Promises is whether promises are kept (insights: "Promises"): those of L&D,
// small and big apart, and those of the business. It is never broken down by
// person.
type Promises struct {
	All, Small, Big PromiseGroup // L&D's own
	Business        PromiseGroup // made by the business; in the leaders' edition its promises name nobody, and are as of BusinessOn
	BusinessOn      tracker.Date // the day of the report or, in the leaders' edition, the end of the last quarter that is over
	Minimum         int
	Missing         string

	words *message.Language
}

// Promise is one promise as of the day of the report.
type Promise struct {
	tracker.Made
	State  tracker.PromiseState // kept, late, missed, overdue, not-kept, released or open
	Due    tracker.Date         // the day that counts, after moves; zero when it has none
	Moved  bool                 // the day was moved
	Closed tracker.Date         // zero where it was not closed by the day of the report
	Past   tracker.Date         // the day that had passed when it was moved; zero where it was moved in time
}

// Record names the record that holds the promise, and where in it. It is false
// for a promise that lies in no record: see tracker.Tracker.Redacted.
func (p *Promise) Record() (Record, bool) {
	find := func(kind tracker.Kind, id tracker.ID, list string, promises []tracker.Promise) (Record, bool) {
		for i := range promises {
			if &promises[i] == p.Promise {
				return Record{Kind: kind, ID: id, Part: part(list, i)}, true
			}
		}
		return Record{}, false
	}
	switch {
	case p.Win != nil:
		return find(tracker.KindWin, p.Win.ID, "follow_ups", p.Win.FollowUps)
	case p.Intake != nil:
		if r, ok := find(tracker.KindIntake, p.Intake.ID, "commitments", p.Intake.Commitments); ok {
			return r, true
		}
		return find(tracker.KindIntake, p.Intake.ID, "promises", p.Intake.Promises)
	case p.Stakeholder != nil:
		return find(tracker.KindStakeholder, p.Stakeholder.ID, "promises", p.Stakeholder.Promises)
	}
	return Record{}, false
}

// PromiseGroup is promises by what became of them.
type PromiseGroup struct {
	Label    string // "Small promises"
	Kept     []*Promise
	Late     []*Promise
	Missed   []*Promise
	Overdue  []*Promise
	NotKept  []*Promise // late, missed or overdue, where Merged
	Merged   bool       // this edition does not tell late, missed and overdue apart: see tracker.Redacted
	Released []*Promise // not counted: the other party no longer needs it
	Open     []*Promise // not counted: not yet due, or without a day
	Ratio    Ratio      // kept / (kept + late + missed + overdue), NotKept included
	Missing  string
}

func (f *Figures) promises() Promises {
	p := Promises{
		Minimum:  f.minimum,
		All:      PromiseGroup{Label: f.Words.Text("insight.promises.all")},
		Small:    PromiseGroup{Label: f.Words.Text("insight.promises.small")},
		Big:      PromiseGroup{Label: f.Words.Text("insight.promises.big")},
		Business: PromiseGroup{Label: f.Words.Text("insight.promises.business")},
		words:    f.Words,
	}
	asOf := f.Tracker.AsOf
	p.BusinessOn = asOf
	if f.Tracker.Edition == tracker.LeadersEdition {
		p.BusinessOn = f.Tracker.DetachedOn()
	}
	for _, made := range f.Tracker.Promises() {
		one := &Promise{Made: made, State: made.Promise.StateAt(asOf), Due: made.Promise.JudgedBy(asOf), Past: made.Promise.MovedPast(asOf)}
		one.Moved = one.Due != made.Promise.By
		if made.Promise.Closed <= asOf {
			one.Closed = made.Promise.Closed
		}
		switch {
		case made.Business:
			p.Business.add(one)
			continue
		case made.Promise.SizeOr() == tracker.Big:
			p.Big.add(one)
		default:
			p.Small.add(one)
		}
		p.All.add(one)
	}
	for _, g := range []*PromiseGroup{&p.All, &p.Small, &p.Big, &p.Business} {
		if g.Ratio.D < f.minimum {
			g.Missing = f.Words.Text("insight.promises.needs", "have", g.Ratio.D, "minimum", f.minimum)
		}
	}
	p.Business.Merged = f.Tracker.Edition == tracker.LeadersEdition
	if f.withheld(&p.Business) {
		p.Business.Missing = f.Words.Text("insight.promises.withheld")
	}
	p.Missing = p.All.Missing
	return p
}

// withheld reports whether what became of the promises of the business is not
// for this edition, so that their counts say nothing.
func (f *Figures) withheld(business *PromiseGroup) bool {
	return f.Tracker.Edition == tracker.LeadersEdition && business.Total() == 0
}

func (g *PromiseGroup) add(p *Promise) {
	switch p.State {
	case tracker.PromiseKept:
		g.Kept = append(g.Kept, p)
		g.Ratio.N++
	case tracker.PromiseLate:
		g.Late = append(g.Late, p)
	case tracker.PromiseMissed:
		g.Missed = append(g.Missed, p)
	case tracker.PromiseOverdue:
		g.Overdue = append(g.Overdue, p)
	case tracker.PromiseNotKept:
		g.NotKept = append(g.NotKept, p)
	case tracker.PromiseReleased:
		g.Released = append(g.Released, p)
		return
	default:
		g.Open = append(g.Open, p)
		return
	}
	g.Ratio.D++
}

// Broken lists the promises that count and were not kept on their day.
func (g *PromiseGroup) Broken() []*Promise {
	return slices.Concat(g.Late, g.Missed, g.Overdue, g.NotKept)
}

// Total returns how many promises there are, counted or not.
func (g *PromiseGroup) Total() int { return g.Ratio.D + len(g.Released) + len(g.Open) }

// Headline puts small promises first: trust starts with them.
func (p *Promises) Headline() string {
	if p.Missing != "" {
		return p.words.Text("insight.not-enough", "missing", p.Missing)
	}
	small, big := p.Small.Ratio, p.Big.Ratio
	switch {
	case big.D == 0:
		return p.words.Text("insight.promises.headline.small", "small", small.In(p.words), "of", small.D)
	case small.D == 0:
		return p.words.Text("insight.promises.headline.big", "big", big.In(p.words), "of", big.D)
	}
	return p.words.Text("insight.promises.headline", "small", small.In(p.words), "ofSmall", small.D, "big", big.In(p.words), "ofBig", big.D)
}
