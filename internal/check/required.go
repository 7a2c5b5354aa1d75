package check

import (
	"fmt"
	"reflect"
	"slices"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var requiredRules = []rule{
	{diag.Rule{
		ID: "win/date-missing", Severity: diag.Error,
		Title: "A win says on which day it happened",
		Why:   "Every view puts wins in the order of their days.",
		Mend:  `Add the day to the lines at the top, for example "date: 2026-02-15"; your best guess is fine.`,
		Bad:   "date:",
		Good:  "date: 2026-02-15",
	}, func(p *pass) {
		p.wins(func(w *tracker.Win) {
			p.need(&w.Origin, "date", !w.Date.IsZero(), "This win does not say yet on which day it happened.")
		})
	}},
	{diag.Rule{
		ID: "win/entered-by-missing", Severity: diag.Error,
		Title: "A win says who entered it",
		Why:   "Whoever reads it has to know whom to ask.",
		Mend:  `Add your short name (id) from the team in strategy.yaml to the lines at the top, for example "entered_by: maren".`,
		Bad:   "entered_by:",
		Good:  "entered_by: ana",
	}, func(p *pass) {
		p.wins(func(w *tracker.Win) {
			p.need(&w.Origin, "entered_by", w.EnteredBy != "", "This win does not say yet who entered it.")
		})
	}},
	{diag.Rule{
		ID: "win/title-missing", Severity: diag.Error,
		Title: "A win has a title",
		Why:   "The title is what people see in every list.",
		Mend:  `Say in one line what happened, as a heading: "# Sales asked us first".`,
		Bad:   "title:",
		Good:  "# Sales asked us first",
	}, func(p *pass) {
		p.wins(func(w *tracker.Win) { p.need(&w.Origin, "title", w.Title != "", "This win has no title yet.") })
	}},
	{diag.Rule{
		ID: "win/required-missing", Severity: diag.Error,
		Title: "A win answers what the team has agreed to ask for",
		Why:   "The settings in strategy.yaml name the columns that this team insists on.",
		Mend:  "Add the section with one honest sentence.",
		Bad:   "why:",
		Good: `## Why it's a win
They usually ask for a course, and this time they asked what we thought.`,
	}, func(p *pass) {
		required := teamRequired(p.t.Strategy.Settings.Required.Win, tracker.WinFields)
		p.wins(func(w *tracker.Win) { p.answered(&w.Origin, reflect.ValueOf(w).Elem(), required, "This win") })
	}},
	{diag.Rule{
		ID: "intake/title-missing", Severity: diag.Error,
		Title: "A request has a title",
		Why:   "The title is what people see in every list.",
		Mend:  `Say in one line what was asked for, as a heading: "# Negotiation course for Sales".`,
		Bad:   "title:",
		Good:  "# Negotiation course for Sales",
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			p.need(&in.Origin, "title", in.Title != "", "This request has no title yet.")
		})
	}},
	{diag.Rule{
		ID: "intake/request-missing", Severity: diag.Error,
		Title: "A request is kept in the asker's words",
		Why:   "What was asked for can only be compared with what was agreed if it was written down.",
		Mend:  "Write what they said below the title; one sentence in their own words is enough.",
		Bad:   "request:",
		Good:  "request: My people give discounts away. Can you run a course before summer?",
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			p.need(&in.Origin, "request", !in.Request.IsEmpty(), "This request does not say yet what was asked for.")
		})
	}},
	{diag.Rule{
		ID: "intake/stakeholder-missing", Severity: diag.Error,
		Title: "A request says who asked",
		Why:   "A contract needs two sides.",
		Mend:  `Add who asked to the lines at the top, by short name (id) or as "Name (Role)": "stakeholder: Ada Lund (Head of Sales)".`,
		Bad:   "stakeholder:",
		Good:  "stakeholder: Noor Haddad (Depot manager)",
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			p.need(&in.Origin, "stakeholder", in.Stakeholder != "", "This request does not say yet who asked.")
		})
	}},
	{diag.Rule{
		ID: "intake/requested-on-missing", Severity: diag.Error,
		Title: "A request says on which day the request came",
		Why:   "Requests are shown and counted by the day of the request.",
		Mend:  `Add the day to the lines at the top, for example "requested_on: 2026-02-15"; your best guess is fine.`,
		Bad:   "requested_on:",
		Good:  "requested_on: 2026-01-10",
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			p.need(&in.Origin, "requested_on", !in.RequestedOn.IsZero(), "This request does not say yet on which day it came.")
		})
	}},
	{diag.Rule{
		ID: "intake/status-missing", Severity: diag.Error,
		Title: "A request says where it stands",
		Why:   "Without a status nobody can tell a new request from a finished one.",
		Mend:  `Add where it stands to the lines at the top; "status: requested" is where every request begins.`,
		Bad:   "status:",
		Good:  "status: building",
	}, func(p *pass) {
		p.intakes(func(in *tracker.Intake) {
			p.need(&in.Origin, "status", in.Status != "", "This request does not say yet where it stands.")
		})
	}},
	{diag.Rule{
		ID: "intake/required-missing", Severity: diag.Error,
		Title: "A request answers what the team has agreed to ask for",
		Why:   "The settings in strategy.yaml name the fields that this team insists on.",
		Mend:  "Add the section with one honest sentence.",
		Bad: `-- strategy.yaml --
settings:
  required: {intake: [own]}
-- intakes/2026-01-10-course.md --
own:`,
		Good: `-- strategy.yaml --
settings:
  required: {intake: [own]}
-- intakes/2026-01-10-course.md --
own: Lee opens each shift with the question of the day.`,
	}, func(p *pass) {
		required := teamRequired(p.t.Strategy.Settings.Required.Intake, tracker.IntakeFields)
		p.intakes(func(in *tracker.Intake) { p.answered(&in.Origin, reflect.ValueOf(in).Elem(), required, "This request") })
	}},
	{diag.Rule{
		ID: "settings/required-unknown", Severity: diag.Error,
		Title: "What a team insists on is a field of the record format",
		Why:   "A name that no record knows would ask for nothing, in silence.",
		Mend:  `Use the field's name as it stands in a record, for example "why" or "how_to_replicate".`,
		Bad: `settings:
  required: {win: [why, priority]}`,
		Good: `settings:
  required: {win: [why, priorities]}`,
	}, func(p *pass) {
		s := &p.t.Strategy.Settings
		p.requiredNames(s.Required.Win, tracker.WinFields, "win")
		p.requiredNames(s.Required.Intake, tracker.IntakeFields, "intake")
	}},
}

