package insight

import (
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

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

	words *message.Language
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
	say := f.Words.Text
	b := BeforeNeeded{words: f.Words, Minimum: f.minimum, Period: f.Period}
	for _, in := range f.Tracker.Intakes {
		if f.Tracker.Who(in.Stakeholder).Stakeholder == nil {
			b.leaveOut(in, say("insight.before-needed.reason.unknown"))
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
		c := f.firstRequest(r.who, first, days)
		switch outside := f.outside(first.RequestedOn); {
		case first.RequestedOn.IsZero():
			b.leaveOut(first, say("insight.before-needed.reason.no-date"))
		case outside != "":
			b.leaveOut(first, outside)
		case !c.Met && undated:
			b.leaveOut(first, say("insight.before-needed.reason.touchpoint"))
		default:
			b.Cases = append(b.Cases, c)
			if b.Ratio.D++; c.Met {
				b.Ratio.N++
			}
		}
	}
	if b.Ratio.D < f.minimum {
		b.Missing = say("insight.before-needed.needs", "have", b.Ratio.D, "minimum", f.minimum)
	}
	return b
}

func (b *BeforeNeeded) leaveOut(in *tracker.Intake, reason string) {
	b.Excluded = append(b.Excluded, Excluded{Intake: in, Reason: reason, early: b.Period.before(in.RequestedOn)})
}

// firstRequest holds the first touchpoint against the first request. The same
// day is not before.
func (f *Figures) firstRequest(s *tracker.Stakeholder, first *tracker.Intake, days []tracker.Date) *FirstRequest {
	c := &FirstRequest{Stakeholder: s, Intake: first}
	if len(days) == 0 {
		c.Reason = f.Words.Text("insight.before-needed.reason.not-met", "request", first.RequestedOn)
		return c
	}
	c.FirstMet = days[0]
	c.Met = c.FirstMet < first.RequestedOn
	c.Reason = f.Words.Text("insight.before-needed.reason.met", "met", c.FirstMet, "request", first.RequestedOn)
	return c
}

// Headline says how many stakeholders we had met before they asked.
func (b *BeforeNeeded) Headline() string {
	if b.Missing != "" {
		return b.words.Text("insight.not-enough", "missing", b.Missing)
	}
	return b.words.Text("insight.before-needed.headline", "n", b.Ratio.N, "of", b.Ratio.D)
}

func beforeNeededDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "before-needed", Title: say("insight.before-needed.title"),
		Definition: say("insight.before-needed.definition"),
		Reason:     say("insight.before-needed.reason"),
		Limits:     say("insight.before-needed.limits"),
		NotEnough:  say("insight.before-needed.not-enough", "minimum", f.minimum),
		Audience:   say("insight.before-needed.audience"), Decision: say("insight.before-needed.decision"),
	}
}

func beforeNeededSheet(f *Figures) Sheet {
	b := f.BeforeNeeded
	return b.sheet(f)
}

func (b *BeforeNeeded) sheet(f *Figures) Sheet {
	say := f.Words.Text
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
			outOf("before-needed/share", say("insight.before-needed.receipt.share"), met, all),
			counted("before-needed/ready", say("insight.before-needed.receipt.ready"), plain(b.Ready, "")),
			counted("before-needed/meet-next", say("insight.before-needed.receipt.meet-next"), plain(b.MeetNext, "")),
			counted("before-needed/never-met", say("insight.before-needed.receipt.never-met"), plain(b.NeverMet, "")),
		},
	}
}
