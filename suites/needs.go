package suites

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"cairn/digest"
	"cairn/stacks"
)

// block notes why a suite cannot run here, and reports whether it cannot.
func (r *run) block(suite *stacks.Suite) bool {
	reasons := Lacks(suite, r.Host, r.Models)
	if len(reasons) == 0 {
		return false
	}
	r.blocked = append(r.blocked, Blocked{Suite: suite.Name, Reasons: reasons})
	r.event(Event{Kind: SuiteBlocked, Suite: suite, Reasons: reasons})
	return true
}

// Lacks says in whole lines what a suite needs and the host does not have; empty
// if it can run. Of a model only the presence of its file is looked at.
func Lacks(suite *stacks.Suite, host Host, models map[string]string) (reasons []string) {
	say := func(format string, args ...any) { reasons = append(reasons, fmt.Sprintf(format, args...)) }
	if needs := suite.Needs; needs.GPUs > 0 {
		if have := host.CountGPUs(needs.GPU); have < needs.GPUs {
			say("needs %d × %s; here: %d (%s)", needs.GPUs, gpuName(needs.GPU), have, host.gpuList())
		} else if ready := host.countReady(needs.GPU); ready < needs.GPUs {
			say("needs %d × %s; here: %d, but %d with a render node (is the driver loaded?)", needs.GPUs, gpuName(needs.GPU), have, ready)
		}
	}
	if want := suite.Needs.MemoryBytes; want > host.MemoryBytes {
		if host.MemoryBytes == 0 {
			say("needs %s of memory; here: unknown", gib(want))
		} else {
			say("needs %s of memory; here: %s", gib(want), gib(host.MemoryBytes))
		}
	}
	if m := suite.Model; m != nil {
		path := models[m.Name]
		info, err := os.Stat(path)
		switch {
		case path == "":
			say("needs model %s (%s); no file is named for it%s", m.Name, m.File, hint(m))
		case err != nil:
			say("needs model %s (%s); %s cannot be read%s", m.Name, m.File, filepath.Base(path), hint(m))
		case !info.Mode().IsRegular():
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

// proveModel hashes a suite's model file, once in a run, and holds it against the
// definition.
func (r *run) proveModel(ctx context.Context, suite *stacks.Suite) error {
	m := suite.Model
	if m == nil {
		return nil
	}
	if _, done := r.models[m.Name]; done {
		return nil
	}
	path := r.Models[m.Name]
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("model %s: %w", m.Name, err)
	}
	if m.Size != 0 && m.Size != info.Size() {
		return &ModelError{Model: m.Name, Path: path, WantSize: m.Size, GotSize: info.Size()}
	}
	sum, err := hashFile(ctx, path)
	if err != nil {
		return fmt.Errorf("model %s: %w", m.Name, err)
	}
	if !m.SHA256.IsZero() && sum != m.SHA256 {
		return &ModelError{Model: m.Name, Path: path, WantSHA256: m.SHA256, GotSHA256: sum}
	}
	facts := ModelFacts{Name: m.Name, File: m.File, SHA256: sum, SizeBytes: info.Size(), Pinned: !m.SHA256.IsZero()}
	r.models[m.Name] = facts
	r.record.Models = append(r.record.Models, facts)
	r.event(Event{Kind: ModelChecked, Suite: suite, Model: m.Name})
	return nil
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
