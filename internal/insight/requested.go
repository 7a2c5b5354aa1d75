package insight

import (
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Requested is what became of requests for training (insights: "Requested vs
// agreed").
type Requested struct {
	Ratio    Ratio             // agreed to something other than training / asked for training and agreed
	Widened  []*tracker.Intake // the numerator
	Same     []*tracker.Intake // the rest of the denominator
	Excluded []Excluded
	Minimum  int
	Missing  string

	words *message.Language
}

// training are the solution types that are training.
var training = []string{"live", "elearning", "blended"}

func isTraining(solution string) bool { return slices.Contains(training, solution) }

// beyondTraining is what is neither training nor nothing.
func beyondTraining(solution string) bool { return !isTraining(solution) && solution != "none" }

func (f *Figures) requested() Requested {
	r := Requested{Minimum: f.minimum, words: f.Words}
	for _, in := range f.Tracker.Intakes {
		if reason := f.notRequested(in); reason != "" {
			r.Excluded = append(r.Excluded, Excluded{Intake: in, Reason: reason})
			continue
		}
		r.Ratio.D++
		if slices.ContainsFunc(in.Agreed, beyondTraining) {
			r.Ratio.N++
			r.Widened = append(r.Widened, in)
		} else {
			r.Same = append(r.Same, in)
		}
	}
	if r.Ratio.D < f.minimum {
		r.Missing = f.Words.Text("insight.requested.needs", "have", r.Ratio.D, "minimum", f.minimum)
	}
	return r
}

// notRequested says why an intake is not a request for training that was
// agreed. An agreement that does not say what was agreed is not known, which
// is not the same as training.
func (f *Figures) notRequested(in *tracker.Intake) string {
	switch {
	case len(in.Requested) == 0:
		return f.Words.Text("insight.requested.reason.unasked")
	case !slices.ContainsFunc(in.Requested, isTraining):
		return f.Words.Text("insight.requested.reason.no-training")
	case !in.Status.AtLeastAgreed():
		return f.noAgreement(in.Status)
	case len(in.Agreed) == 0:
		return f.Words.Text("insight.requested.reason.unagreed")
	}
	return ""
}

// Headline says how many requests for training became more than training.
func (r *Requested) Headline() string {
	if r.Missing != "" {
		return r.words.Text("insight.not-enough", "missing", r.Missing)
	}
	return r.words.Text("insight.requested.headline", "share", r.Ratio.In(r.words), "n", r.Ratio.N, "of", r.Ratio.D)
}

// Trains reports whether training is among the solution types, and something
// other than training.
func Trains(solutions []string) (training, beyond bool) {
	return slices.ContainsFunc(solutions, isTraining), slices.ContainsFunc(solutions, beyondTraining)
}
