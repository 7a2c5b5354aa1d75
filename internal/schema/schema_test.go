package schema

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"smallwins/internal/tracker"
)

var tables = map[Kind][]tracker.Field{Win: tracker.WinFields, Intake: tracker.IntakeFields, Strategy: tracker.StrategyFields}

// each runs a test for every kind in every draft.
func each(t *testing.T, test func(t *testing.T, kind Kind, draft Draft)) {
	for _, kind := range Kinds {
		for _, draft := range Drafts {
			t.Run(string(kind)+"/"+string(draft), func(t *testing.T) { test(t, kind, draft) })
		}
	}
}

func text(t *testing.T, kind Kind, draft Draft) []byte {
	t.Helper()
	b, err := Of(kind, draft)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func parse(t *testing.T, b []byte) map[string]any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return v.(map[string]any)
}

var compiled = map[[2]string]*jsonschema.Schema{}

// compile also holds the schema against the metaschema of its draft.
func compile(t *testing.T, kind Kind, draft Draft) *jsonschema.Schema {
	t.Helper()
	key := [2]string{string(kind), string(draft)}
	if s := compiled[key]; s != nil {
		return s
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	doc := parse(t, text(t, kind, draft))
	id := doc["$id"].(string)
	if err := c.AddResource(id, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	if want := map[Draft]int{Draft2020: 2020, Draft07: 7}[draft]; s.DraftVersion != want {
		t.Fatalf("it was read as draft %d", s.DraftVersion)
	}
	compiled[key] = s
	return s
}

func TestSchemasHoldAgainstTheirMetaschema(t *testing.T) {
	each(t, func(t *testing.T, kind Kind, draft Draft) { compile(t, kind, draft) })
}

func TestSchemasAreTheSameOnEveryRun(t *testing.T) {
	each(t, func(t *testing.T, kind Kind, draft Draft) {
		first := text(t, kind, draft)
		for range 5 {
			if !bytes.Equal(first, text(t, kind, draft)) {
				t.Fatal("two runs differ")
			}
		}
		var indented bytes.Buffer
		if err := json.Indent(&indented, first, "", "  "); err != nil || !bytes.Equal(indented.Bytes(), first) {
			t.Errorf("it is not written as indented JSON: %v", err)
		}
	})
}

func TestWhatThereIsNoSchemaOf(t *testing.T) {
	for _, c := range []struct {
		kind  Kind
		draft Draft
	}{{"promise", Draft2020}, {"", Draft07}, {Win, "04"}, {Win, ""}} {
		if b, err := Of(c.kind, c.draft); err == nil {
			t.Errorf("%q in draft %q has a schema of %d bytes", c.kind, c.draft, len(b))
		}
	}
}

// TestKeywordsAreThoseOfTheDraft also keeps "$ref" alone, since draft-07
// ignores what stands beside it.
func TestKeywordsAreThoseOfTheDraft(t *testing.T) {
	both := []string{
		"$schema", "$id", "$comment", "$ref", "title", "description", "type", "properties", "required", "additionalProperties",
		"items", "anyOf", "allOf", "not", "if", "then", "enum", "pattern", "format", "minimum", "maximum", "maxLength",
	}
	known := map[Draft][]string{
		Draft07:   append(slices.Clone(both), "definitions", "enumDescriptions"),
		Draft2020: append(slices.Clone(both), "$defs", "oneOf", "const"),
	}
	each(t, func(t *testing.T, kind Kind, draft Draft) {
		visited := 0
		keywords(parse(t, text(t, kind, draft)), func(schema map[string]any) {
			visited++
			for key := range schema {
				if !slices.Contains(known[draft], key) {
					t.Errorf("the keyword %q is not one of the draft's", key)
				}
			}
			if schema["$ref"] != nil && len(schema) > 1 {
				t.Errorf("a $ref does not stand alone: %v", schema)
			}
		})
		if visited < 100 {
			t.Errorf("only %d schemas were looked at", visited)
		}
	})
}

// keywords visits every schema within a schema.
func keywords(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			keywords(e, visit)
		}
	case map[string]any:
		visit(v)
		for key, e := range v {
			switch key {
			case "properties", "definitions", "$defs":
				for _, s := range e.(map[string]any) {
					keywords(s, visit)
				}
			case "items", "anyOf", "allOf", "oneOf", "not", "if", "then":
				keywords(e, visit)
			}
		}
	}
}

func TestEveryDefinitionIsUsed(t *testing.T) {
	each(t, func(t *testing.T, kind Kind, draft Draft) {
		doc := parse(t, text(t, kind, draft))
		used := map[string]bool{}
		keywords(doc, func(schema map[string]any) {
			if ref, ok := schema["$ref"].(string); ok {
				used[ref[strings.LastIndexByte(ref, '/')+1:]] = true
			}
		})
		for name := range definitions(doc) {
			if !used[name] {
				t.Errorf("nothing refers to the definition %q", name)
			}
		}
	})
}

func definitions(doc map[string]any) map[string]any {
	for _, key := range []string{"$defs", "definitions"} {
		if defs, ok := doc[key].(map[string]any); ok {
			return defs
		}
	}
	return nil
}

// TestEveryFieldIsThere walks the tables and the schema side by side, with the
// values of each field's vocabulary.
func TestEveryFieldIsThere(t *testing.T) {
	each(t, func(t *testing.T, kind Kind, draft Draft) {
		w := &walker{t: t, doc: parse(t, text(t, kind, draft))}
		w.fields(string(kind), tables[kind], w.doc)
		if w.visited < 50 || w.terms < 6 {
			t.Errorf("only %d fields, %d of them with a vocabulary, were looked at", w.visited, w.terms)
		}
	})
}

