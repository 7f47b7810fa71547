package lockfiles

import (
	"context"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"cairn/digest"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2"
)

// Resolver resolves pins. It is implemented by sources.Repositories.
type Resolver interface {
	Source(ctx context.Context, pin Pin) (Source, error)
	// File returns a file of the repository at the pin's commit.
	File(ctx context.Context, pin Pin, path string) ([]byte, error)
}

// PatchFile is one patch that a variant applies, with the bytes of its file.
type PatchFile struct {
	Definition *stacks.Patch
	Content    []byte
}

// Applier applies a series on a source. It is implemented in cmd/cairn with
// package patches. It returns one Patch for each of series, in order.
type Applier interface {
	Apply(ctx context.Context, pin Pin, base Source, series []PatchFile) ([]Patch, error)
}

// ToolchainResolver resolves closures of packages. It is implemented in cmd/cairn
// with package builder/apt.
type ToolchainResolver interface {
	// Closure returns the releases and packages that a toolchain's definition selects.
	// Where repositories cannot be reached it says which in Pending, with a nil error.
	Closure(ctx context.Context, def *stacks.Toolchain) (Toolchain, error)
}

// Resolvers are what a definition is resolved with. All are required.
type Resolvers struct {
	Sources    Resolver
	Patches    Applier
	Toolchains ToolchainResolver
}

// PinOf returns what a component's source is resolved from.
func PinOf(c *stacks.Component) Pin {
	return Pin{
		Upstream:   c.Source.Upstream.Name,
		Git:        c.Source.Upstream.Git,
		Embedded:   c.Source.Upstream.Embedded,
		Revision:   c.Source.Revision,
		Exclude:    slices.Clone(c.Source.Exclude),
		Submodules: c.Source.Submodules,
	}
}

// PatchPin returns what the file of an archive's patch is read from; ok is false
// for a patch that lies beside the definition.
func PatchPin(p *stacks.Patch) (pin Pin, ok bool) {
	if p.Archive == nil {
		return Pin{}, false
	}
	return Pin{Upstream: p.Archive.Name, Git: p.Archive.Git, Revision: p.Archive.Revision}, true
}

// ReadPatch returns the bytes of a patch file, held against the digest of its
// definition: a *DigestError when they are others.
func ReadPatch(ctx context.Context, ws *stacks.Workspace, p *stacks.Patch, r Resolver) ([]byte, error) {
	var content []byte
	var err error
	if pin, ok := PatchPin(p); ok {
		content, err = r.File(ctx, pin, p.Path)
	} else {
		content, err = fs.ReadFile(ws.Files, p.Path)
	}
	if err != nil {
		return nil, fmt.Errorf("patch %s: %w", p.Name, err)
	}
	if found := digest.Of(content); found != p.SHA256 {
		return nil, &DigestError{Patch: p.Name, Path: p.Path, Defined: p.SHA256, Found: found, Range: p.Range}
	}
	return content, nil
}

// DigestError says that a patch file is not the one that its definition names.
type DigestError struct {
	Patch, Path    string
	Defined, Found digest.Digest
	Range          hcl.Range // the patch's block
}

func (e *DigestError) Error() string {
	if e.Defined.IsZero() {
		return fmt.Sprintf("patch %q: the definition (%s:%d) does not say which %s it means; this one has sha256 = %q",
			e.Patch, e.Range.Filename, e.Range.Start.Line, e.Path, e.Found.Hex())
	}
	return fmt.Sprintf("patch %q: %s has %s, and the definition (%s:%d) says %s",
		e.Patch, e.Path, e.Found, e.Range.Filename, e.Range.Start.Line, e.Defined)
}

// MovedError says that a definition which did not move resolves to something else
// than it did: an upstream lies, or cairn itself applies patches differently.
type MovedError struct {
	Stack   string
	Changes []Change
}

func (e *MovedError) Error() string {
	c := e.Changes[0]
	more := ""
	if n := len(e.Changes) - 1; n > 0 {
		more = fmt.Sprintf(" (and %d more)", n)
	}
	return fmt.Sprintf("%s: the definition did not move, but %s was %s and is %s%s", e.Stack, c.What, orNone(c.Old), orNone(c.New), more)
}

