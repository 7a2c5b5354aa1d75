package insight

import "smallwins/internal/tracker"

func coverageDefinition(f *Figures) Definition {
	return Definition{
		ID:         "coverage",
		Title:      "Where the work goes, and where it is quiet",
		Definition: "The wins of the period that name each priority, and the requests that those wins grew from. A win that names two priorities counts for both. A priority is quiet when its last win is more than " + count(f.Tracker.Strategy.Settings.Windows.QuietAfterDays, "day", "days") + " old; without a win in the period, since the priority or the period began. Wins that came undone are shown and never counted as standing. The calendar marks each day of the period on which a win happened, and counts the calendar months that have one. Wins without a priority are listed and are no fault; wins from before the period are left out and counted." + f.yearSuffix(),
		Reason:     "A priority that nobody works on is easily overlooked.",
		Limits:     "Quiet means that nothing was recorded, not that nothing was done.",
		NotEnough:  "Never silent: a zero is the point.",
		Audience:   "L&D lead",
		Decision:   "Where to put effort",
	}
}

func coverageSheet(f *Figures) Sheet {
	c := &f.Coverage
	s := Sheet{Definition: coverageDefinition(f), Headline: c.Headline(), Missing: c.Missing, Period: &f.Period, Excluded: c.Excluded}
	all := orderedWins(c.Wins)
	s.add(
		f.quietReceipt(),
		outOf("coverage/named", "Wins that name a priority", f.namingWins(), all),
		counted("coverage/links", "Links from a win to a priority", f.linksOf(c.Wins)),
		outOf("coverage/unlinked", "Wins that name no priority", orderedWins(c.Unlinked), all),
		outOf("coverage/inactive", "Priorities not active in the period", ofPriorities(f.inactive()), ofPriorities(f.Tracker.Strategy.Priorities)))
	for _, q := range f.Quarters {
		s.add(counted("coverage/"+quarterID(q), "Wins of "+q.Label(), orderedWins(f.ofQuarter(c.Wins, q))))
	}
	for _, q := range f.Quarters {
		s.add(counted("coverage/unlinked-"+quarterID(q), "Wins of "+q.Label()+" that name no priority", orderedWins(f.ofQuarter(c.Unlinked, q))))
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
			rs[i] = Record{Kind: tracker.KindPriority, ID: pc.Priority.ID, Note: pc.since()}
		}
		return rs
	}
	return outOf("coverage/quiet", "Priorities that have been quiet for more than "+count(f.Coverage.QuietAfter, "day", "days"), records(quiet), records(now))
}

// since says how long a priority has been quiet, and since what.
func (c *PriorityCoverage) since() string {
	if c.LastWin == nil {
		return "no win yet, for " + count(c.QuietDays, "day", "days")
	}
	return "its last win is from " + Day(c.LastWin.Date) + ", " + count(c.QuietDays, "day", "days") + " ago"
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
				links = append(links, Record{Kind: tracker.KindWin, ID: w.ID, Part: part("priorities", i), Note: "names " + quote(p.Title)})
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
	id, title := "coverage/"+idOf(pc.Priority.ID)+"/", quote(pc.Priority.Title)
	wins := orderedWins(pc.Wins)
	receipts := []Receipt{
		outOf(id+"wins", "Wins that name "+title, wins, all),
		outOf(id+"undone", "Wins that name "+title+" and came undone", f.ofUndone(pc.Undone), wins),
		counted(id+"requests", "Requests that the wins of "+title+" grew from", ofIntakes(pc.Intakes)),
		f.silentReceipt(id+"silent", pc),
	}
	if !pc.Ended {
		var last []Record
		if pc.LastWin != nil {
			last = noted(ofWins([]*tracker.Win{pc.LastWin}), "the last win, from "+Day(pc.LastWin.Date))
		}
		receipts = append(receipts, valued(id+"quiet", "How long "+title+" has been quiet", count(pc.QuietDays, "day", "days"), last))
	}
	for _, q := range pc.Quarters {
		receipts = append(receipts, counted(id+quarterID(q.Quarter), "Wins of "+q.Quarter.Label()+" that name "+title, orderedWins(q.Wins)))
	}
	for _, m := range pc.Months {
		if len(m.Wins) > 0 {
			receipts = append(receipts, counted(id+m.First.String()[:len("2026-01")], "Wins of "+m.First.Time().Format("January 2006")+" that name "+title, orderedWins(m.Wins)))
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
	return valued(id, "Months with nothing recorded for "+quote(pc.Priority.Title), share(silent, "month", "months"), noted(ofWins(heard), "of another month"))
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
