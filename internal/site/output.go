package site

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Output is a site on its way to disk. Files are written to a fresh folder
// beside the target, and only Commit puts that folder in the target's place: a
// build that fails, is interrupted or is killed leaves the last site as it was.
//
// A folder is only ever replaced when smallwins made it, and only what the
// folder's own list names is ever deleted.
//
// Nothing is forced to the medium: a power cut within seconds of a build can
// damage its site, which the next build makes again from the records.
type Output struct {
	ctx    context.Context
	place  place
	lock   io.Closer
	root   *os.Root // the fresh folder; nil once finished
	create func(name string) (io.WriteCloser, error)
	at     func(step string) // tests end the process here

	mu     sync.Mutex
	claims map[string]claim // by folded name: see output_name.go
	files  []string
	failed error // the first error of a Write; nothing is committed after it
}

// CreateOutput prepares to write a site to target, for the tracker in the given
// folder, and mends what a build that was killed left behind. It refuses a
// target that is not safe to replace, or that another build is writing to.
// After ctx has ended, Write and Commit fail with its cause. Every Output must
// end with Commit or Abort.
func CreateOutput(ctx context.Context, target, tracker string) (_ *Output, err error) {
	p, err := placeOf(target)
	if err != nil {
		return nil, fmt.Errorf("preparing %s: %w", target, err)
	}
	if err := p.refuse(tracker); err != nil {
		return nil, fmt.Errorf("%s cannot hold the site: %w", target, err)
	}
	if err := os.MkdirAll(filepath.Dir(p.target), 0o755); err != nil {
		return nil, fmt.Errorf("preparing %s: %w", target, err)
	}
	lock, err := takeLock(p.lock)
	if errors.Is(err, errLocked) {
		return nil, fmt.Errorf("another build is writing to %s: let it end, then build again", target)
	}
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", target, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, lock.Close())
		}
	}()
	if err := p.mend(); err != nil {
		return nil, fmt.Errorf("mending what the last build to %s left: %w", target, err)
	}
	if err := refuseForeign(p.target); err != nil {
		return nil, fmt.Errorf("%s cannot hold the site: %w", target, err)
	}
	if err := os.Mkdir(p.fresh, 0o755); err != nil {
		return nil, fmt.Errorf("preparing %s: %w", target, err)
	}
	root, err := os.OpenRoot(p.fresh)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("preparing %s: %w", target, err), os.Remove(p.fresh))
	}
	o := &Output{
		ctx: ctx, place: p, lock: lock, root: root,
		at:     func(string) {},
		claims: map[string]claim{},
	}
	o.create = func(name string) (io.WriteCloser, error) {
		return root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	}
	// The mark comes first, so that a folder which was left half written is
	// known for what it is.
	if err := root.WriteFile(markName, marker(nil), 0o644); err != nil {
		return nil, errors.Join(fmt.Errorf("preparing %s: %w", target, err), o.Abort())
	}
	return o, nil
}

// Write writes one file of the site. The name is relative and uses forward
// slashes; it has to be good on every system that the site may be copied to,
// and not be the same as another's there. Write may be called from several
// goroutines at once. After an error the site cannot be committed any more.
func (o *Output) Write(name string, body []byte) error {
	return o.keep(name, func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	})
}

// errResized is for a file that changed between the check and the copy.
var errResized = errors.New("its size has changed since it was checked: build again")

// Copy is Write for a file that is read from r, which has to hold as many bytes
// as size says. No more than that is ever kept.
func (o *Output) Copy(name string, r io.Reader, size int64) error {
	return o.keep(name, func(w io.Writer) error {
		n, err := io.Copy(w, io.LimitReader(r, size+1))
		if err == nil && n != size {
			err = errResized
		}
		return err
	})
}

// Stream is Write for a file that fill writes piece by piece.
func (o *Output) Stream(name string, fill func(io.Writer) error) error { return o.keep(name, fill) }

// Files returns how many files were written.
func (o *Output) Files() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.files)
}

