package cache

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"cairn/builder/store"
	"cairn/containers/registry"
	"cairn/digest"

	"github.com/klauspost/compress/zstd"
)

// Fetch brings the output of a key into the store, with its record and log, from the
// first builder that has it whole. False if nobody has; what is wrong with an entry
// is warned of, and with the registry at most once: neither is an error.
func (c *Cache) Fetch(ctx context.Context, st *store.Store, key digest.Digest) (*store.Record, bool, error) {
	var found *store.Record
	err := c.find(ctx, key, func(e *Entry) (bool, error) {
		if e.Record.Impure && !c.opts.Impure {
			return true, nil
		}
		record, err := c.take(ctx, st, e)
		if err == nil {
			found = record
			return false, nil
		}
		return true, c.passOver(ctx, err)
	})
	var off *OffError
	if errors.As(err, &off) {
		err = nil // warned of
	}
	return found, found != nil, err
}

// take downloads an entry's tree, proves it, and records the action.
func (c *Cache) take(ctx context.Context, st *store.Store, e *Entry) (*store.Record, error) {
	r, err := c.open(ctx)
	if err != nil {
		return nil, err
	}
	if _, ok := st.Tree(e.Record.Output); !ok {
		if err := pullTree(ctx, r, st, e.Record.Output, e.Tree, e.TreeBytes); err != nil {
			if damaging(err) {
				return nil, &Refused{Entry: e.Reference, Action: e.Record.Name, Err: err}
			}
			return nil, fmt.Errorf("pull %s: %w", e.Reference, err)
		}
	}
	record := e.Record
	record.Log = "" // a path of the builder's; ours only if its log comes
	if e.Log != nil {
		if record.Log, err = pullLog(ctx, r, st, e); err != nil {
			record.Log = ""
			c.opts.Warn(fmt.Errorf("the log of %s: %w", e.Reference, err))
		}
	}
	if err := st.PutAction(e.Key, record); err != nil {
		return nil, err
	}
	return &record, nil
}

// pullTree streams a tree into the store. The blob is proved by its digest, and the
// tree that it unpacks to by its own.
func pullTree(ctx context.Context, r *registry.Repository, st *store.Store, tree digest.Digest, part Part, bytes int64) error {
	body, err := r.Blob(ctx, part.descriptor(treeType))
	if err != nil {
		return err
	}
	defer body.Close()
	// By this goroutine alone: one of the decoder's own would still read after a fault.
	plain, err := zstd.NewReader(body, zstd.WithDecoderMaxMemory(1<<30), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer plain.Close()
	err = st.UnpackTree(ctx, plain, tree, bytes)
	// The rest, so that the blob is proved whole: a changed one says so itself, better
	// than the decoder that stumbled over it.
	if _, whole := io.Copy(io.Discard, body); whole != nil {
		return whole
	}
	var packed *store.PackedError
	if err != nil && !errors.As(err, &packed) && isZstd(err) {
		err = wrong("its tree does not decompress: %v", err)
	}
	return err
}

// isZstd tells the decoder's errors from those of a disk.
func isZstd(err error) bool {
	for _, of := range []error{zstd.ErrReservedBlockType, zstd.ErrCompressedSizeTooBig, zstd.ErrBlockTooSmall, zstd.ErrUnexpectedBlockSize,
		zstd.ErrMagicMismatch, zstd.ErrWindowSizeExceeded, zstd.ErrDecoderSizeExceeded, zstd.ErrUnknownDictionary, zstd.ErrCRCMismatch, io.ErrUnexpectedEOF} {
		if errors.Is(err, of) {
			return true
		}
	}
	return false
}

// pullLog writes the log where those of own builds are, and returns its path below
// the store.
func pullLog(ctx context.Context, r *registry.Repository, st *store.Store, e *Entry) (string, error) {
	content, err := r.Read(ctx, e.Log.descriptor(logType), maxLogBytes)
	if err != nil {
		return "", err
	}
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxLogBytes))
	if err != nil {
		return "", err
	}
	defer decoder.Close()
	if content, err = decoder.DecodeAll(content, nil); err != nil {
		return "", err
	}
	name := filepath.Base(filepath.Clean("/" + e.Record.Log))
	if name == "/" || name[0] == '.' {
		return "", wrong("its log has no name")
	}
	dir, err := st.Folder("logs")
	if err != nil {
		return "", err
	}
	temp, remove, err := st.TempDir()
	if err != nil {
		return "", err
	}
	defer func() { _ = remove() }() // else it is swept later
	if err := os.WriteFile(filepath.Join(temp, "log"), content, 0o644); err != nil {
		return "", err
	}
	return filepath.Join("logs", name), os.Rename(filepath.Join(temp, "log"), filepath.Join(dir, name))
}
