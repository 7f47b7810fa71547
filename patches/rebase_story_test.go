package patches

import (
	"fmt"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// story is a small history in memory: files by path, commit after commit.
type story struct {
	t     *testing.T
	store *memory.Storage
	files map[string]string
	head  plumbing.Hash
	when  int
}

// countedLines is a text of so many lines, each with its number.
func countedLines(prefix string, count int) string {
	var b strings.Builder
	for i := 1; i <= count; i++ {
		fmt.Fprintf(&b, "%s %d\n", prefix, i)
	}
	return b.String()
}

func newStory(t *testing.T) *story {
	t.Helper()
	s := &story{t: t, store: memory.NewStorage(), files: map[string]string{
		"src/cold.c": countedLines("cold", 30), "src/hot.c": countedLines("hot", 60), "README": "readme\n"}}
	s.commit("begin")
	return s
}

// replace edits a file: the line old becomes created, which may be more lines or none.
func (s *story) replace(path, old, created string) {
	s.t.Helper()
	text, found := s.files[path], false
	if text, found = strings.CutPrefix(text, old+"\n"); found {
		text = created + text
	} else {
		before, after, ok := strings.Cut(s.files[path], "\n"+old+"\n")
		if !ok {
			s.t.Fatalf("%s has no line %q", path, old)
		}
		text = before + "\n" + created + after
	}
	s.files[path] = text
}

// commit records the files.
func (s *story) commit(title string) plumbing.Hash {
	s.t.Helper()
	var files []recordedFile
	for path, content := range s.files {
		files = append(files, recordedFile{path: path, mode: modePlain, content: []byte(content)})
	}
	o := newObjects(s.store)
	b := &batch{objects: o}
	s.when++
	content := "tree " + storeFiles(s.t, s.store, files).String() + "\n"
	if !s.head.IsZero() {
		content += "parent " + s.head.String() + "\n"
	}
	who := fmt.Sprintf("A <a@example.com> %d +0000\n", 1700000000+s.when)
	s.head = b.put(plumbing.CommitObject, []byte(content+"author "+who+"committer "+who+"\n"+title+"\n"))
	if err := o.keep(b); err != nil {
		s.t.Fatal(err)
	}
	if err := o.flush(); err != nil {
		s.t.Fatal(err)
	}
	return s.head
}

// patch is the entry that makes the files of the edit from the current ones, and leaves
// them so.
func (s *story) patch(name string, edit func(s *story)) Entry {
	s.t.Helper()
	from := s.head
	was := map[string]string{}
	for path, content := range s.files {
		was[path] = content
	}
	before := s.commit("before")
	edit(s)
	after := s.commit(name)
	o := newObjects(s.store)
	a, err := o.commit(before)
	if err != nil {
		s.t.Fatal(err)
	}
	b, err := o.commit(after)
	if err != nil {
		s.t.Fatal(err)
	}
	diff, err := DiffTrees(s.t.Context(), s.store, a.tree, b.tree)
	if err != nil {
		s.t.Fatal(err)
	}
	s.head = from
	return Entry{Input: Input{Name: name, Content: diff}}
}

// series makes patches one on the other, and goes back to the base.
func (s *story) series(edits ...func(s *story)) []Entry {
	s.t.Helper()
	was := map[string]string{}
	for path, content := range s.files {
		was[path] = content
	}
	var entries []Entry
	for i, edit := range edits {
		entries = append(entries, s.patch(fmt.Sprintf("%04d.patch", i+1), edit))
	}
	s.files = was
	return entries
}

func change1(path, old, created string) func(s *story) {
	return func(s *story) { s.replace(path, old, created) }
}

func (s *story) rebase(from plumbing.Hash, series []Entry, more ...func(*RebaseRequest)) *Rebased {
	s.t.Helper()
	request := RebaseRequest{From: from, Onto: s.head, Series: series, Identity: someone}
	for _, m := range more {
		m(&request)
	}
	r, err := Rebase(s.t.Context(), s.store, request)
	if err != nil {
		s.t.Fatal(err)
	}
	return r
}

func statuses(r *Rebased) string {
	var all []string
	for _, p := range r.Patches {
		s := string(p.Status)
		if len(p.Needs) > 0 {
			s += "(" + strings.Join(p.Needs, ",") + ")"
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}
