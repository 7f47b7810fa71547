package main

import (
	"bytes"
	"fmt"
	"slices"

	"cairn/digest"
	"cairn/patches"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// seriesPatch is one patch of a component's series as it is to be.
type seriesPatch struct {
	name   string
	old    *stacks.Patch // nil for a new one
	file   patches.Exported
	reason string // of a new one
}

// editSeries changes the patch blocks of the definition in file to those of series:
// files that changed, new ones, those that are gone, and their order. Blocks of patches
// that the stack itself does not apply stay behind the patch that they stood behind.
func (r *rebasing) editSeries(file string, series []seriesPatch) error {
	syntax, component, err := r.openDefinition(file)
	if err != nil {
		return err
	}
	order, fresh := []string{}, map[string][]byte{}
	for _, patch := range series {
		order = append(order, patch.name)
		switch {
		case patch.old == nil:
			block := hclwrite.NewBlock("patch", []string{patch.name})
			block.Body().SetAttributeValue("path", cty.StringVal(patch.file.Name))
			block.Body().SetAttributeValue("sha256", cty.StringVal(digest.Of(patch.file.Content).Hex()))
			if patch.reason != "" {
				block.Body().SetAttributeValue("reason", cty.StringVal(patch.reason))
			}
			fresh[patch.name] = block.BuildTokens(nil).Bytes()
		case patch.file.Changed:
			r.editPatch(component.Body().FirstMatchingBlock("patch", []string{patch.name}).Body(), patch.old, patch.file)
		}
	}
	src, err := arrangePatches(syntax.Bytes(), r.stack.Name, r.component.Name, r.withUnapplied(order), fresh)
	if err != nil {
		return err
	}
	return writeDefinition(file, src)
}

// withUnapplied puts the patches that the stack itself does not apply into an order of
// those that it does.
func (r *rebasing) withUnapplied(order []string) []string {
	before := "" // the nearest patch before that is in the order
	for _, patch := range r.component.Patches {
		if !slices.Contains(r.applied, patch) {
			order = slices.Insert(order, slices.Index(order, before)+1, patch.Name)
		}
		if slices.Contains(order, patch.Name) {
			before = patch.Name
		}
	}
	return order
}

// arrangePatches puts the patch blocks of a component into an order, comments before
// them included; those that are not in it go, fresh ones come in. Everything else keeps
// its bytes.
func arrangePatches(src []byte, stack, component string, order []string, fresh map[string][]byte) ([]byte, error) {
	parsed, diags := hclsyntax.ParseConfig(src, "", hcl.InitialPos)
	if diags.HasErrors() {
		return nil, fmt.Errorf("arrange patches: %w", diags)
	}
	body := parsed.Body.(*hclsyntax.Body)
	for _, step := range [][2]string{{"stack", stack}, {"component", component}} {
		at := slices.IndexFunc(body.Blocks, func(b *hclsyntax.Block) bool { return b.Type == step[0] && b.Labels[0] == step[1] })
		if at < 0 {
			return nil, fmt.Errorf("the definition has no %s %q", step[0], step[1])
		}
		body = body.Blocks[at].Body
	}
	type slot struct{ start, end int }
	var slots []slot
	text := fresh
	after := 0 // where the first patch goes if there is none
	for _, block := range body.Blocks {
		end := lineEnd(src, block.CloseBraceRange.End.Byte)
		switch block.Type {
		case "source":
			after = end
		case "patch":
			s := slot{withComments(src, block.TypeRange.Start.Byte), end}
			slots = append(slots, s)
			text[block.Labels[0]] = src[s.start:s.end]
		}
	}
	var out bytes.Buffer
	at := 0
	for i, s := range slots {
		between := src[at:s.start]
		at = s.end
		if i < len(order) {
			out.Write(between)
			out.Write(ended(text[order[i]]))
		} else {
			out.Write(bytes.TrimRight(between, " \t\r\n")) // the blank line before goes, too
			if trimmed := bytes.TrimSpace(between); len(trimmed) > 0 {
				out.WriteByte('\n')
			}
		}
	}
	if len(slots) == 0 {
		out.Write(src[:after])
		at = after
	}
	for _, name := range order[min(len(slots), len(order)):] {
		out.WriteByte('\n')
		out.Write(ended(text[name]))
	}
	if len(slots) == 0 && len(order) > 0 {
		out.WriteByte('\n')
	}
	out.Write(src[at:])
	return out.Bytes(), nil
}

func ended(text []byte) []byte { return append(bytes.TrimRight(bytes.Clone(text), "\n"), '\n') }

// lineEnd is behind the end of the line that at is in.
func lineEnd(src []byte, at int) int {
	if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(src)
}

// withComments is the start of the comment lines right before the line that at is in, or
// of that line.
func withComments(src []byte, at int) int {
	start := bytes.LastIndexByte(src[:at], '\n') + 1
	for start > 0 {
		above := bytes.LastIndexByte(src[:start-1], '\n') + 1
		line := bytes.TrimSpace(src[above:start])
		if !bytes.HasPrefix(line, []byte("#")) && !bytes.HasPrefix(line, []byte("//")) {
			break
		}
		start = above
	}
	return start
}
