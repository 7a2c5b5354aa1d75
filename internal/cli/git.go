package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// git runs git in dir and returns what it printed. It is asked about names and
// commits only; the work tree is not changed.
func git(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", dir}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		line, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return "", fmt.Errorf("git %s: %s", args[0], line)
	}
	return string(out), err
}

// provenance asks git where the tracker in dir comes from: the commit that is
// checked out, shortened; the tracker's folder in the repository, such as
// "reports/"; and whether its files differ from that commit. All are zero where
// dir is in no repository or git is not installed.
func provenance(ctx context.Context, dir string) (commit, folder string, changed bool) {
	commit, err := git(ctx, dir, "rev-parse", "--short=12", "HEAD")
	if err != nil {
		return "", "", false
	}
	status, err := git(ctx, dir, "status", "--porcelain", "--", "wins", "intakes", "strategy.yaml", "strategy")
	return strings.TrimSpace(commit), repositoryFolder(ctx, dir), err == nil && status != ""
}

// repositoryFolder returns the folder of dir in its repository, such as
// "reports/": "" at the top, and where there is no repository.
func repositoryFolder(ctx context.Context, dir string) string {
	folder, err := git(ctx, dir, "rev-parse", "--show-prefix")
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(folder, "\n")
}
