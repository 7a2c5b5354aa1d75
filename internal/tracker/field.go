package tracker

// Form says how the value of a field is written.
type Form int

// The forms of values.
const (
	FormText    Form = iota // one line of text
	FormProse               // Markdown
	FormDate                // YYYY-MM-DD
	FormPerson              // an id, or "Name (Role)"
	FormRef                 // the id of a thing of the field's Target
	FormTerm                // a value of the field's Vocabulary
	FormNumber              // a decimal number
	FormWhole               // a whole number
	FormFlag                // true or false
	FormAddress             // a link
	FormObject              // a mapping with the field's Fields
	FormFree                // the team's own keys, kept as they are
)

// Field describes one field of the record format. The loader, the checks, the
// pages and whatever else needs a fact about a field take it from here.
type Field struct {
	Key        string
	Label      string // what people read; accepted as a heading where the field is prose
	Form       Form
	Many       bool        // a list; one value alone is accepted for it
	Vocabulary *Vocabulary // of FormTerm
	Target     Kind        // of FormRef
	Fields     []Field     // of FormObject
	Short      string      // of FormObject: the key that plain text alone stands for
	Lead       bool        // prose: the body text before the first "##" belongs here
	Question   string      // prose: the question as it is put, accepted as a heading too
	TeamOnly   bool        // never in the leaders' edition
	Need       bool        // always asked for; the loader takes a record without it too
	Plan       bool        // a date: it may lie ahead of today
	Min, Max   int         // whole number: what it may be; a Max of 0 is none
	Help       string      // one plain line for authors, where the label does not say it all
}

// WinFields are the fields of a win, in the order of the tracker's columns.
var WinFields = []Field{
	{Key: "date", Label: "Date", Form: FormDate, Need: true, Help: "The day that it happened."},
	{Key: "entered_by", Label: "Person entering the win", Form: FormPerson, Need: true},
	{Key: "title", Label: "Title", Form: FormText, Need: true, Help: "The event, action or deliverable in one line."},
	{Key: "what_happened", Label: "What happened", Form: FormProse, Lead: true},
	{Key: "collaborators", Label: "Collaborator", Form: FormPerson, Many: true},
	{Key: "why", Label: "Why it's a win", Form: FormProse, Help: "What usually happens instead?"},
	{Key: "priorities", Label: "Strategic priorities", Form: FormRef, Target: KindPriority, Many: true, Help: "[] says: no link yet. That is an honest answer."},
	{Key: "connection", Label: "Connection to strategic priorities", Form: FormProse, Help: "Who does what differently, and which need of the business that serves."},
	{Key: "follow_ups", Label: "Promises and tasks", Form: FormObject, Many: true, Fields: PromiseFields, Short: "what"},
	{Key: "follow_up_notes", Label: "Follow-ups", Form: FormProse},
	{Key: "how_to_replicate", Label: "How to replicate", Form: FormProse},
	{Key: "encouraging", Label: "Something encouraging", Form: FormProse},
	{Key: "people", Label: "Whose win", Form: FormPerson, Many: true, Help: "Who did it, when you record it for them."},
	{Key: "outcomes", Label: "Outcomes", Form: FormRef, Target: KindOutcome, Many: true},
	{Key: "intake", Label: "Intake", Form: FormRef, Target: KindIntake, Help: "The request that it grew from."},
	{Key: "replicates", Label: "Repeats", Form: FormRef, Target: KindWin, Many: true},
	{Key: "practices", Label: "Practices", Form: FormTerm, Vocabulary: &Practices, Many: true},
	{Key: "activity", Label: "Activity", Form: FormTerm, Vocabulary: &Activities, Many: true},
	{Key: "stage", Label: "Stage", Form: FormTerm, Vocabulary: &Stages},
	{Key: "noticed_by", Label: "Noticed by", Form: FormObject, Many: true, Short: "who", Fields: []Field{
		{Key: "who", Label: "Who", Form: FormPerson},
		{Key: "on", Label: "On", Form: FormDate},
		{Key: "words", Label: "In their words", Form: FormText},
		{Key: "may_quote", Label: "May be quoted", Form: FormFlag},
	}},
	{Key: "pushback", Label: "Pushback", Form: FormProse, TeamOnly: true},
	{Key: "help_wanted", Label: "Help wanted", Form: FormProse, TeamOnly: true},
	{Key: "assets_needed", Label: "What is missing to repeat it", Form: FormText, Many: true},
	{Key: "case_study", Label: "Case study", Form: FormTerm, Vocabulary: &CaseStudies},
	{Key: "replicate_check", Label: "Can it be repeated from the text?", Form: FormObject, Short: "state", Fields: []Field{
		{Key: "state", Label: "State", Form: FormTerm, Vocabulary: &CheckStates},
		{Key: "on", Label: "On", Form: FormDate},
	}},
	{Key: "undone", Label: "Came undone", Form: FormObject, Short: "why", Fields: []Field{
		{Key: "on", Label: "On", Form: FormDate},
		{Key: "why", Label: "Why", Form: FormText},
	}},
	{Key: "questions", Label: "Questions", Form: FormProse},
	{Key: "shared_on", Label: "Shared with the team on", Form: FormDate, Many: true},
	{Key: "audience", Label: "Audience", Form: FormTerm, Vocabulary: &Audiences},
	linksField, aliasesField, extraField,
}

