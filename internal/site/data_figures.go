package site

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// figureTables are the data behind every figure that a page shows.
func (b *builder) figureTables() []*dataset {
	var all []*dataset
	add := func(id, title string, t charts.Table) {
		if len(t.Rows) > 0 {
			all = append(all, tableData(id, title, t))
		}
	}
	if c := charts.Chain(b.f, ""); c != nil {
		add(c.ID, "Wins, priorities and outcomes", c.Table)
	}
	if c := charts.WinsByPriority(b.f, ""); c != nil && len(c.Table.Rows) > 0 {
		all = append(all, b.winsByPriorityData(c.ID))
	}
	if c := charts.Calendar(b.f, ""); c != nil {
		add(c.ID, c.Title, c.Table)
	}
	for _, s := range b.f.Stories {
		if c := charts.Readings(b.f, s, ""); c != nil && len(c.Table.Rows) > 0 {
			all = append(all, storyData(c.ID, s))
		}
	}
	add(silenceID, b.f.Silence.Headline(), b.silenceData())
	for _, t := range b.tables("") {
		add(t.id, cmp.Or(t.file, t.finding), t.table)
	}
	return all
}

// tableData turns the table of a figure into data. A column in which every cell
// is a number, a share or a day is one of numbers or days; a share is two
// columns, of how many and out of how many. The first column is the headings.
func tableData(id, title string, t charts.Table) *dataset {
	d := &dataset{id: id, title: title}
	var readers []func(row []charts.Cell) value
	names := map[string]int{}
	add := func(label string, t columnType, read func(row []charts.Cell) value) {
		d.columns = append(d.columns, column{Key: keyOf(label, names), Label: label, Type: t})
		readers = append(readers, read)
	}
	for i, head := range t.Head {
		text := func(row []charts.Cell) string { return row[i].Text }
		switch {
		case i > 0 && allCells(t, i, isCount):
			add(head, numberType, func(row []charts.Cell) value { return countIn(text(row)) })
		case i > 0 && allCells(t, i, isShare):
			add(head, numberType, func(row []charts.Cell) value { n, _, _ := strings.Cut(text(row), shareMark); return countIn(n) })
			add(head+", of", numberType, func(row []charts.Cell) value { _, d, _ := strings.Cut(text(row), shareMark); return countIn(d) })
		case i > 0 && allCells(t, i, isDay):
			add(head, dateType, func(row []charts.Cell) value { d, _ := tracker.ParseDate(text(row)); return d })
		default:
			add(head, textType, func(row []charts.Cell) value { return text(row) })
		}
	}
	d.rows = each(t.Rows, made(readers))
	return d
}

// shareMark stands in a share: "5 of 13".
const shareMark = " of "

var (
	wholeNumber = regexp.MustCompile(`^(\d{1,3}(,\d{3})+|\d+)$`)
	shareText   = regexp.MustCompile(`^[\d,]+ of [\d,]+$`)
)

func isCount(s string) bool { return wholeNumber.MatchString(s) }

func isShare(s string) bool { return shareText.MatchString(s) }

func isDay(s string) bool { _, err := tracker.ParseDate(s); return err == nil }

// allCells reports whether a column has cells, and those that are not empty are
// all of a kind. The name of a record is never a number.
func allCells(t charts.Table, i int, is func(string) bool) bool {
	some := false
	for _, row := range t.Rows {
		c := row[i]
		if c.Text == "" {
			continue
		}
		if !is(c.Text) {
			return false
		}
		some = true
	}
	return some
}

// countIn reads a count as tables write it; nil for an empty cell.
func countIn(s string) value {
	n, err := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	if err != nil {
		return nil
	}
	return n
}

// keyOf makes the name of a column from its heading, and keeps those of a table
// apart.
func keyOf(label string, names map[string]int) string {
	words := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	key := strings.Join(words, "_")
	if key == "" {
		key = "column"
	}
	if names[key]++; names[key] > 1 {
		key += "_" + strconv.Itoa(names[key])
	}
	return key
}

// winsByPriorityData has a row for each priority and quarter, and one for the
// wins that name no priority.
func (b *builder) winsByPriorityData(id string) *dataset {
	type row struct {
		priority value
		title    string
		quarter  string
		wins     int
	}
	var rows []row
	for _, pc := range b.f.Coverage.Priorities {
		for _, q := range pc.Quarters {
			rows = append(rows, row{string(pc.Priority.ID), pc.Priority.Title, q.Quarter.String(), len(q.Wins)})
		}
	}
	loose := map[tracker.Quarter]int{}
	for _, w := range b.f.Coverage.Unlinked {
		loose[b.t.Quarter(w.Date)]++
	}
	for _, q := range b.f.Quarters {
		rows = append(rows, row{nil, "No priority named", q.String(), loose[q]})
	}
	return &dataset{
		id: id, title: "Wins by priority and quarter",
		columns: []column{
			{"priority", "Priority id", textType, ""},
			{"title", "Priority", textType, ""},
			{"quarter", "Quarter", textType, ""},
			{"wins", "Wins", numberType, "A win that names two priorities is in both of their rows."},
		},
		rows: each(rows, func(r row) []value { return []value{r.priority, r.title, r.quarter, r.wins} }),
	}
}

// storyData is what the chart of an outcome is drawn from: its readings, the
// wins aimed at it, and what else was at work, each by date.
func storyData(id string, s *insight.Story) *dataset {
	columns := []column{
		{"date", "Date", dateType, ""},
		{"kind", "Kind", textType, "“reading”, “win” or “factor”: what else was at work."},
		{"value", "Value", numberType, "Of a reading; empty where it is not known."},
		{"unit", "Unit", textType, ""},
		{"id", "Id", textType, "Of a win."},
		{"text", "Text", textType, "The note of a reading, the title of a win, or the factor."},
	}
	return &dataset{
		id: id, title: "Readings: " + s.Outcome.Title, columns: columns,
		rows: func(yield func([]value) bool) {
			for _, r := range s.Readings {
				if !yield([]value{r.Date, "reading", r.Value, s.Outcome.Measure.Unit, nil, r.Note}) {
					return
				}
			}
			for _, wins := range [][]*tracker.Win{s.Wins, s.After} {
				for _, w := range wins {
					if !yield([]value{w.Date, "win", nil, nil, string(w.ID), w.Title}) {
						return
					}
				}
			}
			for _, f := range insight.FactorsByDate(s.Factors) {
				if !yield([]value{f.Date, "factor", nil, nil, nil, f.What}) {
					return
				}
			}
		},
	}
}