// keep notes the first error of all files.
func (o *Output) keep(name string, fill func(io.Writer) error) error {
	err := o.write(name, fill)
	o.mu.Lock()
	defer o.mu.Unlock()
	if err == nil {
		return nil
	}
	err = fmt.Errorf("writing %q: %w", name, err)
	if o.failed == nil {
		o.failed = err
	}
	return err
}

func (o *Output) write(name string, fill func(io.Writer) error) error {
	if o.ctx.Err() != nil {
		return context.Cause(o.ctx)
	}
	if err := checkName(name); err != nil {
		return err
	}
	if err := o.claim(name); err != nil {
		return err
	}
	f, err := o.create(name)
	if err != nil {
		return err
	}
	if err := fill(f); err != nil {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}

// claim takes the name for a file and makes the folders that it lies in.
func (o *Output) claim(name string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.root == nil {
		return errFinished
	}
	for i := range len(name) {
		if name[i] != '/' {
			continue
		}
		isNew, err := o.take(name[:i], true, name)
		if err != nil {
			return err
		}
		if !isNew {
			continue
		}
		if err := o.root.Mkdir(filepath.FromSlash(name[:i]), 0o755); err != nil {
			return err
		}
	}
	if _, err := o.take(name, false, name); err != nil {
		return err
	}
	o.files = append(o.files, name)
	return nil
}

var errFinished = errors.New("the output is finished already")

// Commit puts the site in the target's place and removes the one before it. On
// an error the last site stands where it stood, unless the error says that
// only the clean-up failed. The Output is finished either way.
func (o *Output) Commit() error {
	if err := o.ready(); err != nil {
		return errors.Join(err, o.Abort())
	}
	defer o.release()
	if err := o.swap(); err != nil {
		return errors.Join(fmt.Errorf("putting the new site in place at %s: %w", o.place.target, err), os.RemoveAll(o.place.fresh))
	}
	o.at("swapped")
	if err := removeMade(o.place.aside); err != nil {
		return fmt.Errorf("the new site is in place, but the one before it could not be removed: %w", err)
	}
	return nil
}

// ready completes the fresh folder and makes sure that it may be used.
func (o *Output) ready() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	switch {
	case o.root == nil:
		return errFinished
	case o.ctx.Err() != nil:
		return context.Cause(o.ctx)
	case o.failed != nil:
		return fmt.Errorf("the site is not complete: %w", o.failed)
	}
	if err := o.root.WriteFile(markName, marker(o.files), 0o644); err != nil {
		return fmt.Errorf("listing the files of the site: %w", err)
	}
	// Somebody may have put files there while the site was built.
	return refuseUnmarked(o.place.target)
}

// swap renames the old site away and the new one in. Systems that could do
// both in one step are few; mend knows every state in between.
func (o *Output) swap() error {
	if err := o.closeRoot(); err != nil { // a folder that is open cannot be renamed everywhere
		return err
	}
	o.at("written")
	err := os.Rename(o.place.target, o.place.aside)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	hadOld := err == nil
	o.at("aside")
	if err := os.Rename(o.place.fresh, o.place.target); err != nil {
		if hadOld {
			err = errors.Join(err, os.Rename(o.place.aside, o.place.target))
		}
		return err
	}
	return nil
}

// Abort gives the site up and leaves the last one as it stands. Once the
// Output is finished it does nothing, so that it can be deferred.
func (o *Output) Abort() error {
	if err := o.closeRoot(); errors.Is(err, errFinished) {
		return nil
	}
	defer o.release()
	if err := os.RemoveAll(o.place.fresh); err != nil {
		return fmt.Errorf("removing the unfinished site: %w", err)
	}
	return nil
}

func (o *Output) closeRoot() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.root == nil {
		return errFinished
	}
	root := o.root
	o.root = nil
	return root.Close()
}

// release lets the next build in. The system does the same when the process
// ends, so an error changes nothing.
func (o *Output) release() { _ = o.lock.Close() }
