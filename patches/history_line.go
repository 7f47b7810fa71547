package patches

import (
	"fmt"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// at is the place of a commit in the order.
func (h *History) at(id plumbing.Hash) (int32, error) {
	i, ok := h.index[id]
	if !ok {
		return 0, fmt.Errorf("read commit %s: it is not in the history that was read", id)
	}
	return i, nil
}

// ancestors says of each commit whether one of heads reaches it; heads reach themselves.
func (h *History) ancestors(heads ...int32) []bool {
	reached := make([]bool, len(h.commits))
	for _, head := range heads {
		reached[head] = true
	}
	for i := range h.commits {
		if !reached[i] {
			continue
		}
		for _, parent := range h.commits[i].parents {
			if parent >= 0 {
				reached[parent] = true
			}
		}
	}
	return reached
}

// descendants says of each commit whether it reaches the one at.
func (h *History) descendants(at int32) []bool {
	reaches := make([]bool, len(h.commits))
	reaches[at] = true
	for i := at - 1; i >= 0; i-- {
		for _, parent := range h.commits[i].parents {
			if parent >= 0 && reaches[parent] {
				reaches[i] = true
				break
			}
		}
	}
	return reaches
}

// firstParents is head and its first parents, to the end.
func (h *History) firstParents(head int32) []int32 {
	var line []int32
	for head >= 0 {
		line = append(line, head)
		parents := h.commits[head].parents
		if len(parents) == 0 {
			break
		}
		head = parents[0]
	}
	return line
}

// mergeBase is the newest commit that both reach, false if there is none.
func (h *History) mergeBase(a, b int32) (int32, bool) {
	ofA, ofB := h.ancestors(a), h.ancestors(b)
	for i := range h.commits {
		// Children come first, so that the first one is no ancestor of another.
		if ofA[i] && ofB[i] {
			return int32(i), true
		}
	}
	return 0, false
}

// line leads from a commit to another, oldest first, each the parent of the next: the
// first parents of to as far as they lead back, else the first parent that does. It
// begins where to's history has left from's, which is from if to reaches it.
func (h *History) line(from, to int32) ([]int32, error) {
	base, ok := h.mergeBase(from, to)
	if !ok {
		return nil, fmt.Errorf("%s and %s have no history in common", h.commits[from].id, h.commits[to].id)
	}
	reaches := h.descendants(base)
	line := []int32{to}
	for at := to; at != base; {
		for _, parent := range h.commits[at].parents {
			if parent >= 0 && reaches[parent] {
				at = parent
				break
			}
		}
		line = append(line, at)
	}
	slices.Reverse(line)
	return line, nil
}
