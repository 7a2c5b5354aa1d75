package insight

import "smallwins/internal/tracker"

// DayWins is the wins of one day.
type DayWins struct {
	Day  tracker.Date
	Wins []*tracker.Win
}

// ByDay sorts the wins of the period by day, the oldest first; days without a
// win are not there.
func (c *Coverage) ByDay() []DayWins {
	var days []DayWins
	for _, w := range c.Wins { // which come in order of date
		if n := len(days); n == 0 || days[n-1].Day != w.Date {
			days = append(days, DayWins{Day: w.Date})
		}
		last := &days[len(days)-1]
		last.Wins = append(last.Wins, w)
	}
	return days
}

// ByMonth is ByDay for the calendar months of the period, those without a win
// included.
func (f *Figures) ByMonth() []MonthWins {
	var months []MonthWins
	for _, first := range f.Period.months() {
		months = append(months, MonthWins{First: first})
	}
	for _, w := range f.Coverage.Wins {
		at := f.Period.month(w.Date)
		months[at].Wins = append(months[at].Wins, w)
	}
	return months
}

// Calendar says in how many calendar months of the period there is a win. It
// says nothing about how many: that is no measure of anything.
func (f *Figures) Calendar() string {
	if f.Coverage.NoWins != "" {
		return f.Words.Text("insight.not-enough", "missing", f.Coverage.NoWins)
	}
	var r Ratio
	for _, m := range f.ByMonth() {
		r.D++
		if len(m.Wins) > 0 {
			r.N++
		}
	}
	return f.Words.Text("insight.coverage.calendar", "n", r.N, "of", r.D)
}
