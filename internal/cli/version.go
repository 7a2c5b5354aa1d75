package cli

import (
	"fmt"
	"regexp"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is what a release sets: -ldflags "-X smallwins/internal/cli.version=v1.2.3".
var version string

// release matches the versions of the module that were given by a person.
var release = regexp.MustCompile(`^v\d+\.\d+\.\d+$`)

// Version returns the version that stands on every page: that of a release, or
// "devel". What Go derives from the state of a checkout is not used, because
// the same records would then give other bytes after each commit to the tool.
func Version() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && release.MatchString(info.Main.Version) {
		return info.Main.Version
	}
	return "devel"
}

func newVersion(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{cmd, "it takes nothing"}
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(c.stdout, "smallwins %s%s, %s %s/%s\n", Version(), revision(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// revision says which commit of smallwins itself was built, where Go knows it.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	commit := settings["vcs.revision"]
	if commit == "" {
		return ""
	}
	if len(commit) > 12 {
		commit = commit[:12]
	}
	if settings["vcs.modified"] == "true" {
		commit += " and changes"
	}
	return " (" + commit + ")"
}
