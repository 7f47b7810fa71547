package patches

import (
	"cmp"
	"path"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// rename is a file that went together with one that came.
type rename struct {
	from, to treeChange
	// score is how much of the larger one is in both, of renameMaxScore.
	score int
}

// The measures of git's diffcore-rename: half a file in common is a rename, three
// quarters if the name is kept.
const (
	renameMaxScore     = 60000
	renameMinScore     = renameMaxScore / 2
	renameSameName     = renameMinScore + (renameMaxScore-renameMinScore)/2
	renameLimit        = 1000
	renameMergeLimit   = 7000
	renameCandidates   = 4
	renameExactChoices = 100
)

// renameOptions say what is searched.
type renameOptions struct {
	// relevant says whether it matters what became of a path; nil for all.
	relevant func(path string) bool
	// empty takes empty files for renames of each other.
	empty bool
	limit int
}

// renames pairs files that went with files that came: first those that are equal, then
// those alike under the same name, then the rest by likeness.
func (o *objects) renames(changes []treeChange, opts renameOptions) ([]rename, error) {
	var sources, targets []treeChange
	for _, c := range changes {
		switch {
		case !c.new.exists() && (opts.empty || c.old.id != emptyBlob):
			sources = append(sources, c)
		case !c.old.exists() && (opts.empty || c.new.id != emptyBlob):
			targets = append(targets, c)
		}
	}
	if len(sources) == 0 || len(targets) == 0 {
		return nil, nil
	}
	s := renameSearch{objects: o, opts: opts, sources: sources, targets: targets,
		used: make([]bool, len(sources)), done: make([]bool, len(targets)), folders: map[string]map[string]int{},
		known: map[plumbing.Hash]chunkCounts{}}
	s.exact()
	if err := s.sameName(); err != nil {
		return nil, err
	}
	if err := s.alike(); err != nil {
		return nil, err
	}
	slices.SortFunc(s.found, func(a, b rename) int { return cmp.Compare(a.to.path, b.to.path) })
	return s.found, nil
}

var emptyBlob = objectID(plumbing.BlobObject, nil)

type renameSearch struct {
	*objects
	opts             renameOptions
	sources, targets []treeChange
	used, done       []bool
	// folders counts where files of a folder went.
	folders map[string]map[string]int
	known   map[plumbing.Hash]chunkCounts
	found   []rename
}

func (s *renameSearch) record(source, target, score int) {
	s.used[source], s.done[target] = true, true
	from, to := s.sources[source], s.targets[target]
	s.found = append(s.found, rename{from, to, score})
	counts := s.folders[path.Dir(from.path)]
	if counts == nil {
		counts = map[string]int{}
		s.folders[path.Dir(from.path)] = counts
	}
	counts[path.Dir(to.path)]++
}

func (s *renameSearch) relevant(source int) bool {
	return s.opts.relevant == nil || s.opts.relevant(s.sources[source].path)
}

// exact pairs files with equal content, those of the same name first.
func (s *renameSearch) exact() {
	byID := map[plumbing.Hash][]int{}
	for i, c := range s.sources {
		byID[c.old.id] = append(byID[c.old.id], i)
	}
	for j, target := range s.targets {
		best, bestScore := -1, -1
		choices := renameExactChoices
		for _, i := range byID[target.new.id] {
			source := s.sources[i]
			if (!source.old.regular() || !target.new.regular()) && source.old.mode != target.new.mode || s.used[i] {
				continue
			}
			score := 0
			if path.Base(source.path) == path.Base(target.path) {
				score = 1
			}
			if score > bestScore {
				best, bestScore = i, score
			}
			if choices--; score == 1 || choices == 0 {
				break
			}
		}
		if best >= 0 {
			s.record(best, j, renameMaxScore)
		}
	}
}

// sameName pairs files of which there is one of the name on each side; where there are
// several, the one in the folder where most of their folder went.
func (s *renameSearch) sameName() error {
	const several = -1
	unique := func(changes []treeChange, taken []bool) map[string]int {
		names := map[string]int{}
		for i, c := range changes {
			if taken[i] {
				continue
			}
			name := path.Base(c.path)
			if _, found := names[name]; found {
				names[name] = several
			} else {
				names[name] = i
			}
		}
		return names
	}
	sources, targets := unique(s.sources, s.used), unique(s.targets, s.done)
	guesses := map[string]string{}
	for folder, counts := range s.folders {
		guesses[folder] = mostFrequent(counts)
	}
	for i, c := range s.sources {
		if s.used[i] || !s.relevant(i) {
			continue
		}
		name := path.Base(c.path)
		j, found := targets[name]
		if !found {
			continue
		}
		if sources[name] == several || j == several {
			guess, known := guesses[path.Dir(c.path)]
			if !known {
				continue
			}
			at, exists := slices.BinarySearchFunc(s.targets, path.Join(guess, name), func(c treeChange, p string) int { return cmp.Compare(c.path, p) })
			if !exists {
				continue
			}
			j = at
		}
		if s.done[j] {
			continue
		}
		score, err := s.similarity(c.old, s.targets[j].new, renameSameName)
		if err != nil {
			return err
		}
		if score >= renameSameName {
			s.record(i, j, score)
		}
	}
	return nil
}

// mostFrequent is the key with the highest count, of several the first in order.
func mostFrequent(counts map[string]int) string {
	best := ""
	for key, n := range counts {
		if n > counts[best] || n == counts[best] && key < best {
			best = key
		}
	}
	return best
}

// alike pairs the rest, the most alike first.
func (s *renameSearch) alike() error {
	var sources []int
	for i := range s.sources {
		if !s.used[i] && s.relevant(i) {
			sources = append(sources, i)
		}
	}
	left := 0
	for _, done := range s.done {
		if !done {
			left++
		}
	}
	if len(sources)*left > s.opts.limit*s.opts.limit {
		return nil
	}
	type candidate struct{ source, target, score, name int }
	better := func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.name, a.name))
	}
	var all []candidate
	for j := range s.targets {
		if s.done[j] {
			continue
		}
		var best []candidate
		for _, i := range sources {
			score, err := s.similarity(s.sources[i].old, s.targets[j].new, renameMinScore)
			if err != nil {
				return err
			}
			if score < renameMinScore {
				continue
			}
			c := candidate{i, j, score, 0}
			if path.Base(s.sources[i].path) == path.Base(s.targets[j].path) {
				c.name = 1
			}
			best = append(best, c)
		}
		slices.SortStableFunc(best, better)
		all = append(all, best[:min(len(best), renameCandidates)]...)
	}
	slices.SortStableFunc(all, better)
	for _, c := range all {
		if !s.used[c.source] && !s.done[c.target] {
			s.record(c.source, c.target, c.score)
		}
	}
	return nil
}

