package insight

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"smallwins/internal/tracker"
)

func weekOf(t *testing.T, d *Digest, id string) *DigestWeek {
	t.Helper()
	for _, w := range d.Weeks {
		if w.ID() == id {
			return w
		}
	}
	t.Fatalf("no week %s", id)
	return nil
}

func TestWeeks(t *testing.T) {
	for _, tc := range []struct {
		from, to, first, last string
		weeks                 int
	}{
		{"2025-01-01", "2025-12-31", "2025-W01", "2026-W01", 53},
		{"2020-12-28", "2021-01-03", "2020-W53", "2020-W53", 1},
		{"2020-12-27", "2021-01-04", "2020-W52", "2021-W01", 3},
		{"2024-02-29", "2024-02-29", "2024-W09", "2024-W09", 1},
		{"2024-12-30", "2024-12-30", "2025-W01", "2025-W01", 1},
	} {
		s := base(t)
		s.Settings.StartedOn, s.Settings.AsOf = day(t, tc.from), day(t, tc.to)
		before, first, last := win(t, tc.from), win(t, tc.from), win(t, tc.to)
		before.Date--
		d := compute(s, []*tracker.Win{last, before, first}, nil).digest()
		if n := len(d.Weeks); n != tc.weeks || d.Weeks[0].ID() != tc.first || d.Now().ID() != tc.last {
			t.Errorf("%s to %s: %d weeks, %s to %s", tc.from, tc.to, n, d.Weeks[0].ID(), d.Now().ID())
		}
		if len(d.Wins) != 2 || len(d.Excluded) != 1 || d.Now().Day != day(t, tc.to) || d.Now().Standing != 3 {
			t.Errorf("%s to %s: %d wins, %d left out, %d standing", tc.from, tc.to, len(d.Wins), len(d.Excluded), d.Now().Standing)
		}
		for _, w := range d.Weeks {
			if w.First.Time().Weekday() != 1 || w.Last != w.First+6 || w.First.Week() != w.Week || w.Last.Week() != w.Week {
				t.Errorf("%s begins on %s", w.ID(), w.First)
			}
		}
	}
}

func TestMondayAndSunday(t *testing.T) {
	monday, sunday := win(t, "2025-03-03"), win(t, "2025-03-09")
	next := win(t, "2025-03-10")
	d := compute(base(t), []*tracker.Win{next, sunday, monday}, nil).digest()
	if w := weekOf(t, &d, "2025-W10"); len(w.Wins) != 2 || w.Standing != 2 {
		t.Errorf("%d wins, %d standing", len(w.Wins), w.Standing)
	}
	if w := weekOf(t, &d, "2025-W11"); len(w.Wins) != 1 || w.Standing != 3 {
		t.Errorf("%d wins, %d standing", len(w.Wins), w.Standing)
	}
}

func TestYearBefore(t *testing.T) {
	for week, want := range map[string]string{
		"2026-03-02": "2025-03-03", // week 10
		"2021-01-04": "2019-12-30", // week 1, after a year of 53
		"2020-12-28": "2019-12-23", // week 53, after a year of 52
		"2026-12-28": "2025-12-22",
	} {
		first := day(t, week)
		if got := yearBefore(first.Week(), first); got != day(t, want) {
			t.Errorf("%s: %s, want %s", week, got, want)
		}
	}
}

