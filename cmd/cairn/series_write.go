package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cairn/internal/atomicfile"
	"cairn/lockfiles"
	"cairn/patches"
	"cairn/stacks"
)

// seriesChange is a component's series as it is to be.
type seriesChange struct {
	files   []patches.Exported          // those that are not Changed stay as they are
	removed []string                    // patch files that nothing needs any more, below the workspace
	edit    func(file string) error     // changes the copy of the definition
	proved  func(*lockfiles.Lock) error // looks at the lock before anything is replaced; nil for none

	resolutions []byte // nil leaves those that are kept
}

// writeSeries writes a series, its definition and its lock. All of them are made beside
// the old ones first; a list of renames makes them stand together, also if this process
// is killed between two of them.
func (r *rebasing) writeSeries(ctx context.Context, change seriesChange) error {
	workspace, err := filepath.Abs(r.session.dir)
	if err != nil {
		return fmt.Errorf("write series: %w", err)
	}
	staging := filepath.Join(workspace, ".cairn", "rebase", r.stack.Name, r.component.Name, "staging")
	changed, err := r.stage(staging, change)
	if err != nil {
		return err
	}
	lock, err := r.lockStaged(ctx, staging)
	if err != nil {
		return err
	}
	if change.proved != nil {
		if err := change.proved(lock); err != nil {
			return err
		}
	}
	lockPath := r.session.lockPath(r.workspace, r.stack.Name)
	list := []replacement{}
	for _, name := range changed {
		list = append(list, replacement{filepath.Join(staging, name), filepath.Join(workspace, name)})
	}
	for _, name := range change.removed {
		list = append(list, replacement{"", filepath.Join(workspace, name)})
	}
	extra := []struct {
		name, to string
		content  []byte
	}{{"lock", lockPath, lock.Bytes()}, {"resolutions", r.resolutionsPath(), change.resolutions}}
	for _, file := range extra {
		if file.content == nil {
			continue
		}
		staged := filepath.Join(filepath.Dir(staging), "staged-"+file.name)
		if err := atomicfile.Write(staged, file.content, 0o644); err != nil {
			return err
		}
		target, err := filepath.Abs(file.to)
		if err != nil {
			return fmt.Errorf("write series: %w", err)
		}
		list = append(list, replacement{staged, target})
	}
	if err := r.session.replaceTogether(r.stack.Name, workspace, filepath.Dir(staging), list); err != nil {
		return err
	}
	for _, name := range changed {
		r.session.stage("written", filepath.Join(r.session.dir, name), 0)
	}
	for _, name := range change.removed {
		r.session.stage("removed", filepath.Join(r.session.dir, name), 0)
	}
	r.session.stage("lock", lockPath+" written, "+lock.Digest().Short(), 0)
	return nil
}

// stage makes a copy of the workspace as it will be, so that it is loaded and locked as
// a workspace of its own before anything is replaced. It returns the paths that changed.
func (r *rebasing) stage(staging string, change seriesChange) ([]string, error) {
	if err := os.RemoveAll(staging); err != nil {
		return nil, fmt.Errorf("write series: %w", err)
	}
	if err := os.CopyFS(staging, withoutHidden{os.DirFS(r.session.dir)}); err != nil {
		return nil, fmt.Errorf("write series: %w", err)
	}
	var changed []string
	for _, file := range change.files {
		if !file.Changed {
			continue
		}
		name := r.localPath(file.Name)
		if err := os.MkdirAll(filepath.Join(staging, filepath.Dir(name)), 0o755); err != nil {
			return nil, fmt.Errorf("write series: %w", err)
		}
		if err := atomicfile.Write(filepath.Join(staging, name), file.Content, 0o644); err != nil {
			return nil, err
		}
		changed = append(changed, name)
	}
	for _, name := range change.removed {
		if err := os.Remove(filepath.Join(staging, name)); err != nil {
			return nil, fmt.Errorf("write series: %w", err)
		}
	}
	definition := r.definitionFile()
	return append(changed, definition), change.edit(filepath.Join(staging, definition))
}

// lockStaged loads the workspace as it will be and locks the stack in it.
func (r *rebasing) lockStaged(ctx context.Context, staging string) (*lockfiles.Lock, error) {
	ws, diags := stacks.Load(r.workspace.Name, os.DirFS(staging), version)
	if diags.HasErrors() {
		return nil, &diagnosticsError{what: "rebased definition", diags: diags, source: sourceIn(os.DirFS(staging), r.workspace.Name)}
	}
	archive, err := r.session.archive(nil)
	if err != nil {
		return nil, err
	}
	return r.session.resolveWith(ctx, ws, r.stack.Name, r.repositories, closures{archive: archive}, r.lock)
}

// withoutHidden is a file system without names that begin with a dot at its top.
type withoutHidden struct{ fs.FS }

// ReadDir implements fs.ReadDirFS.
func (w withoutHidden) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(w.FS, name)
	if name != "." {
		return entries, err
	}
	var visible []fs.DirEntry
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), ".") {
			visible = append(visible, entry)
		}
	}
	return visible, err
}
