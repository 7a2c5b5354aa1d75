package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

// speaking is a tracker with four roles of one person each, of which two have
// been heard, one of them by the hand of the other.
func speaking(t *testing.T) *tracker.Tracker {
	t.Helper()
	return trackerOf(t, func(s *tracker.Strategy) {
		s.Team = []*tracker.Member{{ID: "bo", Name: "BO", Role: "Designer"}, {ID: "mo", Name: "MO", Role: "Facilitator"}, {ID: "jo", Name: "JO", Role: "Analyst"}, {ID: "lu", Name: "LU", Role: "Lead"}}
		s.Settings.Repository.URL = "https://github.com/fen/wins"
	}, []*tracker.Win{
		{ID: "a", Title: "Own words", Date: today.AddDays(-9), EnteredBy: "bo"},
		{ID: "b", Title: "Somebody else's", Date: today.AddDays(-8), EnteredBy: "bo", People: []tracker.Person{"mo"}},
		{ID: "c", Title: "Another", Date: today.AddDays(-7), EnteredBy: "bo"},
	}, nil)
}

func TestVoices(t *testing.T) {
	for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
		files := build(t, speaking(t).Redacted(edition))
		p := pages(t, files)["voices/index.html"]
		whole(t, "voices", p)
		heads := []string{"Quarter", "Roles heard", "Wins"}
		var helped []string
		if edition == tracker.TeamEdition {
			heads, helped = append(heads, "Which roles"), []string{"Somebody else's"}
		}
		for selector, want := range map[string][]string{
			".opener h1":           {"2 of 4 roles have been heard in 2026 Q2"},
			".opener .kicker":      {"Who has been heard, by role?"},
			"#quarters .when":      {"2026 Q2: 2 of 4"},
			"#by-quarter thead th": heads,
			"#helped .title":       helped,
		} {
			if diff := cmp.Diff(want, textsOf(p, selector)); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", edition, selector, diff)
			}
		}
		// One dot a role, however many wins; the open ones are nameless.
		if heard, open := len(find(p, "#quarters li .dot-heard")), len(find(p, "#quarters .units .dot-unheard")); heard != 3 || open != 2 { // with the key
			t.Errorf("%s: %d dots heard, %d open", edition, heard-1, open)
		}
		all := textOf(find(p, "main")[0]) + files["data/voices.csv"]
		for role, name := range map[string]bool{"Designer": true, "acilitator": true, "Analyst": false, "nalyst": false, "Lead": false} {
			if got, want := strings.Contains(all, role), name && edition == tracker.TeamEdition; got != want {
				t.Errorf("%s: %q stands there is %v", edition, role, got)
			}
		}
		if len(find(p, `#help a[data-new-record]`)) != 1 {
			t.Errorf("%s: no way to record somebody's win", edition)
		}
		if links := len(find(p, `#quarters .units a.dot[href*="role=designer"]`)); (links == 1) != (edition == tracker.TeamEdition) {
			t.Errorf("%s: %d ways to the wins of a role", edition, links)
		}
	}
}

// With two roles a share would point at people: nothing is told.
func TestVoicesOfFewRoles(t *testing.T) {
	tr := speaking(t)
	tr.Strategy.Team = tr.Strategy.Team[:2]
	tr = trackerOf(t, func(s *tracker.Strategy) { s.Team = tr.Strategy.Team }, tr.Wins, nil)
	p := pages(t, build(t, tr))["voices/index.html"]
	if len(find(p, "#quarters, #by-quarter")) > 0 || !strings.Contains(textOf(find(p, ".standfirst")[0]), "2 of the 3 roles that it takes") {
		t.Errorf("it says %s", textOf(find(p, "main")[0]))
	}
}
