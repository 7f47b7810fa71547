package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"cairn/internal/lazyregexp"
	"cairn/lockfiles"
	"cairn/patches"
	"cairn/sources"
	"cairn/stacks"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/spf13/cobra"
)

func newInitCommand(s *session) *cobra.Command {
	var opts initOptions
	c := &cobra.Command{
		Use:     "init URL PATCHES [DIR]",
		GroupID: groupStack,
		Short:   "Make a workspace from an upstream and a folder of patch files",
		Long: `Make a workspace from an upstream's git URL and a folder of patch files: the commit
that they were cut from is looked for in the upstream's history, they are put in an
order in which each has what it needs, of snapshots that exclude each other the last
is taken, and all that was found out is said. DIR (default: the upstream's name) gets
a definition, copies of the patch files, byte for byte, and a lock.

Patch files of the series are those with ".patch" or ".diff" in their name, in the
order of their names, or of the dates in their names (20260507) where most have one.
Of several commits that fit equally the newest is taken that is no younger than those
dates. What does not go into the series is set aside, with the reason; nothing is
changed below PATCHES. A tag or a branch after --rev is the commit that it is of today:
the definition gets that.

The build is what CMakeLists.txt, pyproject.toml, setup.py or a Makefile say, with a
locked closure of Debian packages, so that it comes out the same on every machine;
the variant STACK@host builds with this machine's own compilers. What only you know
(targets, gates, the image) is a comment in the definition, at its place.`,
		Example: "  cairn init https://github.com/ggml-org/llama.cpp.git my/patches\n  cairn init https://github.com/ggml-org/llama.cpp.git my/patches stacks --rev db44417b",
		Args:    initArgs,
		RunE: func(c *cobra.Command, args []string) error {
			opts.url, opts.patches = args[0], args[1]
			if len(args) > 2 {
				opts.dir = args[2]
			}
			return runInit(c.Context(), s, opts)
		},
	}
	c.Flags().StringVar(&opts.name, "name", "", "call the stack `NAME` (default: the upstream's)")
	c.Flags().StringVar(&opts.rev, "rev", "", "pin the commit `C` instead of looking for one: an id, also a shortened one, a tag or a branch")
	c.Flags().StringArrayVar(&opts.exclude, "exclude", nil, "leave out paths that match `GLOB`; a mirror may lack their blobs")
	return c
}

func initArgs(c *cobra.Command, args []string) error {
	names := []string{"the git URL of an upstream", "a folder of PATCHES"}
	if len(args) == 3 {
		return nil
	}
	return exactArgs(names...)(c, args)
}

type initOptions struct {
	url, patches, dir, name, rev string
	exclude                      []string
}

var notInLabels = lazyregexp.New(`[^A-Za-z0-9_-]+`)

// upstreamName is what an upstream is called after its URL: "llama-cpp".
func upstreamName(url string) string {
	name := strings.TrimSuffix(path.Base(strings.TrimRight(filepath.ToSlash(url), "/")), ".git")
	name = strings.Trim(notInLabels.ReplaceAllString(name, "-"), "-_")
	if name == "" || name[0] >= '0' && name[0] <= '9' {
		name = "upstream-" + name
	}
	return strings.Trim(name, "-")
}

