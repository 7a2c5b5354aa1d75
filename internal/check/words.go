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
			own := ownWords(in.Contract.Who)
			if word, at := names.weakness(own.flat); word != "" {
				// The name is left out: findings are read by many.
				p.say(own.place(&in.Origin, "who", word, at), "", "The answer to %s names a person next to %s.", quoted("Who must behave differently?"), quoted(word))
			}
		})
	}},
}

// claims reports words that say more about causes than a record can know
// (insights: "Wording"), once for each text, at the first of them.
func (p *pass) claims(o *tracker.Origin, fields []tracker.Field, key string, text tracker.Prose) {
	if text.IsEmpty() {
		return
	}
	own := ownWords(text)
	found := causes(own.flat)
	if found == nil {
		return
	}
	var words []string
	for _, c := range found {
		if word := quoted(c.word); !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	label := p.heading(tracker.FieldByKey(fields, key))
	p.say(own.place(o, key, found[0].word, found[0].at), "", "%s says %s, which is more than one record can show.", quoted(label), listed(words))
}

const (
	training = `(?:training|course|workshop|session|programme|program|module|e-?learning|coaching|seminar|webinar)s?`
	ours     = `(?:the|our|this|that) (?:[\pL-]+ ){0,2}` + training
)

var cause = regexp.MustCompile(`(?i)\b(?:caused|led to|leads to|drove|driven by|prove[sdn]|resulted in|attributable to|return on investment|(?-i:ROI)` +
	`|(?:thanks to|due to|owing to|because of|as a result of|attributed to|(?:the|an?) (?:[\pL-]+ )?(?:impact|effect)s? of) ` + ours +
	`|the (?:[\pL-]+ )?` + training + ` (?:worked|works|paid off|did the trick|failed|(?:did|does) ?n(?:o|['’])t work))\b`)

// harmless is what stands around a word and takes the claim out of it.
type harmless struct{ before, after *regexp.Regexp }

const vehicle = `(?:vans?|trucks?|lorry|lorries|bus|buses|cars?|forklifts?|trailers?|vehicles?)\b`

var (
	// "Leads" are people too, and so what they do: "team leads to open each shift".
	leads = harmless{
		before: regexp.MustCompile(`(?i)\b(?:team|shift|line|floor|depot|night|day|project|group|sales|service|department|area|region|regional|section|warehouse|store|shop` +
			`|branch|tech|technical|practice|the|our|these|those|their|all|both|some|many|few|more|two|three|four|five|six|\d+|new|warm|cold|hot|good|of` +
			`|doors?|paths?|roads?|stairs|corridor|lane|links?|button|page|address) $`),
		after: regexp.MustCompile(`(?i)^ (?:ask|open|call|use|try|start|begin|run|check|bring|take|give|hold|join|share|show|tell|write|help|coach|do|be|have|get|put|keep|plan|review|watch|repeat|report)\b`),
	}
	// Looking at an effect is not claiming one.
	looking = harmless{before: regexp.MustCompile(`(?i)\b(?:measur|assess|evaluat|discuss|estimat|review|check|ask|look|test|understand|know|see)(?:e|es|ed|s|ing)?(?: (?:about|after|at|into|for|out))? $`)}

	harmlessAround = map[string]harmless{
		"leads to":  leads,
		"drove":     {after: regexp.MustCompile(`(?i)^\W+(?:(?:a|an|the|his|her|their|our|its) )?(?:\w+ )?(?:to|off|away|home|back|past|there|out|` + vehicle + `)\b`)},
		"driven by": {before: regexp.MustCompile(`(?i)\b` + vehicle + `[^.!?;:\n]{0,40}$`), after: regexp.MustCompile(`(?i)^\W+(?:(?:a|an|the|one|our) )?(?:\w+ )?(?:drivers?|hand)\b`)},
		"proved":    {after: regexp.MustCompile(`(?i)^\W+(?:to be|too|more|less|hard|harder|difficult|easy|easier|useful|popular|right|wrong|enough)\b`)},
	}

	// doubt before a word says that nothing is claimed.
	doubt = regexp.MustCompile(`(?i)(?:\b(?:not|cannot|no|nobody|nothing|none|never|neither|nor|whether|unclear|unknown|if)\b|n['’]t\b)[^.!?;:\n]{0,40}$`)
)

// claimed is a word that claims a cause, and its offset in a text.
type claimed struct {
	word string
	at   int
}

// causes returns the words of a text that claim a cause.
func causes(text string) (found []claimed) {
	for _, at := range cause.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		before := text[max(0, at[0]-80):at[0]]
		h, known := harmlessAround[strings.ToLower(word)]
		if !known && effect.MatchString(word) {
			h = looking
		}
		if doubt.MatchString(before) || h.before != nil && h.before.MatchString(before) || h.after != nil && h.after.MatchString(text[at[1]:]) {
			continue
		}
		found = append(found, claimed{word, at[0]})
	}
	return found
}

var effect = regexp.MustCompile(`(?i)^(?:the|an?) (?:[\pL-]+ )?(?:impact|effect)s? of `)
