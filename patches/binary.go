package patches

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/go-git/go-git/v5/plumbing"
)

// changeBinary applies a binary section. It wants the full id of what is there and of
// what comes out, and holds both against them.
func (s *session) changeBinary(t *target, content []byte) (*Fault, error) {
	v := HunkVerdict{Index: 1, HeaderLine: t.Line, State: HunkConflict}
	if t.Forward != nil {
		v.HeaderLine = t.Forward.Line - 1
	}
	result, message, err := s.binary(t, content)
	if err == nil {
		err = s.produces(t, len(result))
	}
	if message == "" {
		t.result = result
		v.State = HunkExact
	} else if plumbing.IsHash(t.NewID) && t.OldName != "" && objectID(plumbing.BlobObject, content) == plumbing.NewHash(t.NewID) {
		v.State, t.landed = HunkLanded, true
		message = fmt.Sprintf("%s has the change already", t.Name())
	}
	t.verdict.Hunks = append(t.verdict.Hunks, v)
	if message != "" {
		return &Fault{Line: v.HeaderLine, Message: message, Byte: t.Start}, err
	}
	return nil, err
}

// binary is the file that a binary section makes, or a message why it cannot.
func (s *session) binary(t *target, content []byte) ([]byte, string, error) {
	if !plumbing.IsHash(t.OldID) || !plumbing.IsHash(t.NewID) {
		return nil, fmt.Sprintf("binary patch to %s does not name the full ids of the file", t.Name()), nil
	}
	if id := objectID(plumbing.BlobObject, content); t.OldName != "" && id.String() != t.OldID {
		return nil, fmt.Sprintf("binary patch is for another %s: %s, not %s", t.OldName, t.OldID, id), nil
	}
	want := plumbing.NewHash(t.NewID)
	if want.IsZero() {
		return nil, "", nil
	}
	if s.has(want) {
		// A patch may leave its data out where the result is known.
		result, err := s.blob(want)
		return result, "", err
	}
	hunk := t.Forward
	if s.opts.Reverse {
		if hunk != nil && t.Reverse == nil {
			return nil, fmt.Sprintf("binary patch to %s has no reverse", t.Name()), nil
		}
		hunk = t.Reverse
	}
	if hunk == nil {
		return nil, fmt.Sprintf("binary patch to %s holds no data", t.Name()), nil
	}
	result := hunk.Data
	if hunk.Delta {
		var err error
		if result, err = applyDelta(content, hunk.Data); err != nil {
			return nil, fmt.Sprintf("binary patch to %s: %v", t.Name(), err), nil
		}
	}
	if id := objectID(plumbing.BlobObject, result); id != want {
		return nil, fmt.Sprintf("binary patch to %s makes %s, not %s", t.Name(), id, want), nil
	}
	return result, "", nil
}

var errDelta = errors.New("its delta is malformed")

// applyDelta applies a delta (gitformat-pack(5), "Deltified representation").
func applyDelta(base, delta []byte) ([]byte, error) {
	size, n := binary.Uvarint(delta)
	if n <= 0 || size != uint64(len(base)) {
		return nil, errDelta
	}
	delta = delta[n:]
	size, n = binary.Uvarint(delta)
	if n <= 0 || size > maxBinarySize {
		return nil, errDelta
	}
	delta = delta[n:]
	var out []byte
	for len(delta) > 0 {
		op := delta[0]
		delta = delta[1:]
		if op&0x80 == 0 {
			if op == 0 || int(op) > len(delta) || uint64(len(out))+uint64(op) > size {
				return nil, errDelta
			}
			out = append(out, delta[:op]...)
			delta = delta[op:]
			continue
		}
		// The low bits say which bytes of the offset and of the size follow.
		var fields [7]uint64
		for i := range fields {
			if op>>i&1 == 0 {
				continue
			}
			if len(delta) == 0 {
				return nil, errDelta
			}
			fields[i] = uint64(delta[0])
			delta = delta[1:]
		}
		offset := fields[0] | fields[1]<<8 | fields[2]<<16 | fields[3]<<24
		length := fields[4] | fields[5]<<8 | fields[6]<<16
		if length == 0 {
			length = 0x10000
		}
		if offset+length > uint64(len(base)) || uint64(len(out))+length > size {
			return nil, errDelta
		}
		out = append(out, base[offset:offset+length]...)
	}
	if uint64(len(out)) != size {
		return nil, errDelta
	}
	return out, nil
}
