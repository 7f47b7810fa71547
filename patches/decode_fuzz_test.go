package patches

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"testing"
	"time"
)

// fuzzLimits are small, so that a fuzzer finds what goes past them.
var fuzzLimits = Limits{InputBytes: 1 << 20, DecodedBytes: 1 << 20, Ratio: 50, RatioFreeBytes: 64 << 10, Layers: 3}

// fuzzDecoder feeds one decoder: it must not panic, must keep to its bounds, and an
// error must be a *DecodeError that names a byte of the layer's input.
func fuzzDecoder(f *testing.F, encoding string) {
	whole := encodeAs(f, encoding, []byte(small))
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add(append(bytes.Clone(whole), whole...))
	f.Fuzz(func(t *testing.T, content []byte) {
		l := layer{encoding: encoding, in: content, announced: -1}
		start := time.Now()
		l.decode(fuzzLimits.orDefault())
		if took := time.Since(start); took > time.Minute {
			t.Fatalf("took %v", took)
		}
		if int64(len(l.out)) > fuzzLimits.DecodedBytes {
			t.Fatalf("yields %d bytes", len(l.out))
		}
		if l.fault != nil && (l.fault.Byte < 0 || l.fault.Byte > int64(len(content)) || l.fault.Message == "") {
			t.Fatalf("names byte %d of %d: %q", l.fault.Byte, len(content), l.fault.Message)
		}
		var fault *DecodeError
		if _, err := Decode("", content, fuzzLimits); err != nil && !errors.As(err, &fault) {
			t.Fatalf("got %T", err)
		}
	})
}

func FuzzDecodeGzip(f *testing.F)  { fuzzDecoder(f, "gzip") }
func FuzzDecodeZstd(f *testing.F)  { fuzzDecoder(f, "zstd") }
func FuzzDecodeXZ(f *testing.F)    { fuzzDecoder(f, "xz") }
func FuzzDecodeBzip2(f *testing.F) { fuzzDecoder(f, "bzip2") }

// FuzzDecodeBase64 holds the decoder against the standard library's strict one.
func FuzzDecodeBase64(f *testing.F) {
	for _, s := range []string{"AAAA", "AA==", "AAA=\n", "AAA", "A=AA", "AB==", "AA\r\nAA", "=", ""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		l := layer{in: content}
		decodeBase64(&l, DefaultLimits)
		want, err := base64.StdEncoding.Strict().DecodeString(string(content))
		switch {
		case l.fault == nil && (err != nil || !bytes.Equal(want, l.out)):
			t.Fatalf("%q: got %x, want %x: %v", content, l.out, want, err)
		case l.fault != nil && err == nil && len(want) > 0 && !bytes.ContainsRune(content, '\r'):
			t.Fatalf("%q: got %v, want %x", content, l.fault.Message, want)
		}
	})
}

// FuzzRepair damages texts that it is given: no crash, and whatever is called proved
// decodes.
func FuzzRepair(f *testing.F) {
	f.Add(encodeAs(f, "base64", encodeAs(f, "gzip", []byte(small))))
	f.Fuzz(func(t *testing.T, content []byte) {
		if len(content) > 1024 {
			return
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		r, err := Repair(ctx, "x.gz.b64", content)
		if err != nil || !r.Proven {
			return
		}
		d, err := Decode("", r.Content, Limits{})
		if len(r.Edits) > 0 && (err != nil || !bytes.Equal(d.Diff, r.Diff)) {
			t.Fatalf("%q: what was proved does not decode: %v", content, err)
		}
	})
}
