package insight

import "smallwins/internal/tracker"

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
var aloneParts = [...]struct{ id, label, says string }{
	{"lead", "Lead the change", "leads the change"},
	{"reinforce", "Reinforce it", "reinforces it"},
	{"remove", "Remove what is in the way", "removes what is in the way"},
}

func (f *Figures) alone() Alone {
	a := Alone{Minimum: f.minimum, Period: f.Period}
	for _, q := range f.Quarters {
		a.ByQuarter = append(a.ByQuarter, AloneQuarter{Quarter: q})
	}
	for _, p := range aloneParts {
		a.Parts = append(a.Parts, AlonePart{ID: p.id, Label: p.label})
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
				held = append(held, aloneParts[i].says)
			}
		}
		c.Reason = contract.Owned.Reason
		if !c.Alone {
			c.Reason = "the business " + list(held)
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
		a.Missing = f.noneLeft(a.Excluded, "no request has been agreed yet")
	case a.Ratio.D < f.minimum:
		a.Missing = needs(a.Ratio.D, f.minimum, "agreed request", "agreed requests")
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
		return "without a status"
	case !in.Status.AtLeastAgreed():
		return noAgreement(in.Status)
	}
	return ""
}

// held returns the parts of aloneParts, with who has them.
func (f *Figures) held(c *Contract) [len(aloneParts)]ChangePart {
	var held [len(aloneParts)]ChangePart
	for _, p := range f.Parts(c) {
		for i := range aloneParts {
			if aloneParts[i].id == p.ID {
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
		return notEnough(a.Missing)
	}
	return "L&D is alone in " + share(a.Ratio, "agreed request", "agreed requests")
}

func aloneDefinition(f *Figures) Definition {
	return Definition{
		ID: "alone", Title: "L&D alone",
		Definition: "Requests of the period that were agreed, are being built, were delivered or evaluated, and where nobody in the business owns anything: nobody has taken a part with an action and a day, nobody outside L&D is named to reinforce it, and nothing that is in the way has an owner outside L&D. Out of all requests that got so far. Beside it stands who has which part: to lead the change, to reinforce it, to remove what is in the way. A part that both sides have counts for both. Building and measuring are always ours in these records and are not counted. Mandated requests count too: somebody in the business can own a part of what the law asks for. Quarters are those of the request, with one mark for each." + f.yearSuffix(),
		Reason:     "Who controls everything carries all of the risk. It is worth seeing before the work begins.",
		Limits:     "It looks at what is written down. A name is not yet a deed, and a part may be shared without a record of it.",
		NotEnough:  "With fewer than " + f.cases() + " there are the marks and no share.",
		Audience:   "L&D lead", Decision: "Where to ask the partnership question again",
	}
}

func aloneSheet(f *Figures) Sheet {
	a := f.Alone
	return a.sheet(f)
}

func (a *Alone) sheet(f *Figures) Sheet {
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
	s.add(outOf("alone/share", "L&D alone", alone, all))
	for _, q := range a.ByQuarter {
		if len(q.Cases) > 0 {
			alone, all := records(q.Cases)
			s.add(outOf("alone/"+quarterID(q.Quarter), "L&D alone, "+q.Quarter.Label(), alone, all))
		}
	}
	all = noted(all, "")
	for _, p := range a.Parts {
		s.add(
			outOf("alone/"+p.ID+"-business", p.Label+": the business", ofIntakes(p.Business), all),
			outOf("alone/"+p.ID+"-team", p.Label+": L&D", ofIntakes(p.Team), all),
			outOf("alone/"+p.ID+"-nobody", p.Label+": nobody", ofIntakes(p.Nobody), all))
	}
	return s
}
