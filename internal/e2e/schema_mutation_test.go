package e2e

import (
	"strings"
	"testing"

	"smallwins/internal/schema"
)

// differences are the files of which the two are known to say different
// things, with the reason. One that is gone has to leave the list.
var differences = []struct {
	name   string
	kind   schema.Kind
	fields string // of an intake, besides what every one holds; all of a strategy
	loader bool   // the loader takes it, and the schema does not
}{
	// A schema sees values and not how they were written.
	{"a number with a plus", schema.Intake, "measure: {name: Calls, baseline: +5}", false},
	{"a number with an exponent", schema.Intake, "measure: {name: Calls, baseline: 1e3}", false},
	{"a number in hexadecimal", schema.Intake, "measure: {name: Calls, baseline: 0x1F}", false},
	{"a number that ends in a point", schema.Intake, "measure: {name: Calls, baseline: 1.}", false},
	{"true in capitals", schema.Intake, "mandated: TRUE", false},
	{"a plus in an id", schema.Strategy, "team: [{id: +5, name: Ana}]", false},
	{"minus zero for text", schema.Intake, "measure: -0", true},
	// The loader is lenient with space around a value in quotation marks.
	{"a day with space around it", schema.Intake, `agreed_on: " 2026-02-15 "`, true},
	{"a term with space around it", schema.Intake, `cause: "skill "`, true},
	{"a number with space around it", schema.Intake, `measure: {name: Calls, baseline: " 5"}`, true},
	{"a term as a block of text", schema.Intake, "cause: |\n  skill", true},
	// A pattern cannot say it, or not in a way that anyone could read.
	{"a number beyond all numbers", schema.Intake, `measure: {name: Calls, baseline: "1` + strings.Repeat("0", 400) + `"}`, false},
	{"a large whole number as text", schema.Strategy, `stakeholders: [{id: lee, name: Lee, touchpoints: {minutes: "9999999999"}}]`, false},
	{"a limit as text", schema.Strategy, `settings: {limits: {values: "9999"}}`, false},
	{"an id in two parts", schema.Strategy, `team: [{id: "cafe\u0301", name: Ana}]`, false},
	{"an id of many bytes", schema.Strategy, "team: [{id: " + strings.Repeat("日", 100) + ", name: Ana}]", false},
	{"a port that is none", schema.Strategy, `settings: {repository: "https://example.org:port/r"}`, false},
	// The loader drops a heading without text before its key is looked at.
	{"an empty heading for no field", schema.Strategy, `settings: {labels: {zzz: ""}}`, true},
}

func TestKnownDifferences(t *testing.T) {
	vs := validators(t, nil)
	for _, d := range differences {
		text := d.fields + "\n"
		if d.kind == schema.Intake {
			text = "---\nstakeholder: ada\nrequested_on: 2026-02-15\nstatus: requested\n" + d.fields + "\n---\n# A course\n\nWe need one.\n"
		}
		doc := document{d.name, d.kind, text}
		in := must(doc.read())(t)
		if rules := opinions(t, []document{doc}, []*instance{in})[0]; rules == nil || (len(rules) == 0) != d.loader {
			t.Errorf("%s: the loader finds %q", d.name, rules)
		}
		for _, v := range vs {
			if err := v.schema.Validate(in.value); v.kind == d.kind && (err == nil) == d.loader {
				t.Errorf("%s: draft %s is of one mind with the loader: %v", d.name, v.draft, err)
			}
		}
	}
}

// TestFixturesAreAsTheirNamesSay keeps the good and bad files of
// testdata/schema from turning into something else, both minds alike.
func TestFixturesAreAsTheirNamesSay(t *testing.T) {
	var good, bad []document
	for _, d := range inArchives(t, "testdata/schema/*.txtar") {
		switch {
		case strings.Contains(d.name, "/good-"):
			good = append(good, d)
		case strings.Contains(d.name, "/bad-"):
			bad = append(bad, d)
		default:
			t.Errorf("%s: is it good or bad?", d.name)
		}
	}
	vs := validators(t, nil)
	if len(good) < 20 || len(bad) < 60 {
		t.Errorf("there are only %d good and %d bad files", len(good), len(bad))
	}
	for _, d := range good {
		if c := compare(t, vs, []document{d}); c.taken != 1 {
			t.Errorf("%s is not taken by both: %q", d.name, c.disagreements)
		}
	}
	for _, d := range bad {
		if c := compare(t, vs, []document{d}); c.refused != 1 {
			t.Errorf("%s is not refused by both: %q", d.name, c.disagreements)
		}
	}
}

// TestADifferenceWouldBeSeen takes one thing after another out of the schemas,
// and expects the comparison to notice in each draft.
func TestADifferenceWouldBeSeen(t *testing.T) {
	ds := inArchives(t, "testdata/schema/*.txtar")
	for _, c := range []struct {
		name   string
		change func(map[string]any)
	}{
		{"the values of vocabularies", without("enum", "oneOf")},
		{"what is required", without("required")},
		{"what status asks for", without("if", "then")},
		{"the refusal of unknown keys", without("additionalProperties")},
		{"all patterns", without("pattern")},
		{"days that do not exist", without("format")},
		{"the bounds of numbers", without("minimum", "maximum")},
		{"all types", without("type")},
		{"what must not be", without("not")},
		{"the alternatives", without("anyOf")},
		{"lists", renamed("array", "object")},
		{"whole numbers", renamed("integer", "boolean")},
		{"a field", func(doc map[string]any) {
			properties := doc["properties"].(map[string]any)
			for _, key := range []string{"priorities", "requested"} {
				delete(properties, key)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			seen := map[string]bool{}
			for _, d := range compare(t, validators(t, c.change), ds).disagreements {
				for _, draft := range schema.Drafts {
					if strings.Contains(d, "draft "+string(draft)) {
						seen[string(draft)] = true
					}
				}
			}
			if len(seen) != len(schema.Drafts) {
				t.Errorf("without it only %v noticed", seen)
			}
		})
	}
}

// without returns a change that takes keywords out, wherever they stand, but
// leaves the setting "required" alone.
func without(keywords ...string) func(map[string]any) {
	return func(doc map[string]any) {
		eachObject(doc, func(m map[string]any) {
			for _, k := range keywords {
				if _, schema := m[k].(map[string]any); schema && k == "required" {
					continue
				}
				delete(m, k)
			}
		})
	}
}

// renamed returns a change that takes one type for another, where it stands
// alone.
func renamed(from, to string) func(map[string]any) {
	return func(doc map[string]any) {
		eachObject(doc, func(m map[string]any) {
			if m["type"] == from {
				m["type"] = to
			}
		})
	}
}

func eachObject(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			eachObject(e, visit)
		}
	case map[string]any:
		visit(v)
		for _, e := range v {
			eachObject(e, visit)
		}
	}
}
