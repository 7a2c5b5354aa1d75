package check

import "smallwins/internal/tracker"

// strategyExamples are of rules about the strategy and its settings.
var strategyExamples = []example{
	{rule: "strategy/from-after-to", at: "strategy.yaml:44:1", says: `team member "ana-maria" begins on 2024-01-01, but leaves on 2023-12-31, 1 day earlier`,
		bad:  func(f *fixture) { f.ana.To = day("2023-12-31") },
		good: func(f *fixture) { f.ana.From, f.ana.To = f.win.Date, f.win.Date }},
	{rule: "strategy/from-after-to", name: "priority", at: "strategy.yaml:13:1", says: `priority "faster"`,
		bad: func(f *fixture) { f.priority.To = day("2024-01-01") }},
	{rule: "strategy/from-after-to", name: "that is still to come", at: "strategy.yaml:13:1", says: "begins on 2027-06-01, but it ends on 2027-01-31",
		bad: func(f *fixture) {
			f.priority.From, f.priority.To, f.win.Priorities = day("2027-06-01"), day("2027-01-31"), []tracker.ID{}
		},
		good: func(f *fixture) {
			f.priority.From, f.priority.To, f.win.Priorities = day("2027-01-31"), day("2027-06-01"), []tracker.ID{}
		}},
	{rule: "strategy/id-missing", at: "strategy.yaml:90:1", says: `The outcome "Margin" has no short name (id) yet`,
		bad: func(f *fixture) {
			f.outcomes = append(f.outcomes, &tracker.Outcome{Origin: origin("strategy.yaml", 90, "title"), Title: "Margin"})
		},
		good: func(f *fixture) {
			f.outcomes = append(f.outcomes, &tracker.Outcome{Origin: origin("strategy.yaml", 90, "title"), ID: "margin", Title: "Margin"})
		}},
	{rule: "strategy/id-missing", name: "with a name alone", at: "strategy.yaml:91:1", says: "A team member has no short name (id) yet",
		bad: func(f *fixture) {
			f.team = append(f.team, &tracker.Member{Origin: origin("strategy.yaml", 90, "from", "name")})
		}},
	{rule: "strategy/title-missing", at: "strategy.yaml:10:1", says: `The priority "faster" has no title yet`,
		bad:  func(f *fixture) { f.priority.Title = ""; unmark(&f.priority.Origin, "title") },
		good: func(f *fixture) { f.priority.Title = "F" }},
	{rule: "strategy/name-missing", at: "strategy.yaml:50:1", says: `The team member "ben" has neither a name nor a role`,
		bad:  func(f *fixture) { f.ben.Name, f.ben.Role = "", ""; unmark(&f.ben.Origin, "name") },
		good: func(f *fixture) { f.ben.Name = ""; unmark(&f.ben.Origin, "name") }},
	{rule: "strategy/name-missing", name: "of a stakeholder", at: "strategy.yaml:60:1", says: `The stakeholder "lee" has neither a name nor a title yet.`,
		bad: func(f *fixture) { f.lee.Name, f.lee.Title = "", ""; unmark(&f.lee.Origin, "name", "title") }},
	{rule: "member/display-empty", at: "strategy.yaml:45:1", says: `"ana-maria" is to be shown by role`,
		bad:  func(f *fixture) { f.ana.Display, f.ana.Role = "role", "" },
		good: func(f *fixture) { f.ana.Display = "role" }},
	{rule: "priority/no-outcome", at: "strategy.yaml:14:1", says: `"faster" does not lead to any outcome yet`,
		bad:  func(f *fixture) { f.priority.Outcomes = nil },
		good: func(f *fixture) { f.outcomes = append(f.outcomes, &tracker.Outcome{ID: "margin", Title: "Margin"}) }},

	{rule: "settings/required-unknown", at: "strategy.yaml:9:3", says: `"whi" is required of every win`, hints: "why",
		bad: func(f *fixture) {
			f.settings.Required.Win = []string{"priorities", "whi"}
			mark(&f.settings.Origin, "required.win[1]", 9)
		},
		good: func(f *fixture) { f.settings.Required.Win = []string{"why", "title", "date"} }},
	{rule: "settings/required-unknown", name: "by its label", at: "strategy.yaml", says: "there is no such field", hints: "arrived_as",
		bad: func(f *fixture) { f.settings.Required.Intake = []string{"Arrived as"} }},
	{rule: "settings/as-of-future", at: "strategy.yaml:9:3", says: "as of 2026-11-23, which has not come yet.",
		bad:  func(f *fixture) { f.settings.AsOf = today + 1; mark(&f.settings.Origin, "as_of", 9) },
		good: func(f *fixture) { f.settings.AsOf = today }},
	{rule: "record/after-as-of", at: "wins/2026-02-15-base.md:2:1", says: "dated 2026-02-15, after the day that the site is computed as of (2026-02-14)",
		bad: func(f *fixture) {
			f.settings.AsOf = f.win.Date - 1
		},
		good: func(f *fixture) { f.settings.AsOf = today }},
	{rule: "settings/language", name: "that would break the page", at: "strategy.yaml:4:1", says: "is not a language code",
		bad:  func(f *fixture) { f.settings.Language = `en"><script>` },
		good: func(f *fixture) { f.settings.Language = "de-CH-u-co-phonebk" }},
	{rule: "settings/language", name: "cut short", at: "strategy.yaml:4:1", says: "is not a language code",
		bad: func(f *fixture) { f.settings.Language = "en-" }},
	{rule: "settings/year-starts", at: "strategy.yaml:9:3", says: "month 13",
		bad:  func(f *fixture) { f.settings.YearStarts = 13; mark(&f.settings.Origin, "year_starts", 9) },
		good: func(f *fixture) { f.settings.YearStarts = 12 }},
	{rule: "settings/year-starts", name: "zero", at: "strategy.yaml:9:3", says: "month 0",
		bad:  func(f *fixture) { f.settings.YearStarts = 0; mark(&f.settings.Origin, "year_starts", 9) },
		good: func(f *fixture) { f.settings.YearStarts = 0 /* left out */ }},
	{rule: "settings/number-too-low", at: "strategy.yaml:9:3", says: `"thresholds.minimum_cases" is 0`,
		bad: func(f *fixture) {
			f.settings.Thresholds.MinimumCases = 0
			mark(&f.settings.Origin, "thresholds.minimum_cases", 9)
		},
		good: func(f *fixture) { f.settings.Thresholds.MinimumCases, f.settings.Windows.QuietAfterDays = 1, 1 }},
	{rule: "settings/number-too-low", name: "window", at: "strategy.yaml", says: `"windows.stale_after_days" is -3`,
		bad: func(f *fixture) { f.settings.Windows.StaleAfterDays = -3 }},
	{rule: "settings/threshold-out-of-reach", at: "strategy.yaml", says: "only 8 questions",
		bad:  func(f *fixture) { f.settings.Thresholds.PartneredAt = 9 },
		good: func(f *fixture) { f.settings.Thresholds.CrackedAt, f.settings.Thresholds.PartneredAt = 8, 8 }},
	{rule: "settings/threshold-out-of-reach", name: "order", at: "strategy.yaml", says: "(7) lies above",
		bad: func(f *fixture) { f.settings.Thresholds.CrackedAt = 7 }},
	{rule: "settings/language", at: "strategy.yaml:4:1", says: `"English" is not a language code`, hints: "en",
		bad:  func(f *fixture) { f.settings.Language = "English" },
		good: func(f *fixture) { f.settings.Language = "zh-Hant-TW" }},
	{rule: "settings/accent", at: "strategy.yaml:9:3", says: `"1f5f8b" is not a colour`, hints: "#1f5f8b",
		bad: func(f *fixture) {
			f.settings.Accent.Light = "1f5f8b"
			mark(&f.settings.Origin, "accent.light", 9)
		},
		good: func(f *fixture) { f.settings.Accent = tracker.Accent{Light: "#1F5F8B", Dark: "#fff"} }},
	{rule: "settings/accent", name: "in words", at: "strategy.yaml", says: `"light blue" is not a colour`,
		bad: func(f *fixture) { f.settings.Accent.Dark = "light blue" }},
	{rule: "settings/accent-contrast", at: "strategy.yaml:9:3", says: `"#f2a479" has a contrast of 1.8 to 1 with the light page`, hints: "#8f6147",
		bad: func(f *fixture) {
			f.settings.Accent.Light = "#f2a479"
			mark(&f.settings.Origin, "accent.light", 9)
		},
		good: func(f *fixture) { f.settings.Accent = tracker.Accent{Light: "#8f3513", Dark: "#f2a479"} }},
	{rule: "settings/accent-contrast", name: "on dark", at: "strategy.yaml", says: "with the dark page", hints: "#b57a64",
		bad: func(f *fixture) { f.settings.Accent.Dark = "#8f3513" }},
	{rule: "settings/repository-url", at: "strategy.yaml:9:3", says: `"mailto:learning@example.com" is not an address that edit links`,
		bad: func(f *fixture) {
			f.settings.Repository.URL = "mailto:learning@example.com"
			mark(&f.settings.Origin, "repository.url", 9)
		},
		good: func(f *fixture) {
			f.settings.BaseURL, f.settings.Repository.URL = "https://example.com/wins/", "https://example.com/larkspur/wins"
		}},
	{rule: "settings/repository-url", name: "without a server", at: "strategy.yaml", says: `"/srv/wins"`,
		bad: func(f *fixture) { f.settings.Repository.URL = "/srv/wins" }},
	{rule: "settings/number-too-low", name: "limit", at: "strategy.yaml:9:3", says: `"limits.values" is 0`,
		bad: func(f *fixture) { mark(&f.settings.Origin, "limits.values", 9) },
		good: func(f *fixture) {
			f.settings.Limits = tracker.Limits{RecordKiB: 1, FrontMatterKiB: 1, Values: 1, AttachmentKiB: 1}
		}},
	{rule: "settings/limit-too-high", at: "strategy.yaml:9:3", says: `"limits.record_kib" is 129, and can be 128 at most`, hints: "128",
		bad: func(f *fixture) { f.settings.Limits.RecordKiB = 129; mark(&f.settings.Origin, "limits.record_kib", 9) },
		good: func(f *fixture) {
			f.settings.Limits = tracker.Limits{RecordKiB: tracker.MaxRecordKiB, FrontMatterKiB: tracker.MaxFrontMatterKiB, Values: tracker.MaxValues, AttachmentKiB: tracker.MaxAttachmentKiB}
		}},
	{rule: "settings/silence-unknown", at: "strategy.yaml:9:3", says: `no rule with the name "win/before-strat"`, hints: "win/before-start",
		bad: func(f *fixture) {
			f.settings.Silence = []string{"measure/incomplete", "win/before-strat"}
			mark(&f.settings.Origin, "silence[1]", 9)
		},
		good: func(f *fixture) { f.settings.Silence = []string{"measure/incomplete", " person/ambiguous"} }},
	{rule: "settings/silence-error", at: "strategy.yaml:9:3", says: `"win/date-missing" finds errors`,
		bad: func(f *fixture) {
			f.settings.Silence = []string{"win/date-missing"}
			mark(&f.settings.Origin, "silence[0]", 9)
		},
		good: func(f *fixture) { f.settings.Silence = []string{"reading/day-twice"} }},
	{rule: "settings/label-unknown", at: "strategy.yaml:9:3", says: `heading for "colaborators"`, hints: "collaborators",
		bad: func(f *fixture) {
			f.settings.Labels = map[string]string{"colaborators": "With"}
			mark(&f.settings.Origin, "labels.colaborators", 9)
		},
		good: func(f *fixture) { f.settings.Labels = map[string]string{"why": "Why", "arrived_as": "Came as"} }},
}
