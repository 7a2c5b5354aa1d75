package insight

import (
	"fmt"
	"testing"

	"smallwins/internal/tracker"
)

func TestFirstRequest(t *testing.T) {
	touch := func(days ...string) (made []tracker.Touchpoint) {
		for _, d := range days {
			made = append(made, tracker.Touchpoint{Date: day(t, d)})
		}
		return made
	}
	for _, tc := range []struct {
		name     string
		requests []string
		touch    []tracker.Touchpoint
		want     string
	}{
		{"the day before", []string{"2025-02-01"}, touch("2025-01-31"), "met"},
		{"the same day", []string{"2025-02-01"}, touch("2025-02-01"), "not"},
		{"before the second request only", []string{"2025-02-01", "2025-06-01"}, touch("2025-03-01"), "not"},
		{"long before the period", []string{"2025-02-01"}, touch("2020-01-01"), "met"},
		{"never", []string{"2025-02-01"}, nil, "not, never"},
		{"only without a date", []string{"2025-02-01"}, touch(""), "out"},
		{"without a date, and before", []string{"2025-02-01"}, touch("", "2025-01-31"), "met"},
		{"first request before the period", []string{"2024-12-31", "2025-02-01"}, touch("2024-01-01"), "out"},
		{"first request on its first day", []string{"2025-01-01"}, touch("2024-12-31"), "met"},
		{"a request without a date", []string{"", "2025-02-01"}, touch("2024-12-31"), "out"},
		{"met, no request", nil, touch("2025-03-01"), "ready"},
		{"met on no known day, no request", nil, touch(""), "ready"},
		{"to be met after the report", nil, touch("2026-01-01"), "next"},
		{"neither", nil, nil, "next"},
	} {
		s := base(t)
		s.Stakeholders[0].Touchpoints = tc.touch
		var ins []*tracker.Intake
		for i, d := range tc.requests {
			in := full(t, tracker.ID(fmt.Sprintf("i%d", i)), d)
			in.Stakeholder, in.Mandated = "BOSS", true // mandated ones count
			ins = append(ins, in)
		}
		b := compute(s, nil, ins).beforeNeeded()
		got := ""
		for _, c := range b.Cases {
			got = map[bool]string{true: "met", false: "not"}[c.Met]
		}
		for _, list := range []struct {
			n    int
			word string
		}{{len(b.Excluded), "out"}, {len(b.Ready), "ready"}, {len(b.MeetNext), "next"}, {len(b.NeverMet), "never"}} {
			if list.n > 0 && got != "" {
				got += ", "
			}
			if list.n > 0 {
				got += list.word
			}
		}
		if got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

// Ten stakeholders as in the sample: nine with a first request, three of them
// met before it, one who is ready.
func TestBeforeNeeded(t *testing.T) {
	s := base(t)
	s.Stakeholders = nil
	var ins []*tracker.Intake
	for i := range 10 {
		who := &tracker.Stakeholder{ID: tracker.ID(fmt.Sprintf("s%d", i)), Name: fmt.Sprintf("S%d", i)}
		if i < 3 || i == 9 {
			who.Touchpoints = []tracker.Touchpoint{{Date: day(t, "2025-01-31")}}
		}
		if s.Stakeholders = append(s.Stakeholders, who); i < 9 {
			in := full(t, tracker.ID(fmt.Sprintf("i%d", i)), "2025-02-01")
			in.Stakeholder = tracker.Person(who.ID)
			ins = append(ins, in)
		}
	}
	stranger := full(t, "stranger", "2025-02-01")
	stranger.Stakeholder = "Somebody Else (Sales)"
	f := compute(s, nil, append(ins, stranger))
	b := f.beforeNeeded()
	if got, want := b.Headline(), "We had met 3 of 9 stakeholders before their first request"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if len(b.Ready) != 1 || b.Ready[0].ID != "s9" || len(b.MeetNext) != 0 || len(b.NeverMet) != 6 || len(b.Excluded) != 1 {
		t.Errorf("ready %v, next %v, never %v, left out %v", b.Ready, b.MeetNext, b.NeverMet, b.Excluded)
	}
	wantReceipts(t, beforeNeededSheet(f), map[string]string{
		"before-needed/share": "3 of 9", "before-needed/ready": "1", "before-needed/meet-next": "0", "before-needed/never-met": "6",
	})
	if b := compute(s, nil, ins[:4]).beforeNeeded(); b.Missing != "4 of the 5 stakeholders with a first request that it takes" {
		t.Errorf("with four: %q", b.Missing)
	}
	if b := compute(s, nil, ins[:5]).beforeNeeded(); b.Missing != "" {
		t.Errorf("with five: %q", b.Missing)
	}
}
