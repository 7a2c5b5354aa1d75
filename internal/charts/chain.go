package charts

import (
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// Chain shows how requests become wins, and how wins lead through priorities to
// outcomes. Bands are wins: one that names two priorities is in two bands,
// which the subtitle says.
func Chain(f *insight.Figures, root string) *Chart {
	say := f.Words.Text
	c := &Chart{
		ID: "chain", Title: f.Chain.Headline(), Size: Large,
		Subtitle: say("chart.chain.subtitle", "span", f.Words.Span(f.Period.From, f.Period.To), "counted", orNone(f, f.Coverage.Linking())),
		Source: source(f, say("chart.chain.source", "wins", f.Chain.Wins, "priorities", len(f.Coverage.Priorities), "outcomes", len(f.Chain.Board)),
			f.Coverage.LeftOut, inactive(f)),
		Table: chainTable(f, root),
	}
	c.Description = chainDescription(f)
	if f.Chain.Missing != "" || len(f.Chain.PriorityLinks)+len(f.Chain.DirectLinks) == 0 {
		return c
	}
	s := newSankey(f, root)
	c.Size = s.size()
	c.Options = s.options(say("chart.chain.wins"), c.Description)
	return c
}

// inactive counts the priorities that were not active in the period, which the
// chart and its counts leave out.
func inactive(f *insight.Figures) string {
	n := len(f.Tracker.Strategy.Priorities) - len(f.Coverage.Priorities)
	if n == 0 {
		return ""
	}
	return f.Words.Text("chart.source.inactive", "n", n)
}

func chainDescription(f *insight.Figures) string {
	d := sentence(f.Chain.Headline())
	if f.Chain.Missing != "" {
		return d
	}
	var parts []string
	for _, b := range f.Chain.Board {
		if len(parts) == shown {
			break
		}
		parts = append(parts, f.Words.Quote(b.Outcome.Title)+" "+f.Words.Count(b.Wins))
	}
	if n := len(f.Chain.Board) - len(parts); n > 0 {
		parts = append(parts, f.Words.Text("chart.chain.in-table", "n", n))
	}
	d += " " + f.Words.Text("chart.chain.by-outcome", "counts", f.Words.List(parts))
	if n := len(f.Chain.Unlinked); n > 0 {
		d += " " + f.Words.Text("chart.chain.unlinked", "n", n)
	}
	return d
}

// chainTable has a row for each priority, then the wins that name an outcome
// themselves, then those without a link. The linked ones follow again, by the
// request that they grew from.
func chainTable(f *insight.Figures, root string) Table {
	say := f.Words.Text
	t := Table{Caption: say("chart.chain.caption"), Head: []string{say("chart.chain.priority")}}
	for _, stage := range append(tracker.Stages.IDs(), "") {
		t.Head = append(t.Head, stageLabel(f, tracker.Stage(stage)))
	}
	t.Head = append(t.Head, say("chart.chain.wins"), say("chart.chain.leads-to"))
	for _, pc := range f.Coverage.Priorities {
		row := []Cell{{Text: pc.Priority.Title, Href: priorityHref(root, pc.Priority, "")}}
		for _, s := range pc.Stages {
			row = append(row, number(len(s.Wins)))
		}
		var to []string
		for _, o := range pc.Outcomes {
			to = append(to, o.Title)
		}
		last := Cell{Text: f.Words.List(to)}
		switch len(pc.Outcomes) {
		case 0:
			last.Text = say("chart.chain.no-outcome")
		case 1:
			last.Href = outcomeHref(root, pc.Outcomes[0])
		}
		t.Rows = append(t.Rows, append(row, number(len(pc.Wins)), last))
	}
	for _, b := range f.Chain.Board {
		if len(b.Direct) > 0 {
			t.Rows = append(t.Rows, countedRow(f, say("chart.chain.direct"), b.Direct, Cell{b.Outcome.Title, outcomeHref(root, b.Outcome)}))
		}
		if b.Wins == 0 {
			heading := say("chart.chain.nothing")
			if len(b.Priorities) > 0 {
				heading = say("chart.chain.no-win")
			}
			t.Rows = append(t.Rows, countedRow(f, heading, nil, Cell{b.Outcome.Title, outcomeHref(root, b.Outcome)}))
		}
	}
	if len(f.Chain.Unlinked) > 0 {
		t.Rows = append(t.Rows, countedRow(f, say("chart.chain.no-link"), f.Chain.Unlinked, text("")))
	}
	for _, o := range f.Chain.Origins() {
		row := countedRow(f, say("chart.chain.no-request"), o.Wins, text(say("chart.chain.above")))
		if o.Intake != nil {
			row[0] = Cell{say("chart.chain.grew-from", "title", o.Intake.Title), intakeHref(root, o.Intake)}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func countedRow(f *insight.Figures, heading string, ws []*tracker.Win, last Cell) []Cell {
	row := []Cell{text(heading)}
	for _, s := range f.ByStage(ws) {
		row = append(row, number(len(s.Wins)))
	}
	return append(row, number(len(ws)), last)
}
