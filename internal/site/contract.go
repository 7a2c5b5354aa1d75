package site

import (
	"html/template"
	"strings"

	"smallwins/internal/insight"
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
	p.Own = answerView(p.Page, c.Partnership(), over)
	for _, a := range c.Others() {
		p.Others = append(p.Others, answerView(p.Page, a, over))
	}
	p.DepthHeading = upperFirst(numberWord(c.N)) + " of the eight questions answered"
	if c.N == 0 {
		p.DepthHeading = "None of the eight questions answered"
	}
	if c.Intake.Status == tracker.StatusRequested {
		p.DepthHeading = "The other seven questions"
	}
	p.Confirmed = "The leader has not seen this wording" + yet(c.Intake) + "."
	if d := c.Intake.ConfirmedOn; !d.IsZero() {
		p.Confirmed = "The leader saw this wording on " + longDay(d) + "."
	} else if c.N == 0 {
		p.Confirmed = ""
	}
	p.DepthReceipt = b.receipt(p.Root, receiptOf("contract", c.Intake.ID, "answered"))
	p.MarksReceipt = b.receipt(p.Root, receiptOf("contract", c.Intake.ID, "marks"))
	held := c.MarksHeld()
	p.MarksHeading = upperFirst(numberWord(held.N)) + " of the four marks of a shared contract"
	if held.N == 0 {
		p.MarksHeading = "None of the four marks of a shared contract" + yet(c.Intake)
	}
}

func marks(c *insight.Contract) []insight.Mark {
	ms := c.Marks()
	for i := range ms {
		ms[i].Reason = upperFirst(ms[i].Reason)
	}
	return ms
}

// yet stands behind what may still come: see insight.Over.
func yet(in *tracker.Intake) string {
	if insight.Over(in) {
		return ""
	}
	return " yet"
}

// answerView shows a question with its answer; over says that none will come any
// more.
func answerView(p Page, a insight.Answer, over bool) questionView {
	v := questionView{Question: a.Question.Definition}
	switch a.State {
	case insight.Answered:
		v.HTML = p.html(a.Prose)
		v.When = "Undated."
		if !a.Undated {
			v.When = "Answered on " + longDay(a.Prose.On) + "."
		}
	case insight.AddedAfterwards:
		v.HTML = p.html(a.Prose)
		v.When = "Added afterwards, on " + longDay(a.Prose.On) + ": it does not count toward the agreement."
	default:
		v.Open = a.State.Label() + "."
		if over {
			v.Open = strings.TrimSuffix(a.State.Label(), " yet") + "."
		}
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
		return list(all)
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
			row.Open = "nobody" + yet(c.Intake)
		}
		rows = append(rows, row)
	}
	if business == 0 {
		return plain("All of it rests on L&D"), rows
	}
	held := numberWord(business) + " of the five"
	return b.say(root, "The business holds "+held+" parts", counted{held, receiptOf("contract", c.Intake.ID, "business")}), rows
}
