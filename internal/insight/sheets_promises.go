package insight

import "smallwins/internal/tracker"

func promisesDefinition(f *Figures) Definition {
	theirs := ""
	if f.Tracker.Edition == tracker.LeadersEdition {
		theirs = " Here these are counted and not named, as they stood on " + Day(f.Promises.BusinessOn) + ", the end of the last quarter that is over; late, missed and overdue are one number, “not kept on the day”; and they are shown only where at least " + Count(f.minimum) + " had come due and no reader can work out from the count who did not keep one."
	}
	return Definition{
		ID:         "promises",
		Title:      "Keeping our word",
		Definition: "Promises kept, out of those kept, late, missed or overdue. Those of wins are the follow-ups that name whom they were made to. Where the record says what became of a promise, that stands; else the days tell. A promise that was moved is judged on the new day; one that was moved only after the old day had passed counts as late once it is done, and until then as the new day tells. Promises that the other party released, and those not yet due or without a day, are left out and listed. Small and big ones apart, small where nothing is said; those made by the business apart from ours, wherever they stand." + theirs,
		Reason:     "Trust with small promises comes before trust with big ones.",
		Limits:     "It covers the promises that were written down, as a team and never by person.",
		NotEnough:  f.fewer(),
		Audience:   "L&D lead",
		Decision:   "How to protect trust",
	}
}

// promisesSheet counts promises by what became of them. What a promise of the
// business became is not told to leaders by name: those are counted and not
// named, or where there are too few, not shown at all.
func promisesSheet(f *Figures) Sheet {
	p := &f.Promises
	s := Sheet{Definition: promisesDefinition(f), Headline: p.Headline(), Missing: p.Missing, Minimum: p.Minimum}
	for _, g := range []struct {
		id    string
		group *PromiseGroup
	}{{"small", &p.Small}, {"big", &p.Big}, {"all", &p.All}, {"business", &p.Business}} {
		s.add(g.group.receipts("promises/"+g.id+"/", p.Business.Merged, f.withheld(&p.Business) && g.group == &p.Business)...)
	}
	for _, g := range []*PromiseGroup{&p.All, &p.Business} {
		for _, one := range g.Released {
			s.Excluded = append(s.Excluded, Excluded{Promise: one, Reason: "released by the other party"})
		}
		for _, one := range g.Open {
			s.Excluded = append(s.Excluded, Excluded{Promise: one, Reason: one.openReason()})
		}
	}
	return s
}

// openReason says why an open promise is not judged yet. A promise that is
// counted and not named has no day.
func (p *Promise) openReason() string {
	switch _, named := p.Record(); {
	case !named:
		return "not due by then, or without a day"
	case p.Due.IsZero():
		return "without a day"
	}
	return "not yet due"
}

// receipts are the numbers of a group. Where one group of an edition holds what
// was not kept in a single count, merged, each group has that count.
func (g *PromiseGroup) receipts(id string, merged, withheld bool) []Receipt {
	type row struct {
		id, label string
		promises  []*Promise
	}
	rows := []row{{"kept", "kept", g.Kept}}
	if !g.Merged {
		rows = append(rows, row{"late", "late", g.Late}, row{"missed", "missed", g.Missed}, row{"overdue", "past their day", g.Overdue})
	}
	if merged {
		rows = append(rows, row{"not-kept", "not kept on the day", g.Broken()})
	}
	rows = append(rows, row{"released", "released", g.Released}, row{"open", "not due", g.Open})
	receipts := make([]Receipt, len(rows))
	for i, row := range rows {
		label := g.Label + ", " + row.label
		if withheld {
			receipts[i] = unknown(id+row.id, label, "not shown", g.Missing)
			continue
		}
		r := counted(id+row.id, label, nil)
		r.Counted, r.Unnamed = ofPromises(row.promises)
		r.N = len(row.promises)
		r.Text = Count(r.N)
		if row.id == "kept" {
			r.Others, r.UnnamedOthers = ofPromises(g.Broken())
			r.D, r.Text = g.Ratio.D, g.Ratio.String()
		}
		receipts[i] = r
	}
	return receipts
}

// ofPromises names promises, and counts those that lie in no record.
func ofPromises(promises []*Promise) (named []Record, unnamed int) {
	for _, p := range promises {
		r, ok := p.Record()
		if !ok {
			unnamed++
			continue
		}
		r.Note = p.note()
		named = append(named, r)
	}
	return ordered(named), unnamed
}

// note says what became of the promise, on which day it was due, and when it was
// closed.
func (p *Promise) note() string {
	note := map[tracker.PromiseState]string{
		tracker.PromiseKept: "kept", tracker.PromiseLate: "late", tracker.PromiseMissed: "missed",
		tracker.PromiseOverdue: "past its day", tracker.PromiseReleased: "released",
	}[p.State]
	if note == "" {
		note = "open"
	}
	switch {
	case p.Due.IsZero():
		note += ", without a day"
	case !p.Past.IsZero():
		note += ", due on " + Day(p.Due) + ", to which it was moved after " + Day(p.Past) + " had passed"
	case p.Moved:
		note += ", due on " + Day(p.Due) + ", to which it was moved"
	default:
		note += ", due on " + Day(p.Due)
	}
	if !p.Closed.IsZero() {
		note += ", closed on " + Day(p.Closed)
	}
	return note
}
