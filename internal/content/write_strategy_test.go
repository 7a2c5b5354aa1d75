package content

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"smallwins/internal/tracker"
)

// writeStrategy writes a strategy as one file.
func writeStrategy(st *tracker.Strategy) string {
	w := &writer{zeroes: true}
	settings := reflect.ValueOf(&st.Settings).Elem()
	fmt.Fprintf(w, "settings: %s\n", w.object(tracker.SettingsFields, settings, ""))
	w.zeroes = false
	for i := range tracker.StrategyFields {
		f := &tracker.StrategyFields[i]
		if !f.Many {
			continue
		}
		entries := map[string]any{"priorities": st.Priorities, "outcomes": st.Outcomes, "team": st.Team, "stakeholders": st.Stakeholders}[f.Key]
		fmt.Fprintf(w, "%s:\n", f.Key)
		for list, i := reflect.ValueOf(entries), 0; i < list.Len(); i++ {
			fmt.Fprintf(w, "  - %s\n", cmp.Or(w.object(f.Fields, list.Index(i).Elem(), ""), "{}"))
		}
	}
	return w.String()
}

// TestEveryFieldIsWritten makes a win, an intake and a strategy in which every
// field of the tables has a value, writes them and reads them again. Without it
// a field that neither the writer nor the loader knows would go unnoticed.
func TestEveryFieldIsWritten(t *testing.T) {
	win, intake, st := &tracker.Win{ID: "w"}, &tracker.Intake{ID: "i"}, &tracker.Strategy{}
	fill(tracker.WinFields, reflect.ValueOf(win).Elem())
	fill(tracker.IntakeFields, reflect.ValueOf(intake).Elem())
	note := tracker.Note{Label: "Own words", Prose: proseOf("*Kept*", "<p><em>Kept</em></p>\n", "Kept")}
	win.More, intake.More = []tracker.Note{note}, []tracker.Note{note}
	fill(tracker.SettingsFields, reflect.ValueOf(&st.Settings).Elem())
	st.Settings.Logo = "wins/logo.png"
	st.Priorities, st.Outcomes = []*tracker.Priority{{}}, []*tracker.Outcome{{}}
	st.Team, st.Stakeholders = []*tracker.Member{{}}, []*tracker.Stakeholder{{}}
	fill(tracker.PriorityFields, reflect.ValueOf(st.Priorities[0]).Elem())
	fill(tracker.OutcomeFields, reflect.ValueOf(st.Outcomes[0]).Elem())
	fill(tracker.MemberFields, reflect.ValueOf(st.Team[0]).Elem())
	fill(tracker.StakeholderFields, reflect.ValueOf(st.Stakeholders[0]).Elem())

	files := fstest.MapFS{
		theStrategy: {Data: []byte(writeStrategy(st))},
		theWin:      {Data: []byte(writeRecord(win, nil, layout{}))},
		theIntake:   {Data: []byte(writeRecord(intake, nil, layout{}))},

		"wins/logo.png": {Data: encoded(t, 8, 8)[".png"]},
	}
	l := load(t, files)
	for _, f := range l.findings {
		t.Errorf("%s: %s", f.Place, f.Message)
	}
	if len(l.records) < 2 {
		t.Fatal("records are lost")
	}
	for name, pair := range map[string][2]any{
		"the strategy": {st, &l.tracker.Strategy}, "the win": {win, l.records[theWin]}, "the intake": {intake, l.records[theIntake]},
	} {
		if diff := unequal(pair[0], pair[1]); diff != "" {
			t.Errorf("%s (-made +written and read):\n%s", name, diff)
		}
	}
	if t.Failed() {
		t.Logf("%s\n%s\n%s", files[theStrategy].Data, files[theWin].Data, files[theIntake].Data)
	}
}

// fill gives every field of a struct a value that its form allows.
func fill(fields []tracker.Field, into reflect.Value) {
	bound := bindingOf(into.Type())
	for i := range fields {
		f := &fields[i]
		if bound[f.Key] == nil {
			continue
		}
		v := bound.field(into, f.Key)
		if f.Many {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fillOne(f, v.Index(0))
			fillOne(f, v.Index(1))
			continue
		}
		fillOne(f, v)
	}
}

func fillOne(f *tracker.Field, v reflect.Value) {
	words := "A " + strings.ReplaceAll(f.Key, "_", " ") + `: "quoted" & #1 \ é`
	switch f.Form {
	case tracker.FormProse:
		v.Set(reflect.ValueOf(proseOf("Two\n\n- **"+f.Key[:1]+"**", "<p>Two</p>\n<ul>\n<li><strong>"+f.Key[:1]+"</strong></li>\n</ul>\n", "Two "+f.Key[:1])))
	case tracker.FormDate:
		v.Set(reflect.ValueOf(tracker.NewDate(2026, 2, 1+len(f.Key))))
	case tracker.FormTerm:
		v.SetString(f.Vocabulary.Terms[len(f.Vocabulary.Terms)-1].ID)
	case tracker.FormNumber:
		v.Set(reflect.ValueOf(tracker.Number{Value: -float64(len(f.Key)) / 8, Known: true}))
	case tracker.FormWhole:
		v.SetInt(int64(1000 + len(f.Key))) // more than any limit, so that none is lowered
	case tracker.FormFlag:
		if v.Kind() == reflect.Bool {
			v.SetBool(true)
		} else {
			v.Set(reflect.ValueOf(new(bool)))
		}
	case tracker.FormAddress:
		v.SetString("https://example.org/" + f.Key)
	case tracker.FormFree:
		v.Set(reflect.ValueOf(map[string]string{"why": "Why it counts", "own words": words}))
	case tracker.FormObject:
		fill(f.Fields, v)
	default:
		if v.Type() == reflect.TypeFor[tracker.ID]() {
			words = "an-" + f.Key
		}
		v.SetString(words)
	}
}

func proseOf(source, html, text string) tracker.Prose {
	return tracker.Prose{Source: source, HTML: html, Text: text}
}
