package diag_test

import (
	"fmt"
	"strings"
	"testing"

	"smallwins/internal/diag"
)

// The rules of the sample.
var sampleRules = []*diag.Rule{
	{
		ID: "win/date-invalid", Title: "A date is a day of the calendar", Severity: diag.Error,
		Why: "Reports count by day.", Mend: "Write the day as YYYY-MM-DD.",
		Bad: "date: 2026-02-30\n", Good: "date: 2026-02-28\n",
	},
	{ID: "win/extra", Title: "Every file is a record", Severity: diag.Warning, Why: "Others are skipped.", Mend: "Move it."},
	{ID: "win/why", Title: "A win says why", Severity: diag.Hint, Why: "Others learn from it.", Mend: "Say why."},
	{ID: "win/unused", Title: "Nothing breaks this", Severity: diag.Hint, Why: "So it is.", Mend: "Do nothing."},
}

func span(file string, line, column, endColumn int) diag.Place {
	p := place(file, line, column)
	p.End = diag.Pos{Line: line, Column: endColumn}
	return p
}

// sample is a report with a finding of each kind.
func sample() *diag.Report {
	files := map[string]string{
		"wins/x.md": "---\ntitle: Größe\ndate: 日本 2026-02-30\n---\n",
		"wins/y.md": "---\ntitle: Y\n---\n",
	}
	date := span("wins/x.md", 3, 10, 20)
	return &diag.Report{
		Rules: sampleRules, Version: "v1.2.3", Summary: "2 wins. 1 error, 1 warning, 1 hint.", Failed: true, Home: "https://smallwins.example",
		Text: func(file string) (string, bool) { text, ok := files[file]; return text, ok },
		Findings: []diag.Finding{
			{
				Rule: "win/date-invalid", Severity: diag.Error, Place: date,
				Message: `"2026-02-30" is not a date.`, Mend: "Write the day as YYYY-MM-DD.", Suggestion: "2026-02-28",
				Related: []diag.Related{{Place: place("wins/y.md", 2, 1), Message: "The other one."}},
				Fix:     []diag.Edit{{Place: date, Text: "2026-02-28"}},
			},
			{Rule: "win/why", Severity: diag.Hint, Place: place("wins/y.md", 2, 8), Message: "Finish later.", Mend: "Say why."},
			{Rule: "win/extra", Severity: diag.Warning, Place: diag.Place{File: "wins/z.txt"}, Message: "It is no record."},
		},
	}
}

// evil is what a contributor may write to break out of each format.
var evil = []string{
	"::error file=a::b", " \t::error::b", "\u3000::error::b", "\u034f::error::b", "\ufe0f::stop-commands::x",
	"##[error]b", "a ##[add-mask]b", "#\u034f#[error]b", "#\ufe0f#\u0308[error]b", "###[[error]", "##vso[task.setvariable variable=a]b",
	"a\n::error::b", "a\r::error::b", "a\u2028::error::b", "a\u0085::error::b", "%0A::error::b", "%250A",
	"\x1b[2J\x1b]0;x\a", "\u009b2J", "\u202ec\u2066d", "\x00\xff\xfe", "\ufffe\ufffd", "\u3164\u200b", "\U000e0041",
	"]]>", "</testcase><testcase>", "</failure>&amp;", "<!--", "</script>", `"><img src=x onerror=alert(1)>`,
	"| a | b |", "`code` ```", "@all @octocat", "#1 GH-1 o/r#2", "https://evil.example www.evil.example x@evil.example",
	"[text](https://evil.example) ![i](x)", "*a* _b_ ~~c~~ $d$ :tada:", "# head", "- item", "1. item", "<details>", "&lt;b&gt; &#42;",
	"[text](1) {0}", "\\", "\"", "'", strings.Repeat("長", 3000), strings.Repeat("\U0001F389", 3000), "",
}

// hostile is a report that has every evil text in every place for text.
func hostile() *diag.Report {
	r := &diag.Report{Rules: sampleRules, Version: "v1", Failed: true, Home: "https://smallwins.example"}
	for i, text := range evil {
		for j, rule := range sampleRules[:3] {
			at := span(text, 1, 1+j, 3+j)
			r.Findings = append(r.Findings, diag.Finding{
				Rule: rule.ID, Severity: rule.Severity, Place: at, Message: text, Mend: text, Suggestion: text,
				Related: []diag.Related{{Place: place(text, 1, 1), Message: text}},
				Fix:     []diag.Edit{{Place: at, Text: text}},
			})
		}
		r.Summary += evil[len(evil)-1-i]
	}
	r.Text = func(file string) (string, bool) { return strings.ReplaceAll(file, "\n", " ") + "\n" + file, true }
	return r
}

// many is a report on n records that all have the same fault.
func many(n int, severity diag.Severity) *diag.Report {
	r := &diag.Report{Rules: sampleRules, Version: "v1", Failed: true, Home: "https://smallwins.example"}
	for i := range n {
		r.Findings = append(r.Findings, diag.Finding{
			Rule: "win/date-invalid", Severity: severity, Place: span(fmt.Sprintf("wins/%05d.md", i), 2, 7, 17),
			Message: `"2026-02-30" is not a date.`, Mend: "Write the day as YYYY-MM-DD.", Suggestion: "2026-02-28",
		})
	}
	r.Text = func(string) (string, bool) {
		return "---\ndate: 2026-02-30\n---\n" + strings.Repeat("text\n", 100), true
	}
	return r
}

// write returns a report in the format of that name.
func write(t testing.TB, format string, r *diag.Report) string {
	t.Helper()
	f, ok := diag.FormatNamed(format)
	if !ok {
		t.Fatalf("there is no format %q", format)
	}
	var b strings.Builder
	if err := f.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
