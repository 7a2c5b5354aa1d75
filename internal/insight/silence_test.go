package insight

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"smallwins/internal/message"
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
		{0, 2, EvidenceRecent, 2, 0, 1}, // a stakeholder without a department, and nobody at all
		{1, 0, EvidenceNone, 0, 0, 0},
		{1, 1, EvidenceStale, 1, 1, 61},
		{2, 1, EvidenceStale, 1, 0, 305},
	} {
		c := m.Rows[tc.row].Cells[tc.column]
		if c.Evidence != tc.want || len(c.Wins) != tc.wins || len(c.Intakes) != tc.asked || c.Days != tc.days {
			t.Errorf("%d, %d: %s, %d wins, %d requests, %d days", tc.row, tc.column, c.Evidence, len(c.Wins), len(c.Intakes), c.Days)
		}
	}
	if m.None != (Ratio{2, 4}) || m.Stale != (Ratio{1, 4}) || m.Recent != (Ratio{1, 4}) || len(m.Excluded) != 2 || len(m.Unplaced) != 2 {
		t.Errorf("%v, %v, %v, %d left out", m.None, m.Stale, m.Recent, len(m.Excluded))
	}
	if got, want := m.Headline(), "No known record for 2 of 4 pairs, none lately for 1; 2 records without a department"; got != want {
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

// Where a record belongs follows from what it says: its priorities, and the
// departments of those whom it names. What does not say so belongs nowhere, and
// is counted as such.
func TestSilencePlaces(t *testing.T) {
	recent, old := "2025-12-20", "2025-06-01"
	asked := func(who tracker.Person, on string) *tracker.Intake {
		in := full(t, "i", on)
		in.Stakeholder = who
		return in
	}
	from := func(on string, priorities ...tracker.ID) *tracker.Win {
		w := win(t, on, priorities...)
		w.Intake = "i"
		return w
	}
	with := func(on string, who tracker.Person, priorities ...tracker.ID) *tracker.Win {
		w := win(t, on, priorities...)
		w.Collaborators = []tracker.Person{who}
		return w
	}
	noticed := win(t, recent, "first")
	noticed.NoticedBy = []tracker.Notice{{Who: "Ana (Care)"}}
	for _, tc := range []struct {
		name     string
		wins     []*tracker.Win
		ins      []*tracker.Intake
		want     string // "first sales recent 1+0": each cell that is not empty, with its wins and requests
		unplaced int
		out      string // why records are left out
	}{
		{"a department in brackets", []*tracker.Win{with(recent, "Ana (Care)", "first")}, nil, "first care recent 1+0", 0, ""},
		{"written another way", []*tracker.Win{with(recent, "Ana (  CARE. )", "first")}, nil, "first care recent 1+0", 0, ""},
		{"who noticed it", []*tracker.Win{noticed}, nil, "first care recent 1+0", 0, ""},
		{"who asked", []*tracker.Win{from(old, "first")}, []*tracker.Intake{asked("Ana (Care)", recent)}, "first care recent 1+1", 0, ""},
		{"a role in brackets", []*tracker.Win{with(recent, "Ana (Driver)", "first")}, nil, "first elsewhere. recent 1+0", 1, ""},
		{"a department without brackets", []*tracker.Win{with(recent, "Care", "first")}, nil, "first elsewhere. recent 1+0", 1, ""},
		{"nobody", []*tracker.Win{win(t, recent, "first")}, nil, "first elsewhere. recent 1+0", 1, ""},
		{"one of our own", []*tracker.Win{with(recent, "ann", "first")}, nil, "first elsewhere. recent 1+0", 1, ""},
		{"nobody, under two priorities", []*tracker.Win{win(t, recent, "first", "second")}, nil, "first elsewhere. recent 1+0, second elsewhere. recent 1+0", 1, ""},
		{"a request of one priority", []*tracker.Win{from(recent, "first")}, []*tracker.Intake{asked("boss", old)}, "first sales recent 1+1", 0, ""},
		{"a win of two priorities", []*tracker.Win{from(recent, "first", "second")}, []*tracker.Intake{asked("boss", old)},
			"first sales recent 1+0, second sales recent 1+0", 0, "no win that grew from it names one priority alone"},
		{"and one of one of them", []*tracker.Win{from(recent, "first", "second"), from(old, "second")}, []*tracker.Intake{asked("boss", old)},
			"first sales recent 1+0, second sales recent 2+1", 0, ""},
		{"one of each", []*tracker.Win{from(old, "first"), from(old, "second")}, []*tracker.Intake{asked("boss", recent)},
			"first sales recent 1+1, second sales recent 1+1", 0, ""},
		{"a recent request of an old win", []*tracker.Win{from(old, "first")}, []*tracker.Intake{asked("boss", recent)}, "first sales recent 1+1", 0, ""},
		{"an undated win links its request", []*tracker.Win{from("", "first")}, []*tracker.Intake{asked("boss", recent)}, "first sales recent 0+1", 0, "without a date"},
		{"a request by nobody", []*tracker.Win{from(recent, "first")}, []*tracker.Intake{asked("", recent)}, "first elsewhere. recent 1+1", 2, ""},
		{"a request without a win", nil, []*tracker.Intake{asked("boss", recent)}, "", 0, "no win links it to a priority"},
		{"mandated", []*tracker.Win{from(old, "first")}, []*tracker.Intake{func() *tracker.Intake { in := asked("boss", recent); in.Mandated = true; return in }()}, "first sales recent 1+1", 0, ""},
	} {
		s := base(t)
		s.Stakeholders = []*tracker.Stakeholder{{ID: "boss", Name: "Bea", Department: "Sales"}, {ID: "kim", Name: "Kim", Department: "Care"}}
		f := compute(s, tc.wins, tc.ins)
		m := f.silence()
		var cells, out []string
		for _, row := range m.Rows {
			for i, c := range row.Cells {
				if c.Evidence != EvidenceNone {
					cells = append(cells, fmt.Sprintf("%s %s %s %d+%d", row.Priority.ID, m.Departments[i].key, c.Evidence, len(c.Wins), len(c.Intakes)))
				}
			}
		}
		for _, e := range m.Excluded {
			out = append(out, e.Reason)
		}
		if got := strings.Join(cells, ", "); got != tc.want || len(m.Unplaced) != tc.unplaced || strings.Join(out, ", ") != tc.out {
			t.Errorf("%s: %q, want %q; %d placed nowhere, want %d; left out %q, want %q", tc.name, got, tc.want, len(m.Unplaced), tc.unplaced, out, tc.out)
		}
		wantReceipts(t, silenceSheet(f), map[string]string{"silence/unplaced": message.English().Count(tc.unplaced)})
	}
}

func TestSilenceHeadline(t *testing.T) {
	for _, tc := range []struct {
		none, stale, of, unplaced int
		want, unknown             string
	}{
		{4, 0, 6, 0, "4 of 6 pairs of priority and department have no known record", ""},
		{0, 0, 1, 0, "0 of 1 pair of priority and department has no known record", ""},
		{4, 1, 6, 0, "No known record for 4 of 6 pairs of priority and department, none in 60 days for 1", ""},
		{1, 0, 6, 1, "No known record for 1 of 6 pairs; 1 record without a department", "1 record names nobody whose department we know"},
		{1200, 1, 2000, 3, "No known record for 1,200 of 2,000 pairs, none lately for 1; 3 records without a department", "3 records name nobody whose department we know"},
	} {
		s := Silence{None: Ratio{tc.none, tc.of}, Stale: Ratio{tc.stale, tc.of}, QuietAfter: 60, Unplaced: make([]Record, tc.unplaced)}
		if got := s.Headline(); got != tc.want || len(strings.Fields(got)) > headlineWords {
			t.Errorf("%q, want %q", got, tc.want)
		}
		if got := s.Unknown(); got != tc.unknown {
			t.Errorf("%q, want %q", got, tc.unknown)
		}
		if got := s.Label(EvidenceStale); got != "Nothing in the last 60 days" {
			t.Errorf("%q does not say how long", got)
		}
	}
}
