package diag_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

func place(file string, line, column int) diag.Place {
	return diag.Place{File: file, Pos: diag.Pos{Line: line, Column: column}}
}

func TestSeverity(t *testing.T) {
	if !(diag.Hint < diag.Warning && diag.Warning < diag.Error) {
		t.Error("severities cannot be compared, mildest first")
	}
	for severity, want := range map[diag.Severity]string{diag.Hint: "hint", diag.Warning: "warning", diag.Error: "error"} {
		if got := severity.String(); got != want {
			t.Errorf("severity %d is %q, want %q", severity, got, want)
		}
	}
}

func TestRuleAt(t *testing.T) {
	rule := &diag.Rule{ID: "win/x", Title: "T", Severity: diag.Warning, Why: "W", Mend: "In general."}
	at := place("wins/a.md", 3, 4)
	want := diag.Finding{Rule: "win/x", Severity: diag.Warning, Place: at, Message: "It is wrong.", Mend: "In general."}
	if diff := cmp.Diff(want, rule.At(at, "It is wrong.", "")); diff != "" {
		t.Errorf("without a mend (-want +got):\n%s", diff)
	}
	want.Mend = "Here."
	if diff := cmp.Diff(want, rule.At(at, "It is wrong.", "Here.")); diff != "" {
		t.Errorf("with a mend (-want +got):\n%s", diff)
	}
}

func TestWithLeavesTheFindingAlone(t *testing.T) {
	base := diag.Finding{Rule: "r", Related: append(make([]diag.Related, 0, 8), diag.Related{Message: "0"})}
	one := base.WithRelated(place("b", 1, 1), "1").WithSuggestion("s")
	two := base.WithRelated(place("c", 2, 2), "2")
	if len(base.Related) != 1 || base.Suggestion != "" {
		t.Errorf("the finding changed: %+v", base)
	}
	if want := []diag.Related{{Message: "0"}, {Place: place("b", 1, 1), Message: "1"}}; !cmp.Equal(want, one.Related) || one.Suggestion != "s" {
		t.Errorf("got %+v", one)
	}
	if want := []diag.Related{{Message: "0"}, {Place: place("c", 2, 2), Message: "2"}}; !cmp.Equal(want, two.Related) {
		t.Errorf("got %+v", two)
	}
}

func TestSort(t *testing.T) {
	want := []diag.Finding{
		{Place: diag.Place{File: "a"}, Rule: "z"},
		{Place: place("a", 1, 2), Rule: "b", Message: "a"},
		{Place: place("a", 1, 2), Rule: "b", Message: "b", Suggestion: "first"},
		{Place: place("a", 1, 2), Rule: "b", Message: "b", Suggestion: "as it came"},
		{Place: place("a", 1, 2), Rule: "c", Message: "a"},
		{Place: place("a", 1, 10), Rule: "a"},
		{Place: place("a", 2, 1), Rule: "a", Severity: diag.Error},
		{Place: place("a", 10, 1), Rule: "a"},
		{Place: diag.Place{File: "b"}, Rule: "a"},
	}
	got := slices.Clone(want)
	for range got {
		// Every rotation that keeps the two equal ones in their order.
		got = append(got[1:], got[0])
		if slices.IndexFunc(got, func(f diag.Finding) bool { return f.Suggestion == "first" }) >
			slices.IndexFunc(got, func(f diag.Finding) bool { return f.Suggestion == "as it came" }) {
			continue
		}
		sorted := slices.Clone(got)
		diag.Sort(sorted)
		if diff := cmp.Diff(want, sorted); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
	backwards := slices.Clone(want)
	slices.Reverse(backwards)
	backwards[5], backwards[6] = backwards[6], backwards[5]
	if backwards[5].Suggestion != "first" {
		t.Fatal("the two equal findings are elsewhere")
	}
	diag.Sort(backwards)
	if diff := cmp.Diff(want, backwards); diff != "" {
		t.Errorf("from backwards (-want +got):\n%s", diff)
	}
}

func TestSortIsStable(t *testing.T) {
	// Enough for an unstable sort to show itself.
	var fs []diag.Finding
	for i := range 100 {
		fs = append(fs, diag.Finding{Place: place("a", 1+i%2, 1), Mend: string(rune('A' + i))})
	}
	diag.Sort(fs)
	for i := 1; i < len(fs); i++ {
		if fs[i-1].Place == fs[i].Place && fs[i-1].Mend > fs[i].Mend {
			t.Fatalf("equal findings changed places: %q before %q", fs[i-1].Mend, fs[i].Mend)
		}
	}
}

func TestCount(t *testing.T) {
	finding := func(s diag.Severity) diag.Finding { return diag.Finding{Severity: s} }
	for _, c := range []struct {
		name string
		fs   []diag.Finding
		want diag.Counts
	}{
		{"none", nil, diag.Counts{}},
		{"one hint", []diag.Finding{finding(diag.Hint)}, diag.Counts{Hints: 1}},
		{"some of each", []diag.Finding{
			finding(diag.Error), finding(diag.Hint), finding(diag.Warning),
			finding(diag.Error), finding(diag.Warning), finding(diag.Error),
		}, diag.Counts{Errors: 3, Warnings: 2, Hints: 1}},
	} {
		if got := diag.Count(c.fs); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}
