package main

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"cairn/internal/lazyregexp"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/pelletier/go-toml/v2"
)

// building is how the base is built, as far as its files tell.
type building struct {
	kind      stacks.BuildKind
	by        string   // the file that tells, "CMakeLists.txt"
	directory string   // "" for the top
	programs  []string // what the host must have to do the same; nil for no such variant

	natives  []string // options of CMake that ask for the very processor that builds
	targets  []string // of CMake, where nothing is installed
	install  bool     // the Makefile has a target of that name
	requires []string // what a package of Python is built with
	versions bool     // it asks git for its version
	// unresolved says why those cannot be had; "" where they can.
	unresolved string
}

// closureOf is what a build gets to build with and to run on: toolchains of the embedded
// workspace, which the lock of its stack has. Where packages are named, the toolchain is
// one of them instead, of the same distro.
var closureOf = map[stacks.BuildKind]struct {
	stack, toolchain, runtime string
	packages                  []string
}{
	stacks.CMakeBuild:   {stack: "ember", toolchain: "debian_12", runtime: "debian_12_runtime"},
	stacks.CommandBuild: {stack: "ember", toolchain: "debian_12_make", runtime: "debian_12_runtime", packages: []string{"ccache", "g++", "make"}},
	stacks.PythonBuild:  {stack: "ember-python", toolchain: "debian_12_python", runtime: "debian_12_python_runtime"},
}

// surveyBuild looks for what says how the sources are built: at their top, else in the
// nearest folder above all that the series changes. Nil where nothing does.
func (v *survey) surveyBuild() (*building, error) {
	commit, err := object.GetCommit(v.objects, plumbing.NewHash(v.base.ID))
	if err != nil {
		return nil, err
	}
	top, err := commit.Tree()
	if err != nil {
		return nil, err
	}
	for _, dir := range append([]string{"."}, v.foldersAbove()...) {
		tree := top
		if dir != "." {
			if tree, err = top.Tree(dir); err != nil {
				continue // the series makes it
			}
		}
		b, err := buildOf(tree)
		if err != nil {
			return nil, err
		}
		if b != nil {
			if dir != "." {
				b.directory = dir
			}
			return b, nil
		}
	}
	return nil, nil
}

// foldersAbove are the folders that hold all that the series changes, the lowest first,
// without the top.
func (v *survey) foldersAbove() []string {
	common := ""
	for _, f := range v.series {
		for _, section := range f.located.Sections {
			dir := path.Dir(section.Path)
			if common == "" {
				common = dir
			}
			for common != "." && dir != common && !strings.HasPrefix(dir, common+"/") {
				common = path.Dir(common)
			}
		}
	}
	var dirs []string
	for dir := common; dir != "." && dir != ""; dir = path.Dir(dir) {
		dirs = append(dirs, dir)
	}
	return dirs
}

// buildOf reads what a folder says of its own build. CMake comes before a package of
// Python, but for a package whose own build calls it.
func buildOf(tree *object.Tree) (*building, error) {
	texts := map[string]string{}
	for _, name := range []string{"CMakeLists.txt", "pyproject.toml", "setup.py", "Makefile"} {
		text, err := textOf(tree, name)
		if err != nil {
			return nil, err
		}
		if text != "" {
			texts[name] = text
		}
	}
	project := readProject(texts["pyproject.toml"])
	cmake, python := texts["CMakeLists.txt"] != "", texts["setup.py"] != "" || project.System.Backend != ""
	var b *building
	switch {
	case python && (!cmake || texts["setup.py"] != "" || strings.HasPrefix(project.System.Backend, "scikit_build_core")):
		b = &building{kind: stacks.PythonBuild, by: "pyproject.toml", requires: project.System.Requires}
		if project.System.Backend == "" {
			b.by = "setup.py"
		}
		if len(b.requires) == 0 {
			b.requires = []string{"setuptools", "wheel"}
		}
		b.versions = slices.ContainsFunc(b.requires, func(r string) bool { return asksGit.MatchString(r) })
	case cmake:
		b = &building{kind: stacks.CMakeBuild, by: "CMakeLists.txt", programs: []string{"cmake", "g++", "gcc", "ninja"}}
		if err := b.readCMake(tree, texts["CMakeLists.txt"]); err != nil {
			return nil, err
		}
	case texts["Makefile"] != "":
		b = &building{kind: stacks.CommandBuild, by: "Makefile", programs: []string{"g++", "gcc", "make"}, install: installTarget.MatchString(texts["Makefile"])}
	default:
		return nil, nil
	}
	return b, nil
}

var (
	asksGit       = lazyregexp.New(`(?i)^(setuptools[-_.]scm|hatch[-_.]vcs|pbr|versioningit)\b`)
	installTarget = lazyregexp.New(`(?m)^install[ \t]*:`)
	nativeOption  = lazyregexp.New(`(?im)^\s*option\s*\(\s*([A-Z0-9_]*NATIVE[A-Z0-9_]*)\s`)
	installs      = lazyregexp.New(`(?im)^\s*install\s*\(`)
	executable    = lazyregexp.New(`(?im)^\s*add_(?:executable|library)\s*\(\s*([A-Za-z0-9_.+-]+)[ \t\r\n)]+(?:(ALIAS|IMPORTED|INTERFACE|OBJECT|STATIC)\b)?`)
)

// readCMake finds what a build here needs to be told: options that ask for the builder's own
// processor, which is refused, and targets where nothing is installed. It looks into the
// folders of the top, too.
func (b *building) readCMake(tree *object.Tree, text string) error {
	all := []string{text}
	for _, entry := range tree.Entries {
		if entry.Mode.IsFile() {
			continue
		}
		below, err := tree.Tree(entry.Name)
		if errors.Is(err, object.ErrDirectoryNotFound) {
			continue // a submodule
		}
		if err != nil {
			return err
		}
		text, err := textOf(below, "CMakeLists.txt")
		if err != nil {
			return err
		}
		all = append(all, text)
	}
	installed := false
	for i, text := range all {
		for _, found := range nativeOption.FindAllStringSubmatch(text, -1) {
			b.natives = append(b.natives, found[1])
		}
		installed = installed || installs.MatchString(text)
		for _, found := range executable.FindAllStringSubmatch(text, -1) {
			if i == 0 && found[2] == "" {
				b.targets = append(b.targets, found[1])
			}
		}
	}
	slices.Sort(b.natives)
	b.natives = slices.Compact(b.natives)
	if installed {
		b.targets = nil
	}
	return nil
}

// pyproject is what PEP 518 and PEP 517 say of a build.
type pyproject struct {
	System struct {
		Requires []string `toml:"requires"`
		Backend  string   `toml:"build-backend"`
	} `toml:"build-system"`
}

// readProject reads a pyproject.toml; one that does not read says nothing.
func readProject(text string) (p pyproject) {
	if err := toml.Unmarshal([]byte(text), &p); err != nil {
		return pyproject{}
	}
	return p
}

// maxBuildFile bounds what is read of a CMakeLists.txt and its kin.
const maxBuildFile = 4 << 20

// textOf reads a file of a folder; "" where there is none, or where a mirror lacks it.
func textOf(tree *object.Tree, name string) (string, error) {
	file, err := tree.File(name)
	if errors.Is(err, object.ErrFileNotFound) || err == nil && file.Size > maxBuildFile {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	return file.Contents()
}
