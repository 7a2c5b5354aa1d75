package check

import (
	"maps"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strconv"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var settingsRules = []rule{
	{diag.Rule{
		ID: "settings/year-starts", Severity: diag.Error,
		Title: "The year starts in a month",
		Why:   "Quarters are counted from that month.",
		Mend:  `Write the month as a number: "year_starts: 1" for calendar years, "year_starts: 4" for years that start in April.`,
		Bad: `settings:
  year_starts: 13`,
		Good: `settings:
  year_starts: 4`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		for _, v := range amounts(s) {
			if v.path == yearStarts && (v.value < v.Min || v.value > v.Max) && given(&s.Origin, v.path, v.value) {
				p.say(s.Origin.At(v.path), "", "The year cannot start in month %d; there are months %d to %d.", v.value, v.Min, v.Max)
			}
		}
	}},
	{diag.Rule{
		ID: "settings/number-too-low", Severity: diag.Error,
		Title: "Windows, thresholds and limits are at least 1",
		Why:   "A percentage of no cases, a reminder after no days or a record of no length would say nothing.",
		Mend:  "Use a whole number of at least 1, or take the line out to use the usual one.",
		Bad: `settings:
  windows: {stale_after_days: 0}`,
		Good: `settings:
  windows: {stale_after_days: 30}`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		for _, v := range amounts(s) {
			if v.path != yearStarts && v.value < v.Min && given(&s.Origin, v.path, v.value) {
				p.say(s.Origin.At(v.path), "", "%s is %d, and has to be at least %d.", quoted(v.path), v.value, v.Min)
			}
		}
	}},
	{diag.Rule{
		ID: "settings/threshold-out-of-reach", Severity: diag.Warning,
		Title: "The thresholds of the posture can be reached, in their order",
		Why:   "The contract has eight questions, and partnered asks for more answers than cracked.",
		Mend:  `Keep "cracked_at" below "partnered_at", and both at 8 or below.`,
		Bad: `settings:
  thresholds: {cracked_at: 3, partnered_at: 9}`,
		Good: `settings:
  thresholds: {cracked_at: 3, partnered_at: 6}`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		most := len(tracker.Questions.Terms)
		for _, v := range amounts(s) {
			if (v.path == "thresholds.cracked_at" || v.path == "thresholds.partnered_at") && v.value > most {
				p.say(s.Origin.At(v.path), "", "%s is %d, but there are only %d questions to answer.", quoted(v.path), v.value, most)
			}
		}
		if c, n := s.Thresholds.CrackedAt, s.Thresholds.PartneredAt; c > n && n > 0 {
			p.say(s.Origin.At("thresholds.cracked_at"), "", `"thresholds.cracked_at" (%d) lies above "thresholds.partnered_at" (%d).`, c, n)
		}
	}},
	{diag.Rule{
		ID: "settings/limit-too-high", Severity: diag.Error,
		Title: "Limits are only ever lowered",
		Why:   "They keep one file from stalling the build for everybody, so that smallwins never reads more than its own.",
		Mend:  "Use a lower number, or take the line out to use the usual limit.",
		Bad: `settings:
  limits: {record_kib: 512}`,
		Good: `settings:
  limits: {record_kib: 64}`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		for _, v := range amounts(s) {
			if v.path != yearStarts && v.Max > 0 && v.value > v.Max {
				p.add(p.finding(s.Origin.At(v.path), "", "%s is %d, and can be %d at most.", quoted(v.path), v.value, v.Max).
					WithSuggestion(strconv.Itoa(v.Max)))
			}
		}
	}},
	{diag.Rule{
		ID: "settings/language", Severity: diag.Error,
		Title: "The language is written as a language code",
		Why:   "It is the language of every page: browsers and screen readers choose pronunciation and hyphenation by it.",
		Mend:  `Use the code, for example "en", "en-GB", "de" or "pt-BR".`,
		Bad: `settings:
  language: English`,
		Good: `settings:
  language: en`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		if s.Language != "" && !languageCode.MatchString(s.Language) {
			f := p.finding(s.Origin.At("language"), "", "%s is not a language code.", quoted(s.Language))
			if code := codeOf[fold(s.Language)]; code != "" {
				f = f.WithSuggestion(code).WithFix(replacing(&s.Origin, "language", s.Language, code)...)
			}
			p.add(f)
		}
	}},
	{diag.Rule{
		ID: "settings/accent", Severity: diag.Warning,
		Title: "The colour of links is written as a colour",
		Why:   "What is no colour is left aside, and the site keeps its own.",
		Mend:  `Write # and six digits from 0 to f, in quotes: "#1f5f8b".`,
		Bad: `settings:
  accent: blue`,
		Good: `settings:
  accent: "#1f5f8b"`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		for _, a := range accents(s) {
			if _, ok := tracker.ParseColour(a.written); a.written != "" && !ok {
				f := p.finding(s.Origin.At(a.path), "", "%s is not a colour.", quoted(a.written))
				if _, ok := tracker.ParseColour("#" + a.written); ok {
					f = f.WithSuggestion("#" + a.written)
				}
				p.add(f)
			}
		}
	}},
	{diag.Rule{
		ID: "settings/accent-contrast", Severity: diag.Warning,
		Title: "The colour of links can be read on the page",
		Why:   "Many readers see little difference between a pale colour and the paper (WCAG 2.2 asks for a contrast of 4.5 to 1).",
		Mend:  "Take a darker one on light, a lighter one on dark.",
		Bad: `settings:
  accent: "#f2a479"`,
		Good: `settings:
  accent: "#8f3513"`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		for _, a := range accents(s) {
			c, ok := tracker.ParseColour(a.written)
			if contrast := c.Contrast(a.ground); ok && contrast < tracker.LegibleContrast {
				p.add(p.finding(s.Origin.At(a.path), "", "%s has a contrast of %.1f to 1 with the %s page.", quoted(a.written), contrast, a.theme).
					WithSuggestion(c.LegibleOn(a.ground).String()))
			}
		}
	}},
	{diag.Rule{
		ID: "settings/repository-url", Severity: diag.Error,
		Title: "The repository has an address on the web",
		Why:   "Edit links lead to it from every page, so they need the whole address.",
		Mend:  `Write the whole address, for example "https://example.com/larkspur/wins".`,
		Bad: `settings:
  repository: {url: "mailto:learning@example.com"}`,
		Good: `settings:
  repository: {url: https://example.com/larkspur/wins}`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		address := s.Repository.URL
		if u, err := url.Parse(address); address == "" || err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
			return // what is no address at all has been reported already
		}
		p.say(s.Origin.At("repository.url"), "", "%s is not an address that edit links can lead to.", quoted(address))
	}},
	{diag.Rule{
		ID: "settings/label-unknown", Severity: diag.Warning,
		Title: "The team's own headings are given to fields of the record format",
		Why:   "A heading for a field that does not exist is never shown.",
		Mend:  `Use the field's name as it stands in a record, for example "why: What makes it a win".`,
		Bad: `settings:
  labels: {colaborators: Worked with}`,
		Good: `settings:
  labels: {collaborators: Worked with}`,
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

// accent is the colour of links in one theme.
type accent struct {
	path, written, theme string
	ground               tracker.Colour
}

func accents(s *tracker.Settings) []accent {
	return []accent{
		{"accent.light", s.Accent.Light, "light", tracker.LightGround},
		{"accent.dark", s.Accent.Dark, "dark", tracker.DarkGround},
	}
}

// languageCode is the form of the tags that HTML takes; whether a language of
// that code exists is not ours to say.
var languageCode = regexp.MustCompile(`^[A-Za-z]{2,3}((-[A-Za-z0-9])?-[A-Za-z0-9]{2,8})*$`)

var codeOf = map[string]string{
	"english": "en", "deutsch": "de", "german": "de", "français": "fr", "french": "fr",
	"español": "es", "spanish": "es", "português": "pt", "portuguese": "pt", "italiano": "it",
	"italian": "it", "nederlands": "nl", "dutch": "nl", "en_us": "en-US", "en_gb": "en-GB",
}

// amount is a whole number of the settings, with the bounds of its field.
type amount struct {
	*tracker.Field
	path  string
	value int
}

// yearStarts is a month, and has a rule of its own.
const yearStarts = "year_starts"

// amounts finds every whole number by the table of fields, so that one that is
// added there is held to its bounds at once.
func amounts(s *tracker.Settings) (all []amount) {
	var walk func(record reflect.Value, fields []tracker.Field, in string)
	walk = func(record reflect.Value, fields []tracker.Field, in string) {
		for i := range fields {
			f := &fields[i]
			switch v, _ := valueOf(record, f.Key); f.Form {
			case tracker.FormWhole:
				all = append(all, amount{f, in + f.Key, int(v.Int())})
			case tracker.FormObject:
				walk(v, f.Fields, in+f.Key+".")
			}
		}
	}
	walk(reflect.ValueOf(s).Elem(), tracker.SettingsFields, "")
	return all
}

// given tells a zero that was written from a setting that was left out.
func given(o *tracker.Origin, path string, value int) bool { return value != 0 || o.Wrote(path) }
