package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// directory is everyone in the strategy.
type directory struct {
	ids   []string
	names []string // of the same people, where they have one, for comparing

	// By what a reader would call them, folded; each list has a person once.
	byID, byName, byFirst, byInitials map[string][]string

	titles map[string]string // folded id -> name to show
	roles  map[string]string // folded id -> folded role
	places map[string]diag.Place
}

func people(s *tracker.Strategy) directory {
	d := directory{
		byID: map[string][]string{}, byName: map[string][]string{}, byFirst: map[string][]string{}, byInitials: map[string][]string{},
		titles: map[string]string{}, roles: map[string]string{}, places: map[string]diag.Place{},
	}
	for _, m := range s.Team {
		// The name as it was asked to be shown: findings are public too.
		d.add(m.ID, m.Name, m.Role, m.Shown(), m.Origin.At("id"))
	}
	for _, v := range s.Stakeholders {
		d.add(v.ID, v.Name, v.Title, v.Name, v.Origin.At("id"))
	}
	return d
}

func (d *directory) add(id tracker.ID, name, role, shown string, at diag.Place) {
	key := fold(string(id))
	if key == "" || d.byID[key] != nil {
		return // a second one with the id has its own finding
	}
	d.ids = append(d.ids, string(id))
	d.titles[key], d.roles[key], d.places[key] = shown, fold(role), at
	join := func(by map[string][]string, as string) {
		if as != "" && !slices.Contains(by[as], string(id)) {
			by[as] = append(by[as], string(id))
		}
	}
	join(d.byID, key)
	if fold(name) == "" {
		return
	}
	d.names = append(d.names, name)
	join(d.byName, fold(name))
	words := strings.Fields(name)
	join(d.byFirst, fold(words[0]))
	if len(words) > 1 {
		join(d.byInitials, initials(words...))
		join(d.byInitials, initials(words[0], words[len(words)-1]))
	}
}

// title names the person with the id for a reader.
func (d *directory) title(id string) string {
	if t := d.titles[fold(id)]; t != "" {
		return t
	}
	return quoted(id)
}

// couldBe returns the ids of those whom a name may mean. A full name is taken
// for itself, so that an Ana Voss is not asked whether she is Ana Lund; a role
// tells two people of one name apart.
func (d *directory) couldBe(name, role string) []string {
	same := d.byName[fold(name)]
	if role != "" {
		for _, id := range same {
			if d.roles[fold(id)] == fold(role) {
				return []string{id}
			}
		}
		return same
	}
	if first := d.byFirst[fold(name)]; first != nil {
		return first // those who have no other name among them
	}
	if same != nil {
		return same
	}
	if letters := strings.NewReplacer(".", "", " ", "").Replace(name); len(letters) <= 4 && letters == strings.ToUpper(letters) {
		return d.byInitials[letters]
	}
	return nil
}

func initials(words ...string) string {
	var b strings.Builder
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}

// stranger is what is known about a person whom no id leads to.
type stranger struct {
	like  likeness
	meant string   // the id of who was probably meant
	could []string // several: the ids of those who may be meant; group: of those who are
	sure  bool     // group: each by the very id or the full name
}

// likeness says what a text that names a person looks like.
type likeness string

const (
	anID    likeness = "an id that nobody has"
	theID   likeness = "the id of someone known, in other bytes"
	theName likeness = "the name of someone known"
	near    likeness = "a slip for someone known"
	several likeness = "a name that several people have"
	group   likeness = "several people known, in one text"
	// "" is free text.
)

// strangers visits everyone who is named by something else than an id of the
// strategy.
func (p *pass) strangers(look func(*named, stranger)) {
	for i := range p.people {
		n := &p.people[i]
		if s := p.judge(n.who); s.like != "" {
			look(n, s)
		}
	}
}

func (p *pass) judge(who tracker.Person) stranger {
	s, known := p.verdicts[who]
	if !known {
		s = p.stranger(who)
		p.verdicts[who] = s
	}
	return s
}

// stranger judges a text. "Name (Role)" is taken at its word, unless the name
// is the very name or id of someone known: the role tells two people with
// similar names apart.
func (p *pass) stranger(who tracker.Person) stranger {
	name, role := tracker.SplitPerson(string(who))
	if id := p.idOf(who); id != "" {
		// In other letters than the id's it may be meant as a name.
		if could := p.known.couldBe(name, role); id != string(who) && slices.ContainsFunc(could, func(other string) bool { return other != id }) {
			return stranger{like: several, could: append([]string{id}, slices.DeleteFunc(slices.Clone(could), func(other string) bool { return other == id })...)}
		}
		return stranger{}
	}
	if p.t.Lost(tracker.KindMember, tracker.ID(who)) || p.t.Lost(tracker.KindStakeholder, tracker.ID(who)) {
		return stranger{}
	}
	if same := p.known.byID[fold(string(who))]; same != nil {
		return stranger{like: theID, meant: same[0]}
	}
	if p.known.byName[fold(name)] == nil {
		if s, ok := p.together(string(who)); ok {
			return s
		}
	}
	could := p.known.couldBe(name, role)
	switch slip := looksLikeID(string(who)); {
	case slip && len(could) > 1:
		return stranger{like: anID}
	case !slip && len(could) > 1:
		return stranger{like: several, could: could}
	case p.known.byName[fold(name)] != nil:
		return stranger{like: theName, meant: could[0]}
	}
	if role != "" {
		if id := p.idOf(tracker.Person(name)); id != "" {
			return stranger{like: theName, meant: id}
		}
		return stranger{}
	}
	meant := diag.Nearest(name, p.known.ids)
	if near := p.known.byName[fold(diag.Nearest(name, p.known.names))]; meant == "" && len(near) == 1 {
		meant = near[0]
	}
	if looksLikeID(string(who)) {
		return stranger{like: anID, meant: meant}
	}
	if utf8.RuneCountInString(name) < 4 || meant == "" {
		return stranger{} // Leo is not Lee
	}
	return stranger{like: near, meant: meant}
}

// idOf returns the id, as the strategy writes it, of the person that an id
// leads to, or "".
func (p *pass) idOf(who tracker.Person) string {
	switch party := p.t.Who(who); {
	case party.Member != nil:
		return string(party.Member.ID)
	case party.Stakeholder != nil:
		return string(party.Stakeholder.ID)
	}
	return ""
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
