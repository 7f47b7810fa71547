package environments

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
)

// loader finds libraries as ld.so(8) does, in a composed root.
type loader struct {
	view *View
	// cache is what ld.so.cache says. /etc/ld.so.conf is ldconfig's input and has no
	// say when a program starts.
	cache   map[string][]string
	library []string // LD_LIBRARY_PATH
	objects map[string]*object
}

// trusted are the folders searched last, as Debian's multiarch glibc and the
// /lib64 of others have them; the running machine's.
var trusted = func() []string {
	triplets := map[string]string{
		"amd64": "x86_64-linux-gnu", "arm64": "aarch64-linux-gnu", "riscv64": "riscv64-linux-gnu",
		"ppc64le": "powerpc64le-linux-gnu", "s390x": "s390x-linux-gnu", "loong64": "loongarch64-linux-gnu",
	}
	t := triplets[runtime.GOARCH]
	return []string{"/lib/" + t, "/usr/lib/" + t, "/lib64", "/usr/lib64", "/lib", "/usr/lib"}
}()

func newLoader(view *View, libraryPath string) *loader {
	l := &loader{view: view, objects: map[string]*object{}}
	if host, _, ok := view.Find("/etc/ld.so.cache"); ok {
		// A cache that cannot be read is passed over, as ld.so does.
		if data, err := os.ReadFile(host); err == nil {
			l.cache = parseLdCache(data)
		}
	}
	l.library = strings.FieldsFunc(libraryPath, func(r rune) bool { return r == ':' || r == ';' })
	return l
}

// loaded is an object in a simulated process.
type loaded struct {
	*object
	origin string  // what $ORIGIN stands for
	by     *loaded // who needed it; nil for the first
}

// process is what starting one program, or opening one library alone, brings in.
type process struct {
	reached   map[string]bool   // real paths inside
	libraries map[string]string // needed name → path
	missing   []need
}

type need struct{ name, by string }

// start simulates the loading of first: breadth first, each name once (System V
// gABI, "Shared Object Dependencies").
func (l *loader) start(first *object) (*process, error) {
	p := &process{reached: map[string]bool{first.path: true}, libraries: map[string]string{}}
	names := map[string]bool{first.soname: true}
	if first.interpreter != "" {
		host, inside, ok := l.view.Find(first.interpreter)
		if !ok {
			p.missing = append(p.missing, need{first.interpreter, first.path})
		} else if o, err := l.read(host, inside); err == nil {
			names[path.Base(first.interpreter)], names[o.soname] = true, true
		} else if !errors.Is(err, errNotLoadable) {
			return nil, err
		}
	}
	queue := []*loaded{{object: first, origin: path.Dir(first.path)}}
	for len(queue) > 0 {
		from := queue[0]
		queue = queue[1:]
		for _, name := range from.needed {
			if names[name] {
				continue
			}
			names[name] = true
			found, err := l.find(from, name)
			if err != nil {
				return nil, err
			}
			if found == nil {
				p.missing = append(p.missing, need{name, from.path})
				continue
			}
			p.libraries[name] = found.path
			if found.soname != "" {
				names[found.soname] = true
			}
			if !p.reached[found.path] {
				p.reached[found.path] = true
				queue = append(queue, found)
			}
		}
	}
	return p, nil
}

// find looks one needed name up for the object that needs it; nil if it is nowhere.
func (l *loader) find(from *loaded, name string) (*loaded, error) {
	if strings.Contains(name, "/") {
		return l.open(from, expand(name, from.origin)[0])
	}
	for _, dir := range l.folders(from) {
		if found, err := l.open(from, path.Join(dir, name)); found != nil || err != nil {
			return found, err
		}
	}
	for _, file := range l.cache[name] {
		if found, err := l.open(from, file); found != nil || err != nil {
			return found, err
		}
	}
	for _, dir := range trusted {
		if found, err := l.open(from, path.Join(dir, name)); found != nil || err != nil {
			return found, err
		}
	}
	return nil, nil
}

// folders are those that the objects and the variables name, in ld.so(8)'s order.
func (l *loader) folders(from *loaded) []string {
	var dirs []string
	if len(from.runpath) == 0 {
		for o := from; o != nil; o = o.by {
			dirs = append(dirs, expandAll(o.rpath, o.origin)...)
		}
	}
	dirs = append(dirs, expandAll(l.library, from.origin)...)
	dirs = append(dirs, expandAll(from.runpath, from.origin)...)
	// A relative folder would depend on where the program is started: not a resolution.
	return slices.DeleteFunc(dirs, func(dir string) bool { return !path.IsAbs(dir) })
}

func (l *loader) open(by *loaded, file string) (*loaded, error) {
	host, inside, ok := l.view.Find(file)
	if !ok {
		return nil, nil
	}
	o, err := l.read(host, inside)
	if errors.Is(err, errNotLoadable) { // ld.so goes on past another machine's library
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &loaded{object: o, origin: path.Dir(file), by: by}, nil
}

// read remembers what it read: libc is needed by everyone.
func (l *loader) read(host, inside string) (*object, error) {
	if o, known := l.objects[inside]; known {
		if o == nil {
			return nil, errNotLoadable
		}
		return o, nil
	}
	if info, err := os.Stat(host); err != nil || !info.Mode().IsRegular() {
		return nil, errNotLoadable
	}
	o, err := readObject(host, inside)
	if err != nil && !errors.Is(err, errNotLoadable) {
		return nil, fmt.Errorf("loader check: %w", err)
	}
	l.objects[inside] = o
	return o, err
}

func expandAll(dirs []string, origin string) (all []string) {
	for _, dir := range dirs {
		all = append(all, expand(dir, origin)...)
	}
	return all
}

// expand replaces ld.so(8)'s tokens. $LIB is "lib/TRIPLET" on Debian and "lib64"
// elsewhere; both are tried.
func expand(text, origin string) []string {
	platforms := map[string]string{"amd64": "x86_64", "arm64": "aarch64"}
	values := map[string]string{"ORIGIN": origin, "PLATFORM": platforms[runtime.GOARCH]}
	for _, token := range slices.Sorted(maps.Keys(values)) {
		text = strings.NewReplacer("${"+token+"}", values[token], "$"+token, values[token]).Replace(text)
	}
	if !strings.Contains(text, "$LIB") && !strings.Contains(text, "${LIB}") {
		return []string{text}
	}
	var all []string
	for _, lib := range []string{strings.TrimPrefix(trusted[0], "/"), "lib64"} {
		all = append(all, strings.NewReplacer("${LIB}", lib, "$LIB", lib).Replace(text))
	}
	return all
}
