package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// decoder fills the structs of the domain from YAML, by the tables of fields.
// It never stops at a slip: what is wrong is reported and left out, the rest
// is taken. A field that was written wrongly is still marked as written, so
// that no check calls it missing.
type decoder struct {
	*source
	origin *tracker.Origin
	more   *[]tracker.Note // where unknown keys go; nil where there is no place
	prose  *typesetter     // nil where the fields have no prose
	team   *teamNames      // nil where more is

	inBody func(key string) bool // the body has a heading for the field; nil where there is no body

	others     []tracker.Field // the fields of the other kind of record
	othersName string          // what those are called: "wins"
	strangers  []diag.Finding  // about keys and headings of that kind, for record.misplaced to judge
}

// mark notes that the field at path stands in n.
func (d *decoder) mark(path string, n *yaml.Node) {
	place := d.on(n)
	d.origin.Mark(path, place.Pos, place.End)
}

// object fills a struct from a mapping. path is where the mapping lies: "" at
// the top of a record.
func (d *decoder) object(n *yaml.Node, fields []tracker.Field, into reflect.Value, path string) {
	bound := bindingOf(into.Type())
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at := key.Value
		if path != "" {
			at = path + "." + key.Value
		}
		f := tracker.FieldByKey(fields, key.Value)
		if plain := strings.ReplaceAll(key.Value, "\uFFFD", ""); f == nil && plain != key.Value {
			// A character that was refused in a key has its own finding.
			if f = tracker.FieldByKey(fields, plain); f != nil {
				at = at[:len(at)-len(key.Value)] + plain
			}
		}
		switch {
		case f == nil:
			d.unknown(n, key, value, fields, path)
		case f.Form == tracker.FormFree && bound[f.Key] == nil:
			d.extra(f, value)
		default:
			d.field(f, key, value, bound.field(into, f.Key), at)
		}
	}
}

func (d *decoder) field(f *tracker.Field, key, value *yaml.Node, into reflect.Value, path string) {
	if isNull(value) {
		if isRemark(value.LineComment) {
			place := d.on(key)
			d.origin.MarkMeant(path, place.Pos, place.End)
		}
		return
	}
	if value.Kind == yaml.ScalarNode {
		if strings.TrimSpace(value.Value) == "" {
			return
		}
		d.mark(path, value)
	} else {
		d.mark(path, key)
	}
	if f.Many {
		d.list(f, value, into, path)
		return
	}
	d.value(f, value, into, path)
}

// value fills one value; ok is false where nothing came of it.
func (d *decoder) value(f *tracker.Field, n *yaml.Node, into reflect.Value, path string) (ok bool) {
	switch f.Form {
	case tracker.FormObject:
		return d.objectOrShort(f, n, into, path)
	case tracker.FormFree:
		return d.labels(f, n, into)
	case tracker.FormProse:
		if n.Kind == yaml.MappingNode && f.Question != "" {
			d.answer(f, n, into.Addr().Interface().(*tracker.Prose), path)
			return true
		}
	}
	if n.Kind != yaml.ScalarNode {
		d.wrongType(f, n)
		return false
	}
	if f.Form == tracker.FormProse {
		*into.Addr().Interface().(*tracker.Prose) = d.prose.value(n)
		return true
	}
	return d.scalar(f, n, into)
}

func (d *decoder) objectOrShort(f *tracker.Field, n *yaml.Node, into reflect.Value, path string) bool {
	switch {
	case n.Kind == yaml.MappingNode:
		d.object(n, f.Fields, into, path)
		if link, ok := into.Addr().Interface().(*tracker.Link); ok {
			d.linkText(n, link)
		}
		return true
	case n.Kind == yaml.ScalarNode && f.Short != "":
		if d.yesOrNo(f, n) {
			return false
		}
		short := tracker.FieldByKey(f.Fields, f.Short)
		ok := d.value(short, n, bindingOf(into.Type()).field(into, f.Short), path+"."+f.Short)
		if link, isLink := into.Addr().Interface().(*tracker.Link); isLink && !ok {
			link.Title, ok = addressText(n.Value), true
		}
		return ok
	}
	d.wrongType(f, n)
	return false
}

// yesOrNo reports, with a finding, that a word stands where a mapping or its
// short form is meant which only says that there is something, or nothing:
// "undone: false" must not publish a win as undone because of "false".
func (d *decoder) yesOrNo(f *tracker.Field, n *yaml.Node) bool {
	text := oneLine(n.Value)
	mend := ""
	switch word := strings.ToLower(text); {
	case slices.Contains(tracker.NoWords, word):
		mend = "Take the line out: where nothing is written, there is none."
		if f.Key == "undone" {
			mend = "Take the line out if it did not come undone."
		}
	case slices.Contains(tracker.YesWords, word):
		mend = fmt.Sprintf("Say what there is to say, for example %q.", f.Key+": {"+f.Short+": …}")
	default:
		return false
	}
	d.report(fieldType.At(d.on(n), fmt.Sprintf("%s is %s here; it has to be %s.", quote(f.Key), quote(text), expected(f)), mend))
	return true
}

