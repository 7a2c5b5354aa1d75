package site

import (
	"io"
	"strings"
)

const (
	dataPath      = "data/index.html"
	aboutDataPath = "about/data/index.html"
	figuresPath   = "data/figures.json"
)

// dataGroup is tables that belong together.
type dataGroup struct {
	id         string
	documented bool // its columns are explained on the page about the data
	tables     []*dataset
}

// saveData writes all files of data.
func (b *builder) saveData() error {
	b.data = []dataGroup{
		{"recorded", true,
			[]*dataset{b.tableWins(), b.tableWinFields(), b.tableIntakes(), b.tablePromises()}},
		{"purpose", true,
			[]*dataset{b.tablePriorities(), b.tableOutcomes(), b.tableReadings()}},
		{"figures", false, b.figureTables()},
	}
	for _, g := range b.data {
		for _, d := range g.tables {
			if err := b.saveTable(d); err != nil {
				return err
			}
		}
	}
	return b.saveReceipts()
}

func (b *builder) saveReceipts() error {
	sheets := b.f.Sheets()
	for i := range sheets {
		s := &sheets[i]
		fill := func(w io.Writer) (int, error) { return writeReceipts(w, s) }
		if err := b.save(csvPath(receiptsID(s.Definition.ID)), s.Definition.Title, fill); err != nil {
			return err
		}
	}
	return b.save(figuresPath, b.words.Text("data.all-numbers"), func(w io.Writer) (int, error) { return 0, b.f.WriteJSON(w, sheets, "") })
}

func (b *builder) dataJobs() []job {
	return []job{
		{dataPath, "data.html", func() any { return b.dataPage() }},
		{aboutDataPath, "about-data.html", func() any { return b.aboutDataPage() }},
	}
}

// dataPage lists every file of data.
type dataPage struct {
	Page
	AboutURL string
	Groups   []fileGroup
	Receipts []fileRow
	Figures  *csvLink // all receipts at once
	Feeds    feedsView
}

type fileGroup struct {
	Title, About string
	Files        []fileRow
}

// fileRow is a table with the files that hold it.
type fileRow struct {
	Title, About, Name string
	AboutURL           string // where its columns are explained; "" where the heading says enough
	Rows               string
	CSV, JSON          *csvLink
}

func (b *builder) dataPage() *dataPage {
	p := &dataPage{Page: b.page(dataPath, "data", b.words.Text("data.title"), b.words.Text("data.description"))}
	p.Standfirst = plain(b.words.Text("data.standfirst", "day", b.t.AsOf))
	p.AboutURL = p.url(aboutDataPath)
	for _, g := range b.data {
		view := fileGroup{Title: b.words.Text("data.group." + g.id), About: b.words.Text("data.group." + g.id + ".about")}
		for _, d := range g.tables {
			row := b.fileRow(p.Page, d.id, d.title, d.about)
			if g.documented {
				row.AboutURL = p.AboutURL + "#" + d.id
			}
			view.Files = append(view.Files, row)
		}
		if len(view.Files) > 0 {
			p.Groups = append(p.Groups, view)
		}
	}
	for i := range b.f.Sheets() {
		s := &b.f.Sheets()[i]
		row := b.fileRow(p.Page, receiptsID(s.Definition.ID), s.Definition.Title, "")
		row.AboutURL = p.url(insightPath(s.Definition.ID))
		p.Receipts = append(p.Receipts, row)
	}
	p.Figures = b.link(p.Page, figuresPath)
	p.Feeds = b.feedsView(p.Page)
	return p
}

func (b *builder) fileRow(p Page, id, title, about string) fileRow {
	return fileRow{
		Title: title, About: about, Name: id, Rows: b.words.Text("data.rows", "n", b.downloads[csvPath(id)].rows),
		CSV: b.csv(p, id), JSON: b.link(p, jsonPath(id)),
	}
}

// aboutDataPage says how the files are written and what their columns hold.
type aboutDataPage struct {
	Page
	DataURL  string
	Version  int
	ForTeam  bool
	AsOf     string
	Edition  string
	Tables   []tableView
	Receipts []columnView
}

type tableView struct {
	ID, Title, About string
	Columns          []columnView
	CSV, JSON        *csvLink
}

// columnView is a column with its type in the reader's language.
type columnView struct {
	column
	Kind string
}

func (b *builder) aboutDataPage() *aboutDataPage {
	p := &aboutDataPage{
		Page:    b.page(aboutDataPath, "data", b.words.Text("about-data.title"), b.words.Text("about-data.description")),
		Version: dataVersion, ForTeam: !b.site.ForLeaders, AsOf: b.t.AsOf.String(), Edition: string(b.t.Edition),
	}
	p.Crumbs = []Crumb{{b.words.Text("about-data.data"), dataPath}}
	p.DataURL = p.url(dataPath)
	p.Standfirst = plain(b.words.Text("about-data.standfirst"))
	for _, g := range b.data {
		if !g.documented {
			continue
		}
		for _, d := range g.tables {
			p.Tables = append(p.Tables, tableView{d.id, d.title, d.about, b.columnViews(d.columns), b.csv(p.Page, d.id), b.link(p.Page, jsonPath(d.id))})
		}
	}
	p.Receipts = b.columnViews(receiptColumns)
	for i := range p.Receipts {
		c := &p.Receipts[i]
		c.About = b.words.Text("data.receipts." + strings.ReplaceAll(c.Key, " ", "-") + ".about")
	}
	return p
}

func (b *builder) columnViews(columns []column) []columnView {
	views := make([]columnView, len(columns))
	for i, c := range columns {
		views[i] = columnView{c, b.words.Text("data.type." + strings.ToLower(strings.ReplaceAll(string(c.Type), " ", "-")))}
	}
	return views
}

// receiptColumns are those of the receipts of an insight: see writeReceipts.
// Their headings are keys, and stay as they are in every language.
var receiptColumns = []column{
	{Key: "number", Label: "number", Type: textType},
	{Key: "label", Label: "label", Type: textType},
	{Key: "value", Label: "value", Type: textType},
	{Key: "record is", Label: "record is", Type: textType},
	{Key: "kind", Label: "kind", Type: textType},
	{Key: "id", Label: "id", Type: textType},
	{Key: "part", Label: "part", Type: textType},
	{Key: "note", Label: "note", Type: textType},
	{Key: "n", Label: "n", Type: numberType},
	{Key: "d", Label: "d", Type: numberType},
}
