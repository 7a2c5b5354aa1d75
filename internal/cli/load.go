package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"smallwins/internal/check"
	"smallwins/internal/content"
	"smallwins/internal/diag"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// checked is a tracker as it stands on a day, with all that is to be said
// about its files.
type checked struct {
	tracker   *tracker.Tracker
	findings  []diag.Finding
	elsewhere int // findings that were left out by keep
	silenced  int // findings that the settings silence
}

// keep leaves out the findings for which mine is false.
func (k *checked) keep(mine func(*diag.Finding) bool) {
	n := len(k.findings)
	k.findings = slices.DeleteFunc(k.findings, func(f diag.Finding) bool { return !mine(&f) })
	k.elsewhere += n - len(k.findings)
}

// openTracker opens the folder that a user named. No link leads out of it.
func openTracker(dir string) (*os.Root, error) {
	if err := lookLikeTracker(dir); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the tracker in %s: %w", dir, err)
	}
	return root, nil
}

// load reads and checks a tracker. What is wrong with its records is in the
// findings; an error means that it could not be read at all. A zero asOf stands
// for the day that the strategy pins, or today.
func (c *console) load(ctx context.Context, fsys fs.FS, asOf tracker.Date) (*checked, error) {
	t, findings, err := content.Load(fsys)
	if err != nil {
		return nil, fmt.Errorf("reading the tracker: %w", err)
	}
	now := c.clock()
	findings = append(findings, check.Run(t, lastToday(now), content.Rules)...)
	diag.Sort(findings)
	findings, silenced := check.Silenced(findings, &t.Strategy.Settings)
	t = t.On(cmp.Or(asOf, t.AsOf, tracker.DateOfClock(now)))
	return &checked{tracker: t, findings: findings, silenced: silenced}, context.Cause(ctx)
}

// lastToday returns the latest day that it is anywhere on Earth, so that a
// colleague's today is never tomorrow for a machine elsewhere.
func lastToday(now time.Time) tracker.Date {
	return tracker.DateOfClock(now.In(time.FixedZone("", 14*60*60)))
}

// lookLikeTracker tells a wrong folder from a tracker with mistakes in it.
func lookLikeTracker(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no folder %s; name the one that holds strategy.yaml", dir)
	case err != nil:
		return fmt.Errorf("looking for a tracker: %w", err)
	case !info.IsDir():
		return fmt.Errorf("%s is a file; name the folder that holds strategy.yaml", dir)
	}
	for _, name := range []string{"strategy.yaml", "strategy"} {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return nil
		}
	}
	here := dir
	if dir == "." {
		here = "this folder"
	}
	return fmt.Errorf("%s has no strategy.yaml, so it is not a tracker; go to the folder that has one, or name it", here)
}

// verdict returns errFindings where the findings fail the run: errors always
// do, warnings under --strict, hints never.
func (k *checked) verdict(strict bool) error {
	n := diag.Count(k.findings)
	if n.Errors > 0 || strict && n.Warnings > 0 {
		return errFindings
	}
	return nil
}

// tally says how many findings there are: "2 errors, 1 warning", or "No
// findings".
func tally(findings []diag.Finding) string {
	n := diag.Count(findings)
	var parts []string
	for _, part := range []struct {
		n    int
		name string
	}{{n.Errors, "error"}, {n.Warnings, "warning"}, {n.Hints, "hint"}} {
		if part.n > 0 {
			parts = append(parts, count(part.n, part.name))
		}
	}
	if parts == nil {
		return "No findings"
	}
	return strings.Join(parts, ", ")
}

// closing says what was found: "2 errors, 1 warning."
func (k *checked) closing() string {
	text := tally(k.findings)
	if k.elsewhere > 0 {
		text += ", and " + message.English().Count(k.elsewhere) + " more that were there before, in files that have not changed"
	}
	if k.silenced > 0 {
		text += ", " + message.English().Count(k.silenced) + " silenced by the settings"
	}
	return text + "."
}

// census is census of the tracker; where the findings fail the run, as failed
// says, nothing is published.
func (k *checked) census(failed error) string {
	n := k.tracker.Census
	if failed != nil {
		n.Published, n.LeftOut = 0, n.Found
	}
	return census(n)
}

// census says what became of the records: "50 records found, 50 published, 0
// left out".
func census(c tracker.Census) string {
	return fmt.Sprintf("%s found, %s published, %s left out", count(c.Found, "record"), message.English().Count(c.Published), message.English().Count(c.LeftOut))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return message.English().Count(n) + " " + noun + "s"
}

// oneFolder accepts at most one argument, a tracker's folder.
func oneFolder(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return &usageError{cmd, fmt.Sprintf("it takes one folder, and got %d: %s", len(args), strings.Join(args, ", "))}
	}
	return nil
}

// folder returns the folder that oneFolder has let through, the working
// directory where there is none.
func folder(args []string) string {
	if len(args) == 0 || args[0] == "" {
		return "."
	}
	return args[0]
}
