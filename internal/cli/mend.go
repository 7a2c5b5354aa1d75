package cli

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"smallwins/internal/diag"
	"smallwins/internal/tracker"
)

// rounds is how often fixes are applied: mending what kept a file from being
// read shows what else can be mended in it.
const rounds = 10

// mended is a tracker's files with the fixes of its findings applied, not yet
// on disk.
type mended struct {
	fs.FS                           // the tracker as it would be
	before, after map[string][]byte // of the files that change
	places        int               // that were mended
}

// Open implements fs.FS.
func (m *mended) Open(name string) (fs.File, error) {
	data, ok := m.after[name]
	if !ok {
		return m.FS.Open(name)
	}
	info, err := fs.Stat(m.FS, name)
	if err != nil {
		return nil, err
	}
	return &mendedFile{Reader: bytes.NewReader(data), info: info}, nil
}

// mendedFile is a plain file whose content is in memory.
type mendedFile struct {
	*bytes.Reader
	info fs.FileInfo
}

func (f *mendedFile) Stat() (fs.FileInfo, error) { return mendedInfo{f.info, f.Size()}, nil }
func (f *mendedFile) Close() error               { return nil }

type mendedInfo struct {
	fs.FileInfo
	size int64
}

func (i mendedInfo) Size() int64 { return i.size }

// mend applies the fixes of the findings for which mine is true, and those that
// come to light by that, in memory. It returns the tracker as it would be.
func (c *console) mend(ctx context.Context, fsys fs.FS, asOf tracker.Date, mine func(*diag.Finding) bool) (*mended, *checked, error) {
	m := &mended{FS: fsys, before: map[string][]byte{}, after: map[string][]byte{}}
	for range rounds {
		k, err := c.load(ctx, m, asOf)
		if err != nil {
			return nil, nil, err
		}
		k.keep(mine)
		fixes := diag.Fixes(k.findings)
		if len(fixes) == 0 {
			return m, k, nil
		}
		for _, file := range slices.Sorted(maps.Keys(fixes)) {
			data, err := fs.ReadFile(m, file)
			if err != nil {
				return nil, nil, fmt.Errorf("mending %s: %w", file, err)
			}
			next, err := diag.Apply(data, fixes[file])
			if err != nil {
				return nil, nil, fmt.Errorf("mending %s: %w", file, err)
			}
			if m.before[file] == nil {
				m.before[file] = data
			}
			m.after[file] = next
			m.places += len(fixes[file])
		}
	}
	k, err := c.load(ctx, m, asOf)
	if err == nil {
		k.keep(mine)
	}
	return m, k, err
}

// save writes the files that changed. Each is replaced as a whole, so that
// nobody ever finds half of one; one that somebody else changed in the meantime
// is left alone.
//
// One that cannot be written does not keep the others from it; the error names
// each.
func (m *mended) save(root *os.Root) error {
	var failed []error
	for _, file := range slices.Sorted(maps.Keys(m.after)) {
		if err := m.saveFile(root, file); err != nil {
			failed = append(failed, fmt.Errorf("mending %s: %w", file, err))
			delete(m.after, file)
		}
	}
	return errors.Join(failed...)
}

func (m *mended) saveFile(root *os.Root, file string) (err error) {
	info, err := root.Lstat(file)
	if err != nil {
		return err
	}
	now, err := root.ReadFile(file)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return errors.New("it may not be written, so it was left alone")
	}
	if !info.Mode().IsRegular() || !bytes.Equal(now, m.before[file]) {
		return errors.New("it was changed in the meantime, so it was left alone; run smallwins again")
	}
	dir, name := path.Split(file)
	temporary := dir + "." + name + "." + rand.Text()
	f, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = f.Write(m.after[file])
	err = errors.Join(err, f.Chmod(info.Mode().Perm()), f.Sync(), f.Close())
	if err == nil {
		err = root.Rename(temporary, file)
	}
	if err != nil {
		return errors.Join(err, root.Remove(temporary))
	}
	return nil
}

// writeDiff prints what would change, for people: it goes through diag.Printable
// line by line, since records may hold anything, and lines end as the terminal's
// do. Under GitHub Actions, which takes "  ::error::" for a command wherever it
// stands in a line of its own, it is told to look away.
func (m *mended) writeDiff(w io.Writer, dir string, forGitHub bool) error {
	var b strings.Builder
	token := rand.Text()
	if forGitHub {
		b.WriteString("::stop-commands::" + token + "\n")
	}
	for _, file := range slices.Sorted(maps.Keys(m.after)) {
		d := string(diff.Diff(path.Join("a", dir, file), m.before[file], path.Join("b", dir, file), m.after[file]))
		for line := range strings.Lines(d) {
			line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
			for i, piece := range strings.Split(line, "\t") {
				if i > 0 {
					b.WriteByte('\t')
				}
				b.WriteString(diag.Printable(piece))
			}
			b.WriteByte('\n')
		}
	}
	if forGitHub {
		b.WriteString("::" + token + "::\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
