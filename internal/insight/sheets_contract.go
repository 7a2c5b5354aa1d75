package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

func contractDefinition(f *Figures) Definition {
	return Definition{
		ID:         "contract",
		Title:      "How deep a contract goes",
		Definition: "How many of the eight contract questions are answered, and which of the four marks are held: someone in the business has taken a part, with an action and a day; there is a measurable shift in behaviour or results, with a baseline and a target; somebody will reinforce it, with what and when; what is in the way has an owner in the business, or somebody looked and found nothing. An answer from after the agreement does not count and is shown as added afterwards; an answer without a date counts and is marked undated. Beside them stand all requests by where they are, the wins that grew from each, and how many of the five parts of the change the business holds: to lead it takes an action and a day; to reinforce it, or to remove what is in the way, a name; to build and to measure are ours.",
		Reason:     "It shows which conversation to hold next.",
		Limits:     "It counts answers. Only reading them says whether they are good.",
		NotEnough:  "Silent while a request is still at “requested”.",
		Audience:   "Partners in L&D",
		Decision:   "The next question",
	}
}

// contractSheet has the requests by status and, for each request, how many of
// the eight questions are answered, how many of the four marks are held, how
// many of the five parts are the business's, and the wins that grew from it.
// The records behind the middle three are the entries of that request.
func contractSheet(f *Figures) Sheet {
	s := Sheet{Definition: contractDefinition(f)}
	least := f.Tracker.Strategy.Settings.Thresholds.PartneredAt
	var deep, all []*Contract
	for _, c := range f.Contracts {
		if c.Missing != "" {
			s.Excluded = append(s.Excluded, Excluded{Intake: c.Intake, Reason: noAgreement(c.Intake.Status)})
			continue
		}
		all = append(all, c)
		if c.N >= least {
			deep = append(deep, c)
		}
	}
	r := Ratio{len(deep), len(all)}
	of := "of the eight questions answered"
	s.Headline = share(r, "request", "requests") + " " + verb(r, "has", "have") + " at least " + Count(least) + " " + of
	if r.D == 0 {
		s.Missing = "no request has gone beyond “requested”"
		s.Headline = notEnough(s.Missing)
	}
	s.add(outOf("contract/deep", "Requests with at least "+Count(least)+" "+of, f.ofContracts(deep), f.ofContracts(all)))
	s.add(f.statusReceipts()...)
	grew := make(map[*tracker.Intake][]*tracker.Win)
	for _, l := range f.links {
		if l.intake != nil {
			grew[l.intake] = append(grew[l.intake], l.win)
		}
	}
	for _, c := range f.Contracts {
		id, title := "contract/"+idOf(c.Intake.ID)+"/", quote(c.Intake.Title)
		if c.Missing == "" {
			there, asked := c.answers()
			s.add(outOf(id+"answered", "Questions answered for "+title, there, asked))
		}
		held, marks := c.marks()
		s.add(
			outOf(id+"marks", "Marks of a shared contract for "+title, held, marks),
			f.partsReceipt(id+"business", "Parts of the change that the business holds in "+title, c),
			counted(id+"grew", "Wins that grew from "+title, ofWins(grew[c.Intake])))
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
		receipts[i] = counted("contract/status-"+term.ID, "Requests at "+quote(strings.ToLower(term.Label)), ofIntakes(at[tracker.Status(term.ID)]))
	}
	return receipts
}

// answers names the questions that count as answered, and all eight.
func (c *Contract) answers() (there, all []Record) {
	for _, a := range c.Answers {
		r := Record{Kind: tracker.KindIntake, ID: c.Intake.ID, Part: a.Question.ID, Note: a.note()}
		all = append(all, r)
		if a.Counts() {
			there = append(there, r)
		}
	}
	return there, all
}

// note says what became of the question: "answered, undated".
func (a Answer) note() string {
	note := strings.ToLower(a.State.Label())
	if a.Undated {
		note += ", undated"
	}
	return note
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
	return Definition{
		ID:         "gaps",
		Title:      "What our contracts lack",
		Definition: "For each of the eight questions and the four marks: requests that have it, out of the requests that were agreed, are being built, were delivered or evaluated.",
		Reason:     "What is left out again and again can be practised.",
		Limits:     "Some requests need less than others.",
		NotEnough:  f.fewer(),
		Audience:   "L&D lead",
		Decision:   "What to practise",
	}
}

func gapsSheet(f *Figures) Sheet {
	d := &f.Depth
	s := Sheet{Definition: gapsDefinition(f), Headline: d.Headline(), Missing: d.Missing, Minimum: d.Minimum, Excluded: d.Excluded}
	for i, g := range d.Gaps {
		s.add(g.receipt("gaps/"+g.ID, "Question "+quote(g.Label)+" answered", func(in *tracker.Intake) string { return f.contracts[in].Answers[i].note() }))
	}
	for i, g := range d.Marks {
		s.add(g.receipt("gaps/mark-"+g.ID, "Mark "+quote(g.Label)+" held", func(in *tracker.Intake) string { return f.contracts[in].Marks()[i].Reason }))
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
