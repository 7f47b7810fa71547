package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"cairn/builder/store"
	"cairn/bundles"
	"cairn/containers/signatures"
	"cairn/digest"
	"cairn/sources"

	"github.com/spf13/cobra"
)

func newBundleImportCommand(s *session) *cobra.Command {
	var opts bundleImport
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Take all that a bundle carries into the store, each byte proved",
		Long: `Take all that a bundle carries into the store, each byte proved: against the
bundle's index, then against the lock. With --workspace the definition is written
there; without, the workspace (-C, or the embedded one) must have the same lock.

Built outputs are taken only from a bundle that a key of --builder has signed: no
lock says what they must be.`,
		Example: "  cairn bundle import ember.bundle --workspace ./ember\n  cairn -C ember build ember --offline",
		Args:    exactArgs("the FILE of a bundle"),
		RunE:    func(c *cobra.Command, args []string) error { return runBundleImport(c.Context(), s, opts, args[0]) },
	}
	c.Flags().StringVar(&opts.workspace, "workspace", "", "write the definition and its lock into `DIR`, which must be new or empty")
	c.Flags().StringArrayVar(&opts.builders, "builder", nil, "take outputs, and only bundles, that the public key in `FILE` vouches for")
	return c
}

type bundleImport struct {
	workspace string
	builders  []string
}

func runBundleImport(ctx context.Context, s *session, opts bundleImport, path string) error {
	var trusted []*signatures.PublicKey
	for _, file := range opts.builders {
		key, err := readKeyFile("", file, signatures.ParsePublicKey)
		if err != nil {
			return err
		}
		trusted = append(trusted, key)
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return usageError{message: "no such bundle: " + path, hint: `name a file that "cairn bundle export" wrote`}
	}
	st, err := s.store()
	if err != nil {
		return err
	}
	start := time.Now()
	temp, remove, err := st.TempDir()
	if err != nil {
		return err
	}
	defer func() { _ = remove() }() // else it is swept later
	opened, err := bundles.Read(ctx, path, temp, func(index *bundles.Index, content, signature []byte) error {
		return errors.Join(checkSignature(ctx, path, content, signature, trusted), checkRoom(path, index, temp))
	})
	if err != nil {
		return bundleFault(interrupted(ctx, err))
	}
	in := &unpackingBundle{session: s, store: st, opened: opened, dir: temp, path: path}
	if err := in.all(ctx, opts, len(trusted) > 0); err != nil {
		return bundleFault(interrupted(ctx, err))
	}
	again := s.command("build", opened.Stack, "--offline")
	if opts.workspace != "" {
		again = fmt.Sprintf("cairn -C %s build %s --offline", opts.workspace, opened.Stack)
	}
	if s.json {
		return s.printJSON(map[string]any{"stack": opened.Stack, "lock": opened.Lock, "sha256": opened.Digest, "entries": len(opened.Entries), "outputs": in.outputs, "outputs_left": in.left, "stripped": listed(opened.Stripped)})
	}
	s.stage("imported", fmt.Sprintf("%s, %s, each proved", opened.Stack, plural(len(opened.Entries), "entry", "entries")), time.Since(start))
	for _, left := range opened.Stripped {
		s.stage("missing", fmt.Sprintf("%s: not in the bundle, for it may not be passed on (%s)", left.Name, left.Licence), 0)
	}
	if in.left > 0 {
		s.stage("", fmt.Sprintf("%s left: name who signed them with --builder FILE", plural(in.left, "built output", "built outputs")), 0)
	}
	s.stage("next", again, 0)
	return nil
}

// checkSignature wants a trusted signature where builders were named.
func checkSignature(ctx context.Context, path string, content, signature []byte, trusted []*signatures.PublicKey) error {
	if len(trusted) == 0 {
		return nil
	}
	if signature == nil {
		return &bundles.Fault{Bundle: path, Reason: "it is not signed, and --builder wants it to be"}
	}
	kind, signed, _, err := signatures.Open(ctx, signature, trusted)
	if err != nil {
		return &bundles.Fault{Bundle: path, Reason: "its signature " + err.Error()}
	}
	if kind != bundles.IndexType || !bytes.Equal(signed, content) {
		return &bundles.Fault{Bundle: path, Reason: "its signature is over something else"}
	}
	return nil
}