func orNone(s string) string {
	if s == "" {
		return "not there"
	}
	return s
}

// Resolve makes the lock of a stack: all declared variants at once. Every source is
// fetched and every patch of every series is read and proved, applied or not.
//
// old is the lock there was, nil for none or for an upgrade. Closures of toolchains
// whose definition did not move are kept from it without asking for them: archives
// move on, and a lock does not. A component whose definition did not move must resolve
// to what it was; else the error is a *MovedError.
func Resolve(ctx context.Context, ws *stacks.Workspace, stack string, with Resolvers, old *Lock) (*Lock, error) {
	base, err := ws.Stack(stack)
	if err != nil {
		return nil, err
	}
	if base.Variant != "" {
		return nil, fmt.Errorf("%s is a variant: a lock is made for a whole stack", stack)
	}
	if old != nil && old.Stack != stack {
		old = nil
	}
	res := &resolution{ws: ws, resolver: with.Sources, applier: with.Patches, toolchains: with.Toolchains, old: old,
		closures: map[string]Toolchain{}, sources: map[digest.GitID][]resolvedSource{}, files: map[string][]resolvedFile{}, series: map[string][]resolvedSeries{}}
	l := &Lock{Stack: stack, LayerFormat: LayerFormat}
	for _, variant := range append([]string{""}, base.Variants...) {
		defined := base
		if variant != "" {
			if defined, err = ws.Stack(stack + "@" + variant); err != nil {
				return nil, err
			}
		}
		v, err := res.view(ctx, defined)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", defined.Ref(), err)
		}
		l.Views = append(l.Views, v)
	}
	slices.SortFunc(l.Views, func(a, b *View) int { return strings.Compare(a.Variant, b.Variant) })
	if old != nil {
		if err := unmoved(l, old); err != nil {
			return nil, err
		}
	}
	// What cannot be read again must not be written.
	if _, diags := Parse(stack+Suffix, l.Bytes()); diags.HasErrors() {
		return nil, fmt.Errorf("%s: a lock of this definition could not be read again: %w", stack, diags)
	}
	return l, nil
}

// resolution remembers what variants share.
type resolution struct {
	ws         *stacks.Workspace
	resolver   Resolver
	applier    Applier
	toolchains ToolchainResolver
	old        *Lock
	closures   map[string]Toolchain // by name
	// The others are found by what nearly always tells them apart, and then compared.
	sources map[digest.GitID][]resolvedSource // by revision
	files   map[string][]resolvedFile         // by path
	series  map[string][]resolvedSeries       // by the first patch's path
}

type resolvedSource struct {
	pin    Pin
	source Source
}

type resolvedFile struct {
	definition stacks.Patch
	content    []byte
}

type resolvedSeries struct {
	pin     Pin
	applied []PatchFile
	patches []Patch
}

func (res *resolution) view(ctx context.Context, s *stacks.Stack) (*View, error) {
	v := &View{Variant: s.Variant, Definition: s.Digest()}
	for _, a := range s.Attributes() {
		v.Attributes = append(v.Attributes, Attribute{a.Path, lockedValue(a.Value)})
	}
	for _, c := range s.Components {
		locked, kept := keptComponent(res.old, v, c)
		if !kept {
			var err error
			if locked, err = res.component(ctx, s.Variant, c); err != nil {
				return nil, fmt.Errorf("component %s: %w", c.Name, err)
			}
		}
		v.Components = append(v.Components, locked)
	}
	for _, t := range s.Toolchains() {
		locked, err := res.toolchain(ctx, v, t)
		if err != nil {
			return nil, fmt.Errorf("toolchain %s: %w", t.Name, err)
		}
		v.Toolchains = append(v.Toolchains, locked)
	}
	slices.SortFunc(v.Components, func(a, b Component) int { return strings.Compare(a.Name, b.Name) })
	return v, nil
}

