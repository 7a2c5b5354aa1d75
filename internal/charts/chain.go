package charts

import (
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// Chain shows how requests become wins, and how wins lead through priorities to
// outcomes. Bands are wins: one that names two priorities is in two bands,
// which the subtitle says.
func Chain(f *insight.Figures, root string) *Chart {
	c := &Chart{
		ID: "chain", Title: f.Chain.Headline(), Size: Large,
		Subtitle: "From left to right: requests, the wins that grew from them by stage, the priorities that those name, and the outcomes that they feed. " +
			f.Words.Span(f.Period.From, f.Period.To) + "; " + orNone(f, f.Coverage.Linking()) +
			". Bands are wins: each is in one up to its stage, and from there in as many as it has links.",
		Source: source(f, some(f.Chain.Wins, "win", "wins")+", "+some(len(f.Coverage.Priorities), "priority", "priorities")+" and "+
			some(len(f.Chain.Board), "outcome", "outcomes"), f.Coverage.LeftOut, inactive(f)),
		Table: chainTable(f, root),
	}
	c.Description = chainDescription(f)
	if f.Chain.Missing != "" || len(f.Chain.PriorityLinks)+len(f.Chain.DirectLinks) == 0 {
		return c
	}
	s := newSankey(f, root)
	c.Size = s.size()
	c.Options = s.options("Wins", c.Description)
	return c
}

// inactive counts the priorities that were not active in the period, which the
// chart and its counts leave out.
func inactive(f *insight.Figures) string {
	n := len(f.Tracker.Strategy.Priorities) - len(f.Coverage.Priorities)
	if n == 0 {
		return ""
	}
	return count(n, "priority", "priorities") + " not active in the period left out"
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
		parts = append(parts, "“"+b.Outcome.Title+"” "+insight.Count(b.Wins))
	}
	if n := len(f.Chain.Board) - len(parts); n > 0 {
		parts = append(parts, insight.Count(n)+" more in the table")
	}
	d += " Wins by outcome: " + sentence(list(parts))
	if n := len(f.Chain.Unlinked); n > 0 {
		d += " " + sentence(count(n, "win has", "wins have")+" no link yet")
	}
	return d
}

// chainTable has a row for each priority, then the wins that name an outcome
// themselves, then those without a link. The linked ones follow again, by the
// request that they grew from.
func chainTable(f *insight.Figures, root string) Table {
	t := Table{Caption: "Wins by priority and stage, and the outcomes that they lead to; below, the linked ones by the request that they grew from", Head: []string{"Priority, or request"}}
	for _, stage := range tracker.Stages.Terms {
		t.Head = append(t.Head, stage.Label)
	}
	t.Head = append(t.Head, "Came undone", "Wins", "Leads to")
	for _, pc := range f.Coverage.Priorities {
		row := []Cell{{Text: pc.Priority.Title, Href: priorityHref(root, pc.Priority, "")}}
		for _, s := range pc.Stages {
			row = append(row, number(len(s.Wins)))
		}
		var to []string
		for _, o := range pc.Outcomes {
			to = append(to, o.Title)
		}
		last := Cell{Text: list(to)}
		switch len(pc.Outcomes) {
		case 0:
			last.Text = "no outcome yet"
		case 1:
			last.Href = outcomeHref(root, pc.Outcomes[0])
		}
		t.Rows = append(t.Rows, append(row, number(len(pc.Wins)), last))
	}
	for _, b := range f.Chain.Board {
		if len(b.Direct) > 0 {
			t.Rows = append(t.Rows, countedRow(f, "Named by the win itself", b.Direct, Cell{b.Outcome.Title, outcomeHref(root, b.Outcome)}))
		}
		if b.Wins == 0 {
			heading := "Nothing points here yet"
			if len(b.Priorities) > 0 {
				heading = "No win yet"
			}
			t.Rows = append(t.Rows, countedRow(f, heading, nil, Cell{b.Outcome.Title, outcomeHref(root, b.Outcome)}))
		}
	}
	if len(f.Chain.Unlinked) > 0 {
		t.Rows = append(t.Rows, countedRow(f, "No link yet", f.Chain.Unlinked, text("")))
	}
	for _, o := range f.Chain.Origins() {
		row := countedRow(f, noRequest, o.Wins, text("counted in the rows above"))
		if o.Intake != nil {
			row[0] = Cell{"Grew from: " + o.Intake.Title, intakeHref(root, o.Intake)}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func countedRow(f *insight.Figures, heading string, ws []*tracker.Win, last Cell) []Cell {
	row := []Cell{text(heading)}
	for _, s := range insight.ByStage(ws, f.Tracker.AsOf) {
		row = append(row, number(len(s.Wins)))
	}
	return append(row, number(len(ws)), last)
}
