package check

import (
	"regexp"
	"slices"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var wordRules = []rule{
	{diag.Rule{
		ID: "claim/cause", Severity: diag.Hint,
		Title: "What changed is told as a contribution, not as an effect of the training alone",
		Why:   "Something else is always at work too, and one claim too many makes careful readers doubt all the others.",
		Mend:  `Say what followed what: "was followed by", or "contributed to".`,
		Bad: `-- intakes/2026-01-10-course.md --
## What changed
The course led to twelve more quotes in the second quarter.`,
		Good: `-- intakes/2026-01-10-course.md --
## What changed
The course was followed by twelve more quotes in the second quarter. The new price list came in April too.`,
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			p.claims(&in.Origin, tracker.IntakeFields, "what_changed", in.WhatChanged)
		})
		p.wins(func(w *tracker.Win) {
			if w.Stage != tracker.Showing {
				return
			}
			p.claims(&w.Origin, tracker.WinFields, "what_happened", w.WhatHappened)
			p.claims(&w.Origin, tracker.WinFields, "why", w.Why)
			p.claims(&w.Origin, tracker.WinFields, "connection", w.Connection)
		})
	}},
	{diag.Rule{
		ID: "intake/who-names-person", Severity: diag.Hint,
		Title: "Who must behave differently is told as a role, not as a person who is weak at it",
		Why:   "The page is published, and people read about themselves; a role can change, a label stays.",
		Mend:  `Describe the role and what would be done differently: "Shift leads open each shift with the card".`,
		Bad: `## Who must behave differently?
Dave Holt is the weakest team leader of the night shift.`,
		Good: `## Who must behave differently?
Team leaders of the night shift ask two questions before they quote.`,
	}, func(p *pass) {
		names := newNames(&p.t.Strategy)
		p.intakes(func(in *tracker.Intake) {
			if word := names.weakness(ownWords(in.Contract.Who)); word != "" {
				// The name is left out: findings are read by many.
				p.say(in.Origin.At("who"), "", "The answer to %s names a person next to %s.", quoted("Who must behave differently?"), quoted(word))
			}
		})
	}},
}

// claims reports words that say more about causes than a record can know
// (insights: "Wording"), once for each text.
func (p *pass) claims(o *tracker.Origin, fields []tracker.Field, key string, text tracker.Prose) {
	if text.IsEmpty() {
		return
	}
	if words := causes(ownWords(text)); words != nil {
		label := p.heading(tracker.FieldByKey(fields, key))
		p.say(o.At(key), "", "%s says %s, which is more than one record can show.", quoted(label), listed(words))
	}
}

const training = `(?:training|course|workshop|session|programme|program|module|e-?learning|coaching|seminar|webinar)s?`

var (
	cause = regexp.MustCompile(`(?i)\b(?:caused|led to|drove|driven by|prove[sdn]|resulted in|return on investment|(?-i:ROI)` +
		`|(?:thanks|due) to (?:the|our|this|that) (?:[\pL-]+ ){0,2}` + training +
		`|because of (?:the|our|this|that) (?:[\pL-]+ ){0,2}` + training +
		`|the (?:[\pL-]+ )?` + training + ` (?:worked|works|paid off|did the trick|failed|(?:did|does) ?n(?:o|['’])t work))\b`)

	// What follows a word and takes the claim out of it.
	harmless = map[string]*regexp.Regexp{
		"drove":  regexp.MustCompile(`(?i)^\W+(?:(?:a|an|the|his|her|their|our|its) )?(?:\w+ )?(?:to|off|away|home|back|past|there|out|vans?|trucks?|lorry|lorries|bus|cars?|forklifts?|trailers?)\b`),
		"proved": regexp.MustCompile(`(?i)^\W+(?:to be|too|more|less|hard|harder|difficult|easy|easier|useful|popular|right|wrong|enough)\b`),
	}

	// doubt before a word says that nothing is claimed.
	doubt    = regexp.MustCompile(`(?i)(?:\b(?:not|cannot|no|nobody|nothing|none|never|neither|nor|whether|unclear|unknown|if)\b|n['’]t\b)[^.!?;:]{0,40}$`)
	endOfOne = regexp.MustCompile(`[.!?;\n]+\s*`)
)

