package insight

import "smallwins/internal/tracker"

// BeforeNeeded is whether we knew people before they needed us (insights:
// "Before needed"; requirement 004-37). It covers the period: the first
// request has to lie in it.
type BeforeNeeded struct {
	Ratio    Ratio // met before their first request / stakeholders with a first request in the period
	Cases    []*FirstRequest
	Ready    []*tracker.Stakeholder // met, and no request yet
	MeetNext []*tracker.Stakeholder // neither met nor with a request: whom to meet next
	NeverMet []*tracker.Stakeholder // with a request, and no touchpoint on record
	Excluded []Excluded             // each by its first request
	Period   Period
	Minimum  int
	Missing  string
}

// FirstRequest is a stakeholder, their first request, and whether somebody had
// met them before it.
type FirstRequest struct {
	Stakeholder *tracker.Stakeholder
	Intake      *tracker.Intake
	Met         bool
	FirstMet    tracker.Date // the first touchpoint, before or after; zero without one
	Reason      string       // "met on 12 March 2025, first request on 2 May 2025"
}

func (f *Figures) beforeNeeded() BeforeNeeded {
	b := BeforeNeeded{Minimum: f.minimum, Period: f.Period}
	for _, in := range f.Tracker.Intakes {
		if f.Tracker.Who(in.Stakeholder).Stakeholder == nil {
			b.leaveOut(in, "asked for by someone who is not among the stakeholders of the strategy")
		}
	}
	for _, r := range f.relations() {
		days, undated := f.met(r.who)
		switch known := len(days) > 0 || undated; {
		case len(r.intakes) == 0 && known:
			b.Ready = append(b.Ready, r.who)
			continue
		case len(r.intakes) == 0:
			b.MeetNext = append(b.MeetNext, r.who)
			continue
		case !known:
			b.NeverMet = append(b.NeverMet, r.who)
		}
		first := r.intakes[0] // by day; one without a day comes first
		c := firstRequest(r.who, first, days)
		switch outside := f.outside(first.RequestedOn); {
		case first.RequestedOn.IsZero():
			b.leaveOut(first, "without a date, so that the first request is not known")
		case outside != "":
			b.leaveOut(first, outside)
		case !c.Met && undated:
			b.leaveOut(first, "with a touchpoint without a day")
		default:
			b.Cases = append(b.Cases, c)
			if b.Ratio.D++; c.Met {
				b.Ratio.N++
			}
		}
	}
	if b.Ratio.D < f.minimum {
		b.Missing = needs(b.Ratio.D, f.minimum, "stakeholder with a first request", "stakeholders with a first request")
	}
	return b
}

func (b *BeforeNeeded) leaveOut(in *tracker.Intake, reason string) {
	b.Excluded = append(b.Excluded, Excluded{Intake: in, Reason: reason, early: b.Period.before(in.RequestedOn)})
}

// firstRequest holds the first touchpoint against the first request. The same
// day is not before.
func firstRequest(s *tracker.Stakeholder, first *tracker.Intake, days []tracker.Date) *FirstRequest {
	c := &FirstRequest{Stakeholder: s, Intake: first, Reason: "not met before"}
	if len(days) > 0 {
		c.FirstMet = days[0]
		c.Met = c.FirstMet < first.RequestedOn
		c.Reason = "first met on " + Day(c.FirstMet)
	}
	c.Reason += ", first request on " + Day(first.RequestedOn)
	return c
}

// Headline says how many stakeholders we had met before they asked.
func (b *BeforeNeeded) Headline() string {
	if b.Missing != "" {
		return notEnough(b.Missing)
	}
	return "We had met " + share(b.Ratio, "stakeholder", "stakeholders") + " before " + plural(b.Ratio.D, "the", "their") + " first request"
}

func beforeNeededDefinition(f *Figures) Definition {
	return Definition{
		ID: "before-needed", Title: "Met before there was a need",
		Definition: "Stakeholders of the strategy with a touchpoint, a meeting that was not about a request, dated before the day of their first request, out of those whose first request lies in the period. A meeting on the same day is not before. Mandated requests count as requests. Left out and listed are stakeholders whose first request is from before the period or is undated, and those where only a touchpoint without a date might have come first; so are requests by people whom the strategy does not name. Whom to meet next: those without a touchpoint and without a request. Ready are those with a touchpoint and without a request.",
		Reason:     "Twenty minutes before there is a need make the first request another conversation.",
		Limits:     "It knows the meetings that were written down, and the stakeholders that the strategy names.",
		NotEnough:  "With fewer than " + f.cases() + " there are the lists and no share.",
		Audience:   "Partners in L&D", Decision: "Whom to meet next",
	}
}

func beforeNeededSheet(f *Figures) Sheet {
	b := f.BeforeNeeded
	return b.sheet(f)
}

func (b *BeforeNeeded) sheet(f *Figures) Sheet {
	var met, all []Record
	for _, c := range b.Cases {
		r := ofStakeholder(c.Stakeholder, c.Reason)
		if all = append(all, r); c.Met {
			met = append(met, r)
		}
	}
	plain := func(ss []*tracker.Stakeholder, note string) []Record {
		var records []Record
		for _, s := range ss {
			records = append(records, ofStakeholder(s, note))
		}
		return records
	}
	return Sheet{
		Definition: beforeNeededDefinition(f), Headline: b.Headline(), Missing: b.Missing,
		Period: &b.Period, Minimum: b.Minimum, Excluded: b.Excluded,
		Receipts: []Receipt{
			outOf("before-needed/share", "Met before the first request", met, all),
			counted("before-needed/ready", "Met, and no request yet", plain(b.Ready, "")),
			counted("before-needed/meet-next", "Neither met nor with a request", plain(b.MeetNext, "")),
			counted("before-needed/never-met", "With a request, and no touchpoint", plain(b.NeverMet, "")),
		},
	}
}
