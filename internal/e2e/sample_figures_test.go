package e2e

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/check"
	"smallwins/internal/content"
	"smallwins/internal/diag"
	"smallwins/internal/insight"
	"smallwins/internal/tracker"
)

// The figures that the sample tracker was written to have. They hold in both
// editions unless a test says otherwise.

func TestSampleHasNothingToMend(t *testing.T) {
	tr, findings := load(t, os.DirFS(repository))
	findings = append(findings, check.Run(tr, date(t, "2026-11-22"), content.Rules)...)
	for _, f := range findings {
		if f.Severity >= diag.Warning {
			t.Errorf("%v: %s", f.Severity, f.Message)
		}
	}
	if want := (tracker.Census{Found: 50, Published: 50}); tr.Census != want {
		t.Errorf("census is %+v, want %+v", tr.Census, want)
	}
}

func TestSampleWins(t *testing.T) {
	eachEdition(t, func(t *testing.T, f *insight.Figures) {
		byQuarter := map[string]int{}
		byStage := map[tracker.Stage]int{}
		for _, w := range f.Tracker.Wins {
			byQuarter[f.Tracker.Quarter(w.Date).String()]++
			byStage[w.StageOr()]++
		}
		equal(t, "wins by quarter", byQuarter, map[string]int{
			"2025-Q1": 2, "2025-Q2": 4, "2025-Q3": 5, "2025-Q4": 7, "2026-Q1": 9, "2026-Q2": 9})
		equal(t, "wins by the stage they were written with", byStage, map[tracker.Stage]int{
			tracker.Spark: 12, tracker.Agreed: 9, tracker.InPlace: 10, tracker.Showing: 5})

		standing := map[string]int{}
		for _, s := range f.ByStage(f.Tracker.Wins) {
			standing[string(s.Stage)] = len(s.Wins)
		}
		equal(t, "wins by stage, those that came undone apart", standing, map[string]int{
			"spark": 12, "agreed": 9, "in-place": 8, "showing": 5, "": 2})
	})
}

func TestSampleCoverage(t *testing.T) {
	eachEdition(t, func(t *testing.T, f *insight.Figures) {
		c := f.Coverage
		got := map[tracker.ID]int{}
		twice := 0
		for _, pc := range c.Priorities {
			got[pc.Priority.ID] = len(pc.Wins)
		}
		for _, w := range c.Wins {
			if len(w.Priorities) == 2 {
				twice++
			}
		}
		equal(t, "links by priority", got, map[tracker.ID]int{
			"ramp-sales": 9, "resolve-first": 9, "right-first-load": 8, "keep-supervisors": 2, "tms-adoption": 6})
		equal(t, "links", c.Links, 34)
		equal(t, "linked", c.Linked, insight.Ratio{N: 31, D: 36})
		equal(t, "linked twice", twice, 3)
		equal(t, "unlinked", len(c.Unlinked), 5)
		equal(t, "unlinked in the chain", len(f.Chain.Unlinked), 5)
		equal(t, "outcomes that a win leads to", f.Chain.Reached, insight.Ratio{N: 3, D: 4})
		if len(c.Excluded) > 0 {
			t.Errorf("%d wins are left out of the coverage", len(c.Excluded))
		}
	})
}

func TestSamplePosture(t *testing.T) {
	eachEdition(t, func(t *testing.T, f *insight.Figures) {
		p := f.Posture
		equal(t, "partnered, first half", p.Early.Of(insight.Partnered), insight.Ratio{N: 1, D: 7})
		equal(t, "partnered, second half", p.Late.Of(insight.Partnered), insight.Ratio{N: 4, D: 6})
		equal(t, "not agreed, first half", p.Early.Of(insight.NotAgreed), insight.Ratio{N: 1, D: 7})
		equal(t, "not agreed, second half", p.Late.Of(insight.NotAgreed), insight.Ratio{N: 2, D: 6})
		equal(t, "trend", p.Trend, true)
		equal(t, "headline", p.Headline(), "Partnered requests went from 1 of 7 to 4 of 6")
		equal(t, "left out of posture", excludedIntakes(p.Excluded), []tracker.ID{i02})

		solutionsEarly, solutionsLate := f.Arrivals.Solutions()
		equal(t, "solutions, first half", solutionsEarly, insight.Ratio{N: 7, D: 7})
		equal(t, "solutions, second half", solutionsLate, insight.Ratio{N: 2, D: 6})
		equal(t, "left out of arrivals", excludedIntakes(f.Arrivals.Excluded), []tracker.ID{i02})
	})
}

