package insight

import (
	"math"
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Speed sets the days from request to agreement beside whether the business
// owned a part, and beside the verdict (insights: "Speed × ownership";
// requirements 000-42 and 000-44). It is never a target: the days stand only
// where the verdict stands too. It covers every record up to the day of the
// report.
type Speed struct {
	Cases    []*SpeedCase // agreed requests with both days, in the order of the tracker
	Ratio    Ratio        // fast and unowned / Cases; {0, 0} while nothing is called fast
	Median   tracker.Number
	Split    bool // some cases are fast and the others slow
	Owned    SpeedSide
	Unowned  SpeedSide
	Excluded []Excluded
	Minimum  int
	Missing  string

	words *message.Language
}

// SpeedCase is one agreed request with its days and its verdict.
type SpeedCase struct {
	Intake  *tracker.Intake
	Days    int // from the request to the agreement
	Owned   bool
	Reason  string // why it is owned or not: that of the mark
	Verdict string // its label, or that it is still to come: "not looked at yet"
	Fast    bool   // on the fast side of the median; false for all where there is no split
}

// SpeedSide is the cases with, or without, an owned commitment.
type SpeedSide struct {
	Label      string
	Cases      []*SpeedCase
	Fast, Slow []*SpeedCase   // empty where there is no split
	Median     tracker.Number // days; not known with fewer cases than the minimum
	Missing    string         // what is missing for its median
}

func (f *Figures) speed() Speed {
	say := f.Words.Text
	s := Speed{Minimum: f.minimum, words: f.Words}
	s.Owned.Label, s.Unowned.Label = say("insight.speed.owned"), say("insight.speed.unowned")
	for _, c := range f.Contracts {
		in := c.Intake
		if reason := f.withoutDays(in); reason != "" {
			s.Excluded = append(s.Excluded, Excluded{Intake: in, Reason: reason})
			continue
		}
		k := &SpeedCase{Intake: in, Days: in.AgreedOn.DaysSince(in.RequestedOn), Owned: c.Owned.Held, Reason: c.Owned.Reason, Verdict: f.verdictSoFar(in)}
		s.Cases = append(s.Cases, k)
		if k.Owned {
			s.Owned.Cases = append(s.Owned.Cases, k)
		} else {
			s.Unowned.Cases = append(s.Unowned.Cases, k)
		}
	}
	if len(s.Cases) < f.minimum {
		s.Missing = say("insight.speed.needs", "have", len(s.Cases), "minimum", f.minimum)
	} else {
		s.Median = medianDays(s.Cases)
		switch s.Split = split(s.Cases, s.Median.Value); {
		case len(s.Cases) == 1:
			s.Missing = say("insight.speed.only-one")
		case !s.Split:
			s.Missing = say("insight.speed.equally-long", "n", len(s.Cases))
		}
	}
	for _, side := range []*SpeedSide{&s.Owned, &s.Unowned} {
		if s.Split {
			side.settle()
		}
		if len(side.Cases) < f.minimum {
			side.Missing = say("insight.speed.side-needs", "have", len(side.Cases), "minimum", f.minimum)
		} else {
			side.Median = medianDays(side.Cases)
		}
	}
	if s.Split {
		s.Ratio = Ratio{len(s.Unowned.Fast), len(s.Cases)}
	}
	return s
}

// split marks the fast cases: those under the median. Cases at the median stay
// together and are slow, unless the sides come closer to halves with them among
// the fast ones. It is false, and nothing is marked, where all took equally
// long.
func split(cases []*SpeedCase, median float64) bool {
	under, at := 0, 0
	for _, k := range cases {
		switch days := float64(k.Days); {
		case days < median:
			under++
		case same(days, median):
			at++
		}
	}
	over := len(cases) - under - at
	if at == len(cases) {
		return false
	}
	for _, k := range cases {
		days := float64(k.Days)
		k.Fast = days < median || same(days, median) && over > under
	}
	return true
}

// settle tells fast cases from slow ones.
func (side *SpeedSide) settle() {
	for _, k := range side.Cases {
		if k.Fast {
			side.Fast = append(side.Fast, k)
		} else {
			side.Slow = append(side.Slow, k)
		}
	}
}

// withoutDays says why an intake is no agreement with a known length; "" when
// it is one.
func (f *Figures) withoutDays(in *tracker.Intake) string {
	switch {
	case !in.Status.AtLeastAgreed():
		return f.noAgreement(in.Status)
	case in.RequestedOn.IsZero():
		return f.Words.Text("insight.speed.reason.no-request-day")
	case in.AgreedOn.IsZero():
		return f.Words.Text("insight.speed.reason.no-agreement-day")
	case in.AgreedOn < in.RequestedOn:
		return f.Words.Text("insight.speed.reason.agreed-before")
	}
	return ""
}

// verdictSoFar returns the verdict as people read it, or why there is none.
func (f *Figures) verdictSoFar(in *tracker.Intake) string {
	switch {
	case !in.Status.AtLeastDelivered():
		return f.Words.Text("insight.speed.verdict.not-delivered")
	case in.Verdict == "":
		return f.Words.Text("insight.speed.verdict.not-looked")
	case in.Status != tracker.StatusEvaluated:
		return f.Words.Text("insight.speed.verdict.not-marked")
	}
	return f.Words.Label(&tracker.Verdicts, string(in.Verdict))
}

// medianDays returns the day in the middle, or the mean of the two in the
// middle of an even number; not known without a case.
func medianDays(cases []*SpeedCase) tracker.Number {
	days := make([]int, len(cases))
	for i, k := range cases {
		days[i] = k.Days
	}
	slices.Sort(days)
	n := len(days)
	switch {
	case n == 0:
		return tracker.Number{}
	case n%2 == 1:
		return tracker.Number{Value: float64(days[n/2]), Known: true}
	}
	return tracker.Number{Value: float64(days[n/2-1]+days[n/2]) / 2, Known: true}
}

// changed is how many of the cases changed something, out of those with a
// verdict that says whether: being evaluated and not knowing is neither.
func changed(cases []*SpeedCase) (something, known []*SpeedCase) {
	for _, k := range cases {
		if k.Intake.Status != tracker.StatusEvaluated {
			continue
		}
		switch k.Intake.Verdict {
		case tracker.VerdictChanged, tracker.VerdictPartly:
			something = append(something, k)
			known = append(known, k)
		case tracker.VerdictNoChange, tracker.VerdictWorse:
			known = append(known, k)
		}
	}
	return something, known
}

// Headline says how many agreements were fast and unowned, and what became of
// them: never one without the other (requirement 000-42). It names no number of
// days: turnaround is no headline (requirement 000-46).
func (s *Speed) Headline() string {
	say := s.words.Text
	if s.Missing != "" {
		return say("insight.not-enough", "missing", s.Missing)
	}
	line := say("insight.speed.headline", "share", s.Ratio.In(s.words), "n", s.Ratio.N, "of", s.Ratio.D)
	something, known := changed(s.Unowned.Fast)
	switch verdicts := (Ratio{len(something), len(known)}); {
	case s.Ratio.N == 0:
		return line
	case verdicts.D == 0:
		return line + "; " + say("insight.speed.headline.no-verdict", "n", s.Ratio.N)
	default:
		return line + "; " + say("insight.speed.headline.changed", "share", verdicts.In(s.words))
	}
}

func speedDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "speed", Title: say("insight.speed.title"),
		Definition: say("insight.speed.definition"),
		Reason:     say("insight.speed.reason"),
		Limits:     say("insight.speed.limits"),
		NotEnough:  say("insight.speed.not-enough", "minimum", f.minimum),
		Audience:   say("insight.speed.audience"), Decision: say("insight.speed.decision"),
	}
}

