package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

// Measure returns what the outcome is measured by, as people read it.
func (s *Story) Measure() string { return measureName(s.Outcome.Measure, s.Outcome.Title) }

// Headline says what moved, how many wins were aimed at it and how many of them
// came undone, or the first thing that is missing.
func (s *Story) Headline() string {
	if s.Missing != "" {
		return notEnough(s.lacks[0])
	}
	line := s.movement() + "; " + count(len(s.Wins), "win", "wins") + " aimed at it" + s.SinceUndone()
	if len(strings.Fields(line)) > headlineWords {
		return s.movement()
	}
	return line
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
	told = append(told, s.Aimed(), "Also at work: "+factors(s.Factors)+".")
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
	if s.Movement == MovedPlain {
		c = append(c, "Which way is wanted is not said.")
	}
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

// Aimed says in one sentence how many wins and requests were aimed at the
// outcome between the readings, and how many wins before; "" without any. Its
// wins add up to Wins.
func (s *Story) Aimed() string {
	during, before := len(s.During), len(s.Before)
	if during+before == 0 {
		return ""
	}
	line := "No win was aimed at it in that time"
	if during > 0 {
		line = "In that time " + count(during, "win", "wins")
		if n := len(s.Intakes); n > 0 {
			line += " and " + count(n, "request", "requests")
		}
		line += " " + plural(during+len(s.Intakes), "was", "were") + " aimed at it"
	}
	var asides []string
	switch {
	case before > 0 && during > 0:
		asides = append(asides, Count(before)+" more came before the first reading")
	case before > 0:
		asides = append(asides, Count(before)+" came before the first reading")
	}
	if n := len(s.Undone); n > 0 {
		who := Count(n) + " of the " + Count(during+before)
		if during+before == 1 {
			who = "it"
		}
		asides = append(asides, who+" came undone")
	}
	if len(asides) > 0 {
		line += "; " + list(asides)
	}
	return line + "."
}

// AimedShort counts the wins that were aimed at the outcome, and those of them
// that came undone: "13 wins, 2 since undone".
func (s *Story) AimedShort() string { return count(len(s.Wins), "win", "wins") + s.SinceUndone() }

// SinceUndone continues a count of Wins: ", 2 since undone"; "" when all of them stand.
func (s *Story) SinceUndone() string {
	switch n := len(s.Undone); {
	case n == 0:
		return ""
	case n == len(s.Wins) && n == 1:
		return ", since undone"
	case n == len(s.Wins):
		return ", all since undone"
	default:
		return ", " + Count(n) + " since undone"
	}
}

func factors(fs []tracker.Factor) string {
	said := make([]string, len(fs))
	for i, x := range fs {
		said[i] = clause(x.What)
	}
	return strings.Join(said, "; ")
}
