package wheels

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/csv"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"cairn/digest"
)

// claimed is what a wheel's RECORD says of a file.
type claimed struct {
	algorithm string
	sum       []byte
	size      int64 // -1 where it does not say
}

func (c claimed) hash() hash.Hash {
	switch c.algorithm {
	case "sha384":
		return sha512.New384()
	case "sha512":
		return sha512.New()
	}
	return sha256.New()
}

// recorded is what an installed RECORD says of a file.
type recorded struct {
	sum  digest.Digest
	size int64
}

type record map[string]recorded

// readInfo finds the .dist-info folder and reads what installing needs of it.
func (w *unpacking) readInfo(files map[string]*zip.File) error {
	for name := range files {
		top, _, _ := strings.Cut(name, "/")
		if strings.HasSuffix(top, ".dist-info") && w.info != top {
			if w.info != "" {
				return w.hostile("", "has two .dist-info folders")
			}
			w.info = top
		}
	}
	stem := strings.TrimSuffix(w.info, ".dist-info")
	at := strings.LastIndexByte(stem, '-')
	if at < 0 || Normalise(stem[:at]) != Normalise(w.name.Distribution) || !sameVersion(stem[at+1:], w.name.Version) {
		return w.hostile("", "has no .dist-info folder of its name and version")
	}
	w.data, w.out, w.claims = stem+".data", record{}, map[string]claimed{}
	wheel, err := w.readAll(files, "WHEEL")
	if err != nil {
		return err
	}
	if version := header(wheel, "Wheel-Version"); !strings.HasPrefix(version, "1.") {
		return w.hostile("", "is of wheel format %q; 1.x is known", version)
	}
	metadata, err := w.readAll(files, "METADATA")
	if err != nil {
		return err
	}
	w.metadata.name, w.metadata.version = header(metadata, "Name"), header(metadata, "Version")
	if Normalise(w.metadata.name) != Normalise(w.name.Distribution) || !sameVersion(w.metadata.version, w.name.Version) {
		return w.hostile("", "says inside that it is %s %s", w.metadata.name, w.metadata.version)
	}
	if files[w.info+"/entry_points.txt"] != nil {
		text, err := w.readAll(files, "entry_points.txt")
		if err != nil {
			return err
		}
		if w.points, err = parseEntryPoints(text); err != nil {
			return w.hostile(w.info+"/entry_points.txt", "%v", err)
		}
	}
	text, err := w.readAll(files, "RECORD")
	if err != nil {
		return err
	}
	return w.readRecord(text, files)
}

func (w *unpacking) isRecord(name string) bool {
	return name == w.info+"/RECORD" || name == w.info+"/RECORD.jws" || name == w.info+"/RECORD.p7s"
}

// readAll reads a file of the .dist-info folder.
func (w *unpacking) readAll(files map[string]*zip.File, name string) ([]byte, error) {
	entry := files[w.info+"/"+name]
	if entry == nil {
		return nil, w.hostile("", "has no %s", name)
	}
	if entry.UncompressedSize64 > maxMetadata {
		return nil, w.hostile(entry.Name, "is too large")
	}
	in, err := entry.Open()
	if err != nil {
		return nil, w.hostile(entry.Name, "cannot be read: %v", err)
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, maxMetadata+1))
	if err != nil || len(text) > maxMetadata {
		return nil, w.hostile(entry.Name, "cannot be read: its data does not fit its header")
	}
	return text, nil
}

// header returns a field of METADATA or WHEEL (Core metadata specifications).
func header(text []byte, field string) string {
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		if name, value, ok := strings.Cut(line, ":"); ok && strings.EqualFold(name, field) {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// readRecord reads RECORD (Recording installed projects, "The RECORD file"). Each of
// its files must be there.
func (w *unpacking) readRecord(text []byte, files map[string]*zip.File) error {
	at := w.info + "/RECORD"
	reader := csv.NewReader(bytes.NewReader(text))
	reader.FieldsPerRecord = 3
	rows, err := reader.ReadAll()
	if err != nil {
		return w.hostile(at, "cannot be read: %v", err)
	}
	for _, row := range rows {
		name := row[0]
		if w.isRecord(name) || strings.HasSuffix(name, "/") {
			continue
		}
		if files[name] == nil {
			return w.hostile(name, "is in RECORD and not in the archive")
		}
		algorithm, encoded, _ := strings.Cut(row[1], "=")
		sum, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(encoded, "="))
		c := claimed{algorithm: algorithm, sum: sum, size: -1}
		if !slices.Contains([]string{"sha256", "sha384", "sha512"}, algorithm) || err != nil || len(sum) != c.hash().Size() {
			return w.hostile(name, "has no usable digest in RECORD")
		}
		if row[2] != "" {
			if c.size, err = strconv.ParseInt(row[2], 10, 64); err != nil || c.size < 0 {
				return w.hostile(name, "has no usable size in RECORD")
			}
		}
		if _, twice := w.claims[name]; twice && string(w.claims[name].sum) != string(sum) {
			return w.hostile(name, "is in RECORD twice")
		}
		w.claims[name] = c
	}
	return nil
}

// Finish writes the RECORD of an installed wheel, with the bytecode that was compiled
// meanwhile; of those it says no digest, as pip does.
func (i *Installed) Finish() error {
	var rows [][]string
	site := i.target.SitePackages()
	for _, name := range slices.Sorted(maps.Keys(i.record)) {
		r := i.record[name]
		sum := "sha256=" + base64.RawURLEncoding.EncodeToString(r.sum[:])
		rows = append(rows, []string{relative(site, name), sum, strconv.FormatInt(r.size, 10)})
		compiled, err := i.compiled(name)
		if err != nil {
			return err
		}
		if compiled != "" {
			rows = append(rows, []string{relative(site, compiled), "", ""})
		}
	}
	rows = append(rows, []string{relative(site, i.info) + "/RECORD", "", ""})
	slices.SortFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	var text bytes.Buffer
	writer := csv.NewWriter(&text)
	if err := writer.WriteAll(rows); err != nil {
		return err
	}
	root, err := os.OpenRoot(i.target.Root) // a program has run over it since
	if err != nil {
		return err
	}
	defer root.Close()
	return root.WriteFile(path.Join(i.info, "RECORD"), text.Bytes(), ownerReadable)
}

// compiled returns the bytecode file of a module, below the root; empty where there
// is none (PEP 3147).
func (i *Installed) compiled(name string) (string, error) {
	stem, ok := strings.CutSuffix(path.Base(name), ".py")
	if !ok {
		return "", nil
	}
	tag := "cpython-" + strings.ReplaceAll(i.target.Python, ".", "")
	compiled := path.Join(path.Dir(name), "__pycache__", fmt.Sprintf("%s.%s.pyc", stem, tag))
	_, err := os.Lstat(filepath.Join(i.target.Root, compiled))
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	return compiled, err
}

// relative is a path as RECORD writes it: from site-packages.
func relative(site, name string) string {
	if below, ok := strings.CutPrefix(name, site+"/"); ok {
		return below
	}
	return strings.Repeat("../", strings.Count(site, "/")+1) + name
}
