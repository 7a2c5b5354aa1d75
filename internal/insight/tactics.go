package insight

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Tactics is what was tried, how it was met, and how the next request arrived
// (insights: "Tactics"; requirements 003-49 and 004-14). It is a list to read
// and no count of successes; it is for the team's edition alone, and empty in
// the other. It covers every record up to the day of the report.
type Tactics struct {
	Ratio   Ratio     // with a later request beside it / all listed
	Listed  []*Tactic // by day, then by record
	AsOf    tracker.Date
	Missing string

	words *message.Language
}

// TacticKind says what a tactic was read from.
type TacticKind string

// The kinds of tactics.
const (
	TacticCrack        TacticKind = "crack"        // an order that was filled differently
	TacticPushback     TacticKind = "pushback"     // a win that tells of resistance
	TacticConversation TacticKind = "conversation" // a talk that confused or frustrated
)

// Tactic is one thing that was tried, or met resistance.
type Tactic struct {
	Kind         TacticKind
	Record       Record
	On           tracker.Date // of the win or the talk; of a crack, which bears none, the day of its request
	Stakeholders []*tracker.Stakeholder
	Practices    []string // labels: "Added unexpected value"; empty where none is named
	What         string
	Reaction     string
	Next         *tracker.Intake // the next request by one of the stakeholders; nil where there is none
	Arrived      string          // how that one arrived, or that there is none: "As a problem"
}

// teamOnlyReason is why the leaders' edition holds nothing of an insight.
func (f *Figures) teamOnlyReason() string { return f.Words.Text("insight.team-only") }

func (f *Figures) tactics() Tactics {
	t := f.Tracker
	all := Tactics{AsOf: t.AsOf, words: f.Words}
	if t.Edition != tracker.TeamEdition {
		all.Missing = f.teamOnlyReason()
		return all
	}
	of := make(map[*tracker.Stakeholder]*relation, len(t.Strategy.Stakeholders))
	for _, r := range f.relations() {
		of[r.who] = r
	}
	add := func(one *Tactic, after *tracker.Intake) {
		f.followed(one, after, of)
		all.Listed = append(all.Listed, one)
		if all.Ratio.D++; one.Next != nil {
			all.Ratio.N++
		}
	}
	for _, in := range t.Intakes {
		for _, one := range f.intakeTactics(in) {
			add(one, in)
		}
	}
	for _, w := range t.Wins {
		if one := f.winTactic(w); one != nil {
			add(one, t.Intake(w.Intake))
		}
	}
	slices.SortStableFunc(all.Listed, func(a, b *Tactic) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Record.Kind, b.Record.Kind), cmp.Compare(a.Record.ID, b.Record.ID))
	})
	if all.Ratio.D == 0 {
		all.Missing = f.Words.Text("insight.tactics.none")
	}
	return all
}

// intakeTactics reads the cracks of a request, and its talks that confused or
// frustrated.
func (f *Figures) intakeTactics(in *tracker.Intake) []*Tactic {
	var found []*Tactic
	asker := f.Tracker.Who(in.Stakeholder).Stakeholder
	for i, c := range in.Cracks {
		found = append(found, &Tactic{
			Kind: TacticCrack, Record: Record{Kind: tracker.KindIntake, ID: in.ID, Part: part("cracks", i)}, On: in.RequestedOn,
			Stakeholders: oneOrNone(asker), Practices: f.practiceLabels(c.Practice), What: c.What, Reaction: f.reactionLabel(c.Reaction),
		})
	}
	for i, c := range in.Conversations {
		if c.Reaction != "confused" && c.Reaction != "frustrated" {
			continue
		}
		with := asker
		if party := f.Tracker.Who(c.With); party.Stakeholder != nil {
			with = party.Stakeholder
		}
		on := c.Date
		if on.IsZero() {
			on = in.RequestedOn
		}
		found = append(found, &Tactic{
			Kind: TacticConversation, Record: Record{Kind: tracker.KindIntake, ID: in.ID, Part: part("conversations", i)}, On: on,
			Stakeholders: oneOrNone(with), What: c.Note, Reaction: f.reactionLabel(c.Reaction),
		})
	}
	return found
}

// winTactic reads the pushback of a win; nil where there is none. Who pushed
// back is not recorded: it is the stakeholder of the request that the win grew
// from, else the stakeholders that it was done with.
func (f *Figures) winTactic(w *tracker.Win) *Tactic {
	if w.Pushback.IsEmpty() {
		return nil
	}
	t := &Tactic{
		Kind: TacticPushback, Record: Record{Kind: tracker.KindWin, ID: w.ID}, On: w.Date,
		Practices: f.practiceLabels(w.Practices...), What: w.Title, Reaction: w.Pushback.Text,
	}
	if in := f.Tracker.Intake(w.Intake); in != nil {
		t.Stakeholders = oneOrNone(f.Tracker.Who(in.Stakeholder).Stakeholder)
	}
	if len(t.Stakeholders) > 0 {
		return t
	}
	for _, who := range w.Collaborators {
		if s := f.Tracker.Who(who).Stakeholder; s != nil && !slices.Contains(t.Stakeholders, s) {
			t.Stakeholders = append(t.Stakeholders, s)
		}
	}
	return t
}

