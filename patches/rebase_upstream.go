package patches

import (
	"bytes"
	"container/heap"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/sourcegraph/conc"
)

// upstream is what happened between the old base and the new one.
type upstream struct {
	*objects
	from, onto plumbing.Hash

	once    sync.Once // of walk
	failed  error
	commits []*upstreamCommit
	titles  map[string]*upstreamCommit
	changes map[plumbing.Hash]*treesChange // by commit, as far as they were wanted
}

// upstreamCommit is a commit, as far as it matters here.
type upstreamCommit struct {
	id, tree plumbing.Hash
	parents  []plumbing.Hash
	when     int64
	title    string
}

// commit reads one.
func (o *objects) commit(id plumbing.Hash) (*upstreamCommit, error) {
	content, err := o.read(plumbing.CommitObject, id)
	if err != nil {
		return nil, err
	}
	c := &upstreamCommit{id: id}
	header, message, _ := bytes.Cut(content, []byte("\n\n"))
	for line := range bytes.SplitSeq(header, []byte{'\n'}) {
		key, value, _ := bytes.Cut(line, []byte{' '})
		switch string(key) {
		case "tree":
			c.tree = plumbing.NewHash(string(value))
		case "parent":
			c.parents = append(c.parents, plumbing.NewHash(string(value)))
		case "committer":
			if i := bytes.LastIndexByte(value, '>'); i >= 0 {
				when, _, _ := bytes.Cut(bytes.TrimLeft(value[i+1:], " "), []byte{' '})
				c.when, _ = strconv.ParseInt(string(when), 10, 64)
			}
		}
	}
	c.title = firstTitle(string(message))
	return c, nil
}

// firstTitle is a message's first line.
func firstTitle(message string) string {
	title, _, _ := strings.Cut(strings.TrimLeft(message, "\n"), "\n")
	return strings.TrimSpace(title)
}

// plainTitle is a title without what differs between a patch and its landed commit: the
// pull request that hosts put behind it when they merge, blanks, case.
func plainTitle(title string) string {
	title = strings.TrimSpace(title)
	if at := strings.LastIndex(title, "(#"); at >= 0 && strings.HasSuffix(title, ")") {
		if number := title[at+2 : len(title)-1]; number != "" && strings.Trim(number, "0123456789") == "" {
			title = title[:at]
		}
	}
	return strings.ToLower(strings.Join(strings.Fields(title), " "))
}

// commitQueue has the newest commit first.
type commitQueue []*upstreamCommit

func (q commitQueue) Len() int           { return len(q) }
func (q commitQueue) Less(i, j int) bool { return q[i].when > q[j].when }
func (q commitQueue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *commitQueue) Push(x any)        { *q = append(*q, x.(*upstreamCommit)) }
func (q *commitQueue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// walkSlop is how many commits are looked at after the last one that can matter, in
// case clocks were wrong (git's SLOP).
const walkSlop = 5

// walk collects the commits that onto has and from has not. A commit that cannot be
// read ends the history there.
func (u *upstream) walk(ctx context.Context) error {
	u.once.Do(func() { u.failed = u.collect(ctx) })
	return u.failed
}

// ahead begins the walk, which takes as long as a merge and is wanted for nearly every
// patch. The function that it returns ends it.
func (u *upstream) ahead(ctx context.Context) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	var walking conc.WaitGroup
	walking.Go(func() { _ = u.walk(ctx) }) // whoever asks for the commits gets the error
	return func() {
		cancel()
		walking.Wait()
	}
}

func (u *upstream) collect(ctx context.Context) error {
	u.titles, u.changes = map[string]*upstreamCommit{}, map[plumbing.Hash]*treesChange{}
	const seen, old = 1, 2
	marks := map[plumbing.Hash]int{}
	var queue commitQueue
	reach := func(id plumbing.Hash, mark int) error {
		was := marks[id]
		if was|mark == was {
			return nil
		}
		marks[id] = was | mark
		if was&seen != 0 && mark&old == 0 {
			return nil
		}
		c, err := u.commit(id)
		if errors.Is(err, plumbing.ErrObjectNotFound) {
			return nil
		}
		if err == nil {
			heap.Push(&queue, c)
		}
		return err
	}
	if err := reach(u.onto, seen); err != nil {
		return err
	}
	if err := reach(u.from, seen|old); err != nil {
		return err
	}
	var list []*upstreamCommit
	for slop := walkSlop; len(queue) > 0 && slop > 0; {
		if err := ctx.Err(); err != nil {
			return err
		}
		c := heap.Pop(&queue).(*upstreamCommit)
		mark := marks[c.id]
		if mark&old == 0 {
			list = append(list, c)
		}
		for _, parent := range c.parents {
			if err := reach(parent, mark); err != nil {
				return err
			}
		}
		if slices.ContainsFunc(queue, func(c *upstreamCommit) bool { return marks[c.id]&old == 0 }) {
			slop = walkSlop
		} else {
			slop--
		}
	}
	known := map[plumbing.Hash]bool{}
	for _, c := range list {
		if marks[c.id]&old == 0 && !known[c.id] {
			known[c.id] = true
			u.commits = append(u.commits, c)
			if title := plainTitle(c.title); title != "" && len(c.parents) < 2 {
				u.titles[title] = c
			}
		}
	}
	return nil
}
