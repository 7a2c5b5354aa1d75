package site

import "io"

const (
	dataPath      = "data/index.html"
	aboutDataPath = "about/data/index.html"
	figuresPath   = "data/figures.json"
)

// dataGroup is tables that belong together.
type dataGroup struct {
	title, about string
	documented   bool // its columns are explained on the page about the data
	tables       []*dataset
}

// saveData writes all files of data.
func (b *builder) saveData() error {
	b.data = []dataGroup{
		{"What was recorded", "Wins, requests, and what was promised.", true,
			[]*dataset{b.tableWins(), b.tableWinFields(), b.tableIntakes(), b.tablePromises()}},
		{"What it is for", "Priorities and outcomes, with what was read of them.", true,
			[]*dataset{b.tablePriorities(), b.tableOutcomes(), b.tableReadings()}},
		{"Behind the figures", "The table of each figure, as its page shows it.", false, b.figureTables()},
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
	return b.save(figuresPath, "All numbers with their receipts", func(w io.Writer) (int, error) { return 0, b.f.WriteJSON(w, sheets, "") })
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
	p := &dataPage{Page: b.page(dataPath, "data", "The data behind this site", "Every table of this site, to download as CSV or JSON.")}
	p.Standfirst = plain("Everything that these pages show, to open in a spreadsheet or to read with a program. It is what this edition may show, as of " + longDay(b.t.AsOf) + ".")
	p.AboutURL = p.url(aboutDataPath)
	for _, g := range b.data {
		view := fileGroup{Title: g.title, About: g.about}
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
		Title: title, About: about, Name: id, Rows: thousands(b.downloads[csvPath(id)].rows),
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
	Receipts []column
}

type tableView struct {
	ID, Title, About string
	Columns          []column
	CSV, JSON        *csvLink
}

func (b *builder) aboutDataPage() *aboutDataPage {
	p := &aboutDataPage{
		Page:    b.page(aboutDataPath, "data", "What the files of data hold", "How the downloads of this site are written, and what each column means."),
		Version: dataVersion, ForTeam: !b.site.ForLeaders, AsOf: b.t.AsOf.String(), Edition: string(b.t.Edition),
	}
	p.Crumbs = []Crumb{{"Data", dataPath}}
	p.DataURL = p.url(dataPath)
	p.Standfirst = plain("Names in JSON stay as they are. Headings in CSV are those of this team.")
	for _, g := range b.data {
		if !g.documented {
			continue
		}
		for _, d := range g.tables {
			p.Tables = append(p.Tables, tableView{d.id, d.title, d.about, d.columns, b.csv(p.Page, d.id), b.link(p.Page, jsonPath(d.id))})
		}
	}
	p.Receipts = receiptColumns
	return p
}

// receiptColumns are those of the receipts of an insight: see writeReceipts.
var receiptColumns = []column{
	{"number", "number", textType, "The id of the number, such as “posture/partnered”. Empty for what the whole insight leaves out."},
	{"label", "label", textType, "What is counted."},
	{"value", "value", textType, "The number as pages show it."},
	{"record is", "record is", textType, "“counted”, “not counted” (looked at, and in the denominator alone) or “left out”."},
	{"kind", "kind", textType, "Of the record: win, intake, priority, outcome and so on."},
	{"id", "id", textType, "Of the record; empty where it is counted without being named."},
	{"part", "part", textType, "Of the record, such as “follow_ups[0]”."},
	{"note", "note", textType, "Why, where being listed does not say it."},
	{"n", "n", numberType, "How many were counted."},
	{"d", "d", numberType, "Out of how many; empty where the number is no share."},
}