// followed looks for the next request by one of the stakeholders: after the
// day of the tactic, and not the one that it belongs to.
func (f *Figures) followed(t *Tactic, own *tracker.Intake, of map[*tracker.Stakeholder]*relation) {
	t.Arrived = f.Words.Text("insight.tactics.arrived.none")
	if len(t.Stakeholders) == 0 {
		t.Arrived = f.Words.Text("insight.tactics.arrived.nobody")
	}
	if t.On.IsZero() {
		t.Arrived = f.Words.Text("insight.tactics.arrived.undated")
		return
	}
	for _, s := range t.Stakeholders {
		theirs := of[s].intakes
		next := sort.Search(len(theirs), func(i int) bool { return theirs[i].RequestedOn > t.On })
		for next < len(theirs) && theirs[next] == own {
			next++
		}
		if next < len(theirs) && (t.Next == nil || theirs[next].RequestedOn < t.Next.RequestedOn) {
			t.Next = theirs[next]
		}
	}
	if t.Next != nil {
		if t.Arrived = f.Words.Label(&tracker.Arrivals, string(t.Next.ArrivedAs)); t.Arrived == "" {
			t.Arrived = f.Words.Text("insight.tactics.arrived.unsaid")
		}
	}
}

// oneOrNone is the list of a stakeholder, or an empty one.
func oneOrNone(s *tracker.Stakeholder) []*tracker.Stakeholder {
	if s == nil {
		return nil
	}
	return []*tracker.Stakeholder{s}
}

func (f *Figures) practiceLabels(ids ...string) []string {
	var labels []string
	for _, id := range ids {
		if id != "" {
			labels = append(labels, f.Words.Label(&tracker.Practices, id))
		}
	}
	return labels
}

// reactionLabel returns a reaction as people read it, or that none is known: a
// talk has one of a few, a crack whatever was written.
func (f *Figures) reactionLabel(reaction string) string {
	if strings.TrimSpace(reaction) == "" {
		return f.Words.Text("insight.tactics.no-reaction")
	}
	return f.Words.Label(&tracker.Reactions, reaction)
}

// Headline says beside how many there is a later request to read.
func (t *Tactics) Headline() string {
	if t.Missing != "" {
		return t.words.Text("insight.not-enough", "missing", t.Missing)
	}
	return t.words.Text("insight.tactics.headline", "share", t.Ratio.In(t.words), "of", t.Ratio.D)
}

func tacticsDefinition(f *Figures) Definition {
	say := f.Words.Text
	return Definition{
		ID: "tactics", Title: say("insight.tactics.title"), TeamOnly: true,
		Definition: say("insight.tactics.definition"),
		Reason:     say("insight.tactics.reason"),
		Limits:     say("insight.tactics.limits"),
		NotEnough:  say("insight.tactics.not-enough"),
		Audience:   say("insight.tactics.audience"), Decision: say("insight.tactics.decision"),
	}
}

func tacticsSheet(f *Figures) Sheet {
	t := f.Tactics
	return t.sheet(f)
}

func (t *Tactics) sheet(f *Figures) Sheet {
	say := f.Words.Text
	s := Sheet{Definition: tacticsDefinition(f), Headline: t.Headline(), Missing: t.Missing}
	var followed, all []Record
	byKind := make(map[TacticKind][]Record)
	for _, one := range t.Listed {
		r := one.Record
		r.Note = f.Words.Inside(one.Arrived)
		if one.Next != nil {
			r.Note = say("insight.tactics.receipt.then", "title", f.Words.Quote(one.Next.Title), "arrived", r.Note)
			followed = append(followed, r)
		}
		all = append(all, r)
		byKind[one.Kind] = append(byKind[one.Kind], r)
	}
	s.add(
		outOf("tactics/followed", say("insight.tactics.receipt.followed"), followed, all),
		outOf("tactics/cracks", say("insight.tactics.receipt.cracks"), byKind[TacticCrack], all),
		outOf("tactics/pushbacks", say("insight.tactics.receipt.pushbacks"), byKind[TacticPushback], all),
		outOf("tactics/conversations", say("insight.tactics.receipt.conversations"), byKind[TacticConversation], all))
	return s
}
