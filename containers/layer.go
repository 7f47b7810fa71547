package containers

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"cairn/builder/store"
	"cairn/digest"
)

// packed is a layer as bytes: what the cache keeps of it beside the bytes.
type packed struct {
	Digest digest.Digest `json:"digest"`  // of the compressed bytes
	DiffID digest.Digest `json:"diff_id"` // of the tar (config.md, "Layer DiffID")
	Size   int64         `json:"size"`    // of the compressed bytes

	path   string        // of the compressed bytes on this machine
	reused bool          // the bytes were there already
	kept   digest.Digest // the store's tree that has them
	blocks []madeBlock
}

// Names of the files in the store tree that is a packed layer.
const (
	blobName   = "layer"
	packedName = "layer.json"  // packed
	blocksName = "blocks.json" // []madeBlock
)

// packer makes layers for one image.
type packer struct {
	spec  Spec
	store *store.Store // nil: nothing is kept
	jobs  int
	dir   string // for bytes that no store keeps
}

// pack returns the layer's bytes, from the store if it has them.
func (p *packer) pack(ctx context.Context, l Layer) (packed, error) {
	key, inputs, err := l.key(p.spec)
	if err != nil {
		return packed{}, err
	}
	if p.store == nil {
		return p.write(ctx, l, p.dir, key.Hex(), nil)
	}
	if found, err := p.known(key); err != nil || found.reused {
		return found, err
	}
	dir, remove, err := p.store.TempDir()
	if err != nil {
		return packed{}, err
	}
	made, err := p.keep(ctx, l, dir, store.Record{Key: key, Name: "layer/" + p.spec.Name + "/" + l.Origin, Kind: "layer", Inputs: inputs})
	return made, errors.Join(err, remove())
}

// known looks the key up; the result is not reused when it is not there.
func (p *packer) known(key digest.Digest) (packed, error) {
	record, ok, err := p.store.Action(key)
	if err != nil || !ok {
		return packed{}, err
	}
	tree, ok := p.store.Tree(record.Output)
	if !ok {
		return packed{}, nil
	}
	content, err := os.ReadFile(filepath.Join(tree, packedName))
	if err != nil {
		return packed{}, err
	}
	found := packed{path: filepath.Join(tree, blobName), reused: true, kept: record.Output}
	if err := json.Unmarshal(content, &found); err != nil {
		return packed{}, fmt.Errorf("%s: %w", filepath.Join(tree, packedName), err)
	}
	// The store's own verification reads the bytes; a length is had for nothing.
	if info, err := os.Stat(found.path); err != nil || info.Size() != found.Size {
		return packed{}, fmt.Errorf("kept layer %s is damaged: its record says %d bytes", found.path, found.Size)
	}
	return found, nil
}

// keep writes the layer below dir, a temporary folder of the store, and moves it in.
func (p *packer) keep(ctx context.Context, l Layer, dir string, record store.Record) (packed, error) {
	start := time.Now()
	tree := filepath.Join(dir, "tree")
	if err := os.Mkdir(tree, 0o755); err != nil {
		return packed{}, err
	}
	reuse, err := p.prior(record.Name)
	if err != nil {
		return packed{}, err
	}
	defer reuse.close()
	made, err := p.write(ctx, l, tree, blobName, reuse)
	if err != nil {
		return packed{}, err
	}
	for name, value := range map[string]any{packedName: made, blocksName: made.blocks} {
		content, err := json.Marshal(value)
		if err != nil {
			return packed{}, err
		}
		if err := os.WriteFile(filepath.Join(tree, name), content, 0o644); err != nil {
			return packed{}, err
		}
	}
	if record.Output, err = p.store.MoveHashed(ctx, tree, map[string]digest.Digest{blobName: made.Digest}); err != nil {
		return packed{}, err
	}
	record.Finished, record.WallTime, record.Jobs = time.Now(), time.Since(start), p.jobs
	if err := p.store.PutAction(record.Key, record); err != nil {
		return packed{}, err
	}
	kept, ok := p.store.Tree(record.Output)
	if !ok {
		return packed{}, fmt.Errorf("layer %s left the store while it was used", l.Origin)
	}
	made.path, made.kept = filepath.Join(kept, blobName), record.Output
	return made, nil
}

