package main

import (
	"path/filepath"
	"slices"

	"cairn/builder"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/lockfiles"
	"cairn/stacks"
)

// rootName is what something of a stack ("lock/ember@host") is called among the
// store's roots, and the lock that it stands for. Two workspaces may have stacks of
// one name.
func (s *session) rootName(what string, ws *stacks.Workspace, stack string) (name, lock string, err error) {
	if s.dir == "" {
		return what, "", nil
	}
	lock, err = filepath.Abs(s.lockPath(ws, stack))
	return what + " " + filepath.Dir(lock), lock, err
}

// rootName is the root of what builds of the stack use and make.
func (w *workshop) rootName() (name, lock string, err error) {
	return w.session.rootName("lock/"+w.stack.Ref(), w.workspace, w.stack.Name)
}

// keep makes what the lock names and what this command has used of the store a root,
// in place of what an earlier lock, or other outputs, needed.
func (w *workshop) keep() error {
	name, lock, err := w.rootName()
	if err != nil {
		return err
	}
	return w.store.KeepRoot(name, store.Root{
		Digests:      append(lockedFiles(w.view), w.store.Held()...),
		Repositories: w.session.folders,
		Lock:         lock,
		Of:           w.lock.Digest(),
		Generation:   w.generation(),
	})
}

// generation changes with the outputs, which another compiler of this host may change
// under one lock. It is zero where they are not known: nothing was planned, or not all is
// built.
func (w *workshop) generation() digest.Digest {
	if w.plan == nil {
		return digest.Digest{}
	}
	key := digest.NewKey("cairn-root-v1").Digest("lock", w.lock.Digest())
	for _, action := range w.plan.Actions {
		if action.State != builder.Done {
			return digest.Digest{}
		}
		key.Digest(action.Name, action.Output)
	}
	return key.Sum()
}

// lockedFiles are the files that a lock names by digest, whether or not they are here.
func lockedFiles(view *lockfiles.View) []digest.Digest {
	var files []digest.Digest
	for _, toolchain := range view.Toolchains {
		for _, release := range toolchain.Releases {
			files = append(files, release.SHA256)
		}
		for _, pkg := range toolchain.Packages {
			files = append(files, pkg.SHA256)
		}
	}
	if view.Python != nil {
		for _, d := range append(slices.Clone(view.Python.Wheels), view.Python.Sdists...) {
			files = append(files, d.SHA256)
		}
	}
	return files
}
