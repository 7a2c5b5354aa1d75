package insight

import "smallwins/internal/tracker"

// Day returns a day as people read it: "31 March 2026", or "" for no day.
func Day(d tracker.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("2 January 2006")
}

// Count writes a count as people read it: "1,200".
func Count(n int) string { return figure(float64(n)) }