// checkRoom holds what a bundle's index declares, which is all that is read of it,
// against what the store's disk has free: an entry lies there once as it came, and once
// as the store keeps it.
func checkRoom(path string, index *bundles.Index, temp string) error {
	free, err := freeBytes(temp)
	if err != nil {
		return fmt.Errorf("import bundle: %w", err)
	}
	need := index.SizeBytes()
	if need <= free/2 {
		return nil
	}
	largest := slices.MaxFunc(index.Entries, func(a, b bundles.Entry) int { return cmp.Compare(a.SizeBytes, b.SizeBytes) })
	return &statusError{status: exitBlocked, err: fmt.Errorf("bundle %s does not fit: its %s take %s, twice that while they are read in, and the store's disk has %s free; the largest is %s %s, %s",
		path, plural(len(index.Entries), "entry", "entries"), megabytes(need), megabytes(free), largest.Kind, largest.Name, megabytes(largest.SizeBytes)),
		hint: `make room there (cairn gc, cairn du), or use another disk with --store`}
}

// unpackingBundle puts the entries of a proved bundle where they belong.
type unpackingBundle struct {
	session *session
	store   *store.Store
	opened  *bundles.Opened
	dir     string
	path    string
	outputs int // taken
	left    int // not taken
}

func (in *unpackingBundle) fault(entry bundles.Entry, err error) error {
	return &bundles.Fault{Bundle: in.path, Entry: fmt.Sprintf("%s %s", entry.Kind, entry.Name), Reason: err.Error()}
}

func (in *unpackingBundle) all(ctx context.Context, opts bundleImport, trusted bool) error {
	workspace := filepath.Join(in.dir, "workspace")
	var mirrors []sources.Mirror
	for i, e := range in.opened.Entries {
		file := in.opened.Files[i]
		switch e.Kind {
		case bundles.Workspace:
			if err := copyInto(workspace, e.Name, file); err != nil {
				return err
			}
		case bundles.Git:
			repository := filepath.Join(in.dir, "mirror", strconv.Itoa(i))
			f, err := os.Open(file)
			if err != nil {
				return err
			}
			err = sources.ReadObjects(ctx, f, repository)
			if err := errors.Join(err, f.Close()); err != nil {
				return in.fault(e, err)
			}
			mirrors = append(mirrors, sources.Mirror{Prefix: e.Name, Target: "file://" + repository})
		case bundles.File:
			d, err := in.store.PutFile(ctx, file)
			if err != nil {
				return err
			}
			if d.String() != e.Name {
				return in.fault(e, fmt.Errorf("it is %s", d))
			}
		}
	}
	if err := in.takeOutputs(ctx, trusted); err != nil {
		return err
	}
	return in.settle(ctx, opts, workspace, mirrors)
}

// takeOutputs keeps trees, then the records that say what made them.
func (in *unpackingBundle) takeOutputs(ctx context.Context, trusted bool) error {
	for _, kind := range []bundles.Kind{bundles.Tree, bundles.Record} {
		for i, e := range in.opened.Entries {
			if e.Kind != kind {
				continue
			}
			if !trusted {
				if kind == bundles.Record {
					in.left++
				}
				continue
			}
			d, err := digest.Parse(e.Name)
			if err != nil {
				return in.fault(e, err)
			}
			if kind == bundles.Tree {
				err = in.takeTree(ctx, d, e, in.opened.Files[i])
			} else {
				err = in.takeRecord(d, in.opened.Files[i])
				in.outputs++
			}
			if err != nil {
				return in.fault(e, err)
			}
		}
	}
	return nil
}

func (in *unpackingBundle) takeTree(ctx context.Context, d digest.Digest, e bundles.Entry, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	return in.store.UnpackTree(ctx, f, d, e.SizeBytes) // a tar is larger than what is in it
}

func (in *unpackingBundle) takeRecord(key digest.Digest, file string) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var record store.Record
	if err := json.Unmarshal(content, &record); err != nil {
		return err
	}
	if record.Key != key {
		return fmt.Errorf("it is the record of key %s", record.Key)
	}
	if _, ok := in.store.Tree(record.Output); !ok {
		return fmt.Errorf("its output, tree %s, is not in the bundle", record.Output)
	}
	return in.store.PutAction(key, record)
}
