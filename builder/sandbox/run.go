package sandbox

import "context"

// Run runs c to its end in a sandbox of its own. A program that ran and failed is
// a State, not an error. Errors: *RefusedError, *MountError, *StartError, ctx's
// cause when it was cancelled (the State then says how far it came), or wrapped I/O.
// Concurrent calls are independent. When the calling process dies, the sandbox dies.
func Run(ctx context.Context, c Command) (State, error) { panic("published before written") }

// Check runs nothing in a sandbox: nil if namespaces can be had here, else a
// *RefusedError.
func Check() error { panic("published before written") }

// Main turns this process into a sandbox's init, and never returns, if Run
// started it as one; otherwise it does nothing. Call it first in main and TestMain.
func Main() {}

// Environment returns the whole environment that a program with Command.Env env
// finds: the defaults (PATH, HOME, TMPDIR, TZ, LC_ALL) overridden by env.
func Environment(env map[string]string) map[string]string { panic("published before written") }
