package patches

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// sourceDiff makes a diff of about the given size in words that repeat as code does.
func sourceDiff(r *rand.Rand, size int) []byte {
	words := make([]string, 300)
	for i := range words {
		for range 2 + r.IntN(9) {
			words[i] += string(rune('a' + r.IntN(26)))
		}
	}
	var b bytes.Buffer
	for file := 0; b.Len() < size; file++ {
		fmt.Fprintf(&b, "diff --git a/src/%[1]s%[2]d.c b/src/%[1]s%[2]d.c\nindex %07[3]x..%07[4]x 100644\n--- a/src/%[1]s%[2]d.c\n+++ b/src/%[1]s%[2]d.c\n",
			words[file], file, r.IntN(1<<28), r.IntN(1<<28))
		for hunk := range 1 + r.IntN(4) {
			fmt.Fprintf(&b, "@@ -%d,12 +%d,14 @@\n", 40*hunk+1, 42*hunk+1)
			for line := range 14 {
				b.WriteByte(" +"[b2i(line == 6 || line == 7)])
				for range r.IntN(9) {
					fmt.Fprintf(&b, " %s%c", words[r.IntN(len(words))], "(),;= "[r.IntN(6)])
				}
				b.WriteByte('\n')
			}
		}
	}
	return b.Bytes()
}

// One character missing, extra or changed, anywhere, in the header and the trailer
// of gzip too: the text comes back.
func TestRepairSingleEdits(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	plain := sourceDiff(r, 6_000)
	packed := encodeAs(t, "gzip", plain)
	wrapped := encodeAs(t, "base64", packed)
	flat := bytes.ReplaceAll(wrapped, []byte("\n"), nil)
	n := len(flat)
	try := func(name string, broken []byte) {
		t.Helper()
		if d, err := Decode("x.patch.gz.b64", broken, Limits{}); err == nil && bytes.Equal(d.Diff, plain) {
			return // a bit that means nothing, such as the time in the gzip header
		}
		got, err := Repair(t.Context(), "x.patch.gz.b64", broken)
		if err != nil || !got.Proven || !bytes.Equal(got.Diff, plain) || len(got.Edits) != 1 {
			t.Errorf("%s: %v %+v", name, err, got.Edits)
			return
		}
		if d, err := Decode("x.patch.gz.b64", got.Content, Limits{}); err != nil || !bytes.Equal(d.Diff, plain) {
			t.Errorf("%s: what was written does not decode: %v", name, err)
		}
	}
	places := []int{0, 9, 20, 25, 60, n - 1, n - 4, n - 9, n - 15}
	for range 5 {
		places = append(places, r.IntN(n))
	}
	for i, at := range places {
		try(fmt.Sprintf("missing at %d", at), slices.Delete(slices.Clone(flat), at, at+1))
		try(fmt.Sprintf("extra at %d", at), slices.Insert(slices.Clone(flat), at, base64Alphabet[r.IntN(64)]))
		if at < n-4 && i%3 == 0 {
			broken := slices.Clone(flat)
			broken[at] = base64Alphabet[(base64Values[broken[at]]+1+byte(r.IntN(63)))%64]
			try(fmt.Sprintf("changed at %d", at), broken)
		}
	}
	// In a wrapped text the place is said by line and column.
	at := 20*77 + 5
	got, err := Repair(t.Context(), "", slices.Delete(slices.Clone(wrapped), at, at+1))
	if err != nil || !got.Proven {
		t.Fatalf("wrapped: %v", err)
	}
	if e := got.Edits[0]; e.Line != 21 || e.Column < 1 || e.Column > 6 || e.Is != string(wrapped[at]) || e.Kind != "missing" {
		t.Errorf("got %+v, want line 21, column 6", e)
	}
	for _, stray := range []string{" ", "-", "="} {
		try("stray "+stray, slices.Insert(slices.Clone(wrapped), at, stray[0]))
		broken := slices.Clone(wrapped)
		broken[at] = stray[0]
		try("changed to "+stray, broken)
	}
	try("padding", append(slices.Clone(flat), '='))
	try("padding", bytes.TrimSuffix(flat, []byte("=")))
}

func TestRepairOfWhatDecodes(t *testing.T) {
	t.Parallel()
	whole := encodeAs(t, "base64", encodeAs(t, "gzip", []byte(small)))
	got, err := Repair(t.Context(), "x.gz.b64", whole)
	if err != nil || !got.Proven || len(got.Edits) != 0 || !bytes.Equal(got.Content, whole) || string(got.Diff) != small {
		t.Errorf("got %+v, %v", got, err)
	}
}

// Two wrong characters are not proved; the whole sections before them are saved.
func TestRepairSalvages(t *testing.T) {
	t.Parallel()
	plain := sourceDiff(rand.New(rand.NewPCG(3, 4)), 30_000)
	broken := encodeAs(t, "base64", encodeAs(t, "gzip", plain))
	for _, at := range []int{len(broken) / 2, len(broken)/2 + 400} {
		broken = slices.Delete(broken, at, at+1)
	}
	got, err := Repair(t.Context(), "x.gz.b64", broken)
	if err != nil || got.Proven || got.Content != nil || got.Fault == nil {
		t.Fatalf("got %+v, %v", got, err)
	}
	if !bytes.HasPrefix(plain, got.Diff) || len(got.Diff) < len(plain)/4 {
		t.Errorf("saved %d of %d bytes, of the text: %v", len(got.Diff), len(plain), bytes.HasPrefix(plain, got.Diff))
	}
	whole := 0
	for _, s := range got.Sections {
		if s.Whole {
			whole++
			if !strings.Contains(string(plain), "b/"+s.Path+"\n") || len(s.NewID) != 7 {
				t.Errorf("%+v is not in the text", s)
			}
		} else if s.Why == "" {
			t.Errorf("%+v does not say why it is not whole", s)
		}
	}
	if whole < 3 {
		t.Errorf("%d sections are whole", whole)
	}
}

func TestRepairIsCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	broken := encodeAs(t, "base64", encodeAs(t, "gzip", sourceDiff(rand.New(rand.NewPCG(5, 6)), 20_000)))
	broken = slices.Delete(broken, 300, 301)
	if _, err := Repair(ctx, "x.gz.b64", broken); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// The reader of single symbols agrees with the library on whole streams.
func TestTraceIsThatOfTheLibrary(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	for _, plain := range [][]byte{[]byte(small), sourceDiff(r, 200_000), bytes.Repeat([]byte("ab"), 4000), nil} {
		stream := encodeAs(t, "gzip", plain)
		l := layer{in: stream}
		if _, fault := gzipMember(&l, 0, 1<<30); fault != nil {
			t.Fatal(fault)
		}
		s := &search{a: newBitSource(stream)}
		s.start, _ = gzipHeader(stream)
		s.follow()
		// The last boundary is that of the end of the last block.
		if last := s.trace[len(s.trace)-1]; last.yields != len(plain) {
			t.Errorf("got %d bytes of %d", last.yields, len(plain))
		}
	}
}

// Of a text that breaks off nothing says that its last section is whole.
func TestTheLastSectionIsNotKnownToBeWhole(t *testing.T) {
	t.Parallel()
	second := strings.ReplaceAll(small, "one", "two")
	got := sections([]byte(small + second))
	if len(got) != 2 || !got[0].Whole || got[0].Why != "" || got[1].Whole || !strings.Contains(got[1].Why, "breaks off") || got[1].Path != "two" || got[1].Line != 7 {
		t.Errorf("got %+v", got)
	}
}
