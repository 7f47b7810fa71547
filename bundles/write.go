package bundles

import (
	"archive/tar"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"cairn/digest"
	"cairn/internal/atomicfile"

	"github.com/klauspost/compress/zstd"
)

// Source is an entry's content while a bundle is written.
type Source struct {
	Kind Kind
	Name string
	// Path is the file that holds it; it must not change meanwhile.
	Path string
}

// Sign returns a signature over the bytes of an index.
type Sign func(ctx context.Context, index []byte) ([]byte, error)

// Write writes a bundle to path, whole or not at all, and returns its digest. The
// index's entries are filled in from the sources, sorted by kind and name; of several
// with one kind and name the first is taken. sign may be nil.
func Write(ctx context.Context, path string, index Index, sources []Source, sign Sign) (d digest.Digest, err error) {
	index.Schema, index.Entries = Schema, nil
	sources = slices.Clone(sources)
	slices.SortStableFunc(sources, func(a, b Source) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name)) })
	sources = slices.CompactFunc(sources, func(a, b Source) bool { return a.Kind == b.Kind && a.Name == b.Name })
	for _, s := range sources {
		e := Entry{Kind: s.Kind, Name: s.Name}
		if e.SHA256, e.SizeBytes, err = hashFile(ctx, s.Path); err != nil {
			return d, fmt.Errorf("bundle %s: %w", e.id(), err)
		}
		index.Entries = append(index.Entries, e)
	}
	if reason := index.check(); reason != "" {
		return d, fmt.Errorf("bundle: %s", reason)
	}
	text, err := json.MarshalIndent(index, "", " ")
	if err != nil {
		return d, err
	}
	var signature []byte
	if sign != nil {
		if signature, err = sign(ctx, text); err != nil {
			return d, err
		}
	}
	out, err := atomicfile.Create(path)
	if err != nil {
		return d, err
	}
	hash := digest.NewWriter(out)
	if err := write(ctx, hash, text, signature, index, sources); err != nil {
		return d, out.Abandon(err)
	}
	return hash.Digest(), out.Commit(0o644)
}

func write(ctx context.Context, w io.Writer, text, signature []byte, index Index, sources []Source) error {
	// One goroutine, so that the bytes are the same on every machine.
	packed, err := zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	out := tar.NewWriter(packed)
	put := func(name string, size int64, content io.Reader) error {
		if err := out.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o644, Size: size, ModTime: epoch}); err != nil {
			return err
		}
		_, err := io.Copy(out, content)
		return err
	}
	if err := put(indexName, int64(len(text)), bytes.NewReader(text)); err != nil {
		return err
	}
	if signature != nil {
		if err := put(signatureName, int64(len(signature)), bytes.NewReader(signature)); err != nil {
			return err
		}
	}
	for i, e := range index.Entries {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		file, err := os.Open(sources[i].Path)
		if err != nil {
			return err
		}
		hash := digest.NewWriter(nil)
		err = errors.Join(put(e.path(i), e.SizeBytes, io.TeeReader(file, hash)), file.Close())
		if err == nil && hash.Digest() != e.SHA256 {
			err = errors.New("it changed while it was read")
		}
		if err != nil {
			return fmt.Errorf("bundle %s: %w", e.id(), err)
		}
	}
	return errors.Join(out.Close(), packed.Close())
}

func hashFile(ctx context.Context, path string) (digest.Digest, int64, error) {
	if err := context.Cause(ctx); err != nil {
		return digest.Digest{}, 0, err
	}
	file, err := os.Open(path)
	if err != nil {
		return digest.Digest{}, 0, err
	}
	defer file.Close()
	w := digest.NewWriter(nil)
	_, err = io.Copy(w, file)
	return w.Digest(), w.Size(), err
}
