package digest

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"maps"
	"slices"
)

// Key builds the digest of a list of named values. Every name and value is
// written with its length before it, so that no two different lists give the
// same bytes: ("ab", "c") and ("a", "bc") differ.
//
// The bytes hashed are, for the schema and then for each value in the order of
// the calls: kind (1 byte), length of the name (8 bytes, big endian), name,
// length of the value (8 bytes, big endian), value. A list's value is its own
// count followed by each element, length first. Changing this changes every
// key: give the schema string a new version when what goes in changes.
type Key struct{ h hash.Hash }

const (
	kindSchema byte = iota
	kindString
	kindList
	kindMap
)

// NewKey starts a key under a schema name such as "cairn-action-v1".
func NewKey(schema string) *Key {
	k := &Key{h: sha256.New()}
	k.add(kindSchema, "", []byte(schema))
	return k
}

// String adds a named string.
func (k *Key) String(name, value string) *Key {
	return k.add(kindString, name, []byte(value))
}

// Digest adds a named sha256.
func (k *Key) Digest(name string, d Digest) *Key { return k.add(kindString, name, d[:]) }

// GitID adds a named git object id.
func (k *Key) GitID(name string, id GitID) *Key { return k.add(kindString, name, id[:]) }

// Uint adds a named number.
func (k *Key) Uint(name string, n uint64) *Key {
	return k.add(kindString, name, binary.BigEndian.AppendUint64(nil, n))
}

// Strings adds a named list whose order counts.
func (k *Key) Strings(name string, values []string) *Key {
	return k.add(kindList, name, appendAll(nil, values))
}

// Map adds a named map; the order in which Go walks it does not count.
func (k *Key) Map(name string, values map[string]string) *Key {
	var pairs []string
	for _, key := range slices.Sorted(maps.Keys(values)) {
		pairs = append(pairs, key, values[key])
	}
	return k.add(kindMap, name, appendAll(nil, pairs))
}

// Sum returns the digest of all that was added. More may be added afterwards.
func (k *Key) Sum() Digest { return Digest(k.h.Sum(nil)) }

func (k *Key) add(kind byte, name string, value []byte) *Key {
	head := binary.BigEndian.AppendUint64([]byte{kind}, uint64(len(name)))
	head = append(head, name...)
	head = binary.BigEndian.AppendUint64(head, uint64(len(value)))
	k.h.Write(head)
	k.h.Write(value)
	return k
}

func appendAll(b []byte, values []string) []byte {
	b = binary.BigEndian.AppendUint64(b, uint64(len(values)))
	for _, v := range values {
		b = binary.BigEndian.AppendUint64(b, uint64(len(v)))
		b = append(b, v...)
	}
	return b
}
