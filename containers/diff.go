package containers

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	v1 "github.com/google/go-containerregistry/pkg/v1"

	"cairn/digest"
)

// Difference is what two images do not have in common.
type Difference struct {
	A      digest.Digest  `json:"a"` // the manifest
	B      digest.Digest  `json:"b"`
	Config []ConfigChange `json:"config"`
	// Layers are those of both images: pairs of one origin first in B's order, then
	// what only A has.
	Layers []LayerChange `json:"layers"`
}

// ConfigChange is one value of the config; empty means that it is not set.
type ConfigChange struct {
	Field string `json:"field"` // "entrypoint", "env PATH", "label cairn.lock"
	A     string `json:"a"`
	B     string `json:"b"`
}

// LayerStatus says what became of a layer from A to B.
type LayerStatus string

// A layer whose bytes moved but whose tar did not is Repacked: another
// compression.
const (
	Same     LayerStatus = "same"
	Repacked LayerStatus = "repacked"
	Changed  LayerStatus = "changed"
	Added    LayerStatus = "added"
	Removed  LayerStatus = "removed"
)

// LayerChange is one layer of either image, or a pair.
type LayerChange struct {
	Origin string        `json:"origin"`
	Status LayerStatus   `json:"status"`
	A      digest.Digest `json:"a,omitzero"` // of the compressed bytes; zero where there is none
	B      digest.Digest `json:"b,omitzero"`
	Files  []FileChange  `json:"files,omitempty"` // of a Changed layer, in the order of their paths
}

// FileChange is one path within a layer.
type FileChange struct {
	Path   string      `json:"path"`
	Status LayerStatus `json:"status"`         // Changed, Added or Removed
	What   string      `json:"what,omitempty"` // what changed: "content", "mode 644 → 755", …
}

// Equal reports whether the two are one image.
func (d *Difference) Equal() bool { return d.A == d.B }

// Diff compares two images. Layers are paired by their origin, those of other
// tools, which name none, by their place. A layer that is not what its image says
// gives a *Fault.
func Diff(ctx context.Context, a, b *Image) (*Difference, error) {
	d := &Difference{A: a.Digest, B: b.Digest, Config: diffConfigs(a.Config, b.Config)}
	left := map[string]int{}
	for i := range a.Manifest.Layers {
		left[a.origin(i)] = i
	}
	for j := range b.Manifest.Layers {
		origin := b.origin(j)
		change := LayerChange{Origin: origin, Status: Added, B: digestOf(b.Manifest.Layers[j].Digest)}
		if i, ok := left[origin]; ok {
			delete(left, origin)
			change.A = digestOf(a.Manifest.Layers[i].Digest)
			var err error
			if change.Status, change.Files, err = diffLayers(ctx, a, i, b, j); err != nil {
				return nil, fmt.Errorf("layer %s: %w", origin, err)
			}
		}
		d.Layers = append(d.Layers, change)
	}
	for i := range a.Manifest.Layers {
		origin := a.origin(i)
		if _, alone := left[origin]; alone {
			d.Layers = append(d.Layers, LayerChange{Origin: origin, Status: Removed, A: digestOf(a.Manifest.Layers[i].Digest)})
		}
	}
	return d, nil
}

// origin names a layer, once: a second one of the same origin by its place.
func (m *Image) origin(i int) string {
	name := m.Manifest.Layers[i].Annotations[AnnotationOrigin]
	for _, before := range m.Manifest.Layers[:i] {
		if name != "" && before.Annotations[AnnotationOrigin] == name {
			name = ""
		}
	}
	if name == "" {
		return fmt.Sprintf("layer %d", i+1)
	}
	return name
}

func diffLayers(ctx context.Context, a *Image, i int, b *Image, j int) (LayerStatus, []FileChange, error) {
	if a.Config.RootFS.DiffIDs[i] == b.Config.RootFS.DiffIDs[j] {
		if a.Manifest.Layers[i].Digest == b.Manifest.Layers[j].Digest {
			return Same, nil, nil
		}
		return Repacked, nil, nil
	}
	old, err := a.list(ctx, i)
	if err != nil {
		return "", nil, err
	}
	now, err := b.list(ctx, j)
	if err != nil {
		return "", nil, err
	}
	return Changed, diffFiles(old, now), nil
}

