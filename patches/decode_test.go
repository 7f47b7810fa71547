package patches

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"hash/crc32"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

const small = "diff --git a/one b/one\n--- a/one\n+++ b/one\n@@ -1 +1 @@\n-1\n+2\n"

// Made with bzip2: small, and 900,000 zero bytes. Go has no encoder for it.
const (
	smallBzip2 = "QlpoOTFBWSZTWaQvlFoAABVdgAAQQAqwAEAAN6GEACAASGqfpTZMmg0DUDJhGRpYuX/zZH60fPBUFCUnIKBRAViAaAmr8roHwCoXckU4UJCkL5Ra"
	zerosBzip2 = "QlpoOTFBWSZTWWPj7KIABuTBAMAAAgAACCAAMMwJqmmUoTapKE8XckU4UJBj4+yi"
)

func encodeAs(t testing.TB, encoding string, plain []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch encoding {
	case "gzip":
		w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		w.Name = "x.patch"
		_, err = w.Write(plain)
		err = errors.Join(err, w.Close())
	case "zstd":
		var w *zstd.Encoder
		w, err = zstd.NewWriter(&b, zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(true))
		if err == nil {
			_, err = w.Write(plain)
			err = errors.Join(err, w.Close())
		}
	case "xz":
		var w *xz.Writer
		w, err = xz.NewWriter(&b)
		if err == nil {
			_, err = w.Write(plain)
			err = errors.Join(err, w.Close())
		}
	case "base64":
		text := base64.StdEncoding.EncodeToString(plain)
		for len(text) > 76 {
			b.WriteString(text[:76] + "\n")
			text = text[76:]
		}
		b.WriteString(text + "\n")
	case "bzip2":
		if string(plain) != small {
			t.Fatal("only one text is at hand as bzip2")
		}
		var packed []byte
		packed, err = base64.StdEncoding.DecodeString(smallBzip2)
		b.Write(packed)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var extensionOf = map[string]string{"gzip": ".gz", "zstd": ".zst", "xz": ".xz", "bzip2": ".bz2", "base64": ".b64"}

func TestDecodeNestings(t *testing.T) {
	t.Parallel()
	chains := [][]string{
		{}, {"gzip"}, {"zstd"}, {"xz"}, {"bzip2"}, {"base64"}, {"base64", "gzip"}, {"base64", "zstd"}, {"base64", "xz"},
		{"base64", "bzip2"}, {"gzip", "base64"}, {"xz", "gzip"}, {"base64", "base64"}, {"gzip", "base64", "zstd", "base64"},
	}
	for _, chain := range chains {
		content, name := []byte(small), "x.patch"
		for _, encoding := range slices.Backward(chain) {
			content = encodeAs(t, encoding, content)
			name += extensionOf[encoding]
		}
		for _, name := range []string{name, "dir.d/" + name, "", "stdin", strings.ToUpper(name)} {
			d, err := Decode(name, content, Limits{})
			if err != nil {
				t.Errorf("%q %v: %v", name, chain, err)
				continue
			}
			if string(d.Diff) != small || !slices.Equal(d.Encoding, chain) {
				t.Errorf("%q: got %v and %q, want %v", name, d.Encoding, d.Diff, chain)
			}
		}
	}
}

// Every prefix of an encoded file and every file with something after it is refused,
// and a changed byte never yields another diff.
func TestDecodeTakesOnlyWholeFiles(t *testing.T) {
	t.Parallel()
	for encoding, ext := range extensionOf {
		whole := encodeAs(t, encoding, []byte(small))
		name := "x.patch" + ext
		if encoding == "base64" {
			whole = bytes.TrimSuffix(whole, []byte("\n"))
			if len(small)%3 == 0 {
				t.Fatal("the text should need padding")
			}
		}
		for n := range whole {
			if _, err := Decode(name, whole[:n], Limits{}); err == nil && !(encoding == "base64" && len(bytes.ReplaceAll(whole[:n], []byte("\n"), nil))%4 == 0) {
				t.Errorf("%s: %d of %d bytes decode", encoding, n, len(whole))
			}
		}
		for _, tail := range []string{"x", "\x00", "=", "\x1f", "\x1f\x8b", "diff", strings.Repeat("\x00", 512)} {
			_, err := Decode(name, append(slices.Clone(whole), tail...), Limits{})
			var fault *DecodeError
			if encoding == "xz" && len(tail)%4 == 0 && strings.Trim(tail, "\x00") == "" {
				continue // stream padding, xz format section 2.2
			}
			if !errors.As(err, &fault) {
				t.Errorf("%s: decodes with %.9q after it", encoding, tail)
			} else if fault.Byte < int64(len(whole))-2 || fault.Byte > int64(len(whole)+len(tail)) {
				t.Errorf("%s with %.9q after it: %v at byte %d of %d", encoding, tail, err, fault.Byte, len(whole))
			}
		}
		if encoding == "base64" {
			continue // it has no checksum
		}
		for n := range whole {
			for _, bit := range []byte{1, 0x80, 0xff} {
				broken := slices.Clone(whole)
				broken[n] ^= bit
				d, err := Decode(name, broken, Limits{})
				if err == nil && string(d.Diff) != small {
					t.Errorf("%s: byte %d changed by %#x decodes to %q", encoding, n, bit, d.Diff)
				}
			}
		}
	}
}

func TestDecodeFaults(t *testing.T) {
	t.Parallel()
	packed := encodeAs(t, "gzip", []byte(small))
	at := func(n int, b byte) []byte {
		c := slices.Clone(packed)
		c[(n+len(c))%len(c)] ^= b
		return c
	}
	n := int64(len(packed))
	size := int64(len(small))
	tests := []struct {
		name               string
		content            []byte
		layer              string
		at, decoded, holds int64
		message            string
	}{
		{"x.gz", at(-8, 1), "gzip", n - 8, size, size, "the CRC of what was read is"},
		{"x.gz", at(-4, 1), "gzip", n - 4, size, size ^ 1, "bytes were read, the file says"},
		{"x.gz", packed[:n-3], "gzip", n - 3, size, -1, "checksum and length at the end are cut off"},
		{"x.gz", packed[:n-12], "gzip", n - 12, -2, -1, "the deflate stream ends before its last block"},
		{"x.gz", packed[:9], "gzip", 9, 0, -1, "the gzip header is cut off"},
		{"x.gz", append([]byte{0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 3, 0xff, 0xff}, packed...), "gzip", n + 12, 0, -2, "the gzip header is cut off"},
		{"x.gz", headerCRC(packed, 1), "gzip", 18, 0, -2, "the CRC of the header is"},
		{"x.gz", append(slices.Clone(packed), at(-8, 1)...), "gzip", 2*n - 8, 2 * size, -1, "the CRC of what was read is"},
		{"x.gz", at(3, 0x80), "gzip", 3, 0, size, "reserved header flags 0x80 are set"},
		{"x.gz", at(2, 1), "gzip", 2, 0, size, "compression method 9 is not deflate"},
		{"x.gz", append(slices.Clone(packed), "\n"...), "gzip", n, size, -2, "1 bytes after the end of the compressed data"},
		{"x.b64", []byte("AAAA AAAA"), "base64", 4, 6, -1, "stray character ' '"},
		{"x.b64", []byte("AAAA\rAAAA"), "base64", 4, 6, -1, "stray character '\\r'"},
		{"x.b64", []byte("AAAA-AAA"), "base64", 4, 5, -1, "stray character '-'"},
		{"x.b64", []byte("AAA"), "base64", 3, 2, -1, "3 characters: one short of a multiple of four (2 bytes could be read)"},
		{"x.b64", []byte("AAAA===="), "base64", 4, 3, -1, "4 characters and 4 of padding do not go together"},
		{"x.b64", []byte("AAAAA"), "base64", 4, 3, -1, "5 characters: one more than a multiple of four"},
		{"x.b64", []byte("AA="), "base64", 2, 1, -1, "3 characters: one short of a multiple of four"},
		{"x.b64", []byte("AB=="), "base64", 1, 1, -1, "has bits set that the padding throws away"},
		{"x.b64", []byte("AA==AAAA"), "base64", 4, 1, -1, "character 'A' after the padding"},
		{"x.b64", []byte("A==="), "base64", 0, 0, -1, "1 characters and 3 of padding do not go together"},
		{"x.b64", []byte("\n"), "base64", 0, 0, -1, "nothing encoded"},
		{"x.patch.gz", []byte(small), "name", 0, 0, -1, "the name says gzip, the content is a plain patch"},
		{"x.patch", packed, "name", 0, 0, -1, "the name says a plain patch, the content is gzip"},
		{"x.gz.b64", packed, "name", 0, 0, -1, "the name says gzip in base64, the content is gzip"},
		{"x.zst", packed, "name", 0, 0, -1, "the name says zstd, the content is gzip"},
	}
	for _, test := range tests {
		_, err := Decode(test.name, test.content, Limits{})
		var fault *DecodeError
		if !errors.As(err, &fault) {
			t.Errorf("%s %q: got %v, want a fault: %s", test.name, test.content, err, test.message)
			continue
		}
		got := fmt.Sprintf("%s byte %d", fault.Layer, fault.Byte)
		if want := fmt.Sprintf("%s byte %d", test.layer, test.at); got != want || !strings.Contains(fault.Error(), test.message) {
			t.Errorf("got %s: %s\nwant %s: %s", got, fault.Message, want, test.message)
		}
		if unpacked := strings.HasPrefix(fault.Hint, "it may have been unpacked"); fault.Layer == "name" && unpacked != (test.name == "x.patch.gz" || test.name == "x.gz.b64") {
			t.Errorf("%s: got hint %q", test.message, fault.Hint)
		}
		if test.decoded != -2 && fault.Decoded != test.decoded || test.holds != -2 && fault.Announced != test.holds {
			t.Errorf("%s: got %d of %d bytes, want %d of %d", test.message, fault.Decoded, fault.Announced, test.decoded, test.holds)
		}
	}
}

// headerCRC is a gzip file with a CRC of its header, changed by so much (RFC 1952,
// section 2.3.1).
func headerCRC(packed []byte, by uint16) []byte {
	head := slices.Clone(packed[:16]) // "x.patch" is 7 bytes less than a name may have
	head = append(head[:10], "x.patch\x00"...)
	head[3] |= 2
	crc := uint16(crc32.ChecksumIEEE(head)) + by
	return slices.Concat(head, []byte{byte(crc), byte(crc >> 8)}, packed[18:])
}

// What is allowed: line ends of either kind, several members.
func TestDecodeTolerates(t *testing.T) {
	t.Parallel()
	packed := encodeAs(t, "gzip", []byte(small))
	if _, err := Decode("x.patch", []byte(small), Limits{InputBytes: int64(len(small))}); err != nil {
		t.Errorf("as large as may be: %v", err)
	}
	same := strings.Repeat(" the same\n", int(DefaultLimits.RatioFreeBytes)/10)
	if d, err := Decode("x.gz", encodeAs(t, "gzip", []byte(same)), Limits{}); err != nil || string(d.Diff) != same {
		t.Errorf("a small file of equal lines: %v", err)
	}
	if d, err := Decode("x.gz", append(slices.Clone(packed), packed...), Limits{}); err != nil || string(d.Diff) != small+small {
		t.Errorf("two members: %v", err)
	}
	text := bytes.ReplaceAll(encodeAs(t, "base64", packed), []byte("\n"), []byte("\r\n"))
	if d, err := Decode("x.gz.b64", text, Limits{}); err != nil || string(d.Diff) != small {
		t.Errorf("CR LF: %v", err)
	}
	if d, err := Decode("x.gz", headerCRC(packed, 0), Limits{}); err != nil || string(d.Diff) != small {
		t.Errorf("a CRC of the header: %v", err)
	}
	for _, plain := range []string{"", "hello", "ZGlmZiA=", "deadbeefdeadbeefdeadbeef\n", "BZh is no magic", small} {
		d, err := Decode("", []byte(plain), Limits{})
		if err != nil || string(d.Diff) != plain || len(d.Encoding) != 0 {
			t.Errorf("%q: %v", plain, err)
		}
	}
}

func TestDecodeLimits(t *testing.T) {
	t.Parallel()
	deep := []byte(small)
	for range 7 {
		deep = encodeAs(t, "gzip", deep)
	}
	tests := []struct {
		content []byte
		limits  Limits
		message string
	}{
		{[]byte(small), Limits{InputBytes: 10}, "are more than the 10 that a patch file may have"},
		{encodeAs(t, "gzip", []byte(small)), Limits{DecodedBytes: 10}, "decodes to more than is allowed: over 10 bytes"},
		{deep, Limits{}, "more than 6 encodings inside each other"},
	}
	for _, test := range tests {
		if _, err := Decode("", test.content, test.limits); err == nil || !strings.Contains(err.Error(), test.message) {
			t.Errorf("got %v, want %s", err, test.message)
		}
	}
}

// A gigabyte in a megabyte or less is refused, soon and within 200 MiB.
func TestDecodeRefusesBombs(t *testing.T) {
	zeros := make([]byte, 1<<20)
	bombs := map[string][]byte{}
	for _, encoding := range []string{"gzip", "zstd", "xz"} {
		// Members, frames and streams may follow each other.
		bombs[encoding] = bytes.Repeat(encodeAs(t, encoding, zeros), 1<<10)
	}
	block, _ := base64.StdEncoding.DecodeString(zerosBzip2)
	bombs["bzip2"] = bytes.Repeat(block, 1200)
	bombs["gzip in gzip"] = encodeAs(t, "gzip", bombs["gzip"])
	bombs["gzip in base64"] = encodeAs(t, "base64", bombs["gzip"])
	// One block's dictionary of 4 GiB, and 10,000 of 8 MiB.
	huge := encodeAs(t, "xz", zeros)
	at := bytes.Index(huge, []byte{0x21, 1, 22}) + 2 // LZMA2, one byte, 8 MiB
	if at < 2 || xzDictionary(huge[xzHeader:]) != 8<<20 {
		t.Fatal("no dictionary found")
	}
	huge[at] = 40
	bombs["xz with a dictionary of 4 GiB"] = huge
	bombs["xz with many dictionaries"] = bytes.Repeat(encodeAs(t, "xz", []byte("x")), 10_000)

	for name, bomb := range bombs {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := processorTime(t)
		_, err := Decode("", bomb, Limits{})
		took := processorTime(t) - start
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("%s: %d bytes were taken", name, len(bomb))
		}
		// Total allocation bounds the peak from above.
		if mib := (after.TotalAlloc - before.TotalAlloc) >> 20; mib > 200 || took > hostileLimit {
			t.Errorf("%s: %v and %d MiB allocated, want %v and 200 MiB at most: %v", name, took, mib, hostileLimit, err)
		}
	}
}

// processorTime is what this process has used: a busy machine does not add to it.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func TestMail(t *testing.T) {
	t.Parallel()
	const body = "\n---\n one | 2 +-\n\n" + small + "-- \n2.39.5\n\n"
	id := strings.Repeat("4b", 20)
	first := "From " + id + " Mon Sep 17 00:00:00 2001\nFrom: =?UTF-8?q?J=C3=B6rg=20M?= <j@example.org>\n" +
		"Date: Tue, 5 May 2026 10:11:12 +0200\nSubject: [PATCH 1/2] one: be two,\n not one\n" + body
	tests := []struct {
		text string
		want *Mail
	}{
		{first, &Mail{Commit: id, Subject: "one: be two, not one", Author: "Jörg M <j@example.org>", Messages: 1}},
		{first + strings.Replace(first, "1/2", "2/2", 1), &Mail{Commit: id, Subject: "one: be two, not one", Author: "Jörg M <j@example.org>", Messages: 2}},
		{"From: A <a@b>\nSubject: x\n" + body, &Mail{Subject: "x", Author: "A <a@b>", Messages: 1}},
		{strings.ReplaceAll("From: A <a@b>\nSubject: x\n"+body, "\n", "\r\n"), &Mail{Subject: "x", Author: "A <a@b>", Messages: 1}},
		{small, nil},
		{"", nil},
		{"From here on, all is prose.\n\nFrom: nobody\n", nil},
	}
	for _, test := range tests {
		d, err := Decode("0001.patch", []byte(test.text), Limits{})
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		if string(d.Diff) != test.text {
			t.Errorf("the text was changed: %q", d.Diff)
		}
		if got := d.Mail; (got == nil) != (test.want == nil) {
			t.Errorf("%q: got %v, want %v", test.text, got, test.want)
		} else if got != nil {
			if test.want.Commit != "" && got.Date.Unix() != 1777968672 {
				t.Errorf("date: got %v", got.Date)
			}
			got.Date = time.Time{}
			if *got != *test.want {
				t.Errorf("got %+v, want %+v", *got, *test.want)
			}
		}
	}
	for _, transfer := range []string{"7bit", "8bit", "Binary"} {
		text := strings.Replace(first, "Subject:", "Content-Transfer-Encoding: "+transfer+"\nSubject:", 1)
		if _, err := Decode("x.patch", []byte(text), Limits{}); err != nil {
			t.Errorf("%s: %v", transfer, err)
		}
	}
	encoded := strings.Replace(first, "Subject:", "Content-Transfer-Encoding: quoted-printable\nSubject:", 1)
	var fault *DecodeError
	if _, err := Decode("x.patch", []byte(encoded), Limits{}); !errors.As(err, &fault) || fault.Layer != "mail" {
		t.Errorf("a quoted-printable mail: got %v", err)
	}
}
