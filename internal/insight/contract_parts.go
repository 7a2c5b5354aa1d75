package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

// ChangePart is one of the five parts of a change, and who has it on either
// side (requirement 000-01). A part that both sides have somebody for is held
// by both.
type ChangePart struct {
	ID       string           // "build", "lead", "reinforce", "remove", "measure"
	Label    string           // "Lead the change"
	Business []tracker.Person // each once, in the order of the record
	Team     []tracker.Person
	Open     string // what there is of it in the business without being held there; "" for nothing

	key string // of the request, under which it is looked for
}

// Parts returns the five parts of a change. Who builds and who measures is the
// owner of the request, who is in L&D. To lead takes what an owned commitment
// takes, an action and a day; for L&D, and to reinforce or to remove a barrier,
// a name is enough.
func (f *Figures) Parts(c *Contract) []ChangePart {
	in := c.Intake
	build, lead := f.changePart("build", "owner"), f.changePart("lead", "commitments")
	reinforce, remove := f.changePart("reinforce", "reinforcement"), f.changePart("remove", "barriers")
	measure := f.changePart("measure", "measure")
	f.give(&build.Team, in.Owner)
	for i := range in.Commitments {
		switch p := &in.Commitments[i]; {
		case ownedBy(f.Tracker, *p):
			f.give(&lead.Business, p.Who)
		case p.Who != "" && f.Tracker.Who(p.Who).InTeam():
			f.give(&lead.Team, p.Who)
		case p.Who != "":
			lead.Open = c.Owned.Reason
		}
	}
	if len(lead.Business) > 0 {
		lead.Open = ""
	}
	for _, r := range in.Reinforcement {
		f.giveSide(&reinforce, r.Who)
	}
	for _, b := range in.Barriers {
		f.giveSide(&remove, b.Owner)
	}
	if !in.Measure.IsZero() {
		f.give(&measure.Team, in.Owner)
	}
	return []ChangePart{build, lead, reinforce, remove, measure}
}

// changePart is a part that nobody has yet.
func (f *Figures) changePart(id, key string) ChangePart {
	return ChangePart{ID: id, Label: f.partLabel(id), key: key}
}

// partLabel names a part of a change: "Lead the change".
func (f *Figures) partLabel(id string) string { return f.Words.Text("insight.contract.part." + id) }

// ownedBy reports whether a commitment by itself makes the business an owner: see
// owned.
func ownedBy(t *tracker.Tracker, p tracker.Promise) bool {
	return owned(t, &tracker.Intake{Commitments: []tracker.Promise{p}}, nil).Held
}

// give adds a person to a side, where they are named and not yet there.
func (f *Figures) give(side *[]tracker.Person, who tracker.Person) {
	same := func(p tracker.Person) bool { return f.Tracker.Who(p).Name == f.Tracker.Who(who).Name }
	if who != "" && !slices.ContainsFunc(*side, same) {
		*side = append(*side, who)
	}
}

// giveSide adds a person to the side that they are on.
func (f *Figures) giveSide(p *ChangePart, who tracker.Person) {
	if f.Tracker.Who(who).InTeam() {
		f.give(&p.Team, who)
	} else {
		f.give(&p.Business, who)
	}
}

// partsReceipt counts the parts that the business holds.
func (f *Figures) partsReceipt(id, label string, c *Contract) Receipt {
	var held, all []Record
	for _, p := range f.Parts(c) {
		r := Record{Kind: tracker.KindIntake, ID: c.Intake.ID, Part: p.key, Note: p.Label + ": " + f.Words.Text("insight.contract.holder."+p.holders())}
		if all = append(all, r); len(p.Business) > 0 {
			held = append(held, r)
		}
	}
	return outOf(id, label, held, all)
}

// holders says which side has the part: "both", "business", "team" or "nobody".
func (p *ChangePart) holders() string {
	switch business, team := len(p.Business) > 0, len(p.Team) > 0; {
	case business && team:
		return "both"
	case business:
		return "business"
	case team:
		return "team"
	}
	return "nobody"
}
