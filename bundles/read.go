package bundles

import (
	"archive/tar"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"cairn/digest"

	"github.com/klauspost/compress/zstd"
)

// Opened is a bundle that was read and proved whole.
type Opened struct {
	Index
	// Files are the entries' contents, in the order of the index.
	Files []string
	// Digest is that of the bundle's file.
	Digest digest.Digest
}

// Check looks at an index before its entries are read; signature is nil where there
// is none. Its error ends the reading.
type Check func(index *Index, content, signature []byte) error

// Read unpacks a bundle into the empty folder dir and proves every entry against the
// index. What is not as it must be is a *Fault, and of what is in dir then nothing is
// to be used.
func Read(ctx context.Context, path, dir string, check Check) (*Opened, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read bundle: %w", err)
	}
	defer file.Close()
	b := &reading{path: path, dir: dir}
	whole := digest.NewWriter(nil)
	tee := io.TeeReader(file, whole)
	packed, err := zstd.NewReader(tee, zstd.WithDecoderMaxMemory(1<<30), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, b.fault("", "it is no zstd stream: "+err.Error())
	}
	defer packed.Close()
	if err := b.all(ctx, packed, check); err != nil {
		return nil, err
	}
	if _, err := io.Copy(io.Discard, tee); err != nil {
		return nil, fmt.Errorf("read bundle: %w", err)
	}
	b.opened.Digest = whole.Digest()
	return &b.opened, nil
}

type reading struct {
	path, dir string
	opened    Opened
}

func (b *reading) fault(entry, reason string) error {
	return &Fault{Bundle: b.path, Entry: entry, Reason: reason}
}

// damaged is an error of the archive's reading.
func (b *reading) damaged(entry string, err error) error {
	var path *os.PathError
	if errors.As(err, &path) { // of the disk, and it names the file
		return fmt.Errorf("read bundle: %w", err)
	}
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return b.fault(entry, "it ends early")
	}
	return b.fault(entry, "it is damaged: "+err.Error())
}

func (b *reading) all(ctx context.Context, r io.Reader, check Check) error {
	in := tar.NewReader(r)
	header, err := in.Next()
	if err != nil {
		return b.damaged("", err)
	}
	if header.Name != indexName {
		return b.fault("", fmt.Sprintf("it begins with %q, not with an index", header.Name))
	}
	if header.Size > maxIndexBytes {
		return b.fault("", fmt.Sprintf("its index has %d bytes, more than the %d that are read", header.Size, maxIndexBytes))
	}
	content, err := io.ReadAll(in)
	if err != nil {
		return b.damaged("its index", err)
	}
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&b.opened.Index); err != nil {
		return b.fault("", "its index cannot be read: "+err.Error())
	}
	if _, err := decoder.Token(); err != io.EOF {
		return b.fault("", "something follows in its index")
	}
	if reason := b.opened.check(); reason != "" {
		return b.fault("", reason)
	}
	header, err = in.Next()
	var signature []byte
	if err == nil && header.Name == signatureName && header.Size <= maxSignatureBytes {
		if signature, err = io.ReadAll(in); err != nil {
			return b.damaged("its signature", err)
		}
		header, err = in.Next()
	}
	if check != nil {
		if err := check(&b.opened.Index, content, signature); err != nil {
			return err
		}
	}
	for i, e := range b.opened.Entries {
		if cause := context.Cause(ctx); cause != nil {
			return cause
		}
		id := e.id()
		if err != nil {
			return b.damaged(id, err)
		}
		if header.Name != e.path(i) || header.Typeflag != tar.TypeReg || header.Size != e.SizeBytes {
			return b.fault(id, fmt.Sprintf("%q stands in its place", header.Name))
		}
		if err := b.entry(in, i, e, id); err != nil {
			return err
		}
		header, err = in.Next()
	}
	if err == nil {
		return b.fault("", fmt.Sprintf("%q is in it, which its index does not name", header.Name))
	}
	if err != io.EOF {
		return b.damaged("", err)
	}
	return nil
}

func (b *reading) entry(in io.Reader, i int, e Entry, id string) error {
	path := filepath.Join(b.dir, strconv.Itoa(i))
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("read bundle: %w", err)
	}
	w := digest.NewWriter(out)
	_, err = io.Copy(w, in)
	if closeErr := out.Close(); err == nil && closeErr != nil {
		return fmt.Errorf("read bundle: %w", closeErr)
	}
	if err != nil {
		return b.damaged(id, err)
	}
	if got := w.Digest(); got != e.SHA256 {
		return b.fault(id, fmt.Sprintf("it is %s, the index says %s", got, e.SHA256))
	}
	b.opened.Files = append(b.opened.Files, path)
	return nil
}
