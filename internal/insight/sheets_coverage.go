package insight

import "smallwins/internal/tracker"

func coverageDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "coverage",
		Title:      say("insight.coverage.title"),
		Definition: say("insight.coverage.definition", "days", f.Tracker.Strategy.Settings.Windows.QuietAfterDays) + f.yearSuffix(),
		Reason:     say("insight.coverage.reason"),
		Limits:     say("insight.coverage.limits"),
		NotEnough:  say("insight.coverage.not-enough"),
		Audience:   say("insight.coverage.audience"),
		Decision:   say("insight.coverage.decision"),
	}
}

func coverageSheet(f *Figures) Sheet {
	c := &f.Coverage
	s := Sheet{Definition: coverageDefinition(f), Headline: c.Headline(), Missing: c.Missing, Period: &f.Period, Excluded: c.Excluded}
	all, say := orderedWins(c.Wins), f.Words.Text
	s.add(
		f.quietReceipt(),
		outOf("coverage/named", say("insight.coverage.receipt.named"), f.namingWins(), all),
		counted("coverage/links", say("insight.coverage.receipt.links"), f.linksOf(c.Wins)),
		outOf("coverage/unlinked", say("insight.coverage.receipt.unlinked"), orderedWins(c.Unlinked), all),
		outOf("coverage/inactive", say("insight.coverage.receipt.inactive"), ofPriorities(f.inactive()), ofPriorities(f.Tracker.Strategy.Priorities)))
	for _, q := range f.Quarters {
		s.add(counted("coverage/"+quarterID(q), say("insight.coverage.receipt.quarter", "quarter", q), orderedWins(f.ofQuarter(c.Wins, q))))
	}
	for _, q := range f.Quarters {
		s.add(counted("coverage/unlinked-"+quarterID(q), say("insight.coverage.receipt.quarter-unlinked", "quarter", q), orderedWins(f.ofQuarter(c.Unlinked, q))))
	}
	for _, pc := range c.Priorities {
		s.add(f.priorityReceipts(pc, all)...)
	}
	return s
}

func (f *Figures) quietReceipt() Receipt {
	now, quiet := f.Coverage.Now()
	records := func(priorities []*PriorityCoverage) []Record {
		rs := make([]Record, len(priorities))
		for i, pc := range priorities {
			rs[i] = Record{Kind: tracker.KindPriority, ID: pc.Priority.ID, Note: f.quietSince(pc)}
		}
		return rs
	}
	return outOf("coverage/quiet", f.Words.Text("insight.coverage.receipt.quiet", "days", f.Coverage.QuietAfter), records(quiet), records(now))
}

// quietSince says how long a priority has been quiet, and since what.
func (f *Figures) quietSince(c *PriorityCoverage) string {
	if c.LastWin == nil {
		return f.Words.Text("insight.coverage.note.no-win", "days", c.QuietDays)
	}
	return f.Words.Text("insight.coverage.note.quiet", "day", c.LastWin.Date, "days", c.QuietDays)
}

func (f *Figures) inactive() []*tracker.Priority {
	in := make(map[*tracker.Priority]bool, len(f.Coverage.Priorities))
	for _, pc := range f.Coverage.Priorities {
		in[pc.Priority] = true
	}
	var out []*tracker.Priority
	for _, p := range f.Tracker.Strategy.Priorities {
		if !in[p] {
			out = append(out, p)
		}
	}
	return out
}

func (f *Figures) namingWins() []Record {
	none := make(map[*tracker.Win]bool, len(f.Coverage.Unlinked))
	for _, w := range f.Coverage.Unlinked {
		none[w] = true
	}
	var naming []*tracker.Win
	for _, w := range f.Coverage.Wins {
		if !none[w] {
			naming = append(naming, w)
		}
	}
	return orderedWins(naming)
}

// linksOf names each link by its place in the win that makes it.
func (f *Figures) linksOf(wins []*tracker.Win) []Record {
	var links []Record
	for _, w := range wins {
		seen := make(map[*tracker.Priority]bool, len(w.Priorities))
		for i, id := range w.Priorities {
			if p := f.Tracker.Priority(id); p != nil && !seen[p] {
				seen[p] = true
				links = append(links, Record{Kind: tracker.KindWin, ID: w.ID, Part: part("priorities", i), Note: f.Words.Text("insight.coverage.note.names", "title", p.Title)})
			}
		}
	}
	return links
}

func (f *Figures) ofQuarter(wins []*tracker.Win, q tracker.Quarter) []*tracker.Win {
	var of []*tracker.Win
	for _, w := range wins {
		if f.Tracker.Quarter(w.Date) == q {
			of = append(of, w)
		}
	}
	return of
}

// priorityReceipts are the numbers of one priority. A month with nothing
// recorded has no receipt of its own: "silent" counts those.
func (f *Figures) priorityReceipts(pc *PriorityCoverage, all []Record) []Receipt {
	id, title, say := "coverage/"+idOf(pc.Priority.ID)+"/", pc.Priority.Title, f.Words.Text
	wins := orderedWins(pc.Wins)
	receipts := []Receipt{
		outOf(id+"wins", say("insight.coverage.receipt.wins", "title", title), wins, all),
		outOf(id+"undone", say("insight.coverage.receipt.undone", "title", title), f.ofUndone(pc.Undone), wins),
		counted(id+"requests", say("insight.coverage.receipt.requests", "title", title), ofIntakes(pc.Intakes)),
		f.silentReceipt(id+"silent", pc),
	}
	if !pc.Ended {
		var last []Record
		if pc.LastWin != nil {
			last = noted(ofWins([]*tracker.Win{pc.LastWin}), say("insight.coverage.note.last", "day", pc.LastWin.Date))
		}
		receipts = append(receipts, valued(id+"quiet", say("insight.coverage.receipt.how-long", "title", title), say("insight.days", "n", pc.QuietDays), last))
	}
	for _, q := range pc.Quarters {
		receipts = append(receipts, counted(id+quarterID(q.Quarter), say("insight.coverage.receipt.priority-quarter", "quarter", q.Quarter, "title", title), orderedWins(q.Wins)))
	}
	for _, m := range pc.Months {
		if len(m.Wins) > 0 {
			receipts = append(receipts, counted(id+m.First.String()[:len("2026-01")], say("insight.coverage.receipt.priority-month", "month", f.Words.Month(m.First), "title", title), orderedWins(m.Wins)))
		}
	}
	return receipts
}

// silentReceipt counts the months without a win, of those in which it was a
// priority on any day. Behind it stand the wins of the other months.
func (f *Figures) silentReceipt(id string, pc *PriorityCoverage) Receipt {
	var silent Ratio
	var heard []*tracker.Win
	for _, m := range pc.Months {
		before := m.First.NextMonth() <= pc.Priority.From
		ended := !pc.Priority.To.IsZero() && m.First > pc.Priority.To
		silent.D += one(!before && !ended)
		silent.N += one(!before && !ended && len(m.Wins) == 0)
		heard = append(heard, m.Wins...)
	}
	return valued(id, f.Words.Text("insight.coverage.receipt.silent", "title", pc.Priority.Title),
		f.Words.Text("insight.months", "n", silent.N, "of", silent.D), noted(ofWins(heard), f.Words.Text("insight.coverage.note.other-month")))
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