func excludedIntakes(list []insight.Excluded) []tracker.ID {
	var ids []tracker.ID
	for _, x := range list {
		ids = append(ids, x.Intake.ID)
	}
	return ids
}

func TestSampleVerdicts(t *testing.T) {
	eachEdition(t, func(t *testing.T, f *insight.Figures) {
		d := f.Delivered
		equal(t, "evaluated", len(d.Evaluated), 8)
		equal(t, "changed", d.Count(tracker.VerdictChanged), 3)
		equal(t, "partly", d.Count(tracker.VerdictPartly), 2)
		equal(t, "no change", d.Count(tracker.VerdictNoChange), 3)
		equal(t, "nothing changed", d.NothingChanged, insight.Ratio{N: 3, D: 8})
		if len(d.Flagged) > 0 {
			t.Errorf("the verdict of %s is flagged", d.Flagged[0].Intake.ID)
		}
		var looked, waiting []tracker.ID
		for _, w := range d.Waiting {
			waiting = append(waiting, w.Intake.ID)
			if w.Past {
				looked = append(looked, w.Intake.ID)
			}
		}
		equal(t, "waiting for somebody to look", waiting, []tracker.ID{i02, "2026-02-10-supervisors-leaving"})
		equal(t, "nobody looked", looked, []tracker.ID{i02})

		o := f.Ownership
		equal(t, "evaluated with and without an owner", [2]int{o.Owned, o.Unowned}, [2]int{4, 4})
		equal(t, "ownership", o.Headline(), "Not enough data yet: 4 owned cases and 4 without; it takes 5 of each")
	})
}

func TestSamplePromises(t *testing.T) {
	eachEdition(t, func(t *testing.T, f *insight.Figures) {
		p := f.Promises
		type counts struct{ Kept, Late, Missed, Overdue, NotKept, Released, Open, Total int }
		business := counts{Kept: 4, Late: 1, Missed: 2, Open: 1, Total: 8}
		if f.Tracker.Edition == tracker.LeadersEdition { // how they were not kept is the team's to know
			business = counts{Kept: 4, NotKept: 3, Open: 1, Total: 8}
		}
		for _, tt := range []struct {
			group *insight.PromiseGroup
			want  counts
			ratio insight.Ratio
		}{
			{&p.All, counts{Kept: 15, Late: 3, Missed: 2, Released: 1, Open: 1, Total: 22}, insight.Ratio{N: 15, D: 20}},
			{&p.Small, counts{Kept: 12, Late: 2, Missed: 1, Released: 1, Open: 1, Total: 17}, insight.Ratio{N: 12, D: 15}},
			{&p.Big, counts{Kept: 3, Late: 1, Missed: 1, Total: 5}, insight.Ratio{N: 3, D: 5}},
			{&p.Business, business, insight.Ratio{N: 4, D: 7}},
		} {
			g := tt.group
			equal(t, g.Label, counts{len(g.Kept), len(g.Late), len(g.Missed), len(g.Overdue), len(g.NotKept), len(g.Released), len(g.Open), g.Total()}, tt.want)
			equal(t, g.Label, g.Ratio, tt.ratio)
			equal(t, g.Label+" missing", g.Missing, "")
		}
	})
}

// i02 is the mandated intake, which posture and arrivals leave out.
const i02 = "2025-02-03-annual-safety-module"

