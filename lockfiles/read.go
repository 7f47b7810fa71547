package lockfiles

import (
	"fmt"
	"io"
	"os"
	"syscall"
)

// maxBytes is more than any lock has, and than Parse takes (stacks.Guard, which says so).
const maxBytes = 8 << 20

// ReadFile returns the bytes of the lock at path, for Parse; of one that is larger than
// Parse takes, the beginning. A workspace may come from elsewhere: what is no regular
// file is an error, not waited for.
func ReadFile(path string) ([]byte, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", path)
	}
	return io.ReadAll(io.LimitReader(file, maxBytes))
}
