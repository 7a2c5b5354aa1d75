package insight

import (
	"slices"

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
}

// training are the solution types that are training.
var training = []string{"live", "elearning", "blended"}

func isTraining(solution string) bool { return slices.Contains(training, solution) }

// beyondTraining is what is neither training nor nothing.
func beyondTraining(solution string) bool { return !isTraining(solution) && solution != "none" }

func (f *Figures) requested() Requested {
	r := Requested{Minimum: f.minimum}
	for _, in := range f.Tracker.Intakes {
		if reason := notRequested(in); reason != "" {
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
		r.Missing = needs(r.Ratio.D, f.minimum, "agreed training request", "agreed training requests")
	}
	return r
}

// notRequested says why an intake is not a request for training that was
// agreed. An agreement that does not say what was agreed is not known, which
// is not the same as training.
func notRequested(in *tracker.Intake) string {
	switch {
	case len(in.Requested) == 0:
		return "without a word on what was asked for"
	case !slices.ContainsFunc(in.Requested, isTraining):
		return "not a request for training"
	case !in.Status.AtLeastAgreed():
		return noAgreement(in.Status)
	case len(in.Agreed) == 0:
		return "without a word on what was agreed"
	}
	return ""
}

// Headline says how many requests for training became more than training.
func (r *Requested) Headline() string {
	if r.Missing != "" {
		return notEnough(r.Missing)
	}
	return share(r.Ratio, "agreed training request", "agreed training requests") + " " +
		verb(r.Ratio, "includes", "include") + " something other than training"
}

// Trains reports whether training is among the solution types, and something
// other than training.
func Trains(solutions []string) (training, beyond bool) {
	return slices.ContainsFunc(solutions, isTraining), slices.ContainsFunc(solutions, beyondTraining)
}