// listed is what Diff compares of a file.
type listed struct {
	kind     byte
	mode     int64
	uid, gid int
	link     string
	size     int64
	content  digest.Digest
	seconds  int64
}

// list reads a layer to its end and hashes each file. Names are made absolute.
func (m *Image) list(ctx context.Context, i int) (map[string]listed, error) {
	r, err := m.Layer(i)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	found := map[string]listed{}
	in := tar.NewReader(r)
	for {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			// The padding after tar's end belongs to the diff id.
			return found, copyWith(ctx, io.Discard, r)
		}
		if err != nil {
			return nil, err
		}
		sum := digest.NewWriter(nil)
		if err := copyWith(ctx, sum, in); err != nil {
			return nil, err
		}
		found[path.Join("/", header.Name)] = listed{
			kind: header.Typeflag, mode: header.Mode, uid: header.Uid, gid: header.Gid, link: header.Linkname,
			size: header.Size, content: sum.Digest(), seconds: header.ModTime.Unix(),
		}
	}
}

func diffFiles(old, now map[string]listed) []FileChange {
	var changes []FileChange
	for name, b := range now {
		if a, both := old[name]; !both {
			changes = append(changes, FileChange{Path: name, Status: Added})
		} else if what := a.compare(b); what != "" {
			changes = append(changes, FileChange{Path: name, Status: Changed, What: what})
		}
	}
	for name := range old {
		if _, both := now[name]; !both {
			changes = append(changes, FileChange{Path: name, Status: Removed})
		}
	}
	slices.SortFunc(changes, func(a, b FileChange) int { return comparePaths(a.Path, b.Path) })
	return changes
}

// compare says what moved from a to b; empty for nothing.
func (a listed) compare(b listed) string {
	var what []string
	if a.kind != b.kind {
		what = append(what, fmt.Sprintf("type %q → %q", a.kind, b.kind))
	}
	if a.mode != b.mode {
		what = append(what, fmt.Sprintf("mode %o → %o", a.mode, b.mode))
	}
	if a.uid != b.uid || a.gid != b.gid {
		what = append(what, fmt.Sprintf("owner %d:%d → %d:%d", a.uid, a.gid, b.uid, b.gid))
	}
	if a.link != b.link {
		what = append(what, fmt.Sprintf("link %s → %s", a.link, b.link))
	}
	if a.content != b.content {
		what = append(what, fmt.Sprintf("content (%d → %d bytes)", a.size, b.size))
	}
	if a.seconds != b.seconds {
		what = append(what, fmt.Sprintf("time %d → %d", a.seconds, b.seconds))
	}
	return strings.Join(what, ", ")
}

func diffConfigs(a, b v1.ConfigFile) []ConfigChange {
	old, now := flatten(a), flatten(b)
	names := maps.Clone(old)
	maps.Copy(names, now)
	changes := []ConfigChange{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if old[name] != now[name] {
			changes = append(changes, ConfigChange{Field: name, A: old[name], B: now[name]})
		}
	}
	return changes
}

// flatten names each value of a config that a person may have set.
func flatten(c v1.ConfigFile) map[string]string {
	values := map[string]string{
		"architecture": c.Architecture,
		"os":           c.OS,
		"created":      c.Created.UTC().Format("2006-01-02T15:04:05Z"),
		"entrypoint":   quoteAll(c.Config.Entrypoint),
		"cmd":          quoteAll(c.Config.Cmd),
		"user":         c.Config.User,
		"workdir":      c.Config.WorkingDir,
		"stop signal":  c.Config.StopSignal,
	}
	if c.Config.Healthcheck != nil {
		values["healthcheck"] = quoteAll(c.Config.Healthcheck.Test)
	}
	for _, variable := range c.Config.Env {
		name, value, _ := strings.Cut(variable, "=")
		values["env "+name] = value
	}
	for name, value := range c.Config.Labels {
		values["label "+name] = value
	}
	return values
}

func quoteAll(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return fmt.Sprintf("%q", words)
}
