package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

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

	words *message.Language
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
	p := Prework{Minimum: f.minimum, Period: f.Period, words: f.Words}
	for _, q := range f.Quarters {
		p.ByQuarter = append(p.ByQuarter, PreworkQuarter{Quarter: q})
	}
	for _, in := range f.Tracker.Intakes {
		reason := f.notBuilt(in)
		var c *PreworkCase
		if reason == "" {
			c, reason = f.preworkCase(in)
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
		p.Missing = f.noneLeft(p.Excluded, f.Words.Text("insight.prework.none"))
	case p.Ratio.D < f.minimum:
		p.Missing = f.Words.Text("insight.prework.needs", "have", p.Ratio.D, "minimum", f.minimum)
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
		return f.Words.Text("insight.prework.reason.agreed")
	case in.Status == "":
		return f.Words.Text("insight.reason.no-status")
	}
	return f.noAgreement(in.Status)
}

// preworkCase holds prework against the day of the agreement: building has no
// day of its own, and may have begun on the next one. Without that day, prework
// counts when it lies before the delivery. What is undated is not known to
// have come first, and not known to have come later.
func (f *Figures) preworkCase(in *tracker.Intake) (c *PreworkCase, unknown string) {
	c = &PreworkCase{Intake: in}
	last, event, on := in.AgreedOn, "agreed", in.AgreedOn
	if last.IsZero() && !in.DeliveredOn.IsZero() {
		last, event, on = in.DeliveredOn-1, "delivered", in.DeliveredOn
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
		c.Reason = f.Words.Text("insight.prework.reason.before", "day", c.First, "event", event, "on", on)
	case len(in.Prework) == 0:
		c.Reason = f.Words.Text("insight.prework.reason.none")
	case last.IsZero():
		return nil, f.Words.Text("insight.prework.reason.no-agreement")
	case undated:
		return nil, f.Words.Text("insight.prework.reason.undated")
	default:
		c.Reason = f.Words.Text("insight.prework.reason.later", "event", event, "on", on)
	}
	return c, ""
}

// Headline says how many built requests had prework before building began.
func (p *Prework) Headline() string {
	if p.Missing != "" {
		return p.words.Text("insight.not-enough", "missing", p.Missing)
	}
	return p.words.Text("insight.prework.headline", "share", p.Ratio.In(p.words), "of", p.Ratio.D)
}

func preworkDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID:         "prework",
		Title:      say("insight.prework.title"),
		Definition: say("insight.prework.definition") + f.yearSuffix(),
		Reason:     say("insight.prework.reason"),
		Limits:     say("insight.prework.limits"),
		NotEnough:  say("insight.prework.not-enough", "minimum", f.minimum),
		Audience:   say("insight.prework.audience"),
		Decision:   say("insight.prework.decision"),
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
	s.add(outOf("prework/share", f.Words.Text("insight.prework.receipt.share"), before, all))
	for _, q := range p.ByQuarter {
		if len(q.Cases) > 0 {
			before, all := records(q.Cases)
			s.add(outOf("prework/"+quarterID(q.Quarter), f.Words.Text("insight.prework.receipt.quarter", "quarter", q.Quarter), before, all))
		}
	}
	return s
}
