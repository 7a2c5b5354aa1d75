package insight

import "smallwins/internal/tracker"

func promisesDefinition(f *Figures) Definition {
	say, theirs := f.Words.Text, ""
	if f.Tracker.Edition == tracker.LeadersEdition {
		theirs = " " + say("insight.promises.definition.business", "day", f.Promises.BusinessOn, "minimum", f.minimum)
	}
	return Definition{
		ID:         "promises",
		Title:      say("insight.promises.title"),
		Definition: say("insight.promises.definition") + theirs,
		Reason:     say("insight.promises.reason"),
		Limits:     say("insight.promises.limits"),
		NotEnough:  f.fewer(),
		Audience:   say("insight.promises.audience"),
		Decision:   say("insight.promises.decision"),
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
		s.add(f.promiseReceipts(g.group, "promises/"+g.id+"/", p.Business.Merged, f.withheld(&p.Business) && g.group == &p.Business)...)
	}
	for _, g := range []*PromiseGroup{&p.All, &p.Business} {
		for _, one := range g.Released {
			s.Excluded = append(s.Excluded, Excluded{Promise: one, Reason: f.Words.Text("insight.promises.reason.released")})
		}
		for _, one := range g.Open {
			s.Excluded = append(s.Excluded, Excluded{Promise: one, Reason: f.openReason(one)})
		}
	}
	return s
}

// openReason says why an open promise is not judged yet. A promise that is
// counted and not named has no day.
func (f *Figures) openReason(p *Promise) string {
	switch _, named := p.Record(); {
	case !named:
		return f.Words.Text("insight.promises.reason.unnamed")
	case p.Due.IsZero():
		return f.Words.Text("insight.promises.reason.no-day")
	}
	return f.Words.Text("insight.promises.reason.not-due")
}

// promiseReceipts are the numbers of a group. Where one group of an edition holds what
// was not kept in a single count, merged, each group has that count.
func (f *Figures) promiseReceipts(g *PromiseGroup, id string, merged, withheld bool) []Receipt {
	say := f.Words.Text
	type row struct {
		id, label string
		promises  []*Promise
	}
	rows := []row{{"kept", say("insight.promises.kept"), g.Kept}}
	if !g.Merged {
		rows = append(rows, row{"late", say("insight.promises.late"), g.Late}, row{"missed", say("insight.promises.missed"), g.Missed}, row{"overdue", say("insight.promises.overdue"), g.Overdue})
	}
	if merged {
		rows = append(rows, row{"not-kept", say("insight.promises.not-kept"), g.Broken()})
	}
	rows = append(rows, row{"released", say("insight.promises.released"), g.Released}, row{"open", say("insight.promises.not-due"), g.Open})
	receipts := make([]Receipt, len(rows))
	for i, row := range rows {
		label := g.Label + ", " + row.label
		if withheld {
			receipts[i] = unknown(id+row.id, label, say("insight.promises.not-shown"), g.Missing)
			continue
		}
		r := counted(id+row.id, label, nil)
		r.Counted, r.Unnamed = f.ofPromises(row.promises)
		r.N = len(row.promises)
		if row.id == "kept" {
			r.Others, r.UnnamedOthers = f.ofPromises(g.Broken())
			r.D = g.Ratio.D
		}
		receipts[i] = r
	}
	return receipts
}

// ofPromises names promises, and counts those that lie in no record.
func (f *Figures) ofPromises(promises []*Promise) (named []Record, unnamed int) {
	for _, p := range promises {
		r, ok := p.Record()
		if !ok {
			unnamed++
			continue
		}
		r.Note = f.promiseNote(p)
		named = append(named, r)
	}
	return ordered(named), unnamed
}

// promiseNote says what became of the promise, on which day it was due, and when
// it was closed.
func (f *Figures) promiseNote(p *Promise) string {
	due := "due"
	switch {
	case p.Due.IsZero():
		due = "none"
	case !p.Past.IsZero():
		due = "late"
	case p.Moved:
		due = "moved"
	}
	return f.Words.Text("insight.promises.note", "state", string(p.State), "due", due, "day", p.Due, "past", p.Past,
		"closed", whether(!p.Closed.IsZero()), "on", p.Closed)
}
