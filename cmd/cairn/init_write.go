package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cairn/digest"
	"cairn/patches"
	"cairn/sources"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// print says what was found.
func (v *survey) print(s *session) {
	counts := map[string]int{}
	for _, f := range v.files {
		switch {
		case f.reason == "":
			counts["in"]++
		case strings.HasPrefix(f.reason, "damaged"), strings.HasPrefix(f.reason, "undecodable"):
			counts["damaged"]++
		default:
			counts["aside"]++
		}
	}
	text := fmt.Sprintf("%s: %d in the series, %d set aside", plural(len(v.files), "file", "files"), counts["in"], counts["aside"])
	if n := counts["damaged"]; n > 0 {
		text += fmt.Sprintf(", %d damaged", n)
	}
	s.stage("patches", text, 0)
	var rows [][]string
	others := 0
	for _, f := range v.files {
		switch f.reason {
		case "":
		case elsewhere:
			others++
		default:
			rows = append(rows, []string{"aside", f.name, f.reason})
		}
	}
	table(s.stdout, rows)
	if others > 0 {
		s.stage("aside", fmt.Sprintf("%s of which nothing stands in the upstream's history", plural(others, "file", "files")), 0)
	}
	if v.base != nil {
		how := map[patches.Confidence]string{patches.ByIDs: "by blob ids", patches.ByPart: "by some blob ids", patches.ByContent: "by content", patches.Nowhere: "as you said"}[v.by]
		s.stage("base", fmt.Sprintf("%.9s %q, %s · %s", v.base.ID, v.base.Title, v.base.Date.Format("2006-01-02"), how), 0)
	}
	rows = nil
	for i, f := range v.series {
		how := string(f.status)
		if f.recount {
			how += ", recounted"
		}
		if f.strip != 1 {
			how += fmt.Sprintf(", strip %d", f.strip)
		}
		if f.directory != "" {
			how += ", in " + f.directory
		}
		rows = append(rows, []string{fmt.Sprintf("%4d ", i+1), f.label, how})
	}
	table(s.stdout, rows)
}

// copied are the files that the workspace gets: the series, and what can replace a part
// of it.
func (v *survey) copied() []*surveyed {
	files := append([]*surveyed(nil), v.series...)
	for _, f := range v.files {
		if f.kept {
			files = append(files, f)
		}
	}
	return files
}

// write makes the workspace in a folder beside it, locks it there, and moves it into
// its place as the last thing.
func (v *survey) write(ctx context.Context, s *session) (err error) {
	dir := filepath.Clean(v.opts.dir)
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return err
	}
	temporary, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+".init-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temporary)) }()
	work := filepath.Join(temporary, "workspace")
	for _, f := range v.copied() {
		if err := writeBelow(filepath.Join(work, filepath.FromSlash(v.path(f))), f.content); err != nil {
			return err
		}
	}
	if err := writeBelow(filepath.Join(work, "cairn.hcl"), []byte("cairn {\n  required_version = \">= "+version+"\"\n}\n")); err != nil {
		return err
	}
	builds, err := v.builds()
	if err != nil {
		return err
	}
	if err := writeDefinition(filepath.Join(work, v.opts.name+".hcl"), v.definition(builds)); err != nil {
		return err
	}
	if err := v.lock(ctx, s, work); err != nil {
		return err
	}
	if err := os.Rename(work, dir); err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	return nil
}

// writeBelow writes a file of a folder that nobody else knows yet, and the folders above it.
func writeBelow(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, content, 0o666)
}

// path is a patch file's in the workspace.
func (v *survey) path(f *surveyed) string { return "patches/" + v.opts.name + "/" + f.name }

// lock writes the lock of the workspace in dir.
func (v *survey) lock(ctx context.Context, s *session, dir string) error {
	in := *s
	in.dir = dir
	ws, err := in.workspace()
	if err != nil {
		return err
	}
	lock, err := in.resolve(ctx, ws, v.opts.name, nil, nil)
	var missing *sources.MissingBlobError
	if errors.As(err, &missing) {
		return hinted(err, "if the build can do without it, run the same with --exclude %q", missing.Path)
	}
	if err != nil {
		return err
	}
	return writeBelow(in.lockPath(ws, v.opts.name), lock.Bytes())
}

