package sources

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"sort"

	"github.com/go-git/go-git/v5/plumbing"
)

// packIndex is a version 2 pack index (gitformat-pack(5), "pack-*.idx files"),
// held as it is on disk.
type packIndex struct {
	fanout  [256]uint32
	count   int
	ids     []byte // count × 20
	offsets []byte // count × 4
	large   []byte // n × 8
}

const idSize = 20

var errIndex = errors.New("malformed pack index")

func readPackIndex(path string) (*packIndex, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	x, err := parsePackIndex(content)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return x, nil
}

func parsePackIndex(b []byte) (*packIndex, error) {
	const head = 8 + 256*4
	if len(b) < head+2*idSize || !bytes.Equal(b[:8], []byte{0xff, 't', 'O', 'c', 0, 0, 0, 2}) {
		return nil, fmt.Errorf("%w: not of version 2", errIndex)
	}
	x := &packIndex{}
	for i := range x.fanout {
		x.fanout[i] = binary.BigEndian.Uint32(b[8+4*i:])
		if i > 0 && x.fanout[i] < x.fanout[i-1] {
			return nil, fmt.Errorf("%w: fan-out falls at %d", errIndex, i)
		}
	}
	x.count = int(x.fanout[255])
	body := b[head : len(b)-2*idSize]
	if len(body) < x.count*(idSize+8) || (len(body)-x.count*(idSize+8))%8 != 0 {
		return nil, fmt.Errorf("%w: %d bytes for %d objects", errIndex, len(b), x.count)
	}
	x.ids = body[:x.count*idSize]
	x.offsets = body[x.count*(idSize+4) : x.count*(idSize+8)]
	x.large = body[x.count*(idSize+8):]
	return x, nil
}

// find returns where in the pack the object starts.
func (x *packIndex) find(id plumbing.Hash) (offset int64, ok bool) {
	i := x.first(id[:])
	if i == x.count || x.id(i) != id {
		return 0, false
	}
	return x.offset(i)
}

// first is the index of the first id that is not less than prefix, which is not empty.
func (x *packIndex) first(prefix []byte) int {
	low := 0
	if prefix[0] > 0 {
		low = int(x.fanout[prefix[0]-1])
	}
	return low + sort.Search(int(x.fanout[prefix[0]])-low, func(i int) bool {
		at := (low + i) * idSize
		return bytes.Compare(x.ids[at:at+idSize], prefix) >= 0
	})
}

// withPrefix appends the ids that begin with prefix, which is not empty.
func (x *packIndex) withPrefix(prefix []byte, ids []plumbing.Hash) []plumbing.Hash {
	for i := x.first(prefix); i < x.count && bytes.HasPrefix(x.ids[i*idSize:(i+1)*idSize], prefix); i++ {
		ids = append(ids, x.id(i))
	}
	return ids
}

func (x *packIndex) id(i int) plumbing.Hash { return plumbing.Hash(x.ids[i*idSize : (i+1)*idSize]) }

func (x *packIndex) offset(i int) (int64, bool) {
	v := binary.BigEndian.Uint32(x.offsets[4*i:])
	if v&(1<<31) == 0 {
		return int64(v), true
	}
	at := int(v&^(1<<31)) * 8
	if at+8 > len(x.large) {
		return 0, false
	}
	wide := binary.BigEndian.Uint64(x.large[at:])
	return int64(wide), wide < 1<<62
}
