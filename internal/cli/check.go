package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"smallwins/internal/diag"
)

// checkFlags are the flags of check as the user wrote them.
type checkFlags struct {
	format, since       string
	strict, fix, dryRun bool
	noColor             bool
}

func newCheck(c *console) *cobra.Command {
	var flags checkFlags
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Say what is wrong in a tracker, and how to mend it",
		Long: `check reads every record of the tracker in DIR (the working directory where none
is named), prints all findings, and ends with how many records there are.
Errors fail the run; hints never do. It changes nothing, unless --fix asks it to
mend what leaves no doubt, such as a date in another form or a colon that needs
quotation marks; nothing else in the files is touched.

"smallwins rules" lists what is looked for, and "smallwins rules ID" explains a
rule and says how to silence it.`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.check(cmd, folder(args), flags)
		},
	}
	f := cmd.Flags()
	f.StringVar(&flags.format, "format", "", "how to write the findings: "+anyOf(diag.FormatNames())+" (text; github under GitHub Actions)")
	f.StringVar(&flags.since, "changed-since", "", "only tell of what changed since the git `revision`, such as origin/main")
	f.BoolVar(&flags.fix, "fix", false, "mend in the files what leaves no doubt")
	f.BoolVar(&flags.dryRun, "dry-run", false, "print what --fix would change, as a diff, and change nothing")
	f.BoolVar(&flags.noColor, "no-color", false, "print without colours (also where NO_COLOR is set)")
	strictFlag(cmd, &flags.strict)
	return cmd
}

func strictFlag(cmd *cobra.Command, strict *bool) {
	cmd.Flags().BoolVar(strict, "strict", false, "let warnings fail the run too")
}

func (c *console) check(cmd *cobra.Command, dir string, flags checkFlags) (err error) {
	format, err := c.format(cmd, flags.format)
	if err != nil {
		return err
	}
	if flags.dryRun && flags.format != "" {
		return &usageError{cmd, "--dry-run prints a diff and no findings; leave --format out"}
	}
	ctx := cmd.Context()
	root, err := openTracker(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	var before *since
	if cmd.Flags().Changed("changed-since") {
		if before, err = c.sinceRevision(ctx, dir, flags.since); err != nil {
			return err
		}
	}
	var k *checked
	did := ""
	if flags.fix || flags.dryRun {
		k, did, err = c.mendTracker(ctx, root, dir, flags.dryRun, before.tells)
	} else {
		k, err = c.load(ctx, root.FS(), 0)
	}
	if err != nil {
		return err
	}
	closing := k.census(k.verdict(flags.strict)) + ". "
	k.keep(before.tells)
	failed := k.verdict(flags.strict)
	closing += k.closing()
	if !flags.dryRun {
		r := k.report(ctx, format, root, dir)
		r.Summary, r.Failed = closing, failed != nil
		if err := c.print(ctx, format, r, flags.noColor); err != nil {
			return fmt.Errorf("printing the findings: %w", err)
		}
	}
	c.say("%s%s", did, closing)
	if format.Name == "text" && len(k.findings) > 0 {
		c.say(`"smallwins rules %s" explains the first of them.`, k.findings[0].Rule)
	}
	return failed
}

// mendTracker mends the tracker in dir, or prints what it would change. It
// returns the tracker as it is afterwards, or would be, and a sentence about
// what was done.
func (c *console) mendTracker(ctx context.Context, root *os.Root, dir string, dryRun bool, mine func(*diag.Finding) bool) (*checked, string, error) {
	m, k, err := c.mend(ctx, root.FS(), 0, mine)
	if err != nil {
		return nil, "", err
	}
	what := count(m.places, "place") + " in " + count(len(m.after), "file")
	switch {
	case len(m.after) == 0:
		return k, "There is nothing that can be mended without you. ", nil
	case dryRun:
		if err := m.writeDiff(c.stdout, seenFrom(dir), c.getenv("GITHUB_ACTIONS") == "true"); err != nil {
			return nil, "", fmt.Errorf("printing the changes: %w", err)
		}
		return k, "Would mend " + what + "; nothing was changed. What would be left: ", nil
	}
	if err := m.save(root); err != nil {
		for line := range strings.Lines(err.Error()) {
			c.say("smallwins: %s", strings.TrimSuffix(line, "\n"))
		}
		k, err := c.load(ctx, root.FS(), 0)
		return k, "Not all could be mended. What is left: ", err
	}
	return k, "Mended " + what + ". What is left: ", nil
}
