package insight

import (
	"fmt"
	"strings"
	"testing"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

func TestDoorMarkers(t *testing.T) {
	for _, tc := range []struct {
		name    string
		markers string // "day marker", in the order of the file
		back    string // days of the steps back
		undated int
	}{
		{"none", "", "", 0},
		{"one way", "2025-01-01 answers,2025-02-01 opens,2025-03-01 considers,2025-04-01 owns,2025-05-01 invites", "", 0},
		{"a step back, and up again", "2025-01-01 owns,2025-02-01 answers,2025-03-01 opens", "2025-02-01", 0},
		{"two steps back", "2025-01-01 owns,2025-02-01 considers,2025-03-01 opens", "2025-02-01,2025-03-01", 0},
		{"the same again", "2025-01-01 owns,2025-02-01 owns", "", 0},
		{"in no order", "2025-03-01 invites,2025-01-01 answers", "", 0},
		{"without a date", "2025-03-01 invites, answers", "", 1},
		{"on the day of the report", "2025-03-01 invites,2025-12-31 answers", "2025-12-31", 0},
		{"after it", "2025-03-01 invites,2026-01-01 answers", "", 0},
		{"an unknown one between", "2025-03-01 invites,2025-04-01 sings,2025-05-01 owns", "2025-05-01", 0},
	} {
		s := base(t)
		for _, m := range strings.Split(tc.markers, ",") {
			if on, marker, ok := strings.Cut(m, " "); ok {
				s.Stakeholders[0].Door = append(s.Stakeholders[0].Door, tracker.DoorMark{Date: day(t, on), Marker: marker})
			}
		}
		f := compute(s, nil, nil)
		d := f.doors().Timelines[0]
		var back []string
		for _, r := range d.Reversals {
			back = append(back, r.On.String())
			if r.Reason == "" || r.Record.Part == "" {
				t.Errorf("%s: %+v", tc.name, r)
			}
		}
		if strings.Join(back, ",") != tc.back || len(d.Undated) != tc.undated {
			t.Errorf("%s: back on %v, %d undated", tc.name, back, len(d.Undated))
		}
		wantReceipts(t, doorSheet(f), map[string]string{"door/reversals": message.English().Count(len(back))})
	}
}

func TestDoorRequests(t *testing.T) {
	for _, tc := range []struct {
		name   string
		status []tracker.Status
		back   int
		line   bool
		noLine string
	}{
		{"two", []tracker.Status{tracker.StatusAgreed, tracker.StatusAgreed}, 0, false, "2 of the 3 requests that it takes"},
		{"three", []tracker.Status{tracker.StatusAgreed, tracker.StatusAgreed, tracker.StatusAgreed}, 0, true, ""},
		{"three, one of them still a request", []tracker.Status{tracker.StatusAgreed, tracker.StatusAgreed, tracker.StatusRequested}, 0, false, "2 of the 3 requests that it takes"},
		{"withdrawn after a partnered one", []tracker.Status{tracker.StatusAgreed, tracker.StatusWithdrawn}, 1, false, "2 of the 3 requests that it takes"},
		{"declined after a partnered one", []tracker.Status{tracker.StatusAgreed, tracker.StatusDeclined, tracker.StatusDeclined}, 2, true, ""},
		{"redirected", []tracker.Status{tracker.StatusAgreed, tracker.StatusRedirected}, 0, false, "2 of the 3 requests that it takes"},
		{"withdrawn before", []tracker.Status{tracker.StatusWithdrawn, tracker.StatusAgreed}, 0, false, "2 of the 3 requests that it takes"},
	} {
		var ins []*tracker.Intake
		for i, status := range tc.status {
			in := full(t, tracker.ID(fmt.Sprintf("i%d", i)), fmt.Sprintf("2025-%02d-01", i+2))
			in.Status, in.Stakeholder = status, "boss"
			ins = append(ins, in)
		}
		f := compute(base(t), nil, ins)
		d := f.doors().Timelines[0]
		if len(d.Reversals) != tc.back || d.Line != tc.line || d.NoLine != tc.noLine || len(d.Dots) != len(ins) {
			t.Errorf("%s: %d back, line %v, %q", tc.name, len(d.Reversals), d.Line, d.NoLine)
		}
		wantReceipts(t, doorSheet(f), nil)
	}
}

func TestDoorPromisesAndTouchpoints(t *testing.T) {
	s := twoDesks(t)
	s.Stakeholders[0].Touchpoints = []tracker.Touchpoint{{Date: day(t, "2025-05-01")}, {Date: day(t, "2025-03-01")}, {}, {Date: day(t, "2026-01-01")}}
	s.Stakeholders[0].Promises = []tracker.Promise{
		{What: "late", By: day(t, "2025-03-01"), Closed: day(t, "2025-04-01")},
		{What: "open", By: day(t, "2026-03-01")},
	}
	in := full(t, "i", "2025-02-01")
	in.Stakeholder = "boss"
	in.Commitments = []tracker.Promise{
		{What: "theirs", Who: "boss", State: tracker.PromiseMissed, By: day(t, "2025-05-01")},
		{What: "of the other", Who: "other", State: tracker.PromiseKept, Closed: day(t, "2025-06-01")},
		{What: "of their people", Who: "Four managers", State: tracker.PromiseKept, Closed: day(t, "2025-07-01")},
	}
	in.Promises = []tracker.Promise{{What: "overdue", Who: "ann", To: "boss", By: day(t, "2025-02-02")}, {What: "among us", Who: "ann", To: "ben", By: day(t, "2025-02-02")}}
	w := win(t, "2025-08-01")
	w.FollowUps = []tracker.Promise{{What: "from a win", Who: "ann", To: "boss", Closed: day(t, "2025-08-08")}, {What: "no promise", Who: "ann", By: day(t, "2025-02-02")}}
	f := compute(s, []*tracker.Win{w}, []*tracker.Intake{in})
	list := func(d *Door) string {
		var got []string
		for _, p := range d.Promises {
			got = append(got, p.On.String()+" "+p.Promise.What+" "+string(p.State))
		}
		return strings.Join(got, ", ")
	}
	d := f.doors()
	if got, want := list(d.Timelines[0]), "2025-02-02 overdue overdue, 2025-04-01 late late, 2025-05-01 theirs missed, 2025-07-01 of their people kept, 2025-08-08 from a win kept"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got, want := list(d.Timelines[2]), "2025-06-01 of the other kept"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if touch := d.Timelines[0].Touchpoints; len(touch) != 2 || touch[0].Record.Part != "touchpoints[1]" {
		t.Errorf("%v", touch)
	}
}

func TestDoorsHeadline(t *testing.T) {
	s := twoDesks(t)
	if d := compute(s, nil, nil).doors(); d.Headline() != "Not enough data yet: no marker with a day is recorded yet" {
		t.Error(d.Headline())
	}
	s.Stakeholders[0].Door = []tracker.DoorMark{{Date: day(t, "2025-02-01"), Marker: "owns"}, {Date: day(t, "2025-03-01"), Marker: "opens"}}
	d := compute(s, nil, nil).doors()
	if got, want := d.Headline(), "A step back is on record with 1 of 1 stakeholder who has a dated marker"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
