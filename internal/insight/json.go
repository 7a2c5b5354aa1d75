package insight

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// jsonVersion is that of the form of the JSON. It goes up when a name or a
// meaning changes; new fields leave it alone.
const jsonVersion = 1

// printable is a text of ours as machines read it: what keeps a number and its
// noun on one line of a page is a plain space here.
func printable(s string) string { return diag.Printable(strings.ReplaceAll(s, "\u00a0", " ")) }

// jsonFigures is how all figures begin in JSON; the insights follow. What people
// read is made printable; ids and parts are as they are. Lists are never null.
type jsonFigures struct {
	Version int         `json:"version"`
	AsOf    string      `json:"asOf"` // YYYY-MM-DD
	Edition string      `json:"edition"`
	Period  *jsonPeriod `json:"period"` // null where no day is known
}

type jsonPeriod struct {
	From string `json:"from"`
	To   string `json:"to"` // both days are in it
}

type jsonInsight struct {
	ID         string         `json:"id"`
	Title      string         `json:"title"`
	Definition string         `json:"definition"` // how it is worked out
	Headline   string         `json:"headline"`
	Missing    string         `json:"missing"`          // what is missing for a finding; "" where there is one
	Period     *jsonPeriod    `json:"period,omitempty"` // where it covers one; else it looks at the day of the report
	Minimum    int            `json:"minimum"`          // fewest cases for a percentage or a trend; 0 where none are needed
	Numbers    []jsonNumber   `json:"numbers"`
	Excluded   []jsonExcluded `json:"excluded"`
}

// jsonNumber has as many counted records, with unnamed, as n, and with those the
// others make up d.
type jsonNumber struct {
	ID            string       `json:"id"`
	Label         string       `json:"label"`
	Text          string       `json:"text"`
	N             *int         `json:"n"` // null where the number is not known
	D             *int         `json:"d"` // null where there is no denominator
	Missing       string       `json:"missing,omitempty"`
	Counted       []jsonRecord `json:"counted"`
	Others        []jsonRecord `json:"others"`
	Unnamed       int          `json:"unnamed,omitempty"`
	UnnamedOthers int          `json:"unnamedOthers,omitempty"`
}

type jsonRecord struct {
	Kind tracker.Kind `json:"kind"`
	ID   tracker.ID   `json:"id"`
	Part string       `json:"part,omitempty"` // "follow_ups[0]"
	Note string       `json:"note,omitempty"`
}

// jsonExcluded is one record that is left out, or several that are counted and
// not named.
type jsonExcluded struct {
	Kind    tracker.Kind `json:"kind,omitempty"`
	ID      tracker.ID   `json:"id,omitempty"`
	Part    string       `json:"part,omitempty"`
	Reason  string       `json:"reason"`
	Unnamed int          `json:"unnamed,omitempty"`
}

// WriteJSON writes figures with their records as one JSON object: all of them,
// or those of the given sheets. Each insight is written by itself, since those of
// a large tracker name every record many times; indent is "" for one line each.
func (f *Figures) WriteJSON(w io.Writer, sheets []Sheet, indent string) error {
	e := jsonWriter{w: w, indent: indent}
	e.write(jsonFigures{jsonVersion, f.Tracker.AsOf.String(), string(f.Tracker.Edition), periodOf(&f.Period)}, "", "}")
	e.text(",\n" + indent + `"insights": [`)
	for i := range sheets {
		if i > 0 {
			e.text(",")
		}
		e.text("\n" + indent + indent)
		e.write(insightOf(&sheets[i]), indent+indent, "")
	}
	if len(sheets) > 0 {
		e.text("\n" + indent)
	}
	e.text("]\n}\n")
	return e.err
}

// jsonWriter writes one JSON text in pieces, up to the first error.
type jsonWriter struct {
	w      io.Writer
	indent string
	piece  bytes.Buffer
	err    error
}

func (e *jsonWriter) text(s string) {
	if e.err == nil {
		_, e.err = io.WriteString(e.w, s)
	}
}

// write writes a value without the given end; prefix begins its further lines.
func (e *jsonWriter) write(v any, prefix, end string) {
	if e.err != nil {
		return
	}
	e.piece.Reset()
	enc := json.NewEncoder(&e.piece)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, e.indent)
	if e.err = enc.Encode(v); e.err == nil {
		_, e.err = e.w.Write(bytes.TrimRight(bytes.TrimSuffix(e.piece.Bytes(), []byte(end+"\n")), "\n"))
	}
}

func insightOf(s *Sheet) jsonInsight {
	in := jsonInsight{
		ID: s.Definition.ID, Title: printable(s.Definition.Title), Definition: printable(s.Definition.Definition),
		Headline: printable(s.Headline), Missing: printable(s.Missing),
		Period: periodOf(s.Period), Minimum: s.Minimum, Numbers: []jsonNumber{}, Excluded: excludedOf(s),
	}
	for i := range s.Receipts {
		in.Numbers = append(in.Numbers, numberOf(&s.Receipts[i]))
	}
	return in
}

func periodOf(p *Period) *jsonPeriod {
	if p == nil || p.From.IsZero() {
		return nil
	}
	return &jsonPeriod{p.From.String(), p.To.String()}
}

func numberOf(r *Receipt) jsonNumber {
	n := jsonNumber{
		ID: r.ID, Label: printable(r.Label), Text: printable(r.Text), Missing: printable(r.Missing),
		Counted: recordsOf(r.Counted), Others: recordsOf(r.Others), Unnamed: r.Unnamed, UnnamedOthers: r.UnnamedOthers,
	}
	if r.Missing == "" {
		n.N = &r.N
	}
	if r.D != None {
		n.D = &r.D
	}
	return n
}

func recordsOf(records []Record) []jsonRecord {
	all := make([]jsonRecord, len(records))
	for i, r := range records {
		all[i] = jsonRecord{r.Kind, r.ID, r.Part, printable(r.Note)}
	}
	return all
}

func excludedOf(s *Sheet) []jsonExcluded {
	all := []jsonExcluded{}
	for _, e := range s.LeftOut() {
		all = append(all, jsonExcluded{e.Record.Kind, e.Record.ID, e.Record.Part, printable(e.Reason), e.Unnamed})
	}
	return all
}
