package cache

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"cairn/builder/store"
	"cairn/containers/registry"
	"cairn/containers/signatures"
	"cairn/digest"

	"github.com/google/go-containerregistry/pkg/v1/types"
	"github.com/klauspost/compress/zstd"
)

// ErrNoKey says that nothing can be pushed, for nothing can be signed.
var ErrNoKey = errors.New("pushing needs a key to sign with")

// ErrImpure says that a result was made with a host's own compilers, which no key
// names to the last byte, and that sharing those was not asked for.
var ErrImpure = errors.New("it was built with this host's own compilers")

// Disagreement says that a builder got another output for a key than it had before.
type Disagreement struct {
	Action       string
	Before, Now  digest.Digest // outputs
	EntryChanged string        // the reference that stays as it was
}

func (e *Disagreement) Error() string {
	return fmt.Sprintf("%s: this builder has pushed another output for the same key before: %s, now %s; %s stays as it is",
		e.Action, e.Before.Short(), e.Now.Short(), e.EntryChanged)
}

// Push signs the record under key and pushes it with its tree and log, and reports
// what was sent. An entry that is there already is left: if it has another output,
// the error is a *Disagreement.
func (c *Cache) Push(ctx context.Context, st *store.Store, key digest.Digest) (moved registry.Moved, err error) {
	if !c.Pushes() {
		return moved, ErrNoKey
	}
	record, ok, err := st.Action(key)
	if err == nil && !ok {
		err = fmt.Errorf("no action of key %s is in the store", key)
	}
	if err != nil {
		return moved, err
	}
	if record.Impure && !c.opts.Impure {
		return moved, fmt.Errorf("%s: %w", record.Name, ErrImpure)
	}
	moved, err = c.push(ctx, st, key, record)
	var disagrees *Disagreement
	if err != nil && !errors.As(err, &disagrees) {
		err = fmt.Errorf("push %s: %w", record.Name, err)
	}
	return moved, err
}

func (c *Cache) push(ctx context.Context, st *store.Store, key digest.Digest, record store.Record) (moved registry.Moved, err error) {
	r, err := c.open(ctx)
	if err != nil {
		return moved, err
	}
	own := c.opts.Key.Public()
	tag := tagOf(key, builderID(own))
	if _, there, err := r.HasManifest(ctx, tag); err != nil {
		return moved, err
	} else if there {
		before, err := c.entry(ctx, r, key, tag, []*signatures.PublicKey{own})
		var refused *Refused
		switch {
		case errors.As(err, &refused): // pushed anew below
		case err != nil:
			return moved, err
		case before.Record.Output != record.Output:
			return moved, &Disagreement{Action: record.Name, Before: before.Record.Output, Now: record.Output, EntryChanged: before.Reference}
		default:
			moved.Present++
			return moved, nil
		}
	}
	statement := Statement{Key: key, Record: record}
	if statement.Tree, statement.TreeBytes, err = pushTree(ctx, r, st, record.Output, &moved); err != nil {
		return moved, err
	}
	if statement.Log, err = pushLog(ctx, r, st, record, &moved); err != nil {
		return moved, err
	}
	payload, err := json.Marshal(statement)
	if err != nil {
		return moved, err
	}
	signed, err := c.opts.Key.Sign(ctx, StatementType, payload)
	if err != nil {
		return moved, err
	}
	a := registry.Artifact{Type: EntryType, Blobs: []registry.ArtifactBlob{{MediaType: bundleType, Content: signed}},
		Annotations: map[string]string{
			createdAnnotation: now(),
			"cairn.action":    record.Name,
		}}
	for _, part := range []struct {
		*Part
		kind types.MediaType
	}{{&statement.Tree, treeType}, {statement.Log, logType}} {
		if part.Part != nil { // named by the manifest, the registry keeps them
			a.Others = append(a.Others, part.descriptor(part.kind))
		}
	}
	_, sent, err := r.PushArtifact(ctx, tag, a, nil)
	moved.Add(sent)
	return moved, err
}

// pushTree packs and pushes a tree, and returns what its files are together.
func pushTree(ctx context.Context, r *registry.Repository, st *store.Store, tree digest.Digest, moved *registry.Moved) (part Part, bytes int64, err error) {
	dir, remove, err := st.TempDir()
	if err != nil {
		return part, 0, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	path := filepath.Join(dir, "tree.tar.zst")
	if err := writePacked(ctx, st, tree, path); err != nil {
		return part, 0, err
	}
	b, err := registry.FileBlob(path)
	if err != nil {
		return part, 0, err
	}
	sent, err := r.PushBlob(ctx, b)
	if err != nil {
		return part, 0, err
	}
	moved.Count(sent, b.Size)
	from, ok := st.Tree(tree)
	if !ok {
		return part, 0, fmt.Errorf("tree %s has left the store", tree)
	}
	if bytes, err = fileBytes(from); err != nil {
		return part, 0, err
	}
	part, err = partOf(b)
	return part, bytes, err
}

// writePacked compresses fast: a cache is written once and read by machines, whose
// networks are rarely slower than zstd's better levels.
func writePacked(ctx context.Context, st *store.Store, tree digest.Digest, path string) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	// One goroutine, so that one tree is one blob, whatever the machine.
	packed, err := zstd.NewWriter(file, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	return errors.Join(st.PackTree(ctx, tree, packed), packed.Close())
}

func fileBytes(dir string) (bytes int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	return bytes, err
}

// pushLog pushes the record's log; nil where there is none any more.
func pushLog(ctx context.Context, r *registry.Repository, st *store.Store, record store.Record, moved *registry.Moved) (*Part, error) {
	if record.Log == "" {
		return nil, nil
	}
	file, err := os.Open(filepath.Join(st.Dir(), record.Log))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, maxLogBytes))
	if err != nil {
		return nil, err
	}
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	b := registry.Bytes(encoder.EncodeAll(content, nil))
	sent, err := r.PushBlob(ctx, b)
	if err != nil {
		return nil, err
	}
	moved.Count(sent, b.Size)
	part, err := partOf(b)
	return &part, err
}
