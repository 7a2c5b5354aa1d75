package check

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var identityRules = []rule{
	{diag.Rule{
		ID: "record/id-duplicate", Severity: diag.Error,
		Title: "A record's file name is used once",
		Why:   "The file's name is the record's id; of two records with one id, links and pages could only lead to the first.",
		Mend:  "Rename one of the two files.",
		Bad: `-- wins/2026-02-15-sales-call.md --
title: Sales rang us first
-- wins/sales/2026-02-15-Sales-Call.md --
title: A second call with Sales`,
		Good: `-- wins/2026-02-15-sales-call.md --
title: Sales rang us first
-- wins/sales/2026-02-15-second-call.md --
title: A second call with Sales`,
	}, func(p *pass) {
		p.duplicates(tracker.KindWin)
		p.duplicates(tracker.KindIntake)
	}},
	{diag.Rule{
		ID: "record/alias-taken", Severity: diag.Error,
		Title: "An earlier id leads to one record",
		Why:   "Old links would lead to the wrong record.",
		Mend:  "Take the alias out here, or rename the other record.",
		Bad: `-- wins/2026-02-15-sales-call.md --
title: Sales rang us first
-- wins/2026-02-15-second-call.md --
aliases: [2026-02-15-sales-call]`,
		Good: `-- wins/2026-02-15-sales-call.md --
title: Sales rang us first
-- wins/2026-02-15-second-call.md --
aliases: [2026-02-15-call-with-lee]`,
	}, func(p *pass) {
		p.takenAliases(p.records(tracker.KindWin))
		p.takenAliases(p.records(tracker.KindIntake))
	}},
	{diag.Rule{
		ID: "strategy/id-duplicate", Severity: diag.Error,
		Title: "A short name (id) in strategy.yaml is used once for each kind of thing",
		Why:   "Of two things with one id, links could only lead to the first.",
		Mend:  "Give one of the two another id, and change the records that mean it.",
		Bad: `priorities:
  - {id: safer-loads, title: Load every trailer right, outcomes: [first-contact]}
  - {id: Safer-Loads, title: Fewer accidents at the dock, outcomes: [first-contact]}`,
		Good: `priorities:
  - {id: safer-loads, title: Load every trailer right, outcomes: [first-contact]}
  - {id: safer-dock, title: Fewer accidents at the dock, outcomes: [first-contact]}`,
	}, func(p *pass) {
		p.duplicates(tracker.KindPriority)
		p.duplicates(tracker.KindOutcome)
		p.duplicates(tracker.KindMember)
		p.duplicates(tracker.KindStakeholder)
	}},
	{diag.Rule{
		ID: "person/id-shared", Severity: diag.Error,
		Title: "A team member and a stakeholder have different ids",
		Why:   "Records name people by id alone, so the stakeholder would count as the team member.",
		Mend:  "Give one of the two another id, and change the records that mean it.",
		Bad: `-- strategy.yaml --
team:
  - {id: maren, name: Maren Oduya, role: Facilitator, from: 2025-01-06}
stakeholders:
  - {id: maren, name: Maren Holt, title: Depot manager}`,
		Good: `-- strategy.yaml --
team:
  - {id: maren, name: Maren Oduya, role: Facilitator, from: 2025-01-06}
stakeholders:
  - {id: maren-holt, name: Maren Holt, title: Depot manager}`,
	}, func(p *pass) {
		members := map[string]*identified{}
		team := p.records(tracker.KindMember)
		for i := range team {
			members[fold(string(team[i].id))] = &team[i]
		}
		for _, s := range p.records(tracker.KindStakeholder) {
			if m := members[fold(string(s.id))]; m != nil && s.id != "" {
				p.add(p.finding(s.place(), "", "The stakeholder's id %s is also that of a team member.", quoted(string(s.id))).
					WithRelated(m.place(), "The team member is here."))
			}
		}
	}},
	{diag.Rule{
		ID: "win/in-wrong-folder", Severity: diag.Error,
		Title: "The folder wins/ holds wins",
		Why:   "What a record is follows from its folder; a request among the wins would be shown as an unfinished win.",
		Mend:  "Move the file to intakes/.",
		Bad: `-- wins/2026-02-16-quoting.md --
---
stakeholder: lee
requested_on: 2026-02-16
status: requested
---
# A course on quoting
"Can you teach them to quote?"`,
		Good: `-- intakes/2026-02-16-quoting.md --
---
stakeholder: lee
requested_on: 2026-02-16
status: requested
---
# A course on quoting
"Can you teach them to quote?"`,
	}, func(p *pass) {
		for _, w := range p.t.Wins {
			if misplacedWin(w) {
				p.say(w.Origin.Top(), "", "This file lies under wins/, but it is written as a request.")
			}
		}
	}},
	{diag.Rule{
		ID: "intake/in-wrong-folder", Severity: diag.Error,
		Title: "The folder intakes/ holds requests",
		Why:   "What a record is follows from its folder; a win among the requests would be shown as an unfinished request.",
		Mend:  "Move the file to wins/.",
		Bad: `-- intakes/2026-02-16-first-call.md --
---
date: 2026-02-16
entered_by: ana
priorities: []
why: They usually ask for a course.
---
# Sales rang us first`,
		Good: `-- wins/2026-02-16-first-call.md --
---
date: 2026-02-16
entered_by: ana
priorities: []
why: They usually ask for a course.
---
# Sales rang us first`,
	}, func(p *pass) {
		for _, in := range p.t.Intakes {
			if misplacedIntake(in) {
				p.say(in.Origin.Top(), "", "This file lies under intakes/, but it is written as a win.")
			}
		}
	}},
}