// builds are the drivers that the base can be built with.
func (v *survey) builds() ([]stacks.BuildKind, error) {
	commit, err := object.GetCommit(v.objects, plumbing.NewHash(v.base.ID))
	if err != nil {
		return nil, err
	}
	tree, err := commit.Tree()
	if err != nil {
		return nil, err
	}
	if _, err := tree.FindEntry("CMakeLists.txt"); err == nil {
		return []stacks.BuildKind{stacks.CMakeBuild}, nil
	}
	for _, name := range []string{"pyproject.toml", "setup.py"} {
		if _, err := tree.FindEntry(name); err == nil {
			return []stacks.BuildKind{stacks.PythonBuild}, nil
		}
	}
	return nil, nil
}

// definition is the stack's text; it is formatted when it is written.
func (v *survey) definition(builds []stacks.BuildKind) []byte {
	file := hclwrite.NewEmptyFile()
	body := file.Body()
	upstream := body.AppendNewBlock("upstream", []string{v.upstream}).Body()
	upstream.SetAttributeValue("git", cty.StringVal(v.opts.url))
	body.AppendNewline()
	if len(builds) > 0 {
		toolchain := body.AppendNewBlock("toolchain", []string{"host"}).Body()
		programs := map[stacks.BuildKind][]string{stacks.CMakeBuild: {"cmake", "g++", "gcc", "ninja"}, stacks.PythonBuild: {"g++", "gcc", "python3"}}[builds[0]]
		toolchain.AppendNewBlock("host", nil).Body().SetAttributeValue("programs", texts(programs))
		body.AppendNewline()
	}
	stack := body.AppendNewBlock("stack", []string{v.opts.name}).Body()
	component := stack.AppendNewBlock("component", []string{v.upstream}).Body()
	source := component.AppendNewBlock("source", nil).Body()
	setReference(source, "upstream", "upstream", v.upstream)
	source.SetAttributeValue("revision", cty.StringVal(v.base.ID))
	if len(v.opts.exclude) > 0 {
		source.SetAttributeValue("exclude", texts(v.opts.exclude))
	}
	for _, f := range v.copied() {
		component.AppendNewline()
		v.patchBlock(component, f)
	}
	for _, kind := range builds {
		component.AppendNewline()
		build := component.AppendNewBlock("build", []string{string(kind)}).Body()
		setReference(build, "toolchain", "toolchain", "host")
		build.SetAttributeValue("isa", cty.StringVal("x86-64-v3"))
	}
	return file.Bytes()
}

func (v *survey) patchBlock(component *hclwrite.Body, f *surveyed) {
	patch := component.AppendNewBlock("patch", []string{f.label}).Body()
	patch.SetAttributeValue("path", cty.StringVal(v.path(f)))
	patch.SetAttributeValue("sha256", cty.StringVal(digest.Of(f.content).Hex()))
	if f.strip != 1 {
		patch.SetAttributeValue("strip", cty.NumberIntVal(int64(f.strip)))
	}
	if f.directory != "" {
		patch.SetAttributeValue("directory", cty.StringVal(f.directory))
	}
	if f.recount {
		patch.SetAttributeValue("recount", cty.True)
	}
	if f.kept {
		patch.SetAttributeValue("standing", cty.StringVal("diagnostic"))
		patch.SetAttributeValue("reason", cty.StringVal("not applied: "+f.reason))
	}
}

// setReference sets an attribute to KIND.NAME.
func setReference(body *hclwrite.Body, attribute, kind, name string) {
	tokens := hclwrite.TokensForIdentifier(kind)
	tokens = append(tokens, &hclwrite.Token{Type: hclsyntax.TokenDot, Bytes: []byte(".")})
	body.SetAttributeRaw(attribute, append(tokens, hclwrite.TokensForIdentifier(strings.TrimSpace(name))...))
}

func texts(values []string) cty.Value {
	list := make([]cty.Value, len(values))
	for i, value := range values {
		list[i] = cty.StringVal(value)
	}
	return cty.TupleVal(list)
}
