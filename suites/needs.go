package suites

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"cairn/digest"
	"cairn/stacks"
)

// block notes why a suite cannot run here, and reports whether it cannot.
func (r *run) block(suite *stacks.Suite) bool {
	reasons := Lacks(suite, r.Host, r.Models)
	if usesService(suite) && r.Stack.Service != nil {
		for _, reason := range ServiceLacks(r.Stack.Service, r.Host, r.Models) {
			if !slices.Contains(reasons, reason) {
				reasons = append(reasons, reason)
			}
		}
	}
	if len(reasons) == 0 {
		return false
	}
	r.blocked = append(r.blocked, Blocked{Suite: suite.Name, Reasons: reasons})
	r.event(Event{Kind: SuiteBlocked, Suite: suite, Reasons: reasons})
	return true
}

// Lacks says in whole lines what a suite needs and the host does not have; empty
// if it can run. Of a model only the presence of its file, or folder, is looked at.
func Lacks(suite *stacks.Suite, host Host, models map[string]string) []string {
	return lacks(suite.Needs, suite.Model, host, models)
}

// ServiceLacks is Lacks for a stack's service.
func ServiceLacks(service *stacks.Service, host Host, models map[string]string) []string {
	return lacks(service.Needs, service.Model, host, models)
}

func lacks(needs stacks.Needs, m *stacks.Model, host Host, models map[string]string) (reasons []string) {
	say := func(format string, args ...any) { reasons = append(reasons, fmt.Sprintf(format, args...)) }
	if needs.GPUs > 0 {
		if have := host.CountGPUs(needs.GPU); have < needs.GPUs {
			say("needs %d × %s; here: %d (%s)", needs.GPUs, gpuName(needs.GPU), have, host.gpuList())
		} else if ready := host.countReady(needs.GPU); ready < needs.GPUs {
			say("needs %d × %s; here: %d, but %d with a render node (is the driver loaded?)", needs.GPUs, gpuName(needs.GPU), have, ready)
		}
	}
	if want := needs.MemoryBytes; want > host.MemoryBytes {
		if host.MemoryBytes == 0 {
			say("needs %s of memory; here: unknown", gib(want))
		} else {
			say("needs %s of memory; here: %s", gib(want), gib(host.MemoryBytes))
		}
	}
	if m != nil {
		path := models[m.Name]
		info, err := os.Stat(path)
		switch {
		case path == "":
			say("needs model %s (%s); no file is named for it%s", m.Name, m.File, hint(m))
		case err != nil:
			say("needs model %s (%s); %s cannot be read%s", m.Name, m.File, filepath.Base(path), hint(m))
		case !info.Mode().IsRegular() && !info.IsDir():
			say("needs model %s (%s); %s is no file%s", m.Name, m.File, filepath.Base(path), hint(m))
		}
	}
	return reasons
}

func gpuName(id string) string {
	if id == "" {
		return "GPU"
	}
	return "GPU " + id
}

func hint(m *stacks.Model) string {
	if m.Hint == "" {
		return ""
	}
	return ". " + m.Hint
}

func gib(bytes int64) string { return fmt.Sprintf("%.1f GiB", float64(bytes)/(1<<30)) }

// proveModel hashes a suite's model, once in a run, and holds it against the
// definition.
func (r *run) proveModel(ctx context.Context, suite *stacks.Suite) error {
	m := modelOf(r.Stack, suite)
	if m == nil {
		return nil
	}
	if _, done := r.models[m.Name]; done {
		return nil
	}
	facts, err := ProveModel(ctx, m, r.Models[m.Name])
	if err != nil {
		return err
	}
	r.models[m.Name] = facts
	r.record.Models = append(r.record.Models, facts)
	r.event(Event{Kind: ModelChecked, Suite: suite, Model: m.Name})
	return nil
}

// ProveModel hashes a model's file, or folder, and holds it against the definition;
// one that is another is a *ModelError. A folder's digest is that of its files' paths
// and digests, as digest.Key builds it under the schema "cairn-model-folder-v1".
func ProveModel(ctx context.Context, m *stacks.Model, path string) (ModelFacts, error) {
	info, err := os.Stat(path)
	if err != nil {
		return ModelFacts{}, fmt.Errorf("model %s: %w", m.Name, err)
	}
	if m.Size != 0 && !info.IsDir() && m.Size != info.Size() {
		return ModelFacts{}, &ModelError{Model: m.Name, Path: path, WantSize: m.Size, GotSize: info.Size()}
	}
	sum, size, err := digest.Digest{}, info.Size(), error(nil)
	if info.IsDir() {
		sum, size, err = hashFolder(ctx, path)
	} else {
		sum, err = hashFile(ctx, path)
	}
	if err != nil {
		return ModelFacts{}, fmt.Errorf("model %s: %w", m.Name, err)
	}
	if !m.SHA256.IsZero() && sum != m.SHA256 {
		return ModelFacts{}, &ModelError{Model: m.Name, Path: path, WantSHA256: m.SHA256, GotSHA256: sum}
	}
	return ModelFacts{Name: m.Name, File: m.File, SHA256: sum, SizeBytes: size, Pinned: !m.SHA256.IsZero()}, nil
}

func hashFolder(ctx context.Context, dir string) (sum digest.Digest, size int64, err error) {
	files := map[string]string{}
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := os.Stat(path) // a hub's snapshot is made of links
		if err != nil || !info.Mode().IsRegular() {
			return err
		}
		of, err := hashFile(ctx, path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)], size = of.String(), size+info.Size()
		return err
	})
	return digest.NewKey("cairn-model-folder-v1").Map("files", files).Sum(), size, err
}

func hashFile(ctx context.Context, path string) (digest.Digest, error) {
	file, err := os.Open(path)
	if err != nil {
		return digest.Digest{}, err
	}
	defer file.Close()
	h := sha256.New()
	for { // in pieces: models have tens of gigabytes, and a person may lose patience
		if err := context.Cause(ctx); err != nil {
			return digest.Digest{}, err
		}
		if _, err := io.CopyN(h, file, 64<<20); err == io.EOF {
			return digest.Digest(h.Sum(nil)), nil
		} else if err != nil {
			return digest.Digest{}, err
		}
	}
}
