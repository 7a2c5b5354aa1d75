package e2e

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"smallwins/internal/diag"
	"smallwins/internal/site"
	"smallwins/internal/tracker"
)

// Everything that format.md keeps from leaders is planted here in the sample,
// each with a word of its own, in places that the insights count. What a
// stakeholder's entry says of their goals and of meetings is no secret.

// secretWord is what a planted secret is known by.
var secretWord = regexp.MustCompile(`(?i)zq[a-z]+`)

// forTeam marks a piece of a record that only the team may read: «…» stays in
// the planted tracker and is cut out of the other one.
var forTeam = regexp.MustCompile(`(?s)«(.*?)»`)

const (
	plantedStakeholder = `  - id: planted
    name: Perpetua Planted
    title: Head of Planting
    department: Planting
    owner: maren
    business:
      goals: [A harvest that comes in before the rain]
      sources:
        - {kind: intranet, date: 2026-03-03}
« 
        - {kind: overheard, date: 2026-06-20, url: "https://example.com/zqoverheard"}
»    promises:
      - {what: The plan of the beds, who: planted, to: maren, by: 2026-05-08, state: STATE1, closed: 2026-05-09}
«    door:
      - {date: 2026-05-05, marker: owns, evidence: "Said zqdoorone to all of us."}
      - {date: 2026-06-05, marker: answers, evidence: "Said zqdoortwo and left."}
»`
	plantedIntake = `---
stakeholder: planted
owner: maren
requested_on: 2026-05-04
agreed_on: 2026-05-11
status: building
arrived_as: solution
requested: [live]
agreed: [job-aid]
conversations:
  - {date: 2026-05-06, with: planted«, reaction: frustrated, note: "Zqtalk, she said."»}
cracks:
  - {practice: added-value, what: A card for the beds«, reaction: "Zqcrack over coffee"»}
commitments:
  - {what: Open the greenhouse on Mondays, who: planted, to: maren, by: 2026-06-12, state: STATE2, closed: 2026-06-13}
---
# A course on planting

"Send them all on the planting course."
`
	plantedWin = `---
date: 2026-06-24
entered_by: maren
collaborators: [planted]
priorities: [keep-supervisors]
«intake: 2026-05-05-zqintake
replicates: [2026-05-13-zqwin]
»practices: [added-value]
stage: agreed
---
# The greenhouse opens on Mondays

She gave us the key.
«
## Pushback

They said zqpushback, all of them.

## Help wanted

Who knows about zqhelp, and could say?
»`
	// These two are for the team as a whole.
	hiddenWin = `---
date: 2026-05-13
entered_by: maren
collaborators: [Zqperson Hidden (Head of Zqdepartment), planted]
priorities: [keep-supervisors, tms-adoption]
outcomes: [margin]
intake: 2026-05-04-planted
replicates: [2025-05-14-cards-as-well-as-the-film]
practices: [relationship-first, promise-kept]
assets_needed: [zqasset, conversation guide]
noticed_by: [{who: planted, on: 2026-05-14, words: "Zqwords, well done"}]
follow_ups:
  - {what: Zqfollow the matter up, who: maren, to: planted, by: 2026-05-20, state: late, closed: 2026-05-28}
stage: showing
audience: team
---
# Zqtitle of a win

It was zqtext all the way.

## How to replicate

With zqreplicate.
`
	hiddenIntake = `---
stakeholder: planted
owner: maren
requested_on: 2026-05-05
agreed_on: 2026-05-12
delivered_on: 2026-06-01
status: evaluated
verdict: no-change
arrived_as: invitation
requested: [elearning]
agreed: [elearning]
barriers: [{kind: workload, what: Zqbarrier, owner: planted, state: named}]
prework: [{date: 2026-05-06, kind: observation, what: Zqprework}]
commitments:
  - {what: Zqcommitment, who: planted, to: maren, by: 2026-05-20, state: missed}
promises:
  - {what: Zqpromise, who: maren, to: planted, by: 2026-05-20, size: big, state: missed}
audience: team
---
# Zqtitle of a request

"Zqrequest, please."

## What business friction is this solving?

Zqfriction, mostly.
`
)

