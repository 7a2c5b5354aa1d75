package insight

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"smallwins/internal/tracker"
)

func TestSilence(t *testing.T) {
	s := base(t)
	s.Priorities = append(s.Priorities, &tracker.Priority{ID: "ended", Title: "Ended", To: day(t, "2025-06-30")})
	s.Stakeholders = []*tracker.Stakeholder{
		{ID: "boss", Name: "Bea", Department: "Sales"}, {ID: "bob", Name: "Bob", Department: " sales "},
		{ID: "kim", Name: "Kim", Department: "Care"}, {ID: "lee", Name: "Lee"},
	}
	recent, stale, noticed, ours, unlinked := win(t, "2025-11-01", "first"), win(t, "2025-10-31", "second", "second"), win(t, "2025-12-30", "first"), win(t, "2025-12-30", "first"), win(t, "2025-12-30")
	recent.Collaborators = []tracker.Person{"bob", "boss", "ann", "Fay (Driver)"}
	stale.Intake = "i"
	noticed.NoticedBy = []tracker.Notice{{Who: "lee"}}
	unlinked.Collaborators = []tracker.Person{"kim"}
	over := win(t, "2025-03-01", "ended")
	over.Collaborators = []tracker.Person{"kim"}
	in, loose := full(t, "i", "2025-02-01"), full(t, "l", "2025-02-01")
	in.Stakeholder, loose.Stakeholder = "kim", "boss"
	wins := []*tracker.Win{recent, stale, noticed, ours, unlinked, over}
	var m Silence
	for i := range 5 {
		rand.Shuffle(len(wins), func(i, j int) { wins[i], wins[j] = wins[j], wins[i] })
		got := compute(s, wins, []*tracker.Intake{in, loose}).silence()
		if i > 0 && !reflect.DeepEqual(got, m) {
			t.Fatal("depends on the order of files")
		}
		m = got
	}
	if len(m.Departments) != 3 || m.Departments[0].Name != "Sales" || !m.Departments[2].Elsewhere || len(m.Rows) != 3 || m.Rows[2].Active {
		t.Fatalf("%v, %d rows", m.Departments, len(m.Rows))
	}
	for _, tc := range []struct {
		row, column int
		want        Evidence
		wins, asked int
		days        int
	}{
		{0, 0, EvidenceRecent, 1, 0, 60}, // the last day on which it is recent
		{0, 1, EvidenceNone, 0, 0, 0},
		{0, 2, EvidenceRecent, 2, 0, 1}, // a driver, and a stakeholder without a department
		{1, 0, EvidenceNone, 0, 0, 0},
		{1, 1, EvidenceStale, 1, 1, 61},
		{2, 1, EvidenceStale, 1, 0, 305},
	} {
		c := m.Rows[tc.row].Cells[tc.column]
		if c.Evidence != tc.want || len(c.Wins) != tc.wins || len(c.Intakes) != tc.asked || c.Days != tc.days {
			t.Errorf("%d, %d: %s, %d wins, %d requests, %d days", tc.row, tc.column, c.Evidence, len(c.Wins), len(c.Intakes), c.Days)
		}
	}
	if m.None != (Ratio{2, 4}) || m.Stale != (Ratio{1, 4}) || m.Recent != (Ratio{1, 4}) || len(m.Excluded) != 3 {
		t.Errorf("%v, %v, %v, %d left out", m.None, m.Stale, m.Recent, len(m.Excluded))
	}
	if got, want := m.Headline(), "Nothing is recorded for 2 of 4 pairs of priority and department, and nothing lately for 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	f := compute(s, wins, []*tracker.Intake{in, loose})
	wholeSheet(t, silenceSheet(f))
	if leaders := Compute(f.Tracker.Redacted(tracker.LeadersEdition)).silence(); leaders.None != m.None || leaders.Stale != m.Stale {
		t.Errorf("leaders: %v, %v", leaders.None, leaders.Stale)
	}
}

func TestSilenceMissing(t *testing.T) {
	s := base(t)
	if m := compute(s, nil, nil).silence(); m.Missing != "no stakeholder of the strategy has a department" {
		t.Errorf("%q", m.Missing)
	}
	s.Stakeholders[0].Department = "Elsewhere" // a name like ours is a department of its own
	if m := compute(s, nil, nil).silence(); m.Missing != "" || m.None != (Ratio{2, 2}) || len(m.Departments) != 2 {
		t.Errorf("%q, %v", m.Missing, m.None)
	}
	wholeSheet(t, silenceSheet(compute(s, nil, nil)))
	s.Priorities[0].To, s.Priorities[1].To = day(t, "2025-12-30"), day(t, "2025-12-30")
	if m := compute(s, nil, nil).silence(); m.Missing != "no priority is active at the moment" {
		t.Errorf("%q", m.Missing)
	}
	s.Priorities = nil
	if m := compute(s, nil, nil).silence(); m.Missing != "the strategy names no priority yet" {
		t.Errorf("%q", m.Missing)
	}
}
