package insight

import (
	"testing"

	"smallwins/internal/tracker"
)

func TestAnswerCutOff(t *testing.T) {
	for _, tc := range []struct {
		name, text, on, agreed string
		asked                  bool
		state                  AnswerState
		undated                bool
	}{
		{"before the agreement", "x", "2025-03-01", "2025-03-02", false, Answered, false},
		{"on its day", "x", "2025-03-02", "2025-03-02", false, Answered, false},
		{"the day after", "x", "2025-03-03", "2025-03-02", false, AddedAfterwards, false},
		{"no agreement yet", "x", "2025-03-03", "", false, Answered, false},
		{"no day", "x", "", "2025-03-02", false, Answered, true},
		{"asked", "", "", "2025-03-02", true, AskedOnly, false},
		{"not asked", "", "", "", false, NotAsked, false},
		{"answered though listed as asked", "x", "2025-03-01", "", true, Answered, false},
	} {
		in := &tracker.Intake{AgreedOn: day(t, tc.agreed)}
		if tc.text != "" {
			in.Contract.Own = said(tc.text, day(t, tc.on))
		}
		if tc.asked {
			in.Asked = []string{"own"}
		}
		c := compute(base(t), nil, []*tracker.Intake{in}).Contract(in)
		a := c.Partnership()
		if a.State != tc.state || a.Undated != tc.undated {
			t.Errorf("%s: %s, undated %v; want %s, %v", tc.name, a.State, a.Undated, tc.state, tc.undated)
		}
		if want := map[AnswerState]int{Answered: 1}[tc.state]; c.N != want {
			t.Errorf("%s: %d answers count, want %d", tc.name, c.N, want)
		}
	}
}

func TestMarks(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*tracker.Intake)
		held   [4]bool
	}{
		{"all", func(*tracker.Intake) {}, [4]bool{true, true, true, true}},
		{"our own commitment", func(in *tracker.Intake) { in.Commitments[0].Who = "ann" }, [4]bool{false, true, true, true}},
		{"a commitment of nobody", func(in *tracker.Intake) { in.Commitments[0].Who = "" }, [4]bool{false, true, true, true}},
		{"a commitment without a day", func(in *tracker.Intake) { in.Commitments[0].By = 0 }, [4]bool{false, true, true, true}},
		{"a commitment that was missed", func(in *tracker.Intake) { in.Commitments[0].State = tracker.PromiseMissed }, [4]bool{true, true, true, true}},
		{"free text is the business", func(in *tracker.Intake) { in.Commitments[0].Who = "Ann Other (Sales)" }, [4]bool{true, true, true, true}},
		{"a measure of learning", func(in *tracker.Intake) { in.Measure.Level = tracker.LevelLearning }, [4]bool{true, false, true, true}},
		{"a baseline of zero", func(in *tracker.Intake) { in.Measure.Baseline = known(0) }, [4]bool{true, true, true, true}},
		{"no baseline", func(in *tracker.Intake) { in.Measure.Baseline = tracker.Number{} }, [4]bool{true, false, true, true}},
		{"no target", func(in *tracker.Intake) { in.Measure.Target = tracker.Number{} }, [4]bool{true, false, true, true}},
		{"reinforcement without a when", func(in *tracker.Intake) { in.Reinforcement[0].When = "" }, [4]bool{true, true, false, true}},
		{"our own barrier", func(in *tracker.Intake) { in.Barriers[0].Owner = "ben" }, [4]bool{true, true, true, false}},
		{"looked, with an unowned barrier", func(in *tracker.Intake) {
			in.Barriers[0].Owner, in.BarriersChecked = "", 1
		}, [4]bool{true, true, true, false}},
		{"looked, none found", func(in *tracker.Intake) { in.Barriers, in.BarriersChecked = nil, 1 }, [4]bool{true, true, true, true}},
		{"nobody looked", func(in *tracker.Intake) { in.Barriers = nil }, [4]bool{true, true, true, false}},
	} {
		in := full(t, "i", "2025-02-01")
		tc.change(in)
		c := compute(base(t), nil, []*tracker.Intake{in}).Contract(in)
		for i, m := range c.Marks() {
			if m.Held != tc.held[i] {
				t.Errorf("%s: %s held is %v: %s", tc.name, m.ID, m.Held, m.Reason)
			}
			if m.Reason == "" || m.Label == "" {
				t.Errorf("%s: %s says nothing", tc.name, m.ID)
			}
		}
	}
	c := compute(base(t), nil, []*tracker.Intake{full(t, "i", "2025-02-01")}).ContractOf("I")
	if got, want := c.Owned.Reason, "owned by Bea Boss: An hour a week, by 30 September 2025"; got != want {
		t.Errorf("owned: %q, want %q", got, want)
	}
}

func TestDepthThreshold(t *testing.T) {
	var intakes []*tracker.Intake
	for _, id := range []tracker.ID{"a", "b", "c", "d"} {
		intakes = append(intakes, full(t, id, "2025-02-01"))
	}
	asked := full(t, "x", "2025-02-01")
	asked.Status = tracker.StatusRequested
	f := compute(base(t), nil, append(intakes, asked))
	if f.Depth.Missing == "" || len(f.Depth.Excluded) != 1 || f.Contract(asked).Missing == "" {
		t.Errorf("four agreed intakes: missing %q, left out %v", f.Depth.Missing, f.Depth.Excluded)
	}
	f = compute(base(t), nil, append(intakes, full(t, "e", "2025-02-01")))
	if f.Depth.Missing != "" || f.Depth.Gaps[4].Ratio != (Ratio{5, 5}) || !f.Depth.Gaps[4].Partnership {
		t.Errorf("five agreed intakes: %q, %v", f.Depth.Missing, f.Depth.Gaps[4])
	}
}