// toolchain returns the entry of a toolchain that v, whose attributes are complete,
// is built or runs with.
func (res *resolution) toolchain(ctx context.Context, v *View, t *stacks.Toolchain) (Toolchain, error) {
	if locked, ok := res.closures[t.Name]; ok {
		return locked, nil
	}
	locked := Toolchain{Impure: true}
	if t.Kind != stacks.HostToolchain {
		var kept bool
		if locked, kept = keptToolchain(res.old, v, t); !kept {
			var err error
			if locked, err = res.toolchains.Closure(ctx, t); err != nil {
				return Toolchain{}, err
			}
		}
	}
	locked.Name, locked.Kind = t.Name, string(t.Kind)
	res.closures[t.Name] = locked
	return locked, nil
}

func (res *resolution) component(ctx context.Context, variant string, c *stacks.Component) (Component, error) {
	out := Component{Name: c.Name, Pin: PinOf(c)}
	var err error
	if out.Source, err = res.source(ctx, out.Pin); err != nil {
		return Component{}, err
	}
	var applied []PatchFile
	for _, p := range c.Patches {
		content, err := res.file(ctx, p)
		if err != nil {
			return Component{}, err
		}
		if p.Applies(variant) {
			applied = append(applied, PatchFile{p, content})
		}
	}
	patches, err := res.apply(ctx, out.Pin, out.Source, applied)
	if err != nil {
		return Component{}, err
	}
	for _, p := range c.Patches {
		if p.Applies(variant) {
			patches[0].Name, patches[0].SHA256 = p.Name, p.SHA256
			out.Patches = append(out.Patches, patches[0])
			patches = patches[1:]
		} else {
			out.Patches = append(out.Patches, Patch{Name: p.Name, SHA256: p.SHA256, Skipped: true})
		}
	}
	return out, nil
}

func (res *resolution) source(ctx context.Context, pin Pin) (Source, error) {
	for _, known := range res.sources[pin.Revision] {
		if reflect.DeepEqual(known.pin, pin) {
			return known.source, nil
		}
	}
	source, err := res.resolver.Source(ctx, pin)
	if err != nil {
		return Source{}, err
	}
	res.sources[pin.Revision] = append(res.sources[pin.Revision], resolvedSource{pin, source})
	return source, nil
}

func (res *resolution) file(ctx context.Context, p *stacks.Patch) ([]byte, error) {
	for _, known := range res.files[p.Path] {
		if samePatch(&known.definition, p) {
			return known.content, nil
		}
	}
	content, err := ReadPatch(ctx, res.ws, p, res.resolver)
	if err != nil {
		return nil, err
	}
	res.files[p.Path] = append(res.files[p.Path], resolvedFile{*p, content})
	return content, nil
}

// apply returns one Patch for each of applied; the caller may change them.
func (res *resolution) apply(ctx context.Context, pin Pin, source Source, applied []PatchFile) ([]Patch, error) {
	if len(applied) == 0 {
		return nil, nil
	}
	first := applied[0].Definition.Path
	for _, known := range res.series[first] {
		same := slices.EqualFunc(known.applied, applied, func(a, b PatchFile) bool { return samePatch(a.Definition, b.Definition) })
		if same && reflect.DeepEqual(known.pin, pin) {
			return slices.Clone(known.patches), nil
		}
	}
	patches, err := res.applier.Apply(ctx, pin, source, applied)
	if err != nil {
		return nil, err
	}
	if len(patches) != len(applied) {
		panic(fmt.Sprintf("lockfiles: the applier returned %d patches for %d", len(patches), len(applied)))
	}
	res.series[first] = append(res.series[first], resolvedSeries{pin, applied, patches})
	return slices.Clone(patches), nil
}

// samePatch compares two definitions of a patch wherever they stand.
func samePatch(a, b *stacks.Patch) bool {
	bare := func(p *stacks.Patch) stacks.Patch {
		out := *p
		out.Range, out.PathRange = hcl.Range{}, hcl.Range{}
		return out
	}
	return reflect.DeepEqual(bare(a), bare(b))
}
