package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"smallwins/internal/check"
	"smallwins/internal/content"
	"smallwins/internal/diag"
)

// allRules returns all rules of the program, by their ids.
func allRules() []*diag.Rule {
	rules := slices.Concat(content.Rules, check.Rules())
	slices.SortFunc(rules, func(a, b *diag.Rule) int { return strings.Compare(a.ID, b.ID) })
	return rules
}

func newRules(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "rules [ID]",
		Short: "List what check looks for, or explain one rule",
		Long: `rules lists the rules of check, with how grave each is. With the id of a rule,
such as date/invalid, it says why the rule exists, how to mend what it finds, and
shows an example of each. With the first half of an id, such as date, it lists
the rules that begin with it.

A team that does not want to hear of a rule names it in strategy.yaml, under
settings: "silence: [prose/empty-section]". Errors cannot be silenced.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{cmd, fmt.Sprintf("it takes one rule, and got %d: %s", len(args), strings.Join(args, ", "))}
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleIDs(allRules()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			rules := allRules()
			if len(args) == 0 {
				return listRules(c.stdout, rules)
			}
			of := slices.DeleteFunc(slices.Clone(rules), func(r *diag.Rule) bool {
				return r.ID != args[0] && !strings.HasPrefix(r.ID, strings.TrimSuffix(args[0], "/")+"/")
			})
			switch {
			case len(of) == 0:
				return &usageError{cmd, fmt.Sprintf("there is no rule %q", args[0]) + didYouMean(args[0], ruleIDs(rules), "")}
			case of[0].ID == args[0]:
				return explainRule(c.stdout, of[0])
			}
			return listRules(c.stdout, of)
		},
	}
}

func ruleIDs(rules []*diag.Rule) []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	return ids
}

func listRules(w io.Writer, rules []*diag.Rule) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rules {
		fmt.Fprintf(table, "%s\t%s\t%s\n", r.ID, r.Severity, r.Title)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("printing the rules: %w", err)
	}
	return nil
}

// explainRule prints all there is to say about a rule. Nothing in it comes from
// a record.
func explainRule(w io.Writer, r *diag.Rule) error {
	grave := map[diag.Severity]string{
		diag.Error:   "An error: it fails check and build, and cannot be silenced.",
		diag.Warning: "A warning: it fails check --strict. ",
		diag.Hint:    "A hint: it fails nothing. ",
	}[r.Severity]
	if r.Severity < diag.Error {
		grave += fmt.Sprintf("To silence it: \"silence: [%s]\" under settings, in strategy.yaml.", r.ID)
	}
	_, err := fmt.Fprintf(w, "%s\n%s.\n\n%s\n\nWhy: %s\n\nHow to mend it: %s\n\nNot so:\n\n%s\nBut so:\n\n%s",
		r.ID, r.Title, grave, r.Why, r.Mend, indented(r.Bad), indented(r.Good))
	if err != nil {
		return fmt.Errorf("printing the rule: %w", err)
	}
	return nil
}

func indented(example string) string {
	var b strings.Builder
	for _, e := range diag.Excerpts(example) {
		if e.Name != "" {
			b.WriteString("  " + e.Name + "\n")
		}
		for line := range strings.Lines(e.Text) {
			b.WriteString(strings.TrimRight("    "+line, " \n") + "\n")
		}
	}
	return b.String()
}
