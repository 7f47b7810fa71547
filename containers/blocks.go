package containers

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"cairn/digest"
)

// madeBlock is one compressed block of a layer.
type madeBlock struct {
	Sum  digest.Digest `json:"sum"`  // blockSum of what went in
	Size int64         `json:"size"` // of what came out
	CRC  uint32        `json:"crc"`  // CRC-32 (IEEE) of what came out
}

// isLarge reports whether the entry's bytes are worth a block of their own.
func (e entry) isLarge(limit int) bool { return e.hasBytes() && e.size >= int64(limit) }

// mayCut reports whether a block may end before the entry (LayerFormat).
func (e entry) mayCut(limit int) bool {
	if e.isLarge(limit) {
		return true
	}
	h := fnv.New32a()
	h.Write([]byte(e.path))
	return h.Sum32()%4 == 0
}

// blockSum names all that decides about a compressed block but its format.
func blockSum(dict, block []byte, last bool) digest.Digest {
	h := sha256.New()
	head := binary.BigEndian.AppendUint64(nil, uint64(len(dict)))
	if last {
		head = append(head, 1)
	}
	h.Write(head)
	h.Write(dict)
	h.Write(block)
	return digest.Digest(h.Sum(nil))
}

// priorBlocks finds compressed blocks in a layer that was made before. It is safe
// for concurrent use. One without a file finds nothing.
type priorBlocks struct {
	file *os.File
	at   map[digest.Digest]blockPlace
}

type blockPlace struct {
	offset int64
	made   madeBlock
}

// prior opens the layer that was last made under a name, if it is still kept and
// its blocks are of this format and compression.
func (p *packer) prior(name string) (*priorBlocks, error) {
	none := &priorBlocks{}
	last, ok, err := p.store.Last(name)
	if err != nil || !ok {
		return none, err
	}
	for _, in := range last.Inputs {
		if in.Name == "compression" && in.Value != string(p.spec.Compression) || in.Name == "format" && in.Value != p.spec.LayerFormat {
			return none, nil
		}
	}
	tree, ok := p.store.Tree(last.Output)
	if !ok {
		return none, nil
	}
	return openPrior(tree, p.spec.Compression)
}

func openPrior(tree string, kind Compression) (*priorBlocks, error) {
	content, err := os.ReadFile(filepath.Join(tree, blocksName))
	if errors.Is(err, fs.ErrNotExist) {
		return &priorBlocks{}, nil
	}
	var blocks []madeBlock
	if err == nil {
		err = json.Unmarshal(content, &blocks)
	}
	if err != nil {
		return nil, fmt.Errorf("blocks of %s: %w", tree, err)
	}
	prior := &priorBlocks{at: make(map[digest.Digest]blockPlace, len(blocks))}
	if prior.file, err = os.Open(filepath.Join(tree, blobName)); err != nil {
		return nil, err
	}
	var offset int64
	if kind == Gzip {
		offset = int64(len(gzipHead))
	}
	for _, b := range blocks {
		prior.at[b.Sum] = blockPlace{offset, b}
		offset += b.Size
	}
	return prior, nil
}

// find returns a block's compressed bytes, in out if they fit, and what is known of
// them. Bytes that rotted on the disk are passed over: they are made anew.
func (p *priorBlocks) find(out []byte, sum digest.Digest) ([]byte, madeBlock, bool) {
	place, known := p.at[sum]
	if !known || place.made.Size > 2*zstdBlockBytes {
		return out, madeBlock{Sum: sum}, false
	}
	out = slices.Grow(out[:0], int(place.made.Size))[:place.made.Size]
	if _, err := p.file.ReadAt(out, place.offset); err != nil || crc32.ChecksumIEEE(out) != place.made.CRC {
		return out[:0], madeBlock{Sum: sum}, false
	}
	return out, place.made, true
}

func (p *priorBlocks) close() {
	if p != nil && p.file != nil {
		p.file.Close()
	}
}
