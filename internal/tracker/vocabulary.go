package tracker

import "slices"

// Term is one value of a vocabulary.
type Term struct {
	ID         string // as written in a record
	Label      string // as shown to readers
	Definition string // what it means, in one line
}

// Vocabulary is a closed list of values that a field may take.
type Vocabulary struct {
	Name  string // what one of its values is called: "stage"
	Terms []Term
}

// IDs lists the values in their order.
func (v *Vocabulary) IDs() []string {
	ids := make([]string, len(v.Terms))
	for i, t := range v.Terms {
		ids[i] = t.ID
	}
	return ids
}

// Has reports whether id is one of the values.
func (v *Vocabulary) Has(id string) bool {
	return slices.ContainsFunc(v.Terms, func(t Term) bool { return t.ID == id })
}

// Label returns what readers see for id; an unknown id is its own label.
func (v *Vocabulary) Label(id string) string {
	for _, t := range v.Terms {
		if t.ID == id {
			return t.Label
		}
	}
	return id
}

// Definition returns what id means, or "".
func (v *Vocabulary) Definition(id string) string {
	for _, t := range v.Terms {
		if t.ID == id {
			return t.Definition
		}
	}
	return ""
}

// Stage says how far a win has come. It is not a grade: a spark is welcome.
type Stage string

// The stages, in the order in which work usually moves.
const (
	Spark   Stage = "spark"
	Agreed  Stage = "agreed"
	InPlace Stage = "in-place"
	Showing Stage = "showing"
)

// Status says where an intake stands.
type Status string

// The statuses. The first six are a path; the last four are other ends.
const (
	StatusRequested  Status = "requested"
	StatusExploring  Status = "exploring"
	StatusAgreed     Status = "agreed"
	StatusBuilding   Status = "building"
	StatusDelivered  Status = "delivered"
	StatusEvaluated  Status = "evaluated"
	StatusRedirected Status = "redirected"
	StatusWaitlisted Status = "waitlisted"
	StatusDeclined   Status = "declined"
	StatusWithdrawn  Status = "withdrawn"
)

// AtLeastAgreed reports whether the intake reached an agreement: agreed,
// building, delivered or evaluated.
func (s Status) AtLeastAgreed() bool {
	return s == StatusAgreed || s == StatusBuilding || s.AtLeastDelivered()
}

// AtLeastDelivered reports whether something was delivered.
func (s Status) AtLeastDelivered() bool { return s == StatusDelivered || s == StatusEvaluated }

// NotAgreed reports whether the intake ended without an agreement to build:
// redirected, declined or withdrawn (insights: "Posture").
func (s Status) NotAgreed() bool {
	return s == StatusRedirected || s == StatusDeclined || s == StatusWithdrawn
}

// NeedsReason reports whether the status has to be explained.
func (s Status) NeedsReason() bool { return s.NotAgreed() || s == StatusWaitlisted }

// Arrival says how an intake came to L&D.
type Arrival string

// The arrivals.
const (
	ArrivedSolution       Arrival = "solution"
	ArrivedProblem        Arrival = "problem"
	ArrivedInvitation     Arrival = "invitation"
	ArrivedRecommendation Arrival = "recommendation"
)

// Level says what a measure looks at. Only behaviour and result can be a
// measurable shift (requirement 000-05).
type Level string

// The levels, from what L&D did to what the business got.
const (
	LevelActivity  Level = "activity"
	LevelReaction  Level = "reaction"
	LevelLearning  Level = "learning"
	LevelBehaviour Level = "behaviour"
	LevelResult    Level = "result"
)

// Verdict says what was found when somebody looked.
type Verdict string

// The verdicts. Unknown is an answer: somebody looked and could not tell.
const (
	VerdictChanged  Verdict = "changed"
	VerdictPartly   Verdict = "partly"
	VerdictNoChange Verdict = "no-change"
	VerdictWorse    Verdict = "worse"
	VerdictUnknown  Verdict = "unknown"
)

// PromiseState says what became of a promise.
type PromiseState string

// The states of a promise. Two are never written: overdue is an open promise
// whose day has passed, and not-kept is what late, missed and overdue are to an
// edition that does not tell them apart: see Tracker.Redacted.
const (
	PromiseOpen     PromiseState = "open"
	PromiseKept     PromiseState = "kept"
	PromiseLate     PromiseState = "late"
	PromiseMoved    PromiseState = "moved"
	PromiseMissed   PromiseState = "missed"
	PromiseReleased PromiseState = "released"
	PromiseOverdue  PromiseState = "overdue"
	PromiseNotKept  PromiseState = "not-kept"
)

// Size tells small promises ("back to you by Friday") from big ones ("live by
// March"): trust starts with the small (requirement 004-44).
type Size string

// The sizes; a promise is small unless it says otherwise.
const (
	Small Size = "small"
	Big   Size = "big"
)

// Audience says who may read a record.
type Audience string

