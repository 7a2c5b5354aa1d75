package tracker_test

import (
	"testing"

	"smallwins/internal/tracker"
)

func TestSplitPerson(t *testing.T) {
	for _, c := range []struct{ in, name, role string }{
		{"Ada Byron (Analyst)", "Ada Byron", "Analyst"},
		{"  Ada Byron  ( Analyst )  ", "Ada Byron", "Analyst"},
		{"Ada(Analyst)", "Ada", "Analyst"},
		{"Ada Byron", "Ada Byron", ""},
		{"Zoë 陳 (Leiterin, Zürich)", "Zoë 陳", "Leiterin, Zürich"},
		{"Ada (Ops) Byron", "Ada (Ops) Byron", ""},
		{"Ada (Bird) Byron (Ops)", "Ada (Bird) Byron", "Ops"},
		{"Ada (Head of Ops (EMEA))", "Ada", "Head of Ops (EMEA)"},
		{"Ada (Ops", "Ada (Ops", ""},
		{"Ada Ops)", "Ada Ops)", ""},
		{"Ada ()", "Ada", ""},
		{"(Analyst)", "(Analyst)", ""},
		{"", "", ""},
		{"  ", "", ""},
	} {
		if name, role := tracker.SplitPerson(c.in); name != c.name || role != c.role {
			t.Errorf("%q is %q, %q; want %q, %q", c.in, name, role, c.name, c.role)
		}
	}
}

func TestShown(t *testing.T) {
	for _, c := range []struct {
		name   string
		member tracker.Member
		want   string
	}{
		{"not asked for", tracker.Member{ID: "ada", Name: "Ada Byron", Role: "Analyst"}, "Ada Byron"},
		{"full name", tracker.Member{ID: "ada", Name: "Ada Byron", Role: "Analyst", Display: "name"}, "Ada Byron"},
		{"without a name", tracker.Member{ID: "ada"}, "ada"},
		{"initials", tracker.Member{ID: "ada", Name: "Ada Byron", Role: "Analyst", Display: "initials"}, "A.B."},
		{"initials are capitals", tracker.Member{Name: "élodie de la Tour", Display: "initials"}, "É.D.L.T."},
		{"initials of any script", tracker.Member{Name: "Дарья Юсупова", Display: "initials"}, "Д.Ю."},
		{"initials, spaces", tracker.Member{Name: "  Ada\t Byron ", Display: "initials"}, "A.B."},
		{"initials, what is no letter", tracker.Member{Name: "Ada (Bird) 3 Byron", Display: "initials"}, "A.B."},
		{"initials of one name", tracker.Member{Name: "陳", Display: "initials"}, "陳."},
		{"initials without a name", tracker.Member{ID: "ada", Display: "initials"}, "ada"},
		{"role", tracker.Member{ID: "ada", Name: "Ada Byron", Role: "Analyst", Display: "role"}, "Analyst"},
	} {
		if got := c.member.Shown(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWho(t *testing.T) {
	ada := &tracker.Member{ID: "ada", Name: "Ada Byron", Role: "Analyst"}
	bo := &tracker.Member{ID: "bo", Name: "Bo Lind", Role: "Designer", Display: "initials"}
	both := &tracker.Member{ID: "both", Name: "In the team"}
	zoe := &tracker.Stakeholder{ID: "Zoë", Name: "Zoë Roth", Title: "Sales"}
	tr := tracker.New(tracker.Strategy{
		Team:         []*tracker.Member{ada, bo, both},
		Stakeholders: []*tracker.Stakeholder{{ID: "both", Name: "In the business"}, zoe},
	}, nil, nil, tracker.Census{})
	for _, c := range []struct {
		in   tracker.Person
		want tracker.Party
	}{
		{"ada", tracker.Party{Name: "Ada Byron", Role: "Analyst", Member: ada}},
		{"ADA", tracker.Party{Name: "Ada Byron", Role: "Analyst", Member: ada}},
		{"bo", tracker.Party{Name: "B.L.", Role: "Designer", Member: bo}},
		{"ZOË", tracker.Party{Name: "Zoë Roth", Role: "Sales", Stakeholder: zoe}},
		{"both", tracker.Party{Name: "In the team", Member: both}},
		{"Ada Byron (Poet)", tracker.Party{Name: "Ada Byron", Role: "Poet"}},
		{"Cy", tracker.Party{Name: "Cy"}},
		{"", tracker.Party{}},
	} {
		got := tr.Who(c.in)
		if got != c.want {
			t.Errorf("%q is %+v, want %+v", c.in, got, c.want)
		}
		if got.InTeam() != (c.want.Member != nil) {
			t.Errorf("%q in the team: %v", c.in, got.InTeam())
		}
	}
}
