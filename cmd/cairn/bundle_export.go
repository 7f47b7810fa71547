package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cairn/bundles"
	"cairn/containers/signatures"
	"cairn/digest"

	"github.com/spf13/cobra"
)

func newBundleExportCommand(s *session) *cobra.Command {
	var opts bundleExport
	c := &cobra.Command{
		Use:   "export STACK -o FILE",
		Short: "Write all that a build of a locked stack needs into one file",
		Long: `Write all that a build of a locked stack needs into one file: the definition and its
lock, sources, patch files, packages of closures, wheels; with --outputs also what
is built. The same content gives the same bytes.

Inputs whose licence forbids passing them on are refused, or left out with --strip:
then the receiver gets them from their maker.`,
		Example: "  cairn bundle export ember -o ember.bundle\n  cairn bundle export ember -o ember.bundle --outputs --key ~/.config/cairn/signing.key",
		Args:    exactArgs("the name of a STACK"),
		RunE: func(c *cobra.Command, args []string) error {
			if opts.out == "" {
				return usageError{message: "cairn bundle export wants to know where to write", hint: fmt.Sprintf("run %q", s.command("bundle", "export", args[0], "-o", "FILE"))}
			}
			return runBundleExport(c.Context(), s, opts, args[0])
		},
	}
	c.Flags().StringVarP(&opts.out, "output", "o", "", "write the bundle to `FILE`")
	c.Flags().BoolVar(&opts.outputs, "outputs", false, "also carry what is built; needs --key, for nothing else proves an output")
	c.Flags().BoolVar(&opts.strip, "strip", false, "leave out what may not be passed on, and say what")
	c.Flags().StringVar(&opts.key, "key", "", "sign with the private key in `FILE`")
	return c
}

type bundleExport struct {
	out, key       string
	outputs, strip bool
}

func runBundleExport(ctx context.Context, s *session, opts bundleExport, ref string) (err error) {
	if err := wantPlace(opts.out); err != nil {
		return err
	}
	var key *signatures.Key
	if opts.key != "" {
		if key, err = readKeyFile("", opts.key, parsePrivateKey); err != nil {
			return err
		}
	}
	if opts.outputs && key == nil {
		return usageError{message: "outputs are taken from a signed bundle only", hint: "sign it with --key FILE"}
	}
	w, err := s.openLocked(ref)
	if err != nil {
		return err
	}
	defer w.close()
	if opts.outputs {
		if err := w.planBuild(ctx); err != nil {
			return err
		}
		if !w.upToDate() {
			return hinted(fmt.Errorf("%s is not built: it has no outputs", ref), "run %q first", s.command("build", ref))
		}
	}
	if err := w.fetch(ctx); err != nil {
		return err
	}
	start := time.Now()
	temp, remove, err := w.store.TempDir()
	if err != nil {
		return err
	}
	defer func() { _ = remove() }() // else it is swept later
	packing := &packing{workshop: w, dir: temp}
	for _, gather := range []func(context.Context) error{packing.definition, packing.sources, packing.closures, packing.wheels, packing.base} {
		if err := gather(ctx); err != nil {
			return interrupted(ctx, err)
		}
	}
	if opts.outputs {
		if err := packing.outputs(ctx); err != nil {
			return interrupted(ctx, err)
		}
	}
	if len(packing.stripped) > 0 && !opts.strip {
		first := packing.stripped[0]
		return hinted(fmt.Errorf("%s may not be passed on: %s (licence %q%s)", first.Name, first.Reason, first.Licence, andMore(len(packing.stripped)-1)),
			"leave such inputs out with --strip: the receiver's machine then gets them from their maker")
	}
	index := bundles.Index{Stack: w.stack.Ref(), Lock: w.lock.Digest(), Stripped: packing.stripped}
	var sign bundles.Sign
	if key != nil {
		sign = func(ctx context.Context, index []byte) ([]byte, error) {
			return key.Sign(ctx, bundles.IndexType, index)
		}
	}
	d, err := bundles.Write(ctx, opts.out, index, packing.entries, sign)
	if err != nil {
		return interrupted(ctx, err)
	}
	info, err := os.Stat(opts.out)
	if err != nil {
		return err
	}
	if s.json {
		return s.printJSON(map[string]any{"stack": w.stack.Ref(), "lock": w.lock.Digest(), "bundle": opts.out, "sha256": d, "size_bytes": info.Size(),
			"entries": len(packing.entries), "stripped": listed(packing.stripped), "signed": key != nil})
	}
	for _, left := range packing.stripped {
		s.stage("left out", fmt.Sprintf("%s (%s)", left.Name, left.Licence), 0)
	}
	s.stage("bundle", fmt.Sprintf("%s, %s: %s", opts.out, megabytes(info.Size()), packing.describe()), time.Since(start))
	s.stage("", d.String(), 0)
	return nil
}

