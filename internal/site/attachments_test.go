package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

// attached is a tracker whose win shows a picture and names a guide.
func attached(t *testing.T) (*tracker.Tracker, fstest.MapFS) {
	t.Helper()
	files := fstest.MapFS{
		"wins/é/board.png": {Data: []byte("a picture")}, "intakes/guide.pdf": {Data: []byte(strings.Repeat("a guide ", 4000))},
		"intakes/other.pdf": {Data: []byte("nobody links to it")},
	}
	board := &tracker.Attachment{File: "wins/é/board.png", Kind: "PNG", Size: 9, Width: 30, Height: 20}
	guide := &tracker.Attachment{File: "intakes/guide.pdf", Kind: "PDF", Size: 32000}
	tr := trackerOf(t, nil, []*tracker.Win{{
		ID: "w", Title: "W", Date: today, EnteredBy: "Bo",
		WhatHappened: tracker.Prose{HTML: `<p><img src="` + board.Address() + `" alt="A board"></p>`, Text: "A board"},
		Links:        []tracker.Link{{Title: "The guide", URL: guide.Address() + "#page=2"}, {URL: guide.Address()}, {Title: "Away", URL: "https://example.org/"}, {Title: "Nowhere"}},
	}}, nil)
	tr.Attach([]*tracker.Attachment{guide, board})
	return tr, files
}

// attempt builds a site and returns its files, or the error.
func attempt(t *testing.T, tr *tracker.Tracker, opts Options) (map[string]string, error) {
	t.Helper()
	dir, target := newTracker(t)
	out := create(t, target, dir)
	if _, err := Build(tr, out, opts); err != nil {
		return nil, errors.Join(err, out.Abort())
	}
	if err := out.Commit(); err != nil {
		t.Fatal(err)
	}
	files := tree(t, target)
	list, err := os.ReadFile(filepath.Join(target, markName))
	files[markName] = string(list)
	return files, err
}

func TestAttachmentsAreCopied(t *testing.T) {
	tr, source := attached(t)
	files, err := attempt(t, tr, Options{Files: source})
	if err != nil {
		t.Fatal(err)
	}
	for name := range files {
		if strings.HasPrefix(name, "files/") && name != "files/wins/é/board.png" && name != "files/intakes/guide.pdf" {
			t.Errorf("%s was copied", name)
		}
	}
	for name, f := range source {
		if got, ok := files["files/"+name]; ok && got != string(f.Data) {
			t.Errorf("%s holds %.40q", name, got)
		}
	}
	if !strings.Contains(files[markName], "files/intakes/guide.pdf") {
		t.Error("the list of the site's files does not name the guide")
	}
	p := pages(t, files)["wins/w/index.html"]
	if src := attribute(find(p, ".prose img")[0], "src"); src != "../../files/wins/%C3%A9/board.png" {
		t.Errorf("the picture comes from %s", src)
	}
	type link struct{ href, rel, text string }
	var got []link
	for _, a := range find(p, ".links a") {
		got = append(got, link{attribute(a, "href"), attribute(a, "rel"), textOf(a)})
	}
	want := []link{
		{"../../files/intakes/guide.pdf#page=2", "", "The guide (PDF, 31 KB)"},
		{"../../files/intakes/guide.pdf", "", "guide.pdf (PDF, 31 KB)"},
		{"https://example.org/", "noopener noreferrer", "Away"},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(link{})); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if n := len(find(p, ".links li")); n != 4 {
		t.Errorf("%d links, want the one that leads nowhere as well", n)
	}
}

// What changes between the check and the copy stops the build: the last site
// stays.
func TestAttachmentsThatChanged(t *testing.T) {
	for name, change := range map[string]func(fstest.MapFS){
		"longer":      func(f fstest.MapFS) { f["intakes/guide.pdf"].Data = make([]byte, 32001) },
		"much longer": func(f fstest.MapFS) { f["intakes/guide.pdf"].Data = make([]byte, 9<<20) },
		"shorter":     func(f fstest.MapFS) { f["intakes/guide.pdf"].Data = nil },
		"gone":        func(f fstest.MapFS) { delete(f, "intakes/guide.pdf") },
		"a link": func(f fstest.MapFS) {
			f["intakes/guide.pdf"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("other.pdf")}
		},
		"a folder":        func(f fstest.MapFS) { delete(f, "intakes/guide.pdf"); f["intakes/guide.pdf/x"] = &fstest.MapFile{} },
		"in a linked one": func(f fstest.MapFS) { f["wins/é"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("../intakes")} },
	} {
		t.Run(name, func(t *testing.T) {
			tr, source := attached(t)
			change(source)
			files, err := attempt(t, tr, Options{Files: source})
			if err == nil || len(files) > 0 {
				t.Errorf("%d files, %v", len(files), err)
			}
		})
	}
	tr, _ := attached(t)
	if _, err := attempt(t, tr, Options{}); err == nil {
		t.Error("attachments were copied from nowhere")
	}
}

// Names that no record may give an attachment are stopped here as well.
func TestHostileAttachmentNames(t *testing.T) {
	for _, name := range []string{"../secret.txt", "wins/../../secret.txt", "/etc/passwd", "wins/CON.txt", "wins/a:b.txt", "wins/a\nb.txt", `wins\a.txt`, "wins/a.txt."} {
		tr, source := attached(t)
		tr.Attach([]*tracker.Attachment{{File: name, Size: 1}})
		source[name] = &fstest.MapFile{Data: []byte("x")}
		if files, err := attempt(t, tr, Options{Files: source}); err == nil || len(files) > 0 {
			t.Errorf("%q was copied", name)
		}
	}
	tr, source := attached(t)
	source["wins/a.txt"], source["wins/A.txt"] = &fstest.MapFile{Data: []byte("x")}, &fstest.MapFile{Data: []byte("y")}
	tr.Attach([]*tracker.Attachment{{File: "wins/a.txt", Size: 1}, {File: "wins/A.txt", Size: 1}})
	if _, err := attempt(t, tr, Options{Files: source}); err == nil || !strings.Contains(err.Error(), "one name") {
		t.Error(err)
	}
}

// The copy on a disk: a link that was put in the place of a file is not followed.
func TestAttachmentsOnDisk(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(os.MkdirAll(filepath.Join(dir, "wins"), 0o755),
		os.WriteFile(filepath.Join(dir, "wins", "b.txt"), []byte("b"), 0o644),
		os.Symlink("b.txt", filepath.Join(dir, "wins", "a.txt"))); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for name, good := range map[string]bool{"wins/b.txt": true, "wins/a.txt": false} {
		tr := trackerOf(t, nil, nil, nil)
		tr.Attach([]*tracker.Attachment{{File: name, Size: 1}})
		if files, err := attempt(t, tr, Options{Files: root.FS()}); (err == nil) != good || good && files["files/"+name] != "b" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
