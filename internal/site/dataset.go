package site

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"strconv"
	"strings"

	"smallwins/internal/tracker"
)

// dataset is a table of data as the site offers it, as CSV and as JSON. Rows
// are made one after another, so that a large table never stands in memory.
type dataset struct {
	id, title, about string
	columns          []column
	rows             iter.Seq[[]value]
}

// column says what a column holds. Key is its name in JSON and stays as it is;
// Label heads it in CSV, and is the team's own where there is one.
type column struct {
	Key, Label string
	Type       columnType
	About      string
}

// columnType is what the values of a column are.
type columnType string

// The types. A value that is not known is an empty cell in CSV and null in JSON.
const (
	textType   columnType = "text"
	proseType  columnType = "Markdown"
	dateType   columnType = "date"
	numberType columnType = "number"
	flagType   columnType = "true or false"
	listType   columnType = "list"
)

// value is a string, a []string, an int, a tracker.Number, a tracker.Date, a
// bool, or nil.
type value any

// dataVersion is that of the form of the JSON files. It goes up when something
// is renamed or taken away; what is new leaves it alone.
const dataVersion = 1

// listMark stands between the members of a list in a cell of CSV.
const listMark = "; "

// writeCSV writes the table as a spreadsheet reads it.
func (d *dataset) writeCSV(w io.Writer) (rows int, err error) {
	c := newSheetWriter(w)
	head := make([]string, len(d.columns))
	for i, col := range d.columns {
		head[i] = col.Label
	}
	c.text(head)
	cells := make([]string, len(d.columns))
	for row := range d.rows {
		for i, v := range row {
			cells[i] = cellOf(v)
		}
		c.write(cells)
		rows++
	}
	return rows, c.flush()
}

// cellOf writes a value as a cell. Numbers are as programs write them, so that
// one below zero is no formula; everything else is made safe.
func cellOf(v value) string {
	switch v := v.(type) {
	case string:
		return spreadsheetSafe(v)
	case []string:
		return spreadsheetSafe(strings.Join(v, listMark))
	case int:
		return strconv.Itoa(v)
	case tracker.Number:
		if v.Known {
			return strconv.FormatFloat(v.Value, 'f', -1, 64)
		}
	case tracker.Date:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// jsonHead is what a JSON file says before its rows.
type jsonHead struct {
	Version int          `json:"version"`
	ID      string       `json:"id"`
	Title   string       `json:"title"`
	AsOf    string       `json:"asOf"`
	Edition string       `json:"edition"`
	Columns []jsonColumn `json:"columns"`
}

type jsonColumn struct {
	Key   string     `json:"key"`
	Label string     `json:"label"`
	Type  columnType `json:"type"`
}

// writeJSON writes one object: what the table is, its columns, and its rows,
// each an object on a line of its own with the columns' keys in their order.
func (d *dataset) writeJSON(w io.Writer, t *tracker.Tracker) error {
	e := newLineEncoder()
	head := jsonHead{dataVersion, d.id, d.title, t.AsOf.String(), string(t.Edition), make([]jsonColumn, len(d.columns))}
	keys := make([]string, len(d.columns))
	for i, c := range d.columns {
		head.Columns[i] = jsonColumn{c.Key, c.Label, c.Type}
		keys[i] = string(e.encode(c.Key)) + ":"
	}
	line := e.encode(head)
	e.raw(line[:len(line)-1]) // without the brace that closes it
	e.raw([]byte(`,"rows":[`))
	if err := e.flushTo(w); err != nil {
		return err
	}
	first := true
	for row := range d.rows {
		if !first {
			e.raw([]byte{','})
		}
		first = false
		e.raw([]byte("\n{"))
		for i, v := range row {
			if i > 0 {
				e.raw([]byte{','})
			}
			e.raw([]byte(keys[i]))
			e.raw(e.encode(jsonValue(v)))
		}
		e.raw([]byte{'}'})
		if err := e.flushTo(w); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "\n]}\n")
	return err
}

// jsonValue returns what stands for a value in JSON. A text that was not
// written is null; so is a list that was not given, which an empty one was.
func jsonValue(v value) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
	case []string:
		if v == nil {
			return nil
		}
	case tracker.Number:
		if v.Known {
			return v.Value
		}
		return nil
	case tracker.Date:
		if v.IsZero() {
			return nil
		}
		return v.String()
	}
	return v
}

// lineEncoder gathers a line of JSON and keeps its memory for the next.
type lineEncoder struct {
	line, piece bytes.Buffer
	json        *json.Encoder
}

func newLineEncoder() *lineEncoder {
	e := &lineEncoder{}
	e.json = json.NewEncoder(&e.piece)
	return e
}

// encode returns a value without a line break, until the next call.
func (e *lineEncoder) encode(v any) []byte {
	e.piece.Reset()
	if err := e.json.Encode(v); err != nil {
		panic("site: " + err.Error()) // of our own types
	}
	return bytes.TrimSuffix(e.piece.Bytes(), []byte("\n"))
}

func (e *lineEncoder) raw(b []byte) { e.line.Write(b) }

func (e *lineEncoder) flushTo(w io.Writer) error {
	_, err := e.line.WriteTo(w)
	return err
}
