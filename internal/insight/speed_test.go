package insight

import (
	"fmt"
	"testing"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// paced are agreed intakes with the given days to the agreement; the first are
// owned.
func paced(t testing.TB, owned int, days ...int) []*tracker.Intake {
	var ins []*tracker.Intake
	for i, n := range days {
		in := full(t, tracker.ID(fmt.Sprintf("i%02d", i)), "2025-02-01")
		in.AgreedOn = in.RequestedOn.AddDays(n)
		if i >= owned {
			in.Commitments = nil
		}
		ins = append(ins, in)
	}
	return ins
}

func TestSpeed(t *testing.T) {
	for _, tc := range []struct {
		name       string
		owned      int
		days       []int
		median     tracker.Number
		fastAlone  Ratio
		sides      [2]bool // both medians known
		headlineIs string
	}{
		{"four", 2, []int{1, 2, 3, 4}, tracker.Number{}, Ratio{}, [2]bool{}, "Not enough data yet: 4 of the 5 agreed requests with both days that it takes"},
		{"five, the median is not fast", 2, []int{30, 20, 10, 9, 8}, known(10), Ratio{2, 5}, [2]bool{}, "2 of 5 agreed requests were fast and unowned; none of them has a known verdict"},
		{"all equal", 0, []int{0, 0, 0, 0, 0}, known(0), Ratio{}, [2]bool{false, true}, "Not enough data yet: the 5 agreed requests with both days took equally long"},
		{"most equal, and one longer", 0, []int{3, 3, 3, 3, 9}, known(3), Ratio{4, 5}, [2]bool{false, true}, "4 of 5 agreed requests were fast and unowned; none of them has a known verdict"},
		{"most equal, and one shorter", 0, []int{1, 3, 3, 3, 3}, known(3), Ratio{1, 5}, [2]bool{false, true}, "1 of 5 agreed requests was fast and unowned; it has no known verdict"},
		{"more above than below", 0, []int{1, 5, 5, 8, 9, 9}, known(6.5), Ratio{3, 6}, [2]bool{false, true}, "3 of 6 agreed requests were fast and unowned; none of them has a known verdict"},
		{"ties below many above", 0, []int{1, 4, 4, 4, 7, 8, 9}, known(4), Ratio{4, 7}, [2]bool{false, true}, "4 of 7 agreed requests were fast and unowned; none of them has a known verdict"},
		{"ties above many below", 0, []int{1, 2, 3, 4, 4, 4, 9}, known(4), Ratio{3, 7}, [2]bool{false, true}, "3 of 7 agreed requests were fast and unowned; none of them has a known verdict"},
		{"half days", 5, []int{1, 2, 3, 4, 5, 6}, known(3.5), Ratio{0, 6}, [2]bool{true, false}, "0 of 6 agreed requests were fast and unowned"},
		{"five each", 5, []int{1, 2, 3, 4, 5, 5, 6, 7, 8, 9}, known(5), Ratio{0, 10}, [2]bool{true, true}, "0 of 10 agreed requests were fast and unowned"},
	} {
		f := compute(base(t), nil, paced(t, tc.owned, tc.days...))
		s := f.speed()
		if s.Median != tc.median || s.Ratio != tc.fastAlone || s.Headline() != tc.headlineIs {
			t.Errorf("%s: median %v, fast and unowned %v, %q", tc.name, s.Median, s.Ratio, s.Headline())
		}
		if [2]bool{s.Owned.Median.Known, s.Unowned.Median.Known} != tc.sides {
			t.Errorf("%s: medians %v and %v", tc.name, s.Owned.Median, s.Unowned.Median)
		}
		if fast, slow := len(s.Owned.Fast)+len(s.Unowned.Fast), len(s.Owned.Slow)+len(s.Unowned.Slow); s.Split && (min(fast, slow) == 0 || fast+slow != len(s.Cases)) {
			t.Errorf("%s: %d fast and %d not", tc.name, fast, slow)
		}
		if !s.Split && len(s.Owned.Fast)+len(s.Unowned.Fast) > 0 {
			t.Errorf("%s: fast without a median", tc.name)
		}
		wantReceipts(t, speedSheet(f), map[string]string{"speed/cases": message.English().Count(len(tc.days))})
	}
	f := compute(base(t), nil, paced(t, 5, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9))
	wantReceipts(t, speedSheet(f), map[string]string{
		"speed/median": "5 days", "speed/owned-median": "3 days", "speed/unowned-median": "7 days",
		"speed/fast-unowned": "0 of 10", "speed/fast-owned": "4 of 10", "speed/slow-owned": "1 of 10", "speed/slow-unowned": "5 of 10",
	})
}

func TestSpeedLeavesOut(t *testing.T) {
	for _, tc := range []struct {
		name    string
		change  func(*tracker.Intake)
		reason  string // "" counts
		verdict string
	}{
		{"agreed", func(*tracker.Intake) {}, "", "not delivered yet"},
		{"mandated", func(in *tracker.Intake) { in.Mandated = true }, "", "not delivered yet"},
		{"no day of agreement", func(in *tracker.Intake) { in.AgreedOn = 0 }, "without a day of the agreement", ""},
		{"no day of request", func(in *tracker.Intake) { in.RequestedOn = 0 }, "without a day of the request", ""},
		{"agreed first", func(in *tracker.Intake) { in.AgreedOn = in.RequestedOn - 1 }, "dated as agreed before it was requested", ""},
		{"exploring", func(in *tracker.Intake) { in.Status = tracker.StatusExploring }, "still being explored", ""},
		{"withdrawn", func(in *tracker.Intake) { in.Status = tracker.StatusWithdrawn }, "withdrawn", ""},
		{"no status", func(in *tracker.Intake) { in.Status = "" }, "without a status", ""},
		{"delivered", func(in *tracker.Intake) { in.Status = tracker.StatusDelivered }, "", "not looked at yet"},
		{"a verdict too early", func(in *tracker.Intake) {
			in.Status, in.Verdict = tracker.StatusDelivered, tracker.VerdictChanged
		}, "", "not yet marked as evaluated"},
		{"evaluated", func(in *tracker.Intake) {
			in.Status, in.Verdict = tracker.StatusEvaluated, tracker.VerdictNoChange
		}, "", "No change"},
	} {
		in := paced(t, 1, 3)[0]
		tc.change(in)
		s := compute(base(t), nil, []*tracker.Intake{in}).speed()
		reason, verdict := "", ""
		if len(s.Excluded) == 1 {
			reason = s.Excluded[0].Reason
		}
		if len(s.Cases) == 1 {
			verdict = s.Cases[0].Verdict
		}
		if len(s.Cases)+len(s.Excluded) != 1 || reason != tc.reason || verdict != tc.verdict {
			t.Errorf("%s: left out %q, verdict %q", tc.name, reason, verdict)
		}
	}
}

// What was fast is never said without what became of it.
func TestSpeedStandsBesideTheVerdict(t *testing.T) {
	const changed, partly, nothing, worse, unknown = tracker.VerdictChanged, tracker.VerdictPartly, tracker.VerdictNoChange, tracker.VerdictWorse, tracker.VerdictUnknown
	for _, tc := range []struct {
		verdicts []tracker.Verdict // of the fast ones; "" is none
		want     string
		receipt  string
	}{
		{[]tracker.Verdict{changed, partly, nothing, worse}, "something changed in 2 of 4 with a verdict", "2 of 4"},
		{[]tracker.Verdict{changed, unknown, "", ""}, "something changed in 1 of 1 with a verdict", "1 of 1"},
		{[]tracker.Verdict{nothing, "", "", ""}, "something changed in 0 of 1 with a verdict", "0 of 1"},
		{[]tracker.Verdict{unknown, "", "", ""}, "none of them has a known verdict", "0 of 0"},
	} {
		ins := paced(t, 0, 1, 2, 3, 4, 10, 11, 12, 13)
		for i, v := range tc.verdicts {
			if v != "" {
				ins[i].Status, ins[i].Verdict = tracker.StatusEvaluated, v
			}
		}
		ins[7].Status, ins[7].Verdict = tracker.StatusEvaluated, changed // not fast
		f := compute(base(t), nil, ins)
		s := f.speed()
		if got, want := s.Headline(), "4 of 8 agreed requests were fast and unowned; "+tc.want; got != want {
			t.Errorf("%v: %q, want %q", tc.verdicts, got, want)
		}
		wantReceipts(t, speedSheet(f), map[string]string{"speed/fast-unowned-changed": tc.receipt})
	}
	ins := paced(t, 0, 1, 2, 3, 4, 5)
	ins[0].Status, ins[0].Verdict = tracker.StatusDelivered, changed // nobody has marked it as evaluated
	s := compute(base(t), nil, ins).speed()
	if got, want := s.Headline(), "2 of 5 agreed requests were fast and unowned; none of them has a known verdict"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
