package sources

import (
	"errors"
	"io"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Objects is an object store in layers: objects are looked for in front and then
// behind it, new ones are kept in front. It is safe for concurrent use, as are the
// objects that it returns, whose readers can seek and whose content can be had
// without a copy through interface{ Bytes() []byte }.
type Objects struct {
	front  front
	behind []reader
}

// front is the layer that takes new objects.
type front interface {
	reader
	write(id plumbing.Hash, kind plumbing.ObjectType, content []byte) error
}

var _ storer.EncodedObjectStorer = (*Objects)(nil)

// Scratch returns a store with all that o holds, whose new objects are kept in
// memory and are lost with it.
func (o *Objects) Scratch() *Objects {
	return &Objects{front: newMemory(), behind: []reader{o}}
}

// ConcurrentReads says to package patches that several goroutines may read at a time.
func (o *Objects) ConcurrentReads() {}

func (o *Objects) read(id plumbing.Hash) (plumbing.ObjectType, []byte, error) {
	kind, content, err := o.front.read(id)
	for _, r := range o.behind {
		if !errors.Is(err, plumbing.ErrObjectNotFound) {
			break
		}
		kind, content, err = r.read(id)
	}
	return kind, content, err
}

func (o *Objects) has(id plumbing.Hash) bool {
	return o.front.has(id) || slices.ContainsFunc(o.behind, func(r reader) bool { return r.has(id) })
}

func (o *Objects) each(f func(plumbing.Hash) error) error {
	for _, r := range append([]reader{o.front}, o.behind...) {
		if err := r.each(f); err != nil {
			return err
		}
	}
	return nil
}

// NewEncodedObject returns an empty object to be filled and set.
func (o *Objects) NewEncodedObject() plumbing.EncodedObject { return &plumbing.MemoryObject{} }

// SetEncodedObject keeps an object under the id of its content, computed here.
func (o *Objects) SetEncodedObject(e plumbing.EncodedObject) (plumbing.Hash, error) {
	if e.Type().IsDelta() || !e.Type().Valid() {
		return plumbing.ZeroHash, plumbing.ErrInvalidType
	}
	content, err := contentOf(e)
	if err != nil {
		return plumbing.ZeroHash, err
	}
	id := plumbing.ComputeHash(e.Type(), content)
	if o.has(id) {
		return id, nil
	}
	return id, o.front.write(id, e.Type(), content)
}

// EncodedObject returns the object of that id and type, or plumbing.ErrObjectNotFound.
func (o *Objects) EncodedObject(kind plumbing.ObjectType, id plumbing.Hash) (plumbing.EncodedObject, error) {
	found, content, err := o.read(id)
	if err != nil {
		return nil, err
	}
	if kind != plumbing.AnyObject && kind != found {
		return nil, plumbing.ErrObjectNotFound
	}
	return &object{id: id, kind: found, content: content}, nil
}

// HasEncodedObject returns nil or plumbing.ErrObjectNotFound.
func (o *Objects) HasEncodedObject(id plumbing.Hash) error {
	if o.has(id) {
		return nil
	}
	return plumbing.ErrObjectNotFound
}

// EncodedObjectSize returns the length of an object's content in bytes.
func (o *Objects) EncodedObjectSize(id plumbing.Hash) (int64, error) {
	_, content, err := o.read(id)
	return int64(len(content)), err
}

// IterEncodedObjects returns all objects of a type, each once, in no order. The
// ids are read at once, the objects one by one.
func (o *Objects) IterEncodedObjects(kind plumbing.ObjectType) (storer.EncodedObjectIter, error) {
	seen := map[plumbing.Hash]bool{}
	var ids []plumbing.Hash
	err := o.each(func(id plumbing.Hash) error {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return &objectIter{objects: o, kind: kind, ids: ids}, nil
}

// AddAlternate fails: which stores lie behind is decided when one is opened.
func (o *Objects) AddAlternate(string) error {
	return errors.New("an opened object store takes no alternates")
}

type objectIter struct {
	objects *Objects
	kind    plumbing.ObjectType
	ids     []plumbing.Hash
}

// Next returns the next object, or io.EOF.
func (i *objectIter) Next() (plumbing.EncodedObject, error) {
	for len(i.ids) > 0 {
		id := i.ids[0]
		i.ids = i.ids[1:]
		o, err := i.objects.EncodedObject(i.kind, id)
		if !errors.Is(err, plumbing.ErrObjectNotFound) {
			return o, err
		}
	}
	return nil, io.EOF
}

// ForEach calls f with each object that is left, until f fails; storer.ErrStop
// ends it without an error.
func (i *objectIter) ForEach(f func(plumbing.EncodedObject) error) error {
	for {
		o, err := i.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = f(o)
		}
		if errors.Is(err, storer.ErrStop) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// Close ends the iteration.
func (i *objectIter) Close() { i.ids = nil }
