package tracker

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Person is someone as a record names them: the id of a team member or
// stakeholder, or free text such as "Name (Role)".
type Person string

// Party is who a Person turned out to be.
type Party struct {
	Name        string // as it may be shown; a role where the member asked for that
	Role        string // role in the team, or title in the business; may be empty
	Member      *Member
	Stakeholder *Stakeholder
}

// InTeam reports whether the party belongs to L&D. Free text counts as the
// business: a team names its own people by id.
func (p Party) InTeam() bool { return p.Member != nil }

// Who resolves a person. Free text is taken as it stands, "Name (Role)" apart.
func (t *Tracker) Who(p Person) Party {
	id := ID(p).Fold()
	if m := t.members[id]; m != nil {
		return Party{Name: m.Shown(), Role: m.Role, Member: m}
	}
	if s := t.stakeholders[id]; s != nil {
		return Party{Name: s.Name, Role: s.Title, Stakeholder: s}
	}
	name, role := SplitPerson(string(p))
	return Party{Name: name, Role: role}
}

// SplitPerson takes "Name (Role)" apart; role is empty where there is none.
func SplitPerson(s string) (name, role string) {
	s = strings.TrimSpace(s)
	if !strings.HasSuffix(s, ")") {
		return s, ""
	}
	for i, depth := len(s)-1, 0; i > 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1 : len(s)-1])
			}
		}
	}
	return s, ""
}

// Shown returns the member's name as the member wants it shown.
func (m *Member) Shown() string {
	switch m.Display {
	case "role":
		return m.Role
	case "initials":
		var b strings.Builder
		for _, word := range strings.Fields(m.Name) {
			if r, _ := utf8.DecodeRuneInString(word); unicode.IsLetter(r) {
				b.WriteRune(unicode.ToUpper(r))
				b.WriteByte('.')
			}
		}
		if b.Len() > 0 {
			return b.String()
		}
	}
	if m.Name == "" {
		return string(m.ID)
	}
	return m.Name
}
