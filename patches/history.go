package patches

import (
	"bytes"
	"container/heap"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// History is the commits that can be reached from some heads, read once. Its trees are
// read as they are asked for. It is not safe for concurrent use.
type History struct {
	objects storer.EncodedObjectStorer
	// commits are in an order in which children come before their parents, and of those
	// that it leaves open, the newer one.
	commits []historyCommit
	index   map[plumbing.Hash]int32
	cut     int
}

// historyCommit is one commit. Its parents are indexes of commits, -1 for one that is
// not in the store.
type historyCommit struct {
	id, tree plumbing.Hash
	parents  []int32
	when     int64 // of the committer, in Unix seconds
}

// CommitInfo names an upstream commit for a person.
type CommitInfo struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// PR is the pull request that the title names, as in "(#123)"; 0 if none.
	PR int `json:"pr,omitempty"`
	// Date is the committer's.
	Date time.Time `json:"date"`
	// After counts commits from the start of the line that is looked at, which is 0;
	// -1 for a commit that is not on it.
	After int `json:"after"`
}

// ReadHistory reads the commits that heads reach, each once. A parent that is not in
// the store, as below a shallow clone, ends the history there; reports count these (Cut). Trees and blobs
// are not read yet.
func ReadHistory(ctx context.Context, objects storer.EncodedObjectStorer, heads ...plumbing.Hash) (*History, error) {
	h := &History{objects: objects, index: map[plumbing.Hash]int32{}}
	var parents [][]plumbing.Hash
	queue := make([]plumbing.Hash, 0, len(heads))
	missing := map[plumbing.Hash]bool{}
	asked := map[plumbing.Hash]bool{}
	for _, head := range heads {
		if !asked[head] {
			asked[head] = true
			queue = append(queue, head)
		}
	}
	wanted := len(queue) // these must be there
	for at := 0; at < len(queue); at++ {
		if at%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		id := queue[at]
		content, err := rawObject(objects, plumbing.CommitObject, id)
		if at >= wanted && errors.Is(err, plumbing.ErrObjectNotFound) {
			missing[id] = true
			continue
		}
		if err != nil {
			return nil, err
		}
		c, above, err := parseHistoryCommit(content)
		if err != nil {
			return nil, fmt.Errorf("read commit %s: %w", id, err)
		}
		c.id = id
		h.index[id] = int32(len(h.commits))
		h.commits = append(h.commits, c)
		parents = append(parents, above)
		for _, parent := range above {
			if !asked[parent] {
				asked[parent] = true
				queue = append(queue, parent)
			}
		}
	}
	h.cut = len(missing)
	h.order(parents)
	return h, nil
}

// Len is the number of commits.
func (h *History) Len() int { return len(h.commits) }

// order sorts the commits, which have no parents yet, and links them.
func (h *History) order(parents [][]plumbing.Hash) {
	children := make([]int32, len(h.commits))
	for i := range h.commits {
		links := make([]int32, len(parents[i]))
		for j, parent := range parents[i] {
			links[j] = -1
			if at, ok := h.index[parent]; ok {
				links[j] = at
				children[at]++
			}
		}
		h.commits[i].parents = links
	}
	ready := &newestFirst{commits: h.commits}
	for i := range h.commits {
		if children[i] == 0 {
			heap.Push(ready, int32(i))
		}
	}
	sorted := make([]historyCommit, 0, len(h.commits))
	place := make([]int32, len(h.commits))
	for ready.Len() > 0 {
		i := heap.Pop(ready).(int32)
		place[i] = int32(len(sorted))
		sorted = append(sorted, h.commits[i])
		for _, parent := range h.commits[i].parents {
			if parent < 0 {
				continue
			}
			if children[parent]--; children[parent] == 0 {
				heap.Push(ready, parent)
			}
		}
	}
	for i := range sorted {
		for j, parent := range sorted[i].parents {
			if parent >= 0 {
				sorted[i].parents[j] = place[parent]
			}
		}
		h.index[sorted[i].id] = int32(i)
	}
	h.commits = sorted
}

