package cli

import (
	"encoding/json"
	"io"

	"smallwins/internal/diag"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// jsonFigures is what "figures --json" prints. Names and meanings stay as they
// are; new fields may come. What people read is made printable; ids and parts
// are as they are. Lists are never null.
type jsonFigures struct {
	AsOf     string        `json:"asOf"` // YYYY-MM-DD
	Edition  string        `json:"edition"`
	Period   *jsonPeriod   `json:"period"` // null where no day is known
	Insights []jsonInsight `json:"insights"`
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

func writeFiguresJSON(w io.Writer, f *insight.Figures, sheets []insight.Sheet) error {
	all := jsonFigures{
		AsOf: f.Tracker.AsOf.String(), Edition: string(f.Tracker.Edition),
		Period: periodOf(&f.Period), Insights: []jsonInsight{},
	}
	for _, s := range sheets {
		in := jsonInsight{
			ID: s.Definition.ID, Title: diag.Printable(s.Definition.Title), Definition: diag.Printable(s.Definition.Definition),
			Headline: diag.Printable(s.Headline), Missing: diag.Printable(s.Missing),
			Period: periodOf(s.Period), Minimum: s.Minimum, Numbers: []jsonNumber{}, Excluded: excludedOf(s),
		}
		for _, r := range s.Receipts {
			in.Numbers = append(in.Numbers, numberOf(r))
		}
		all.Insights = append(all.Insights, in)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

func periodOf(p *insight.Period) *jsonPeriod {
	if p == nil || p.From.IsZero() {
		return nil
	}
	return &jsonPeriod{p.From.String(), p.To.String()}
}

func numberOf(r insight.Receipt) jsonNumber {
	n := jsonNumber{
		ID: r.ID, Label: diag.Printable(r.Label), Text: diag.Printable(r.Text), Missing: diag.Printable(r.Missing),
		Counted: recordsOf(r.Counted), Others: recordsOf(r.Others), Unnamed: r.Unnamed, UnnamedOthers: r.UnnamedOthers,
	}
	if r.Missing == "" {
		n.N = &r.N
	}
	if r.D != insight.None {
		n.D = &r.D
	}
	return n
}

func recordsOf(records []insight.Record) []jsonRecord {
	all := make([]jsonRecord, len(records))
	for i, r := range records {
		all[i] = jsonRecord{r.Kind, r.ID, r.Part, diag.Printable(r.Note)}
	}
	return all
}

// excludedOf lists what an insight leaves out: by record, and behind those by
// reason where no record is to be named.
func excludedOf(s insight.Sheet) []jsonExcluded {
	all := []jsonExcluded{}
	var unnamed []jsonExcluded
	at := map[string]int{}
	for _, e := range s.Excluded {
		if r, ok := e.Record(); ok {
			all = append(all, jsonExcluded{Kind: r.Kind, ID: r.ID, Part: r.Part, Reason: diag.Printable(e.Reason)})
			continue
		}
		i, known := at[e.Reason]
		if !known {
			i = len(unnamed)
			at[e.Reason] = i
			unnamed = append(unnamed, jsonExcluded{Reason: diag.Printable(e.Reason)})
		}
		unnamed[i].Unnamed++
	}
	return append(all, unnamed...)
}
