package insight

import (
	"fmt"
	"testing"

	"smallwins/internal/tracker"
)

// built is an intake that was agreed on 1 March and delivered on 1 May, with
// prework on the given days; "" is prework without a date.
func built(t testing.TB, id tracker.ID, days ...string) *tracker.Intake {
	in := full(t, id, "2025-02-01")
	in.Status, in.AgreedOn, in.DeliveredOn = tracker.StatusDelivered, day(t, "2025-03-01"), day(t, "2025-05-01")
	for _, d := range days {
		in.Prework = append(in.Prework, tracker.Prework{Date: day(t, d), Kind: "observation"})
	}
	return in
}

func TestPreworkCase(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*tracker.Intake)
		days   []string
		want   string // "yes", "no" or "" for left out
	}{
		{"on the day of the agreement", nil, []string{"2025-03-01"}, "yes"},
		{"the day after", nil, []string{"2025-03-02"}, "no"},
		{"one before and one after", nil, []string{"2025-03-02", "2025-02-10"}, "yes"},
		{"before the request", nil, []string{"2025-01-10"}, "yes"},
		{"none", nil, nil, "no"},
		{"undated", nil, []string{""}, ""},
		{"undated and later", nil, []string{"", "2025-04-01"}, ""},
		{"undated and before", nil, []string{"", "2025-02-10"}, "yes"},
		{"no day of agreement, the day before delivery", func(in *tracker.Intake) { in.AgreedOn = 0 }, []string{"2025-04-30"}, "yes"},
		{"no day of agreement, the day of delivery", func(in *tracker.Intake) { in.AgreedOn = 0 }, []string{"2025-05-01"}, "no"},
		{"no days at all", func(in *tracker.Intake) { in.AgreedOn, in.DeliveredOn = 0, 0 }, []string{"2025-02-10"}, ""},
		{"no days and no prework", func(in *tracker.Intake) { in.AgreedOn, in.DeliveredOn = 0, 0 }, nil, "no"},
		{"building", func(in *tracker.Intake) { in.Status, in.DeliveredOn = tracker.StatusBuilding, 0 }, []string{"2025-02-10"}, "yes"},
		{"agreed", func(in *tracker.Intake) { in.Status = tracker.StatusAgreed }, []string{"2025-02-10"}, ""},
		{"declined", func(in *tracker.Intake) { in.Status = tracker.StatusDeclined }, []string{"2025-02-10"}, ""},
		{"without a status", func(in *tracker.Intake) { in.Status = "" }, nil, ""},
		{"mandated counts", func(in *tracker.Intake) { in.Mandated = true }, nil, "no"},
		{"the first day of the period", func(in *tracker.Intake) { in.RequestedOn = day(t, "2025-01-01") }, nil, "no"},
		{"the day before", func(in *tracker.Intake) { in.RequestedOn = day(t, "2024-12-31") }, nil, ""},
		{"requested on no day", func(in *tracker.Intake) { in.RequestedOn = 0 }, nil, ""},
	} {
		in := built(t, "i", tc.days...)
		if tc.change != nil {
			tc.change(in)
		}
		f := compute(base(t), nil, []*tracker.Intake{in})
		p := f.prework()
		got := ""
		if len(p.Cases) == 1 {
			got = map[bool]string{true: "yes", false: "no"}[p.Cases[0].Before]
		}
		if got != tc.want || (len(p.Excluded) == 1) != (tc.want == "") {
			t.Errorf("%s: %q, want %q; left out %v", tc.name, got, tc.want, p.Excluded)
		}
		if len(p.Excluded) == 1 && p.Excluded[0].Reason == "" {
			t.Errorf("%s: left out without a reason", tc.name)
		}
	}
}

func TestPrework(t *testing.T) {
	var ins []*tracker.Intake
	for i := range 5 {
		in := built(t, tracker.ID(fmt.Sprintf("i%d", i)))
		if i > 2 {
			in.Prework = []tracker.Prework{{Date: day(t, "2025-02-10")}}
		}
		ins = append(ins, in)
	}
	f := compute(base(t), nil, ins[:4])
	if p := f.prework(); p.Missing != "4 of the 5 built requests that it takes" || p.Ratio != (Ratio{1, 4}) {
		t.Errorf("with four: %q, %v", p.Missing, p.Ratio)
	}
	f = compute(base(t), nil, ins)
	p := f.prework()
	if got, want := p.Headline(), "2 of 5 built requests had prework before building began"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if len(p.ByQuarter) != 4 || len(p.ByQuarter[0].Cases) != 5 || len(p.ByQuarter[1].Cases) != 0 {
		t.Errorf("by quarter: %v", p.ByQuarter)
	}
	want := map[string]string{"prework/share": "2 of 5", "prework/2025Q1": "2 of 5"}
	wantReceipts(t, preworkSheet(f), want)
	if p := compute(base(t), nil, nil).prework(); p.Missing != "nothing has been built yet" {
		t.Errorf("nothing: %q", p.Missing)
	}
}

// On a day in the middle, what lies ahead is not known yet.
func TestPreworkAsOf(t *testing.T) {
	s := base(t)
	in := built(t, "i", "2025-02-10")
	for asOf, want := range map[string]int{"2025-02-28": 0, "2025-03-01": 0, "2025-05-01": 1} {
		full := tracker.New(s, nil, []*tracker.Intake{in}, tracker.Census{})
		if p := Compute(full.On(day(t, asOf))).prework(); len(p.Cases) != want {
			t.Errorf("on %s: %d cases", asOf, len(p.Cases))
		}
	}
}

// wantReceipts holds the texts of a sheet's receipts against those wanted, and
// each receipt against itself.
func wantReceipts(t *testing.T, s Sheet, want map[string]string) {
	t.Helper()
	got := make(map[string]string)
	for _, r := range s.Receipts {
		r.tell(nil)
		if _, twice := got[r.ID]; twice {
			t.Errorf("%s stands twice", r.ID)
		}
		for _, problem := range problems(r) {
			t.Errorf("%s: %s", r.ID, problem)
		}
		got[r.ID] = r.Text
	}
	for id, text := range want {
		if got[id] != text {
			t.Errorf("%s is %q, want %q", id, got[id], text)
		}
	}
}