// sampleIntakes is the table of intakes, I01 to I14 in their order.
var sampleIntakes = []struct {
	id       tracker.ID
	arrived  tracker.Arrival
	answered int
	marks    int
	status   tracker.Status
	verdict  tracker.Verdict
	position insight.Position
}{
	{"2025-01-20-sales-negotiation-course", "solution", 0, 0, "evaluated", "no-change", insight.OrderTaken},
	{i02, "solution", 1, 0, "delivered", "", ""},
	{"2025-02-04-care-product-elearning", "solution", 2, 0, "evaluated", "partly", insight.Cracked},
	{"2025-04-07-transport-system-course", "solution", 3, 1, "evaluated", "no-change", insight.Cracked},
	{"2025-04-22-manager-bootcamp", "solution", 3, 1, "evaluated", "no-change", insight.Cracked},
	{"2025-05-02-warehouse-induction-video", "solution", 4, 1, "evaluated", "partly", insight.Cracked},
	{"2025-07-08-objections-elearning", "solution", 6, 3, "evaluated", "changed", insight.Partnered},
	{"2025-09-02-budgeting-course", "solution", 4, 1, "redirected", "", insight.NotAgreed},
	{"2025-10-14-care-search-takes-too-long", "problem", 7, 4, "evaluated", "changed", insight.Partnered},
	{"2025-11-05-train-everyone-again", "solution", 1, 0, "withdrawn", "", insight.NotAgreed},
	{"2026-01-07-loading-errors", "problem", 8, 4, "evaluated", "changed", insight.Partnered},
	{"2026-02-10-supervisors-leaving", "problem", 7, 4, "delivered", "", insight.Partnered},
	{"2026-04-07-plan-phase-two", "invitation", 6, 3, "building", "", insight.Partnered},
	{"2026-04-20-motivational-day", "solution", 2, 0, "declined", "", insight.NotAgreed},
}

func TestSampleIntakes(t *testing.T) {
	eachEdition(t, func(t *testing.T, f *insight.Figures) {
		equal(t, "intakes", len(f.Contracts), len(sampleIntakes))
		for _, want := range sampleIntakes {
			c := f.ContractOf(want.id)
			if c == nil {
				t.Errorf("there is no intake %s", want.id)
				continue
			}
			equal(t, string(want.id)+": answered", c.Answered(), insight.Ratio{N: want.answered, D: 8})
			equal(t, string(want.id)+": marks", c.MarksHeld(), insight.Ratio{N: want.marks, D: 4})
			equal(t, string(want.id)+": arrived", c.Intake.ArrivedAs, want.arrived)
			equal(t, string(want.id)+": status", c.Intake.Status, want.status)
			equal(t, string(want.id)+": verdict", c.Intake.Verdict, want.verdict)
			equal(t, string(want.id)+": position", c.Position, want.position)
		}
	})
}

func TestSampleStories(t *testing.T) {
	eachEdition(t, func(t *testing.T, f *insight.Figures) {
		gap := -1.0
		for i, want := range []struct {
			id       tracker.ID
			readings []float64
			movement insight.Movement
			lastStep insight.Movement
			missing  string
		}{
			{"planning-cycles", []float64{0, 0, 1, 1, 2, 3}, insight.MovedWanted, insight.MovedWanted, ""},
			{"first-contact", []float64{61, 61, 62, 66, 69, 71}, insight.MovedWanted, insight.MovedWanted, ""},
			{"loading-errors", []float64{9.4, 9.6, 9.1, 8.0, 7.2, 7.5}, insight.MovedWanted, insight.MovedOther, ""},
			{"margin", []float64{11.8, 11.6, gap, 12.1, 12.0, 12.3}, insight.MovedWanted, insight.MovedWanted, "no priority or win points to it"},
		} {
			s := f.Stories[i]
			var readings []float64
			for _, r := range s.Readings {
				v := gap
				if r.Value.Known {
					v = r.Value.Value
				}
				readings = append(readings, v)
			}
			equal(t, "outcome", s.Outcome.ID, want.id)
			gaps := 0
			for _, v := range want.readings {
				gaps += one01(v == gap)
			}
			equal(t, string(want.id)+": readings", readings, want.readings)
			equal(t, string(want.id)+": readings with and without a value", [2]int{len(s.Known), len(s.Gaps)}, [2]int{len(want.readings) - gaps, gaps})
			equal(t, string(want.id)+": movement", s.Movement, want.movement)
			equal(t, string(want.id)+": last step", s.LastStep, want.lastStep)
			equal(t, string(want.id)+": missing", s.Missing, want.missing)
			if (s.Grade == "") != (want.missing != "") {
				t.Errorf("%s: evidence grade is %q", want.id, s.Grade)
			}
		}
	})
}

func TestSampleVoices(t *testing.T) {
	eachEdition(t, func(t *testing.T, f *insight.Figures) {
		now := f.Voices.Now
		equal(t, "quarter", now.Quarter.String(), "2026-Q2")
		equal(t, "wins", now.Wins, 9)
		equal(t, "roles", now.Ratio, insight.Ratio{N: 7, D: 8})
		if slices.ContainsFunc(now.Heard, func(r insight.RoleVoice) bool { return r.Role == "Media developer" }) {
			t.Error("the media developer counts as heard")
		}
	})
}

func equal[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}
