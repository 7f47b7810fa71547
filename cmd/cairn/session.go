package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"cairn/builder/store"
	"cairn/builder/wheels"
	"cairn/lockfiles"
	"cairn/sources"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// session is one command line at work: its global flags, its streams, and what
// it has opened. It is used by one goroutine.
type session struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	dir      string   // -C; empty is the embedded workspace
	storeDir string   // --store
	mirrors  []string // --mirror, PREFIX=URL
	offline  bool
	json     bool
	progress progressMode
	limits   limits // of what a build may use here

	root    *cobra.Command // of the whole program
	machine *config        // read once
	// runUV runs uv while locking; nil is uv itself.
	runUV   func(ctx context.Context, command wheels.Command) error
	ran     string // the command, "patch drift", once it is over
	opened  *store.Store
	folders []string // git repositories of the store that were opened
}

func (s *session) globalFlags(flags *pflag.FlagSet) {
	flags.StringVar(&s.storeDir, "store", "", "keep everything under `DIR` (default: $XDG_CACHE_HOME/cairn)")
	flags.StringArrayVar(&s.mirrors, "mirror", nil, "fetch URLs that start with PREFIX from elsewhere, as `PREFIX=URL`")
	flags.BoolVar(&s.offline, "offline", false, "never use the network")
	flags.BoolVar(&s.json, "json", false, "answer in JSON")
	s.progress = "auto"
	flags.Var(&s.progress, "progress", "show running work: `MODE` is auto, plain, json or none")
}

// workspaceFlag is no global flag: "cairn patch apply" has git apply's -C.
func (s *session) workspaceFlag(flags *pflag.FlagSet) {
	flags.StringVarP(&s.dir, "chdir", "C", "", "read the workspace in `DIR` (default: the embedded one)")
}

// close releases what the session opened.
func (s *session) close() {
	if s.opened != nil {
		_ = s.opened.Close() // what it cannot remove is swept later
	}
}

// workspace loads the workspace that -C names, or the embedded one.
func (s *session) workspace() (*stacks.Workspace, error) {
	return s.load(stacks.Load)
}

// load reads the workspace by one of package stacks' functions.
func (s *session) load(read func(name string, files fs.FS, version string) (*stacks.Workspace, hcl.Diagnostics)) (*stacks.Workspace, error) {
	name, files := "embedded", stacks.Embedded()
	if s.dir != "" {
		info, err := os.Stat(s.dir)
		if err != nil {
			return nil, usageError{message: fmt.Sprintf("no workspace at %s: %v", s.dir, errors.Unwrap(err)), hint: "-C names a folder of *.hcl files"}
		}
		if !info.IsDir() {
			return nil, usageError{message: s.dir + " is a file", hint: "-C names the folder that holds the *.hcl files"}
		}
		if err := s.finishInterrupted(); err != nil {
			return nil, err
		}
		name, files = filepath.ToSlash(filepath.Clean(s.dir)), os.DirFS(s.dir)
	}
	ws, diags := read(name, files, version)
	if diags.HasErrors() {
		return nil, &diagnosticsError{what: "definition", diags: diags, source: func(name string) []byte { return ws.Sources[name] }}
	}
	return ws, nil
}

// stack loads the workspace and finds "name" or "name@variant" in it.
func (s *session) stack(ref string) (*stacks.Workspace, *stacks.Stack, error) {
	// Of a large workspace only what the stack needs is parsed.
	ws, err := s.load(func(name string, files fs.FS, version string) (*stacks.Workspace, hcl.Diagnostics) {
		return stacks.LoadStack(name, files, version, ref)
	})
	if err != nil {
		return nil, nil, err
	}
	stack, err := ws.Stack(ref)
	if err != nil {
		var unknown *stacks.NotFoundError
		if errors.As(err, &unknown) {
			return nil, nil, usageError{message: err.Error(), hint: fmt.Sprintf("run %q to see the stacks of this workspace", s.command("list"))}
		}
		return nil, nil, err
	}
	return ws, stack, nil
}

// lockPath is where the stack's lock stands, for messages and for writing; the
// embedded workspace's locks are in the binary and have no path.
func (s *session) lockPath(ws *stacks.Workspace, name string) string {
	file := name + ".lock.hcl"
	if s.dir == "" {
		return file
	}
	return filepath.Join(s.dir, filepath.FromSlash(ws.Lockfiles), file)
}

// readLock reads the lock of a stack as it stands. The error is fs.ErrNotExist
// where there is none.
func (s *session) readLock(ws *stacks.Workspace, name string) (*lockfiles.Lock, error) {
	path := s.lockPath(ws, name)
	read := lockfiles.ReadFile
	if s.dir == "" {
		read = func(path string) ([]byte, error) { return fs.ReadFile(lockfiles.Embedded, path) }
	}
	src, err := read(path)
	if err != nil {
		return nil, fmt.Errorf("read lock: %w", err)
	}
	lock, diags := s.parseLock(path, src)
	if diags.HasErrors() {
		err := &diagnosticsError{what: "lock", diags: diags, source: func(string) []byte { return src }}
		return nil, &statusError{status: exitLock, err: err, hint: fmt.Sprintf("run %q to write it anew", s.command("lock", name))}
	}
	return lock, nil
}

