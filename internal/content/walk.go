package content

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// candidate is a file that should be a record.
type candidate struct {
	file  string
	kind  tracker.Kind
	id    tracker.ID
	named bool // the id may be one: see nameProblem
}

// tree is what lies in a tracker.
type tree struct {
	strategy []string        // in the order in which they are merged
	refused  bool            // a file of the strategy is none that may be read
	records  []candidate     // by path
	others   []string        // files beside the records, by path: attachments, or strays
	links    map[string]bool // what is there beside the records and is no plain file
	found    int             // files that are records or should be, but for the others
	findings []diag.Finding
}

// recordFolders are the folders of records, and what lies in them.
var recordFolders = []struct {
	name string
	kind tracker.Kind
}{{"intakes", tracker.KindIntake}, {"wins", tracker.KindWin}}

// walk looks through a tracker without opening its files. What it returns does
// not depend on the order in which fsys lists.
func walk(fsys fs.FS) (*tree, error) {
	t := &tree{links: map[string]bool{}}
	top, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("list the tracker: %w", err)
	}
	entries := map[string]fs.DirEntry{}
	for _, e := range top {
		entries[e.Name()] = e
	}
	if e := entries["strategy.yaml"]; e != nil {
		if t.regular("strategy.yaml", e) {
			t.strategy = append(t.strategy, "strategy.yaml")
		} else {
			t.refused = true
		}
	}
	if e := entries["strategy.yml"]; e != nil {
		t.findings = append(t.findings, notARecord.At(diag.Place{File: "strategy.yml"}, "This file is not read.", "Rename it.").WithSuggestion("strategy.yaml"))
	}
	err = t.folder(fsys, entries["strategy"], "strategy", func(file string) {
		if path.Ext(file) == ".yaml" {
			t.strategy = append(t.strategy, file)
			return
		}
		f := notARecord.At(diag.Place{File: file}, "This file is not read: the strategy is written in .yaml files.", "Rename it, or start its name with an underscore.")
		if stem, ok := strings.CutSuffix(file, ".yml"); ok {
			f = f.WithSuggestion(stem + ".yaml")
		}
		t.findings = append(t.findings, f)
	})
	if err != nil {
		return nil, err
	}
	t.almostFolders(top)
	for _, folder := range recordFolders {
		err := t.folder(fsys, entries[folder.name], folder.name, func(file string) {
			t.record(file, folder.kind)
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(t.records, func(a, b candidate) int { return cmp.Compare(a.file, b.file) })
	return t, nil
}

// almostFolders reports what looks like records and lies where none are read.
func (t *tree) almostFolders(top []fs.DirEntry) {
	for _, e := range top {
		name := e.Name()
		for _, folder := range recordFolders {
			near := strings.EqualFold(name, folder.name) || strings.EqualFold(name+"s", folder.name)
			if e.IsDir() && near && name != folder.name {
				t.findings = append(t.findings, notARecord.At(diag.Place{File: name}, "This folder is not read: "+quote(folder.name)+" is.", "Move its records to "+folder.name+"/.").WithSuggestion(folder.name))
			}
		}
		if e.Type().IsRegular() && datedName.MatchString(name) {
			t.findings = append(t.findings, notARecord.At(diag.Place{File: name}, "This file is not read: it lies in no folder of records.", "Move it to wins/ or intakes/, or start its name with an underscore."))
		}
	}
}

// datedName is a file that is named as records are.
var datedName = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}.*\.md$`)

// folder calls each for the files below a folder of the tracker, by path,
// without those that are skipped by their names.
func (t *tree) folder(fsys fs.FS, e fs.DirEntry, name string, each func(file string)) error {
	if e == nil {
		return nil
	}
	if !e.IsDir() {
		t.findings = append(t.findings, irregular.At(diag.Place{File: name}, "This is not a plain folder, so nothing in it is read.", "Make it a folder."))
		t.refused = t.refused || name == "strategy"
		return nil
	}
	var files []string
	err := fs.WalkDir(fsys, name, func(file string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrPermission):
			t.findings = append(t.findings, noAccess(file))
			t.refused = t.refused || name == "strategy"
			return fs.SkipDir
		case err != nil:
			return err
		case file != name && skipped(e.Name()):
			if e.IsDir() {
				return fs.SkipDir
			}
		case e.IsDir():
		case t.regular(file, e):
			files = append(files, file)
		default:
			if name == "strategy" {
				t.refused = true
			} else {
				t.found++
				t.links[file] = true
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("list %s: %w", name, err)
	}
	slices.Sort(files)
	for _, file := range files {
		each(file)
	}
	return nil
}

// skipped reports whether a file or folder says by its name that it is none of
// the tracker's.
func skipped(name string) bool {
	return name[0] == '.' || name[0] == '_' || strings.EqualFold(name, "README.md")
}

func (t *tree) regular(file string, e fs.DirEntry) bool {
	what := "not a plain file"
	switch {
	case e.Type().IsRegular():
		return true
	case e.Type()&fs.ModeSymlink != 0:
		what = "a link to another file"
	case e.IsDir():
		what = "a folder, not a file"
	}
	t.findings = append(t.findings, irregular.At(diag.Place{File: file}, "This is "+what+", so it is not read.", ""))
	return false
}

func (t *tree) record(file string, kind tracker.Kind) {
	name := path.Base(file)
	ext := path.Ext(name)
	if !strings.EqualFold(ext, ".md") {
		t.others = append(t.others, file)
		return
	}
	t.found++
	stem := strings.TrimSuffix(name, ext)
	c := candidate{file: file, kind: kind, id: tracker.ID(stem), named: true}
	if err := nameProblem(stem); err != nil {
		c.named = false
		f := fileName.At(diag.Place{File: file}, "This file's name cannot be an id: "+err.Error()+".", mendName(err, "name."))
		if better := betterName(stem); better != "" {
			f = f.WithSuggestion(better + ".md")
		}
		t.findings = append(t.findings, f)
	}
	t.records = append(t.records, c)
}
