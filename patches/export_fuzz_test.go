package patches

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// FuzzExport wants that a patch file that applies can be written anew: what is written
// leads to the same tree and back, and written once more is the same, byte for byte. A
// file may be refused, but only where there is a reason: text around the diff that
// would be read as patch, or an encoding that cannot be written.
func FuzzExport(f *testing.F) {
	seeds(f, func(tr triple) {
		for _, file := range tr.src {
			if file.mode == modePlain {
				f.Add(file.path, file.content, tr.patch)
				f.Add(file.path, file.content, encodeAs(f, "gzip", tr.patch))
				f.Add(file.path, file.content, append([]byte("From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: A <a@b>\nSubject: [PATCH] x\n\n---\n a | 2 +-\n\n"), append(tr.patch, "-- \n2.39.5\n\n"...)...))
			}
		}
	})
	f.Fuzz(func(t *testing.T, path string, content, file []byte) {
		if safePath(path, modePlain, false) != "" || len(path) > 200 {
			t.Skip()
		}
		ctx := context.Background()
		store := memory.NewStorage()
		base := storeFiles(t, store, []recordedFile{{path: path, mode: modePlain, content: content}})
		opts := Options{Whitespace: WhitespaceNowarn, Limits: fuzzLimits}
		v, err := Apply(ctx, store, base, "", file, opts)
		if err != nil {
			t.Fatal(err)
		}
		if !v.Reached() {
			return
		}
		tree := plumbing.NewHash(v.Tree)
		r := &Rebased{objects: newObjects(store)}
		write := func(old []byte) ([]byte, error) {
			e := Exported{Content: old, Options: Options{Limits: fuzzLimits}}
			err := r.rewrite(ctx, &e, &RebasedPatch{NewBase: base, NewTree: tree, Tree: v.Tree})
			return e.Content, err
		}
		written, err := write(file)
		if err != nil {
			if reason := mayRefuse(t, file, err); !reason {
				t.Fatalf("%v\n%s", err, file)
			}
			return
		}
		again, err := write(written)
		if err != nil || !bytes.Equal(again, written) {
			t.Fatalf("written once:\n%s\nwritten twice: %v\n%s", written, err, again)
		}
		back, err := Apply(ctx, store, tree, "", written, Options{Whitespace: WhitespaceNowarn, Reverse: true, Limits: fuzzLimits})
		if err != nil || back.Tree != base.String() {
			t.Fatalf("taken back: %s, %+v, %v, not %s\n%s", back.Status, back.Fault, err, base, written)
		}
	})
}

// mayRefuse says whether there is a reason for which a file that applies is not written.
func mayRefuse(t *testing.T, file []byte, err error) bool {
	var encoding *EncodingError
	if errors.As(err, &encoding) {
		return true
	}
	d, err := Decode("", file, fuzzLimits)
	if err != nil {
		t.Fatal(err)
	}
	return len(preamble(d)) > 0 || len(signature(d)) > 0
}
