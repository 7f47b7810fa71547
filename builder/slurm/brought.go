package slurm

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"

	"cairn/builder"
	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
)

// given is a source on a node: the tree of the store, and the ID that it had.
type given struct {
	source
	store *store.Store
}

func (g given) ID() digest.Digest { return g.source.ID }

// Export copies the tree; its modes are put right by the builder.
func (g given) Export(_ context.Context, dir string) error {
	path, ok := g.store.Tree(g.Tree)
	if !ok {
		return fmt.Errorf("source tree %s is not in the store", g.Tree)
	}
	return copyTree(path, dir)
}

func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(to, strings.TrimPrefix(name, from))
		switch {
		case entry.IsDir():
			return os.MkdirAll(target, 0o755)
		case entry.Type()&fs.ModeSymlink != 0:
			text, err := os.Readlink(name)
			if err != nil {
				return err
			}
			return os.Symlink(text, target)
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o644|info.Mode()&0o111)
	})
}

// brought is a toolchain whose root came with the job.
type brought struct {
	toolchain
	mounts []sandbox.Mount
}

func (b brought) ID() digest.Digest            { return b.toolchain.ID }
func (b brought) Impure() bool                 { return b.toolchain.Impure }
func (b brought) Mounts() []sandbox.Mount      { return b.mounts }
func (b brought) Variables() map[string]string { return b.toolchain.Variables }
func (b brought) Programs() map[string]string  { return b.toolchain.Programs }

// broughtPython is a Python environment that came with the job.
type broughtPython struct {
	*python
	store *store.Store
}

func (b broughtPython) ID() digest.Digest { return b.python.ID }
func (b broughtPython) Version() string   { return b.python.Version }

// Folder is where the environment's tree stands.
func (b broughtPython) Folder(context.Context) (string, error) { return b.Place.path(b.store) }

// records answers a plan from what came with the job.
type records map[string]store.Record

func (r records) Action(key digest.Digest) (store.Record, bool, error) {
	record, ok := r[key.String()]
	return record, ok, nil
}

func (r records) Last(string) (store.Record, bool, error) { return store.Record{}, false, nil }

// plan plans the job's action anew, on a node.
func (j *job) plan(ctx context.Context, st *store.Store, version string) (w builder.Work, err error) {
	files := fstest.MapFS{}
	for name, content := range j.Definition {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	ws, diags := stacks.LoadStack("job", files, version, j.Stack)
	if diags.HasErrors() {
		return w, diags
	}
	stack, err := ws.Stack(j.Stack)
	if err != nil {
		return w, err
	}
	w.Request = builder.Request{Stack: stack, Sources: map[string]builder.Source{}, Toolchains: map[string]builder.Toolchain{}, SourceDateEpoch: j.Epoch}
	for name, s := range j.Sources {
		w.Request.Sources[name] = given{s, st}
	}
	cache, err := st.Folder("cache")
	if err != nil {
		return w, err
	}
	for _, def := range stack.Toolchains() {
		t, ok := j.Toolchains[def.Name]
		if !ok {
			continue
		}
		if t.Host {
			host, err := builder.HostToolchain(ctx, def, cache)
			if err != nil {
				return w, err
			}
			if host.ID() != t.ID {
				return w, &OtherHostError{Toolchain: def.Name}
			}
			w.Request.Toolchains[def.Name] = host
			continue
		}
		b := brought{toolchain: t}
		for _, m := range t.Mounts {
			one := sandbox.Mount{Target: m.Target, Link: m.Link, ReadOnly: m.ReadOnly}
			if m.Link == "" {
				if one.Source, err = m.path(st); err != nil {
					return w, fmt.Errorf("toolchain %s: %w", def.Name, err)
				}
			}
			b.mounts = append(b.mounts, one)
		}
		w.Request.Toolchains[def.Name] = b
	}
	if j.Python != nil {
		w.Request.Python = broughtPython{j.Python, st}
	}
	if w.Plan, err = builder.NewPlan(w.Request, records(j.Records)); err != nil {
		return w, err
	}
	a, ok := w.Plan.Action(j.Build)
	if !ok || a.Key != j.Key {
		return w, errors.New("the action has another key here than where it was submitted: is this another version of cairn?")
	}
	w.Action, w.Jobs = a, j.Jobs
	return w, nil
}

// OtherHostError says that a node's own compilers are not those that the action was
// planned for.
type OtherHostError struct{ Toolchain string }

func (e *OtherHostError) Error() string {
	return fmt.Sprintf("this node's compilers are not those of the submitting machine (toolchain %q is the host's); a locked toolchain is the same everywhere", e.Toolchain)
}