func TestSharers(t *testing.T) {
	s := base(t)
	no := false
	s.Team = append(s.Team,
		&tracker.Member{ID: "dee", Role: "Designer"},
		&tracker.Member{ID: "shy", Role: "Writer", Spotlight: &no},
		&tracker.Member{ID: "eva", Role: "Analyst", To: day(t, "2025-06-07")},
		&tracker.Member{ID: "fay", Role: "Media"})
	by := func(date string, who tracker.Person) *tracker.Win {
		w := win(t, date)
		w.EnteredBy = who
		return w
	}
	shared := by("2025-01-10", "ben")
	shared.SharedOn = []tracker.Date{day(t, "2025-05-30"), day(t, "2025-01-20")}
	ann, dee, ben, shy, eva := by("2025-06-02", "ann"), by("2025-06-03", "dee"), by("2025-06-08", "ben"), by("2025-06-04", "shy"), by("2025-06-05", "eva")
	tooOld, oldest := by("2025-03-02", "fay"), by("2025-03-03", "cai") // 91 days before Monday is 3 March
	fell := by("2025-06-06", "fay")
	fell.Undone = tracker.Undone{On: day(t, "2025-06-08")}
	during := by("2025-06-07", "fay")
	during.SharedOn = []tracker.Date{day(t, "2025-06-01")} // the day before the week began
	wins := []*tracker.Win{shared, ann, dee, ben, shy, eva, tooOld, oldest, fell, during}
	var first Digest
	for i := range 5 {
		rand.Shuffle(len(wins), func(i, j int) { wins[i], wins[j] = wins[j], wins[i] })
		rand.Shuffle(len(s.Team), func(i, j int) { s.Team[i], s.Team[j] = s.Team[j], s.Team[i] })
		d := compute(s, wins, nil).digest()
		if i == 0 {
			first = d
		} else if !reflect.DeepEqual(d, first) {
			t.Fatal("depends on the order of files")
		}
	}
	got := ""
	for _, p := range weekOf(t, &first, "2025-W23").Sharers {
		got += fmt.Sprint(p.Member.ID, " ", p.LastShared, "; ")
	}
	// Ann and Cai never shared, and Cai was suggested before; Dee has Ann's role; Ben shared last week.
	if want := "ann ; cai ; ben 2025-05-30; "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	wholeSheet(t, digestSheet(compute(s, wins, nil)))
}

// Where nobody writes down what was shared, the turn still goes round.
func TestTurnsGoRound(t *testing.T) {
	s := base(t)
	s.Team = append(s.Team, &tracker.Member{ID: "dee", Role: "Writer"})
	var wins []*tracker.Win
	for _, who := range []tracker.Person{"ann", "ben", "cai", "dee"} {
		w := win(t, "2025-03-03")
		w.EnteredBy = who
		wins = append(wins, w)
	}
	d := compute(s, wins, nil).digest()
	turns := map[tracker.ID]int{}
	for _, id := range []string{"2025-W10", "2025-W11", "2025-W12", "2025-W13"} {
		for _, p := range weekOf(t, &d, id).Sharers {
			turns[p.Member.ID]++
		}
	}
	if want := map[tracker.ID]int{"ann": 3, "ben": 3, "cai": 3, "dee": 3}; !reflect.DeepEqual(turns, want) {
		t.Errorf("%v", turns)
	}
}

func TestOpenQuestions(t *testing.T) {
	f := compute(base(t), nil, nil)
	now := day(t, "2025-06-08")
	whole := func() *tracker.Win {
		w := texted(t, "2025-06-02")
		w.Why, w.Priorities = said("It was.", 0), []tracker.ID{"first"}
		w.NoticedBy = []tracker.Notice{{Who: "boss", On: now}}
		return w
	}
	for _, tc := range []struct {
		change func(*tracker.Win)
		want   string
	}{
		{func(*tracker.Win) {}, "nothing is left open"},
		{func(w *tracker.Win) { w.ReplicateCheck = tracker.Check{State: "unclear", On: now} }, "how to repeat it was found unclear"},
		{func(w *tracker.Win) { w.ReplicateCheck = tracker.Check{State: "unclear", On: now + 1} }, "nothing is left open"},
		{func(w *tracker.Win) { w.HowToReplicate = tracker.Prose{} }, "nothing says how to repeat it"},
		{func(w *tracker.Win) { w.AssetsNeeded = []string{"guide"} }, "something was missing"},
		{func(w *tracker.Win) { w.FollowUps = []tracker.Promise{{What: "call", By: now - 1}} }, "a follow-up is open"},
		{func(w *tracker.Win) { w.FollowUps = []tracker.Promise{{What: "call", Closed: now}} }, "nothing is left open"},
		{func(w *tracker.Win) { w.FollowUps = []tracker.Promise{{What: "call", Who: "boss"}} }, "nothing is left open"},
		{func(w *tracker.Win) { w.Why = tracker.Prose{} }, "nothing says why it is a win"},
		{func(w *tracker.Win) { w.NoticedBy[0].On++ }, "no one in the business is on record as having noticed"},
		{func(w *tracker.Win) { w.Priorities = nil }, "it has no link yet"},
	} {
		w := whole()
		tc.change(w)
		if got := f.ask(w, now, nil); got.open != tc.want || got.question == "" {
			t.Errorf("%q, want %q", got.open, tc.want)
		}
	}
	w := whole()
	w.Why, w.Priorities = tracker.Prose{}, nil
	if got := f.ask(w, now, []Sharer{{Open: "nothing says why it is a win"}}); got.open != "it has no link yet" {
		t.Errorf("asked twice: %q", got.open)
	}
}

