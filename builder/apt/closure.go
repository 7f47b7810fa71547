package apt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
)

// Composed returns the toolchain of a lock if its root is in the store. It is what
// Closure does without making anything.
func (a *Archive) Composed(l Locked) (*Closure, bool, error) {
	return a.composed(l, closureKey(a.opts.Architecture, l))
}

// Closure is a composed root. It implements builder.Toolchain.
type Closure struct {
	id        digest.Digest
	tree      digest.Digest
	root      string
	programs  map[string]string
	variables map[string]string
}

// ID depends on the packages' digests and on the version of unpacking and
// composing, on nothing else.
func (c *Closure) ID() digest.Digest { return c.id }

// Impure is false: the lock determines all of it.
func (c *Closure) Impure() bool { return false }

// Mounts is the whole root, read-only.
func (c *Closure) Mounts() []sandbox.Mount {
	return []sandbox.Mount{{Source: c.root, Target: "/", ReadOnly: true}}
}

// Variables are those of the lock: everything else is where programs look for it.
func (c *Closure) Variables() map[string]string { return maps.Clone(c.variables) }

// Programs are those of the root that drivers ask for, with their paths in it.
func (c *Closure) Programs() map[string]string { return maps.Clone(c.programs) }

// Root is the root's folder in the store; read-only, shared by all its users.
func (c *Closure) Root() string { return c.root }

// Tree is the digest of the root as the store knows it.
func (c *Closure) Tree() digest.Digest { return c.tree }

// Digests are what a store must keep for a lock to outlive its mirror, as far as the
// store has it: keys, releases, their indexes, .debs, and the composed root.
func (a *Archive) Digests(def *stacks.Toolchain, l Locked) []digest.Digest {
	var all []digest.Digest
	for _, r := range def.Distro.Apt {
		if record, ok, err := a.opts.Store.Action(keptKey(r.Fingerprint)); err == nil && ok {
			all = append(all, record.Output)
		}
	}
	for _, r := range l.Releases {
		all = append(all, r.SHA256)
		content, err := a.stored(r.SHA256)
		if err != nil {
			continue
		}
		parsed, err := parseRelease(r.URL, unsignedText(content))
		if err != nil {
			continue
		}
		for _, file := range parsed.files {
			if _, ok := a.opts.Store.File(file.sha256); ok {
				all = append(all, file.sha256)
			}
		}
	}
	for _, p := range l.Packages {
		all = append(all, p.SHA256)
	}
	if record, ok, err := a.opts.Store.Action(closureKey(a.opts.Architecture, l)); err == nil && ok {
		all = append(all, record.Output)
	}
	slices.SortFunc(all, func(a, b digest.Digest) int { return bytes.Compare(a[:], b[:]) })
	return slices.Compact(all)
}

// closureKey is the identity of a closure. Where its packages came from is no part.
func closureKey(architecture string, l Locked) digest.Digest {
	key := digest.NewKey(composeFormat).String("unpack", unpackFormat).String("architecture", architecture)
	for _, p := range l.Packages {
		key.String("name", p.Name).String("version", p.Version).Digest("deb", p.SHA256)
	}
	return key.Sum()
}

