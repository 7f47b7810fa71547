package patches

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
	"github.com/rogpeppe/go-internal/txtar"
)

// A triple is a source, a patch and what comes of it: files src/NAME, patch and
// out/NAME of a txtar archive, where "NAME %o" has a mode. Its comment has lines
// "key: value":
//
//	args    options, as git apply has them
//	status  of the verdict
//	hunks   states of all hunks, in order
//	fault   a part of the fault's message, and "@N" for its line
//	git     "applies" or "refuses" where we and git differ on purpose
//
// A line of "^M" at the end of a text line stands for CR, and "\" alone as a file's
// last line says that the line before has no newline.
type triple struct {
	args                        []string
	status, hunks, fault, gitDo string
	src, out                    []recordedFile
	patch                       []byte
}

func triplePaths() ([]string, error) { return filepath.Glob("testdata/triples/*.txtar") }

func loadTriple(path string) (triple, error) {
	var tr triple
	archive, err := txtar.ParseFile(path)
	if err != nil {
		return tr, err
	}
	for line := range strings.Lines(string(archive.Comment)) {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch key {
		case "args":
			tr.args = strings.Fields(value)
		case "status":
			tr.status = value
		case "hunks":
			tr.hunks = value
		case "fault":
			tr.fault = value
		case "git":
			tr.gitDo = value
		}
	}
	for _, f := range archive.Files {
		data := bytes.ReplaceAll(f.Data, []byte("^M\n"), []byte("\r\n"))
		data = bytes.TrimSuffix(data, []byte("\n\\\n"))
		name, mode := f.Name, uint32(modePlain)
		if n, text, found := strings.Cut(name, " %"); found {
			value, err := strconv.ParseUint(text, 8, 32)
			if err != nil {
				return tr, err
			}
			name, mode = n, uint32(value)
		}
		if mode == modeSymlink {
			data = bytes.TrimSuffix(data, []byte("\n"))
		}
		kind, path, _ := strings.Cut(name, "/")
		file := recordedFile{path, mode, plumbing.ZeroHash, data}
		if mode == modeGitlink {
			file.id = plumbing.NewHash(strings.TrimSpace(string(data)))
		}
		switch kind {
		case "src":
			tr.src = append(tr.src, file)
		case "out":
			tr.out = append(tr.out, file)
		case "patch":
			tr.patch = data
		default:
			return tr, fmt.Errorf("unknown file %s", f.Name)
		}
	}
	return tr, nil
}

func TestTriples(t *testing.T) {
	t.Parallel()
	paths, err := triplePaths()
	if err != nil || len(paths) == 0 {
		t.Fatalf("no triples: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			tr, err := loadTriple(path)
			if err != nil {
				t.Fatal(err)
			}
			tr.check(t)
		})
	}
}

func (tr triple) check(t *testing.T) {
	call := recordedCall{Args: append([]string{"apply"}, tr.args...)}
	opts, _, _, err := call.options()
	if err != nil {
		t.Fatal(err)
	}
	opts.Lenient, opts.AllowFuzz = false, false
	store := memory.NewStorage()
	base := storeFiles(t, store, tr.src)
	v, err := Apply(t.Context(), store, base, "patch", tr.patch, opts)
	if err != nil {
		t.Fatal(err)
	}
	if string(v.Status) != tr.status {
		t.Errorf("got status %s, want %s: %+v", v.Status, tr.status, v.Fault)
	}
	var states []string
	for _, f := range v.Files {
		for _, h := range f.Hunks {
			states = append(states, string(h.State))
		}
	}
	if got := strings.Join(states, " "); tr.hunks != "" && got != tr.hunks {
		t.Errorf("got hunks %q, want %q", got, tr.hunks)
	}
	if tr.fault != "" {
		got := ""
		if v.Fault != nil {
			got = fmt.Sprintf("%s @%d", v.Fault.Message, v.Fault.Line)
		}
		want, line, numbered := strings.Cut(tr.fault, " @")
		if !strings.Contains(got, want) || numbered && !strings.HasSuffix(got, "@"+line) {
			t.Errorf("got fault %q, want %q", got, tr.fault)
		}
	}
	reached := plumbing.ZeroHash
	if v.Reached() {
		reached = plumbing.NewHash(v.Tree)
		if want := storeFiles(t, store, tr.out); reached != want {
			t.Errorf("got another tree\n%s", difference(t, store, reached, tr.out))
		}
	} else if len(tr.out) > 0 {
		t.Errorf("reached no tree")
	}
	tr.checkGit(t, store, base, reached)
}

// checkGit runs the real git apply, where it is installed, and wants the same of it.
func (tr triple) checkGit(t *testing.T, store *memory.Storage, base, reached plumbing.Hash) {
	g := newNativeGit(t)
	if g == nil {
		return
	}
	said, applied := g.apply(t, tr.src, tr.patch, tr.args)
	switch {
	case tr.gitDo != "":
		if applied != (tr.gitDo == "applies") {
			t.Errorf("git should be one that %s: %s", tr.gitDo, said)
		}
	case applied != !reached.IsZero():
		t.Errorf("git applies it: %t (%s)", applied, said)
	case applied && said != reached.String():
		t.Errorf("git reaches %s, we %s", said, reached)
	}
}

// nativeGit is a repository for the installed git.
type nativeGit struct{ dir string }

// newNativeGit is nil where git is not installed.
func newNativeGit(t *testing.T) *nativeGit {
	if _, err := exec.LookPath("git"); err != nil {
		return nil
	}
	g := &nativeGit{t.TempDir()}
	if out, err := g.run(nil, "init", "-q", "."); err != nil {
		t.Fatalf("git init: %v: %s", err, out)
	}
	return g
}

func (g *nativeGit) run(stdin []byte, args ...string) (string, error) {
	cmd := gitCommand(g.dir, args, "GIT_CEILING_DIRECTORIES="+filepath.Dir(g.dir))
	cmd.Stdin = bytes.NewReader(stdin)
	out, err := cmd.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

// apply applies a patch to an index with files. It gives the tree, or what git said.
func (g *nativeGit) apply(t *testing.T, files []recordedFile, patch []byte, args []string) (string, bool) {
	var index bytes.Buffer
	for _, f := range files {
		id := f.id.String()
		if f.mode != modeGitlink {
			var err error
			if id, err = g.run(f.content, "hash-object", "-w", "--stdin"); err != nil {
				t.Fatalf("git hash-object: %v: %s", err, id)
			}
		}
		fmt.Fprintf(&index, "%o %s\t%s\x00", f.mode, id, f.path)
	}
	if out, err := g.run(index.Bytes(), "update-index", "-z", "--index-info"); err != nil {
		t.Fatalf("git update-index: %v: %s", err, out)
	}
	out, err := g.run(patch, append(append([]string{"apply", "--cached"}, args...), "-")...)
	if err != nil {
		return out, false
	}
	tree, err := g.run(nil, "write-tree")
	return tree, err == nil
}
