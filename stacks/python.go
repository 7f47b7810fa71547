package stacks

import "github.com/hashicorp/hcl/v2"

// DefaultIndex is the name of the index that packages are from unless they are pinned
// to another.
const DefaultIndex = "pypi"

// DefaultGlibc is the version of glibc that wheels may ask for unless a definition says
// another: that of the oldest distributions that are still kept.
const DefaultGlibc = "2.28"

// Index is a package index that packages are pinned to.
type Index struct {
	Name string
	URL  string // public; mirrors are the machine's matter
	// Links says that URL is one page of links to files, no simple repository.
	Links bool
	Range hcl.Range
}

// PackageSet are requirements that several stacks share.
type PackageSet struct {
	Name     string
	Requires []string
	Range    hcl.Range
}

// Python is the interpreter and the packages that a stack's programs run with.
type Python struct {
	// Version is the interpreter's, "3.12" or "3.12.3".
	Version string
	// Toolchain is where the definition says that the interpreter comes from; nil
	// where it does not. Stack.Interpreter answers for both.
	Toolchain *Toolchain
	// Glibc is the least that wheels may ask for.
	Glibc string
	// Requires are requirements as PEP 508 writes them, each with its name first; those
	// of the package set come first.
	Requires []string
	// Constraints bound versions, Overrides stand in the place of what packages say of
	// their own requirements, Excludes are packages that nothing brings in.
	Constraints, Overrides, Excludes []string
	// Indexes names the index that a package is taken from, by package; all others
	// are from DefaultIndex.
	Indexes map[string]string // never nil in a loaded stack
	// From are the indexes that Indexes names, sorted by name, without DefaultIndex.
	From []*Index
	// ExcludeNewer is the day (YYYY-MM-DD) after which nothing counts as published;
	// empty for no bound.
	ExcludeNewer string
	// Sdists are packages that are built here from their source distribution.
	Sdists []*Sdist
	Range  hcl.Range
}

// Sdist is a package that is built from its source distribution.
type Sdist struct {
	Name      string // of the package
	ISA       string
	Variables map[string]string
	Options   map[string]string // config settings of its build backend
	Range     hcl.Range
}

// Interpreter returns the toolchain that the stack's interpreter comes from: what its
// python block says, else that of its first python build, else of its first build; nil
// where it has none.
func (s *Stack) Interpreter() *Toolchain {
	if s.Python == nil {
		return nil
	}
	if s.Python.Toolchain != nil {
		return s.Python.Toolchain
	}
	var first *Toolchain
	for _, c := range s.Components {
		for _, b := range c.Builds {
			if b.Kind == PythonBuild && b.Toolchain != nil {
				return b.Toolchain
			}
			if first == nil {
				first = b.Toolchain
			}
		}
	}
	return first
}
