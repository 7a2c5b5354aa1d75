package tracker

import (
	"reflect"
	"strings"
)

// Edition says whose eyes a site is for.
type Edition string

// The editions. Leaders is what continuous integration publishes.
const (
	LeadersEdition Edition = "leaders"
	TeamEdition    Edition = "team"
)

// Editions are the editions with their meanings.
var Editions = Vocabulary{"edition", []Term{
	{string(LeadersEdition), "Leaders' edition", "What everyone in the organisation may read."},
	{string(TeamEdition), "Team's edition", "With what only the L&D team may read."},
}}

// Redacted returns the tracker as the edition may see it. For leaders that is
// a value that no longer holds what they must not see, so that nothing made
// from it can leak it:
//
//   - records with audience "team", and references to them;
//   - attachments that no record links to any more once the rest is gone;
//   - pushback, help wanted, how a conversation went, reactions, door markers,
//     overheard sources;
//   - who in L&D made a promise: the team keeps or misses it;
//   - whether the business did what it would to reinforce a change;
//   - what became of each promise of the business. The states stay as a list
//     that names nobody, for the one figure that counts them, as they stood when
//     the last quarter ended, and only where there are enough of them, by enough
//     people, to give nobody away.
func (t *Tracker) Redacted(e Edition) *Tracker {
	if e == TeamEdition || t.Edition == e {
		return t
	}
	r := *t
	r.Edition = e
	r.Wins, r.Intakes, r.Strategy.Stakeholders = nil, nil, nil
	r.detached = t.detachedPromises()
	gone := map[string]bool{}
	for _, w := range t.Wins {
		if w.Audience == AudienceTeam {
			gone[PageOf(KindWin, w.ID)] = true
		}
	}
	for _, in := range t.Intakes {
		if in.Audience == AudienceTeam {
			gone[PageOf(KindIntake, in.ID)] = true
		}
	}
	publish := func(p *Prose) {
		if !p.saysItAll() {
			p.Source = "" // it may hold comments, and links to what is gone
		}
		p.unlink(gone)
	}
	for _, w := range t.Wins {
		if w.Audience != AudienceTeam {
			c := t.redactedWin(w)
			eachProse(reflect.ValueOf(c).Elem(), publish)
			r.Wins = append(r.Wins, c)
		}
	}
	for _, in := range t.Intakes {
		if in.Audience != AudienceTeam {
			c := t.redactedIntake(in)
			eachProse(reflect.ValueOf(c).Elem(), publish)
			r.Intakes = append(r.Intakes, c)
		}
	}
	for _, s := range t.Strategy.Stakeholders {
		c := *s
		c.Door = nil
		c.Promises = t.withheld(c.Promises)
		c.Business.Sources = without(c.Business.Sources, func(s Source) bool { return strings.EqualFold(s.Kind, "overheard") })
		r.Strategy.Stakeholders = append(r.Strategy.Stakeholders, &c)
	}
	r.Attach(r.attached())
	hidden := len(t.Wins) + len(t.Intakes) - len(r.Wins) - len(r.Intakes)
	r.Census.Found -= hidden + t.laterForTeam
	r.Census.Published -= hidden
	r.Census.LeftOut -= t.laterForTeam
	r.index()
	return &r
}

// withheld returns promises without what became of those that the business
// made, and without who in L&D made the others.
func (t *Tracker) withheld(promises []Promise) []Promise {
	return mapped(promises, func(p Promise) Promise {
		if !t.ByBusiness(&p) {
			p.Who = ""
			return p
		}
		return Promise{What: p.What, Who: p.Who, To: p.To, By: p.By, Size: p.Size, Withheld: true}
	})
}

func (t *Tracker) redactedWin(w *Win) *Win {
	c := *w
	c.Origin = NewOrigin(w.Origin.File) // the places of fields say which ones there are
	c.Pushback, c.HelpWanted = Prose{}, Prose{}
	c.More = without(c.More, teamOnly)
	c.FollowUps = t.withheld(c.FollowUps)
	c.Replicates = without(c.Replicates, func(id ID) bool {
		r := t.Win(id)
		return r == nil || r.Audience == AudienceTeam
	})
	if in := t.Intake(c.Intake); in == nil || in.Audience == AudienceTeam {
		c.Intake = ""
	}
	return &c
}

func (t *Tracker) redactedIntake(in *Intake) *Intake {
	c := *in
	c.Origin = NewOrigin(in.Origin.File)
	c.More = without(c.More, teamOnly)
	c.Conversations = mapped(c.Conversations, func(v Conversation) Conversation { return Conversation{Date: v.Date, With: v.With} })
	c.Cracks = mapped(c.Cracks, func(v Crack) Crack { v.Reaction = ""; return v })
	c.Promises = t.withheld(c.Promises)
	c.Reinforcement = mapped(c.Reinforcement, func(r Reinforcement) Reinforcement {
		r.Done = r.Done && t.Who(r.Who).InTeam()
		return r
	})
	c.Commitments = mapped(c.Commitments, func(p Promise) Promise {
		return Promise{What: p.What, Who: p.Who, To: p.To, By: p.By, Size: p.Size, Withheld: true}
	})
	return &c
}

func teamOnly(n Note) bool { return n.TeamOnly }

func mapped[T any](s []T, f func(T) T) []T {
	out := make([]T, len(s))
	for i, v := range s {
		out[i] = f(v)
	}
	return out
}

// without leaves s alone and keeps nil apart from empty, since an empty list
// can be an answer.
func without[T any](s []T, drop func(T) bool) []T {
	if s == nil {
		return nil
	}
	out := make([]T, 0, len(s))
	for _, v := range s {
		if !drop(v) {
			out = append(out, v)
		}
	}
	return out
}
