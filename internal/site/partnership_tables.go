package site

import (
	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/message"
)

// speedTable sets speed beside ownership and the verdict, one request a row;
// what was fast and unowned comes first (requirements 000-42 and 000-44).
func (b *builder) speedTable(root string) tableFigure {
	s := &b.f.Speed
	t := tableFigure{
		id: "speed", section: "partnership", about: "speed", receipt: "speed/fast-unowned", finding: s.Headline(),
		measure: b.words.Text("tables.speed.measure"),
		source:  b.fromIntakes(s.Excluded),
		table:   charts.Table{Head: append(b.heads("tables.speed.agreed", "tables.requests", "tables.which", "tables.speed.days"), b.verdictHead())},
	}
	rows := func(label, receipt string, cases []*insight.SpeedCase) {
		if len(cases) == 0 {
			t.table.Rows = append(t.table.Rows, []charts.Cell{cell(label), b.number(root, receipt, 0), cell(""), cell(""), cell("")})
		}
		for i, k := range cases {
			row := []charts.Cell{cell(label), b.number(root, receipt, len(cases)), {Text: k.Intake.Title, Href: href(root, intakePath(k.Intake))}, cell(b.words.Count(k.Days)), cell(message.UpperFirst(k.Verdict))}
			if i > 0 {
				row[1] = cell("")
			}
			t.table.Rows = append(t.table.Rows, row)
		}
	}
	for _, side := range []struct {
		*insight.SpeedSide
		id string
	}{{&s.Unowned, "unowned"}, {&s.Owned, "owned"}} {
		if !s.Split {
			rows(side.Label, "speed/"+side.id, side.Cases)
			continue
		}
		rows(b.words.Text("tables.speed.fast", "side", b.words.Inside(side.Label)), "speed/fast-"+side.id, side.Fast)
		rows(b.words.Text("tables.speed.slow", "side", b.words.Inside(side.Label)), "speed/slow-"+side.id, side.Slow)
	}
	return t
}

// preworkTable is how often somebody found out something before building began.
func (b *builder) preworkTable(root string) tableFigure {
	w := &b.f.Prework
	t := tableFigure{
		id: "prework", section: "partnership", about: "prework", receipt: "prework/share", finding: w.Headline(),
		measure: b.words.Text("tables.prework.measure"),
		source:  b.fromIntakes(w.Excluded),
		table:   charts.Table{Head: b.heads("tables.quarter", "tables.prework.first")},
	}
	for _, q := range w.ByQuarter {
		before := insight.Ratio{D: len(q.Cases)}
		for _, c := range q.Cases {
			if c.Before {
				before.N++
			}
		}
		t.table.Rows = append(t.table.Rows, []charts.Cell{cell(b.words.Quarter(q.Quarter)), b.share(root, "prework/"+quarterReceipt(q.Quarter), before)})
	}
	t.table.Rows = append(t.table.Rows, []charts.Cell{cell(b.words.Text("tables.all")), b.share(root, "prework/share", w.Ratio)})
	return t
}
