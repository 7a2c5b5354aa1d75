package trackergen

import (
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/check"
	"smallwins/internal/content"
	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

func TestDeterministic(t *testing.T) {
	var trees [2]map[string]string
	for i := range trees {
		dir := t.TempDir()
		if err := Write(dir, 40, 20, 7); err != nil {
			t.Fatal(err)
		}
		trees[i] = map[string]string{}
		err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			body, err := fs.ReadFile(os.DirFS(dir), path)
			trees[i][path] = string(body)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(trees[0], trees[1]); diff != "" {
		t.Errorf("two trackers of one seed differ:\n%s", diff)
	}
	if got := len(trees[0]); got != 61 {
		t.Errorf("%d files, want 61", got)
	}
}

// Nothing is wrong with a made-up tracker, and it leaves no field out.
func TestSoundAndComplete(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, 600, 300, 1); err != nil {
		t.Fatal(err)
	}
	made, findings, err := content.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	findings = append(findings, check.Run(made, asOf.AddDays(1), content.Rules)...)
	findings = slices.DeleteFunc(findings, func(f diag.Finding) bool { return f.Severity == diag.Hint })
	for _, f := range findings[:min(len(findings), 20)] {
		t.Errorf("%s: %s [%s]", f.Place, f.Message, f.Rule)
	}
	if got := made.Census; got != (tracker.Census{Found: 900, Published: 900}) {
		t.Errorf("census is %+v", got)
	}
	wrote := map[string]bool{} // keys of the team's own leave no trace in a record
	for _, w := range made.Wins {
		for _, f := range tracker.WinFields {
			wrote["win."+f.Key] = wrote["win."+f.Key] || w.Origin.Wrote(f.Key) || f.Form == tracker.FormFree
		}
	}
	for _, in := range made.Intakes {
		for _, f := range tracker.IntakeFields {
			wrote["intake."+f.Key] = wrote["intake."+f.Key] || in.Origin.Wrote(f.Key) || f.Form == tracker.FormFree
		}
	}
	for key, ok := range wrote {
		if !ok {
			t.Errorf("no record has %s", key)
		}
	}
}
