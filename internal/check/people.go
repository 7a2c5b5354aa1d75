package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var peopleRules = []rule{
	{diag.Rule{
		ID: "person/unknown", Severity: diag.Error,
		Title: "A person who is named by an id is in the strategy",
		Why:   "Someone whom nobody can look up would count as an unknown person in the business.",
		Mend:  `Add the person to the strategy, or write the name out: "Ada Lund (Head of Sales)".`,
	}, func(p *pass) {
		p.strangers(func(n *named, s stranger) {
			if s.like != "an id" {
				return
			}
			p.add(p.finding(n.place(), "", "No one in the strategy has the id %s.", quoted(string(n.who))).WithSuggestion(s.meant))
		})
	}},
	{diag.Rule{
		ID: "person/near-known", Severity: diag.Warning,
		Title: "A person of the strategy is named by the id",
		Why:   "Under another spelling they would count as somebody else, in the business.",
		Mend:  `Use the id if it is the same person; if not, add the role: "Ada Lund (Head of Sales)".`,
	}, func(p *pass) {
		p.strangers(func(n *named, s stranger) {
			if s.meant == "" || s.like == "an id" {
				return
			}
			mend, message := "", "%s is close to someone in the strategy: %s, whose id is %s."
			if s.like == "the name" {
				mend, message = "Use the id, so that it counts for the same person.", "%s is someone in the strategy: %s, whose id is %s."
			}
			p.add(p.finding(n.place(), mend, message, quoted(string(n.who)), p.known.title(s.meant), quoted(s.meant)).
				WithSuggestion(s.meant))
		})
	}},
	{diag.Rule{
		ID: "person/not-in-team-then", Severity: diag.Warning,
		Title: "Whoever has a part in a win was in the team on its day",
		Why:   "A date outside of someone's time in the team is most often a slip, in the win or in the strategy.",
		Mend:  `Check the day of the win, or the "from" and "to" of the person in the strategy.`,
	}, absentMembers},
	{diag.Rule{
		ID: "person/owner-outside-team", Severity: diag.Warning,
		Title: "An owner in L&D is in the L&D team",
		Why:   "Reminders and briefs go to the owner; someone in the business owns a part of the change through a commitment instead.",
		Mend:  `Name someone of the team as the owner; what the business took on belongs under "commitments:".`,
	}, func(p *pass) {
		for i := range p.people {
			n := &p.people[i]
			if n.path.n != 1 || n.path.last() != "owner" {
				continue
			}
			if s := p.t.Who(n.who).Stakeholder; s != nil {
				p.say(n.place(), "", "%s is the owner in L&D here, but is in the strategy as a stakeholder.", quoted(string(n.who)))
			}
		}
	}},
}

func (n *named) place() diag.Place { return n.origin.At(n.path.String()) }

// directory is everyone in the strategy.
type directory struct {
	ids    []string
	names  []string          // of the same people, where they have one, for comparing
	byName map[string]string // folded name -> id
	titles map[string]string // folded id -> name to show
}

func people(s *tracker.Strategy) directory {
	d := directory{byName: map[string]string{}, titles: map[string]string{}}
	add := func(id tracker.ID, name, shown string) {
		if id == "" {
			return
		}
		d.ids = append(d.ids, string(id))
		if d.titles[fold(string(id))] == "" {
			d.titles[fold(string(id))] = shown
		}
		if key := fold(name); key != "" && d.byName[key] == "" {
			d.names, d.byName[key] = append(d.names, name), string(id)
		}
	}
	for _, m := range s.Team {
		// The name as it was asked to be shown: findings are public too.
		add(m.ID, m.Name, m.Shown())
	}
	for _, v := range s.Stakeholders {
		add(v.ID, v.Name, v.Name)
	}
	return d
}

// title names the person with the id for a reader.
func (d *directory) title(id string) string {
	if t := d.titles[fold(id)]; t != "" {
		return t
	}
	return quoted(id)
}

// stranger is what is known about a person whom no id leads to.
type stranger struct {
	like  string // "an id", "the name" of someone known, or "" for free text
	meant string // the id of who was probably meant
}

// strangers visits everyone who is named by something else than an id of the
// strategy.
func (p *pass) strangers(look func(*named, stranger)) {
	for i := range p.people {
		n := &p.people[i]
		party := p.t.Who(n.who)
		if party.Member != nil || party.Stakeholder != nil {
			continue
		}
		if p.t.Lost(tracker.KindMember, tracker.ID(n.who)) || p.t.Lost(tracker.KindStakeholder, tracker.ID(n.who)) {
			continue
		}
		s, known := p.verdicts[n.who]
		if !known {
			s = p.stranger(n.who)
			p.verdicts[n.who] = s
		}
		look(n, s)
	}
}

// stranger judges a free text. "Name (Role)" is taken at its word, unless the
// name is the very name or id of someone known: the role tells two people
// with similar names apart.
func (p *pass) stranger(who tracker.Person) stranger {
	name, role := tracker.SplitPerson(string(who))
	if id := p.known.byName[fold(name)]; id != "" {
		return stranger{"the name", id}
	}
	if role != "" {
		if party := p.t.Who(tracker.Person(name)); party.Member != nil {
			return stranger{"the name", string(party.Member.ID)}
		} else if party.Stakeholder != nil {
			return stranger{"the name", string(party.Stakeholder.ID)}
		}
		return stranger{}
	}
	meant := diag.Nearest(name, p.known.ids)
	if meant == "" {
		meant = p.known.byName[fold(diag.Nearest(name, p.known.names))]
	}
	if looksLikeID(string(who)) {
		return stranger{"an id", meant}
	}
	if utf8.RuneCountInString(name) < 4 {
		return stranger{} // Leo is not Lee
	}
	return stranger{"", meant}
}

// looksLikeID reports whether a text is one word in lower case, as ids are
// and names are not. Scripts without case have no such words.
func looksLikeID(s string) bool {
	lower := false
	for i, r := range s {
		switch {
		case unicode.IsLower(r):
			lower = true
		case i > 0 && (unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("-_.", r)):
		default:
			return false
		}
	}
	return lower
}

// absentMembers holds the days of wins against the team's own. Someone who
// joined later may still enter an old win for those whose win it is.
func absentMembers(p *pass) {
	for i := range p.people {
		n := &p.people[i]
		if n.win == nil || !p.dated(n.win) || !slices.Contains([]string{"entered_by", "people", "collaborators"}, n.path.last()) {
			continue
		}
		m := p.t.Who(n.who).Member
		if m == nil || m.ActiveOn(n.win.Date) || !p.plausible(m.From) || !p.plausible(m.To) || !m.From.IsZero() && !m.To.IsZero() && m.To < m.From {
			continue
		}
		early := !m.From.IsZero() && n.win.Date < m.From
		if early && n.path.last() == "entered_by" && len(n.win.People) > 0 && !slices.Contains(n.win.People, n.who) {
			continue
		}
		key, when := "to", fmt.Sprintf("left the team on %s", m.To)
		if early {
			key, when = "from", fmt.Sprintf("joined the team on %s", m.From)
		}
		p.add(p.finding(n.place(), "", "%s %s, and this win is dated %s.", quoted(string(n.who)), when, n.win.Date).
			WithRelated(m.Origin.At(key), "The strategy has that day here."))
	}
}
