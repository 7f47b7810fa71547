package environments

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path"
	"strings"
	"testing"
)

// ldCache writes a cache of pairs of soname and path.
func ldCache(pairs ...string) string {
	var table, strs bytes.Buffer
	at := uint32(ldCacheHeaderBytes + ldCacheEntryBytes*len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		entry := make([]byte, ldCacheEntryBytes)
		for j, text := range pairs[i : i+2] {
			binary.NativeEndian.PutUint32(entry[4+4*j:], at+uint32(strs.Len()))
			strs.WriteString(text + "\x00")
		}
		table.Write(entry)
	}
	head := make([]byte, ldCacheHeaderBytes)
	copy(head, ldCacheMagic)
	binary.NativeEndian.PutUint32(head[len(ldCacheMagic):], uint32(len(pairs)/2))
	return string(head) + table.String() + strs.String()
}

func TestLdCacheAgainstLdconfig(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("/etc/ld.so.cache")
	ldconfig, lookErr := exec.LookPath("/sbin/ldconfig")
	if err != nil || lookErr != nil {
		t.Skipf("no cache or no ldconfig here: %v, %v", err, lookErr)
	}
	listing, err := exec.Command(ldconfig, "-p").Output()
	if err != nil {
		t.Skip(err)
	}
	got := parseLdCache(data)
	lines := 0
	for line := range strings.Lines(string(listing)) { // "\tlibz.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libz.so.1"
		name, file, ok := strings.Cut(strings.TrimSpace(line), " => ")
		if !ok {
			continue
		}
		name, _, _ = strings.Cut(name, " ")
		lines++
		found := false
		for _, candidate := range got[name] {
			found = found || candidate == file
		}
		if !found {
			t.Errorf("%s: got %q, ldconfig says %s", name, got[name], file)
		}
	}
	total := 0
	for _, files := range got {
		total += len(files)
	}
	if lines < 5 || total != lines {
		t.Errorf("got %d entries, ldconfig prints %d", total, lines)
	}
}

func FuzzLdCache(f *testing.F) {
	f.Add([]byte(ldCache("libx.so", "/usr/lib/libx.so", "liby.so", "/usr/lib/liby.so")))
	f.Add([]byte(ldCache("libx.so", "/usr/lib/libx.so")[:60]))
	f.Add([]byte("ld.so-1.7.0" + ldCache()))
	f.Fuzz(func(t *testing.T, data []byte) {
		for name, files := range parseLdCache(data) {
			if name == "" || len(files) == 0 {
				t.Errorf("%q: %q", name, files)
			}
		}
	})
}

func TestLdCacheRoundTrip(t *testing.T) {
	t.Parallel()
	got := parseLdCache([]byte("ld.so-1.7.0 and an old table" + ldCache("a", "/1", "a", "/2", "b", "/3")))
	if len(got) != 2 || path.Join(got["a"]...) != "/1/2" || got["b"][0] != "/3" {
		t.Errorf("got %q", got)
	}
	if parseLdCache([]byte("text")) != nil {
		t.Error("text was read as a cache")
	}
}
