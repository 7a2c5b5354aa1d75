package diag

import "io"

// Report is what a run has to say, with what the formats need beside it.
type Report struct {
	Findings []Finding // in the order of Sort
	Rules    []*Rule   // all rules of the program, those of the findings among them
	Version  string    // of smallwins
	Summary  string    // what became of the records, as one sentence or two
	Failed   bool      // the findings fail the run

	// Dir is the tracker's folder as the reader sees it, with forward slashes:
	// from the root of its repository for a forge, from the working directory for
	// a person. It is empty where that is the folder itself.
	Dir string

	// Home is the address on the web where smallwins is described; empty where
	// it is nowhere.
	Home string

	// Text returns the text of one of the tracker's files: without a byte order
	// mark, each line ended by a line feed. ok is false where it cannot be read.
	// Text may be nil.
	Text func(file string) (text string, ok bool)
}

// Format is one way to write a report.
type Format struct {
	Name  string
	Help  string // one plain line: who reads it
	Write func(io.Writer, *Report) error
}
