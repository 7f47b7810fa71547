package patches

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// sameTitle is a commit with that title, nil if there is none.
func (u *upstream) sameTitle(ctx context.Context, title string) (*upstreamCommit, error) {
	if err := u.walk(ctx); err != nil {
		return nil, err
	}
	return u.titles[plainTitle(title)], nil
}

// samePatch is a commit that does what is between two trees, nil if there is none.
func (u *upstream) samePatch(ctx context.Context, from, to plumbing.Hash) (*upstreamCommit, error) {
	if err := u.walk(ctx); err != nil {
		return nil, err
	}
	own, err := u.change(from, to)
	if err != nil || len(own.files) == 0 {
		return nil, err
	}
	paths := pathTree{}
	for _, f := range own.files {
		paths.add(f.path)
	}
	trees := map[plumbing.Hash]plumbing.Hash{}
	for _, c := range u.commits {
		trees[c.id] = c.tree
	}
	for _, c := range u.commits {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(c.parents) != 1 {
			continue
		}
		before, found := trees[c.parents[0]]
		if !found {
			parent, err := u.commit(c.parents[0])
			if errors.Is(err, plumbing.ErrObjectNotFound) {
				continue
			}
			if err != nil {
				return nil, err
			}
			before = parent.tree
		}
		if at, err := u.differsAt(before, c.tree, paths); err != nil {
			return nil, ignoreNotFound(err)
		} else if !at {
			continue
		}
		if same, err := u.isPatchOf(c, before, own); same || err != nil {
			return c, err
		}
	}
	return nil, nil
}

// isPatch says whether a commit does what is between two trees.
func (u *upstream) isPatch(c *upstreamCommit, from, to plumbing.Hash) (bool, error) {
	if len(c.parents) != 1 {
		return false, nil
	}
	parent, err := u.commit(c.parents[0])
	if err != nil {
		return false, ignoreNotFound(err)
	}
	own, err := u.change(from, to)
	if err != nil {
		return false, err
	}
	return u.isPatchOf(c, parent.tree, own)
}

// treesChange is what is between two trees.
type treesChange struct {
	from, to plumbing.Hash
	files    []treeChange
	lines    []int  // by file, how many came less those that went; nil if not known yet
	id       string // the patch id; "" if not known yet
}

func (u *upstream) change(from, to plumbing.Hash) (*treesChange, error) {
	files, err := u.changesBetween(from, to)
	return &treesChange{from: from, to: to, files: files}, err
}

// isPatchOf compares what is cheap to compare first: the files, how many lines each gains,
// the patch id.
func (u *upstream) isPatchOf(c *upstreamCommit, before plumbing.Hash, own *treesChange) (bool, error) {
	theirs := u.changes[c.id]
	if theirs == nil {
		var err error
		if theirs, err = u.change(before, c.tree); err != nil {
			return false, ignoreNotFound(err)
		}
		u.changes[c.id] = theirs
	}
	if !slices.EqualFunc(theirs.files, own.files, func(a, b treeChange) bool {
		return a.path == b.path && a.old.mode == b.old.mode && a.new.mode == b.new.mode
	}) {
		return false, nil
	}
	if err := u.countLines(own); err != nil {
		return false, err
	}
	if err := u.countLines(theirs); err != nil || !slices.Equal(own.lines, theirs.lines) {
		return false, ignoreNotFound(err)
	}
	if err := u.identify(own); err != nil {
		return false, err
	}
	if err := u.identify(theirs); err != nil {
		return false, ignoreNotFound(err)
	}
	return own.id == theirs.id, nil
}

func (u *upstream) countLines(c *treesChange) error {
	if c.lines != nil {
		return nil
	}
	var lines []int
	for _, f := range c.files {
		old, err := u.side(f.old)
		if err != nil {
			return err
		}
		created, err := u.side(f.new)
		if err != nil {
			return err
		}
		lines = append(lines, countLines(created)-countLines(old))
	}
	c.lines = lines
	return nil
}

// countLines counts the last one, too, where it lacks its newline.
func countLines(content []byte) int {
	n := bytes.Count(content, []byte{'\n'})
	if len(content) > 0 && content[len(content)-1] != '\n' {
		n++
	}
	return n
}

func (u *upstream) identify(c *treesChange) error {
	if c.id != "" {
		return nil
	}
	diff, err := u.diffText(c.from, c.to, diffFormat{context: 3})
	if err == nil {
		c.id = patchID(diff)
	}
	return err
}

// ignoreNotFound makes less evidence of a history that is not all there.
func ignoreNotFound(err error) error {
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return nil
	}
	return err
}
