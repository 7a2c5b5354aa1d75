package insight

import (
	"strings"
	"testing"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

func quarterOf(t *testing.T, f *Figures, label string) *QuarterReport {
	t.Helper()
	for _, r := range f.QuarterReports {
		if r.Quarter.Label() == label {
			return r
		}
	}
	t.Fatalf("there is no report for %s", label)
	return nil
}

// A record belongs to the quarter of its day, the first and the last included.
func TestQuarterBoundaries(t *testing.T) {
	for _, tc := range []struct {
		day, want string
		starts    int
	}{
		{"2025-03-31", "2025 Q1", 1}, {"2025-04-01", "2025 Q2", 1}, {"2025-06-30", "2025 Q2", 1}, {"2025-07-01", "2025 Q3", 1}, {"2025-12-31", "2025 Q4", 1},
		{"2025-03-31", "2025 Q4", 4}, {"2025-04-01", "2026 Q1", 4},
	} {
		s := base(t)
		s.Settings.YearStarts, s.Settings.AsOf = tc.starts, day(t, "2026-01-15") // what is due on the day of the report is open
		in := full(t, "i", tc.day)
		in.AgreedOn, in.DeliveredOn, in.Status, in.Verdict = day(t, tc.day), day(t, tc.day), tracker.StatusEvaluated, tracker.VerdictNoChange
		in.Promises = []tracker.Promise{{State: tracker.PromiseMissed, By: day(t, tc.day)}}
		w := win(t, tc.day, "first")
		w.Undone = tracker.Undone{Why: "it was switched off"}
		s.Outcomes[0].Measure.Direction = "up"
		s.Outcomes[0].Readings = []tracker.Reading{{Date: day(t, tc.day), Value: known(1)}}
		f := compute(s, []*tracker.Win{w}, []*tracker.Intake{in})
		for _, r := range f.QuarterReports {
			want := 0
			if r.Quarter.Label() == tc.want {
				want = 1
			}
			for what, n := range map[string]int{
				"wins": len(r.Wins), "requests": len(r.Requests), "agreed": len(r.Agreed), "deliveries": len(r.Delivery), "verdicts": len(r.Verdicts),
				"nothing": len(r.Nothing), "promises": r.Ours.Ratio.D, "undone": len(r.Undone), "readings": len(r.Outcomes), "looked at": r.Changed.D,
			} {
				if n != want {
					t.Errorf("%s, years from month %d: %d %s in %s, want %d", tc.day, tc.starts, n, what, r.Quarter.Label(), want)
				}
			}
		}
	}
}

// A quarter has not ended while the day of the report lies in it.
func TestQuarterSoFar(t *testing.T) {
	for asOf, want := range map[string]bool{"2025-12-30": true, "2025-12-31": false, "2025-10-01": true} {
		s := base(t)
		s.Settings.AsOf = day(t, asOf)
		r := quarterOf(t, compute(s, nil, nil), "2025 Q4")
		if r.SoFar != want || r.Days.To != day(t, asOf) {
			t.Errorf("%s: so far %v, up to %s", asOf, r.SoFar, message.English().Day(r.Days.To))
		}
		if got := r.Headline(); strings.HasSuffix(got, "so far") != want || !strings.HasPrefix(got, "Nothing") {
			t.Errorf("%s: %q", asOf, got)
		}
	}
}

// A verdict bears no day: it stands from the last of the agreement, the delivery
// and the readings on, as it does when the tracker is looked at as of that day.
func TestVerdictsAreDated(t *testing.T) {
	for _, tc := range []struct{ agreed, delivered, read, want string }{
		{"2025-01-10", "2025-02-01", "", "2025-02-01"},
		{"2025-01-10", "2025-02-01", "2025-05-05", "2025-05-05"},
		{"2025-03-10", "2025-02-01", "", "2025-03-10"},
	} {
		in := full(t, "i", "2025-01-01")
		in.Status, in.Verdict = tracker.StatusEvaluated, tracker.VerdictPartly
		in.AgreedOn, in.DeliveredOn = day(t, tc.agreed), day(t, tc.delivered)
		if tc.read != "" {
			in.Readings = []tracker.Reading{{Date: day(t, tc.read), Value: known(50)}}
		}
		want := day(t, tc.want)
		if got := verdictOn(in); got != want {
			t.Errorf("%v: %s", tc, message.English().Day(got))
		}
		tr := tracker.New(base(t), nil, []*tracker.Intake{in}, tracker.Census{})
		for d, stands := range map[tracker.Date]bool{want - 1: false, want: true} {
			if then := tr.On(d).Intakes[0]; (then.Verdict != "") != stands {
				t.Errorf("%v: as of %s the verdict is %q", tc, message.English().Day(d), then.Verdict)
			}
		}
	}
}

// A promise is decided when it is kept or, where it is not, when it was due.
func TestPromisesAreDecided(t *testing.T) {
	due, before, after := day(t, "2025-05-15"), day(t, "2025-02-01"), day(t, "2025-08-01")
	for _, tc := range []struct {
		name string
		p    tracker.Promise
		want string
		kept int
	}{
		{"kept early", tracker.Promise{By: due, Closed: before}, "2025 Q1", 1},
		{"kept, no day", tracker.Promise{By: due, State: tracker.PromiseKept}, "2025 Q2", 1},
		{"late", tracker.Promise{By: due, Closed: after}, "2025 Q2", 0},
		{"missed", tracker.Promise{By: due, State: tracker.PromiseMissed}, "2025 Q2", 0},
		{"given up early", tracker.Promise{By: due, State: tracker.PromiseMissed, Closed: before}, "2025 Q1", 0},
		{"overdue", tracker.Promise{By: due}, "2025 Q2", 0},
		{"moved, then kept", tracker.Promise{By: before, Closed: due, Moved: []tracker.Move{{To: due, On: before}}}, "2025 Q2", 1},
		{"no day at all", tracker.Promise{State: tracker.PromiseKept}, "", 0},
		{"not due", tracker.Promise{By: day(t, "2026-02-01")}, "", 0},
		{"released", tracker.Promise{By: due, State: tracker.PromiseReleased}, "", 0},
	} {
		in := full(t, "i", "2025-01-02")
		in.Promises, in.Commitments = []tracker.Promise{tc.p}, []tracker.Promise{{What: "x", Who: "boss", By: due}}
		tr := tracker.New(base(t), nil, []*tracker.Intake{in}, tracker.Census{})
		for _, e := range []tracker.Edition{tracker.TeamEdition, tracker.LeadersEdition} {
			for _, r := range Compute(tr.Redacted(e)).QuarterReports {
				want := Ratio{}
				if r.Quarter.Label() == tc.want {
					want = Ratio{tc.kept, 1}
				}
				if r.Ours.Ratio != want {
					t.Errorf("%s, %s: %v in %s, want %v", tc.name, e, r.Ours.Ratio, r.Quarter.Label(), want)
				}
				if e == tracker.LeadersEdition && r.Business.Total() > 0 {
					t.Errorf("%s: leaders read of a promise of the business in %s", tc.name, r.Quarter.Label())
				}
			}
		}
	}
}

func TestQuarterOutcomes(t *testing.T) {
	s := base(t)
	s.Outcomes[0].Measure = tracker.Measure{Name: "Calls", Unit: "%", Direction: "up", Meaningful: known(2)}
	s.Outcomes[0].Readings = []tracker.Reading{
		{Date: day(t, "2025-03-31"), Value: known(60)}, {Date: day(t, "2025-06-30"), Value: known(63)}, {Date: day(t, "2025-09-30"), Value: known(62)}, {Date: day(t, "2025-12-31")},
	}
	s.Outcomes[0].OtherFactors = []tracker.Factor{{Date: day(t, "2025-05-01"), What: "A new phone"}, {Date: day(t, "2025-08-01"), What: "A strike"}}
	s.Outcomes = append(s.Outcomes, &tracker.Outcome{ID: "margin", Title: "Margin", Measure: s.Outcomes[0].Measure, Readings: s.Outcomes[0].Readings})
	f := compute(s, []*tracker.Win{win(t, "2025-06-30", "first"), win(t, "2025-07-01", "first")}, nil)
	for _, tc := range []struct{ quarter, headline, said, text string }{
		{"2025 Q1", "Where we begin: 2 outcomes were read for the first time in 2025 Q1", "read for the first time", "No win of this quarter was aimed at it. What else was at work is not named yet, so no contribution is claimed."},
		{"2025 Q2", "1 of 1 outcome we aim at moved our way in 2025 Q2", "moved the way that is wanted", "1 win of this quarter was aimed at it. Also at work: A new phone. We do not know how much each did."},
		{"2025 Q3", "0 of 1 outcome we aim at moved our way in 2025 Q3; 1 edged back", "edged back, by less than would matter", "1 win of this quarter was aimed at it. Also at work: A new phone; A strike. We do not know how much each did."},
		{"2025 Q4", "Whether anything changed in 2025 Q4 is not known yet", "no figure for this quarter", "No win of this quarter was aimed at it. Also at work: A new phone; A strike. We do not know how much each did."},
	} {
		r := quarterOf(t, f, tc.quarter)
		if got := r.Headline(); got != tc.headline {
			t.Errorf("%s: %q, want %q", tc.quarter, got, tc.headline)
		}
		if o := r.Outcomes[0]; o.Said() != tc.said || o.Contribution() != tc.text {
			t.Errorf("%s: %q, %q", tc.quarter, o.Said(), o.Contribution())
		}
		if got := r.Outcomes[1].Contribution(); r.Outcomes[1].Aimed || !strings.Contains(got, "nothing is claimed") {
			t.Errorf("%s: an outcome that nothing points to: %q", tc.quarter, got)
		}
	}
	if open := quarterOf(t, f, "2025 Q4").Open; len(open.Unread) != 1 || len(open.Unaimed) != 1 {
		t.Errorf("open: %d unread, %d unaimed", len(open.Unread), len(open.Unaimed))
	}
	wholeSheet(t, quartersSheet(f))
}

func TestQuarterNobodyLooked(t *testing.T) {
	in := full(t, "i", "2025-01-02")
	in.Status, in.AgreedOn, in.DeliveredOn = tracker.StatusEvaluated, day(t, "2025-01-03"), day(t, "2025-03-31")
	in.Verdict, in.Readings = tracker.VerdictChanged, []tracker.Reading{{Date: day(t, "2025-10-10"), Value: known(60)}}
	f := compute(base(t), nil, []*tracker.Intake{in})
	for label, want := range map[string]int{"2025 Q1": 0, "2025 Q2": 91, "2025 Q3": 183, "2025 Q4": 0} {
		waits := quarterOf(t, f, label).NobodyLooked
		if want == 0 && len(waits) > 0 || want > 0 && (len(waits) != 1 || waits[0].Days != want || waits[0].Looked != day(t, "2025-10-10")) {
			t.Errorf("%s: %v", label, waits)
		}
		if open := quarterOf(t, f, label).Open.Waiting; len(open) > 0 {
			t.Errorf("%s: still open though somebody has looked", label)
		}
	}
}
