package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"smallwins/internal/site"
	"smallwins/internal/tracker"
)

// checkSingle accepts the flags of a single file. It has to be named as a page,
// so that no record is overwritten by a slip of the pen.
func checkSingle(cmd *cobra.Command, flags buildFlags) error {
	single := cmd.Flags().Changed("single-file")
	ext := strings.ToLower(filepath.Ext(flags.single))
	switch {
	case !single && cmd.Flags().Changed("quarter"):
		return &usageError{cmd, "--quarter goes with --single-file; the site has the reports of all quarters"}
	case !single:
		return nil
	case cmd.Flags().Changed("out"):
		return &usageError{cmd, "--single-file writes one file and --out a site; name one of them"}
	case ext != ".html" && ext != ".htm":
		return &usageError{cmd, fmt.Sprintf("--single-file %q is no page; give it a name that ends in .html", flags.single)}
	}
	return nil
}

// buildSingle writes the report of a quarter as one file.
func (c *console) buildSingle(cmd *cobra.Command, seen *tracker.Tracker, flags buildFlags, opts site.Options) error {
	report, err := site.BuildSingle(seen, flags.quarter, opts)
	if none := (*site.NoQuarterError)(nil); errors.As(err, &none) && flags.quarter != "" {
		return &usageError{cmd, "--quarter: " + none.Error()}
	}
	if err != nil {
		return err
	}
	if err := replaceFile(flags.single, report.Body); err != nil {
		return fmt.Errorf("writing %s: %w", flags.single, err)
	}
	c.note(report.Note)
	c.say("Wrote the report of %s of the %s to %s, as of %s.", report.Quarter,
		strings.ToLower(tracker.Editions.Label(string(seen.Edition))), flags.single, seen.AsOf)
	return nil
}

// replaceFile writes a file beside its place and moves it there, so that nobody
// finds half of one. What stood there stays where anything goes wrong.
func replaceFile(name string, body []byte) (err error) {
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return errors.New("there is something that is not a plain file; name another")
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".smallwins-new-*.html")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(body)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
