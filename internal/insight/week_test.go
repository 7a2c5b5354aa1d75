package insight

import (
	"reflect"
	"testing"

	"smallwins/internal/tracker"
)

// The week of 2025-06-11, a Wednesday, begins on the 9th.
func weekly(t *testing.T, wins []*tracker.Win, intakes []*tracker.Intake) *Figures {
	t.Helper()
	s := base(t)
	s.Settings.AsOf = day(t, "2025-06-11")
	return compute(s, wins, intakes)
}

func changesOf(w *ThisWeek) map[string]int {
	n := map[string]int{}
	for _, c := range append([]WeekChange{w.Wins}, w.Others...) {
		if len(c.Records) > 0 {
			n[c.ID] = len(c.Records)
		}
	}
	return n
}

func TestWhatChangedThisWeek(t *testing.T) {
	monday, sunday, wednesday := "2025-06-09", "2025-06-08", "2025-06-11"
	reading := func(date string, v tracker.Number) tracker.Reading {
		return tracker.Reading{Date: day(t, date), Value: v}
	}
	request := func(change func(*tracker.Intake)) []*tracker.Intake {
		in := &tracker.Intake{ID: "i", Title: "I", RequestedOn: day(t, "2025-02-03"), Status: tracker.StatusBuilding}
		change(in)
		return []*tracker.Intake{in}
	}
	undone := win(t, "2025-02-03")
	undone.Undone.On = day(t, monday)
	kept := win(t, "2025-02-03")
	kept.FollowUps = []tracker.Promise{
		{What: "call", Who: "ann", To: "boss", Closed: day(t, monday)},
		{What: "call", Who: "boss", To: "ann", Closed: day(t, monday)}, // the business's
		{What: "task", Who: "ann", Closed: day(t, monday)},             // nobody was promised it
	}
	for name, tt := range map[string]struct {
		wins    []*tracker.Win
		intakes []*tracker.Intake
		want    map[string]int
	}{
		"nothing":               {nil, nil, map[string]int{}},
		"the first day":         {[]*tracker.Win{win(t, monday)}, nil, map[string]int{"wins": 1}},
		"the day of the report": {[]*tracker.Win{win(t, wednesday)}, nil, map[string]int{"wins": 1}},
		"the week before":       {[]*tracker.Win{win(t, sunday)}, nil, map[string]int{}},
		"came undone":           {[]*tracker.Win{undone}, nil, map[string]int{"undone": 1}},
		"a promise":             {[]*tracker.Win{kept}, nil, map[string]int{"promises": 1}},
		"a request":             {nil, request(func(in *tracker.Intake) { in.RequestedOn = day(t, monday) }), map[string]int{"requested": 1}},
		"agreed and delivered": {nil, request(func(in *tracker.Intake) {
			in.AgreedOn, in.DeliveredOn = day(t, monday), day(t, wednesday)
		}), map[string]int{"agreed": 1, "delivered": 1}},
		"evaluated": {nil, request(func(in *tracker.Intake) {
			in.Status, in.Readings = tracker.StatusEvaluated, []tracker.Reading{reading("2025-03-03", known(1)), reading(monday, known(2))}
		}), map[string]int{"evaluated": 1, "readings": 1}},
		"evaluated before": {nil, request(func(in *tracker.Intake) {
			in.Status, in.Readings = tracker.StatusEvaluated, []tracker.Reading{reading("2025-03-03", known(1))}
		}), map[string]int{}},
		"a gap": {nil, request(func(in *tracker.Intake) { in.Readings = []tracker.Reading{reading(monday, tracker.Number{})} }), map[string]int{}},
	} {
		for _, edition := range []tracker.Edition{tracker.TeamEdition, tracker.LeadersEdition} {
			f := Compute(weekly(t, tt.wins, tt.intakes).Tracker.Redacted(edition))
			if got := changesOf(&f.ThisWeek); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%s, %s edition: %v, want %v", name, edition, got, tt.want)
			}
			wholeSheet(t, thisWeekSheet(f))
		}
	}
	s := base(t)
	s.Settings.AsOf = day(t, wednesday)
	s.Outcomes[0].Readings = []tracker.Reading{reading(monday, known(4))}
	if got := changesOf(&compute(s, nil, nil).ThisWeek); got["readings"] != 1 {
		t.Errorf("a reading of an outcome: %v", got)
	}
}

func TestThisWeekInWords(t *testing.T) {
	asked := []*tracker.Intake{{ID: "i", Title: "I", RequestedOn: day(t, "2025-06-10"), Status: tracker.StatusRequested}}
	for want, f := range map[string]*Figures{
		"Nothing was recorded this week, and no win before it":        weekly(t, nil, nil),
		"Nothing was recorded this week; the last win was 9 days ago": weekly(t, []*tracker.Win{win(t, "2025-06-02")}, nil),
		"1 win this week":                                         weekly(t, []*tracker.Win{win(t, "2025-06-09")}, nil),
		"1 change this week, and no win yet":                      weekly(t, nil, asked),
		"2 wins this week, and 1 change of another kind":          weekly(t, []*tracker.Win{win(t, "2025-06-09"), win(t, "2025-06-11")}, asked),
		"Not enough data yet: the day of the report is not known": compute(tracker.Strategy{Settings: tracker.Defaults()}, nil, nil),
	} {
		if got := f.ThisWeek.Headline(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