func speedSheet(f *Figures) Sheet {
	s := f.Speed
	return s.sheet(f)
}

func (s *Speed) sheet(f *Figures) Sheet {
	sheet := Sheet{Definition: speedDefinition(f), Headline: s.Headline(), Missing: s.Missing, Minimum: s.Minimum, Excluded: s.Excluded}
	label := func(id string) string { return f.Words.Text("insight.speed.receipt." + id) }
	share := func(id, label string, counted, all []*SpeedCase) {
		sheet.add(outOf("speed/"+id, label, s.records(counted), s.records(all)))
	}
	sheet.add(counted("speed/cases", label("cases"), s.records(s.Cases)), s.median("median", s.Median, s.Cases, s.Missing))
	for _, side := range []struct {
		id string
		*SpeedSide
	}{{"owned", &s.Owned}, {"unowned", &s.Unowned}} {
		share(side.id, side.Label, side.Cases, s.Cases)
		sheet.add(s.median(side.id+"-median", side.Median, side.Cases, side.Missing))
		if s.Split {
			share("fast-"+side.id, label("fast-"+side.id), side.Fast, s.Cases)
			share("slow-"+side.id, label("slow-"+side.id), side.Slow, s.Cases)
			something, known := changed(side.Fast)
			share("fast-"+side.id+"-changed", label("fast-"+side.id+"-changed"), something, known)
		}
	}
	return sheet
}

// median makes the receipt of a median.
func (s *Speed) median(id string, m tracker.Number, cases []*SpeedCase, missing string) Receipt {
	label := s.words.Text("insight.speed.receipt." + id)
	if !m.Known {
		return unknown("speed/"+id, label, s.words.Text("insight.receipt.not-enough"), missing)
	}
	text := s.words.Text("common.days", "n", int(m.Value))
	if m.Value != math.Trunc(m.Value) {
		text = s.words.Text("insight.speed.part-days", "days", m.Value)
	}
	return valued("speed/"+id, label, text, s.records(cases))
}

func (s *Speed) records(cases []*SpeedCase) []Record {
	records := make([]Record, len(cases))
	for i, k := range cases {
		note := s.words.Text("insight.speed.receipt.note", "days", k.Days, "verdict", k.Verdict)
		records[i] = Record{Kind: tracker.KindIntake, ID: k.Intake.ID, Note: note}
	}
	return records
}