type walker struct {
	t              *testing.T
	doc            map[string]any
	visited, terms int
}

func (w *walker) fields(path string, fields []tracker.Field, schema map[string]any) {
	properties, _ := schema["properties"].(map[string]any)
	if len(properties) != len(fields) || schema["additionalProperties"] != false {
		w.t.Errorf("%s: the schema has %d properties, the table %d fields; others: %v", path, len(properties), len(fields), schema["additionalProperties"])
	}
	record := !strings.Contains(path, ".") && path != string(Strategy)
	for i := range fields {
		f := &fields[i]
		here := path + "." + f.Key
		if needed := f.Need && !(record && inBody(f)); slices.Contains(strs(schema["required"]), f.Key) != needed {
			w.t.Errorf("%s: required is not %v, as the table says", here, needed)
		}
		p, ok := properties[f.Key].(map[string]any)
		if !ok {
			w.t.Errorf("%s is missing", here)
			continue
		}
		w.visited++
		description, _ := p["description"].(string)
		if p["title"] != f.Label || !strings.Contains(description, f.Help) || !strings.Contains(description, f.Question) {
			w.t.Errorf("%s: the title is %q, the description %q", here, p["title"], description)
		}
		single, array := w.forms(p)
		if (array != nil) != f.Many {
			w.t.Errorf("%s: a list may stand here, or may not, against the table", here)
		}
		w.one(here, f, single)
		if f.Many {
			w.one(here+"[]", f, array)
		}
	}
}

// forms returns what a field's schema offers for one value and, where a list
// may stand for it, for an element.
func (w *walker) forms(schema map[string]any) (single, element []map[string]any) {
	var offer func(v any, into *[]map[string]any)
	offer = func(v any, into *[]map[string]any) {
		s := v.(map[string]any)
		if ref, ok := s["$ref"].(string); ok {
			s = definitions(w.doc)[ref[strings.LastIndexByte(ref, '/')+1:]].(map[string]any)
		}
		*into = append(*into, s)
		for _, key := range []string{"anyOf", "allOf"} {
			alternatives, _ := s[key].([]any)
			for _, a := range alternatives {
				offer(a, into)
			}
		}
	}
	var all []map[string]any
	offer(schema, &all)
	for _, s := range all {
		if s["type"] == "array" {
			offer(s["items"], &element)
		} else {
			single = append(single, s)
		}
	}
	return single, element
}

func (w *walker) one(path string, f *tracker.Field, offered []map[string]any) {
	switch f.Form {
	case tracker.FormObject:
		i := slices.IndexFunc(offered, func(s map[string]any) bool { return s["type"] == "object" && s["properties"] != nil })
		if i < 0 {
			w.t.Errorf("%s: no object may stand here", path)
			return
		}
		w.fields(path, f.Fields, offered[i])
	case tracker.FormWhole:
		w.bounds(path, f, offered)
	case tracker.FormTerm:
		w.terms++
		var ids, meanings []string
		for _, s := range offered {
			ids, meanings = append(ids, strs(s["enum"])...), append(meanings, strs(s["enumDescriptions"])...)
			values, _ := s["oneOf"].([]any)
			for _, v := range values {
				v := v.(map[string]any)
				ids = append(ids, v["const"].(string))
				meanings = append(meanings, fmt.Sprintf("%s: %s", v["title"], v["description"]))
			}
		}
		if !slices.Equal(ids, f.Vocabulary.IDs()) {
			w.t.Errorf("%s: the values are %q, those of the vocabulary %q", path, ids, f.Vocabulary.IDs())
		}
		for i, term := range f.Vocabulary.Terms {
			if want := term.Label + ": " + term.Definition; i >= len(meanings) || meanings[i] != want {
				w.t.Errorf("%s: %s is not described as %q", path, term.ID, want)
			}
		}
	}
}

// bounds also holds that a number within them is at least 1 wherever it has a
// least, which is all that a pattern for a number in quotation marks says.
func (w *walker) bounds(path string, f *tracker.Field, offered []map[string]any) {
	least, most := json.Number(strconv.Itoa(f.Min)), json.Number(strconv.Itoa(f.Max))
	for _, s := range offered {
		if s["type"] != "integer" {
			continue
		}
		if f.Min > 1 || f.Min == 1 && s["minimum"] != least || f.Max > 0 && s["maximum"] != most {
			w.t.Errorf("%s: the schema takes %v to %v, the table %s to %s", path, s["minimum"], s["maximum"], least, most)
		}
		return
	}
	w.t.Errorf("%s: no whole number may stand here", path)
}

func strs(v any) []string {
	var s []string
	values, _ := v.([]any)
	for _, e := range values {
		s = append(s, e.(string))
	}
	return s
}

// TestExactFieldsExist keeps the closer rules from pointing at fields that are
// not there any more.
func TestExactFieldsExist(t *testing.T) {
	exists := map[string]bool{}
	var walk func(path string, fields []tracker.Field)
	walk = func(path string, fields []tracker.Field) {
		for i := range fields {
			f := &fields[i]
			exists[path+"."+f.Key] = true
			if len(f.Fields) > 0 {
				walk(cmp.Or(shapeOf(f.Fields).name, f.Key), f.Fields)
			}
		}
	}
	for _, fields := range tables {
		walk("", fields)
	}
	for _, path := range slices.Sorted(maps.Keys(exact)) {
		if !exists[path] {
			t.Errorf("there is a rule for %s, which is no field", path)
		}
	}
	for _, s := range shapes {
		for _, key := range s.either {
			if tracker.FieldByKey(s.fields, key) == nil {
				t.Errorf("%s needs %s, which is no field of it", s.name, key)
			}
		}
	}
}
