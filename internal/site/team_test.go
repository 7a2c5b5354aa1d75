package site

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

// "My wins" belongs to its person: their own wins and promises, no totals, and
// nobody else's page beside it.
func TestMyWins(t *testing.T) {
	_, team := editions(t, partners(t))
	bo := team["team/wins/bo/index.html"]
	if diff := cmp.Diff([]string{"A question was asked", "It came from a request"}, listed(bo, ".records .title")); diff != "" {
		t.Errorf("wins (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Something encouraging", "What you said you would do", "What you asked for help with", "2026 Q2", "You were part of these"}, listed(bo, "main h2")); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	if said := listed(bo, ".promises li"); len(said) != 1 || !strings.HasPrefix(said[0], "Send the draft") {
		t.Errorf("open promises: %q", said)
	}
	for _, n := range find(bo, "main a[href]") {
		if to := attribute(n, "href"); strings.Contains(to, "team/wins/") || strings.HasPrefix(to, "../cy") {
			t.Errorf("it leads to another member: %s", to)
		}
	}
	if diff := cmp.Diff([]string{"Bo Lind", "Cy Ash"}, listed(team["team/wins/index.html"], ".names li")); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
	if team["team/wins/di/index.html"] != nil {
		t.Error("somebody who has left has a page")
	}
}

var total = regexp.MustCompile(`\b\d+ (wins?|records?|promises?)\b`)

func TestPagesOfThePeopleHaveNoTotals(t *testing.T) {
	_, team := editions(t, partners(t))
	for name, p := range team {
		if strings.HasPrefix(name, "team/wins/") || name == "team/finish/index.html" {
			for _, said := range listed(p, "main h1, main h2, main h3, main .standfirst") {
				if total.MatchString(said) {
					t.Errorf("%s counts: %q", name, said)
				}
			}
		}
	}
}

func TestCoachingNamesWhoAsked(t *testing.T) {
	_, team := editions(t, partners(t))
	p := team["team/coaching/index.html"]
	if diff := cmp.Diff([]string{"Bo Lind"}, listed(p, ".asked h3")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if said := textOf(find(p, "main")[0]); strings.Contains(said, "Cy Ash") || !strings.Contains(said, "Come along next time") {
		t.Errorf("it says %q", said)
	}
}

func TestTacticsShowWhatCameNext(t *testing.T) {
	_, team := editions(t, partners(t))
	p := team["team/tactics/index.html"]
	if diff := cmp.Diff([]string{"A question was asked", "Request second", "Request first"}, listed(p, ".tactics h3")); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	last := listed(find(p, ".tactics > li")[2], "dd")
	if last[0] != "a card beside the film" || last[1] != "Kept the card on the desk" || !strings.HasPrefix(last[2], "Request second, ") {
		t.Errorf("a crack reads %q", last)
	}
	if len(find(p, `a[download][href$="data/tactics.csv"]`)) != 1 {
		t.Error("there is no data")
	}
}

func TestToFinishNamesRecordsAndNobody(t *testing.T) {
	_, team := editions(t, partners(t))
	said := textOf(find(team["team/finish/index.html"], "main")[0])
	for _, want := range []string{"Send the draft", "Request third", "Not asked yet", "A question was asked", "Not written yet: "} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, name := range []string{"Bo Lind", "Cy Ash"} {
		if strings.Contains(said, name) {
			t.Errorf("it names %s", name)
		}
	}
}

// Whatever is missing, the pages stand, and their numbers lead to receipts.
func TestPagesOfPartnersAreWhole(t *testing.T) {
	tr := partners(t)
	for _, edition := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
		parsed := pages(t, build(t, tr.Redacted(edition)))
		for name, p := range parsed {
			whole(t, name, p)
		}
		for _, wrong := range broken(parsed) {
			t.Errorf("%s: %s", edition, wrong)
		}
	}
}
