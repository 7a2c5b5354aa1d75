package content

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/diag"
)

// fixed applies what can be mended unseen in a win until nothing is left.
func fixed(t *testing.T, text string) string {
	t.Helper()
	for range 10 {
		_, findings := mustLoad(t, fstest.MapFS{
			"strategy.yaml": {Data: []byte("settings: {}\n")},
			"wins/w.md":     {Data: []byte(text)},
		})
		edits := diag.Fixes(findings)["wins/w.md"]
		if len(edits) == 0 {
			return text
		}
		next, err := diag.Apply([]byte(text), edits)
		if err != nil {
			t.Fatal(err)
		}
		text = string(next)
	}
	t.Fatal("there is always something left to mend")
	return ""
}

// TestFix states what is mended unseen, and what is left to the author. All
// else in the file has to stay as it is.
func TestFix(t *testing.T) {
	const untouched = ""
	for _, c := range []struct{ name, text, want string }{
		{"a date of another form", "---\ndate: 2/15/2026 # Monday\nwhy: x\n---\n", "---\ndate: 2026-02-15 # Monday\nwhy: x\n---\n"},
		{"in double quotes", "---\ndate: \"15 February 2026\"\n---\n", "---\ndate: \"2026-02-15\"\n---\n"},
		{"in single quotes", "---\ndate: '15.2.2026'\n---\n", "---\ndate: '2026-02-15'\n---\n"},
		{"in quotes of a word processor", "---\ndate: “2026-02-15” # Monday\n---\n", "---\ndate: 2026-02-15 # Monday\n---\n"},
		{"a year of two digits", "---\ndate: 2/15/26\n---\n", "---\ndate: 2026-02-15\n---\n"},
		{"a year of two digits that may be a day", "---\ndate: 25/06/26\n---\n", untouched},
		{"a year of two digits, and two days", "---\ndate: 2/3/26\n---\n", untouched},
		{"full stops for slashes", "---\ndate: 03.02.2026\n---\n", untouched},
		{"a date that may be two", "---\ndate: 2/3/2026\n---\n", untouched},
		{"a date that does not exist", "---\ndate: 2026-02-30\n---\n", untouched},
		{"a key in another case", "---\nDate: 2026-02-15\n---\n", "---\ndate: 2026-02-15\n---\n"},
		{"a key with one slip", "---\ncollaborator:   [ana]  # two spaces\n---\n", "---\ncollaborators:   [ana]  # two spaces\n---\n"},
		{"a key with two slips", "---\nkollaborator: [ana]\n---\n", untouched},
		{"a short key with a slip", "---\nwhi: x\n---\n", untouched},
		{"a key beside the right one", "---\ndate: 2026-02-15\nDate: 2026-02-16\n---\n", untouched},
		{"a key of the team's own", "---\nflavour: sweet\n---\n", untouched},
		{"a term in words", "---\nstage: In place\n---\n", "---\nstage: in-place\n---\n"},
		{"a term with one slip", "---\nstage: 'agred'\n---\n", "---\nstage: 'agreed'\n---\n"},
		{"a term that is none", "---\nstage: done\n---\n", untouched},
		{"terms in a list", "---\npractices: [Promise Kept, problem_questions]\n---\n", "---\npractices: [promise-kept, problem-questions]\n---\n"},
		{"commas for a list", "---\npriorities: a, b # both\n---\n", "---\npriorities: [a, b] # both\n---\n"},
		{"yes for true", "---\nnoticed_by: {who: x, may_quote: yes}\n---\n", "---\nnoticed_by: {who: x, may_quote: true}\n---\n"},
		{"one for true", "---\nnoticed_by: {who: x, may_quote: 1}\n---\n", untouched},
		{"two keys for one field", "---\noutcome: a\noutcomess: b\n---\n", untouched},
		{"a key whose field is in the body", "---\nencouragin: x\n---\n## Something encouraging\n\nText.\n", untouched},
		{"a title that is in the body", "---\ntitel: Other\n---\n# A\n", untouched},
		{"a heading whose right form follows", "---\ndate: 2026-02-15\n---\n## Whyy it's a win\n\nA.\n\n## Why it's a win\n\nB.\n", untouched},
		{"a remark above fields, and no closing line", "---\ndate: 2026-03-01\n\n# the people\nentered_by: maren\n\n# Something happened\n", untouched},
		{"a note that begins like a field", "note: this is prose\n\nHeading\n---\n\nText.\n", untouched},
		{"a day of the week that is another", "---\ndate: Monday, 1 March 2026\n---\n", untouched},
		{"a day of the week", "---\ndate: Sunday, 1 March 2026\n---\n", "---\ndate: 2026-03-01\n---\n"},
		{"a moment elsewhere", "---\ndate: 2026-03-01T23:30:00-08:00\n---\n", untouched},
		{"a hashtag in a paragraph", "---\ndate: 2026-02-15\n---\nWe said so in\n##sales-wins on our chat.\n", untouched},
		{"perhaps for true", "---\nnoticed_by: {who: x, may_quote: perhaps}\n---\n", untouched},
		{"a colon in a value", "---\ntitle: Sales: they asked first\nwhy: x\n---\n", "---\ntitle: \"Sales: they asked first\"\nwhy: x\n---\n"},
		{"a colon and a comment", "---\ntitle: Sales: they asked first # really\n---\n", untouched},
		{"an unquoted at sign", "---\nentered_by: @ana\n---\n", "---\nentered_by: \"@ana\"\n---\n"},
		{"quotation marks inside", "---\ntitle: \"She said \"no\" to us\"\n---\n", "---\ntitle: 'She said \"no\" to us'\n---\n"},
		{"two quotations", "---\ntitle: \"A\" or \"B\"\n---\n", "---\ntitle: '\"A\" or \"B\"'\n---\n"},
		{"no space behind a colon", "---\ndate:2026-02-15\nwhy: x\n---\n", "---\ndate: 2026-02-15\nwhy: x\n---\n"},
		{"fields in bold", "---\n**date:** 2026-02-15\nwhy: x\n---\n", "---\ndate: 2026-02-15\nwhy: x\n---\n"},
		{"asterisks for a list", "---\npriorities:\n  * faster\n  * calmer\n---\n", "---\npriorities:\n  - faster\n  - calmer\n---\n"},
		{"brackets that are text", "---\ntitle: [Draft] Lee called\n---\n", "---\ntitle: \"[Draft] Lee called\"\n---\n"},
		{"a greater-than sign", "---\ntitle: > Lee called\n---\n", "---\ntitle: \"> Lee called\"\n---\n"},
		{"people by their ids", "---\ncollaborators: lee, priya\n---\n", "---\ncollaborators: [lee, priya]\n---\n"},
		{"a person with a comma", "---\ncollaborators: Lee Sandoval (Head of Sales, North)\n---\n", untouched},
		{"parentheses for brackets", "---\npriorities: (a, b)\n---\n", "---\npriorities: [a, b]\n---\n"},
		{"a heading without its space", "---\ndate: 2026-02-15\n---\n#Lee called\n\n##Why it's a win\n\nText.\n", "---\ndate: 2026-02-15\n---\n#Lee called\n\n## Why it's a win\n\nText.\n"},
		{"a heading with a space that does not break", "---\ndate: 2026-02-15\n---\n#\u00a0Lee called\n\n##\u00a0\u202fWhy it's a win\n\nText.\n", "---\ndate: 2026-02-15\n---\n# Lee called\n\n## Why it's a win\n\nText.\n"},
		{"nothing behind number signs", "---\ndate: 2026-02-15\n---\n##\u00a0\n\nText.\n", untouched},
		{"a hashtag", "---\ndate: 2026-02-15\n---\n# Lee called\n\n#thanks to all\n", untouched},
		{"an ordinal date", "---\ndate: 15th February 2026\n---\n", "---\ndate: 2026-02-15\n---\n"},
		{"a date in a heading", "---\nstatus: requested\n---\n## What happened (15.2.2026)\n\nText.\n", "---\nstatus: requested\n---\n## What happened (2026-02-15)\n\nText.\n"},
		{"tabs", "---\nnoticed_by:\n\t- who: x\n\t\ton: 2026-02-15\n---\n", "---\nnoticed_by:\n  - who: x\n    on: 2026-02-15\n---\n"},
		{"two colons in values", "---\ntitle: Sales: they asked\nwhy: so: it is\n---\n", "---\ntitle: \"Sales: they asked\"\nwhy: \"so: it is\"\n---\n"},
		{"colons and asterisks of a text that is fine", "---\nwhy: |\n  First: we saw: something.\n  **note:** keep this bold.\n  * star\nwhat_happened: Something\n  bar: baz\n---\n", untouched},
		{"a text in quotation marks over several lines", "---\nwhy: \"First: we\n  saw: this: and\n  that\"\ntitle: a: b\n---\n", "---\nwhy: \"First: we\n  saw: this: and\n  that\"\ntitle: \"a: b\"\n---\n"},
		{"tabs in a text that is fine", "---\nwhy: |\n  a\n  \tb\nfollow_ups:\n\t- x\n---\n", "---\nwhy: |\n  a\n  \tb\nfollow_ups:\n  - x\n---\n"},
		{"a letter that could not be read", "---\nwhy: Caf\xe9: good\n---\n", untouched},
		{"a heading with a slip", "---\ndate: 2026-02-15\n---\n\n## How to replicat\n\nText.\n", "---\ndate: 2026-02-15\n---\n\n## How to replicate\n\nText.\n"},
		{"a heading with a slip and a closing mark", "---\ndate: 2026-02-15\n---\n## How to replicat ##\n\nText.\n", "---\ndate: 2026-02-15\n---\n## How to replicate ##\n\nText.\n"},
		{"two headings for one field", "---\ndate: 2026-02-15\n---\n## How to replicate\n\nA.\n\n## How to replicat\n\nB.\n", untouched},
		{"no first line", "date: 2026-02-15\n---\n# Title\n", "---\ndate: 2026-02-15\n---\n# Title\n"},
		{"a first line that became a long dash", "—\ndate: 2026-02-15\n---\n# Title\n", "---\ndate: 2026-02-15\n---\n# Title\n"},
		{"both lines became long dashes", "—\ndate: 2026-02-15\n—  \n# Title\n", "---\ndate: 2026-02-15\n---  \n# Title\n"},
		{"a last line that became a long dash", "---\ndate: 2026-02-15\n––\n# Title\n\n---\n", "---\ndate: 2026-02-15\n---\n# Title\n\n---\n"},
		{"a last line of four hyphens", "---\ndate: 2026-02-15\n----\n# Title\n", "---\ndate: 2026-02-15\n---\n# Title\n"},
		{"no first line and a long dash", "date: 2026-02-15\n—\n# Title\n", "---\ndate: 2026-02-15\n---\n# Title\n"},
		{"long dashes and fields that cannot be read", "—\ntitle: Lee: first\n—\n# Title\n", untouched},
		{"a dash and no other", "—\nText.\n", untouched},
		{"empty lines above the fields", "\n \n---\ndate: 2026-02-15\n---\n", "---\ndate: 2026-02-15\n---\n"},
		{"spaces in front of the first line", " ---\ndate: 2026-02-15\n---\n", "---\ndate: 2026-02-15\n---\n"},
		{"no closing line", "---\ndate: 2026-02-15\n\n# Title\n\nText.\n", "---\ndate: 2026-02-15\n---\n\n# Title\n\nText.\n"},
		{"no closing line and no body to see", "---\ndate: 2026-02-15\nText.\n", untouched},
		{"lines that end as on Windows, a byte order mark, several at once",
			"\uFEFF---\r\n# a note\r\nDate: 2/15/2026\r\nstage: In Place   \r\nwhy:   'It''s ''quoted'''\r\n---\r\n# Title  \r\n",
			"\uFEFF---\r\n# a note\r\ndate: 2026-02-15\r\nstage: in-place   \r\nwhy:   'It''s ''quoted'''\r\n---\r\n# Title  \r\n"},
		{"letters of several bytes in front of it", "---\nundone: {why: \"Größe\", on: 2/15/2026}\n---\n", "---\nundone: {why: \"Größe\", on: 2026-02-15}\n---\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := c.want
			if want == untouched {
				want = c.text
			}
			if diff := cmp.Diff(want, fixed(t, c.text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
