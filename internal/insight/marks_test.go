package insight

import (
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// What is missing may still come as long as a request is open, and no longer
// once it is over.
func TestMarksSayYetWhileItCanStillCome(t *testing.T) {
	unfinished := map[string]func(*tracker.Intake){
		"nothing at all":       func(*tracker.Intake) {},
		"a part without a day": func(in *tracker.Intake) { in.Commitments = []tracker.Promise{{What: "An hour.", Who: "boss"}} },
		"no baseline":          func(in *tracker.Intake) { in.Measure = tracker.Measure{Level: tracker.LevelResult, Target: known(2)} },
		"no target":            func(in *tracker.Intake) { in.Measure = tracker.Measure{Level: tracker.LevelResult, Baseline: known(1)} },
		"neither":              func(in *tracker.Intake) { in.Measure = tracker.Measure{Level: tracker.LevelResult, Name: "Errors"} },
		"a barrier":            func(in *tracker.Intake) { in.Barriers = []tracker.Barrier{{What: "Slow screens"}} },
		"half a reinforcement": func(in *tracker.Intake) { in.Reinforcement = []tracker.Reinforcement{{Who: "boss"}} },
	}
	for status, open := range map[tracker.Status]bool{
		tracker.StatusRequested: true, tracker.StatusExploring: true, tracker.StatusAgreed: true, tracker.StatusBuilding: true, tracker.StatusWaitlisted: true,
		tracker.StatusDelivered: false, tracker.StatusEvaluated: false, tracker.StatusRedirected: false, tracker.StatusDeclined: false, tracker.StatusWithdrawn: false,
	} {
		for name, change := range unfinished {
			in := &tracker.Intake{ID: "i", Title: "I", RequestedOn: day(t, "2025-02-01"), Status: status}
			change(in)
			c := compute(base(t), nil, []*tracker.Intake{in}).Contracts[0]
			said := 0
			for _, m := range []Mark{c.Owned, c.Shift, c.Reinforcement, c.Barrier} {
				if m.Held || m.Reason == "" {
					t.Errorf("%s, %s: %+v", status, name, m)
				}
				if strings.Contains(" "+m.Reason+" ", " yet ") || strings.Contains(m.Reason, " yet:") {
					said++
				}
			}
			if open != (said >= 3) || !open && said > 0 {
				t.Errorf("%s, %s: “yet” stands in %d reasons", status, name, said)
			}
		}
	}
}
