package tracker_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

func newWin(id tracker.ID, date string, aliases ...tracker.ID) *tracker.Win {
	return &tracker.Win{Origin: tracker.NewOrigin("wins/" + string(id) + ".md"), ID: id, Date: day(date), Aliases: aliases}
}

func newIntake(id tracker.ID, date string, aliases ...tracker.ID) *tracker.Intake {
	return &tracker.Intake{Origin: tracker.NewOrigin("intakes/" + string(id) + ".md"), ID: id, RequestedOn: day(date), Aliases: aliases}
}

func winIDs(t *tracker.Tracker) []tracker.ID {
	var ids []tracker.ID
	for _, w := range t.Wins {
		ids = append(ids, w.ID)
	}
	return ids
}

func intakeIDs(t *tracker.Tracker) []tracker.ID {
	var ids []tracker.ID
	for _, in := range t.Intakes {
		ids = append(ids, in.ID)
	}
	return ids
}

func TestIDsAreComparedWithoutCase(t *testing.T) {
	tr := tracker.New(tracker.Strategy{
		Priorities:   []*tracker.Priority{{ID: "Growth"}},
		Outcomes:     []*tracker.Outcome{{ID: "Profit"}},
		Team:         []*tracker.Member{{ID: "Ada"}},
		Stakeholders: []*tracker.Stakeholder{{ID: "Zoë"}},
	}, []*tracker.Win{newWin("Win-Über", "2026-01-01", "Old-Win")}, []*tracker.Intake{newIntake("Ask", "2026-01-01", "Old-Ask")}, tracker.Census{})
	for name, found := range map[string]bool{
		"win": tr.Win("WIN-ÜBER") != nil, "a win's alias": tr.Win("old-win") != nil,
		"intake": tr.Intake("ask") != nil, "an intake's alias": tr.Intake("OLD-ASK") != nil,
		"priority": tr.Priority("GROWTH") != nil, "outcome": tr.Outcome("profit") != nil,
		"member": tr.Member("aDA") != nil, "stakeholder": tr.Stakeholder("ZOË") != nil,
	} {
		if !found {
			t.Errorf("%s: not found", name)
		}
	}
	if tr.Win("ask") != nil || tr.Intake("win-über") != nil || tr.Win("") != nil || tr.Priority("") != nil || tr.Member("zoë") != nil {
		t.Error("something is found under what is not its id")
	}
}

func TestAliasesNeverShadowIDs(t *testing.T) {
	early, late := newWin("early", "2026-01-01", "LATE", "old"), newWin("late", "2026-02-01", "old", "early")
	a, b := newIntake("a", "2026-01-01", "b", "x"), newIntake("b", "2026-02-01", "a", "X")
	tr := tracker.New(tracker.Strategy{}, []*tracker.Win{late, early}, []*tracker.Intake{b, a}, tracker.Census{})
	if tr.Win("late") != late || tr.Win("early") != early {
		t.Error("an alias took the place of a win's id")
	}
	if tr.Intake("a") != a || tr.Intake("b") != b {
		t.Error("an alias took the place of an intake's id")
	}
	if tr.Win("old") != early || tr.Intake("x") != a {
		t.Error("an alias that two have leads to the second")
	}
}

func TestOrderOfInputsNeverMatters(t *testing.T) {
	wins := []*tracker.Win{
		newWin("x", "2026-01-01"), newWin("a", "2026-02-01"), newWin("b", "2026-02-01"), newWin("X", "2026-03-01"),
		{Origin: tracker.NewOrigin("wins/2/x.md"), ID: "x", Date: day("2026-01-01")}, newWin("undated", ""),
	}
	intakes := []*tracker.Intake{
		newIntake("x", "2026-02-01"), newIntake("b", "2026-01-01"), newIntake("a", "2026-01-01", "b"),
		{Origin: tracker.NewOrigin("intakes/2/x.md"), ID: "x", RequestedOn: day("2026-02-01")},
	}
	wantWins, wantIntakes := []tracker.ID{"undated", "x", "x", "a", "b", "X"}, []tracker.ID{"a", "b", "x", "x"}
	permute(len(wins), func(order []int) {
		w, in := make([]*tracker.Win, len(wins)), make([]*tracker.Intake, 0, len(intakes))
		for i, from := range order {
			w[i] = wins[from]
			if from < len(intakes) {
				in = append(in, intakes[from])
			}
		}
		givenWins, givenIntakes := slices.Clone(w), slices.Clone(in)
		tr := tracker.New(tracker.Strategy{}, w, in, tracker.Census{})
		if !slices.Equal(winIDs(tr), wantWins) || !slices.Equal(intakeIDs(tr), wantIntakes) {
			t.Fatalf("order %v: wins %q, intakes %q", order, winIDs(tr), intakeIDs(tr))
		}
		// Where two share an id, the first keeps it.
		if got := tr.Win("X"); got != wins[4] {
			t.Fatalf("order %v: x is %s of %s", order, got.Origin.File, got.Date)
		}
		if got := tr.Intake("x"); got != intakes[3] {
			t.Fatalf("order %v: x is %s of %s", order, got.Origin.File, got.RequestedOn)
		}
		if !slices.Equal(w, givenWins) || !slices.Equal(in, givenIntakes) {
			t.Fatalf("order %v: the lists that were given changed", order)
		}
	})
}

