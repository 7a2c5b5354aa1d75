// Package check holds the rules over all records of a tracker: what has to be
// there, what contradicts itself, and what points nowhere. It reads a tracker
// that the loader made and returns findings; it changes nothing.
//
// Whatever can be seen in one file alone without knowing what its fields mean
// (its syntax, its keys, its types, its vocabularies) is the loader's, and is
// not reported again here.
package check

import (
	"slices"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// rule is a rule together with the function that applies it to everything.
type rule struct {
	diag.Rule
	look func(*pass)
}

// rules are all rules, grouped by concern, in the order in which they look.
var rules = slices.Concat(
	identityRules,
	requiredRules,
	statusRules,
	yearRules,
	dateRules,
	referenceRules,
	peopleRules,
	absenceRules,
	promiseRules,
	measureRules,
	verdictRules,
	copiedRules,
	wordRules,
	strategyRules,
	settingsRules,
	silenceRules,
)

// Rules returns the rules of this package, for the documentation and for
// formats that list rules beside findings. They must not be changed.
func Rules() []*diag.Rule {
	all := make([]*diag.Rule, len(rules))
	for i := range rules {
		all[i] = &rules[i].Rule
	}
	return all
}

// Run applies every rule to the whole tracker, before any edition is cut from
// it, and returns the findings in the order of diag.Sort. Today is the day
// after which nothing can have happened yet; where it is no date, no date is
// held against it. Others are the rules that are applied elsewhere, so that
// settings which name a rule can be held against all of them.
func Run(t *tracker.Tracker, today tracker.Date, others []*diag.Rule) []diag.Finding {
	p := newPass(t, today)
	for _, r := range slices.Concat(Rules(), others) {
		p.severities[r.ID] = r.Severity
	}
	for i := range rules {
		p.rule = &rules[i].Rule
		rules[i].look(p)
	}
	found := p.found.All()
	diag.Sort(found)
	return found
}
