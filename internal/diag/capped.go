package diag

import (
	"strconv"
	"strings"
)

// MostOfARule is how many findings of one rule people are told one by one. A
// field that was renamed breaks every record in the same way: twenty examples
// are enough to see what it is, and leave the other rules in sight.
const MostOfARule = 20

// More is what a listing leaves out of a rule's findings.
type More struct {
	Rule     string
	Findings int
	Files    int // how many files the findings left out are in
}

// Capped returns the first most findings of every rule in the order given, and
// what that leaves out, in the order in which it begins.
func Capped(findings []Finding, most int) (shown []Finding, more []More) {
	told := map[string]int{}
	place := map[string]int{} // of a rule, in more
	type in struct{ rule, file string }
	counted := map[in]bool{}
	for _, f := range findings {
		if told[f.Rule] < most {
			told[f.Rule]++
			shown = append(shown, f)
			continue
		}
		i, ok := place[f.Rule]
		if !ok {
			i = len(more)
			place[f.Rule] = i
			more = append(more, More{Rule: f.Rule})
		}
		more[i].Findings++
		if at := (in{f.Rule, f.Place.File}); !counted[at] {
			counted[at] = true
			more[i].Files++
		}
	}
	return shown, more
}

// String says what was left out, and what to do about it.
func (m More) String() string {
	return "and " + thousands(m.Findings) + " more of [" + Printable(m.Rule) + "] in " + counted(m.Files, "file") +
		"; mend those above, and run again"
}

// counted returns a number of things, as "1 file" or "1,200 files".
func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return thousands(n) + " " + thing
}

// thousands writes a count as people read it: 10,000.
func thousands(n int) string {
	s := strconv.Itoa(n)
	var b strings.Builder
	for i, digit := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	return b.String()
}
