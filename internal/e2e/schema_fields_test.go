package e2e

import (
	"fmt"
	"strings"
	"testing"

	"smallwins/internal/schema"
	"smallwins/internal/tracker"
)

// tables are the fields of each kind, and what a file of the kind holds at
// least.
var tables = []struct {
	kind   schema.Kind
	fields []tracker.Field
	least  map[string]string
}{
	{schema.Win, tracker.WinFields, map[string]string{"date": "2026-02-15", "entered_by": "maren"}},
	{schema.Intake, tracker.IntakeFields, map[string]string{"stakeholder": "ada", "requested_on": "2026-02-15", "status": "requested"}},
	{schema.Strategy, tracker.StrategyFields, nil},
}

// leastOf is what objects need, by the key of the field that holds them.
var leastOf = map[string]map[string]string{
	"follow_ups":   {"what": "x"},
	"commitments":  {"what": "x"},
	"promises":     {"what": "x"},
	"links":        {"url": "https://example.org"},
	"readings":     {"date": "2026-02-15"},
	"priorities":   {"id": "x", "title": "x"},
	"outcomes":     {"id": "x", "title": "x"},
	"team":         {"id": "x", "name": "x"},
	"stakeholders": {"id": "x", "name": "x"},
}

// values are what is put into every field, as it is written in YAML.
var values = []string{
	``, `~`, `""`, `" "`, `text`, `two words`, `"a, b"`, `","`, `id with: colon`,
	`0`, `1`, `7`, `13`, `200`, `6000`, `-1`, `1.5`, `2.0`, `010`, `"12"`, `"-1.50"`, `"1.5.0"`, `"1,000"`, `"+5"`, `12 000`, `61%`, `2147483648`, `"007"`, `2026`,
	`true`, `false`, `"true"`, `"false"`, `yes`, `No`, `off`, `on`, `none`, `NIL`, `"0"`, `"1"`, `y`,
	`2026-02-15`, `"2024-02-29"`, `2026-02-29`, `2026-2-3`, `20260215`, `0000-01-01`, `2026-02-15T10:00:00Z`, `2026-00-10`,
	`[]`, `[text]`, `[text, other]`, `[~]`, `[""]`, `[true]`, `[0]`, `[2026-02-15, ~]`, `[2026-02-30]`, `["a, b"]`, `[[text]]`, `[{}]`, `[{zzz: 1}]`,
	`{}`, `{zzz: 1}`, `{text: x}`, `{text: x, on: 2026-02-15}`, `{text: [x]}`, `{on: 2026-02-30}`, `{what: x}`, `{what: ""}`, `{date: 2026-02-15}`, `{url: https://example.org}`, `{id: a, title: b}`, `{id: a, name: b}`, `{why: x}`,
	`https://example.org`, `"https://example.org/a?b=c#d"`, `HTTP://EXAMPLE.org`, `http:example.org`, `https://`, `//example.org/a`, `example.org`, `mailto:a@example.org`, `"mailto:"`, `"tel:"`, `https://a:b@example.org`, `'https://example.org/a\b'`, `ftp://example.org`,
	`CON`, `con.x`, `com0`, `index.HTML`, `.a`, `a.`, `a.md`, `a_b-c.d`, `é`, `a/b`, `"~"`, `en`, `en-GB`, `english`,
	`why`, `[why, own]`, `spark`, `[spark]`, `Spark`, `open`, `[live, none]`, `"live, none"`, `team`, `clear`, `candidate`, `result`,
}

// inFields returns a document for every value in every field, however deep.
func inFields() []document {
	var ds []document
	for _, table := range tables {
		var walk func(path string, fields []tracker.Field, least map[string]string, wrap func(string) string)
		walk = func(path string, fields []tracker.Field, least map[string]string, wrap func(string) string) {
			for i := range fields {
				f := &fields[i]
				here := path + "." + f.Key
				with := func(value string) string {
					parts := []string{f.Key + ": " + value}
					for key, other := range least {
						if key != f.Key {
							parts = append(parts, key+": "+other)
						}
					}
					return wrap("{" + strings.Join(parts, ", ") + "}")
				}
				every := values
				if f.Vocabulary != nil {
					every = append(every[:len(every):len(every)], f.Vocabulary.IDs()...)
				}
				for _, v := range every {
					if f.Key == "labels" && v == `{what: ""}` {
						continue // a known difference
					}
					if strings.Contains(v, ": c") {
						v = `"` + v + `"` // in a flow mapping
					}
					ds = append(ds, document{here + ": " + v, table.kind, with(v)})
				}
				if f.Fields != nil {
					walk(here, f.Fields, leastOf[f.Key], with)
				}
			}
		}
		walk(string(table.kind), table.fields, table.least, func(value string) string {
			if table.kind == schema.Strategy {
				return value + "\n"
			}
			return fmt.Sprintf("---\n%s\n---\n# A title\n\nText.\n", value)
		})
	}
	return ds
}

func TestSchemasAndLoaderAgreeOnEveryField(t *testing.T) {
	t.Parallel()
	ds := inFields()
	c := compare(t, validators(t, nil), ds)
	for i, d := range c.disagreements {
		if i == 40 {
			t.Errorf("and %d more", len(c.disagreements)-i)
			break
		}
		t.Error(d)
	}
	t.Logf("%d taken, %d refused, %d without YAML, %d with YAML that the format does not take", c.taken, c.refused, c.unreadable, c.unlike)
	if c.taken < 5000 || c.refused < 10000 || c.unreadable+c.unlike > 0 {
		t.Errorf("of %d documents %d were taken and %d refused; %d were skipped", len(ds), c.taken, c.refused, c.unreadable+c.unlike)
	}
}
