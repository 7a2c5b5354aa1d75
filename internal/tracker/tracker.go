package tracker

import (
	"cmp"
	"net/url"
	"slices"
)

// Tracker is all records of one checkout. It is built once and then only read.
type Tracker struct {
	Strategy Strategy
	Wins     []*Win    // by date, then id
	Intakes  []*Intake // by the day of the request, then id
	Census   Census
	AsOf     Date    // the day that everything is computed as of
	Edition  Edition // whose eyes it is for

	// Attachments are the files that these records link to or show, by path. On
	// and Redacted keep those that are still linked to. Set them with Attach.
	Attachments []*Attachment
	Logo        *Attachment // among them; nil for none

	// Unread holds the folded ids of records whose file could not be read as
	// one. The empty id stands for every id of a kind: the strategy itself could
	// not be read. Whoever looks for references that lead nowhere asks Lost, so
	// that one broken file is reported once.
	Unread map[Kind]map[ID]bool

	wins         map[ID]*Win
	intakes      map[ID]*Intake
	priorities   map[ID]*Priority
	outcomes     map[ID]*Outcome
	members      map[ID]*Member
	stakeholders map[ID]*Stakeholder
	attachments  map[string]*Attachment // by address
	detached     []Promise              // see Redacted
	laterForTeam int                    // records for the team that On left out
}

// Census says what became of the files under wins/ and intakes/, so that none
// is left out in silence.
type Census struct {
	Found, Published, LeftOut int
}

// New puts records in order and makes them known by their ids and aliases.
// Where two share an id, the first keeps it; a rule reports the other. The
// as-of day is the strategy's; set it where the strategy has none.
func New(s Strategy, wins []*Win, intakes []*Intake, census Census) *Tracker {
	t := &Tracker{
		Strategy: s, Wins: slices.Clone(wins), Intakes: slices.Clone(intakes),
		Census: census, AsOf: s.Settings.AsOf, Edition: TeamEdition,
	}
	slices.SortFunc(t.Wins, func(a, b *Win) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Origin.File, b.Origin.File))
	})
	slices.SortFunc(t.Intakes, func(a, b *Intake) int {
		return cmp.Or(cmp.Compare(a.RequestedOn, b.RequestedOn), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Origin.File, b.Origin.File))
	})
	t.index()
	return t
}

// Attach tells the tracker of the files that its records link to or show.
func (t *Tracker) Attach(files []*Attachment) {
	t.Attachments = files
	t.attachments = make(map[string]*Attachment, len(files))
	for _, a := range files {
		t.attachments[a.Address()] = a
	}
}

func (t *Tracker) index() {
	t.wins = byID(t.Wins, func(w *Win) (ID, []ID) { return w.ID, w.Aliases })
	t.intakes = byID(t.Intakes, func(in *Intake) (ID, []ID) { return in.ID, in.Aliases })
	t.priorities = byID(t.Strategy.Priorities, func(p *Priority) (ID, []ID) { return p.ID, nil })
	t.outcomes = byID(t.Strategy.Outcomes, func(o *Outcome) (ID, []ID) { return o.ID, nil })
	t.members = byID(t.Strategy.Team, func(m *Member) (ID, []ID) { return m.ID, nil })
	t.stakeholders = byID(t.Strategy.Stakeholders, func(s *Stakeholder) (ID, []ID) { return s.ID, nil })
}

// byID gives ids precedence over aliases, whatever the order.
func byID[T any](things []*T, ids func(*T) (ID, []ID)) map[ID]*T {
	m := make(map[ID]*T, len(things))
	add := func(id ID, thing *T) {
		if id = id.Fold(); id != "" && m[id] == nil {
			m[id] = thing
		}
	}
	for _, thing := range things {
		id, _ := ids(thing)
		add(id, thing)
	}
	for _, thing := range things {
		_, aliases := ids(thing)
		for _, alias := range aliases {
			add(alias, thing)
		}
	}
	return m
}

// Win returns the win with the id or alias, or nil.
func (t *Tracker) Win(id ID) *Win { return t.wins[id.Fold()] }

// Intake returns the intake with the id or alias, or nil.
func (t *Tracker) Intake(id ID) *Intake { return t.intakes[id.Fold()] }

// Priority returns the priority with the id, or nil.
func (t *Tracker) Priority(id ID) *Priority { return t.priorities[id.Fold()] }

// Outcome returns the outcome with the id, or nil.
func (t *Tracker) Outcome(id ID) *Outcome { return t.outcomes[id.Fold()] }

// Member returns the team member with the id, or nil.
func (t *Tracker) Member(id ID) *Member { return t.members[id.Fold()] }

// Stakeholder returns the stakeholder with the id, or nil.
func (t *Tracker) Stakeholder(id ID) *Stakeholder { return t.stakeholders[id.Fold()] }

// Lost reports whether the id may name something that stands in a file which
// could not be read: see Unread.
func (t *Tracker) Lost(kind Kind, id ID) bool {
	return t.Unread[kind][id.Fold()] || t.Unread[kind][""]
}

// Quarter returns the quarter that d lies in, by the tracker's own year.
func (t *Tracker) Quarter(d Date) Quarter { return d.Quarter(t.Strategy.Settings.YearStarts) }

// PageOf returns the address of the page of a win or an intake below the site's
// root, as links in prose write it.
func PageOf(kind Kind, id ID) string {
	folder := "wins"
	if kind == KindIntake {
		folder = "intakes"
	}
	return folder + "/" + url.PathEscape(string(id)) + "/index.html"
}
