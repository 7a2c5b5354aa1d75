package insight

import "smallwins/internal/tracker"

// Period is the span of days that figures by quarter cover, both days included:
// coverage, chain, posture, arrivals and voices. The others cover every record
// up to the as-of day, so that an old case without a change is not lost.
type Period struct{ From, To tracker.Date }

// String returns "6 January 2025 to 30 June 2026".
func (p Period) String() string { return Day(p.From) + " to " + Day(p.To) }

// Has reports whether the day lies in the period.
func (p Period) Has(d tracker.Date) bool { return d >= p.From && d <= p.To }

// period starts on the day that the strategy names, else with the first
// record, and ends on the as-of day.
func period(t *tracker.Tracker) Period {
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
func (p Period) outside(d tracker.Date) string {
	switch {
	case d.IsZero():
		return "without a date"
	case d < p.From:
		return "from before the period, which begins on " + Day(p.From)
	case d > p.To:
		return "dated after " + Day(p.To)
	}
	return ""
}

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
