package content

import "smallwins/internal/diag"

// Rules are all rules of this package: what can be said about a file before
// anything is known about the others. Each finding of Load is of one of them.
var Rules = []*diag.Rule{
	notARecord, irregular, fileName, fileTooLarge, encoding, controlCharacter, unreadable,
	strategyMissing, strategyTwice, strategyID, settingsAddress,
	frontMatterMissing, frontMatterOpen, frontMatterLimit, syntax, duplicateKey, anchor, tag, keyForm, documents,
	fieldUnknown, fieldType, fieldList, fieldTerm, fieldNumber, fieldFlag, dateInvalid,
	proseBoth, proseTwice, unknownHeading, emptySection, secondTitle, proseLimit,
	rawHTML, linkScheme, linkMissing, linkUnpublished, linkNoAddress, image,
}

// The rules about files.
var (
	notARecord = &diag.Rule{
		ID: "file/not-a-record", Severity: diag.Warning,
		Title: "Every file under wins/ and intakes/ is a record",
		Why:   "A file that is skipped in silence is a win that nobody hears of.",
		Mend:  "Give a record the ending .md; move anything else elsewhere, or start its name with an underscore.",
	}
	irregular = &diag.Rule{
		ID: "file/irregular", Severity: diag.Error,
		Title: "A tracker holds plain files and folders",
		Why:   "A link can lead out of the tracker, and would publish what lies there.",
		Mend:  "Put the file itself here.",
	}
	fileName = &diag.Rule{
		ID: "file/name", Severity: diag.Error,
		Title: "A record's file name is its id",
		Why:   "The name becomes an address on the site, and has to work on every computer that the tracker is checked out on.",
		Mend:  "Rename the file, with letters, digits, hyphens, underscores and full stops only.",
	}
	fileTooLarge = &diag.Rule{
		ID: "file/too-large", Severity: diag.Error,
		Title: "A file stays within its limit",
		Why:   "The limit keeps one file from stalling the build for everybody.",
		Mend:  "Shorten the file, or link to the long part.",
	}
	encoding = &diag.Rule{
		ID: "file/encoding", Severity: diag.Error,
		Title: "Files are UTF-8 text",
		Why:   "Other encodings turn names and quotation marks into nonsense.",
		Mend:  `Save the file again as UTF-8; most editors have "Save with encoding".`,
	}
	controlCharacter = &diag.Rule{
		ID: "file/control-character", Severity: diag.Error,
		Title: "No invisible control characters",
		Why:   "They can hide text, turn its direction round, or steer a terminal. They mostly come along with pasted text.",
		Mend:  "Delete the character and type the text around it anew.",
	}
	unreadable = &diag.Rule{
		ID: "file/unreadable", Severity: diag.Error,
		Title: "A file can be read",
		Why:   "smallwins stumbled over the file. That is a fault of smallwins, but the record is missing until it is mended.",
		Mend:  "Simplify the file, and please report this.",
	}
	strategyMissing = &diag.Rule{
		ID: "strategy/missing", Severity: diag.Error,
		Title: "A tracker has a strategy",
		Why:   "Wins point at the priorities that stand there.",
		Mend:  `Run "smallwins init", or write strategy.yaml at the top of the tracker.`,
	}
	strategyTwice = &diag.Rule{
		ID: "strategy/settings-twice", Severity: diag.Error,
		Title: "Settings stand in one file",
		Why:   "Two places for one setting would let it say two things.",
		Mend:  "Move all settings into one of the files.",
	}
	strategyID = &diag.Rule{
		ID: "strategy/id-form", Severity: diag.Error,
		Title: "An id of the strategy can be a folder",
		Why:   "The id becomes an address on the site, and a folder on every computer that the site is built on.",
		Mend:  "Use letters, digits, hyphens, underscores and full stops only, and change the records that name it.",
	}
	settingsAddress = &diag.Rule{
		ID: "settings/base-url", Severity: diag.Error,
		Title: "The address of the site can stand before that of every page",
		Why:   "Feeds, social cards and canonical links are read from elsewhere, so that they need a whole address which goes on with the page's.",
		Mend:  `Write the whole address without "?" and "#", for example "https://example.org/wins/".`,
	}
)

