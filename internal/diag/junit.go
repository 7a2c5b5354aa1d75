package diag

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

type junitSuites struct {
	XMLName xml.Name   `xml:"testsuites"`
	Suite   junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
	Output  string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"` // the severity
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// writeJUnit is the format "junit": a test case for each finding, in the class
// of its file. Errors and warnings are failures. A hint is a test that passed
// and has something to say, as hints ask for nothing. Where there is no finding
// one test passed, for servers take an empty report for a missing one.
func writeJUnit(w io.Writer, r *Report) error {
	suite := junitSuite{Name: "smallwins"}
	type id struct{ class, name string }
	used := map[id]int{}
	for _, f := range r.Findings {
		c := junitCase{Class: "smallwins", Name: Printable(f.Rule), File: Printable(r.path(f.Place.File))}
		if c.File != "" {
			c.Class = c.File
		}
		if !f.Place.Pos.IsZero() {
			c.Name += fmt.Sprintf(" line %d", f.Place.Pos.Line)
		}
		// GitLab leaves out a test whose name has come before.
		at := id{c.Class, c.Name}
		if used[at]++; used[at] > 1 {
			c.Name += fmt.Sprintf(" (%d)", used[at])
		}
		var text strings.Builder
		listing{dir: r.Dir, fixes: true}.finding(&text, f)
		if f.Severity == Hint {
			c.Output = text.String()
		} else {
			c.Failure = &junitFailure{f.Severity.String(), Printable(f.Message), text.String()}
			suite.Failures++
		}
		suite.Cases = append(suite.Cases, c)
	}
	if len(suite.Cases) == 0 {
		suite.Cases = []junitCase{{Class: "smallwins", Name: "no findings"}}
	}
	suite.Tests = len(suite.Cases)
	data, err := xml.MarshalIndent(junitSuites{Suite: suite}, "", "  ")
	if err != nil {
		return fmt.Errorf("writing JUnit XML: %w", err)
	}
	_, err = io.WriteString(w, xml.Header+string(data)+"\n")
	return err
}
