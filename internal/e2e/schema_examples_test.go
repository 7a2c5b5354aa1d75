package e2e

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// inExamples returns the documents of the rules' examples and of testdata/broken,
// laid over the base.
func inExamples(t *testing.T) []document {
	t.Helper()
	base, rules := baseTracker(t), allRules(t)
	var ds []document
	add := func(from string, fsys, under fstest.MapFS) {
		for _, name := range slices.Sorted(maps.Keys(fsys)) {
			if kind := kindOf(name); kind != "" && fsys[name] != under[name] && fsys[name].Mode == 0 {
				ds = append(ds, document{from + ": " + name, kind, string(fsys[name].Data)})
			}
		}
	}
	add("the base", base, nil)
	for _, id := range slices.Sorted(maps.Keys(rules)) {
		add("the bad example of "+id, laidOver(t, base, rules[id].Bad, homeOf(id)), base)
		add("the good example of "+id, laidOver(t, base, rules[id].Good, homeOf(id)), base)
	}
	for _, name := range must(filepath.Glob("testdata/broken/*.txtar"))(t) {
		files := must(txtar.ParseFile(name))(t).Files
		add(name, must(lay(base, slices.Clip(files[:len(files)-1])))(t), base)
	}
	return ds
}
