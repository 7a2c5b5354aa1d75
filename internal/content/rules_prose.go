package content

import "smallwins/internal/diag"

// The rules about text.
var (
	proseBoth = &diag.Rule{
		ID: "prose/both", Severity: diag.Error,
		Title: "A field is written in one place",
		Why:   "Of two texts for one field, nobody could say which one counts. A title that says the same in both places does no harm.",
		Mend:  "Keep one of the two.",
		Bad: `why: They usually ask for a course.

## Why it's a win

They asked what we thought.`,
		Good: `## Why it's a win

They usually ask for a course. This time they asked what we thought.`,
	}
	proseTwice = &diag.Rule{
		ID: "prose/duplicate-heading", Severity: diag.Error,
		Title: "A heading stands once",
		Why:   "Two sections for one field may say two things.",
		Mend:  "Put both texts under one heading.",
		Bad: `## Why it's a win

They usually ask for a course.

## Why it's a win

They asked what we thought.`,
		Good: `## Why it's a win

They usually ask for a course.

They asked what we thought.`,
	}
	unknownHeading = &diag.Rule{
		ID: "prose/unknown-heading", Severity: diag.Warning,
		Title: "Headings with ## are those of the record format",
		Why:   "Text under another heading ends up under More instead of in its column.",
		Mend:  "Use one of the headings of the record format; for a heading of your own, write ### below one of these.",
		Bad: `## Lessons learned

Visit before the planning round.`,
		Good: `## How to replicate

Visit before the planning round.`,
	}
	headingForm = &diag.Rule{
		ID: "prose/heading-space", Severity: diag.Warning,
		Title: "A heading has a space behind its number signs",
		Why:   "Without the space the line is ordinary text, and what stands below it goes to the section above.",
		Mend:  "Put a space behind the number signs.",
		Bad:   "## Why it's a win\n\nThey usually book the room first.\n\n##How to replicate\n\nAsk before the room is booked.\n",
		Good:  "## Why it's a win\n\nThey usually book the room first.\n\n## How to replicate\n\nAsk before the room is booked.\n",
	}
	emptySection = &diag.Rule{
		ID: "prose/empty-section", Severity: diag.Hint,
		Title: "A heading has text below it",
		Why:   "A record may be finished later, and nothing is ever asked of it but what the team has agreed on. The page shows no empty heading.",
		Mend:  "Add a sentence when there is one, or take the heading out; both are fine.",
		Bad:   "## How to replicate",
		Good: `## How to replicate

Visit before the planning round.`,
	}
	secondTitle = &diag.Rule{
		ID: "prose/second-title", Severity: diag.Warning,
		Title: "A record has one title",
		Why:   "A page with two titles is hard to find and to read aloud.",
		Mend:  "Use ## for a section, or ### inside of one.",
		Bad: `# Sales asked us first

# How it came about

Lee rang before the plan was drawn up.`,
		Good: `# Sales asked us first

## What happened

Lee rang before the plan was drawn up.`,
	}
	proseLimit = &diag.Rule{
		ID: "prose/limit", Severity: diag.Error,
		Title: "Text stays within its limits",
		Why:   "The limits keep one file from stalling the build for everybody.",
		Mend:  "Simplify the text, or link to the long one.",
		Bad: `## What happened

> > > > > > > > > > > > > > > > > Can you run a course?`,
		Good: `## What happened

> Can you run a course?`,
	}
	rawHTML = &diag.Rule{
		ID: "html/raw", Severity: diag.Warning,
		Title: "Text is Markdown, without HTML",
		Why:   "HTML in a record could break the page or run a script, so it is shown as plain text.",
		Mend:  "Write it in Markdown, for example **bold** or a list with hyphens; put code between backticks.",
		Bad: `## Why it's a win

<b>Nobody</b> asked for a course.`,
		Good: `## Why it's a win

**Nobody** asked for a course.`,
	}
	linkScheme = &diag.Rule{
		ID: "link/scheme", Severity: diag.Warning,
		Title: "Links lead to https, http, mailto or tel addresses",
		Why:   "Other links run programs, show nothing to most readers, or do harm. The text is shown without its link.",
		Mend:  "Use an address that begins with https://.",
		Bad: `## How to replicate

Follow the [call guide](file:///S:/guides/calls.docx).`,
		Good: `## How to replicate

Follow the [call guide](https://example.org/guides/calls).`,
	}
	linkMissing = &diag.Rule{
		ID: "link/record-missing", Severity: diag.Warning,
		Title: "Links between records lead somewhere",
		Why:   "A dead link costs every reader a click. The text is shown without its link.",
		Mend:  "Correct the path; it is counted from the folder of this file.",
		Bad: `## How to replicate

As in [the other win](2026-03-10-othr.md).`,
		Good: `## How to replicate

As in [the other win](2026-03-10-other.md).`,
	}
	linkUnpublished = &diag.Rule{
		ID: "link/not-published", Severity: diag.Warning,
		Title: "Relative links lead to records and attachments",
		Why:   "Other files of the tracker are not part of the site. The text is shown without its link.",
		Mend:  "Link to a record, to a file under wins/ or intakes/, or to an address that begins with https://.",
		Bad: `## How to replicate

Follow the [call guide](../guides/calls.docx).`,
		Good: `## How to replicate

Follow the [call guide](https://example.org/guides/calls).`,
	}
	linkNoAddress = &diag.Rule{
		ID: "link/url-missing", Severity: diag.Warning,
		Title: "A link says where it leads",
		Why:   "Without its address a link is a text that readers click in vain.",
		Mend:  `Add the address, for example "url: https://example.org/guide", or mention it in the text instead.`,
		Bad:   "links: [{title: Call guide}]",
		Good:  "links: [{title: Call guide, url: https://example.org/guides/calls}]",
	}
	image = &diag.Rule{
		ID: "image/not-published", Severity: diag.Warning,
		Title: "Pages show pictures of the tracker alone",
		Why:   "A picture on another server tells that server who reads the page, and one day it is gone.",
		Mend:  "Put the picture beside the record and show it from there, or say in words what it shows.",
		Bad: `## What happened

![61 of 100 calls were answered at once in January, 64 in June](https://example.org/calls.png)`,
		Good: `## What happened

In January 61 of 100 calls were answered at once, in June 64.`,
	}
)
