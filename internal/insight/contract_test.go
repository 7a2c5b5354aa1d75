package insight

import (
	"slices"
	"strings"
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

// The finding names the question that was answered least; several that were are
// counted, and none is named as if it were alone.
func TestDepthHeadline(t *testing.T) {
	for _, tc := range []struct {
		open []string // in one of five requests
		want string
	}{
		{nil, ""},
		{[]string{tracker.OwnQuestion}, ""},
		{[]string{"shift"}, "; “Shift” in 4"},
		{[]string{"shift", "barrier"}, "; 2 others in 4 each"},
		{[]string{"shift", tracker.OwnQuestion}, ""},
	} {
		var intakes []*tracker.Intake
		for _, id := range []tracker.ID{"a", "b", "c", "d", "e"} {
			in := full(t, id, "2025-02-01")
			if id == "e" {
				for _, q := range tc.open {
					*map[string]*tracker.Prose{"shift": &in.Contract.Shift, "barrier": &in.Contract.Barrier, tracker.OwnQuestion: &in.Contract.Own}[q] = tracker.Prose{}
				}
			}
			intakes = append(intakes, in)
		}
		d := compute(base(t), nil, intakes).Depth
		own := "5"
		if slices.Contains(tc.open, tracker.OwnQuestion) {
			own = "4"
		}
		if got, want := d.Headline(), "The partnership question was answered in "+own+" of 5 agreed requests"+tc.want; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestParts(t *testing.T) {
	by := day(t, "2025-09-30")
	for _, tc := range []struct {
		name   string
		change func(*tracker.Intake)
		want   string // the parts of the business, and what is open of leading
	}{
		{"nothing", nil, ""},
		{"a commitment with an action and a day", func(in *tracker.Intake) {
			in.Commitments = []tracker.Promise{{What: "An hour.", Who: "boss", By: by}}
		}, "lead"},
		{"one without a day", func(in *tracker.Intake) { in.Commitments = []tracker.Promise{{What: "An hour.", Who: "boss"}} }, ": Bea Boss has taken a part, without a day"},
		{"one without an action", func(in *tracker.Intake) { in.Commitments = []tracker.Promise{{Who: "boss", By: by}} }, ": no one in the business has taken a part"},
		{"one of each", func(in *tracker.Intake) {
			in.Commitments = []tracker.Promise{{What: "A word.", Who: "Four managers"}, {What: "An hour.", Who: "boss", By: by}}
		}, "lead"},
		{"our own", func(in *tracker.Intake) { in.Commitments = []tracker.Promise{{What: "An hour.", Who: "ann", By: by}} }, ""},
		{"reinforced by both", func(in *tracker.Intake) {
			in.Reinforcement = []tracker.Reinforcement{{Who: "ann"}, {Who: "boss"}, {Who: "boss"}, {What: "Ask"}}
		}, "reinforce"},
		{"a barrier", func(in *tracker.Intake) { in.Barriers = []tracker.Barrier{{Owner: "boss"}} }, "remove"},
		{"an owner whom nobody knows", func(in *tracker.Intake) {
			in.Owner, in.Measure = "Robin Elsewhere", tracker.Measure{Name: "Calls"}
		}, ""},
	} {
		in := lonely(t, "i")
		if tc.change != nil {
			tc.change(in)
		}
		f := compute(base(t), nil, []*tracker.Intake{in})
		var held []string
		open, business := "", false
		for _, p := range f.Parts(f.Contract(in)) {
			if len(p.Business) > 0 {
				held = append(held, p.ID)
				business = true
			}
			if len(p.Business) > 1 {
				t.Errorf("%s: %s of the business is held by %v", tc.name, p.ID, p.Business)
			}
			if p.Open != "" {
				open = ": " + strings.TrimSuffix(p.Open, " yet")
			}
		}
		if got := strings.Join(held, ", ") + open; got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
		if a := f.alone(); a.Cases[0].Alone == business {
			t.Errorf("%s: L&D is alone: %v; the business holds %v", tc.name, a.Cases[0].Alone, held)
		}
		if _, r, ok := f.Receipt("contract/i/business"); !ok || r.N != len(held) || r.D != 5 {
			t.Errorf("%s: the receipt says %s", tc.name, r.Text)
		}
	}
}

func TestContractReceipts(t *testing.T) {
	a, b := full(t, "a", "2025-02-01"), full(t, "b", "2025-02-01")
	b.Status = tracker.StatusRequested
	grew, early := win(t, "2025-03-01"), win(t, "2024-03-01")
	grew.Intake, early.Intake = "a", "a"
	wantReceipts(t, contractSheet(compute(base(t), []*tracker.Win{grew, early, win(t, "2025-04-01")}, []*tracker.Intake{a, b})), map[string]string{
		"contract/status-agreed": "1", "contract/status-requested": "1", "contract/status-declined": "0",
		"contract/a/grew": "2", "contract/b/grew": "0", "contract/a/business": "3 of 5",
	})
}
