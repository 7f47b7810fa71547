package sources

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"cairn/lockfiles"

	"github.com/go-git/go-git/v5/config"
	"github.com/go-git/go-git/v5/plumbing"
)

// maxModuleDepth bounds submodules of submodules; no known upstream has more than three.
const maxModuleDepth = 16

func (r *Repositories) source(ctx context.Context, w want) (lockfiles.Source, error) {
	objects, err := r.objects(ctx, w)
	if err != nil {
		return lockfiles.Source{}, err
	}
	kind, content, err := objects.read(w.commit())
	if err != nil {
		return lockfiles.Source{}, fmt.Errorf("commit %s: %w", w.commit(), err)
	}
	if kind != plumbing.CommitObject {
		return lockfiles.Source{}, fmt.Errorf("%s is a %s, not a commit", w.commit(), kind)
	}
	tree, err := treeOfCommit(content)
	if err != nil {
		return lockfiles.Source{}, fmt.Errorf("commit %s: %w", w.commit(), err)
	}
	source := lockfiles.Source{Commit: w.pin.Revision, Tree: [20]byte(tree)}
	if !w.pin.Submodules {
		return source, nil
	}
	source.Submodules, err = r.submodules(ctx, objects, w)
	return source, err
}

// submodules resolves the gitlinks of a commit and those of their commits, but for
// the excluded ones.
func (r *Repositories) submodules(ctx context.Context, objects *Objects, w want) ([]lockfiles.Submodule, error) {
	if w.depth > maxModuleDepth {
		return nil, fmt.Errorf("submodules are nested too deep at %s", w.prefix)
	}
	found, err := walk(ctx, objects, w.pin.Upstream, w)
	if err != nil {
		return nil, err
	}
	var urls map[string]string
	var out []lockfiles.Submodule
	for _, m := range found.modules {
		if w.excludes(m.path) {
			continue
		}
		if urls == nil {
			if urls, err = moduleURLs(objects, found.tree, w.pin.Git); err != nil {
				return nil, err
			}
		}
		path := w.prefix + m.path
		url, ok := urls[m.path]
		if !ok {
			return nil, fmt.Errorf("submodule %s: .gitmodules has no URL for it; a source may exclude it", path)
		}
		sub := want{prefix: path + "/", depth: w.depth + 1, pin: lockfiles.Pin{
			Upstream: w.pin.Upstream, Git: url, Revision: [20]byte(m.commit), Exclude: w.pin.Exclude, Submodules: true,
		}}
		source, err := r.source(ctx, sub)
		if err != nil {
			return nil, fmt.Errorf("submodule %s: %w", path, err)
		}
		out = append(out, lockfiles.Submodule{Path: path, URL: redact(url), Commit: source.Commit, Tree: source.Tree})
		out = append(out, source.Submodules...)
	}
	slices.SortFunc(out, func(a, b lockfiles.Submodule) int { return cmp.Compare(a.Path, b.Path) })
	return out, nil
}

// moduleURLs reads .gitmodules (gitmodules(5)): URLs by path, made absolute.
func moduleURLs(objects *Objects, tree plumbing.Hash, parent string) (map[string]string, error) {
	content, err := readPath(objects, tree, ".gitmodules")
	if errors.Is(err, fs.ErrNotExist) {
		return map[string]string{}, nil
	}
	if err != nil {
		return nil, err
	}
	modules := config.NewModules()
	if err := modules.Unmarshal(content); err != nil {
		return nil, fmt.Errorf(".gitmodules: %w", err)
	}
	urls := map[string]string{}
	for _, m := range modules.Submodules {
		if urls[m.Path], err = resolveURL(parent, m.URL); err != nil {
			return nil, fmt.Errorf("submodule %s: %w", m.Path, err)
		}
	}
	return urls, nil
}

// resolveURL makes a URL that begins with "./" or "../" absolute, as
// git-submodule(1), "add", says: relative to the URL of the repository itself.
func resolveURL(parent, url string) (string, error) {
	if !strings.HasPrefix(url, "./") && !strings.HasPrefix(url, "../") {
		return url, nil
	}
	base := strings.TrimRight(parent, "/")
	colon := false
	for {
		if rest, ok := strings.CutPrefix(url, "./"); ok {
			url = rest
			continue
		}
		rest, ok := strings.CutPrefix(url, "../")
		if !ok {
			break
		}
		url = rest
		at := strings.LastIndexByte(base, '/')
		if at < 0 {
			// git@host:repo has one folder less to give up.
			if at = strings.LastIndexByte(base, ':'); at < 0 {
				return "", fmt.Errorf("its URL leads out of %s", redact(parent))
			}
			colon = true
		}
		base = base[:at]
	}
	if strings.HasSuffix(base, ":/") || strings.HasSuffix(base, ":") {
		return "", fmt.Errorf("its URL leads out of %s", redact(parent))
	}
	if colon {
		return base + ":" + url, nil
	}
	return base + "/" + url, nil
}
