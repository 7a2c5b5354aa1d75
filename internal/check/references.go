package check

import (
	"path"
	"slices"
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

	inStrategy bool // not in a record
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
		Bad:   "priorities: [fastr]",
		Good:  "priorities: [faster]",
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
		Bad:   "priorities: [faster, faster]",
		Good:  "priorities: [faster, calmer]",
	}, duplicateReferences},
	{diag.Rule{
		ID: "win/replicates-itself", Severity: diag.Error,
		Title: "A win repeats another win, not itself",
		Why:   "The playbook counts who repeated what somebody else had done.",
		Mend:  `Name the win that was repeated, or take "replicates" out.`,
		Bad: `-- wins/2026-04-20-card-at-bay-six.md --
date: 2026-04-20
replicates: [2026-04-20-card-at-bay-six]`,
		Good: `-- wins/2026-02-20-card-at-bay-two.md --
date: 2026-02-20
-- wins/2026-04-20-card-at-bay-six.md --
date: 2026-04-20
replicates: [2026-02-20-card-at-bay-two]`,
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
		Bad: `-- wins/2026-02-20-card-at-bay-two.md --
date: 2026-02-20
replicates: [2026-04-20-card-at-bay-six]
-- wins/2026-04-20-card-at-bay-six.md --
date: 2026-04-20`,
		Good: `-- wins/2026-02-20-card-at-bay-two.md --
date: 2026-02-20
-- wins/2026-04-20-card-at-bay-six.md --
date: 2026-04-20
replicates: [2026-02-20-card-at-bay-two]`,
	}, func(p *pass) {
		p.replicated(func(w, of *tracker.Win, r *reference) {
			if of != w && !p.sane(w.Date).IsZero() && p.past(of.Date) > w.Date {
				p.add(p.finding(r.place(), "", "This win (%s) says that it repeats %s, which happened later, on %s.", w.Date, quoted(string(r.id)), of.Date).
					WithRelated(of.Origin.At("date"), "The other win is dated here."))
			}
		})
	}},
	{diag.Rule{
		ID: "win/priority-inactive", Severity: diag.Warning,
		Title: "A win serves a priority that held on its day",
		Why:   "Coverage counts a priority only while it is in force.",
		Mend:  `Choose a priority that held on that day, or change its "from" or "to" in strategy.yaml.`,
		Bad: `-- strategy.yaml --
priorities:
  - {id: safer-loads, title: Load every trailer right, from: 2026-04-01, outcomes: [first-contact]}
-- wins/2026-02-15-base.md --
date: 2026-02-15
priorities: [safer-loads]`,
		Good: `-- strategy.yaml --
priorities:
  - {id: safer-loads, title: Load every trailer right, from: 2026-01-01, outcomes: [first-contact]}
-- wins/2026-02-15-base.md --
date: 2026-02-15
priorities: [safer-loads]`,
	}, inactivePriorities},
}

