package patches

import (
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// write stores the new commits and what they need, and nothing else.
func (r *Rebased) write() error {
	o := r.objects
	wanted := map[plumbing.Hash]bool{}
	var mark func(id plumbing.Hash)
	mark = func(id plumbing.Hash) {
		if wanted[id] || !o.kept[id] {
			return
		}
		wanted[id] = true
		for _, e := range o.trees[id] {
			mark(e.id)
		}
	}
	for i := range r.Patches {
		p := &r.Patches[i]
		if p.Commit == "" {
			continue
		}
		wanted[plumbing.NewHash(p.Commit)] = true
		mark(p.NewTree)
	}
	o.fresh = slices.DeleteFunc(o.fresh, func(f freshObject) bool { return !wanted[f.id] })
	return o.flush()
}
