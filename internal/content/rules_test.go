package content

import (
	"regexp"
	"strings"
	"testing"
)

func TestRules(t *testing.T) {
	form := regexp.MustCompile(`^[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	for _, r := range Rules {
		if !form.MatchString(r.ID) || seen[r.ID] {
			t.Errorf("rule id %q", r.ID)
		}
		seen[r.ID] = true
		for what, text := range map[string]string{"title": r.Title, "why": r.Why, "mend": r.Mend} {
			if text == "" {
				t.Errorf("%s has no %s", r.ID, what)
			} else if what != "title" && !strings.HasSuffix(text, ".") {
				t.Errorf("%s: the %s is no sentence", r.ID, what)
			}
		}
	}
}

// tooTechnical are words that authors need not know. A rule may say once which
// lines are called the front matter.
var tooTechnical = regexp.MustCompile(`\bYAML\b|(?i)\b(front matter|mappings?|keys?|scalars?|arrays?)\b`)

func TestRulesUsePlainWords(t *testing.T) {
	for _, r := range Rules {
		for _, text := range []string{r.Title, strings.Replace(r.Why, "the lines at the top (front matter)", "", 1), r.Mend} {
			if word := tooTechnical.FindString(text); word != "" {
				t.Errorf("%s: %q in %q", r.ID, word, text)
			}
		}
	}
}
