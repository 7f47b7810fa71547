package main

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"cairn/patches"

	"github.com/go-git/go-git/v5/plumbing/object"
)

// reading finds out how patch files have to be read, by the files that the newest
// commit has.
type reading struct {
	known   map[string]bool     // paths
	folders map[string]bool     // those that hold one of them directly; "." is the top
	ends    map[string][]string // paths by their last part
	seen    map[[32]byte]string // names of files by what they decode to
}

func (v *survey) newReading() (*reading, error) {
	commit, err := object.GetCommit(v.objects, v.heads[0])
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", v.heads[0], err)
	}
	tree, err := commit.Tree()
	if err != nil {
		return nil, err
	}
	r := &reading{known: map[string]bool{}, folders: map[string]bool{}, ends: map[string][]string{}, seen: map[[32]byte]string{}}
	walker := object.NewTreeWalker(tree, true, nil)
	defer walker.Close()
	for {
		name, entry, err := walker.Next()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return r, nil
			}
			return nil, err
		}
		if entry.Mode.IsFile() {
			r.known[name], r.folders[path.Dir(name)] = true, true
			r.ends[path.Base(name)] = append(r.ends[path.Base(name)], name)
		}
	}
}

// read decodes a file and finds out whether its counts are wrong, how many folders lead
// its names, and below which folder it was cut.
func (r *reading) read(f *surveyed) {
	decoded, err := patches.Decode(f.name, f.content, patches.Limits{})
	if err != nil {
		f.reason = fmt.Sprintf("undecodable: %s", strings.TrimPrefix(err.Error(), f.name+": "))
		return
	}
	if same := r.seen[decoded.DiffSHA256]; same != "" {
		f.reason = "the same as " + same
		return
	}
	r.seen[decoded.DiffSHA256] = f.name
	if parsed := patches.Parse(decoded.Diff, patches.ParseOptions{}); len(parsed.Faults) > 0 {
		if again := patches.Parse(decoded.Diff, patches.ParseOptions{Recount: true}); len(again.Faults) > 0 {
			f.reason = fmt.Sprintf("damaged: line %d: %s", parsed.Faults[0].Line, parsed.Faults[0].Message)
			names := oldNames(decoded.Diff, patches.ParseOptions{Sketch: true}, 1)
			f.sketch = r.count(names) > 0
			if len(names) > 0 && !f.sketch {
				f.reason = elsewhere
			}
			return
		}
		f.recount = true
	}
	options := patches.ParseOptions{Recount: f.recount}
	names := oldNames(decoded.Diff, options, f.strip)
	if r.count(names) > 0 {
		return
	}
	for strip := range maxStrip {
		if r.count(oldNames(decoded.Diff, options, strip)) > 0 {
			f.strip = strip
			return
		}
	}
	f.directory = r.below(names)
}

// maxStrip bounds the leading folders that are tried: absolute paths into a Python
// environment have eight.
const maxStrip = 12

// count counts the names that the tree has.
func (r *reading) count(names []string) (n int) {
	for _, name := range names {
		if r.known[name] {
			n++
		}
	}
	return n
}

// below is the one folder below which the tree has all names; "" if there is none, or
// more.
func (r *reading) below(names []string) string {
	if len(names) == 0 {
		return ""
	}
	found := ""
	for _, candidate := range r.ends[path.Base(names[0])] {
		dir, ok := strings.CutSuffix(candidate, "/"+names[0])
		for _, name := range names {
			ok = ok && r.known[dir+"/"+name]
		}
		if ok && found != "" {
			return ""
		}
		if ok {
			found = dir
		}
	}
	return found
}

// oldNames are the files that a patch changes, read with so many leading folders
// removed.
func oldNames(diff []byte, options patches.ParseOptions, strip int) []string {
	options.Strip = &strip
	var names []string
	for _, file := range patches.Parse(diff, options).Files {
		if file.OldName != "" {
			names = append(names, file.OldName)
		}
	}
	return names
}
