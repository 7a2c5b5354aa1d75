package insight

import (
	"slices"

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
	s := Speed{Minimum: f.minimum, Owned: SpeedSide{Label: "Owned by the business"}, Unowned: SpeedSide{Label: "Not owned by the business"}}
	for _, c := range f.Contracts {
		in := c.Intake
		if reason := withoutDays(in); reason != "" {
			s.Excluded = append(s.Excluded, Excluded{Intake: in, Reason: reason})
			continue
		}
		k := &SpeedCase{Intake: in, Days: in.AgreedOn.DaysSince(in.RequestedOn), Owned: c.Owned.Held, Reason: c.Owned.Reason, Verdict: verdictSoFar(in)}
		s.Cases = append(s.Cases, k)
		if k.Owned {
			s.Owned.Cases = append(s.Owned.Cases, k)
		} else {
			s.Unowned.Cases = append(s.Unowned.Cases, k)
		}
	}
	if len(s.Cases) < f.minimum {
		s.Missing = needs(len(s.Cases), f.minimum, "agreed request with both days", "agreed requests with both days")
	} else {
		s.Median = medianDays(s.Cases)
		switch s.Split = split(s.Cases, s.Median.Value); {
		case len(s.Cases) == 1:
			s.Missing = "one agreed request alone is neither fast nor slow"
		case !s.Split:
			s.Missing = "the " + Count(len(s.Cases)) + " agreed requests with both days took equally long"
		}
	}
	for _, side := range []*SpeedSide{&s.Owned, &s.Unowned} {
		if s.Split {
			side.settle()
		}
		if len(side.Cases) < f.minimum {
			side.Missing = needs(len(side.Cases), f.minimum, "case", "cases")
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
func withoutDays(in *tracker.Intake) string {
	switch {
	case in.Status == "":
		return "without a status"
	case !in.Status.AtLeastAgreed():
		return noAgreement(in.Status)
	case in.RequestedOn.IsZero():
		return "without a day of the request"
	case in.AgreedOn.IsZero():
		return "without a day of the agreement"
	case in.AgreedOn < in.RequestedOn:
		return "dated as agreed before it was requested"
	}
	return ""
}

// verdictSoFar returns the verdict as people read it, or why there is none.
func verdictSoFar(in *tracker.Intake) string {
	switch {
	case !in.Status.AtLeastDelivered():
		return "not delivered yet"
	case in.Verdict == "":
		return "not looked at yet"
	case in.Status != tracker.StatusEvaluated:
		return "not yet marked as evaluated"
	}
	return tracker.Verdicts.Label(string(in.Verdict))
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
	if s.Missing != "" {
		return notEnough(s.Missing)
	}
	line := share(s.Ratio, "agreed request", "agreed requests") + " " + verb(s.Ratio, "was", "were") + " fast and unowned"
	something, known := changed(s.Unowned.Fast)
	switch verdicts := (Ratio{len(something), len(known)}); {
	case s.Ratio.N == 0:
		return line
	case verdicts.D == 0:
		return line + "; " + plural(s.Ratio.N, "it has no", "none of them has a") + " known verdict"
	default:
		return line + "; something changed in " + verdicts.String() + " with a verdict"
	}
}

func speedDefinition(f *Figures) Definition {
	return Definition{
		ID: "speed", Title: "Fast, and owned by whom",
		Definition: "Days from the request to the agreement, beside whether someone in the business had taken a part with an action and a day, and beside the verdict. Counted are requests that were agreed, are being built, were delivered or evaluated and bear both days. Fast means under the median of all of these, and the rest are not: about half are fast, whatever their length. Requests right at the median stay together, on the side that brings the two closer to halves. Of those that were fast and unowned it says in how many something changed or partly did, out of those whose verdict says so or says that it did not. Mandated requests count too. Those without days are left out and listed.",
		Reason:     "Speed without shared ownership brings more of the same. It shows when not to rush.",
		Limits:     "A fast agreement may be a good one, and a median only divides what is there. It is no target: the days mean nothing without the verdict.",
		NotEnough:  "With fewer than " + f.cases() + " there is a list, and nothing is called fast; nor where all took equally long. Each side has a median from " + f.cases() + " on.",
		Audience:   "L&D lead", Decision: "When not to rush",
	}
}

func speedSheet(f *Figures) Sheet {
	s := f.Speed
	return s.sheet(f)
}

func (s *Speed) sheet(f *Figures) Sheet {
	sheet := Sheet{Definition: speedDefinition(f), Headline: s.Headline(), Missing: s.Missing, Minimum: s.Minimum, Excluded: s.Excluded}
	all := ofSpeed(s.Cases)
	sheet.add(counted("speed/cases", "Agreed requests with both days", all), medianReceipt("speed/median", "Median of all", s.Median, s.Cases, s.Missing))
	for _, side := range []struct {
		id, text string
		*SpeedSide
	}{{"owned", "owned by the business", &s.Owned}, {"unowned", "not owned by the business", &s.Unowned}} {
		sheet.add(
			outOf("speed/"+side.id, side.Label, ofSpeed(side.Cases), all),
			medianReceipt("speed/"+side.id+"-median", side.Label+": median", side.Median, side.Cases, side.Missing))
		if s.Split {
			sheet.add(
				outOf("speed/fast-"+side.id, "Fast, "+side.text, ofSpeed(side.Fast), all),
				outOf("speed/slow-"+side.id, "Not fast, "+side.text, ofSpeed(side.Slow), all))
			something, known := changed(side.Fast)
			sheet.add(outOf("speed/fast-"+side.id+"-changed", "Fast, "+side.text+": something changed", ofSpeed(something), ofSpeed(known)))
		}
	}
	return sheet
}

func medianReceipt(id, label string, m tracker.Number, cases []*SpeedCase, missing string) Receipt {
	if !m.Known {
		return unknown(id, label, "not enough data", missing)
	}
	return valued(id, label, Number(m.Value, "days"), ofSpeed(cases))
}

func ofSpeed(cases []*SpeedCase) []Record {
	records := make([]Record, len(cases))
	for i, k := range cases {
		records[i] = Record{Kind: tracker.KindIntake, ID: k.Intake.ID, Note: count(k.Days, "day", "days") + "; verdict: " + k.Verdict}
	}
	return records
}
