package diag_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

// terminal shows a finding at a place of a text.
func terminal(t *testing.T, text string, at diag.Place, color bool) string {
	t.Helper()
	r := &diag.Report{
		Findings: []diag.Finding{{Rule: "r", Severity: diag.Error, Place: at, Message: "M."}},
		Text:     func(string) (string, bool) { return text, true },
	}
	var b strings.Builder
	if err := diag.WriteTerminal(&b, r, color); err != nil {
		t.Fatal(err)
	}
	_, frame, _ := strings.Cut(b.String(), "\n")
	return frame
}

func TestFrame(t *testing.T) {
	long := strings.Repeat("0123456789", 30)
	for _, c := range []struct {
		name, text string
		place      diag.Place
		want       string
	}{
		{"a piece", "a: 1\nb: two\nc", span("f", 2, 4, 7), "    1 | a: 1\n    2 | b: two\n      |    ^^^\n"},
		{"the first line", "b: two\n", span("f", 1, 1, 2), "    1 | b: two\n      | ^\n"},
		{"a start alone", "b: two\n", place("f", 1, 4), "    1 | b: two\n      |    ^\n"},
		{"nothing between", "b: two\n", span("f", 1, 4, 4), "    1 | b: two\n      |    ^\n"},
		{"more lines than one", "a\nb: two\nc", diag.Place{File: "f", Pos: diag.Pos{Line: 2, Column: 4}, End: diag.Pos{Line: 3, Column: 2}}, "    1 | a\n    2 | b: two\n      |    ^\n"},
		{"behind the line", "ab\n", place("f", 1, 3), "    1 | ab\n      |   ^\n"},
		{"far behind the line", "ab\n", span("f", 1, 30, 40), "    1 | ab\n      |   ^\n"},
		{"an empty line", "\n\n", place("f", 2, 1), "    1 |\n    2 |\n      | ^\n"},
		{"numbers of other lengths", strings.Repeat("x\n", 10), place("f", 10, 1), "     9 | x\n    10 | x\n       | ^\n"},
		{"a whole file", "a\n", diag.Place{File: "f"}, ""},
		{"a line that is not there", "a\n", place("f", 9, 1), ""},
		{"wide characters", "日本: 語x\n", span("f", 1, 5, 6), "    1 | 日本: 語x\n      |       ^^\n"},
		{"combining marks", "Zoe\u0308: x\n", span("f", 1, 7, 8), "    1 | Zoe\u0308: x\n      |      ^\n"},
		{"tabs", "\ta\tb\n", span("f", 1, 4, 5), "    1 |     a   b\n      |         ^\n"},
		{"controls", "a\x1b[2Jb\n", span("f", 1, 6, 7), "    1 | a\\x1b[2Jb\n      |         ^\n"},
		{"broken bytes", "a\xffb\n", span("f", 1, 3, 4), "    1 | a\\ufffdb\n      |        ^\n"},
		{"a command", "##[error]b\n", span("f", 1, 10, 11), "    1 | ##\\[error]b\n      |           ^\n"},
		{"a long line, at its start", long, span("f", 1, 1, 4), "    1 | " + long[:100] + "…\n      | ^^^\n"},
		{"a long line, at its end", long, span("f", 1, 298, 301), "    1 | …" + long[201:] + "\n      | " + strings.Repeat(" ", 97) + "^^^\n"},
		{"a long line, in its middle", "short\n" + long, span("f", 2, 151, 161), "    1 | …\n    2 | …" + long[105:205] + "…\n      | " + strings.Repeat(" ", 46) + strings.Repeat("^", 10) + "\n"},
		{"a long piece", long, span("f", 1, 11, 290), "    1 | …" + long[10:110] + "…\n      |  " + strings.Repeat("^", 100) + "\n"},
		{"a long line of wide characters", strings.Repeat("長", 200), span("f", 1, 100, 101), "    1 | … " + strings.Repeat("長", 49) + "…\n      |  " + strings.Repeat(" ", 49) + "^^\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, terminal(t, c.text, c.place, false)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWriteTerminal(t *testing.T) {
	const want = `wins/x.md:3:10: error: "2026-02-30" is not a date. [win/date-invalid]
    2 | title: Größe
    3 | date: 日本 2026-02-30
      |            ^^^^^^^^^^
    to mend: Write the day as YYYY-MM-DD.
    did you mean: 2026-02-28 (smallwins check --fix does this)
    see wins/y.md:2:1: The other one.
wins/y.md:2:8: hint: Finish later. [win/why]
    1 | ---
    2 | title: Y
      |        ^
    to mend: Say why.
wins/z.txt: warning: It is no record. [win/extra]
`
	var plain, colored strings.Builder
	if err := diag.WriteTerminal(&plain, sample(), false); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, plain.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := diag.WriteTerminal(&colored, sample(), true); err != nil {
		t.Fatal(err)
	}
	got := colored.String()
	for _, part := range []string{"\x1b[1;31merror\x1b[0m", "\x1b[1;33mwarning\x1b[0m", "\x1b[1;36mhint\x1b[0m", "\x1b[1;31m^^^^^^^^^^\x1b[0m"} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not there", part)
		}
	}
	for _, code := range []string{"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[0m"} {
		got = strings.ReplaceAll(got, code, "")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("without colours (-want +got):\n%s", diff)
	}
}

