package e2e

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A number is linked where it stands in a sentence: another wording must not
// lose the way to its receipt.
func TestGermanLeadsToTheSameReceipts(t *testing.T) {
	receipts := func(p *html.Node) []string {
		var found []string
		for _, a := range all(p, "a[href]") {
			if to := attr(a, "href"); strings.Contains(to, "about/") && strings.Contains(to, "#") {
				found = append(found, to)
			}
		}
		return found
	}
	english, german := leaders(t), germanSample(t)
	linked := 0
	for _, name := range slices.Sorted(maps.Keys(german.pages)) {
		if english.pages[name] == nil {
			t.Errorf("%s is there in German alone", name)
			continue
		}
		got, want := receipts(german.pages[name]), receipts(english.pages[name])
		linked += len(want)
		for _, to := range want {
			if !slices.Contains(got, to) {
				t.Errorf("%s: no number leads to %s in German", name, to)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d numbers lead to receipts in German, %d in English", name, len(got), len(want))
		}
	}
	if linked < 1000 {
		t.Errorf("only %d numbers lead to receipts", linked)
	}
}
