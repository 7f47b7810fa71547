// Package slurm hands actions to a Slurm cluster: one sbatch for each, inputs and
// outputs through an exchange that both sides reach, events back through the job's
// output file. Slurm decides where and when; a job that a node takes down with it is
// just run again.
//
// What an action is belongs to builder, how things are exchanged to containers/cache.
package slurm

import (
	"context"
	"encoding/json"
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

// Exchange is where both sides find what they need by digest.
type Exchange interface {
	PushTree(ctx context.Context, st *store.Store, tree digest.Digest) error
	PullTree(ctx context.Context, st *store.Store, tree digest.Digest) error
	PushJob(ctx context.Context, job []byte) (digest.Digest, error)
	PullJob(ctx context.Context, d digest.Digest) ([]byte, error)
	// Push offers the result of a key, Fetch brings it, with its record.
	Push(ctx context.Context, st *store.Store, key digest.Digest) error
	Fetch(ctx context.Context, st *store.Store, key digest.Digest) (*store.Record, bool, error)
}

// jobSchema changes when the two sides must be of one version.
const jobSchema = "cairn-job-v1"

// job is an action written down: a node plans it anew from the definition, and its
// key says whether it came to the same.
type job struct {
	Schema string `json:"schema"`
	Stack  string `json:"stack"`
	Build  string `json:"build"`
	Key    digest.Digest
	Epoch  int64 `json:"epoch"`
	Jobs   int   `json:"jobs"`
	// Definition are the workspace's *.hcl files, by name.
	Definition map[string]string    `json:"definition"`
	Sources    map[string]source    `json:"sources"` // by component
	Toolchains map[string]toolchain `json:"toolchains"`
	Python     *python              `json:"python,omitempty"`
	// Records are those of the builds whose outputs the action's key depends on.
	Records map[string]store.Record `json:"records"` // by key
}

type source struct {
	ID   digest.Digest `json:"id"`
	Tree digest.Digest `json:"tree,omitzero"` // only of the action's own
}

// python is the environment of python builds; its tree comes only with one of them.
type python struct {
	ID      digest.Digest `json:"id"`
	Version string        `json:"version"`
	Place   mount         `json:"place,omitzero"`
}

// toolchain is one that lies in the store, or the host's.
type toolchain struct {
	ID        digest.Digest     `json:"id"`
	Host      bool              `json:"host,omitempty"`
	Impure    bool              `json:"impure,omitempty"`
	Mounts    []mount           `json:"mounts,omitempty"`
	Variables map[string]string `json:"variables,omitempty"`
	Programs  map[string]string `json:"programs,omitempty"`
}

type mount struct {
	Tree     digest.Digest `json:"tree,omitzero"`
	Below    string        `json:"below,omitempty"` // a path in the tree
	Target   string        `json:"target"`
	Link     string        `json:"link,omitempty"`
	ReadOnly bool          `json:"read_only,omitempty"`
}

// describe writes an action down. tree is the action's source as the store has it.
func describe(ctx context.Context, w builder.Work, files fs.FS, component string, tree digest.Digest) (*job, error) {
	j := &job{Schema: jobSchema, Stack: w.Request.Stack.Ref(), Build: w.Action.Build, Key: w.Action.Key, Epoch: w.Request.SourceDateEpoch, Jobs: w.Jobs,
		Definition: map[string]string{}, Sources: map[string]source{}, Toolchains: map[string]toolchain{}, Records: map[string]store.Record{}}
	names, err := fs.Glob(files, "*.hcl")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		j.Definition[name] = string(content)
	}
	for name, s := range w.Request.Sources {
		j.Sources[name] = source{ID: s.ID()}
	}
	j.Sources[component] = source{ID: w.Request.Sources[component].ID(), Tree: tree}
	for name, t := range w.Request.Toolchains {
		if j.Toolchains[name], err = describeToolchain(w.Options.Store, t); err != nil {
			return nil, fmt.Errorf("toolchain %s: %w", name, err)
		}
	}
	if p := w.Request.Python; p != nil {
		j.Python = &python{ID: p.ID(), Version: p.Version()}
		if w.Action.Kind == stacks.PythonBuild {
			folder, err := p.Folder(ctx)
			if err != nil {
				return nil, err
			}
			var kept bool
			if j.Python.Place, kept, err = placeOf(w.Options.Store, folder); err != nil || !kept {
				return nil, errors.Join(err, fmt.Errorf("the Python environment %s is not a tree of the store", folder))
			}
		}
	}
	for _, a := range w.Plan.Actions {
		if a.State != builder.Done {
			continue
		}
		record, ok, err := w.Options.Store.Action(a.Key)
		if err != nil {
			return nil, err
		}
		if ok {
			j.Records[a.Key.String()] = record
		}
	}
	return j, nil
}

func describeToolchain(st *store.Store, t builder.Toolchain) (toolchain, error) {
	d := toolchain{ID: t.ID(), Impure: t.Impure(), Variables: t.Variables(), Programs: t.Programs()}
	for _, m := range t.Mounts() {
		one := mount{Link: m.Link}
		if m.Link == "" {
			var kept bool
			var err error
			if one, kept, err = placeOf(st, m.Source); err != nil {
				return d, err
			}
			if !kept {
				return toolchain{ID: t.ID(), Impure: t.Impure(), Host: true}, nil
			}
		}
		one.Target, one.ReadOnly = m.Target, m.ReadOnly
		d.Mounts = append(d.Mounts, one)
	}
	return d, nil
}

// placeOf names a path by the tree of the store that it is in; false if in none.
func placeOf(st *store.Store, path string) (m mount, kept bool, err error) {
	rest, kept := strings.CutPrefix(path, filepath.Join(st.Dir(), "trees")+"/")
	if !kept {
		return m, false, nil
	}
	name, below, _ := strings.Cut(rest, "/")
	m.Below = below
	m.Tree, err = digest.Parse(name)
	return m, err == nil, err
}

// path is where a mount is on this machine.
func (m mount) path(st *store.Store) (string, error) {
	path, ok := st.Tree(m.Tree)
	if !ok {
		return "", fmt.Errorf("tree %s is not in the store", m.Tree)
	}
	return filepath.Join(path, m.Below), nil
}

// trees are all that a node must have of the store.
func (j *job) trees(a *builder.Action, plan *builder.Plan) []digest.Digest {
	var all []digest.Digest
	for _, s := range j.Sources {
		if !s.Tree.IsZero() {
			all = append(all, s.Tree)
		}
	}
	for _, t := range j.Toolchains {
		for _, m := range t.Mounts {
			if !m.Tree.IsZero() {
				all = append(all, m.Tree)
			}
		}
	}
	if j.Python != nil && !j.Python.Place.Tree.IsZero() {
		all = append(all, j.Python.Place.Tree)
	}
	for _, need := range a.Needs {
		if needed, ok := plan.Action(need); ok {
			all = append(all, needed.Output)
		}
	}
	return all
}

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

func readJob(content []byte) (*job, error) {
	var j job
	if err := json.Unmarshal(content, &j); err != nil {
		return nil, fmt.Errorf("read job: %w", err)
	}
	if j.Schema != jobSchema {
		return nil, fmt.Errorf("the job is of form %q, this version of cairn reads %q", j.Schema, jobSchema)
	}
	return &j, nil
}
