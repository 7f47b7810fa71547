package main

import (
	"context"
	"errors"
	"fmt"
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
	if opts.workspace != "" {
		if err := os.MkdirAll(filepath.Dir(filepath.Clean(opts.workspace)), 0o755); err != nil {
			return err
		}
		if err := os.CopyFS(opts.workspace, os.DirFS(workspace)); err != nil {
			return fmt.Errorf("write the workspace: %w", err)
		}
		s.dir = opts.workspace
	}
	err := in.prove(ctx, &s)
	if err != nil && opts.workspace != "" {
		err = errors.Join(err, os.RemoveAll(opts.workspace))
	}
	return err
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
