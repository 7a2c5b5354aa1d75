package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// place is where a site goes, with the names beside it that a build uses. All
// are absolute, and in one folder, so that a rename never crosses a disk.
type place struct {
	target string
	fresh  string // the site that is being written
	aside  string // the last site, between two renames and until it is removed
	lock   string
}

// placeOf resolves the target. Links on the way to it are followed; whether it
// is one itself is for refuse to say.
func placeOf(target string) (place, error) {
	if target == "" {
		return place{}, errors.New("no folder is named")
	}
	abs, err := filepath.Abs(target)
	if err != nil {
		return place{}, err
	}
	parent, err := resolve(filepath.Dir(abs))
	if err != nil {
		return place{}, err
	}
	base := filepath.Base(abs)
	beside := func(what string) string { return filepath.Join(parent, ".smallwins-"+what+"-"+base) }
	return place{filepath.Join(parent, base), beside("new"), beside("old"), beside("lock")}, nil
}

// resolve follows the links in the part of an absolute path that exists.
func resolve(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return real, err
	}
	if _, err := os.Lstat(path); err == nil {
		return "", fmt.Errorf("%s is a link to nowhere", path)
	}
	parent, err := resolve(filepath.Dir(path))
	return filepath.Join(parent, filepath.Base(path)), err
}

// recordFolders hold what a site is made from; a site inside one would be read
// as records by the next build.
var recordFolders = []string{"wins", "intakes", "strategy", "templates", ".git", ".github"}

// refuse says why the target's place must not hold a site, whatever is in it.
// Folders are compared by identity, since the same one can be spelt in many
// ways.
func (p place) refuse(tracker string) error {
	if filepath.Dir(p.target) == p.target {
		return errors.New("it is the root of the file system; name a folder of its own")
	}
	if info, err := os.Lstat(p.target); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return errors.New("it is a symbolic link; name the folder that it leads to")
	}
	if home, err := os.UserHomeDir(); err == nil && same(p.target, home) {
		return errors.New("it is your home folder; name a folder of its own")
	}
	tracker, err := filepath.Abs(tracker)
	if err != nil {
		return err
	}
	if tracker, err = filepath.EvalSymlinks(tracker); err != nil {
		return err
	}
	for dir := range upwards(tracker) {
		if same(p.target, dir) {
			return errors.New("the tracker's own files are in it; name a folder of its own, such as public")
		}
	}
	for _, name := range recordFolders {
		for dir := range upwards(p.target) {
			if same(dir, filepath.Join(tracker, name)) {
				return fmt.Errorf("it lies in the tracker's %s folder; name one outside of it", name)
			}
		}
	}
	return nil
}

// upwards yields an absolute path and every folder above it.
func upwards(path string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for yield(path) && filepath.Dir(path) != path {
			path = filepath.Dir(path)
		}
	}
}

func same(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// refuseUnmarked says why the folder's contents must not be replaced; it looks
// no further than the mark.
func refuseUnmarked(dir string) error {
	_, err := listOf(dir)
	return err
}

// refuseForeign says why the folder's contents must not be replaced: smallwins
// did not make the folder, or somebody has put files of their own into it.
func refuseForeign(dir string) error {
	listed, err := listOf(dir)
	if err != nil || listed == nil {
		return err
	}
	return walkMade(dir, listed, func(path string, _ fs.DirEntry, ours bool) error {
		if !ours {
			return fmt.Errorf("it holds %q, which smallwins did not write; move that out first, since each build replaces the whole folder", path)
		}
		return nil
	})
}

// mend puts things right after a build that was killed. It needs the lock.
//
//	killed while writing       fresh is there               remove fresh
//	killed between the renames fresh and aside, no target   put aside back, remove fresh
//	killed while cleaning up   aside and target             remove aside
func (p place) mend() error {
	if _, err := os.Lstat(p.aside); err == nil {
		_, err := os.Lstat(p.target)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if err := refuseUnmarked(p.aside); err != nil {
				return fmt.Errorf("%s is in the way: %w", p.aside, err)
			}
			if err := os.Rename(p.aside, p.target); err != nil {
				return err
			}
		case err != nil:
			return err
		default:
			if err := removeMade(p.aside); err != nil {
				return err
			}
		}
	}
	if _, err := os.Lstat(p.fresh); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	// An unfinished site has no list yet; that smallwins made the folder is
	// all there is to know, and nobody looks for it to put things in.
	if err := refuseUnmarked(p.fresh); err != nil {
		return fmt.Errorf("%s is in the way: %w", p.fresh, err)
	}
	return os.RemoveAll(p.fresh)
}
