package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// example is a rule with a tracker that breaks it and one that only just does
// not. Both begin as the tracker of newFixture, in which nothing is wrong.
type example struct {
	rule  string
	name  string         // where a rule has several
	bad   func(*fixture) // brings exactly one finding, of this rule …
	at    string         // … at this place,
	says  string         // … with this in its message
	hints string         // … and this suggestion; "" where there is none
	mends string         // … and this in how to mend it
	good  func(*fixture) // brings no finding at all
}

var examples = slices.Concat(recordExamples, relationExamples, strategyExamples, proofExamples)

func TestExamples(t *testing.T) {
	for _, e := range examples {
		name := e.rule
		if e.name != "" {
			name += " " + e.name
		}
		t.Run(name, func(t *testing.T) {
			f := newFixture()
			e.bad(f)
			got := Run(f.tracker(), today, nil)
			if len(got) != 1 {
				t.Fatalf("want one finding, got %d:\n%s", len(got), text(got))
			}
			g := got[0]
			if g.Rule != e.rule {
				t.Errorf("rule %s, want %s", g.Rule, e.rule)
			}
			if g.Place.String() != e.at {
				t.Errorf("place %s, want %s", g.Place, e.at)
			}
			if !strings.Contains(g.Message, e.says) {
				t.Errorf("message %q, want %q in it", g.Message, e.says)
			}
			if g.Suggestion != e.hints {
				t.Errorf("suggestion %q, want %q", g.Suggestion, e.hints)
			}
			if !strings.Contains(g.Mend, e.mends) {
				t.Errorf("to mend: %q, want %q in it", g.Mend, e.mends)
			}
			said := []string{g.Message, g.Mend}
			for _, r := range g.Related {
				if said = append(said, r.Message); r.Place.File == "" {
					t.Errorf("related place without file: %+v", r)
				}
			}
			for _, s := range said {
				if !sentence.MatchString(s) || strings.Contains(s, "%!") {
					t.Errorf("not a plain sentence: %q", s)
				}
				if word := jargon.FindString(s); word != "" {
					t.Errorf("%q is no word for an author: %q", word, s)
				}
			}
			if e.good == nil {
				return
			}
			f = newFixture()
			e.good(f)
			if got := Run(f.tracker(), today, nil); len(got) != 0 {
				t.Errorf("the good example brings findings:\n%s", text(got))
			}
		})
	}
}

func TestFixtureIsClean(t *testing.T) {
	if got := Run(newFixture().tracker(), today, nil); len(got) != 0 {
		t.Fatalf("findings:\n%s", text(got))
	}
}

// TestEveryRuleHasExamples keeps the table of rules and the examples together.
func TestEveryRuleHasExamples(t *testing.T) {
	bad, good := map[string]bool{}, map[string]bool{}
	for _, e := range examples {
		bad[e.rule] = bad[e.rule] || e.bad != nil
		good[e.rule] = good[e.rule] || e.good != nil
	}
	for _, r := range Rules() {
		if !bad[r.ID] || !good[r.ID] {
			t.Errorf("%s: an example that breaks it: %v, one that does not: %v", r.ID, bad[r.ID], good[r.ID])
		}
		delete(bad, r.ID)
	}
	for id := range bad {
		t.Errorf("there is an example for %s, which is no rule", id)
	}
}

var (
	ruleID   = regexp.MustCompile(`^[a-z]+/[a-z]+(-[a-z]+)*$`)
	heading  = regexp.MustCompile(`^[A-Z].*[a-z0-9]$`)
	sentence = regexp.MustCompile(`^["\p{Lu}\d].*\.$`)
	jargon   = regexp.MustCompile(`(?i)\b(enum|mapping|front matter|(?-i:YAML)|(?-i:[Ii]ntake)|nil|null|invalid|violation|illegal|forbidden|must not|failed|you forgot)\b`)
)

func TestRuleTable(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if !ruleID.MatchString(r.ID) {
			t.Errorf("%s: not of the form kind/what", r.ID)
		}
		if seen[r.ID] {
			t.Errorf("%s: stands in the table twice", r.ID)
		}
		seen[r.ID] = true
		if !heading.MatchString(r.Title) {
			t.Errorf("%s: title %q", r.ID, r.Title)
		}
		for _, s := range []string{r.Why, r.Mend} {
			if !sentence.MatchString(s) {
				t.Errorf("%s: not a sentence: %q", r.ID, s)
			}
		}
		if strings.TrimSpace(r.Bad) == "" || strings.TrimSpace(r.Good) == "" || r.Bad == r.Good {
			t.Errorf("%s: authors are shown no two examples that differ", r.ID)
		}
		for _, s := range []string{r.Bad, r.Good} {
			if s != strings.TrimSpace(s) || strings.Count(s, "\n") > 11 {
				t.Errorf("%s: an example is as short as it can be: %q", r.ID, s)
			}
		}
		if word := jargon.FindString(r.Title + " " + r.Why + " " + r.Mend); word != "" {
			t.Errorf("%s: %q is no word for an author", r.ID, word)
		}
	}
	if len(seen) == 0 {
		t.Fatal("there are no rules")
	}
}