// need reports a field without a value. The loader marks no field as written
// that holds nothing, so that one which was written and still came out empty
// could not be read: that has been reported.
func (p *pass) need(o *tracker.Origin, key string, present bool, message string) {
	if !present && !o.Wrote(key) {
		p.say(missing(o, key), "", "%s", message)
	}
}

// missing returns where to say that a field has no value.
func missing(o *tracker.Origin, key string) diag.Place { return beside(o, key, o.At(key)) }

// beside returns the place right behind a slip that was likely meant for the
// field, so that the cause comes first, or the other place where there is none.
func beside(o *tracker.Origin, key string, otherwise diag.Place) diag.Place {
	at, ok := o.Meant(key)
	switch {
	case !ok && otherwise.Pos.IsZero():
		return o.Top()
	case !ok:
		return otherwise
	case !at.End.IsZero():
		return diag.Place{File: at.File, Pos: at.End}
	}
	return at
}

// teamRequired returns the fields that the settings name, without those that
// the format itself requires: they have rules of their own.
func teamRequired(keys []string, fields []tracker.Field) []*tracker.Field {
	var required []*tracker.Field
	for _, key := range keys {
		f := tracker.FieldByKey(fields, key)
		if f != nil && !f.Need && !slices.Contains(required, f) {
			required = append(required, f)
		}
	}
	return required
}

// answered reports the fields that a record leaves open. An empty list is an
// answer. Follow-ups may be promises or prose.
func (p *pass) answered(o *tracker.Origin, record reflect.Value, required []*tracker.Field, what string) {
	for _, f := range required {
		open := unanswered(o, record, f.Key)
		if f.Key == "follow_ups" && open {
			open = unanswered(o, record, "follow_up_notes")
		}
		if !open {
			continue
		}
		p.say(missing(o, f.Key), howToAnswer(f), "%s leaves %s open, and this team asks for it.", what, quoted(p.heading(f)))
	}
}

func unanswered(o *tracker.Origin, record reflect.Value, key string) bool {
	v, ok := valueOf(record, key)
	if !ok {
		return !o.Wrote(key) // aliases of extra and the like: kept, not held in a field
	}
	if prose, ok := v.Interface().(tracker.Prose); ok && !prose.On.IsZero() {
		return prose.IsEmpty() // a day alone answers no question
	}
	return v.IsZero() && !o.Wrote(key)
}

// valueOf returns the value that the domain keeps under a key.
func valueOf(record reflect.Value, key string) (reflect.Value, bool) {
	t := record.Type()
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("key") == key {
			return record.Field(i), true
		}
		if _, inline := t.Field(i).Tag.Lookup("inline"); inline {
			if v, ok := valueOf(record.Field(i), key); ok {
				return v, true
			}
		}
	}
	return reflect.Value{}, false
}

func howToAnswer(f *tracker.Field) string {
	switch {
	case f.Form == tracker.FormProse:
		return fmt.Sprintf(`Two minutes would finish this: add a section "## %s"; one honest sentence is enough.`, f.Label)
	case f.Key == "priorities":
		return `Add the short names (ids) of the priorities that it serves, or "priorities: []" for "no link yet", which is an honest answer.`
	case f.Many:
		return fmt.Sprintf(`Add "%s:" to the lines at the top; "%s: []" says that there is none.`, f.Key, f.Key)
	}
	return fmt.Sprintf(`Add "%s:" with its value to the lines at the top.`, f.Key)
}

func (p *pass) requiredNames(keys []string, fields []tracker.Field, kind string) {
	for i, key := range keys {
		if tracker.FieldByKey(fields, key) != nil {
			continue
		}
		place := p.t.Strategy.Settings.Origin.At(at("required").to(kind, i).String())
		p.add(p.finding(place, "", "%s is required of every %s, but there is no such field.", quoted(key), called(tracker.Kind(kind))).
			WithSuggestion(nearestField(key, fields)))
	}
}

// nearestField returns the key of the field that was meant, by its key or by
// its label.
func nearestField(got string, fields []tracker.Field) string {
	names := make([]string, 0, 2*len(fields))
	for _, f := range fields {
		names = append(names, f.Key)
	}
	for _, f := range fields {
		names = append(names, f.Label)
	}
	i := slices.Index(names, diag.Nearest(got, names))
	if i < 0 {
		return ""
	}
	return fields[i%len(fields)].Key
}
