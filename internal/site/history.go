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
	p := &historyPage{Page: b.page(historyPath, "history", b.words.Text("history.title"), "")}
	p.Kicker = b.words.Text("history.question")
	p.Vision = h.Vision
	p.Heading = b.words.Text("history.heading")
	if h.Missing == "" {
		p.Heading = h.Headline()
		p.ReceiptURL = b.receipt(p.Root, "history/firsts")
	}
	p.Description = sentenced(h.Headline())
	p.Standfirst = plain(b.words.Text("history.standfirst"))
	if len(b.t.Wins)+len(b.t.Intakes) == 0 {
		p.Standfirst = nil
		p.Begin = b.words.Text("history.begin.text")
		return p
	}
	p.Now = b.historyNow(p.Root)
	p.Key = b.terms(&insight.Positions)
	for _, q := range h.Quarters {
		p.Quarters = append(p.Quarters, b.historyQuarter(p.Page, q))
	}
	p.Table = b.tableFigure(&p.Page, "history")
	if h.Baseline != nil {
		partnered := h.Baseline.Posture.Of(insight.Partnered)
		// What is written down of its requests may still grow: it is the quarter that stays.
		share := partnered.In(b.words)
		p.Baseline = b.say(p.Root, b.words.Text("history.baseline", "quarter", h.Baseline.Quarter, "share", share, "of", partnered.D),
			counted{share, "history/" + quarterReceipt(h.Baseline.Quarter) + "/partnered"})
	}
	for _, first := range h.Firsts {
		e := historyEvent{On: first.On, Label: first.Label, Text: first.Text, URL: b.recordView(p.Page, first.Record).URL}
		p.Firsts = append(p.Firsts, e)
	}
	var notYet []string
	for _, first := range h.NotYet {
		notYet = append(notYet, b.words.Inside(first.Label))
	}
	if len(notYet) > 0 {
		p.NotYet = b.words.Text("history.not-yet", "what", b.words.List(notYet))
	}
	for _, r := range h.Reversals {
		e := historyEvent{On: r.On, Label: b.words.Label(&insight.ReversalKinds, string(r.Kind)), Text: r.Text}
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
	line := func(r insight.Ratio, id string) {
		if r.D > 0 {
			share := r.In(b.words)
			lines = append(lines, b.say(root, b.words.Text("history.now."+id, "share", share, "of", r.D), counted{share, "history/now/" + id}))
		}
	}
	line(now.Moved, "moved")
	line(now.Partnered, "partnered")
	line(now.Standing, "standing")
	return lines
}

func (b *builder) historyQuarter(p Page, q insight.HistoryQuarter) dotColumn {
	id := "history/" + quarterReceipt(q.Quarter) + "/"
	wins := b.words.Text("history.wins", "n", len(q.Wins))
	text, numbers := wins, []counted{{wins, id + "wins"}}
	if n := len(q.Undone); n > 0 {
		text = b.words.Text("history.wins-undone", "wins", wins, "n", n)
		numbers = append(numbers, counted{b.words.Count(n), id + "undone"})
	}
	return dotColumn{Label: b.words.Quarter(q.Quarter), Count: b.say(p.Root, text, numbers...), Dots: b.postureDots(p, q.Posture.Cases)}
}

// historyTable is each quarter with its wins and its requests by position.
func (b *builder) historyTable(root string) tableFigure {
	h := &b.f.History
	t := tableFigure{
		id: "history", section: "history", about: "history", receipt: "history/quarters",
		finding: b.words.Text("history.table"),
		measure: b.words.Text("history.table.measure", "span", b.span()),
		source:  b.words.Text("tables.from-both") + b.excluded(h.Excluded),
		table:   charts.Table{Head: b.heads("tables.quarter", "tables.wins", "history.table.undone")},
	}
	for _, term := range insight.Positions.Terms {
		t.table.Head = append(t.table.Head, b.words.Label(&insight.Positions, term.ID))
	}
	for _, q := range h.Quarters {
		id := "history/" + quarterReceipt(q.Quarter) + "/"
		row := []charts.Cell{cell(b.words.Quarter(q.Quarter)), b.number(root, id+"wins", len(q.Wins)), b.number(root, id+"undone", len(q.Undone))}
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
		measure: b.words.Text("history.sum.measure"),
		source:  b.fromWins(a.Excluded),
		table:   charts.Table{Head: b.heads("history.sum.outcome")},
	}
	for _, q := range a.All.Quarters {
		t.table.Head = append(t.table.Head, b.words.Quarter(q.Quarter))
	}
	line := func(l *insight.AccumulationLine, label, path, id string) {
		row := []charts.Cell{{Text: label, Href: path}}
		for _, q := range l.Quarters {
			row = append(row, b.number(root, id+"/"+quarterReceipt(q.Quarter)+"/total", q.Total))
		}
		t.table.Rows = append(t.table.Rows, row)
	}
	line(&a.All, b.words.Text("history.sum.all"), href(root, "wins/index.html"), "accumulation/all")
	for i := range a.Outcomes {
		l := &a.Outcomes[i]
		line(l, cmp.Or(strings.TrimSpace(l.Outcome.Title), string(l.Outcome.ID)), href(root, outcomePath(l.Outcome)), receiptOf("accumulation/outcome", l.Outcome.ID, ""))
	}
	return t
}
