package cli

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"smallwins/internal/diag"
)

// since is what --changed-since compares with: the tracker as it was when the
// checked-out branch left a commit.
type since struct {
	changed map[string]bool // files that are not as they were; gone ones too
	known   map[string]bool // findings that there were, by their keys
}

// tells reports whether a finding is to be told: it lies in a file that changed,
// or it is new all the same, because something that its file relies on changed.
func (s *since) tells(f *diag.Finding) bool {
	return s == nil || s.changed[f.Place.File] || !s.known[keyOf(f)]
}

func keyOf(f *diag.Finding) string { return f.Place.File + "\x00" + f.Rule + "\x00" + f.Message }

// sinceRevision looks at the tracker in dir as it was when the checked-out branch
// left rev.
func (c *console) sinceRevision(ctx context.Context, dir, rev string) (s *since, err error) {
	commit, err := branchedFrom(ctx, dir, rev)
	if err != nil {
		return nil, err
	}
	s = &since{known: map[string]bool{}}
	if s.changed, err = changedSince(ctx, dir, commit); err != nil {
		return nil, err
	}
	temporary, err := os.MkdirTemp("", "smallwins-")
	if err != nil {
		return nil, fmt.Errorf("--changed-since: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temporary)) }()
	root, err := os.OpenRoot(temporary)
	if err != nil {
		return nil, fmt.Errorf("--changed-since: %w", err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	if err := unpack(ctx, dir, commit, root); err != nil {
		return nil, fmt.Errorf("--changed-since: %w", err)
	}
	before, err := c.load(ctx, root.FS(), 0)
	if err != nil {
		return nil, fmt.Errorf("--changed-since: %w", err)
	}
	for i := range before.findings {
		s.known[keyOf(&before.findings[i])] = true
	}
	return s, nil
}

// branchedFrom returns the commit at which the checked-out branch left rev.
func branchedFrom(ctx context.Context, dir, rev string) (string, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return "", errors.New("--changed-since needs git, which is not installed here; leave the flag out to see all findings")
	}
	if _, err := git(ctx, dir, "rev-parse", "--show-prefix"); err != nil {
		return "", fmt.Errorf("--changed-since needs a git repository, and %s is in none; leave the flag out to see all findings", dir)
	}
	commit, err := git(ctx, dir, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return "", fmt.Errorf("--changed-since: git knows no commit %q here; in CI, fetch the whole history first (fetch-depth: 0)", rev)
	}
	base, err := git(ctx, dir, "merge-base", strings.TrimSpace(commit), "HEAD")
	if err != nil {
		return "", fmt.Errorf("--changed-since: git finds nothing that %q and this branch have in common; in CI, fetch the whole history first (fetch-depth: 0)", rev)
	}
	return strings.TrimSpace(base), nil
}

// changedSince returns the files below dir that are not as they were in a
// commit: committed since, changed in the work tree, gone, or new to git. Their
// names are relative to dir.
func changedSince(ctx context.Context, dir, commit string) (map[string]bool, error) {
	changed := map[string]bool{}
	for _, args := range [][]string{
		{"diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--", "."},
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

// trackerParts are what a tracker consists of.
var trackerParts = []string{"strategy.yaml", "strategy", "wins", "intakes"}

// unpack writes the tracker in dir, as it was in a commit, below root.
func unpack(ctx context.Context, dir, commit string, root *os.Root) error {
	args := []string{"ls-tree", "--name-only", "-z", commit, "--"}
	names, err := git(ctx, dir, append(args, trackerParts...)...)
	if err != nil {
		return err
	}
	there := strings.FieldsFunc(names, func(r rune) bool { return r == 0 })
	if len(there) == 0 {
		return nil // there was no tracker yet
	}
	archive, err := git(ctx, dir, append([]string{"archive", "--format=tar", commit, "--"}, there...)...)
	if err != nil {
		return err
	}
	files := tar.NewReader(bytes.NewReader([]byte(archive)))
	for {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading what git packed: %w", err)
		}
		if h.Typeflag != tar.TypeReg || !filepath.IsLocal(filepath.FromSlash(h.Name)) {
			continue
		}
		if err := root.MkdirAll(path.Dir(h.Name), 0o700); err != nil {
			return err
		}
		data, err := io.ReadAll(files)
		if err != nil {
			return fmt.Errorf("reading what git packed: %w", err)
		}
		if err := root.WriteFile(h.Name, data, 0o600); err != nil {
			return err
		}
	}
}
