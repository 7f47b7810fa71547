package patches

import (
	"bytes"
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

func TestRebaseStatuses(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(
		change1("README", "readme", "read me\n"),                            // clean
		change1("src/hot.c", "hot 30", "warm 30\n"),                         // offset
		change1("src/hot.c", "hot 50", "warm 50\n"),                         // merged: context changes
		change1("src/cold.c", "cold 5", "ice 5\n"),                          // landed in a commit of its own
		change1("src/cold.c", "cold 20", "ice 20\n"),                        // landed beside something else
		change1("src/hot.c", "hot 10", "warm 10\n"),                         // conflict
		change1("src/hot.c", "warm 10", "tepid 10\n"),                       // waits
		change1("src/cold.c", "cold 29", "ice 29\n"),                        // clean
		func(s *story) { s.files["new"] = "new\n"; s.files["x/y"] = "y\n" }, // clean
	)
	s.replace("src/cold.c", "cold 5", "ice 5\n")
	same := s.commit("make it cold (#12)")
	s.replace("src/cold.c", "cold 20", "ice 20\n")
	s.replace("src/hot.c", "hot 10", "boiling 10\n")
	s.replace("src/hot.c", "hot 1", "")
	s.replace("src/hot.c", "hot 52", "HOT 52\n")
	s.commit("heat")
	r := s.rebase(from, series)
	want := "clean offset merged landed landed conflict waits(0006.patch) clean clean"
	if got := statuses(r); got != want {
		t.Fatalf("got  %s\nwant %s", got, want)
	}
	if r.Complete {
		t.Error("it is complete")
	}
	if p := r.Patches[3]; p.Evidence != "patch-id "+same.String() || p.EvidenceTitle != "make it cold (#12)" {
		t.Errorf("got evidence %q, %q", p.Evidence, p.EvidenceTitle)
	}
	if p := r.Patches[4]; p.Evidence != "reverse-applies" {
		t.Errorf("got evidence %q", p.Evidence)
	}
	if c := r.Patches[5].Conflicts; len(c) != 1 || !c[0].Root || c[0].Path != "src/hot.c" || c[0].Hunk != 1 || c[0].Kind != "content" {
		t.Errorf("got conflicts %+v", c)
	}
	if c := r.Patches[6].Conflicts; len(c) == 0 || c[0].Root {
		t.Errorf("got conflicts %+v", c)
	}
	if got := r.Patches[2].Changed; len(got) != 1 || got[0] != "src/hot.c" {
		t.Errorf("got changed %q", got)
	}
	var text map[string]any
	encoded, err := json.Marshal(r)
	if err == nil {
		err = json.Unmarshal(encoded, &text)
	}
	if err != nil || text["onto"] != s.head.String() || text["tree"] != r.Tree || strings.Contains(string(encoded), "null") {
		t.Errorf("got %s, %v", encoded, err)
	}
	if len(r.Patches) != len(series) || r.Patches[8].Tree != r.Tree {
		t.Errorf("the last tree is not that of the whole: %+v", r)
	}
}

func TestRebaseThatChangesNothingKeepsEveryByte(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(change1("src/hot.c", "hot 30", "warm 30\n"), change1("src/cold.c", "cold 5", "ice 5\n"), change1("src/hot.c", "warm 30", "cool 30\n"))
	// As somebody writes patches: no git header, other names, packed.
	series[1].Content = bytes.ReplaceAll(series[1].Content[bytes.Index(series[1].Content, []byte("--- ")):], []byte("cold.c"), []byte("cold.c\tnow"))
	packed, err := encode("", "gzip", series[2].Content)
	if err == nil {
		packed, err = encode("", "base64", packed)
	}
	if err != nil {
		t.Fatal(err)
	}
	series[2].Name, series[2].Content = "0003.patch.gz.b64", packed
	s.replace("src/hot.c", "hot 1", "")
	s.files["README"] = "other\n"
	s.commit("move")
	for _, onto := range []plumbing.Hash{from, s.head} {
		r := s.rebase(from, series, func(q *RebaseRequest) { q.Onto = onto })
		exported, err := Export(t.Context(), series, r)
		if err != nil || !r.Complete || len(exported) != len(series) {
			t.Fatalf("got %s, %v, %v", statuses(r), exported, err)
		}
		for i, e := range exported {
			if e.Changed || e.Name != series[i].Name || !bytes.Equal(e.Content, series[i].Content) {
				t.Errorf("%s was written anew: %s", e.Name, statuses(r))
			}
		}
	}
}

func TestRebaseAsksAboutTitles(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(change1("src/hot.c", "hot 50", "warm 50\n"), change1("src/cold.c", "cold 5", "ice 5\n"), change1("src/cold.c", "cold 25", "ice 25\n"))
	series[0].Message = "Warm  it up\n"
	series[1].Message = "Cool it\n"
	s.replace("src/hot.c", "hot 20", "warm 20\n")
	same := s.commit("warm it up (#7)")
	s.replace("src/cold.c", "cold 5", "ice 5\n")
	landed := s.commit("Cool it (#8)")
	s.replace("src/cold.c", "ice 5", "cold 5\n")
	s.commit(`Revert "Cool it (#8)"`)
	r := s.rebase(from, series)
	if got := statuses(r); got != "ask ask clean" || r.Complete {
		t.Fatalf("got %s", got)
	}
	if p := r.Patches[0]; p.Evidence != "same-title "+same.String() || p.Tree == "" {
		t.Errorf("got %+v", p)
	}
	if p := r.Patches[1]; p.Evidence != "patch-id "+landed.String() {
		t.Errorf("got %+v", p)
	}
	r = s.rebase(from, series, func(q *RebaseRequest) {
		q.Decisions = map[int]Decision{0: {Kind: DecisionKeep}, 1: {Kind: DecisionSkip}}
	})
	if got := statuses(r); got != "clean skipped clean" || !r.Complete {
		t.Errorf("got %s", got)
	}
}

// TestRebaseTitlesOfMerges: what a merge brought has commits of its own, whose titles speak.
func TestRebaseTitlesOfMerges(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"a": lineText("a", 30)})
	patch := u.diff(base, swapText("a", "a line 20\n", "mine\n"))
	side := u.chain(base, []string{"side"}, swapText("a", "a line 3\n", "theirs\n"))[1]
	for asks, parents := range map[bool][]plumbing.Hash{true: {base}, false: {base, side}} {
		onto := u.commit("Warm it", u.trees[side], parents...)
		entry := Entry{Input: Input{Name: "p", Content: []byte(patch)}, Message: "warm it\n"}
		r, err := Rebase(t.Context(), u.store, RebaseRequest{From: base, Onto: onto, Series: []Entry{entry}, Identity: someone})
		if err != nil {
			t.Fatal(err)
		}
		if got := statuses(r); (got == "ask") != asks {
			t.Errorf("of %d parents: got %s", len(parents), got)
		}
	}
}

