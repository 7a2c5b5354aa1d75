package e2e

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"smallwins/internal/cli"
	"smallwins/internal/content"
	"smallwins/internal/diag"
	"smallwins/internal/insight"
	"smallwins/internal/site"
	"smallwins/internal/tracker"
)

// repository is the root of the checkout, which is the sample tracker.
const repository = "../.."

// clock stands still, months after the day that the sample pins.
func clock() time.Time { return time.Date(2026, time.November, 22, 12, 0, 0, 0, time.UTC) }

// scratch holds the sites that several tests look at.
var scratch string

// buildEnv makes the test binary build the records in the folder of recordsEnv
// into the folder that it names, and end: a build in a process of its own, with
// its own environment.
const buildEnv, recordsEnv = "SMALLWINS_E2E_BUILD", "SMALLWINS_E2E_RECORDS"

func TestMain(m *testing.M) {
	if dir := os.Getenv(buildEnv); dir != "" {
		os.Exit(cli.Main([]string{"build", "--out", dir, os.Getenv(recordsEnv)}, os.Stdout, os.Stderr, clock))
	}
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "smallwins-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	defer func() { closeBrowser() }() // whatever it is by then
	scratch = dir
	return m.Run()
}

// built is a site that was built, with its pages parsed.
type built struct {
	dir   string
	files map[string][]byte     // by path from the site's root, with forward slashes
	pages map[string]*html.Node // those of files that end in .html
}

func buildSample(edition string) func() (*built, error) {
	return sync.OnceValues(func() (*built, error) {
		dir := filepath.Join(scratch, edition)
		var stderr bytes.Buffer
		if code := cli.Main([]string{"build", "--edition", edition, "--out", dir, repository}, &stderr, &stderr, clock); code != 0 {
			return nil, fmt.Errorf("smallwins build ended with %d:\n%s", code, stderr.Bytes())
		}
		return read(dir)
	})
}

var leadersOnce, teamOnce = buildSample("leaders"), buildSample("team")

// leaders returns the sample's site as leaders see it, team as the team does.
func leaders(t *testing.T) *built { return must(leadersOnce())(t) }
func team(t *testing.T) *built    { return must(teamOnce())(t) }

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// read reads a built site. The list of files that smallwins keeps for itself is
// no part of it.
func read(dir string) (*built, error) {
	s := &built{dir: dir, files: map[string][]byte{}, pages: map[string]*html.Node{}}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == ".smallwins" {
			return err
		}
		body, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		s.files[name] = body
		if path.Ext(name) == ".html" {
			s.pages[name], err = html.Parse(bytes.NewReader(body))
		}
		return err
	})
	return s, err
}

// buildFrom builds a site from any file system, as of the day that its strategy
// pins, else the sample's.
func buildFrom(t *testing.T, fsys fs.FS, edition tracker.Edition, opts site.Options) *built {
	t.Helper()
	tr, _ := load(t, fsys)
	dir := filepath.Join(t.TempDir(), "public")
	out, err := site.CreateOutput(t.Context(), dir, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if opts.Files == nil {
		opts.Files = fsys
	}
	if _, err := site.Build(tr.Redacted(edition), out, opts); err != nil {
		t.Fatal(err)
	}
	if err := out.Commit(); err != nil {
		t.Fatal(err)
	}
	return must(read(dir))(t)
}

func load(t *testing.T, fsys fs.FS) (*tracker.Tracker, []diag.Finding) {
	t.Helper()
	tr, findings, err := content.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	day := tr.AsOf
	if day.IsZero() {
		day = date(t, "2026-06-30")
	}
	return tr.On(day), findings
}

func sample(t *testing.T) *tracker.Tracker {
	t.Helper()
	tr, _ := load(t, os.DirFS(repository))
	return tr
}

// eachEdition runs a check on the figures of everything that is known, and of
// what leaders may see: the figures must be the same.
func eachEdition(t *testing.T, check func(t *testing.T, f *insight.Figures)) {
	for _, e := range []tracker.Edition{tracker.TeamEdition, tracker.LeadersEdition} {
		t.Run(string(e), func(t *testing.T) { check(t, insight.Compute(sample(t).Redacted(e))) })
	}
}

func date(t *testing.T, s string) tracker.Date {
	t.Helper()
	return must(tracker.ParseDate(s))(t)
}

// page returns a page by its path from the root.
func (s *built) page(t *testing.T, name string) *html.Node {
	t.Helper()
	p := s.pages[name]
	if p == nil {
		t.Fatalf("the site has no page %s", name)
	}
	return p
}

// all returns what a CSS selector finds below n, in the order of the page.
func all(n *html.Node, selector string) []*html.Node {
	return cascadia.QueryAll(n, cascadia.MustCompile(selector))
}

// one returns the only element that the selector finds.
func one(t *testing.T, n *html.Node, selector string) *html.Node {
	t.Helper()
	found := all(n, selector)
	if len(found) != 1 {
		t.Fatalf("%d elements match %s, want 1", len(found), selector)
	}
	return found[0]
}

// text returns the text of an element as a reader gets it, with single spaces.
func text(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

func texts(n *html.Node, selector string) []string {
	var ts []string
	for _, e := range all(n, selector) {
		ts = append(ts, text(e))
	}
	return ts
}

// attr returns an attribute, or "".
func attr(n *html.Node, name string) string {
	v, _ := lookup(n, name)
	return v
}

func lookup(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// table returns the rows of the body of the only table that the selector finds.
func table(t *testing.T, n *html.Node, selector string) [][]string {
	t.Helper()
	var rows [][]string
	for _, tr := range all(one(t, n, selector), "tbody tr") {
		rows = append(rows, texts(tr, "th, td"))
	}
	return rows
}