// permute calls f with every order of n things.
func permute(n int, f func([]int)) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	var place func(int)
	place = func(k int) {
		if k == n {
			f(order)
			return
		}
		for i := k; i < n; i++ {
			order[k], order[i] = order[i], order[k]
			place(k + 1)
			order[k], order[i] = order[i], order[k]
		}
	}
	place(0)
}

func TestDuplicatesInTheStrategyKeepTheFirst(t *testing.T) {
	s := tracker.Strategy{
		Priorities:   []*tracker.Priority{{ID: "a", Title: "1"}, {ID: "A", Title: "2"}},
		Outcomes:     []*tracker.Outcome{{ID: "A", Title: "1"}, {ID: "a", Title: "2"}},
		Team:         []*tracker.Member{{ID: "a", Name: "1"}, {ID: "A", Name: "2"}},
		Stakeholders: []*tracker.Stakeholder{{ID: "A", Name: "1"}, {ID: "a", Name: "2"}},
	}
	tr := tracker.New(s, nil, nil, tracker.Census{})
	if tr.Priority("A").Title != "1" || tr.Outcome("a").Title != "1" || tr.Member("a").Name != "1" || tr.Stakeholder("a").Name != "1" {
		t.Error("the second has the id")
	}
}

func TestNew(t *testing.T) {
	s := tracker.Strategy{Settings: tracker.Settings{AsOf: day("2026-04-01"), YearStarts: 4}}
	tr := tracker.New(s, nil, nil, tracker.Census{Found: 2, LeftOut: 2})
	if tr.AsOf != day("2026-04-01") || tr.Edition != tracker.TeamEdition || tr.Census != (tracker.Census{Found: 2, LeftOut: 2}) {
		t.Errorf("as of %s, edition %s, census %+v", tr.AsOf, tr.Edition, tr.Census)
	}
	if got := tr.Quarter(day("2026-04-01")); got != (tracker.Quarter{Year: 2027, Number: 1}) {
		t.Errorf("quarter %s", got)
	}
}

func TestOn(t *testing.T) {
	build := func() *tracker.Tracker {
		before := newWin("before", "2026-02-28", "old")
		before.Why = linked("wins/after/index.html", "wins/on/index.html")
		before.More = []tracker.Note{{Label: "L", Prose: linked("intakes/late/index.html")}}
		asked := newIntake("asked", "2026-03-01")
		asked.Contract.Own = linked("wins/after/index.html", "wins/before/index.html")
		asked.More = []tracker.Note{{Label: "L", Prose: linked("wins/%C3%BCber/index.html")}}
		return tracker.New(tracker.Strategy{Settings: tracker.Settings{AsOf: day("2027-01-01")}},
			[]*tracker.Win{before, newWin("on", "2026-03-01"), newWin("after", "2026-03-02", "old", "new"), newWin("über", "2026-05-01")},
			[]*tracker.Intake{asked, newIntake("late", "2026-04-01")},
			tracker.Census{Found: 8, Published: 6, LeftOut: 2})
	}
	tr := build()
	on := tr.On(day("2026-03-01"))
	if diff := cmp.Diff(build(), tr, everything); diff != "" {
		t.Errorf("the original changed (-before +after):\n%s", diff)
	}
	if got := winIDs(on); !slices.Equal(got, []tracker.ID{"before", "on"}) {
		t.Errorf("wins %q", got)
	}
	if got := intakeIDs(on); !slices.Equal(got, []tracker.ID{"asked"}) {
		t.Errorf("intakes %q", got)
	}
	if want := (tracker.Census{Found: 8, Published: 3, LeftOut: 5}); on.Census != want {
		t.Errorf("census %+v, want %+v", on.Census, want)
	}
	if on.AsOf != day("2026-03-01") {
		t.Errorf("as of %s", on.AsOf)
	}
	if on.Win("after") != nil || on.Win("new") != nil || on.Intake("late") != nil {
		t.Error("what was left out is still found")
	}
	if on.Win("old") != on.Wins[0] || on.Intake("asked") != on.Intakes[0] {
		t.Error("what was left in is not found")
	}
	for name, c := range map[string]struct{ got, want tracker.Prose }{
		"a win's text":      {on.Wins[0].Why, unlinked("wins/after/index.html", "wins/on/index.html")},
		"a win's note":      {on.Wins[0].More[0].Prose, unlinked("intakes/late/index.html")},
		"an intake's text":  {on.Intakes[0].Contract.Own, unlinked("wins/after/index.html", "wins/before/index.html")},
		"an intake's note":  {on.Intakes[0].More[0].Prose, unlinked("wins/%C3%BCber/index.html")},
		"nothing was there": {on.Wins[1].Why, tracker.Prose{}},
	} {
		if c.got.HTML != c.want.HTML || c.got.Text != c.want.Text {
			t.Errorf("%s: %q, want %q", name, c.got.HTML, c.want.HTML)
		}
	}
}

