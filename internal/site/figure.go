package site

import (
	"html/template"

	"smallwins/internal/charts"
)

// figure is a chart with its finding, its table, its data and the way to its
// definition.
type figure struct {
	ID, Finding, Measure string
	Size                 charts.Size
	Options              template.JS
	Table                charts.Table
	Source, AboutURL     string
	ReceiptURL           string // of the number in the finding; "" where it has none
	CSV                  *csvLink
	Note                 string // how to get the charts, where the bundle was not built
	After                string // a sentence below
	More                 string // how many rows of the table are in the data alone
	Opens                bool   // the finding is the heading of its part of the page
	Day, AsOf            string // the day of the report, as 2026-06-30 and in words
}

// rowsShown is how many rows of a table a page has: more than anybody reads, and
// little enough for a phone.
const rowsShown = 100

// figure makes the page's view of a chart; about is the id of its definition,
// and receipt that of the number in its finding, or "".
func (b *builder) figure(p *Page, c *charts.Chart, about, receipt string) *figure {
	if c == nil {
		return nil
	}
	f := &figure{
		ID: c.ID, Finding: c.Title, Measure: c.Subtitle, Size: c.Size, Table: c.Table,
		Source: c.Source, AboutURL: p.url(insightPath(about)), ReceiptURL: b.receipt(p.Root, receipt), CSV: b.csv(*p, c.ID), Opens: true, Day: b.t.AsOf.String(), AsOf: b.day(b.t.AsOf),
	}
	if n := len(c.Table.Rows) - rowsShown; n > 0 && f.CSV != nil {
		f.Table.Rows = c.Table.Rows[:rowsShown]
		f.More = b.words.Text("tables.more", "n", n)
	}
	switch {
	case !c.Drawn():
	case b.site.ChartScript == "":
		f.Note = b.site.ChartNote
	default:
		f.Options = template.JS(c.Options) //nolint:gosec // JSON by encoding/json, which escapes markup
		p.Draws = true
	}
	return f
}
