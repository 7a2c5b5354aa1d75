package diag

import (
	"io"
)

// jsonReport is the format "json". Names and meanings stay as they are; new
// fields may come.
//
// Files are relative to the tracker's folder. Lines and columns count from 1,
// columns in Unicode code points; an end is the first position behind a piece.
// A finding without a line is about the whole file, one without an end is known
// by its start. What people read (message, mend, suggestion) is made printable;
// file and text are as they are.
type jsonReport struct {
	Version  string        `json:"version"`           // of smallwins
	Summary  string        `json:"summary,omitempty"` // what became of the records
	Failed   bool          `json:"failed"`            // the findings fail the run
	Counts   jsonCounts    `json:"counts"`
	Findings []jsonFinding `json:"findings"` // by file and place
	Rules    []jsonRule    `json:"rules"`    // those of the findings
}

type jsonCounts struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Hints    int `json:"hints"`
}

type jsonFinding struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"` // error, warning or hint
	jsonPlace
	Message    string        `json:"message"`              // what is wrong
	Mend       string        `json:"mend,omitempty"`       // how to mend it
	Suggestion string        `json:"suggestion,omitempty"` // what could stand there instead
	Related    []jsonRelated `json:"related,omitempty"`    // other places that help to understand
	Fix        []jsonEdit    `json:"fix,omitempty"`        // what --fix does: all of it, or nothing
}

type jsonPlace struct {
	File      string `json:"file"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"endLine,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
}

type jsonRelated struct {
	jsonPlace
	Message string `json:"message"`
}

// jsonEdit puts text in the place of a piece. Where the piece ends where it
// starts, the edit inserts.
type jsonEdit struct {
	jsonPlace
	Text string `json:"text"`
}

type jsonRule struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Why   string `json:"why"`
	Mend  string `json:"mend"`
}

func writeJSON(w io.Writer, r *Report) error {
	report := jsonReport{
		Version: r.Version, Summary: Printable(r.Summary), Failed: r.Failed, Counts: jsonCounts(Count(r.Findings)),
		Findings: make([]jsonFinding, len(r.Findings)), Rules: []jsonRule{},
	}
	occurs := map[string]bool{}
	for i, f := range r.Findings {
		occurs[f.Rule] = true
		report.Findings[i] = jsonFinding{
			Rule: f.Rule, Severity: f.Severity.String(), jsonPlace: jsonPlaceOf(f.Place),
			Message: Printable(f.Message), Mend: Printable(f.Mend), Suggestion: Printable(f.Suggestion),
			Related: jsonRelatedOf(f.Related), Fix: jsonEditsOf(f.Fix),
		}
	}
	for _, rule := range r.Rules {
		if occurs[rule.ID] {
			report.Rules = append(report.Rules, jsonRule{rule.ID, rule.Title, rule.Why, rule.Mend})
		}
	}
	return writeValue(w, report, "  ")
}

func jsonPlaceOf(p Place) jsonPlace {
	return jsonPlace{p.File, p.Pos.Line, p.Pos.Column, p.End.Line, p.End.Column}
}

func jsonRelatedOf(related []Related) (all []jsonRelated) {
	for _, r := range related {
		all = append(all, jsonRelated{jsonPlaceOf(r.Place), Printable(r.Message)})
	}
	return all
}

func jsonEditsOf(edits []Edit) (all []jsonEdit) {
	for _, e := range edits {
		all = append(all, jsonEdit{jsonPlaceOf(Place{e.Place.File, e.Place.Pos, e.end()}), e.Text})
	}
	return all
}
