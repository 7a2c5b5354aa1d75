package insight

import (
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// told is a strategy whose first outcome has a story to tell.
func told(t *testing.T) tracker.Strategy {
	s := base(t)
	o := s.Outcomes[0]
	o.Measure = tracker.Measure{Name: "First-contact resolution", Unit: "%", Direction: "up", Meaningful: known(2)}
	o.Readings = []tracker.Reading{
		{Date: day(t, "2025-09-30"), Value: known(71)},
		{Date: day(t, "2025-03-31"), Value: known(61)},
		{Date: day(t, "2026-03-31"), Value: known(99)}, // after the as-of day
	}
	o.OtherFactors = []tracker.Factor{{Date: day(t, "2025-05-01"), What: "New phone system."}}
	return s
}

func TestStory(t *testing.T) {
	in := full(t, "i", "2025-02-01")
	before, first, last, after := win(t, "2025-03-30", "first"), win(t, "2025-03-31", "first"), win(t, "2025-09-30", "second"), win(t, "2025-10-01", "first")
	first.Intake, last.Intake, before.Intake = "i", "i", "gone"
	s := compute(told(t), []*tracker.Win{before, first, last, after}, []*tracker.Intake{in}).Stories[0]
	if len(s.Wins) != 3 || len(s.During) != 2 || len(s.Before) != 1 || len(s.After) != 1 || len(s.Intakes) != 1 {
		t.Errorf("%d wins: %d during, %d before, %d after; %d intakes", len(s.Wins), len(s.During), len(s.Before), len(s.After), len(s.Intakes))
	}
	want := "First-contact resolution moved from 61% to 71% between 31 March 2025 and 30 September 2025. " +
		"In that time 2 wins and 1 request were aimed at it; 1 more came before the first reading. " +
		"Also at work: New phone system. We do not know how much each did."
	if got := s.Text(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := s.Headline(), "First-contact resolution moved from 61% to 71%; 3 wins aimed at it"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// An outcome at which nothing that stands was aimed is in no count of outcomes
// that moved with work aimed at them.
func TestContributionLeavesOutWhatCameUndone(t *testing.T) {
	stands, undone := win(t, "2025-05-02", "first"), win(t, "2025-05-03", "first")
	stands.ID, undone.ID = "stands", "undone"
	undone.Undone = tracker.Undone{On: day(t, "2025-08-01"), Why: "It was switched off."}
	for _, tc := range []struct {
		wins []*tracker.Win
		want string
	}{
		{[]*tracker.Win{stands, undone}, "1 of 1"},
		{[]*tracker.Win{undone}, "0 of 0"},
	} {
		f := compute(told(t), tc.wins, nil)
		if r := receipt(t, f, "contribution/moved"); r.Text != tc.want {
			t.Errorf("%d wins: %s, want %s", len(tc.wins), r.Text, tc.want)
		}
		if f.Stories[0].Missing != "" {
			t.Errorf("%d wins: the story is not told: %s", len(tc.wins), f.Stories[0].Missing)
		}
	}
}

func TestStoryMissing(t *testing.T) {
	for _, tc := range []struct {
		name    string
		change  func(*tracker.Strategy)
		win     string
		missing string
	}{
		{"enough", func(*tracker.Strategy) {}, "2025-05-01", ""},
		{"one reading", func(s *tracker.Strategy) { s.Outcomes[0].Readings = s.Outcomes[0].Readings[:1] }, "2025-05-01", "1 of the 2 readings that it takes"},
		{"gaps are no readings", func(s *tracker.Strategy) { s.Outcomes[0].Readings[0].Value = tracker.Number{} }, "2025-03-30", "1 of the 2 readings that it takes and nothing else that was at work is named"},
		{"no win in time", func(*tracker.Strategy) {}, "2025-10-01", "no win was aimed at it before the last reading"},
		{"no win", func(*tracker.Strategy) {}, "", "no win points to it"},
		{"no factor", func(s *tracker.Strategy) { s.Outcomes[0].OtherFactors = nil }, "2025-05-01", "nothing else that was at work is named"},
		{"a factor from later", func(s *tracker.Strategy) { s.Outcomes[0].OtherFactors[0].Date = day(t, "2025-10-01") }, "2025-05-01", "nothing else that was at work is named"},
		{"nothing points to it", func(s *tracker.Strategy) { s.Priorities = nil }, "2025-05-01", "no priority or win points to it"},
		{"the priority was not active", func(s *tracker.Strategy) { s.Priorities[0].From = day(t, "2025-05-02") }, "2025-05-01", "no win points to it"},
	} {
		s := told(t)
		tc.change(&s)
		var ws []*tracker.Win
		if tc.win != "" {
			ws = append(ws, win(t, tc.win, "first"))
		}
		story := compute(s, ws, nil).Stories[0]
		if story.Missing != tc.missing {
			t.Errorf("%s: missing %q, want %q", tc.name, story.Missing, tc.missing)
		}
		if (story.Grade == "") != (tc.missing != "") {
			t.Errorf("%s: grade %q", tc.name, story.Grade)
		}
	}
}

func TestStoryMovements(t *testing.T) {
	for _, tc := range []struct {
		name      string
		values    []float64
		direction string
		want      Movement
		says      string
	}{
		{"wanted", []float64{9, 7}, "down", MovedWanted, "moved from 9% to 7%"},
		{"the other way", []float64{7, 9.5}, "down", MovedOther, "moved the other way, from 7% to 9.5%"},
		{"unmoved", []float64{7, 8, 7}, "down", MovedNone, "is where it began, at 7%"},
		{"no direction", []float64{7, 9}, "", MovedPlain, "moved from 7% to 9%"},
		{"no direction, said", []float64{7, 9}, "", MovedPlain, "Which way is wanted is not said."},
		{"a last step back", []float64{9, 5, 6}, "down", MovedWanted, "The last reading moved the other way, from 5% to 6%."},
		{"too small to matter", []float64{60, 61.5}, "up", MovedWanted, "That is less than the 2 points that would matter."},
	} {
		s := told(t)
		o := s.Outcomes[0]
		o.Measure.Direction = tc.direction
		o.Readings = nil
		for i, v := range tc.values {
			o.Readings = append(o.Readings, tracker.Reading{Date: day(t, "2025-04-01").AddDays(30 * i), Value: known(v)})
		}
		story := compute(s, []*tracker.Win{win(t, "2025-04-10", "first")}, nil).Stories[0]
		if story.Movement != tc.want || !strings.Contains(story.Text(), tc.says) {
			t.Errorf("%s: %s, %s", tc.name, story.Movement, story.Text())
		}
	}
}

// The headline and the sentences count the same wins.
func TestStoryCountsItsWinsOnce(t *testing.T) {
	for _, tc := range []struct {
		name           string
		before, during int
		undone         int
		headline, says string
	}{
		{"between the readings", 0, 2, 0, "2 wins aimed at it", "In that time 2 wins were aimed at it."},
		{"one", 0, 1, 0, "1 win aimed at it", "In that time 1 win was aimed at it."},
		{"one, undone", 0, 1, 1, "1 win aimed at it, since undone", "In that time 1 win was aimed at it; it came undone."},
		{"both", 1, 2, 1, "3 wins aimed at it, 1 since undone", "In that time 2 wins were aimed at it; 1 more came before the first reading and 1 of the 3 came undone."},
		{"all undone", 0, 2, 2, "2 wins aimed at it, all since undone", "In that time 2 wins were aimed at it; 2 of the 2 came undone."},
		{"before alone", 2, 0, 0, "2 wins aimed at it", "No win was aimed at it in that time; 2 came before the first reading."},
	} {
		var ws []*tracker.Win
		for range tc.before {
			ws = append(ws, win(t, "2025-03-30", "first"))
		}
		for range tc.during {
			ws = append(ws, win(t, "2025-05-01", "first"))
		}
		for _, w := range ws[:tc.undone] {
			w.Undone.Why = "switched off"
		}
		s := compute(told(t), ws, nil).Stories[0]
		if short := strings.Replace(tc.headline, " aimed at it", "", 1); s.AimedShort() != short {
			t.Errorf("%s: %q, want %q", tc.name, s.AimedShort(), short)
		}
		if !strings.HasSuffix(s.Headline(), "; "+tc.headline) || !strings.Contains(s.Text(), " "+tc.says+" ") || s.Aimed() != tc.says {
			t.Errorf("%s: %s / %s", tc.name, s.Headline(), s.Text())
		}
	}
}

func TestMoved(t *testing.T) {
	for _, tc := range []struct {
		name       string
		to         float64
		direction  string
		meaningful tracker.Number
		want       bool
	}{
		{"as wanted, by enough", 63, "up", known(2), true},
		{"by less", 62.9, "up", known(2), false},
		{"no word on enough", 61.1, "up", tracker.Number{}, true},
		{"the other way", 50, "up", known(2), false},
		{"unmoved", 61, "up", tracker.Number{}, false},
		{"no direction", 71, "", known(2), false},
	} {
		s := told(t)
		o := s.Outcomes[0]
		o.Measure.Direction, o.Measure.Meaningful, o.Readings[0].Value = tc.direction, tc.meaningful, known(tc.to)
		if got := compute(s, nil, nil).Stories[0].Moved(); got != tc.want {
			t.Errorf("%s: moved is %v", tc.name, got)
		}
	}
	if (&Story{}).Moved() {
		t.Error("no reading moved")
	}
}

// A measure that does not say which way is wanted is not known to have failed.
func TestGradeWithoutADirection(t *testing.T) {
	w, in := win(t, "2025-05-01", "first"), full(t, "i", "2025-02-01")
	w.Intake, in.Measure.Direction = "i", ""
	in.Readings = []tracker.Reading{{Date: day(t, "2025-06-01"), Value: known(60)}}
	s := compute(told(t), []*tracker.Win{w}, []*tracker.Intake{in}).Stories[0]
	if got, want := s.GradeReason, "Calls moved from 40% to 60%, and which way is wanted is not said"; s.Grade != Linked || got != want {
		t.Errorf("%s: %q, want %q", s.Grade, got, want)
	}
}

func TestGrade(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*tracker.Win, *tracker.Intake)
		want   Grade
	}{
		{"a spark", func(*tracker.Win, *tracker.Intake) {}, Linked},
		{"noticed, but nothing shows", func(w *tracker.Win, _ *tracker.Intake) { w.NoticedBy = []tracker.Notice{{Who: "boss"}} }, Linked},
		{"showing", func(w *tracker.Win, _ *tracker.Intake) { w.Stage = tracker.Showing }, Supported},
		{"showing, then undone", func(w *tracker.Win, _ *tracker.Intake) {
			w.Stage, w.Undone.Why = tracker.Showing, "switched off"
		}, Linked},
		{"a reading moved by as much as matters", func(_ *tracker.Win, in *tracker.Intake) { in.Readings[0].Value = known(45) }, Supported},
		{"by less", func(_ *tracker.Win, in *tracker.Intake) { in.Readings[0].Value = known(44) }, Linked},
		{"of learning", func(_ *tracker.Win, in *tracker.Intake) {
			in.Readings[0].Value, in.Measure.Level = known(60), tracker.LevelLearning
		}, Linked},
		{"showing, noticed by the sponsor", func(w *tracker.Win, _ *tracker.Intake) {
			w.Stage, w.NoticedBy = tracker.Showing, []tracker.Notice{{Who: "boss"}}
		}, Confirmed},
		{"showing, noticed by someone else", func(w *tracker.Win, _ *tracker.Intake) {
			w.Stage, w.NoticedBy = tracker.Showing, []tracker.Notice{{Who: "Bob (Sales)"}, {Who: "ann"}}
		}, Supported},
		{"in place with a reading, noticed by the sponsor", func(w *tracker.Win, in *tracker.Intake) {
			w.Stage, w.NoticedBy, in.Readings[0].Value = tracker.InPlace, []tracker.Notice{{Who: "boss"}}, known(45)
		}, Supported},
		{"showing by a priority of nobody's, noticed by the sponsor of another", func(w *tracker.Win, _ *tracker.Intake) {
			w.Stage, w.Priorities, w.NoticedBy = tracker.Showing, []tracker.ID{"second"}, []tracker.Notice{{Who: "boss"}}
		}, Supported},
		{"showing, names the outcome itself, noticed by a stakeholder", func(w *tracker.Win, _ *tracker.Intake) {
			w.Stage, w.Priorities, w.Outcomes, w.NoticedBy = tracker.Showing, nil, []tracker.ID{"calls"}, []tracker.Notice{{Who: "boss"}}
		}, Confirmed},
		{"showing, names the outcome itself, noticed by someone unknown", func(w *tracker.Win, _ *tracker.Intake) {
			w.Stage, w.Priorities, w.Outcomes, w.NoticedBy = tracker.Showing, nil, []tracker.ID{"calls"}, []tracker.Notice{{Who: "Bob (Sales)"}, {Who: "ann"}}
		}, Supported},
		{"showing, noticed tomorrow", func(w *tracker.Win, _ *tracker.Intake) {
			w.Stage, w.NoticedBy = tracker.Showing, []tracker.Notice{{Who: "boss", On: day(t, "2026-01-01")}}
		}, Supported},
	} {
		w, in := win(t, "2025-05-01", "first"), full(t, "i", "2025-02-01")
		w.Intake, in.Readings = "i", []tracker.Reading{{Date: day(t, "2025-06-01"), Value: known(40)}}
		tc.change(w, in)
		s := compute(told(t), []*tracker.Win{w}, []*tracker.Intake{in}).Stories[0]
		if s.Grade != tc.want || s.GradeReason == "" {
			t.Errorf("%s: %q, want %q (%s)", tc.name, s.Grade, tc.want, s.GradeReason)
		}
	}
}

// What was seen in the work is no evidence for an outcome that did not move as
// wanted, whoever saw it.
func TestGradeOfAnOutcomeThatDidNotMove(t *testing.T) {
	for to, want := range map[float64]string{
		61: "the outcome has not moved", 50: "the outcome moved the other way", 62: "the outcome moved by less than would matter",
	} {
		s := told(t)
		s.Outcomes[0].Readings[0].Value = known(to)
		w := win(t, "2025-05-01", "first")
		w.Stage, w.NoticedBy = tracker.Showing, []tracker.Notice{{Who: "boss"}}
		f := compute(s, []*tracker.Win{w}, nil)
		if got := f.Stories[0]; got.Grade != Linked || got.GradeReason != want {
			t.Errorf("%v: %s, %q; want %q", to, got.Grade, got.GradeReason, want)
		}
		if r := receipt(t, f, "contribution/calls/evidence"); r.Text != "linked" || len(r.Counted) > 0 {
			t.Errorf("%v: %+v", to, r)
		}
	}
}

// What the sponsor noticed on another win confirms nothing here.
func TestGradeNamesTheWinThatWasNoticed(t *testing.T) {
	shows, other := win(t, "2025-05-01", "first"), win(t, "2025-05-02", "first")
	shows.Stage, shows.Title = tracker.Showing, "Fewer calls come twice"
	other.Stage, other.NoticedBy = tracker.InPlace, []tracker.Notice{{Who: "boss"}}
	for _, tc := range []struct {
		noticed []tracker.Notice
		grade   Grade
		reason  string
	}{
		{nil, Supported, "1 win at “Showing”"},
		{[]tracker.Notice{{Who: "boss"}}, Confirmed, "1 win at “Showing”; noticed by Bea Boss: “Fewer calls come twice”"},
	} {
		shows.NoticedBy = tc.noticed
		if s := compute(told(t), []*tracker.Win{shows, other}, nil).Stories[0]; s.Grade != tc.grade || s.GradeReason != tc.reason {
			t.Errorf("%s: %q, want %s: %q", s.Grade, s.GradeReason, tc.grade, tc.reason)
		}
	}
}
