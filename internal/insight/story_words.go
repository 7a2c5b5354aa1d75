package insight

import (
	"strings"

	"smallwins/internal/tracker"
)

// Measure returns what the outcome is measured by, as people read it.
func (s *Story) Measure() string {
	if name := s.Outcome.Measure.Name; name != "" {
		return name
	}
	return s.words.Quote(s.Outcome.Title)
}

// Headline says what moved, how many wins were aimed at it and how many of them
// came undone, or the first thing that is missing.
func (s *Story) Headline() string {
	if s.Missing != "" {
		return s.words.Text("insight.not-enough", "missing", s.lacks[0])
	}
	line := s.words.Text("insight.contribution.headline", "movement", s.movement(), "n", len(s.Wins), "undone", s.SinceUndone())
	if len(strings.Fields(line)) > headlineWords {
		return s.movement()
	}
	return line
}

// movement says what became of the measure between the first and the last
// reading, without days.
func (s *Story) movement() string {
	unit, from, to := s.Outcome.Measure.Unit, s.First.Value.Value, s.Last.Value.Value
	key := "insight.contribution.movement.moved"
	switch s.Movement {
	case MovedNone:
		return s.words.Text("insight.contribution.movement.none", "measure", s.Measure(), "value", s.words.Number(to, unit))
	case MovedOther:
		key = "insight.contribution.movement.other"
	}
	return s.words.Text(key, "measure", s.Measure(), "change", s.words.Change(from, to, unit))
}

// Sentences tells the story: what moved, what was aimed at it, what else was
// at work, and what is not known. It claims no more than that.
func (s *Story) Sentences() []string {
	say := s.words.Text
	var told []string
	if s.Moves() {
		told = append(told, say("insight.contribution.between", "movement", s.movement(), "from", s.First.Date, "to", s.Last.Date))
		told = append(told, s.caveats()...)
	}
	if s.Missing != "" {
		told = append(told, say("insight.not-enough", "missing", s.Missing)+".")
		if len(s.Factors) > 0 {
			told = append(told, say("insight.contribution.at-work", "factors", factors(s.Factors)))
		}
		return append(told, s.Unknown())
	}
	return append(told, s.Aimed(), say("insight.contribution.also-at-work", "factors", factors(s.Factors)), s.Unknown())
}

// Text is the story in one paragraph.
func (s *Story) Text() string { return strings.Join(s.Sentences(), " ") }

// Unknown says what we do not know.
func (s *Story) Unknown() string {
	switch {
	case s.Missing == "":
		return s.words.Text("insight.contribution.unknown.how-much")
	case s.Moves() && s.Movement != MovedNone:
		return s.words.Text("insight.contribution.unknown.what-moved")
	}
	return s.words.Text("insight.contribution.unknown.whether")
}

// caveats are what keeps the movement honest: too small to matter, a last step
// the other way, readings that are missing.
func (s *Story) caveats() []string {
	m, say := s.Outcome.Measure, s.words.Text
	var c []string
	if s.Movement == MovedPlain {
		c = append(c, say("insight.contribution.caveat.way"))
	}
	if s.Movement != MovedNone && !s.Meaningful {
		c = append(c, say("insight.contribution.caveat.little", "difference", s.words.Points(m.Meaningful.Value, m.Unit)))
	}
	if len(s.Known) > 2 && s.LastStep == MovedOther && s.Movement == MovedWanted {
		before := s.Known[len(s.Known)-2].Value.Value
		c = append(c, say("insight.contribution.caveat.last-step", "change", s.words.Change(before, s.Last.Value.Value, m.Unit)))
	}
	if n := len(s.Gaps); n > 0 {
		c = append(c, say("insight.contribution.caveat.gaps", "n", n))
	}
	return c
}

// Aimed says in one sentence how many wins and requests were aimed at the
// outcome between the readings, and how many wins before; "" without any. Its
// wins add up to Wins.
func (s *Story) Aimed() string {
	say := s.words.Text
	during, before := len(s.During), len(s.Before)
	if during+before == 0 {
		return ""
	}
	line := say("insight.contribution.aimed.none")
	if during > 0 {
		line = say("insight.contribution.aimed.during", "wins", during, "requests", len(s.Intakes), "all", during+len(s.Intakes))
	}
	var asides []string
	if before > 0 {
		part := s.words.Count(before)
		if during > 0 {
			part = say("insight.contribution.aimed.more", "n", before)
		}
		asides = append(asides, say("insight.contribution.aimed.before", "part", part, "n", before))
	}
	if n, of := len(s.Undone), during+before; n > 0 {
		part := say("insight.contribution.aimed.part", "n", n, "of", of)
		asides = append(asides, say("insight.contribution.aimed.undone", "part", part, "n", n, "of", of))
	}
	if len(asides) > 0 {
		line += "; " + s.words.List(asides)
	}
	return line + "."
}

// AimedShort counts the wins that were aimed at the outcome, and those of them
// that came undone: "13 wins, 2 since undone".
func (s *Story) AimedShort() string {
	return s.words.Text("insight.contribution.aimed-short", "n", len(s.Wins)) + s.SinceUndone()
}

// SinceUndone continues a count of Wins: ", 2 since undone"; "" when all of them stand.
func (s *Story) SinceUndone() string {
	say := s.words.Text
	switch n := len(s.Undone); {
	case n == 0:
		return ""
	case n == len(s.Wins) && n == 1:
		return ", " + say("insight.contribution.since-undone.one")
	case n == len(s.Wins):
		return ", " + say("insight.contribution.since-undone.all")
	default:
		return ", " + say("insight.contribution.since-undone.some", "n", n)
	}
}

func factors(fs []tracker.Factor) string {
	said := make([]string, len(fs))
	for i, x := range fs {
		said[i] = clause(x.What)
	}
	return strings.Join(said, "; ")
}
