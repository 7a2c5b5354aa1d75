package diag_test

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

func TestFormatNames(t *testing.T) {
	want := []string{"text", "github", "gitlab", "json", "sarif", "junit", "rdjsonl"}
	if diff := cmp.Diff(want, diag.FormatNames()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, name := range want {
		if f, ok := diag.FormatNamed(name); !ok || f.Name != name || f.Help == "" {
			t.Errorf("%q is %+v", name, f)
		}
	}
	if _, ok := diag.FormatNamed("yaml"); ok {
		t.Error("there is a format for yaml")
	}
}

// outputs are all ways to write a report.
func outputs() []diag.Format {
	return append(slices.Clone(diag.Formats),
		diag.Format{Name: "terminal", Write: func(w io.Writer, r *diag.Report) error { return diag.WriteTerminal(w, r, false) }},
		diag.Format{Name: "summary", Write: diag.WriteSummary},
	)
}

func TestEveryOutputIsSafeAndSteady(t *testing.T) {
	for _, f := range outputs() {
		for name, r := range map[string]*diag.Report{"sample": sample(), "hostile": hostile()} {
			t.Run(f.Name+" of "+name, func(t *testing.T) {
				var b, again strings.Builder
				if err := errors.Join(f.Write(&b, r), f.Write(&again, r)); err != nil {
					t.Fatal(err)
				}
				got := b.String()
				if got != again.String() {
					t.Error("the second run differs from the first")
				}
				if !strings.HasSuffix(got, "\n") {
					t.Error("no line feed at the end")
				}
				for line := range strings.Lines(got) {
					line = strings.TrimSuffix(line, "\n")
					if i := strings.IndexFunc(line, func(r rune) bool { return unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) }); i >= 0 {
						t.Errorf("a control character: %+.80q", line[i:])
					}
					if c, ok := parseCommand(line); ok && f.Name != "github" {
						t.Errorf("a workflow command %+v: %.80q", c, line)
					}
				}
			})
		}
	}
}

func TestEveryOutputWithoutFindings(t *testing.T) {
	for _, f := range outputs() {
		var b strings.Builder
		if err := f.Write(&b, &diag.Report{}); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if got := b.String(); got != "" && !strings.HasSuffix(got, "\n") {
			t.Errorf("%s ends without a line feed: %q", f.Name, got)
		}
		if got := b.String(); strings.Contains(got, "null") {
			t.Errorf("%s has a list that is null: %s", f.Name, got)
		}
	}
}

func TestEveryOutputTellsOfAFullDisk(t *testing.T) {
	want := errors.New("no space left")
	for _, f := range outputs() {
		if err := f.Write(full{want}, sample()); !errors.Is(err, want) {
			t.Errorf("%s: error %v, want %v", f.Name, err, want)
		}
	}
}

func TestPathsCountFromWhereTheReaderIs(t *testing.T) {
	r := sample()
	r.Dir = "teams/north"
	for _, f := range outputs() {
		var b strings.Builder
		if err := f.Write(&b, r); err != nil {
			t.Fatal(err)
		}
		// Our own JSON is about the tracker alone.
		want := f.Name != "json"
		if got := strings.Contains(b.String(), "teams/north/wins/x.md"); got != want {
			t.Errorf("%s: a path with the folder: %v, want %v", f.Name, got, want)
		}
	}
}

