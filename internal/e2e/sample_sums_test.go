package e2e

import (
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// What the sample adds up to, read from the pages on it.

func TestSiteChanges(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		p := s.page(t, "changes/index.html")
		equal(t, "finding", text(one(t, p, "h1")), "Nothing changed in 3 of 8 evaluated cases")
		equal(t, "what was found", texts(p, "#found .when"),
			[]string{"Changed: 3", "Partly changed: 2", "No change: 3", "Nobody looked: 1", "Too early to say: 1"})
		for kind, n := range map[string]int{"changed": 3, "partly": 2, "no-change": 3, "unseen": 1, "early": 1} {
			equal(t, kind+" dots", len(all(p, `#found a.dot-`+kind+`[href^="../intakes/"]`)), n)
		}
		equal(t, "delivered beside changed", len(table(t, p, "#sides table")), 8)
		equal(t, "no change, first", texts(p, "#sides tbody tr:nth-child(-n+3) th"),
			[]string{"Negotiation course for the sales team", "Course for the new transport system", "Bootcamp for line managers"})
		equal(t, "no change, with its conditions", texts(p, "#no-change .records h3"), texts(p, "#sides tbody tr:nth-child(-n+3) th"))
		equal(t, "the environment first", texts(p, "#no-change .conditions > div:first-child a.dot"), []string{
			"Sales: Negotiation course for the sales team", "IT: Course for the new transport system", "People: Bootcamp for line managers"})
		for _, stakeholder := range sample(t).Strategy.Stakeholders {
			if said := text(one(t, p, "#no-change")); strings.Contains(said, stakeholder.Name) || strings.Contains(said, strings.Fields(stakeholder.Name)[0]) {
				t.Errorf("the cases without a change name %s", stakeholder.Name)
			}
		}
		equal(t, "nobody looked, then too early", texts(p, "#nobody-looked .title"), []string{"Annual safety module", "Supervisors are leaving"})
		equal(t, "repeats", texts(p, "#repeats > h2 + .lede + ul .title a:last-child"), []string{"E-learning on handling objections", "A motivational day for Sales"})
		equal(t, "event risk", text(one(t, p, "#event-risk h2")), "The one live request has an owner or reinforcement")
		equal(t, "alone", text(one(t, p, "#alone .finding")), "L&D is alone in 4 of 11 agreed requests")
		equal(t, "estimates", len(all(p, "#avoided .records > li")), 2)
		equal(t, "flagged", len(all(p, "#flagged")), 0)
	})
}

func TestSitePromises(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		p := s.page(t, "promises/index.html")
		equal(t, "finding", text(one(t, p, "h1")), "We kept 12 of 15 small promises and 3 of 5 big ones")
		kept := map[string]string{}
		for _, row := range table(t, p, "#kept table") {
			kept[row[0]] = row[1]
		}
		equal(t, "kept", kept, map[string]string{
			"Small promises": "12 of 15", "Big promises": "3 of 5", "All promises": "15 of 20", "Promises made by the business": "4 of 7"})
		equal(t, "dots of small promises", len(all(p, "#small a.dot")), 17)
		equal(t, "dots of big promises", len(all(p, "#big a.dot")), 5)
		equal(t, "late or missed", len(all(p, "#not-kept li")), 5)
		equal(t, "released", len(all(p, "#released li")), 1)
		equal(t, "ours that are open", len(all(p, "#due > .promises:first-of-type li")), 1)
	})
	equal(t, "commitments that leaders see as dots", len(all(leaders(t).page(t, "promises/index.html"), "#business")), 0)
	equal(t, "commitments that the team sees", len(all(team(t).page(t, "promises/index.html"), "#business a.dot")), 8)
	equal(t, "own lists for leaders", len(all(leaders(t).page(t, "promises/index.html"), "#own-lists")), 0)
	equal(t, "own lists for the team", len(all(team(t).page(t, "promises/index.html"), "#own-lists details li")), 3)
}

func TestSitePlaybook(t *testing.T) {
	eachSite(t, func(t *testing.T, s *built) {
		p := s.page(t, "playbook/index.html")
		equal(t, "finding", text(one(t, p, "h1")), "28 of 36 wins say how to repeat it; somebody else repeated 3 of them")
		equal(t, "recipes", len(all(p, "#recipes [data-item] .recipe")), 28)
		equal(t, "repeated", text(one(t, p, "#repeated > h2")), "7 wins repeat 4 others; 1 came undone")
		equal(t, "originals", len(all(p, "#repeated .conditions > div")), 4)
		equal(t, "replications that stand", len(all(p, "#repeated a.dot-repeated")), 6)
		equal(t, "undone replications", len(all(p, "#repeated a.dot-undone")), 1)
		equal(t, "needed most", texts(p, "#assets tbody tr:first-child > :nth-child(-n+2)"), []string{"Conversation guide", "3"})
		equal(t, "unclear", text(one(t, p, "#unclear h2")), "2 of 3 texts that a colleague read could be clearer")
	})
	equal(t, "unclear texts that leaders see", len(all(leaders(t).page(t, "playbook/index.html"), "#unclear li")), 0)
	equal(t, "unclear texts that the team sees", len(all(team(t).page(t, "playbook/index.html"), "#unclear li")), 2)
}

func TestSiteVoicesByQuarter(t *testing.T) {
	for edition, s := range map[tracker.Edition]*built{tracker.LeadersEdition: leaders(t), tracker.TeamEdition: team(t)} {
		p := s.page(t, "voices/index.html")
		equal(t, "finding", text(one(t, p, "h1")), "7 of 8 roles have been heard in 2026 Q2")
		equal(t, "this quarter", len(all(p, "#quarters .units > li:last-child .dot-heard")), 7)
		equal(t, "not yet", texts(p, "#quarters .units > li:last-child .dot-unheard"), []string{"not yet"})
		said := strings.ToLower(text(one(t, p, "#quarters .units > li:last-child")))
		if strings.Contains(said, "media developer") {
			t.Errorf("%s edition: the role that was not heard is named: %s", edition, said)
		}
		if got, want := strings.Contains(strings.ToLower(text(one(t, p, "#quarters"))+string(s.files["data/voices.csv"])), "lms administrator"), edition == tracker.TeamEdition; got != want {
			t.Errorf("%s edition: roles are named is %v", edition, got)
		}
	}
}
