package insight

import "smallwins/internal/tracker"

func chainDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "chain", Title: say("insight.chain.title"),
		Definition: say("insight.chain.definition"),
		Reason:     say("insight.chain.reason"),
		Limits:     say("insight.chain.limits"),
		NotEnough:  say("insight.chain.not-enough"),
		Audience:   say("insight.chain.audience"), Decision: say("insight.chain.decision"),
	}
}

// chainSheet counts what stands in the chain: stages, bands and outcomes. What
// a priority holds as a whole is with the coverage.
func chainSheet(f *Figures) Sheet {
	c, say, inside := &f.Chain, f.Words.Text, f.Words.Inside
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
		outOf("chain/reaching", say("insight.chain.receipt.reaching"), orderedWins(distinct(reaching...)), wins),
		outOf("chain/reached", say("insight.chain.receipt.reached"), ofOutcomes(reached), ofOutcomes(all)),
		outOf("chain/unlinked", say("insight.chain.receipt.unlinked"), orderedWins(c.Unlinked), wins))
	origins := c.originReceipts()
	s.add(origins[0])
	for _, st := range f.ByStage(c.Unlinked) {
		s.add(counted("chain/unlinked-"+stageID(st.Stage), say("insight.chain.receipt.unlinked-stage", "stage", inside(st.Label)), f.ofStage(st)))
	}
	for _, st := range f.stages() {
		s.add(counted("chain/"+stageID(st.Stage), say("insight.chain.receipt.linked-stage", "stage", inside(st.Label)), orderedWins(c.atStage(st.Stage))))
	}
	for _, pc := range f.Coverage.Priorities {
		id, title := "chain/"+idOf(pc.Priority.ID)+"/", pc.Priority.Title
		for _, st := range pc.Stages {
			s.add(counted(id+stageID(st.Stage), say("insight.chain.receipt.naming", "title", title, "stage", inside(st.Label)), f.ofStage(st)))
		}
		through := orderedWins(pc.Wins)
		for _, o := range pc.Outcomes {
			s.add(counted(id+"to/"+idOf(o.ID), say("insight.chain.receipt.through", "title", title, "outcome", o.Title), through))
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
	id, title, say := "chain/"+idOf(b.Outcome.ID)+"/", b.Outcome.Title, f.Words.Text
	receipts := []Receipt{counted(id+"below", say("insight.chain.receipt.below", "title", title), orderedWins(b.wins()))}
	if len(b.Direct) == 0 {
		return receipts
	}
	receipts = append(receipts, counted(id+"direct", say("insight.chain.receipt.direct", "title", title), orderedWins(b.Direct)))
	for _, st := range f.ByStage(b.Direct) {
		receipts = append(receipts, counted(id+"direct/"+stageID(st.Stage), say("insight.chain.receipt.direct-stage", "title", title, "stage", f.Words.Inside(st.Label)), f.ofStage(st)))
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
