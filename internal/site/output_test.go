package site

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Tests that need a build to be killed run themselves again as that build.
const dieEnv, dieTargetEnv = "SMALLWINS_TEST_DIE_AT", "SMALLWINS_TEST_TARGET"

// newTracker returns a tracker's folder and a target in it that is not there yet.
func newTracker(t *testing.T) (tracker, target string) {
	t.Helper()
	tracker = t.TempDir()
	for _, dir := range []string{"wins", "intakes"} {
		if err := os.Mkdir(filepath.Join(tracker, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return tracker, filepath.Join(tracker, "public")
}

func create(t *testing.T, target, tracker string) *Output {
	t.Helper()
	o, err := CreateOutput(t.Context(), target, tracker)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := o.Abort(); err != nil {
			t.Error(err)
		}
	})
	return o
}

// publish builds a site of the given files.
func publish(t *testing.T, target, tracker string, files map[string]string) {
	t.Helper()
	o := create(t, target, tracker)
	for name, body := range files {
		if err := o.Write(name, []byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := o.Commit(); err != nil {
		t.Fatal(err)
	}
}

// tree returns what lies below dir, the mark left out.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || d.Name() == markName {
			return err
		}
		body, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(rel)] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func wantTree(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", filepath.Base(dir), diff)
	}
}

// wantTidy checks that no build has left anything beside the target.
func wantTidy(t *testing.T, parent string) {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(parent, ".smallwins-*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func wantError(t *testing.T, err error, part string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), part) {
		t.Errorf("error is %v, want one that says %q", err, part)
	}
}

func TestOutputReplacesTheLastSite(t *testing.T) {
	tracker, target := newTracker(t)
	publish(t, target, tracker, map[string]string{"index.html": "one", "wins/a/index.html": "A", "gone.html": "x"})
	publish(t, target, tracker, map[string]string{"index.html": "two", "wins/b/index.html": "B"})
	wantTree(t, target, map[string]string{"index.html": "two", "wins/b/index.html": "B"})
	wantTidy(t, tracker)

	mark, err := os.ReadFile(filepath.Join(target, markName))
	if err != nil {
		t.Fatal(err)
	}
	want := markHead + markText + "Files: 2\n\nindex.html\nwins/b/index.html\n"
	if diff := cmp.Diff(want, string(mark)); diff != "" {
		t.Errorf("mark (-want +got):\n%s", diff)
	}
}

func TestOutputMakesMissingParents(t *testing.T) {
	tracker, _ := newTracker(t)
	target := filepath.Join(tracker, "out", "site")
	publish(t, target, tracker, map[string]string{"index.html": "x"})
	wantTree(t, target, map[string]string{"index.html": "x"})
	wantTidy(t, filepath.Dir(target))
}

func TestOutputTakesAnEmptyFolder(t *testing.T) {
	tracker, target := newTracker(t)
	if err := os.Mkdir(target, 0o755); err != nil {
		t.Fatal(err)
	}
	publish(t, target, tracker, map[string]string{"index.html": "x"})
	wantTree(t, target, map[string]string{"index.html": "x"})
	wantTidy(t, tracker)
}

