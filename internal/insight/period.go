package insight

import (
	"time"

	"smallwins/internal/tracker"
)

// Period is the span of days that figures by quarter cover, both days included:
// coverage, chain, posture, arrivals and voices. The others cover every record
// up to the as-of day, so that an old case without a change is not lost.
type Period struct{ From, To tracker.Date }

// Has reports whether the day lies in the period.
func (p Period) Has(d tracker.Date) bool { return d >= p.From && d <= p.To }

// longestYears is how far back a period reaches at most: a slip in a year must
// not make pages of empty months.
const longestYears = 40

// period starts on the day that the strategy names, else with the first
// record, and ends on the as-of day. It never covers more than forty years of
// months.
func period(t *tracker.Tracker) Period {
	p := uncapped(t)
	if p.To.IsZero() {
		return p
	}
	if earliest := tracker.NewDate(p.To.Year()-longestYears, p.To.Month()+1, 1); p.From < earliest {
		p.From = earliest
	}
	return p
}

func uncapped(t *tracker.Tracker) Period {
	p := Period{From: t.Strategy.Settings.StartedOn, To: t.AsOf}
	if !p.From.IsZero() && p.From <= p.To {
		return p
	}
	p.From = p.To
	for _, w := range t.Wins {
		if !w.Date.IsZero() && w.Date < p.From {
			p.From = w.Date
		}
	}
	for _, in := range t.Intakes {
		if !in.RequestedOn.IsZero() && in.RequestedOn < p.From {
			p.From = in.RequestedOn
		}
	}
	return p
}

// outside says why a record of the given day is not in the period; "" when it
// is.
func (f *Figures) outside(d tracker.Date) string {
	switch p := f.Period; {
	case d.IsZero():
		return f.noDate()
	case p.before(d):
		return f.Words.Text("insight.reason.before-period", "day", p.From)
	case d > p.To:
		return f.Words.Text("insight.reason.after-period", "day", p.To)
	}
	return ""
}

func (f *Figures) noDate() string { return f.Words.Text("insight.reason.no-date") }

func (p Period) before(d tracker.Date) bool { return !d.IsZero() && d < p.From }

// place returns which of the period's quarters the day lies in.
func (f *Figures) place(d tracker.Date) (int, bool) {
	if len(f.Quarters) == 0 || !f.Period.Has(d) {
		return 0, false
	}
	return f.Tracker.Quarter(d).Compare(f.Quarters[0]), true
}

// months lists the first days of the period's months.
func (p Period) months() []tracker.Date {
	var firsts []tracker.Date
	if p.From.IsZero() {
		return nil
	}
	for m := p.From.FirstOfMonth(); m <= p.To; m = m.NextMonth() {
		firsts = append(firsts, m)
	}
	return firsts
}

// month returns which of the period's months the day lies in.
func (p Period) month(d tracker.Date) int {
	return (d.Year()-p.From.Year())*12 + int(d.Month()) - int(p.From.Month())
}

// YearNote explains how quarters are named where the year does not start in
// January, by the last quarter of the period: "The year starts in April and is
// named after the calendar year in which it ends: 2026 Q4 is January to March
// 2026." It is "" for calendar years.
func (f *Figures) YearNote() string {
	starts := f.Tracker.Strategy.Settings.YearStarts
	if starts < 2 || starts > 12 || len(f.Quarters) == 0 {
		return ""
	}
	q := f.Quarters[len(f.Quarters)-1]
	first, last := q.First(starts), q.Last(starts)
	from := f.Words.MonthName(first.Month())
	if first.Year() != last.Year() {
		from = f.Words.Month(first)
	}
	return f.Words.Text("insight.year", "month", f.Words.MonthName(time.Month(starts)),
		"quarter", q, "months", f.Words.To(from, f.Words.Month(last)))
}
