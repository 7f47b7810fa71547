package patches

import (
	"fmt"
	"io"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// objects reads git objects, each one once, and keeps new ones until they are to be
// written. It is safe for concurrent use; the store below need not be: it is asked by one
// goroutine at a time, unless it says by a method ConcurrentReads that several may read.
type objects struct {
	base storer.EncodedObjectStorer
	// asking is held while base is asked; nil where it need not be.
	asking *sync.Mutex

	mu    sync.Mutex // of what follows
	blobs map[plumbing.Hash]*blobSlot
	trees map[plumbing.Hash][]treeEntry
	// fresh holds objects that are not in base, in the order they were made.
	fresh []freshObject
	// kept are the ids of all that were ever fresh.
	kept map[plumbing.Hash]bool
}

type freshObject struct {
	id      plumbing.Hash
	kind    plumbing.ObjectType
	content []byte
}

// blobSlot is a blob that somebody has asked for: whoever asks next waits for it.
type blobSlot struct {
	mu      sync.Mutex
	known   bool
	content []byte
}

// treeEntry is an entry of a tree object, with git's mode as it stands there.
type treeEntry struct {
	name string
	mode uint32
	id   plumbing.Hash
}

func newObjects(base storer.EncodedObjectStorer) *objects {
	o := &objects{
		base:  base,
		blobs: map[plumbing.Hash]*blobSlot{},
		trees: map[plumbing.Hash][]treeEntry{},
		kept:  map[plumbing.Hash]bool{},
	}
	if _, ok := base.(interface{ ConcurrentReads() }); !ok {
		o.asking = &sync.Mutex{}
	}
	return o
}

// ask holds base for a call, where it has to be held, until the function is called.
func (o *objects) ask() (done func()) {
	if o.asking == nil {
		return func() {}
	}
	o.asking.Lock()
	return o.asking.Unlock
}

// read is an object's content, which must not be changed.
func (o *objects) read(kind plumbing.ObjectType, id plumbing.Hash) ([]byte, error) {
	defer o.ask()()
	return rawObject(o.base, kind, id)
}

// rawObject is an object's content, which must not be changed.
func rawObject(objects storer.EncodedObjectStorer, kind plumbing.ObjectType, id plumbing.Hash) ([]byte, error) {
	object, err := objects.EncodedObject(kind, id)
	if err != nil {
		return nil, fmt.Errorf("read %s %s: %w", kind, id, err)
	}
	content, err := rawContent(object)
	if err != nil {
		return nil, fmt.Errorf("read %s %s: %w", kind, id, err)
	}
	return content, nil
}

// rawContent is an object's content, which must not be changed: without a copy, where
// the object has it in memory and says so.
func rawContent(object plumbing.EncodedObject) ([]byte, error) {
	if whole, ok := object.(interface{ Bytes() []byte }); ok {
		return whole.Bytes(), nil
	}
	reader, err := object.Reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	content := make([]byte, object.Size())
	_, err = io.ReadFull(reader, content)
	return content, err
}

// slot is where a blob is kept; nil where nobody has asked for it and none is wanted.
func (o *objects) slot(id plumbing.Hash, wanted bool) *blobSlot {
	o.mu.Lock()
	defer o.mu.Unlock()
	slot := o.blobs[id]
	if slot == nil && wanted {
		slot = &blobSlot{}
		o.blobs[id] = slot
	}
	return slot
}

// blob is a blob's content, which must not be changed.
func (o *objects) blob(id plumbing.Hash) ([]byte, error) {
	slot := o.slot(id, true)
	slot.mu.Lock()
	defer slot.mu.Unlock()
	if slot.known {
		return slot.content, nil
	}
	content, err := o.read(plumbing.BlobObject, id)
	if err == nil {
		slot.content, slot.known = content, true
	}
	return content, err
}

// readBlob is a blob that was read already, or was made; false if it was not.
func (o *objects) readBlob(id plumbing.Hash) ([]byte, bool) {
	slot := o.slot(id, false)
	if slot == nil {
		return nil, false
	}
	slot.mu.Lock()
	defer slot.mu.Unlock()
	return slot.content, slot.known
}

// sizeRead is the size of a blob that was read, 0 if it was not.
func (o *objects) sizeRead(id plumbing.Hash) int {
	content, _ := o.readBlob(id)
	return len(content)
}

// has says whether there is a blob of that id.
func (o *objects) has(id plumbing.Hash) bool {
	if _, known := o.readBlob(id); known {
		return true
	}
	defer o.ask()()
	return o.base.HasEncodedObject(id) == nil
}

// tree is a tree's entries, which must not be changed. The zero id is the empty tree.
func (o *objects) tree(id plumbing.Hash) ([]treeEntry, error) {
	if id.IsZero() {
		return nil, nil
	}
	o.mu.Lock()
	entries, ok := o.trees[id]
	o.mu.Unlock()
	if ok {
		return entries, nil
	}
	content, err := o.read(plumbing.TreeObject, id)
	if err != nil {
		return nil, err
	}
	if entries, err = parseTree(content); err != nil {
		return nil, fmt.Errorf("read tree %s: %w", id, err)
	}
	o.mu.Lock()
	o.trees[id] = entries
	o.mu.Unlock()
	return entries, nil
}