func TestJSON(t *testing.T) {
	r := sample()
	r.Findings = r.Findings[:1]
	const want = `{
  "version": "v1.2.3",
  "summary": "2 wins. 1 error, 1 warning, 1 hint.",
  "failed": true,
  "counts": {
    "errors": 1,
    "warnings": 0,
    "hints": 0
  },
  "findings": [
    {
      "rule": "win/date-invalid",
      "severity": "error",
      "file": "wins/x.md",
      "line": 3,
      "column": 10,
      "endLine": 3,
      "endColumn": 20,
      "message": "\"2026-02-30\" is not a date.",
      "mend": "Write the day as YYYY-MM-DD.",
      "suggestion": "2026-02-28",
      "related": [
        {
          "file": "wins/y.md",
          "line": 2,
          "column": 1,
          "message": "The other one."
        }
      ],
      "fix": [
        {
          "file": "wins/x.md",
          "line": 3,
          "column": 10,
          "endLine": 3,
          "endColumn": 20,
          "text": "2026-02-28"
        }
      ]
    }
  ],
  "rules": [
    {
      "id": "win/date-invalid",
      "title": "A date is a day of the calendar",
      "why": "Reports count by day.",
      "mend": "Write the day as YYYY-MM-DD."
    }
  ]
}
`
	if diff := cmp.Diff(want, write(t, "json", r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What a program needs to find a file and mend it survives whatever it holds.
func TestJSONKeepsFilesAndFixes(t *testing.T) {
	var got struct {
		Findings []struct {
			File, Message string
			Fix           []struct{ File, Text string }
		}
	}
	r := hostile()
	if err := json.Unmarshal([]byte(write(t, "json", r)), &got); err != nil {
		t.Fatal(err)
	}
	for i, f := range got.Findings {
		want := strings.ToValidUTF8(r.Findings[i].Place.File, "\ufffd\ufffd") // the two broken bytes of the sample
		if f.File != want || f.Fix[0].File != want || f.Fix[0].Text != want {
			t.Errorf("%+.80q has become %+.80q", want, f)
		}
		if f.Message != diag.Printable(r.Findings[i].Message) {
			t.Errorf("message %+.80q of %+.80q", f.Message, want)
		}
	}
}

func TestGitLab(t *testing.T) {
	r := sample()
	r.Findings = r.Findings[2:]
	const want = `[
  {
    "description": "It is no record.",
    "check_name": "win/extra",
    "fingerprint": "a695b8a5c85aeb8ce0b4290759f0a880c9a315151b68fc3613cc0d0ad777b567",
    "severity": "minor",
    "location": {
      "path": "wins/z.txt",
      "lines": {
        "begin": 1
      }
    }
  }
]
`
	if diff := cmp.Diff(want, write(t, "gitlab", r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := write(t, "gitlab", &diag.Report{}); got != "[]\n" {
		t.Errorf("an empty report is %q", got)
	}
}

func fingerprints(t *testing.T, r *diag.Report) (all []string) {
	t.Helper()
	var issues []struct{ Fingerprint string }
	if err := json.Unmarshal([]byte(write(t, "gitlab", r)), &issues); err != nil {
		t.Fatal(err)
	}
	for _, i := range issues {
		all = append(all, i.Fingerprint)
	}
	return all
}

func TestFingerprints(t *testing.T) {
	r := sample()
	r.Findings = append(r.Findings, r.Findings...)
	before := fingerprints(t, r)
	if n := len(slices.Compact(slices.Sorted(slices.Values(before)))); n != len(r.Findings) {
		t.Errorf("%d findings have %d fingerprints", len(r.Findings), n)
	}
	for i := range r.Findings {
		r.Findings[i].Place.Pos.Line += 7
		r.Findings[i].Place.End.Line += 7
	}
	if diff := cmp.Diff(before, fingerprints(t, r)); diff != "" {
		t.Errorf("lines above change fingerprints:\n%s", diff)
	}
}

func TestRDJSONL(t *testing.T) {
	const want = `{"message":"\"2026-02-30\" is not a date. – to mend: Write the day as YYYY-MM-DD. – did you mean: 2026-02-28 – see wins/y.md:2:1: The other one.",` +
		`"location":{"path":"wins/x.md","range":{"start":{"line":3,"column":14},"end":{"line":3,"column":24}}},"severity":"ERROR",` +
		`"source":{"name":"smallwins"},"code":{"value":"win/date-invalid"},` +
		`"suggestions":[{"range":{"start":{"line":3,"column":14},"end":{"line":3,"column":24}},"text":"2026-02-28"}]}
{"message":"Finish later. – to mend: Say why.","location":{"path":"wins/y.md","range":{"start":{"line":2,"column":8}}},"severity":"INFO","source":{"name":"smallwins"},"code":{"value":"win/why"}}
{"message":"It is no record.","location":{"path":"wins/z.txt"},"severity":"WARNING","source":{"name":"smallwins"},"code":{"value":"win/extra"}}
`
	if diff := cmp.Diff(want, write(t, "rdjsonl", sample())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRDJSONLWithoutTheText(t *testing.T) {
	r := sample()
	r.Text = nil
	first, _, _ := strings.Cut(write(t, "rdjsonl", r), "\n")
	if !strings.Contains(first, `"range":{"start":{"line":3}}`) || strings.Contains(first, "suggestions") {
		t.Errorf("columns cannot be known: %s", first)
	}
}

func TestRDJSONLSuggestsNothingForAnotherFile(t *testing.T) {
	r := sample()
	r.Findings[0].Fix = append(r.Findings[0].Fix, diag.Edit{Place: place("wins/y.md", 2, 1), Text: "x"})
	if got := write(t, "rdjsonl", r); strings.Contains(got, "suggestions") {
		t.Errorf("a suggestion has no file of its own: %s", got)
	}
}

func TestRDJSONLIsOneObjectALine(t *testing.T) {
	r, n := hostile(), 0
	lines := bufio.NewScanner(strings.NewReader(write(t, "rdjsonl", r)))
	lines.Buffer(nil, 1<<20)
	for ; lines.Scan(); n++ {
		if !json.Valid(lines.Bytes()) {
			t.Errorf("no JSON: %.80s", lines.Bytes())
		}
	}
	if n != len(r.Findings) {
		t.Errorf("%d lines for %d findings", n, len(r.Findings))
	}
}

func TestJUnit(t *testing.T) {
	const want = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="smallwins" tests="3" failures="2">
    <testcase classname="wins/x.md" name="win/date-invalid line 3" file="wins/x.md">
      <failure type="error" message="&#34;2026-02-30&#34; is not a date.">wins/x.md:3:10: error: &#34;2026-02-30&#34; is not a date. [win/date-invalid]&#xA;    to mend: Write the day as YYYY-MM-DD.&#xA;    did you mean: 2026-02-28 (smallwins check --fix does this)&#xA;    see wins/y.md:2:1: The other one.&#xA;</failure>
    </testcase>
    <testcase classname="wins/y.md" name="win/why line 2" file="wins/y.md">
      <system-out>wins/y.md:2:8: hint: Finish later. [win/why]&#xA;    to mend: Say why.&#xA;</system-out>
    </testcase>
    <testcase classname="wins/z.txt" name="win/extra" file="wins/z.txt">
      <failure type="warning" message="It is no record.">wins/z.txt: warning: It is no record. [win/extra]&#xA;</failure>
    </testcase>
  </testsuite>
</testsuites>
`
	if diff := cmp.Diff(want, write(t, "junit", sample())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	const empty = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="smallwins" tests="1" failures="0">
    <testcase classname="smallwins" name="no findings"></testcase>
  </testsuite>
</testsuites>
`
	if diff := cmp.Diff(empty, write(t, "junit", &diag.Report{})); diff != "" {
		t.Errorf("without findings (-want +got):\n%s", diff)
	}
}

func TestJUnitOfEvilIsWellFormed(t *testing.T) {
	r := hostile()
	r.Findings = append(r.Findings, r.Findings...) // names have to stay apart all the same
	var got struct {
		Suite struct {
			Tests    int `xml:"tests,attr"`
			Failures int `xml:"failures,attr"`
			Cases    []struct {
				Class string `xml:"classname,attr"`
				Name  string `xml:"name,attr"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(write(t, "junit", r)), &got); err != nil {
		t.Fatal(err)
	}
	c := diag.Count(r.Findings)
	if s := got.Suite; len(s.Cases) != len(r.Findings) || s.Tests != len(r.Findings) || s.Failures != c.Errors+c.Warnings {
		t.Errorf("%d cases, %d tests, %d failures for %+v", len(s.Cases), s.Tests, s.Failures, c)
	}
	seen := map[string]bool{}
	for _, c := range got.Suite.Cases {
		if name := c.Class + "\n" + c.Name; seen[name] {
			t.Errorf("a name comes twice: %.80q", name)
		} else {
			seen[name] = true
		}
	}
}

func TestTenThousandFindings(t *testing.T) {
	r := many(10000, diag.Error)
	text := write(t, "text", r)
	if n, most := strings.Count(text, "\n"), 3*diag.MostOfARule+1; n != most {
		t.Errorf("the text has %d lines, want %d", n, most)
	}
	const want = "\nand 9,980 more of [win/date-invalid] in 9,980 files; mend those above, and run again\n"
	if !strings.HasSuffix(text, want) {
		t.Errorf("the text ends with %q", text[len(text)-200:])
	}
	for name, each := range map[string]string{"gitlab": `"check_name"`, "json": `"severity"`, "junit": "<testcase", "rdjsonl": `"severity"`} {
		if n := len(regexp.MustCompile(each).FindAllString(write(t, name, r), -1)); n != 10000 {
			t.Errorf("%s has %d findings", name, n)
		}
	}
}
