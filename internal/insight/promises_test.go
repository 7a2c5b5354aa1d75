package insight

import (
	"testing"

	"smallwins/internal/tracker"
)

func TestPromises(t *testing.T) {
	asOf := "2025-12-31"
	for _, tc := range []struct {
		name    string
		promise tracker.Promise
		want    Ratio
		state   tracker.PromiseState
	}{
		{"kept", tracker.Promise{State: tracker.PromiseKept}, Ratio{1, 1}, tracker.PromiseKept},
		{"late", tracker.Promise{State: tracker.PromiseLate}, Ratio{0, 1}, tracker.PromiseLate},
		{"missed", tracker.Promise{State: tracker.PromiseMissed}, Ratio{0, 1}, tracker.PromiseMissed},
		{"released", tracker.Promise{State: tracker.PromiseReleased}, Ratio{0, 0}, tracker.PromiseReleased},
		{"without a day", tracker.Promise{}, Ratio{0, 0}, tracker.PromiseOpen},
		{"due today", tracker.Promise{By: day(t, asOf)}, Ratio{0, 0}, tracker.PromiseOpen},
		{"due yesterday", tracker.Promise{By: day(t, "2025-12-30")}, Ratio{0, 1}, tracker.PromiseOverdue},
		{"moved, then kept", tracker.Promise{
			By: day(t, "2025-06-01"), State: tracker.PromiseMoved, Closed: day(t, "2025-06-20"),
			Moved: []tracker.Move{{To: day(t, "2025-06-20"), On: day(t, "2025-05-30")}},
		}, Ratio{1, 1}, tracker.PromiseKept},
		{"moved, then late", tracker.Promise{
			By: day(t, "2025-06-01"), State: tracker.PromiseMoved, Closed: day(t, "2025-06-21"),
			Moved: []tracker.Move{{To: day(t, "2025-06-20"), On: day(t, "2025-05-30")}},
		}, Ratio{0, 1}, tracker.PromiseLate},
		{"late, and moved when it was closed", tracker.Promise{
			By: day(t, "2025-06-01"), Closed: day(t, "2025-06-10"),
			Moved: []tracker.Move{{To: day(t, "2025-06-20"), On: day(t, "2025-06-11")}},
		}, Ratio{0, 1}, tracker.PromiseLate},
	} {
		in := full(t, "i", "2025-02-01")
		in.Commitments, in.Promises = nil, []tracker.Promise{tc.promise}
		p := compute(base(t), nil, []*tracker.Intake{in}).Promises
		if p.Small.Ratio != tc.want || p.All.Ratio != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, p.Small.Ratio, tc.want)
		}
		if p.Small.Total() != 1 || p.Big.Total() != 0 || p.Business.Total() != 0 {
			t.Errorf("%s: %d small, %d big, %d of the business", tc.name, p.Small.Total(), p.Big.Total(), p.Business.Total())
		}
	}
}

// The note names the day that a promise was held against.
func TestPromiseNotesNameTheDayThatCounted(t *testing.T) {
	in := full(t, "i", "2025-02-01")
	in.Promises = []tracker.Promise{{By: day(t, "2025-06-01"), Closed: day(t, "2025-06-10"), Moved: []tracker.Move{{To: day(t, "2025-06-20"), On: day(t, "2025-06-11")}}}}
	f := compute(base(t), nil, []*tracker.Intake{in})
	if got, want := receipt(t, f, "promises/all/late").Counted[0].Note, "late, due on 1 June 2025"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestPromisesThresholdAndEditions(t *testing.T) {
	in := full(t, "i", "2025-02-01")
	in.Commitments = []tracker.Promise{{What: "x", Who: "boss", By: day(t, "2025-03-01")}}
	for range 4 {
		in.Promises = append(in.Promises, tracker.Promise{State: tracker.PromiseKept})
	}
	f := compute(base(t), nil, []*tracker.Intake{in})
	if f.Promises.Missing == "" {
		t.Error("four promises come due are enough")
	}
	in.Promises = append(in.Promises, tracker.Promise{State: tracker.PromiseLate, Size: tracker.Big})
	tr := tracker.New(base(t), nil, []*tracker.Intake{in}, tracker.Census{})
	for _, e := range []tracker.Edition{tracker.TeamEdition, tracker.LeadersEdition} {
		p := Compute(tr.Redacted(e)).Promises
		if got, want := p.Headline(), "We kept 4 of 4 small promises and 0 of 1 big one"; got != want {
			t.Errorf("%s: %q, want %q", e, got, want)
		}
		want := Ratio{0, 1}
		if e == tracker.LeadersEdition {
			want = Ratio{} // a single one would tell whose it was
		}
		if p.Business.Ratio != want || len(p.Business.Overdue) != want.D || p.Business.Missing == "" {
			t.Errorf("%s: business %v, missing %q", e, p.Business.Ratio, p.Business.Missing)
		}
	}
}
