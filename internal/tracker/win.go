package tracker

// Win is one small win: the nine columns of the tracker, and what the team
// chooses to add.
type Win struct {
	Origin  Origin
	ID      ID
	Aliases []ID `key:"aliases"`

	Date           Date      `key:"date"`
	EnteredBy      Person    `key:"entered_by"`
	Title          string    `key:"title"`
	WhatHappened   Prose     `key:"what_happened"`
	Collaborators  []Person  `key:"collaborators"`
	Why            Prose     `key:"why"`
	Priorities     []ID      `key:"priorities"`
	Connection     Prose     `key:"connection"`
	FollowUps      []Promise `key:"follow_ups"`
	FollowUpNotes  Prose     `key:"follow_up_notes"`
	HowToReplicate Prose     `key:"how_to_replicate"`
	Encouraging    Prose     `key:"encouraging"`
	People         []Person  `key:"people"`
	Outcomes       []ID      `key:"outcomes"`
	Intake         ID        `key:"intake"`
	Replicates     []ID      `key:"replicates"`
	Practices      []string  `key:"practices"`
	Activity       []string  `key:"activity"`
	Stage          Stage     `key:"stage"`
	NoticedBy      []Notice  `key:"noticed_by"`
	Pushback       Prose     `key:"pushback"`
	HelpWanted     Prose     `key:"help_wanted"`
	AssetsNeeded   []string  `key:"assets_needed"`
	CaseStudy      string    `key:"case_study"`
	ReplicateCheck Check     `key:"replicate_check"`
	Undone         Undone    `key:"undone"`
	Questions      Prose     `key:"questions"`
	SharedOn       []Date    `key:"shared_on"`
	Audience       Audience  `key:"audience"`
	Links          []Link    `key:"links"`
	More           []Note
}

// Notice says that someone in the business saw it.
type Notice struct {
	Who      Person `key:"who"`
	On       Date   `key:"on"`
	Words    string `key:"words"`
	MayQuote bool   `key:"may_quote"`
}

// Check says whether a colleague could follow the text, and when that was seen.
type Check struct {
	State string `key:"state"`
	On    Date   `key:"on"`
}

// Undone says that a win came undone: kept, shown as such, never counted as
// standing.
type Undone struct {
	On  Date   `key:"on"`
	Why string `key:"why"`
}

// Whose returns the people whose win it is: those named, or who entered it.
func (w *Win) Whose() []Person {
	if len(w.People) > 0 {
		return w.People
	}
	if w.EnteredBy == "" {
		return nil
	}
	return []Person{w.EnteredBy}
}

// StageOr returns the stage, spark where none was given.
func (w *Win) StageOr() Stage {
	if w.Stage == "" {
		return Spark
	}
	return w.Stage
}

// StandsAt reports whether the win had not come undone by the given day.
func (w *Win) StandsAt(asOf Date) bool {
	if w.Undone.On.IsZero() {
		return w.Undone.Why == ""
	}
	return w.Undone.On > asOf
}
