package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"cairn/sources"
)

// settle proves sources and patches against the lock as "cairn fetch" does, with the
// bundle in place of the network, and then gives the workspace its place.
func (in *unpackingBundle) settle(ctx context.Context, opts bundleImport, workspace string, mirrors []sources.Mirror) error {
	s := *in.session
	s.opened, s.offline, s.json = in.store, true, true // it says nothing itself
	for _, m := range mirrors {
		s.mirrors = append(s.mirrors, m.Prefix+"="+m.Target)
	}
	if opts.workspace == "" {
		return in.prove(ctx, &s)
	}
	dir := filepath.Clean(opts.workspace)
	there, err := alreadyImported(workspace, dir)
	if err != nil {
		return err
	}
	if !there {
		if err := in.place(ctx, &s, workspace, dir); err != nil {
			return err
		}
	}
	s.dir = dir // what is kept is kept for the lock in its place
	return in.prove(ctx, &s)
}

// place writes the workspace beside its place, proves it there, and moves it into its
// place as the last thing.
func (in *unpackingBundle) place(ctx context.Context, s *session, workspace, dir string) (err error) {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	folder, remove, err := beside(dir, "import")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	s.dir = filepath.Join(folder, "workspace")
	if err := os.CopyFS(s.dir, os.DirFS(workspace)); err != nil {
		return fmt.Errorf("write the workspace: %w", err)
	}
	if err := in.prove(ctx, s); err != nil {
		return err
	}
	err = takePlace(s.dir, dir)
	if there, same := alreadyImported(workspace, dir); same == nil && there {
		return nil // whether by this process or by another
	}
	return err
}

// alreadyImported says that a workspace is in its place already, as it is in the bundle. A
// folder that holds anything else is the user's.
func alreadyImported(workspace, dir string) (bool, error) {
	taken := usageError{message: dir + " is not empty", hint: "name a folder that is not there yet with --workspace"}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	files := 0
	err = fs.WalkDir(os.DirFS(workspace), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		want, err := os.ReadFile(filepath.Join(workspace, name))
		if err != nil {
			return err
		}
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, want) {
			return taken
		}
		return nil
	})
	if err != nil {
		return false, err
	}
	err = fs.WalkDir(os.DirFS(dir), ".", func(_ string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files--
		}
		return err
	})
	if err == nil && files != 0 {
		return false, taken
	}
	return err == nil, err
}

func (in *unpackingBundle) prove(ctx context.Context, s *session) error {
	w, err := s.openLocked(in.opened.Stack)
	if err != nil {
		return err
	}
	defer w.close()
	if w.lock.Digest() != in.opened.Lock {
		return &statusError{status: exitLock, err: fmt.Errorf("the bundle is of lock %s, %s is %s", in.opened.Lock.Short(), s.lockPath(w.workspace, w.stack.Name), w.lock.Digest().Short()),
			hint: "take the bundle's own definition with --workspace DIR"}
	}
	if len(in.opened.Stripped) == 0 {
		if err := w.fetch(ctx); err != nil {
			return err
		}
	} else { // what was left out is fetched where it may be
		for i := range w.view.Components {
			if err := w.proveSource(ctx, &w.view.Components[i]); err != nil {
				return err
			}
		}
	}
	if err := w.fetchBase(ctx); err != nil {
		return err
	}
	if err := w.keep(); err != nil {
		return err
	}
	return w.verifyPatches(ctx)
}
