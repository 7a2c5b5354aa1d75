package schema

import (
	"maps"
	"slices"
	"strings"

	"smallwins/internal/tracker"
)

// builder makes one schema, and the definitions that its parts share. "$ref"
// always stands alone, since draft-07 ignores whatever stands beside it.
type builder struct {
	draft Draft
	paths bool                      // addresses may be paths of attachments
	made  map[string]any            // definitions by name
	owner map[string]*tracker.Field // the first field of the object that a definition is of
}

// define returns a reference to the definition of that name, which is made
// when it is first needed.
func (b *builder) define(name string, definition func() object) object {
	if _, ok := b.made[name]; !ok {
		b.made[name] = nil // an object may hold others
		b.made[name] = definition()
	}
	return object{{"$ref", "#/" + b.defsKey() + "/" + name}}
}

func (b *builder) defs() object {
	var defs object
	for _, name := range slices.Sorted(maps.Keys(b.made)) {
		defs = append(defs, member{name, b.made[name]})
	}
	return defs
}

// record returns the schema of a record's front matter.
func (b *builder) record(title, description string, fields []tracker.Field, rules list) object {
	s := object{{"title", title}, {"description", description}, {"type", "object"}}
	s = append(s, b.properties(fields, "")...)
	if len(rules) > 0 {
		s = append(s, member{"allOf", rules})
	}
	return s
}

// strategy returns the schema of a strategy file. It may be empty, and each of
// its keys may be, but none may hold text.
func (b *builder) strategy(title, description string) object {
	var properties object
	for i := range tracker.StrategyFields {
		f := &tracker.StrategyFields[i]
		properties = append(properties, member{f.Key, property(f, append(b.values(f, ""), b.nothing()))})
	}
	return object{
		{"title", title}, {"description", description}, {"type", list{"object", "null"}},
		{"properties", properties}, {"additionalProperties", false},
	}
}

// properties returns the keywords for the fields of a record or an object;
// path is the name of the object's definition.
func (b *builder) properties(fields []tracker.Field, path string) object {
	var properties object
	var needs list
	for i := range fields {
		f := &fields[i]
		values := b.values(f, path)
		if !f.Need || path == "" && inBody(f) {
			if f.Form == tracker.FormFree && path == "" {
				values = append(values, b.nothing())
			} else {
				values = append(values, b.empty())
			}
			properties = append(properties, member{f.Key, property(f, values)})
			continue
		}
		needs = append(needs, f.Key)
		properties = append(properties, member{f.Key, append(property(f, values), member{"pattern", `\S`})})
	}
	s := object{{"properties", properties}}
	if len(needs) > 0 {
		s = append(s, member{"required", needs})
	}
	return append(s, member{"additionalProperties", false})
}

// inBody reports whether a field of a record may stand in the body instead,
// which a schema does not see.
func inBody(f *tracker.Field) bool { return f.Form == tracker.FormProse || f.Key == "title" }

func property(f *tracker.Field, values list) object {
	p := object{{"title", f.Label}}
	if text := describe(f); text != "" {
		p = append(p, member{"description", text})
	}
	return append(p, member{"anyOf", values})
}

// describe says what an author has to know about a field besides its label.
func describe(f *tracker.Field) string {
	var parts []string
	for _, part := range []string{f.Question, f.Help} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if f.TeamOnly {
		parts = append(parts, "Shown in the team's edition only.")
	}
	return strings.Join(parts, " ")
}

// values returns the schemas of what may stand for a field that is given.
func (b *builder) values(f *tracker.Field, path string) list {
	one := b.one(f, path)
	if !f.Many {
		return one
	}
	element := append(slices.Clone(one), b.nothing())
	switch f.Form {
	case tracker.FormObject:
		if f.Short != "" {
			element[len(one)] = b.empty()
		}
	case tracker.FormText, tracker.FormPerson, tracker.FormRef:
		element[len(one)] = b.empty() // blank text is left out of the list
	}
	// "a, b" is one text to YAML, and no list.
	if commas := map[tracker.Form]string{tracker.FormRef: ",", tracker.FormPerson: tracker.IDList}[f.Form]; commas != "" {
		one = list{object{{"allOf", one}, {"not", object{{"type", "string"}, {"pattern", commas}}}}}
	}
	return append(one, object{{"type", "array"}, {"items", object{{"anyOf", element}}}})
}

// one returns the schemas of a single value of a field.
func (b *builder) one(f *tracker.Field, path string) list {
	if closer := exact[path+"."+f.Key]; closer != nil {
		return list{closer(b)}
	}
	switch f.Form {
	case tracker.FormObject:
		return b.objectOrShort(f, path)
	case tracker.FormFree:
		return list{b.free(f)}
	case tracker.FormProse:
		if f.Question != "" {
			return list{b.prose(), b.answer()}
		}
		return list{b.prose()}
	case tracker.FormTerm:
		return list{b.term(f.Vocabulary)}
	case tracker.FormDate:
		return list{b.day()}
	case tracker.FormPerson:
		return list{b.person()}
	case tracker.FormRef:
		return list{b.reference()}
	case tracker.FormNumber:
		return list{b.number()}
	case tracker.FormWhole:
		return list{b.wholeWithin(f.Min, f.Max)}
	case tracker.FormFlag:
		return list{b.flag()}
	case tracker.FormAddress:
		return list{b.address()}
	}
	return list{b.text()}
}

// objectOrShort returns the schema of an object, and that of the plain text
// which may stand for it.
func (b *builder) objectOrShort(f *tracker.Field, path string) list {
	s := shapeOf(f.Fields)
	name := s.name
	if name == "" {
		name = f.Key
	}
	if first, ok := b.owner[name]; ok && first != &f.Fields[0] {
		name = path + "-" + name
	}
	b.owner[name] = &f.Fields[0]
	values := list{b.define(name, func() object {
		o := append(object{{"type", "object"}}, b.properties(f.Fields, name)...)
		if len(s.either) == 0 {
			return o
		}
		var either list
		for _, key := range s.either {
			either = append(either, given(key))
		}
		return append(o, member{"anyOf", either})
	})}
	if f.Short != "" {
		short := b.one(tracker.FieldByKey(f.Fields, f.Short), name)
		values = append(values, object{{"allOf", short}, {"not", b.yesOrNo()}})
	}
	return values
}

// free returns the schema of the team's own keys. Headings are given to fields
// that there are; whatever else there may be is kept as it is.
func (b *builder) free(f *tracker.Field) object {
	if f.Key != "labels" {
		return object{{"type", "object"}}
	}
	var headings object
	seen := map[string]bool{}
	for _, field := range slices.Concat(tracker.WinFields, tracker.IntakeFields) {
		if !seen[field.Key] {
			seen[field.Key] = true
			headings = append(headings, member{field.Key, object{{"title", field.Label}, {"anyOf", list{b.text(), b.nothing()}}}})
		}
	}
	return object{{"type", "object"}, {"properties", headings}, {"additionalProperties", false}}
}
