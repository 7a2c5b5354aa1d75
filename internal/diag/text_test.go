package diag_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

func TestPrintable(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"plain", `It's "plain": 61→71, 50 % \ & <b>`, `It's "plain": 61→71, 50 % \ & <b>`},
		{"letters of any script", "Zoë, Дата, 日本語, שלום, 🎉", "Zoë, Дата, 日本語, שלום, 🎉"},
		{"a combining mark", "Zoe\u0308", "Zoe\u0308"},
		{"a line break", "a\nb", `a\nb`},
		{"a carriage return and a tab", "a\r\tb", `a\r\tb`},
		{"NUL", "a\x00b", `a\x00b`},
		{"escape and bell", "\x1b[2J\a", `\x1b[2J\a`},
		{"delete", "a\x7f", `a\x7f`},
		{"a control of Latin 1", "a\u009bb", `a\u009bb`},
		{"an override of direction", "a\u202eb\u202c", `a\u202eb\u202c`},
		{"isolates", "\u2066a\u2069", `\u2066a\u2069`},
		{"marks of direction", "\u200ea\u200f", `\u200ea\u200f`},
		{"zero width", "a\u200bb\u200cc\u200dd\ufeff", `a\u200bb\u200cc\u200dd\ufeff`},
		{"a soft hyphen", "a\u00adb", `a\u00adb`},
		{"separators of lines", "a\u2028b\u2029c\u0085d", `a\u2028b\u2029c\u0085d`},
		{"a space that does not break", "a\u00a0b", `a\u00a0b`},
		{"invisible tags", "a\U000e0041", `a\U000e0041`},
		{"for private use", "\ue000", `\ue000`},
		{"fillers, which show as nothing", "a\u3164\u115f\u034f", `a\u3164\u115f\u034f`},
		{"selectors of a variant", "\u2764\ufe0f", "\u2764\ufe0f"},
		{"what is no character", "a\ufffd", `a\ufffd`},
		{"commands of CI servers", "##[error]a ##vso[task.x]b ##teamcity[c]", `##\[error]a ##vso\[task.x]b ##teamcity\[c]`},
		{"a command around marks", "#\u0301#\ufe0f[error]", "#\u0301#\ufe0f\\[error]"},
		{"hashes that are no command", "## [a] #[b] ##c d[e]", "## [a] #[b] ##c d[e]"},
		{"quotes beside what is escaped", "'\"\\\n", `'"\` + `\n`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := diag.Printable(c.in); got != c.want {
				t.Errorf("Printable(%+q) = %+q, want %+q", c.in, got, c.want)
			}
		})
	}
}

func TestPrintableOfBrokenBytesIsText(t *testing.T) {
	if got := diag.Printable("a\xffb\xc3"); !utf8.ValidString(got) || !strings.HasPrefix(got, "a") || !strings.Contains(got, "b") {
		t.Errorf("got %q", got)
	}
}

func TestPrintableLeavesNoControlOrFormatCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		got := diag.Printable("a" + string(r) + "b")
		for _, g := range got {
			if unicode.In(g, unicode.C, unicode.Zl, unicode.Zp) {
				t.Errorf("%U comes through as %+q", r, got)
			}
		}
		if again := diag.Printable(got); again != got {
			t.Errorf("%U becomes %+q, and then %+q", r, got, again)
		}
	}
}

func TestPlaceString(t *testing.T) {
	for _, c := range []struct {
		place diag.Place
		want  string
	}{
		{place("wins/a.md", 4, 9), "wins/a.md:4:9"},
		{place("wins/a.md", 1, 1), "wins/a.md:1:1"},
		{diag.Place{File: "wins/a.md"}, "wins/a.md"},
		{place("wins/a\n::error::\x1b.md", 1, 2), `wins/a\n::error::\x1b.md:1:2`},
		{diag.Place{}, ""},
		{place("::error::.md", 1, 1), "./::error::.md:1:1"},
		{place(" ::error::.md", 1, 1), "./ ::error::.md:1:1"},
		{diag.Place{File: "\u0301::error::"}, "./\u0301::error::"},
		{diag.Place{File: "_draft.md"}, "_draft.md"},
		{diag.Place{File: ".hidden"}, ".hidden"},
		{diag.Place{File: "日本.md"}, "日本.md"},
	} {
		if got := c.place.String(); got != c.want {
			t.Errorf("%+v is %q, want %q", c.place, got, c.want)
		}
	}
}

func TestPos(t *testing.T) {
	at := func(line, column int) diag.Pos { return diag.Pos{Line: line, Column: column} }
	for _, c := range []struct {
		p, q diag.Pos
		want int
	}{
		{at(1, 1), at(1, 1), 0},
		{at(1, 9), at(2, 1), -1},
		{at(10, 1), at(9, 5), 1},
		{at(3, 2), at(3, 10), -1},
		{at(0, 0), at(1, 1), -1},
	} {
		if got, back := c.p.Compare(c.q), c.q.Compare(c.p); got != c.want || back != -c.want {
			t.Errorf("%v against %v: %d and back %d, want %d", c.p, c.q, got, back, c.want)
		}
	}
	if !at(0, 0).IsZero() || at(1, 1).IsZero() {
		t.Error("only a position without a line is none")
	}
}

func TestWriteText(t *testing.T) {
	fs := []diag.Finding{
		{
			Rule: "win/date-invalid", Severity: diag.Error, Place: place("wins/x.md", 4, 9),
			Message: `"2026-02-30" is not a date.`, Mend: "Write the day as YYYY-MM-DD.", Suggestion: "2026-02-28",
			Related: []diag.Related{
				{Place: place("wins/y.md", 2, 1), Message: "The other one."},
				{Place: diag.Place{File: "strategy.yaml"}, Message: "The team."},
			},
		},
		{Rule: "file/unread", Severity: diag.Warning, Place: diag.Place{File: "wins/z.txt"}, Message: "It is no record."},
		{Rule: "win/why", Severity: diag.Hint, Place: place("wins/x.md", 1, 1), Message: "Finish later.", Mend: "Say why."},
		{
			Rule: "win/evil", Severity: diag.Hint, Place: place("wins/e\n.md", 1, 1),
			Message: "a\n::error::b", Mend: "\x1b[2J", Suggestion: "\u202ec",
			Related: []diag.Related{{Place: diag.Place{File: "w\r"}, Message: "d\x00"}},
		},
	}
	const want = `wins/x.md:4:9: error: "2026-02-30" is not a date. [win/date-invalid]
    to mend: Write the day as YYYY-MM-DD.
    did you mean: 2026-02-28
    see wins/y.md:2:1: The other one.
    see strategy.yaml: The team.
wins/z.txt: warning: It is no record. [file/unread]
wins/x.md:1:1: hint: Finish later. [win/why]
    to mend: Say why.
wins/e\n.md:1:1: hint: a\n::error::b [win/evil]
    to mend: \x1b[2J
    did you mean: \u202ec
    see w\r: d\x00
`
	var b strings.Builder
	if err := diag.WriteText(&b, &diag.Report{Findings: fs}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// GitHub's runner reads "::command::" at the start of a line, and the older
// "##[command]" anywhere in it.
func TestWriteTextStartsNoWorkflowCommand(t *testing.T) {
	const evil = "##[add-mask]e"
	var b strings.Builder
	err := diag.WriteText(&b, &diag.Report{Findings: []diag.Finding{{
		Rule: "r", Place: diag.Place{File: "wins/" + evil}, Message: evil, Mend: evil, Suggestion: evil,
		Related: []diag.Related{{Place: diag.Place{File: evil}, Message: evil}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if strings.Contains(line, "##[") || strings.HasPrefix(strings.TrimSpace(line), "::") {
			t.Errorf("a command: %q", line)
		}
	}
}

func TestWriteTextOfNothing(t *testing.T) {
	var b strings.Builder
	if err := diag.WriteText(&b, &diag.Report{}); err != nil || b.Len() != 0 {
		t.Errorf("wrote %q, error %v", b.String(), err)
	}
}

type full struct{ err error }

func (f full) Write([]byte) (int, error) { return 0, f.err }

func TestWriteTextTellsOfAFullDisk(t *testing.T) {
	want := errors.New("no space left")
	if err := diag.WriteText(full{want}, &diag.Report{Findings: []diag.Finding{{Rule: "r"}}}); !errors.Is(err, want) {
		t.Errorf("error %v, want %v", err, want)
	}
}
