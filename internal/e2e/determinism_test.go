package e2e

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"smallwins/internal/site"
	"smallwins/internal/tracker"
)

// sameFiles reports every file in which two sites differ.
func sameFiles(t *testing.T, a, b *built) {
	t.Helper()
	names := slices.Sorted(maps.Keys(a.files))
	if other := slices.Sorted(maps.Keys(b.files)); !slices.Equal(names, other) {
		t.Errorf("the sites hold different files:\n%s\n\n%s", names, other)
	}
	for _, name := range names {
		if !bytes.Equal(a.files[name], b.files[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestSameRecordsSameBytes(t *testing.T) {
	fsys := os.DirFS(repository)
	opts := site.Options{Version: "v0.0.0", Commit: "0123456789ab"}
	for _, e := range []tracker.Edition{tracker.LeadersEdition, tracker.TeamEdition} {
		sameFiles(t, buildFrom(t, fsys, e, opts), buildFrom(t, fsys, e, opts))
	}
}

// backwards lists folders from the last name to the first.
type backwards struct {
	fs.FS
	turned *atomic.Int32
}

func (b backwards) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(b.FS, name)
	if len(list) > 1 {
		slices.Reverse(list)
		b.turned.Add(1)
	}
	return list, err
}

func (b backwards) Open(name string) (fs.File, error) {
	f, err := b.FS.Open(name)
	if dir, ok := f.(fs.ReadDirFile); ok {
		return backwardsDir{dir, b, name}, err
	}
	return f, err
}

type backwardsDir struct {
	fs.ReadDirFile
	from backwards
	name string
}

func (d backwardsDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 {
		return d.ReadDirFile.ReadDir(n)
	}
	return d.from.ReadDir(d.name)
}

func TestOrderOfFilesDoesNotMatter(t *testing.T) {
	fsys := os.DirFS(repository)
	turned := backwards{fsys, new(atomic.Int32)}
	sameFiles(t, buildFrom(t, fsys, tracker.TeamEdition, site.Options{}), buildFrom(t, turned, tracker.TeamEdition, site.Options{}))
	if turned.turned.Load() == 0 {
		t.Error("no folder was listed backwards")
	}
}

// The zone of the machine, its language and the number of its processors do
// not show in a site. The records lie outside of any checkout: what is
// committed while a test runs would show.
func TestMachineDoesNotMatter(t *testing.T) {
	records := t.TempDir()
	if err := os.CopyFS(records, changed(t, nil)); err != nil {
		t.Fatal(err)
	}
	build := func(env ...string) *built {
		dir := filepath.Join(t.TempDir(), "public")
		cmd := exec.CommandContext(t.Context(), must(os.Executable())(t))
		cmd.Env = append(append(os.Environ(), env...), buildEnv+"="+dir, recordsEnv+"="+records)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", env, err, out)
		}
		return must(read(dir))(t)
	}
	east := build("TZ=Pacific/Kiritimati", "LANG=de_DE.UTF-8", "GOMAXPROCS=1")
	west := build("TZ=America/Los_Angeles", "LC_ALL=C", "GOMAXPROCS=7")
	if len(east.pages) < 60 {
		t.Fatalf("only %d pages were built", len(east.pages))
	}
	sameFiles(t, east, west)
}

// addressed is what only a page with a full address has: in its head, in the
// part of /data/ that leads to the feed or says how to get one, and on the paper
// of a report.
var addressed = regexp.MustCompile(`\n<(link rel="(canonical|alternate)"|meta property="og:|meta name="twitter:)[^>]*>|(?s:<section class="part" id="feed">.*?</section>)|<p class="small paper-only">On the web: [^<]*</p>`)

// The address of the site shows in what needs a full address, and nowhere else.
func TestBaseURLShowsWhereItMust(t *testing.T) {
	fsys := os.DirFS(repository)
	without := buildFrom(t, fsys, tracker.LeadersEdition, site.Options{})
	with := buildFrom(t, fsys, tracker.LeadersEdition, site.Options{BaseURL: "https://example.org/owner/report/"})
	for name, body := range with.files {
		p := with.pages[name]
		switch {
		case name == "404.html": // stands in for any page, at any depth
			for _, a := range all(p, "nav a, main a, link[rel=stylesheet], link[rel=icon]") {
				if to := attr(a, "href"); !strings.HasPrefix(to, "/owner/report/") {
					t.Errorf("404.html: %q does not start at the site's own root", to)
				}
			}
			for _, s := range all(p, "script[src]") {
				if to := attr(s, "src"); !strings.HasPrefix(to, "/owner/report/") {
					t.Errorf("404.html: %q does not start at the site's own root", to)
				}
			}
		case p != nil:
			want := "https://example.org/owner/report/" + strings.TrimSuffix(name, "index.html")
			equal(t, name+": canonical address", attr(one(t, p, "link[rel=canonical]"), "href"), want)
			if stripped := addressed.ReplaceAll(body, nil); !bytes.Equal(stripped, addressed.ReplaceAll(without.files[name], nil)) {
				t.Errorf("%s differs in more than what needs its address", name)
			}
		default:
			if plain, ok := without.files[name]; ok && !bytes.Equal(plain, body) {
				t.Errorf("%s differs", name)
			}
		}
	}
	for name := range without.files {
		if with.files[name] == nil {
			t.Errorf("%s is not there when the address is known", name)
		}
	}
}
