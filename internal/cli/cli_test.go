package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"smallwins/internal/trackergen"
)

var update = flag.Bool("update", false, "write what the scripts' cmp commands got into the scripts")

// clock stands still, a fortnight after the day that the test tracker pins.
func clock() time.Time { return time.Date(2026, time.July, 15, 12, 0, 0, 0, time.UTC) }

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"smallwins": func() { os.Exit(Main(os.Args[1:], os.Stdout, os.Stderr, clock)) },
	})
}

func TestScripts(t *testing.T) {
	tracker, err := filepath.Abs(filepath.Join("testdata", "tracker"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exitcode": exitCode},
		Setup: func(env *testscript.Env) error {
			env.Setenv("ESC", "\x1b")
			home := filepath.Join(env.WorkDir, "home")
			env.Setenv("HOME", home)
			env.Setenv("USERPROFILE", home)
			return errors.Join(
				os.Mkdir(home, 0o755),
				os.CopyFS(filepath.Join(env.WorkDir, "tracker"), os.DirFS(tracker)))
		},
	})
}

// exitCode is the script command "exitcode N command…": testscript itself only
// tells success from failure.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exitcode N command [args...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got, err := 0, ts.Exec(args[1], args[2:]...)
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code is %d, want %d", got, want)
	}
}

func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	out := filepath.Join(t.TempDir(), "public")
	var stdout, stderr bytes.Buffer
	code := run(ctx, &console{&stdout, &stderr, false, os.Getenv, clock}, []string{"build", filepath.Join("testdata", "tracker"), "--out", out})
	if code != exitInterrupted || !strings.Contains(stderr.String(), "interrupted") {
		t.Errorf("exit code is %d, want %d; it said %q", code, exitInterrupted, stderr.String())
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("there is a site")
	}
}

func TestWriteErrorsAreNotLost(t *testing.T) {
	var stderr bytes.Buffer
	code := run(t.Context(), &console{brokenPipe{}, &stderr, false, os.Getenv, clock}, []string{"version"})
	if code != exitFailed || !strings.Contains(stderr.String(), "broken pipe") {
		t.Errorf("exit code is %d, want %d; it said %q", code, exitFailed, stderr.String())
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func BenchmarkBuild(b *testing.B) {
	tracker := filepath.Join(b.TempDir(), "tracker")
	if err := trackergen.Write(tracker, 1000, 200, 1); err != nil {
		b.Fatal(err)
	}
	var output bytes.Buffer
	for b.Loop() {
		out := filepath.Join(b.TempDir(), "public")
		if code := run(b.Context(), &console{&output, &output, false, os.Getenv, clock}, []string{"build", tracker, "--out", out}); code != 0 {
			b.Fatalf("exit code %d: %s", code, output.String())
		}
	}
}

func TestChangedSinceWithoutGit(t *testing.T) {
	t.Setenv("PATH", "")
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), &console{&stdout, &stderr, false, os.Getenv, clock}, []string{"check", filepath.Join("testdata", "tracker"), "--changed-since", "HEAD"})
	if code != exitFailed || !strings.Contains(stderr.String(), "needs git, which is not installed here") {
		t.Errorf("exit code is %d, want %d; it said %q", code, exitFailed, stderr.String())
	}
}
