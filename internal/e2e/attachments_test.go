package e2e

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"smallwins/internal/cli"
	"smallwins/internal/site"
	"smallwins/internal/tracker"
)

// checkout writes files below a fresh folder, the way that a checkout has them.
func checkout(t *testing.T, files fstest.MapFS) string {
	t.Helper()
	dir := t.TempDir()
	for name, f := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if f.Mode&fs.ModeSymlink != 0 {
			if err := os.Symlink(string(f.Data), at); err != nil {
				t.Skip(err)
			}
		} else if err := os.WriteFile(at, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// buildOnDisk runs the program on a tracker and returns its site, its exit code
// and what it said.
func buildOnDisk(t *testing.T, dir string) (*built, int, string) {
	t.Helper()
	target := filepath.Join(t.TempDir(), "public")
	var said bytes.Buffer
	code := cli.Main([]string{"build", "--as-of", "2026-06-30", "--out", target, dir}, &said, &said, clock)
	if code != 0 {
		return nil, code, said.String()
	}
	return must(read(target))(t), code, said.String()
}

// withRenamed is the base tracker with a win that was renamed, a link to its old
// name, a picture and a guide.
func withRenamed(t *testing.T) fstest.MapFS {
	t.Helper()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	files := baseTracker(t)
	files["wins/2026-03-02-now.md"] = &fstest.MapFile{Data: []byte("---\ndate: 2026-03-02\nentered_by: ana\naliases: [2026-03-02-then]\nwhy: A test.\npriorities: []\n" +
		"links: [{title: The guide, url: ../intakes/guide.pdf}]\n---\n# It was renamed\n\n![Three boxes: ask, try, look](photos/board.png)\n")}
	files["wins/2026-03-03-links.md"] = &fstest.MapFile{Data: []byte("---\ndate: 2026-03-03\nentered_by: ana\nwhy: A test.\npriorities: []\n---\n# It links\n\n" +
		"To [the old name](2026-03-02-then.md) and [the guide](../intakes/guide.pdf#page=2).\n")}
	files["wins/photos/board.png"] = &fstest.MapFile{Data: picture.Bytes()}
	files["intakes/guide.pdf"] = &fstest.MapFile{Data: []byte("%PDF-1.7\n" + strings.Repeat("guide ", 600))}
	return files
}

func TestAttachmentsAndEarlierNamesArePublished(t *testing.T) {
	files := withRenamed(t)
	s, code, said := buildOnDisk(t, checkout(t, files))
	if code != 0 || strings.Contains(said, "warning") || !strings.Contains(said, " 0 left out") {
		t.Fatalf("ended with %d:\n%s", code, said)
	}
	for _, name := range []string{"wins/photos/board.png", "intakes/guide.pdf"} {
		if !bytes.Equal(s.files["files/"+name], files[name].Data) {
			t.Errorf("files/%s has %d bytes, want %d", name, len(s.files["files/"+name]), len(files[name].Data))
		}
	}
	img := one(t, s.page(t, "wins/2026-03-02-now/index.html"), ".prose img")
	for name, want := range map[string]string{
		"src": "../../files/wins/photos/board.png", "alt": "Three boxes: ask, try, look", "width": "40", "height": "30", "loading": "lazy", "decoding": "async",
	} {
		equal(t, name, attr(img, name), want)
	}
	equal(t, "links of the record", texts(s.page(t, "wins/2026-03-02-now/index.html"), ".links a"), []string{"The guide (PDF, 4 KB)"})
	var ways []string
	for _, a := range all(s.page(t, "wins/2026-03-03-links/index.html"), ".prose a") {
		ways = append(ways, attr(a, "href"))
	}
	equal(t, "links of the text", ways, []string{"../../wins/2026-03-02-now/index.html", "../../files/intakes/guide.pdf#page=2"})

	old := s.page(t, "wins/2026-03-02-then/index.html")
	equal(t, "refresh", attr(one(t, old, `meta[http-equiv="refresh"]`), "content"), "0; url=../../wins/2026-03-02-now/index.html")
	equal(t, "link", attr(one(t, old, "main a"), "href"), "../../wins/2026-03-02-now/index.html")
	equal(t, "heading", texts(old, "h1"), []string{"This page has a new address"})
}

// What is refused is told, and the site is built without it.
func TestRefusedAttachmentsAreNotPublished(t *testing.T) {
	files := withRenamed(t)
	body := "---\ndate: 2026-03-04\nentered_by: ana\nwhy: A test.\npriorities: []\n---\n# It shows too much\n"
	for name, data := range map[string]string{
		"page.html": "<script>alert(1)</script>", "drawing.svg": "<svg onload='alert(1)'/>", "page.png": "<html>", "run.pdf": "MZ\x90", "all.zip": "PK\x03\x04",
		"large.pdf": "%PDF-" + strings.Repeat("x", 6<<20), "two words.txt": "x", "con.txt": "x", "_draft.txt": "x",
	} {
		files["wins/"+name] = &fstest.MapFile{Data: []byte(data)}
		body += "\n[It](<" + name + ">) ![it](<" + name + ">)\n"
	}
	body += "\n[Up](../../secret.txt) [root](/etc/passwd) [git](../.git/config) [strategy](../strategy.yaml) ![gone](gone.png)\n"
	files["wins/2026-03-04-too-much.md"] = &fstest.MapFile{Data: []byte(body)}
	s, code, said := buildOnDisk(t, checkout(t, files))
	if code != 0 {
		t.Fatalf("ended with %d:\n%s", code, said)
	}
	equal(t, "links", len(all(s.page(t, "wins/2026-03-04-too-much/index.html"), ".prose a, .prose img")), 0)
	for name := range s.files {
		if strings.HasPrefix(name, "files/") && name != "files/wins/photos/board.png" && name != "files/intakes/guide.pdf" {
			t.Errorf("%s was published", name)
		}
	}
	for _, rule := range []string{"attachment/type", "attachment/content", "attachment/limit", "attachment/name", "attachment/missing", "link/not-published"} {
		if !strings.Contains(said, "["+rule+"]") {
			t.Errorf("nothing is said of %s:\n%s", rule, said)
		}
	}
}

// A link of the file system could publish what lies elsewhere, and two names
// that are one on some systems cannot both be files of the site.
func TestAttachmentsThatStopTheBuild(t *testing.T) {
	for rule, add := range map[string]func(fstest.MapFS){
		"file/irregular": func(f fstest.MapFS) {
			f["wins/photos/board.png"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("../../strategy.yaml")}
		},
		"attachment/case": func(f fstest.MapFS) {
			f["wins/Photos/x.txt"] = &fstest.MapFile{Data: []byte("x")}
			f["wins/2026-03-03-links.md"].Data = append(f["wins/2026-03-03-links.md"].Data, "\n[x](Photos/x.txt)\n"...)
		},
		"record/alias-form": func(f fstest.MapFS) {
			f["wins/2026-03-02-now.md"].Data = bytes.Replace(f["wins/2026-03-02-now.md"].Data, []byte("[2026-03-02-then]"), []byte("[../index]"), 1)
		},
		"record/alias-taken": func(f fstest.MapFS) {
			f["wins/2026-03-02-now.md"].Data = bytes.Replace(f["wins/2026-03-02-now.md"].Data, []byte("[2026-03-02-then]"), []byte("[2026-03-03-Links]"), 1)
		},
	} {
		t.Run(rule, func(t *testing.T) {
			files := withRenamed(t)
			add(files)
			if _, code, said := buildOnDisk(t, checkout(t, files)); code != 1 || !strings.Contains(said, "["+rule+"]") {
				t.Errorf("ended with %d:\n%s", code, said)
			}
		})
	}
}

// A link to the earlier name of a record for the team alone goes the way of a
// link to its present one.
func TestLeadersGetNoLinkByAnEarlierName(t *testing.T) {
	files := withRenamed(t)
	files["wins/2026-03-02-now.md"].Data = []byte(forTheTeam(string(files["wins/2026-03-02-now.md"].Data)))
	s := buildFrom(t, files, tracker.LeadersEdition, site.Options{})
	for name, body := range s.files {
		if bytes.Contains(body, []byte("2026-03-02-now")) || strings.Contains(name, "2026-03-02-then") || strings.Contains(name, "board.png") {
			t.Errorf("%s knows of it", name)
		}
	}
	if s.files["files/intakes/guide.pdf"] == nil {
		t.Error("the guide, which an open record links to as well, is missing")
	}
}
