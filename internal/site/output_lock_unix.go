//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package site

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

var errLocked = errors.New("locked by another process")

// fileLock is a lock that the system lets go of when the process ends, however
// it ends: what a killed build leaves of it holds nobody up.
type fileLock struct{ f *os.File }

// takeLock takes the lock on the file at path, and makes the file. It returns
// errLocked where another process has it.
func takeLock(path string) (io.Closer, error) {
	for {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR|syscall.O_NOFOLLOW, 0o600)
		if err != nil {
			return nil, err
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			if errors.Is(err, syscall.EWOULDBLOCK) {
				err = errLocked
			}
			return nil, errors.Join(err, f.Close())
		}
		// The one who had it may have removed the file after we opened it.
		held, err := f.Stat()
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if there, err := os.Lstat(path); err == nil && os.SameFile(held, there) {
			return fileLock{f}, nil
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(err, f.Close())
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
	}
}

// Close removes the file while the lock still holds, then lets go.
func (l fileLock) Close() error {
	return errors.Join(os.Remove(l.f.Name()), l.f.Close())
}
