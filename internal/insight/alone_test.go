package insight

import (
	"fmt"
	"testing"

	"smallwins/internal/tracker"
)

func TestAloneCase(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*tracker.Intake)
		want   string // "alone", "shared" or why it is left out
	}{
		{"nothing", nil, "alone"},
		{"an owned commitment", func(in *tracker.Intake) {
			in.Commitments = []tracker.Promise{{What: "An hour.", Who: "boss", By: day(t, "2025-09-30")}}
		}, "shared"},
		{"one without a day", func(in *tracker.Intake) { in.Commitments = []tracker.Promise{{What: "An hour.", Who: "boss"}} }, "alone"},
		{"one of our own", func(in *tracker.Intake) {
			in.Commitments = []tracker.Promise{{What: "An hour.", Who: "ann", By: day(t, "2025-09-30")}}
		}, "alone"},
		{"reinforced by someone there", func(in *tracker.Intake) { in.Reinforcement = []tracker.Reinforcement{{Who: "Four managers"}} }, "shared"},
		{"reinforced by us", func(in *tracker.Intake) {
			in.Reinforcement = []tracker.Reinforcement{{Who: "ann", When: "after", What: "Ask"}}
		}, "alone"},
		{"reinforced by nobody", func(in *tracker.Intake) { in.Reinforcement = []tracker.Reinforcement{{What: "Ask"}} }, "alone"},
		{"a barrier owned there", func(in *tracker.Intake) { in.Barriers = []tracker.Barrier{{Owner: "boss"}} }, "shared"},
		{"a barrier owned by us", func(in *tracker.Intake) { in.Barriers = []tracker.Barrier{{Owner: "ben"}} }, "alone"},
		{"a barrier that nobody owns", func(in *tracker.Intake) { in.Barriers = []tracker.Barrier{{What: "Slow screens"}} }, "alone"},
		{"looked, none found", func(in *tracker.Intake) { in.BarriersChecked = day(t, "2025-03-01") }, "alone"},
		{"mandated", func(in *tracker.Intake) { in.Mandated = true }, "alone"},
		{"exploring", func(in *tracker.Intake) { in.Status = tracker.StatusExploring }, "still being explored"},
		{"redirected", func(in *tracker.Intake) { in.Status = tracker.StatusRedirected }, "redirected"},
		{"without a status", func(in *tracker.Intake) { in.Status = "" }, "without a status"},
		{"the last day of the period", func(in *tracker.Intake) { in.RequestedOn = day(t, "2025-12-31") }, "alone"},
		{"before it", func(in *tracker.Intake) { in.RequestedOn = day(t, "2024-12-31") }, "from before the period, which begins on 1 January 2025"},
		{"without a date", func(in *tracker.Intake) { in.RequestedOn = 0 }, "without a date"},
	} {
		in := lonely(t, "i")
		if tc.change != nil {
			tc.change(in)
		}
		f := compute(base(t), nil, []*tracker.Intake{in})
		a := f.alone()
		got := ""
		switch {
		case len(a.Excluded) == 1:
			got = a.Excluded[0].Reason
		case len(a.Cases) == 1:
			got = map[bool]string{true: "alone", false: "shared"}[a.Cases[0].Alone]
		}
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

// lonely is an agreed intake that L&D has all by itself.
func lonely(t testing.TB, id tracker.ID) *tracker.Intake {
	in := full(t, id, "2025-02-01")
	in.Commitments, in.Reinforcement, in.Barriers = nil, nil, nil
	return in
}

func TestAlone(t *testing.T) {
	ins := []*tracker.Intake{full(t, "shared", "2025-04-01")}
	for i := range 4 {
		ins = append(ins, lonely(t, tracker.ID(fmt.Sprintf("i%d", i))))
	}
	ins[1].Reinforcement = []tracker.Reinforcement{{Who: "ann"}, {Who: "boss"}}
	f := compute(base(t), nil, ins)
	a := f.alone()
	if got, want := a.Headline(), "L&D is alone in 3 of 5 agreed requests"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	wantReceipts(t, aloneSheet(f), map[string]string{
		"alone/share": "3 of 5", "alone/2025Q1": "3 of 4", "alone/2025Q2": "0 of 1",
		"alone/lead-business": "1 of 5", "alone/lead-nobody": "4 of 5", "alone/lead-team": "0 of 5",
		"alone/reinforce-business": "2 of 5", "alone/reinforce-team": "1 of 5", "alone/reinforce-nobody": "3 of 5",
		"alone/remove-business": "1 of 5", "alone/remove-nobody": "4 of 5",
	})
	if want := "no one in the business has taken a part yet"; a.Cases[1].Reason != want {
		t.Errorf("%q, want %q", a.Cases[0].Reason, want)
	}
	if _, r, _ := f.Receipt("alone/2025Q2"); r.Others[0].Note == "" {
		t.Error("a number without those counted has lost its notes")
	}
	if want := "the business leads the change, reinforces it and removes what is in the way"; a.Cases[4].Reason != want {
		t.Errorf("%q, want %q", a.Cases[4].Reason, want)
	}
	for _, status := range []tracker.Status{tracker.StatusDelivered, tracker.StatusEvaluated} {
		ins[2].Status = status
		if got, want := compute(base(t), nil, ins).alone().Cases[1].Reason, "no one in the business has taken a part"; got != want {
			t.Errorf("%s: %q, want %q: what is over cannot still come", status, got, want)
		}
	}
	if a := compute(base(t), nil, ins[:4]).alone(); a.Missing != "4 of the 5 agreed requests that it takes" {
		t.Errorf("with four: %q", a.Missing)
	}
}
