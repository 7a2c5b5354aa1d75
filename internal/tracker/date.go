package tracker

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

// Date is a day in the calendar, without a clock or a time zone, so that no
// machine's settings can shift it. The zero Date means "no date"; later days
// compare greater.
type Date int32

// unixEpoch is 1970-01-01, counted from 0001-01-01 as day 1, so that zero is
// free to mean "no date".
const unixEpoch, secondsPerDay = 719163, 24 * 60 * 60

// NewDate returns the given day. The day has to exist: see ParseDate.
func NewDate(year int, month time.Month, day int) Date {
	return dateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

func dateOf(midnight time.Time) Date { return Date(midnight.Unix()/secondsPerDay + unixEpoch) }

// DateOfClock returns the day that t's own wall clock shows.
func DateOfClock(t time.Time) Date {
	y, m, d := t.Date()
	return NewDate(y, m, d)
}

// ErrDateForm says that a text is not written as YYYY-MM-DD.
var ErrDateForm = errors.New("is not written as YYYY-MM-DD")

// ParseDate reads YYYY-MM-DD and nothing else. A text of another form gives
// ErrDateForm; a day that does not exist gives an error that says why not.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, ErrDateForm
	}
	y, m, d, ok := digits(s[:4]), digits(s[5:7]), digits(s[8:]), true
	if y < 0 || m < 0 || d < 0 {
		ok = false
	}
	switch {
	case !ok:
		return 0, ErrDateForm
	case y == 0:
		return 0, errors.New("there is no year 0000")
	case m < 1 || m > 12:
		return 0, fmt.Errorf("there is no month %02d", m)
	case d < 1:
		return 0, errors.New("there is no day 00")
	}
	if last := daysIn(y, time.Month(m)); d > last {
		return 0, fmt.Errorf("%s %d has %d days", time.Month(m), y, last)
	}
	return NewDate(y, time.Month(m), d), nil
}

func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// Time returns midnight UTC of the day, for formatting.
func (d Date) Time() time.Time { return time.Unix((int64(d)-unixEpoch)*secondsPerDay, 0).UTC() }

// String returns YYYY-MM-DD, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Year returns the calendar year.
func (d Date) Year() int { return d.Time().Year() }

// Month returns the calendar month.
func (d Date) Month() time.Month { return d.Time().Month() }

// AddDays returns the day n days later.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// DaysSince returns how many days d lies after e.
func (d Date) DaysSince(e Date) int { return int(d - e) }

// FirstOfMonth returns the first day of d's month.
func (d Date) FirstOfMonth() Date {
	t := d.Time()
	return NewDate(t.Year(), t.Month(), 1)
}

// NextMonth returns the first day of the month after d's.
func (d Date) NextMonth() Date {
	t := d.Time()
	return NewDate(t.Year(), t.Month()+1, 1)
}

// Week is an ISO 8601 week.
type Week struct{ Year, Number int }

// Week returns the ISO week that d lies in.
func (d Date) Week() Week {
	y, w := d.Time().ISOWeek()
	return Week{y, w}
}

// Quarter is a quarter of a calendar or fiscal year. A fiscal year is named by
// the calendar year in which it ends, as is usual in annual reports.
type Quarter struct{ Year, Number int }

// Quarter returns the quarter that d lies in, for years that start in the
// given month (1 for calendar years).
func (d Date) Quarter(yearStarts int) Quarter {
	t := d.Time()
	month := int(t.Month()) - yearStarts // -11 … 11
	year := t.Year()
	if yearStarts > 1 {
		year++
	}
	if month < 0 {
		month += 12
		year--
	}
	return Quarter{year, month/3 + 1}
}

// First returns the first day of the quarter.
func (q Quarter) First(yearStarts int) Date {
	year := q.Year
	if yearStarts > 1 {
		year--
	}
	return NewDate(year, time.Month(yearStarts+3*(q.Number-1)), 1)
}

// Last returns the last day of the quarter.
func (q Quarter) Last(yearStarts int) Date { return q.Next().First(yearStarts) - 1 }

// Next returns the quarter after q.
func (q Quarter) Next() Quarter {
	if q.Number == 4 {
		return Quarter{q.Year + 1, 1}
	}
	return Quarter{q.Year, q.Number + 1}
}

// Compare orders quarters by time.
func (q Quarter) Compare(r Quarter) int { return (q.Year-r.Year)*4 + q.Number - r.Number }

// String returns the quarter as it stands in addresses and files: "2026-Q2".
func (q Quarter) String() string { return strconv.Itoa(q.Year) + "-Q" + strconv.Itoa(q.Number) }

// Label returns the quarter as people read it: "2026 Q2".
func (q Quarter) Label() string { return strconv.Itoa(q.Year) + " Q" + strconv.Itoa(q.Number) }

// Quarters lists the quarters from the one that holds from to the one that
// holds to, both included; nil when from lies after to.
func Quarters(from, to Date, yearStarts int) []Quarter {
	var qs []Quarter
	if from > to {
		return nil
	}
	for q, last := from.Quarter(yearStarts), to.Quarter(yearStarts); q.Compare(last) <= 0; q = q.Next() {
		qs = append(qs, q)
	}
	return qs
}
