package content

import (
	"fmt"
	"testing"
	"testing/fstest"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// TestMeant: what was likely meant for a field is known, so that whoever misses
// the field points there and the cause comes first.
func TestMeant(t *testing.T) {
	for _, c := range []struct{ name, text, key, from, to string }{
		{"a heading without its space", "---\ndate: 2026-02-15\n---\n# T\n\n##Why it's a win\n\nX.\n", "why", "6:1", "6:17"},
		{"one with a slip", "---\ndate: 2026-02-15\n---\n# T\n\n##Why its a wyn\n\nX.\n", "why", "6:1", "6:16"},
		{"a title without its space", "---\ndate: 2026-02-15\n---\n#Lee called\n", "title", "4:1", "4:12"},
		{"a hashtag below the title", "---\ndate: 2026-02-15\n---\n# T\n\n#thanks\n", "title", "", ""},
		{"a remark", "---\ntitle: #1 on the list\n---\n", "title", "2:1", "2:6"},
		{"a note for other authors", "---\ntitle: # later\n---\n", "title", "", ""},
		{"fields below the line", "---\ndate: 2026-02-15\n---\nentered_by: ana\nwhy: X.\n---\n", "why", "5:1", "5:4"},
		{"no field below the line", "---\ndate: 2026-02-15\n---\nentered_by: ana\nwhy: X.\n---\n", "stage", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := loadWin(t, c.text)
			place, ok := w.Origin.Meant(c.key)
			if got := pos(place.Pos) + "-" + pos(place.End); ok != (c.from != "") || ok && got != c.from+"-"+c.to {
				t.Errorf("%v, %s, want %s-%s", ok, got, c.from, c.to)
			}
		})
	}
}

func pos(p diag.Pos) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

func TestDayOfAnswerHasItsPlace(t *testing.T) {
	tr, _ := mustLoad(t, filesOfIntake("status: requested", "## Who must behave differently? (2027-02-15)\n\nThey.\n"))
	if at := tr.Intakes[0].Origin.At("who.on"); pos(at.Pos) != "4:34" || pos(at.End) != "4:44" {
		t.Errorf("%+v", at)
	}
}

// TestFixOfSettings mends what a strategy can have and a win cannot.
func TestFixOfSettings(t *testing.T) {
	for month, want := range map[string]string{"April": "4", "sept": "9", "Jan.": "1", "MAY": "5", "Ma": "Ma", "Aprils": "Aprils", "": ""} {
		text := "settings: {year_starts: " + month + "}\n"
		_, findings := mustLoad(t, fstest.MapFS{"strategy.yaml": {Data: []byte(text)}})
		mended, err := diag.Apply([]byte(text), diag.Fixes(findings)["strategy.yaml"])
		if err != nil || string(mended) != "settings: {year_starts: "+want+"}\n" {
			t.Errorf("%s: %s %v", month, mended, err)
		}
	}
}

// TestSuggestedAddressesAreTaken holds what is suggested for an address against
// the rule that refused the address.
func TestSuggestedAddressesAreTaken(t *testing.T) {
	for _, text := range []string{"wins.example.org?x=1", "wins.example.org#top", "https://example.org?x", "wins.example.org", "example.org/wins/?a", "?x", "a b?x", "mailto:x?y", "//example.org", "localhost?x", "ftp://x.org#a"} {
		_, findings := mustLoad(t, fstest.MapFS{"strategy.yaml": {Data: []byte("settings: {base_url: \"" + text + "\"}\n")}})
		if len(findings) != 1 {
			t.Fatal(text, findings)
		}
		if s := findings[0].Suggestion; s != "" && noSite(s) != "" {
			t.Errorf("%s: %s %s", text, s, noSite(s))
		}
	}
}

// TestEveryVocabularyIsNamed: what names one of its values is that of a vocabulary.
func TestEveryVocabularyIsNamed(t *testing.T) {
	used := map[*tracker.Vocabulary]bool{}
	var look func(fields []tracker.Field)
	look = func(fields []tracker.Field) {
		for _, f := range fields {
			used[f.Vocabulary] = true
			look(f.Fields)
		}
	}
	look(tracker.WinFields)
	look(tracker.IntakeFields)
	look(tracker.StrategyFields)
	for v := range namesOfTerms {
		if !used[v] {
			t.Errorf("no field has the vocabulary %q", v.Name)
		}
	}
	for _, f := range tracker.StrategyFields {
		if e := leastEntries[f.Key]; f.Many && (tracker.FieldByKey(f.Fields, "id") == nil || tracker.FieldByKey(f.Fields, e.label) == nil) {
			t.Errorf("an entry of %s is %s", f.Key, e.written())
		}
	}
}
