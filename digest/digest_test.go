package digest

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func TestParseRoundTrip(t *testing.T) {
	t.Parallel()
	d := Of([]byte("abc"))
	// FIPS 180-2, appendix B.1.
	const want = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if d.String() != want {
		t.Fatalf("got %s, want %s", d, want)
	}
	for _, s := range []string{d.String(), d.Hex()} {
		if got, err := Parse(s); err != nil || got != d {
			t.Errorf("Parse(%q): got %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "sha256:", d.Hex()[1:], strings.ToUpper(d.Hex()), strings.Repeat("g", 64), "sha1:" + d.Hex()} {
		if got, err := Parse(s); err == nil || !got.IsZero() {
			t.Errorf("Parse(%q): got %v, want an error and zero", s, got)
		}
	}
}

func TestParseGitID(t *testing.T) {
	t.Parallel()
	const full = "db44417b027cff147f7de85e7da22bc6a3a804fb"
	id, err := ParseGitID(full)
	if err != nil || id.String() != full {
		t.Fatalf("got %v, %v", id, err)
	}
	for _, s := range []string{"db44417", strings.ToUpper(full), full + "0", "main"} {
		if _, err := ParseGitID(s); err == nil {
			t.Errorf("ParseGitID(%q) passed", s)
		}
	}
}

func TestKeySeparatesWhatConcatenationWouldMix(t *testing.T) {
	t.Parallel()
	keys := map[Digest]string{}
	for name, k := range map[string]*Key{
		"a=b":        NewKey("s").String("a", "b"),
		"ab=":        NewKey("s").String("ab", ""),
		"schema":     NewKey("sa").String("", "b"),
		"list a b":   NewKey("s").Strings("l", []string{"a", "b"}),
		"list ab":    NewKey("s").Strings("l", []string{"ab"}),
		"list b a":   NewKey("s").Strings("l", []string{"b", "a"}),
		"map a b":    NewKey("s").Map("l", map[string]string{"a": "b"}),
		"empty list": NewKey("s").Strings("l", nil),
		"no list":    NewKey("s"),
	} {
		if other, twice := keys[k.Sum()]; twice {
			t.Errorf("%s and %s give one key", name, other)
		}
		keys[k.Sum()] = name
	}
}

func TestKeyOfMapIgnoresOrder(t *testing.T) {
	t.Parallel()
	values := map[string]string{"c": "3", "a": "1", "b": "2"}
	want := NewKey("s").Map("m", values).Sum()
	for range 20 {
		if got := NewKey("s").Map("m", values).Sum(); got != want {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

// shortWriter takes two bytes and then no more.
type shortWriter struct{ bytes.Buffer }

func (w *shortWriter) Write(p []byte) (int, error) {
	w.Buffer.Write(p[:2])
	return 2, errors.New("full")
}

func TestWriterHashesOnlyWhatWasTaken(t *testing.T) {
	t.Parallel()
	var short shortWriter
	w := NewWriter(&short)
	if _, err := w.Write([]byte("abcd")); err == nil {
		t.Fatal("the error was swallowed")
	}
	if w.Digest() != Of([]byte("ab")) || w.Size() != 2 {
		t.Errorf("got %v over %d bytes", w.Digest(), w.Size())
	}
}

// The bytes that are hashed are those of Key's documentation: were they others, every
// key that anybody has stored would be.
func TestKeyBytes(t *testing.T) {
	t.Parallel()
	sized := func(s string) string { return string(binary.BigEndian.AppendUint64(nil, uint64(len(s)))) + s }
	count := func(n uint64) string { return string(binary.BigEndian.AppendUint64(nil, n)) }
	sum, id := Of([]byte("x")), GitID{1, 2, 3}
	want := "\x00" + sized("") + sized("cairn-test-v1") +
		"\x01" + sized("text") + sized("value") +
		"\x01" + sized("digest") + sized(string(sum[:])) +
		"\x01" + sized("id") + sized(string(id[:])) +
		"\x01" + sized("number") + sized(count(258)) +
		"\x02" + sized("list") + sized(count(2)+sized("b")+sized("a")) +
		"\x03" + sized("map") + sized(count(4)+sized("a")+sized("1")+sized("b")+sized("2"))
	k := NewKey("cairn-test-v1").String("text", "value").Digest("digest", sum).GitID("id", id).Uint("number", 258).
		Strings("list", []string{"b", "a"}).Map("map", map[string]string{"b": "2", "a": "1"})
	if got := k.Sum(); got != Of([]byte(want)) {
		t.Errorf("got %v", got)
	}
	before := k.Sum()
	if k.String("more", "").Sum() == before {
		t.Error("what is added after a sum does not count")
	}
}

// As text, both kinds of identity come back, and none is empty.
func TestIdentitiesAsText(t *testing.T) {
	t.Parallel()
	type both struct {
		Digest Digest
		ID     GitID
	}
	for _, want := range []both{{}, {Of([]byte("x")), GitID{1}}} {
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		if want.ID.IsZero() && string(text) != `{"Digest":"","ID":""}` {
			t.Errorf("none is %s", text)
		}
		got := both{Of([]byte("y")), GitID{9}}
		if err := json.Unmarshal(text, &got); err != nil || got != want {
			t.Errorf("got %+v, %v, want %+v", got, err, want)
		}
	}
	for _, text := range []string{`{"Digest":"sha256:1"}`, `{"ID":"main"}`} {
		got := both{Of([]byte("y")), GitID{9}}
		if err := json.Unmarshal([]byte(text), &got); err == nil || got != (both{Of([]byte("y")), GitID{9}}) {
			t.Errorf("%s: got %+v, %v", text, got, err)
		}
	}
	if d, id := Of([]byte("abc")), (GitID{0xab, 0xcd}); d.Short() != "ba7816bf8f01" || id.Short() != "abcd0000" {
		t.Errorf("got %s and %s", d.Short(), id.Short())
	}
}
