package content

import "smallwins/internal/diag"

// The rules about fields.
var (
	fieldUnknown = &diag.Rule{
		ID: "field/unknown", Severity: diag.Warning,
		Title: "Fields have the names of the record format",
		Why:   "A slip of the pen in a name would take the value off the page where it is looked for.",
		Mend:  `Correct the name, or put a field of the team's own under "extra:".`,
		Bad:   "colaborators: [lee]",
		Good:  "collaborators: [lee]",
	}
	fieldType = &diag.Rule{
		ID: "field/type", Severity: diag.Error,
		Title: "A value has the form of its field",
		Why:   "A list where one text is expected cannot be shown as either.",
		Mend:  `Write it in that form: one value alone, several as "[ana, ben]", fields with their names as "{what: Call Lee, by: 2026-12-01}".`,
		Bad:   "entered_by: [ana, ben]",
		Good: `entered_by: ana
people: [ana, ben]`,
	}
	fieldList = &diag.Rule{
		ID: "field/list", Severity: diag.Error,
		Title: "Several values are written as a list",
		Why:   "Without brackets, values with commas between them are read as one long value.",
		Mend:  "Put square brackets around the values.",
		Bad:   "priorities: faster, calmer",
		Good:  "priorities: [faster, calmer]",
	}
	fieldTerm = &diag.Rule{
		ID: "field/term", Severity: diag.Error,
		Title: "A value is one of those that the field knows",
		Why:   "Figures are counted by these values, so that each has to mean one thing.",
		Mend:  "Use one of the allowed values.",
		Bad:   "stage: done",
		Good:  "stage: in-place",
	}
	fieldNumber = &diag.Rule{
		ID: "field/number", Severity: diag.Error,
		Title: "Numbers are digits, with nothing but a full stop between them",
		Why:   "1,000 is a thousand to some and one to others.",
		Mend:  "Write digits, with a full stop before decimals, and the unit in its own field.",
		Bad: `-- intakes/2026-01-10-course.md --
avoided:
  what: A course of two days
  amount: 12,000`,
		Good: `-- intakes/2026-01-10-course.md --
avoided:
  what: A course of two days
  amount: 12000
  unit: EUR`,
	}
	fieldFlag = &diag.Rule{
		ID: "field/flag", Severity: diag.Error,
		Title: "Yes and no are written as true and false",
		Why:   "Programs disagree about what yes, on and y mean.",
		Mend:  "Write true or false.",
		Bad: `-- intakes/2026-01-10-course.md --
mandated: yes`,
		Good: `-- intakes/2026-01-10-course.md --
mandated: true`,
	}
	dateInvalid = &diag.Rule{
		ID: "date/invalid", Severity: diag.Error,
		Title: "Dates are days that exist, written as year-month-day",
		Why:   "2/3/2026 is in February for some readers and in March for others.",
		Mend:  "Write year, month and day: 2026-02-15.",
		Bad:   "date: 2/15/2026",
		Good:  "date: 2026-02-15",
	}
)
