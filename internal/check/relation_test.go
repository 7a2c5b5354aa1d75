package check

import "smallwins/internal/tracker"

// relationExamples are of rules about ids, links and people.
var relationExamples = []example{
	{rule: "record/id-duplicate", at: "wins/again/2026-02-15-BASE.md", says: `"2026-02-15-base" and "2026-02-15-BASE" are one name on some computers.`,
		bad: func(f *fixture) {
			f.addWin("2026-02-15-BASE").Origin.File = "wins/again/2026-02-15-BASE.md"
			f.wins[1].Date = day("2026-02-16")
		},
		good: func(f *fixture) { f.addIntake("2026-02-15-base") /* another kind */ }},
	{rule: "record/id-duplicate", name: "composed", at: "wins/cafe\u0301.md", says: "already a win with the file name",
		bad: func(f *fixture) { f.addWin("caf\u00e9"); f.addWin("cafe\u0301").Date = day("2026-02-16") }},
	{rule: "record/id-duplicate", name: "of intakes, in another folder", at: "intakes/old/COURSE.md", says: `"course" and "COURSE" are one name`,
		bad: func(f *fixture) {
			in := f.addIntake("COURSE")
			in.Origin.File, in.RequestedOn = "intakes/old/COURSE.md", day("2026-01-11")
		}},
	{rule: "record/alias-taken", name: "composed", at: "wins/b.md", says: "is the id of another record",
		bad: func(f *fixture) { f.addWin("caf\u00e9"); f.addWin("b").Aliases = []tracker.ID{"CAFE\u0301"} }},
	{rule: "record/alias-taken", at: "wins/b.md:9:3", says: `alias "2026-02-15-base" is the id of another record`,
		bad: func(f *fixture) {
			f.addWin("b").Aliases = []tracker.ID{"2026-02-15-base"}
			mark(&f.wins[1].Origin, "aliases[0]", 9)
		},
		good: func(f *fixture) {
			f.addWin("b").Aliases = []tracker.ID{"old-b", "b"}
			f.win.Replicates = []tracker.ID{"OLD-B"} // resolves without a word
		}},
	{rule: "record/alias-taken", name: "by an alias", at: "intakes/b.md", says: "already an alias",
		bad: func(f *fixture) {
			f.addIntake("b").Aliases = []tracker.ID{"Old"}
			f.intake.Aliases = []tracker.ID{"old"}
			f.intakes[1].RequestedOn = day("2026-01-11")
		}},
	{rule: "strategy/id-duplicate", at: "strategy.yaml:90:1", says: `"faster" and "Faster" are one name on some computers.`,
		bad: func(f *fixture) {
			f.priorities = append(f.priorities, &tracker.Priority{Origin: origin("strategy.yaml", 90, "id"), ID: "Faster", Title: "Again", Outcomes: []tracker.ID{"first-contact"}})
		},
		good: func(f *fixture) { f.outcome.ID, f.priority.Outcomes = "faster", []tracker.ID{"faster"} }},
	{rule: "person/id-shared", at: "strategy.yaml:60:1", says: `id "Ben" is also that of a team member`,
		bad: func(f *fixture) {
			f.lee.ID, f.lee.Promises = "Ben", nil
			f.win.Collaborators, f.win.FollowUps = nil, nil
			f.priority.Sponsor, f.intake.Stakeholder = "", "Noor Haddad (Depot manager)"
			f.intake.Commitments[0].Who = "Noor Haddad (Depot manager)"
		},
		good: func(f *fixture) { f.lee.Name = "Ana Maria Voss" /* two people may share a name */ }},
	{rule: "win/in-wrong-folder", at: "wins/x.md:1:1", says: "written as a request",
		bad: func(f *fixture) {
			f.wins = append(f.wins, &tracker.Win{Origin: tracker.NewOrigin("wins/x.md"), ID: "x", More: []tracker.Note{{Label: "stakeholder"}, {Label: "Requested on"}}})
		},
		good: func(f *fixture) { f.win.More = []tracker.Note{{Label: "stakeholder"}, {Label: "status"}} }},
	{rule: "intake/in-wrong-folder", at: "intakes/x.md:1:1", says: "written as a win",
		bad: func(f *fixture) {
			f.intakes = append(f.intakes, &tracker.Intake{Origin: tracker.NewOrigin("intakes/x.md"), ID: "x", More: []tracker.Note{{Label: "date"}, {Label: "entered_by"}}})
		},
		good: func(f *fixture) { f.intake.More = []tracker.Note{{Label: "date"}, {Label: "why"}} }},

	{rule: "reference/unknown", at: "wins/2026-02-15-base.md:9:3", says: `There is no priority with the short name (id) "fastr"`, hints: "faster",
		bad: func(f *fixture) { f.win.Priorities = []tracker.ID{"fastr"}; mark(&f.win.Origin, "priorities[0]", 9) },
		good: func(f *fixture) {
			f.win.Priorities, f.win.Outcomes = []tracker.ID{"FASTER"}, []tracker.ID{"first-contact"}
		}},
	{rule: "reference/unknown", name: "of which only the beginning was written", at: "wins/2026-02-15-base.md:9:3", says: `no request with the file name "cour"`, hints: "course",
		bad: func(f *fixture) { f.win.Intake = "cour"; mark(&f.win.Origin, "intake", 9) }},
	{rule: "reference/unknown", name: "of another kind", at: "wins/2026-02-15-base.md:4:1", says: `"first-contact" is an outcome, not a priority`,
		bad: func(f *fixture) { f.win.Priorities = []tracker.ID{"first-contact"} }},
	{rule: "reference/unknown", name: "outcome of a priority", at: "strategy.yaml:14:1", says: `no outcome with the short name (id) "profit"`,
		bad: func(f *fixture) { f.priority.Outcomes = []tracker.ID{"profit"} }},
	{rule: "reference/unknown", name: "outcome of a win", at: "wins/2026-02-15-base.md", says: `no outcome with the short name (id) "first-contract"`, hints: "first-contact",
		bad: func(f *fixture) { f.win.Outcomes = []tracker.ID{"first-contract"} }},
	{rule: "reference/unknown", name: "intake by its path", at: "wins/2026-02-15-base.md", says: `not the file name of a request`, hints: "course",
		bad: func(f *fixture) { f.win.Intake = "../intakes/course.md" }},
	{rule: "reference/unknown", name: "win", at: "wins/2026-02-15-base.md", says: `no win with the file name "2026-02-14-other"`, hints: "2026-02-15-other",
		bad: func(f *fixture) { f.addWin("2026-02-15-other"); f.win.Replicates = []tracker.ID{"2026-02-14-other"} },
		good: func(f *fixture) {
			f.win.Replicates, f.win.Intake = []tracker.ID{"Broken"}, "also-broken"
			f.unread = map[tracker.Kind]map[tracker.ID]bool{tracker.KindWin: {"broken": true}, tracker.KindIntake: {"also-broken": true}}
		}},
	{rule: "reference/unknown", name: "in other bytes", at: "wins/2026-02-15-base.md:9:3", says: "looks like the id of a priority, but its letters are stored in another form", hints: "caf\u00e9",
		bad: func(f *fixture) {
			f.priority.ID, f.win.Priorities = "caf\u00e9", []tracker.ID{"Cafe\u0301"}
			mark(&f.win.Origin, "priorities[0]", 9)
		},
		good: func(f *fixture) { f.priority.ID, f.win.Priorities = "caf\u00e9", []tracker.ID{"CAF\u00c9"} }},
	{rule: "reference/duplicate", at: "wins/2026-02-15-base.md:9:3", says: `"Faster" stands in this list twice`,
		bad: func(f *fixture) {
			f.win.Priorities = []tracker.ID{"faster", "Faster"}
			mark(&f.win.Origin, "priorities[1]", 9)
		},
		good: func(f *fixture) { f.addWin("2026-02-15-b") /* the same priority in two records */ }},
	{rule: "win/replicates-itself", at: "wins/2026-02-15-base.md", says: "repeats itself",
		bad:  func(f *fixture) { f.win.Replicates, f.win.Aliases = []tracker.ID{"old"}, []tracker.ID{"old"} },
		good: func(f *fixture) { f.addWin("b"); f.win.Replicates = []tracker.ID{"b"} }},
	{rule: "win/replicates-later", at: "wins/2026-02-15-base.md", says: "which happened later, on 2026-02-16",
		bad: func(f *fixture) {
			f.addWin("b").Date = day("2026-02-16")
			f.win.Replicates = []tracker.ID{"b"}
		},
		good: func(f *fixture) {
			f.addWin("b").Date = day("2026-02-14")
			f.win.Replicates = []tracker.ID{"b"}
		}},
	{rule: "win/priority-inactive", at: "wins/2026-02-15-base.md:4:1", says: `(2026-02-15) "faster" was no priority: it began on 2026-02-16`,
		bad:  func(f *fixture) { f.priority.From = day("2026-02-16") },
		good: func(f *fixture) { f.priority.From, f.priority.To = f.win.Date, f.win.Date }},
	{rule: "win/priority-inactive", name: "over", at: "wins/2026-02-15-base.md:4:1", says: "it ended on 2026-02-14",
		bad: func(f *fixture) { f.priority.To = day("2026-02-14") }},

	{rule: "person/unknown", at: "wins/2026-02-15-base.md:9:3", says: `No one in strategy.yaml has the short name (id) "bem"`, hints: "ben",
		bad: func(f *fixture) { f.win.People = []tracker.Person{"bem"}; mark(&f.win.Origin, "people[0]", 9) },
		good: func(f *fixture) {
			f.win.People = []tracker.Person{"BEN", "Warehouse", "night shift team", "Leo", "田中", "Olu Bright (Driver)"}
		}},
	{rule: "person/unknown", name: "deep", at: "intakes/course.md", says: `the short name (id) "quentin"`,
		bad: func(f *fixture) { f.intake.Reinforcement = []tracker.Reinforcement{{Who: "quentin", What: "Huddle"}} }},
	{rule: "person/near-known", at: "wins/2026-02-15-base.md:3:1", says: `"Ana Maria Voss" is someone in strategy.yaml: Ana Maria Voss, whose short name (id) is "ana-maria"`, hints: "ana-maria",
		bad:  func(f *fixture) { f.win.EnteredBy = "Ana Maria Voss" },
		good: func(f *fixture) { f.win.People = []tracker.Person{"Ana Mario Vos (Contractor)"} }},
	{rule: "person/near-known", name: "name with role", at: "wins/2026-02-15-base.md:3:1", says: "is someone in strategy.yaml", hints: "lee",
		bad: func(f *fixture) { f.win.EnteredBy = "lee  sandoval (Sales)" }},
	{rule: "person/near-known", name: "id with role", at: "wins/2026-02-15-base.md:3:1", says: "is someone in strategy.yaml", hints: "ben",
		bad: func(f *fixture) { f.win.EnteredBy = "ben (Analyst)" }},
	{rule: "person/near-known", name: "slip", at: "wins/2026-02-15-base.md:3:1", says: "is close to someone in strategy.yaml", hints: "ana-maria",
		bad: func(f *fixture) { f.win.EnteredBy = "Anna Maria" }},
	{rule: "person/near-known", name: "slip in the name, shown as asked", at: "wins/2026-02-15-base.md:3:1", says: "L&D lead", hints: "ana-maria",
		bad: func(f *fixture) { f.ana.Display = "role"; f.win.EnteredBy = "Ana Maria Vos" }},
	{rule: "person/near-known", name: "id in other bytes", at: "wins/2026-02-15-base.md:3:1", says: "are stored in another form", hints: "zo\u00eb",
		bad: func(f *fixture) {
			f.team = append(f.team, &tracker.Member{Origin: origin("strategy.yaml", 90, "id"), ID: "zo\u00eb", Name: "Zo\u00eb Lind"})
			f.win.EnteredBy = "zoe\u0308"
		},
		good: func(f *fixture) {
			f.team = append(f.team, &tracker.Member{Origin: origin("strategy.yaml", 90, "id"), ID: "zo\u00eb", Name: "Zo\u00eb Lind"})
			f.win.EnteredBy = "ZO\u00cb"
		}},
	{rule: "person/near-known", name: "one of two by the role", at: "wins/2026-02-15-base.md:3:1", says: "is someone in strategy.yaml", hints: "ana-maria",
		bad: func(f *fixture) { anas(f, "Ana Maria Voss"); f.win.EnteredBy = "Ana Maria Voss (L&D Lead)" }},
	{rule: "person/ambiguous", at: "wins/2026-02-15-base.md:3:1", says: `"Ana" could be Ana Lund (ana) or Ana Maria Voss (ana-maria)`,
		bad:  func(f *fixture) { anas(f, "Ana Lund").ID = "ana"; f.win.EnteredBy = "Ana" },
		good: func(f *fixture) { anas(f, "Ana Lund").ID = "ana"; f.win.Collaborators = []tracker.Person{"ana"} }},
	{rule: "person/ambiguous", name: "first name", at: "wins/2026-02-15-base.md:3:1", says: `"ANA" could be Ana Maria Voss (ana-maria) or Ana Lund (ana-l)`,
		bad: func(f *fixture) { anas(f, "Ana Lund"); f.win.EnteredBy = "ANA" },
		good: func(f *fixture) {
			anas(f, "Ana Lund").ID = "ana-l"
			f.win.Collaborators = []tracker.Person{"Ana (Contractor)", "ANA-L", "Ben (Depot 4)"}[:2]
		}},
	{rule: "person/ambiguous", name: "full name", at: "wins/2026-02-15-base.md:3:1", says: "could be",
		bad:  func(f *fixture) { anas(f, "Ana Maria Voss"); f.win.EnteredBy = "Ana Maria Voss" },
		good: func(f *fixture) { anas(f, "Ana Maria Voss"); f.win.EnteredBy = "ana-maria" }},
	{rule: "person/ambiguous", name: "initials", at: "wins/2026-02-15-base.md:3:1", says: `"A. V." could be`,
		bad:  func(f *fixture) { anas(f, "Alex Varga"); f.win.EnteredBy = "A. V." },
		good: func(f *fixture) { f.win.Collaborators = []tracker.Person{"AV" /* one of that name */} }},
	{rule: "person/ambiguous", name: "many", at: "wins/2026-02-15-base.md:3:1", says: "or one of 2 more.",
		bad: func(f *fixture) {
			for i := range 4 {
				anas(f, "Ana Lund").ID = tracker.ID("ana-" + string(rune('a'+i)))
			}
			f.win.EnteredBy = "Ana"
		}},
	{rule: "person/ambiguous", name: "shown as asked", at: "wins/2026-02-15-base.md:3:1", says: `could be L&D lead (ana-maria) or`,
		bad: func(f *fixture) { f.ana.Display = "role"; anas(f, "Ana Lund"); f.win.EnteredBy = "Ana" }},
	{rule: "person/unknown", name: "first name of two", at: "wins/2026-02-15-base.md:3:1", says: `No one in strategy.yaml has the short name (id) "ana"`,
		bad: func(f *fixture) { anas(f, "Ana Lund"); f.win.EnteredBy = "ana" }},
	{rule: "person/not-in-team-then", at: "wins/2026-02-15-base.md:9:3", says: `"ben" left the team on 2026-02-14`,
		bad: func(f *fixture) {
			f.ben.To, f.intake.Owner = day("2026-02-14"), "ana-maria"
			f.win.Collaborators = []tracker.Person{"ben"}
			mark(&f.win.Origin, "collaborators[0]", 9)
		},
		good: func(f *fixture) {
			f.ben.To, f.intake.Owner = f.win.Date, "ana-maria"
			f.win.People = []tracker.Person{"ben"}
		}},
	{rule: "person/not-in-team-then", name: "joined later", at: "wins/2026-02-15-base.md:3:1", says: `"ben" joined the team on 2026-02-16`,
		bad: func(f *fixture) { f.ben.From = day("2026-02-16"); f.win.EnteredBy = "ben" },
		good: func(f *fixture) { // entered later for those whose win it is
			f.ben.From, f.win.EnteredBy, f.win.People = day("2026-02-16"), "ben", []tracker.Person{"ana-maria"}
		}},
	{rule: "person/not-in-team-then", name: "owner who had left", at: "intakes/course.md:4:1", says: `"ben" left the team on 2026-01-09, and this request came on 2026-01-10`,
		bad:  func(f *fixture) { f.ben.To = day("2026-01-09") },
		good: func(f *fixture) { f.ben.To = day("2026-01-10"); f.evaluated() }},
	{rule: "person/not-in-team-then", name: "owner who has left since", at: "intakes/course.md:4:1", says: `"ben" left the team on 2026-11-21, and this request is still open`,
		bad:  func(f *fixture) { f.ben.To = today - 1 },
		good: func(f *fixture) { f.ben.To = today; f.ben.From = f.intake.RequestedOn + 1 /* took it over */ }},
	{rule: "person/not-in-team-then", name: "owner on the day that is pinned", at: "intakes/course.md:4:1", says: "still open",
		bad:  func(f *fixture) { f.settings.AsOf, f.ben.To = day("2026-06-30"), day("2026-06-29") },
		good: func(f *fixture) { f.settings.AsOf, f.ben.To = day("2026-06-30"), day("2026-07-01") }},
	{rule: "person/not-in-team-then", name: "who promised", at: "intakes/course.md:9:3", says: `"ana-maria" left the team on 2026-11-21, and "Coach" is still open`,
		bad: func(f *fixture) {
			f.ana.To = today - 1
			f.intake.Promises = []tracker.Promise{{What: "Coach", Who: "ana-maria", To: "lee"}}
			mark(&f.intake.Origin, "promises[0].who", 9)
		},
		good: func(f *fixture) {
			f.ana.To = today - 1
			f.intake.Promises = []tracker.Promise{{What: "Coach", Who: "ana-maria", To: "lee", State: tracker.PromiseReleased}}
			f.win.FollowUps = []tracker.Promise{{What: "File the notes", Who: "ana-maria"}} // a task
		}},
	{rule: "person/not-in-team-then", name: "who promised before the record", at: "intakes/course.md:9:3", says: "before this record begins (2026-01-10)",
		bad: func(f *fixture) {
			f.ben.To, f.intake.Owner = day("2026-01-09"), "ana-maria"
			f.intake.Promises = []tracker.Promise{{What: "Coach", Who: "ben", Closed: day("2026-03-01")}}
			mark(&f.intake.Origin, "promises[0].who", 9)
		}},
	{rule: "person/not-in-team-then", name: "who promised and joined later", at: "strategy.yaml:65:1", says: `joined the team on 2026-03-31, after the day of "Visit a depot" (2026-03-30)`,
		bad: func(f *fixture) {
			f.ana.From, f.win.EnteredBy, f.win.People = day("2026-03-31"), "ana-maria", []tracker.Person{"ben"}
		},
		good: func(f *fixture) {
			f.ana.From, f.win.EnteredBy, f.win.People = day("2026-03-30"), "ana-maria", []tracker.Person{"ben"}
		}},
	{rule: "person/owner-outside-team", at: "intakes/course.md:4:1", says: `"owner" is the colleague in L&D; "lee" is a stakeholder.`,
		bad: func(f *fixture) { f.intake.Owner = "lee" },
		good: func(f *fixture) {
			f.intake.Owner = "Uma Reyes (Contractor)"
			f.intake.Barriers = []tracker.Barrier{{Owner: "lee", What: "Slow screens"}}
		}},

	{rule: "person/several", at: "wins/2026-02-15-base.md:9:3", says: `"Ana, Ben" is read as one person, but names several`, hints: "[ana, ben]",
		bad: func(f *fixture) {
			anas(f, "Ana Lund").ID = "ana"
			f.ana.Name = "Maria Voss"
			f.win.People = []tracker.Person{"Ana, Ben"}
			mark(&f.win.Origin, "people", 9)
			mark(&f.win.Origin, "people[0]", 9)
		},
		good: func(f *fixture) {
			f.win.People = []tracker.Person{"ana-maria", "ben"}
			f.win.Collaborators = []tracker.Person{"Ana Maria Voss, Inc.", "Ben (Sales, North) and others", "R and D", "ana-maria-"}[:3]
		}},
	{rule: "person/several", name: "in small letters", at: "wins/2026-02-15-base.md", says: `"lee and ben"`, hints: "[lee, ben]",
		bad: func(f *fixture) { f.win.Collaborators = []tracker.Person{"lee and ben"} }},
	{rule: "person/several", name: "by full and first names, with roles", at: "wins/2026-02-15-base.md", says: "several people", hints: "[lee, ana-maria, ben]",
		bad: func(f *fixture) {
			f.win.Collaborators = []tracker.Person{"Lee Sandoval (Sales, North), Ana & Benedikt Okafor"}
		}},
	{rule: "person/several", name: "of whom one could be two", at: "wins/2026-02-15-base.md", says: `"Ana and Ben"`,
		bad: func(f *fixture) { anas(f, "Ana Lund"); f.win.Collaborators = []tracker.Person{"Ana and Ben"} }},
	{rule: "person/several", name: "in an entry", at: "wins/2026-02-15-base.md:9:3", says: `"Lee, and Ben"`,
		bad: func(f *fixture) {
			f.win.Collaborators = []tracker.Person{"Lee, and Ben", "ana-maria"}
			mark(&f.win.Origin, "collaborators[0]", 9)
		}},
	{rule: "person/several", name: "who enter a win", at: "wins/2026-02-15-base.md:3:1", says: `"ana-maria, ben"`,
		bad: func(f *fixture) { f.win.EnteredBy = "ana-maria, ben" }},
	{rule: "person/several", name: "who asked", at: "intakes/course.md:3:1", says: `"Lee / Benedikt"`,
		bad: func(f *fixture) { f.intake.Stakeholder = "Lee / Benedikt" }},
	{rule: "person/entered-by-outside-team", at: "wins/2026-02-15-base.md:3:1", says: `"lee" is a stakeholder, and not in the team`,
		bad:  func(f *fixture) { f.win.EnteredBy = "lee" },
		good: func(f *fixture) { f.win.EnteredBy = "ANA-MARIA" }},
	{rule: "person/entered-by-outside-team", name: "someone unknown", at: "wins/2026-02-15-base.md:3:1", says: `"Noor Haddad" is not in the team`,
		bad: func(f *fixture) { f.win.EnteredBy = "Noor Haddad" },
		good: func(f *fixture) {
			f.win.EnteredBy = "Noor Haddad"
			f.unread = map[tracker.Kind]map[tracker.ID]bool{tracker.KindStakeholder: {"": true}}
		}},
	{rule: "reference/unknown", name: "of none near", at: "wins/2026-02-15-base.md:4:1", says: `no priority with the short name (id) "zzz"`,
		mends: `Use one of: faster; or "priorities: []" for "no link yet".`,
		bad:   func(f *fixture) { f.win.Priorities = []tracker.ID{"zzz"} }},
	{rule: "reference/unknown", name: "of none near, of many", at: "wins/2026-02-15-base.md:4:1", says: `"zzz"`,
		mends: "Use one of: faster, b-1, b-2, b-3, b-4, b-5, …; or",
		bad: func(f *fixture) {
			f.win.Priorities = []tracker.ID{"zzz"}
			for _, id := range []tracker.ID{"b-1", "b-2", "b-3", "b-4", "b-5", "b-6"} {
				f.priorities = append(f.priorities, &tracker.Priority{Origin: origin("strategy.yaml", 90, "id"), ID: id, Title: "T", Outcomes: []tracker.ID{"first-contact"}})
			}
		}},
	{rule: "reference/unknown", name: "outcome of a win, of none near", at: "wins/2026-02-15-base.md", says: `"zzz"`,
		mends: "Use one of: first-contact; or take it out.",
		bad:   func(f *fixture) { f.win.Outcomes = []tracker.ID{"zzz"} }},
	{rule: "reference/unknown", name: "outcome in the strategy, of none near", at: "strategy.yaml:14:1", says: `"zzz"`,
		mends: "Use one of: first-contact; or add an outcome with this short name (id).",
		bad:   func(f *fixture) { f.priority.Outcomes = []tracker.ID{"zzz"} }},
	{rule: "reference/unknown", name: "where there are none", at: "wins/2026-02-15-base.md:4:1", says: `"zzz"`,
		mends: `Write "priorities: []" for "no link yet".`,
		bad:   func(f *fixture) { f.win.Priorities, f.priorities = []tracker.ID{"zzz"}, nil }},
	{rule: "strategy/id-duplicate", name: "as it stands", at: "strategy.yaml:90:1", says: `There is already a team member with the short name (id) "ben".`,
		bad: func(f *fixture) {
			f.team = append(f.team, &tracker.Member{Origin: origin("strategy.yaml", 90, "id"), ID: "ben", Name: "Ben"})
		}},
	{rule: "record/id-duplicate", name: "by a sharp s", at: "wins/2026-02-16-STRASSE.md", says: `"2026-02-16-straße" and "2026-02-16-STRASSE" are one name on some computers.`,
		bad: func(f *fixture) {
			f.addWin("2026-02-16-straße")
			f.addWin("2026-02-16-STRASSE").Date = day("2026-02-16")
		}},
}

// anas adds somebody whose name may be taken for that of Ana Maria Voss.
func anas(f *fixture, name string) *tracker.Stakeholder {
	s := &tracker.Stakeholder{Origin: origin("strategy.yaml", 95, "id", "name"), ID: "ana-l", Name: name, Title: "Depot manager"}
	f.stakeholders = append(f.stakeholders, s)
	return s
}
