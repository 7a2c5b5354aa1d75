package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"smallwins/internal/diag"
	"smallwins/internal/site"
	"smallwins/internal/tracker"
	"smallwins/internal/web"
)

// buildFlags are the flags of build as the user wrote them.
type buildFlags struct {
	out, baseURL, asOf, edition, templates string
	single, quarter                        string
	strict                                 bool
}

func newBuild(c *console) *cobra.Command {
	var flags buildFlags
	cmd := &cobra.Command{
		Use:   "build [DIR]",
		Short: "Build the site of a tracker",
		Long: `build checks the tracker in DIR (the working directory where none is named) and
builds its site. Where there are errors it prints them and leaves the last site
as it was; the folder given by --out is only replaced as a whole, and only when
smallwins made it.

With --single-file it writes the report of a quarter as one HTML file instead,
to be sent by mail: nothing in it is fetched from anywhere, and its links lead to
the site where --base-url or the strategy says where that is.`,
		Example: `  smallwins build --out public
  smallwins build --single-file report.html --quarter 2026-Q2`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.build(cmd, folder(args), flags)
		},
	}
	f := cmd.Flags()
	f.StringVar(&flags.out, "out", "public", "the `folder` to put the site in")
	f.StringVar(&flags.baseURL, "base-url", "", "the `address` that the site will have, for feeds and canonical links")
	f.StringVar(&flags.templates, "templates", "", "a `folder` with templates, styles and messages of your own, each under the name of what it stands for")
	f.StringVar(&flags.single, "single-file", "", "write one quarter's report to this `file` and no site")
	f.StringVar(&flags.quarter, "quarter", "", "the `quarter` of --single-file, such as 2026-Q2 (the newest that holds a record)")
	viewFlags(cmd, &flags.asOf, &flags.edition, "whose eyes the site is for: leaders or team")
	strictFlag(cmd, &flags.strict)
	return cmd
}

// viewFlags are the flags that say as of when and for whom everything is
// computed: see parseAsOf and parseEdition.
func viewFlags(cmd *cobra.Command, asOf, edition *string, whose string) {
	cmd.Flags().StringVar(asOf, "as-of", "", "the `day` to compute everything as of, as YYYY-MM-DD (today, or what the strategy pins)")
	cmd.Flags().StringVar(edition, "edition", string(tracker.LeadersEdition), whose)
}

func (c *console) build(cmd *cobra.Command, dir string, flags buildFlags) (err error) {
	asOf, err := parseAsOf(cmd, flags.asOf)
	if err != nil {
		return err
	}
	edition, err := parseEdition(cmd, flags.edition)
	if err != nil {
		return err
	}
	if err := checkBaseURL(cmd, flags.baseURL); err != nil {
		return err
	}
	if err := checkSingle(cmd, flags); err != nil {
		return err
	}
	ctx := cmd.Context()
	root, err := openTracker(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	k, err := c.load(ctx, root.FS(), asOf)
	if err != nil {
		return err
	}
	if err := c.report(k, dir, flags.strict, "Nothing was written to "+cmp.Or(flags.single, flags.out)+"."); err != nil {
		return err
	}
	seen, n := k.tracker.Redacted(edition), k.tracker.Census // the rest of k is not held on to
	opts := site.Options{BaseURL: flags.baseURL, Version: Version(), Rules: allRules(), Files: root.FS()}
	if flags.templates != "" {
		own, err := os.OpenRoot(flags.templates)
		if err != nil {
			return fmt.Errorf("opening --templates: %w", err)
		}
		defer own.Close()
		opts.Templates = own.FS()
	}
	opts.Commit, opts.Folder, opts.Changed = provenance(ctx, dir)
	opts.History = history(ctx, dir)
	if flags.single != "" {
		return c.buildSingle(cmd, seen, flags, opts)
	}
	built, err := writeSite(ctx, seen, dir, flags.out, opts)
	if err != nil {
		return err
	}
	c.note(built.Note)
	if !built.Charts {
		c.say("%v", web.ErrNotBuilt)
	}
	hidden := n.Published - seen.Census.Published
	n.Published = seen.Census.Published
	became := census(n)
	if hidden > 0 {
		became += fmt.Sprintf(", %d for the team only", hidden)
	}
	c.say("%s. Wrote %s of the %s to %s, as of %s.", became, count(built.Pages, "page"),
		strings.ToLower(tracker.Editions.Label(string(edition))), flags.out, seen.AsOf)
	return nil
}

// note says what the pages cannot say in their language, if anything.
func (c *console) note(text string) {
	if text != "" {
		c.say("%s.", text)
	}
}

// report shows what fails a command that goes on from the records, and what may
// soon; hints are for check. Where it fails, undone says what was not done.
func (c *console) report(k *checked, dir string, strict bool, undone string) error {
	var grave []diag.Finding
	for _, f := range k.findings {
		if f.Severity > diag.Hint {
			grave = append(grave, f)
		}
	}
	if err := diag.WriteText(c.stderr, &diag.Report{Findings: grave, Dir: seenFrom(dir)}); err != nil {
		return fmt.Errorf("printing the findings: %w", err)
	}
	if err := k.verdict(strict); err != nil {
		c.say("%s. %s. %s", k.census(err), tally(k.findings), undone)
		return err
	}
	return nil
}

// writeSite builds the site of the tracker that stands in dir and puts it at
// target.
func writeSite(ctx context.Context, t *tracker.Tracker, dir, target string, opts site.Options) (report site.Report, err error) {
	out, err := site.CreateOutput(ctx, target, dir)
	if err != nil {
		return site.Report{}, err
	}
	defer func() { err = errors.Join(err, out.Abort()) }()
	report, err = site.Build(t, out, opts)
	if err != nil {
		return site.Report{}, fmt.Errorf("building the site: %w", err)
	}
	return report, out.Commit()
}

func parseAsOf(cmd *cobra.Command, s string) (tracker.Date, error) {
	if s == "" && !cmd.Flags().Changed("as-of") {
		return 0, nil
	}
	d, err := tracker.ParseDate(s)
	switch {
	case errors.Is(err, tracker.ErrDateForm):
		return 0, &usageError{cmd, fmt.Sprintf("--as-of %q is not a day written as YYYY-MM-DD, for example 2026-03-31", s)}
	case err != nil:
		return 0, &usageError{cmd, fmt.Sprintf("--as-of %q is not a day: %v", s, err)}
	}
	return d, nil
}

func parseEdition(cmd *cobra.Command, s string) (tracker.Edition, error) {
	if !tracker.Editions.Has(s) {
		known := tracker.Editions.IDs()
		message := fmt.Sprintf("there is no edition %q, only %s", s, strings.Join(known, " and "))
		return "", &usageError{cmd, message + didYouMean(s, known, "")}
	}
	return tracker.Edition(s), nil
}

// checkBaseURL accepts what can stand before every address of the site.
func checkBaseURL(cmd *cobra.Command, s string) error {
	if s == "" {
		return nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return &usageError{cmd, fmt.Sprintf("--base-url %q is not the address of a site, such as https://example.org/wins/", s)}
	}
	return nil
}