// TestRebaseLandedBehindAMerge: the commit that landed a patch is told, not the merge that
// brought it.
func TestRebaseLandedBehindAMerge(t *testing.T) {
	t.Parallel()
	u := newHistoryRepo(t)
	base := u.commit("base", map[string]string{"a": lineText("a", 30)})
	mine := swapText("a", "a line 20\n", "mine\n")
	patch := u.diff(base, mine)
	side := u.chain(base, []string{"side"}, mine)[1]
	main := u.chain(base, []string{"main"}, swapText("a", "a line 3\n", "theirs\n"))[1]
	files := maps.Clone(u.trees[main])
	mine(files)
	onto := u.commit("merge", files, main, side)
	entry := Entry{Input: Input{Name: "p", Content: []byte(patch)}}
	r, err := Rebase(t.Context(), u.store, RebaseRequest{From: base, Onto: onto, Series: []Entry{entry}, Identity: someone})
	if err != nil {
		t.Fatal(err)
	}
	if p := r.Patches[0]; p.Status != RebaseLanded || p.Evidence != "patch-id "+side.String() {
		t.Errorf("got %s by %q, want patch-id %s", p.Status, p.Evidence, side)
	}
}

func TestRebaseOfAHeap(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	one := s.series(change1("src/hot.c", "hot 30", "warm 30\n"))[0]
	two := s.series(change1("src/hot.c", "hot 30", "cool 30\n"))[0]
	bad := one
	bad.Name, bad.Content = "bad", one.Content[:len(one.Content)-20]
	s.replace("src/hot.c", "hot 1", "")
	s.commit("move")
	r := s.rebase(from, []Entry{one, two, bad}, func(q *RebaseRequest) { q.Each = true })
	if got := statuses(r); got != "offset offset unapplied" || !strings.HasPrefix(r.Patches[2].Evidence, "damaged: ") {
		t.Errorf("got %s: %+v", got, r.Patches[2])
	}
}

