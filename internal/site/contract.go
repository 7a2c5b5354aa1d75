package site

import (
	"html/template"

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
// has nobody: "nobody yet" where both are empty.
type ownerRow struct{ Part, Business, LD, Open string }

func (b *builder) contractView(p *intakePage, c *insight.Contract) {
	p.Own = answerView(p.Page, c.Partnership())
	for _, a := range c.Others() {
		p.Others = append(p.Others, answerView(p.Page, a))
	}
	p.DepthHeading = upperFirst(numberWord(c.N)) + " of the eight questions answered"
	if c.N == 0 {
		p.DepthHeading = "None of the eight questions answered"
	}
	if c.Intake.Status == tracker.StatusRequested {
		p.DepthHeading = "The other seven questions"
	}
	p.Confirmed = "The leader has not seen this wording yet."
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
		p.MarksHeading = "None of the four marks of a shared contract yet"
	}
}

func marks(c *insight.Contract) []insight.Mark {
	ms := c.Marks()
	for i := range ms {
		ms[i].Reason = upperFirst(ms[i].Reason)
	}
	return ms
}

func answerView(p Page, a insight.Answer) questionView {
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
	}
	return v
}

// owners says who has which part: the names, on two sides (requirement
// 000-01). All on one side is stated plainly.
func (b *builder) owners(in *tracker.Intake) (heading string, rows []ownerRow) {
	side := func(part string, people ...tracker.Person) {
		row := ownerRow{Part: part}
		var business, ld []string
		seen := map[string]bool{}
		for _, person := range people {
			if person == "" {
				continue
			}
			party := b.t.Who(person)
			if seen[party.Name] {
				continue
			}
			seen[party.Name] = true
			if party.InTeam() {
				ld = append(ld, party.Name)
			} else {
				business = append(business, party.Name)
			}
		}
		row.Business, row.LD, row.Open = list(business), list(ld), "–"
		if len(business)+len(ld) == 0 {
			row.Open = "nobody yet"
		}
		rows = append(rows, row)
	}
	var lead, reinforce, remove []tracker.Person
	for _, p := range in.Commitments {
		lead = append(lead, p.Who)
	}
	for _, r := range in.Reinforcement {
		reinforce = append(reinforce, r.Who)
	}
	for _, bar := range in.Barriers {
		remove = append(remove, bar.Owner)
	}
	side("Build the solution", in.Owner)
	side("Lead the change", lead...)
	side("Reinforce it", reinforce...)
	side("Remove what is in the way", remove...)
	if in.Measure.IsZero() {
		side("Measure it")
	} else {
		side("Measure it", in.Owner)
	}
	business := 0
	for _, r := range rows {
		if r.Business != "" {
			business++
		}
	}
	if business == 0 {
		return "All of it rests on L&D", rows
	}
	return "The business holds " + numberWord(business) + " of the five parts", rows
}
