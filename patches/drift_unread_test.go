package patches

import (
	"errors"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// forget takes the version of a file that stands now out of the store, as a mirror may be
// without it.
func (s *story) forget(path string) {
	s.t.Helper()
	id := objectID(plumbing.BlobObject, []byte(s.files[path]))
	if s.store.HasEncodedObject(id) != nil {
		s.t.Fatalf("%s is not there", path)
	}
	delete(s.store.Objects, id)
	delete(s.store.Blobs, id)
}

func TestDriftWithoutAVersion(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	base := s.head
	series := s.series(change1("src/hot.c", "hot 10", "warm 10\n"))
	step := func(path, old, created string) plumbing.Hash {
		s.replace(path, old, created)
		return s.commit(old)
	}
	step("README", "readme", "read me\n")
	lost := step("src/hot.c", "hot 40", "hot forty\n")
	step("README", "read me", "read it\n") // commits all files again
	s.forget("src/hot.c")
	breaks := step("src/hot.c", "hot 11", "hot eleven\n")
	end := step("src/hot.c", "hot 50", "hot fifty\n")

	r, err := Drift(t.Context(), s.store, base, end, []Input{series[0].Input})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Unread) != 1 || r.Unread[0].Path != "src/hot.c" || r.Unread[0].Commit.ID != lost.String() {
		t.Errorf("unread: %+v", r.Unread)
	}
	h := r.Patches[0].Hunks[0]
	if h.Break == nil || h.Break.Commit.ID != breaks.String() || !h.Break.Unsure || h.Break.Did != ChangedContext || after(h.AppliesAt) != 3 {
		t.Errorf("breaks at %+v", h.Break)
	}
	for _, want := range []string{`"hot 40", 2023-11-14 is not in the repository: taken for the one before it`, `"hot 11", 2023-11-14, or before it: changed the lines`} {
		if !strings.Contains(r.Text(), want) {
			t.Errorf("no %q in\n%s", want, r.Text())
		}
	}

	// Where the line begins, there is nothing before it.
	if _, err := Drift(t.Context(), s.store, lost, end, []Input{series[0].Input}); !errors.Is(err, plumbing.ErrObjectNotFound) || strings.Contains(err.Error(), "cancel") {
		t.Errorf("got %v", err)
	}
	// Nor is what stands at its end known, if that cannot be read: the report says so.
	s.replace("src/hot.c", "hot eleven", "hot 11\n")
	back := s.commit("back")
	s.replace("src/hot.c", "hot 11", "hot again\n")
	s.commit("gone")
	s.forget("src/hot.c")
	if r, err = Drift(t.Context(), s.store, back, s.head, []Input{series[0].Input}); err != nil || r.Patches[0].Fate != Applies || len(r.Unread) != 1 {
		t.Errorf("got %v, %+v", err, r)
	}
}
