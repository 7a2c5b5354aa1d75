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
	Ratio    Ratio        // fast and unowned / Cases; {0, 0} while there are too few cases for "fast"
	Median   tracker.Number
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
	Fast    bool   // at or under the median; false for all where there is no median
}

// SpeedSide is the cases with, or without, an owned commitment.
type SpeedSide struct {
	Label      string
	Cases      []*SpeedCase
	Fast, Slow []*SpeedCase   // empty where there are too few cases for "fast"
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
	}
	for _, side := range []*SpeedSide{&s.Owned, &s.Unowned} {
		if side.settle(s.Median); len(side.Cases) < f.minimum {
			side.Missing = needs(len(side.Cases), f.minimum, "case", "cases")
		} else {
			side.Median = medianDays(side.Cases)
		}
	}
	if s.Median.Known {
		s.Ratio = Ratio{len(s.Unowned.Fast), len(s.Cases)}
	}
	return s
}

// settle tells fast cases from slow ones.
func (side *SpeedSide) settle(median tracker.Number) {
	for _, k := range side.Cases {
		switch k.Fast = median.Known && float64(k.Days) <= median.Value; {
		case k.Fast:
			side.Fast = append(side.Fast, k)
		case median.Known:
			side.Slow = append(side.Slow, k)
		}
	}
}

// withoutDays says why an intake is no agreement with a known length; "" when
// it is one.
func withoutDays(in *tracker.Intake) string {
	switch {
	case in.Mandated:
		return "mandated"
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

// Headline says how many agreements were fast and unowned. It names no number
// of days: turnaround is no headline (requirement 000-46).
func (s *Speed) Headline() string {
	if s.Missing != "" {
		return notEnough(s.Missing)
	}
	return share(s.Ratio, "agreed request", "agreed requests") + " " + verb(s.Ratio, "was", "were") + " fast and without an owner in the business"
}

func speedDefinition(f *Figures) Definition {
	return Definition{
		ID: "speed", Title: "Fast, and owned by whom",
		Definition: "Days from the request to the agreement, beside whether someone in the business had taken a part with an action and a day, and beside the verdict. Counted are requests that were agreed, are being built, were delivered or evaluated and bear both days. Fast means at or under the median of all of these, so that about half are fast whatever their length. Mandated requests, and those without days, are left out and listed.",
		Reason:     "Speed without shared ownership brings more of the same. It shows when not to rush.",
		Limits:     "A fast agreement may be a good one, and a median only divides what is there. It is no target: the days mean nothing without the verdict.",
		NotEnough:  "With fewer than " + f.cases() + " there is a list, and nothing is called fast. Each side has a median from " + f.cases() + " on.",
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
		if s.Median.Known {
			sheet.add(
				outOf("speed/fast-"+side.id, "Fast, "+side.text, ofSpeed(side.Fast), all),
				outOf("speed/slow-"+side.id, "Not fast, "+side.text, ofSpeed(side.Slow), all))
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
