package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// fewestArchives is how many archives testdata/broken has at least: the search
// for them has found them all.
const fewestArchives = 70

// TestAuthorsAreToldWhatToDo lays each archive of testdata/broken over the base,
// as authors really break their files, and compares what they are told with the
// archive's file "want". The notation is that of diag.Rule.
func TestAuthorsAreToldWhatToDo(t *testing.T) {
	base, rules := baseTracker(t), allRules(t)
	names := must(filepath.Glob("testdata/broken/*.txtar"))(t)
	if len(names) < fewestArchives {
		t.Fatalf("only %d archives were found", len(names))
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive := must(txtar.ParseFile(name))(t)
			end := len(archive.Files) - 1
			if end < 1 || archive.Files[end].Name != "want" || len(archive.Comment) == 0 {
				t.Fatal("an archive says what it is about, and ends with what is wanted")
			}
			fsys := must(lay(base, slices.Clip(archive.Files[:end])))(t)
			got := told(t, findingsIn(t, rules, fsys))
			if want := string(archive.Files[end].Data); *update {
				archive.Files[end].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if want != got {
				t.Errorf("-want +got (-update writes it):\n%s", cmp.Diff(strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")))
			}
		})
	}
}