// answer reads the long form of an answer to a contract question.
func (d *decoder) answer(f *tracker.Field, n *yaml.Node, into *tracker.Prose, path string) {
	fields := []tracker.Field{
		{Key: "text", Label: f.Label, Form: tracker.FormProse},
		{Key: "on", Label: "On", Form: tracker.FormDate},
	}
	var on tracker.Date
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch key.Value {
		case "text":
			d.field(&fields[0], key, value, reflect.ValueOf(into).Elem(), path+".text")
		case "on":
			d.field(&fields[1], key, value, reflect.ValueOf(&on).Elem(), path+".on")
		default:
			d.unknown(n, key, value, fields, path)
		}
	}
	into.On = on
}

// labels reads the team's own headings.
func (d *decoder) labels(f *tracker.Field, n *yaml.Node, into reflect.Value) bool {
	if n.Kind != yaml.MappingNode {
		d.wrongType(f, n)
		return false
	}
	labels := make(map[string]string, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if isNull(value) {
			continue
		}
		d.mark(f.Key+"."+key.Value, value)
		if value.Kind != yaml.ScalarNode {
			d.wrongType(&tracker.Field{Key: key.Value, Form: tracker.FormText}, value)
		} else if text := oneLine(value.Value); text != "" {
			labels[key.Value] = text
		}
	}
	into.Set(reflect.ValueOf(labels))
	return true
}

// extra keeps the team's own keys as notes.
func (d *decoder) extra(f *tracker.Field, n *yaml.Node) {
	if isNull(n) || d.more == nil {
		return
	}
	if n.Kind != yaml.MappingNode {
		d.wrongType(f, n)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i].Value, n.Content[i+1]
		d.note(key, value, d.team.means(key) || d.team.within(value))
	}
}

// note keeps a text under a label of the author's own. The caller has seen to it
// that there is a place for it.
func (d *decoder) note(label string, n *yaml.Node, teamOnly bool) {
	if isNull(n) {
		return
	}
	if label = oneLine(label); label == "" {
		label = "?"
	}
	prose := d.prose.value(n)
	if n.Kind != yaml.ScalarNode {
		text := oneLine(inWords(n))
		prose = tracker.Prose{Source: text, HTML: "<p>" + escapeText(text) + "</p>\n", Text: text}
	}
	if !prose.IsEmpty() {
		*d.more = append(*d.more, tracker.Note{Label: label, Prose: prose, TeamOnly: teamOnly})
	}
}

// inWords writes a list or mapping of the team's own on one line.
func inWords(n *yaml.Node) string {
	var parts []string
	switch n.Kind {
	case yaml.SequenceNode:
		for _, c := range n.Content {
			parts = append(parts, inWords(c))
		}
		return strings.Join(parts, ", ")
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			value := inWords(n.Content[i+1])
			if strings.TrimSpace(value) == "" {
				value = "–"
			}
			parts = append(parts, n.Content[i].Value+": "+value)
		}
		return strings.Join(parts, "; ")
	}
	return oneLine(n.Value)
}

// wrongType reports a value of the wrong shape.
func (d *decoder) wrongType(f *tracker.Field, n *yaml.Node) {
	if n.Kind == yaml.MappingNode && f.Many && f.Form != tracker.FormObject {
		d.report(fieldType.At(d.on(n), quote(f.Key)+" is a group of fields here; it has to be a list.", "Write a list in square brackets, for example \""+f.Key+": [one, another]\"."))
		return
	}
	got := map[yaml.Kind]string{yaml.ScalarNode: "a single value", yaml.SequenceNode: "a list", yaml.MappingNode: "a group of fields"}[n.Kind]
	d.report(fieldType.At(d.on(n), fmt.Sprintf("%s is %s here; it has to be %s.", quote(f.Key), got, expected(f)), ""))
}

// expected names the form of one value of a field.
func expected(f *tracker.Field) string {
	switch f.Form {
	case tracker.FormProse:
		return "text"
	case tracker.FormDate:
		return "a day"
	case tracker.FormPerson:
		return `a person: an id, or text such as "Name (Role)"`
	case tracker.FormRef:
		return "an id"
	case tracker.FormTerm:
		if ids := f.Vocabulary.IDs(); len(ids) > 1 {
			return "one of " + someOf(ids)
		}
		return f.Vocabulary.Terms[0].ID
	case tracker.FormNumber, tracker.FormWhole:
		return "a number"
	case tracker.FormFlag:
		return "true or false"
	case tracker.FormAddress:
		return "an address"
	case tracker.FormFree:
		return "a group of fields of your own"
	case tracker.FormObject:
		keys := make([]string, len(f.Fields))
		for i := range f.Fields {
			keys[i] = f.Fields[i].Key
		}
		return "a group of fields: " + someOf(keys)
	}
	return "one line of text"
}

// someOf lists the first few of many words.
func someOf(words []string) string {
	const most = 6
	if len(words) <= most {
		return strings.Join(words, ", ")
	}
	return strings.Join(words[:most], ", ") + " and others"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
