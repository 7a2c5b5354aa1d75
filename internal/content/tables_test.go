package content

import (
	"reflect"
	"testing"

	"smallwins/internal/tracker"
)

// TestTablesBindStructs holds the field tables and the structs of the domain
// together, in both directions and down to the type of each value.
func TestTablesBindStructs(t *testing.T) {
	for _, c := range []struct {
		name   string
		fields []tracker.Field
		into   any
	}{
		{"win", tracker.WinFields, tracker.Win{}},
		{"intake", tracker.IntakeFields, tracker.Intake{}},
		{"settings", tracker.SettingsFields, tracker.Settings{}},
		{"priority", tracker.PriorityFields, tracker.Priority{}},
		{"outcome", tracker.OutcomeFields, tracker.Outcome{}},
		{"member", tracker.MemberFields, tracker.Member{}},
		{"stakeholder", tracker.StakeholderFields, tracker.Stakeholder{}},
	} {
		checkTable(t, c.name, c.fields, reflect.TypeOf(c.into))
	}
}

func checkTable(t *testing.T, name string, fields []tracker.Field, into reflect.Type) {
	t.Helper()
	bound := bindingOf(into)
	seen := map[string]bool{}
	for i := range fields {
		f := &fields[i]
		if seen[f.Key] {
			t.Errorf("%s.%s stands twice in the table", name, f.Key)
		}
		seen[f.Key] = true
		index := bound[f.Key]
		if index == nil {
			if f.Form != tracker.FormFree {
				t.Errorf("%s.%s has no struct field", name, f.Key)
			}
			continue
		}
		typ := into.FieldByIndex(index).Type
		if f.Many {
			if typ.Kind() != reflect.Slice {
				t.Errorf("%s.%s is a list in the table and %s in the struct", name, f.Key, typ)
				continue
			}
			typ = typ.Elem()
		}
		if !fits(f.Form, typ) {
			t.Errorf("%s.%s: form %d does not fit %s", name, f.Key, f.Form, typ)
			continue
		}
		if f.Form == tracker.FormTerm && f.Vocabulary == nil {
			t.Errorf("%s.%s has no vocabulary", name, f.Key)
		}
		if f.Form == tracker.FormObject {
			checkTable(t, name+"."+f.Key, f.Fields, typ)
			if f.Short != "" && tracker.FieldByKey(f.Fields, f.Short) == nil {
				t.Errorf("%s.%s: the short form %q is no field of it", name, f.Key, f.Short)
			}
		}
	}
	for key := range bound {
		if !seen[key] {
			t.Errorf("%s.%s is in the struct but not in the table", name, key)
		}
	}
}

func fits(form tracker.Form, typ reflect.Type) bool {
	switch form {
	case tracker.FormProse:
		return typ == reflect.TypeFor[tracker.Prose]()
	case tracker.FormDate:
		return typ == reflect.TypeFor[tracker.Date]()
	case tracker.FormPerson:
		return typ == reflect.TypeFor[tracker.Person]()
	case tracker.FormRef:
		return typ == reflect.TypeFor[tracker.ID]()
	case tracker.FormNumber:
		return typ == reflect.TypeFor[tracker.Number]()
	case tracker.FormWhole:
		return typ.Kind() == reflect.Int
	case tracker.FormFlag:
		return typ.Kind() == reflect.Bool || typ == reflect.TypeFor[*bool]()
	case tracker.FormObject:
		return typ.Kind() == reflect.Struct
	case tracker.FormFree:
		return typ == reflect.TypeFor[map[string]string]()
	}
	return typ.Kind() == reflect.String
}

// TestHeadingsAreUnambiguous proves that no two prose fields of a record share
// a heading, and that no field which belongs into the front matter takes one.
func TestHeadingsAreUnambiguous(t *testing.T) {
	for name, fields := range map[string][]tracker.Field{"win": tracker.WinFields, "intake": tracker.IntakeFields} {
		h := newHeadings(fields, nil)
		if h.lead == nil {
			t.Errorf("%s: no field for the text before the first heading", name)
		}
		for i := range fields {
			f := &fields[i]
			for _, heading := range []string{f.Key, f.Label, f.Question} {
				if f.Form == tracker.FormProse && heading != "" && h.match(heading) != f {
					t.Errorf("%s: the heading %q of %s leads to %s", name, heading, f.Key, h.match(heading).Key)
				}
			}
		}
	}
}

// TestStrategyHasNoProse: the decoder of the strategy has no typesetter.
func TestStrategyHasNoProse(t *testing.T) {
	var look func(path string, fields []tracker.Field)
	look = func(path string, fields []tracker.Field) {
		for _, f := range fields {
			if f.Form == tracker.FormProse {
				t.Errorf("%s.%s is prose", path, f.Key)
			}
			look(path+"."+f.Key, f.Fields)
		}
	}
	look("strategy", tracker.StrategyFields)
}
