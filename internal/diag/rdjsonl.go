package diag

import (
	"io"
	"slices"
)

// diagnostic is an entry of the Reviewdog Diagnostic Format. Its columns count
// bytes of UTF-8, and the end of a range is the first position behind it.
type diagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Source      rdName         `json:"source"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition  `json:"start"`
	End   *rdPosition `json:"end,omitempty"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"`
}

type rdName struct {
	Name string `json:"name"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

// writeRDJSONL is the format "rdjsonl": one finding a line.
func writeRDJSONL(w io.Writer, r *Report) error {
	s := &sources{text: r.Text}
	var out []byte
	for _, f := range r.Findings {
		line, err := marshal(diagnostic{
			Message:     comment(f.sentences(f.see(r.Dir)...)),
			Location:    rdLocation{r.path(f.Place.File), s.rdRange(f.Place)},
			Severity:    rdSeverity(f.Severity),
			Source:      rdName{"smallwins"},
			Code:        rdCode{f.Rule},
			Suggestions: s.rdSuggestions(f),
		}, "")
		if err != nil {
			return err
		}
		out = append(out, line...)
	}
	_, err := w.Write(out)
	return err
}

// comment writes a text for a review comment, which reviewdog posts as Markdown.
// Backslashes can be read past where it prints to a terminal instead.
func comment(s string) string {
	return plainMarkdown(s, func(r rune) string {
		if r == '@' || r == '#' || r == '$' || r == '&' {
			return string(r)
		}
		return `\` + string(r)
	}, "\u200B")
}

// rdRange returns the range of a place; by lines alone where the file cannot be
// read, and none for a whole file.
func (s *sources) rdRange(p Place) *rdRange {
	if p.Pos.IsZero() {
		return nil
	}
	if exact, ok := s.exact(p); ok {
		return &exact
	}
	return &rdRange{Start: rdPosition{Line: p.Pos.Line}}
}

// exact returns the range of a place with columns in bytes.
func (s *sources) exact(p Place) (r rdRange, ok bool) {
	column, ok := s.byteColumn(p.File, p.Pos)
	if !ok {
		return rdRange{}, false
	}
	r.Start = rdPosition{p.Pos.Line, column}
	if !p.End.IsZero() {
		column, ok := s.byteColumn(p.File, p.End)
		if !ok {
			return rdRange{}, false
		}
		r.End = &rdPosition{p.End.Line, column}
	}
	return r, true
}

// rdSuggestions returns a finding's fix. A suggestion has no file of its own, so
// there are none where the fix reaches into another one.
func (s *sources) rdSuggestions(f Finding) (all []rdSuggestion) {
	if slices.ContainsFunc(f.Fix, func(e Edit) bool { return e.Place.File != f.Place.File }) {
		return nil
	}
	for _, e := range f.Fix {
		r, ok := s.exact(Place{e.Place.File, e.Place.Pos, e.end()})
		if !ok {
			return nil
		}
		all = append(all, rdSuggestion{r, e.Text})
	}
	return all
}

func rdSeverity(s Severity) string {
	switch s {
	case Error:
		return "ERROR"
	case Warning:
		return "WARNING"
	default:
		return "INFO"
	}
}
