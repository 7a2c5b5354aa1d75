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
	Quarters                       []postureQuarter
	Table                          charts.Table
	CSV                            *csvLink
}

type postureQuarter struct {
	Label string
	Cases []postureCase
}

type postureCase struct{ ID, URL, Title, From, Label string }

type waitingLine struct {
	IntakeLine
	Note said
}

func (b *builder) partnershipPage() *partnershipPage {
	p := &partnershipPage{Page: b.page("partnership/index.html", "partnership", "Are we taking orders, or partnering?", "")}
	p.Description = strings.TrimRight(b.f.Posture.Headline(), ".") + "."
	if len(b.t.Intakes) == 0 {
		p.Standfirst = plain("There is no request yet. The first one can be an order: this page shows how the way of answering changes, one request at a time.")
		return p
	}
	p.Standfirst = plain("No single figure tells it. How requests arrive, how deep the agreement goes, whether promises are kept and what was found afterwards stand here side by side.")
	p.Posture = b.postureFigure(p.Page)
	for _, t := range b.tables(p.Root) {
		if t.section == "partnership" && t.id != "posture" {
			if t.id == "requested" {
				p.Figures = append(p.Figures, b.requestedFigure(&p.Page, t))
			} else if f := b.tableFigure(&p.Page, t.id); f != nil {
				p.Figures = append(p.Figures, f)
			}
		}
	}
	for _, w := range b.f.Delivered.Waiting {
		waited := counted{count(w.Days, "day", "days"), receiptOf("nobody-looked", w.Intake.ID, "days")}
		note := "Delivered " + daysAgo(w.Days) + ". Too early to look."
		if w.Past {
			note = "Delivered " + daysAgo(w.Days) + ", and nobody has looked."
		}
		p.Waiting = append(p.Waiting, waitingLine{b.intakeLine(p.Page, w.Intake), b.say(p.Root, note, waited)})
	}
	p.WaitingReceipt = b.receipt(p.Root, "nobody-looked/past")
	p.WaitingHeading = "It is too early to look at " + count(len(p.Waiting), "delivery", "deliveries")
	if n := len(b.f.Delivered.NobodyLooked); n > 0 {
		p.WaitingHeading = upperFirst(count(n, "delivery has", "deliveries have")) + " waited more than " +
			count(b.f.Delivered.WindowDays, "day", "days") + " for somebody to look"
	}
	return p
}

func (b *builder) postureCase(p Page, c *insight.Case) postureCase {
	return postureCase{
		ID: string(c.Position), URL: p.url(intakePath(c.Intake)), Title: c.Intake.Title,
		From: b.intakeLine(p, c.Intake).From, Label: c.Position.Label(),
	}
}

func (b *builder) postureFigure(p Page) *postureFigure {
	t := b.table(p.Root, "posture")
	f := &postureFigure{
		Finding: t.finding, Measure: t.measure, Source: t.source, AboutURL: p.url(insightPath(t.about)), ReceiptURL: b.receipt(p.Root, t.receipt),
		Key: insight.Positions.Terms, Table: t.table, CSV: b.csv(p, "posture"), Trap: t.after,
	}
	for _, q := range b.f.Posture.ByQuarter {
		pq := postureQuarter{Label: q.Quarter.Label()}
		for _, c := range q.Cases {
			pq.Cases = append(pq.Cases, b.postureCase(p, c))
		}
		f.Quarters = append(f.Quarters, pq)
	}
	return f
}
