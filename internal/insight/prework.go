package insight

import "smallwins/internal/tracker"

// Prework is whether somebody found out something before building began
// (insights: "Prework"; requirement 003-07). It covers the requests of the
// period, by the quarter of the request.
type Prework struct {
	Ratio     Ratio // prework before building began / requests that are being built or were
	Cases     []*PreworkCase
	Before    []*tracker.Intake // the numerator
	Without   []*tracker.Intake // the rest of the denominator
	ByQuarter []PreworkQuarter
	Excluded  []Excluded
	Period    Period
	Minimum   int
	Missing   string
}

// PreworkCase is one request that is being built or was.
type PreworkCase struct {
	Intake  *tracker.Intake
	Quarter tracker.Quarter // of the request
	Before  bool
	First   tracker.Date // of the first prework that counts; zero where none does
	Reason  string       // "prework on 8 May 2025, agreed on 16 May 2025"
}

// PreworkQuarter is the cases of one quarter, one mark for each; a quarter
// without any is there, empty.
type PreworkQuarter struct {
	Quarter tracker.Quarter
	Cases   []*PreworkCase
}

func (f *Figures) prework() Prework {
	p := Prework{Minimum: f.minimum, Period: f.Period}
	for _, q := range f.Quarters {
		p.ByQuarter = append(p.ByQuarter, PreworkQuarter{Quarter: q})
	}
	for _, in := range f.Tracker.Intakes {
		reason := f.notBuilt(in)
		var c *PreworkCase
		if reason == "" {
			c, reason = preworkCase(in)
		}
		if reason != "" {
			p.Excluded = append(p.Excluded, Excluded{Intake: in, Reason: reason, early: f.Period.before(in.RequestedOn)})
			continue
		}
		at, _ := f.place(in.RequestedOn)
		c.Quarter = f.Quarters[at]
		p.Cases = append(p.Cases, c)
		p.ByQuarter[at].Cases = append(p.ByQuarter[at].Cases, c)
		if c.Before {
			p.Before = append(p.Before, in)
		} else {
			p.Without = append(p.Without, in)
		}
	}
	p.Ratio = Ratio{len(p.Before), len(p.Cases)}
	switch {
	case p.Ratio.D == 0:
		p.Missing = f.noneLeft(p.Excluded, "nothing has been built yet")
	case p.Ratio.D < f.minimum:
		p.Missing = needs(p.Ratio.D, f.minimum, "built request", "built requests")
	}
	return p
}

// notBuilt says why an intake is none that was built in the period; "" when it
// is one.
func (f *Figures) notBuilt(in *tracker.Intake) string {
	switch {
	case f.outside(in.RequestedOn) != "":
		return f.outside(in.RequestedOn)
	case in.Status == tracker.StatusBuilding || in.Status.AtLeastDelivered():
		return ""
	case in.Status == tracker.StatusAgreed:
		return "agreed, and not yet being built"
	case in.Status == "":
		return "without a status"
	}
	return noAgreement(in.Status)
}

// preworkCase holds prework against the day of the agreement: building has no
// day of its own, and may have begun on the next one. Without that day, prework
// counts when it lies before the delivery. What is undated is not known to
// have come first, and not known to have come later.
func preworkCase(in *tracker.Intake) (c *PreworkCase, unknown string) {
	c = &PreworkCase{Intake: in}
	last, what := in.AgreedOn, "agreed on "+Day(in.AgreedOn)
	if last.IsZero() && !in.DeliveredOn.IsZero() {
		last, what = in.DeliveredOn-1, "delivered on "+Day(in.DeliveredOn)
	}
	undated := false
	for _, w := range in.Prework {
		switch {
		case w.Date.IsZero():
			undated = true
		case w.Date <= last && (c.First.IsZero() || w.Date < c.First):
			c.Before, c.First = true, w.Date
		}
	}
	switch {
	case c.Before:
		c.Reason = "prework on " + Day(c.First) + ", " + what
	case len(in.Prework) == 0:
		c.Reason = "no prework is recorded"
	case last.IsZero():
		return nil, "without a day of the agreement to hold its prework against"
	case undated:
		return nil, "with prework without a day"
	default:
		c.Reason = "its prework came later: " + what
	}
	return c, ""
}

// Headline says how many built requests had prework before building began.
func (p *Prework) Headline() string {
	if p.Missing != "" {
		return notEnough(p.Missing)
	}
	return share(p.Ratio, "built request", "built requests") + " had prework before building began"
}

func preworkDefinition(f *Figures) Definition {
	return Definition{
		ID: "prework", Title: "Finding out before building",
		Definition: "Requests of the period that are being built, were delivered or evaluated, and where somebody looked, asked or measured before building began, out of all of those. The records do not say on which day building began: prework counts when it is dated on or before the day of the agreement or, where that day is missing, before the day of the delivery. Mandated requests count too. Left out and listed are requests whose prework is undated, or cannot be held against one. Quarters are those of the request, with one mark for each." + f.yearSuffix(),
		Reason:     "Conversations at the beginning show what the work really needs, and spare what nobody would have used.",
		Limits:     "It says that somebody looked before, not how well. Prework from between the agreement and the start of building is not counted.",
		NotEnough:  "With fewer than " + f.cases() + " there are the marks and no share.",
		Audience:   "L&D lead", Decision: "Whether it has become our rhythm",
	}
}

func preworkSheet(f *Figures) Sheet {
	p := f.Prework
	return p.sheet(f)
}

func (p *Prework) sheet(f *Figures) Sheet {
	s := Sheet{
		Definition: preworkDefinition(f), Headline: p.Headline(), Missing: p.Missing,
		Period: &p.Period, Minimum: p.Minimum, Excluded: p.Excluded,
	}
	records := func(cases []*PreworkCase) (before, all []Record) {
		for _, c := range cases {
			r := Record{Kind: tracker.KindIntake, ID: c.Intake.ID, Note: c.Reason}
			if all = append(all, r); c.Before {
				before = append(before, r)
			}
		}
		return before, all
	}
	before, all := records(p.Cases)
	s.add(outOf("prework/share", "Prework before building began", before, all))
	for _, q := range p.ByQuarter {
		if len(q.Cases) > 0 {
			before, all := records(q.Cases)
			s.add(outOf("prework/"+quarterID(q.Quarter), "Prework before building began, "+q.Quarter.Label(), before, all))
		}
	}
	return s
}
