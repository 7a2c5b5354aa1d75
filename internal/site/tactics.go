package site

import (
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/message"
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

// tacticKinds are the keys of what readers see.
var tacticKinds = map[insight.TacticKind]string{
	insight.TacticCrack: "field.intake.cracks", insight.TacticPushback: "field.win.pushback", insight.TacticConversation: "tactics.conversation",
}

func (b *builder) tacticsPage() *tacticsPage {
	t := &b.f.Tactics
	p := &tacticsPage{Page: b.teamsPage(tacticsPath, "tactics", b.words.Text("tactics.title"))}
	p.Kicker = b.words.Text("nav.tactics")
	if t.Missing != "" {
		p.Begin = b.words.Text("tactics.begin")
		return p
	}
	p.Heading, p.Description = t.Headline(), sentenced(t.Headline())
	p.ReceiptURL = b.receipt(p.Root, "tactics/followed")
	p.Standfirst = plain(b.words.Text("tactics.standfirst"))
	for _, one := range newestFirst(t.Listed) {
		p.Tactics = append(p.Tactics, b.tacticView(p.Page, one))
	}
	p.Figure = b.tableFigure(&p.Page, "tactics")
	return p
}

func (b *builder) tacticView(p Page, one *insight.Tactic) tacticView {
	record := b.recordView(p, one.Record)
	v := tacticView{
		On: one.On, Kind: b.words.Text(tacticKinds[one.Kind]), Title: record.Title, URL: record.URL, Practices: strings.Join(one.Practices, "; "),
		What: strings.TrimSpace(one.What), Reaction: message.UpperFirst(strings.TrimSpace(one.Reaction)),
	}
	if v.What == v.Title {
		v.What = ""
	}
	for _, s := range one.Stakeholders {
		v.With = append(v.With, Who{Name: stakeholderName(s), URL: p.url(stakeholderPath(s))})
	}
	if one.Next == nil {
		v.NothingFollow = message.UpperFirst(one.Arrived) + "."
		return v
	}
	v.Next, v.NextOn = &Link{one.Next.Title, p.url(intakePath(one.Next))}, one.Next.RequestedOn
	v.Arrived = b.words.Text("tactics.arrived", "how", b.words.Inside(one.Arrived))
	return v
}

func (b *builder) tacticsTable(root string) tableFigure {
	t := tableFigure{
		id: "tactics", section: "team", about: "tactics", receipt: "tactics/followed", finding: b.f.Tactics.Headline(),
		measure: b.words.Text("tactics.measure"),
		source:  b.words.Text("tables.from-both"),
		table: charts.Table{Head: b.heads("tactics.head.day", "tactics.head.kind", "tactics.head.record", "tactics.head.tried",
			"tactics.head.met", "tactics.head.next", "tactics.head.arrived")},
	}
	for _, one := range b.f.Tactics.Listed {
		record := b.recordView(Page{Root: root}, one.Record)
		next := cell("–")
		if one.Next != nil {
			next = charts.Cell{Text: one.Next.Title, Href: href(root, intakePath(one.Next))}
		}
		day := b.words.Text("tactics.undated")
		if !one.On.IsZero() {
			day = b.words.Day(one.On)
		}
		t.table.Rows = append(t.table.Rows, []charts.Cell{cell(day), cell(b.words.Text(tacticKinds[one.Kind])), {Text: record.Title, Href: record.URL}, cell(one.What), cell(one.Reaction), next, cell(one.Arrived)})
	}
	return t
}
