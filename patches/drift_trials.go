package patches

import (
	"context"
	"encoding/binary"
	"errors"
	"path"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// trials tries patches on versions of the files that they touch, and on nothing else of
// a tree. File sections whose names have nothing to do with each other are tried apart,
// so that each is tried once for each version of its own files.
type trials struct {
	objects storer.EncodedObjectStorer
	patches []*trialPatch
	watch   *pathWatch
	groups  []*trialGroup
}

// trialPatch is a patch, read.
type trialPatch struct {
	input Input
	patch *Patch
	fault *Fault
	slots []trialSlot
}

// trialSlot is a hunk of a patch, or a section without hunks.
type trialSlot struct {
	group, piece, at int // at counts in the piece
	section          int
	hunk             int // -1 for none
}

// trialGroup is names that belong together, and the sections of all patches on them.
type trialGroup struct {
	paths  []int // indexes of watch.paths
	pieces []trialPiece
	tried  map[string]*trialResult
}

// trialPiece is the sections of one patch in a group.
type trialPiece struct {
	patch    int
	sections []int
	sub      *Patch
	slots    int
}

// trialResult is what became of a group's pieces on one version of its files.
type trialResult struct {
	// unread says why it could not be tried: the repository lacks something of it.
	unread error
	// alone and stacked have an outcome for each piece: on the version itself, and on
	// what the pieces before it have made of it. A piece that does not apply leaves
	// things as they were.
	alone, stacked []trialOutcome
}

type trialOutcome struct {
	applies bool
	hunks   []hunkOutcome
	// follows is the piece before it that did not apply, -1 if all did.
	follows int
}

type hunkOutcome struct {
	state HunkState
	line  int // where it was placed, from 1
}

// applies says whether a hunk in that state has a place. One that has only with less
// context has it, too: that is what Options.Context asks for.
func (s HunkState) applies() bool { return s == HunkExact || s == HunkOffset || s == HunkFuzzy }

// newTrials reads patches. Those that cannot be read have a fault, and no slots.
func newTrials(ctx context.Context, objects storer.EncodedObjectStorer, files []Input) (*trials, error) {
	t := &trials{objects: objects}
	names := newNameGroups()
	used := make([][]int, len(files))
	for i, input := range files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p := &trialPatch{input: input}
		t.patches = append(t.patches, p)
		decoded, err := Decode(input.Name, input.Content, input.Options.Limits)
		if err != nil {
			p.fault = &Fault{Message: err.Error(), Hint: repairFileHint}
			continue
		}
		p.patch = Parse(decoded.Diff, input.Options.parse())
		if len(p.patch.Faults) > 0 {
			p.fault = &p.patch.Faults[0]
			continue
		}
		s, fault := newSession(newObjects(objects), plumbing.ZeroHash, input.Options)
		if fault != nil {
			p.fault = fault
			continue
		}
		for j := range p.patch.Files {
			f := &p.patch.Files[j]
			if s.uses(f) {
				used[i] = append(used[i], j)
				names.join(f.OldName, f.NewName)
			}
		}
	}
	t.group(names, used)
	return t, nil
}

// group makes the groups, and the slots of the patches.
func (t *trials) group(names *nameGroups, used [][]int) {
	paths := names.all()
	names.joinNested(paths)
	// What fixes or refuses white space reads attributes as well.
	attributes := map[string][]string{}
	of := map[string]int{}
	for i, p := range t.patches {
		for _, section := range used[i] {
			f := &p.patch.Files[section]
			root := names.root(f.Name())
			at, ok := of[root]
			if !ok {
				at = len(t.groups)
				of[root] = at
				t.groups = append(t.groups, &trialGroup{tried: map[string]*trialResult{}})
			}
			g := t.groups[at]
			n := len(g.pieces)
			if n == 0 || g.pieces[n-1].patch != i {
				g.pieces = append(g.pieces, trialPiece{patch: i, sub: &Patch{Source: p.patch.Source}})
				n++
			}
			piece := &g.pieces[n-1]
			for hunk := range max(len(f.Hunks), 1) {
				if len(f.Hunks) == 0 {
					hunk = -1
				}
				p.slots = append(p.slots, trialSlot{at, n - 1, piece.slots, section, hunk})
				piece.slots++
			}
			piece.sections = append(piece.sections, section)
			piece.sub.Files = append(piece.sub.Files, *f)
			if w := p.input.Options.Whitespace; w == WhitespaceFix || w == WhitespaceError {
				attributes[root] = append(attributes[root], attributeFiles(f.OldName, f.NewName)...)
			}
		}
	}
	all := slices.Clone(paths)
	for _, more := range attributes {
		all = append(all, more...)
	}
	t.watch = newPathWatch(t.objects, all)
	watched := make(map[string]int, len(t.watch.paths))
	for i, path := range t.watch.paths {
		watched[path] = i
	}
	for _, path := range paths {
		if at, ok := of[names.root(path)]; ok {
			t.groups[at].paths = append(t.groups[at].paths, watched[path])
		}
	}
	for root, files := range attributes {
		g := t.groups[of[root]]
		for _, path := range files {
			g.paths = append(g.paths, watched[path])
		}
	}
	for _, g := range t.groups {
		slices.Sort(g.paths)
		g.paths = slices.Compact(g.paths)
	}
}