func TestResolutionsAreProposedAndOnlyThenApplied(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(change1("src/hot.c", "hot 10", "warm 10\n"), change1("src/hot.c", "hot 40", "warm 40\n"))
	s.replace("src/hot.c", "hot 10", "boiling 10\n")
	s.replace("src/hot.c", "hot 40", "boiling 40\n")
	s.commit("heat")
	r := s.rebase(from, series)
	if got := statuses(r); got != "conflict conflict" {
		t.Fatalf("got %s", got)
	}
	known := &Resolutions{}
	for _, p := range r.Patches {
		f := p.Unmerged[0]
		at := bytes.Index(f.Content, []byte("<<<<<<<"))
		end := bytes.Index(f.Content, []byte(">>>>>>>"))
		end += bytes.IndexByte(f.Content[end:], '\n') + 1
		resolved := append(append(append([]byte{}, f.Content[:at]...), "both\nof them\n"...), f.Content[end:]...)
		resolved = append([]byte("more\n"), resolved...)
		if n := known.Record(f, resolved); n != 1 {
			t.Fatalf("%d were recorded", n)
		}
		if n := known.Record(f, f.Content); n != 0 {
			t.Fatalf("%d were recorded of an unresolved file", n)
		}
	}
	text := known.Bytes()
	read, err := ParseResolutions(text)
	if err != nil || !bytes.Equal(read.Bytes(), text) || read.Len() != 2 {
		t.Fatalf("got %v for\n%s", err, text)
	}
	if _, err := ParseResolutions(bytes.Replace(text, []byte("|boiling"), []byte("|Boiling"), 1)); err == nil {
		t.Error("a text that was edited is taken")
	}
	r = s.rebase(from, series, func(q *RebaseRequest) { q.Resolutions = read })
	if got := statuses(r); got != "conflict conflict" || !r.Patches[0].Conflicts[0].Proposed || !bytes.Contains(r.Patches[0].Unmerged[0].Proposed, []byte("hot 9\nboth\nof them\nhot 11\n")) {
		t.Errorf("got %s, %s", got, r.Patches[0].Unmerged[0].Proposed)
	}
	r = s.rebase(from, series, func(q *RebaseRequest) { q.Resolutions, q.UseResolutions = read, true })
	if got := statuses(r); got != "merged merged" || r.Patches[0].Evidence != "resolution" {
		t.Errorf("got %s", got)
	}
}

func TestRebaseFollowsRenames(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(change1("src/hot.c", "hot 30", "warm 30\n"), func(s *story) { delete(s.files, "src/cold.c") })
	s.files["lib/warm.c"] = s.files["src/hot.c"]
	delete(s.files, "src/hot.c")
	s.replace("lib/warm.c", "hot 55", "HOT 55\n")
	s.replace("src/cold.c", "cold 5", "ice 5\n")
	s.commit("move")
	r := s.rebase(from, series)
	if got := statuses(r); got != "merged conflict" {
		t.Fatalf("got %s: %+v", got, r)
	}
	exported, err := Export(t.Context(), series, r)
	if err != nil || len(exported) != 1 || !bytes.Contains(exported[0].Content, []byte("+++ b/lib/warm.c")) {
		t.Errorf("got %+v, %v", exported, err)
	}
	if c := r.Patches[1].Conflicts; len(c) != 1 || c[0].Kind != "modify/delete" || c[0].Hunk != 0 || !c[0].Root {
		t.Errorf("got %+v", c)
	}
}

