package main

import (
	"context"
	"fmt"
	"sync"

	"cairn/digest"
	"cairn/lockfiles"
	"cairn/stacks"
)

// patchedSource is a component's locked tree with its series applied. It is
// builder.Source.
type patchedSource struct {
	workshop  *workshop
	component *stacks.Component
	entry     *lockfiles.Component
	apply     sync.Once
	err       error
}

// ID is made of the patched tree, what is left out of it, and its submodules.
func (p *patchedSource) ID() digest.Digest {
	key := digest.NewKey("cairn-source-v1").GitID("tree", p.entry.PatchedTree()).Strings("exclude", p.entry.Pin.Exclude)
	for _, submodule := range p.entry.Source.Submodules {
		key.GitID("submodule "+submodule.Path, submodule.Tree)
	}
	return key.Sum()
}

// Export applies the series, proves that it makes the locked tree, and writes
// that tree to dir.
func (p *patchedSource) Export(ctx context.Context, dir string) error {
	p.apply.Do(func() { p.err = p.materialise(ctx) })
	if p.err != nil {
		return p.err
	}
	return p.workshop.repositories.Export(ctx, p.entry.Pin, p.entry.Source, p.entry.PatchedTree(), dir)
}

// Mend is Export to a folder in which an earlier tree of the upstream was built. It makes
// patchedSource a builder.Mender.
func (p *patchedSource) Mend(ctx context.Context, dir string) error {
	p.apply.Do(func() { p.err = p.materialise(ctx) })
	if p.err != nil {
		return p.err
	}
	return p.workshop.repositories.Mend(ctx, p.entry.Pin, p.entry.Source, p.entry.PatchedTree(), dir)
}

// materialise writes the objects of the patched tree into the repository.
func (p *patchedSource) materialise(ctx context.Context) error {
	series, err := p.workshop.seriesFiles(ctx, p.component)
	if err != nil || len(series) == 0 {
		return err
	}
	locked, err := applier{repositories: p.workshop.repositories}.Apply(ctx, p.entry.Pin, p.entry.Source, series)
	if err != nil {
		return err
	}
	if got := locked[len(locked)-1].Tree; got != p.entry.PatchedTree() {
		return &statusError{status: exitLock, err: fmt.Errorf("the series of %s makes tree %s, the lock says %s", p.component.Name, got, p.entry.PatchedTree())}
	}
	return nil
}
