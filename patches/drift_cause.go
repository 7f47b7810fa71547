package patches

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// cause says what the commit after the k-th of the line did to a hunk, which applies up
// to there.
func (d *drifting) cause(ctx context.Context, i int, slot *trialSlot, k int) (*Break, error) {
	info, err := d.info(k + 1)
	if err != nil {
		return nil, err
	}
	b := &Break{Commit: *info, Unsure: d.unread[slot.group][k]}
	now := d.outcome(i, slot, k+1)
	if d.stacked[i] && now.follows >= 0 && now.hunks[slot.at].state == HunkConflict {
		first := d.trials.groups[slot.group].pieces[now.follows].patch
		b.Did, b.Patch = FollowsPatch, d.trials.patches[first].input.Name
		return b, nil
	}
	if b.Brought, err = d.brought(ctx, i, slot, k); ignoreNotFound(err) != nil {
		return nil, err
	}
	if now.hunks[slot.at].state == HunkLanded {
		b.Did = LandedChange
		return b, nil
	}
	c := &causing{drifting: d, brk: b, before: d.history.commits[d.line[k]].tree, after: d.history.commits[d.line[k+1]].tree}
	err = c.find(i, slot, k)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		// What it did cannot be read; that it changed the file is known.
		b.Did, err = ChangedContext, nil
	}
	return b, err
}

// causing is the search for what a commit did.
type causing struct {
	*drifting
	brk           *Break
	before, after plumbing.Hash
}

// find fills in what the commit did.
func (c *causing) find(i int, slot *trialSlot, k int) error {
	t := c.trials.patches[i]
	f := &t.patch.Files[slot.section]
	reverse := t.input.Options.Reverse
	path, other := f.OldName, f.NewName
	if reverse {
		path, other = other, path
	}
	was, is, err := c.entries(path)
	if err != nil {
		return err
	}
	// What it creates or renames to may have come, instead of what it changes.
	if path == "" || was == is && other != "" && other != path {
		c.brk.Did, c.brk.Path = CreatedFile, other
		return nil
	}
	if !was.isFile() {
		// Only a section that leaves open whether it creates the file applies to nothing.
		c.brk.Did, c.brk.Path = CreatedFile, path
		return nil
	}
	var pre []patchLine
	at := 0
	if slot.hunk >= 0 {
		h := &f.Hunks[slot.hunk]
		pre = oldLines(h, t.patch.Source, reverse)
		at = c.outcome(i, slot, k).hunks[slot.at].line - 1
		for j := range slot.hunk {
			// The place is that in the file as the hunks before leave it.
			if earlier := &f.Hunks[j]; c.outcome(i, slot, k).hunks[slot.at-slot.hunk+j].state.applies() {
				at -= earlier.Added - earlier.Deleted
			}
		}
	}
	old, err := rawObject(c.trials.objects, plumbing.BlobObject, was.id)
	if err != nil || was.mode&modeType == modeGitlink {
		c.brk.Did = ChangedContext
		return err
	}
	switch {
	case is.mode == 0 || is.blocked > 0 || is.mode&modeType == modeTree:
		return c.gone(path, old, pre)
	case (is.mode^was.mode)&modeType != 0:
		c.brk.Did = ChangedType
		return nil
	}
	created, err := rawObject(c.trials.objects, plumbing.BlobObject, is.id)
	if err != nil {
		return err
	}
	return c.changed(path, old, created, pre, at)
}

// entries is what was and is at a path.
func (c *causing) entries(path string) (was, is pathEntry, err error) {
	if path == "" {
		return was, is, nil
	}
	at := c.trials.watch.index(path)
	before, err := c.trials.watch.state(c.before)
	if err != nil {
		return was, is, err
	}
	after, err := c.trials.watch.state(c.after)
	if err != nil {
		return was, is, err
	}
	return *c.trials.watch.entry(before, at), *c.trials.watch.entry(after, at), nil
}

// maxMovedFiles bounds how many files of one commit are read to find out where lines
// or a file went: enough for any but a reformatting of everything.
const maxMovedFiles = 300

