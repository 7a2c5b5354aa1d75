package site

import (
	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/message"
)

// playbookTables are those of /playbook/.
func (b *builder) playbookTables(root string) []tableFigure {
	return []tableFigure{b.replicationTable(root), b.assetTable(root)}
}

// replicationTable has a row for each time that a win was repeated.
func (b *builder) replicationTable(root string) tableFigure {
	t := tableFigure{
		id: "replications", section: "playbook", about: "playbook", receipt: "playbook/replicating",
		finding: b.words.Text("playbook.replications"),
		measure: b.words.Text("playbook.replications.measure"),
		source:  b.fromWins(b.f.Playbook.Excluded),
		table: charts.Table{Head: b.heads("playbook.replications.repeats", "playbook.replications.win", "playbook.replications.by",
			"playbook.replications.on", "playbook.replications.today")},
	}
	for _, e := range b.f.Playbook.Originals {
		for _, r := range append(append([]*insight.Replication{}, e.Replications...), e.Undone...) {
			today := b.words.Text("playbook.stands")
			if !r.Stands {
				today = b.words.Text("playbook.undone")
			}
			t.table.Rows = append(t.table.Rows, []charts.Cell{
				{Text: r.Original.Title, Href: href(root, winPath(r.Original))}, {Text: r.Win.Title, Href: href(root, winPath(r.Win))},
				cell(b.names(r.Win.Whose())), cell(b.day(r.Win.Date)), cell(today),
			})
		}
	}
	return t
}

func (b *builder) assetTable(root string) tableFigure {
	t := tableFigure{
		id: "missing-assets", section: "playbook", about: "playbook", receipt: "playbook/needing",
		finding: b.words.Text("playbook.assets"),
		measure: b.words.Text("playbook.assets.measure"),
		source:  b.fromWins(nil),
		table:   charts.Table{Head: b.heads("playbook.assets.needed", "tables.wins", "tables.which")},
	}
	for _, a := range b.f.Playbook.MissingAssets {
		for i, w := range a.Wins {
			row := []charts.Cell{cell(message.UpperFirst(a.Name)), b.number(root, a.ReceiptID(), len(a.Wins)), {Text: w.Title, Href: href(root, winPath(w))}}
			if i > 0 {
				row[1] = cell("")
			}
			t.table.Rows = append(t.table.Rows, row)
		}
	}
	return t
}
