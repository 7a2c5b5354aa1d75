package content

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// ruler knows how long each line of a file is, in code points, as an author's
// editor shows it: without a byte order mark and the end of the line, to which
// some tools write two returns. A return that ends no line counts.
type ruler []int

func newRuler(text string) ruler {
	var r ruler
	rest := strings.TrimPrefix(text, "\uFEFF")
	for more := true; more; {
		var line string
		if line, rest, more = strings.Cut(rest, "\n"); more {
			line = strings.TrimSuffix(strings.TrimSuffix(line, "\r"), "\r")
		}
		r = append(r, utf8.RuneCountInString(line))
	}
	return r
}

// holds reports whether the file has a position: on a character, or behind the
// last one of a line.
func (r ruler) holds(p diag.Pos) bool {
	return p.Line >= 1 && p.Line <= len(r) && p.Column >= 1 && p.Column <= r[p.Line-1]+1
}

// place says what is wrong with a place, or "".
func (r ruler) place(p diag.Place) string {
	switch {
	case p.Pos == diag.Pos{} && p.End == diag.Pos{}:
		return "" // the file as a whole
	case p.File == "":
		return "names no file"
	case !r.holds(p.Pos):
		return "starts outside of the file"
	case p.End == diag.Pos{}:
		return ""
	case !r.holds(p.End):
		return "ends outside of the file"
	case p.End.Compare(p.Pos) < 0:
		return "ends before it starts"
	}
	return ""
}

// checkPlaces holds every place of the findings to the text that they are about.
func checkPlaces(t testing.TB, text string, findings []diag.Finding) {
	t.Helper()
	r := newRuler(text)
	for _, f := range findings {
		places := []diag.Place{f.Place}
		for _, related := range f.Related {
			places = append(places, related.Place)
		}
		for _, e := range f.Fix {
			places = append(places, e.Place)
			if e.Place.File != f.Place.File || e.Place.Pos.IsZero() {
				t.Errorf("an edit at %+v for a finding at %+v", e.Place, f.Place)
			}
			if strings.Contains(e.Text, "\uFFFD") && !strings.Contains(text, "\uFFFD") {
				t.Errorf("an edit overwrites what the loader could not read: %+v", f)
			}
		}
		for _, p := range places {
			if why := r.place(p); why != "" {
				t.Errorf("%+v %s, for %+v", p, why, f)
			}
		}
	}
}

// checkMarks holds the places of a record's fields to its text.
func checkMarks(t testing.TB, text string, record any, fields []tracker.Field) {
	t.Helper()
	r := newRuler(text)
	origin := originOf(record)
	for i := range fields {
		for _, path := range []string{fields[i].Key, fields[i].Key + "[0]"} {
			if why := r.place(origin.At(path)); why != "" {
				t.Errorf("the mark of %s at %+v %s", path, origin.At(path), why)
			}
		}
		if p, ok := origin.Meant(fields[i].Key); ok && r.place(p) != "" {
			t.Errorf("what was meant for %s at %+v %s", fields[i].Key, p, r.place(p))
		}
	}
}

// rulesByID are the rules of which a finding of Load can be.
var rulesByID = func() map[string]*diag.Rule {
	rules := map[string]*diag.Rule{}
	for _, r := range Rules {
		rules[r.ID] = r
	}
	return rules
}()

// checkFindings looks at what Load says: each finding is of a rule of this
// package, they are sorted, and no text can steer a terminal once it is made
// printable.
func checkFindings(t testing.TB, findings []diag.Finding) {
	t.Helper()
	for _, f := range findings {
		if f.Rule == unreadable.ID {
			t.Error("a panic:", f.Message)
		}
		if rule := rulesByID[f.Rule]; rule == nil || rule.Severity != f.Severity || f.Message == "" || f.Mend == "" {
			t.Errorf("not a finding of a rule: %+v", f)
		}
		for _, s := range []string{f.Message, f.Mend, f.Suggestion} {
			if !utf8.ValidString(s) || strings.ContainsFunc(diag.Printable(s), unicode.IsControl) {
				t.Errorf("%q in %+v", s, f)
			}
		}
	}
	sorted := slices.Clone(findings)
	diag.Sort(sorted)
	for i := range sorted {
		if !reflect.DeepEqual(sorted[i], findings[i]) {
			t.Errorf("not sorted: %+v comes before %+v", findings[i], sorted[i])
			return
		}
	}
}

// ofValues are the rules whose fixes put one value in the place of another, and
// change nothing about what else is read. A slip that is mended elsewhere, in a
// key or a heading, can bring to light what nobody has looked at so far.
var ofValues = []*diag.Rule{dateInvalid, fieldTerm, fieldNumber, fieldFlag, fieldList}

// checkFixes mends what can be mended unseen until nothing is left to mend: that
// comes to an end, no record is lost by it, and no file of which only values are
// mended has more errors than before.
func checkFixes(t testing.TB, l *loaded) {
	t.Helper()
	for round := 0; ; round++ {
		fixes := diag.Fixes(l.findings)
		if len(fixes) == 0 {
			return
		}
		if round == 10 {
			t.Fatalf("there are still fixes after %d rounds: %v", round, fixes)
		}
		files := fstest.MapFS{}
		for name, file := range l.files {
			mended, err := diag.Apply(file.Data, fixes[name])
			if err != nil {
				t.Fatalf("%v: %v", err, fixes[name])
			}
			files[name] = &fstest.MapFile{Data: mended}
		}
		next := load(t, files)
		checkFindings(t, next.findings)
		for file := range fixes {
			checkPlaces(t, string(files[file].Data), of(next.findings, file))
			before, after := of(l.findings, file), of(next.findings, file)
			if l.records[file] != nil && next.records[file] == nil || onlyValues(before) && diag.Count(after).Errors > diag.Count(before).Errors {
				t.Errorf("%s is worse for it:\nbefore: %q %v\nmended: %q %v", file, l.files[file].Data, before, files[file].Data, after)
			}
		}
		l = next
	}
}

// of returns the findings about one file.
func of(findings []diag.Finding, file string) []diag.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f diag.Finding) bool { return f.Place.File != file })
}

// onlyValues reports whether all fixes of a file's findings are of values.
func onlyValues(findings []diag.Finding) bool {
	return !slices.ContainsFunc(findings, func(f diag.Finding) bool {
		return len(f.Fix) > 0 && !slices.Contains(ofValues, rulesByID[f.Rule])
	})
}