// IntakeFields are the fields of an intake.
var IntakeFields = append(append([]Field{
	{Key: "title", Label: "Title", Form: FormText, Need: true},
	{Key: "request", Label: "The request, in their words", Form: FormProse, Lead: true, Need: true},
	{Key: "stakeholder", Label: "Stakeholder", Form: FormPerson, Need: true},
	{Key: "owner", Label: "Owner in L&D", Form: FormPerson},
	{Key: "requested_on", Label: "Requested on", Form: FormDate, Need: true},
	{Key: "status", Label: "Status", Form: FormTerm, Vocabulary: &Statuses, Need: true},
	{Key: "agreed_on", Label: "Agreed on", Form: FormDate},
	{Key: "delivered_on", Label: "Delivered on", Form: FormDate},
	{Key: "arrived_as", Label: "Arrived as", Form: FormTerm, Vocabulary: &Arrivals},
	{Key: "requested", Label: "Requested", Form: FormTerm, Vocabulary: &Solutions, Many: true},
	{Key: "agreed", Label: "Agreed", Form: FormTerm, Vocabulary: &Solutions, Many: true},
	{Key: "cause", Label: "Cause", Form: FormTerm, Vocabulary: &Causes},
	{Key: "urgency", Label: "Urgency", Form: FormText},
	{Key: "mandated", Label: "Required by law", Form: FormFlag},
	{Key: "pain", Label: "What hurts", Form: FormProse},
	{Key: "logistics", Label: "Logistics", Form: FormObject, Fields: []Field{
		{Key: "needed_by", Label: "Needed by", Form: FormDate, Plan: true},
		{Key: "audience", Label: "How many", Form: FormText},
		{Key: "mode", Label: "How", Form: FormText},
	}},
}, contractFields()...), []Field{
	{Key: "asked", Label: "Asked, not yet answered", Form: FormTerm, Vocabulary: &Questions, Many: true},
	{Key: "confirmed_on", Label: "Wording seen by the leader on", Form: FormDate},
	{Key: "measure", Label: "Measure", Form: FormObject, Fields: measureFields, Short: "name"},
	{Key: "readings", Label: "Readings", Form: FormObject, Many: true, Fields: readingFields},
	{Key: "commitments", Label: "Promised by the business", Form: FormObject, Many: true, Fields: PromiseFields, Short: "what"},
	{Key: "promises", Label: "Promised by L&D", Form: FormObject, Many: true, Fields: PromiseFields, Short: "what"},
	{Key: "reinforcement", Label: "Reinforcement", Form: FormObject, Many: true, Short: "what", Fields: []Field{
		{Key: "who", Label: "Who", Form: FormPerson},
		{Key: "driver", Label: "Driver", Form: FormTerm, Vocabulary: &Drivers},
		{Key: "when", Label: "When", Form: FormTerm, Vocabulary: &Moments},
		{Key: "what", Label: "What", Form: FormText},
		{Key: "done", Label: "Done", Form: FormFlag},
	}},
	{Key: "barriers", Label: "Barriers", Form: FormObject, Many: true, Short: "what", Fields: []Field{
		{Key: "kind", Label: "Kind", Form: FormTerm, Vocabulary: &BarrierKinds},
		{Key: "what", Label: "What", Form: FormText},
		{Key: "owner", Label: "Owner", Form: FormPerson},
		{Key: "state", Label: "State", Form: FormTerm, Vocabulary: &BarrierStates},
	}},
	{Key: "barriers_checked", Label: "Looked for barriers on", Form: FormDate},
	{Key: "prework", Label: "Prework", Form: FormObject, Many: true, Short: "what", Fields: []Field{
		{Key: "date", Label: "Date", Form: FormDate},
		{Key: "kind", Label: "Kind", Form: FormText},
		{Key: "what", Label: "What", Form: FormText},
	}},
	{Key: "conversations", Label: "Conversations", Form: FormObject, Many: true, Short: "note", Fields: []Field{
		{Key: "date", Label: "Date", Form: FormDate},
		{Key: "with", Label: "With", Form: FormPerson},
		{Key: "reaction", Label: "Reaction", Form: FormTerm, Vocabulary: &Reactions, TeamOnly: true},
		{Key: "note", Label: "Note", Form: FormText},
	}},
	{Key: "cracks", Label: "Filled differently", Form: FormObject, Many: true, Short: "what", Fields: []Field{
		{Key: "practice", Label: "Practice", Form: FormTerm, Vocabulary: &Practices},
		{Key: "what", Label: "What", Form: FormText},
		{Key: "reaction", Label: "Reaction", Form: FormText, TeamOnly: true},
	}},
	{Key: "proceeding_because", Label: "Why building began without an owner in the business", Form: FormProse},
	{Key: "verdict", Label: "Verdict", Form: FormTerm, Vocabulary: &Verdicts},
	{Key: "missing", Label: "What was missing", Form: FormTerm, Vocabulary: &Questions, Many: true},
	{Key: "other_factors", Label: "Also at work", Form: FormObject, Many: true, Fields: factorFields, Short: "what"},
	{Key: "avoided", Label: "Not spent (an estimate)", Form: FormObject, Short: "what", Fields: []Field{
		{Key: "what", Label: "What", Form: FormText},
		{Key: "amount", Label: "Amount", Form: FormNumber},
		{Key: "unit", Label: "Unit", Form: FormText},
		{Key: "estimate_by", Label: "Estimated by", Form: FormPerson},
	}},
	{Key: "reason", Label: "Reason", Form: FormProse},
	{Key: "offered_instead", Label: "Offered instead", Form: FormProse},
	{Key: "redirected_to", Label: "Redirected to", Form: FormText},
	{Key: "what_we_agreed", Label: "What we agreed", Form: FormProse},
	{Key: "what_happened", Label: "What happened", Form: FormProse},
	{Key: "what_changed", Label: "What changed", Form: FormProse},
	{Key: "what_was_in_the_way", Label: "What was in the way", Form: FormProse},
	{Key: "audience", Label: "Audience", Form: FormTerm, Vocabulary: &Audiences},
	linksField, aliasesField, extraField,
}...)

