package main

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"strconv"
	"strings"

	"cairn/lockfiles"
	"cairn/patches"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// unpackers are the programs that take off an encoding's layer.
var unpackers = map[string]string{
	"base64": "base64 -d", "gzip": "gzip -dc", "zstd": "zstd -dcq", "xz": "xz -dc", "bzip2": "bzip2 -dc",
}

// scriptPatches writes how each patch file is brought, proved, decoded and applied to
// the index, and the tree after it.
func (w *workshop) scriptPatches(ctx context.Context, x *shellScript, component *stacks.Component, entry *lockfiles.Component) error {
	for _, patch := range component.Patches {
		if !patch.Applies(w.stack.Variant) {
			continue
		}
		at := -1
		for i := range entry.Patches {
			if entry.Patches[i].Name == patch.Name {
				at = i
			}
		}
		if at < 0 {
			return fmt.Errorf("the lock has no patch %q of %s", patch.Name, component.Name)
		}
		locked := entry.Patches[at]
		content, err := w.patchFile(ctx, patch)
		if err != nil {
			return err
		}
		decoded, err := patches.Decode(patch.Path, content, patches.Limits{})
		if err != nil {
			return err
		}
		x.printf("\nstep %s\n", shellWord("patch "+patch.Name))
		if patch.Reason != "" {
			x.comment(patch.Reason)
		}
		stored := fmt.Sprintf(`"$work/patches/%s-%s"`, patch.Name, path.Base(patch.Path))
		if patch.Archive == nil {
			x.file(stored, content)
		} else {
			archive := `"$work/src/archive-` + patch.Archive.Name + `"`
			x.printf("repository %s %s %s\n", archive, shellWord(patch.Archive.Git), patch.Archive.Revision)
			x.printf("git -C %s cat-file blob %s >%s\n", archive, shellWord(patch.Archive.Revision.String()+":"+patch.Path), stored)
		}
		x.printf("same %s \"$(sha256 %s)\" %s\n", shellWord("sha256 of "+path.Base(patch.Path)), stored, locked.SHA256.Hex())
		diff := stored
		if len(decoded.Encoding) > 0 {
			diff = fmt.Sprintf(`"$work/patches/%s.diff"`, patch.Name)
			pipe := []string{}
			for _, layer := range decoded.Encoding {
				pipe = append(pipe, unpackers[layer])
			}
			x.printf("%s <%s | %s >%s\n", pipe[0], stored, strings.Join(append(pipe[1:], "cat"), " | "), diff)
			x.printf("same %s \"$(sha256 %s)\" %s\n", shellWord("sha256 of the diff"), diff, locked.DecodedSHA256.Hex())
		}
		x.printf("git_src apply --cached %s%s\n", gitApplyWords(patch), diff)
		x.printf("tree %s %s\n", shellWord("tree after "+patch.Name), locked.Tree)
	}
	return nil
}

// gitApplyWords are those of git apply(1) that a patch block stands for.
func gitApplyWords(p *stacks.Patch) string {
	var words []string
	add := func(wanted bool, word string) {
		if wanted {
			words = append(words, shellWord(word))
		}
	}
	add(p.Strip != 1, "-p"+strconv.Itoa(p.Strip))
	add(p.Directory != "", "--directory="+p.Directory)
	add(p.Whitespace != "" && p.Whitespace != stacks.WhitespaceWarn, "--whitespace="+string(p.Whitespace))
	add(p.IgnoreWhitespace, "--ignore-whitespace")
	add(p.Recount, "--recount")
	add(p.UnidiffZero, "--unidiff-zero")
	if p.Context != nil {
		add(true, "-C"+strconv.Itoa(*p.Context))
	}
	add(p.Reverse, "--reverse")
	// git takes the first of these that matches; cairn leaves out what except names.
	for _, glob := range p.Except {
		add(true, "--exclude="+glob)
	}
	for _, glob := range p.Only {
		add(true, "--include="+glob)
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, " ") + " "
}

// fastImport is an embedded upstream's history up to its pin, as git fast-import(1)
// reads it: the same commit ids come out.
func (w *workshop) fastImport(ctx context.Context, pin lockfiles.Pin) ([]byte, error) {
	objects, err := w.repositories.History(ctx, pin)
	if err != nil {
		return nil, err
	}
	var chain []*object.Commit
	for at := plumbing.Hash(pin.Revision); ; {
		commit, err := object.GetCommit(objects, at)
		if err != nil {
			return nil, fmt.Errorf("read commit %s of %s: %w", at, pin.Upstream, err)
		}
		chain = append(chain, commit)
		if len(commit.ParentHashes) == 0 {
			break
		}
		at = commit.ParentHashes[0] // embedded histories are linear
	}
	var out bytes.Buffer
	marks := map[plumbing.Hash]int{}
	for i := len(chain) - 1; i >= 0; i-- {
		if err := importCommit(&out, chain[i], marks, i == len(chain)-1); err != nil {
			return nil, fmt.Errorf("write the history of %s: %w", pin.Upstream, err)
		}
	}
	out.WriteString("done\n")
	return out.Bytes(), nil
}

// importCommit writes the blobs that are new with a commit, and the commit with all
// its files.
func importCommit(out *bytes.Buffer, commit *object.Commit, marks map[plumbing.Hash]int, first bool) error {
	tree, err := commit.Tree()
	if err != nil {
		return err
	}
	var files bytes.Buffer
	err = tree.Files().ForEach(func(f *object.File) error {
		if marks[f.Hash] == 0 {
			text, err := f.Contents()
			if err != nil {
				return err
			}
			marks[f.Hash] = len(marks) + 1
			fmt.Fprintf(out, "blob\nmark :%d\ndata %d\n%s\n", marks[f.Hash], len(text), text)
		}
		mode := "100644"
		switch f.Mode {
		case filemode.Executable:
			mode = "100755"
		case filemode.Symlink:
			mode = "120000"
		}
		fmt.Fprintf(&files, "M %s :%d %s\n", mode, marks[f.Hash], f.Name)
		return nil
	})
	if err != nil {
		return err
	}
	if first {
		out.WriteString("reset refs/heads/upstream\n")
	}
	signature := func(s object.Signature) string {
		return fmt.Sprintf("%s <%s> %d %s", s.Name, s.Email, s.When.Unix(), s.When.Format("-0700"))
	}
	fmt.Fprintf(out, "commit refs/heads/upstream\nauthor %s\ncommitter %s\ndata %d\n%s\ndeleteall\n%s\n",
		signature(commit.Author), signature(commit.Committer), len(commit.Message), commit.Message, files.Bytes())
	return nil
}
