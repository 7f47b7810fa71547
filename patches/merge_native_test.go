package patches

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/storage/filesystem"
)

// gitCommand is git in a folder, with no configuration but the repository's.
func gitCommand(dir string, args []string, env ...string) *exec.Cmd {
	command := exec.Command("git", args...)
	command.Dir = dir
	command.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "HOME="+dir, "LC_ALL=C")
	command.Env = append(command.Env, env...)
	return command
}

// nativeRepository is a bare repository that git works on, for tests.
type nativeRepository struct {
	t   *testing.T
	dir string
}

func newNativeRepository(t *testing.T) *nativeRepository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git to compare with")
	}
	g := &nativeRepository{t, t.TempDir()}
	g.git(nil, "init", "-q", "--bare", ".")
	return g
}

// git runs git, which must succeed.
func (g *nativeRepository) git(stdin []byte, args ...string) []byte {
	g.t.Helper()
	command := g.command(args...)
	command.Stdin = bytes.NewReader(stdin)
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		g.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, stderr.Bytes())
	}
	return out
}

func (g *nativeRepository) command(args ...string) *exec.Cmd {
	return gitCommand(g.dir, args,
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_AUTHOR_DATE=1700000000 +0000",
		"GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.com", "GIT_COMMITTER_DATE=1700000000 +0000")
}

// storage reads what git has written up to now.
func (g *nativeRepository) storage() *filesystem.Storage {
	dir := g.dir
	if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
		dir = filepath.Join(dir, ".git")
	}
	return filesystem.NewStorage(osfs.New(dir), cache.NewObjectLRUDefault())
}

// importer writes a stream for git fast-import.
type importer struct {
	bytes.Buffer
	marks int
}

// commit adds a commit with a tree, and returns its mark.
func (w *importer) commit(p plainTree, message string, parents ...int) int {
	w.marks++
	fmt.Fprintf(w, "commit refs/heads/c%d\nmark :%d\ncommitter A <a@example.com> %d +0000\ndata %d\n%s\n", w.marks, w.marks, 1700000000+w.marks, len(message), message)
	for i, parent := range parents {
		fmt.Fprintf(w, "%s :%d\n", []string{"from", "merge"}[min(i, 1)], parent)
	}
	w.WriteString("deleteall\n")
	for _, name := range p.names() {
		f := p[name]
		fmt.Fprintf(w, "M %s inline %s\ndata %d\n", f.mode, name, len(f.content))
		w.Write(f.content)
		w.WriteByte('\n')
	}
	w.WriteByte('\n')
	return w.marks
}

// imported makes the commits and returns commit and tree of each mark.
func (g *nativeRepository) imported(w *importer) (commits, trees []plumbing.Hash) {
	g.t.Helper()
	g.git(w.Bytes(), "fast-import", "--quiet", "--force", "--export-marks=marks")
	marks, err := os.ReadFile(filepath.Join(g.dir, "marks"))
	if err != nil {
		g.t.Fatal(err)
	}
	commits, trees = make([]plumbing.Hash, w.marks+1), make([]plumbing.Hash, w.marks+1)
	for line := range strings.Lines(string(marks)) {
		var mark int
		var id string
		if _, err := fmt.Sscanf(line, ":%d %s", &mark, &id); err != nil {
			g.t.Fatal(err)
		}
		commits[mark] = plumbing.NewHash(id)
	}
	var request strings.Builder
	for _, c := range commits[1:] {
		request.WriteString(c.String() + "^{tree}\n")
	}
	at := 1
	for line := range strings.Lines(string(g.git([]byte(request.String()), "cat-file", "--batch-check"))) {
		trees[at] = plumbing.NewHash(line[:40])
		at++
	}
	return commits, trees
}

// nativeMerge is what git merge-tree says of one merge.
type nativeMerge struct {
	clean bool
	tree  string
	// lost says that git calls it clean, and has lost a file.
	lost bool
	// stages are the conflicted entries ("MODE ID STAGE\tPATH"), messages what it says.
	stages, messages []string
}

// paths are those that conflict, sorted.
func (m nativeMerge) paths() []string {
	var paths []string
	for _, stage := range m.stages {
		_, path, _ := strings.Cut(stage, "\t")
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// nativeMerges reads the answer of git merge-tree --write-tree --stdin --messages -z.
func nativeMerges(t *testing.T, out []byte) []nativeMerge {
	t.Helper()
	var merges []nativeMerge
	fields := strings.Split(string(out), "\x00")
	for len(fields) > 2 {
		// STATUS, TREE, conflicted entries up to an empty field, messages up to one.
		m := nativeMerge{clean: fields[0] == "1", tree: fields[1]}
		fields = fields[2:]
		m.stages = fields[:slices.Index(fields, "")]
		fields = fields[len(m.stages)+1:]
		// A message is: number of paths, the paths, a type, the text.
		for fields[0] != "" {
			var n int
			if _, err := fmt.Sscan(fields[0], &n); err != nil {
				t.Fatal(err)
			}
			m.messages = append(m.messages, fields[n+2])
			fields = fields[n+3:]
		}
		// Git 2.39 drops a file that one side renames into a folder which the other side
		// moves to where the file was, says CONFLICT, and calls the merge clean.
		if m.clean && len(m.stages) == 0 && slices.ContainsFunc(m.messages, func(s string) bool { return strings.HasPrefix(s, "CONFLICT (rename involved in collision)") }) {
			m.clean, m.lost = false, true
		}
		fields = fields[1:]
		merges = append(merges, m)
	}
	return merges
}
