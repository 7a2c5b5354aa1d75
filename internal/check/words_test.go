package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

func TestCauses(t *testing.T) {
	for text, want := range map[string]string{
		"The course led to more quotes.":                       `"led to"`,
		"It PROVES the point; it resulted in 3 and caused 4":   `"PROVES" "resulted in" "caused"`,
		"Fewer calls came as a result of the course.":          `"as a result of the course"`,
		"Asking first leads to fewer complaints.":              `"leads to"`,
		"It LEADS TO more":                                     `"LEADS TO"`,
		"Most of it is attributable to the new questions.":     `"attributable to"`,
		"The rise was attributed to our two-day workshop.":     `"attributed to our two-day workshop"`,
		"The rise was driven by the course.":                   `"driven by"`,
		"The numbers show the impact of the training.":         `"the impact of the training"`,
		"A clear effect of our coaching":                       `"A clear effect of our coaching"`,
		"The course has\nled\nto more, owing to that training": `"led to" "owing to that training"`,
		"This drove sales up.":                                 `"drove"`,
		"Thanks to the two-day workshop they ask first.":       `"Thanks to the two-day workshop"`,
		"due to our coaching":                                  `"due to our coaching"`,
		"The training worked.":                                 `"The training worked"`,
		"The safety training didn’t work.":                     `"The safety training didn’t work"`,
		"**led to** more":                                      `"led to"`,
		"the return on investment was 3":                       `"return on investment"`,

		"Thanks to Lee, who led the way to it.":  "",
		"We do not know what caused it.":         "",
		"Nobody can say whether it led to more.": "",
		"It didn't result in what led to it":     "",
		"Dariusz drove the van to the depot.":    "",
		"She drove home, and proved right.":      "",
		"The roi of the king, an improved form":  "",
		"disproved, uncaused, the root causes":   "",
		"because of the new price list":          "",
		"The course worked on two questions":     `"The course worked"`,
		"Nothing else happened. It led to that.": `"led to"`,
		"Nobody is sure\n\nIt led to that.":      `"led to"`,

		"The team leads to open each shift with the card.":   "",
		"We asked all leads to ask two questions.":           "",
		"The door that leads to the yard, the path leads to": `"leads to"`,
		"Three new leads to follow up":                       "",
		"It is unclear what leads to more calls.":            "",
		"As a result of the new price list calls fell.":      "",
		"As a result of a question from Lee":                 "",
		"We will measure the impact of the training.":        "",
		"We looked at the effect of the course in June.":     "",
		"Nobody knows the impact of the training.":           "",
		"The van was driven by Dariusz.":                     "",
		"Each lorry is driven by a new driver.":              "",
		"It is not attributable to the course.":              "",
		"The words are attributed to Lee.":                   "",
		"The impact of the price list is known.":             "",
		"The effect of the weather, the leaders, a course":   "",
		"Shift leads do it, and lead to it":                  "",
		"":                                                   "",
	} {
		var words []string
		for _, c := range causes(flat(text)) {
			words = append(words, quoted(c.word))
			if !strings.HasPrefix(flat(text)[c.at:], c.word) {
				t.Errorf("%q: %q is not at %d", text, c.word, c.at)
			}
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestOwnWords(t *testing.T) {
	for source, want := range map[string]string{
		"Plain words.": "Plain words.",
		"Before.\n\n> It led to it\ntoo\n\nAfter.": "Before.\n\n\n\n\nAfter.",
		"  > quoted": "",
		"> quoted\nLee “said\nso”.\n\nAfter.": "\n\n\n\nAfter.",
		"Lee “said\nso” twice.":               "Lee …\n twice.",
		`She said "it led to it" twice.`:      "She said … twice.",
		"Sie sagte „es“, il dit « ça », “so”": "Sie sagte …, il dit …, …",
		`An inch is 1" long.`:                 `An inch is 1" long.`,
		"a -> b led to c":                     "a -> b led to c",
	} {
		got := ownWords(tracker.Prose{Source: source, Text: "x"})
		if got.lines != want || len(got.flat) != len(want) {
			t.Errorf("%q: %q, want %q", source, got.lines, want)
		}
	}
}

func TestFlat(t *testing.T) {
	for text, want := range map[string]string{
		"one\ntwo\n\nthree\n": "one two\n\nthree\n",
		"- a\n  b\n- c":       "- a   b\n- c",
		"a\n1. b\n# c\n> d":   "a\n1. b\n# c\n> d",
		"":                    "",
	} {
		if got := flat(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWeakness(t *testing.T) {
	f := newFixture()
	f.settings.Organisation = "Larkspur Freight"
	n := newNames(&tracker.Strategy{Settings: f.settings, Team: f.team, Stakeholders: f.stakeholders})
	for text, want := range map[string]string{
		"Benedikt struggles with the form.":                     "struggles",
		"Dave is a low performer.":                              "low performer",
		"Dave Holt in the night shift is the weakest":           "weakest",
		"The worst ones, like Dave, need it most.":              "worst",
		"Our problem person is Dave (night shift).":             "problem person",
		"All team leads, mostly Sandoval: underperforming":      "underperforming",
		"Dave's the slowest.":                                   "slowest",
		"The poor performer is Jim.":                            "poor performer",
		"Jim, a poor performer":                                 "poor performer",
		"Jim, who is a poor performer":                          "poor performer",
		"Sandra in accounts underperforms.":                     "underperforms",
		"Sandra in accounts is the weakest.":                    "weakest",
		"Our bottom performers, e.g. Kim.":                      "bottom performers",
		"Our bottom performers, i.e. Mr. Holt.":                 "bottom performers",
		"Poor performers: Dave Holt and Kim":                    "Poor performers",
		"Lee Sandoval has poor performance.":                    "poor performance",
		"Mia Holt has poor performance.":                        "poor performance",
		"JIM IS A POOR PERFORMER":                               "POOR PERFORMER",
		"The weakest of all is Mia Holt.":                       "weakest",
		"Dave Holt, who joined in May, struggles with it.":      "struggles",
		"The worst week is in June. Dave\nis lazy.":             "lazy",
		"The worst week is the one in which Dave Holt is lazy.": "lazy",
		"Lee performs badly in calls.":                          "performs badly",
		"Sean O'Neil is incompetent":                            "incompetent",
	} {
		got, at := n.weakness(flat(text))
		if got != want || !strings.HasPrefix(flat(text)[at:], got) {
			t.Errorf("%q: %q at %d, want %q", text, got, at, want)
		}
	}
	for _, clean := range ordinary {
		if got, _ := n.weakness(ownWords(tracker.Prose{Source: clean}).flat); got != "" {
			t.Errorf("%q: %q", clean, got)
		}
	}
}

// TestWeaknessTakesNoLongTime: one sentence without an end, of nothing but names
// and what could be said of them.
func TestWeaknessTakesNoLongTime(t *testing.T) {
	n := newNames(&tracker.Strategy{})
	text := strings.Repeat("Ada Lund reviews the worst and laziest, and ", 3000)
	start := time.Now()
	if word, _ := n.weakness(flat(text)); word != "" {
		t.Errorf("found %q", word)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
}

// ordinary are sentences as they are written about who must behave differently,
// with words for weak performance that are said of nobody by name.
var ordinary = []string{
	"",
	"Team leaders of the night shift ask first.",
	"Whoever struggles with the form asks a colleague.",
	"Sales struggles with the form.",
	"The Larkspur Freight depot struggles.",
	"Managers struggle. The worst week is in June.",
	"Customer Service has the worst tool.",
	"The bottom 10 of the list are called first.",
	"Lee opens the shift. The form is the worst part.",
	"HR struggles with it.",
	"Staff and Supervisors cannot cope in December.",

	"Poor performers in the night shift get a second call.",
	"Underperforming Team Leaders ask two questions.",
	"Bottom performers ask for help first.",
	"The poor performer is often the one who was never shown.",
	"Regional Managers look at poor performance together.",
	"Regional Managers with poor performance get a second visit.",
	"Account Executives in the bottom quarter are paired with others.",
	"Quality Assurance struggles with the backlog.",
	"The Depot has poor performance in December.",
	"The weakest is Sales, the slowest is IT.",
	"The worst tools, such as Excel, are switched off.",
	"The worst performers are in Sales.",
	"Poor performers in Leeds get a call.",
	"Handover is the weakest point.",
	"Onboarding is the weakest of all.",
	"Morale in the warehouse is the worst in years.",
	"Accuracy in the warehouse struggles.",
	"Currently the slowest route is the one over Leeds.",
	"Today, the weakest agents are left alone.",
	"Lee Sandoval reviews poor performance with each manager.",
	"Lee coaches underperforming agents each week.",
	"Lee in sales reviews poor performance.",
	"Lee must ask underperforming agents two questions.",
	"Lee and Benedikt review the bottom performers.",
	"Lee is coaching the weakest agents.",
	"Lee Sandoval, Head of Sales, reviews poor performance.",
	"Lee has to coach the poor performers.",
	"Underperforming agents get a call from Lee Sandoval.",
	"The bottom performers are coached by Dave Holt.",
	"Shift leads stop calling anyone a poor performer.",
	"Nobody says that Dave is the weakest.",
	"Dave is not a poor performer.",
	"Lee said “Dave is a poor performer”, and stopped.",
	"TEAM LEADERS STRUGGLE WITH POOR PERFORMERS",
	"NOBODY IS A POOR PERFORMER",
	"THE TEAM LEADER IS A POOR PERFORMER",
	"The CRM is useless, and SAP is the slowest.",
}

// TestPlaceOfAWord: the loader may say where a text begins and ends; then a
// finding points at the word itself.
func TestPlaceOfAWord(t *testing.T) {
	at := func(line, column, endLine, endColumn int) (pos, end diag.Pos) {
		return diag.Pos{Line: line, Column: column}, diag.Pos{Line: endLine, Column: endColumn}
	}
	for name, c := range map[string]struct {
		source string
		mark   func(*tracker.Origin)
		want   string
	}{
		"a heading alone":      {"It led to it.", func(o *tracker.Origin) { mark(o, "who", 9) }, "9:3-0:0"},
		"one line":             {"It led to it.", func(o *tracker.Origin) { p, e := at(4, 6, 4, 19); o.Mark("who", p, e) }, "4:9-4:15"},
		"one line in marks":    {"It led to it.", func(o *tracker.Origin) { p, e := at(4, 6, 4, 21); o.Mark("who", p, e) }, "4:10-4:16"},
		"one line, not as is":  {"It led to it.", func(o *tracker.Origin) { p, e := at(4, 6, 4, 23); o.Mark("who", p, e) }, "4:6-4:23"},
		"below a heading":      {"“Öh”\n> led to\n\nIt led to it.", text4, "14:4-14:10"},
		"in the first line":    {"  It led to it.\n\n\nx", text4, "11:6-11:12"},
		"twice in the line":    {"a\nb\nc\nIt led to it, and led to it.", text4, "14:1-14:29"},
		"over two lines":       {"a\nb\nIt led\nto it.", text4, "13:1-13:7"},
		"of another text":      {"It led to it.\nx", text4, "9:3-0:0"},
		"where none was given": {"It led to it.", func(*tracker.Origin) {}, "0:0-0:0"},
	} {
		t.Run(name, func(t *testing.T) {
			o := tracker.NewOrigin("a.md")
			c.mark(&o)
			own := ownWords(tracker.Prose{Source: c.source})
			found := causes(own.flat)
			got := own.place(&o, "who", found[0].word, found[0].at)
			if text := fmt.Sprintf("%d:%d-%d:%d", got.Pos.Line, got.Pos.Column, got.End.Line, got.End.Column); text != c.want {
				t.Errorf("%s, want %s", text, c.want)
			}
		})
	}
}

// text4 marks a text of four lines below its heading.
func text4(o *tracker.Origin) {
	mark(o, "who", 9)
	o.Mark("who.text", diag.Pos{Line: 11, Column: 1}, diag.Pos{Line: 14, Column: 2})
}
