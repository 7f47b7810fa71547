package sources

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/klauspost/compress/zlib"
)

// pack is one pack file with its index (gitformat-pack(5)). It is safe for
// concurrent use, which go-git's reader is not, and gives the same answers: see
// TestPackReadsWhatGitReads.
type pack struct {
	path  string
	file  *os.File
	size  int64
	index *packIndex
	cache *cache
}

// maxChain bounds a delta chain; git itself writes chains of up to 4095.
const maxChain = 1 << 14

var errPack = errors.New("malformed pack")

func openPack(indexPath string, c *cache) (*pack, error) {
	index, err := readPackIndex(indexPath)
	if err != nil {
		return nil, err
	}
	path := strings.TrimSuffix(indexPath, ".idx") + ".pack"
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &pack{path: path, file: file, size: info.Size(), index: index, cache: c}, nil
}

func (p *pack) close() error { return p.file.Close() }

// header is the start of an object in a pack.
type header struct {
	kind   plumbing.ObjectType
	size   uint64        // of what is inflated
	base   int64         // offset, for plumbing.OFSDeltaObject
	baseID plumbing.Hash // for plumbing.REFDeltaObject
}

// readAt returns the object that starts at offset.
func (p *pack) readAt(offset int64) (plumbing.ObjectType, []byte, error) {
	type link struct {
		offset int64
		delta  []byte
	}
	var chain []link
	base, found := p.cache.get(cacheKey{p, offset})
	for at := offset; !found; {
		h, data, err := p.inflate(at)
		if err != nil {
			return 0, nil, fmt.Errorf("%s at byte %d: %w", p.path, at, err)
		}
		if !h.kind.IsDelta() {
			base = cached{h.kind, data, 0}
			// A whole blob is as soon inflated again, and an export reads each once.
			if len(chain) > 0 || h.kind != plumbing.BlobObject {
				p.cache.put(cacheKey{p, at}, base)
			}
			break
		}
		if chain = append(chain, link{at, data}); len(chain) > maxChain {
			return 0, nil, fmt.Errorf("%s at byte %d: %w: its deltas form a circle", p.path, offset, errPack)
		}
		if at, err = p.base(h, at); err != nil {
			return 0, nil, err
		}
		base, found = p.cache.get(cacheKey{p, at})
	}
	kind, content, depth := base.kind, base.content, base.depth
	if len(chain) == 0 {
		return kind, content, nil
	}
	// What the way only leads through is kept for another version of the file whose way
	// leads through it. If it is large, it is made in two buffers, in turn.
	steps := scratches.Get().(*[2][]byte)
	defer giveScratch(steps)
	for i := len(chain) - 1; i >= 0; i-- {
		depth++
		keep := i == 0 || len(content) < largeBytes || depth%keptDepth == 0
		var room []byte
		if !keep {
			room = steps[i&1]
		}
		made, err := patchDelta(room, content, chain[i].delta)
		if err != nil {
			return 0, nil, fmt.Errorf("%s at byte %d: %w", p.path, chain[i].offset, err)
		}
		if content = made; keep {
			p.cache.put(cacheKey{p, chain[i].offset}, cached{kind, content, depth})
		} else {
			steps[i&1] = made
		}
	}
	return kind, content, nil
}

func (p *pack) base(h header, at int64) (int64, error) {
	if h.kind == plumbing.OFSDeltaObject {
		return h.base, nil
	}
	base, ok := p.index.find(h.baseID)
	if !ok {
		return 0, fmt.Errorf("%s at byte %d: %w: delta base %s is not in the pack", p.path, at, errPack, h.baseID)
	}
	return base, nil
}

// inflater is what it takes to read one object; made once and used again.
type inflater struct {
	buffer *bufio.Reader
	zlib   io.ReadCloser
}

var inflaters = sync.Pool{New: func() any { return &inflater{buffer: bufio.NewReaderSize(nil, 16<<10)} }}

func (p *pack) inflate(offset int64) (header, []byte, error) {
	// 12 bytes of header and 20 of checksum frame the objects.
	if offset < 12 || offset >= p.size-idSize {
		return header{}, nil, fmt.Errorf("%w: no object can be there", errPack)
	}
	in := inflaters.Get().(*inflater)
	defer inflaters.Put(in)
	in.buffer.Reset(io.NewSectionReader(p.file, offset, p.size-idSize-offset))
	h, err := readHeader(in.buffer, offset)
	if err == nil && h.size > maxObjectBytes {
		err = &ExcessError{What: fmt.Sprintf("an object of %d bytes is larger than the %d that are read", h.size, maxObjectBytes)}
	}
	if err != nil {
		return header{}, nil, err
	}
	data, err := in.read(h.size)
	return h, data, err
}

// read inflates exactly size bytes and sees to it that nothing follows them.
func (in *inflater) read(size uint64) (data []byte, err error) {
	if in.zlib == nil {
		in.zlib, err = zlib.NewReader(in.buffer)
	} else {
		err = in.zlib.(zlib.Resetter).Reset(in.buffer, nil)
	}
	if err != nil {
		return nil, err
	}
	// A header may claim any size: memory is taken as bytes arrive.
	const trusted = 16 << 20
	if size <= trusted {
		data = make([]byte, size)
		_, err = io.ReadFull(in.zlib, data)
	} else {
		var b bytes.Buffer
		b.Grow(trusted)
		_, err = io.CopyN(&b, in.zlib, int64(min(size, maxObjectBytes)))
		data = b.Bytes()
	}
	if err != nil {
		return nil, fmt.Errorf("inflate %d bytes: %w", size, err)
	}
	var more [1]byte
	if n, err := io.ReadFull(in.zlib, more[:]); n != 0 || !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%w: more than the %d bytes that it announces, or a bad checksum (%v)", errPack, size, err)
	}
	return data, nil
}

