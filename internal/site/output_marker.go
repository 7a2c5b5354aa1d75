package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// markName is the file by which smallwins knows a folder as its own. It lists
// every other file, so that nothing else is ever taken for part of a site.
const markName = ".smallwins"

const (
	markHead = "smallwins site 1\n"
	markText = "smallwins made this folder and replaces the whole of it at each build.\n"
)

// strays are what desktop systems drop into any folder that is looked at.
var strays = []string{".DS_Store", "Thumbs.db", "desktop.ini"}

// marker returns the contents of the mark: nothing that changes from one build
// of the same records to the next.
func marker(files []string) []byte {
	files = slices.Sorted(slices.Values(files))
	var b strings.Builder
	fmt.Fprintf(&b, "%s%sFiles: %d\n\n", markHead, markText, len(files))
	for _, name := range files {
		b.WriteString(name)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

var errUnmarked = errors.New("it is not empty and smallwins did not make it; name an empty or a new folder")

// listOf returns the set of files that make up the site in dir, by their
// paths; nil where dir is empty or does not exist. It fails where dir is
// anything but that.
func listOf(dir string) (map[string]bool, error) {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, errors.New("it is a file; name a folder")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) == 0 {
		return nil, err
	}
	mark := filepath.Join(dir, markName)
	if info, err := os.Lstat(mark); err != nil || !info.Mode().IsRegular() {
		return nil, errUnmarked
	}
	text, err := os.ReadFile(mark)
	if err != nil {
		return nil, err
	}
	rest, ok := strings.CutPrefix(string(text), markHead)
	if !ok {
		return nil, errUnmarked
	}
	_, names, _ := strings.Cut(rest, "\n\n")
	listed := map[string]bool{markName: true}
	for name := range strings.Lines(names) {
		listed[filepath.FromSlash(strings.TrimSuffix(name, "\n"))] = true
	}
	return listed, nil
}

// walkMade visits everything below dir except folders, which belong to nobody,
// and says of each whether it is ours. Links are never followed and never ours.
func walkMade(dir string, listed map[string]bool, visit func(path string, d fs.DirEntry, ours bool) error) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		ours := d.Type().IsRegular() && (listed[rel] || slices.Contains(strays, d.Name()))
		return visit(rel, d, ours)
	})
}

// removeMade removes the site in dir, and dir with it. What smallwins did not
// write stays where it is and makes removeMade fail. The mark goes last: a
// removal that was interrupted can be taken up again.
func removeMade(dir string) error {
	listed, err := listOf(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	if listed == nil {
		if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	var kept string
	err = walkMade(dir, listed, func(rel string, _ fs.DirEntry, ours bool) error {
		if !ours {
			kept = rel
			return nil
		}
		if rel == markName {
			return nil
		}
		return os.Remove(filepath.Join(dir, rel))
	})
	if err != nil {
		return err
	}
	if kept != "" {
		return fmt.Errorf("%s holds %q, which smallwins did not write; move it out and remove the folder", dir, kept)
	}
	return os.RemoveAll(dir) // the mark and empty folders
}
