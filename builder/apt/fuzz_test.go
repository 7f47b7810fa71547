package apt

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// FuzzVersion wants what an order is: equal to itself, the other way round the other
// way, and through a third.
func FuzzVersion(f *testing.F) {
	for _, s := range [][3]string{{"1.0-1", "1.0", "1.0~rc1-1"}, {"2:1", "1:9", "0:1.0+b1"}, {"", "~", "a"}, {"1.00", "1.0", "1..0"}} {
		f.Add(s[0], s[1], s[2])
	}
	sign := func(n int) int { return min(max(n, -1), 1) }
	f.Fuzz(func(t *testing.T, a, b, c string) {
		ab, ba, bc, ac := sign(compareVersions(a, b)), sign(compareVersions(b, a)), sign(compareVersions(b, c)), sign(compareVersions(a, c))
		if compareVersions(a, a) != 0 || ab != -ba {
			t.Errorf("%q %q: %d and %d, with itself %d", a, b, ab, ba, compareVersions(a, a))
		}
		if ab <= 0 && bc <= 0 && ac > 0 || ab >= 0 && bc >= 0 && ac < 0 {
			t.Errorf("%q %q %q: %d, %d, but %d", a, b, c, ab, bc, ac)
		}
	})
}

// FuzzRelations wants that what was read, written out and read again is the same.
func FuzzRelations(f *testing.F) {
	f.Add("libc6 (>= 2.36), gcc:any | clang (<< 3), x, ")
	f.Add("a (= 1:2-3)|b:amd64(>1),c ( < 2 )")
	f.Fuzz(func(t *testing.T, value string) {
		clauses, err := parseClauses(value)
		if err != nil {
			return
		}
		var texts []string
		for _, c := range clauses {
			texts = append(texts, c.String())
			for _, r := range c {
				r.admits("1.0-1")
			}
		}
		again, err := parseClauses(strings.Join(texts, ", "))
		if err != nil || len(again) != len(clauses) {
			t.Fatalf("%q: written as %q, which reads as %v, %v", value, texts, again, err)
		}
		for i := range again {
			if again[i].String() != texts[i] {
				t.Errorf("%q: %q reads as %q", value, texts[i], again[i])
			}
		}
	})
}

// FuzzRelease: whatever a release says, the paths in it stay below its folder.
func FuzzRelease(f *testing.F) {
	f.Add("Suite: stable\nCodename: bookworm\nDate: Sat, 06 Sep 2025 09:16:40 UTC\nAcquire-By-Hash: yes\nArchitectures: all amd64\nSHA256:\n " +
		strings.Repeat("0", 63) + "1 12 main/binary-amd64/Packages.gz\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := parseRelease("x", text)
		if err != nil {
			return
		}
		for name, file := range r.files {
			if !isLocal(name) || file.size < 0 {
				t.Errorf("%q, %d bytes", name, file.size)
			}
		}
		_, _ = r.indexes("stable", []string{"main"}, "amd64")
	})
}

// FuzzDeb reads a .deb's frame and members, and writes nothing: much faster than
// FuzzUnpack, which does.
func FuzzDeb(f *testing.F) {
	for _, compression := range []string{"", ".gz", ".xz", ".zst"} {
		d := testDeb{name: "tools", version: "1", compression: compression, files: []entry{{name: "./usr/share/x", content: "x"}}}
		f.Add(d.pack(f))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const most = 1 << 20
		read := int64(0)
		d := &deb{name: "tools 1", from: bytes.NewReader(data), dataBytes: func() int64 { return most }}
		err := d.read(func([]byte) error { return nil }, func(_ *tar.Header, content io.Reader) error {
			n, err := io.Copy(io.Discard, content)
			read += n
			return err
		})
		if read > most {
			t.Errorf("%d bytes came out of %d", read, len(data))
		}
		var format *FormatError
		if err != nil && !errors.As(err, &format) && !errors.Is(err, errBounded) && !strings.Contains(err.Error(), "tar") && !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("a %T: %v", err, err)
		}
	})
}

// FuzzKeyring: what a person names as a keyring is read or refused.
func FuzzKeyring(f *testing.F) {
	f.Add([]byte("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n-----END PGP PUBLIC KEY BLOCK-----\n"))
	f.Add([]byte{0x99, 0x01, 0x0d, 0x04})
	f.Fuzz(func(_ *testing.T, data []byte) { _, _ = findKey(data, strings.Repeat("A", 40)) })
}