// Closure returns the toolchain of a lock, fetched, unpacked and composed as far as
// the store lacks it. With a whole store it opens no connection and reads no
// package. Errors: those of Fetch, *FormatError, *HostileError, *FileConflictError.
func (a *Archive) Closure(ctx context.Context, l Locked) (*Closure, error) {
	if len(l.Packages) == 0 {
		return nil, &ProofError{What: "toolchain " + l.Name, Reason: "the lock has no packages of it"}
	}
	key := closureKey(a.opts.Architecture, l)
	if c, ok, err := a.composed(l, key); ok || err != nil {
		return c, err
	}
	unlock, err := a.opts.Store.Lock(ctx, "apt-"+key.Hex())
	if err != nil {
		return nil, err
	}
	defer unlock()
	if c, ok, err := a.composed(l, key); ok || err != nil {
		return c, err // another process made it meanwhile
	}
	if err := a.Fetch(ctx, l); err != nil {
		return nil, err
	}
	started := time.Now()
	trees, err := a.unpackAll(ctx, l)
	if err != nil {
		return nil, err
	}
	tree, err := a.compose(ctx, l.Packages, trees)
	if err == nil {
		err = a.rememberTrees(ctx, l, trees, tree)
	}
	if err != nil {
		return nil, err
	}
	err = a.opts.Store.PutAction(key, store.Record{
		Key: key, Name: "apt/root/" + l.Name, Kind: "apt", Output: tree,
		Inputs: closureInputs(l), Finished: time.Now(), WallTime: time.Since(started),
	})
	if err != nil {
		return nil, err
	}
	a.fetch.emit(Event{Kind: Composed, Name: l.Name, Done: len(l.Packages), Total: len(l.Packages)})
	c, ok, err := a.composed(l, key)
	if err == nil && !ok {
		err = fmt.Errorf("compose %s: the root is not in the store", l.Name)
	}
	return c, err
}

func closureInputs(l Locked) []store.Input {
	inputs := make([]store.Input, len(l.Packages))
	for i, p := range l.Packages {
		inputs[i] = store.Input{Name: p.Name, Value: p.Version + " " + p.SHA256.String()}
	}
	return inputs
}

// composed returns the closure that the store has.
func (a *Archive) composed(l Locked, key digest.Digest) (*Closure, bool, error) {
	record, ok, err := a.opts.Store.Action(key)
	if err != nil || !ok {
		return nil, false, err
	}
	root, ok := a.opts.Store.Tree(record.Output)
	if !ok {
		return nil, false, nil
	}
	c := &Closure{id: key, tree: record.Output, root: root, programs: findPrograms(root), variables: map[string]string{}}
	maps.Copy(c.variables, l.Variables)
	return c, true, nil
}

// compose writes the root and gives it to the store.
func (a *Archive) compose(ctx context.Context, packages []Package, trees []string) (tree digest.Digest, err error) {
	c, err := newComposition(ctx, packages, trees)
	if err != nil {
		return tree, err
	}
	if err := c.finish(a.opts.Architecture); err != nil {
		return tree, err
	}
	dir, remove, err := a.opts.Store.TempDir()
	if err != nil {
		return tree, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	root := filepath.Join(dir, "root")
	if err := os.Mkdir(root, 0o755); err != nil {
		return tree, err
	}
	if err := c.write(ctx, root); err != nil {
		return tree, err
	}
	return a.opts.Store.MoveTree(ctx, root)
}

// known are the programs that drivers and wrappers ask for.
var known = []string{
	"sh", "bash", "env", "cmake", "ctest", "ninja", "make", "gmake", "ccache", "python3", "pkg-config", "git", "ld", "ld.lld", "lld", "mold", "gold", "ar", "ranlib", "nm",
	"strip", "objcopy", "as", "cc", "c++", "gcc", "g++", "clang", "clang++", "icx", "icpx", "gfortran", "patch", "perl", "m4", "meson",
}

// findPrograms looks for the known programs in a root, through its links.
func findPrograms(root string) map[string]string {
	programs := map[string]string{}
	folders := map[string]bool{} // that were looked at: each is on the way to many programs
	for _, name := range known {
		for _, folder := range []string{"usr/bin", "usr/sbin", oneAPI + "/compiler/latest/bin"} {
			found := resolveLinks(folder+"/"+name, func(name string) (byte, string) {
				if folders[name] {
					return 'd', ""
				}
				info, err := os.Lstat(filepath.Join(root, name))
				switch {
				case err != nil:
					return 0, ""
				case info.Mode()&os.ModeSymlink != 0:
					text, err := os.Readlink(filepath.Join(root, name))
					if err != nil {
						return 0, ""
					}
					return 'l', text
				case info.IsDir():
					folders[name] = true
					return 'd', ""
				case info.Mode()&0o111 == 0:
					return 0, ""
				}
				return 'f', ""
			})
			if found != "" {
				programs[name] = "/" + folder + "/" + name
				break
			}
		}
	}
	return programs
}
