// Package diag describes what smallwins has to say about a tracker's files:
// a finding is a value that names its rule, its place, what is wrong and how
// to mend it. Making a finding and showing it are apart: Formats,
// WriteTerminal and WriteSummary show.
package diag

import (
	"cmp"
	"slices"
)

// Severity says what a finding does to a run. Errors fail check and build,
// warnings fail under --strict, hints never fail.
type Severity int

// The severities, mildest first, so that they can be compared.
const (
	Hint Severity = iota
	Warning
	Error
)

// String returns the word that people and machines read.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "hint"
	}
}

// Pos is a place in a file. Line and Column count from 1, columns in Unicode
// code points. The zero Pos means the file as a whole.
type Pos struct {
	Line, Column int
}

// IsZero reports whether p names no place within its file.
func (p Pos) IsZero() bool { return p.Line == 0 }

// Compare orders places by line, then column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// Place is a piece of a file. File is relative to the tracker's root and uses
// forward slashes. Pos is where the piece starts and End the first position
// behind it; the zero End means that only the start is known.
type Place struct {
	File string
	Pos  Pos
	End  Pos
}

// Rule is one thing that smallwins looks for. The packages that look (content,
// check) each export their table of rules; a finding never exists without one.
//
// Bad and Good are examples for authors, as short as they can be. They are
// excerpts of a win, of an intake where the rule's ID begins with "intake", or
// of the strategy where it begins with "strategy", "settings", "priority" or
// "member": lines of front matter, then, from the first heading on, sections of
// the body. The end-to-end tests lay them over a
// tracker in which nothing is wrong, and hold each against its rule. A field or
// section takes the place of the one that stands there, and a field without a
// value takes it out; entries of the strategy are told apart by their ids.
//
// Where one file does not tell the story they are several, each behind a line
// "-- wins/a.md --"; one that begins with "---" is a whole file. What text cannot
// show is said behind the name: "(whole)" of a file that is no excerpt, "(not
// there)", "(link to b.md)", "(picture)", "(UTF-16)", and "(150 KiB)" of one that
// goes on up to that size. In the text, ⟨U+202E⟩ stands for a character that
// cannot be seen, and \uFFFD for a letter that is not saved as UTF-8.
type Rule struct {
	ID       string   // "win/date-missing": kind of record, then what is wrong
	Title    string   // one line, what the rule wants
	Severity Severity // what a finding of it does to the run
	Why      string   // why the rule exists, in one or two sentences
	Mend     string   // how to mend it in general, in one or two sentences
	Bad      string   // an example that brings a finding of the rule
	Good     string   // one that brings none
}

// Finding is one application of a rule to a place.
type Finding struct {
	Rule       string
	Severity   Severity
	Place      Place
	Message    string // one plain sentence: what is wrong
	Mend       string // one plain sentence: how to mend it
	Suggestion string // what could stand there instead, if one thing is likely
	Related    []Related
	Fix        []Edit // what a program may do to mend it unseen; empty where an author has to decide
}

// Related is another place that helps to understand a finding.
type Related struct {
	Place   Place
	Message string
}

// At makes a finding of the rule at a place. An empty mend falls back to the
// rule's own.
func (r *Rule) At(place Place, message, mend string) Finding {
	if mend == "" {
		mend = r.Mend
	}
	return Finding{Rule: r.ID, Severity: r.Severity, Place: place, Message: message, Mend: mend}
}

// WithSuggestion returns f with the text that could stand there instead.
func (f Finding) WithSuggestion(s string) Finding {
	f.Suggestion = s
	return f
}

// WithFix returns f with edits that mend it. Only what leaves no doubt about the
// author's meaning is a fix; everything else is a suggestion.
func (f Finding) WithFix(edits ...Edit) Finding {
	f.Fix = edits
	return f
}

// WithRelated returns f with one more place that belongs to the story.
func (f Finding) WithRelated(place Place, message string) Finding {
	f.Related = append(slices.Clip(f.Related), Related{place, message})
	return f
}

// Sort orders findings by file, then place, then rule: the order in which an
// author works through them, and the same on every machine.
func Sort(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File),
			a.Place.Pos.Compare(b.Place.Pos),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// Counts is how many findings of each severity there are.
type Counts struct {
	Errors, Warnings, Hints int
}

// Count tallies findings by severity.
func Count(fs []Finding) Counts {
	var c Counts
	for _, f := range fs {
		switch f.Severity {
		case Error:
			c.Errors++
		case Warning:
			c.Warnings++
		default:
			c.Hints++
		}
	}
	return c
}