// causes returns the words of a text that claim a cause, each once.
func causes(text string) []string {
	var words []string
	for _, at := range cause.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		if doubt.MatchString(text[max(0, at[0]-80):at[0]]) {
			continue
		}
		if h := harmless[strings.ToLower(word)]; h != nil && h.MatchString(text[at[1]:]) {
			continue
		}
		if word = quoted(word); !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// quotation is what stands in marks, and so in somebody else's words.
var quotation = regexp.MustCompile(`"[^"\n]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»`)

// ownWords returns a text without what its author quotes: blocks that begin
// with ">", and what stands in quotation marks. Anyone may be quoted as saying
// anything.
func ownWords(text tracker.Prose) string {
	source := text.Source
	if source == "" {
		source = text.Text
	}
	if !strings.ContainsAny(source, ">\"“„«") {
		return source
	}
	var b strings.Builder
	quote := false
	for line := range strings.Lines(source) {
		switch trimmed := strings.TrimSpace(line); {
		case strings.HasPrefix(trimmed, ">"):
			quote = true
		case trimmed == "":
			quote = false
		}
		if !quote {
			b.WriteString(line)
		}
	}
	return quotation.ReplaceAllString(b.String(), "…")
}

// names tells the names of people from other words with a capital letter.
type names struct {
	people map[string]bool // words of names in the strategy, folded
	things map[string]bool // words of titles, departments and the like, folded
}

func newNames(s *tracker.Strategy) *names {
	n := &names{people: map[string]bool{}, things: map[string]bool{}}
	for _, w := range strings.Fields(commonWords) {
		n.things[w] = true
	}
	add := func(to map[string]bool, texts ...string) {
		for _, text := range texts {
			for _, w := range words.FindAllString(text, -1) {
				to[fold(w)] = true
			}
		}
	}
	add(n.things, s.Settings.Organisation, s.Settings.Title)
	for _, m := range s.Team {
		add(n.people, m.Name)
		add(n.things, m.Role)
	}
	for _, v := range s.Stakeholders {
		add(n.people, v.Name)
		add(n.things, v.Title, v.Department)
	}
	return n
}

// commonWords begin sentences, or are written with a capital letter without
// being a name.
const commonWords = `a an the this that these those all any anybody anyone both each either every everybody everyone few he her his i
it its many more most my neither nobody none no-one one our ours she some somebody someone their they we what whoever who you your
after also although and as at because before but during for from if in like mostly of on once only or since so such than then there
until when where whether which while with without monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december team teams staff management shift night day line customer service sales support
operations finance marketing product hr it warehouse depot head lead leader manager supervisor agent rep planner trainer new senior junior`

var (
	words = regexp.MustCompile(`[\pL\pM]+(?:['’-][\pL\pM]+)*`)
	weak  = regexp.MustCompile(`(?i)\b(?:under-?perform(?:er|ers|ing|s)|(?:low|poor|weak|bad|worst)(?:est)?[ -]perform(?:er|ers|ing)|weakest|worst|laziest|slowest` +
		`|problem (?:employee|person|case|child)|bottom (?:\d+|five|ten|third|quarter|quartile)|struggles|is struggling|incompetent|lazy|useless|hopeless` +
		`|not up to (?:it|the job|scratch)|dead ?wood|(?:can(?:no|['’])t|does ?n(?:o|['’])t) cope)\b`)
	namedBy = regexp.MustCompile(`(?i)\b(?:like|such as|namely|especially|e\.g\.|called)\s+$`)
)

// weakness returns the word for weak performance that a sentence says of a
// person by name, or "".
func (n *names) weakness(text string) string {
	if !weak.MatchString(text) {
		return ""
	}
	for _, s := range endOfOne.Split(text, -1) {
		if at := weak.FindStringIndex(s); at != nil && n.named(s, at[0]) {
			return s[at[0]:at[1]]
		}
	}
	return ""
}

// named reports whether a sentence names a person: somebody of the strategy,
// two words with a capital letter, or one where only a name can stand, such as
// right before what is said at the given offset.
func (n *names) named(s string, said int) bool {
	before := false // the word before could be a first name
	for _, at := range words.FindAllStringIndex(s, -1) {
		w := strings.TrimSuffix(strings.TrimSuffix(s[at[0]:at[1]], "'s"), "’s")
		if !capital.MatchString(w) {
			before = false
			continue
		}
		key := fold(w)
		switch {
		case n.people[key] && !n.things[key]:
			return true
		case n.things[key]:
			before = false
			continue
		case before, namedBy.MatchString(s[:at[0]]), strings.HasPrefix(s[at[1]:], " ("):
			return true
		case at[1] <= said && linking.MatchString(s[at[1]:said]) && !strings.HasSuffix(w, "s"):
			return true
		}
		before = true
	}
	return false
}

var (
	capital = regexp.MustCompile(`^\p{Lu}[\p{Ll}\pM]`)
	linking = regexp.MustCompile(`^(?:['’]s|\s|is|was|has|been|our|the|a|an|always|often|still|clearly)*$`)
)
