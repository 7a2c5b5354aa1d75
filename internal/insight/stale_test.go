package insight

import (
	"math/rand/v2"
	"slices"
	"testing"

	"smallwins/internal/tracker"
)

func TestStaleBoundaries(t *testing.T) {
	for _, tc := range []struct {
		name, date string
		promise    tracker.Promise
		want       Ratio
		days       int
	}{
		{"due today", "2025-11-01", tracker.Promise{By: day(t, "2025-12-31")}, Ratio{0, 1}, 0},
		{"due yesterday", "2025-11-01", tracker.Promise{By: day(t, "2025-12-30")}, Ratio{1, 1}, 1},
		{"moved to today", "2025-11-01", tracker.Promise{By: day(t, "2025-12-01"), Moved: []tracker.Move{{To: day(t, "2025-12-31"), On: day(t, "2025-11-30")}}}, Ratio{0, 1}, 0},
		{"moved, and past due", "2025-11-01", tracker.Promise{By: day(t, "2025-12-01"), Moved: []tracker.Move{{To: day(t, "2025-12-29"), On: day(t, "2025-11-30")}}}, Ratio{1, 1}, 2},
		{"undated for 30 days", "2025-12-01", tracker.Promise{}, Ratio{0, 1}, 0},
		{"undated for 31 days", "2025-11-30", tracker.Promise{}, Ratio{1, 1}, 31},
		{"marked overdue", "2025-12-31", tracker.Promise{State: tracker.PromiseOverdue}, Ratio{1, 1}, 0},
		{"kept", "2025-01-01", tracker.Promise{State: tracker.PromiseKept}, Ratio{0, 0}, 0},
		{"missed", "2025-01-01", tracker.Promise{State: tracker.PromiseMissed}, Ratio{0, 0}, 0},
		{"released", "2025-01-01", tracker.Promise{State: tracker.PromiseReleased}, Ratio{0, 0}, 0},
		{"of the business", "2025-01-01", tracker.Promise{Who: "boss", By: day(t, "2025-02-01")}, Ratio{0, 0}, 0},
	} {
		w := win(t, tc.date)
		tc.promise.What = "x"
		w.FollowUps = []tracker.Promise{tc.promise}
		f := compute(base(t), []*tracker.Win{w}, nil)
		s := f.stale()
		if s.Ratio != tc.want || len(s.Items) > 0 && s.Items[0].Days != tc.days {
			t.Errorf("%s: %v, items %v", tc.name, s.Ratio, s.Items)
		}
		if left := len(s.Excluded) == 1; left != (tc.promise.Who == "boss") {
			t.Errorf("%s: left out is %v", tc.name, left)
		}
	}
}

func TestStaleAcrossALeapDay(t *testing.T) {
	s := base(t)
	s.Settings.StartedOn, s.Settings.AsOf = day(t, "2024-01-01"), day(t, "2024-03-01")
	for date, want := range map[string]int{"2024-01-30": 1, "2024-01-31": 0} { // 31 and 30 days, through 29 February
		w := win(t, date)
		w.FollowUps = []tracker.Promise{{What: "x"}}
		if got := compute(s, []*tracker.Win{w}, nil).stale(); len(got.Items) != want {
			t.Errorf("%s: %d stale, want %d", date, len(got.Items), want)
		}
	}
}

