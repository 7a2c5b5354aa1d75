package content

import (
	"errors"
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
		s.report(dateInvalid.At(place, quote(text)+" is not written as YYYY-MM-DD.", "").WithSuggestion(meantDate(text)))
	} else {
		s.report(dateInvalid.At(place, quote(text)+" is not a date: "+err.Error()+".", ""))
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

// meantDate returns the day that a text in another form means, as YYYY-MM-DD,
// or "" where it could be two days, or none.
func meantDate(text string) string {
	for _, layout := range []string{
		time.RFC3339, "2006-01-02 15:04:05", "2006-01-02T15:04:05", "20060102",
		"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006", "2. January 2006", "2-Jan-2006",
	} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	for _, mark := range []string{"-", "/", "."} {
		parts := strings.Split(text, mark)
		if len(parts) != 3 || !onlyDigits(parts[0]) || !onlyDigits(parts[1]) || !onlyDigits(parts[2]) {
			continue
		}
		switch a, b, c := atoi(parts[0]), atoi(parts[1]), atoi(parts[2]); {
		case len(parts[0]) == 4:
			return realDay(a, b, c)
		case len(parts[2]) != 4:
			return ""
		case mark == ".", a > 12, a == b: // 15.02.2026, 15/02/2026, 3/3/2026
			return realDay(c, b, a)
		case b > 12: // 2/15/2026
			return realDay(c, a, b)
		}
	}
	return ""
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
