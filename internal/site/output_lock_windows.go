package site

import (
	"errors"
	"io"
	"os"
	"syscall"
)

var errLocked = errors.New("locked by another process")

// takeLock takes the lock on the file at path, and makes the file. It returns
// errLocked where another process has it. The file is open to nobody else and
// goes away with its handle, so what a killed build leaves holds nobody up.
func takeLock(path string) (io.Closer, error) {
	const (
		deleteOnClose    = 0x04000000
		sharingViolation = syscall.Errno(32)
	)
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	handle, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errLocked
	}
	if err != nil {
		return nil, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	return os.NewFile(uintptr(handle), path), nil
}
