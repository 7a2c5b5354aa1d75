package tracker_test

import (
	"testing"

	"smallwins/internal/tracker"
)

func TestDisagrees(t *testing.T) {
	known := func(v float64) tracker.Number { return tracker.Number{Value: v, Known: true} }
	type change func(*tracker.Intake)
	direction := func(d string) change { return func(in *tracker.Intake) { in.Measure.Direction = d } }
	target := func(v float64) change { return func(in *tracker.Intake) { in.Measure.Target = known(v) } }
	for _, c := range []struct {
		name    string
		verdict tracker.Verdict
		reading float64 // the baseline is 40, and 5 is meaningful
		change  change
		want    tracker.DisagreementKind
	}{
		{"changed, and it did", tracker.VerdictChanged, 45, nil, ""},
		{"changed, by less than matters", tracker.VerdictChanged, 44.9, nil, tracker.ReadingNear},
		{"changed, not at all", tracker.VerdictChanged, 40, nil, tracker.ReadingSame},
		{"changed, the other way", tracker.VerdictChanged, 39, nil, tracker.ReadingOther},
		{"changed, and lower is better", tracker.VerdictChanged, 34, direction("down"), ""},
		{"changed, the way follows from the target", tracker.VerdictChanged, 30, func(in *tracker.Intake) { direction("")(in); target(50)(in) }, tracker.ReadingOther},
		{"changed, and which way is wanted is not known", tracker.VerdictChanged, 30, direction(""), ""},
		{"changed by less than matters, whichever way is wanted", tracker.VerdictChanged, 38, direction(""), tracker.ReadingNear},
		{"changed not at all, whichever way is wanted", tracker.VerdictChanged, 40, direction(""), tracker.ReadingSame},
		{"partly, by little", tracker.VerdictPartly, 41, nil, ""},
		{"partly, not at all", tracker.VerdictPartly, 40, nil, ""},
		{"partly, the other way", tracker.VerdictPartly, 39, nil, tracker.ReadingOther},
		{"partly, and which way is wanted is not known", tracker.VerdictPartly, 39, direction(""), ""},
		{"no change, by little", tracker.VerdictNoChange, 44, nil, ""},
		{"no change, as wanted", tracker.VerdictNoChange, 45, nil, tracker.ReadingBetter},
		{"no change, the other way", tracker.VerdictNoChange, 35, nil, tracker.ReadingOther},
		{"no change, up to the target", tracker.VerdictNoChange, 43, target(43), tracker.ReadingBetter},
		{"no change, and nobody said what matters", tracker.VerdictNoChange, 60, func(in *tracker.Intake) { in.Measure.Meaningful = tracker.Number{} }, ""},
		{"worse, and it is", tracker.VerdictWorse, 39, nil, ""},
		{"worse, and it is as before", tracker.VerdictWorse, 40, nil, ""},
		{"worse, and it is better by little", tracker.VerdictWorse, 41, nil, ""},
		{"worse, and it is better", tracker.VerdictWorse, 45, nil, tracker.ReadingBetter},
		{"could not tell", tracker.VerdictUnknown, 45, nil, ""},
		{"of learning", tracker.VerdictChanged, 40, func(in *tracker.Intake) { in.Measure.Level = tracker.LevelLearning }, ""},
		{"of a level that nobody named", tracker.VerdictChanged, 40, func(in *tracker.Intake) { in.Measure.Level = "" }, tracker.ReadingSame},
		{"without a baseline", tracker.VerdictChanged, 40, func(in *tracker.Intake) { in.Measure.Baseline = tracker.Number{} }, ""},
		{"read on the day of the delivery", tracker.VerdictChanged, 40, func(in *tracker.Intake) { in.DeliveredOn = in.Readings[0].Date }, ""},
		{"without a day of the delivery", tracker.VerdictChanged, 40, func(in *tracker.Intake) { in.DeliveredOn = 0 }, ""},
		{"read after the day of the report", tracker.VerdictChanged, 40, func(in *tracker.Intake) { in.Readings[0].Date = day("2026-07-01") }, ""},
		{"delivered, not evaluated", tracker.VerdictChanged, 40, func(in *tracker.Intake) { in.Status = tracker.StatusDelivered }, ""},
		{"read again", tracker.VerdictChanged, 40, func(in *tracker.Intake) {
			in.Readings = append(in.Readings, tracker.Reading{Date: day("2026-04-01"), Value: known(50)}, tracker.Reading{Date: day("2026-05-01")})
		}, ""},
		{"decimals that cannot be stored exactly", tracker.VerdictChanged, 9.0, func(in *tracker.Intake) {
			in.Measure = tracker.Measure{Direction: "down", Baseline: known(9.4), Meaningful: known(0.4)}
		}, ""},
	} {
		in := newIntake("a", "2026-01-02")
		in.Status, in.Verdict, in.DeliveredOn = tracker.StatusEvaluated, c.verdict, day("2026-02-01")
		in.Measure = tracker.Measure{Level: tracker.LevelResult, Direction: "up", Baseline: known(40), Meaningful: known(5)}
		in.Readings = []tracker.Reading{{Date: day("2026-03-01"), Value: known(c.reading)}}
		if c.change != nil {
			c.change(in)
		}
		got, disagrees := in.Disagrees(day("2026-06-30"))
		if got.Kind != c.want || disagrees != (c.want != "") {
			t.Errorf("%s: %q, want %q", c.name, got.Kind, c.want)
		}
	}
}