func TestStaleOrderAndEditions(t *testing.T) {
	s := base(t)
	s.Team[2].To = day(t, "2025-11-30")
	s.Stakeholders[0].Promises = []tracker.Promise{{What: "no day", Who: "ann"}, {What: "see a shift", Who: "cai", By: day(t, "2025-03-01")}}
	a, b, c := win(t, "2025-02-01"), win(t, "2025-02-02"), win(t, "2025-02-03")
	a.FollowUps = []tracker.Promise{{What: "undated", Who: "ben"}, {What: "late", Who: "ann", By: day(t, "2025-09-01")}}
	b.FollowUps = []tracker.Promise{{What: "soonest", Who: "ben", By: day(t, "2025-02-10")}, {What: "theirs", Who: "boss", By: day(t, "2025-02-10")}}
	c.FollowUps = []tracker.Promise{{What: "nobody's", By: day(t, "2025-09-01")}}
	in := full(t, "i", "2025-02-01")
	in.Promises = []tracker.Promise{{What: "draft", Who: "ann", By: day(t, "2025-05-01")}}
	wins := []*tracker.Win{a, b, c}
	want := []string{"soonest", "see a shift", "draft", "late", "nobody's", "undated"}
	for range 5 {
		rand.Shuffle(len(wins), func(i, j int) { wins[i], wins[j] = wins[j], wins[i] })
		f := compute(s, wins, []*tracker.Intake{in})
		got := f.stale()
		var said []string
		for _, x := range got.Items {
			said = append(said, x.Promise.What)
		}
		if !slices.Equal(said, want) || got.Ratio != (Ratio{6, 7}) || len(got.ByRecord) != 5 || len(got.ByRecord[3].Items) != 2 {
			t.Fatalf("%v, %v, %d records", said, got.Ratio, len(got.ByRecord))
		}
		if len(got.People) != 4 || got.People[0].Member.ID != "ann" || !got.People[2].Left || got.People[3].Member != nil {
			t.Fatalf("people: %v", got.People)
		}
		leaders := Compute(f.Tracker.Redacted(tracker.LeadersEdition)).stale()
		if leaders.People != nil || leaders.Ratio != got.Ratio || len(leaders.Excluded) != 1 {
			t.Fatalf("leaders: %v, %v, %d left out", leaders.People, leaders.Ratio, len(leaders.Excluded))
		}
	}
	f := compute(s, wins, []*tracker.Intake{in})
	wholeSheet(t, staleSheet(f))
}

func TestStaleHeadline(t *testing.T) {
	one := win(t, "2025-02-01")
	one.FollowUps = []tracker.Promise{{What: "x", By: day(t, "2025-03-01")}}
	two := win(t, "2025-02-01")
	two.FollowUps = []tracker.Promise{{What: "x", By: day(t, "2026-03-01")}}
	for _, tc := range []struct {
		wins []*tracker.Win
		want string
	}{
		{nil, "No follow-up is open"},
		{[]*tracker.Win{two}, "No open follow-up is past due, or undated for more than 30 days"},
		{[]*tracker.Win{one}, "1 of 1 open follow-up is past due, or undated for more than 30 days"},
		{[]*tracker.Win{one, two}, "1 of 2 open follow-ups is past due, or undated for more than 30 days"},
	} {
		s := compute(base(t), tc.wins, nil).stale()
		if got := s.Headline(); got != tc.want {
			t.Errorf("%q, want %q", got, tc.want)
		}
	}
}

// wholeSheet holds what is true of every sheet: its definition is whole, its
// words are allowed, and each receipt adds up and has an id of its own.
func wholeSheet(t *testing.T, s Sheet) {
	t.Helper()
	d := s.Definition
	for _, text := range []string{d.ID, d.Title, d.Definition, d.Reason, d.Limits, d.NotEnough, d.Audience, d.Decision, s.Headline} {
		if text == "" || banned.MatchString(text) {
			t.Errorf("%s: %q", d.ID, text)
		}
	}
	ids := make(map[string]bool)
	for _, r := range s.Receipts {
		r.tell(nil)
		if ids[r.ID] || r.ID == "" || r.Label == "" || r.Text == "" {
			t.Errorf("%s: receipt %q, %q, %q", d.ID, r.ID, r.Label, r.Text)
		}
		ids[r.ID] = true
		if r.N != len(r.Counted)+r.Unnamed || r.D != None && r.D != r.N+len(r.Others)+r.UnnamedOthers {
			t.Errorf("%s: %d of %d, with %d and %d records", r.ID, r.N, r.D, len(r.Counted), len(r.Others))
		}
	}
}
