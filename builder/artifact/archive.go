package artifact

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"time"
)

// gzip compares what is packed (RFC 1952). The header's time and name are no part
// of it, nor is how well it was packed.
func (f *finding) gzip(a, b []byte) bool {
	first, headerA, errA := gunzip(a)
	second, headerB, errB := gunzip(b)
	if errA != nil || errB != nil {
		return false
	}
	before := len(f.normalised) + len(f.differs)
	if !headerA.ModTime.Equal(headerB.ModTime) {
		f.normalise("time in the gzip header")
	}
	if headerA.Name != headerB.Name || headerA.Comment != headerB.Comment || headerA.OS != headerB.OS || !bytes.Equal(headerA.Extra, headerB.Extra) {
		f.normalise("gzip header")
	}
	if !bytes.Equal(first, second) {
		f.depth++
		f.content(headerA.Name, first, second)
		f.depth--
	}
	if len(f.normalised)+len(f.differs) == before {
		f.normalise("compression")
	}
	return true
}

func gunzip(b []byte) ([]byte, gzip.Header, error) {
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, gzip.Header{}, err
	}
	content, err := bounded(r)
	return content, r.Header, err
}

// bounded reads all of r, or fails where that is too much.
func bounded(r io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, maxContent+1))
	if err == nil && len(content) > maxContent {
		return nil, errors.New("too large to look into")
	}
	return content, err
}

// entry is one file of a zip or tar archive.
type entry struct {
	name    string
	time    time.Time
	mode    int64
	owner   string
	link    string
	content []byte
}

// entries compares two archives entry by entry, in their order.
func (f *finding) entries(kind string, first, second []entry) {
	if f.listDiffers(len(first), len(second), func(i int) string { return first[i].name }, func(i int) string { return second[i].name }) {
		return
	}
	before := len(f.normalised) + len(f.differs)
	for i, e := range first {
		other := second[i]
		if !e.time.Equal(other.time) {
			f.normalise("times of " + kind + " members")
		}
		if e.owner != other.owner {
			f.normalise("owners of " + kind + " members")
		}
		if e.mode != other.mode {
			f.differ(e.name + ": mode")
		}
		if e.link != other.link {
			f.differ(e.name + ": link")
		}
		f.inside(e.name, e.content, other.content)
	}
	if len(f.normalised)+len(f.differs) == before {
		f.normalise(kind + " framing and compression")
	}
}

func (f *finding) zip(a, b []byte) bool {
	first, errA := readZip(a)
	second, errB := readZip(b)
	if errA != nil || errB != nil {
		return false
	}
	f.entries("zip", first, second)
	return true
}

func readZip(b []byte) (entries []entry, err error) {
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, err
	}
	left := int64(maxContent)
	for _, file := range r.File {
		if left -= int64(file.UncompressedSize64); left < 0 {
			return nil, errors.New("too large to look into")
		}
		in, err := file.Open()
		if err != nil {
			return nil, err
		}
		content, err := bounded(in)
		if err := errors.Join(err, in.Close()); err != nil {
			return nil, err
		}
		entries = append(entries, entry{name: file.Name, time: file.Modified, mode: int64(file.Mode()), content: content})
	}
	return entries, nil
}

func (f *finding) tar(a, b []byte) bool {
	first, errA := readTar(a)
	second, errB := readTar(b)
	if errA != nil || errB != nil {
		return false
	}
	f.entries("tar", first, second)
	return true
}

func readTar(b []byte) (entries []entry, err error) {
	r := tar.NewReader(bytes.NewReader(b))
	left := int64(maxContent) // a sparse file unpacks to more than the archive holds of it
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return entries, nil
		}
		if err != nil {
			return nil, err
		}
		if left -= h.Size; left < 0 {
			return nil, errors.New("too large to look into")
		}
		content, err := bounded(r)
		if err != nil {
			return nil, err
		}
		owner := h.Uname + ":" + h.Gname + ":" + string(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(h.Uid)), uint32(h.Gid)))
		entries = append(entries, entry{name: h.Name, time: h.ModTime, mode: h.Mode | int64(h.Typeflag)<<32, owner: owner, link: h.Linkname, content: content})
	}
}

// pyc compares compiled Python. A header of 16 bytes holds the interpreter's mark,
// flags, and the source's time and size, or its hash (PEP 552).
func (f *finding) pyc(a, b []byte) bool {
	if !bytes.Equal(a[:4], b[:4]) {
		f.differ("made by another Python")
		return true
	}
	const timestamped = 0
	flagsA, flagsB := binary.LittleEndian.Uint32(a[4:8]), binary.LittleEndian.Uint32(b[4:8])
	switch {
	case flagsA != flagsB:
		f.normalise("flags in the pyc header")
	case flagsA == timestamped && !bytes.Equal(a[8:12], b[8:12]):
		f.normalise("time in the pyc header")
	}
	sourceA, sourceB := a[8:16], b[8:16]
	if flagsA == timestamped {
		sourceA, sourceB = a[12:16], b[12:16]
	}
	if flagsA == flagsB && !bytes.Equal(sourceA, sourceB) {
		f.differ("source")
	}
	if !bytes.Equal(a[16:], b[16:]) {
		f.differ("code")
	}
	return true
}
