package site

import (
	"smallwins/internal/charts"
	"smallwins/internal/insight"
)

// speedTable sets speed beside ownership and the verdict, one request a row;
// what was fast and unowned comes first (requirements 000-42 and 000-44).
func (b *builder) speedTable(root string) tableFigure {
	s := &b.f.Speed
	t := tableFigure{
		id: "speed", section: "partnership", about: "speed", receipt: "speed/fast-unowned", finding: s.Headline(),
		measure: "Agreed requests by days from the request to the agreement, whether the business owned a part, and what was found. Days are no target.",
		source:  "From the records under intakes/." + b.excluded(s.Excluded),
		table:   charts.Table{Head: []string{"Agreed", "Requests", "Which", "Days to agreement", b.site.label("verdict", "Verdict")}},
	}
	rows := func(label, receipt string, cases []*insight.SpeedCase) {
		if len(cases) == 0 {
			t.table.Rows = append(t.table.Rows, []charts.Cell{cell(label), b.number(root, receipt, 0), cell(""), cell(""), cell("")})
		}
		for i, k := range cases {
			row := []charts.Cell{cell(label), b.number(root, receipt, len(cases)), {Text: k.Intake.Title, Href: href(root, intakePath(k.Intake))}, cell(thousands(k.Days)), cell(upperFirst(k.Verdict))}
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
		rows("Fast, "+lowerFirst(side.Label), "speed/fast-"+side.id, side.Fast)
		rows("Not fast, "+lowerFirst(side.Label), "speed/slow-"+side.id, side.Slow)
	}
	return t
}

// preworkTable is how often somebody found out something before building began.
func (b *builder) preworkTable(root string) tableFigure {
	w := &b.f.Prework
	t := tableFigure{
		id: "prework", section: "partnership", about: "prework", receipt: "prework/share", finding: w.Headline(),
		measure: "Requests that are being built or were, by the quarter of the request, and those for which somebody found out something first.",
		source:  "From the records under intakes/." + b.excluded(w.Excluded),
		table:   charts.Table{Head: []string{"Quarter", "Found out first"}},
	}
	for _, q := range w.ByQuarter {
		before := insight.Ratio{D: len(q.Cases)}
		for _, c := range q.Cases {
			if c.Before {
				before.N++
			}
		}
		t.table.Rows = append(t.table.Rows, []charts.Cell{cell(q.Quarter.Label()), b.share(root, "prework/"+quarterReceipt(q.Quarter), before)})
	}
	t.table.Rows = append(t.table.Rows, []charts.Cell{cell("All"), b.share(root, "prework/share", w.Ratio)})
	return t
}
