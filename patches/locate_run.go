package patches

import (
	"context"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Locate finds the upstream commit that each patch file was cut from, among all that
// heads reach, and the one for all of them. The first head is the main branch: of
// commits that fit equally, those of its first-parent line win, then those that it
// reaches, then the others.
//
// Blob ids of index lines decide where there are any, the fewest mismatches win. What
// has no usable id is judged by whether the old lines of its hunks stand there. An
// error is about reading objects, or is ctx's.
func Locate(ctx context.Context, objects storer.EncodedObjectStorer, heads []plumbing.Hash, files []Input) (*LocateReport, error) {
	h, err := ReadHistory(ctx, objects, heads...)
	if err != nil {
		return nil, err
	}
	return h.Locate(ctx, heads, files)
}

// Locate is the function Locate on a history that was read before, which has heads. All
// of its commits are looked at.
func (h *History) Locate(ctx context.Context, heads []plumbing.Hash, files []Input) (*LocateReport, error) {
	l := &locating{history: h, missing: map[plumbing.Hash]bool{}}
	for _, input := range files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		l.read(input)
	}
	if err := l.look(ctx); err != nil {
		return nil, err
	}
	if err := l.resolveNames(ctx, heads); err != nil {
		return nil, err
	}
	if err := l.prefer(heads); err != nil {
		return nil, err
	}
	for i := range l.files {
		for _, s := range l.files[i].sections {
			s.byContent = len(s.hunks) > 0 && (s.id == "" || !l.wasThere(s, l.watch.index(s.path)))
		}
	}
	report := &LocateReport{Commits: h.Len(), States: len(l.watch.states), Cut: h.cut, Files: []Location{}}
	for i := range l.files {
		location, err := l.locate(ctx, l.files[i:i+1])
		if err != nil {
			return nil, err
		}
		location.File, location.Fault = files[i].Name, l.files[i].fault
		report.Files = append(report.Files, *location)
	}
	if len(l.files) > 1 {
		var err error
		if report.Series, err = l.locate(ctx, l.files); err != nil {
			return nil, err
		}
	}
	report.Missing = len(l.missing)
	return report, nil
}

// locating is a search for bases.
type locating struct {
	history *History
	files   []locateFile
	watch   *pathWatch
	// states has the state of each commit of the history.
	states []int32
	// lines is which commits are preferred: 0 those of the first head's own line, 1
	// those that it reaches, 2 the others.
	lines []int8
	// content is how well hunks sit in blobs.
	content map[contentKey]placedHunks
	// missing are blobs that were wanted and are not in the store.
	missing map[plumbing.Hash]bool
}

// locateFile is what is read of one patch file.
type locateFile struct {
	fault    *Fault
	hint     string
	sections []*locateSection
}

// locateSection is a file section that says something about its base.
type locateSection struct {
	patch string
	// named is the path in the patch, path that in the tree.
	named, path string
	// id is the old blob's, as abbreviated; "" if it names none. absent says that there
	// is no such file before it.
	id     string
	absent bool
	// made is what the section makes of it, as abbreviated.
	made  string
	hunks []wantedHunk
	// fits remembers for entries whether they have the id.
	fits map[int32]bool
	// byContent says that its hunks count: it has no id, or one that was never there.
	byContent bool
}

// read takes in a file. A sketch, or one that is damaged further down, is read as far
// as it goes.
func (l *locating) read(input Input) {
	var f locateFile
	defer func() { l.files = append(l.files, f) }()
	decoded, err := Decode(input.Name, input.Content, input.Options.Limits)
	if err != nil {
		f.fault = &Fault{Message: err.Error(), Hint: repairFileHint}
		return
	}
	opts := input.Options.parse()
	patch := Parse(decoded.Diff, opts)
	if len(patch.Faults) > 0 {
		f.fault = &patch.Faults[0]
		opts.Sketch = true
		patch = Parse(decoded.Diff, opts)
	}
	f.hint = baseCommit(decoded.Diff)
	s, fault := newSession(newObjects(l.history.objects), plumbing.ZeroHash, input.Options)
	if fault != nil {
		f.fault = fault
		return
	}
	for j := range patch.Files {
		d := &patch.Files[j]
		if !s.uses(d) {
			continue
		}
		old, oldID, newID, created := d.OldName, d.OldID, d.NewID, d.Creation == Yes
		if input.Options.Reverse {
			old, oldID, newID, created = d.NewName, d.NewID, d.OldID, d.Deletion == Yes
		}
		section := &locateSection{patch: input.Name, named: old, id: strings.ToLower(oldID), made: strings.ToLower(newID), fits: map[int32]bool{}}
		if old == "" || created || strings.Trim(oldID, "0") == "" && oldID != "" {
			section.named, section.id, section.absent = d.Name(), "", true
		} else {
			section.hunks = wantedHunks(d, patch.Source, input.Options.Reverse)
		}
		section.path = section.named
		f.sections = append(f.sections, section)
	}
}