// similarity says how much two files have in common, of renameMaxScore; 0 if that is
// certainly less than least, or if the store lacks one of them (a partial clone): what
// nobody can read is no rename.
func (s *renameSearch) similarity(from, to fileEntry, least int) (int, error) {
	if !from.regular() || !to.regular() {
		return 0, nil
	}
	a, err := s.size(from.id)
	if err != nil {
		return 0, ignoreNotFound(err)
	}
	b, err := s.size(to.id)
	if err != nil {
		return 0, ignoreNotFound(err)
	}
	larger, smaller := max(a, b), min(a, b)
	if larger*(renameMaxScore-int64(least)) < (larger-smaller)*renameMaxScore || larger == 0 {
		return 0, nil
	}
	one, err := s.chunks(from.id)
	if err != nil {
		return 0, ignoreNotFound(err)
	}
	two, err := s.chunks(to.id)
	if err != nil {
		return 0, ignoreNotFound(err)
	}
	return int(one.common(two) * renameMaxScore / larger), nil
}

// size is a blob's, without reading it where the store knows.
func (o *objects) size(id plumbing.Hash) (int64, error) {
	if content, known := o.readBlob(id); known {
		return int64(len(content)), nil
	}
	done := o.ask()
	size, err := o.base.EncodedObjectSize(id)
	done()
	if err == nil {
		return size, nil
	}
	content, err := o.blob(id)
	return int64(len(content)), err
}

// chunkCounts are a file's chunks by hash, with the bytes in each, sorted.
type chunkCounts []chunkCount

type chunkCount struct{ hash, bytes uint32 }

// chunks cuts a blob into lines, of 64 bytes at most, and counts them by hash
// (git's diffcore-delta).
func (s *renameSearch) chunks(id plumbing.Hash) (chunkCounts, error) {
	if known, found := s.known[id]; found {
		return known, nil
	}
	content, err := s.blob(id)
	if err != nil {
		return nil, err
	}
	const prime, longest = 107927, 64
	text := !isBinary(content)
	counts := map[uint32]uint32{}
	var one, two, n uint32
	for i, c := range content {
		if text && c == '\r' && i+1 < len(content) && content[i+1] == '\n' {
			continue
		}
		was := one
		one = one<<7 ^ two>>25
		two = two<<7 ^ was>>25
		one += uint32(c)
		if n++; n < longest && c != '\n' {
			continue
		}
		counts[(one+two*0x61)%prime] += n
		one, two, n = 0, 0, 0
	}
	chunks := make(chunkCounts, 0, len(counts))
	for hash, bytes := range counts {
		chunks = append(chunks, chunkCount{hash, bytes})
	}
	slices.SortFunc(chunks, func(a, b chunkCount) int { return cmp.Compare(a.hash, b.hash) })
	s.known[id] = chunks
	return chunks, nil
}

// common is how many bytes are in both.
func (c chunkCounts) common(other chunkCounts) int64 {
	var sum int64
	for len(c) > 0 && len(other) > 0 {
		switch {
		case c[0].hash < other[0].hash:
			c = c[1:]
		case c[0].hash > other[0].hash:
			other = other[1:]
		default:
			sum += int64(min(c[0].bytes, other[0].bytes))
			c, other = c[1:], other[1:]
		}
	}
	return sum
}
