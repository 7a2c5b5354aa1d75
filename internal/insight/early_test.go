package insight

import (
	"testing"

	"smallwins/internal/tracker"
)

// Before a strategy starts, and before there is a record, nothing is claimed
// of what nobody can know.
func TestBeforeAnythingIsRecorded(t *testing.T) {
	undated := tracker.Promise{What: "see a shift", Who: "ann", By: 0}
	for _, tc := range []struct {
		name, starts, asOf string
		change             func(*tracker.Strategy)
		wins               []*tracker.Win
		want               map[string]string // headlines by insight
	}{
		{"the day before the start", "2025-01-06", "2025-01-05", nil, nil, map[string]string{
			"voices":             "Not enough data yet: no win is recorded yet",
			"coverage":           "Not enough data yet: no priority is active in the period",
			"stale":              "No follow-up is open",
			"business-knowledge": "Not enough data yet: the strategy starts on 6 January 2025",
		}},
		{"the day of the start", "2025-01-06", "2025-01-06", nil, nil, map[string]string{
			"voices":             "Not enough data yet: no win is recorded yet",
			"coverage":           "No priority has been quiet for more than 60 days",
			"stale":              "No open follow-up is past due, or undated for more than 30 days",
			"business-knowledge": "What we know of the one stakeholder has no source of the last twelve months",
		}},
		{"with a win in the quarter", "2025-01-06", "2025-02-01", nil, []*tracker.Win{win(t, "2025-01-06")}, map[string]string{
			"voices": "1 of 3 roles has been heard in 2025 Q1",
		}},
		{"long after the last win", "2025-01-06", "2031-06-30", nil, []*tracker.Win{win(t, "2025-01-06")}, map[string]string{
			"voices":   "0 of 3 roles have been heard in 2031 Q2",
			"coverage": "2 of 2 priorities have been quiet for more than 60 days",
		}},
		{"with wins from before the period alone", "2025-01-06", "2025-02-01", nil, []*tracker.Win{win(t, "2024-12-01")}, map[string]string{
			"voices": "Not enough data yet: the only win is from before the period",
		}},
		{"without a priority", "2025-01-06", "2025-01-05", func(s *tracker.Strategy) { s.Priorities = nil }, nil, map[string]string{
			"coverage": "Not enough data yet: the strategy names no priority yet",
		}},
		{"with a priority of a later day, and a win that names it", "2025-01-06", "2025-02-01", func(s *tracker.Strategy) {
			s.Priorities[1].From = day(t, "2025-03-01")
		}, []*tracker.Win{win(t, "2025-01-07", "first", "second")}, map[string]string{
			"coverage": "No priority has been quiet for more than 60 days",
		}},
		{"after all priorities have ended", "2025-01-06", "2025-12-31", func(s *tracker.Strategy) {
			s.Priorities[0].To, s.Priorities[1].To = day(t, "2025-06-30"), day(t, "2025-06-30")
		}, nil, map[string]string{"coverage": "No priority is active at the moment"}},
	} {
		s := base(t)
		s.Settings.StartedOn = day(t, tc.starts)
		for _, p := range s.Priorities {
			p.From = s.Settings.StartedOn
		}
		s.Stakeholders[0].Promises = []tracker.Promise{undated}
		if tc.change != nil {
			tc.change(&s)
		}
		f := Compute(tracker.New(s, tc.wins, nil, tracker.Census{}).On(day(t, tc.asOf)))
		for _, sheet := range f.Sheets() {
			if want, ok := tc.want[sheet.Definition.ID]; ok && sheet.Headline != want {
				t.Errorf("%s: %q, want %q", tc.name, sheet.Headline, want)
			}
		}
	}
}

// What is not active on the day is in no count of what is.
func TestActivePrioritiesAreOfTheDay(t *testing.T) {
	s := base(t)
	s.Settings.AsOf = day(t, "2025-02-01")
	s.Priorities[1].From = day(t, "2025-03-01")
	c := compute(s, []*tracker.Win{win(t, "2025-01-07", "first", "second")}, nil).Coverage
	if active, _ := c.Now(); len(active) != 1 || len(c.Priorities) != 2 {
		t.Errorf("%d of %d are active", len(active), len(c.Priorities))
	}
}