// baseCommit is what git format-patch --base writes into a mail's end.
func baseCommit(text []byte) string {
	const key = "base-commit: "
	for line := range strings.Lines(string(text[max(0, len(text)-4096):])) {
		if id, found := strings.CutPrefix(strings.TrimSpace(line), key); found && plumbing.IsHash(id) {
			return id
		}
	}
	return ""
}

// look finds out what every commit has at the paths.
func (l *locating) look(ctx context.Context) error {
	var paths []string
	for i := range l.files {
		for _, s := range l.files[i].sections {
			paths = append(paths, s.path)
		}
	}
	l.watch = newPathWatch(l.history.objects, paths)
	l.states = make([]int32, l.history.Len())
	l.content = map[contentKey]placedHunks{}
	for i := range l.states {
		if i%64 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		var err error
		if l.states[i], err = l.watch.state(l.history.commits[i].tree); err != nil {
			return err
		}
	}
	return nil
}

// resolveNames finds the files that patches mean whose names were never in a tree: those
// with an absolute path, or another folder. The one in the first head's tree is meant
// that has the most of the path's end, if there is just one.
func (l *locating) resolveNames(ctx context.Context, heads []plumbing.Hash) error {
	known := map[string]bool{}
	for _, state := range l.watch.states {
		for path, entry := range state {
			if l.watch.entries[entry].isFile() {
				known[l.watch.paths[path]] = true
			}
		}
	}
	var listed []string
	moved := false
	for i := range l.files {
		for _, s := range l.files[i].sections {
			if known[s.path] || s.absent || len(heads) == 0 {
				continue
			}
			if listed == nil {
				head, err := l.history.at(heads[0])
				if err != nil {
					return err
				}
				changed, err := changedFiles(l.history.objects, plumbing.ZeroHash, l.history.commits[head].tree)
				if err != nil {
					return err
				}
				for _, file := range changed {
					listed = append(listed, file.path)
				}
			}
			if path := sameEnd(s.path, listed); path != "" {
				s.path, moved = path, true
			}
		}
	}
	if !moved {
		return nil
	}
	return l.look(ctx)
}

// sameEnd is the path that has the most names at its end in common with name, "" if
// there are several, or none.
func sameEnd(name string, paths []string) string {
	want := strings.Split(name, "/")
	best, bestCount, several := "", 0, false
	for _, path := range paths {
		have := strings.Split(path, "/")
		count := 0
		for count < len(want) && count < len(have) && want[len(want)-1-count] == have[len(have)-1-count] {
			count++
		}
		if count > bestCount {
			best, bestCount, several = path, count, false
		} else if count == bestCount {
			several = true
		}
	}
	if several {
		return ""
	}
	return best
}

// prefer ranks the commits by where they stand to the heads.
func (l *locating) prefer(heads []plumbing.Hash) error {
	l.lines = make([]int8, l.history.Len())
	for i := range l.lines {
		l.lines[i] = 2
	}
	if len(heads) == 0 {
		return nil
	}
	head, err := l.history.at(heads[0])
	if err != nil {
		return err
	}
	for i, reached := range l.history.ancestors(head) {
		if reached {
			l.lines[i] = 1
		}
	}
	for _, i := range l.history.firstParents(head) {
		l.lines[i] = 0
	}
	return nil
}
