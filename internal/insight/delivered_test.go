package insight

import (
	"testing"

	"smallwins/internal/tracker"
)

func evaluated(t *testing.T, id tracker.ID, v tracker.Verdict) *tracker.Intake {
	in := full(t, id, "2025-02-01")
	in.Status, in.Verdict, in.DeliveredOn = tracker.StatusEvaluated, v, day(t, "2025-05-01")
	return in
}

func TestDelivered(t *testing.T) {
	all := []*tracker.Intake{
		evaluated(t, "a", tracker.VerdictChanged), evaluated(t, "b", tracker.VerdictPartly),
		evaluated(t, "c", tracker.VerdictNoChange), evaluated(t, "d", tracker.VerdictWorse), evaluated(t, "u", tracker.VerdictUnknown),
	}
	d := compute(base(t), nil, all).Delivered
	if d.NothingChanged != (Ratio{2, 4}) || d.Missing == "" || len(d.Excluded) != 1 {
		t.Errorf("%v, missing %q, left out %d: unknown is no case", d.NothingChanged, d.Missing, len(d.Excluded))
	}
	all = append(all, evaluated(t, "e", tracker.VerdictChanged))
	f := compute(base(t), nil, all)
	if got, want := f.Delivered.Headline(), "Nothing changed, or it got worse, in 2 of 5 evaluated cases"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	all[3].Verdict = tracker.VerdictNoChange
	if got, want := compute(base(t), nil, all).Delivered.Headline(), "Nothing changed in 2 of 5 evaluated cases"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	all[3].Verdict = tracker.VerdictWorse
	if f.Ownership.Owned != 5 || f.Ownership.Unowned != 0 || f.Ownership.Missing == "" {
		t.Errorf("ownership %d and %d: %q", f.Ownership.Owned, f.Ownership.Unowned, f.Ownership.Missing)
	}
}

func TestNobodyLooked(t *testing.T) {
	for _, tc := range []struct {
		name, on string
		verdict  tracker.Verdict
		waiting  int
		past     bool
	}{
		{"90 days", "2025-10-02", "", 1, false},
		{"91 days", "2025-10-01", "", 1, true},
		{"no day", "", "", 1, false},
		{"a verdict, not marked as evaluated", "2025-03-01", tracker.VerdictChanged, 0, false},
	} {
		in := full(t, "i", "2025-02-01")
		in.Status, in.DeliveredOn, in.Verdict = tracker.StatusDelivered, day(t, tc.on), tc.verdict
		d := compute(base(t), nil, []*tracker.Intake{in}).Delivered
		if len(d.Waiting) != tc.waiting || (len(d.NobodyLooked) == 1) != tc.past {
			t.Errorf("%s: waiting %d, nobody looked %d", tc.name, len(d.Waiting), len(d.NobodyLooked))
		}
		if tc.waiting+len(d.Excluded) != 1 {
			t.Errorf("%s: lost from sight", tc.name)
		}
	}
}

func TestFlagged(t *testing.T) {
	for _, tc := range []struct {
		name      string
		last      tracker.Number
		baseline  tracker.Number
		direction string
		verdict   tracker.Verdict
		want      bool
	}{
		{"less than meaningful", known(44.9), known(40), "up", tracker.VerdictChanged, true},
		{"exactly meaningful", known(45), known(40), "up", tracker.VerdictChanged, false},
		{"the other way", known(30), known(40), "up", tracker.VerdictChanged, true},
		{"down as wanted", known(30), known(40), "down", tracker.VerdictChanged, false},
		{"unmoved", known(40), known(40), "up", tracker.VerdictChanged, true},
		{"no baseline", known(40), tracker.Number{}, "up", tracker.VerdictChanged, false},
		{"no reading", tracker.Number{}, known(40), "up", tracker.VerdictChanged, false},
		{"verdict partly", known(41), known(40), "up", tracker.VerdictPartly, false},
		{"verdict partly, the other way", known(39), known(40), "up", tracker.VerdictPartly, true},
		{"no change, and it moved", known(46), known(40), "up", tracker.VerdictNoChange, true},
		{"worse, and it is better", known(46), known(40), "up", tracker.VerdictWorse, true},
		{"worse, and it is", known(34), known(40), "up", tracker.VerdictWorse, false},
	} {
		in := evaluated(t, "i", tc.verdict)
		in.Measure.Baseline, in.Measure.Direction = tc.baseline, tc.direction
		in.Readings = []tracker.Reading{{Date: day(t, "2025-06-01"), Value: known(55)}, {Date: day(t, "2025-09-01"), Value: tc.last}}
		if !tc.last.Known {
			in.Readings = in.Readings[1:]
		}
		d := compute(base(t), nil, []*tracker.Intake{in}).Delivered
		if got := len(d.Flagged) == 1; got != tc.want {
			t.Errorf("%s: flagged is %v", tc.name, got)
		}
	}
	// What was read before the delivery, or on its day, says nothing of what came after.
	early := evaluated(t, "i", tracker.VerdictChanged)
	early.Measure.Baseline, early.Measure.Direction = known(40), "up"
	early.Readings = []tracker.Reading{{Date: day(t, "2025-04-01"), Value: known(40)}, {Date: early.DeliveredOn, Value: known(40)}}
	if d := compute(base(t), nil, []*tracker.Intake{early}).Delivered; len(d.Flagged) != 0 {
		t.Errorf("flagged by a reading from before the delivery: %s", d.Flagged[0].Reason)
	}
	// Decimals that binary fractions cannot write: 9.4 - 9.0 is 0.4.
	in := evaluated(t, "i", tracker.VerdictChanged)
	in.Measure = tracker.Measure{Level: tracker.LevelResult, Direction: "down", Baseline: known(9.4), Meaningful: known(0.4)}
	in.Readings = []tracker.Reading{{Date: day(t, "2025-06-01"), Value: known(9.0)}}
	if d := compute(base(t), nil, []*tracker.Intake{in}).Delivered; len(d.Flagged) != 0 {
		t.Errorf("flagged: %s", d.Flagged[0].Reason)
	}
}

