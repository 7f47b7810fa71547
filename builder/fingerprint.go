package builder

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"cairn/digest"
)

// fingerprint names the state of the host's compilers and libraries: the content
// of the programs, every installed package with its version (a build may find any
// library below /usr), the alternatives, and the loader's cache. The value is kept
// under a stamp of stats of all that is read.
func fingerprint(ctx context.Context, programs map[string]string, cacheDir string) (digest.Digest, error) {
	stamp, err := stampOf(programs)
	if err != nil {
		return digest.Digest{}, err
	}
	names := digest.NewKey("cairn-host-programs-v1").Map("programs", programs).Sum()
	file := filepath.Join(cacheDir, "host-toolchain-"+names.Short()+".json")
	if id, ok := cached(file, stamp); ok {
		return id, nil
	}
	key := digest.NewKey("cairn-host-toolchain-v1")
	for _, name := range slices.Sorted(maps.Keys(programs)) {
		if err := context.Cause(ctx); err != nil {
			return digest.Digest{}, err
		}
		sum, err := sumFile(programs[name])
		if err != nil {
			return digest.Digest{}, err
		}
		key.String("program "+name, programs[name]).Digest("content", sum)
	}
	list, err := installed()
	if err != nil {
		return digest.Digest{}, err
	}
	key.Strings("packages", list)
	for _, name := range []string{"/etc/os-release", "/etc/ld.so.cache"} {
		sum, err := sumFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return digest.Digest{}, err
		}
		key.Digest(name, sum)
	}
	links, err := alternatives()
	if err != nil {
		return digest.Digest{}, err
	}
	key.Strings("alternatives", links)
	id := key.Sum()
	// A cache that cannot be written costs time and nothing else.
	_ = remember(file, stamp, id)
	return id, nil
}

// watched are the host's own records of what is installed, besides those of
// otherPackages; those that are not there count as such.
var watched = []string{
	"/var/lib/dpkg/status", "/etc/alternatives", "/etc/ld.so.cache", "/etc/os-release", "/usr/include", "/usr/lib", "/usr/bin",
}

// databases are those of rpm, in its new place and its old, pacman and apk.
var databases = []string{
	"/usr/lib/sysimage/rpm/rpmdb.sqlite", "/var/lib/rpm/rpmdb.sqlite", "/var/lib/pacman/local", "/lib/apk/db/installed",
}

// stampOf changes whenever a file that the fingerprint reads may have.
func stampOf(programs map[string]string) (digest.Digest, error) {
	key := digest.NewKey("cairn-host-stamp-v1")
	add := func(path string) error {
		info, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			key.String(path, "absent")
			return nil
		}
		if err != nil {
			return err
		}
		inode, change := uint64(0), int64(0)
		if stat, ok := info.Sys().(*syscall.Stat_t); ok {
			inode, change = stat.Ino, stat.Ctim.Nano()
		}
		key.String(path, fmt.Sprint(info.Size(), info.ModTime().UnixNano(), inode, change))
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(programs)) {
		if err := add(programs[name]); err != nil {
			return digest.Digest{}, err
		}
	}
	for _, path := range slices.Concat(watched, databases) {
		if err := add(path); err != nil {
			return digest.Digest{}, err
		}
	}
	return key.Sum(), nil
}

type rememberedID struct {
	Stamp digest.Digest `json:"stamp"`
	ID    digest.Digest `json:"id"`
}

func cached(file string, stamp digest.Digest) (digest.Digest, bool) {
	text, err := os.ReadFile(file)
	var r rememberedID
	if err != nil || json.Unmarshal(text, &r) != nil || r.Stamp != stamp || r.ID.IsZero() {
		return digest.Digest{}, false
	}
	return r.ID, true
}

// remember replaces the file as a whole. It need not last: it is not synced.
func remember(file string, stamp, id digest.Digest) error {
	text, err := json.Marshal(rememberedID{Stamp: stamp, ID: id})
	if err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".host-toolchain-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(text)
	if err = errors.Join(err, temp.Close()); err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}

func sumFile(path string) (digest.Digest, error) {
	file, err := os.Open(path)
	if err != nil {
		return digest.Digest{}, err
	}
	defer file.Close()
	w := digest.NewWriter(nil)
	if _, err := io.Copy(w, file); err != nil {
		return digest.Digest{}, err
	}
	return w.Digest(), nil
}

// installed lists "name architecture version" of what dpkg has installed
// (deb-control(5), dpkg's status file). On systems without dpkg the list names the
// state of their package database instead.
func installed() ([]string, error) {
	status, err := os.ReadFile("/var/lib/dpkg/status")
	if errors.Is(err, fs.ErrNotExist) {
		return otherPackages()
	}
	if err != nil {
		return nil, err
	}
	var list []string
	fields := map[string]string{}
	end := func() {
		if strings.HasSuffix(fields["Status"], " installed") {
			list = append(list, fields["Package"]+" "+fields["Architecture"]+" "+fields["Version"])
		}
		clear(fields)
	}
	lines := bufio.NewScanner(bytes.NewReader(status))
	lines.Buffer(nil, len(status)+1)
	for lines.Scan() {
		line := lines.Text()
		if line == "" {
			end()
			continue
		}
		switch name, value, _ := strings.Cut(line, ": "); name {
		case "Package", "Architecture", "Version", "Status":
			fields[name] = value
		}
	}
	end()
	slices.Sort(list)
	return list, lines.Err()
}

// otherPackages names the databases of other systems by their stats: any transaction
// changes them.
func otherPackages() ([]string, error) {
	var list []string
	for _, path := range databases {
		info, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		list = append(list, fmt.Sprint(path, " ", info.Size(), " ", info.ModTime().UnixNano()))
	}
	return list, nil
}

// alternatives lists the links of update-alternatives(1), which say what cc is.
func alternatives() ([]string, error) {
	entries, err := os.ReadDir("/etc/alternatives")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var links []string
	for _, entry := range entries {
		// Manual pages change no build.
		if strings.HasSuffix(entry.Name(), ".gz") {
			continue
		}
		if text, err := os.Readlink(filepath.Join("/etc/alternatives", entry.Name())); err == nil {
			links = append(links, entry.Name()+" "+text)
		}
	}
	return links, nil
}
