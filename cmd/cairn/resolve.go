package main

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"cairn/builder/apt"
	"cairn/digest"
	"cairn/lockfiles"
	"cairn/patches"
	"cairn/sources"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
)

// seriesIdentity is the author and committer of every patched commit. It is part
// of patched commit ids and never changes.
var seriesIdentity = patches.Identity{
	Name:  "cairn",
	Email: "cairn@localhost",
	When:  time.Unix(315532800, 0).UTC(), // 1980-01-01, the first date that every archive format can hold
}

// applier joins sources and patches: it is lockfiles.Applier.
type applier struct {
	repositories *sources.Repositories
	check        bool
	dir          string // the workspace's folder, "" where its files are not on the disk
}

// Apply applies a series to a locked source. A patch that does not reach its tree
// is a *patchError with the verdicts of all.
func (a applier) Apply(ctx context.Context, pin lockfiles.Pin, base lockfiles.Source, series []lockfiles.PatchFile) ([]lockfiles.Patch, error) {
	verdicts, err := a.verdicts(ctx, pin, base, series)
	if err != nil {
		return nil, err
	}
	if failed := unreached(verdicts); failed > 0 {
		return nil, &patchError{upstream: pin.Upstream, verdicts: verdicts, failed: failed, paths: a.paths(series)}
	}
	locked := make([]lockfiles.Patch, len(series))
	for i, verdict := range verdicts {
		locked[i].Name = series[i].Definition.Name
		locked[i].SHA256 = digest.Of(series[i].Content)
		if locked[i].DecodedSHA256, err = digest.Parse(verdict.DecodedSHA256); err != nil {
			return nil, err
		}
		if locked[i].Tree, err = digest.ParseGitID(verdict.Tree); err != nil {
			return nil, err
		}
	}
	return locked, nil
}

// paths is where the files of a series can be read, "" for those of an archive.
func (a applier) paths(series []lockfiles.PatchFile) []string {
	paths := make([]string, len(series))
	for i, file := range series {
		if file.Definition.Archive == nil && a.dir != "" {
			paths[i] = filepath.Join(a.dir, filepath.FromSlash(file.Definition.Path))
		}
	}
	return paths
}

// verdicts applies a series and says what became of each patch.
func (a applier) verdicts(ctx context.Context, pin lockfiles.Pin, base lockfiles.Source, series []lockfiles.PatchFile) ([]patches.Verdict, error) {
	if len(series) == 0 {
		return nil, nil
	}
	objects, err := a.repositories.Objects(ctx, pin)
	if err != nil {
		return nil, err
	}
	entries := make([]patches.Entry, len(series))
	for i, file := range series {
		options := patchOptions(file.Definition)
		options.Check = a.check
		entries[i].Input = patches.Input{Name: file.Definition.Path, Content: file.Content, Options: options}
	}
	chain, err := patches.ApplySeries(ctx, objects, plumbing.Hash(base.Commit), entries, seriesIdentity)
	if err != nil {
		return nil, fmt.Errorf("apply the series of %s: %w", pin.Upstream, err)
	}
	return chain.Verdicts, nil
}

// patchOptions is how a definition asks for a patch to be applied.
func patchOptions(p *stacks.Patch) patches.Options {
	options := patches.Options{
		Strip:            &p.Strip,
		Directory:        p.Directory,
		Reverse:          p.Reverse,
		Recount:          p.Recount,
		UnidiffZero:      p.UnidiffZero,
		Context:          p.Context,
		Whitespace:       patches.Whitespace(p.Whitespace),
		IgnoreWhitespace: p.IgnoreWhitespace,
		AllowFuzz:        p.AllowFuzz,
	}
	for _, pattern := range p.Except {
		options.Globs = append(options.Globs, patches.Glob{Pattern: pattern, Exclude: true})
	}
	for _, pattern := range p.Only {
		options.Globs = append(options.Globs, patches.Glob{Pattern: pattern})
	}
	return options
}

func unreached(verdicts []patches.Verdict) int {
	failed := 0
	for i := range verdicts {
		if !verdicts[i].Reached() {
			failed++
		}
	}
	return failed
}

// patchError is a series that did not reach its trees.
type patchError struct {
	upstream string
	verdicts []patches.Verdict
	failed   int
	// paths is where the files can be read; nil is where the verdicts say.
	paths []string
}

func (e *patchError) Error() string {
	for _, verdict := range e.verdicts {
		if verdict.Reached() {
			continue
		}
		line := fmt.Sprintf("%s: %s", verdict.File, verdict.Status)
		if verdict.Fault != nil {
			line = fmt.Sprintf("%s: %s", line, verdict.Fault.Message)
		}
		if e.failed > 1 {
			line += fmt.Sprintf(" (and %d more of %d)", e.failed-1, len(e.verdicts))
		}
		return line
	}
	return "every patch applies"
}

