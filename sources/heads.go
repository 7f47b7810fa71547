package sources

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"cairn/digest"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/config"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/transport"
	gitmemory "github.com/go-git/go-git/v5/storage/memory"
)

// Head is a branch of an upstream as it stands at the moment: no pin, but where one
// can be looked for.
type Head struct {
	Name   string // short: "main"
	Commit digest.GitID
	// Default says that HEAD names it (gitrepository-layout(5), HEAD).
	Default bool
}

// ErrOffline says that a call needs the network, which Options.Offline forbids.
var ErrOffline = errors.New("this needs the network, and it is not to be used")

// Heads lists the branches of the repository at a URL, or of its mirror, the default
// one first, then by name. It is empty for a repository without commits.
func (r *Repositories) Heads(ctx context.Context, url string) ([]Head, error) {
	where, err := r.locate(url)
	if err != nil {
		return nil, err
	}
	list := r.listRemote
	if where.dir != "" {
		list = listLocal
	} else if r.options.Offline {
		return nil, fmt.Errorf("list the branches of %s: %w", redact(url), ErrOffline)
	}
	references, err := list(ctx, where)
	if err != nil {
		return nil, fmt.Errorf("list the branches of %s: %w", where.name(), &redactedError{err})
	}
	return headsOf(references), nil
}

func listLocal(_ context.Context, where location) ([]*plumbing.Reference, error) {
	repository, err := git.PlainOpen(where.dir)
	if err != nil {
		return nil, err
	}
	iterator, err := repository.References()
	if err != nil {
		return nil, err
	}
	var references []*plumbing.Reference
	err = iterator.ForEach(func(ref *plumbing.Reference) error {
		references = append(references, ref)
		return nil
	})
	return references, err
}

func (r *Repositories) listRemote(ctx context.Context, where location) ([]*plumbing.Reference, error) {
	ctx, cancel := context.WithTimeout(ctx, r.options.Stall)
	defer cancel()
	remote := git.NewRemote(gitmemory.NewStorage(), &config.RemoteConfig{Name: "origin", URLs: []string{where.url}})
	references, err := remote.ListContext(ctx, &git.ListOptions{PeelingOption: git.AppendPeeled})
	switch {
	case errors.Is(err, transport.ErrEmptyRemoteRepository):
		return nil, nil
	case errors.Is(err, transport.ErrAuthenticationRequired), errors.Is(err, transport.ErrRepositoryNotFound):
		return nil, fmt.Errorf("%w (it does not exist, or asks for credentials)", err)
	}
	return references, err
}

func headsOf(references []*plumbing.Reference) []Head {
	var preferred plumbing.ReferenceName
	for _, ref := range references {
		if ref.Name() == plumbing.HEAD && ref.Type() == plumbing.SymbolicReference {
			preferred = ref.Target()
		}
	}
	var heads []Head
	for _, ref := range references {
		if ref.Type() == plumbing.HashReference && ref.Name().IsBranch() {
			heads = append(heads, Head{Name: ref.Name().Short(), Commit: digest.GitID(ref.Hash()), Default: ref.Name() == preferred})
		}
	}
	slices.SortFunc(heads, func(a, b Head) int {
		if a.Default != b.Default {
			if a.Default {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Name, b.Name)
	})
	return heads
}