// TestLanguageFailsTheRun: what stands there becomes an attribute of every page.
func TestLanguageFailsTheRun(t *testing.T) {
	f := newFixture()
	f.settings.Language = "english please"
	if got := Run(f.tracker(), today, nil); diag.Count(got).Errors != 1 {
		t.Errorf("findings:\n%s", text(got))
	}
}

func TestFindingsAreSortedAndTheSameEachTime(t *testing.T) {
	build := func() []diag.Finding {
		f := newFixture()
		for i := range 20 {
			w := f.addWin(fmt.Sprintf("2026-03-%02d-x", i+1))
			w.EnteredBy, w.Title, w.Replicates = "nobody-here", "", []tracker.ID{"gone"}
		}
		f.settings.Labels = map[string]string{"whyy": "a", "datum": "b", "stagee": "c", "zzz": "d"}
		return Run(f.tracker(), today, nil)
	}
	first := build()
	sorted := slices.Clone(first)
	diag.Sort(sorted)
	if text(first) != text(sorted) {
		t.Error("findings are not sorted")
	}
	for range 5 {
		if text(build()) != text(first) {
			t.Fatal("two runs differ")
		}
	}
}

func TestNoTodayHoldsNoDateAgainstIt(t *testing.T) {
	f := newFixture()
	f.win.Date, f.priority.To = day("2099-01-01"), 0
	if got := Run(f.tracker(), 0, nil); len(got) != 0 {
		t.Errorf("findings:\n%s", text(got))
	}
}

// TestKnockOnsStaySilent: what the loader has reported already is not reported
// once more under another name.
func TestKnockOnsStaySilent(t *testing.T) {
	for name, change := range map[string]func(*fixture){
		"a date that could not be read":   func(f *fixture) { f.win.Date = 0 },
		"a status that could not be read": func(f *fixture) { f.intake.Status = ""; f.intake.AgreedOn = 0 },
		"a person that could not be read": func(f *fixture) { f.win.EnteredBy = "" },
		"a record that could not be read": func(f *fixture) {
			f.win.Replicates = []tracker.ID{"Broken"}
			f.unread = map[tracker.Kind]map[tracker.ID]bool{tracker.KindWin: {"broken": true}}
		},
		"a strategy that could not be read": func(f *fixture) {
			f.priorities, f.outcomes, f.team, f.stakeholders = nil, nil, nil, nil
			f.unread = map[tracker.Kind]map[tracker.ID]bool{}
			for _, k := range []tracker.Kind{tracker.KindPriority, tracker.KindOutcome, tracker.KindMember, tracker.KindStakeholder} {
				f.unread[k] = map[tracker.ID]bool{"": true}
			}
		},
		"a title and a request that could not be read": func(f *fixture) {
			f.win.Title, f.intake.Title, f.intake.Request = "", "", tracker.Prose{}
			mark(&f.win.Origin, "title", 9)
			mark(&f.intake.Origin, "request", 9)
		},
		"a body that could not be read": func(f *fixture) {
			f.win.Why = tracker.Prose{}
			mark(&f.win.Origin, "why", 9)
			f.intake.Commitments = nil
			mark(&f.intake.Origin, "proceeding_because", 9)
			waiting := f.addIntake("waiting")
			waiting.Status, waiting.Commitments = tracker.StatusWaitlisted, nil
			mark(&waiting.Origin, "reason", 9)
		},
		"a strategy of which a part could not be read": func(f *fixture) {
			f.win.FollowUps[0].Who = "gone"
			f.unread = map[tracker.Kind]map[tracker.ID]bool{tracker.KindMember: {"gone": true}}
		},
		"an entry of the strategy without its id": func(f *fixture) {
			for _, o := range []*tracker.Origin{&f.ben.Origin, &f.outcome.Origin} {
				mark(o, "id", 9) // written, and reported by the loader
			}
			f.ben.ID, f.outcome.ID = "", ""
		},
		"the day of a promise": func(f *fixture) {
			f.intake.Commitments[0].By = 0
			f.intake.Origin.Mark("commitments[0].by", diag.Pos{Line: 9, Column: 1}, diag.Pos{})
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture()
			change(f)
			if got := Run(f.tracker(), today, nil); len(got) != 0 {
				t.Errorf("findings:\n%s", text(got))
			}
		})
	}
}