func readHeader(r io.ByteReader, offset int64) (header, error) {
	b, err := r.ReadByte()
	if err != nil {
		return header{}, err
	}
	h := header{kind: plumbing.ObjectType(b >> 4 & 7), size: uint64(b & 15)}
	for shift := 4; b&0x80 != 0; shift += 7 {
		if b, err = r.ReadByte(); err != nil {
			return header{}, err
		}
		if shift > 57 {
			return header{}, fmt.Errorf("%w: size of more than 64 bits", errPack)
		}
		h.size |= uint64(b&0x7f) << shift
	}
	switch h.kind {
	case plumbing.CommitObject, plumbing.TreeObject, plumbing.BlobObject, plumbing.TagObject:
	case plumbing.REFDeltaObject:
		for i := range h.baseID {
			if h.baseID[i], err = r.ReadByte(); err != nil {
				return header{}, err
			}
		}
	case plumbing.OFSDeltaObject:
		distance, err := readDistance(r)
		if err != nil {
			return header{}, err
		}
		if h.base = offset - distance; distance <= 0 || h.base < 12 {
			return header{}, fmt.Errorf("%w: delta base at byte %d", errPack, h.base)
		}
	default:
		return header{}, fmt.Errorf("%w: object type %d", errPack, h.kind)
	}
	return h, nil
}

// readDistance reads the "offset encoding" of gitformat-pack(5).
func readDistance(r io.ByteReader) (int64, error) {
	b, err := r.ReadByte()
	if err != nil {
		return 0, err
	}
	distance := int64(b & 0x7f)
	for b&0x80 != 0 {
		if distance > 1<<54 {
			return 0, fmt.Errorf("%w: delta distance of more than 63 bits", errPack)
		}
		if b, err = r.ReadByte(); err != nil {
			return 0, err
		}
		distance = (distance+1)<<7 | int64(b&0x7f)
	}
	return distance, nil
}

// Of a chain of deltas, objects of less than largeBytes are kept in the cache, as trees
// and most versions of files are, and of larger ones each eighth: from there to another
// one it is at most seven deltas more.
const (
	largeBytes = 128 << 10
	keptDepth  = 8
)

// scratches has pairs of buffers for the objects in the middle of a chain.
var scratches = sync.Pool{New: func() any { return new([2][]byte) }}

// maxScratch is how large a buffer may be that is used again.
const maxScratch = 8 << 20

func giveScratch(steps *[2][]byte) {
	if cap(steps[0]) <= maxScratch && cap(steps[1]) <= maxScratch {
		scratches.Put(steps)
	}
}

// patchDelta applies a delta (gitformat-pack(5), "Deltified representation"). What comes
// out is in room where that is large enough; room may be nil, and is not of base.
func patchDelta(room, base, delta []byte) ([]byte, error) {
	from, n := binary.Uvarint(delta)
	if n <= 0 || from != uint64(len(base)) {
		return nil, fmt.Errorf("%w: delta for a base of %d bytes, not %d", errPack, from, len(base))
	}
	delta = delta[n:]
	size, n := binary.Uvarint(delta)
	if n <= 0 {
		return nil, fmt.Errorf("%w: delta without a size", errPack)
	}
	if size > maxObjectBytes {
		return nil, &ExcessError{What: fmt.Sprintf("a delta makes %d bytes, more than the %d that are read", size, maxObjectBytes)}
	}
	delta = delta[n:]
	out := room[:0]
	if expected := min(size, 16<<20); uint64(cap(out)) < expected {
		out = make([]byte, 0, expected)
	}
	for len(delta) > 0 {
		op := delta[0]
		delta = delta[1:]
		var from []byte
		switch {
		case op == 0:
			return nil, fmt.Errorf("%w: reserved delta instruction", errPack)
		case op&0x80 == 0:
			if int(op) > len(delta) {
				return nil, fmt.Errorf("%w: delta ends early", errPack)
			}
			from, delta = delta[:op], delta[op:]
		default:
			start, length, rest, ok := copyInstruction(op, delta)
			if !ok || start > len(base) || length > len(base)-start {
				return nil, fmt.Errorf("%w: delta copies from outside its base", errPack)
			}
			from, delta = base[start:start+length], rest
		}
		if uint64(len(out)+len(from)) > size {
			return nil, fmt.Errorf("%w: delta makes more than %d bytes", errPack, size)
		}
		out = append(out, from...)
	}
	if uint64(len(out)) != size {
		return nil, fmt.Errorf("%w: delta makes %d bytes of %d", errPack, len(out), size)
	}
	return out, nil
}

func copyInstruction(op byte, delta []byte) (start, length int, rest []byte, ok bool) {
	for i := range 7 {
		if op&(1<<i) == 0 {
			continue
		}
		if len(delta) == 0 {
			return 0, 0, nil, false
		}
		if i < 4 {
			start |= int(delta[0]) << (8 * i)
		} else {
			length |= int(delta[0]) << (8 * (i - 4))
		}
		delta = delta[1:]
	}
	if length == 0 {
		length = 0x10000
	}
	return start, length, delta, true
}
