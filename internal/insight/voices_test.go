package insight

import (
	"testing"

	"smallwins/internal/tracker"
)

func TestVoices(t *testing.T) {
	s := base(t)
	s.Team = append(s.Team,
		&tracker.Member{ID: "dee", Role: "Designer"},
		&tracker.Member{ID: "gone", Role: "Assistant", To: day(t, "2025-09-30")},
		&tracker.Member{ID: "last", Role: "Analyst", From: day(t, "2025-12-31")},
		&tracker.Member{ID: "next", Role: "Writer", From: day(t, "2026-01-01")})
	a, b, forBen := win(t, "2025-10-01"), win(t, "2025-12-31"), win(t, "2025-11-11")
	b.EnteredBy = "dee"
	forBen.People = []tracker.Person{"ben", "dee", "Somebody (Sales)"}
	outside := win(t, "2025-11-12")
	outside.EnteredBy = "boss"
	early := win(t, "2025-09-30")
	early.EnteredBy = "gone"
	v := compute(s, []*tracker.Win{a, b, forBen, outside, early}, nil).Voices
	if v.Now.Ratio != (Ratio{2, 4}) || v.Now.Wins != 3 || v.Missing != "" {
		t.Errorf("now: %v, %d wins, %q", v.Now.Ratio, v.Now.Wins, v.Missing)
	}
	if len(v.Now.Heard) != 2 || v.Now.Heard[0].Role != "Designer" || len(v.Now.Heard[0].Wins) != 3 {
		t.Errorf("heard: %v", v.Now.Heard)
	}
	if got := v.ByQuarter[2].Ratio; got != (Ratio{1, 4}) {
		t.Errorf("third quarter: %v, with the assistant and without the analyst", got)
	}
	if got, want := v.Headline(), "2 of 4 roles have been heard in 2025 Q4"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s.Team = s.Team[:2]
	if v = compute(s, nil, nil).Voices; v.Missing == "" {
		t.Error("two roles are enough")
	}
}
