package insight

import (
	"slices"

	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// Contract is how deep the agreement about one intake goes: the eight
// questions and the four marks (insights: "Eight", "Four").
type Contract struct {
	Intake  *tracker.Intake
	Answers []Answer // the eight, in the order of tracker.Questions
	N       int      // how many of the eight count as answered
	Undated int      // how many of those bear no date
	Added   int      // how many were answered after the agreement and do not count

	Owned         Mark // someone in the business has taken a part, with what and by when
	Shift         Mark // a behaviour or a result, with a baseline and a target
	Reinforcement Mark // who keeps it alive, how and when
	Barrier       Mark // what is in the way has an owner in the business, or none was found

	Position Position // "" where posture leaves the intake out
	Missing  string   // what is missing for a depth; "" when there is one
}

// Answer is one question of the contract and what became of it.
type Answer struct {
	Question tracker.Term // ID is the key, Definition the question as it is put
	Prose    tracker.Prose
	State    AnswerState
	Undated  bool // counted, without a date
}

// Partnership reports whether this is the partnership question, which is shown
// first and apart.
func (a Answer) Partnership() bool { return a.Question.ID == tracker.OwnQuestion }

// Counts reports whether the answer counts toward the eight.
func (a Answer) Counts() bool { return a.State == Answered }

// AnswerState says what became of a question.
type AnswerState string

// The states of an answer. Asked and open differ: a question that was put and
// got no answer is not one that nobody put.
const (
	Answered        AnswerState = "answered"
	AddedAfterwards AnswerState = "added-afterwards"
	AskedOnly       AnswerState = "asked"
	NotAsked        AnswerState = "open"
)

// AnswerStates are the states with their meanings.
var AnswerStates = tracker.Vocabulary{Name: "answer", Terms: []tracker.Term{
	{ID: string(Answered), Label: "Answered", Definition: "Answered by the day of the agreement, or undated."},
	{ID: string(AddedAfterwards), Label: "Added afterwards", Definition: "Answered after the agreement; shown, not counted."},
	{ID: string(AskedOnly), Label: "Asked, no answer yet", Definition: "The question was put and has no answer yet."},
	{ID: string(NotAsked), Label: "Not asked yet", Definition: "The question has not been put."},
}}

// Label returns the state as people read it.
func (s AnswerState) Label() string { return AnswerStates.Label(string(s)) }

// Mark is one of the four marks of a shared contract.
type Mark struct {
	ID     string // "owned", "shift", "reinforcement", "barrier"
	Label  string // "Owned by the business"
	Held   bool
	Reason string // why it is held or not, in words: "owned by Priya Nair: weekly listening, by 31 March 2026"
}

// Marks returns the four marks in their order.
func (c *Contract) Marks() []Mark { return []Mark{c.Owned, c.Shift, c.Reinforcement, c.Barrier} }

// MarksHeld returns how many of the four are held.
func (c *Contract) MarksHeld() Ratio {
	r := Ratio{D: 4}
	for _, m := range c.Marks() {
		if m.Held {
			r.N++
		}
	}
	return r
}

// Answered returns how many of the eight questions count as answered.
func (c *Contract) Answered() Ratio { return Ratio{c.N, len(c.Answers)} }

// Partnership returns the partnership question and its answer.
func (c *Contract) Partnership() Answer {
	for _, a := range c.Answers {
		if a.Partnership() {
			return a
		}
	}
	return Answer{}
}

// Others returns the other seven questions in their order.
func (c *Contract) Others() []Answer {
	var others []Answer
	for _, a := range c.Answers {
		if !a.Partnership() {
			others = append(others, a)
		}
	}
	return others
}

func contracts(t *tracker.Tracker, words *message.Language) ([]*Contract, map[*tracker.Intake]*Contract) {
	all := make([]*Contract, len(t.Intakes))
	of := make(map[*tracker.Intake]*Contract, len(t.Intakes))
	for i, in := range t.Intakes {
		all[i] = contract(t, in, words)
		of[in] = all[i]
	}
	return all, of
}

func contract(t *tracker.Tracker, in *tracker.Intake, words *message.Language) *Contract {
	c := &Contract{Intake: in, Answers: make([]Answer, 0, len(tracker.Questions.Terms))}
	for _, q := range tracker.Questions.Terms {
		a := answer(in, termIn(words, &tracker.Questions, q))
		switch {
		case a.State == AddedAfterwards:
			c.Added++
		case a.Undated:
			c.Undated++
			c.N++
		case a.State == Answered:
			c.N++
		}
		c.Answers = append(c.Answers, a)
	}
	c.Owned, c.Shift = owned(t, in, words), shift(in, words)
	c.Reinforcement, c.Barrier = reinforced(t, in, words), barrier(t, in, words)
	if in.Status == tracker.StatusRequested {
		c.Missing = words.Text("insight.contract.still-request")
	}
	return c
}

// answer applies the cut-off: what was answered after the agreement does not
// count, the day of the agreement itself does, and an answer without a date
// counts and says so.
func answer(in *tracker.Intake, q tracker.Term) Answer {
	a := Answer{Question: q, Prose: in.Contract.Answer(q.ID)}
	switch {
	case a.Prose.IsEmpty() && slices.Contains(in.Asked, q.ID):
		a.State = AskedOnly
	case a.Prose.IsEmpty():
		a.State = NotAsked
	case a.Prose.On.IsZero():
		a.State, a.Undated = Answered, true
	case in.AgreedOn.IsZero() || a.Prose.On <= in.AgreedOn:
		a.State = Answered
	default:
		a.State = AddedAfterwards
	}
	return a
}
