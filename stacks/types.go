package stacks

import (
	"io/fs"
	"maps"
	"slices"

	"cairn/digest"

	"github.com/hashicorp/hcl/v2"
)

// Workspace is what a folder of *.hcl files says, read together. Its maps are
// keyed by block label and never nil.
type Workspace struct {
	// Name is how messages call it: the folder as it was given, or "embedded".
	Name string
	// Files holds the folder's content: definitions and the patch files beside them.
	Files fs.FS
	// Sources holds the bytes of every definition that was parsed, by the file name
	// that ranges carry (the workspace's name and the file's, slash-joined), so
	// that a printer can show the line of a fault. It is filled even where Load
	// found faults.
	Sources map[string][]byte
	// Lockfiles is the folder of the lock files, relative to the workspace's
	// folder, slash-separated; "lockfiles" unless the cairn block says otherwise.
	// It may lead out of the folder ("../../lockfiles").
	Lockfiles string

	Upstreams  map[string]*Upstream
	Archives   map[string]*Archive
	Distros    map[string]*Distro
	Toolchains map[string]*Toolchain
	Models     map[string]*Model
	Licences   map[string]*Licence
	// Indexes lacks DefaultIndex, which needs no block.
	Indexes     map[string]*Index
	PackageSets map[string]*PackageSet
	Stacks      map[string]*Stack
	// Results are those beside the definitions; LoadResults adds the others.
	Results map[string]*Result

	merged        map[string]*Stack // by "name@variant"
	resultsLoaded bool
}

// Upstream is a git repository that sources come from: exactly one of Git and
// Embedded is set.
type Upstream struct {
	Name string
	// Git is the public URL, as in the definition; mirrors are the machine's matter.
	Git string
	// Embedded names a git history that the binary carries.
	Embedded string
	Range    hcl.Range
}

// Archive is a git repository at one commit that patch files come from.
type Archive struct {
	Name     string
	Git      string
	Revision digest.GitID
	Range    hcl.Range
}

// Distro is a base system: where its packages come from and who signs for them.
type Distro struct {
	Name string
	// Apt lists the repositories, in the order of the definition.
	Apt   []AptRepository
	Range hcl.Range
}

// AptRepository is one line of a sources.list, pinned (sources.list(5)).
type AptRepository struct {
	Name        string
	URL         string
	Suite       string
	Components  []string
	Fingerprint string // of the signing key, 40 upper-case hex digits
	Range       hcl.Range
}

// ToolchainKind tells where the compilers come from.
type ToolchainKind string

// The kinds of toolchain.
const (
	HostToolchain   ToolchainKind = "host"   // what the machine has; impure
	AptToolchain    ToolchainKind = "apt"    // a locked closure of Debian packages
	OneAPIToolchain ToolchainKind = "oneapi" // an apt closure with one oneAPI release train
)

// Toolchain is what builds run with.
type Toolchain struct {
	Name   string
	Kind   ToolchainKind
	Distro *Distro // nil for the host's
	// OneAPI is the release train, "2025.3"; empty unless Kind is OneAPIToolchain.
	OneAPI string
	// Packages are the roots of the apt closure.
	Packages []string
	// Programs must be found on the host's PATH; only for HostToolchain.
	Programs []string
	// Components are built by cairn itself: what builds with the toolchain finds their
	// outputs at /deps/NAME. Stacks that use the toolchain have them too.
	Components []*Component
	Range      hcl.Range

	ranges map[string]hcl.Range // of what Components say, by attribute path
}

// Model is a file of weights that suites run on. cairn never ships one: a
// person names the file and its digest proves it.
type Model struct {
	Name string
	File string // its usual file name, or its folder's where it is several files
	// Repository is "OWNER/NAME" where the model is published, and Revision its
	// commit; both may be zero.
	Repository string
	Revision   digest.GitID
	SHA256     digest.Digest // zero where Unknown says why
	Size       int64         // in bytes; 0 where unknown
	// Hint says in words where to find it.
	Hint string
	// Unknown says why the digest is not pinned; empty when SHA256 is set.
	Unknown string
	Range   hcl.Range
}

// Stack is the unit that a user names. A Stack that Workspace.Stack returned for
// "name@variant" has the variant's changes merged in and Variant set.
type Stack struct {
	Name        string
	Variant     string // empty for the stack itself
	Description string
	Components  []*Component // in the order of the definition
	Python      *Python      // nil: runs without
	Environment Environment
	Service     *Service // nil: offers none
	Suites      []*Suite
	Image       *Image // nil: makes no image
	// Variants are the names that the definition declares, sorted.
	Variants []string
	// Unknown lists pins that nobody wrote down, with the reason.
	Unknown []Unknown
	Range   hcl.Range

	ranges map[string]hcl.Range // of what was written, by attribute path
}

// Ref returns "name" or "name@variant".
func (s *Stack) Ref() string {
	if s.Variant == "" {
		return s.Name
	}
	return s.Name + "@" + s.Variant
}

// Toolchains returns all that the stack is built and runs with, each once, sorted by
// name.
func (s *Stack) Toolchains() []*Toolchain {
	found := map[string]*Toolchain{}
	for _, c := range s.Components {
		for _, b := range c.Builds {
			if b.Toolchain != nil {
				found[b.Toolchain.Name] = b.Toolchain
			}
		}
	}
	if r := s.Environment.Runtime; r != nil {
		found[r.Name] = r
	}
	if t := s.Interpreter(); t != nil {
		found[t.Name] = t
	}
	list := make([]*Toolchain, 0, len(found))
	for _, name := range slices.Sorted(maps.Keys(found)) {
		list = append(list, found[name])
	}
	return list
}

