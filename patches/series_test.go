package patches

import (
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/storage/memory"
)

var someone = Identity{Name: "A <U> Thor", Email: "author@example.com", When: time.Date(2026, 1, 2, 3, 4, 5, 6, time.FixedZone("", 2*60*60))}

// seriesBase is a store with one commit, and its id.
func seriesBase(t *testing.T) (*memory.Storage, plumbing.Hash) {
	store := memory.NewStorage()
	tree := storeFiles(t, store, []recordedFile{{path: "a", mode: modePlain, content: []byte("one\ntwo\n")}, {path: "z/b", mode: modePlain, content: []byte("b\n")}})
	o := newObjects(store)
	b := &batch{objects: o}
	content := "tree " + tree.String() + "\nauthor A <a@example.com> 1 +0000\ncommitter A <a@example.com> 1 +0000\n\nbase\n"
	base := b.put(plumbing.CommitObject, []byte(content))
	if err := o.keep(b); err != nil {
		t.Fatal(err)
	}
	if err := o.flush(); err != nil {
		t.Fatal(err)
	}
	return store, base
}

func oneLine(name, old, created string) Entry {
	return Entry{Input: Input{Name: name, Content: []byte("--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n-" + old + "\n+" + created + "\n two\n")}}
}

func TestSeriesMakesReproducibleCommits(t *testing.T) {
	t.Parallel()
	store, base := seriesBase(t)
	series := []Entry{oneLine("0001-first.patch", "one", "ONE"), oneLine("dir/0002-second.patch", "ONE", "uno")}
	series[1].Message = "second\n\nwith a body\n"
	got, err := ApplySeries(t.Context(), store, base, series, someone)
	if err != nil {
		t.Fatal(err)
	}
	if !got.Complete || len(got.Commits) != 2 || got.Commit != got.Commits[1] {
		t.Fatalf("got %+v", got)
	}
	second, err := object.GetCommit(store, got.Commit)
	if err != nil {
		t.Fatal(err)
	}
	if second.TreeHash != got.Tree || second.Message != series[1].Message || second.ParentHashes[0] != got.Commits[0] || second.Author.Name != "A U Thor" {
		t.Errorf("got commit %v", second)
	}
	if third, err := ApplySeries(t.Context(), store, got.Commit, []Entry{oneLine("dir/0003-third.patch", "uno", "un")}, someone); err != nil {
		t.Error(err)
	} else if commit, err := object.GetCommit(store, third.Commit); err != nil || commit.Message != "0003-third.patch\n" {
		t.Errorf("got %+v, %v", commit, err)
	}
	again, err := ApplySeries(t.Context(), store, base, series, someone)
	if err != nil {
		t.Fatal(err)
	}
	if again.Commit != got.Commit {
		t.Errorf("the same series makes %s, then %s", got.Commit, again.Commit)
	}
	g := newNativeGit(t)
	if g == nil {
		t.Skip("git is not installed")
	}
	encoded, err := store.EncodedObject(plumbing.CommitObject, got.Commit)
	if err != nil {
		t.Fatal(err)
	}
	o := newObjects(store)
	content, err := o.read(plumbing.CommitObject, got.Commit)
	if err != nil {
		t.Fatal(err)
	}
	if id, err := g.run(content, "hash-object", "-t", "commit", "--stdin"); err != nil || id != encoded.Hash().String() {
		t.Errorf("git reads the commit as %s: %v", id, err)
	}
}

func TestSeriesStopsTheChainAndTriesTheRest(t *testing.T) {
	t.Parallel()
	store, base := seriesBase(t)
	objectsBefore := len(store.Objects)
	series := []Entry{oneLine("1", "one", "ONE"), oneLine("2", "other", "thing"), oneLine("3", "ONE", "uno")}
	got, err := ApplySeries(t.Context(), store, base, series, someone)
	if err != nil {
		t.Fatal(err)
	}
	var statuses []string
	for _, v := range got.Verdicts {
		statuses = append(statuses, string(v.Status))
	}
	if s := strings.Join(statuses, " "); s != "clean conflict clean" {
		t.Errorf("got %s", s)
	}
	if got.Complete || got.Commit != got.Commits[0] || !got.Commits[1].IsZero() || !got.Commits[2].IsZero() {
		t.Errorf("got %+v", got)
	}
	if len(store.Objects) != objectsBefore {
		t.Errorf("%d objects were written", len(store.Objects)-objectsBefore)
	}
}

