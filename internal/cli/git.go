package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// git runs git in dir and returns what it printed. It is asked about names and
// commits only; the work tree is not changed.
//
// What lies in dir comes from contributors. A folder can look like a repository
// of its own, with settings that name programs to run: git is told to take none
// for one, and to run no monitor.
func git(ctx context.Context, dir string, args ...string) (string, error) {
	if likeRepository(dir) {
		return "", fmt.Errorf("%s looks like the inside of a git repository, so git is not asked about it", dir)
	}
	always := []string{"-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "--no-optional-locks", "-C", dir}
	cmd := exec.CommandContext(ctx, "git", append(always, args...)...)
	cmd.Env = slices.DeleteFunc(os.Environ(), aboutRepository)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		line, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return "", fmt.Errorf("git %s: %s", args[0], line)
	}
	return string(out), err
}

// likeRepository reports whether a folder has the parts by which git knows a
// repository without a work tree. Git before 2.38 cannot be told to leave such a
// one alone.
func likeRepository(dir string) bool {
	for _, part := range []string{"HEAD", "objects", "refs"} {
		if _, err := os.Lstat(filepath.Join(dir, part)); err != nil {
			return false
		}
	}
	return true
}

// aboutRepository reports whether a variable of the environment would tell git
// of another repository than that of the folder: hooks are run with such ones.
func aboutRepository(variable string) bool {
	name, _, _ := strings.Cut(variable, "=")
	switch name {
	case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE":
		return true
	}
	return false
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
