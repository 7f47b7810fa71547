package patches

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

func TestExportWritesOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(change1("README", "readme", "read me\n"), change1("src/hot.c", "hot 50", "warm 50\n"), change1("src/cold.c", "cold 5", "ice 5\n"))
	mail := "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: A <a@example.com>\nDate: Sat, 1 Feb 2026 00:00:00 +0000\nSubject: [PATCH 2/3] warm\n\nwhy\n like | 3 ++-\n---\n a note\n src/hot.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\n"
	text := mail + string(series[1].Content) + "-- \n2.39.5\n\n"
	packed, err := encode("", "gzip", []byte(text))
	if err == nil {
		packed, err = encode("", "base64", packed)
	}
	if err != nil {
		t.Fatal(err)
	}
	series[1].Name, series[1].Content = "0002.patch.gz.b64", packed
	s.replace("src/hot.c", "hot 52", "HOT 52\n")
	s.replace("src/cold.c", "cold 5", "ice 5\n")
	s.commit("heat")
	r := s.rebase(from, series, func(q *RebaseRequest) { q.Write = true })
	if got := statuses(r); got != "clean merged landed" {
		t.Fatalf("got %s", got)
	}
	exported, err := Export(t.Context(), series, r)
	if err != nil || len(exported) != 2 {
		t.Fatalf("got %+v, %v", exported, err)
	}
	if exported[0].Changed || !exported[1].Changed || exported[1].Name != series[1].Name || exported[1].Index != 1 {
		t.Errorf("got %+v", exported)
	}
	again, err := Export(t.Context(), series, r)
	if err != nil || !bytes.Equal(again[1].Content, exported[1].Content) {
		t.Error("the same export gives other bytes")
	}
	for line := range bytes.Lines(exported[1].Content) {
		if len(line) > base64Columns+1 {
			t.Errorf("a line has %d bytes", len(line))
		}
	}
	decoded, err := Decode(exported[1].Name, exported[1].Content, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	diff := string(decoded.Diff)
	if !strings.HasPrefix(diff, mail[:strings.Index(mail, " src/hot.c")]) || !strings.HasSuffix(diff, "-- \n2.39.5\n\n") || strings.Contains(diff, "1 file changed") {
		t.Errorf("got\n%s", diff)
	}
	if decoded.Mail == nil || decoded.Mail.Subject != "warm" || !strings.Contains(diff, "HOT 52") {
		t.Errorf("got\n%s", diff)
	}
	var entries []Entry
	for _, e := range exported {
		entries = append(entries, Entry{Input: Input{e.Name, e.Content, e.Options}})
	}
	applied, err := ApplySeries(t.Context(), s.store, s.head, entries, someone)
	if err != nil || applied.Tree.String() != r.Tree || applied.Commit.String() != r.Commit {
		t.Errorf("the new series gives %+v, %v, not %s", applied, err, r.Tree)
	}
}

func TestRebaseWritesOnlyWhatIsNew(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	from := s.head
	series := s.series(change1("src/hot.c", "hot 50", "warm 50\n"), change1("src/hot.c", "hot 10", "warm 10\n"))
	s.replace("src/hot.c", "hot 52", "HOT 52\n")
	s.replace("src/hot.c", "hot 10", "boiling 10\n")
	s.commit("heat")
	before := len(s.store.Objects)
	s.rebase(from, series)
	if n := len(s.store.Objects) - before; n != 0 {
		t.Errorf("%d objects were written without being asked for", n)
	}
	r := s.rebase(from, series, func(q *RebaseRequest) { q.Write = true })
	// Of the one patch that merges: blob, two trees, commit.
	if n := len(s.store.Objects) - before; n != 4 {
		t.Errorf("%d objects were written, not 4", n)
	}
	if c, err := newObjects(s.store).commit(plumbing.NewHash(r.Commit)); err != nil || c.tree.String() != r.Tree {
		t.Errorf("got %+v, %v", c, err)
	}
}

func TestEncodingsAreWrittenWithoutTheirMoment(t *testing.T) {
	t.Parallel()
	content := []byte(countedLines("line", 400))
	for name, encoding := range map[string]string{"x.b64": "base64", "x.gz": "gzip", "x.zst": "zstd", "x.xz": "xz"} {
		one, err := encode("x", encoding, content)
		if err != nil {
			t.Fatal(err)
		}
		two, err := encode("x", encoding, content)
		if err != nil || !bytes.Equal(one, two) {
			t.Errorf("%s: %v, or other bytes", encoding, err)
		}
		decoded, err := Decode(name, one, Limits{})
		if err != nil || len(decoded.Encoding) != 1 || decoded.Encoding[0] != encoding || !bytes.Equal(decoded.Diff, content) {
			t.Errorf("%s: got %v", encoding, err)
		}
		// RFC 1952: no flags, no time, best compression, Unix.
		if want := []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3}; encoding == "gzip" && !bytes.HasPrefix(one, want) {
			t.Errorf("got header %x, want %x", one[:10], want)
		}
	}
	var fault *EncodingError
	if _, err := encode("x", "bzip2", content); !errors.As(err, &fault) {
		t.Errorf("got %v", err)
	}
}
