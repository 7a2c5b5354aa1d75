package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Stale is what L&D said it would do and has not come back to (insights:
// "Stale follow-ups"): the follow-ups of wins, and our promises in intakes and
// in the strategy. What the business promised is never listed as ours.
type Stale struct {
	Ratio    Ratio         // stale / open
	Items    []*StaleItem  // PastDue, then Undated
	PastDue  []*StaleItem  // open, and their day has passed; soonest due first
	Undated  []*StaleItem  // open without a day for more than After days; longest waiting first
	Waiting  []*StaleItem  // open and not stale, in the order of the records
	ByRecord []StaleRecord // Items by the record that holds them, soonest due first
	People   []StaleOwner  // Items by whose they are; the team's edition only
	Excluded []Excluded    // made by the business
	After    int           // days
	AsOf     tracker.Date

	words *message.Language
}

// StaleItem is one open follow-up or promise of ours.
type StaleItem struct {
	Promise     *tracker.Promise
	Win         *tracker.Win // the record that holds it: one of the three is set
	Intake      *tracker.Intake
	Stakeholder *tracker.Stakeholder
	Due         tracker.Date // the day that counts, after moves; zero when it has none
	Since       tracker.Date // the day of the record; zero in the strategy, which bears none
	Days        int          // past Due, or since Since where there is no day to be done by
	Reason      string       // "was due on 4 July 2025"

	record Record
}

// StaleRecord is the stale items of one record.
type StaleRecord struct {
	Win         *tracker.Win
	Intake      *tracker.Intake
	Stakeholder *tracker.Stakeholder
	Items       []*StaleItem
}

// StaleOwner is one member's own list, for that member to look at. It is in no
// order of length: members come in the order of the team.
type StaleOwner struct {
	Member *tracker.Member // nil for what bears nobody's name
	Left   bool            // no longer in the team: somebody else has to take it on
	Items  []*StaleItem
}

func (f *Figures) stale() Stale {
	t := f.Tracker
	s := Stale{After: t.Strategy.Settings.Windows.StaleAfterDays, AsOf: t.AsOf, words: f.Words}
	for _, w := range t.Wins {
		for i := range w.FollowUps {
			f.weigh(&s, &StaleItem{Promise: &w.FollowUps[i], Win: w, Since: w.Date,
				record: Record{Kind: tracker.KindWin, ID: w.ID, Part: part("follow_ups", i)}})
		}
	}
	for _, in := range t.Intakes {
		for i := range in.Promises {
			f.weigh(&s, &StaleItem{Promise: &in.Promises[i], Intake: in, Since: in.RequestedOn,
				record: Record{Kind: tracker.KindIntake, ID: in.ID, Part: part("promises", i)}})
		}
	}
	for _, k := range t.Strategy.Stakeholders {
		for i := range k.Promises {
			f.weigh(&s, &StaleItem{Promise: &k.Promises[i], Stakeholder: k,
				record: Record{Kind: tracker.KindStakeholder, ID: k.ID, Part: part("promises", i)}})
		}
	}
	slices.SortStableFunc(s.PastDue, func(a, b *StaleItem) int { return soonest(a.Due, b.Due, a, b) })
	slices.SortStableFunc(s.Undated, func(a, b *StaleItem) int { return soonest(a.Since, b.Since, a, b) })
	s.Items = slices.Concat(s.PastDue, s.Undated)
	s.Ratio = Ratio{len(s.Items), len(s.Items) + len(s.Waiting)}
	s.byRecord()
	if t.Edition == tracker.TeamEdition {
		f.byOwner(&s)
	}
	return s
}

// weigh files one item that is open on the day of the report. Whether one of
// the business is open is not asked, since not every edition may know.
func (f *Figures) weigh(s *Stale, x *StaleItem) {
	t, p, say := f.Tracker, x.Promise, f.Words.Text
	if p.Withheld || t.ByBusiness(p) {
		made := tracker.Made{Promise: p, Business: true, Win: x.Win, Intake: x.Intake, Stakeholder: x.Stakeholder}
		s.Excluded = append(s.Excluded, Excluded{Promise: &Promise{Made: made}, Reason: say("insight.stale.by-business")})
		return
	}
	state := p.StateAt(t.AsOf)
	if state != tracker.PromiseOpen && state != tracker.PromiseOverdue {
		return
	}
	x.Due = p.DueAt(t.AsOf)
	switch {
	case !x.Due.IsZero() && x.Due < t.AsOf:
		x.Days, x.Reason = t.AsOf.DaysSince(x.Due), say("insight.stale.was-due", "day", x.Due)
		s.PastDue = append(s.PastDue, x)
	case state == tracker.PromiseOverdue:
		x.Reason = say("insight.stale.overdue")
		s.PastDue = append(s.PastDue, x)
	case !x.Due.IsZero():
		x.Reason = say("insight.stale.due", "day", x.Due)
		s.Waiting = append(s.Waiting, x)
	case x.Since.IsZero():
		x.Reason = say("insight.stale.since-unknown")
		s.Waiting = append(s.Waiting, x)
	default:
		x.Days, x.Reason = t.AsOf.DaysSince(x.Since), say("insight.stale.no-day", "day", x.Since)
		if x.Days > s.After {
			s.Undated = append(s.Undated, x)
		} else {
			s.Waiting = append(s.Waiting, x)
		}
	}
}

// soonest orders by a day, those without one last, then by record.
func soonest(x, y tracker.Date, a, b *StaleItem) int {
	if x.IsZero() != y.IsZero() {
		if x.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(x, y), cmp.Compare(a.record.Kind, b.record.Kind), cmp.Compare(a.record.ID, b.record.ID), cmp.Compare(a.record.Part, b.record.Part))
}

// byRecord keeps the order of Items, so that a record stands where its soonest
// item does.
func (s *Stale) byRecord() {
	type holder struct {
		kind tracker.Kind
		id   tracker.ID
	}
	at := make(map[holder]int)
	for _, x := range s.Items {
		key := holder{x.record.Kind, x.record.ID}
		i, ok := at[key]
		if !ok {
			i = len(s.ByRecord)
			at[key] = i
			s.ByRecord = append(s.ByRecord, StaleRecord{Win: x.Win, Intake: x.Intake, Stakeholder: x.Stakeholder})
		}
		s.ByRecord[i].Items = append(s.ByRecord[i].Items, x)
	}
}

// byOwner gives each member with an item their own list.
func (f *Figures) byOwner(s *Stale) {
	lists := make(map[*tracker.Member][]*StaleItem)
	for _, x := range s.Items {
		m := f.Tracker.Who(x.Promise.Who).Member
		lists[m] = append(lists[m], x)
	}
	for _, m := range f.Tracker.Strategy.Team {
		if items := lists[m]; len(items) > 0 {
			s.People = append(s.People, StaleOwner{Member: m, Left: !m.To.IsZero() && m.To < s.AsOf, Items: items})
		}
	}
	if items := lists[nil]; len(items) > 0 {
		s.People = append(s.People, StaleOwner{Items: items})
	}
}

// Headline says how many open follow-ups wait for somebody.
func (s *Stale) Headline() string {
	if s.Ratio.D == 0 {
		return s.words.Text("insight.stale.none-open")
	}
	return s.words.Text("insight.stale.headline", "n", s.Ratio.N, "of", s.Ratio.D, "days", s.After)
}

func staleDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "stale", Title: say("insight.stale.title"),
		Definition: say("insight.stale.definition", "days", f.Stale.After),
		Reason:     say("insight.stale.reason"),
		Limits:     say("insight.stale.limits"),
		NotEnough:  say("insight.stale.not-enough"),
		Audience:   say("insight.stale.audience"), Decision: say("insight.stale.decision"),
	}
}

func staleSheet(f *Figures) Sheet {
	s, say := f.Stale, f.Words.Text
	records := func(items []*StaleItem) []Record {
		rs := make([]Record, len(items))
		for i, x := range items {
			rs[i] = x.record
			rs[i].Note = x.Reason
		}
		return rs
	}
	open := slices.Concat(records(s.Items), records(s.Waiting))
	return Sheet{
		Definition: staleDefinition(f), Headline: s.Headline(), Excluded: s.Excluded,
		Receipts: []Receipt{
			outOf("stale/stale", say("insight.stale.receipt.stale"), records(s.Items), open),
			outOf("stale/past-due", say("insight.stale.receipt.past-due"), records(s.PastDue), open),
			outOf("stale/undated", say("insight.stale.receipt.undated"), records(s.Undated), open),
		},
	}
}
