package apt

import (
	"bytes"
	"cmp"
	"debug/elf"
	"encoding/binary"
	"os"
	"path"
	"slices"
	"strings"
)

// machines are the architectures for which a loader's cache is written, with the
// flags of glibc's sysdeps/…/dl-cache.h. The other loaders search their folders.
var machines = map[string]struct {
	machine elf.Machine
	flags   uint32
}{
	"amd64": {elf.EM_X86_64, 0x0303},
	"arm64": {elf.EM_AARCH64, 0x0a03},
}

// library is one line of the cache.
type library struct{ soname, path string }

// loaderCache writes what ldconfig(8) would: every library of the folders that the
// loader knows or that etc/ld.so.conf names, by soname, in glibc's format
// "glibc-ld.so.cache1.1". nil where the architecture's flags are not known.
func (c *composition) loaderCache(architecture string) ([]byte, error) {
	kind, ok := machines[architecture]
	if !ok {
		return nil, nil
	}
	folders := c.loaderFolders(architecture)
	files := map[string][]string{} // by folder
	for name, p := range c.paths {
		if dir := path.Dir(name); p.kind != 'd' && slices.Contains(folders, dir) && isLibrary(path.Base(name)) {
			files[dir] = append(files[dir], name)
		}
	}
	seen := map[string]bool{}
	var libraries []library
	for _, dir := range folders {
		slices.Sort(files[dir])
		for _, name := range files[dir] {
			soname, err := c.soname(name, kind.machine)
			if err != nil {
				return nil, err
			}
			// ldconfig lists a library under its soname, which is a file or a link
			// there, and besides under the ".so" link that linkers use.
			base := path.Base(name)
			forLinkers := c.paths[name].kind == 'l' && strings.HasSuffix(base, ".so") && strings.HasPrefix(soname, base)
			if soname == "" || soname != base && !forLinkers || seen[base] {
				continue
			}
			seen[base] = true
			libraries = append(libraries, library{soname: base, path: "/" + shown(name)})
		}
	}
	slices.SortFunc(libraries, func(a, b library) int {
		return cmp.Or(-compareLibraries(a.soname, b.soname), strings.Compare(a.path, b.path))
	})
	return encodeCache(libraries, kind.flags), nil
}

// shown is a library's path as ldconfig and the loader say it.
func shown(name string) string {
	if rest, ok := strings.CutPrefix(name, "usr/lib/"); ok {
		return "lib/" + rest
	}
	return name
}

func isLibrary(name string) bool {
	return (strings.HasPrefix(name, "lib") || strings.HasPrefix(name, "ld-")) && strings.Contains(name, ".so")
}

// loaderFolders are those of etc/ld.so.conf, in its order, then Debian's own.
func (c *composition) loaderFolders(architecture string) []string {
	var folders []string
	add := func(dir string) {
		dir = mergeUsr(strings.TrimPrefix(path.Clean(dir), "/"))
		if !slices.Contains(folders, dir) {
			folders = append(folders, dir)
		}
	}
	c.readLoaderConf("etc/ld.so.conf", add, 0)
	for _, dir := range []string{"lib/" + multiarch(architecture), "usr/lib/" + multiarch(architecture), "lib", "usr/lib"} {
		add(dir)
	}
	return folders
}

// readLoaderConf reads a file of folders and includes (ldconfig(8)).
func (c *composition) readLoaderConf(name string, add func(dir string), depth int) {
	p := c.paths[name]
	if p == nil || p.kind != 'f' || depth > 4 {
		return
	}
	content, err := os.ReadFile(p.source)
	if err != nil {
		return
	}
	for line := range strings.Lines(string(content)) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		switch {
		case len(words) == 2 && words[0] == "include":
			var matching []string
			for other := range c.paths {
				if ok, err := path.Match(strings.TrimPrefix(words[1], "/"), other); ok && err == nil {
					matching = append(matching, other)
				}
			}
			slices.Sort(matching)
			for _, other := range matching {
				c.readLoaderConf(other, add, depth+1)
			}
		case len(words) == 1 && path.IsAbs(words[0]):
			add(words[0])
		}
	}
}

// soname reads a library's own name; "" for what is no library of the machine.
func (c *composition) soname(name string, machine elf.Machine) (string, error) {
	p := c.paths[c.resolve(name)]
	if p == nil || p.kind != 'f' || p.source == "" {
		return "", nil
	}
	file, err := os.Open(p.source)
	if err != nil {
		return "", err
	}
	defer file.Close()
	library, err := elf.NewFile(file)
	if err != nil || library.Machine != machine || library.Type != elf.ET_DYN {
		return "", nil // a linker script, or another machine's
	}
	names, err := library.DynString(elf.DT_SONAME)
	if err != nil || len(names) == 0 {
		return path.Base(name), nil // then its file's name is what others ask for
	}
	return names[0], nil
}

// compareLibraries is glibc's _dl_cache_libcmp: numbers count as numbers, and come
// after everything else. The loader's search relies on this order.
func compareLibraries(a, b string) int {
	for a != "" {
		switch {
		case isDigit(a[0]):
			if b == "" || !isDigit(b[0]) {
				return 1
			}
			var numberA, numberB string
			numberA, a = leadingDigits(a)
			numberB, b = leadingDigits(b)
			if c := compareDigits(numberA, numberB); c != 0 {
				return c
			}
		case b != "" && isDigit(b[0]):
			return -1
		case b == "" || a[0] != b[0]:
			if b == "" {
				return 1
			}
			return int(a[0]) - int(b[0])
		default:
			a, b = a[1:], b[1:]
		}
	}
	if b != "" {
		return -1
	}
	return 0
}

// The sizes of glibc's struct cache_file_new and struct file_entry_new.
const (
	cacheHeader = 48
	cacheEntry  = 24
)

// encodeCache lays the cache out; sorted by descending soname.
func encodeCache(libraries []library, flags uint32) []byte {
	var texts bytes.Buffer
	start := uint32(cacheHeader + cacheEntry*len(libraries))
	var entries []byte
	for _, l := range libraries {
		key := start + uint32(texts.Len())
		texts.WriteString(l.soname + "\x00")
		value := start + uint32(texts.Len())
		texts.WriteString(l.path + "\x00")
		entries = binary.LittleEndian.AppendUint32(entries, flags)
		entries = binary.LittleEndian.AppendUint32(entries, key)
		entries = binary.LittleEndian.AppendUint32(entries, value)
		entries = binary.LittleEndian.AppendUint32(entries, 0) // oldest kernel: any
		entries = binary.LittleEndian.AppendUint64(entries, 0) // hardware capabilities: any
	}
	header := []byte("glibc-ld.so.cache1.1")
	header = binary.LittleEndian.AppendUint32(header, uint32(len(libraries)))
	header = binary.LittleEndian.AppendUint32(header, uint32(texts.Len()))
	header = append(header, 2, 0, 0, 0) // little endian
	header = append(header, make([]byte, cacheHeader-len(header))...)
	return slices.Concat(header, entries, texts.Bytes())
}