func TestOutputRefuses(t *testing.T) {
	tracker, _ := newTracker(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	put := func(name, body string) {
		path := filepath.Join(tracker, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("file", "x")
	put("foreign/thesis.txt", "three years of work")
	put("pretender/"+markName, "I am not a site")
	put("pretender/thesis.txt", "three years of work")
	publish(t, filepath.Join(tracker, "lived-in"), tracker, map[string]string{"index.html": "x"})
	put("lived-in/notes.txt", "mine")
	links := os.Symlink("foreign", filepath.Join(tracker, "link")) == nil &&
		os.Symlink("nowhere", filepath.Join(tracker, "dangling")) == nil
	before := tree(t, tracker)

	tests := []struct{ target, want string }{
		{"", "no folder is named"},
		{string(filepath.Separator), "root of the file system"},
		{home, "home folder"},
		{tracker, "tracker's own files"},
		{filepath.Dir(tracker), "tracker's own files"},
		{filepath.Join(tracker, "wins"), "wins folder"},
		{filepath.Join(tracker, "wins", "2026", "site"), "wins folder"},
		{filepath.Join(tracker, "intakes", "site"), "intakes folder"},
		{filepath.Join(tracker, "file"), "it is a file"},
		{filepath.Join(tracker, "foreign"), "smallwins did not make it"},
		{filepath.Join(tracker, "pretender"), "smallwins did not make it"},
		{filepath.Join(tracker, "lived-in"), `it holds "notes.txt"`},
	}
	if links {
		tests = append(tests,
			struct{ target, want string }{filepath.Join(tracker, "link"), "symbolic link"},
			struct{ target, want string }{filepath.Join(tracker, "dangling"), "symbolic link"},
			struct{ target, want string }{filepath.Join(tracker, "dangling", "site"), "link to nowhere"},
		)
	}
	for _, test := range tests {
		o, err := CreateOutput(t.Context(), test.target, tracker)
		wantError(t, err, test.want)
		if err == nil {
			t.Errorf("%s was taken", test.target)
			_ = o.Abort()
		}
	}
	if diff := cmp.Diff(before, tree(t, tracker)); diff != "" {
		t.Errorf("a refusal changed files (-before +after):\n%s", diff)
	}
	wantTidy(t, tracker)
}

func TestOutputToleratesStrays(t *testing.T) {
	tracker, target := newTracker(t)
	publish(t, target, tracker, map[string]string{"index.html": "one"})
	if err := os.WriteFile(filepath.Join(target, ".DS_Store"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	publish(t, target, tracker, map[string]string{"index.html": "two"})
	wantTree(t, target, map[string]string{"index.html": "two"})
	wantTidy(t, tracker)
}

// What somebody puts into a site while the next one is built is kept.
func TestOutputKeepsWhatAppearsMeanwhile(t *testing.T) {
	tracker, target := newTracker(t)
	publish(t, target, tracker, map[string]string{"index.html": "one"})
	o := create(t, target, tracker)
	if err := o.Write("index.html", []byte("two")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(target, "notes.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	wantError(t, o.Commit(), `holds "notes.txt"`)
	wantTree(t, target, map[string]string{"index.html": "two"})
	wantTree(t, o.place.aside, map[string]string{"notes.txt": "mine"})
}

// A target that appears while the site is built is somebody else's.
func TestOutputKeepsATargetThatAppearsMeanwhile(t *testing.T) {
	tracker, target := newTracker(t)
	o := create(t, target, tracker)
	if err := os.Mkdir(target, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(target, "thesis.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	wantError(t, o.Commit(), "smallwins did not make it")
	wantTree(t, target, map[string]string{"thesis.txt": "mine"})
	wantTidy(t, tracker)
}

func TestOutputFailureLeavesTheLastSite(t *testing.T) {
	old := map[string]string{"index.html": "old", "wins/a/index.html": "A"}
	tests := map[string]func(t *testing.T, o *Output, cancel context.CancelCauseFunc){
		"the disk is full": func(t *testing.T, o *Output, _ context.CancelCauseFunc) {
			inner := o.create
			o.create = func(name string) (io.WriteCloser, error) {
				f, err := inner(name)
				return fullDisk{f}, err
			}
			wantError(t, o.Write("big.html", []byte("body")), "no space left")
			wantError(t, o.Commit(), "no space left")
		},
		"a name collides": func(t *testing.T, o *Output, _ context.CancelCauseFunc) {
			if err := o.Write("wins/a/index.html", nil); err != nil {
				t.Fatal(err)
			}
			wantError(t, o.Write("wins/A/index.html", nil), "one name on systems")
			wantError(t, o.Commit(), "not complete")
		},
		"the user interrupts": func(t *testing.T, o *Output, cancel context.CancelCauseFunc) {
			cancel(errors.New("interrupted"))
			wantError(t, o.Write("index.html", nil), "interrupted")
			wantError(t, o.Commit(), "interrupted")
		},
		"the build gives up": func(t *testing.T, o *Output, _ context.CancelCauseFunc) {
			if err := o.Abort(); err != nil {
				t.Fatal(err)
			}
			wantError(t, o.Write("index.html", nil), "finished")
			wantError(t, o.Commit(), "finished")
		},
	}
	for name, fail := range tests {
		t.Run(name, func(t *testing.T) {
			tracker, target := newTracker(t)
			publish(t, target, tracker, old)
			ctx, cancel := context.WithCancelCause(t.Context())
			defer cancel(nil)
			o, err := CreateOutput(ctx, target, tracker)
			if err != nil {
				t.Fatal(err)
			}
			if err := o.Write("half.html", []byte("half")); err != nil {
				t.Fatal(err)
			}
			fail(t, o, cancel)
			wantTree(t, target, old)
			wantTidy(t, tracker)
		})
	}
}

// fullDisk takes one byte of each file.
type fullDisk struct{ io.WriteCloser }

func (d fullDisk) Write(p []byte) (int, error) {
	n, err := d.WriteCloser.Write(p[:1])
	return n, errors.Join(err, errors.New("no space left on device"))
}

func TestOutputTwoAtOnce(t *testing.T) {
	tracker, target := newTracker(t)
	first := create(t, target, tracker)
	_, err := CreateOutput(t.Context(), target, tracker)
	wantError(t, err, "another build is writing")
	elsewhere := create(t, target+"-team", tracker)
	for _, o := range []*Output{first, elsewhere} {
		if err := o.Commit(); err != nil {
			t.Error(err)
		}
	}
	publish(t, target, tracker, nil)
	wantTidy(t, tracker)
}

// Whatever the step at which a build is killed, the next one finds a whole
// site in place or puts it there, and leaves nothing of the dead one behind.
func TestOutputKilled(t *testing.T) {
	if step := os.Getenv(dieEnv); step != "" {
		buildAndDie(t, step, os.Getenv(dieTargetEnv))
		return
	}
	old, next := map[string]string{"index.html": "old"}, map[string]string{"index.html": "new"}
	for step, want := range map[string]map[string]string{"writing": old, "written": old, "aside": old, "swapped": next} {
		t.Run(step, func(t *testing.T) {
			tracker, target := newTracker(t)
			publish(t, target, tracker, old)
			cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestOutputKilled$")
			cmd.Env = append(os.Environ(), dieEnv+"="+step, dieTargetEnv+"="+target)
			if out, err := cmd.CombinedOutput(); err == nil || strings.Contains(string(out), "FAIL") {
				t.Fatalf("the build was to be killed: %v\n%s", err, out)
			}

			o := create(t, target, tracker)
			wantTree(t, target, want)
			if err := o.Abort(); err != nil {
				t.Fatal(err)
			}
			wantTree(t, target, want)
			wantTidy(t, tracker)
		})
	}
}

func buildAndDie(t *testing.T, step, target string) {
	die := func(at string) {
		if at != step {
			return
		}
		if p, err := os.FindProcess(os.Getpid()); err == nil {
			_ = p.Kill()
		}
		select {}
	}
	o := create(t, target, filepath.Dir(target))
	o.at = die
	if err := o.Write("index.html", []byte("new")); err != nil {
		t.Fatal(err)
	}
	die("writing")
	t.Fatal(o.Commit())
}

func TestOutputSecondRenameFails(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder cannot be put in the way there")
	}
	tracker, target := newTracker(t)
	old := map[string]string{"index.html": "old"}
	publish(t, target, tracker, old)
	o := create(t, target, tracker)
	o.at = func(step string) {
		if step == "aside" {
			if err := os.RemoveAll(o.place.fresh); err != nil {
				t.Fatal(err)
			}
		}
	}
	wantError(t, o.Commit(), "putting the new site in place")
	wantTree(t, target, old)
	wantTidy(t, tracker)
}

func TestOutputParallelWrites(t *testing.T) {
	tracker, target := newTracker(t)
	o := create(t, target, tracker)
	want := map[string]string{}
	var wg sync.WaitGroup
	for i := range 200 {
		name := fmt.Sprintf("wins/%d/%d/index.html", i%7, i)
		want[name] = name
		wg.Go(func() {
			if err := o.Write(name, []byte(name)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if err := o.Commit(); err != nil {
		t.Fatal(err)
	}
	wantTree(t, target, want)
}

func TestOutputNames(t *testing.T) {
	good := []string{
		"index.html", "wins/2026-02-15-x/index.html", "données/été.html", "wins/日本/index.html",
		"console/index.html", "com/index.html", "com10.html", ".well-known/x", "a..b",
	}
	bad := []string{
		"", ".", "..", "/", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "./a", `a\b`, "a:b", "a?b", "a*b",
		`a"b`, "a<b", "a|b", "a\x00b", "a\nb", "a\x7fb", "\xff", "CON", "con.html", "wins/nul/index.html", "aux .txt",
		"COM1", "lpt9.x", "com¹", "conout$", "a.", "a ", "a./b", strings.Repeat("x", 256), markName,
	}
	for _, name := range good {
		if err := checkName(name); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range bad {
		if checkName(name) == nil {
			t.Errorf("%q is taken", name)
		}
	}
}

func TestOutputCollisions(t *testing.T) {
	pairs := [][2]string{
		{"a.html", "a.html"},
		{"a.html", "A.html"},
		{"wins/A/x.html", "wins/a/y.html"},
		{"caf\u00e9.html", "cafe\u0301.html"},
		{"STRASSE.html", "straße.html"},
		{"K.html", "\u212a.html"},
		{"s.html", "ſ.html"},
		{"wins", "wins/index.html"},
		{"wins/index.html", "wins"},
		{"wins/index.html", "Wins"},
	}
	for _, pair := range pairs {
		tracker, target := newTracker(t)
		o := create(t, target, tracker)
		if err := o.Write(pair[0], nil); err != nil {
			t.Fatal(err)
		}
		err := o.Write(pair[1], nil)
		if err == nil {
			t.Errorf("%q and %q are both taken", pair[0], pair[1])
			continue
		}
		for _, name := range pair {
			wantError(t, err, fmt.Sprintf("%q", name))
		}
	}
}