// newestFirst is a heap of commits.
type newestFirst struct {
	commits []historyCommit
	heap    []int32
}

func (n *newestFirst) Len() int { return len(n.heap) }
func (n *newestFirst) Less(i, j int) bool {
	a, b := &n.commits[n.heap[i]], &n.commits[n.heap[j]]
	if a.when != b.when {
		return a.when > b.when
	}
	return bytes.Compare(a.id[:], b.id[:]) < 0
}
func (n *newestFirst) Swap(i, j int) { n.heap[i], n.heap[j] = n.heap[j], n.heap[i] }
func (n *newestFirst) Push(x any)    { n.heap = append(n.heap, x.(int32)) }
func (n *newestFirst) Pop() any {
	last := n.heap[len(n.heap)-1]
	n.heap = n.heap[:len(n.heap)-1]
	return last
}

var errCommit = errors.New("malformed commit")

// parseHistoryCommit reads the header of a commit object (git's commit.c,
// parse_commit_buffer): tree, parents, author, committer, in that order.
func parseHistoryCommit(content []byte) (c historyCommit, parents []plumbing.Hash, err error) {
	rest, ok := takeID(content, "tree ", &c.tree)
	if !ok {
		return c, nil, errCommit
	}
	for {
		var parent plumbing.Hash
		more, ok := takeID(rest, "parent ", &parent)
		if !ok {
			break
		}
		parents, rest = append(parents, parent), more
	}
	for len(rest) > 0 && rest[0] != '\n' {
		line := firstLine(rest)
		rest = rest[len(line):]
		if who, found := bytes.CutPrefix(line, []byte("committer ")); found {
			// The name may hold anything but what ends it; the time comes after that.
			fields := bytes.Fields(who[bytes.LastIndexByte(who, '>')+1:])
			if len(fields) > 0 {
				c.when, _ = strconv.ParseInt(string(fields[0]), 10, 64)
			}
			break
		}
	}
	return c, parents, nil
}

// takeID reads a line of a key and an id.
func takeID(text []byte, key string, id *plumbing.Hash) ([]byte, bool) {
	rest, found := bytes.CutPrefix(text, []byte(key))
	if !found || len(rest) < 41 || rest[40] != '\n' {
		return nil, false
	}
	if _, err := hex.Decode(id[:], rest[:40]); err != nil {
		return nil, false
	}
	return rest[41:], true
}

// The forms in which GitHub's squash and merge commits name their pull request. The
// last one counts: a backport's or a revert's title quotes another.
var (
	squashTitle = regexp.MustCompile(`\(#([0-9]{1,9})\)`)
	mergeTitle  = regexp.MustCompile(`^Merge pull request #([0-9]{1,9}) from `)
)

// info reads the commit's title, which ReadHistory does not keep.
func (h *History) info(i int32, after int) (CommitInfo, error) {
	c := &h.commits[i]
	content, err := rawObject(h.objects, plumbing.CommitObject, c.id)
	if err != nil {
		return CommitInfo{}, err
	}
	info := CommitInfo{ID: c.id.String(), Date: time.Unix(c.when, 0).UTC(), After: after}
	if _, message, found := bytes.Cut(content, []byte("\n\n")); found {
		line := firstLine(bytes.TrimLeft(message, "\n"))
		info.Title = strings.ToValidUTF8(strings.TrimSpace(string(line)), "\uFFFD")
	}
	named := mergeTitle.FindStringSubmatch(info.Title)
	if all := squashTitle.FindAllStringSubmatch(info.Title, -1); named == nil && len(all) > 0 {
		named = all[len(all)-1]
	}
	if named != nil {
		info.PR, _ = strconv.Atoi(named[1])
	}
	return info, nil
}
