package site

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

// repeating is a tracker with texts that were repeated, and some that were not
// clear.
func repeating(t *testing.T) *tracker.Tracker {
	t.Helper()
	win := func(id tracker.ID, days int, by tracker.Person, text string, replicates ...tracker.ID) *tracker.Win {
		w := &tracker.Win{ID: id, Title: "Win " + string(id), Date: today.AddDays(-days), EnteredBy: by, Replicates: replicates, Practices: []string{"promise-kept"}}
		if text != "" {
			w.HowToReplicate = prose(text)
		}
		return w
	}
	old, newer, unwritten := win("old", 90, "bo", "Wait a day."), win("newer", 50, "bo", "Ask twice."), win("unwritten", 80, "mo", "")
	old.Priorities = []tracker.ID{"calls"}
	newer.ReplicateCheck = tracker.Check{State: "unclear", On: today.AddDays(-40)}
	latest := win("latest", 1, "jo", "Bring biscuits.")
	latest.ReplicateCheck = tracker.Check{State: "clear", On: today}
	latest.Practices = []string{"added-value"}
	again, gone := win("again", 30, "mo", "", "old"), win("gone", 20, "jo", "", "old")
	gone.Undone = tracker.Undone{On: today.AddDays(-2)}
	for _, w := range []*tracker.Win{old, newer, latest} {
		w.AssetsNeeded = []string{"Conversation guide"}
	}
	return trackerOf(t, func(s *tracker.Strategy) {
		s.Priorities = []*tracker.Priority{{ID: "calls", Title: "Fewer calls"}}
		for _, name := range []string{"Bo", "Mo", "Jo"} {
			s.Team = append(s.Team, &tracker.Member{ID: tracker.ID(strings.ToLower(name)), Name: name, Role: "Designer"})
		}
	}, []*tracker.Win{old, unwritten, newer, again, gone, win("told", 10, "jo", "", "unwritten"), latest}, nil)
}

func TestPlaybook(t *testing.T) {
	for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
		files := build(t, repeating(t).Redacted(edition))
		p := pages(t, files)["playbook/index.html"]
		whole(t, "playbook", p)
		var unclear []string
		if edition == tracker.TeamEdition {
			unclear = []string{"Win newer"}
		}
		for selector, want := range map[string][]string{
			".opener h1":                         {"3 of 7 wins say how to repeat it; somebody else repeated 1 of them"},
			".opener .kicker":                    {"What can I repeat?"},
			"#recipes h2":                        {"Win old", "Win latest", "Win newer"}, // most repeated, then newest
			"#recipes .recipe":                   {"Wait a day.", "Bring biscuits.", "Ask twice."},
			"#recipes .of .small":                {"Repeated by 1 other person"},
			"select[name=priority] option":       {"All priorities", "Fewer calls (1)", "No priority named (2)"},
			"select[name=repeated] option":       {"Repeated or not", "By somebody else (1)", "Not yet (2)"},
			"#repeated > h2":                     {"3 wins repeat 2 others; 1 came undone"},
			"#repeated dt > a":                   {"Win old", "Win unwritten"},
			"#repeated .dot-undone[href]":        {"Jun 2026, since come undone: Win gone"},
			"#repeated tbody td:last-child":      {"Stands", "Came undone", "Stands"},
			"#untold .title":                     {"Win unwritten"},
			"#unclear h2":                        {"1 of 2 texts that a colleague read could be clearer"},
			"#unclear .title":                    unclear,
			"#assets tbody td:nth-child(2)":      {"3", "", ""},
			"#candidates h2":                     {"3 records need the same thing: “Conversation guide”"},
			"#candidates .records .title":        {"Conversation guide"},
			"#candidates .records .num-link":     {"3 records"},
			`#recipes [data-repeated=yes] h2`:    {"Win old"},
			`#recipes [data-priority~=calls] h2`: {"Win old"},
		} {
			if diff := cmp.Diff(want, textsOf(p, selector)); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", edition, selector, diff)
			}
		}
		for _, id := range []string{"with-text", "old-replicators", "replicating", "originals", "undone", "untold", "unclear", "conversation%20guide-needed", "needing"} {
			id = strings.ReplaceAll(id, "%", "_")
			if len(find(p, `a[href="../about/playbook/index.html#`+id+`"]`)) == 0 {
				t.Errorf("%s: nothing leads to the receipt of %s", edition, id)
			}
		}
		for _, id := range []string{"replications", "missing-assets"} {
			if files["data/"+id+".csv"] == "" || len(find(p, `#fig-`+id+` a[download]`)) != 1 {
				t.Errorf("%s: %s is not offered", edition, id)
			}
		}
	}
}

// Many recipes are still one list that can be filtered, and no heavy page.
func TestLongPlaybook(t *testing.T) {
	var wins []*tracker.Win
	for i := range recipesInFull + 30 {
		wins = append(wins, &tracker.Win{ID: tracker.ID(fmt.Sprint("w", i)), Title: "Win", Date: today.AddDays(-i), EnteredBy: "bo", HowToReplicate: prose("Wait.")})
	}
	p := pages(t, build(t, trackerOf(t, nil, wins, nil)))["playbook/index.html"]
	if items, full := len(find(p, "#recipes [data-item]")), len(find(p, "#recipes .recipe")); items != len(wins) || full != recipesInFull {
		t.Errorf("%d recipes, %d in full", items, full)
	}
}
