package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Arrivals is how requests come to L&D (insights: "Arrival mix").
type Arrivals struct {
	Mix       []ArrivalCount // in the order of the vocabulary, zeros included
	Total     int            // intakes with an arrival stated
	Excluded  []Excluded
	ByQuarter []ArrivalQuarter
	Halves    Halves
	Early     []ArrivalCount
	Late      []ArrivalCount
	Trend     bool
	Minimum   int
	Missing   string
	NoTrend   string
	Between   string // a sentence on the quarter in neither half; "" where there is none

	words *message.Language
}

// ArrivalCount is how many intakes came in one way.
type ArrivalCount struct {
	Arrival tracker.Arrival
	Label   string
	Ratio   Ratio
	Intakes []*tracker.Intake
}

// ArrivalQuarter is the mix of one quarter.
type ArrivalQuarter struct {
	Quarter tracker.Quarter
	Mix     []ArrivalCount
	Total   int
}

func (f *Figures) arrivals() Arrivals {
	a := Arrivals{words: f.Words, Minimum: f.minimum, Halves: f.halves(), Mix: f.arrivalMix(), Early: f.arrivalMix(), Late: f.arrivalMix()}
	for _, q := range f.Quarters {
		a.ByQuarter = append(a.ByQuarter, ArrivalQuarter{Quarter: q, Mix: f.arrivalMix()})
	}
	early, late := 0, 0
	for _, in := range f.Tracker.Intakes {
		if reason := f.noArrival(in); reason != "" {
			a.Excluded = append(a.Excluded, Excluded{Intake: in, Reason: reason, early: f.Period.before(in.RequestedOn)})
			continue
		}
		at, _ := f.place(in.RequestedOn)
		a.Total++
		addArrival(a.Mix, in)
		a.ByQuarter[at].Total++
		addArrival(a.ByQuarter[at].Mix, in)
		switch half(at, len(f.Quarters)) {
		case -1:
			early++
			addArrival(a.Early, in)
		case 1:
			late++
			addArrival(a.Late, in)
		}
	}
	if a.Total == 0 {
		a.Missing = f.noneLeft(a.Excluded, f.Words.Text("insight.arrivals.none"))
	}
	a.Between = f.between(a.Halves)
	a.NoTrend = f.noTrend(early, late)
	a.Trend = a.NoTrend == ""
	return a
}

func (f *Figures) noArrival(in *tracker.Intake) string {
	switch {
	case f.outside(in.RequestedOn) != "":
		return f.outside(in.RequestedOn)
	case in.Mandated:
		return f.Words.Text("insight.reason.mandated")
	case !tracker.Arrivals.Has(string(in.ArrivedAs)):
		return f.Words.Text("insight.arrivals.reason.no-arrival")
	}
	return ""
}

func (f *Figures) arrivalMix() []ArrivalCount {
	mix := make([]ArrivalCount, len(tracker.Arrivals.Terms))
	for i, term := range tracker.Arrivals.Terms {
		mix[i] = ArrivalCount{Arrival: tracker.Arrival(term.ID), Label: f.Words.Label(&tracker.Arrivals, term.ID)}
	}
	return mix
}

// addArrival counts an intake with a stated arrival; it adds to every
// denominator of the mix.
func addArrival(mix []ArrivalCount, in *tracker.Intake) {
	for i := range mix {
		mix[i].Ratio.D++
		if mix[i].Arrival == in.ArrivedAs {
			mix[i].Ratio.N++
			mix[i].Intakes = append(mix[i].Intakes, in)
		}
	}
}

// of returns the share of one arrival in a mix.
func of(mix []ArrivalCount, arrival tracker.Arrival) Ratio {
	for _, c := range mix {
		if c.Arrival == arrival {
			return c.Ratio
		}
	}
	return Ratio{}
}

// Solutions returns the share of requests that arrived as a solution in the
// earlier and in the later half.
func (a *Arrivals) Solutions() (early, late Ratio) {
	return of(a.Early, tracker.ArrivedSolution), of(a.Late, tracker.ArrivedSolution)
}

// Headline says how many requests arrived as a solution, and compares the
// halves where both have enough cases.
func (a *Arrivals) Headline() string {
	say := a.words.Text
	switch {
	case a.Missing != "":
		return say("insight.not-enough", "missing", a.Missing)
	case !a.Trend:
		r := of(a.Mix, tracker.ArrivedSolution)
		return say("insight.arrivals.headline", "n", r.N, "of", r.D)
	}
	early, late := a.Solutions()
	return say("insight.arrivals.headline.trend", "moved", moves(early, late), "early", early.In(a.words), "late", late.In(a.words))
}
