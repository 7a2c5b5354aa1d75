package diag_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

func summary(t *testing.T, r *diag.Report) string {
	t.Helper()
	var b strings.Builder
	if err := diag.WriteSummary(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteSummary(t *testing.T) {
	const want = `## smallwins check: failed

2 wins. 1 error, 1 warning, 1 hint.

| Errors | Warnings | Hints |
| ---: | ---: | ---: |
| 1 | 1 | 1 |

### wins/x.md

- **error**, line 3: "2026-02-30" is not a date. (win/date-invalid)<br>to mend: Write the day as YYYY-MM-DD.<br>did you mean: 2026-02-28 (smallwins check --fix does this)<br>see wins/y.md:2:1: The other one.

### wins/y.md

- **hint**, line 2: Finish later. (win/why)<br>to mend: Say why.

### wins/z.txt

- **warning**: It is no record. (win/extra)
`
	if diff := cmp.Diff(want, summary(t, sample())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWriteSummaryOfNothing(t *testing.T) {
	const want = "## smallwins check: passed\n\n| Errors | Warnings | Hints |\n| ---: | ---: | ---: |\n| 0 | 0 | 0 |\n"
	if got := summary(t, &diag.Report{}); got != want {
		t.Errorf("got %q", got)
	}
}

func TestWriteSummaryLetsNoMarkupThrough(t *testing.T) {
	got := summary(t, hostile())
	_, body, _ := strings.Cut(got, "| 49 |\n")
	body = strings.ReplaceAll(body, "<br>", " ")
	for line := range strings.Lines(body) {
		line = strings.TrimPrefix(strings.TrimPrefix(line, "### "), "- ")
		for _, severity := range []string{"error", "warning", "hint"} {
			line = strings.TrimPrefix(line, "**"+severity+"**")
		}
		line = regexp.MustCompile(`&#\d+;`).ReplaceAllString(line, "")
		if i := strings.IndexAny(line, "<>`*_[]|\\~$#@&"); i >= 0 {
			t.Errorf("markup: %.80q", line[i:])
		}
	}
	// GitHub looks for these in the text that readers see.
	seen := regexp.MustCompile(`&#\d+;`).ReplaceAllStringFunc(body, func(s string) string {
		n, _ := strconv.Atoi(s[2 : len(s)-1])
		return string(rune(n))
	})
	live := regexp.MustCompile(`@\w|#\d|(?i:gh-\d)|://|(?i:www\.)|:\w+:`)
	for _, m := range live.FindAllString(seen, -1) {
		if !regexp.MustCompile(`^:\d+:$`).MatchString(m) { // a place
			t.Errorf("GitHub makes something of %q", m)
		}
	}
}

func TestWriteSummaryStaysWithinItsLimit(t *testing.T) {
	const limit = 900 << 10
	r := many(10000, diag.Error)
	got := summary(t, r)
	told := strings.Count(got, "\n- **")
	note := regexp.MustCompile(`\nThe summary has no room for ([\d,]+) more findings; the log has them\.\n$`).FindStringSubmatch(got)
	if len(got) > limit || len(got) < limit-1000 || note == nil {
		t.Fatalf("%d bytes, ending with %q", len(got), got[len(got)-100:])
	}
	if left, _ := strconv.Atoi(strings.ReplaceAll(note[1], ",", "")); told+left != 10000 {
		t.Errorf("told of %d findings and left out %d", told, left)
	}
	long := strings.Repeat("@", 1<<20)
	for i := range r.Findings {
		r.Findings[i].Message = long
	}
	if got := summary(t, r); len(got) > limit || !strings.Contains(got, "more findings") {
		t.Errorf("with long messages %d bytes", len(got))
	}
}
