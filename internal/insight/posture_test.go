package insight

import (
	"fmt"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

func TestPosition(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*tracker.Intake)
		want   Position // "" is left out
	}{
		{"six answers, owned, with a shift", func(in *tracker.Intake) { answerAll(in, 6) }, Partnered},
		{"five answers", func(in *tracker.Intake) { answerAll(in, 5) }, Cracked},
		{"eight answers, not owned", func(in *tracker.Intake) { in.Commitments = nil }, Cracked},
		{"eight answers, no shift", func(in *tracker.Intake) { in.Measure.Level = tracker.LevelReaction }, Cracked},
		{"three answers", func(in *tracker.Intake) { answerAll(in, 3) }, Cracked},
		{"two answers", func(in *tracker.Intake) { answerAll(in, 2) }, OrderTaken},
		{"two answers and a crack", func(in *tracker.Intake) { answerAll(in, 2); in.Cracks = []tracker.Crack{{What: "a job aid"}} }, Cracked},
		{"not agreed comes first", func(in *tracker.Intake) { in.Status = tracker.StatusRedirected }, NotAgreed},
		{"declined", func(in *tracker.Intake) { in.Status = tracker.StatusDeclined }, NotAgreed},
		{"withdrawn", func(in *tracker.Intake) { in.Status = tracker.StatusWithdrawn }, NotAgreed},
		{"exploring", func(in *tracker.Intake) { in.Status = tracker.StatusExploring }, Partnered},
		{"requested", func(in *tracker.Intake) { in.Status = tracker.StatusRequested }, ""},
		{"waiting", func(in *tracker.Intake) { in.Status = tracker.StatusWaitlisted }, ""},
		{"mandated", func(in *tracker.Intake) { in.Mandated = true }, ""},
		{"before the period", func(in *tracker.Intake) { in.RequestedOn = day(t, "2024-12-31") }, ""},
		{"its first day", func(in *tracker.Intake) { in.RequestedOn = day(t, "2025-01-01") }, Partnered},
		{"its last day", func(in *tracker.Intake) { in.RequestedOn = day(t, "2025-12-31") }, Partnered},
		{"an answer from after the agreement", func(in *tracker.Intake) {
			answerAll(in, 6)
			in.AgreedOn = day(t, "2025-03-01")
			in.Contract.Shift.On = day(t, "2025-03-02")
		}, Cracked},
	} {
		in := full(t, "i", "2025-02-01")
		tc.change(in)
		f := compute(base(t), nil, []*tracker.Intake{in})
		if got := f.Contract(in).Position; got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
		if out := len(f.Posture.Excluded) == 1 && f.Posture.Excluded[0].Reason != ""; out != (tc.want == "") {
			t.Errorf("%s: left out is %v", tc.name, out)
		}
	}
}

// requests makes n in the quarter's first month, the first p of them partnered.
func requests(t *testing.T, month, n, p int) []*tracker.Intake {
	var made []*tracker.Intake
	for i := range n {
		in := full(t, tracker.ID(fmt.Sprintf("i-%02d-%02d", month, i)), fmt.Sprintf("2025-%02d-%02d", month, i+1))
		if i >= p {
			answerAll(in, 0)
			in.ArrivedAs = tracker.ArrivedProblem
		}
		made = append(made, in)
	}
	return made
}

func TestHalves(t *testing.T) {
	for _, tc := range []struct {
		early, late       int
		trend             bool
		posture, arrivals string
	}{
		{5, 5, true, "Partnered requests went from 1 of 5 to 3 of 5", "Requests arriving as a solution went from 1 of 5 to 3 of 5"},
		{4, 5, false, "4 of 9 requests were partnered", "4 of 9 requests arrived as a solution"},
		{5, 4, false, "4 of 9 requests were partnered", "4 of 9 requests arrived as a solution"},
	} {
		f := compute(base(t), nil, append(requests(t, 1, tc.early, 1), requests(t, 12, tc.late, 3)...))
		p := &f.Posture
		if p.Trend != tc.trend || p.Headline() != tc.posture || f.Arrivals.Headline() != tc.arrivals {
			t.Errorf("%d and %d: trend %v, %q, %q", tc.early, tc.late, p.Trend, p.Headline(), f.Arrivals.Headline())
		}
		if (p.NoTrend == "") != tc.trend {
			t.Errorf("%d and %d: no trend because %q", tc.early, tc.late, p.NoTrend)
		}
		if len(p.ByQuarter) != 4 || len(p.ByQuarter[0].Cases) != tc.early || len(p.ByQuarter[1].Cases) != 0 {
			t.Errorf("%d and %d: by quarter %v", tc.early, tc.late, p.ByQuarter)
		}
	}
}

func TestMiddleQuarterIsInNeitherHalf(t *testing.T) {
	s := base(t)
	s.Settings.AsOf = day(t, "2025-09-30")
	f := compute(s, nil, append(append(requests(t, 1, 2, 1), requests(t, 5, 3, 0)...), requests(t, 7, 1, 1)...))
	if p := f.Posture; p.Early.Total != 2 || p.Late.Total != 1 || p.Counts.Total != 6 {
		t.Errorf("early %d, late %d of %d", p.Early.Total, p.Late.Total, p.Counts.Total)
	}
	want := "2025 Q2 lies between the halves and is in neither."
	if f.Posture.Between != want || f.Arrivals.Between != want || f.Posture.Halves.Middle.Label() != "2025 Q2" {
		t.Errorf("%q and %q, want %q", f.Posture.Between, f.Arrivals.Between, want)
	}
	for _, d := range f.Definitions() {
		if d.ID == "posture" && !strings.HasSuffix(d.NotEnough, want) {
			t.Errorf("posture: %s", d.NotEnough)
		}
	}
	for _, asOf := range []string{"2025-03-31", "2025-06-30", "2025-12-31"} {
		s.Settings.AsOf = day(t, asOf)
		if p := compute(s, nil, nil).Posture; p.Between != "" || p.Halves.Middle != (tracker.Quarter{}) {
			t.Errorf("%s: %q", asOf, p.Between)
		}
	}
}

func TestHeadlineAgreesInNumber(t *testing.T) {
	f := compute(base(t), nil, requests(t, 1, 3, 1))
	if got, want := f.Posture.Headline(), "1 of 3 requests was partnered"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	f = compute(base(t), nil, nil)
	if f.Posture.Missing == "" || f.Arrivals.Missing == "" {
		t.Errorf("no requests: %q, %q", f.Posture.Missing, f.Arrivals.Missing)
	}
	f = compute(base(t), nil, []*tracker.Intake{full(t, "i", "2024-12-31"), full(t, "j", "2024-12-30")})
	if want := "all 2 requests are from before the period"; f.Posture.Missing != want || f.Arrivals.Missing != want {
		t.Errorf("%q and %q, want %q", f.Posture.Missing, f.Arrivals.Missing, want)
	}
}