func TestWriteTerminalWithoutFiles(t *testing.T) {
	for name, text := range map[string]func(string) (string, bool){"nil": nil, "missing": func(string) (string, bool) { return "", false }} {
		r := sample()
		r.Text = text
		var b strings.Builder
		if err := diag.WriteTerminal(&b, r, false); err != nil || b.String() != write(t, "text", sample()) {
			t.Errorf("%s: error %v, and\n%s", name, err, b.String())
		}
	}
}

func TestFixIsSaidWhereNothingElseIs(t *testing.T) {
	r := &diag.Report{Findings: []diag.Finding{{Rule: "r", Place: place("a", 1, 1), Message: "M.", Fix: []diag.Edit{{Place: place("a", 1, 1)}}}}}
	if got, want := write(t, "text", r), "a:1:1: hint: M. [r]\n    to mend: run smallwins check --fix\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCapped(t *testing.T) {
	of := func(rule, file string) diag.Finding {
		return diag.Finding{Rule: rule, Place: diag.Place{File: file}}
	}
	a1, a2, a3, b1, b2, c1 := of("a", "1"), of("a", "2"), of("a", "3"), of("b", "1"), of("b", "2"), of("c", "2")
	for _, c := range []struct {
		name     string
		findings []diag.Finding
		most     int
		shown    []diag.Finding
		more     []diag.More
	}{
		{"none", nil, 2, nil, nil},
		{"as many as may be", []diag.Finding{a1, a2}, 2, []diag.Finding{a1, a2}, nil},
		{"one more", []diag.Finding{a1, a2, a3}, 2, []diag.Finding{a1, a2}, []diag.More{{"a", 1, 1}}},
		{"several in one file", []diag.Finding{a1, a1, a1, a2, a2}, 1, []diag.Finding{a1}, []diag.More{{"a", 4, 2}}},
		{"rules apart", []diag.Finding{b1, a1, b2, a2, c1, a3}, 1, []diag.Finding{b1, a1, c1}, []diag.More{{"b", 1, 1}, {"a", 2, 2}}},
	} {
		shown, more := diag.Capped(c.findings, c.most)
		if diff := cmp.Diff(c.shown, shown) + cmp.Diff(c.more, more); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestMore(t *testing.T) {
	for more, want := range map[diag.More]string{
		{"field/term", 9980, 9961}:    "and 9,980 more of [field/term] in 9,961 files; mend those above, and run again",
		{"field/term", 1, 1}:          "and 1 more of [field/term] in 1 file; mend those above, and run again",
		{"field/term", 1234567, 1000}: "and 1,234,567 more of [field/term] in 1,000 files; mend those above, and run again",
	} {
		if got := more.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