// The rules about front matter.
var (
	frontMatterMissing = &diag.Rule{
		ID: "front-matter/missing", Severity: diag.Error,
		Title: "A record starts with front matter",
		Why:   "Without it the file has no date and no author, and cannot be placed.",
		Mend:  `Begin the file with a line "---", then lines such as "date: 2026-02-15", then a line "---".`,
	}
	frontMatterOpen = &diag.Rule{
		ID: "front-matter/unclosed", Severity: diag.Error,
		Title: "Front matter ends with ---",
		Why:   "Without the closing line nobody can tell where the fields end and the text begins.",
		Mend:  `Write a line "---" between the last field and the text.`,
	}
	frontMatterLimit = &diag.Rule{
		ID: "front-matter/limit", Severity: diag.Error,
		Title: "Front matter stays within its limits",
		Why:   "The limits keep one file from stalling the build for everybody.",
		Mend:  "Move long text into the body, under a heading.",
	}
	syntax = &diag.Rule{
		ID: "front-matter/syntax", Severity: diag.Error,
		Title: "Front matter is YAML",
		Why:   "What cannot be read cannot be shown.",
		Mend:  `Write each field as "key: value", and put a value with special characters in quotes.`,
	}
	duplicateKey = &diag.Rule{
		ID: "front-matter/duplicate-key", Severity: diag.Error,
		Title: "A key stands once",
		Why:   "Of two values, nobody could say which one counts.",
		Mend:  "Keep one of the two lines.",
	}
	anchor = &diag.Rule{
		ID: "front-matter/anchor", Severity: diag.Error,
		Title: "No anchors, aliases or merge keys",
		Why:   "A record never needs them, and they have been used to bring programs down.",
		Mend:  "Write the value out; put text that starts with * or & in quotes.",
	}
	tag = &diag.Rule{
		ID: "front-matter/tag", Severity: diag.Error,
		Title: "No explicit tags",
		Why:   "Each field knows its own type; a tag can only contradict it.",
		Mend:  "Remove the tag; put text that starts with ! in quotes.",
	}
	keyForm = &diag.Rule{
		ID: "front-matter/key", Severity: diag.Error,
		Title: "Keys are words",
		Why:   "Numbers, dates and lists as keys mean different things to different programs.",
		Mend:  "Use a word, or put the key in quotes.",
	}
	documents = &diag.Rule{
		ID: "front-matter/documents", Severity: diag.Error,
		Title: "One YAML document a file",
		Why:   "What stands behind a second --- would be dropped in silence.",
		Mend:  "Remove the second --- and what belongs to it.",
	}
)

// The rules about fields.
var (
	fieldUnknown = &diag.Rule{
		ID: "field/unknown", Severity: diag.Warning,
		Title: "Keys are those of the record format",
		Why:   "A slip of the pen in a key would take the value off the page where it is looked for.",
		Mend:  `Correct the key, or put a key of the team's own under "extra:".`,
	}
	fieldType = &diag.Rule{
		ID: "field/type", Severity: diag.Error,
		Title: "A value has the form of its field",
		Why:   "A list where one text is expected cannot be shown as either.",
		Mend:  "Write the value in the form that the message names.",
	}
	fieldList = &diag.Rule{
		ID: "field/list", Severity: diag.Error,
		Title: "Several values are written as a list",
		Why:   "Values with commas between them are one text to YAML.",
		Mend:  "Put square brackets around the values.",
	}
	fieldTerm = &diag.Rule{
		ID: "field/term", Severity: diag.Error,
		Title: "A value is one of the field's vocabulary",
		Why:   "Figures are counted by these values, so that each has to mean one thing.",
		Mend:  "Use one of the allowed values.",
	}
	fieldNumber = &diag.Rule{
		ID: "field/number", Severity: diag.Error,
		Title: "Numbers are plain decimals",
		Why:   "1,000 is a thousand to some and one to others.",
		Mend:  "Write digits, with a full stop before decimals, and the unit in its own field.",
	}
	fieldFlag = &diag.Rule{
		ID: "field/flag", Severity: diag.Error,
		Title: "Yes and no are written as true and false",
		Why:   "Programs disagree about what yes, on and y mean.",
		Mend:  "Write true or false.",
	}
	dateInvalid = &diag.Rule{
		ID: "date/invalid", Severity: diag.Error,
		Title: "Dates are days that exist, written as YYYY-MM-DD",
		Why:   "2/3/2026 is in February for some readers and in March for others.",
		Mend:  "Write the day as YYYY-MM-DD, for example 2026-02-15.",
	}
)

