package site

import (
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

type partnershipPage struct {
	Page
	Posture        *postureFigure
	Figures        []*figure
	WaitingHeading string
	WaitingReceipt string
	Waiting        []waitingLine
}

type postureFigure struct {
	Finding, Measure, Source, Trap string
	AboutURL, ReceiptURL           string
	Key                            []tracker.Term
	Quarters                       []dotColumn
	Table                          charts.Table
	CSV                            *csvLink
}

type waitingLine struct {
	IntakeLine
	Note said
}

func (b *builder) partnershipPage() *partnershipPage {
	p := &partnershipPage{Page: b.page("partnership/index.html", "partnership", b.words.Text("partnership.question"), "")}
	p.Description = strings.TrimRight(b.f.Posture.Headline(), ".") + "."
	if len(b.t.Intakes) == 0 {
		p.Standfirst = plain(b.words.Text("partnership.standfirst.empty"))
		return p
	}
	p.Standfirst = plain(b.words.Text("partnership.standfirst"))
	p.Posture = b.postureFigure(p.Page)
	for _, t := range b.tables(p.Root) {
		if t.section == "partnership" && t.id != "posture" {
			f := b.tableFigure(&p.Page, t.id)
			switch t.id {
			case "requested":
				f = b.requestedFigure(&p.Page, t)
			case "promises":
				f = b.promisesFigure(&p.Page, t)
			}
			if f != nil {
				p.Figures = append(p.Figures, f)
			}
		}
	}
	for _, w := range b.f.Delivered.Waiting {
		waited := counted{b.words.Text("common.days-since", "n", w.Days), receiptOf("nobody-looked", w.Intake.ID, "days")}
		note := b.words.Text("partnership.waiting.early", "n", w.Days, "days", waited.number)
		if w.Past {
			note = b.words.Text("partnership.waiting.past", "n", w.Days, "days", waited.number)
		}
		p.Waiting = append(p.Waiting, waitingLine{b.intakeLine(p.Page, w.Intake), b.say(p.Root, note, waited)})
	}
	p.WaitingReceipt = b.receipt(p.Root, "nobody-looked/past")
	p.WaitingHeading = b.words.Text("partnership.early", "n", len(p.Waiting))
	if n := len(b.f.Delivered.NobodyLooked); n > 0 {
		p.WaitingHeading = b.words.Text("partnership.unseen", "n", n, "days", b.f.Delivered.WindowDays)
	}
	return p
}

// postureDots are requests by how they were handled.
func (b *builder) postureDots(p Page, cases []*insight.Case) []dot {
	var dots []dot
	for _, c := range cases {
		dots = append(dots, dot{string(c.Position), p.url(intakePath(c.Intake)), b.intakeLine(p, c.Intake).From, c.Intake.Title + ", " + b.words.Label(&insight.Positions, string(c.Position))})
	}
	return b.lastOf(dots, p.url("intakes/index.html"))
}

// promisesFigure draws what became of promises over their table.
func (b *builder) promisesFigure(p *Page, t tableFigure) *figure {
	c := charts.PromisesBySize(b.f, p.Root)
	c.ID, c.Table = t.id, t.table
	f := b.figure(p, c, t.about, t.receipt)
	f.After = t.after
	return f
}

func (b *builder) postureFigure(p Page) *postureFigure {
	t := b.table(p.Root, "posture")
	f := &postureFigure{
		Finding: t.finding, Measure: t.measure, Source: t.source, AboutURL: p.url(insightPath(t.about)), ReceiptURL: b.receipt(p.Root, t.receipt),
		Key: b.terms(&insight.Positions), Table: t.table, CSV: b.csv(p, "posture"), Trap: t.after,
	}
	for _, q := range b.f.Posture.ByQuarter {
		f.Quarters = append(f.Quarters, dotColumn{Label: b.words.Quarter(q.Quarter), Dots: b.postureDots(p, q.Cases)})
	}
	return f
}