func (p *pass) gatherReferences() {
	list := func(o *tracker.Origin, key string, kind tracker.Kind, ids []tracker.ID) {
		for i, id := range ids {
			p.refs = append(p.refs, reference{id: id, kind: kind, origin: o, key: key, index: i})
		}
	}
	for _, v := range p.t.Strategy.Priorities {
		list(&v.Origin, "outcomes", tracker.KindOutcome, v.Outcomes)
	}
	for i := range p.refs {
		p.refs[i].inStrategy = true
	}
	for _, w := range p.t.Wins {
		list(&w.Origin, "priorities", tracker.KindPriority, w.Priorities)
		list(&w.Origin, "outcomes", tracker.KindOutcome, w.Outcomes)
		list(&w.Origin, "replicates", tracker.KindWin, w.Replicates)
		if w.Intake != "" {
			p.refs = append(p.refs, reference{id: w.Intake, kind: tracker.KindIntake, origin: &w.Origin, key: "intake", index: -1})
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

// idOfTitle returns the id of the one priority or outcome that has the title, or
// "".
func (p *pass) idOfTitle(kind tracker.Kind, title string) (id string) {
	n := 0
	look := func(of string, has tracker.ID) {
		if of != "" && fold(of) == fold(title) {
			id = string(has)
			n++
		}
	}
	switch kind {
	case tracker.KindPriority:
		for _, v := range p.t.Strategy.Priorities {
			look(v.Title, v.ID)
		}
	case tracker.KindOutcome:
		for _, v := range p.t.Strategy.Outcomes {
			look(v.Title, v.ID)
		}
	}
	if n != 1 {
		return ""
	}
	return id
}

func (p *pass) unknown(r *reference) {
	if p.has(r.kind, r.id) || p.t.Lost(r.kind, r.id) || p.found.Full(p.rule.ID, r.origin.File) {
		return
	}
	id := string(r.id)
	if same := p.sameID(r.kind, id); same != "" {
		p.add(p.finding(r.place(), "Use the id as it stands there.", "%s looks like the id of %s, but its letters are stored in another form.", quoted(id), a(r.kind)).
			WithSuggestion(same).WithFix(replacing(r.origin, way{}.to(r.key, r.index).String(), id, same)...))
		return
	}
	// A path or a file name is the next best thing to an id.
	stem := tracker.ID(strings.TrimSuffix(path.Base(strings.TrimSpace(id)), ".md"))
	if stem != r.id && p.has(r.kind, stem) {
		p.add(p.finding(r.place(), "Write the file's name alone, without folder and ending.", "%s is not the file name of %s.", quoted(id), a(r.kind)).
			WithSuggestion(string(stem)))
		return
	}
	for _, other := range []tracker.Kind{tracker.KindPriority, tracker.KindOutcome, tracker.KindIntake, tracker.KindWin} {
		if other != r.kind && p.has(other, r.id) {
			p.say(r.place(), "Move it to "+belongs[other]+", or name "+a(r.kind)+" here.", "%s is %s, not %s.", quoted(id), a(other), a(r.kind))
			return
		}
	}
	if r.kind == tracker.KindPriority && slices.Contains(tracker.NoWords, strings.ToLower(id)) {
		p.say(r.place(), `Write "priorities: []" for "no link yet", which is an honest answer.`, "%s is not the id of %s.", quoted(id), a(r.kind))
		return
	}
	if titled := p.idOfTitle(r.kind, id); titled != "" {
		p.add(p.finding(r.place(), "Use its id.", "%s is the title of %s, not its id.", quoted(id), a(r.kind)).
			WithSuggestion(titled).WithFix(replacing(r.origin, way{}.to(r.key, r.index).String(), id, titled)...))
		return
	}
	suggestion := p.nearest(r.kind, id)
	mend := "Use the id that was meant."
	if suggestion == "" {
		if p.nameless[r.kind] {
			return
		}
		mend = p.atHand(r)
	}
	p.add(p.finding(r.place(), mend, "There is no %s with the %s %s.", called(r.kind), idOf(r.kind), quoted(id)).WithSuggestion(suggestion))
}

// atHand says what can stand where an id leads nowhere. Those who record a win
// are not told to change the strategy for it.
func (p *pass) atHand(r *reference) string {
	const most = 6 // that a sentence can list
	if r.kind != tracker.KindPriority && r.kind != tracker.KindOutcome {
		return "Check the spelling, or take it out until the record exists."
	}
	orElse, alone := "take it out", "Take it out."
	switch {
	case r.kind == tracker.KindPriority:
		orElse, alone = `"priorities: []" for "no link yet"`, `Write "priorities: []" for "no link yet".`
	case r.inStrategy:
		orElse, alone = "add "+a(r.kind)+" with this short name (id)", "Add "+a(r.kind)+" with this short name (id), or take it out."
	}
	ids := p.ids(r.kind)
	if len(ids) == 0 {
		return alone
	}
	list := strings.Join(ids[:min(most, len(ids))], ", ")
	if len(ids) > most {
		list += ", …"
	}
	return "Use one of: " + list + "; or " + orElse + "."
}

// sameID returns the id of the kind that only a machine can tell from the given
// one, or "".
func (p *pass) sameID(kind tracker.Kind, id string) string {
	if p.folded[kind] == nil {
		p.folded[kind] = map[string]string{}
		for _, known := range p.ids(kind) {
			if key := fold(known); p.folded[kind][key] == "" {
				p.folded[kind][key] = known
			}
		}
	}
	return p.folded[kind][fold(id)]
}

// belongs says under which key of a win each kind is named.
var belongs = map[tracker.Kind]string{
	tracker.KindPriority: `"priorities:"`,
	tracker.KindOutcome:  `"outcomes:"`,
	tracker.KindIntake:   `"intake:"`,
	tracker.KindWin:      `"replicates:"`,
}

// called returns what authors call a kind.
func called(kind tracker.Kind) string {
	if kind == tracker.KindIntake {
		return "request"
	}
	return string(kind)
}

// idOf returns what authors know the id of a kind by.
func idOf(kind tracker.Kind) string {
	if kind == tracker.KindWin || kind == tracker.KindIntake {
		return "file name"
	}
	return "short name (id)"
}

// a returns a kind with its article.
func a(kind tracker.Kind) string {
	name := called(kind)
	if strings.ContainsRune("aeiou", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}

func duplicateReferences(p *pass) {
	first := map[tracker.ID]*reference{}
	for i := range p.refs {
		r := &p.refs[i]
		if r.index <= 0 {
			clear(first)
		}
		if f := first[r.id.Fold()]; f == nil {
			first[r.id.Fold()] = r
		} else {
			p.add(p.finding(r.place(), "", "%s stands in this list twice.", quoted(string(r.id))).
				WithRelated(f.place(), "The first one is here."))
		}
	}
}

// replicated visits every pair of wins of which the first repeats the second.
func (p *pass) replicated(look func(w, of *tracker.Win, r *reference)) {
	p.wins(func(w *tracker.Win) {
		for i, id := range w.Replicates {
			if of := p.t.Win(id); of != nil {
				look(w, of, &reference{id: id, kind: tracker.KindWin, origin: &w.Origin, key: "replicates", index: i})
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
			r := reference{id: id, kind: tracker.KindPriority, origin: &w.Origin, key: "priorities", index: i}
			key, when := "from", "began on "+v.From.String()
			if v.From.IsZero() || w.Date >= v.From {
				key, when = "to", "ended on "+v.To.String()
			}
			p.add(p.finding(r.place(), "", "On the day of this win (%s) %s was no priority: it %s.", w.Date, quoted(string(id)), when).
				WithRelated(v.Origin.At(key), "The priority's day stands here."))
		}
	})
}