func contractFields() []Field {
	fields := make([]Field, len(Questions.Terms))
	for i, q := range Questions.Terms {
		fields[i] = Field{Key: q.ID, Label: q.Label, Form: FormProse, Question: q.Definition}
	}
	return fields
}

// PromiseFields are the fields of a promise; "what" alone is enough.
var PromiseFields = []Field{
	{Key: "what", Label: "What", Form: FormText, Need: true},
	{Key: "who", Label: "Who", Form: FormPerson},
	{Key: "to", Label: "To", Form: FormPerson, Help: "Whom it was promised to. Without it, it is a task."},
	{Key: "by", Label: "By", Form: FormDate, Plan: true},
	{Key: "size", Label: "Size", Form: FormTerm, Vocabulary: &Sizes},
	{Key: "state", Label: "State", Form: FormTerm, Vocabulary: &PromiseStates},
	{Key: "closed", Label: "Closed on", Form: FormDate},
	{Key: "moved", Label: "Moved", Form: FormObject, Many: true, Fields: []Field{
		{Key: "to", Label: "To", Form: FormDate, Plan: true},
		{Key: "on", Label: "On", Form: FormDate},
	}},
}

var (
	linksField = Field{Key: "links", Label: "Links", Form: FormObject, Many: true, Short: "url", Fields: []Field{
		{Key: "title", Label: "Title", Form: FormText},
		{Key: "url", Label: "Address", Form: FormAddress, Need: true},
	}}
	aliasesField = Field{Key: "aliases", Label: "Earlier ids", Form: FormText, Many: true}
	extraField   = Field{Key: "extra", Label: "The team's own", Form: FormFree}

	readingFields = []Field{
		{Key: "date", Label: "Date", Form: FormDate, Need: true},
		{Key: "value", Label: "Value", Form: FormNumber},
		{Key: "note", Label: "Note", Form: FormText},
	}
	factorFields = []Field{
		{Key: "date", Label: "Date", Form: FormDate},
		{Key: "what", Label: "What", Form: FormText},
	}
	measureFields = []Field{
		{Key: "name", Label: "Name", Form: FormText},
		{Key: "unit", Label: "Unit", Form: FormText},
		{Key: "level", Label: "Level", Form: FormTerm, Vocabulary: &Levels},
		{Key: "direction", Label: "Direction", Form: FormTerm, Vocabulary: &Directions},
		{Key: "baseline", Label: "Baseline", Form: FormNumber},
		{Key: "target", Label: "Target", Form: FormNumber},
		{Key: "by", Label: "By", Form: FormDate, Plan: true},
		{Key: "source", Label: "Source", Form: FormText},
		{Key: "meaningful", Label: "Smallest difference that matters", Form: FormNumber},
	}
)

