package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

func chainDefinition(f *Figures) Definition {
	return Definition{
		ID:         "chain",
		Title:      "From wins to outcomes",
		Definition: "The requests that wins grew from, the wins by stage, the priorities that they name, and the outcomes that those priorities feed. A band counts links: a win that names two priorities is in two bands, and a priority that feeds two outcomes carries its wins to both, so a win may count toward more than one outcome. It counts what wins name, whether or not the priority was active on the day of the win; the totals of an outcome and its story count active ones alone. Wins that name an outcome themselves go there directly. Up to its stage every win is counted once; wins that name no request stand together.",
		Reason:     "Small things add up, and the places where they do not are worth seeing.",
		Limits:     "A link is what the author meant a win to serve. It says nothing about how much it did.",
		NotEnough:  "Silent without outcomes, or without a win in the period.",
		Audience:   "Everyone",
		Decision:   "See the whole, and mend what is broken",
	}
}

// chainSheet counts what stands in the chain: stages, bands and outcomes. What
// a priority holds as a whole is with the coverage.
func chainSheet(f *Figures) Sheet {
	c := &f.Chain
	s := Sheet{Definition: chainDefinition(f), Headline: c.Headline(), Missing: c.Missing, Period: &f.Period, Excluded: f.Coverage.Excluded}
	var reaching [][]*tracker.Win
	var reached, all []*tracker.Outcome
	wins := orderedWins(f.Coverage.Wins)
	for i := range c.Board {
		b := &c.Board[i]
		reaching = append(reaching, b.wins())
		all = append(all, b.Outcome)
		if b.Wins > 0 {
			reached = append(reached, b.Outcome)
		}
	}
	s.add(
		outOf("chain/reaching", "Wins that lead to an outcome", orderedWins(distinct(reaching...)), wins),
		outOf("chain/reached", "Outcomes that a win leads to", ofOutcomes(reached), ofOutcomes(all)),
		outOf("chain/unlinked", "Wins that name neither a priority nor an outcome", orderedWins(c.Unlinked), wins))
	origins := c.originReceipts()
	s.add(origins[0])
	for _, st := range ByStage(c.Unlinked, f.Tracker.AsOf) {
		s.add(counted("chain/unlinked-"+stageID(st.Stage), "Wins without a link, "+strings.ToLower(st.Label), f.ofStage(st)))
	}
	for _, st := range stages() {
		s.add(counted("chain/"+stageID(st.Stage), "Linked wins, "+strings.ToLower(st.Label), orderedWins(c.atStage(st.Stage))))
	}
	for _, pc := range f.Coverage.Priorities {
		id, title := "chain/"+idOf(pc.Priority.ID)+"/", quote(pc.Priority.Title)
		for _, st := range pc.Stages {
			s.add(counted(id+stageID(st.Stage), "Wins that name "+title+", "+strings.ToLower(st.Label), f.ofStage(st)))
		}
		through := orderedWins(pc.Wins)
		for _, o := range pc.Outcomes {
			s.add(counted(id+"to/"+idOf(o.ID), "Wins that lead from "+title+" to "+quote(o.Title), through))
		}
	}
	s.add(origins[1:]...)
	for i := range c.Board {
		s.add(f.outcomeReceipts(&c.Board[i])...)
	}
	return s
}

// outcomeReceipts are the wins below one outcome, and those that name it
// themselves. Other words than those of a priority's receipts keep the two
// apart where they share an id.
func (f *Figures) outcomeReceipts(b *BoardOutcome) []Receipt {
	id, title := "chain/"+idOf(b.Outcome.ID)+"/", quote(b.Outcome.Title)
	receipts := []Receipt{counted(id+"below", "Wins that lead to "+title, orderedWins(b.wins()))}
	if len(b.Direct) == 0 {
		return receipts
	}
	receipts = append(receipts, counted(id+"direct", "Wins that name "+title+" themselves", orderedWins(b.Direct)))
	for _, st := range ByStage(b.Direct, f.Tracker.AsOf) {
		receipts = append(receipts, counted(id+"direct/"+stageID(st.Stage), "Wins that name "+title+" themselves, "+strings.ToLower(st.Label), f.ofStage(st)))
	}
	return receipts
}

// wins returns the different wins below the outcome.
func (b *BoardOutcome) wins() []*tracker.Win {
	lists := [][]*tracker.Win{b.Direct}
	for _, p := range b.Priorities {
		lists = append(lists, p.Wins)
	}
	return distinct(lists...)
}

// atStage returns the different wins at a stage that the chain shows.
func (c *Chain) atStage(stage tracker.Stage) []*tracker.Win {
	var lists [][]*tracker.Win
	for _, l := range c.StageLinks {
		if l.Stage == stage {
			lists = append(lists, l.Wins)
		}
	}
	for _, l := range c.DirectLinks {
		if l.Stage == stage {
			lists = append(lists, l.Wins)
		}
	}
	return distinct(lists...)
}

func (f *Figures) ofStage(s StageWins) []Record {
	if s.Stage == "" {
		return f.ofUndone(s.Wins)
	}
	return orderedWins(s.Wins)
}

// distinct returns every win of the lists once.
func distinct(lists ...[]*tracker.Win) []*tracker.Win {
	seen := make(map[*tracker.Win]bool)
	var all []*tracker.Win
	for _, wins := range lists {
		for _, w := range wins {
			if !seen[w] {
				seen[w] = true
				all = append(all, w)
			}
		}
	}
	return all
}
