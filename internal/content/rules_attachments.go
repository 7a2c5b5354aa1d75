package content

import "smallwins/internal/diag"

// The rules about attachments: files that a record links to or shows.
var (
	attachmentMissing = &diag.Rule{
		ID: "attachment/missing", Severity: diag.Warning,
		Title: "A file that a record links to is there",
		Why:   "A dead link costs every reader a click. The text is shown without its link.",
		Mend:  "Correct the path, which is counted from the folder of this record, or put the file there.",
		Bad:   "## How to replicate\n\nThe list is [here](guest-list.csv).",
		Good:  "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\nThe list is [here](guest-list.csv).\n-- wins/guest-list.csv --\nname,seat\nOda,4",
	}
	attachmentType = &diag.Rule{
		ID: "attachment/type", Severity: diag.Warning,
		Title: "Attachments are pictures, PDF, text, tables and office files",
		Why:   "A file that can run something does so in the name of the site, and one that nobody can look into cannot be reviewed.",
		Mend:  "Export it as PDF, or keep it elsewhere and link to its address from https:// on.",
		Bad:   "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\nThe plan is [here](plan.html).\n-- wins/plan.html --\n<p>Call first.</p>",
		Good:  "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\nThe plan is [here](plan.txt).\n-- wins/plan.txt --\nCall first.",
	}
	attachmentContent = &diag.Rule{
		ID: "attachment/content", Severity: diag.Warning,
		Title: "An attachment is what its name says",
		Why:   "A name that says something else is how harmful files travel, and mostly how a download went wrong.",
		Mend:  "Save the file again in the kind that its name says, or give it the ending of the kind that it is.",
		Bad:   "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\nThe plan is [here](plan.pdf).\n-- wins/plan.pdf --\nCall first.",
		Good:  "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\nThe plan is [here](plan.txt).\n-- wins/plan.txt --\nCall first.",
	}
	attachmentLimit = &diag.Rule{
		ID: "attachment/limit", Severity: diag.Warning,
		Title: "An attachment stays within its limits",
		Why:   "Git keeps every file for good, and each reader's phone has to load it.",
		Mend:  "Make it smaller (1,600 pixels across are plenty for a picture), or keep it elsewhere and link to its address.",
		Bad:   "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\nThe log is [here](calls.csv).\n-- wins/calls.csv (6000 KiB) --\nday,answered",
		Good:  "## How to replicate\n\nThe log is [here](https://example.org/calls.csv).",
	}
	attachmentName = &diag.Rule{
		ID: "attachment/name", Severity: diag.Warning,
		Title: "The name of an attachment can be an address",
		Why:   "The name becomes an address on the site, and has to work on every computer that the tracker is checked out on.",
		Mend:  "Rename the file or folder, with letters, digits, hyphens, underscores and full stops only.",
		Bad:   "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\nThe plan is [here](<plan (new).txt>).\n-- wins/plan (new).txt --\nCall first.",
		Good:  "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\nThe plan is [here](plan-new.txt).\n-- wins/plan-new.txt --\nCall first.",
	}
	attachmentCase = &diag.Rule{
		ID: "attachment/case", Severity: diag.Error,
		Title: "The names of attachments differ by more than capitals and accents",
		Why:   "Some computers take the two names for one: there, one file would silently replace the other.",
		Mend:  "Rename one of the two, and correct the links to it.",
		Bad:   "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\n[Before](plan.txt) and [after](Plan.txt).\n-- wins/plan.txt --\nCall last.\n-- wins/Plan.txt --\nCall first.",
		Good:  "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\n[Before](plan-before.txt) and [after](plan-after.txt).\n-- wins/plan-before.txt --\nCall last.\n-- wins/plan-after.txt --\nCall first.",
	}
	imageAlt = &diag.Rule{
		ID: "image/alt-missing", Severity: diag.Warning,
		Title: "A picture says what it shows",
		Why:   "Whoever cannot see the picture hears this text, and reads it where the picture does not load.",
		Mend:  "Write between the square brackets what it shows, as you would tell it on the phone: ![Three boxes on a whiteboard: ask, try, look](whiteboard.jpg).",
		Bad:   "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\n![](board.png)\n-- wins/board.png (picture) --",
		Good:  "-- wins/2026-03-02-first-call.md --\n## How to replicate\n\n![Three boxes: ask, try, look](board.png)\n-- wins/board.png (picture) --",
	}
	recordAlias = &diag.Rule{
		ID: "record/alias-form", Severity: diag.Error,
		Title: "An earlier id can be an address",
		Why:   "The earlier id was the name of a file; its old address on the site leads to the record from now on.",
		Mend:  "Write the earlier file's name without its folder and without .md.",
		Bad:   "aliases: [wins/2026-03-01-call.md]",
		Good:  "aliases: [2026-03-01-call]",
	}
)
