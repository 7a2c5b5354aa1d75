package content

import "smallwins/internal/diag"

// The rules about files.
var (
	notARecord = &diag.Rule{
		ID: "file/not-a-record", Severity: diag.Warning,
		Title: "Every file under wins/ and intakes/ is a record, or one links to it",
		Why:   "A file that is skipped in silence is a win that nobody hears of.",
		Mend:  "If it is a record, give it the ending .md; if it belongs to one, link to it from there; if neither, move it elsewhere or start its name with an underscore.",
		Bad: `-- wins/2026-03-02-first-call.txt --
---
date: 2026-03-02
---`,
		Good: `-- wins/2026-03-02-first-call.md --
date: 2026-03-02`,
	}
	irregular = &diag.Rule{
		ID: "file/irregular", Severity: diag.Error,
		Title: "A tracker holds plain files and folders",
		Why:   "A shortcut can lead out of the tracker, and would publish what lies there.",
		Mend:  "Put the file itself here, in the place of the shortcut.",
		Bad:   "-- wins/2026-03-02-first-call.md (link to ../../drafts/first-call.md) --",
		Good: `-- wins/2026-03-02-first-call.md --
date: 2026-03-02`,
	}
	fileName = &diag.Rule{
		ID: "file/name", Severity: diag.Error,
		Title: "A record's file name is its id",
		Why:   "The name becomes an address on the site, and has to work on every computer that the tracker is checked out on.",
		Mend:  `Rename the file, with letters, digits, hyphens, underscores and full stops only: "2026-02-15-sales-asked-us.md".`,
		Bad: `-- wins/2026-03-02 Who called first?.md --
date: 2026-03-02`,
		Good: `-- wins/2026-03-02-who-called-first.md --
date: 2026-03-02`,
	}
	fileTooLarge = &diag.Rule{
		ID: "file/too-large", Severity: diag.Error,
		Title: "A file stays within its limit",
		Why:   "The limit keeps one file from stalling the build for everybody.",
		Mend:  "Shorten the file, or link to the long part.",
		Bad: `-- wins/2026-03-02-workshop.md (150 KiB) --
# Everything that was said in the workshop`,
		Good: `-- wins/2026-03-02-workshop.md --
# The workshop chose one thing to try

[What was said](https://example.org/notes)`,
	}
	encoding = &diag.Rule{
		ID: "file/encoding", Severity: diag.Error,
		Title: "Files are saved as UTF-8 text",
		Why:   "Other encodings turn names and quotation marks into nonsense.",
		Mend:  `Save the file again as UTF-8; most editors have "Save with encoding".`,
		Bad:   "# Ren�e asked us before she had a course in mind",
		Good:  "# Renée asked us before she had a course in mind",
	}
	controlCharacter = &diag.Rule{
		ID: "file/control-character", Severity: diag.Error,
		Title: "No invisible control characters",
		Why:   "They can hide text, turn its direction round, or steer a terminal. They mostly come along with pasted text.",
		Mend:  "Delete the character; it may help to type the words around it anew.",
		Bad:   "# Sales asked us first⟨U+000B⟩(before the planning round)",
		Good:  "# Sales asked us first (before the planning round)",
	}
	unreadable = &diag.Rule{
		ID: "file/unreadable", Severity: diag.Error,
		Title: "A file can be read",
		Why:   "smallwins stumbled over the file. That is a fault of smallwins, but the record is missing until it is mended.",
		Mend:  "Simplify the file, and please report this.",
		Bad:   "# A text that smallwins stumbles over",
		Good:  "# The same in simpler words",
	}
	strategyMissing = &diag.Rule{
		ID: "strategy/missing", Severity: diag.Error,
		Title: "A tracker has a strategy",
		Why:   "Wins point at the priorities that stand there.",
		Mend:  `Write strategy.yaml at the top of the tracker; README.md says what stands in it.`,
		Bad:   "-- strategy.yaml (not there) --",
		Good: `-- strategy.yaml --
settings:
  title: Small wins`,
	}
	strategyTwice = &diag.Rule{
		ID: "strategy/settings-twice", Severity: diag.Error,
		Title: "Settings stand in one file",
		Why:   "Two places for one setting would let it say two things.",
		Mend:  "Move all settings into one of the files.",
		Bad: `-- strategy.yaml --
settings:
  title: Small wins
-- strategy/more.yaml --
settings:
  language: en`,
		Good: `-- strategy.yaml --
settings:
  title: Small wins
  language: en`,
	}
	strategyID = &diag.Rule{
		ID: "strategy/id-form", Severity: diag.Error,
		Title: "An id of the strategy can be part of an address",
		Why:   "The id becomes an address on the site, and a folder on every computer that the site is built on.",
		Mend:  "Use letters, digits, hyphens, underscores and full stops only, and change the records that name it.",
		Bad: `priorities:
  - {id: new reps, title: Ramp new reps sooner, outcomes: [first-contact]}`,
		Good: `priorities:
  - {id: new-reps, title: Ramp new reps sooner, outcomes: [first-contact]}`,
	}
	settingsAddress = &diag.Rule{
		ID: "settings/base-url", Severity: diag.Error,
		Title: "The address of the site is a whole one",
		Why:   "Feeds and shared links are read outside of the site; there, the address of every page begins with this one.",
		Mend:  `Write the whole address without "?" and "#", for example "https://example.org/wins/".`,
		Bad: `settings:
  base_url: wins.example.com`,
		Good: `settings:
  base_url: https://wins.example.com/`,
	}
)
