package tracker_test

import (
	"slices"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

var vocabularies = []*tracker.Vocabulary{
	&tracker.Stages, &tracker.Practices, &tracker.Activities, &tracker.Statuses, &tracker.Arrivals, &tracker.Solutions,
	&tracker.Causes, &tracker.Levels, &tracker.Directions, &tracker.Verdicts, &tracker.PromiseStates, &tracker.Sizes,
	&tracker.Drivers, &tracker.Moments, &tracker.BarrierKinds, &tracker.BarrierStates, &tracker.Reactions,
	&tracker.OutcomeKinds, &tracker.Displays, &tracker.DoorMarkers, &tracker.Audiences, &tracker.CheckStates,
	&tracker.CaseStudies, &tracker.Hosts, &tracker.Questions, &tracker.Editions,
}

func TestVocabularies(t *testing.T) {
	names := map[string]bool{}
	for _, v := range vocabularies {
		if v.Name == "" || names[v.Name] || len(v.Terms) == 0 {
			t.Errorf("vocabulary %q has no name of its own, or no terms", v.Name)
		}
		names[v.Name] = true
		ids, labels := map[string]bool{}, map[string]bool{}
		for _, term := range v.Terms {
			end := "."
			if v == &tracker.Questions {
				end = "?"
			}
			switch {
			case term.ID == "" || strings.Trim(term.ID, "abcdefghijklmnopqrstuvwxyz-") != "":
				t.Errorf("%s: the id %q is not written in small letters and hyphens", v.Name, term.ID)
			case ids[term.ID]:
				t.Errorf("%s: two have the id %q", v.Name, term.ID)
			case strings.TrimSpace(term.Label) == "" || term.Label != strings.TrimSpace(term.Label):
				t.Errorf("%s: %q has the label %q", v.Name, term.ID, term.Label)
			case labels[strings.ToLower(term.Label)]:
				t.Errorf("%s: two have the label %q", v.Name, term.Label)
			case !strings.HasSuffix(term.Definition, end) || strings.ContainsAny(term.Definition, "\n\t") || len(term.Definition) < 10:
				t.Errorf("%s: %q is defined as %q", v.Name, term.ID, term.Definition)
			}
			ids[term.ID], labels[strings.ToLower(term.Label)] = true, true
			if !v.Has(term.ID) || v.Label(term.ID) != term.Label || v.Definition(term.ID) != term.Definition {
				t.Errorf("%s: %q is not found", v.Name, term.ID)
			}
		}
		if got := v.IDs(); len(got) != len(v.Terms) || got[0] != v.Terms[0].ID {
			t.Errorf("%s: ids %q", v.Name, got)
		}
		if v.Has("") || v.Has("no-such") || v.Label("no-such") != "no-such" || v.Definition("no-such") != "" {
			t.Errorf("%s: an unknown id is known", v.Name)
		}
	}
}

// Every vocabulary of a field is one of those that are tested above.
func TestNoVocabularyIsForgotten(t *testing.T) {
	eachField(func(path string, f *tracker.Field) {
		if f.Vocabulary != nil && !slices.Contains(vocabularies, f.Vocabulary) {
			t.Errorf("%s: the vocabulary %q is not on the test's list", path, f.Vocabulary.Name)
		}
	})
}

// The values in the code are those that authors may write.
func TestConstantsAreTerms(t *testing.T) {
	for _, c := range []struct {
		v   *tracker.Vocabulary
		ids []string
	}{
		{&tracker.Stages, []string{string(tracker.Spark), string(tracker.Agreed), string(tracker.InPlace), string(tracker.Showing)}},
		{&tracker.Statuses, []string{string(tracker.StatusRequested), string(tracker.StatusExploring), string(tracker.StatusAgreed), string(tracker.StatusBuilding), string(tracker.StatusDelivered), string(tracker.StatusEvaluated), string(tracker.StatusRedirected), string(tracker.StatusWaitlisted), string(tracker.StatusDeclined), string(tracker.StatusWithdrawn)}},
		{&tracker.Arrivals, []string{string(tracker.ArrivedSolution), string(tracker.ArrivedProblem), string(tracker.ArrivedInvitation), string(tracker.ArrivedRecommendation)}},
		{&tracker.Levels, []string{string(tracker.LevelActivity), string(tracker.LevelReaction), string(tracker.LevelLearning), string(tracker.LevelBehaviour), string(tracker.LevelResult)}},
		{&tracker.Verdicts, []string{string(tracker.VerdictChanged), string(tracker.VerdictPartly), string(tracker.VerdictNoChange), string(tracker.VerdictWorse), string(tracker.VerdictUnknown)}},
		{&tracker.PromiseStates, []string{string(tracker.PromiseOpen), string(tracker.PromiseKept), string(tracker.PromiseLate), string(tracker.PromiseMoved), string(tracker.PromiseMissed), string(tracker.PromiseReleased)}},
		{&tracker.Sizes, []string{string(tracker.Small), string(tracker.Big)}},
		{&tracker.Audiences, []string{string(tracker.AudienceEveryone), string(tracker.AudienceTeam)}},
	} {
		if got := c.v.IDs(); !slices.Equal(got, c.ids) {
			t.Errorf("%s: the vocabulary has %q, the code %q", c.v.Name, got, c.ids)
		}
	}
	if tracker.PromiseStates.Has(string(tracker.PromiseOverdue)) {
		t.Error("overdue can be written")
	}
}