func runInit(ctx context.Context, s *session, opts initOptions) error {
	if !strings.Contains(opts.url, "://") {
		return usageError{message: fmt.Sprintf("%q is not a URL", opts.url), hint: "a definition names the public upstream, https://…; a copy on this machine is a --mirror URL=PATH, or file:///PATH"}
	}
	upstream := upstreamName(opts.url)
	if opts.name == "" {
		opts.name = upstream
	}
	if !patchName.MatchString(opts.name) {
		return usageError{message: fmt.Sprintf("--name: %q is no name for a stack", opts.name), hint: "letters, digits, - and _ are"}
	}
	if opts.dir == "" {
		opts.dir = opts.name
	}
	entries, err := os.ReadDir(opts.dir)
	if err == nil && len(entries) > 0 || errors.Is(err, syscall.ENOTDIR) {
		return standsAlready(opts.dir)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := wantPlace(opts.dir); err != nil {
		return err
	}
	started := time.Now()
	found, err := readPatchFolder(opts.patches)
	if err != nil {
		return err
	}
	survey := &survey{opts: opts, files: found, upstream: upstream}
	if err := survey.openUpstream(ctx, s); err != nil {
		return err
	}
	defer survey.close()
	if err := survey.look(ctx); err != nil {
		return interrupted(ctx, err)
	}
	if !s.json {
		survey.print(s)
	}
	if len(survey.series) == 0 {
		return &shown{status: exitFailed, line: fmt.Sprintf("none of %s of %s applies to a commit of %s", plural(len(found), "patch file", "patch files"), opts.patches, opts.url), hint: `"cairn patch inspect FILE" says what is in one; --rev C names the commit to try`}
	}
	lock, err := survey.write(ctx, s)
	if err != nil {
		return err
	}
	if s.json {
		return s.printJSON(survey.report())
	}
	survey.printBuild(s, lock)
	s.stage("written", fmt.Sprintf("%s: definition, %s, lock", opts.dir, plural(len(survey.copied()), "patch file", "patch files")), time.Since(started))
	in := *s
	in.dir = opts.dir
	s.stage("open", fmt.Sprintf("what only you know is a comment in %s: targets, gates, image", filepath.Join(opts.dir, opts.name+".hcl")), 0)
	next := "check"
	if survey.build != nil && survey.build.unresolved == "" {
		next = "build"
	}
	s.stage("next", in.command(next, opts.name), 0)
	return nil
}

func standsAlready(dir string) error {
	return usageError{message: dir + " is there already", hint: `name another DIR: "cairn init URL PATCHES DIR"; nothing that stands is written over`}
}

// openUpstream makes the history of the upstream readable, bringing its default branch
// where there is no mirror on disk.
func (v *survey) openUpstream(ctx context.Context, s *session) error {
	started := time.Now()
	live := s.newView()
	defer live.close()
	repositories, err := s.repositories(live.source)
	if err != nil {
		return err
	}
	v.close = func() { _ = repositories.Close() }
	asked := "branches " + sources.Redact(v.opts.url)
	if !strings.HasPrefix(v.opts.url, "file://") {
		live.line(asked, 0)
	}
	heads, err := repositories.Heads(ctx, v.opts.url)
	live.finish(asked, "")
	if err == nil && len(heads) == 0 {
		err = &statusError{status: exitFailed, err: fmt.Errorf("%s has no branches: nothing was ever committed there", v.opts.url), hint: "name the repository that the patches are cut from"}
	}
	if err != nil {
		v.close()
		return err
	}
	pin := lockfiles.Pin{Upstream: v.upstream, Git: v.opts.url, Revision: heads[0].Commit}
	v.objects, err = repositories.History(ctx, pin)
	if err != nil {
		v.close()
		return err
	}
	v.heads = present(v.objects, heads)
	if v.opts.rev != "" {
		if err := v.given(ctx, s, repositories, pin); err != nil {
			v.close()
			return err
		}
	}
	live.close()
	if !s.json {
		s.stage("upstream", fmt.Sprintf("%s %s@%s", v.opts.url, heads[0].Name, heads[0].Commit.Short()), time.Since(started))
	}
	return nil
}

// present are the heads that were brought: of a server only the default one's history.
func present(objects storer.EncodedObjectStorer, heads []sources.Head) []plumbing.Hash {
	var ids []plumbing.Hash
	for _, head := range heads {
		if objects.HasEncodedObject(plumbing.Hash(head.Commit)) == nil {
			ids = append(ids, plumbing.Hash(head.Commit))
		}
	}
	return ids
}

// initReport is "cairn init --json".
type initReport struct {
	Workspace string              `json:"workspace"`
	Stack     string              `json:"stack"`
	Upstream  string              `json:"upstream"`
	Base      *patches.CommitInfo `json:"base"`
	Equal     int                 `json:"equal"` // commits that fit as well as Base, it too
	By        patches.Confidence  `json:"by"`    // how the base was found; "none" where it was given
	Series    []initPatch         `json:"series"`
	Aside     []initAside         `json:"aside"`
	// Build is how it builds; null where the sources do not tell.
	Build *initBuild `json:"build"`
}

// initBuild is what the sources say of their build.
type initBuild struct {
	Kind      stacks.BuildKind `json:"kind"`
	File      string           `json:"file"` // that says so
	Directory string           `json:"directory"`
	Toolchain string           `json:"toolchain"`
	// Unresolved says why the definition does without it all the same, "" where it does not.
	Unresolved string `json:"unresolved,omitempty"`
}

// initPatch is a patch of the series.
type initPatch struct {
	Name   string         `json:"name"`
	File   string         `json:"file"`
	Status patches.Status `json:"status"`
	Strip  int            `json:"strip"`
	// Directory is below which it was cut, "" for the top.
	Directory string `json:"directory"`
	Recount   bool   `json:"recount"`
}

// initAside is a patch file that is not in it.
type initAside struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
	// Kept says that the definition has it all the same, as one that is not applied.
	Kept bool `json:"kept"`
}

func (v *survey) report() initReport {
	r := initReport{Workspace: v.opts.dir, Stack: v.opts.name, Upstream: v.opts.url, Base: v.base, Equal: v.equal, By: v.by, Series: []initPatch{}, Aside: []initAside{}}
	if b := v.build; b != nil {
		r.Build = &initBuild{Kind: b.kind, File: b.by, Directory: b.directory, Toolchain: closureOf[b.kind].toolchain, Unresolved: b.unresolved}
	}
	for _, f := range v.series {
		r.Series = append(r.Series, initPatch{Name: f.label, File: f.name, Status: f.status, Strip: f.strip, Directory: f.directory, Recount: f.recount})
	}
	for _, f := range v.files {
		if f.reason != "" {
			r.Aside = append(r.Aside, initAside{File: f.name, Reason: f.reason, Kept: f.kept})
		}
	}
	return r
}