func TestOnADayAfterEverything(t *testing.T) {
	tr := tracker.New(tracker.Strategy{}, []*tracker.Win{newWin("a", "2026-01-01")}, []*tracker.Intake{newIntake("b", "2026-01-02")}, tracker.Census{Found: 2, Published: 2})
	on := tr.On(day("2026-01-02"))
	if len(on.Wins) != 1 || len(on.Intakes) != 1 || on.Census != tr.Census {
		t.Errorf("%d wins, %d intakes, census %+v", len(on.Wins), len(on.Intakes), on.Census)
	}
}

func TestOnADayBeforeEverything(t *testing.T) {
	tr := tracker.New(tracker.Strategy{}, []*tracker.Win{newWin("a", "2026-01-01")}, []*tracker.Intake{newIntake("b", "2026-01-01")}, tracker.Census{Found: 2, Published: 2})
	on := tr.On(day("2025-12-31"))
	if len(on.Wins)+len(on.Intakes) != 0 || on.Census != (tracker.Census{Found: 2, LeftOut: 2}) {
		t.Errorf("%d wins, %d intakes, census %+v", len(on.Wins), len(on.Intakes), on.Census)
	}
}

func TestLost(t *testing.T) {
	tr := tracker.New(tracker.Strategy{}, nil, nil, tracker.Census{})
	if tr.Lost(tracker.KindWin, "a") {
		t.Error("lost where everything was read")
	}
	tr.Unread = map[tracker.Kind]map[tracker.ID]bool{tracker.KindWin: {"a": true}, tracker.KindPriority: {"": true}}
	for _, c := range []struct {
		kind tracker.Kind
		id   tracker.ID
		want bool
	}{
		{tracker.KindWin, "a", true},
		{tracker.KindWin, "A", true},
		{tracker.KindWin, "b", false},
		{tracker.KindIntake, "a", false},
		{tracker.KindPriority, "any", true},
		{tracker.KindOutcome, "any", false},
	} {
		if got := tr.Lost(c.kind, c.id); got != c.want {
			t.Errorf("%s %q: %v, want %v", c.kind, c.id, got, c.want)
		}
	}
}

func TestActiveOn(t *testing.T) {
	for _, c := range []struct {
		from, to, on string
		want         bool
	}{
		{"", "", "2026-01-01", true},
		{"2026-01-01", "", "2026-01-01", true},
		{"2026-01-01", "", "2025-12-31", false},
		{"", "2026-01-31", "2026-01-31", true},
		{"", "2026-01-31", "2026-02-01", false},
		{"2026-01-01", "2026-01-31", "2026-01-15", true},
	} {
		p := tracker.Priority{From: day(c.from), To: day(c.to)}
		m := tracker.Member{From: day(c.from), To: day(c.to)}
		if p.ActiveOn(day(c.on)) != c.want || m.ActiveOn(day(c.on)) != c.want {
			t.Errorf("from %q to %q, on %s: want %v", c.from, c.to, c.on, c.want)
		}
	}
}
