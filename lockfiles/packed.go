package lockfiles

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
)

// Packed returns the lock in an encoding that is read many times faster than HCL. It
// is for caches that the same program reads again: the encoding is that of these
// types, and is never compared or kept longer.
func (l *Lock) Packed() ([]byte, error) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(packed{l.Digest(), l}); err != nil {
		return nil, fmt.Errorf("pack the lock of %s: %w", l.Stack, err)
	}
	return b.Bytes(), nil
}

type packed struct {
	Digest [32]byte
	Lock   *Lock
}

// Unpack reads what Packed wrote.
func Unpack(b []byte) (*Lock, error) {
	var p packed
	if err := gob.NewDecoder(bytes.NewReader(b)).Decode(&p); err != nil {
		return nil, fmt.Errorf("unpack a lock: %w", err)
	}
	if p.Lock == nil {
		return nil, errors.New("unpack a lock: there is none")
	}
	p.Lock.parsed = p.Digest
	return p.Lock, nil
}
