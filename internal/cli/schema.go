package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"smallwins/internal/schema"
)

func newSchema(c *console) *cobra.Command {
	var draft string
	cmd := &cobra.Command{
		Use:   "schema " + strings.Join(kindNames(), "|"),
		Short: "Print the JSON Schema of a kind of file, for editors",
		Long: `schema prints the JSON Schema of the front matter of wins or intakes, or of the
strategy. It is made from what check goes by; what takes more than one file or
the body to see, only check says.

Editors complete and check strategy.yaml by it:

  smallwins schema strategy --draft 07 > strategy.schema.json

and, as the first line of strategy.yaml:

  # yaml-language-server: $schema=./strategy.schema.json`,
		Args: oneKind,
		RunE: func(cmd *cobra.Command, args []string) error {
			d, err := parseDraft(cmd, draft)
			if err != nil {
				return err
			}
			text, err := schema.Of(schema.Kind(args[0]), d)
			if err != nil {
				return err
			}
			if _, err := c.stdout.Write(text); err != nil {
				return fmt.Errorf("printing the schema: %w", err)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&draft, "draft", string(schema.Draft2020), "the `draft` of JSON Schema: "+draftNames()+" (which editors know best)")
	return cmd
}

// oneKind accepts one argument, a kind of file that there is a schema for.
func oneKind(cmd *cobra.Command, args []string) error {
	known := kindNames()
	choice := anyOf(known)
	switch {
	case len(args) == 0:
		return &usageError{cmd, "it needs the kind of file: " + choice}
	case len(args) > 1:
		return &usageError{cmd, fmt.Sprintf("it takes one kind of file, and got %d: %s", len(args), strings.Join(args, ", "))}
	case !slices.Contains(known, args[0]):
		return &usageError{cmd, fmt.Sprintf("there is no schema of %q, only of %s", args[0], choice) + didYouMean(args[0], known, "")}
	}
	return nil
}

// parseDraft accepts a draft by its name, and by others that are in use.
func parseDraft(cmd *cobra.Command, s string) (schema.Draft, error) {
	name := strings.TrimPrefix(s, "draft-")
	if name == "7" {
		name = string(schema.Draft07)
	}
	if d := schema.Draft(name); slices.Contains(schema.Drafts, d) {
		return d, nil
	}
	return "", &usageError{cmd, fmt.Sprintf("there is no draft %q, only %s", s, draftNames())}
}

func kindNames() []string {
	names := make([]string, len(schema.Kinds))
	for i, k := range schema.Kinds {
		names[i] = string(k)
	}
	return names
}

func draftNames() string {
	names := make([]string, len(schema.Drafts))
	for i, d := range schema.Drafts {
		names[i] = string(d)
	}
	return strings.Join(names, " and ")
}
