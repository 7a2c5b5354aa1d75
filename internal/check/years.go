package check

import (
	"fmt"
	"slices"
	"time"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// A date that lies before farPast, or more than farAhead years after today, is
// a slip whatever it says: quarters would be drawn for centuries on end.
const farAhead = 100

var farPast = tracker.NewDate(1970, time.January, 1)

var yearRules = []rule{
	{diag.Rule{
		ID: "date/implausible-year", Severity: diag.Error,
		Title: "Dates lie in the time that a tracker can know of",
		Why:   "A slip in the year would stretch every view that has a line of time.",
		Mend:  "Check the year of this date.",
		Bad:   "date: 0206-02-15",
		Good:  "date: 2026-02-15",
	}, func(p *pass) {
		for i := range p.dates {
			d := &p.dates[i]
			if p.plausible(d.date) {
				continue
			}
			where := "lies before 1970"
			if d.date > farPast {
				where = fmt.Sprintf("lies more than %d years ahead", farAhead)
			}
			meant, mend := p.meantYear(d), ""
			if !meant.IsZero() {
				mend = fmt.Sprintf("Check the year of this date; most likely %d is meant.", meant.Year())
			}
			p.add(p.finding(d.origin.At(d.path.String()), mend, "%s %s.", quoted(d.date.String()), where).WithSuggestion(meant.String()))
		}
	}},
}

// plausible reports whether a date can be meant as it stands. Other rules hold
// nothing against one that cannot: it has its own finding. No date is plausible.
func (p *pass) plausible(d tracker.Date) bool {
	if d.IsZero() {
		return true
	}
	return d >= farPast && (p.latest.IsZero() || d <= p.latest)
}

// sane returns the date, or no date where it is not plausible.
func (p *pass) sane(d tracker.Date) tracker.Date {
	if p.plausible(d) {
		return d
	}
	return 0
}

// past returns the date, or no date where it is not plausible or has not come
// yet: see future.
func (p *pass) past(d tracker.Date) tracker.Date {
	if p.future(d) {
		return 0
	}
	return p.sane(d)
}

// sanePromise returns a promise without its dates that other days cannot be held
// against: those that are not plausible, and what has happened in the future.
func (p *pass) sanePromise(v *tracker.Promise) *tracker.Promise {
	sane := v.By == p.sane(v.By) && v.Closed == p.past(v.Closed)
	for _, m := range v.Moved {
		sane = sane && m.To == p.sane(m.To) && m.On == p.past(m.On)
	}
	if sane {
		return v
	}
	c := *v
	c.By, c.Closed, c.Moved = p.sane(v.By), p.past(v.Closed), slices.Clone(v.Moved)
	for i, m := range c.Moved {
		c.Moved[i] = tracker.Move{To: p.sane(m.To), On: p.past(m.On)}
	}
	return &c
}

// meantYear returns the day in the year that was most likely meant: of those
// that the tracker covers the one that is nearest to what was written, or no
// date where several are as near, or none is near.
func (p *pass) meantYear(d *dated) tracker.Date {
	const unclear, before = 3, 5 // slips; years, where no start is known
	if p.today.IsZero() {
		return 0
	}
	now := p.today.Year()
	first, last := now-before, now+1
	if start := p.sane(p.t.Strategy.Settings.StartedOn); !start.IsZero() && start <= p.today {
		first = start.Year()
	}
	day := d.date.Time()
	written := fmt.Sprintf("%04d", day.Year())
	fewest, meant := unclear, tracker.Date(0)
	for year := first; year <= last; year++ {
		candidate := tracker.NewDate(year, day.Month(), day.Day())
		if candidate.Time().Day() != day.Day() || candidate > p.today && !d.plan {
			continue
		}
		switch n := slipsInYear(written, fmt.Sprintf("%04d", year)); {
		case n < fewest:
			fewest, meant = n, candidate
		case n == fewest:
			meant = 0
		}
	}
	return meant
}

// slipsInYear counts the slips between two years: digits that differ, of which
// two neighbours may have changed places at the cost of one.
func slipsInYear(got, want string) int {
	fewest := differing(got, want)
	for i := range len(got) - 1 {
		swapped := []byte(got)
		swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
		fewest = min(fewest, 1+differing(string(swapped), want))
	}
	return fewest
}

func differing(a, b string) (n int) {
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}
