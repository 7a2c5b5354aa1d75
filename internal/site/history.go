package site

import (
	"cmp"
	"strings"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

type historyPage struct {
	Page
	Vision    string
	Now       []said
	Quarters  []dotColumn
	Key       []tracker.Term
	Table     *figure
	Baseline  said
	Firsts    []historyEvent
	NotYet    string
	Reversals []historyEvent
	AddUp     *figure
	Begin     string // what to do while there is nothing to look back on
}

// historyEvent is something that happened on a day.
type historyEvent struct {
	On     tracker.Date
	Label  string
	Text   string
	URL    string
	Number said // the day, or a word, which leads to the receipt
}

const historyPath = "history/index.html"

func (b *builder) historyPage() *historyPage {
	h := &b.f.History
	p := &historyPage{Page: b.page(historyPath, "history", "How it went", "")}
	p.Kicker = "How did the transformation go?"
	p.Vision = h.Vision
	p.Heading = "How it went, quarter by quarter"
	if h.Missing == "" {
		p.Heading = h.Headline()
		p.ReceiptURL = b.receipt(p.Root, "history/firsts")
	}
	p.Description = sentenced(h.Headline())
	p.Standfirst = plain("Plateaus and steps back stand here as they were. There is no share of the way, since nobody knows how long it is.")
	if len(b.t.Wins)+len(b.t.Intakes) == 0 {
		p.Standfirst = nil
		p.Begin = "A history needs a beginning. Write down the first small win, or the first request as it came; from the second quarter on, this page looks back."
		return p
	}
	p.Now = b.historyNow(p.Root)
	p.Key = insight.Positions.Terms
	for _, q := range h.Quarters {
		p.Quarters = append(p.Quarters, b.historyQuarter(p.Page, q))
	}
	p.Table = b.tableFigure(&p.Page, "history")
	if h.Baseline != nil {
		partnered := h.Baseline.Posture.Of(insight.Partnered)
		requests := "requests"
		if partnered.D == 1 {
			requests = "request"
		}
		// What is written down of its requests may still grow: it is the quarter that stays.
		p.Baseline = b.say(p.Root, "Where we began: "+h.Baseline.Quarter.Label()+", with "+partnered.String()+" "+requests+" partnered. That quarter stays the beginning, whatever comes later.",
			counted{partnered.String(), "history/" + quarterReceipt(h.Baseline.Quarter) + "/partnered"})
	}
	for _, first := range h.Firsts {
		e := historyEvent{On: first.On, Label: first.Label, Text: first.Text, URL: b.recordView(p.Page, first.Record).URL}
		p.Firsts = append(p.Firsts, e)
	}
	var notYet []string
	for _, first := range h.NotYet {
		notYet = append(notYet, lowerFirst(first.Label))
	}
	if len(notYet) > 0 {
		p.NotYet = "Not on record so far: " + list(notYet) + "."
	}
	for _, r := range h.Reversals {
		e := historyEvent{On: r.On, Label: insight.ReversalKinds.Label(string(r.Kind)), Text: r.Text}
		if len(r.Records) == 1 {
			e.URL = b.recordView(p.Page, r.Records[0]).URL
		}
		p.Reversals = append(p.Reversals, e)
	}
	p.AddUp = b.tableFigure(&p.Page, "accumulation")
	return p
}

// historyNow is what there is on the day of the report, to be read beside the
// vision.
func (b *builder) historyNow(root string) []said {
	now := b.f.History.Now
	var lines []said
	line := func(r insight.Ratio, id, text string) {
		if r.D > 0 {
			lines = append(lines, b.say(root, r.String()+" "+text, counted{r.String(), "history/now/" + id}))
		}
	}
	line(now.Moved, "moved", "outcomes with work aimed at them moved as wanted")
	line(now.Partnered, "partnered", "requests were partnered")
	line(now.Standing, "standing", "wins stand")
	return lines
}

func (b *builder) historyQuarter(p Page, q insight.HistoryQuarter) dotColumn {
	id := "history/" + quarterReceipt(q.Quarter) + "/"
	wins := count(len(q.Wins), "win", "wins")
	text, numbers := upperFirst(wins), []counted{{upperFirst(wins), id + "wins"}}
	if n := len(q.Undone); n > 0 {
		undone := thousands(n)
		text += ", " + undone + " since undone"
		numbers = append(numbers, counted{undone, id + "undone"})
	}
	return dotColumn{Label: q.Quarter.Label(), Count: b.say(p.Root, text, numbers...), Dots: b.postureDots(p, q.Posture.Cases)}
}

// historyTable is each quarter with its wins and its requests by position.
func (b *builder) historyTable(root string) tableFigure {
	h := &b.f.History
	t := tableFigure{
		id: "history", section: "history", about: "history", receipt: "history/quarters",
		finding: "Wins and requests by quarter",
		measure: "Wins by their date; requests by the day of the request and by how they were handled; " + b.span() + ".",
		source:  "From the records under wins/ and intakes/." + b.excluded(h.Excluded),
		table:   charts.Table{Head: []string{"Quarter", "Wins", "Since undone"}},
	}
	for _, term := range insight.Positions.Terms {
		t.table.Head = append(t.table.Head, term.Label)
	}
	for _, q := range h.Quarters {
		id := "history/" + quarterReceipt(q.Quarter) + "/"
		row := []charts.Cell{cell(q.Quarter.Label()), b.number(root, id+"wins", len(q.Wins)), b.number(root, id+"undone", len(q.Undone))}
		for _, term := range insight.Positions.Terms {
			row = append(row, b.number(root, id+term.ID, q.Posture.Of(insight.Position(term.ID)).N))
		}
		t.table.Rows = append(t.table.Rows, row)
	}
	return t
}

// accumulationTable is how many wins stood at the end of each quarter, in all
// and for each outcome.
func (b *builder) accumulationTable(root string) tableFigure {
	a := &b.f.Accumulation
	t := tableFigure{
		id: "accumulation", section: "history", about: "accumulation", receipt: "accumulation/standing", finding: a.Headline(),
		measure: "Wins that stood at the end of each quarter. A total can fall, since a win that came undone no longer stands; a win may point at more than one outcome.",
		source:  "From the records under wins/." + b.excluded(a.Excluded),
		table:   charts.Table{Head: []string{"Points at"}},
	}
	for _, q := range a.All.Quarters {
		t.table.Head = append(t.table.Head, q.Quarter.Label())
	}
	line := func(l *insight.AccumulationLine, label, path, id string) {
		row := []charts.Cell{{Text: label, Href: path}}
		for _, q := range l.Quarters {
			row = append(row, b.number(root, id+"/"+quarterReceipt(q.Quarter)+"/total", q.Total))
		}
		t.table.Rows = append(t.table.Rows, row)
	}
	line(&a.All, "All wins", href(root, "wins/index.html"), "accumulation/all")
	for i := range a.Outcomes {
		l := &a.Outcomes[i]
		line(l, cmp.Or(strings.TrimSpace(l.Outcome.Title), string(l.Outcome.ID)), href(root, outcomePath(l.Outcome)), receiptOf("accumulation/outcome", l.Outcome.ID, ""))
	}
	return t
}
