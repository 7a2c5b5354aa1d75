package content

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// date reads a day, and reports a text that is none.
func (s *source) date(text string, place diag.Place) (tracker.Date, bool) {
	d, err := tracker.ParseDate(text)
	if err == nil {
		return d, true
	}
	if errors.Is(err, tracker.ErrDateForm) {
		f := dateInvalid.At(place, quote(text)+" is not written as year-month-day.", "")
		if !strings.ContainsAny(text, "0123456789") {
			f.Message = quote(text) + " is not a day."
		}
		days, sure := meantDays(text)
		switch n := len(days); {
		case n == 1:
			f = f.WithSuggestion(days[0])
		case n > 1:
			f.Mend = fmt.Sprintf("Write %s or %s, whichever is meant.", strings.Join(days[:n-1], ", "), days[n-1])
		}
		if sure {
			f = f.WithFix(s.instead(place, days[0])...)
		}
		s.report(f)
	} else {
		f := dateInvalid.At(place, quote(text)+" is not a date: "+err.Error()+".", "Check the day, the month and the year.")
		s.report(f.WithSuggestion(swapped(text)))
	}
	return 0, false
}

// looksLikeDate tells a slip in a date from other text.
func looksLikeDate(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case !strings.ContainsRune("-/. ", r):
			return false
		}
	}
	return digits >= 4
}

// ordinal is a day as it is said: 1st, 15th.
var ordinal = regexp.MustCompile(`(\d)(st|nd|rd|th)\b`)

// meantDays returns the days that a text in another form can mean, as
// YYYY-MM-DD: one, or several where it depends on the country, or none. It is
// sure where nobody could read another one.
func meantDays(text string) (days []string, sure bool) {
	plain := strings.Map(func(r rune) rune {
		switch r {
		case '‐', '‑', '‒', '–', '—', '−':
			return '-' // as word processors write it
		case '\u00A0', '\u202F':
			return ' '
		case '\uFEFF', '\u200B':
			return -1
		}
		return r
	}, text)
	plain = strings.Trim(ordinal.ReplaceAllString(plain, "$1"), "\"'“”„‘’‚«» ")
	for _, layout := range []string{
		time.DateOnly, time.RFC3339, "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02 15:04", "2006-01-02T15:04", "20060102",
		"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006", "2. January 2006", "2-Jan-2006",
		"Monday, January 2, 2006", "Monday, 2 January 2006", "Mon, 2 Jan 2006",
	} {
		t, err := time.Parse(layout, plain)
		if err != nil {
			continue
		}
		if strings.HasPrefix(layout, "Mon") && !strings.HasPrefix(plain, t.Format("Mon")) {
			return nil, false // the day of the week and the date do not agree
		}
		_, away := t.Zone()
		return []string{t.Format(time.DateOnly)}, away == 0 // elsewhere it may be another day
	}
	for _, mark := range []string{"-", "/", "."} {
		parts := strings.Split(plain, mark)
		if len(parts) != 3 || !onlyDigits(parts[0]) || !onlyDigits(parts[1]) || !onlyDigits(parts[2]) {
			continue
		}
		return ofNumbers(parts, mark)
	}
	return nil, false
}

// ofNumbers returns the days that three numbers can mean, as meantDays does. The
// day or the month comes first, whichever mark stands between them. A year of two
// digits is one of this century; where it might be the first number just as well,
// nothing is sure.
func ofNumbers(parts []string, mark string) (days []string, sure bool) {
	a, b, c := atoi(parts[0]), atoi(parts[1]), atoi(parts[2])
	yearFirst := ""
	switch {
	case len(parts[0]) == 4:
		days = realDays(realDay(a, b, c))
		return days, len(days) == 1
	case len(parts[2]) == 2 && len(parts[0]) <= 2:
		c += century
		if len(parts[0]) == 2 {
			yearFirst = realDay(century+a, b, c-century)
		}
	case len(parts[2]) != 4:
		return nil, false
	}
	days = realDays(realDay(c, b, a), realDay(c, a, b)) // 15/2/2026, 2/15/2026
	if mark == "-" {                                    // 26-02-15
		days = realDays(append(days, yearFirst)...)
	}
	return days, len(days) == 1 && (yearFirst == "" || yearFirst == days[0])
}

const century = 2000

// swapped returns the date that YYYY-DD-MM means, or "".
func swapped(text string) string {
	return realDay(atoi(text[:4]), atoi(text[8:]), atoi(text[5:7]))
}

// realDays leaves out what is no day, and what is the same day again.
func realDays(days ...string) []string {
	slices.Sort(days)
	return slices.DeleteFunc(slices.Compact(days), func(day string) bool { return day == "" })
}

func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

func realDay(year, month, day int) string {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if d.Day() != day {
		return ""
	}
	return d.Format(time.DateOnly)
}
