package content

import (
	"os"
	"path/filepath"
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

// TestEveryRuleHasAFixture: each rule is triggered by an archive in testdata,
// or by a test of the bytes and sizes that an archive cannot hold.
func TestEveryRuleHasAFixture(t *testing.T) {
	elsewhere := map[string]string{
		fileTooLarge.ID: "TestLimits", encoding.ID: "TestBytes", unreadable.ID: "TestPanicIsAFinding",
		irregular.ID: "TestLinksAreRefused", strategyMissing.ID: "TestLoadEmpty", proseLimit.ID: "TestLimits",
		attachmentLimit.ID: "TestAttachmentLimits",
	}
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, name := range archives {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	for _, r := range Rules {
		if !strings.Contains(all.String(), "["+r.ID+"]") && elsewhere[r.ID] == "" {
			t.Errorf("nothing triggers %s", r.ID)
		}
	}
}
