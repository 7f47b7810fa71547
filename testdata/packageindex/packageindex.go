// Package packageindex makes wheels and source distributions and serves them as a
// package index does, for tests. What it makes depends on its arguments alone.
package packageindex

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// File is one entry of an archive.
type File struct {
	Name    string
	Content string
	Mode    fs.FileMode // 0644 where it is zero
	// Unrecorded leaves it out of a wheel's RECORD; Claimed is what RECORD says of its
	// content, where that is something else.
	Unrecorded bool
	Claimed    string
}

// Wheel returns a wheel of the files, with the .dist-info folder that its name and
// version ask for; requires are its Requires-Dist.
func Wheel(name, version string, requires []string, files ...File) []byte {
	info := strings.ReplaceAll(name, "-", "_") + "-" + version + ".dist-info/"
	metadata := fmt.Sprintf("Metadata-Version: 2.1\nName: %s\nVersion: %s\n", name, version)
	for _, r := range requires {
		metadata += "Requires-Dist: " + r + "\n"
	}
	files = append(slices.Clone(files),
		File{Name: info + "METADATA", Content: metadata},
		File{Name: info + "WHEEL", Content: "Wheel-Version: 1.0\nGenerator: packageindex\nRoot-Is-Purelib: true\nTag: py3-none-any\n"})
	var record bytes.Buffer
	rows := csv.NewWriter(&record)
	row := func(fields ...string) {
		if err := rows.Write(fields); err != nil {
			panic(err) // memory takes everything
		}
	}
	for _, f := range files {
		if f.Unrecorded {
			continue
		}
		content := f.Content
		if f.Claimed != "" {
			content = f.Claimed
		}
		sum := sha256.Sum256([]byte(content))
		row(f.Name, "sha256="+base64.RawURLEncoding.EncodeToString(sum[:]), strconv.Itoa(len(content)))
	}
	row(info+"RECORD", "", "")
	rows.Flush()
	return Zip(append(files, File{Name: info + "RECORD", Content: record.String()})...)
}

// Zip returns a zip archive of the files.
func Zip(files ...File) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		header := &zip.FileHeader{Name: f.Name, Method: zip.Deflate}
		header.SetMode(modeOf(f))
		entry, err := w.CreateHeader(header)
		if err == nil {
			_, err = entry.Write([]byte(f.Content))
		}
		if err != nil {
			panic(err) // memory takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func modeOf(f File) fs.FileMode {
	if f.Mode == 0 {
		return 0o644
	}
	return f.Mode
}

// Sdist returns a .tar.gz of the files. A file with fs.ModeSymlink is a link to its
// content.
func Sdist(files ...File) []byte {
	var out bytes.Buffer
	packed := gzip.NewWriter(&out)
	w := tar.NewWriter(packed)
	for _, f := range files {
		header := &tar.Header{Name: f.Name, Mode: int64(modeOf(f).Perm()), Size: int64(len(f.Content)), Typeflag: tar.TypeReg}
		if f.Mode&fs.ModeSymlink != 0 {
			header.Typeflag, header.Linkname, header.Size = tar.TypeSymlink, f.Content, 0
		}
		err := w.WriteHeader(header)
		if err == nil && header.Size > 0 {
			_, err = w.Write([]byte(f.Content))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	if err := packed.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// Index serves files below /simple/ (PEP 503, PEP 691) and, as a page of links, at
// /links. It is safe for concurrent use.
type Index struct {
	mu    sync.Mutex
	files map[string][]byte
	// JSON serves pages by PEP 691 to who asks for them.
	JSON bool
	// Bare tells no digests.
	Bare bool
	// Base is put before the paths of files in pages of HTML: "http://127.0.0.1:8080".
	Base string
	// Requests counts what was asked for, by path.
	Requests map[string]int
	// Serve, if set, answers in the place of the index, or reports false.
	Serve func(w http.ResponseWriter, r *http.Request) bool
}

// New returns an empty index.
func New() *Index { return &Index{files: map[string][]byte{}, Requests: map[string]int{}, JSON: true} }

// Add offers a file. The package is what its name begins with.
func (x *Index) Add(file string, content []byte) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.files[file] = content
}

func packageOf(file string) string {
	name, _, _ := strings.Cut(file, "-")
	return strings.ToLower(strings.NewReplacer("_", "-", ".", "-").Replace(name))
}

// ServeHTTP answers.
func (x *Index) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	x.mu.Lock()
	x.Requests[r.URL.Path]++
	serve := x.Serve
	x.mu.Unlock()
	if serve != nil && serve(w, r) {
		return
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if name, ok := strings.CutPrefix(r.URL.Path, "/files/"); ok {
		content, ok := x.files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(content)
		return
	}
	wanted, simple := strings.CutPrefix(strings.TrimSuffix(r.URL.Path, "/"), "/simple/")
	var names []string
	for _, name := range slices.Sorted(maps.Keys(x.files)) {
		if simple && packageOf(name) == wanted || r.URL.Path == "/links" {
			names = append(names, name)
		}
	}
	switch {
	case len(names) == 0:
		http.NotFound(w, r)
	case x.JSON && strings.Contains(r.Header.Get("Accept"), "json"):
		x.json(w, names)
	default:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<!DOCTYPE html>\n<html><body>\n")
		for _, name := range names {
			fragment := "#sha256=" + x.sum(name)
			if x.Bare {
				fragment = ""
			}
			fmt.Fprintf(w, "<a href=\"%s/files/%s%s\" data-requires-python=\"&gt;=3\">%s</a><br>\n", x.Base, name, fragment, html.EscapeString(name))
		}
		fmt.Fprint(w, "</body></html>\n")
	}
}

func (x *Index) sum(file string) string {
	sum := sha256.Sum256(x.files[file])
	return hex.EncodeToString(sum[:])
}

func (x *Index) json(w http.ResponseWriter, names []string) {
	files := []map[string]any{}
	for _, name := range names {
		hashes := map[string]string{}
		if !x.Bare {
			hashes["sha256"] = x.sum(name)
		}
		files = append(files, map[string]any{
			"filename": name, "url": "../../files/" + name, "hashes": hashes, "size": len(x.files[name]),
			"upload-time": "2026-05-01T00:00:00Z", "yanked": false,
		})
	}
	w.Header().Set("Content-Type", "application/vnd.pypi.simple.v1+json")
	_ = json.NewEncoder(w).Encode(map[string]any{"meta": map[string]string{"api-version": "1.1"}, "name": packageOf(names[0]), "files": files})
}
