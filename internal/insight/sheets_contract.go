package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

func contractDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "contract", Title: say("insight.contract.title"),
		Definition: say("insight.contract.definition"),
		Reason:     say("insight.contract.reason"),
		Limits:     say("insight.contract.limits"),
		NotEnough:  say("insight.contract.not-enough"),
		Audience:   say("insight.contract.audience"), Decision: say("insight.contract.decision"),
	}
}

// contractSheet has the requests by status and, for each request, how many of
// the eight questions are answered, how many of the four marks are held, how
// many of the five parts are the business's, and the wins that grew from it.
// The records behind the middle three are the entries of that request.
func contractSheet(f *Figures) Sheet {
	s, say := Sheet{Definition: contractDefinition(f)}, f.Words.Text
	least := f.Tracker.Strategy.Settings.Thresholds.PartneredAt
	var deep, all []*Contract
	for _, c := range f.Contracts {
		if c.Missing != "" {
			s.Excluded = append(s.Excluded, Excluded{Intake: c.Intake, Reason: f.noAgreement(c.Intake.Status)})
			continue
		}
		all = append(all, c)
		if c.N >= least {
			deep = append(deep, c)
		}
	}
	r := Ratio{len(deep), len(all)}
	s.Headline = say("insight.contract.headline", "n", r.N, "of", r.D, "least", least)
	if r.D == 0 {
		s.Missing = say("insight.contract.none")
		s.Headline = say("insight.not-enough", "missing", s.Missing)
	}
	s.add(outOf("contract/deep", say("insight.contract.receipt.deep", "least", least), f.ofContracts(deep), f.ofContracts(all)))
	s.add(f.statusReceipts()...)
	grew := make(map[*tracker.Intake][]*tracker.Win)
	for _, l := range f.links {
		if l.intake != nil {
			grew[l.intake] = append(grew[l.intake], l.win)
		}
	}
	for _, c := range f.Contracts {
		id, title := "contract/"+idOf(c.Intake.ID)+"/", c.Intake.Title
		if c.Missing == "" {
			there, asked := c.answers(f.Words)
			s.add(outOf(id+"answered", say("insight.contract.receipt.answered", "title", title), there, asked))
		}
		held, marks := c.marks()
		s.add(
			outOf(id+"marks", say("insight.contract.receipt.marks", "title", title), held, marks),
			f.partsReceipt(id+"business", say("insight.contract.receipt.business", "title", title), c),
			counted(id+"grew", say("insight.contract.receipt.grew", "title", title), ofWins(grew[c.Intake])))
	}
	return s
}

// statusReceipts count the requests by where they stand.
func (f *Figures) statusReceipts() []Receipt {
	at := make(map[tracker.Status][]*tracker.Intake)
	for _, in := range f.Tracker.Intakes {
		at[in.Status] = append(at[in.Status], in)
	}
	receipts := make([]Receipt, len(tracker.Statuses.Terms))
	for i, term := range tracker.Statuses.Terms {
		label := f.Words.Text("insight.contract.receipt.status", "status", f.Words.Inside(f.Words.Label(&tracker.Statuses, term.ID)))
		receipts[i] = counted("contract/status-"+term.ID, label, ofIntakes(at[tracker.Status(term.ID)]))
	}
	return receipts
}

// answers names the questions that count as answered, and all eight.
func (c *Contract) answers(words *message.Language) (there, all []Record) {
	for _, a := range c.Answers {
		r := Record{Kind: tracker.KindIntake, ID: c.Intake.ID, Part: a.Question.ID, Note: a.note(words)}
		all = append(all, r)
		if a.Counts() {
			there = append(there, r)
		}
	}
	return there, all
}

// note says what became of the question: "answered, undated".
func (a Answer) note(words *message.Language) string {
	state := words.Inside(words.Label(&AnswerStates, string(a.State)))
	if a.Undated {
		return words.Text("insight.contract.note.undated", "state", state)
	}
	return state
}

// markParts are the keys of the request under which each mark is looked for.
var markParts = map[string]string{"owned": "commitments", "shift": "measure", "reinforcement": "reinforcement", "barrier": "barriers"}

// marks names the marks that are held, and all four.
func (c *Contract) marks() (held, all []Record) {
	for _, m := range c.Marks() {
		r := Record{Kind: tracker.KindIntake, ID: c.Intake.ID, Part: markParts[m.ID], Note: m.Reason}
		all = append(all, r)
		if m.Held {
			held = append(held, r)
		}
	}
	return held, all
}

func gapsDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "gaps", Title: say("insight.gaps.title"),
		Definition: say("insight.gaps.definition"),
		Reason:     say("insight.gaps.reason"),
		Limits:     say("insight.gaps.limits"),
		NotEnough:  f.fewer(),
		Audience:   say("insight.gaps.audience"), Decision: say("insight.gaps.decision"),
	}
}

func gapsSheet(f *Figures) Sheet {
	d := &f.Depth
	s := Sheet{Definition: gapsDefinition(f), Headline: d.Headline(), Missing: d.Missing, Minimum: d.Minimum, Excluded: d.Excluded}
	for i, g := range d.Gaps {
		s.add(g.receipt("gaps/"+g.ID, f.Words.Text("insight.gaps.receipt.question", "question", g.Label), func(in *tracker.Intake) string { return f.contracts[in].Answers[i].note(f.Words) }))
	}
	for i, g := range d.Marks {
		s.add(g.receipt("gaps/mark-"+g.ID, f.Words.Text("insight.gaps.receipt.mark", "mark", g.Label), func(in *tracker.Intake) string { return f.contracts[in].Marks()[i].Reason }))
	}
	return s
}

func (g Gap) receipt(id, label string, note func(*tracker.Intake) string) Receipt {
	with, without := notedBy(g.With, note), notedBy(g.Without, note)
	return outOf(id, label, with, append(with, without...))
}

// notedBy names intakes, each with a note of its own.
func notedBy(intakes []*tracker.Intake, note func(*tracker.Intake) string) []Record {
	records := ofIntakes(intakes)
	for i, in := range intakes {
		records[i].Note = note(in)
	}
	return records
}
