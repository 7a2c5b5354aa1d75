package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// format returns the format that the user asked for. Where none was asked for,
// it is the one for people, or GitHub's under GitHub Actions.
func (c *console) format(cmd *cobra.Command, name string) (diag.Format, error) {
	if name == "" && !cmd.Flags().Changed("format") {
		name = "text"
		if c.getenv("GITHUB_ACTIONS") == "true" {
			name = "github"
		}
	}
	format, ok := diag.FormatNamed(name)
	if !ok {
		names := diag.FormatNames()
		return diag.Format{}, &usageError{cmd, fmt.Sprintf("there is no format %q, only %s", name, anyOf(names)) + didYouMean(name, names, "")}
	}
	return format, nil
}

// report returns what the format needs to tell of the tracker in dir. Its files
// are read again when the format asks for their lines, as they are now.
func (k *checked) report(ctx context.Context, format diag.Format, root *os.Root, dir string) *diag.Report {
	r := &diag.Report{
		Findings: k.findings, Rules: allRules(), Version: Version(),
		Dir:  seenFrom(dir),
		Home: home(&k.tracker.Strategy.Settings),
		Text: func(file string) (string, bool) { return readText(root, file) },
	}
	if format.Name != "text" {
		r.Dir = inRepository(ctx, dir)
	}
	return r
}

// home returns where the rules are explained: on the tracker's own site or, where
// its address is not known, beside the records. SARIF wants some address, so
// that a name is given where there is none.
func home(s *tracker.Settings) string {
	if s.BaseURL != "" {
		return strings.TrimRight(s.BaseURL, "/") + "/about/rules/"
	}
	return cmp.Or(s.Repository.URL, "urn:smallwins:rules")
}

// inRepository returns where dir lies in its repository, or from the working
// directory where there is none: forges count from there.
func inRepository(ctx context.Context, dir string) string {
	if _, err := git(ctx, dir, "rev-parse", "--show-toplevel"); err == nil {
		return path.Clean("/" + repositoryFolder(ctx, dir))[1:]
	}
	return seenFrom(dir)
}

// seenFrom returns the folder as seen from the working directory: "" where it is
// that, or lies outside of it.
func seenFrom(dir string) string {
	dir = filepath.Clean(dir)
	if dir == "." || !filepath.IsLocal(dir) {
		return ""
	}
	return filepath.ToSlash(dir)
}

// mostText is the most that is read of a file for showing its lines.
const mostText = 1 << 20

func readText(root *os.Root, file string) (text string, ok bool) {
	if file == "" || !filepath.IsLocal(filepath.FromSlash(file)) {
		return "", false
	}
	info, err := root.Lstat(file)
	if err != nil || !info.Mode().IsRegular() {
		return "", false
	}
	f, err := root.Open(file)
	if err != nil {
		return "", false
	}
	data, err := io.ReadAll(io.LimitReader(f, mostText))
	if errors.Join(err, f.Close()) != nil {
		return "", false
	}
	return strings.ReplaceAll(strings.TrimPrefix(string(data), "\uFEFF"), "\r\n", "\n"), true
}

// print writes the findings to standard output, and the job summary where
// GitHub Actions offers a place for it. A terminal gets the lines of the files
// too.
func (c *console) print(ctx context.Context, format diag.Format, r *diag.Report, noColor bool) error {
	if format.Name == "text" && c.terminal {
		return diag.WriteTerminal(c.stdout, r, !noColor && c.colors())
	}
	if err := format.Write(c.stdout, r); err != nil {
		return err
	}
	if summary := c.getenv("GITHUB_STEP_SUMMARY"); format.Name == "github" && summary != "" {
		if err := appendSummary(summary, r); err != nil {
			c.say("smallwins: %v", err) // the log has it all; the verdict stands
		}
	}
	return context.Cause(ctx)
}

func appendSummary(name string, r *diag.Report) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return fmt.Errorf("opening the job summary: %w", err)
	}
	return errors.Join(diag.WriteSummary(f, r), f.Close())
}

// colors reports whether the user's environment allows colours.
func (c *console) colors() bool {
	return c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb"
}

// isTerminal reports whether a person reads what is written to w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// anyOf joins names with commas and a last "or".
func anyOf(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
