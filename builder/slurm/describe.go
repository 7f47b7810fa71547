package slurm

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"cairn/builder"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
)

// describe writes an action down. tree is the action's source as the store has it.
func describe(ctx context.Context, w builder.Work, ws *stacks.Workspace, component string, tree digest.Digest) (*job, error) {
	j := &job{Schema: jobSchema, Stack: w.Request.Stack.Ref(), Build: w.Action.Build, Key: w.Action.Key, Epoch: w.Request.SourceDateEpoch, Jobs: w.Jobs,
		Definition: map[string]string{}, Sources: map[string]source{}, Toolchains: map[string]toolchain{}, Records: map[string]store.Record{}}
	for name, content := range ws.Sources {
		j.Definition[path.Base(name)] = string(content) // definitions lie at the top
	}
	// A workspace whose patch files are missing does not load. They are not read: the
	// source comes with its patches applied.
	for _, name := range ws.PatchFiles() {
		j.Definition[name] = ""
	}
	for name, s := range w.Request.Sources {
		j.Sources[name] = source{ID: s.ID()}
	}
	j.Sources[component] = source{ID: w.Request.Sources[component].ID(), Tree: tree}
	var err error
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