// identified is a thing with an id.
type identified struct {
	id      tracker.ID
	aliases []tracker.ID
	origin  *tracker.Origin
}

// place is where the id stands; that of a record is its file.
func (i *identified) place() diag.Place { return i.origin.At("id") }

func (p *pass) records(kind tracker.Kind) []identified {
	var out []identified
	switch kind {
	case tracker.KindWin:
		for _, v := range p.t.Wins {
			out = append(out, identified{v.ID, v.Aliases, &v.Origin})
		}
	case tracker.KindIntake:
		for _, v := range p.t.Intakes {
			out = append(out, identified{v.ID, v.Aliases, &v.Origin})
		}
	case tracker.KindPriority:
		for _, v := range p.t.Strategy.Priorities {
			out = append(out, identified{v.ID, nil, &v.Origin})
		}
	case tracker.KindOutcome:
		for _, v := range p.t.Strategy.Outcomes {
			out = append(out, identified{v.ID, nil, &v.Origin})
		}
	case tracker.KindMember:
		for _, v := range p.t.Strategy.Team {
			out = append(out, identified{v.ID, nil, &v.Origin})
		}
	case tracker.KindStakeholder:
		for _, v := range p.t.Strategy.Stakeholders {
			out = append(out, identified{v.ID, nil, &v.Origin})
		}
	}
	return out
}

// duplicates reports ids that some computer cannot tell from an earlier one, by
// their case or by how their letters are stored.
func (p *pass) duplicates(kind tracker.Kind) {
	things := p.records(kind)
	first := make(map[string]*identified, len(things))
	for i := range things {
		v := &things[i]
		key := fold(string(v.id))
		if key == "" {
			continue
		}
		if f := first[key]; f != nil {
			found := p.finding(v.place(), "", "There is already %s with the %s %s.", a(kind), idOf(kind), quoted(string(v.id)))
			if this, other := norm.NFC.String(string(v.id)), norm.NFC.String(string(f.id)); this != other {
				found = p.finding(v.place(), "", "%s and %s are one name on some computers.", quoted(other), quoted(this))
			}
			p.add(found.WithRelated(f.place(), "The other one is here."))
			continue
		}
		first[key] = v
	}
}

func (p *pass) takenAliases(things []identified) {
	owners := make(map[string]*identified, len(things))
	for i := range things {
		if key := fold(string(things[i].id)); key != "" && owners[key] == nil {
			owners[key] = &things[i]
		}
	}
	for i := range things {
		v := &things[i]
		for j, alias := range v.aliases {
			key := fold(string(alias))
			if key == "" {
				continue
			}
			owner := owners[key]
			if owner == nil {
				owners[key] = v
				continue
			}
			if owner == v {
				continue // its own id, or said twice: it still leads here
			}
			how := "is the id of another record"
			if fold(string(owner.id)) != key {
				how = "is already an alias of " + quoted(string(owner.id))
			}
			place := v.origin.At(way{}.to("aliases", j).String())
			p.add(p.finding(place, "", "The alias %s %s.", quoted(string(alias)), how).
				WithRelated(owner.origin.At("aliases"), "The other record is here."))
		}
	}
}

// misplacedWin reports whether a win is written as an intake: at least two
// keys that only intakes have, and no day or person of a win.
func misplacedWin(w *tracker.Win) bool {
	return w.Date.IsZero() && w.EnteredBy == "" && foreign(w.More, "stakeholder", "requested_on", "status", "arrived_as", "agreed_on", "owner") > 1
}

func misplacedIntake(in *tracker.Intake) bool {
	return in.RequestedOn.IsZero() && in.Stakeholder == "" && foreign(in.More, "date", "entered_by", "why", "how_to_replicate", "encouraging", "collaborators") > 1
}

// foreign counts the notes that stand under one of the keys of another kind.
func foreign(notes []tracker.Note, keys ...string) int {
	n := 0
	for _, note := range notes {
		label := letters(note.Label)
		for _, key := range keys {
			if letters(key) == label {
				n++
				break
			}
		}
	}
	return n
}

func letters(s string) string {
	return strings.NewReplacer("_", "", " ", "", "-", "").Replace(strings.ToLower(s))
}