// secretFiles is the sample with the secrets, or with everything cut out
// beforehand that only the team may read. The two planted promises of the
// business become what first and second say.
func secretFiles(t *testing.T, with bool, first, second string) fstest.MapFS {
	t.Helper()
	cut := func(s string) string {
		if with {
			s = forTeam.ReplaceAllString(strings.ReplaceAll(s, "« \n", "«"), "$1")
		} else {
			s = forTeam.ReplaceAllString(s, "")
		}
		return strings.NewReplacer("STATE1", first, "STATE2", second).Replace(s)
	}
	fsys := changed(t, map[string]func(string) string{"strategy.yaml": func(s string) string {
		if !with { // the sample's own secrets of the strategy
			s = regexp.MustCompile(`(?m)^    door:\n(      .*\n)*`).ReplaceAllString(s, "")
			s = regexp.MustCompile(`(?m)^ *- \{kind: overheard.*\n`).ReplaceAllString(s, "")
		}
		return strings.TrimRight(s, "\n") + "\n" + cut(plantedStakeholder)
	}})
	put := func(name, body string) { fsys[name] = &fstest.MapFile{Data: []byte(cut(body))} }
	put("intakes/2026-05-04-planted.md", plantedIntake)
	put("wins/2026-06-24-planted.md", plantedWin)
	if with {
		put("wins/2026-05-13-zqwin.md", hiddenWin)
		put("intakes/2026-05-05-zqintake.md", hiddenIntake)
	}
	_, findings := load(t, fsys)
	for _, f := range findings {
		if f.Severity == diag.Error {
			t.Fatalf("%s: %s", f.Place, f.Message)
		}
	}
	return fsys
}

func secretWords() []string {
	words := map[string]bool{}
	for _, body := range []string{plantedStakeholder, plantedIntake, plantedWin, hiddenWin, hiddenIntake, "zqwin zqintake"} {
		for _, w := range secretWord.FindAllString(body, -1) {
			words[strings.ToLower(w)] = true
		}
	}
	return slices.Sorted(maps.Keys(words))
}

// Whatever a file of the leaders' site is, page, script or data, it holds no
// planted secret, and neither does its name.
func TestLeadersReadNoPlantedSecret(t *testing.T) {
	fsys := secretFiles(t, true, "kept", "missed")
	words := secretWords()
	if len(words) < 20 {
		t.Fatalf("only %d secrets are planted: %q", len(words), words)
	}
	found := func(s *built) map[string]string {
		in := map[string]string{}
		for name, body := range s.files {
			all := strings.ToLower(name + "\n" + string(body))
			for _, w := range words {
				if strings.Contains(all, w) {
					in[w] = name
				}
			}
		}
		return in
	}
	for word, name := range found(buildFrom(t, fsys, tracker.LeadersEdition, site.Options{})) {
		t.Errorf("%s stands in %s of the leaders' edition", word, name)
	}
	known := found(buildFrom(t, fsys, tracker.TeamEdition, site.Options{}))
	if len(known) < 15 {
		t.Errorf("the team reads only %d of the secrets", len(known))
	}
}

// No count gives a secret away: the leaders' site is the same, byte for byte,
// as that of a tracker which never held one.
func TestLeadersCountNoSecret(t *testing.T) {
	with := buildFrom(t, secretFiles(t, true, "kept", "missed"), tracker.LeadersEdition, site.Options{})
	without := buildFrom(t, secretFiles(t, false, "kept", "missed"), tracker.LeadersEdition, site.Options{})
	sameFiles(t, with, without)
	data := 0
	for name := range with.files {
		data += one01(strings.HasPrefix(name, "data/"))
	}
	if data < 30 {
		t.Errorf("only %d files of data were compared", data)
	}
}

// Which of the business kept its word and which did not cannot be told: with
// the two states swapped, leaders get the same bytes, and the team others.
func TestLeadersCannotTellWhoKeptTheirWord(t *testing.T) {
	build := func(e tracker.Edition, first, second string) *built {
		return buildFrom(t, secretFiles(t, true, first, second), e, site.Options{})
	}
	sameFiles(t, build(tracker.LeadersEdition, "kept", "missed"), build(tracker.LeadersEdition, "missed", "kept"))
	const data = "data/receipts-promises.csv"
	if a, b := build(tracker.TeamEdition, "kept", "missed"), build(tracker.TeamEdition, "missed", "kept"); string(a.files[data]) == string(b.files[data]) {
		t.Errorf("%s says the same to the team whoever kept their word", data)
	}
}
