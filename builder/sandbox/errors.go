package sandbox

import (
	"fmt"
	"strings"
)

// RefusedError says that this machine does not let the caller have namespaces.
// Nothing was run. cmd/cairn maps it to exit status 6.
type RefusedError struct {
	// Step is what was refused: "create namespaces", "mount a tmpfs", …
	Step string
	Err  error
	// WaysOut are what a person can do, each a sentence with its command.
	WaysOut []string
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("the sandbox is refused here: %s: %v", e.Step, e.Err)
}

// Unwrap returns the kernel's error.
func (e *RefusedError) Unwrap() error { return e.Err }

// StartError says that the sandbox stood but the program could not be started.
type StartError struct {
	Program string
	Err     error
}

func (e *StartError) Error() string { return fmt.Sprintf("start %s: %v", e.Program, e.Err) }

// Unwrap returns the cause: fs.ErrNotExist when the program is not in the root.
func (e *StartError) Unwrap() error { return e.Err }

// MountError says which of the caller's mounts could not be made.
type MountError struct {
	Mount Mount
	Err   error
}

func (e *MountError) Error() string {
	return fmt.Sprintf("mount %s at %s: %v", e.Mount.Source, e.Mount.Target, strings.TrimSpace(e.Err.Error()))
}

// Unwrap returns the cause.
func (e *MountError) Unwrap() error { return e.Err }
