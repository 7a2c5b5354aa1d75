package e2e

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/check"
	"smallwins/internal/content"
	"smallwins/internal/diag"
)

var update = flag.Bool("update", false, "write what authors are told into testdata")

// allRules returns the rules of both packages by their ids.
func allRules(t *testing.T) map[string]*diag.Rule {
	t.Helper()
	rules := map[string]*diag.Rule{}
	for _, r := range slices.Concat(content.Rules, check.Rules()) {
		if rules[r.ID] != nil {
			t.Errorf("two rules have the id %s", r.ID)
		}
		rules[r.ID] = r
	}
	return rules
}

// ruleWritten is a rule in the source of a package, as each table writes it.
var ruleWritten = regexp.MustCompile(`diag\.Rule\{\s*ID:\s*"([^"]+)"`)

// TestNoRuleIsLeftOut holds the tables of rules against the source: a rule that
// stands in no table would have no page, and nothing would hold its examples.
func TestNoRuleIsLeftOut(t *testing.T) {
	tables := allRules(t)
	written := map[string]bool{}
	for _, name := range slices.Concat(must(filepath.Glob("../content/*.go"))(t), must(filepath.Glob("../check/*.go"))(t)) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range ruleWritten.FindAllStringSubmatch(string(must(os.ReadFile(name))(t)), -1) {
			if written[m[1]] = true; tables[m[1]] == nil {
				t.Errorf("%s: %s is in no table", name, m[1])
			}
		}
	}
	if len(written) != len(tables) {
		t.Errorf("%d rules were found in the source, and %d in the tables", len(written), len(tables))
	}
}

// findingsIn returns what an author is told about a tracker on the day of the
// clock. Each finding is of a rule that is known.
func findingsIn(t *testing.T, rules map[string]*diag.Rule, fsys fs.FS) []diag.Finding {
	t.Helper()
	tr, findings, err := content.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	findings = append(findings, check.Run(tr, date(t, clock().Format("2006-01-02")), content.Rules)...)
	diag.Sort(findings)
	for _, f := range findings {
		if rules[f.Rule] == nil {
			t.Errorf("a finding of the rule %q, which is in no table", f.Rule)
		}
	}
	return findings
}

func told(t *testing.T, findings []diag.Finding) string {
	t.Helper()
	var b strings.Builder
	if err := diag.WriteText(&b, &diag.Report{Findings: findings}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheBaseHasNoFindings(t *testing.T) {
	base := baseTracker(t)
	if findings := findingsIn(t, allRules(t), base); len(findings) > 0 || len(base) != 4 {
		t.Errorf("%d files; findings:\n%s", len(base), told(t, findings))
	}
}

// homeOf returns the file that an example of the rule is about where it names
// none.
func homeOf(rule string) string {
	switch kind, _, _ := strings.Cut(rule, "/"); kind {
	case "strategy", "settings", "priority", "outcome", "member", "stakeholder":
		return baseStrategy
	case "intake":
		return baseIntake
	}
	return baseWin
}

func laidOver(t *testing.T, base fstest.MapFS, example, home string) fstest.MapFS {
	t.Helper()
	files, err := filesOf(example, home)
	if err != nil {
		t.Fatal(err)
	}
	return must(lay(base, files))(t)
}

// faults are the rules that no text can break, with what breaks them.
var faults = map[string]func(fstest.MapFS) fs.FS{
	"file/unreadable": func(base fstest.MapFS) fs.FS { return faulty{base, baseWin} },
}

// faulty trips whoever opens one of its files.
type faulty struct {
	fs.FS
	file string
}

func (f faulty) Open(name string) (fs.File, error) {
	if name == f.file {
		panic("no such node")
	}
	return f.FS.Open(name)
}

// TestRulesShowWhatTheyMean holds the examples of every rule against the rule,
// and what authors are told about the bad ones against testdata.
func TestRulesShowWhatTheyMean(t *testing.T) {
	base, rules := baseTracker(t), allRules(t)
	shown := map[string]string{} // by kind of rule
	for _, id := range slices.Sorted(maps.Keys(rules)) {
		t.Run(id, func(t *testing.T) {
			r := rules[id]
			if strings.TrimSpace(r.Bad) == "" || strings.TrimSpace(r.Good) == "" || r.Bad == r.Good {
				t.Fatal("the rule has no examples")
			}
			if findings := findingsIn(t, rules, laidOver(t, base, r.Good, homeOf(id))); len(findings) > 0 {
				t.Errorf("the good example has findings:\n%s", told(t, findings))
			}
			fsys := laidOver(t, base, r.Bad, homeOf(id))
			findings := findingsIn(t, rules, fsys)
			if fault := faults[id]; fault != nil {
				if len(findings) > 0 {
					t.Errorf("the example speaks for itself:\n%s", told(t, findings))
				}
				findings = findingsIn(t, rules, fault(fsys))
			}
			if !slices.ContainsFunc(findings, func(f diag.Finding) bool { return f.Rule == id && f.Severity == r.Severity }) {
				t.Errorf("the bad example has no finding of the rule, but:\n%s", told(t, findings))
			}
			kind, _, _ := strings.Cut(id, "/")
			shown[kind] += shownRule(t, r, fsys, findings)
		})
	}
	for id := range faults {
		if rules[id] == nil {
			t.Errorf("%s is no rule", id)
		}
	}
	compareShown(t, shown)
}

// shownRule is what a golden file has of a rule: the bad example, what is said
// about it, and the places as an editor would mark them.
func shownRule(t *testing.T, r *diag.Rule, fsys fstest.MapFS, findings []diag.Finding) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "== %s\n\n", r.ID)
	for line := range strings.Lines(strings.TrimSuffix(r.Bad, "\n") + "\n") {
		b.WriteString(strings.TrimRight("  "+line, " \n") + "\n")
	}
	for _, f := range findings {
		b.WriteString("\n" + told(t, []diag.Finding{f}) + marked(fsys, f.Place))
	}
	b.WriteString("\n\n")
	return b.String()
}

// marked returns the line of a place with a mark below it.
func marked(fsys fstest.MapFS, at diag.Place) string {
	f := fsys[at.File]
	if f == nil || at.Pos.IsZero() || !utf8.Valid(f.Data) {
		return ""
	}
	lines := strings.Split(string(f.Data), "\n")
	if at.Pos.Line > len(lines) {
		return ""
	}
	width := 1
	if at.End.Line == at.Pos.Line {
		width = at.End.Column - at.Pos.Column
	}
	return fmt.Sprintf("    > %s\n      %s%s\n", diag.Printable(lines[at.Pos.Line-1]), strings.Repeat(" ", at.Pos.Column-1), strings.Repeat("^", width))
}

// compareShown holds each kind's text against its file, and every file against
// the kinds.
func compareShown(t *testing.T, shown map[string]string) {
	if t.Failed() && !*update {
		return // the rules say why
	}
	for _, kind := range slices.Sorted(maps.Keys(shown)) {
		name := filepath.Join("testdata", "rules", kind+".txt")
		got := strings.TrimSuffix(shown[kind], "\n")
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if want := string(must(os.ReadFile(name))(t)); want != got {
			t.Errorf("%s (-want +got; -update writes it):\n%s", name, cmp.Diff(strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")))
		}
	}
	for _, name := range must(filepath.Glob("testdata/rules/*.txt"))(t) {
		if kind := strings.TrimSuffix(filepath.Base(name), ".txt"); shown[kind] == "" {
			t.Errorf("no rule is of the kind of %s", name)
		}
	}
}
