package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"smallwins/internal/insight"
	"smallwins/internal/message"
)

// figuresFlags are the flags of figures as the user wrote them.
type figuresFlags struct {
	asOf, edition, explain string
	json                   bool
}

func newFigures(c *console) *cobra.Command {
	var flags figuresFlags
	cmd := &cobra.Command{
		Use:   "figures [DIR]",
		Short: "Print every figure with the records that it is counted from",
		Long: `figures prints every figure of the tracker in DIR (the working directory where
none is named): its finding, its numbers, the records that each was counted from,
and what was left out and why. Every number has an id, such as posture/partnered,
that stays the same. With --explain and an id it says how that one number is
worked out; with the first part of an id, such as posture, it lists the numbers
that begin with it. Where an insight has nothing to count yet it says so in one
line; numbers with no record behind them are then in --json alone.

Where there are errors it prints them, and no figures. The figures are those
that the edition's site shows; what only the team may see is in "--edition team".

With --json it prints one object: version, asOf, edition, period {from, to}, and
insights. An insight has id, title, definition, headline, missing (what is
missing for a finding), period (where it covers one), minimum (the fewest cases
for a percentage or a trend), numbers and excluded. A number has id, label,
text, n, d, counted and others; d is null where there is no denominator, n where
the number is not known, and then "missing" says why. Records have kind, id,
part and note; excluded ones have a reason. What is counted without being named
is in unnamed and unnamedOthers. Names and meanings stay as they are; new ones
may come.`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.figures(cmd, folder(args), flags)
		},
	}
	viewFlags(cmd, &flags.asOf, &flags.edition, "whose eyes the figures are for: leaders or team")
	cmd.Flags().BoolVar(&flags.json, "json", false, "print as JSON, with the records that are not counted too")
	cmd.Flags().StringVar(&flags.explain, "explain", "", "explain the number with this `id`, or list those that begin with it")
	return cmd
}

func (c *console) figures(cmd *cobra.Command, dir string, flags figuresFlags) (err error) {
	asOf, err := parseAsOf(cmd, flags.asOf)
	if err != nil {
		return err
	}
	edition, err := parseEdition(cmd, flags.edition)
	if err != nil {
		return err
	}
	root, err := openTracker(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	k, err := c.load(cmd.Context(), root.FS(), asOf)
	if err != nil {
		return err
	}
	if err := c.report(k, dir, false, "No figure was worked out."); err != nil {
		return err
	}
	words, err := message.Load(nil, k.tracker.Strategy.Settings.Language)
	if err != nil && !errors.Is(err, message.ErrUnknown) {
		return err
	}
	f := insight.ComputeIn(k.tracker.Redacted(edition), words)
	sheets, one, err := chosen(cmd, f, flags.explain)
	if err != nil {
		return err
	}
	var out strings.Builder
	switch {
	case flags.json:
		err = f.WriteJSON(&out, sheets, "  ")
	case one:
		explainNumber(&out, f, sheets[0], sheets[0].Receipts[0])
	case flags.explain != "":
		listNumbers(&out, sheets[0])
	default:
		printSheets(&out, f, sheets)
	}
	if err == nil {
		_, err = io.WriteString(c.stdout, out.String())
	}
	if err != nil {
		return fmt.Errorf("printing the figures: %w", err)
	}
	return nil
}

// chosen returns the insights that the user asked for: all of them, or one with
// the numbers whose ids begin with explain; one is true where that is the id of
// a single number.
func chosen(cmd *cobra.Command, f *insight.Figures, explain string) (sheets []insight.Sheet, one bool, err error) {
	if !cmd.Flags().Changed("explain") {
		return f.Sheets(), false, nil
	}
	explain = strings.TrimSuffix(explain, "/")
	if explain == "" {
		return nil, false, &usageError{cmd, `--explain needs the id of a number, such as posture/partnered`}
	}
	if s, r, ok := f.Receipt(explain); ok {
		s.Receipts = []insight.Receipt{r}
		return []insight.Sheet{s}, true, nil
	}
	if about, ok := f.TeamOnly(explain); ok {
		return nil, false, &usageError{cmd, fmt.Sprintf("%s is in the team's edition: add --edition team", about)}
	}
	var known []string
	for _, s := range f.Sheets() {
		var begin []insight.Receipt
		for _, r := range s.Receipts {
			known = append(known, r.ID)
			if strings.HasPrefix(strings.ToLower(r.ID), strings.ToLower(explain)+"/") {
				begin = append(begin, r)
			}
		}
		if len(begin) > 0 || strings.EqualFold(s.Definition.ID, explain) {
			s.Receipts = begin
			return []insight.Sheet{s}, false, nil
		}
		known = append(known, s.Definition.ID)
	}
	message := fmt.Sprintf("there is no number %q", explain)
	near := didYouMean(explain, known, "")
	if first, _, ok := strings.Cut(explain, "/"); near == "" && ok && isOneOf(first, known) {
		near = fmt.Sprintf("; --explain %s lists those that begin so", first)
	}
	return nil, false, &usageError{cmd, message + near}
}

func isOneOf(word string, known []string) bool {
	for _, k := range known {
		if strings.EqualFold(k, word) {
			return true
		}
	}
	return false
}
