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

// changedSince returns the files below dir that are not as they were when the
// checked-out branch left rev: committed since, changed in the work tree, or new
// to git. Their names are relative to dir.
func changedSince(ctx context.Context, dir, rev string) (map[string]bool, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("--changed-since needs git, which is not installed here; leave the flag out to see all findings")
	}
	if _, err := git(ctx, dir, "rev-parse", "--show-prefix"); err != nil {
		return nil, fmt.Errorf("--changed-since needs a git repository, and %s is in none; leave the flag out to see all findings", dir)
	}
	commit, err := git(ctx, dir, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("--changed-since: git knows no commit %q here; in CI, fetch the whole history first (fetch-depth: 0)", rev)
	}
	from := strings.TrimSpace(commit)
	if base, err := git(ctx, dir, "merge-base", from, "HEAD"); err == nil {
		from = strings.TrimSpace(base)
	}
	changed := map[string]bool{}
	for _, args := range [][]string{
		{"diff", "--name-only", "--no-renames", "--relative", "-z", from, "--", "."},
		{"ls-files", "--others", "--exclude-standard", "-z", "--", "."},
	} {
		names, err := git(ctx, dir, args...)
		if err != nil {
			return nil, fmt.Errorf("--changed-since: %w", err)
		}
		for name := range strings.SplitSeq(names, "\x00") {
			changed[name] = name != ""
		}
	}
	return changed, nil
}