// Unknown is a fact that the definition admits not to have.
type Unknown struct {
	What   string // "cmake configure line"
	Reason string
	// Blocks names the components that cannot be built without it: a series lacks
	// a patch, so that its tree is not the one that was run.
	Blocks []string
	Range  hcl.Range
}

// Component is one source, its series and its builds.
type Component struct {
	Name   string
	Source Source
	// Patches is the whole declared series, in order. Applies says which of them
	// the stack's variant applies.
	Patches []*Patch
	Builds  []*Build
	// OfToolchain is the toolchain that the component is part of; empty for the
	// stack's own. Its outputs are no part of the stack's environment.
	OfToolchain string
	Range       hcl.Range
}

// Source pins what a component is made from.
type Source struct {
	Upstream *Upstream
	Revision digest.GitID
	// Exclude lists globs of paths whose blobs may be absent from a mirror; they
	// are left out of the exported tree. Tree ids are those of the whole tree.
	Exclude []string
	// Submodules says whether submodules are fetched too.
	Submodules bool
	Range      hcl.Range
}

// Whitespace is git apply's --whitespace mode (git-apply(1)).
type Whitespace string

// The whitespace modes.
const (
	WhitespaceNowarn Whitespace = "nowarn"
	WhitespaceWarn   Whitespace = "warn"
	WhitespaceFix    Whitespace = "fix"
	WhitespaceError  Whitespace = "error"
)

// Standing is what is known of a patch's worth.
type Standing string

// The standings of a patch. Diagnostic and negative patches are not applied
// unless a variant names them in When.
const (
	Promoted   Standing = "promoted"
	Diagnostic Standing = "diagnostic"
	Negative   Standing = "negative"
)

// Patch is one patch file of a series and how it is applied.
type Patch struct {
	Name string
	// Archive is nil when Path is a file of the workspace's folder.
	Archive *Archive
	Path    string // slash-separated
	SHA256  digest.Digest

	Directory        string
	Strip            int // 1 unless the definition says otherwise
	Whitespace       Whitespace
	IgnoreWhitespace bool
	Recount          bool
	UnidiffZero      bool
	// Context is git apply's -C; nil means "all there is".
	Context *int
	Reverse bool
	Only    []string
	Except  []string
	// AllowFuzz acknowledges hunks that end as "fuzzy".
	AllowFuzz bool
	// When lists the variants that apply the patch, where "base" is the stack
	// itself; empty means all. See Applies.
	When []string

	Origin         string // unofficial, backport or cherry_pick; empty where unsaid
	UpstreamStatus string
	Resolves       []string
	Reason         string
	Standing       Standing // Promoted unless the definition says otherwise

	Range     hcl.Range
	PathRange hcl.Range // of the path's value
}

// BuildKind names a driver.
type BuildKind string

// The drivers.
const (
	CMakeBuild   BuildKind = "cmake"
	CommandBuild BuildKind = "command"
	PythonBuild  BuildKind = "python"
)

// Build is how a component becomes an output.
type Build struct {
	Kind BuildKind
	// Name tells several builds of one component apart; the kind unless said.
	Name      string
	Toolchain *Toolchain
	// ISA is what native code is made for: "x86-64-v3", or a named CPU. Required
	// for CMakeBuild and PythonBuild.
	ISA       string
	Directory string // of the source tree that is built; "" is its top
	// Options are CMake cache entries (-DNAME=VALUE), or for PythonBuild the config
	// settings that the build backend is given (PEP 517).
	Options map[string]string
	// Version is what PythonBuild's package is told to be; empty where it knows itself.
	Version string
	Targets []string // built, and for cmake installed; empty is the default target
	// Install names the targets' way into the output: true runs cmake --install;
	// false copies the executables and libraries of Targets into bin and lib.
	Install bool
	// Commands run in order for CommandBuild, each an argv.
	Commands [][]string
	// Variables are set in the build's cleared environment.
	Variables map[string]string
	// Needs lists builds of this stack, "component" or "component.build", whose
	// outputs are mounted at /deps/NAME.
	Needs []string
	// Sources lists components of this stack whose patched trees are mounted,
	// read-only, at /sources/NAME.
	Sources []string
	// MemoryBytes is what one job of it is declared to need; 0 where unsaid.
	MemoryBytes int64
	// Jobs is how many jobs it can make use of; 0 is as many as there are.
	Jobs  int
	Range hcl.Range
}

// Environment is what a stack's programs find set when they run.
type Environment struct {
	Variables map[string]string // never nil in a loaded stack
	// Runtime is the closure whose root programs run on, apart from what builds run
	// with: it needs no compilers. Nil is the root of the builds' toolchain; of
	// several closures it is the first by name.
	Runtime *Toolchain
	// OptionalLibraries are sonames that may be missing: what wants them does without.
	OptionalLibraries []string
	Range             hcl.Range
}

// Image says how the stack becomes a container image.
type Image struct {
	// Base is an image of a registry that the stack is laid upon, "REF@sha256:…";
	// empty is the stack's own run-time closure.
	Base       string
	Entrypoint []string
	Command    []string
	User       string // "uid[:gid]"; empty is 1000:1000
	WorkingDir string
	Labels     map[string]string
	// Healthcheck is a command that succeeds while the container is well; empty for none.
	Healthcheck []string
	Compression string // "gzip" or "zstd"; gzip unless said
	Range       hcl.Range
}
