package tracker_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"smallwins/internal/tracker"
)

// tables are the field tables with the values that they describe.
var tables = []struct {
	name   string
	fields []tracker.Field
	value  any
}{
	{"win", tracker.WinFields, tracker.Win{}},
	{"intake", tracker.IntakeFields, tracker.Intake{}},
	{"promise", tracker.PromiseFields, tracker.Promise{}},
	{"settings", tracker.SettingsFields, tracker.Settings{}},
	{"priority", tracker.PriorityFields, tracker.Priority{}},
	{"outcome", tracker.OutcomeFields, tracker.Outcome{}},
	{"member", tracker.MemberFields, tracker.Member{}},
	{"stakeholder", tracker.StakeholderFields, tracker.Stakeholder{}},
	{"strategy", tracker.StrategyFields, nil},
}

// eachField visits the fields of all tables, those of objects too.
func eachField(visit func(path string, f *tracker.Field)) {
	var walk func(string, []tracker.Field)
	walk = func(path string, fields []tracker.Field) {
		for i := range fields {
			visit(path+"."+fields[i].Key, &fields[i])
			walk(path+"."+fields[i].Key, fields[i].Fields)
		}
	}
	for _, table := range tables {
		walk(table.name, table.fields)
	}
}

func TestFieldsSayWhatTheirFormNeeds(t *testing.T) {
	kinds := []tracker.Kind{tracker.KindWin, tracker.KindIntake, tracker.KindPriority, tracker.KindOutcome, tracker.KindMember, tracker.KindStakeholder}
	visited := 0
	eachField(func(path string, f *tracker.Field) {
		visited++
		if f.Key == "" || strings.Trim(f.Key, "abcdefghijklmnopqrstuvwxyz_") != "" {
			t.Errorf("%s: the key is not written in small letters and underscores", path)
		}
		if f.Label == "" || f.Label != strings.TrimSpace(f.Label) {
			t.Errorf("%s: the label is %q", path, f.Label)
		}
		if (f.Form == tracker.FormTerm) != (f.Vocabulary != nil) {
			t.Errorf("%s: a term without a vocabulary, or the other way round", path)
		}
		if (f.Form == tracker.FormRef) != slices.Contains(kinds, f.Target) {
			t.Errorf("%s: a reference to nothing, or a target of what is none", path)
		}
		if (f.Form == tracker.FormObject) != (len(f.Fields) > 0) {
			t.Errorf("%s: an object without fields, or the other way round", path)
		}
		if f.Short != "" && tracker.FieldByKey(f.Fields, f.Short) == nil {
			t.Errorf("%s: plain text stands for %q, which is no field of it", path, f.Short)
		}
		if f.Form != tracker.FormProse && (f.Lead || f.Question != "") {
			t.Errorf("%s: it is no prose, and yet body text belongs to it", path)
		}
		if f.Plan && f.Form != tracker.FormDate {
			t.Errorf("%s: it is no date, and yet may lie ahead", path)
		}
		if (f.Min != 0 || f.Max != 0) && (f.Form != tracker.FormWhole || f.Min < 1 || f.Max > 0 && f.Max < f.Min) {
			t.Errorf("%s: no whole number lies between %d and %d, or it is none", path, f.Min, f.Max)
		}
		if f.Help != "" && !strings.HasSuffix(f.Help, ".") && !strings.HasSuffix(f.Help, "?") {
			t.Errorf("%s: the help is no sentence: %q", path, f.Help)
		}
	})
	if visited < 150 {
		t.Errorf("only %d fields were visited", visited)
	}
}

