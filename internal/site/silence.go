package site

import (
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

const silenceID = "silence"

// silenceFigure is the map of where the tracker is silent: priorities by
// departments.
type silenceFigure struct {
	Finding, Measure     string
	Unknown              said // how many records may belong to any cell; nil for none
	Source               said
	AboutURL, ReceiptURL string
	Key                  []tracker.Term
	Departments          []string
	Rows                 []silenceRow
	Many                 bool // departments than paper has room for in one row
	CSV                  *csvLink
}

type silenceRow struct {
	Priority  Pri
	Inactive  string // why its pairs are in no count; "" where they are
	NewWinURL string // where the cells have none, since there are so many
	Cells     []silenceCell
}

// silenceCell is what is recorded of a priority with a department.
type silenceCell struct {
	Department, Evidence, Label string
	Records                     said   // "2 wins and 1 request"; nil for none
	Last                        string // "last 12 May 2026, 74 days ago"
	NewWinURL                   string
}

const (
	// departmentsOnPaper are as many columns as a page has room for; beyond, a
	// priority's departments are printed as a list.
	departmentsOnPaper = 5
	// offersInCells is up to how many cells lead to the form for a new win, each
	// with a whole form in its address; beyond, each priority leads there once.
	offersInCells = 60
)

func (b *builder) silenceFigure(p Page) *silenceFigure {
	m := &b.f.Silence
	f := &silenceFigure{
		Finding: m.Headline(), AboutURL: p.url(insightPath(silenceID)), ReceiptURL: b.receipt(p.Root, silenceID+"/none"),
		Key: m.Evidences().Terms, CSV: b.csv(p, silenceID), Many: len(m.Departments) > departmentsOnPaper,
	}
	if len(m.Departments) < 2 {
		return f // no department, and so no pair
	}
	f.Measure = b.words.Text("silence.measure", "day", b.day(b.t.AsOf))
	f.Unknown = b.silenceUnknown(p.Root)
	f.Source = plain(b.words.Text("silence.source"))
	if n := len(m.Excluded); n > 0 {
		f.Source = append(f.Source, Link{Title: " "}, Link{b.words.Text("silence.left-out", "n", n), f.AboutURL + "#left-out"}, Link{Title: "."})
	}
	empty := 0
	for _, d := range m.Departments {
		f.Departments = append(f.Departments, d.Name)
	}
	for _, row := range m.Rows {
		for i, c := range row.Cells {
			if c.Evidence == insight.EvidenceNone && !m.Departments[i].Elsewhere {
				empty++
			}
		}
	}
	for _, row := range m.Rows {
		r := silenceRow{Priority: b.priority(p, row.Priority)}
		offer := b.newWinURL(row.Priority)
		if !row.Active {
			r.Inactive, offer = b.words.Text("silence.inactive"), ""
		}
		if empty > offersInCells {
			r.NewWinURL, offer = offer, ""
		}
		for j := range row.Cells {
			r.Cells = append(r.Cells, b.silenceCell(p.Root, row, j, offer))
		}
		f.Rows = append(f.Rows, r)
	}
	return f
}

// silenceUnknown says how many records may belong to any cell of their
// priority; nil for none.
func (b *builder) silenceUnknown(root string) said {
	m := &b.f.Silence
	unknown := m.Unknown()
	if unknown == "" {
		return nil
	}
	return b.say(root, b.words.Text("silence.unknown", "unknown", unknown, "elsewhere", m.Departments[len(m.Departments)-1].Name), counted{b.words.Count(len(m.Unplaced)), silenceID + "/unplaced"})
}

// silenceCell is a cell of the map, with the form for a new win where there is
// no record. A record without a department is nothing to go and write.
func (b *builder) silenceCell(root string, row *insight.SilenceRow, column int, offer string) silenceCell {
	m := &b.f.Silence
	c, d := row.Cells[column], m.Departments[column]
	cell := silenceCell{Department: d.Name, Evidence: string(c.Evidence), Label: m.Label(c.Evidence)}
	switch {
	case c.Evidence == insight.EvidenceNone && d.Elsewhere:
		cell.Label = b.words.Text("silence.none")
		return cell
	case c.Evidence == insight.EvidenceNone:
		cell.NewWinURL = offer
		return cell
	}
	text := b.recordsText(c)
	cell.Records = b.say(root, text, counted{text, m.ReceiptID(row, column)})
	cell.Last = b.words.Text("silence.last", "day", b.day(c.Last))
	if c.Evidence == insight.EvidenceStale {
		cell.Last += ", " + b.words.Text("common.days-ago", "n", c.Days)
	}
	return cell
}

func (b *builder) recordsText(c *insight.SilenceCell) string {
	var parts []string
	if n := len(c.Wins); n > 0 {
		parts = append(parts, b.words.Text("common.wins", "n", n))
	}
	if n := len(c.Intakes); n > 0 {
		parts = append(parts, b.words.Text("common.requests", "n", n))
	}
	return b.words.List(parts)
}

// silenceData has a row for each pair, as programs like it; nil where there are
// no pairs.
func (b *builder) silenceData() *dataset {
	m := &b.f.Silence
	if len(m.Departments) < 2 || len(m.Rows) == 0 {
		return nil
	}
	type pair struct {
		priority, department string
		cell                 *insight.SilenceCell
	}
	var pairs []pair
	for _, row := range m.Rows {
		for i, c := range row.Cells {
			pairs = append(pairs, pair{row.Priority.Title, m.Departments[i].Name, c})
		}
	}
	say := b.words.Text
	return &dataset{
		id: silenceID, title: spaced(m.Headline()),
		columns: []column{
			{"priority", say("common.priority"), textType, ""},
			{"department", say("data.intakes.department"), textType, ""},
			{"evidence", say("silence.data.evidence"), textType, ""},
			{"wins", say("tables.wins"), numberType, ""},
			{"requests", say("tables.requests"), numberType, ""},
			{"last_recorded", say("silence.data.last"), dateType, ""},
			{"days_ago", say("silence.data.days"), numberType, ""},
		},
		rows: each(pairs, func(p pair) []value {
			var last, days value
			if p.cell.Evidence != insight.EvidenceNone {
				last, days = p.cell.Last, p.cell.Days
			}
			return []value{p.priority, p.department, spaced(m.Label(p.cell.Evidence)), len(p.cell.Wins), len(p.cell.Intakes), last, days}
		}),
	}
}
