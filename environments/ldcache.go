package environments

import (
	"bytes"
	"encoding/binary"
)

// The file that ldconfig(8) writes and ld.so reads: glibc's
// sysdeps/generic/dl-cache.h, struct cache_file_new. An old-format header may
// stand before it; all offsets count from the new one.
var ldCacheMagic = []byte("glibc-ld.so.cache1.1")

const (
	ldCacheHeaderBytes = 48
	ldCacheEntryBytes  = 24
)

// parseLdCache returns the paths for each soname, in the cache's own order of
// preference. What is not a cache gives nothing: ld.so passes over it too.
func parseLdCache(data []byte) map[string][]string {
	start := bytes.Index(data, ldCacheMagic)
	if start < 0 || len(data)-start < ldCacheHeaderBytes {
		return nil
	}
	data = data[start:]
	count := uint64(binary.NativeEndian.Uint32(data[len(ldCacheMagic):]))
	if ldCacheHeaderBytes+count*ldCacheEntryBytes > uint64(len(data)) {
		return nil
	}
	found := map[string][]string{}
	for i := range count {
		entry := data[ldCacheHeaderBytes+i*ldCacheEntryBytes:]
		key, value := cString(data, binary.NativeEndian.Uint32(entry[4:])), cString(data, binary.NativeEndian.Uint32(entry[8:]))
		if key != "" && value != "" {
			found[key] = append(found[key], value)
		}
	}
	return found
}

func cString(data []byte, offset uint32) string {
	if uint64(offset) >= uint64(len(data)) {
		return ""
	}
	text, _, ended := bytes.Cut(data[offset:], []byte{0})
	if !ended {
		return ""
	}
	return string(text)
}
