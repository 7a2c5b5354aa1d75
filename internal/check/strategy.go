package check

import (
	"cmp"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var strategyRules = []rule{
	{diag.Rule{
		ID: "strategy/id-missing", Severity: diag.Error,
		Title: "Priorities, outcomes and people have a short name (id) of their own",
		Why:   "Records name them by it.",
		Mend:  `Give it a short name (id) in lower case, for example "id: resolve-first".`,
		Bad: `outcomes:
  - {title: Fewer misloaded trailers, kind: systemic-issues}`,
		Good: `outcomes:
  - {id: misloads, title: Fewer misloaded trailers, kind: systemic-issues}`,
	}, func(p *pass) {
		p.entries(func(e entry) {
			if e.id == "" && !e.origin.Wrote("id") {
				there := either(e.origin, "id", "title", "name", "role", "why", "kind", "outcomes", "measure", "department", "from")
				p.say(beside(e.origin, "id", there), "", "%s has no short name (id) yet.", e)
			}
		})
	}},
	{diag.Rule{
		ID: "strategy/title-missing", Severity: diag.Error,
		Title: "Priorities and outcomes have a title",
		Why:   "The title is what people read on every page.",
		Mend:  `Say in one line what it is about: "title: Resolve questions at the first contact".`,
		Bad: `outcomes:
  - {id: misloads, kind: systemic-issues}`,
		Good: `outcomes:
  - {id: misloads, title: Fewer misloaded trailers, kind: systemic-issues}`,
	}, func(p *pass) {
		p.entries(func(e entry) {
			if (e.kind == tracker.KindPriority || e.kind == tracker.KindOutcome) && e.shown == "" && !e.origin.Wrote("title") {
				p.say(beside(e.origin, "title", either(e.origin, "id")), "", "%s has no title yet.", e)
			}
		})
	}},
	{diag.Rule{
		ID: "strategy/name-missing", Severity: diag.Error,
		Title: "Team members have a name or a role, stakeholders a name or a title",
		Why:   "Without one, pages could only show an id.",
		Mend:  `Add "name:"; someone who would rather not be named can be shown by role alone.`,
		Bad: `team:
  - {id: maren, from: 2025-01-06}`,
		Good: `team:
  - {id: maren, name: Maren Oduya, from: 2025-01-06}`,
	}, func(p *pass) {
		p.entries(func(e entry) {
			if (e.kind == tracker.KindMember || e.kind == tracker.KindStakeholder) && e.shown == "" && !e.origin.Wrote("name") {
				nor := "role"
				if e.kind == tracker.KindStakeholder {
					nor = "title"
				}
				p.say(beside(e.origin, "name", either(e.origin, "id")), "", "%s has neither a name nor a %s yet.", e, nor)
			}
		})
	}},
	{diag.Rule{
		ID: "member/display-empty", Severity: diag.Warning,
		Title: "A member who wants to be shown by role has a role",
		Why:   "Pages would show nothing where the person belongs.",
		Mend:  `Add "role:", for example "role: Instructional designer".`,
		Bad: `team:
  - {id: maren, name: Maren Oduya, display: role}`,
		Good: `team:
  - {id: maren, name: Maren Oduya, role: Facilitator, display: role}`,
	}, func(p *pass) {
		for _, m := range p.t.Strategy.Team {
			if m.Display == "role" && m.Role == "" && m.Name != "" {
				p.say(m.Origin.At("display"), "", "The team member %s is to be shown by role, but has none yet.", quoted(string(m.ID)))
			}
		}
	}},
	{diag.Rule{
		ID: "priority/no-outcome", Severity: diag.Warning,
		Title: "A priority leads to an outcome",
		Why:   "Wins reach the outcomes of the business through priorities; here the chain breaks.",
		Mend:  `Ask which outcome the business hopes for, and add its short name (id): "outcomes: [first-contact]".`,
		Bad: `priorities:
  - {id: safer-loads, title: Load every trailer right}`,
		Good: `priorities:
  - {id: safer-loads, title: Load every trailer right, outcomes: [first-contact]}`,
	}, func(p *pass) {
		for _, v := range p.t.Strategy.Priorities {
			if len(v.Outcomes) == 0 {
				p.say(beside(&v.Origin, "outcomes", either(&v.Origin, "outcomes", "id", "title")), "", "The priority %s does not lead to any outcome yet.", quoted(string(v.ID)))
			}
		}
	}},
}

// entry is a thing in a list of the strategy.
type entry struct {
	kind   tracker.Kind
	id     string
	shown  string // its title, or a person's name or role
	origin *tracker.Origin
}

// String names the entry for a reader, by whatever it has.
func (e entry) String() string {
	switch {
	case e.id != "":
		return "The " + string(e.kind) + " " + quoted(e.id)
	case e.shown != "":
		return "The " + string(e.kind) + " " + quoted(e.shown)
	}
	return strings.ToUpper(a(e.kind)[:1]) + a(e.kind)[1:]
}

func (p *pass) entries(look func(entry)) {
	s := &p.t.Strategy
	for _, v := range s.Priorities {
		look(entry{tracker.KindPriority, string(v.ID), v.Title, &v.Origin})
	}
	for _, v := range s.Outcomes {
		look(entry{tracker.KindOutcome, string(v.ID), v.Title, &v.Origin})
	}
	for _, v := range s.Team {
		look(entry{tracker.KindMember, string(v.ID), cmp.Or(v.Name, v.Role), &v.Origin})
	}
	for _, v := range s.Stakeholders {
		look(entry{tracker.KindStakeholder, string(v.ID), cmp.Or(v.Name, v.Title), &v.Origin})
	}
}
