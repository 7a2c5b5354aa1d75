package site

import (
	"html/template"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// questionView is one question of the contract. Open says plainly what became
// of it where there is no answer: "not asked yet" is not "no answer yet".
type questionView struct {
	Question string
	HTML     template.HTML
	Open     string
	When     string
}

// ownerRow is one part of a change and who has it. Open stands on a side that
// has nobody: "nobody", or "nobody yet", where both are empty.
type ownerRow struct{ Part, Business, LD, Open string }

func (b *builder) contractView(p *intakePage, c *insight.Contract) {
	over := insight.Over(c.Intake)
	p.Own = b.answerView(p.Page, c.Partnership(), over)
	for _, a := range c.Others() {
		p.Others = append(p.Others, b.answerView(p.Page, a, over))
	}
	word := func(n int) string { return message.UpperFirst(b.words.CountWord(n)) }
	p.DepthHeading = b.words.Text("contract.answered", "n", c.N, "word", word(c.N))
	if c.Intake.Status == tracker.StatusRequested {
		p.DepthHeading = b.words.Text("contract.other-seven")
	}
	if d := c.Intake.ConfirmedOn; !d.IsZero() {
		p.Confirmed = b.words.Text("contract.seen", "day", d)
	} else if c.N > 0 {
		p.Confirmed = b.words.Text("contract.not-seen", "over", yesOr(over))
	}
	p.DepthReceipt = b.receipt(p.Root, receiptOf("contract", c.Intake.ID, "answered"))
	p.MarksReceipt = b.receipt(p.Root, receiptOf("contract", c.Intake.ID, "marks"))
	held := c.MarksHeld()
	p.MarksHeading = b.words.Text("contract.marks", "n", held.N, "word", word(held.N), "over", yesOr(over))
}

func marks(c *insight.Contract) []insight.Mark {
	ms := c.Marks()
	for i := range ms {
		ms[i].Reason = message.UpperFirst(ms[i].Reason)
	}
	return ms
}

// answerView shows a question with its answer; over says that none will come any
// more: see insight.Over.
func (b *builder) answerView(p Page, a insight.Answer, over bool) questionView {
	v := questionView{Question: b.words.Definition(&tracker.Questions, a.Question.ID)}
	switch {
	case a.State == insight.Answered:
		v.HTML = p.html(a.Prose)
		v.When = b.words.Text("contract.undated")
		if !a.Undated {
			v.When = b.words.Text("contract.answered-on", "day", a.Prose.On)
		}
	case a.State == insight.AddedAfterwards:
		v.HTML = p.html(a.Prose)
		v.When = b.words.Text("contract.added", "day", a.Prose.On)
	case over:
		v.Open = b.words.Text("contract.over." + string(a.State))
	default:
		v.Open = b.words.Label(&insight.AnswerStates, string(a.State)) + "."
	}
	return v
}

// owners says who has which part: the names, on two sides (requirement
// 000-01). All on one side is stated plainly.
func (b *builder) owners(root string, c *insight.Contract) (heading said, rows []ownerRow) {
	names := func(people []tracker.Person) string {
		all := make([]string, len(people))
		for i, p := range people {
			all[i] = b.t.Who(p).Name
		}
		return b.words.List(all)
	}
	business := 0
	for _, p := range b.f.Parts(c) {
		row := ownerRow{Part: p.Label, Business: names(p.Business), LD: names(p.Team), Open: "–"}
		if len(p.Business) > 0 {
			business++
		} else {
			row.Business = p.Open
		}
		if row.Business+row.LD == "" {
			row.Open = b.words.Text("contract.nobody", "over", yesOr(insight.Over(c.Intake)))
		}
		rows = append(rows, row)
	}
	if business == 0 {
		return plain(b.words.Text("contract.all-on-team")), rows
	}
	held := b.words.Text("contract.held", "n", business, "word", b.words.CountWord(business))
	return b.say(root, b.words.Text("contract.holds", "held", held), counted{held, receiptOf("contract", c.Intake.ID, "business")}), rows
}