// gone finds out where a file went, or at least the hunk's lines.
func (c *causing) gone(path string, old []byte, pre []patchLine) error {
	c.brk.Did = DeletedFile
	files, err := changedFiles(c.trials.objects, c.before, c.after)
	if err != nil {
		return err
	}
	best, bestScore := "", 0.0
	oldLines := hashLines(old, false)
	id := objectID(plumbing.BlobObject, old)
	created := 0
	for _, file := range files {
		if file.was.mode != 0 {
			continue
		}
		score := 0.0
		if file.is.id == id {
			score = 2
		} else if created++; created <= maxMovedFiles {
			content, err := rawObject(c.trials.objects, plumbing.BlobObject, file.is.id)
			if err != nil {
				return err
			}
			score = similarity(oldLines, hashLines(content, false))
		}
		if sameBase(path, file.path) {
			score += 0.01 // of two that are as alike
		}
		if score > bestScore {
			best, bestScore = file.path, score
		}
	}
	// Git's rename detection, too, asks for half of the file (diffcore-rename).
	if bestScore >= 0.5 {
		c.brk.Did, c.brk.Path = RenamedFile, best
		return nil
	}
	c.brk.Path, c.brk.Line, err = c.wentTo(files, path, pre)
	return err
}

func sameBase(a, b string) bool {
	return a[strings.LastIndexByte(a, '/')+1:] == b[strings.LastIndexByte(b, '/')+1:]
}

// changed finds out what a change of the file did to the hunk's old lines, which stood
// at the index at.
func (c *causing) changed(path string, old, created []byte, pre []patchLine, at int) error {
	c.brk.Did = ChangedContext
	if len(pre) == 0 {
		return nil // a binary file, or an insertion that wants an empty one
	}
	before, after := hashLines(old, false), hashLines(created, false)
	want := make([]uint64, len(pre))
	for i := range pre {
		want[i] = hashLine(pre[i].text)
	}
	alive, where := survivors(before, after, want, at)
	var lost []patchLine
	lostSignificant, significant := 0, 0
	deleted := false
	for i := range pre {
		if pre[i].significant() {
			significant++
		}
		if alive[i] {
			continue
		}
		lost = append(lost, pre[i])
		c.brk.Lost = append(c.brk.Lost, pre[i].line)
		if pre[i].significant() {
			lostSignificant++
		}
		deleted = deleted || pre[i].deleted
	}
	if lostSignificant*2 >= significant && lostSignificant > 0 {
		files, err := changedFiles(c.trials.objects, c.before, c.after)
		if err != nil {
			return err
		}
		to, line, err := c.wentTo(files, path, lost)
		if err != nil {
			return err
		}
		if to != "" {
			c.brk.Did, c.brk.Path, c.brk.Line = MovedLines, to, line
			return nil
		}
	}
	if deleted {
		c.brk.Did = ChangedLines
	}
	c.brk.Path, c.brk.Line = path, where+1
	return nil
}

// wentTo is where lines are that were not there before; "" if nowhere. Half of them must
// be: a hunk's context may reach into what has stayed. One or two are found anywhere, so
// that they must be most.
func (c *causing) wentTo(files []changedFile, path string, lines []patchLine) (string, int, error) {
	want := map[uint64]int{}
	for i := range lines {
		if lines[i].significant() {
			want[hashTrimmed(lines[i].text)] = i
		}
	}
	if len(want) < 2 {
		return "", 0, nil
	}
	most := func(count int) bool {
		return count*2 >= len(want) && (count >= 3 || count == 2 && count*5 >= len(want)*3)
	}
	best, bestLine, bestCount := "", 0, 0
	for n, file := range files {
		if n >= maxMovedFiles {
			break
		}
		if !file.is.isFile() || file.is.mode&modeType == modeGitlink {
			continue
		}
		content, err := rawObject(c.trials.objects, plumbing.BlobObject, file.is.id)
		if err != nil {
			return "", 0, fmt.Errorf("%s: %w", file.path, err)
		}
		after := hashLines(content, true)
		came := want
		if file.was.isFile() && file.was.mode&modeType != modeGitlink {
			content, err := rawObject(c.trials.objects, plumbing.BlobObject, file.was.id)
			if err != nil {
				return "", 0, fmt.Errorf("%s: %w", file.path, err)
			}
			came = arrived(want, hashLines(content, true), after, file.path == path)
		}
		line, count := bestWindow(came, after, len(lines))
		if count <= bestCount || !most(count) {
			continue
		}
		best, bestLine, bestCount = file.path, line+1, count
	}
	return best, bestLine, nil
}

// arrived is those of the wanted lines that a file has more of than before, or, where it
// is the file that they left, as many.
func arrived(want map[uint64]int, before, after []uint64, left bool) map[uint64]int {
	more := map[uint64]int{}
	for _, line := range after {
		if _, ok := want[line]; ok {
			more[line]++
		}
	}
	for _, line := range before {
		if _, ok := want[line]; ok {
			more[line]--
		}
	}
	came := map[uint64]int{}
	for line, index := range want {
		if more[line] > 0 || left && more[line] == 0 {
			came[line] = index
		}
	}
	return came
}
