package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"smallwins/internal/diag"
)

func newCheck(c *console) *cobra.Command {
	var strict bool
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Say what is wrong in a tracker, and how to mend it",
		Long: `check reads every record of the tracker in DIR (the working directory where none
is named), prints all findings, and ends with how many records there are.
Errors fail the run; hints never do. It changes nothing.`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			root, err := openTracker(folder(args))
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, root.Close()) }()
			k, err := c.load(cmd.Context(), root.FS(), 0)
			if err != nil {
				return err
			}
			if err := diag.WriteText(c.stdout, k.findings); err != nil {
				return fmt.Errorf("printing the findings: %w", err)
			}
			err = k.verdict(strict)
			c.say("%s. %s.", k.census(err), tally(k.findings))
			return err
		},
	}
	strictFlag(cmd, &strict)
	return cmd
}

func strictFlag(cmd *cobra.Command, strict *bool) {
	cmd.Flags().BoolVar(strict, "strict", false, "let warnings fail the run too")
}
