package check

import (
	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// recordExamples are of rules that look into one record.
var recordExamples = []example{
	{rule: "win/date-missing", at: "wins/2026-02-15-base.md:1:1", says: "does not say yet on which day",
		bad:  func(f *fixture) { f.win.Date = 0; unmark(&f.win.Origin, "date") },
		good: func(f *fixture) { f.win.Date = 0 /* written, and reported by the loader */ }},
	{rule: "win/date-missing", name: "beside the slip", at: "wins/2026-02-15-base.md:9:3", says: "does not say yet on which day",
		bad: func(f *fixture) {
			f.win.Date = 0
			unmark(&f.win.Origin, "date")
			f.win.Origin.MarkMeant("date", diag.Pos{Line: 9, Column: 3}, diag.Pos{})
		}},
	{rule: "win/date-missing", name: "behind the slip", at: "wins/2026-02-15-base.md:9:7", says: "does not say yet on which day",
		bad: func(f *fixture) {
			f.win.Date = 0
			unmark(&f.win.Origin, "date")
			f.win.Origin.MarkMeant("date", diag.Pos{Line: 9, Column: 3}, diag.Pos{Line: 9, Column: 7})
		}},
	{rule: "win/entered-by-missing", at: "wins/2026-02-15-base.md:1:1", says: "who entered it",
		bad:  func(f *fixture) { f.win.EnteredBy = ""; unmark(&f.win.Origin, "entered_by") },
		good: func(f *fixture) { f.win.EnteredBy = "BEN" }},
	{rule: "win/title-missing", at: "wins/2026-02-15-base.md:1:1", says: "no title yet",
		bad:  func(f *fixture) { f.win.Title = "" },
		good: func(f *fixture) { f.win.Title = "A" }},
	{rule: "win/required-missing", at: "wins/2026-02-15-base.md:1:1", says: `leaves "Why it's a win" open`,
		bad:  func(f *fixture) { f.win.Why = tracker.Prose{} },
		good: func(f *fixture) { f.win.Priorities = []tracker.ID{} /* "priorities: []" is an answer */ }},
	{rule: "win/required-missing", name: "list", at: "wins/2026-02-15-base.md:1:1", says: `leaves "Strategic priorities" open`,
		bad: func(f *fixture) { f.win.Priorities = nil; unmark(&f.win.Origin, "priorities") }},
	{rule: "win/required-missing", name: "under the team's own heading", at: "wins/2026-02-15-base.md:1:1", says: `leaves "What makes it one" open`,
		bad: func(f *fixture) {
			f.win.Why = tracker.Prose{}
			f.settings.Labels = map[string]string{"why": "What makes it one"}
		}},
	{rule: "win/required-missing", name: "follow-ups in prose", at: "wins/2026-02-15-base.md:1:1", says: `"Promises and tasks" open`,
		bad: func(f *fixture) {
			f.settings.Required.Win = []string{"follow_ups"}
			f.win.FollowUps = nil
		},
		good: func(f *fixture) {
			f.settings.Required.Win = []string{"follow_ups"}
			f.win.FollowUps, f.win.FollowUpNotes = nil, prose("Ring Lee.")
		}},

	{rule: "intake/title-missing", at: "intakes/course.md:1:1", says: "no title yet",
		bad:  func(f *fixture) { f.intake.Title = ""; unmark(&f.intake.Origin, "title") },
		good: func(f *fixture) { f.intake.Title = "" /* written, and reported by the loader */ }},
	{rule: "intake/request-missing", at: "intakes/course.md:1:1", says: "what was asked for",
		bad:  func(f *fixture) { f.intake.Request = tracker.Prose{} },
		good: func(f *fixture) { f.intake.Request = prose("?") }},
	{rule: "intake/stakeholder-missing", at: "intakes/course.md:1:1", says: "who asked",
		bad:  func(f *fixture) { f.intake.Stakeholder = ""; unmark(&f.intake.Origin, "stakeholder") },
		good: func(f *fixture) { f.intake.Stakeholder = "Noor Haddad (Depot manager)" }},
	{rule: "intake/requested-on-missing", at: "intakes/course.md:1:1", says: "on which day it came",
		bad:  func(f *fixture) { f.intake.RequestedOn = 0; unmark(&f.intake.Origin, "requested_on") },
		good: func(f *fixture) { f.intake.RequestedOn = f.intake.AgreedOn }},
	{rule: "intake/status-missing", at: "intakes/course.md:1:1", says: "where it stands",
		bad:  func(f *fixture) { f.waiting(""); unmark(&f.intake.Origin, "status") },
		good: func(f *fixture) { f.waiting(tracker.StatusRequested) }},
	{rule: "intake/required-missing", at: "intakes/course.md:1:1", says: `leaves "Arrived as" open`,
		bad:  func(f *fixture) { f.intake.ArrivedAs = ""; unmark(&f.intake.Origin, "arrived_as") },
		good: func(f *fixture) { f.intake.ArrivedAs = "" /* written, and reported by the loader */ }},
	{rule: "intake/required-missing", name: "contract question", at: "intakes/course.md:1:1", says: `leaves "Own" open`,
		bad: func(f *fixture) { f.settings.Required.Intake = []string{"own", "title"} },
		good: func(f *fixture) {
			f.settings.Required.Intake = []string{"own"}
			f.intake.Contract.Own = prose("The huddle.")
		}},

	{rule: "intake/required-missing", name: "day of an answer alone", at: "intakes/course.md:9:3", says: `leaves "Own" open`,
		bad: func(f *fixture) {
			f.settings.Required.Intake = []string{"own"}
			f.intake.Contract.Own.On = today
			mark(&f.intake.Origin, "own", 9)
		}},

	{rule: "intake/agreed-on-missing", at: "intakes/course.md:6:1", says: `status is "agreed"`,
		bad: func(f *fixture) {
			f.intake.Status, f.intake.AgreedOn = tracker.StatusAgreed, 0
			unmark(&f.intake.Origin, "agreed_on")
		},
		good: func(f *fixture) { f.waiting(tracker.StatusExploring) }},
	{rule: "intake/delivered-on-missing", at: "intakes/course.md:6:1", says: `status is "delivered"`,
		bad:  func(f *fixture) { f.intake.Status = tracker.StatusDelivered },
		good: func(f *fixture) { f.intake.Status, f.intake.DeliveredOn = tracker.StatusDelivered, f.intake.AgreedOn }},
	{rule: "intake/delivered-on-missing", name: "behind the slip", at: "intakes/course.md:9:12", says: `status is "delivered"`,
		bad: func(f *fixture) {
			f.intake.Status = tracker.StatusDelivered
			f.intake.Origin.MarkMeant("delivered_on", diag.Pos{Line: 9, Column: 1}, diag.Pos{Line: 9, Column: 12})
		}},
	{rule: "intake/verdict-missing", at: "intakes/course.md:6:1", says: "verdict is not written down yet",
		bad:  func(f *fixture) { f.evaluated().Verdict = ""; unmark(&f.intake.Origin, "verdict") },
		good: func(f *fixture) { f.evaluated().Verdict = tracker.VerdictUnknown }},
	{rule: "intake/verdict-early", at: "intakes/course.md:13:3", says: `a verdict ("changed")`,
		bad:  func(f *fixture) { f.evaluated().Status = tracker.StatusDelivered },
		good: func(f *fixture) { f.evaluated() }},
	{rule: "intake/reason-missing", at: "intakes/course.md:6:1", says: `status is "waitlisted"`,
		bad:  func(f *fixture) { f.waiting(tracker.StatusWaitlisted) },
		good: func(f *fixture) { f.waiting(tracker.StatusDeclined).Reason = prose("A card does it.") }},
	{rule: "intake/status-behind", at: "intakes/course.md:6:1", says: "it was delivered on 2026-03-01", hints: "delivered",
		bad:  func(f *fixture) { f.intake.DeliveredOn = day("2026-03-01") },
		good: func(f *fixture) { f.intake.Status, f.intake.Reason = tracker.StatusWithdrawn, prose("They merged.") }},
	{rule: "intake/status-behind", name: "agreement", at: "intakes/course.md:6:1", says: "it was agreed on 2026-01-20", hints: "agreed",
		bad: func(f *fixture) { f.waiting(tracker.StatusExploring).AgreedOn = day("2026-01-20") }},
	{rule: "intake/nobody-owns", at: "intakes/course.md:6:1", says: "nobody in the business has taken on a part",
		bad: func(f *fixture) { f.intake.Commitments = nil },
		good: func(f *fixture) {
			f.intake.Commitments = nil
			f.intake.ProceedingBecause = prose("The audit is in April.")
		}},
	{rule: "intake/nobody-owns", name: "incomplete", at: "intakes/course.md:9:3", says: "has no day yet",
		bad: func(f *fixture) { f.intake.Commitments[0].By = 0; mark(&f.intake.Origin, "commitments[0]", 9) },
		good: func(f *fixture) {
			f.intake.Commitments = append([]tracker.Promise{{What: "Tell the shift"}}, f.intake.Commitments...)
		}},
	{rule: "intake/nobody-owns", name: "not before building, nor where the law asks", at: "intakes/course.md:6:1", says: "nobody",
		bad: func(f *fixture) { f.evaluated().Commitments = nil },
		good: func(f *fixture) {
			f.intake.Commitments, f.intake.Mandated = nil, true
			f.addIntake("other").Commitments = nil
			f.intakes[1].Status = tracker.StatusAgreed
		}},
	{rule: "intake/missing-unnamed", at: "intakes/course.md:13:3", says: `verdict is "no-change"`,
		bad:  func(f *fixture) { f.evaluated().Verdict = tracker.VerdictNoChange },
		good: func(f *fixture) { f.evaluated().Verdict = tracker.VerdictWorse; mark(&f.intake.Origin, "missing", 14) }},

	{rule: "date/in-future", at: "wins/2026-02-15-base.md:2:1", says: `"2027-02-15" has not come yet.`, hints: "2026-02-15",
		bad: func(f *fixture) {
			f.win.Date, f.win.FollowUps, f.priority.To, f.ana.To = day("2027-02-15"), nil, today, today
		},
		good: func(f *fixture) {
			f.win.Date = today
			f.win.FollowUps[0].By, f.win.FollowUps[0].Moved = day("2026-12-24"), []tracker.Move{{To: day("2027-01-15"), On: today}}
			f.intake.Logistics.NeededBy = day("2027-03-01")
		}},
	{rule: "date/in-future", name: "deep", at: "wins/2026-02-15-base.md:8:3", says: "has not come yet", hints: "2025-12-24",
		bad: func(f *fixture) {
			f.win.NoticedBy = []tracker.Notice{{Who: "lee", On: day("2026-11-22")}, {Who: "lee", On: day("2028-12-24")}}
			mark(&f.win.Origin, "noticed_by[1].on", 8)
		}},
	{rule: "date/in-future", name: "answer", at: "intakes/course.md:8:3", says: "has not come yet",
		bad: func(f *fixture) {
			f.intake.Contract.Own = tracker.Prose{Text: "The huddle.", On: day("2026-11-23")}
			mark(&f.intake.Origin, "own.on", 8)
		}},
	{rule: "date/in-future", name: "leap day", at: "wins/2026-02-15-base.md:9:3", says: "2028-02-29",
		bad: func(f *fixture) {
			f.win.SharedOn = []tracker.Date{day("2028-02-29")}
			mark(&f.win.Origin, "shared_on[0]", 9)
		}},
	{rule: "win/undone-before", at: "wins/2026-02-15-base.md:9:3", says: "came undone on 2026-02-13, 2 days earlier",
		bad:  func(f *fixture) { f.win.Undone.On = day("2026-02-13"); mark(&f.win.Origin, "undone.on", 9) },
		good: func(f *fixture) { f.win.Undone = tracker.Undone{On: f.win.Date, Why: "They switched it off."} }},
	{rule: "win/before-start", at: "strategy.yaml:3:1", says: "2 wins lie before the day that the tracker started (2026-02-16), the first on 2026-02-14", hints: "2026-02-14",
		bad: func(f *fixture) {
			f.settings.StartedOn = day("2026-02-16")
			f.addWin("early").Date = day("2026-02-14")
		},
		good: func(f *fixture) { f.settings.StartedOn = f.win.Date }},
	{rule: "intake/agreed-before-requested", at: "intakes/course.md:7:1", says: "agreed on 2026-01-09, 1 day earlier",
		bad:  func(f *fixture) { f.intake.AgreedOn = day("2026-01-09") },
		good: func(f *fixture) { f.intake.AgreedOn = f.intake.RequestedOn }},
	{rule: "intake/delivered-before-agreed", at: "intakes/course.md:12:3", says: "delivered on 2026-01-31, 1 day earlier",
		bad:  func(f *fixture) { f.evaluated().DeliveredOn = day("2026-01-31") },
		good: func(f *fixture) { f.evaluated().DeliveredOn = day("2026-02-01") }},
	{rule: "intake/delivered-before-agreed", name: "no agreement", at: "intakes/course.md:12:3", says: "The request came on 2026-01-10",
		bad: func(f *fixture) { f.evaluated().AgreedOn = 0; f.intake.DeliveredOn = day("2026-01-09") }},

	{rule: "promise/what-missing", at: "wins/2026-02-15-base.md:5:1", says: "what was promised",
		bad:  func(f *fixture) { f.win.FollowUps[0].What = "" },
		good: func(f *fixture) { f.win.FollowUps = []tracker.Promise{{What: "Ring Lee"}} }},
	{rule: "promise/kept-late", at: "wins/2026-02-15-base.md:5:1", says: "closed on 2026-03-05, 3 days after its day", hints: "late",
		bad: func(f *fixture) { promise(f, tracker.PromiseKept, "2026-03-05") },
		good: func(f *fixture) {
			promise(f, tracker.PromiseKept, "2026-03-05").Moved = []tracker.Move{{To: day("2026-03-05"), On: day("2026-03-01")}}
		}},
	{rule: "promise/late-in-time", name: "moved in time", at: "wins/2026-02-15-base.md:5:1", says: "its day was 2026-03-09", hints: "kept",
		bad: func(f *fixture) {
			promise(f, tracker.PromiseLate, "2026-03-05").Moved = []tracker.Move{{To: day("2026-03-09"), On: day("2026-03-02")}}
		}},
	{rule: "promise/moved-after-due", name: "and said to be late", at: "wins/2026-02-15-base.md:5:1", says: "1 day after its day had passed",
		bad: func(f *fixture) { // which is no other finding
			promise(f, tracker.PromiseLate, "2026-03-05").Moved = []tracker.Move{{To: day("2026-03-09"), On: day("2026-03-03")}}
		}},
	{rule: "promise/late-in-time", at: "wins/2026-02-15-base.md:5:1", says: "its day was 2026-03-02", hints: "kept",
		bad:  func(f *fixture) { promise(f, tracker.PromiseLate, "2026-03-02") },
		good: func(f *fixture) { promise(f, tracker.PromiseLate, "2026-03-03") }},
	{rule: "promise/closed-but-open", at: "wins/2026-02-15-base.md:5:1", says: `marked "open", but it was closed`,
		bad:  func(f *fixture) { promise(f, tracker.PromiseOpen, "2026-03-01") },
		good: func(f *fixture) { promise(f, "", "2026-03-01") }},
	{rule: "promise/closed-before-record", at: "wins/2026-02-15-base.md:5:1", says: "closed on 2026-02-14, 1 day before this record begins",
		bad:  func(f *fixture) { promise(f, "", "2026-02-14") },
		good: func(f *fixture) { promise(f, "", "2026-02-15") }},
	{rule: "promise/moved-nowhere", at: "wins/2026-02-15-base.md:5:1", says: "the new day is not written down yet",
		bad: func(f *fixture) { f.win.FollowUps[0].State = tracker.PromiseMoved },
		good: func(f *fixture) {
			f.win.FollowUps[0].State = tracker.PromiseMoved
			f.win.FollowUps[0].Moved = []tracker.Move{{To: day("2026-03-20"), On: day("2026-03-02")}}
		}},
	{rule: "promise/moved-nowhere", name: "half", at: "wins/2026-02-15-base.md:5:1", says: "the day on which that was agreed",
		bad: func(f *fixture) { f.win.FollowUps[0].Moved = []tracker.Move{{To: day("2026-03-20")}} }},
	{rule: "promise/moved-after-due", at: "wins/2026-02-15-base.md:5:1", says: "moved on 2026-03-04, 2 days after its day had passed (2026-03-02)",
		bad: func(f *fixture) {
			f.win.FollowUps[0].Moved = []tracker.Move{{To: day("2026-03-20"), On: day("2026-03-04")}}
		},
		good: func(f *fixture) {
			f.win.FollowUps[0].Moved = []tracker.Move{{To: day("2026-03-20"), On: day("2026-03-02")}, {To: day("2026-04-01"), On: day("2026-03-19")}}
		}},
	{rule: "promise/wrong-side", at: "intakes/course.md:9:3", says: `"ben" is in the L&D team`,
		bad: func(f *fixture) {
			f.intake.Commitments = append(f.intake.Commitments, tracker.Promise{What: "Coach", Who: "ben"})
			mark(&f.intake.Origin, "commitments[1].who", 9)
		},
		good: func(f *fixture) { f.intake.Promises = []tracker.Promise{{What: "Coach", Who: "ben", To: "lee"}} }},
	{rule: "promise/wrong-side", name: "L&D", at: "strategy.yaml:65:1", says: `"lee" is a stakeholder`,
		bad: func(f *fixture) { f.lee.Promises[0].Who = "lee" }},
	{rule: "promise/wrong-side", name: "follow-up", at: "wins/2026-02-15-base.md:9:3", says: `stands among the follow-ups of L&D, but "lee" is a stakeholder`,
		bad:  func(f *fixture) { f.win.FollowUps[0].Who = "lee"; mark(&f.win.Origin, "follow_ups[0].who", 9) },
		good: func(f *fixture) { f.win.FollowUps[0].Who, f.win.FollowUps[0].To = "lee", "" /* a task */ }},
	{rule: "promise/wrong-side", name: "someone outside", at: "intakes/course.md:9:3", says: `"Noor Haddad (Depot manager)" is nobody of the L&D team`,
		bad: func(f *fixture) {
			f.intake.Promises = []tracker.Promise{{What: "Free the shift", Who: "Noor Haddad (Depot manager)"}}
			mark(&f.intake.Origin, "promises[0].who", 9)
		},
		good: func(f *fixture) {
			f.win.FollowUps[0].Who = "Noor Haddad (Depot manager)"
			f.win.FollowUps[0].To = ""
			f.intake.Promises = []tracker.Promise{{What: "Send the draft", Who: "ana-maria"}}
		}},

	{rule: "date/implausible-year", at: "wins/2026-02-15-base.md:2:1", says: `"0206-02-15" lies before 1970`, hints: "2026-02-15",
		bad: func(f *fixture) { f.win.Date = day("0206-02-15") },
		good: func(f *fixture) {
			f.settings.StartedOn = day("1970-01-01")
			f.priority.To, f.ana.From = day("2126-11-22"), day("1970-01-01")
		}},
	{rule: "date/implausible-year", name: "ahead", at: "intakes/course.md:5:1", says: `"2206-01-10" lies more than 100 years ahead`, hints: "2026-01-10",
		bad: func(f *fixture) { f.intake.RequestedOn = day("2206-01-10") }},
	{rule: "date/implausible-year", name: "of nothing near", at: "strategy.yaml:13:1", says: `"9999-12-31" lies more`,
		bad: func(f *fixture) { f.priority.To = day("9999-12-31") }},
	{rule: "date/implausible-year", name: "that could be two", at: "strategy.yaml:53:1", says: `"0206-01-01" lies before 1970`,
		bad: func(f *fixture) { f.settings.StartedOn, f.ben.From = day("2010-01-01"), day("0206-01-01") }},
	{rule: "date/implausible-year", name: "of a promise", at: "wins/2026-02-15-base.md:5:1", says: "lies before 1970", hints: "2026-03-01",
		bad: func(f *fixture) { promise(f, tracker.PromiseKept, "1026-03-01") }},
	{rule: "date/implausible-year", name: "of a reading", at: "strategy.yaml:27:1", says: "lies before 1970", hints: "2025-06-30",
		bad: func(f *fixture) { f.outcome.Readings[1].Date = day("1925-06-30") }},
	{rule: "date/implausible-year", name: "of the start", at: "strategy.yaml:3:1", says: "lies more", hints: "2025-01-06",
		bad: func(f *fixture) { f.settings.StartedOn = day("2225-01-06") }},

	{rule: "measure/not-a-shift", at: "intakes/course.md:9:3", says: `looks at "reaction"`,
		bad: func(f *fixture) { measured(f, tracker.LevelReaction) },
		good: func(f *fixture) {
			measured(f, tracker.LevelBehaviour)
			f.addIntake("early").Measure.Level = tracker.LevelActivity
			f.intakes[1].Status, f.intakes[1].AgreedOn = tracker.StatusExploring, 0
		}},
	{rule: "measure/not-a-shift", name: "of an outcome", at: "strategy.yaml:23:1", says: `looks at "activity"`,
		bad:  func(f *fixture) { f.outcome.Measure.Level = tracker.LevelActivity },
		good: func(f *fixture) { f.outcome.Measure.Level = tracker.LevelBehaviour }},
	{rule: "measure/not-a-shift", name: "but not once somebody has looked", at: "intakes/course.md:9:3", says: `looks at "learning"`,
		bad:  func(f *fixture) { measured(f, tracker.LevelLearning) },
		good: func(f *fixture) { f.evaluated(); measured(f, tracker.LevelLearning).Target = tracker.Number{} }},
	{rule: "measure/incomplete", at: "intakes/course.md:8:3", says: `"Quotes" has no target yet`,
		bad:  func(f *fixture) { measured(f, tracker.LevelResult).Target = tracker.Number{} },
		good: func(f *fixture) { measured(f, tracker.LevelResult).Target = known(0) }},
	{rule: "measure/incomplete", name: "outcome", at: "strategy.yaml:23:1", says: "neither a baseline nor a target",
		bad: func(f *fixture) {
			f.outcome.Measure.Baseline, f.outcome.Measure.Target = tracker.Number{}, tracker.Number{}
		},
		good: func(f *fixture) { f.outcome.Measure = tracker.Measure{} }},
	{rule: "measure/against-direction", at: "strategy.yaml:24:1", says: `is "down", but the target (75) lies the other way from the baseline (61)`,
		bad:  func(f *fixture) { f.outcome.Measure.Direction = "down" },
		good: func(f *fixture) { f.outcome.Measure.Target = known(61) }},
	{rule: "reading/date-missing", at: "strategy.yaml:25:1", says: "Reading 3 does not say yet",
		bad: func(f *fixture) { f.outcome.Readings = append(f.outcome.Readings, tracker.Reading{Value: known(1)}) },
		good: func(f *fixture) {
			f.outcome.Readings = append(f.outcome.Readings, tracker.Reading{Date: day("2026-09-30"), Note: "No figure."})
		}},
	{rule: "reading/day-twice", at: "strategy.yaml:27:1", says: "two readings of 2026-03-31",
		bad:  func(f *fixture) { f.outcome.Readings[1].Date = day("2026-03-31") },
		good: func(f *fixture) { f.outcome.Readings[1].Date = day("2026-03-30") /* any order is fine */ }},
}

// promise closes the win's follow-up, which was due on 2026-03-02.
func promise(f *fixture, state tracker.PromiseState, closed string) *tracker.Promise {
	p := &f.win.FollowUps[0]
	p.State, p.Closed = state, day(closed)
	return p
}

func measured(f *fixture, level tracker.Level) *tracker.Measure {
	f.intake.Measure = tracker.Measure{Name: "Quotes", Level: level, Baseline: known(2), Target: known(5)}
	mark(&f.intake.Origin, "measure", 8)
	mark(&f.intake.Origin, "measure.level", 9)
	return &f.intake.Measure
}
