package content

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

var update = flag.Bool("update", false, "write what Load returns into testdata")

// TestGolden loads the tracker in each archive, and compares the findings with
// its file want/findings and the records with want/records.
func TestGolden(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			tr, findings := mustLoad(t, filesOf(archive))
			for _, f := range findings {
				if word := tooTechnical.FindString(f.Message + " " + f.Mend); word != "" {
					t.Errorf("%q in %+v", word, f)
				}
			}
			var text strings.Builder
			if err := diag.WriteText(&text, &diag.Report{Findings: findings}); err != nil {
				t.Fatal(err)
			}
			got["want/findings"], got["want/records"] = text.String(), dump(tr)
			for i, f := range archive.Files {
				want, ok := got[f.Name]
				if !ok {
					continue
				}
				if *update {
					archive.Files[i].Data = []byte(want)
				} else if diff := cmp.Diff(string(f.Data), want); diff != "" {
					t.Errorf("%s (-want +got):\n%s", f.Name, diff)
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func filesOf(archive *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys
}

func mustLoad(t *testing.T, fsys fstest.MapFS) (*tracker.Tracker, []diag.Finding) {
	t.Helper()
	tr, findings, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return tr, findings
}

// loadWin loads a tracker of one win.
func loadWin(t *testing.T, text string) (*tracker.Win, []diag.Finding) {
	t.Helper()
	tr, findings := mustLoad(t, fstest.MapFS{
		"strategy.yaml": {Data: []byte("settings: {}\n")},
		"wins/w.md":     {Data: []byte(text)},
	})
	if len(tr.Wins) == 0 {
		return nil, findings
	}
	return tr.Wins[0], findings
}

// dump writes a tracker's records the way that a person can compare them.
func dump(tr *tracker.Tracker) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n", tr.Census)
	for _, kind := range []tracker.Kind{tracker.KindIntake, tracker.KindWin, tracker.KindPriority} {
		if len(tr.Unread[kind]) > 0 {
			fmt.Fprintf(&b, "unread %s: %v\n", kind, tr.Unread[kind])
		}
	}
	show := func(what string, id tracker.ID, record any) {
		fmt.Fprintf(&b, "%s %s\n", what, id)
		dumpStruct(&b, reflect.ValueOf(record).Elem(), "  ")
	}
	show("settings", "", &tr.Strategy.Settings)
	for _, p := range tr.Strategy.Priorities {
		show("priority", p.ID, p)
	}
	for _, o := range tr.Strategy.Outcomes {
		show("outcome", o.ID, o)
	}
	for _, m := range tr.Strategy.Team {
		show("member", m.ID, m)
	}
	for _, s := range tr.Strategy.Stakeholders {
		show("stakeholder", s.ID, s)
	}
	for _, w := range tr.Wins {
		show("win", w.ID, w)
		dumpNotes(&b, w.More)
	}
	for _, in := range tr.Intakes {
		show("intake", in.ID, in)
		dumpNotes(&b, in.More)
	}
	return strings.NewReplacer(tracker.RootMark, "ROOT/", tracker.TableMark, "Table").Replace(b.String())
}

func dumpNotes(b *strings.Builder, notes []tracker.Note) {
	for _, n := range notes {
		mark := ""
		if n.TeamOnly {
			mark = " (team only)"
		}
		fmt.Fprintf(b, "  More %q%s:\n", n.Label, mark)
		dumpValue(b, reflect.ValueOf(n.Prose), "    ")
	}
}

func dumpStruct(b *strings.Builder, v reflect.Value, indent string) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Tag.Get("inline") != "" {
			dumpStruct(b, v.Field(i), indent)
			continue
		}
		value := v.Field(i)
		if f.Tag.Get("key") == "" || value.IsZero() {
			continue
		}
		fmt.Fprintf(b, "%s%s: ", indent, f.Tag.Get("key"))
		dumpValue(b, value, indent+"  ")
	}
}

func dumpValue(b *strings.Builder, v reflect.Value, indent string) {
	switch x := v.Interface().(type) {
	case tracker.Prose:
		fmt.Fprintf(b, "%s\n", x.On)
		for line := range strings.Lines(x.HTML) {
			fmt.Fprintf(b, "%s%s\n", indent, strings.TrimRight(line, "\n"))
		}
		fmt.Fprintf(b, "%stext %q\n%ssource %q\n", indent, x.Text, indent, x.Source)
		return
	case tracker.Date, tracker.Number:
		fmt.Fprintf(b, "%v\n", x)
		return
	case *bool:
		fmt.Fprintf(b, "%t\n", *x)
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		if v.Len() == 0 {
			b.WriteString("none, and says so")
		}
		b.WriteByte('\n')
		for i := range v.Len() {
			b.WriteString(indent + "- ")
			dumpValue(b, v.Index(i), indent+"  ")
		}
	case reflect.Struct:
		b.WriteByte('\n')
		dumpStruct(b, v, indent)
	case reflect.String:
		fmt.Fprintf(b, "%q\n", v.String())
	default:
		fmt.Fprintf(b, "%v\n", v.Interface())
	}
}

func filesOfIntake(front, body string) fstest.MapFS {
	return fstest.MapFS{"strategy.yaml": {}, "intakes/i.md": {Data: []byte("---\n" + front + "\n---\n" + body)}}
}
