package site

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html/template"
	"strings"

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
	Opens                bool   // the finding is the heading of its part of the page
	Day, AsOf            string // the day of the report, as 2026-06-30 and in words
}

type csvLink struct{ Title, URL, Size string }

// download is a file of data that a page offers.
type download struct {
	path, title string
	body        []byte
}

// figure makes the page's view of a chart; about is the id of its definition,
// and receipt that of the number in its finding, or "".
func (b *builder) figure(p *Page, c *charts.Chart, about, receipt string) *figure {
	if c == nil {
		return nil
	}
	f := &figure{
		ID: c.ID, Finding: c.Title, Measure: c.Subtitle, Size: c.Size, Table: c.Table,
		Source: c.Source, AboutURL: p.url(insightPath(about)), ReceiptURL: b.receipt(p.Root, receipt), CSV: b.csv(*p, c.ID), Opens: true, Day: b.t.AsOf.String(), AsOf: longDay(b.t.AsOf),
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

func (b *builder) csv(p Page, id string) *csvLink {
	for _, d := range b.downloads {
		if d.path == csvPath(id) {
			return &csvLink{d.title, p.url(d.path), size(len(d.body))}
		}
	}
	return nil
}

func csvPath(id string) string { return "data/" + id + ".csv" }

// offer makes the table of a figure a download. Downloads are made before the
// pages, which only read them.
func (b *builder) offer(id, title string, t charts.Table) error {
	var buf bytes.Buffer
	w := csv.NewWriter(&buf)
	head := make([]string, len(t.Head))
	for i, h := range t.Head {
		head[i] = spreadsheetSafe(h)
	}
	rows := [][]string{head}
	for _, r := range t.Rows {
		cells := make([]string, len(r))
		for i, c := range r {
			cells[i] = spreadsheetSafe(c.Text)
		}
		rows = append(rows, cells)
	}
	if err := w.WriteAll(rows); err != nil {
		return fmt.Errorf("writing %s: %w", csvPath(id), err)
	}
	b.downloads = append(b.downloads, download{csvPath(id), title, buf.Bytes()})
	return nil
}

// spreadsheetSafe keeps a spreadsheet from taking a text for a formula
// (CVE-2021-41270 and its kin).
func spreadsheetSafe(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r\n") {
		return "'" + s
	}
	for _, wide := range []string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, wide) {
			return "'" + s
		}
	}
	return s
}

func size(n int) string {
	if n < 1024 {
		return "1 KB"
	}
	return thousands((n+512)/1024) + " KB"
}

// offerAll makes the data behind every figure a download.
func (b *builder) offerAll() error {
	type data struct {
		id, title string
		table     charts.Table
	}
	var all []data
	add := func(c *charts.Chart, title string) {
		if c != nil && len(c.Table.Rows) > 0 {
			all = append(all, data{c.ID, title, c.Table})
		}
	}
	add(charts.Chain(b.f, ""), "Wins, priorities and outcomes")
	add(charts.WinsByPriority(b.f, ""), "Wins by priority and quarter")
	add(charts.Calendar(b.f, ""), "Wins by month and day")
	for _, s := range b.f.Stories {
		add(charts.Readings(b.f, s, ""), "Readings: "+s.Outcome.Title)
	}
	if t := b.silenceData(); len(t.Rows) > 0 {
		all = append(all, data{silenceID, b.f.Silence.Headline(), t})
	}
	for _, t := range b.tables("") {
		all = append(all, data{t.id, t.finding, t.table})
	}
	for i := range b.f.Sheets() {
		if err := b.offerReceipts(&b.f.Sheets()[i]); err != nil {
			return err
		}
	}
	for _, d := range all {
		if err := b.offer(d.id, d.title, d.table); err != nil {
			return err
		}
	}
	return nil
}
