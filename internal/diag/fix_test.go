package diag_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

// edit replaces a piece of one line of the file "f".
func edit(line, from, to int, text string) diag.Edit {
	return diag.Edit{Place: span("f", line, from, to), Text: text}
}

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name, data string
		edits      []diag.Edit
		want       string
	}{
		{"nothing", "a\xff\r\nb", nil, "a\xff\r\nb"},
		{"a piece", "one two\n", []diag.Edit{edit(1, 5, 8, "three")}, "one three\n"},
		{"nothing in its place", "one two\n", []diag.Edit{edit(1, 4, 8, "")}, "one\n"},
		{"an insertion", "one\n", []diag.Edit{edit(1, 1, 1, "- ")}, "- one\n"},
		{"an insertion without an end", "one\n", []diag.Edit{{Place: place("f", 1, 4), Text: "!"}}, "one!\n"},
		{"the end of a file without a line feed", "a\nb", []diag.Edit{edit(2, 2, 2, "\n")}, "a\nb\n"},
		{"behind the last line feed", "a\n", []diag.Edit{edit(2, 1, 1, "b")}, "a\nb"},
		{"an empty file", "", []diag.Edit{edit(1, 1, 1, "b")}, "b"},
		{"several, side by side", "abcd", []diag.Edit{edit(1, 1, 2, "A"), edit(1, 2, 2, "-"), edit(1, 2, 3, "B"), edit(1, 4, 5, "")}, "A-Bc"},
		{"several lines", "a\nb\nc\n", []diag.Edit{{Place: diag.Place{Pos: diag.Pos{Line: 1, Column: 2}, End: diag.Pos{Line: 3, Column: 1}}, Text: ", "}}, "a, c\n"},
		{"columns count code points", "日本 語\n", []diag.Edit{edit(1, 4, 5, "x")}, "日本 x\n"},
		{"a byte order mark stays, and does not count", "\uFEFFab\n", []diag.Edit{edit(1, 1, 2, "x")}, "\uFEFFxb\n"},
		{"… on the first line alone", "\uFEFFab\n\uFEFFab\n", []diag.Edit{edit(2, 1, 2, "x")}, "\uFEFFab\nxab\n"},
		{"ends of lines stay, and new ones are like them", "a\r\nb\r\n", []diag.Edit{edit(1, 2, 2, "\n-"), edit(2, 1, 2, "B")}, "a\r\n-\r\nB\r\n"},
		{"the first line says how lines end", "a\nb\r\n", []diag.Edit{edit(2, 1, 1, "\n")}, "a\n\nb\r\n"},
		{"broken bytes stay, and count one each", "\xff\xfeab\n\xc3", []diag.Edit{edit(1, 3, 4, "x")}, "\xff\xfexb\n\xc3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := []byte(c.data)
			got, err := diag.Apply(data, c.edits)
			if err != nil || string(got) != c.want {
				t.Errorf("got %q, error %v, want %q", got, err, c.want)
			}
			if string(data) != c.data {
				t.Errorf("the bytes given have become %q", data)
			}
		})
	}
}

func TestApplyRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		edits []diag.Edit
	}{
		{"two that overlap", []diag.Edit{edit(1, 1, 3, "x"), edit(1, 2, 4, "y")}},
		{"two that are not in their order", []diag.Edit{edit(1, 3, 4, "x"), edit(1, 1, 2, "y")}},
		{"a line that is not there", []diag.Edit{edit(3, 1, 1, "x")}},
		{"no line", []diag.Edit{edit(0, 0, 0, "x")}},
		{"no column", []diag.Edit{edit(1, 0, 1, "x")}},
		{"a column behind the line", []diag.Edit{edit(1, 6, 6, "x")}},
		{"a column behind the file", []diag.Edit{edit(2, 2, 2, "x")}},
		{"an end behind the line", []diag.Edit{edit(1, 1, 9, "x")}},
		{"an end before the start", []diag.Edit{edit(1, 3, 2, "x")}},
	} {
		if got, err := diag.Apply([]byte("abcd\n"), c.edits); !errors.Is(err, diag.ErrNoPlace) || got != nil {
			t.Errorf("%s: got %q, error %v", c.name, got, err)
		}
	}
}

func TestFixes(t *testing.T) {
	in := func(file string, from, to int) diag.Edit { return diag.Edit{Place: span(file, 1, from, to)} }
	insert := func(file string, at int) diag.Edit { return diag.Edit{Place: place(file, 1, at)} }
	fix := func(edits ...diag.Edit) diag.Finding { return diag.Finding{Fix: edits} }
	for _, c := range []struct {
		name     string
		findings []diag.Finding
		want     map[string][]diag.Edit
	}{
		{"none", []diag.Finding{{}}, map[string][]diag.Edit{}},
		{"by file, in order", []diag.Finding{fix(in("a", 5, 6), in("b", 1, 2)), fix(in("a", 1, 2))},
			map[string][]diag.Edit{"a": {in("a", 1, 2), in("a", 5, 6)}, "b": {in("b", 1, 2)}}},
		{"the first of two that overlap", []diag.Finding{fix(in("a", 1, 4)), fix(in("a", 3, 6))}, map[string][]diag.Edit{"a": {in("a", 1, 4)}}},
		{"two side by side", []diag.Finding{fix(in("a", 1, 4)), fix(in("a", 4, 6))}, map[string][]diag.Edit{"a": {in("a", 1, 4), in("a", 4, 6)}}},
		{"the first of two at one place", []diag.Finding{fix(insert("a", 1)), fix(in("a", 1, 4))}, map[string][]diag.Edit{"a": {insert("a", 1)}}},
		{"an insertion within another", []diag.Finding{fix(in("a", 1, 4)), fix(insert("a", 2))}, map[string][]diag.Edit{"a": {in("a", 1, 4)}}},
		{"an insertion behind another", []diag.Finding{fix(in("a", 1, 4)), fix(insert("a", 4))}, map[string][]diag.Edit{"a": {in("a", 1, 4), insert("a", 4)}}},
		{"all of a finding's edits or none", []diag.Finding{fix(in("a", 1, 4)), fix(in("b", 1, 2), in("a", 2, 3)), fix(in("b", 1, 9))},
			map[string][]diag.Edit{"a": {in("a", 1, 4)}, "b": {in("b", 1, 9)}}},
		{"the same place of other files", []diag.Finding{fix(in("a", 1, 4)), fix(in("b", 1, 4))}, map[string][]diag.Edit{"a": {in("a", 1, 4)}, "b": {in("b", 1, 4)}}},
	} {
		if diff := cmp.Diff(c.want, diag.Fixes(c.findings)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
