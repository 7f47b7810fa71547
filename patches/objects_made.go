package patches

import (
	"bytes"
	"crypto/sha1"
	"fmt"
	"hash"
	"slices"
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// batch holds the new objects of one patch until it is known that it applies.
type batch struct {
	*objects
	made []freshObject
}

// put takes a new object in and gives its id. Content must not be changed afterwards.
func (b *batch) put(kind plumbing.ObjectType, content []byte) plumbing.Hash {
	id := objectID(kind, content)
	b.made = append(b.made, freshObject{id, kind, content})
	return id
}

// keep makes a batch readable, and due to be written.
func (o *objects) keep(b *batch) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, object := range b.made {
		if o.kept[object.id] {
			continue
		}
		o.kept[object.id] = true
		o.fresh = append(o.fresh, object)
		switch object.kind {
		case plumbing.BlobObject:
			o.blobs[object.id] = &blobSlot{known: true, content: object.content}
		case plumbing.TreeObject:
			entries, err := parseTree(object.content)
			if err != nil {
				return fmt.Errorf("keep tree %s: %w", object.id, err)
			}
			o.trees[object.id] = entries
		}
	}
	return nil
}

// objectID is the id of an object (gitformat-loose, "SHA-1").
func objectID(kind plumbing.ObjectType, content []byte) plumbing.Hash {
	hash := newObjectHash(kind, len(content))
	hash.Write(content)
	return plumbing.Hash(hash.Sum(nil))
}

// newObjectHash is a hash that waits for the content, of so many bytes.
func newObjectHash(kind plumbing.ObjectType, length int) hash.Hash {
	id := sha1.New()
	id.Write(append(strconv.AppendInt(append(kind.Bytes(), ' '), int64(length), 10), 0))
	return id
}

// flush writes what is new to the store, what is referenced before what refers to it.
func (o *objects) flush() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	defer o.ask()()
	for len(o.fresh) > 0 {
		fresh := o.fresh[0]
		if o.base.HasEncodedObject(fresh.id) != nil {
			object := o.base.NewEncodedObject()
			object.SetType(fresh.kind)
			object.SetSize(int64(len(fresh.content)))
			writer, err := object.Writer()
			if err == nil {
				_, err = writer.Write(fresh.content)
			}
			if err == nil {
				err = writer.Close()
			}
			var id plumbing.Hash
			if err == nil {
				id, err = o.base.SetEncodedObject(object)
			}
			if err != nil {
				return fmt.Errorf("write %s %s: %w", fresh.kind, fresh.id, err)
			}
			if id != fresh.id {
				return fmt.Errorf("write %s %s: the store calls it %s", fresh.kind, fresh.id, id)
			}
		}
		o.fresh = o.fresh[1:]
	}
	return nil
}

// parseTree reads a tree object: octal mode, blank, name, NUL, id.
func parseTree(content []byte) ([]treeEntry, error) {
	text := string(content) // one allocation for all names
	entries := make([]treeEntry, 0, len(text)/40)
	for text != "" {
		mode, rest, found := strings.Cut(text, " ")
		name, rest, named := strings.Cut(rest, "\x00")
		value, err := strconv.ParseUint(mode, 8, 32)
		if !found || !named || err != nil || len(rest) < len(plumbing.Hash{}) {
			return nil, fmt.Errorf("malformed entry %q", mode)
		}
		entry := treeEntry{name: name, mode: uint32(value)}
		copy(entry.id[:], rest)
		entries = append(entries, entry)
		text = rest[len(entry.id):]
	}
	return entries, nil
}

// encodeTree is the reverse of parseTree. It sorts entries.
func encodeTree(entries []treeEntry) []byte {
	slices.SortFunc(entries, func(a, b treeEntry) int { return compareEntries(&a, &b) })
	var out bytes.Buffer
	for _, e := range entries {
		out.WriteString(strconv.FormatUint(uint64(e.mode), 8))
		out.WriteByte(' ')
		out.WriteString(e.name)
		out.WriteByte(0)
		out.Write(e.id[:])
	}
	return out.Bytes()
}