func TestKeysAndHeadingsAreUnique(t *testing.T) {
	var unique func(string, []tracker.Field)
	unique = func(path string, fields []tracker.Field) {
		keys, headings, leads := map[string]bool{}, map[string]string{}, 0
		for _, f := range fields {
			if keys[f.Key] {
				t.Errorf("%s has two fields %q", path, f.Key)
			}
			keys[f.Key] = true
			if f.Lead {
				leads++
			}
			if f.Form == tracker.FormProse {
				for _, h := range []string{f.Key, f.Label, f.Question} {
					h = strings.ToLower(strings.ReplaceAll(h, "_", " "))
					if other, taken := headings[h]; h != "" && taken && other != f.Key {
						t.Errorf("%s: the heading %q is of %q and of %q", path, h, other, f.Key)
					}
					headings[h] = f.Key
				}
			}
			unique(path+"."+f.Key, f.Fields)
		}
		if leads > 1 {
			t.Errorf("%s: the text before the first heading belongs to %d fields", path, leads)
		}
	}
	for _, table := range tables {
		unique(table.name, table.fields)
	}
}

// A key in a table and the tag of a struct's field are the same thing.
func TestTablesAndStructsAgree(t *testing.T) {
	var agree func(string, []tracker.Field, reflect.Type)
	agree = func(path string, fields []tracker.Field, typ reflect.Type) {
		tags := map[string]reflect.Type{}
		tagsOf(typ, tags)
		for _, f := range fields {
			if f.Form == tracker.FormFree && f.Key == "extra" {
				continue // kept under More
			}
			inner, ok := tags[f.Key]
			if !ok {
				t.Errorf("%s.%s: %s has no field for it", path, f.Key, typ)
				continue
			}
			delete(tags, f.Key)
			if f.Many != (inner.Kind() == reflect.Slice) {
				t.Errorf("%s.%s: many is %v, the type is %s", path, f.Key, f.Many, inner)
			}
			if inner.Kind() == reflect.Slice || inner.Kind() == reflect.Pointer {
				inner = inner.Elem()
			}
			if f.Form == tracker.FormObject {
				agree(path+"."+f.Key, f.Fields, inner)
			}
			if want, ok := map[tracker.Form]reflect.Type{
				tracker.FormProse:  reflect.TypeFor[tracker.Prose](),
				tracker.FormDate:   reflect.TypeFor[tracker.Date](),
				tracker.FormPerson: reflect.TypeFor[tracker.Person](),
				tracker.FormRef:    reflect.TypeFor[tracker.ID](),
				tracker.FormNumber: reflect.TypeFor[tracker.Number](),
				tracker.FormWhole:  reflect.TypeFor[int](),
				tracker.FormFlag:   reflect.TypeFor[bool](),
			}[f.Form]; ok && inner != want {
				t.Errorf("%s.%s: the type is %s, want %s", path, f.Key, inner, want)
			}
		}
		for key := range tags {
			t.Errorf("%s.%s: no table has it", path, key)
		}
	}
	for _, table := range tables {
		if table.value != nil {
			agree(table.name, table.fields, reflect.TypeOf(table.value))
		}
	}
}

func tagsOf(typ reflect.Type, tags map[string]reflect.Type) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		if key := f.Tag.Get("key"); key != "" {
			tags[key] = f.Type
		}
		if f.Tag.Get("inline") != "" {
			tagsOf(f.Type, tags)
		}
	}
}

func TestContractQuestionsAreFieldsOfAnIntake(t *testing.T) {
	for _, q := range tracker.Questions.Terms {
		f := tracker.FieldByKey(tracker.IntakeFields, q.ID)
		if f == nil || f.Form != tracker.FormProse || f.Question != q.Definition || f.Label != q.Label {
			t.Errorf("%s: %+v", q.ID, f)
		}
	}
}

func TestFieldByKey(t *testing.T) {
	if f := tracker.FieldByKey(tracker.WinFields, "why"); f == nil || f.Key != "why" {
		t.Errorf("got %+v", f)
	}
	for _, key := range []string{"", "Why", "no_such"} {
		if f := tracker.FieldByKey(tracker.WinFields, key); f != nil {
			t.Errorf("%q: %+v", key, f)
		}
	}
}