// lockedStack loads a stack with the lock that its definition matches. It stops
// with status 4 where the lock is missing or another definition's.
func (s *session) lockedStack(ref string) (*locked, error) {
	ws, stack, err := s.stack(ref)
	if err != nil {
		return nil, err
	}
	again := s.command("lock", stack.Name)
	lock, err := s.readLock(ws, stack.Name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &statusError{status: exitLock, err: fmt.Errorf("%s is not locked: no %s", stack.Name, s.lockPath(ws, stack.Name)), hint: fmt.Sprintf("run %q first", again)}
	}
	if err != nil {
		return nil, err
	}
	if moves := lockfiles.Compare(lock, ws, stack.Name); len(moves) > 0 {
		for _, move := range moves {
			fmt.Fprintf(s.stderr, "%s  %s\n    locked   %s\n    defined  %s\n", move.Range, move.Attribute, orNone(move.Locked), orNone(move.Defined))
		}
		return nil, &statusError{status: exitLock,
			err:  fmt.Errorf("%s does not match its definition: %s moved", s.lockPath(ws, stack.Name), countedFirst(moves)),
			hint: fmt.Sprintf("run %q to lock what the definition says now", again)}
	}
	view, ok := lock.View(stack.Variant)
	if !ok {
		return nil, &statusError{status: exitLock, err: fmt.Errorf("%s has no variant %q", s.lockPath(ws, stack.Name), stack.Variant), hint: fmt.Sprintf("run %q", again)}
	}
	return &locked{workspace: ws, stack: stack, lock: lock, view: view}, nil
}

// locked is a stack together with what it resolved to.
type locked struct {
	workspace *stacks.Workspace
	stack     *stacks.Stack
	lock      *lockfiles.Lock
	view      *lockfiles.View
}

func countedFirst(moves []lockfiles.Move) string {
	if len(moves) == 1 {
		return moves[0].Attribute
	}
	return fmt.Sprintf("%s and %d more", moves[0].Attribute, len(moves)-1)
}

func orNone(s string) string {
	if s == "" {
		return "(nothing)"
	}
	return s
}

// storeRoot is the folder under which the store stands.
func (s *session) storeRoot() (string, error) {
	if s.storeDir != "" {
		return filepath.Abs(s.storeDir)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", usageError{message: "neither XDG_CACHE_HOME nor HOME says where the store is", hint: "name a folder with --store DIR"}
	}
	return filepath.Join(cache, "cairn"), nil
}

// store opens the store, once.
func (s *session) store() (*store.Store, error) {
	if s.opened != nil {
		return s.opened, nil
	}
	root, err := s.storeRoot()
	if err != nil {
		return nil, err
	}
	s.opened, err = store.Open(root)
	if err != nil {
		return nil, &statusError{status: exitFailed, err: err, hint: "--store DIR keeps everything in another folder"}
	}
	return s.opened, nil
}

// repositories opens the git side of the store.
func (s *session) repositories(progress func(sources.Event)) (*sources.Repositories, error) {
	st, err := s.store()
	if err != nil {
		return nil, err
	}
	mirrors, err := s.allMirrors()
	if err != nil {
		return nil, err
	}
	return sources.Open(sources.Options{Dir: filepath.Join(st.Dir(), "git"), Mirrors: mirrors, Offline: s.offline, Progress: progress,
		Using: func(folder string) error {
			s.folders = append(s.folders, folder)
			return st.Hold("git/" + folder)
		}})
}

// allMirrors are the configuration's mirrors and then those of --mirror.
func (s *session) allMirrors() ([]sources.Mirror, error) {
	machine, err := s.config()
	if err != nil {
		return nil, err
	}
	mirrors := slices.Clone(machine.mirrors)
	for _, flag := range s.mirrors {
		mirror, err := sources.ParseMirror(flag)
		if err != nil {
			return nil, usageError{message: fmt.Sprintf("--mirror: %v", err), hint: "write it as --mirror https://github.com/=file:///srv/mirror/"}
		}
		mirrors = append(mirrors, mirror)
	}
	return mirrors, nil
}

// stateDir is where records are kept: $XDG_STATE_HOME/cairn.
func stateDir() (string, error) {
	if dir := os.Getenv("XDG_STATE_HOME"); dir != "" {
		return filepath.Join(dir, "cairn"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", usageError{message: "neither XDG_STATE_HOME nor HOME says where records are kept", hint: "set HOME"}
	}
	return filepath.Join(home, ".local", "state", "cairn"), nil
}

// interrupted makes an error of a cancelled context one that reads as such.
func interrupted(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return errors.Join(ctx.Err(), err)
	}
	return err
}
