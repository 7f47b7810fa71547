package lockfiles

import (
	"bytes"
	"encoding/gob"
	"io/fs"
	"reflect"
	"testing"

	"cairn/digest"
)

// sameLock compares what two locks say, however they came about.
func sameLock(a, b *Lock) bool {
	x, y := *a, *b
	x.parsed, y.parsed = digest.Digest{}, digest.Digest{}
	return reflect.DeepEqual(&x, &y)
}

func TestPackedLocksAreTheSame(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(Embedded, "*"+Suffix)
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(Embedded, name)
		if err != nil {
			t.Fatal(err)
		}
		l, diags := Parse(name, src)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		b, err := l.Packed()
		if err != nil {
			t.Fatal(err)
		}
		back, err := Unpack(b)
		if err != nil {
			t.Fatal(err)
		}
		if string(back.Bytes()) != string(src) || back.Digest() != digest.Of(src) || l.Digest() != digest.Of(src) {
			t.Errorf("%s came back as another lock", name)
		}
		for _, cut := range []int{0, 1, len(b) / 2, len(b) - 1} {
			if _, err := Unpack(b[:cut]); err == nil {
				t.Errorf("%s, cut after %d bytes, was unpacked", name, cut)
			}
		}
	}
}

func TestUnpackOfNoLock(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(packed{Digest: digest.Of(nil)}); err != nil {
		t.Fatal(err)
	}
	if l, err := Unpack(b.Bytes()); err == nil || l != nil {
		t.Errorf("got %v, %v", l, err)
	}
}

func BenchmarkParse(b *testing.B) {
	src, err := fs.ReadFile(Embedded, "ember.lock.hcl")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, diags := Parse("l", src); diags.HasErrors() {
			b.Fatal(diags)
		}
	}
}

func BenchmarkUnpack(b *testing.B) {
	src, err := fs.ReadFile(Embedded, "ember.lock.hcl")
	if err != nil {
		b.Fatal(err)
	}
	l, _ := Parse("l", src)
	packed, err := l.Packed()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}
