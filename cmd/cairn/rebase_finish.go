package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"cairn/digest"
	"cairn/internal/atomicfile"
	"cairn/lockfiles"
	"cairn/patches"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// replacement is one file of a finished rebase: its content under a temporary name,
// and the name it is to have, both absolute.
type replacement struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// finish writes the new series, definition and lock. All of them are made beside the
// old ones first; a list of renames makes them stand together, also if this process is
// killed between two of them.
func (r *rebasing) finish(ctx context.Context, work *patches.RebaseSession, onto string) error {
	rebased, err := work.Finish(ctx)
	if err != nil {
		return err
	}
	exported, err := patches.Export(ctx, work.Request().Series, rebased)
	if err != nil {
		return err
	}
	workspace, err := filepath.Abs(r.session.dir)
	if err != nil {
		return fmt.Errorf("rebase: %w", err)
	}
	staging := filepath.Join(workspace, ".cairn", "rebase", r.stack.Name, r.component.Name, "staging")
	if err := os.RemoveAll(staging); err != nil {
		return fmt.Errorf("rebase: %w", err)
	}
	// The definition as it will be is loaded and locked as a workspace of its own, so
	// that nothing is replaced that does not hold.
	if err := os.CopyFS(staging, withoutHidden{os.DirFS(r.session.dir)}); err != nil {
		return fmt.Errorf("rebase: %w", err)
	}
	var changed []string // paths below the workspace
	for _, file := range exported {
		if !file.Changed {
			continue
		}
		name := r.localPath(file.Name)
		if err := os.MkdirAll(filepath.Join(staging, filepath.Dir(name)), 0o755); err != nil {
			return fmt.Errorf("rebase: %w", err)
		}
		if err := atomicfile.Write(filepath.Join(staging, name), file.Content, 0o644); err != nil {
			return err
		}
		changed = append(changed, name)
	}
	definition := r.definitionFile()
	if err := r.editDefinition(filepath.Join(staging, definition), exported, onto); err != nil {
		return err
	}
	changed = append(changed, definition)
	lock, err := r.lockStaged(ctx, staging)
	if err != nil {
		return err
	}
	lockPath := r.session.lockPath(r.workspace, r.stack.Name)
	if lockPath, err = filepath.Abs(lockPath); err != nil {
		return fmt.Errorf("rebase: %w", err)
	}
	staged := filepath.Join(staging, "lock")
	if err := atomicfile.Write(staged, lock.Bytes(), 0o644); err != nil {
		return err
	}
	list := []replacement{}
	for _, name := range changed {
		list = append(list, replacement{filepath.Join(staging, name), filepath.Join(workspace, name)})
	}
	list = append(list, replacement{staged, lockPath})
	if known := work.Resolutions(); known.Len() > 0 {
		staged := filepath.Join(staging, "resolutions")
		if err := atomicfile.Write(staged, known.Bytes(), 0o644); err != nil {
			return err
		}
		target, err := filepath.Abs(r.resolutionsPath())
		if err != nil {
			return fmt.Errorf("rebase: %w", err)
		}
		list = append(list, replacement{staged, target})
	}
	if err := r.session.replaceTogether(r.stack.Name, filepath.Dir(staging), list); err != nil {
		return err
	}
	for _, name := range changed {
		r.session.stage("written", filepath.Join(r.session.dir, name), 0)
	}
	r.session.stage("lock", lockPath+" written, "+lock.Digest().Short(), 0)
	return nil
}

// localPath is where a changed patch file stands: in its place, or, if it came from
// an archive, beside the definitions.
func (r *rebasing) localPath(name string) string {
	for _, patch := range r.applied {
		if patch.Path == name && patch.Archive != nil {
			return path.Join("patches", r.stack.Name, path.Base(name))
		}
	}
	return name
}

// definitionFile is the file of the workspace that has the component.
func (r *rebasing) definitionFile() string {
	return path.Base(filepath.ToSlash(r.component.Range.Filename))
}