func TestCheckWritesNothing(t *testing.T) {
	t.Parallel()
	store, base := seriesBase(t)
	commit, err := object.GetCommit(store, base)
	if err != nil {
		t.Fatal(err)
	}
	before := len(store.Objects)
	one, two := oneLine("1", "one", "ONE").Input, oneLine("2", "ONE", "uno").Input
	one.Options.Check, two.Options.Check = true, true
	all, err := ApplyAll(t.Context(), store, commit.TreeHash, []Input{one, two})
	if err != nil {
		t.Fatal(err)
	}
	each, err := ApplyEach(t.Context(), store, commit.TreeHash, []Input{one, two})
	if err != nil {
		t.Fatal(err)
	}
	if !all[0].Reached() || !all[1].Reached() || all[0].Tree != each[0].Tree || each[1].Status != Conflict {
		t.Errorf("got %+v, then %+v", all, each)
	}
	if len(store.Objects) != before {
		t.Fatalf("%d objects were written", len(store.Objects)-before)
	}
	two.Options.Check = false
	if _, err := ApplyEach(t.Context(), store, commit.TreeHash, []Input{one, two}); err != nil {
		t.Fatal(err)
	}
	if len(store.Objects) != before {
		t.Errorf("a patch that does not apply has written %d objects", len(store.Objects)-before)
	}
	one.Options.Check = false
	v, err := Apply(t.Context(), store, commit.TreeHash, one.Name, one.Content, one.Options)
	if err != nil {
		t.Fatal(err)
	}
	// A blob and the root: z is as it was.
	if len(store.Objects) != before+2 {
		t.Errorf("%d objects were written, not 2", len(store.Objects)-before)
	}
	if _, err := object.GetTree(store, plumbing.NewHash(v.Tree)); err != nil {
		t.Error(err)
	}
}

// A patch that does not apply does not keep the next ones from being tried.
func TestApplyAllGoesOn(t *testing.T) {
	t.Parallel()
	store, base := seriesBase(t)
	commit, err := object.GetCommit(store, base)
	if err != nil {
		t.Fatal(err)
	}
	verdicts, err := ApplyAll(t.Context(), store, commit.TreeHash, []Input{oneLine("1", "one", "ONE").Input, oneLine("2", "other", "x").Input, oneLine("3", "ONE", "uno").Input})
	if err != nil || len(verdicts) != 3 || verdicts[1].Status != Conflict || verdicts[2].Status != Clean || verdicts[2].Tree == verdicts[0].Tree {
		t.Errorf("got %+v, %v", verdicts, err)
	}
}

// What a verdict says of the file itself, decodable or not.
func TestVerdictOfTheFile(t *testing.T) {
	t.Parallel()
	store, base := seriesBase(t)
	commit, err := object.GetCommit(store, base)
	if err != nil {
		t.Fatal(err)
	}
	plain := oneLine("1", "one", "ONE").Content
	packed := encodeAs(t, "base64", encodeAs(t, "gzip", plain))
	broken := append([]byte("!"), packed...)
	for _, test := range []struct {
		name, encoding, sum string
		content             []byte
		status              Status
		at                  int
		hint                string
	}{
		{"x.patch", "plain", hexSum(plain), plain, Clean, 0, ""},
		{"x.patch.gz.b64", "base64+gzip", hexSum(plain), packed, Clean, 0, ""},
		{"x.patch.b64", "base64", "", append([]byte("AAAA AAAA\n"), packed...), Undecodable, 4, repairFileHint},
		{"x.patch.gz.b64", "base64", "", broken, Undecodable, 0, repairFileHint},
	} {
		v, err := Apply(t.Context(), store, commit.TreeHash, test.name, test.content, Options{Check: true})
		if err != nil {
			t.Fatal(err)
		}
		if v.Encoding != test.encoding || v.SHA256 != hexSum(test.content) || v.DecodedSHA256 != test.sum || v.Status != test.status {
			t.Errorf("%s: got %+v", test.name, v)
		}
		if v.Status == Undecodable && (v.Fault == nil || v.Fault.Byte != test.at || v.Fault.Hint != test.hint || strings.Contains(v.Fault.Message, test.name)) {
			t.Errorf("%s: got fault %+v", test.name, v.Fault)
		}
	}
}
