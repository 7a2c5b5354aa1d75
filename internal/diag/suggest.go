package diag

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the known word that was most likely meant by got, or "" when
// none is close: one slip in a short word, up to three in a long one. Case,
// spaces, hyphens and underscores do not count. Ties go to the earlier word.
func Nearest(got string, known []string) string {
	g := fold(got)
	if g == "" {
		return ""
	}
	limit := 1 + utf8.RuneCountInString(g)/5
	if limit > 3 {
		limit = 3
	}
	best, bestDistance := "", limit+1
	for _, k := range known {
		f := fold(k)
		if f == g {
			return k
		}
		if d := distance(g, f, bestDistance); d < bestDistance && d < len([]rune(f)) {
			best, bestDistance = k, d
		}
	}
	return best
}

// Certain returns the known word that got can only stand for: the same but for
// case, spaces, hyphens and underscores, or one slip away in a word of five
// letters or more while no other word is nearly as close. Otherwise it is "".
func Certain(got string, known []string) string {
	const shortest, apart = 5, 3
	near := Nearest(got, known)
	if near == "" || fold(near) == fold(got) {
		return near
	}
	g := fold(got)
	if utf8.RuneCountInString(g) < shortest || distance(g, fold(near), 2) > 1 {
		return ""
	}
	for _, k := range known {
		if k != near && distance(g, fold(k), apart) < apart {
			return ""
		}
	}
	return near
}

func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '_', '\'', '’':
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// distance is the optimal string alignment distance (a swap of neighbours
// counts once), or stop when it is at least that.
func distance(a, b string, stop int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d >= stop || -d >= stop {
		return stop
	}
	before, prev, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least >= stop {
			return stop
		}
		before, prev, row = prev, row, before
	}
	return prev[len(y)]
}
