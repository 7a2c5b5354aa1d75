package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

// count returns "1 win", "9 wins" or "0 wins".
func count(n int, one, many string) string {
	return Count(n) + " " + plural(n, one, many)
}

// plural picks the form that agrees with n.
func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// share returns "1 of 3 wins" or "1 of 1 win": the noun agrees with the whole.
func share(r Ratio, one, many string) string {
	return r.String() + " " + plural(r.D, one, many)
}

// verb picks the form that agrees with a share: "1 of 3 wins leads", "2 of 3
// wins lead", "0 of 1 win leads".
func verb(r Ratio, one, many string) string {
	if r.D == 1 {
		return one
	}
	return plural(r.N, one, many)
}

// list joins "a", "a and b", "a, b and c".
func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " and " + items[last]
}

// Day returns a day as people read it: "31 March 2026", or "" for no day.
func Day(d tracker.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("2 January 2006")
}

// notEnough is how every figure says that it stays silent.
func notEnough(missing string) string { return "Not enough data yet: " + missing }

// needs says how many cases are there and how many it takes.
func needs(have, minimum int, one, many string) string {
	return Count(have) + " of the " + count(minimum, one, many) + " that it takes"
}

// Count writes a count as people read it: "1,200".
func Count(n int) string { return figure(float64(n)) }
