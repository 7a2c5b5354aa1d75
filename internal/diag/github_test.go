package diag_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

// workflowCommand is what GitHub's runner reads from a line of a step's output.
type workflowCommand struct {
	name       string
	properties map[string]string
	data       string
}

// parseCommand reads a line as the runner does: a command starts with "::",
// behind white space, or is "##[" anywhere in the line. The runner compares text
// as a language does, in which characters that show as nothing do not count.
func parseCommand(line string) (c workflowCommand, ok bool) {
	seen := strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsMark(r) || unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point)) {
			return -1
		}
		return r
	}, line)
	seen = strings.TrimLeftFunc(seen, unicode.IsSpace)
	if !strings.HasPrefix(seen, "::") {
		return workflowCommand{name: "##["}, strings.Contains(seen, "##[") || strings.Contains(seen, "##vso[")
	}
	head, data, ok := strings.Cut(line[len("::"):], "::")
	if !ok {
		return workflowCommand{name: line}, true
	}
	unescape := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	name, list, _ := strings.Cut(head, " ")
	c = workflowCommand{name, map[string]string{}, strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(data)}
	for p := range strings.SplitSeq(list, ",") {
		key, value, _ := strings.Cut(p, "=")
		c.properties[key] = unescape.Replace(value)
	}
	return c, true
}

// lines splits output where a runner does.
func outputLines(s string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimSuffix(s, "\n")), "\n")
}

func commands(s string) (all []workflowCommand) {
	for _, line := range outputLines(s) {
		if c, ok := parseCommand(line); ok {
			all = append(all, c)
		}
	}
	return all
}

func TestGitHub(t *testing.T) {
	const want = `wins/x.md:3:10: error: "2026-02-30" is not a date. [win/date-invalid]
    to mend: Write the day as YYYY-MM-DD.
    did you mean: 2026-02-28 (smallwins check --fix does this)
    see wins/y.md:2:1: The other one.
wins/y.md:2:8: hint: Finish later. [win/why]
    to mend: Say why.
wins/z.txt: warning: It is no record. [win/extra]
::error file=wins/x.md,line=3,endLine=3,col=10,endColumn=19,title=win/date-invalid::"2026-02-30" is not a date.%0Ato mend: Write the day as YYYY-MM-DD.%0Adid you mean: 2026-02-28 (smallwins check --fix does this)
::warning file=wins/z.txt,line=1,title=win/extra::It is no record.
::notice file=wins/y.md,line=2,endLine=2,col=8,title=win/why::Finish later.%0Ato mend: Say why.
`
	if diff := cmp.Diff(want, write(t, "github", sample())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestGitHubCommand(t *testing.T) {
	for _, c := range []struct {
		name  string
		place diag.Place
		text  string
		want  string
	}{
		{"escapes", place("a,b:c%.md", 1, 2), "50 %: a, b", "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=2,title=r::50 %25: a, b"},
		{"line breaks", place("a\n.md", 1, 2), "a\r\nb", `::error file=a\n.md,line=1,endLine=1,col=2,title=r::a\r\nb`},
		{"an escape of the author's", place("%2C", 1, 2), "%0A", "::error file=%252C,line=1,endLine=1,col=2,title=r::%250A"},
		{"several lines have no columns", diag.Place{File: "a", Pos: diag.Pos{Line: 1, Column: 5}, End: diag.Pos{Line: 3, Column: 2}}, "m", "::error file=a,line=1,endLine=3,title=r::m"},
		{"one character", span("a", 4, 5, 6), "m", "::error file=a,line=4,endLine=4,col=5,endColumn=5,title=r::m"},
		{"between characters", span("a", 4, 5, 5), "m", "::error file=a,line=4,endLine=4,col=5,title=r::m"},
		{"a whole file", diag.Place{File: "a"}, "m", "::error file=a,line=1,title=r::m"},
		{"the tracker", diag.Place{}, "m", "::error title=r::m"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := outputLines(write(t, "github", &diag.Report{Findings: []diag.Finding{{Rule: "r", Severity: diag.Error, Place: c.place, Message: c.text}}}))
			if got := out[len(out)-1]; got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestGitHubShowsTenOfASeverity(t *testing.T) {
	for _, c := range []struct {
		n, shown int
		last     string
	}{
		{10, 10, ""},
		{11, 9, "2 more errors; the job summary and the log have all of them"},
		{10000, 9, "9,991 more errors; the job summary and the log have all of them"},
	} {
		r := many(c.n, diag.Error)
		r.Findings = append(r.Findings, sample().Findings[1:]...)
		out := write(t, "github", r)
		got := commands(out)
		if c.last != "" {
			if last := got[c.shown]; last.name != "error" || last.data != c.last {
				t.Errorf("of %d the last is %+v", c.n, last)
			}
			got = slices.Delete(got, c.shown, c.shown+1)
		}
		var names []string
		for _, g := range got {
			names = append(names, g.name)
		}
		want := append(slices.Repeat([]string{"error"}, c.shown), "warning", "notice")
		if diff := cmp.Diff(want, names); diff != "" {
			t.Errorf("of %d (-want +got):\n%s", c.n, diff)
		}
		if n := strings.Count(out, "[win/date-invalid]"); n != c.n {
			t.Errorf("the log has %d findings of %d", n, c.n)
		}
	}
}

func TestGitHubCutsLongMessages(t *testing.T) {
	for _, long := range []string{strings.Repeat("x", 9000), strings.Repeat("長", 9000), strings.Repeat("\U0001F389%\n", 9000)} {
		r := &diag.Report{Findings: []diag.Finding{{Rule: "r", Message: long}}}
		c := commands(write(t, "github", r))[0]
		if len(c.data) > 4096 || len(c.data) < 3900 || !strings.HasSuffix(c.data, "…") || strings.ContainsRune(c.data, unicode.ReplacementChar) {
			t.Errorf("%d bytes, ending with %q", len(c.data), c.data[len(c.data)-12:])
		}
	}
}

// FuzzGitHub holds that whatever files and findings hold, the runner reads the
// commands that are meant, and no others.
func FuzzGitHub(f *testing.F) {
	for _, s := range evil {
		f.Add(s, s, s)
		f.Add("wins/"+s, "#"+s, "["+s)
	}
	f.Fuzz(func(t *testing.T, file, message, mend string) {
		at := span(file, 1, 2, 4)
		r := &diag.Report{
			Findings: []diag.Finding{{
				Rule: "win/x", Severity: diag.Error, Place: at, Message: message, Mend: mend, Suggestion: file + mend,
				Related: []diag.Related{{Place: at, Message: mend + message}}, Fix: []diag.Edit{{Place: at, Text: message}},
			}},
			Text: func(string) (string, bool) { return message + mend, true },
		}
		got := commands(write(t, "github", r))
		if len(got) != 1 || got[0].name != "error" {
			t.Fatalf("read %+.200q", fmt.Sprint(got))
		}
		want := map[string]string{"line": "1", "endLine": "1", "col": "2", "endColumn": "3", "title": "win/x"}
		if file != "" {
			want["file"] = diag.Printable(file)
		} else {
			delete(want, "line")
		}
		if diff := cmp.Diff(want, got[0].properties); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		for _, out := range outputs() {
			var b strings.Builder
			if err := out.Write(&b, r); err != nil {
				t.Fatal(err)
			}
			if c := commands(b.String()); out.Name != "github" && len(c) > 0 {
				t.Errorf("%s holds the command %+v", out.Name, c[0])
			}
		}
	})
}