// SettingsFields are the fields of the strategy's settings.
var SettingsFields = []Field{
	{Key: "title", Label: "Title", Form: FormText},
	{Key: "organisation", Label: "Organisation", Form: FormText},
	{Key: "vision", Label: "Vision", Form: FormText},
	{Key: "mission", Label: "Mission", Form: FormText},
	{Key: "started_on", Label: "Started on", Form: FormDate, Plan: true},
	{Key: "as_of", Label: "As of", Form: FormDate, Plan: true},
	{Key: "base_url", Label: "Address of the site", Form: FormAddress},
	{Key: "search_engines", Label: "Search engines may list the site", Form: FormFlag, Help: "Without it, every page asks them not to. The team's edition always does."},
	{Key: "repository", Label: "Repository", Form: FormObject, Short: "url", Fields: []Field{
		{Key: "url", Label: "Address", Form: FormAddress},
		{Key: "branch", Label: "Branch", Form: FormText},
		{Key: "host", Label: "Forge", Form: FormTerm, Vocabulary: &Hosts},
	}},
	{Key: "language", Label: "Language", Form: FormText},
	{Key: "year_starts", Label: "First month of the year", Form: FormWhole, Min: 1, Max: 12},
	{Key: "required", Label: "Required fields", Form: FormObject, Fields: []Field{
		{Key: "win", Label: "Of a win", Form: FormText, Many: true},
		{Key: "intake", Label: "Of an intake", Form: FormText, Many: true},
	}},
	{Key: "labels", Label: "The team's own headings", Form: FormFree},
	{Key: "logo", Label: "Logo", Form: FormText, Help: "A picture beside the records, such as wins/logo.png."},
	{Key: "accent", Label: "Colour of links", Form: FormObject, Short: "light", Help: "In quotes, such as \"#1f5f8b\".", Fields: []Field{
		{Key: "light", Label: "On light", Form: FormText},
		{Key: "dark", Label: "On dark", Form: FormText},
	}},
	{Key: "windows", Label: "Windows", Form: FormObject, Fields: []Field{
		{Key: "evaluate_after_days", Label: "Evaluate after days", Form: FormWhole, Min: 1},
		{Key: "stale_after_days", Label: "Stale after days", Form: FormWhole, Min: 1},
		{Key: "quiet_after_days", Label: "Quiet after days", Form: FormWhole, Min: 1},
	}},
	{Key: "thresholds", Label: "Thresholds", Form: FormObject, Fields: []Field{
		{Key: "minimum_cases", Label: "Fewest cases for a percentage", Form: FormWhole, Min: 1},
		{Key: "cracked_at", Label: "Cracked from", Form: FormWhole, Min: 1},
		{Key: "partnered_at", Label: "Partnered from", Form: FormWhole, Min: 1},
	}},
	{Key: "limits", Label: "Limits", Form: FormObject, Fields: []Field{
		{Key: "record_kib", Label: "Largest record in KiB", Form: FormWhole, Min: 1, Max: MaxRecordKiB},
		{Key: "front_matter_kib", Label: "Longest front matter in KiB", Form: FormWhole, Min: 1, Max: MaxFrontMatterKiB},
		{Key: "values", Label: "Most values in front matter", Form: FormWhole, Min: 1, Max: MaxValues},
		{Key: "attachment_kib", Label: "Largest attachment in KiB", Form: FormWhole, Min: 1, Max: MaxAttachmentKiB},
	}},
	{Key: "silence", Label: "Silenced findings", Form: FormText, Many: true, Help: "Ids of rules whose warnings and hints this team does not want to see."},
}

