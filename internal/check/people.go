package check

import (
	"fmt"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var peopleRules = []rule{
	{diag.Rule{
		ID: "person/unknown", Severity: diag.Error,
		Title: "A person who is named by short name (id) is in strategy.yaml",
		Why:   "Someone whom nobody can look up would count as an unknown person in the business.",
		Mend:  `Write the name out: "Ada Lund (Head of Sales)"; or add the person to strategy.yaml.`,
		Bad:   "collaborators: [pria]",
		Good:  "collaborators: [priya]",
	}, func(p *pass) {
		p.strangers(func(n *named, s stranger) {
			if s.like != anID || s.meant == "" && (p.nameless[tracker.KindMember] || p.nameless[tracker.KindStakeholder]) {
				return
			}
			p.add(p.finding(n.place(), "", "No one in strategy.yaml has the short name (id) %s.", quoted(string(n.who))).WithSuggestion(s.meant))
		})
	}},
	{diag.Rule{
		ID: "person/near-known", Severity: diag.Warning,
		Title: "The short name (id) stands for a person of strategy.yaml",
		Why:   "Under another spelling they would count as somebody else, in the business.",
		Mend:  `Use the id if it is the same person; if not, add the role: "Ada Lund (Head of Sales)".`,
		Bad:   "collaborators: [Priya Nair]",
		Good:  "collaborators: [priya]",
	}, func(p *pass) {
		p.strangers(func(n *named, s stranger) {
			mend, message := "", "%s is close to someone in strategy.yaml: %s, whose short name (id) is %s."
			var fix []diag.Edit
			switch s.like {
			case near:
			case theName:
				mend, message = "Use the id, so that it counts for the same person.", "%s is someone in strategy.yaml: %s, whose short name (id) is %s."
				if _, role := tracker.SplitPerson(string(n.who)); role == "" {
					fix = n.replacing(s.meant)
				}
			case theID:
				mend, message = "Use the id as it stands there.", "%s looks like the id of %s, but the letters of %s are stored in another form."
				fix = n.replacing(s.meant)
			default:
				return
			}
			p.add(p.finding(n.place(), mend, message, quoted(string(n.who)), p.known.title(s.meant), quoted(s.meant)).
				WithSuggestion(s.meant).WithFix(fix...))
		})
	}},
	{diag.Rule{
		ID: "person/ambiguous", Severity: diag.Warning,
		Title: "A short name (id) is used where two people of strategy.yaml share a name",
		Why:   "Only the author can say which of them is meant; until then it counts as a third person, or as the one whose id it happens to be.",
		Mend:  `Use the id of the one who is meant; if it is somebody else, write the name with the role: "Ana Lund (Head of Sales)".`,
		Bad: `-- strategy.yaml --
stakeholders:
  - {id: ana-lund, name: Ana Lund, title: Depot manager}
-- wins/2026-02-15-base.md --
collaborators: [Ana]`,
		Good: `-- strategy.yaml --
stakeholders:
  - {id: ana-lund, name: Ana Lund, title: Depot manager}
-- wins/2026-02-15-base.md --
collaborators: [ana-lund]`,
	}, func(p *pass) {
		p.strangers(func(n *named, s stranger) {
			if s.like != several {
				return
			}
			const most = 3 // that a sentence can name
			var could []string
			for _, id := range s.could[:min(most, len(s.could))] {
				could = append(could, p.known.title(id)+" ("+id+")")
			}
			if more := len(s.could) - len(could); more > 0 {
				could = append(could, fmt.Sprintf("one of %d more", more))
			}
			last := len(could) - 1
			f := p.finding(n.place(), "", "%s could be %s or %s.", quoted(string(n.who)), strings.Join(could[:last], ", "), could[last])
			for _, id := range s.could[:min(most, len(s.could))] {
				f = f.WithRelated(p.known.places[fold(id)], quoted(id)+" stands here.")
			}
			p.add(f)
		})
	}},
	{diag.Rule{
		ID: "person/owner-outside-team", Severity: diag.Warning,
		Title: "An owner in L&D is in the L&D team",
		Why:   "Reminders and briefs go to the owner; someone in the business owns a part of the change through a commitment instead.",
		Mend:  `Name someone of the team as the owner; what the business took on belongs under "commitments:".`,
		Bad: `-- intakes/2026-01-10-course.md --
owner: lee`,
		Good: `-- intakes/2026-01-10-course.md --
owner: ben
commitments:
  - {who: lee, what: Open each shift with it, by: 2026-12-01}`,
	}, func(p *pass) {
		for i := range p.people {
			n := &p.people[i]
			if n.path.n != 1 || n.path.last() != "owner" {
				continue
			}
			if s := p.t.Who(n.who).Stakeholder; s != nil {
				p.say(n.place(), "", `"owner" is the colleague in L&D; %s is a stakeholder.`, quoted(string(n.who)))
			}
		}
	}},
	{diag.Rule{
		ID: "person/several", Severity: diag.Warning,
		Title: "Several people are a list",
		Why:   `"Ana, Ben" would be published as one person of that name.`,
		Mend:  `Write a list of their short names (ids) in square brackets: "people: [ana, ben]".`,
		Bad:   "people: Ana and Benedikt",
		Good:  "people: [ana, ben]",
	}, func(p *pass) {
		p.strangers(func(n *named, s stranger) {
			if s.like == group {
				p.apart(n, s)
			}
		})
	}},
	{diag.Rule{
		ID: "person/entered-by-outside-team", Severity: diag.Hint,
		Title: "Whoever enters a win is most often in the L&D team",
		Why:   "Under another name than that of the team, a colleague's win would count as somebody else's.",
		Mend:  `It may be right: anyone can record a win. If you are in the team, use your short name (id) from strategy.yaml.`,
		Bad:   "entered_by: lee",
		Good:  "entered_by: ana",
	}, enteredOutside},
}

func enteredOutside(p *pass) {
	if len(p.t.Strategy.Team) == 0 || p.nameless[tracker.KindMember] {
		return
	}
	for i := range p.people {
		n := &p.people[i]
		if n.in.win == nil || n.path.last() != "entered_by" || p.judge(n.who).like != "" {
			continue
		}
		switch who := p.outsider(n.who); who {
		case "":
		case aStakeholder:
			p.say(n.place(), "", "%s is a stakeholder, and not in the team of strategy.yaml.", quoted(string(n.who)))
		default:
			p.say(n.place(), "", "%s is not in the team of strategy.yaml.", quoted(string(n.who)))
		}
	}
}

func (n *named) place() diag.Place { return n.origin.At(n.path.String()) }

// replacing returns the edit that writes the person's id instead.
func (n *named) replacing(id string) []diag.Edit {
	return replacing(n.origin, n.path.String(), string(n.who), id)
}