// write compresses the layer into a new file.
func (p *packer) write(ctx context.Context, l Layer, dir, name string, reuse *priorBlocks) (made packed, err error) {
	entries, err := l.entries()
	if err != nil {
		return packed{}, err
	}
	made.path = filepath.Join(dir, name)
	file, err := os.OpenFile(made.path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return packed{}, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	blob := digest.NewWriter(file)
	packing := newCompressor(blob, p.spec.Compression, p.jobs, reuse)
	plain := digest.NewWriter(packing)
	// Tar writes by half kilobytes; the compressor and the hash like more at once.
	buffered := bufio.NewWriterSize(plain, 256<<10)
	err = writeTar(ctx, buffered, entries, p.spec.SourceDateEpoch, func(e entry) error {
		if !e.mayCut(packing.size / 4) {
			return nil
		}
		err := buffered.Flush()
		packing.cut(e)
		return err
	})
	if err == nil {
		err = buffered.Flush()
	}
	if closeErr := packing.Close(); err == nil || errors.Is(err, errFailed) {
		err = closeErr
	}
	if err != nil {
		return packed{}, err
	}
	made.Digest, made.DiffID, made.Size, made.blocks = blob.Digest(), plain.Digest(), blob.Size(), packing.made
	return made, nil
}

// key names what decides about the layer's bytes. The inputs are the same for people.
func (l Layer) key(spec Spec) (digest.Digest, []store.Input, error) {
	content := l.Content
	if l.Tree != "" && content.IsZero() {
		var err error
		if content, err = hashEntries(Layer{Tree: l.Tree, Mount: "/"}); err != nil {
			return digest.Digest{}, nil, err
		}
	}
	files, err := hashEntries(Layer{Files: l.Files})
	if err != nil {
		return digest.Digest{}, nil, err
	}
	mount := l.Mount
	if l.Tree == "" {
		mount, content = "", digest.Digest{}
	}
	inputs := []store.Input{
		{Name: "compression", Value: string(spec.Compression)},
		{Name: "content", Value: content.String()},
		{Name: "epoch", Value: strconv.FormatInt(spec.SourceDateEpoch, 10)},
		{Name: "files", Value: files.String()},
		{Name: "format", Value: spec.LayerFormat},
		{Name: "mount", Value: mount},
	}
	if l.Part != nil {
		inputs = append(inputs, store.Input{Name: "part", Value: l.Part.Name})
	}
	key := digest.NewKey("cairn-layer-key-v1")
	for _, in := range inputs {
		key.String(in.Name, in.Value)
	}
	return key.Sum(), inputs, nil
}

// hashEntries returns one digest over all entries and the bytes of their files.
func hashEntries(l Layer) (digest.Digest, error) {
	entries, err := l.entries()
	if err != nil {
		return digest.Digest{}, err
	}
	key := digest.NewKey("cairn-entries-v1")
	for _, e := range entries {
		key.String("path", e.path).Uint("mode", uint64(e.mode)).String("link", e.link)
		key.Uint("uid", uint64(e.uid)).Uint("gid", uint64(e.gid))
		if !e.hasBytes() {
			continue
		}
		content := digest.NewWriter(nil)
		r, err := e.open()
		if err != nil {
			return digest.Digest{}, err
		}
		_, err = io.Copy(content, r)
		if err = errors.Join(err, r.Close()); err != nil {
			return digest.Digest{}, fmt.Errorf("hash /%s: %w", e.path, err)
		}
		key.Digest("content", content.Digest())
	}
	return key.Sum(), nil
}