// The audiences.
const (
	AudienceEveryone Audience = "everyone"
	AudienceTeam     Audience = "team"
)

// The vocabularies of the record format.
var (
	Stages = Vocabulary{"stage", []Term{
		{"spark", "Spark", "A signal or a conversation. No proof is needed."},
		{"agreed", "Agreed", "Someone outside L&D agreed to act differently."},
		{"in-place", "In place", "It is done, or in use."},
		{"showing", "Showing", "Behaviour or a number was observed moving."},
	}}
	Practices = Vocabulary{"practice", []Term{
		{"added-value", "Added unexpected value", "We showed something more than was asked for, instead of telling."},
		{"business-knowledge", "Came with business knowledge", "We had done our homework about their part of the business."},
		{"problem-questions", "Asked to solve the problem", "Our questions and suggestions aimed at the problem, not at the course."},
		{"relationship-first", "Met before there was a need", "We got to know them before they asked for anything."},
		{"promise-kept", "Kept a promise", "We did what we had said, on the day that we had said."},
	}}
	Activities = Vocabulary{"activity", []Term{
		{"conversation", "Conversation", "We talked it through."},
		{"persuasion", "Persuasion", "We made a case."},
		{"negotiation", "Negotiation", "We found terms that both sides could accept."},
		{"observation", "Observation", "We watched the work being done."},
		{"solution-finding", "Solution finding", "We worked out an answer together."},
		{"deliverable", "Deliverable", "Something was made or handed over."},
		{"measurement", "Measurement", "We looked at whether anything changed."},
	}}
	Statuses = Vocabulary{"status", []Term{
		{"requested", "Requested", "The order was taken as it came."},
		{"exploring", "Exploring", "The first questions are being asked."},
		{"agreed", "Agreed", "Both sides know what will be done."},
		{"building", "Building", "Work on the agreed solution has begun."},
		{"delivered", "Delivered", "It is in the hands of those it was made for."},
		{"evaluated", "Evaluated", "Somebody looked at what changed."},
		{"redirected", "Redirected", "Someone or something else serves the need better."},
		{"waitlisted", "Waiting", "Agreed to be worth doing, later."},
		{"declined", "Declined", "We said no, with a reason and an offer."},
		{"withdrawn", "Withdrawn", "The asker took it back."},
	}}
	Arrivals = Vocabulary{"arrival", []Term{
		{"solution", "As a solution", "They asked for a product: a course, a module, a video."},
		{"problem", "As a problem", "They asked for help with something that goes wrong."},
		{"invitation", "As an invitation", "L&D was brought in before a need was defined."},
		{"recommendation", "As a recommendation", "L&D proposed it first."},
	}}
	Solutions = Vocabulary{"solution type", []Term{
		{"live", "Live training", "Training with a person in the room or on the call."},
		{"elearning", "E-learning", "Training on a screen, at one's own pace."},
		{"blended", "Blended training", "Live and on-screen training together."},
		{"job-aid", "Job aid", "A card, a checklist or a template at the point of work."},
		{"knowledge-base", "Knowledge base", "Answers that can be looked up while working."},
		{"tool-change", "Tool change", "The tool was made easier instead of the people trained."},
		{"process-change", "Process change", "The way of working was altered."},
		{"clear-expectations", "Clear expectations", "What good looks like was written down and said."},
		{"manager-coaching", "Manager coaching", "Managers help their people with it on the job."},
		{"feedback-incentives", "Feedback and incentives", "What is noticed and rewarded was changed."},
		{"nudge-workflow", "Nudge in the workflow", "A prompt at the moment that it matters."},
		{"peer-learning", "Peer learning", "Colleagues learn from each other, with a little structure."},
		{"existing-resource", "Something that exists", "What was there already turned out to serve."},
		{"measurement-only", "Measurement only", "First find out what happens."},
		{"none", "Nothing built", "No solution was needed from L&D."},
	}}
	Causes = Vocabulary{"cause", []Term{
		{"environment", "Environment", "Tools, process, incentives or expectations stand in the way."},
		{"knowledge", "Knowledge", "People do not know it."},
		{"skill", "Skill", "People cannot do it yet."},
		{"motivation", "Motivation", "People see no reason to do it."},
		{"unknown", "Not known", "Nobody has looked yet, or it could not be told."},
	}}
	Levels = Vocabulary{"level", []Term{
		{"activity", "Activity", "What L&D did: sessions, hours, completions."},
		{"reaction", "Reaction", "What people thought of it."},
		{"learning", "Learning", "What people know or can do in a test."},
		{"behaviour", "Behaviour", "What people do differently at work."},
		{"result", "Result", "What the business gets from it."},
	}}
	Directions = Vocabulary{"direction", []Term{
		{"up", "Up", "Higher is better."},
		{"down", "Down", "Lower is better."},
	}}
	Verdicts = Vocabulary{"verdict", []Term{
		{"changed", "Changed", "It moved as wanted, as far as agreed or nearly."},
		{"partly", "Partly changed", "Some of it was observed."},
		{"no-change", "No change", "Things are as they were before."},
		{"worse", "Worse", "Things are worse than before."},
		{"unknown", "Could not tell", "Somebody looked, and it could not be told."},
	}}
	PromiseStates = Vocabulary{"promise state", []Term{
		{"open", "Open", "Not yet due, or without a day."},
		{"kept", "Kept", "Done by the day that was promised."},
		{"late", "Late", "Done, after the day that was promised."},
		{"moved", "Moved", "A new day was agreed; judged on the new day."},
		{"missed", "Missed", "Not done, and it will not be."},
		{"released", "Released", "The other party no longer needs it."},
	}}
	Sizes = Vocabulary{"size", []Term{
		{"small", "Small", "A call back, a draft, a date."},
		{"big", "Big", "A solution, on time and within budget."},
	}}
	Drivers = Vocabulary{"driver", []Term{
		{"monitor", "Monitor", "See whether it is done."},
		{"reinforce", "Reinforce", "Remind, and remove what is in the way."},
		{"encourage", "Encourage", "Coach and support."},
		{"reward", "Reward", "Notice and recognise."},
	}}
	Moments = Vocabulary{"moment", []Term{
		{"before", "Before", "Before the solution starts."},
		{"during", "During", "While it runs."},
		{"after", "After", "Once it is in people's hands."},
	}}
	BarrierKinds = Vocabulary{"barrier kind", []Term{
		{"direction", "Unclear direction", "Strategy and priorities are unclear or in conflict."},
		{"leaders-not-aligned", "Leaders not aligned", "Those at the top do not pull the same way."},
		{"leadership-style", "Leadership style", "Top-down or hands-off, where neither helps."},
		{"coordination", "Coordination", "Departments do not work together across the seams."},
		{"leader-time", "Leaders' time", "Leaders have too little time for their people's development."},
		{"fear-to-speak", "Fear to speak", "People do not dare to say what is in the way."},
		{"tools-process", "Tools and process", "The tool or the process makes the right thing hard."},
		{"incentives", "Incentives", "The wrong thing is rewarded."},
		{"workload", "Workload", "There is no room to do it."},
		{"expectations-feedback", "Expectations and feedback", "Nobody says what good is, or whether it was done."},
	}}
	BarrierStates = Vocabulary{"barrier state", []Term{
		{"named", "Named", "We know that it is there."},
		{"owned", "Owned", "Someone has taken it on."},
		{"removed", "Removed", "It no longer stands in the way."},
		{"accepted", "Accepted", "We decided to live with it."},
	}}
	Reactions = Vocabulary{"reaction", []Term{
		{"open", "Open", "The conversation could go on."},
		{"neutral", "Neutral", "Neither welcomed nor refused."},
		{"confused", "Confused", "It was not clear why we asked."},
		{"frustrated", "Frustrated", "It got in the way of what they needed."},
	}}
	OutcomeKinds = Vocabulary{"kind of outcome", []Term{
		{"strategic-planning", "Being included in strategic planning", "L&D takes part where plans are made."},
		{"performance-engagement", "Performance and engagement", "People do their work better, and want to."},
		{"systemic-issues", "Systemic issues", "What goes wrong again and again does so less."},
		{"profit", "Profit", "The business earns more, or spends less."},
		{"other", "Another outcome", "An outcome of the organisation's own."},
	}}
	Displays = Vocabulary{"display", []Term{
		{"name", "Full name", "The person is shown by name."},
		{"initials", "Initials", "The person is shown by initials."},
		{"role", "Role only", "The person is shown by role."},
	}}
	DoorMarkers = Vocabulary{"door marker", []Term{
		{"answers", "Answers", "They answer our questions."},
		{"opens", "Opens", "They open up about their business."},
		{"considers", "Considers", "They consider something other than training."},
		{"owns", "Owns", "They take on a part of the change."},
		{"invites", "Invites", "They bring us in early."},
	}}
	Audiences = Vocabulary{"audience", []Term{
		{"everyone", "Everyone", "Shown in both editions."},
		{"team", "Team", "Shown in the team's edition only."},
	}}
	CheckStates = Vocabulary{"replication check", []Term{
		{"clear", "Clear", "A colleague could repeat it from the text."},
		{"unclear", "Unclear", "The text needs another pass."},
	}}
	CaseStudies = Vocabulary{"case study state", []Term{
		{"candidate", "Candidate", "Worth telling from beginning to end one day."},
	}}
	Hosts = Vocabulary{"forge", []Term{
		{"github", "GitHub", "GitHub, or a server of its kind."},
		{"gitlab", "GitLab", "GitLab, or a server of its kind."},
		{"gitea", "Gitea", "Gitea or Forgejo."},
	}}
)
