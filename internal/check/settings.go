package check

import (
	"maps"
	"net/url"
	"regexp"
	"slices"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var settingsRules = []rule{
	{diag.Rule{
		ID: "settings/year-starts", Severity: diag.Error,
		Title: "The year starts in a month",
		Why:   "Quarters are counted from that month.",
		Mend:  `Write the month as a number: "year_starts: 1" for calendar years, "year_starts: 4" for years that start in April.`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		if month := s.YearStarts; (month < 1 || month > 12) && given(&s.Origin, "year_starts", month) {
			p.say(s.Origin.At("year_starts"), "", "The year cannot start in month %d; there are months 1 to 12.", month)
		}
	}},
	{diag.Rule{
		ID: "settings/number-too-low", Severity: diag.Error,
		Title: "Windows and thresholds are at least 1",
		Why:   "A percentage of no cases, or a reminder after no days, would say nothing.",
		Mend:  "Use a whole number of at least 1, or take the line out to use the usual one.",
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		for _, v := range limits(s) {
			if v.value < 1 && given(&s.Origin, v.path, v.value) {
				p.say(s.Origin.At(v.path), "", "%s is %d, and has to be at least 1.", quoted(v.path), v.value)
			}
		}
	}},
	{diag.Rule{
		ID: "settings/threshold-out-of-reach", Severity: diag.Warning,
		Title: "The thresholds of the posture can be reached, in their order",
		Why:   "The contract has eight questions, and partnered asks for more answers than cracked.",
		Mend:  `Keep "cracked_at" below "partnered_at", and both at 8 or below.`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		most := len(tracker.Questions.Terms)
		for _, v := range limits(s) {
			if (v.path == "thresholds.cracked_at" || v.path == "thresholds.partnered_at") && v.value > most {
				p.say(s.Origin.At(v.path), "", "%s is %d, but there are only %d questions to answer.", quoted(v.path), v.value, most)
			}
		}
		if c, n := s.Thresholds.CrackedAt, s.Thresholds.PartneredAt; c > n && n > 0 {
			p.say(s.Origin.At("thresholds.cracked_at"), "", `"thresholds.cracked_at" (%d) lies above "thresholds.partnered_at" (%d).`, c, n)
		}
	}},
	{diag.Rule{
		ID: "settings/language", Severity: diag.Error,
		Title: "The language is written as a language code",
		Why:   "It is the language of every page: browsers and screen readers choose pronunciation and hyphenation by it.",
		Mend:  `Use the code, for example "en", "en-GB", "de" or "pt-BR".`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		if s.Language != "" && !languageCode.MatchString(s.Language) {
			p.add(p.finding(s.Origin.At("language"), "", "%s is not a language code.", quoted(s.Language)).
				WithSuggestion(codeOf[fold(s.Language)]))
		}
	}},
	{diag.Rule{
		ID: "settings/address-incomplete", Severity: diag.Error,
		Title: "The address of the repository is complete",
		Why:   "Edit links lead to it from every page, so they need the whole address.",
		Mend:  `Write the whole address, for example "https://example.com/larkspur/wins".`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		p.complete(s.Repository.URL, "repository.url")
	}},
	{diag.Rule{
		ID: "settings/label-unknown", Severity: diag.Warning,
		Title: "The team's own headings are given to fields of the record format",
		Why:   "A heading for a field that does not exist is never shown.",
		Mend:  `Use the field's key as it stands in a record, for example "why: What makes it a win".`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		for _, key := range slices.Sorted(maps.Keys(s.Labels)) {
			if tracker.FieldByKey(tracker.WinFields, key) != nil || tracker.FieldByKey(tracker.IntakeFields, key) != nil {
				continue
			}
			p.add(p.finding(s.Origin.At(at("labels").to(key, -1).String()), "", "There is a heading for %s, but there is no such field.", quoted(key)).
				WithSuggestion(nearestField(key, slices.Concat(tracker.WinFields, tracker.IntakeFields))))
		}
	}},
}

// languageCode is the form of the tags that HTML takes; whether a language of
// that code exists is not ours to say.
var languageCode = regexp.MustCompile(`^[A-Za-z]{2,3}((-[A-Za-z0-9])?-[A-Za-z0-9]{2,8})*$`)

var codeOf = map[string]string{
	"english": "en", "deutsch": "de", "german": "de", "français": "fr", "french": "fr",
	"español": "es", "spanish": "es", "português": "pt", "portuguese": "pt", "italiano": "it",
	"italian": "it", "nederlands": "nl", "dutch": "nl", "en_us": "en-US", "en_gb": "en-GB",
}

type limit struct {
	path  string
	value int
}

func limits(s *tracker.Settings) []limit {
	return []limit{
		{"windows.evaluate_after_days", s.Windows.EvaluateAfterDays},
		{"windows.stale_after_days", s.Windows.StaleAfterDays},
		{"windows.quiet_after_days", s.Windows.QuietAfterDays},
		{"thresholds.minimum_cases", s.Thresholds.MinimumCases},
		{"thresholds.cracked_at", s.Thresholds.CrackedAt},
		{"thresholds.partnered_at", s.Thresholds.PartneredAt},
	}
}

// given tells a zero that was written from a setting that was left out.
func given(o *tracker.Origin, path string, value int) bool { return value != 0 || o.Wrote(path) }

func (p *pass) complete(address, path string) {
	if address == "" {
		return
	}
	if u, err := url.Parse(address); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		return
	}
	f := p.finding(p.t.Strategy.Settings.Origin.At(path), "", "%s is not a complete address.", quoted(address))
	if bareHost.MatchString(address) {
		f = f.WithSuggestion("https://" + address)
	}
	p.add(f)
}

// bareHost is an address that lacks nothing but its scheme.
var bareHost = regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[^\s:]*)?$`)
