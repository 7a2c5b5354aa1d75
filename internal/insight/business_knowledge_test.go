package insight

import (
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

func TestKnowledge(t *testing.T) {
	all := tracker.Business{Lifecycle: "First", Revenue: "Some", Goals: []string{"", "Grow"}, Pressures: []string{"Budget"}}
	from := func(days ...string) tracker.Business {
		b := all
		for _, d := range days {
			b.Sources = append(b.Sources, tracker.Source{Kind: "intranet", Date: day(t, d)})
		}
		return b
	}
	for _, tc := range []struct {
		name     string
		business tracker.Business
		ratio    Ratio
		gaps     string
		next     string // its start
	}{
		{"the same day a year before", from("2024-12-31"), Ratio{0, 1}, "", "Look again: the newest source is of 31 December 2024."},
		{"a day less than a year", from("2025-01-01"), Ratio{1, 1}, "", ""},
		{"the day of the report", from("2024-01-01", "2025-12-31"), Ratio{1, 1}, "", ""},
		{"after the report", from("2026-01-01"), Ratio{0, 1}, "", "Write down"},
		{"without a date", from(""), Ratio{0, 1}, "", "Write down"},
		{"without a source", all, Ratio{0, 1}, "", "Write down"},
		{"nothing", tracker.Business{}, Ratio{0, 1}, "lifecycle revenue goals pressures", "Find out where in the customer's journey"},
		{"a source of nothing", tracker.Business{Goals: []string{" "}, Sources: from("2025-06-01").Sources}, Ratio{0, 1}, "lifecycle revenue goals pressures", "Find out where"},
		{"goals alone", tracker.Business{Goals: []string{"Grow"}, Sources: from("2025-06-01").Sources}, Ratio{1, 1}, "lifecycle revenue pressures", "Find out where"},
	} {
		s := base(t)
		s.Stakeholders[0].Business = tc.business
		f := compute(s, nil, nil)
		b := f.businessKnowledge()
		var gaps []string
		for _, field := range b.Fields {
			if len(field.Gaps) > 0 {
				gaps = append(gaps, field.ID)
			}
			if n := len(field.Gaps) + len(field.Old) + len(field.Current); n != 1 || field.Ratio.D != 1 {
				t.Errorf("%s: %s is there %d times", tc.name, field.ID, n)
			}
		}
		if b.Ratio != tc.ratio || strings.Join(gaps, " ") != tc.gaps || !strings.HasPrefix(b.Stakeholders[0].Next, tc.next) || tc.next == "" && b.Stakeholders[0].Next != "" {
			t.Errorf("%s: %v, gaps %v, next %q", tc.name, b.Ratio, gaps, b.Stakeholders[0].Next)
		}
		wantReceipts(t, businessKnowledgeSheet(f), map[string]string{"business-knowledge/share": tc.ratio.In(nil)})
	}
}

func TestLessThanAYear(t *testing.T) {
	for _, tc := range []struct {
		d, asOf string
		want    bool
	}{{"2024-02-29", "2025-02-28", true}, {"2024-02-29", "2025-03-01", false}, {"2027-03-01", "2028-02-29", true}, {"2027-02-28", "2028-02-29", false}, {"2027-02-28", "2028-02-27", true}} {
		if got := lessThanAYear(day(t, tc.d), day(t, tc.asOf)); got != tc.want {
			t.Errorf("%s on %s: %v", tc.d, tc.asOf, got)
		}
	}
}

// What is known of somebody's business prepares the team, and is for nobody else.
func TestBusinessKnowledgeIsForTheTeam(t *testing.T) {
	s := base(t)
	s.Stakeholders[0].Business = tracker.Business{Goals: []string{"Grow"}, Sources: []tracker.Source{{Kind: "overheard", Date: day(t, "2025-11-11")}}}
	full := tracker.New(s, nil, nil, tracker.Census{})
	team, leaders := Compute(full).businessKnowledge(), Compute(full.Redacted(tracker.LeadersEdition)).businessKnowledge()
	if team.Ratio.N != 1 || len(leaders.Stakeholders) != 0 || leaders.Missing == "" {
		t.Errorf("team %v, leaders %+v", team.Ratio, leaders)
	}
	s.Stakeholders = nil
	if b := compute(s, nil, nil).businessKnowledge(); b.Missing == "" {
		t.Error("without a stakeholder it should say so")
	}
}
