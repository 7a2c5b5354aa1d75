package message

import (
	"time"

	"smallwins/internal/tracker"
)

// Day returns a day as people read it: "31 March 2026", or "" for no day.
func (l *Language) Day(d tracker.Date) string { return l.dated("date.day", d) }

// DayShort is Day with a short month: "31 Mar 2026".
func (l *Language) DayShort(d tracker.Date) string { return l.dated("date.day-short", d) }

// DayInYear is Day where the year is said elsewhere: "31 March".
func (l *Language) DayInYear(d tracker.Date) string { return l.dated("date.day-in-year", d) }

// Month returns the month of a day: "March 2026".
func (l *Language) Month(d tracker.Date) string { return l.dated("date.month-of", d) }

// MonthShort is Month with a short name: "Mar 2026".
func (l *Language) MonthShort(d tracker.Date) string { return l.dated("date.month-of-short", d) }

// MonthName returns the name of a month: "March".
func (l *Language) MonthName(m time.Month) string { return l.orEnglish().months[m-1] }

// MonthNameShort returns the short name of a month: "Mar".
func (l *Language) MonthNameShort(m time.Month) string { return l.orEnglish().short[m-1] }

// Span returns "6 January 2025 to 30 June 2026".
func (l *Language) Span(from, to tracker.Date) string {
	return l.To(l.Day(from), l.Day(to))
}

// To returns two ends of a span as one: "2025 Q1 to 2025 Q3".
func (l *Language) To(from, to string) string { return l.Text("date.span", "from", from, "to", to) }

// Quarter returns a quarter as people read it: "2026 Q2".
func (l *Language) Quarter(q tracker.Quarter) string {
	return l.Text("date.quarter", "year", year(q.Year), "number", q.Number)
}

func (l *Language) dated(key string, d tracker.Date) string {
	if d.IsZero() {
		return ""
	}
	l = l.orEnglish()
	t := d.Time()
	m := t.Month() - 1
	return l.Text(key, "day", t.Day(), "month", l.months[m], "short", l.short[m], "year", year(t.Year()))
}

// year is a year, which has no comma between its thousands.
type year int
