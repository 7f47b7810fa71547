package patches

import (
	"bytes"
	"context"
	"fmt"
	"runtime"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/sourcegraph/conc/pool"
)

// DiffTrees is the patch between two trees as git diff --full-index --binary
// --find-renames=50% --unified=3 --diff-algorithm=myers --indent-heuristic writes it,
// with prefixes a/ and b/. Binary files are written as literals, where git may choose
// a delta, and deflate need not find the same bytes.
func DiffTrees(ctx context.Context, objects storer.EncodedObjectStorer, from, to plumbing.Hash) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	diff, err := newObjects(objects).diffText(from, to, exportFormat)
	if err != nil {
		return nil, fmt.Errorf("diff %s %s: %w", from, to, err)
	}
	return diff, nil
}

// exportFormat is that of written patches.
var exportFormat = diffFormat{context: 3, renames: true, binary: true}

// diffFormat says how a diff is written.
type diffFormat struct {
	context int
	renames bool
	// binary writes the content of binary files, and not only that they differ.
	binary bool
}

// diffText is the diff between two trees.
func (o *objects) diffText(from, to plumbing.Hash, format diffFormat) ([]byte, error) {
	changes, err := o.changesBetween(from, to)
	if err != nil {
		return nil, err
	}
	byTarget, gone := map[string]rename{}, map[string]bool{}
	if format.renames {
		found, err := o.renames(changes, renameOptions{empty: true, limit: renameLimit})
		if err != nil {
			return nil, err
		}
		for _, r := range found {
			byTarget[r.to.path], gone[r.from.path] = r, true
		}
	}
	var sections []fileChange
	for _, c := range changes {
		switch r, renamed := byTarget[c.path]; {
		case gone[c.path]:
		case renamed:
			sections = append(sections, fileChange{oldName: r.from.path, newName: c.path, old: r.from.old, new: c.new, similarity: r.score * 100 / renameMaxScore})
		case c.old.exists() && c.new.exists() && (c.old.mode^c.new.mode)&modeType != 0:
			// A change of type is a removal and a creation.
			sections = append(sections, fileChange{oldName: c.path, newName: c.path, old: c.old}, fileChange{oldName: c.path, newName: c.path, new: c.new})
		default:
			sections = append(sections, fileChange{oldName: c.path, newName: c.path, old: c.old, new: c.new})
		}
	}
	return o.writeFileDiffs(sections, format)
}

// writeFileDiffs writes sections in their order, several at a time.
func (o *objects) writeFileDiffs(sections []fileChange, format diffFormat) ([]byte, error) {
	texts := make([]bytes.Buffer, len(sections))
	workers := pool.New().WithErrors().WithMaxGoroutines(runtime.GOMAXPROCS(0))
	for i, section := range sections {
		workers.Go(func() error { return o.writeFileDiff(&texts[i], section, format) })
	}
	if err := workers.Wait(); err != nil {
		return nil, err
	}
	size := 0
	for i := range texts {
		size += texts[i].Len()
	}
	out := make([]byte, 0, size)
	for i := range texts {
		out = append(out, texts[i].Bytes()...)
	}
	return out, nil
}

// side is a file's content, as it is compared: a submodule is a line with its commit.
func (o *objects) side(e fileEntry) ([]byte, error) {
	switch {
	case !e.exists():
		return nil, nil
	case e.mode == modeGitlink:
		return []byte(subproject + e.id.String() + "\n"), nil
	}
	return o.blob(e.id)
}

// writeFileDiff writes a section (git's builtin_diff).
func (o *objects) writeFileDiff(out *bytes.Buffer, c fileChange, format diffFormat) error {
	old, err := o.side(c.old)
	if err != nil {
		return err
	}
	created, err := o.side(c.new)
	if err != nil {
		return err
	}
	c.writeHeader(out)
	if c.old.id == c.new.id {
		return nil
	}
	if isBinary(old) || isBinary(created) {
		if !format.binary {
			from, to := c.names()
			fmt.Fprintf(out, "Binary files %s and %s differ\n", from, to)
			return nil
		}
		out.WriteString("GIT binary patch\n")
		if err := writeLiteral(out, created); err != nil {
			return err
		}
		return writeLiteral(out, old)
	}
	var hunks bytes.Buffer
	writeDiffHunks(&hunks, old, created, hunkStyle{context: format.context, heading: headingOf, numbers: true})
	if hunks.Len() > 0 {
		c.writeNames(out)
		out.Write(hunks.Bytes())
	}
	return nil
}