func TestEmptyWeeks(t *testing.T) {
	s := base(t)
	old, undone, shared, cheer := win(t, "2024-03-05"), win(t, "2024-03-04"), win(t, "2024-01-03"), win(t, "2025-01-02")
	undone.Undone = tracker.Undone{On: day(t, "2025-03-09")}
	shared.SharedOn = []tracker.Date{day(t, "2024-01-04")}
	cheer.Encouraging = said("They asked for more.", 0)
	cheer.Undone = tracker.Undone{On: day(t, "2025-01-13")}
	earlier := win(t, "2024-12-31")
	earlier.Encouraging = said("They came back.", 0)
	d := compute(s, []*tracker.Win{old, undone, shared, cheer, earlier}, nil).digest()
	for _, tc := range []struct {
		week     string
		win      *tracker.Win // brought back
		cheer    *tracker.Win
		standing int
	}{
		{"2025-W01", nil, cheer, 5},
		{"2025-W02", undone, cheer, 5},    // never shared, the oldest
		{"2025-W03", old, earlier, 4},     // then the next; what came undone encourages no more
		{"2025-W04", earlier, earlier, 4}, // then the last that was never out
		{"2025-W05", shared, earlier, 4},  // then the one shared longest ago
		{"2025-W06", undone, earlier, 4},  // then the one brought back longest ago
		{"2025-W10", old, earlier, 3},     // a year ago; the earlier one of that week has come undone
	} {
		w := weekOf(t, &d, tc.week)
		var got *tracker.Win
		if w.Again != nil {
			got = w.Again.Win
		}
		if got != tc.win || w.Encouraging != tc.cheer || w.Standing != tc.standing {
			t.Errorf("%s: %v again, %v encourages, %d standing", tc.week, got, w.Encouraging, w.Standing)
		}
	}
	if w := weekOf(t, &d, "2025-W10"); !w.Again.YearAgo {
		t.Error("not from a year ago")
	}
	if got, want := d.Headline(), "No win yet in week 1 of 2026; 3 of 5 wins so far stand"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	d = compute(s, nil, nil).digest()
	if d.Missing == "" || d.Now().Again != nil || len(d.Weeks) != 53 {
		t.Errorf("no wins: %q, %d weeks", d.Missing, len(d.Weeks))
	}
}

// What is shared or dated later changes no past week.
func TestPastWeeksStay(t *testing.T) {
	w, later := win(t, "2025-03-03"), win(t, "2025-03-12")
	then := compute(base(t), []*tracker.Win{w}, nil).digest()
	w.SharedOn = []tracker.Date{day(t, "2025-03-10")}
	now := compute(base(t), []*tracker.Win{w, later}, nil).digest()
	for _, id := range []string{"2025-W09", "2025-W10"} {
		if a, b := weekOf(t, &then, id), weekOf(t, &now, id); !reflect.DeepEqual(a, b) {
			t.Errorf("%s: %v, %v", id, a, b)
		}
	}
}

// To be suggested is a turn: who never notes down that they shared does not
// stay first, and who shared long ago is not kept waiting.
func TestSuggestionsAreTurns(t *testing.T) {
	s := base(t)
	for _, id := range []string{"dee", "eva", "fay"} {
		s.Team = append(s.Team, &tracker.Member{ID: tracker.ID(id), Name: id, Role: id})
	}
	var wins []*tracker.Win
	for _, who := range []tracker.Person{"ann", "ben", "cai", "dee", "eva", "fay"} {
		w := win(t, "2025-03-03")
		w.EnteredBy = who
		wins = append(wins, w)
	}
	for _, who := range []tracker.Person{"dee", "eva", "fay"} { // they shared, and have new wins
		w := win(t, "2025-02-03")
		w.EnteredBy, w.SharedOn = who, []tracker.Date{day(t, "2025-02-05")}
		wins = append(wins, w)
	}
	d := compute(s, wins, nil).digest()
	for week, want := range map[string]string{
		"2025-W10": "ann ben cai ", "2025-W11": "dee eva fay ", "2025-W12": "ann ben cai ", "2025-W13": "dee eva fay ",
	} {
		got := ""
		for _, p := range weekOf(t, &d, week).Sharers {
			got += string(p.Member.ID) + " "
		}
		if got != want {
			t.Errorf("%s: %q, want %q", week, got, want)
		}
	}
}
