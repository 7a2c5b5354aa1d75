package insight

import (
	"testing"

	"smallwins/internal/message"
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
		{"moved after its day, then done by the new one", tracker.Promise{
			By: day(t, "2025-06-01"), State: tracker.PromiseMoved, Closed: day(t, "2025-06-18"),
			Moved: []tracker.Move{{To: day(t, "2025-06-20"), On: day(t, "2025-06-02")}},
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

// The note names the day that a promise was held against and the one on which
// it was closed, and says where a move came too late.
func TestPromiseNotesNameTheDayThatCounted(t *testing.T) {
	by, closed := day(t, "2025-06-01"), day(t, "2025-06-10")
	move := func(to, on string) []tracker.Move { return []tracker.Move{{To: day(t, to), On: day(t, on)}} }
	for _, tc := range []struct {
		id      string
		promise tracker.Promise
		want    string
	}{
		{"late", tracker.Promise{By: by, Closed: closed, Moved: move("2025-06-20", "2025-06-11")}, "late, due on 1 June 2025, closed on 10 June 2025"},
		{"late", tracker.Promise{By: by, Closed: closed, Moved: move("2025-06-20", "2025-06-02")},
			"late, due on 20 June 2025, to which it was moved after 1 June 2025 had passed, closed on 10 June 2025"},
		{"kept", tracker.Promise{By: by, Closed: closed, State: tracker.PromiseKept, Moved: move("2025-06-20", "2025-06-02")},
			"kept, due on 20 June 2025, to which it was moved after 1 June 2025 had passed, closed on 10 June 2025"},
		{"kept", tracker.Promise{By: by, Closed: closed, Moved: move("2025-06-20", "2025-06-01")}, "kept, due on 20 June 2025, to which it was moved, closed on 10 June 2025"},
		{"kept", tracker.Promise{Closed: closed}, "kept, without a day, closed on 10 June 2025"},
		{"overdue", tracker.Promise{By: by}, "past its day, due on 1 June 2025"},
		{"open", tracker.Promise{By: by, Moved: move("2026-06-20", "2025-06-02")}, "open, due on 20 June 2026, to which it was moved after 1 June 2025 had passed"},
	} {
		in := full(t, "i", "2025-02-01")
		in.Promises = []tracker.Promise{tc.promise}
		f := compute(base(t), nil, []*tracker.Intake{in})
		if r := receipt(t, f, "promises/all/"+tc.id); len(r.Counted) != 1 || r.Counted[0].Note != tc.want {
			t.Errorf("%+v, want %q", r.Counted, tc.want)
		}
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

// Leaders read how the promises of the business stood when the last quarter
// ended, with all that were not kept in one count.
func TestPromisesOfTheBusinessByQuarter(t *testing.T) {
	in := full(t, "i", "2025-02-01")
	in.Commitments = nil
	for _, who := range []tracker.Person{"boss", "A second", "A third"} {
		in.Commitments = append(in.Commitments,
			tracker.Promise{What: "x", Who: who, By: day(t, "2025-03-01"), Closed: day(t, "2025-03-01")},
			tracker.Promise{What: "y", Who: who, By: day(t, "2025-05-01"), Closed: day(t, "2025-05-01")})
	}
	in.Commitments = append(in.Commitments,
		tracker.Promise{What: "z", Who: "boss", By: day(t, "2025-06-30"), Closed: day(t, "2025-07-02")},
		tracker.Promise{What: "z", Who: "A second", By: day(t, "2025-06-20"), State: tracker.PromiseMissed},
		tracker.Promise{What: "z", Who: "A third", By: day(t, "2025-07-05")})
	for _, tc := range []struct {
		asOf, on            string
		kept, notKept, open int
	}{
		{"2025-06-29", "2025-03-31", 3, 0, 6}, // too few had come due
		{"2025-06-30", "2025-06-30", 6, 1, 2},
		{"2025-07-01", "2025-06-30", 6, 1, 2},
		{"2025-09-29", "2025-06-30", 6, 1, 2},
		{"2025-09-30", "2025-09-30", 6, 3, 0},
	} {
		s := base(t)
		s.Settings.AsOf = day(t, tc.asOf)
		tr := tracker.New(s, nil, []*tracker.Intake{in}, tracker.Census{}).On(day(t, tc.asOf))
		p := Compute(tr.Redacted(tracker.LeadersEdition)).Promises
		g := &p.Business
		if tc.kept+tc.notKept < 5 {
			if g.Total() != 0 {
				t.Errorf("as of %s: %d promises are shown", tc.asOf, g.Total())
			}
			continue
		}
		if p.BusinessOn != day(t, tc.on) || len(g.Kept) != tc.kept || len(g.NotKept) != tc.notKept || len(g.Open) != tc.open || len(g.Late)+len(g.Missed)+len(g.Overdue) > 0 {
			t.Errorf("as of %s: on %s %d kept, %d not kept, %d open", tc.asOf, message.English().Day(p.BusinessOn), len(g.Kept), len(g.NotKept), len(g.Open))
		}
		if want := (Ratio{tc.kept, tc.kept + tc.notKept}); g.Ratio != want {
			t.Errorf("as of %s: %v, want %v", tc.asOf, g.Ratio, want)
		}
	}
}
