package check

import (
	"slices"
	"strings"
	"testing"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// proofExamples are of rules about what a record claims, and what it has to
// show for that.
var proofExamples = []example{
	{rule: "intake/verdict-against-readings", at: "intakes/course.md:13:3", says: `The readings of "Quotes" say 61 to 60; the verdict says "changed".`,
		bad:  func(f *fixture) { read(f, tracker.VerdictChanged, 61, 60) },
		good: func(f *fixture) { read(f, tracker.VerdictChanged, 61, 61.5) }},
	{rule: "intake/verdict-against-readings", name: "not at all", at: "intakes/course.md:13:3", says: "61 to 61;",
		bad:  func(f *fixture) { read(f, tracker.VerdictChanged, 61, 61) },
		good: func(f *fixture) { read(f, tracker.VerdictPartly, 61, 61) }},
	{rule: "intake/verdict-against-readings", name: "partly, but the other way", at: "intakes/course.md:13:3", says: `61 to 60; the verdict says "partly".`,
		mends: `Look at both again. "worse", "no-change" and "unknown" are honest verdicts too.`,
		bad:   func(f *fixture) { read(f, tracker.VerdictPartly, 61, 60) },
		good:  func(f *fixture) { read(f, tracker.VerdictPartly, 61, 61-1e-12).Meaningful = known(5) }},
	{rule: "intake/verdict-against-readings", name: "partly, where lower is better", at: "intakes/course.md:13:3", says: "9 to 9.5;",
		bad: func(f *fixture) {
			m := read(f, tracker.VerdictPartly, 9, 9.5)
			m.Direction, m.Target = "", known(5)
		},
		good: func(f *fixture) {
			read(f, tracker.VerdictPartly, 9, 8).Direction, f.intake.Measure.Target = "down", known(5)
		}},
	{rule: "intake/verdict-against-readings", name: "less than matters", at: "intakes/course.md:13:3", says: `9.4 to 9.1, where 0.4 is the smallest difference that matters; the verdict`,
		bad: func(f *fixture) {
			m := read(f, tracker.VerdictChanged, 9.4, 9.1)
			m.Direction, m.Target, m.Meaningful = "down", known(8), known(0.4)
		},
		good: func(f *fixture) {
			m := read(f, tracker.VerdictChanged, 9.4, 9.0) // in binary a little less than 0.4
			m.Direction, m.Target, m.Meaningful = "down", known(8), known(0.4)
		}},
	{rule: "intake/verdict-against-readings", name: "direction from the target", at: "intakes/course.md:13:3", says: "61 to 62;",
		bad: func(f *fixture) {
			m := read(f, tracker.VerdictChanged, 61, 62)
			m.Direction, m.Target = "", known(50)
		},
		good: func(f *fixture) {
			m := read(f, tracker.VerdictChanged, 61, 62)
			m.Direction, m.Target = "", known(61) // says nothing
		}},
	{rule: "intake/verdict-against-readings", name: "no change", at: "intakes/course.md:13:3", says: "61 to 66;",
		bad: func(f *fixture) {
			read(f, tracker.VerdictNoChange, 61, 66).Meaningful = known(5)
		},
		good: func(f *fixture) {
			read(f, tracker.VerdictNoChange, 61, 65.9).Meaningful = known(5)
		}},
	{rule: "intake/verdict-against-readings", name: "no change, at the target", at: "intakes/course.md:13:3", says: "61 to 75;",
		bad:  func(f *fixture) { read(f, tracker.VerdictNoChange, 61, 75) },
		good: func(f *fixture) { read(f, tracker.VerdictNoChange, 61, 74) /* nobody said what matters */ }},
	{rule: "intake/verdict-against-readings", name: "worse", at: "intakes/course.md:13:3", says: "61 to 62;",
		bad:   func(f *fixture) { read(f, tracker.VerdictWorse, 61, 62) },
		mends: `"partly" or "unknown" is an honest verdict.`,
		good:  func(f *fixture) { read(f, tracker.VerdictWorse, 61, 58) }},
	{rule: "intake/verdict-against-readings", name: "of the last reading only", at: "intakes/course.md:13:3", says: "61 to 59;",
		bad: func(f *fixture) {
			read(f, tracker.VerdictChanged, 61, 59)
			f.intake.Readings = append(f.intake.Readings, tracker.Reading{Date: day("2026-05-01"), Value: known(70)}, tracker.Reading{Date: day("2026-09-01")})
		},
		good: func(f *fixture) { // nothing was read after the delivery
			read(f, tracker.VerdictChanged, 61, 59)
			f.intake.Readings[0].Date = f.intake.DeliveredOn
		}},
	{rule: "intake/verdict-against-readings", name: "of a shift only", at: "intakes/course.md:13:3", says: "0 to 96;",
		bad:  func(f *fixture) { read(f, tracker.VerdictNoChange, 0, 96) },
		good: func(f *fixture) { read(f, tracker.VerdictNoChange, 0, 96).Level = tracker.LevelActivity }},

	{rule: "intake/answers-copied", at: "intakes/b.md:9:3", says: `The answers to "Friction" and "Own" are the same, word for word, as in the request "course".`,
		bad: func(f *fixture) {
			later(f).Contract = tracker.Contract{Friction: prose(strings.ToUpper(long)), Own: prose(long + " Twice.")}
			f.intake.Contract = tracker.Contract{Friction: prose(long), Shift: prose(strings.ReplaceAll(long, " ", "  ") + " Twice.")}
		},
		good: func(f *fixture) {
			later(f).Contract.Friction = prose(long + " Here at least.")
			f.intake.Contract.Friction, f.intake.Contract.Better = prose(long), prose(long)
		}},
	{rule: "intake/answers-copied", name: "from two", at: "intakes/c.md", says: "are the same, word for word, as in other requests.",
		bad: func(f *fixture) {
			f.intake.Contract.Friction, later(f).Contract.Who = prose(long), prose(long+" Twice.")
			c := f.addIntake("c")
			c.RequestedOn, c.Contract = day("2026-01-20"), f.intake.Contract
			c.Contract.Who = prose(long + " Twice.")
		},
		good: func(f *fixture) {
			f.intake.Contract.Friction = prose("Nobody knows what the customer was promised.")
			later(f).Contract = f.intake.Contract // short enough to be said twice
		}},
	{rule: "intake/answers-copied", name: "with other signs", at: "intakes/b.md:9:3", says: `The answer to "Friction" is the same`,
		bad: func(f *fixture) {
			f.intake.Contract.Friction = prose(long)
			later(f).Contract.Friction = prose("Discounts are given – before anybody asks – the margin IS gone by June")
		},
		good: func(f *fixture) {
			f.intake.Contract.Friction = prose(long)
			later(f).Contract.Friction = prose(strings.ReplaceAll(long, "June", "July"))
		}},
	{rule: "intake/answers-copied", name: "of one long sentence", at: "intakes/b.md:9:3", says: `The answer to "Friction" is the same`,
		bad: func(f *fixture) {
			f.intake.Contract.Friction = prose("Discounts are given to customers before anybody asks about their requirements")
			later(f).Contract = f.intake.Contract
		},
		good: func(f *fixture) {
			f.intake.Contract.Friction = prose("Discounts are given to people before anyone asks what is lost")
			later(f).Contract = f.intake.Contract
		}},
	{rule: "intake/answers-copied", name: "but not where the law asks", at: "intakes/b.md:9:3", says: `The answer to "Friction" is the same`,
		bad: func(f *fixture) { f.intake.Contract.Friction = prose(long); later(f).Contract = f.intake.Contract },
		good: func(f *fixture) {
			f.intake.Contract.Friction = prose(long)
			in := later(f)
			in.Contract, in.Mandated = f.intake.Contract, true
		}},

	{rule: "claim/cause", at: "intakes/course.md:9:3", says: `"What changed" says "led to" and "ROI", which is more`,
		bad: func(f *fixture) {
			f.intake.WhatChanged = prose("It led to fewer calls, and led to an ROI of 3.")
			mark(&f.intake.Origin, "what_changed", 9)
		},
		good: func(f *fixture) {
			f.intake.WhatChanged = prose("It was followed by fewer calls.\n\n> It led to that,\nsays Lee.\n\nShe said “it caused it”.")
			f.intake.WhatHappened = prose("The old form led to errors.")
		}},
	{rule: "claim/cause", name: "of a win that is showing", at: "wins/2026-02-15-base.md", says: `"Why it's a win" says "because of the new training"`,
		bad: func(f *fixture) {
			f.win.Stage, f.win.Why = tracker.Showing, prose("Calls fell because of the new training.")
		},
		good: func(f *fixture) { f.win.Why = prose("Calls fell because of the new training.") }},

	{rule: "intake/who-names-person", at: "intakes/course.md:9:3", says: `The answer to "Who must behave differently?" names a person next to "weakest".`,
		bad: func(f *fixture) {
			f.intake.Contract.Who = prose("Lee is the weakest of all.")
			mark(&f.intake.Origin, "who", 9)
		},
		good: func(f *fixture) {
			f.intake.Contract.Who = prose("Lee asks two questions. The weakest point is the handover.")
		}},
}

const long = "Discounts are given before anybody asks. The margin is gone by June."

func later(f *fixture) *tracker.Intake {
	in := f.addIntake("b")
	in.RequestedOn = day("2026-01-11")
	mark(&in.Origin, "friction", 9)
	return in
}

// read evaluates the intake by a measure from a baseline to a reading.
func read(f *fixture, v tracker.Verdict, from, to float64) *tracker.Measure {
	in := f.evaluated()
	in.Verdict, in.Missing = v, []string{"reinforce"}
	mark(&in.Origin, "missing", 14)
	in.Readings = []tracker.Reading{{Date: day("2026-08-01"), Value: known(to)}}
	in.Measure = tracker.Measure{Name: "Quotes", Level: tracker.LevelBehaviour, Direction: "up", Baseline: known(from), Target: known(75)}
	return &in.Measure
}

func TestSilenced(t *testing.T) {
	findings := []diag.Finding{
		{Rule: "win/before-start", Severity: diag.Hint},
		{Rule: "person/ambiguous", Severity: diag.Warning},
		{Rule: "win/date-missing", Severity: diag.Error},
		{Rule: "reading/day-twice", Severity: diag.Warning},
	}
	kept, n := Silenced(findings, &tracker.Settings{Silence: []string{"win/before-start", " person/ambiguous ", "win/date-missing", "none/such"}})
	if n != 2 || len(kept) != 2 || kept[0].Rule != "win/date-missing" || kept[1].Rule != "reading/day-twice" {
		t.Errorf("%d silenced, kept %v", n, kept)
	}
	if kept, n := Silenced(findings, &tracker.Settings{}); n != 0 || len(kept) != 4 {
		t.Errorf("%d silenced, kept %v", n, kept)
	}
}

// TestSilenceKnowsOtherRules: a rule of another package can be silenced too, and
// its errors cannot.
func TestSilenceKnowsOtherRules(t *testing.T) {
	others := []*diag.Rule{{ID: "field/unknown", Severity: diag.Warning}, {ID: "date/invalid", Severity: diag.Error}}
	f := newFixture()
	f.settings.Silence = []string{"field/unknown", "date/invalid"}
	got := Run(f.tracker(), today, others)
	if len(got) != 1 || got[0].Rule != "settings/silence-error" {
		t.Errorf("findings:\n%s", text(got))
	}
}

// TestFixes: only what leaves no doubt is mended unseen, and only where the
// place holds that and nothing else.
func TestFixes(t *testing.T) {
	at := func(o *tracker.Origin, path string, width int) {
		fresh := tracker.NewOrigin(o.File)
		for _, p := range []string{"date", "entered_by", "priorities"} {
			if p != path {
				fresh.Mark(p, diag.Pos{Line: 2, Column: 1}, diag.Pos{})
			}
		}
		fresh.Mark(path, diag.Pos{Line: 9, Column: 3}, diag.Pos{Line: 9, Column: 3 + width})
		*o = fresh
	}
	people := func(f *fixture, who tracker.Person, width int) {
		f.win.People = []tracker.Person{who}
		at(&f.win.Origin, "people", width)
		f.win.Origin.Mark("people[0]", f.win.Origin.At("people").Pos, f.win.Origin.At("people").End)
	}
	for name, c := range map[string]struct {
		change func(*fixture)
		want   []string
	}{
		"people by their ids":         {func(f *fixture) { people(f, "ana-maria and ben", 17) }, []string{"[ana-maria, ben]"}},
		"people by name, in marks":    {func(f *fixture) { people(f, "Ana Maria Voss, Lee Sandoval", 30) }, []string{"[ana-maria, lee]"}},
		"people by their first names": {func(f *fixture) { people(f, "Ana and Lee", 11) }, nil},
		"people over two lines":       {func(f *fixture) { people(f, "ana-maria and ben", 21) }, nil},
		"people with roles":           {func(f *fixture) { people(f, "Lee Sandoval (Sales) and ben", 28) }, nil},
		"people of whom one has an id that YAML knows": {func(f *fixture) {
			f.lee.ID, f.win.Collaborators, f.win.FollowUps[0].To = "no", nil, "no"
			f.priority.Sponsor, f.intake.Stakeholder, f.intake.Commitments[0].Who = "no", "no", "no"
			people(f, "no & ben", 8)
		}, []string{`["no", ben]`}},
		"people in an entry of a list": {func(f *fixture) {
			f.win.People = []tracker.Person{"ana-maria and ben"}
			at(&f.win.Origin, "people[0]", 17)
			mark(&f.win.Origin, "people", 8)
		}, nil},
		"a name":             {func(f *fixture) { f.win.EnteredBy = "ana maria  voss"; at(&f.win.Origin, "entered_by", 15) }, []string{"ana-maria"}},
		"a name in marks":    {func(f *fixture) { f.win.EnteredBy = "Ana Maria Voss"; at(&f.win.Origin, "entered_by", 16) }, []string{`"ana-maria"`}},
		"a name over two":    {func(f *fixture) { f.win.EnteredBy = "Ana Maria Voss"; at(&f.win.Origin, "entered_by", 19) }, nil},
		"a name with a role": {func(f *fixture) { f.win.EnteredBy = "Ana Maria Voss (L&D)"; at(&f.win.Origin, "entered_by", 20) }, nil},
		"a name of two people": {func(f *fixture) {
			anas(f, "Ana Maria Voss")
			f.win.EnteredBy = "Ana Maria Voss"
			at(&f.win.Origin, "entered_by", 14)
		}, nil},
		"a slip in a name": {func(f *fixture) { f.win.EnteredBy = "Ana Maria Vos"; at(&f.win.Origin, "entered_by", 13) }, nil},
		"a slip in an id":  {func(f *fixture) { f.win.Priorities = []tracker.ID{"fastr"}; at(&f.win.Origin, "priorities[0]", 5) }, nil},
		"an id in other bytes": {func(f *fixture) {
			f.priority.ID, f.win.Priorities = "caf\u00e9", []tracker.ID{"cafe\u0301"}
			at(&f.win.Origin, "priorities[0]", 5)
		}, []string{"caf\u00e9"}},
		"where only the list is known": {func(f *fixture) {
			f.priority.ID, f.win.Priorities = "caf\u00e9", []tracker.ID{"cafe\u0301"}
			at(&f.win.Origin, "priorities", 5)
		}, nil},
		"a word that YAML knows": {func(f *fixture) {
			f.ana.ID, f.settings.Language = "no", "English"
			at(&f.settings.Origin, "language", 7)
		}, []string{"en"}},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture()
			c.change(f)
			var got []string
			for _, finding := range Run(f.tracker(), today, nil) {
				for _, e := range finding.Fix {
					got = append(got, e.Text)
					if e.Place != finding.Place {
						t.Errorf("the fix is at %v, the finding at %v", e.Place, finding.Place)
					}
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("fixes %q, want %q", got, c.want)
			}
		})
	}
	o := tracker.NewOrigin("wins/a.md")
	o.Mark("x", diag.Pos{Line: 1, Column: 1}, diag.Pos{Line: 1, Column: 4})
	for id, want := range map[string]string{"ana": "ana", "no": `"no"`, "2026": `"2026"`, "a.b-c_d": "a.b-c_d", "NULL": `"NULL"`} {
		if e := replacing(&o, "x", "Ana", id); len(e) != 1 || e[0].Text != want {
			t.Errorf("%s: %v, want %s", id, e, want)
		}
	}
}