// TestRebaseDoesNotTrustAnExactPlace has a block twice, and upstream has put lines
// before both, so that the first stands where the second was: the file applies there,
// exactly, and wrongly.
func TestRebaseDoesNotTrustAnExactPlace(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	block := "if (ready) {\n  one();\n  two();\n  start();\n  three();\n  four();\n}\n"
	s.files["src/twice.c"] = countedLines("head", 10) + block + countedLines("middle", 13) + block + countedLines("tail", 10)
	from := s.commit("twice")
	series := s.series(func(s *story) {
		text := s.files["src/twice.c"]
		at := strings.LastIndex(text, "  start();")
		s.files["src/twice.c"] = text[:at] + "  begin();" + text[at+len("  start();"):]
	})
	s.files["src/twice.c"] = countedLines("top", 20) + s.files["src/twice.c"]
	s.commit("top")
	tree := plumbing.ZeroHash
	if c, err := newObjects(s.store).commit(s.head); err == nil {
		tree = c.tree
	}
	v, err := Apply(t.Context(), s.store, tree, "x", series[0].Content, Options{Check: true})
	if err != nil || v.Status != Clean {
		t.Fatalf("the trap does not work: %+v, %v", v, err)
	}
	r := s.rebase(from, series)
	if got := statuses(r); got != "merged" || r.Patches[0].Keep || r.Tree == v.Tree {
		t.Fatalf("got %s, kept %v, tree %s", got, r.Patches[0].Keep, r.Tree)
	}
	exported, err := Export(t.Context(), series, r)
	if err != nil || len(exported) != 1 || !exported[0].Changed {
		t.Errorf("got %+v, %v", exported, err)
	}
}

// TestRebaseOnLanded has a patch on one that landed: what upstream did after that is a
// conflict of its own, and waits for nothing.
func TestRebaseOnLanded(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(
		change1("src/cold.c", "cold 5", "ice 5\n"),
		change1("src/hot.c", "hot 10", "warm 10\n"),
		func(s *story) {
			s.replace("src/hot.c", "warm 10", "tepid 10\n")
			s.replace("src/hot.c", "hot 11", "tepid 11\n")
		},
	)
	s.replace("src/cold.c", "cold 5", "snow 5\n")
	s.replace("src/hot.c", "hot 10", "warm 10\n")
	s.replace("src/hot.c", "hot 12", "boiling 12\n")
	s.commit("warm")
	r := s.rebase(from, series)
	if got := statuses(r); got != "conflict landed conflict" || !r.Patches[2].Conflicts[0].Root || r.Patches[1].Evidence != "empty-after-merge" {
		t.Fatalf("got %s: %+v", got, r.Patches)
	}
}

// A file that applies to the new base with less context than it has is written anew,
// unless it was so on the old one, too.
func TestRebaseOfFuzz(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(change1("src/hot.c", "hot 30", "warm 30\n"))
	series[0].Options = Options{Context: new(1), AllowFuzz: true}
	s.replace("src/hot.c", "hot 33", "HOT 33\n")
	s.commit("heat")
	r := s.rebase(from, series)
	if got := statuses(r); got != "fuzzy" || r.Patches[0].Keep {
		t.Errorf("got %s, kept %v", got, r.Patches[0].Keep)
	}
	if exported, err := Export(t.Context(), series, r); err != nil || !exported[0].Changed || exported[0].Options.Context != nil {
		t.Errorf("got %+v, %v", exported, err)
	}
	// From where it is fuzzy to where it is no less.
	fuzzy := s.head
	s.replace("src/cold.c", "cold 5", "ice 5\n")
	s.commit("ice")
	if r = s.rebase(fuzzy, series); statuses(r) != "fuzzy" || !r.Patches[0].Keep {
		t.Errorf("got %s, kept %v", statuses(r), r.Patches[0].Keep)
	}
}
