package check

import (
	"maps"
	"slices"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var silenceRules = []rule{
	{diag.Rule{
		ID: "settings/silence-unknown", Severity: diag.Error,
		Title: "What a team silences is a rule",
		Why:   "Under a name that no rule has, the findings would go on, and nobody would know why.",
		Mend:  `Use the name that stands in brackets behind a finding, for example "win/before-start".`,
		Bad: `settings:
  silence: [win/before-strat]`,
		Good: `settings:
  silence: [win/before-start]`,
	}, func(p *pass) {
		p.silenced(func(at diag.Place, id string) {
			if _, known := p.severities[id]; !known {
				p.add(p.finding(at, "", "There is no rule with the name %s.", quoted(id)).
					WithSuggestion(diag.Nearest(id, slices.Sorted(maps.Keys(p.severities)))))
			}
		})
	}},
	{diag.Rule{
		ID: "settings/silence-error", Severity: diag.Error,
		Title: "Only warnings and hints are silenced",
		Why:   "An error leaves a hole in what is published, and that is for everybody to know.",
		Mend:  `Take it out of "silence", and mend what the rule finds.`,
		Bad: `settings:
  silence: [win/date-missing]`,
		Good: `settings:
  silence: [win/before-start]`,
	}, func(p *pass) {
		p.silenced(func(at diag.Place, id string) {
			if p.severities[id] == diag.Error {
				p.say(at, "", "%s finds errors, which cannot be silenced.", quoted(id))
			}
		})
	}},
}

func (p *pass) silenced(look func(at diag.Place, id string)) {
	s := &p.t.Strategy.Settings
	for i, id := range s.Silence {
		look(s.Origin.At(way{}.to("silence", i).String()), strings.TrimSpace(id))
	}
}

// Silenced returns the findings that a team wants to see, and how many warnings
// and hints it has silenced in its settings. Errors are never among those.
func Silenced(findings []diag.Finding, s *tracker.Settings) (kept []diag.Finding, silenced int) {
	quiet := map[string]bool{}
	for _, id := range s.Silence {
		quiet[strings.TrimSpace(id)] = true
	}
	for _, f := range findings {
		if f.Severity < diag.Error && quiet[f.Rule] {
			silenced++
		} else {
			kept = append(kept, f)
		}
	}
	return kept, silenced
}
