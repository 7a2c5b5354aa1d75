package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Alone is the agreed requests in which nobody in the business owns anything
// (requirements 000-02, 000-17 and 000-31: "L&D alone"). It covers the
// requests of the period, by the quarter of the request.
type Alone struct {
	Ratio     Ratio // nobody in the business owns anything / agreed requests
	Cases     []*AloneCase
	Alone     []*tracker.Intake // the numerator
	Shared    []*tracker.Intake // the rest of the denominator
	ByQuarter []AloneQuarter
	Parts     []AlonePart // who has which part, over all cases
	Excluded  []Excluded
	Period    Period
	Minimum   int
	Missing   string

	words *message.Language
}

// AloneCase is one agreed request.
type AloneCase struct {
	Intake  *tracker.Intake
	Quarter tracker.Quarter // of the request
	Alone   bool
	Reason  string // "the business leads the change and reinforces it", or why nobody does
}

// AloneQuarter is the cases of one quarter, one mark for each; a quarter
// without any is there, empty.
type AloneQuarter struct {
	Quarter tracker.Quarter
	Cases   []*AloneCase
}

// AlonePart is one part that either side can own, and the requests in which it
// does. A request in which both do is on both sides.
type AlonePart struct {
	ID       string // "lead", "reinforce", "remove"
	Label    string // "Lead the change"
	Business []*tracker.Intake
	Team     []*tracker.Intake
	Nobody   []*tracker.Intake
}

// aloneParts are the parts of a change that the business can own. The record
// format gives the other two, building and measuring, to L&D.
var aloneParts = [...]string{"lead", "reinforce", "remove"}

func (f *Figures) alone() Alone {
	a := Alone{words: f.Words, Minimum: f.minimum, Period: f.Period}
	for _, q := range f.Quarters {
		a.ByQuarter = append(a.ByQuarter, AloneQuarter{Quarter: q})
	}
	for _, id := range aloneParts {
		a.Parts = append(a.Parts, AlonePart{ID: id, Label: f.partLabel(id)})
	}
	for _, contract := range f.Contracts {
		in := contract.Intake
		if reason := f.notShared(in); reason != "" {
			a.Excluded = append(a.Excluded, Excluded{Intake: in, Reason: reason, early: f.Period.before(in.RequestedOn)})
			continue
		}
		c := &AloneCase{Intake: in, Alone: true}
		var held []string
		for i, part := range f.held(contract) {
			if a.Parts[i].add(in, part); len(part.Business) > 0 {
				c.Alone = false
				held = append(held, f.Words.Text("insight.alone.reason."+aloneParts[i]))
			}
		}
		c.Reason = contract.Owned.Reason
		if !c.Alone {
			c.Reason = f.Words.Text("insight.alone.reason.parts", "parts", f.Words.List(held))
		}
		at, _ := f.place(in.RequestedOn)
		c.Quarter = f.Quarters[at]
		a.Cases = append(a.Cases, c)
		a.ByQuarter[at].Cases = append(a.ByQuarter[at].Cases, c)
		if c.Alone {
			a.Alone = append(a.Alone, in)
		} else {
			a.Shared = append(a.Shared, in)
		}
	}
	a.Ratio = Ratio{len(a.Alone), len(a.Cases)}
	switch {
	case a.Ratio.D == 0:
		a.Missing = f.noneLeft(a.Excluded, f.Words.Text("insight.alone.none"))
	case a.Ratio.D < f.minimum:
		a.Missing = f.Words.Text("insight.alone.needs", "have", a.Ratio.D, "minimum", f.minimum)
	}
	return a
}

// notShared says why an intake is not held against the question; "" when it
// is.
func (f *Figures) notShared(in *tracker.Intake) string {
	switch {
	case f.outside(in.RequestedOn) != "":
		return f.outside(in.RequestedOn)
	case in.Status == "":
		return f.Words.Text("insight.reason.no-status")
	case !in.Status.AtLeastAgreed():
		return f.noAgreement(in.Status)
	}
	return ""
}

// held returns the parts of aloneParts, with who has them.
func (f *Figures) held(c *Contract) [len(aloneParts)]ChangePart {
	var held [len(aloneParts)]ChangePart
	for _, p := range f.Parts(c) {
		for i := range aloneParts {
			if aloneParts[i] == p.ID {
				held[i] = p
			}
		}
	}
	return held
}

func (p *AlonePart) add(in *tracker.Intake, h ChangePart) {
	if len(h.Business) > 0 {
		p.Business = append(p.Business, in)
	}
	if len(h.Team) > 0 {
		p.Team = append(p.Team, in)
	}
	if len(h.Business)+len(h.Team) == 0 {
		p.Nobody = append(p.Nobody, in)
	}
}

// Headline says in how many agreed requests L&D is alone.
func (a *Alone) Headline() string {
	if a.Missing != "" {
		return a.words.Text("insight.not-enough", "missing", a.Missing)
	}
	return a.words.Text("insight.alone.headline", "n", a.Ratio.N, "of", a.Ratio.D)
}

func aloneDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "alone", Title: say("insight.alone.title"),
		Definition: say("insight.alone.definition") + f.yearSuffix(),
		Reason:     say("insight.alone.reason"),
		Limits:     say("insight.alone.limits"),
		NotEnough:  say("insight.alone.not-enough", "minimum", f.minimum),
		Audience:   say("insight.alone.audience"), Decision: say("insight.alone.decision"),
	}
}

func aloneSheet(f *Figures) Sheet {
	a := f.Alone
	return a.sheet(f)
}

func (a *Alone) sheet(f *Figures) Sheet {
	say := f.Words.Text
	s := Sheet{
		Definition: aloneDefinition(f), Headline: a.Headline(), Missing: a.Missing,
		Period: &a.Period, Minimum: a.Minimum, Excluded: a.Excluded,
	}
	records := func(cases []*AloneCase) (alone, all []Record) {
		for _, c := range cases {
			r := Record{Kind: tracker.KindIntake, ID: c.Intake.ID, Note: c.Reason}
			if all = append(all, r); c.Alone {
				alone = append(alone, r)
			}
		}
		return alone, all
	}
	alone, all := records(a.Cases)
	s.add(outOf("alone/share", say("insight.alone.receipt.share"), alone, all))
	for _, q := range a.ByQuarter {
		if len(q.Cases) > 0 {
			alone, all := records(q.Cases)
			s.add(outOf("alone/"+quarterID(q.Quarter), say("insight.alone.receipt.quarter", "quarter", q.Quarter), alone, all))
		}
	}
	all = noted(all, "")
	for _, p := range a.Parts {
		s.add(
			outOf("alone/"+p.ID+"-business", say("insight.alone.receipt.business", "part", p.Label), ofIntakes(p.Business), all),
			outOf("alone/"+p.ID+"-team", say("insight.alone.receipt.team", "part", p.Label), ofIntakes(p.Team), all),
			outOf("alone/"+p.ID+"-nobody", say("insight.alone.receipt.nobody", "part", p.Label), ofIntakes(p.Nobody), all))
	}
	return s
}