// PriorityFields are the fields of a priority.
var PriorityFields = []Field{
	{Key: "id", Label: "Id", Form: FormText, Need: true},
	{Key: "title", Label: "Title", Form: FormText, Need: true},
	{Key: "why", Label: "Why", Form: FormText},
	{Key: "sponsor", Label: "Sponsor", Form: FormPerson},
	{Key: "from", Label: "From", Form: FormDate, Plan: true},
	{Key: "to", Label: "To", Form: FormDate, Plan: true},
	{Key: "outcomes", Label: "Outcomes", Form: FormRef, Target: KindOutcome, Many: true},
}

// OutcomeFields are the fields of an outcome.
var OutcomeFields = []Field{
	{Key: "id", Label: "Id", Form: FormText, Need: true},
	{Key: "title", Label: "Title", Form: FormText, Need: true},
	{Key: "kind", Label: "Kind", Form: FormTerm, Vocabulary: &OutcomeKinds},
	{Key: "measure", Label: "Measure", Form: FormObject, Fields: measureFields, Short: "name"},
	{Key: "readings", Label: "Readings", Form: FormObject, Many: true, Fields: readingFields},
	{Key: "other_factors", Label: "Also at work", Form: FormObject, Many: true, Fields: factorFields, Short: "what"},
}

// MemberFields are the fields of a team member.
var MemberFields = []Field{
	{Key: "id", Label: "Id", Form: FormText, Need: true},
	{Key: "name", Label: "Name", Form: FormText},
	{Key: "role", Label: "Role", Form: FormText},
	{Key: "from", Label: "From", Form: FormDate, Plan: true},
	{Key: "to", Label: "To", Form: FormDate, Plan: true},
	{Key: "display", Label: "Shown as", Form: FormTerm, Vocabulary: &Displays},
	{Key: "spotlight", Label: "May be asked to share", Form: FormFlag},
}

// StakeholderFields are the fields of a stakeholder.
var StakeholderFields = []Field{
	{Key: "id", Label: "Id", Form: FormText, Need: true},
	{Key: "name", Label: "Name", Form: FormText},
	{Key: "title", Label: "Title", Form: FormText},
	{Key: "department", Label: "Department", Form: FormText},
	{Key: "owner", Label: "Owner in L&D", Form: FormPerson},
	{Key: "business", Label: "Their business", Form: FormObject, Fields: []Field{
		{Key: "lifecycle", Label: "Part in the customer's life cycle", Form: FormText},
		{Key: "revenue", Label: "Part in revenue", Form: FormText},
		{Key: "goals", Label: "Goals", Form: FormText, Many: true},
		{Key: "pressures", Label: "Pressures", Form: FormText, Many: true},
		{Key: "sources", Label: "Sources", Form: FormObject, Many: true, Short: "kind", Fields: []Field{
			{Key: "kind", Label: "Kind", Form: FormText},
			{Key: "date", Label: "Date", Form: FormDate},
			{Key: "url", Label: "Address", Form: FormAddress},
		}},
	}},
	{Key: "touchpoints", Label: "Touchpoints", Form: FormObject, Many: true, Fields: []Field{
		{Key: "date", Label: "Date", Form: FormDate},
		{Key: "who", Label: "Who", Form: FormPerson},
		{Key: "kind", Label: "Kind", Form: FormText},
		{Key: "minutes", Label: "Minutes", Form: FormWhole},
		{Key: "learned", Label: "Learned", Form: FormText},
	}},
	{Key: "door", Label: "Door", Form: FormObject, Many: true, TeamOnly: true, Fields: []Field{
		{Key: "date", Label: "Date", Form: FormDate},
		{Key: "marker", Label: "Marker", Form: FormTerm, Vocabulary: &DoorMarkers},
		{Key: "evidence", Label: "Evidence", Form: FormText},
	}},
	{Key: "promises", Label: "Promised by L&D", Form: FormObject, Many: true, Fields: PromiseFields, Short: "what"},
}

// StrategyFields are the keys at the top of a strategy file.
var StrategyFields = []Field{
	{Key: "settings", Label: "Settings", Form: FormObject, Fields: SettingsFields},
	{Key: "priorities", Label: "Priorities", Form: FormObject, Many: true, Fields: PriorityFields},
	{Key: "outcomes", Label: "Outcomes", Form: FormObject, Many: true, Fields: OutcomeFields},
	{Key: "team", Label: "Team", Form: FormObject, Many: true, Fields: MemberFields},
	{Key: "stakeholders", Label: "Stakeholders", Form: FormObject, Many: true, Fields: StakeholderFields},
}

// FieldByKey returns the field with the given key, or nil.
func FieldByKey(fields []Field, key string) *Field {
	for i := range fields {
		if fields[i].Key == key {
			return &fields[i]
		}
	}
	return nil
}
