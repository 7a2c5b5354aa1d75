package site

import (
	"smallwins/internal/charts"
	"smallwins/internal/insight"
)

// playbookTables are those of /playbook/.
func (b *builder) playbookTables(root string) []tableFigure {
	return []tableFigure{b.replicationTable(root), b.assetTable(root)}
}

// replicationTable has a row for each time that a win was repeated.
func (b *builder) replicationTable(root string) tableFigure {
	t := tableFigure{
		id: "replications", section: "playbook", about: "playbook", receipt: "playbook/replicating",
		finding: "Which win repeats which",
		measure: "Each time that a win names another as the one it repeats.",
		source:  "From the records under wins/." + b.excluded(b.f.Playbook.Excluded),
		table:   charts.Table{Head: []string{"Repeats", "The win", "By", "On", "Today"}},
	}
	for _, e := range b.f.Playbook.Originals {
		for _, r := range append(append([]*insight.Replication{}, e.Replications...), e.Undone...) {
			today := "Stands"
			if !r.Stands {
				today = "Came undone"
			}
			t.table.Rows = append(t.table.Rows, []charts.Cell{
				{Text: r.Original.Title, Href: href(root, winPath(r.Original))}, {Text: r.Win.Title, Href: href(root, winPath(r.Win))},
				cell(b.names(r.Win.Whose())), cell(longDay(r.Win.Date)), cell(today),
			})
		}
	}
	return t
}

func (b *builder) assetTable(root string) tableFigure {
	t := tableFigure{
		id: "missing-assets", section: "playbook", about: "playbook", receipt: "playbook/needing",
		finding: "What was needed and not there",
		measure: "Things that wins say they missed, those that several missed first. One may have been made since.",
		source:  "From the records under wins/.",
		table:   charts.Table{Head: []string{"Needed", "Wins", "Which"}},
	}
	for _, a := range b.f.Playbook.MissingAssets {
		for i, w := range a.Wins {
			row := []charts.Cell{cell(upperFirst(a.Name)), b.number(root, a.ReceiptID(), len(a.Wins)), {Text: w.Title, Href: href(root, winPath(w))}}
			if i > 0 {
				row[1] = cell("")
			}
			t.table.Rows = append(t.table.Rows, row)
		}
	}
	return t
}