// TestWalkReachesEveryDateAndPerson holds the walk against the field tables,
// so that no field is left out because of how its type is written.
func TestWalkReachesEveryDateAndPerson(t *testing.T) {
	var count func(bs []branch) (n, plans int)
	count = func(bs []branch) (n, plans int) {
		for _, b := range bs {
			if b.leaf == dateType || b.leaf == personType {
				n++
			}
			if b.plan {
				plans++
			}
			inner, innerPlans := count(b.sub)
			n, plans = n+inner, plans+innerPlans
		}
		return n, plans
	}
	var want func(fs []tracker.Field) (n, plans int)
	want = func(fs []tracker.Field) (n, plans int) {
		for _, f := range fs {
			if f.Form == tracker.FormDate || f.Form == tracker.FormPerson {
				n++
			}
			if f.Plan {
				plans++
			}
			inner, innerPlans := want(f.Fields)
			n, plans = n+inner, plans+innerPlans
		}
		return n, plans
	}
	for _, c := range []struct {
		name   string
		fields []tracker.Field
		walk   []branch
	}{
		{"win", tracker.WinFields, winBranches},
		{"intake", tracker.IntakeFields, intakeBranches},
		{"settings", tracker.SettingsFields, settingsBranches},
		{"priority", tracker.PriorityFields, priorityBranches},
		{"outcome", tracker.OutcomeFields, outcomeBranches},
		{"member", tracker.MemberFields, memberBranches},
		{"stakeholder", tracker.StakeholderFields, stakeholderBranches},
	} {
		got, plans := count(c.walk)
		if want, wantPlans := want(c.fields); got != want || want == 0 || plans != wantPlans {
			t.Errorf("%s: the walk finds %d dates and people, %d of them plans; the field table has %d and %d", c.name, got, plans, want, wantPlans)
		}
	}
}

// TestLargeTrackerWithBrokenLinks: ten thousand wins of which each names a win
// and a person that do not exist have to be checked while an author waits.
func TestLargeTrackerWithBrokenLinks(t *testing.T) {
	f := newFixture()
	const n = 10_000
	for i := range n {
		w := f.addWin(fmt.Sprintf("2026-%02d-%02d-some-quite-usual-title-%d", i%10+1, i%28+1, i))
		w.Replicates = []tracker.ID{tracker.ID(fmt.Sprintf("2026-%02d-%02d-some-quite-usul-title-%d", i%10+1, i%28+1, (i+1)%n))}
		w.Collaborators = []tracker.Person{tracker.Person(fmt.Sprintf("Someone Else %d", i))}
	}
	tr := f.tracker()
	start := time.Now()
	got := Run(tr, today, nil)
	took := time.Since(start)
	if len(got) < n {
		t.Errorf("%d findings for %d broken links", len(got), n)
	}
	t.Logf("%d wins, %d findings: %v", n, len(got), took)
	if took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

func BenchmarkRun(b *testing.B) {
	f := newFixture()
	for i := range 10_000 {
		f.addWin(fmt.Sprintf("2026-%02d-%02d-title-%d", i%10+1, i%28+1, i))
	}
	tr := f.tracker()
	b.ReportAllocs()
	for b.Loop() {
		if got := Run(tr, today, nil); len(got) != 0 {
			b.Fatal(text(got[:1]))
		}
	}
}

func TestNearestAmongManyFindsASlipInEitherHalf(t *testing.T) {
	f := newFixture()
	for i := range 1000 {
		f.addWin(fmt.Sprintf("2026-%02d-%02d-title-number-%d", i%10+1, i%28+1, i))
	}
	p := newPass(f.tracker(), today)
	for got, want := range map[string]string{
		"2026-01-01-title-numbr-0":  "2026-01-01-title-number-0",
		"2026-01-10-title-number-0": "2026-01-01-title-number-0",
		"nothing-like-it":           "",
	} {
		if id := p.nearest(tracker.KindWin, got); id != want {
			t.Errorf("nearest(%q) = %q, want %q", got, id, want)
		}
	}
}

func TestLooksLikeID(t *testing.T) {
	for s, want := range map[string]bool{
		"maren": true, "inês": true, "j.smith": true, "team-2": true,
		"Maren": false, "maren oduya": false, "田中": false, "Ada (Nurse)": false, "2nd": false, "": false, "ana@example.com": false,
	} {
		if got := looksLikeID(s); got != want {
			t.Errorf("looksLikeID(%q) = %v", s, got)
		}
	}
}

func text(fs []diag.Finding) string {
	var b strings.Builder
	if err := diag.WriteText(&b, &diag.Report{Findings: fs}); err != nil {
		return err.Error()
	}
	return b.String()
}
