package site

import (
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// tacticsPage is what was tried, how it was met, and how the next request
// arrived: a list to read.
type tacticsPage struct {
	Page
	Begin   string // what to do while there is nothing to read
	Tactics []tacticView
	Figure  *figure // the same as a table, for its data
}

type tacticView struct {
	On                     tracker.Date
	Kind, Title, URL       string
	With                   []Who
	Practices              string
	What, Reaction         string
	Next                   *Link
	NextOn                 tracker.Date
	Arrived, NothingFollow string
}

var tacticKinds = map[insight.TacticKind]string{
	insight.TacticCrack: "Filled differently", insight.TacticPushback: "Pushback", insight.TacticConversation: "A hard conversation",
}

func (b *builder) tacticsPage() *tacticsPage {
	t := &b.f.Tactics
	p := &tacticsPage{Page: b.teamsPage(tacticsPath, "tactics", "What we tried, and how it was met")}
	p.Kicker = "Tactics"
	if t.Missing != "" {
		p.Begin = "Write down what was done differently under cracks: in a request, or how a win was received under “Pushback”. It stays in this edition, and the next message can be made from it."
		return p
	}
	p.Heading, p.Description = t.Headline(), sentenced(t.Headline())
	p.ReceiptURL = b.receipt(p.Root, "tactics/followed")
	p.Standfirst = plain("One thing came after another; that is all it says. It describes situations, never people. Who holds back often protects the business.")
	for _, one := range newestFirst(t.Listed) {
		p.Tactics = append(p.Tactics, b.tacticView(p.Page, one))
	}
	p.Figure = b.tableFigure(&p.Page, "tactics")
	return p
}

func (b *builder) tacticView(p Page, one *insight.Tactic) tacticView {
	record := b.recordView(p, one.Record)
	v := tacticView{
		On: one.On, Kind: tacticKinds[one.Kind], Title: record.Title, URL: record.URL, Practices: strings.Join(one.Practices, "; "),
		What: strings.TrimSpace(one.What), Reaction: upperFirst(strings.TrimSpace(one.Reaction)),
	}
	if v.What == v.Title {
		v.What = ""
	}
	for _, s := range one.Stakeholders {
		v.With = append(v.With, Who{Name: stakeholderName(s), URL: p.url(stakeholderPath(s))})
	}
	if one.Next == nil {
		v.NothingFollow = upperFirst(one.Arrived) + "."
		return v
	}
	v.Next, v.NextOn = &Link{one.Next.Title, p.url(intakePath(one.Next))}, one.Next.RequestedOn
	v.Arrived = lowerFirst(one.Arrived)
	return v
}

func (b *builder) tacticsTable(root string) tableFigure {
	t := tableFigure{
		id: "tactics", section: "team", about: "tactics", receipt: "tactics/followed", finding: b.f.Tactics.Headline(),
		measure: "Cracks, pushbacks and hard conversations by day, each with the next request of the same stakeholder.",
		source:  "From the records under wins/ and intakes/.",
		table:   charts.Table{Head: []string{"Day", "Kind", "Record", "What was tried", "How it was met", "Next request", "It arrived"}},
	}
	for _, one := range b.f.Tactics.Listed {
		record := b.recordView(Page{Root: root}, one.Record)
		next := cell("–")
		if one.Next != nil {
			next = charts.Cell{Text: one.Next.Title, Href: href(root, intakePath(one.Next))}
		}
		day := "undated"
		if !one.On.IsZero() {
			day = longDay(one.On)
		}
		t.table.Rows = append(t.table.Rows, []charts.Cell{cell(day), cell(tacticKinds[one.Kind]), {Text: record.Title, Href: record.URL}, cell(one.What), cell(one.Reaction), next, cell(one.Arrived)})
	}
	return t
}
