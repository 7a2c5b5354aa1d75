package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

// Measure returns what the outcome is measured by, as people read it.
func (s *Story) Measure() string { return measureName(s.Outcome.Measure, s.Outcome.Title) }

// Headline says what moved and how many wins were aimed at it, or the first
// thing that is missing.
func (s *Story) Headline() string {
	if s.Missing != "" {
		return notEnough(s.lacks[0])
	}
	return s.movement() + "; " + count(len(s.During), "win", "wins") + " aimed at it"
}

// movement says what became of the measure between the first and the last
// reading, without days.
func (s *Story) movement() string {
	unit, from, to := s.Outcome.Measure.Unit, s.First.Value.Value, s.Last.Value.Value
	switch s.Movement {
	case MovedNone:
		return s.Measure() + " is where it began, at " + Number(to, unit)
	case MovedOther:
		return s.Measure() + " moved the other way, from " + Change(from, to, unit)
	}
	return s.Measure() + " moved from " + Change(from, to, unit)
}

// Sentences tells the story: what moved, what was aimed at it, what else was
// at work, and what is not known. It claims no more than that.
func (s *Story) Sentences() []string {
	var told []string
	if s.Moves() {
		told = append(told, s.movement()+" between "+Day(s.First.Date)+" and "+Day(s.Last.Date)+".")
		told = append(told, s.caveats()...)
	}
	if s.Missing != "" {
		told = append(told, notEnough(s.Missing)+".")
		if len(s.Factors) > 0 {
			told = append(told, "At work: "+factors(s.Factors)+".")
		}
		return append(told, s.Unknown())
	}
	told = append(told, s.aimed(), "Also at work: "+factors(s.Factors)+".")
	return append(told, s.Unknown())
}

// Text is the story in one paragraph.
func (s *Story) Text() string { return strings.Join(s.Sentences(), " ") }

// Unknown says what we do not know.
func (s *Story) Unknown() string {
	switch {
	case s.Missing == "":
		return "We do not know how much each did."
	case s.Moves() && s.Movement != MovedNone:
		return "We do not know what moved it."
	}
	return "We do not know yet whether it moves."
}

// caveats are what keeps the movement honest: too small to matter, a last step
// the other way, readings that are missing.
func (s *Story) caveats() []string {
	m := s.Outcome.Measure
	var c []string
	if s.Movement != MovedNone && !s.Meaningful {
		c = append(c, "That is less than the "+difference(m.Meaningful.Value, m.Unit)+" that would matter.")
	}
	if len(s.Known) > 2 && s.LastStep == MovedOther && s.Movement == MovedWanted {
		before := s.Known[len(s.Known)-2].Value.Value
		c = append(c, "The last reading moved the other way, from "+Change(before, s.Last.Value.Value, m.Unit)+".")
	}
	if n := len(s.Gaps); n > 0 {
		c = append(c, count(n, "reading is", "readings are")+" missing.")
	}
	return c
}

func (s *Story) aimed() string {
	line := "In that time " + count(len(s.During), "win", "wins")
	if n := len(s.Intakes); n > 0 {
		line += " and " + count(n, "intake", "intakes")
	}
	line += " " + plural(len(s.During)+len(s.Intakes), "was", "were") + " aimed at it"
	var asides []string
	if n := s.undoneDuring(); n > 0 {
		asides = append(asides, Count(n)+" of the wins came undone")
	}
	if n := len(s.Before); n > 0 {
		asides = append(asides, Count(n)+" more came before the first reading")
	}
	if len(asides) > 0 {
		line += "; " + list(asides)
	}
	return line + "."
}

func (s *Story) undoneDuring() int {
	n := 0
	for _, w := range s.Undone {
		if w.Date >= s.First.Date {
			n++
		}
	}
	return n
}

func factors(fs []tracker.Factor) string {
	said := make([]string, len(fs))
	for i, x := range fs {
		said[i] = clause(x.What)
	}
	return strings.Join(said, "; ")
}