// The rules about text.
var (
	proseBoth = &diag.Rule{
		ID: "prose/both", Severity: diag.Error,
		Title: "A field is written in one place",
		Why:   "Of two texts for one field, nobody could say which one counts.",
		Mend:  "Keep one of the two.",
	}
	proseTwice = &diag.Rule{
		ID: "prose/duplicate-heading", Severity: diag.Error,
		Title: "A heading stands once",
		Why:   "Two sections for one field may say two things.",
		Mend:  "Put both texts under one heading.",
	}
	unknownHeading = &diag.Rule{
		ID: "prose/unknown-heading", Severity: diag.Warning,
		Title: "Level-2 headings are those of the record format",
		Why:   "Text under another heading ends up under More instead of in its column.",
		Mend:  "Use the heading of a field, or ### inside of a section.",
	}
	emptySection = &diag.Rule{
		ID: "prose/empty-section", Severity: diag.Hint,
		Title: "A heading has text below it",
		Why:   "A record may be finished later, and nothing is ever asked of it but what the team has agreed on. The page shows no empty heading.",
		Mend:  "Add a sentence when there is one, or take the heading out; both are fine.",
	}
	secondTitle = &diag.Rule{
		ID: "prose/second-title", Severity: diag.Warning,
		Title: "A record has one title",
		Why:   "A page with two titles is hard to find and to read aloud.",
		Mend:  "Use ## for a section, or ### inside of one.",
	}
	proseLimit = &diag.Rule{
		ID: "prose/limit", Severity: diag.Error,
		Title: "Text stays within its limits",
		Why:   "The limits keep one file from stalling the build for everybody.",
		Mend:  "Simplify the text.",
	}
	rawHTML = &diag.Rule{
		ID: "html/raw", Severity: diag.Warning,
		Title: "Text is Markdown, without HTML",
		Why:   "HTML in a record could break the page or run a script, so it is shown as plain text.",
		Mend:  "Write it in Markdown, or put code between backticks.",
	}
	linkScheme = &diag.Rule{
		ID: "link/scheme", Severity: diag.Warning,
		Title: "Links lead to https, http, mailto or tel addresses",
		Why:   "Other links run programs, show nothing to most readers, or do harm. The text is shown without its link.",
		Mend:  "Use an address that begins with https://.",
	}
	linkMissing = &diag.Rule{
		ID: "link/record-missing", Severity: diag.Warning,
		Title: "Links between records lead somewhere",
		Why:   "A dead link costs every reader a click. The text is shown without its link.",
		Mend:  "Correct the path; it is counted from the folder of this file.",
	}
	linkUnpublished = &diag.Rule{
		ID: "link/not-published", Severity: diag.Warning,
		Title: "Relative links lead to records",
		Why:   "Other files of the tracker are not part of the site. The text is shown without its link.",
		Mend:  "Link to a record, or to an address that begins with https://.",
	}
	linkNoAddress = &diag.Rule{
		ID: "link/url-missing", Severity: diag.Warning,
		Title: "A link says where it leads",
		Why:   "Without its address a link is a text that readers click in vain.",
		Mend:  `Add the address, for example "url: https://example.org/guide", or mention it in the text instead.`,
	}
	image = &diag.Rule{
		ID: "image/not-published", Severity: diag.Warning,
		Title: "Pages load no images from records",
		Why:   "A remote image tells its server who reads the page, and attachments are not published yet.",
		Mend:  "Say in words what the image shows, or link to it.",
	}
)
