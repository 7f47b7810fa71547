package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"cairn/lockfiles"
	"cairn/patches"
	"cairn/sources"
	"cairn/stacks"
)

// print says what was found.
func (v *survey) print(s *session) {
	counts := map[string]int{}
	for _, f := range v.files {
		switch {
		case f.reason == "":
			counts["in"]++
		case strings.HasPrefix(f.reason, "damaged"), strings.HasPrefix(f.reason, "undecodable"):
			counts["damaged"]++
		default:
			counts["aside"]++
		}
	}
	text := fmt.Sprintf("%s: %d in the series, %d set aside", plural(len(v.files), "file", "files"), counts["in"], counts["aside"])
	if n := counts["damaged"]; n > 0 {
		text += fmt.Sprintf(", %d damaged", n)
	}
	s.stage("patches", text, 0)
	var rows [][]string
	others := 0
	for _, f := range v.files {
		switch f.reason {
		case "":
		case elsewhere:
			others++
		default:
			rows = append(rows, []string{"aside   ", f.name, f.reason})
		}
	}
	table(s.stdout, rows)
	if others > 0 {
		s.stage("aside", fmt.Sprintf("%s of which nothing stands in the upstream's history", plural(others, "file", "files")), 0)
	}
	v.printRemedies(s)
	if v.base != nil {
		how := map[patches.Confidence]string{patches.ByIDs: "by blob ids", patches.ByPart: "by some blob ids", patches.ByContent: "by content", patches.Nowhere: "as you said"}[v.by]
		s.stage("base", fmt.Sprintf("%.9s %q, %s · %s", v.base.ID, v.base.Title, v.base.Date.Format("2006-01-02"), how), 0)
		switch {
		case v.dated:
			s.stage("", fmt.Sprintf("of %d commits that fit equally the newest of the day of the oldest patch; --rev names another", v.equal), 0)
		case v.equal > 1:
			s.stage("", fmt.Sprintf("the newest of %d commits that fit equally; --rev names another", v.equal), 0)
		}
	}
	rows = nil
	for i, f := range v.series {
		how := string(f.status)
		if f.recount {
			how += ", recounted"
		}
		if f.strip != 1 {
			how += fmt.Sprintf(", strip %d", f.strip)
		}
		if f.directory != "" {
			how += ", in " + f.directory
		}
		rows = append(rows, []string{fmt.Sprintf("%4d ", i+1), f.label, how})
	}
	table(s.stdout, rows)
}

// printRemedies names the commands for what is set aside because it does not read.
func (v *survey) printRemedies(s *session) {
	base := "COMMIT"
	if v.base != nil {
		base = v.base.ID[:12]
	}
	var sketch, broken *surveyed
	for _, f := range v.files {
		switch {
		case f.sketch && sketch == nil:
			sketch = f
		case strings.HasPrefix(f.reason, "undecodable") && broken == nil:
			broken = f
		}
	}
	in := func(f *surveyed) string { return filepath.Join(v.opts.patches, filepath.FromSlash(f.name)) }
	if sketch != nil {
		s.stage("", fmt.Sprintf("damaged: cairn patch mend --repo CLONE --rev %s %s -o OUT", base, in(sketch)), 0)
	}
	if broken != nil {
		s.stage("", fmt.Sprintf("undecodable: cairn patch repair %s -o OUT", in(broken)), 0)
	}
}

// printBuild says how the workspace builds, and what it leaves open.
func (v *survey) printBuild(s *session, lock *lockfiles.Lock) {
	b := v.build
	if b == nil {
		s.stage("build", "not found: no CMakeLists.txt, pyproject.toml, setup.py or Makefile", 0)
		return
	}
	where := path.Join(b.directory, b.by)
	if b.unresolved != "" {
		s.stage("build", fmt.Sprintf("python (%s), left out: %s", where, b.unresolved), 0)
		return
	}
	closure := closureOf[b.kind].toolchain
	with := closure
	if view, ok := lock.View(""); ok {
		if entry, ok := view.Toolchain(closure); ok && entry.Pending == "" {
			with = fmt.Sprintf("%s: %d packages of Debian by digest", closure, len(entry.Packages))
		} else if ok {
			with = fmt.Sprintf("%s, which is pending: %s", closure, entry.Pending)
		}
		if view.Python != nil {
			with += fmt.Sprintf(", %d of Python", len(view.Python.Wheels)+len(view.Python.Sdists))
			if n := len(view.Python.Pending); n > 0 {
				with += fmt.Sprintf(", %d pending (%s)", n, view.Python.Pending[0].Reason)
			}
		}
	}
	s.stage("build", fmt.Sprintf("%s (%s) with %s", b.kind, where, with), 0)
	if b.programs != nil {
		s.stage("", fmt.Sprintf("%s@host: with this machine's own compilers, marked impure", v.opts.name), 0)
	}
	if len(b.natives) > 0 {
		s.stage("", strings.Join(b.natives, ", ")+" = OFF: a build says in isa what it is for", 0)
	}
}

