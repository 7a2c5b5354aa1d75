package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Definition is one figure, explained for readers.
type Definition struct {
	ID         string // "posture": what links point at
	Title      string
	Definition string // how it is worked out, with the thresholds in use
	Reason     string // why it is shown
	Limits     string // what it cannot say
	NotEnough  string // when it stays silent
	Audience   string // who reads it
	Decision   string // what they decide with it
	TeamOnly   bool   // it is for the team's edition alone
}

// Definitions explains the figures that this edition may see, in the order in
// which a reader meets them, with the thresholds of this tracker.
func (f *Figures) Definitions() []Definition {
	sheets := f.Sheets()
	definitions := make([]Definition, len(sheets))
	for i, s := range sheets {
		definitions[i] = s.Definition
	}
	return definitions
}

// fewer says what happens below the least number of cases.
func (f *Figures) fewer() string {
	return f.Words.Text("insight.fewer", "minimum", f.minimum)
}

// trendNote says when two halves are compared.
func (f *Figures) trendNote() string {
	note := f.Words.Text("insight.trend-note", "minimum", f.minimum)
	if between := f.Posture.Between; between != "" {
		note += " " + between
	}
	return note
}

// yearSuffix is YearNote behind a sentence.
func (f *Figures) yearSuffix() string {
	if note := f.YearNote(); note != "" {
		return " " + note
	}
	return ""
}

// termIn is a term of a vocabulary in the words of the reader.
func termIn(words *message.Language, v *tracker.Vocabulary, t tracker.Term) tracker.Term {
	t.Label, t.Definition = words.Label(v, t.ID), words.Definition(v, t.ID)
	return t
}
