// Package cli is the command line: one file for each subcommand, this one for
// what they share.
//
// # How smallwins speaks
//
// Standard output carries what was asked for and nothing else: the findings of
// check, the version. Everything said about the work goes to standard error:
// closing lines, what build found, what went wrong.
//
// A message is one plain sentence that says what is the matter and, in the same
// line, what to do about it. It names the file, folder or flag as the user
// wrote it. It neither praises nor scolds, has no exclamation mark, and speaks
// of "records", "findings" and "the site", never of internals. What went wrong
// starts with "smallwins: ".
//
// Nothing that a contributor wrote reaches a terminal unescaped: findings go
// through the formats of diag, everything else through diag.Printable.
//
// Exit codes: 0 all is well, 1 there are findings that fail the run, 2 the
// command was not understood or could not be carried out, 130 interrupted.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"smallwins/internal/diag"
)

// The exit codes.
const (
	exitFine        = 0
	exitFindings    = 1
	exitFailed      = 2
	exitInterrupted = 130
)

// errFindings ends a run whose findings have been shown already.
var errFindings = errors.New("there are findings that fail the run")

// usageError is a command line that was not understood. Its message says why;
// where to read on is added to it.
type usageError struct {
	command *cobra.Command
	message string
}

func (e *usageError) Error() string {
	join := "; see"
	if strings.HasSuffix(e.message, "?") {
		join = " See"
	}
	return fmt.Sprintf("%s%s %s --help", e.message, join, e.command.CommandPath())
}

// console is whom a command speaks to, where, and the clock on the wall.
type console struct {
	stdout, stderr io.Writer
	terminal       bool // a person reads standard output
	getenv         func(string) string
	clock          func() time.Time
}

// say writes one line to standard error. That it could not be written cannot
// be said anywhere, so the error is dropped.
func (c *console) say(format string, args ...any) {
	_, _ = fmt.Fprintf(c.stderr, "%s\n", diag.Printable(fmt.Sprintf(format, args...)))
}

// subcommands are the commands in the order in which help lists them.
var subcommands = []func(*console) *cobra.Command{
	newCheck,
	newBuild,
	newFigures,
	newRules,
	newSchema,
	newVersion,
}

// Main runs the command line with the given arguments, without the program's
// name, and returns the exit code. It stops on an interrupt.
func Main(args []string, stdout, stderr io.Writer, clock func() time.Time) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt does not wait
	return run(ctx, &console{stdout, stderr, isTerminal(stdout), os.Getenv, clock}, args)
}

func run(ctx context.Context, c *console, args []string) int {
	root := newRoot(c)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	case ctx.Err() != nil:
		c.say("smallwins: interrupted")
		return exitInterrupted
	}
	for line := range strings.Lines(err.Error()) {
		c.say("smallwins: %s", strings.TrimSuffix(line, "\n"))
	}
	return exitFailed
}

func newRoot(c *console) *cobra.Command {
	root := &cobra.Command{
		Use:   "smallwins",
		Short: "Keep a team's small wins as files and publish them as a site",
		Long: `smallwins reads a tracker, which is a folder with strategy.yaml, wins/ and
intakes/, says what is wrong in it, and builds a site from it.`,
		Args:          cobra.ArbitraryArgs, // RunE answers better than cobra does
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			message := fmt.Sprintf("there is no command %q", args[0])
			return &usageError{cmd, message + didYouMean(args[0], commandNames(cmd), "")}
		},
	}
	root.SetOut(c.stdout)
	root.SetErr(c.stderr)
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.HiddenDefaultCmd = true
	cobra.EnableCommandSorting = false
	for _, newCommand := range subcommands {
		root.AddCommand(newCommand(c))
	}
	return root
}

func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

// flagError says in our words what cobra says about flags.
func flagError(cmd *cobra.Command, err error) error {
	if unknown := (*pflag.NotExistError)(nil); errors.As(err, &unknown) {
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			return &usageError{cmd, fmt.Sprintf("there is no flag -%s", short)}
		}
		name := unknown.GetSpecifiedName()
		var flags []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, f.Name) })
		return &usageError{cmd, fmt.Sprintf("there is no flag --%s", name) + didYouMean(name, flags, "--")}
	}
	if missing := (*pflag.ValueRequiredError)(nil); errors.As(err, &missing) {
		return &usageError{cmd, fmt.Sprintf("the flag --%s needs a value", missing.GetSpecifiedName())}
	}
	return &usageError{cmd, err.Error()}
}

// didYouMean returns a half sentence about the known word nearest to got, or
// "" where none is near.
func didYouMean(got string, known []string, prefix string) string {
	if near := diag.Nearest(got, known); near != "" {
		return fmt.Sprintf("; did you mean %s%s?", prefix, near)
	}
	return ""
}