// copied are the files that the workspace gets: the series, and what can replace a part
// of it.
func (v *survey) copied() []*surveyed {
	files := append([]*surveyed(nil), v.series...)
	for _, f := range v.files {
		if f.kept {
			files = append(files, f)
		}
	}
	return files
}

// write makes the workspace in a folder beside its place, locks it there, and moves it
// into the place as the last thing: what was cut off leaves nothing there, and what it
// leaves beside, the next one removes.
func (v *survey) write(ctx context.Context, s *session) (lock *lockfiles.Lock, err error) {
	place := filepath.Clean(v.opts.dir)
	if err := os.MkdirAll(filepath.Dir(place), 0o777); err != nil {
		return nil, err
	}
	folder, remove, err := beside(place, "init")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	work := filepath.Join(folder, "workspace")
	for _, f := range v.copied() {
		if err := writeBelow(filepath.Join(work, filepath.FromSlash(v.path(f))), f.content); err != nil {
			return nil, err
		}
	}
	if err := writeBelow(filepath.Join(work, "cairn.hcl"), []byte("cairn {\n  required_version = \">= "+version+"\"\n}\n")); err != nil {
		return nil, err
	}
	lock, err = v.settle(ctx, s, work)
	if err != nil {
		return nil, err
	}
	if err := takePlace(work, place); err != nil {
		if entries, errRead := os.ReadDir(place); errRead == nil && len(entries) > 0 {
			return nil, standsAlready(v.opts.dir) // made by another process meanwhile
		}
		return nil, err
	}
	in := *s
	in.dir = v.opts.dir
	ws, err := in.workspace()
	if err != nil {
		return nil, err
	}
	return lock, in.keepClosures(ws, v.archive, lock)
}

// settle writes the definition and its lock. Where the packages that a build of Python
// needs cannot be resolved, the definition does without that build, and says so.
func (v *survey) settle(ctx context.Context, s *session, dir string) (*lockfiles.Lock, error) {
	closures, diags := stacks.Load("embedded", stacks.Embedded(), version)
	if diags.HasErrors() {
		panic(diags) // a test loads it
	}
	file := filepath.Join(dir, v.opts.name+".hcl")
	if err := writeDefinition(file, v.definition(closures)); err != nil {
		return nil, err
	}
	lock, err := v.lock(ctx, s, dir)
	if err == nil || ctx.Err() != nil || v.build == nil || v.build.kind != stacks.PythonBuild {
		return lock, err
	}
	unresolved := err
	v.build.unresolved = unresolved.Error()
	if err := writeDefinition(file, v.definition(closures)); err != nil {
		return nil, err
	}
	if lock, err = v.lock(ctx, s, dir); err != nil {
		return nil, unresolved // it was not the packages
	}
	return lock, nil
}

// writeBelow writes a file of a folder that nobody else knows yet, and the folders above it.
func writeBelow(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, content, 0o666)
}

// path is a patch file's in the workspace.
func (v *survey) path(f *surveyed) string { return "patches/" + v.opts.name + "/" + f.name }

// lock writes the lock of the workspace in dir. Closures that cairn's own locks have are
// taken from there: nothing is asked for, and all that init makes build with the same.
func (v *survey) lock(ctx context.Context, s *session, dir string) (*lockfiles.Lock, error) {
	in := *s
	in.dir = dir
	ws, err := in.workspace()
	if err != nil {
		return nil, err
	}
	known := &lockfiles.Lock{Stack: v.opts.name}
	if v.build != nil {
		embedded := *s
		embedded.dir = ""
		ours, err := embedded.readLock(nil, closureOf[v.build.kind].stack)
		if err != nil {
			return nil, err
		}
		for _, view := range ours.Views {
			known.Views = append(known.Views, &lockfiles.View{Variant: view.Variant, Attributes: view.Attributes, Toolchains: view.Toolchains})
		}
	}
	lock, archive, err := in.resolveOnly(ctx, ws, v.opts.name, known, nil)
	var missing *sources.MissingBlobError
	if errors.As(err, &missing) {
		flags := ""
		for _, path := range append(slices.Clone(v.opts.exclude), missing.Paths()...) {
			flags += " --exclude " + strconv.Quote(path)
		}
		return nil, hinted(err, "if the build can do without it, run the same with%s", flags)
	}
	if err != nil {
		return nil, err
	}
	v.archive = archive
	return lock, writeBelow(in.lockPath(ws, v.opts.name), lock.Bytes())
}
