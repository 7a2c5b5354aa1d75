package e2e

import (
	"slices"
	"testing"

	"smallwins/internal/tracker"
)

// What stands in the sample's records and has no figure of its own yet.

func TestSampleWinRecords(t *testing.T) {
	tr := sample(t)
	var recipes, helpWanted, pushback, onBehalf, guide, undone, undoneRepeats int
	repeats, originals := 0, map[tracker.ID]bool{}
	for _, w := range tr.Wins {
		recipes += one01(!w.HowToReplicate.IsEmpty())
		helpWanted += one01(!w.HelpWanted.IsEmpty())
		pushback += one01(!w.Pushback.IsEmpty())
		guide += one01(slices.Contains(w.AssetsNeeded, "conversation guide"))
		onBehalf += one01(!slices.Contains(w.Whose(), w.EnteredBy))
		standing := w.StandsAt(tr.AsOf)
		undone += one01(!standing)
		if len(w.Replicates) == 0 {
			continue
		}
		repeats++
		undoneRepeats += one01(!standing)
		for _, id := range w.Replicates {
			if tr.Win(id) == nil {
				t.Errorf("%s repeats %s, which is not there", w.ID, id)
			}
			originals[id] = true
		}
	}
	equal(t, "how to replicate", recipes, 28)
	equal(t, "wins that repeat another", repeats, 7)
	equal(t, "wins that were repeated", len(originals), 4)
	equal(t, "repeats that came undone", undoneRepeats, 1)
	equal(t, "wins that came undone", undone, 2)
	equal(t, "help wanted", helpWanted, 2)
	equal(t, "pushback", pushback, 3)
	equal(t, "need the conversation guide", guide, 3)
	equal(t, "entered on behalf", onBehalf, 3)
}

func TestSamplePeople(t *testing.T) {
	tr := sample(t)
	roles := map[string]int{}
	for _, m := range tr.Strategy.Team {
		roles[m.Role]++
	}
	equal(t, "team", len(tr.Strategy.Team), 12)
	equal(t, "roles", roles, map[string]int{
		"L&D lead": 1, "Learning consultant": 2, "Instructional designer": 3, "Facilitator": 1,
		"Media developer": 1, "LMS administrator": 1, "Learning analyst": 1, "Project assistant": 2})
	equal(t, "stakeholders", len(tr.Strategy.Stakeholders), 10)
}

// Met before the first request: 3 of the 9 stakeholders who ever asked.
func TestSampleMetBeforeNeeded(t *testing.T) {
	tr := sample(t)
	first := map[*tracker.Stakeholder]tracker.Date{}
	for _, in := range tr.Intakes { // by the day of the request
		if s := tr.Who(in.Stakeholder).Stakeholder; s != nil && first[s].IsZero() {
			first[s] = in.RequestedOn
		}
	}
	var before []tracker.ID
	for _, s := range tr.Strategy.Stakeholders {
		asked, ever := first[s]
		if ever && slices.ContainsFunc(s.Touchpoints, func(p tracker.Touchpoint) bool { return p.Date < asked }) {
			before = append(before, s.ID)
		}
	}
	equal(t, "stakeholders who asked", len(first), 9)
	equal(t, "met before", before, []tracker.ID{"dariusz", "hester", "anneke"})
}

func one01(b bool) int {
	if b {
		return 1
	}
	return 0
}
