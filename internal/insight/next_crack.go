package insight

import (
	"slices"

	"smallwins/internal/tracker"
)

// NextCrack is one suggestion for the next step with a stakeholder, and why
// (requirements 004-17, 004-45 and 004-46). There is one at a time, and none
// where nothing suggests itself. It is for the team's edition alone.
type NextCrack struct {
	Practice   string          // id, of the vocabulary of practices; "" for no suggestion
	Label      string          // of the practice
	Suggestion string          // one sentence
	Reason     string          // one sentence: what in the records it follows from
	Intake     *tracker.Intake // the open request that it is about; nil for none
	Question   tracker.Term    // the contract question to ask; zero for none
}

// gentle is the order in which questions are asked where the door is still
// narrow; where it is wide, the partnership question comes first.
var (
	gentle = []string{"friction", "better", "decisions", "who", "shift", "barrier", "reinforce", tracker.OwnQuestion}
	tough  = []string{tracker.OwnQuestion, "shift", "reinforce", "barrier", "who", "decisions", "better", "friction"}
)

// wideFrom is the marker from which on the tougher questions come first.
const wideFrom = "considers"

// suggest makes a suggestion with the label of its practice.
func (f *Figures) suggest(practice, suggestion, reason string) NextCrack {
	return NextCrack{Practice: practice, Label: f.Words.Label(&tracker.Practices, practice), Suggestion: suggestion, Reason: reason}
}

// nextCrack takes the first that applies. With an open request it is about that
// request: an order is taken with one thing more while they have seen nothing
// new from us; else the next question of its contract. Without an open one, or where its contract is answered: a first meeting, a
// gap in what we know of their business, a newer source; in the end, where
// nothing is open, one thing more with the next order or an offer of ours.
func (f *Figures) nextCrack(r *relation, shown SomethingNew) NextCrack {
	open := lastOpen(r.intakes)
	days, undated := f.met(r.who)
	met := len(days) > 0 || undated
	if open != nil {
		if s := f.crackRequest(r, open, shown); s.Practice != "" {
			return s
		}
	}
	k, say := f.knowledge(r.who), f.Words.Text
	switch {
	case !met && len(r.intakes) == 0:
		return f.suggest("relationship-first", say("insight.next-crack.meet"), say("insight.next-crack.meet.nothing"))
	case !met:
		return f.suggest("relationship-first", say("insight.next-crack.meet"), say("insight.next-crack.meet.requests"))
	case k.Gap != "":
		return f.suggest("business-knowledge", k.Next, say("insight.next-crack.gap", "gap", k.Gap))
	case k.Next != "":
		return f.suggest("business-knowledge", k.Next, say("insight.next-crack.no-source"))
	case open != nil:
		return NextCrack{}
	case !shown.Shown:
		return f.suggest("added-value", say("insight.next-crack.show-next"), say("insight.next-crack.nothing-new"))
	}
	return f.suggest("problem-questions", say("insight.next-crack.propose"), say("insight.next-crack.propose.reason", "new", clause(shown.Reason)))
}

// crackRequest suggests one step for an open request; none where its contract
// is answered.
func (f *Figures) crackRequest(r *relation, open *tracker.Intake, shown SomethingNew) NextCrack {
	var s NextCrack
	say := f.Words.Text
	last := lastCrack(r.intakes)
	days, undated := f.met(r.who)
	metBefore := undated || len(days) > 0 && (open.RequestedOn.IsZero() || days[0] < open.RequestedOn)
	order := open.ArrivedAs == tracker.ArrivedSolution || open.ArrivedAs == ""
	switch {
	case order && len(r.intakes) == 1 && !shown.Shown && !metBefore:
		s = f.suggest("added-value", say("insight.next-crack.take-order"), say("insight.next-crack.first-request"))
	case order && !shown.Shown:
		s = f.suggest("added-value", say("insight.next-crack.show"), say("insight.next-crack.nothing-new"))
	default:
		q, ok := f.nextQuestion(r, open)
		if !ok {
			return s
		}
		s = f.suggest("problem-questions", say("insight.next-crack.ask", "question", q.Definition), say("insight.next-crack.ask.arrived", "arrival", arrived(f.Words, open.ArrivedAs)))
		switch {
		case last == nil && shown.Shown:
			s.Reason = say("insight.next-crack.ask.new", "new", clause(shown.Reason))
		case last != nil:
			s.Reason = say("insight.next-crack.ask.last", "step", f.stepName(last.Crack), "title", last.Intake.Title)
		}
		s.Question = q
	}
	s.Intake = open
	return s
}

// stepName is the practice of a crack as people read it, else what was done.
func (f *Figures) stepName(c tracker.Crack) string {
	if c.Practice != "" {
		return f.Words.Label(&tracker.Practices, c.Practice)
	}
	return clause(c.What)
}

// nextQuestion returns the first question of the contract without an answer,
// in an order that follows the door: the gentle ones first until the last
// marker is "considers" or further.
func (f *Figures) nextQuestion(r *relation, in *tracker.Intake) (tracker.Term, bool) {
	d := &Door{}
	d.mark(r.who, f.Tracker.AsOf)
	order, steps := gentle, tracker.DoorMarkers.IDs()
	if n := len(d.Markers); n > 0 && d.Markers[n-1].Step > slices.Index(steps, wideFrom) {
		order = tough
	}
	for _, id := range order {
		for _, a := range f.contracts[in].Answers {
			if a.Question.ID == id && (a.State == NotAsked || a.State == AskedOnly) {
				return f.question(id), true
			}
		}
	}
	return tracker.Term{}, false
}

// question is a question of the contract in the reader's language.
func (f *Figures) question(id string) tracker.Term {
	return tracker.Term{ID: id, Label: f.Words.Label(&tracker.Questions, id), Definition: f.Words.Definition(&tracker.Questions, id)}
}

// lastOpen returns the newest request that is not delivered and has not ended;
// nil for none.
func lastOpen(intakes []*tracker.Intake) *tracker.Intake {
	for _, in := range slices.Backward(intakes) {
		if !in.Status.AtLeastDelivered() && !in.Status.NotAgreed() && in.Status != tracker.StatusWaitlisted {
			return in
		}
	}
	return nil
}

// LastCrack is a crack and the request that it belongs to.
type LastCrack struct {
	Intake *tracker.Intake
	Crack  tracker.Crack
	Record Record
}

// lastCrack returns the last crack of the newest request that has one; nil for
// none. A crack bears no day of its own.
func lastCrack(intakes []*tracker.Intake) *LastCrack {
	for _, in := range slices.Backward(intakes) {
		if n := len(in.Cracks); n > 0 {
			return &LastCrack{in, in.Cracks[n-1], Record{Kind: tracker.KindIntake, ID: in.ID, Part: part("cracks", n-1)}}
		}
	}
	return nil
}
