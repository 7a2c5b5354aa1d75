package check

import (
	"path"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// reference is an id in some record that has to lead somewhere.
type reference struct {
	id     tracker.ID
	kind   tracker.Kind
	origin *tracker.Origin
	key    string
	index  int // in a list, or -1
}

func (r *reference) place() diag.Place {
	return r.origin.At(way{}.to(r.key, r.index).String())
}

var referenceRules = []rule{
	{diag.Rule{
		ID: "reference/unknown", Severity: diag.Error,
		Title: "Every id leads to something that exists",
		Why:   "A link that leads nowhere would drop the record out of every chain, in silence.",
		Mend:  "Use an id that exists, or take it out.",
	}, func(p *pass) {
		for i := range p.refs {
			p.unknown(&p.refs[i])
		}
	}},
	{diag.Rule{
		ID: "reference/duplicate", Severity: diag.Warning,
		Title: "A list names each thing once",
		Why:   "A second mention adds nothing, and most often stands where another id was meant.",
		Mend:  "Take the second one out, or put the id that was meant.",
	}, duplicateReferences},
	{diag.Rule{
		ID: "win/replicates-itself", Severity: diag.Error,
		Title: "A win repeats another win, not itself",
		Why:   "The playbook counts who repeated what somebody else had done.",
		Mend:  `Name the win that was repeated, or take "replicates" out.`,
	}, func(p *pass) {
		p.replicated(func(w, of *tracker.Win, r *reference) {
			if of == w {
				p.say(r.place(), "", "This win says that it repeats itself (%s).", quoted(string(r.id)))
			}
		})
	}},
	{diag.Rule{
		ID: "win/replicates-later", Severity: diag.Warning,
		Title: "A win repeats one that came before it",
		Why:   "Who learned from whom is told by the two days.",
		Mend:  "Check the days of both wins, or name the one that came first in the later one.",
	}, func(p *pass) {
		p.replicated(func(w, of *tracker.Win, r *reference) {
			if of != w && !p.sane(w.Date).IsZero() && p.sane(of.Date) > w.Date {
				p.add(p.finding(r.place(), "", "This win (%s) says that it repeats %s, which happened later, on %s.", w.Date, quoted(string(r.id)), of.Date).
					WithRelated(of.Origin.At("date"), "The other win is dated here."))
			}
		})
	}},
	{diag.Rule{
		ID: "win/priority-inactive", Severity: diag.Warning,
		Title: "A win serves a priority that held on its day",
		Why:   "Coverage counts a priority only while it is in force.",
		Mend:  `Choose a priority that held on that day, or change its "from" or "to" in the strategy.`,
	}, inactivePriorities},
}

func (p *pass) gatherReferences() {
	list := func(o *tracker.Origin, key string, kind tracker.Kind, ids []tracker.ID) {
		for i, id := range ids {
			p.refs = append(p.refs, reference{id, kind, o, key, i})
		}
	}
	for _, v := range p.t.Strategy.Priorities {
		list(&v.Origin, "outcomes", tracker.KindOutcome, v.Outcomes)
	}
	for _, w := range p.t.Wins {
		list(&w.Origin, "priorities", tracker.KindPriority, w.Priorities)
		list(&w.Origin, "outcomes", tracker.KindOutcome, w.Outcomes)
		list(&w.Origin, "replicates", tracker.KindWin, w.Replicates)
		if w.Intake != "" {
			p.refs = append(p.refs, reference{w.Intake, tracker.KindIntake, &w.Origin, "intake", -1})
		}
	}
}

// has reports whether a thing of the kind has the id or alias.
func (p *pass) has(kind tracker.Kind, id tracker.ID) bool {
	switch kind {
	case tracker.KindWin:
		return p.t.Win(id) != nil
	case tracker.KindIntake:
		return p.t.Intake(id) != nil
	case tracker.KindPriority:
		return p.t.Priority(id) != nil
	case tracker.KindOutcome:
		return p.t.Outcome(id) != nil
	}
	return false
}

func (p *pass) unknown(r *reference) {
	if p.has(r.kind, r.id) || p.t.Lost(r.kind, r.id) {
		return
	}
	id := string(r.id)
	// A path or a file name is the next best thing to an id.
	stem := tracker.ID(strings.TrimSuffix(path.Base(strings.TrimSpace(id)), ".md"))
	if stem != r.id && p.has(r.kind, stem) {
		p.add(p.finding(r.place(), "Write the id alone: the file's name without folder and ending.", "%s is not the id of %s.", quoted(id), a(r.kind)).
			WithSuggestion(string(stem)))
		return
	}
	for _, other := range []tracker.Kind{tracker.KindPriority, tracker.KindOutcome, tracker.KindIntake, tracker.KindWin} {
		if other != r.kind && p.has(other, r.id) {
			p.say(r.place(), "Move it to "+belongs[other]+", or name "+a(r.kind)+" here.", "%s is %s, not %s.", quoted(id), a(other), a(r.kind))
			return
		}
	}
	mend := "Check the spelling, or take it out until the record exists."
	if r.kind == tracker.KindPriority || r.kind == tracker.KindOutcome {
		mend = "Check the spelling, or add " + a(r.kind) + " with this id to the strategy."
	}
	suggestion := p.nearest(r.kind, id)
	if suggestion != "" {
		mend = "Use the id that was meant."
	}
	p.add(p.finding(r.place(), mend, "There is no %s with the id %s.", r.kind, quoted(id)).WithSuggestion(suggestion))
}

// belongs says under which key of a win each kind is named.
var belongs = map[tracker.Kind]string{
	tracker.KindPriority: `"priorities:"`,
	tracker.KindOutcome:  `"outcomes:"`,
	tracker.KindIntake:   `"intake:"`,
	tracker.KindWin:      `"replicates:"`,
}

// a returns a kind with its article.
func a(kind tracker.Kind) string {
	if strings.ContainsRune("aeiou", rune(kind[0])) {
		return "an " + string(kind)
	}
	return "a " + string(kind)
}

func duplicateReferences(p *pass) {
	for i := range p.refs {
		r := &p.refs[i]
		for j := i - r.index; r.index > 0 && j < i; j++ {
			if p.refs[j].id.Fold() == r.id.Fold() {
				p.add(p.finding(r.place(), "", "%s stands in this list twice.", quoted(string(r.id))).
					WithRelated(p.refs[j].place(), "The first one is here."))
				break
			}
		}
	}
}

// replicated visits every pair of wins of which the first repeats the second.
func (p *pass) replicated(look func(w, of *tracker.Win, r *reference)) {
	p.wins(func(w *tracker.Win) {
		for i, id := range w.Replicates {
			if of := p.t.Win(id); of != nil {
				look(w, of, &reference{id, tracker.KindWin, &w.Origin, "replicates", i})
			}
		}
	})
}

func inactivePriorities(p *pass) {
	p.wins(func(w *tracker.Win) {
		for i, id := range w.Priorities {
			v := p.t.Priority(id)
			if v == nil || !p.dated(w) || !p.plausible(v.From) || !p.plausible(v.To) || v.ActiveOn(w.Date) || !v.From.IsZero() && !v.To.IsZero() && v.To < v.From {
				continue
			}
			r := reference{id, tracker.KindPriority, &w.Origin, "priorities", i}
			key, when := "from", "began on "+v.From.String()
			if v.From.IsZero() || w.Date >= v.From {
				key, when = "to", "ended on "+v.To.String()
			}
			p.add(p.finding(r.place(), "", "On the day of this win (%s) %s was no priority: it %s.", w.Date, quoted(string(id)), when).
				WithRelated(v.Origin.At(key), "The priority's day stands here."))
		}
	})
}