// attributeFiles are the .gitattributes that can speak about names.
func attributeFiles(names ...string) []string {
	var files []string
	for _, name := range names {
		for i := range len(name) {
			if i == 0 || name[i-1] == '/' {
				files = append(files, name[:i]+".gitattributes")
			}
		}
	}
	return files
}

// key is what a state has at a group's paths.
func (g *trialGroup) key(w *pathWatch, state int32) string {
	key := make([]byte, 0, 4*len(g.paths))
	for _, path := range g.paths {
		key = binary.LittleEndian.AppendUint32(key, uint32(w.states[state][path]))
	}
	return string(key)
}

// try tries a group's pieces on a state. It may be called from several goroutines if
// objects may be read from them.
func (t *trials) try(ctx context.Context, g *trialGroup, state int32) (*trialResult, error) {
	o := newObjects(t.objects)
	root, err := t.tree(o, g, state)
	if err != nil {
		return nil, err
	}
	result := &trialResult{}
	stack, failed := root, -1
	for i := range g.pieces {
		alone, tree, err := t.piece(ctx, o, root, &g.pieces[i])
		if err != nil {
			return nil, err
		}
		result.alone = append(result.alone, alone)
		on := alone
		if stack != root {
			if on, tree, err = t.piece(ctx, o, stack, &g.pieces[i]); err != nil {
				return nil, err
			}
		}
		on.follows = failed
		if on.applies {
			stack = tree
		} else if failed < 0 {
			failed = i
		}
		result.stacked = append(result.stacked, on)
	}
	return result, nil
}

// tree makes a tree of nothing but what a state has at a group's paths.
func (t *trials) tree(o *objects, g *trialGroup, state int32) (plumbing.Hash, error) {
	found := map[string]change{}
	for _, i := range g.paths {
		e := t.watch.entry(state, i)
		if e.mode == 0 {
			continue
		}
		name := t.watch.paths[i]
		if e.blocked > 0 {
			name = name[:e.blocked]
		}
		found[name] = change{path: name, mode: e.mode, id: e.id}
	}
	folders := map[string]bool{}
	for name := range found {
		for folder := path.Dir(name); folder != "." && !folders[folder]; folder = path.Dir(folder) {
			folders[folder] = true
		}
	}
	changes := make([]change, 0, len(found))
	for name, c := range found {
		if c.mode&modeType == modeTree && folders[name] {
			continue // those below make the folder
		}
		changes = append(changes, c)
	}
	b := &batch{objects: o}
	root, err := b.with(plumbing.ZeroHash, changes)
	if err != nil {
		return root, err
	}
	return root, o.keep(b)
}

// piece tries one piece on a tree, and gives the tree that it makes.
func (t *trials) piece(ctx context.Context, o *objects, root plumbing.Hash, piece *trialPiece) (trialOutcome, plumbing.Hash, error) {
	out := trialOutcome{follows: -1}
	s, fault := newSession(o, root, t.patches[piece.patch].input.Options)
	if fault != nil {
		return out, root, fault
	}
	s.patch = piece.sub
	if err := s.run(ctx); err != nil && !errors.As(err, &fault) {
		return out, root, err
	}
	spoiled := fault != nil || s.opts.Whitespace == WhitespaceError && s.spaceErrors > 0 || s.outOfOrder() != nil
	failed := slices.ContainsFunc(s.sections, func(target *target) bool { return target.failed })
	tree := root
	if !spoiled && !failed {
		b := &batch{objects: o}
		written, fault, err := s.write(b)
		if err != nil {
			return out, root, err
		}
		if spoiled = fault != nil; !spoiled {
			tree, out.applies = written, true
			if err := o.keep(b); err != nil {
				return out, root, err
			}
		}
	}
	for _, target := range s.sections {
		out.hunks = append(out.hunks, target.outcomes(spoiled)...)
	}
	return out, tree, nil
}

// outcomes are those of the section's hunks. Spoiled says that the patch does not apply
// for another reason.
func (t *target) outcomes(spoiled bool) []hunkOutcome {
	out := make([]hunkOutcome, max(len(t.Hunks), 1))
	for i := range out {
		switch {
		case t.landed:
			out[i].state = HunkLanded
		case spoiled || t.failed:
			out[i].state = HunkConflict
		default:
			out[i].state = HunkExact
		}
	}
	if spoiled {
		return out
	}
	for _, v := range t.verdict.Hunks {
		if v.Index <= len(out) {
			out[v.Index-1] = hunkOutcome{v.State, v.Line}
		}
	}
	return out
}
