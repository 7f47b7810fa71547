package main

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"

	"cairn/digest"
	"cairn/internal/atomicfile"
	"cairn/patches"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// finish writes the new series, definition and lock, once check has passed.
func (r *rebasing) finish(ctx context.Context, work *patches.RebaseSession, check func() error) error {
	rebased, err := work.Finish(ctx)
	if err != nil {
		return err
	}
	if err := check(); err != nil {
		return err
	}
	exported, err := patches.Export(ctx, work.Request().Series, rebased)
	if err != nil {
		return err
	}
	status := map[string]patches.RebaseStatus{}
	for _, patch := range rebased.Patches {
		status[patch.File] = patch.Status
	}
	of := func(want patches.RebaseStatus) []string {
		return r.unneeded(func(patch *stacks.Patch) bool { return status[patch.Path] == want })
	}
	change := seriesChange{
		files: exported,
		// What has landed is upstream; what was skipped is nowhere else.
		removed: of(patches.RebaseLanded),
		edit:    func(file string) error { return r.editDefinition(file, exported, work.Request().Onto.String()) },
	}
	if known := work.Resolutions(); known.Len() > 0 {
		change.resolutions = known.Bytes()
	}
	if err := r.writeSeries(ctx, change); err != nil {
		return err
	}
	for _, file := range of(patches.RebaseSkipped) {
		r.session.note("kept", filepath.Join(r.session.dir, file)+": the file of a skipped patch, which no definition names any more")
	}
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
	syntax, component, err := r.openDefinition(file)
	if err != nil {
		return err
	}
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
	return writeDefinition(file, syntax.Bytes())
}

// openDefinition parses the file for changes, and finds the component in it.
func (r *rebasing) openDefinition(file string) (*hclwrite.File, *hclwrite.Block, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, fmt.Errorf("read definition: %w", err)
	}
	syntax, diags := hclwrite.ParseConfig(src, file, r.component.Range.Start)
	if diags.HasErrors() {
		return nil, nil, &diagnosticsError{what: "definition", diags: diags, source: func(string) []byte { return src }}
	}
	stack := syntax.Body().FirstMatchingBlock("stack", []string{r.stack.Name})
	if stack == nil {
		return nil, nil, fmt.Errorf("%s has no stack %q", file, r.stack.Name)
	}
	component := stack.Body().FirstMatchingBlock("component", []string{r.component.Name})
	if component == nil {
		return nil, nil, fmt.Errorf("%s: stack %q has no component %q", file, r.stack.Name, r.component.Name)
	}
	return syntax, component, nil
}

// writeDefinition formats a definition and writes it.
func writeDefinition(file string, src []byte) error {
	formatted, diags := stacks.Format(file, src)
	if diags.HasErrors() {
		return &diagnosticsError{what: "definition", diags: diags, source: func(string) []byte { return src }}
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