// hint names the command that shows more.
func (e *patchError) hint() string {
	for i, verdict := range e.verdicts {
		if verdict.Reached() {
			continue
		}
		if verdict.Fault != nil && verdict.Fault.Hint != "" {
			return verdict.Fault.Hint
		}
		path := verdict.File
		if e.paths != nil {
			path = e.paths[i]
		}
		if path == "" {
			return "" // nothing that a command could be given
		}
		return fmt.Sprintf("see %q", "cairn patch inspect --hunks "+shellWord(path))
	}
	return ""
}

// resolve makes a stack's lock anew; old's entries are kept where the definition
// did not move.
//
// proved is a lock whose closures are proved from the store where that is possible;
// nil is to choose them anew.
func (s *session) resolve(ctx context.Context, ws *stacks.Workspace, name string, old, proved *lockfiles.Lock) (*lockfiles.Lock, error) {
	lock, archive, err := s.resolveOnly(ctx, ws, name, old, proved)
	if err != nil {
		return nil, err
	}
	return lock, s.keepClosures(ws, archive, lock)
}

// resolveOnly is resolve, but that the store keeps nothing for the lock: see keepClosures.
func (s *session) resolveOnly(ctx context.Context, ws *stacks.Workspace, name string, old, proved *lockfiles.Lock) (*lockfiles.Lock, *apt.Archive, error) {
	live := s.newView()
	defer live.close()
	repositories, err := s.repositories(live.source)
	if err != nil {
		return nil, nil, err
	}
	defer repositories.Close()
	archive, err := s.archive(live.archive)
	if err != nil {
		return nil, nil, err
	}
	lock, err := s.resolveWith(ctx, ws, name, repositories, closures{archive: archive, proved: proved, again: s.command("lock", "--upgrade", name)}, old)
	if err != nil {
		return nil, nil, interrupted(ctx, err)
	}
	if proved != nil {
		if names, reason := lockfiles.Unreached(proved, lock); len(names) > 0 {
			return nil, nil, &statusError{status: exitBlocked, err: fmt.Errorf("blocked: %s: %s of the lock cannot be resolved again: %s", reason, plural(len(names), "package", "packages"), strings.Join(names, ", "))}
		}
	}
	return lock, archive, nil
}

// resolveWith resolves all that a lock holds: sources, series, toolchains, and then
// packages of Python.
func (s *session) resolveWith(ctx context.Context, ws *stacks.Workspace, name string, repositories *sources.Repositories, toolchains closures, old *lockfiles.Lock) (*lockfiles.Lock, error) {
	resolvers := lockfiles.Resolvers{Sources: repositories, Patches: applier{repositories: repositories, dir: s.dir}, Toolchains: toolchains}
	lock, err := lockfiles.Resolve(ctx, ws, name, resolvers, old)
	if err != nil {
		return nil, err
	}
	return lockfiles.ResolvePython(ctx, ws, lock, pythonResolver{s}, old)
}

// seriesFiles reads the patch files that the stack's variant applies, each held
// against its digest.
func (w *workshop) seriesFiles(ctx context.Context, component *stacks.Component) ([]lockfiles.PatchFile, error) {
	var series []lockfiles.PatchFile
	for _, patch := range component.Patches {
		if !patch.Applies(w.stack.Variant) {
			continue
		}
		content, err := w.patchFile(ctx, patch)
		if err != nil {
			return nil, err
		}
		series = append(series, lockfiles.PatchFile{Definition: patch, Content: content})
	}
	return series, nil
}

// patchFile reads one patch file, from the workspace or from its archive, and
// checks it against the digest in its definition.
func (w *workshop) patchFile(ctx context.Context, patch *stacks.Patch) ([]byte, error) {
	var content []byte
	var err error
	if patch.Archive == nil {
		content, err = fs.ReadFile(w.workspace.Files, patch.Path)
	} else {
		content, err = w.repositories.File(ctx, archivePin(patch.Archive), patch.Path)
	}
	if err != nil {
		return nil, fmt.Errorf("patch %q: %w", patch.Name, err)
	}
	return content, w.session.checkPatchFile(w.stack.Name, patch, content)
}

// checkPatchFile holds a patch file against the digest in its definition.
func (s *session) checkPatchFile(stack string, patch *stacks.Patch, content []byte) error {
	got := digest.Of(content)
	if got == patch.SHA256 {
		return nil
	}
	return &statusError{
		status: exitLock,
		err:    fmt.Errorf("%s: patch %q is not the file that was locked: %s has %s, the definition says %s", patch.PathRange, patch.Name, patch.Path, got, patch.SHA256),
		hint:   fmt.Sprintf("if the change is meant, write the new sha256 into the definition and run %q", s.command("lock", stack)),
	}
}

func archivePin(a *stacks.Archive) lockfiles.Pin {
	return lockfiles.Pin{Upstream: a.Name, Git: a.Git, Revision: a.Revision}
}