func andMore(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("; and %d more", n)
}

// packing gathers what goes into a bundle.
type packing struct {
	*workshop
	dir  string
	made int
	// baseBlobs is how many entries the base image has.
	baseBlobs int
	entries   []bundles.Source
	stripped  []bundles.Stripped
}

func (p *packing) add(kind bundles.Kind, name, path string) {
	p.entries = append(p.entries, bundles.Source{Kind: kind, Name: name, Path: path})
}

// file makes an empty file for an entry.
func (p *packing) file() (*os.File, error) {
	p.made++
	return os.Create(filepath.Join(p.dir, fmt.Sprintf("entry-%d", p.made)))
}

func (p *packing) addBytes(kind bundles.Kind, name string, content []byte) error {
	f, err := p.file()
	if err != nil {
		return err
	}
	p.add(kind, name, f.Name())
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// stored adds a file of the store.
func (p *packing) stored(d digest.Digest) error {
	path, ok := p.store.File(d)
	if !ok {
		return hinted(fmt.Errorf("file %s of the lock is not in the store", d), "run %q", p.session.command("fetch", p.stack.Ref()))
	}
	p.add(bundles.File, d.String(), path)
	return nil
}

// outputs adds the trees and records of what is built.
func (p *packing) outputs(ctx context.Context) error {
	for _, action := range p.plan.Actions {
		record, ok, err := p.store.Action(action.Key)
		if err != nil {
			return err
		}
		if !ok {
			return fmt.Errorf("the record of %s has left the store", action.Name)
		}
		record.Log = ""
		content, err := json.Marshal(record)
		if err != nil {
			return err
		}
		if err := p.addBytes(bundles.Record, action.Key.String(), content); err != nil {
			return err
		}
		f, err := p.file()
		if err != nil {
			return err
		}
		if err := errors.Join(p.store.PackTree(ctx, record.Output, f), f.Close()); err != nil {
			return err
		}
		p.add(bundles.Tree, record.Output.String(), f.Name())
	}
	return nil
}

// describe counts entries for people.
func (p *packing) describe() string {
	counts, seen := map[bundles.Kind]int{}, map[string]bool{}
	for _, e := range p.entries {
		if id := string(e.Kind) + " " + e.Name; !seen[id] { // two closures share packages
			seen[id] = true
			counts[e.Kind]++
		}
	}
	counts[bundles.File] -= p.baseBlobs
	var parts []string
	for _, kind := range []struct {
		bundles.Kind
		one, many string
	}{{bundles.Workspace, "definition file", "definition files"}, {bundles.Git, "repository", "repositories"},
		{bundles.File, "package or index", "packages and indexes"}, {bundles.Record, "output", "outputs"}} {
		if n := counts[kind.Kind]; n > 0 {
			parts = append(parts, plural(n, kind.one, kind.many))
		}
	}
	if p.baseBlobs > 0 {
		parts = append(parts, "1 base image")
	}
	return strings.Join(parts, ", ")
}