// editDefinition changes the source's revision and the patch blocks, and nothing
// else of the file: comments and order stay.
func (r *rebasing) editDefinition(file string, exported []patches.Exported, onto string) error {
	src, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("rebase: %w", err)
	}
	syntax, diags := hclwrite.ParseConfig(src, file, r.component.Range.Start)
	if diags.HasErrors() {
		return &diagnosticsError{what: "definition", diags: diags, source: func(string) []byte { return src }}
	}
	stack := syntax.Body().FirstMatchingBlock("stack", []string{r.stack.Name})
	component := stack.Body().FirstMatchingBlock("component", []string{r.component.Name})
	component.Body().FirstMatchingBlock("source", nil).Body().SetAttributeValue("revision", cty.StringVal(onto))
	kept := map[string]patches.Exported{}
	for _, file := range exported {
		kept[file.Name] = file
	}
	for _, patch := range r.applied {
		block := component.Body().FirstMatchingBlock("patch", []string{patch.Name})
		file, ok := kept[patch.Path]
		switch {
		case !ok:
			component.Body().RemoveBlock(block)
		case file.Changed:
			r.editPatch(block.Body(), patch, file)
		}
	}
	formatted, diags := stacks.Format(file, syntax.Bytes())
	if diags.HasErrors() {
		return &diagnosticsError{what: "definition", diags: diags, source: func(string) []byte { return syntax.Bytes() }}
	}
	return atomicfile.Write(file, formatted, 0o644)
}

// editPatch describes a patch file that was written anew: what only the old text
// needed is gone.
func (r *rebasing) editPatch(body *hclwrite.Body, patch *stacks.Patch, file patches.Exported) {
	body.SetAttributeValue("path", cty.StringVal(r.localPath(patch.Path)))
	body.SetAttributeValue("sha256", cty.StringVal(digest.Of(file.Content).Hex()))
	for name, gone := range map[string]bool{
		"archive":           patch.Archive != nil,
		"directory":         file.Options.Directory == "",
		"strip":             file.Options.Strip == nil || *file.Options.Strip == 1,
		"whitespace":        file.Options.Whitespace == "",
		"ignore_whitespace": !file.Options.IgnoreWhitespace,
		"recount":           !file.Options.Recount,
		"unidiff_zero":      !file.Options.UnidiffZero,
		"context":           file.Options.Context == nil,
		"reverse":           !file.Options.Reverse,
		"allow_fuzz":        !file.Options.AllowFuzz,
		"only":              len(file.Options.Globs) == 0,
		"except":            len(file.Options.Globs) == 0,
	} {
		if gone {
			body.RemoveAttribute(name)
		}
	}
}

// lockStaged loads the workspace as it will be and locks the stack in it.
func (r *rebasing) lockStaged(ctx context.Context, staging string) (*lockfiles.Lock, error) {
	ws, diags := stacks.Load(r.workspace.Name, os.DirFS(staging), version)
	if diags.HasErrors() {
		return nil, &diagnosticsError{what: "rebased definition", diags: diags, source: sourceIn(os.DirFS(staging), r.workspace.Name)}
	}
	return lockfiles.Resolve(ctx, ws, r.stack.Name, r.repositories, applier{repositories: r.repositories}, nil)
}

// replaceTogether writes the list of renames, does them, and ends the rebase. A
// process that finds the list does them again (finishInterrupted).
func (s *session) replaceTogether(stack, dir string, list []replacement) error {
	data, err := json.Marshal(struct {
		Dir  string        `json:"dir"`
		List []replacement `json:"list"`
	}{dir, list})
	if err != nil {
		return fmt.Errorf("rebase: %w", err)
	}
	if err := atomicfile.Write(s.finishPath(stack), data, 0o644); err != nil {
		return err
	}
	return s.finishInterrupted(stack)
}

func (s *session) finishPath(stack string) string {
	return filepath.Join(s.dir, ".cairn", "rebase", stack+".finish")
}

// finishInterrupted does the renames that a finished rebase has left, if any.
func (s *session) finishInterrupted(stack string) error {
	data, err := os.ReadFile(s.finishPath(stack))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var left struct {
		Dir  string        `json:"dir"`
		List []replacement `json:"list"`
	}
	if err == nil {
		err = json.Unmarshal(data, &left)
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", s.finishPath(stack), err)
	}
	for _, r := range left.List {
		content, err := os.ReadFile(r.From)
		if err == nil {
			if err = os.MkdirAll(filepath.Dir(r.To), 0o755); err == nil {
				err = atomicfile.Write(r.To, content, 0o644)
			}
		}
		if err != nil {
			return fmt.Errorf("finish rebase of %s: %w", stack, err)
		}
	}
	return errors.Join(removeSession(left.Dir), os.Remove(s.finishPath(stack)))
}

// removeSession removes a component's folder, and the stack's where it was the last.
func removeSession(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	_ = os.Remove(filepath.Dir(dir)) // another component's rebase may be under way
	return nil
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
