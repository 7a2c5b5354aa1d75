package insight

import (
	"cmp"
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// QuarterReport is what is on record about one quarter, as it stands on the day
// of the report (requirements 003-44 and 003-58; the design: "Quarter report").
// Everything is placed by a day of its own: what bears none is in no quarter.
type QuarterReport struct {
	Quarter tracker.Quarter
	Days    Period // its days that lie in the period
	SoFar   bool   // it has not ended on the day of the report

	Outcomes []*QuarterOutcome // those with a reading in it, values that are not known included
	Moved    Ratio             // moved as wanted, by at least what would matter / aimed at, and read before

	Wins       []*tracker.Win
	ByPriority []QuarterPriority // priorities that hold in it, or are named by its wins, in the order of the strategy
	Unlinked   []*tracker.Win    // wins that name no priority

	Requests []*tracker.Intake // by the day of the request
	Cases    []*Case           // those of them that have a position
	Posture  PostureCounts
	LeftOut  []Excluded        // the rest of Requests
	Agreed   []*tracker.Intake // agreed in it
	Opened   []*Contract       // agreed in it, by contract
	Delivery []*tracker.Intake // delivered in it
	Verdicts []*tracker.Intake // looked at in it: see verdictOn
	Changed  Ratio             // something changed / looked at, and it could be told
	Nothing  []*tracker.Intake // those of Verdicts without a change, or worse

	Ours     PromiseGroup // our promises that were decided in it: see decidedOn
	Business PromiseGroup // the same of the business; for the team's edition alone

	Undone       []*tracker.Win // came undone in it; without a day, by the day of the win
	Setbacks     []Reversal     // the other steps back of the history that lie in it
	NobodyLooked []QuarterWait  // past the window on its last day, and nobody had looked by then
	Open         QuarterOpen

	words *message.Language
}

// QuarterPriority is the wins of a quarter that name a priority.
type QuarterPriority struct {
	Priority *tracker.Priority
	Wins     []*tracker.Win
}

// QuarterWait is a delivery that nobody had looked at by the end of a quarter.
type QuarterWait struct {
	Intake *tracker.Intake
	Days   int          // from the delivery to the last day of the quarter
	Looked tracker.Date // when somebody did, later; zero where nobody has
}

// QuarterOpen is what was begun up to the end of the quarter and still waits for
// somebody in the business on the day of the report.
type QuarterOpen struct {
	AtRisk     []*Contract       // live, with neither an owner nor reinforcement
	Waiting    []Wait            // delivered, past the window, nobody looked
	Unanswered []*Contract       // live, and the partnership question has no answer
	Unaimed    []*QuarterOutcome // read in the quarter, and no priority points to it
	Unread     []*QuarterOutcome // aimed at, and the quarter has no value
}

// Total is how many things are open.
func (o *QuarterOpen) Total() int {
	return len(o.AtRisk) + len(o.Waiting) + len(o.Unanswered) + len(o.Unaimed) + len(o.Unread)
}

// Records reports how many wins, requests, deliveries, verdicts and readings the
// quarter holds.
func (r *QuarterReport) Records() int {
	return len(r.Wins) + len(r.Requests) + len(r.Delivery) + len(r.Verdicts) + len(r.Outcomes)
}

// quarterReports makes a report for each quarter of the period, oldest first.
func (f *Figures) quarterReports() []*QuarterReport {
	starts := f.Tracker.Strategy.Settings.YearStarts
	reports := make([]*QuarterReport, len(f.Quarters))
	for i, q := range f.Quarters {
		r := &QuarterReport{
			Quarter: q, Days: Period{max(q.First(starts), f.Period.From), min(q.Last(starts), f.Period.To)},
			SoFar: q.Last(starts) > f.Period.To, Cases: f.Posture.ByQuarter[i].Cases, words: f.Words,
		}
		r.Wins = winsIn(f.Tracker.Wins, r.Days)
		f.quarterPriorities(r)
		for _, c := range r.Cases {
			r.Posture.add(c)
		}
		reports[i] = r
	}
	f.quarterIntakes(reports)
	f.quarterPromises(reports)
	for _, w := range f.Tracker.Wins {
		if w.StandsAt(f.Tracker.AsOf) {
			continue
		}
		if at, ok := f.place(cmp.Or(w.Undone.On, w.Date)); ok {
			reports[at].Undone = append(reports[at].Undone, w)
		}
	}
	for _, s := range f.History.Reversals {
		if at, ok := f.place(s.On); ok && s.Kind != ReversalUndone {
			reports[at].Setbacks = append(reports[at].Setbacks, s)
		}
	}
	for _, r := range reports {
		f.quarterOutcomes(r)
		f.quarterOpen(r)
	}
	return reports
}

// winsIn returns the wins of some days. wins are in the order of their days.
func winsIn(wins []*tracker.Win, days Period) []*tracker.Win {
	at := func(d tracker.Date) int {
		i, _ := slices.BinarySearchFunc(wins, d, func(w *tracker.Win, d tracker.Date) int { return cmp.Compare(w.Date, d) })
		return i
	}
	from, to := at(days.From), at(days.To+1)
	return wins[from:to:to]
}

func (f *Figures) quarterPriorities(r *QuarterReport) {
	named := make(map[*tracker.Priority][]*tracker.Win)
	for _, w := range r.Wins {
		priorities := each(w.Priorities, f.Tracker.Priority)
		if len(priorities) == 0 {
			r.Unlinked = append(r.Unlinked, w)
		}
		for _, p := range priorities {
			named[p] = append(named[p], w)
		}
	}
	for _, p := range f.Tracker.Strategy.Priorities {
		held := (p.From.IsZero() || p.From <= r.Days.To) && (p.To.IsZero() || p.To >= r.Days.From)
		if held || len(named[p]) > 0 {
			r.ByPriority = append(r.ByPriority, QuarterPriority{p, named[p]})
		}
	}
}

func (f *Figures) quarterIntakes(reports []*QuarterReport) {
	placed := make(map[*tracker.Intake]bool, len(f.Posture.Cases))
	for _, c := range f.Posture.Cases {
		placed[c.Intake] = true
	}
	in := func(d tracker.Date, put func(*QuarterReport)) {
		if at, ok := f.place(d); ok {
			put(reports[at])
		}
	}
	for _, c := range f.Contracts {
		x := c.Intake
		in(x.RequestedOn, func(r *QuarterReport) {
			r.Requests = append(r.Requests, x)
			if !placed[x] {
				r.LeftOut = append(r.LeftOut, Excluded{Intake: x, Reason: f.noPosture(x)})
			}
		})
		if x.Status.AtLeastAgreed() {
			in(x.AgreedOn, func(r *QuarterReport) { r.Agreed = append(r.Agreed, x) })
		}
		if x.Status.AtLeastDelivered() {
			in(x.DeliveredOn, func(r *QuarterReport) { r.Delivery = append(r.Delivery, x) })
		}
		if on := verdictOn(x); on > 0 {
			in(on, func(r *QuarterReport) { r.judge(x) })
		}
		f.quarterWaits(reports, x)
	}
}

// verdictOn is the first day on which a verdict stands: a verdict bears no day
// of its own, and holds once the agreement, the delivery and the last reading
// lie behind (see tracker.On). It is zero where there is no verdict, or nothing
// that dates it.
func verdictOn(in *tracker.Intake) tracker.Date {
	if in.Status != tracker.StatusEvaluated || !tracker.Verdicts.Has(string(in.Verdict)) {
		return 0
	}
	on := max(in.AgreedOn, in.DeliveredOn)
	for _, r := range in.Readings {
		on = max(on, r.Date)
	}
	return on
}

func (r *QuarterReport) judge(in *tracker.Intake) {
	r.Verdicts = append(r.Verdicts, in)
	switch in.Verdict {
	case tracker.VerdictUnknown:
		return
	case tracker.VerdictNoChange, tracker.VerdictWorse:
		r.Nothing = append(r.Nothing, in)
	default:
		r.Changed.N++
	}
	r.Changed.D++
}

// quarterWaits puts a delivery into every quarter at whose end the window had
// passed and nobody had looked.
func (f *Figures) quarterWaits(reports []*QuarterReport, in *tracker.Intake) {
	if !in.Status.AtLeastDelivered() || in.DeliveredOn.IsZero() {
		return
	}
	looked := verdictOn(in)
	if looked.IsZero() && in.Verdict != "" {
		return // somebody has looked; when is not known
	}
	for _, r := range reports {
		days := r.Days.To.DaysSince(in.DeliveredOn)
		if days > f.Tracker.Strategy.Settings.Windows.EvaluateAfterDays && (looked.IsZero() || looked > r.Days.To) {
			r.NobodyLooked = append(r.NobodyLooked, QuarterWait{in, days, looked})
		}
	}
}

func (f *Figures) quarterPromises(reports []*QuarterReport) {
	file := func(g *PromiseGroup, group func(*QuarterReport) *PromiseGroup) {
		for _, p := range slices.Concat(g.Kept, g.Broken()) {
			if at, ok := f.place(p.decidedOn()); ok {
				group(reports[at]).add(p)
			}
		}
	}
	file(&f.Promises.All, func(r *QuarterReport) *PromiseGroup { return &r.Ours })
	if f.Tracker.Edition == tracker.TeamEdition { // by quarter they would tell leaders whose they are
		file(&f.Promises.Business, func(r *QuarterReport) *PromiseGroup { return &r.Business })
	}
}

// decidedOn is the day from which it is settled whether a promise is kept in
// time: the day on which it was kept or, where it was not, the day on which it
// was due, or that had passed when it was moved. It is zero where none is known.
func (p *Promise) decidedOn() tracker.Date {
	closed := p.Promise.Closed
	switch {
	case p.State == tracker.PromiseKept:
		return cmp.Or(closed, p.Due)
	case !p.Past.IsZero():
		return p.Past
	case closed.IsZero():
		return p.Due
	case p.Due.IsZero():
		return closed
	}
	return min(p.Due, closed)
}
