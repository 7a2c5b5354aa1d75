package check

import (
	"slices"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var today = day("2026-11-22")

func day(s string) tracker.Date {
	d, err := tracker.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func prose(s string) tracker.Prose {
	return tracker.Prose{Source: s, HTML: "<p>" + s + "</p>", Text: s}
}

func known(v float64) tracker.Number { return tracker.Number{Value: v, Known: true} }

// fixture is a small tracker in which nothing is wrong. An example changes one
// thing, and marks the line of whatever it writes.
type fixture struct {
	settings     tracker.Settings
	priority     *tracker.Priority
	outcome      *tracker.Outcome
	ana, ben     *tracker.Member
	lee          *tracker.Stakeholder
	win          *tracker.Win
	intake       *tracker.Intake
	priorities   []*tracker.Priority
	outcomes     []*tracker.Outcome
	team         []*tracker.Member
	stakeholders []*tracker.Stakeholder
	wins         []*tracker.Win
	intakes      []*tracker.Intake
	unread       map[tracker.Kind]map[tracker.ID]bool
}

func newFixture() *fixture {
	f := &fixture{settings: tracker.Defaults()}
	f.settings.Origin = origin("strategy.yaml", 2, "title", "started_on", "language")
	f.settings.StartedOn = day("2025-01-06")
	f.settings.Required = tracker.Required{Win: []string{"why", "priorities"}, Intake: []string{"arrived_as"}}

	f.priority = &tracker.Priority{
		Origin: origin("strategy.yaml", 10, "id", "title", "from", "to", "outcomes"),
		ID:     "faster", Title: "Answer faster", From: day("2025-01-06"), To: day("2027-12-31"), Outcomes: []tracker.ID{"first-contact"}, Sponsor: "lee",
	}
	f.outcome = &tracker.Outcome{
		Origin: origin("strategy.yaml", 20, "id", "title", "kind", "measure", "measure.direction", "readings", "readings[0].date", "readings[1].date"),
		ID:     "first-contact", Title: "Answered at the first contact",
		Measure:  tracker.Measure{Name: "First contact", Level: tracker.LevelResult, Direction: "up", Baseline: known(61), Target: known(75), By: day("2027-12-31")},
		Readings: []tracker.Reading{{Date: day("2026-03-31"), Value: known(62)}, {Date: day("2026-06-30"), Value: known(64)}},
	}
	f.ana = &tracker.Member{Origin: origin("strategy.yaml", 40, "id", "name", "role", "from", "to", "display"), ID: "ana-maria", Name: "Ana Maria Voss", Role: "L&D lead", From: day("2024-01-01")}
	f.ben = &tracker.Member{Origin: origin("strategy.yaml", 50, "id", "name", "role", "from", "to"), ID: "ben", Name: "Benedikt Okafor", Role: "Analyst", From: day("2025-01-01"), To: day("2026-12-31")}
	f.lee = &tracker.Stakeholder{
		Origin: origin("strategy.yaml", 60, "id", "name", "title", "owner", "promises[0].what", "promises[0].who"), ID: "lee", Name: "Lee Sandoval", Title: "Head of Sales", Owner: "ana-maria",
		Promises: []tracker.Promise{{What: "Visit a depot", Who: "ana-maria", By: day("2026-04-01"), Closed: day("2026-03-30"), State: tracker.PromiseKept}},
	}
	f.priorities, f.outcomes = []*tracker.Priority{f.priority}, []*tracker.Outcome{f.outcome}
	f.team, f.stakeholders = []*tracker.Member{f.ana, f.ben}, []*tracker.Stakeholder{f.lee}

	f.win = f.addWin("2026-02-15-base")
	f.win.Intake = "course"
	f.win.Collaborators = []tracker.Person{"lee", "Priya Nair (Team leader)"}
	f.win.FollowUps = []tracker.Promise{{What: "Send the draft", To: "lee", By: day("2026-03-02")}}
	f.intake = f.addIntake("course")
	return f
}

func (f *fixture) addWin(id string) *tracker.Win {
	w := &tracker.Win{
		Origin: origin("wins/"+id+".md", 2, "date", "entered_by", "priorities", "follow_ups[0]"),
		ID:     tracker.ID(id), Date: day("2026-02-15"), EnteredBy: "ana-maria", Title: "Sales asked us first",
		Why: prose("They usually do not."), Priorities: []tracker.ID{"faster"},
	}
	f.wins = append(f.wins, w)
	return w
}

// addIntake adds one that is being built, with an owner in the business.
func (f *fixture) addIntake(id string) *tracker.Intake {
	in := &tracker.Intake{
		Origin: origin("intakes/"+id+".md", 2, "title", "stakeholder", "owner", "requested_on", "status", "agreed_on", "arrived_as"),
		ID:     tracker.ID(id), Title: "A course", Request: prose("We need a course."), Stakeholder: "lee", Owner: "ben",
		RequestedOn: day("2026-01-10"), Status: tracker.StatusBuilding, AgreedOn: day("2026-02-01"), ArrivedAs: tracker.ArrivedSolution,
		Commitments: []tracker.Promise{{What: "Open each shift with it", Who: "lee", By: day("2026-12-01")}},
	}
	f.intakes = append(f.intakes, in)
	return in
}

// evaluated moves the intake to its end, with all that belongs there.
func (f *fixture) evaluated() *tracker.Intake {
	in := f.intake
	in.Status, in.DeliveredOn, in.Verdict = tracker.StatusEvaluated, day("2026-04-01"), tracker.VerdictChanged
	mark(&in.Origin, "delivered_on", 12)
	mark(&in.Origin, "verdict", 13)
	return in
}

// waiting takes the intake back to where nothing is agreed.
func (f *fixture) waiting(s tracker.Status) *tracker.Intake {
	in := f.intake
	in.Origin = origin(in.Origin.File, 2, "title", "stakeholder", "owner", "requested_on", "status")
	in.Status, in.AgreedOn, in.Commitments = s, 0, nil
	return in
}

func (f *fixture) tracker() *tracker.Tracker {
	t := tracker.New(tracker.Strategy{
		Settings: f.settings, Priorities: f.priorities, Outcomes: f.outcomes, Team: f.team, Stakeholders: f.stakeholders,
	}, f.wins, f.intakes, tracker.Census{})
	t.Unread = f.unread
	return t
}

// origin marks paths on consecutive lines from the given one.
func origin(file string, line int, paths ...string) tracker.Origin {
	o := tracker.NewOrigin(file)
	for i, path := range paths {
		o.Mark(path, diag.Pos{Line: line + i, Column: 1}, diag.Pos{})
	}
	return o
}

func mark(o *tracker.Origin, path string, line int) {
	o.Mark(path, diag.Pos{Line: line, Column: 3}, diag.Pos{})
}

// unmark returns the origin as if the field had not been written. It is made
// anew, since an origin only ever grows.
func unmark(o *tracker.Origin, paths ...string) {
	all := []string{"title", "date", "entered_by", "priorities", "stakeholder", "owner", "requested_on", "status", "agreed_on", "arrived_as",
		"delivered_on", "verdict", "id", "name", "role", "kind", "from", "to", "outcomes"}
	fresh := tracker.NewOrigin(o.File)
	for _, path := range all {
		if o.Wrote(path) && !slices.Contains(paths, path) {
			fresh.Mark(path, o.At(path).Pos, o.At(path).End)
		}
	}
	*o = fresh
}
