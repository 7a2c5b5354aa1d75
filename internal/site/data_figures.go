package site

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"smallwins/internal/charts"
	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// figureTables are the data behind every figure that a page shows.
func (b *builder) figureTables() []*dataset {
	var all []*dataset
	add := func(id, title string, t charts.Table) {
		if len(t.Rows) > 0 {
			all = append(all, b.tableData(id, title, t))
		}
	}
	if c := charts.Chain(b.f, ""); c != nil {
		add(c.ID, b.words.Text("data.chain"), c.Table)
	}
	if c := charts.WinsByPriority(b.f, ""); c != nil && len(c.Table.Rows) > 0 {
		all = append(all, b.winsByPriorityData(c.ID))
	}
	if c := charts.Calendar(b.f, ""); c != nil {
		add(c.ID, c.Title, c.Table)
	}
	for _, s := range b.f.Stories {
		if c := charts.Readings(b.f, s, ""); c != nil && len(c.Table.Rows) > 0 {
			all = append(all, b.storyData(c.ID, s))
		}
	}
	if d := b.silenceData(); d != nil {
		all = append(all, d)
	}
	for _, t := range b.tables("") {
		add(t.id, cmp.Or(t.file, t.finding), t.table)
	}
	return all
}

// tableData turns the table of a figure into data. A column in which every cell
// is a number, a share or a day is one of numbers or days; a share is two
// columns, of how many and out of how many. The first column is the headings.
func (b *builder) tableData(id, title string, t charts.Table) *dataset {
	d, numbers := &dataset{id: id, title: spaced(title)}, numbersIn(b.words)
	var readers []func(row []charts.Cell) value
	names := map[string]int{}
	add := func(label string, t columnType, read func(row []charts.Cell) value) {
		d.columns = append(d.columns, column{Key: keyOf(label, names), Label: label, Type: t})
		readers = append(readers, read)
	}
	for i, head := range t.Head {
		head = spaced(head)
		text := func(row []charts.Cell) string { return row[i].Text }
		switch {
		case i > 0 && allCells(t, i, numbers.isCount):
			add(head, numberType, func(row []charts.Cell) value { return numbers.count(text(row)) })
		case i > 0 && allCells(t, i, numbers.isShare):
			add(head, numberType, func(row []charts.Cell) value { n, _ := numbers.share(text(row)); return n })
			add(b.words.Text("data.of", "heading", head), numberType, func(row []charts.Cell) value { _, d := numbers.share(text(row)); return d })
		case i > 0 && allCells(t, i, isDay):
			add(head, dateType, func(row []charts.Cell) value { d, _ := tracker.ParseDate(text(row)); return d })
		default:
			add(head, textType, func(row []charts.Cell) value { return spaced(text(row)) })
		}
	}
	d.rows = each(t.Rows, made(readers))
	return d
}

// spaced has plain spaces where a page keeps a line from breaking: data is
// searched and compared.
func spaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// numbers reads counts and shares as a language writes them in a table.
type numbers struct {
	words     *message.Language
	thousands string         // between the thousands of a count: ","
	shares    *regexp.Regexp // a share; not every language says first how many, and then of how many
}

func numbersIn(words *message.Language) numbers {
	thousands := strings.TrimSuffix(strings.TrimPrefix(words.Count(1000), "1"), "000")
	share := strings.Replace(regexp.QuoteMeta(words.Share(1, 2)), "1", "(?P<some>.+)", 1)
	share = strings.Replace(share, "2", "(?P<all>.+)", 1)
	return numbers{words, thousands, regexp.MustCompile("^" + share + "$")}
}

// count reads a count; nil for what is none.
func (n numbers) count(s string) value {
	digits := s
	if n.thousands != "" {
		digits = strings.ReplaceAll(s, n.thousands, "")
	}
	v, err := strconv.Atoi(digits)
	if err != nil || v < 0 || s != n.words.Count(v) && s != strconv.Itoa(v) { // "31.03.2026" is none
		return nil
	}
	return v
}

func (n numbers) isCount(s string) bool { return n.count(s) != nil }

// share reads how many, and out of how many.
func (n numbers) share(s string) (some, all value) {
	of := func(group string) value {
		parts, at := n.shares.FindStringSubmatch(s), n.shares.SubexpIndex(group)
		if parts == nil || at < 0 { // a team's own share may leave one out
			return nil
		}
		return n.count(parts[at])
	}
	return of("some"), of("all")
}

func (n numbers) isShare(s string) bool {
	some, all := n.share(s)
	return some != nil && all != nil
}

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
	say := b.words.Text
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
		rows = append(rows, row{nil, say("data.no-priority"), q.String(), loose[q]})
	}
	return &dataset{
		id: id, title: say("data.wins-by-priority"),
		columns: []column{
			{"priority", say("data.wins-by-priority.priority"), textType, ""},
			{"title", say("data.wins-by-priority.title"), textType, ""},
			{"quarter", say("data.quarter"), textType, ""},
			{"wins", say("data.priorities.wins"), numberType, say("data.wins-by-priority.wins.about")},
		},
		rows: each(rows, func(r row) []value { return []value{r.priority, r.title, r.quarter, r.wins} }),
	}
}

// storyData is what the chart of an outcome is drawn from: its readings, the
// wins aimed at it, and what else was at work, each by date.
func (b *builder) storyData(id string, s *insight.Story) *dataset {
	say := b.words.Text
	columns := []column{
		{"date", say("data.date"), dateType, ""},
		{"kind", say("data.kind"), textType, say("data.story.kind.about")},
		{"value", say("data.value"), numberType, say("data.story.value.about")},
		{"unit", say("data.unit"), textType, ""},
		{"id", say("data.id"), textType, say("data.story.id.about")},
		{"text", say("data.story.text"), textType, say("data.story.text.about")},
	}
	return &dataset{
		id: id, title: say("data.story", "outcome", s.Outcome.Title), columns: columns,
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
