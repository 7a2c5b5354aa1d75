package schema

import (
	"regexp"
	"strings"

	"smallwins/internal/tracker"
)

// What the record format asks for beyond the form of each value: which fields
// have to be there, and between what a number lies, follows from the tables;
// the rest stands here. The loader takes a record that lacks something too;
// check has a rule for each.

// shape is an object that several fields share, or that needs something else
// than its fields say.
type shape struct {
	name   string
	fields []tracker.Field
	either []string // of these, one at least
}

var shapes = []shape{
	{name: "promise", fields: tracker.PromiseFields},
	{name: "link", fields: fieldsOf(tracker.WinFields, "links")},
	{name: "measure", fields: fieldsOf(tracker.OutcomeFields, "measure")},
	{name: "reading", fields: fieldsOf(tracker.OutcomeFields, "readings")},
	{name: "factor", fields: fieldsOf(tracker.OutcomeFields, "other_factors")},
	{name: "priority", fields: tracker.PriorityFields},
	{name: "outcome", fields: tracker.OutcomeFields},
	{name: "member", fields: tracker.MemberFields, either: []string{"name", "role"}},
	{name: "stakeholder", fields: tracker.StakeholderFields, either: []string{"name", "title"}},
}

func fieldsOf(fields []tracker.Field, key string) []tracker.Field {
	return tracker.FieldByKey(fields, key).Fields
}

// shapeOf returns the shape that has these very fields, or none of that name.
func shapeOf(fields []tracker.Field) shape {
	for _, s := range shapes {
		if &s.fields[0] == &fields[0] {
			return s
		}
	}
	return shape{fields: fields}
}

// statusNeeds says what the status of an intake asks for. The reason of one
// that was not agreed is not among it: it is text, and most often a section of
// the body.
func statusNeeds() list {
	var rules list
	for _, need := range []struct {
		key  string
		from func(tracker.Status) bool
	}{
		{"agreed_on", tracker.Status.AtLeastAgreed},
		{"delivered_on", tracker.Status.AtLeastDelivered},
		{"verdict", func(s tracker.Status) bool { return s == tracker.StatusEvaluated }},
	} {
		var statuses list
		for _, id := range tracker.Statuses.IDs() {
			if need.from(tracker.Status(id)) {
				statuses = append(statuses, id)
			}
		}
		rules = append(rules, object{
			{"if", object{
				{"properties", object{{"status", object{{"enum", statuses}}}}},
				{"required", list{"status"}},
			}},
			{"then", given(need.key)},
		})
	}
	return rules
}

// given holds where the field with the given key, whose values are plain, has
// one.
func given(key string) object {
	return object{
		{"properties", object{{key, object{plain, {"pattern", `\S`}}}}},
		{"required", list{key}},
	}
}

// exact are the fields whose values follow a closer rule than their form
// says, by the name of the object's definition and their key.
var exact = map[string]func(*builder) any{
	".aliases":             (*builder).formerID,
	"priority.id":          (*builder).id,
	"outcome.id":           (*builder).id,
	"member.id":            (*builder).id,
	"stakeholder.id":       (*builder).id,
	"settings.base_url":    (*builder).siteAddress,
	"repository.url":       (*builder).webAddress,
	"settings.language":    (*builder).language,
	"settings.year_starts": (*builder).month,
	"accent.light":         (*builder).colour,
	"accent.dark":          (*builder).colour,
	"required.win":         func(b *builder) any { return b.keys("win field", tracker.WinFields) },
	"required.intake":      func(b *builder) any { return b.keys("intake field", tracker.IntakeFields) },
}

// devices are the names that Windows keeps for itself, with any ending.
var devices = []string{"con", "prn", "aux", "nul", "com[0-9¹²³]", "lpt[0-9¹²³]"}

var letter = regexp.MustCompile(`[a-z]`)

// anyCase returns a pattern for any of the given ones in capitals or small
// letters. There is no flag for that which all programs know.
func anyCase(patterns []string) string {
	return letter.ReplaceAllStringFunc("("+strings.Join(patterns, "|")+")", func(l string) string {
		return "[" + strings.ToUpper(l) + l + "]"
	})
}
