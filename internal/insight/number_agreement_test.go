package insight

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// things are what figures count; plurals after a one and singulars after
// another number read as machine work.
var (
	things    = `(live |agreed |agreed training |evaluated |owned |small |big )?`
	oneOfMany = regexp.MustCompile(`\b1 ` + things + `(wins|requests|promises|links|priorities|outcomes|cases|days|intakes|readings|roles|ones|others|points|are|were|have)\b|\ball 1\b`)
	manyOfOne = regexp.MustCompile(`\b(0|[2-9]|\d\d+) ` + things + `(win|request|promise|link|priority|outcome|case|day|intake|reading|role|one|point|is)\b`)
)

// small has d of everything, n of them as one would wish, and takes single
// cases seriously.
func small(t *testing.T, n, d int) *Figures {
	s := told(t)
	s.Settings.Thresholds.MinimumCases, s.Settings.Windows.QuietAfterDays = 1, 1
	s.Settings.Thresholds.CrackedAt, s.Settings.Thresholds.PartneredAt = 1, 1
	s.Priorities = nil
	for i := range max(1, d) {
		s.Priorities = append(s.Priorities, &tracker.Priority{ID: tracker.ID(fmt.Sprintf("p%d", i)), Title: fmt.Sprintf("P%d", i), Outcomes: []tracker.ID{"calls"}})
	}
	s.Outcomes = append(s.Outcomes[:1], []*tracker.Outcome{{ID: "o2", Title: "O2"}, {ID: "o3", Title: "O3"}}[:max(0, d-1)]...)
	var ws []*tracker.Win
	var ins []*tracker.Intake
	for i := range d {
		w := win(t, "2025-05-01")
		// The even requests are asked for early in the year, the odd ones late,
		// so that there are trends from two on.
		in := full(t, tracker.ID(fmt.Sprintf("i%d", i)), fmt.Sprintf("2025-%02d-05", 2+i%2*8))
		in.Status, in.Verdict, in.Requested, in.Agreed = tracker.StatusEvaluated, tracker.VerdictNoChange, []string{"live"}, []string{"live"}
		in.Promises = []tracker.Promise{{State: tracker.PromiseLate}, {State: tracker.PromiseLate, Size: tracker.Big}}
		live := full(t, tracker.ID(fmt.Sprintf("l%d", i)), "2025-03-03")
		live.Mandated = true // counts nowhere but among the live ones
		if i < n {
			w.Priorities, w.Intake = []tracker.ID{"p0"}, in.ID
			in.Verdict, in.Agreed = tracker.VerdictChanged, []string{"job-aid"}
			in.Promises[0].State, in.Promises[1].State = tracker.PromiseKept, tracker.PromiseKept
		} else {
			in.Commitments, in.ArrivedAs = nil, tracker.ArrivedProblem
			live.Commitments, live.Reinforcement = nil, nil
		}
		ws, ins = append(ws, w, win(t, "2024-05-01", "p0")), append(ins, in, live)
	}
	return compute(s, ws, ins)
}

func TestNumbersAgree(t *testing.T) {
	for d := range 4 {
		for n := range d + 1 {
			f := small(t, n, d)
			texts := headlines(f)
			texts["spread"], texts["naming"], texts["linking"], texts["left out"] = f.Coverage.Spread(), f.Coverage.Naming(), f.Coverage.Linking(), f.Coverage.LeftOut
			texts["no trend"], texts["no trend of arrivals"] = f.Posture.NoTrend, f.Arrivals.NoTrend
			for _, s := range f.Stories {
				texts["text "+string(s.Outcome.ID)] = s.Text() + " " + s.Missing + " " + s.GradeReason
			}
			for _, c := range f.Posture.Cases {
				texts["case "+string(c.Intake.ID)] = c.Reason
			}
			for _, x := range f.Definitions() {
				texts["definition "+x.ID] = x.Definition + " " + x.NotEnough
			}
			for what, text := range texts {
				for _, wrong := range []*regexp.Regexp{oneOfMany, manyOfOne} {
					if m := wrong.FindString(text); m != "" {
						t.Errorf("%d of %d: %s says %q: %s", n, d, what, m, text)
					}
				}
				if strings.Contains(text, "0 wins aimed at it") {
					t.Errorf("%d of %d: %s: %s", n, d, what, text)
				}
			}
			for what, h := range headlines(f) {
				if words := len(strings.Fields(h)); words > headlineWords {
					t.Errorf("%d of %d: %s: %d words: %s", n, d, what, words, h)
				}
			}
		}
	}
}

func TestHalvesThatAreEqualShares(t *testing.T) {
	for _, tc := range []struct {
		early, late Ratio
		want        string
	}{
		{Ratio{1, 5}, Ratio{1, 5}, "same"},
		{Ratio{0, 7}, Ratio{0, 6}, "level"},
		{Ratio{1, 5}, Ratio{2, 10}, "level"},
		{Ratio{1, 7}, Ratio{4, 6}, "went"},
	} {
		if got := moves(tc.early, tc.late); got != tc.want {
			t.Errorf("%q, want %q", got, tc.want)
		}
	}
}
