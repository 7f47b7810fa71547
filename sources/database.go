package sources

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// reader is where objects can be read from. Implementations are safe for
// concurrent use; read returns plumbing.ErrObjectNotFound for what is not there.
type reader interface {
	read(id plumbing.Hash) (plumbing.ObjectType, []byte, error)
	has(id plumbing.Hash) bool
	// each calls f with every id, some perhaps twice.
	each(f func(plumbing.Hash) error) error
}

// database reads the objects folder of a git directory: packs, loose objects and
// alternates (gitrepository-layout(5)).
type database struct {
	dir        string // the objects folder
	cache      *cache
	alternates []*database

	mu    sync.RWMutex
	packs []*pack
	seen  time.Time // of the pack folder, when packs was read
}

// maxAlternates is git's own bound on alternates of alternates (object-file.c,
// link_alt_odb_entries).
const maxAlternates = 5

func openDatabase(dir string) (*database, error) { return openAlternate(dir, 0) }

func openAlternate(dir string, depth int) (*database, error) {
	if depth > maxAlternates {
		return nil, fmt.Errorf("%s: alternates are nested more than %d deep", dir, maxAlternates)
	}
	d := &database{dir: dir, cache: newCache(cacheBytes)}
	if info, err := os.Stat(dir); err != nil {
		return nil, err
	} else if !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: errors.New("not a folder")}
	}
	if _, err := d.refresh(); err != nil {
		return nil, errors.Join(err, d.close())
	}
	list, err := os.ReadFile(filepath.Join(dir, "info", "alternates"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(err, d.close())
	}
	for line := range strings.Lines(string(list)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if !filepath.IsAbs(line) {
			line = filepath.Join(dir, line)
		}
		alternate, err := openAlternate(line, depth+1)
		if err != nil {
			return nil, errors.Join(err, d.close())
		}
		d.alternates = append(d.alternates, alternate)
	}
	return d, nil
}

func (d *database) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	var err error
	for _, p := range d.packs {
		err = errors.Join(err, p.close())
	}
	d.packs = nil
	for _, a := range d.alternates {
		err = errors.Join(err, a.close())
	}
	return err
}

// refresh opens packs that have come since, and reports whether there were any.
func (d *database) refresh() (bool, error) {
	dir := filepath.Join(d.dir, "pack")
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if info.ModTime().Equal(d.seen) {
		return false, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false, err
	}
	found := false
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		known := slices.ContainsFunc(d.packs, func(p *pack) bool {
			return strings.TrimSuffix(p.path, ".pack")+".idx" == path
		})
		if known || filepath.Ext(path) != ".idx" {
			continue
		}
		p, err := openPack(path, d.cache)
		if errors.Is(err, fs.ErrNotExist) {
			continue // an index without its pack, as a repack leaves for a moment
		}
		if err != nil {
			return false, err
		}
		d.packs = append(d.packs, p)
		found = true
	}
	d.seen = info.ModTime()
	return found, nil
}

// locate returns the pack that holds an object.
func (d *database) locate(id plumbing.Hash) (*pack, int64, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, p := range d.packs {
		if offset, ok := p.index.find(id); ok {
			return p, offset, true
		}
	}
	return nil, 0, false
}

func (d *database) read(id plumbing.Hash) (plumbing.ObjectType, []byte, error) {
	if p, offset, ok := d.locate(id); ok {
		return p.readAt(offset)
	}
	kind, content, err := readLoose(d.dir, id)
	if !errors.Is(err, plumbing.ErrObjectNotFound) {
		return kind, content, err
	}
	for _, a := range d.alternates {
		kind, content, err := a.read(id)
		if !errors.Is(err, plumbing.ErrObjectNotFound) {
			return kind, content, err
		}
	}
	// Another process may have added a pack since we looked.
	if found, err := d.refresh(); err != nil {
		return 0, nil, err
	} else if found {
		return d.read(id)
	}
	return 0, nil, plumbing.ErrObjectNotFound
}

func (d *database) has(id plumbing.Hash) bool {
	if _, _, ok := d.locate(id); ok || hasLoose(d.dir, id) {
		return true
	}
	if slices.ContainsFunc(d.alternates, func(a *database) bool { return a.has(id) }) {
		return true
	}
	found, err := d.refresh()
	return err == nil && found && d.has(id)
}

func (d *database) each(f func(plumbing.Hash) error) error {
	d.mu.RLock()
	packs := slices.Clone(d.packs)
	d.mu.RUnlock()
	for _, p := range packs {
		for i := range p.index.count {
			if err := f(p.index.id(i)); err != nil {
				return err
			}
		}
	}
	for i := range 256 {
		ids, err := looseIDs(d.dir, byte(i))
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := f(id); err != nil {
				return err
			}
		}
	}
	for _, a := range d.alternates {
		if err := a.each(f); err != nil {
			return err
		}
	}
	return nil
}

// withPrefix returns the ids that begin with prefix, some perhaps twice.
func (d *database) withPrefix(prefix []byte) ([]plumbing.Hash, error) {
	var ids []plumbing.Hash
	if len(prefix) == 0 {
		return ids, d.each(func(id plumbing.Hash) error {
			ids = append(ids, id)
			return nil
		})
	}
	d.mu.RLock()
	for _, p := range d.packs {
		ids = p.index.withPrefix(prefix, ids)
	}
	d.mu.RUnlock()
	loose, err := looseIDs(d.dir, prefix[0])
	if err != nil {
		return nil, err
	}
	for _, id := range loose {
		if bytes.HasPrefix(id[:], prefix) {
			ids = append(ids, id)
		}
	}
	for _, a := range d.alternates {
		more, err := a.withPrefix(prefix)
		if err != nil {
			return nil, err
		}
		ids = append(ids, more...)
	}
	return ids, nil
}

// verified reads an object and proves that it is the one that was asked for.
// where is the repository's name in errors.
func verified(from reader, where string, id plumbing.Hash) (plumbing.ObjectType, []byte, error) {
	kind, content, err := from.read(id)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return 0, nil, err
	}
	if err != nil {
		return 0, nil, &LyingObjectError{Repository: where, ID: [20]byte(id), Err: err}
	}
	if got := plumbing.ComputeHash(kind, content); got != id {
		return 0, nil, &LyingObjectError{Repository: where, ID: [20]byte(id), Got: [20]byte(got)}
	}
	return kind, content, nil
}

// write keeps an object as a loose file.
func (d *database) write(id plumbing.Hash, kind plumbing.ObjectType, content []byte) error {
	return writeLoose(d.dir, id, kind, content)
}

// forget makes the next look at the pack folder read it, whatever its time says.
func (d *database) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seen = time.Time{}
}