func TestEventRisk(t *testing.T) {
	in := full(t, "i", "2025-02-01")
	in.Reinforcement = nil
	if e := compute(base(t), nil, []*tracker.Intake{in}).EventRisk; len(e.AtRisk) != 0 || len(e.Live) != 1 {
		t.Errorf("owned, not reinforced: %d of %d at risk", len(e.AtRisk), len(e.Live))
	}
	in.Commitments = nil
	e := compute(base(t), nil, []*tracker.Intake{in}).EventRisk
	if got, want := e.Headline(), "1 of 1 live request has neither an owner nor reinforcement"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for want, ins := range map[string][]*tracker.Intake{
		"Nothing is agreed or being built at the moment":               {},
		"The one live request has an owner or reinforcement":           {full(t, "a", "2025-02-01")},
		"Both live requests have an owner or reinforcement":            {full(t, "a", "2025-02-01"), full(t, "b", "2025-02-01")},
		"All 3 live requests have an owner or reinforcement":           {full(t, "a", "2025-02-01"), full(t, "b", "2025-02-01"), full(t, "c", "2025-02-01")},
		"1 of 2 live requests has neither an owner nor reinforcement":  {full(t, "a", "2025-02-01"), lonely(t, "b")},
		"2 of 2 live requests have neither an owner nor reinforcement": {lonely(t, "a"), lonely(t, "b")},
	} {
		e := compute(base(t), nil, ins).EventRisk
		if got := e.Headline(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A verdict bears no day: as of the delivery it stands, however late it came.
func TestVerdictsAsOfAnEarlierDay(t *testing.T) {
	for _, tc := range []struct {
		name, asOf string
		change     func(*tracker.Intake)
		want       string // "verdict", "waiting" or ""
	}{
		{"before the delivery", "2025-05-31", nil, ""},
		{"on the day of the delivery", "2025-06-01", nil, "verdict"},
		{"before its reading", "2025-06-30", func(in *tracker.Intake) { in.Readings = []tracker.Reading{{Date: day(t, "2025-07-01")}} }, "waiting"},
		{"on the day of its reading", "2025-07-01", func(in *tracker.Intake) { in.Readings = []tracker.Reading{{Date: day(t, "2025-07-01")}} }, "verdict"},
		{"without a day of delivery", "2025-02-01", func(in *tracker.Intake) { in.DeliveredOn = 0 }, "verdict"},
		{"agreed on a later day", "2025-02-01", func(in *tracker.Intake) { in.DeliveredOn, in.AgreedOn = 0, day(t, "2025-02-02") }, ""},
	} {
		in := full(t, "i", "2025-02-01")
		in.Status, in.Verdict, in.DeliveredOn, in.Readings = tracker.StatusEvaluated, tracker.VerdictChanged, day(t, "2025-06-01"), nil
		if tc.change != nil {
			tc.change(in)
		}
		d := Compute(tracker.New(base(t), nil, []*tracker.Intake{in}, tracker.Census{}).On(day(t, tc.asOf))).Delivered
		got := ""
		switch {
		case len(d.Evaluated) == 1:
			got = "verdict"
		case len(d.Waiting) == 1:
			got = "waiting"
		}
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestRequested(t *testing.T) {
	f := func(requested, agreed []string) Requested {
		in := full(t, "i", "2025-02-01")
		in.Requested, in.Agreed = requested, agreed
		return compute(base(t), nil, []*tracker.Intake{in}).Requested
	}
	for _, tc := range []struct {
		name              string
		requested, agreed []string
		want              Ratio
	}{
		{"the same", []string{"live"}, []string{"live"}, Ratio{0, 1}},
		{"more", []string{"elearning"}, []string{"elearning", "job-aid"}, Ratio{1, 1}},
		{"something else", []string{"blended"}, []string{"tool-change"}, Ratio{1, 1}},
		{"nothing built", []string{"live"}, []string{"none"}, Ratio{0, 1}},
		{"not asked for training", []string{"job-aid"}, []string{"job-aid"}, Ratio{}},
		{"not known what was agreed", []string{"live"}, nil, Ratio{}},
	} {
		r := f(tc.requested, tc.agreed)
		if r.Ratio != tc.want || r.Missing == "" || r.Ratio.D+len(r.Excluded) != 1 {
			t.Errorf("%s: %v, %d left out", tc.name, r.Ratio, len(r.Excluded))
		}
	}
}
