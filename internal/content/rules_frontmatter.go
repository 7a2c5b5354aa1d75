package content

import "smallwins/internal/diag"

// The rules about front matter.
var (
	frontMatterMissing = &diag.Rule{
		ID: "front-matter/missing", Severity: diag.Error,
		Title: "A record begins with its fields, between two lines ---",
		Why:   "Without the lines at the top (front matter) the file has no date and no author, and cannot be placed.",
		Mend:  `Begin the file with a line "---", then lines such as "date: 2026-02-15", then a line "---".`,
		Bad: `-- wins/2026-02-15-base.md (whole) --
# Sales asked us first

Lee rang before the plan was drawn up.`,
		Good: `---
date: 2026-02-15
entered_by: ana
priorities: [faster]
why: They usually ask for a course.
---

# Sales asked us first`,
	}
	frontMatterOpen = &diag.Rule{
		ID: "front-matter/unclosed", Severity: diag.Error,
		Title: "The fields at the top end with a line ---",
		Why:   "Without the closing line nobody can tell where the fields end and the text begins.",
		Mend:  `Write a line "---" between the last field and the text.`,
		Bad: `---
date: 2026-02-15
entered_by: ana

# Sales asked us first`,
		Good: `---
date: 2026-02-15
entered_by: ana
priorities: [faster]
why: They usually ask for a course.
---

# Sales asked us first`,
	}
	frontMatterLimit = &diag.Rule{
		ID: "front-matter/limit", Severity: diag.Error,
		Title: "The fields at the top stay within their limits",
		Why:   "The limits keep one file from stalling the build for everybody.",
		Mend:  "Move long text below the fields, under a heading.",
		Bad:   "extra: {survey: {spring: {team: {desk: {phone: {call: {first: {answer: 4 of 5}}}}}}}}",
		Good:  "extra: {survey in spring: 4 of 5 at the first call}",
	}
	syntax = &diag.Rule{
		ID: "front-matter/syntax", Severity: diag.Error,
		Title: "The fields at the top can be read",
		Why:   "What cannot be read cannot be shown.",
		Mend:  `Write each field on a line of its own, as "stage: spark"; put a value with special characters in quotes.`,
		Bad:   "title: Sales: the first call",
		Good:  `title: "Sales: the first call"`,
	}
	duplicateKey = &diag.Rule{
		ID: "front-matter/duplicate-key", Severity: diag.Error,
		Title: "A field is written once",
		Why:   "Of two values, nobody could say which one counts.",
		Mend:  "Keep one of the two lines.",
		Bad: `date: 2026-02-15
date: 2026-02-16`,
		Good: "date: 2026-02-15",
	}
	anchor = &diag.Rule{
		ID: "front-matter/anchor", Severity: diag.Error,
		Title: "Values are written out",
		Why:   "Shorthands with &, * and << are never needed in a record, and have been used to bring programs down.",
		Mend:  "Text that begins with &, * or ! has to stand in quotation marks.",
		Bad: `entered_by: &me ana
people: [*me, ben]`,
		Good: `entered_by: ana
people: [ana, ben]`,
	}
	tag = &diag.Rule{
		ID: "front-matter/tag", Severity: diag.Error,
		Title: "Values have no tags",
		Why:   "A word that begins with ! would say how to read what follows; each field knows that by itself.",
		Mend:  "Text that begins with &, * or ! has to stand in quotation marks.",
		Bad:   "title: !urgent Sales asked us first",
		Good:  `title: "!urgent Sales asked us first"`,
	}
	keyForm = &diag.Rule{
		ID: "front-matter/key", Severity: diag.Error,
		Title: "The name of a field is a word",
		Why:   "Numbers, dates and lists in its place mean different things to different programs.",
		Mend:  "Use a word, or put the name in quotes.",
		Bad: `extra:
  2026: the year of the new phones`,
		Good: `extra:
  "2026": the year of the new phones`,
	}
	remark = &diag.Rule{
		ID: "front-matter/remark", Severity: diag.Warning,
		Title: "What stands behind # in a field is a remark",
		Why:   "A number sign behind a space begins a remark for other authors. What was meant to be read would be missing from the page.",
		Mend:  "Put the whole value in quotes; a remark has a space behind the number sign.",
		Bad:   "title: Lee is customer #1 now\n",
		Good:  "title: \"Lee is customer #1 now\" # said on the phone\n",
	}
	documents = &diag.Rule{
		ID: "front-matter/documents", Severity: diag.Error,
		Title: "The fields at the top are one block",
		Why:   "What stands behind a second --- would be dropped in silence.",
		Mend:  "Take the second --- out; what stands behind it can go below the fields, as text.",
		Bad: `stage: spark
--- ask Lee again`,
		Good: `stage: spark
questions: Ask Lee again?`,
	}
)
