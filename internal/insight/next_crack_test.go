package insight

import (
	"testing"

	"smallwins/internal/tracker"
)

func TestNextCrack(t *testing.T) {
	whole := tracker.Business{Lifecycle: "a", Revenue: "b", Goals: []string{"c"}, Pressures: []string{"d"}}
	type records struct {
		who *tracker.Stakeholder
		ins []*tracker.Intake
	}
	crack := []tracker.Crack{{Practice: "added-value", What: "Cards"}}
	wide := []tracker.DoorMark{{Date: 739000, Marker: "answers"}, {Date: 739001, Marker: "considers"}}
	for _, tc := range []struct {
		name               string
		change             func(*records) // of a stakeholder who was met and is known, with a delivered order and an open one with a crack and two answers
		practice, question string
		about              bool // the open request
	}{
		{"a narrow door: the gentle questions first", func(*records) {}, "problem-questions", "better", true},
		{"a wide door: the partnership question first", func(r *records) { r.who.Door = wide }, "problem-questions", tracker.OwnQuestion, true},
		{"a door that narrowed again", func(r *records) { r.who.Door = append(wide, tracker.DoorMark{Date: 739002, Marker: "opens"}) }, "problem-questions", "better", true},
		{"no crack yet", func(r *records) { r.ins[1].Cracks = nil }, "added-value", "", true},
		{"no crack yet, and it came as an invitation", func(r *records) { r.ins[1].Cracks, r.ins[1].ArrivedAs = nil, tracker.ArrivedInvitation }, "problem-questions", "better", true},
		{"a first order, never met", func(r *records) { r.ins, r.who.Touchpoints = r.ins[1:], nil; r.ins[0].Cracks = nil }, "added-value", "", true},
		{"no crack, and something else was agreed before", func(r *records) {
			r.ins[1].Cracks, r.ins[0].Requested, r.ins[0].Agreed = nil, []string{"live"}, []string{"job-aid"}
		}, "problem-questions", "better", true},
		{"all is answered", func(r *records) { answerAll(r.ins[1], 8) }, "", "", false},
		{"all is answered, never met", func(r *records) { answerAll(r.ins[1], 8); r.who.Touchpoints = nil }, "relationship-first", "", false},
		{"all is answered, little known", func(r *records) { answerAll(r.ins[1], 8); r.who.Business.Revenue = "" }, "business-knowledge", "", false},
		{"nothing open, a crack", func(r *records) { r.ins[1].Status = tracker.StatusDelivered }, "problem-questions", "", false},
		{"nothing open, no crack", func(r *records) { r.ins[1].Status, r.ins[1].Cracks = tracker.StatusDelivered, nil }, "added-value", "", false},
		{"no request, never met", func(r *records) { r.ins, r.who.Touchpoints = nil, nil }, "relationship-first", "", false},
		{"no request, met after the report", func(r *records) { r.ins, r.who.Touchpoints[0].Date = nil, 800000 }, "relationship-first", "", false},
		{"no request, an old source", func(r *records) { r.ins, r.who.Business.Sources = nil, nil }, "business-knowledge", "", false},
		{"waiting is not open", func(r *records) { r.ins[1].Status = tracker.StatusWaitlisted }, "problem-questions", "", false},
	} {
		r := &records{who: &tracker.Stakeholder{ID: "boss", Name: "Bea", Business: whole, Touchpoints: []tracker.Touchpoint{{Date: 738900}}}}
		r.who.Business.Sources = []tracker.Source{{Date: day(t, "2025-10-10")}}
		for _, id := range []tracker.ID{"old", "open"} {
			in := full(t, id, map[tracker.ID]string{"old": "2025-01-10", "open": "2025-06-10"}[id])
			in.Stakeholder, in.Status = "boss", tracker.StatusDelivered
			r.ins = append(r.ins, in)
		}
		r.ins[1].Status, r.ins[1].Cracks = tracker.StatusExploring, crack
		answerAll(r.ins[1], 1)
		tc.change(r)
		s := base(t)
		s.Stakeholders = []*tracker.Stakeholder{r.who}
		next := compute(s, nil, r.ins).doors().Timelines[0].NextCrack
		if next.Practice != tc.practice || next.Question.ID != tc.question || (next.Intake != nil) != tc.about {
			t.Errorf("%s: %+v", tc.name, next)
		}
		if (next.Suggestion == "" || next.Reason == "" || next.Label == "") != (tc.practice == "") {
			t.Errorf("%s: half a suggestion: %+v", tc.name, next)
		}
	}
}
