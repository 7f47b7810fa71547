package patches

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// differentialSeeds are cases in which this package and git once differed.
// (998 and 1286 are two at which git 2.39 itself aborts.)
var differentialSeeds = []uint64{
	998, 1286,
	682, 1131, 1307, 1469, 2014, 2067, 2546, 2664, 2776, 3181, 3494, 4123, 4397, 4961,
	5582, 5654, 6103, 6191, 8039, 8678, 9677, 9984, 10095, 10257, 10372, 11654, 12770, 13037,
	13097, 13920, 14254, 14265, 14363, 14660, 14663, 14672, 14732, 14969, 15035, 15844, 15872, 17816,
	18905, 23885, 27986, 30689, 31285, 32861, 35738, 135602, 166400, 258907, 309251, 343122, 504105, 624793,
}

// TestDifferential holds Apply against the installed git: random trees and patches,
// damaged and undamaged, with random options. With Options.Lenient both must reach
// the same tree or both refuse; without it, whatever is refused more must be so for a
// reason that is known. CAIRN_DIFFERENTIAL=N runs N cases, CAIRN_DIFFERENTIAL_SEED=S
// begins at S or, with N = 1, shows that one case.
func TestDifferential(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git to compare with")
	}
	cases, first := 300, uint64(1)
	if s := os.Getenv("CAIRN_DIFFERENTIAL"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		cases = n
	} else if testing.Short() {
		cases = 100
	}
	if s := os.Getenv("CAIRN_DIFFERENTIAL_SEED"); s != "" {
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		first = n
	} else {
		runBatch(t, differentialSeeds, false)
	}
	const batch = 400
	start := time.Now()
	var tally tally
	for done := 0; done < cases; done += batch {
		seeds := make([]uint64, min(batch, cases-done))
		for i := range seeds {
			seeds[i] = first + uint64(done+i)
		}
		tally.add(runBatch(t, seeds, cases == 1))
		if cases > 2000 && (done/batch)%25 == 0 {
			t.Logf("%d cases, %s", done+len(seeds), time.Since(start).Round(time.Second))
		}
		if t.Failed() && os.Getenv("CAIRN_DIFFERENTIAL_ALL") == "" {
			break
		}
	}
	t.Logf("%d cases in %v: both applied %d, both refused %d, refused on purpose %d %v, git crashed %d, differ %d",
		tally.applied+tally.refused+tally.stricter+tally.broken+tally.differ, time.Since(start).Round(time.Millisecond),
		tally.applied, tally.refused, tally.stricter, tally.reasons, tally.broken, tally.differ)
	if cases >= 300 && (tally.applied < cases/10 || tally.refused < cases/10) {
		t.Error("the cases are too much of one kind to say anything")
	}
}

var errGitBroken = errors.New("git broke")

// tally counts how cases ended.
type tally struct {
	applied, refused, stricter, differ int
	broken                             int            // git crashed
	reasons                            map[string]int // of stricter
}

func (t *tally) add(o tally) {
	t.applied += o.applied
	t.refused += o.refused
	t.stricter += o.stricter
	t.differ += o.differ
	t.broken += o.broken
	for reason, n := range o.reasons {
		if t.reasons == nil {
			t.reasons = map[string]int{}
		}
		t.reasons[reason] += n
	}
}

// trial is one case: a patch and the tree that it meets.
type trial struct {
	seed       uint64
	target     randomTree
	tree       string // of target
	from, to   string // what the diff is made between
	diff, args []string
	opts       Options
	patch      []byte
}

// workbench is a repository that lives as long as a batch.
type workbench struct {
	dir     string
	objects *memory.Storage
	written map[string]bool
}

// runBatch makes the cases of some seeds, has git diff them all, and applies each.
func runBatch(t *testing.T, seeds []uint64, show bool) tally {
	t.Helper()
	parent := t.TempDir()
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		// In memory, a case takes a third of the time.
		if dir, err := os.MkdirTemp("/dev/shm", "cairn-differential-"); err == nil {
			parent = dir
			defer os.RemoveAll(dir)
		}
	}
	w := &workbench{dir: parent, objects: memory.NewStorage(), written: map[string]bool{}}
	for _, dir := range []string{"git/objects", "git/refs", "work"} {
		if err := os.MkdirAll(filepath.Join(w.dir, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for file, text := range map[string]string{"HEAD": "ref: refs/heads/main\n", "config": "[core]\nrepositoryformatversion = 0\nbare = false\n"} {
		if err := os.WriteFile(filepath.Join(w.dir, "git", file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	trials := make([]*trial, len(seeds))
	groups := make([][]*trial, len(diffOptions))
	for i, seed := range seeds {
		g := newGen(seed)
		base := g.tree()
		next := g.edit(base)
		choice := g.IntN(len(diffOptions))
		tr := &trial{seed: seed, diff: diffOptions[choice], target: g.drift(base)}
		tr.from, tr.to, tr.tree = w.write(t, base), w.write(t, next), w.write(t, tr.target)
		trials[i] = tr
		groups[choice] = append(groups[choice], tr)
	}
	for i, group := range groups {
		if len(group) > 0 {
			w.diff(t, diffOptions[i], group)
		}
	}
	var total tally
	var lock sync.Mutex
	var next atomic.Int64
	var workers sync.WaitGroup
	for worker := range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(trials) {
					return
				}
				tr := trials[i]
				// The second half of a case is drawn from a stream of its own.
				g := newGen(tr.seed ^ 1<<63)
				tr.patch = g.damage(tr.patch)
				tr.args, tr.opts = g.arguments(tr.diff)
				outcome, complaint := w.compare(tr, worker)
				lock.Lock()
				total.add(outcome)
				if complaint != "" {
					t.Errorf("seed %d: git apply %q on a diff with %q: %s", tr.seed, tr.args, tr.diff, complaint)
				}
				if show {
					t.Logf("seed %d: %s\ngit apply %q\ntree:\n%s\n%s", tr.seed, complaint, tr.args, listing(tr.target), tr.patch)
				}
				lock.Unlock()
			}
		})
	}
	workers.Wait()
	return total
}

func listing(t randomTree) string {
	var b strings.Builder
	for _, path := range t.paths() {
		fmt.Fprintf(&b, "%s %q %s %q\n", t[path].mode, path, t[path].id, t[path].data)
	}
	return b.String()
}

// write stores a tree and its blobs, for git as loose objects and for this package
// in memory.
func (w *workbench) write(t *testing.T, tree randomTree) string {
	t.Helper()
	put := func(kind plumbing.ObjectType, id string, body []byte) {
		if w.written[id] {
			return
		}
		w.written[id] = true
		o := w.objects.NewEncodedObject()
		o.SetType(kind)
		writer, err := o.Writer()
		if err != nil {
			t.Fatal(err)
		}
		_, err = writer.Write(body)
		if err = errors.Join(err, writer.Close()); err != nil {
			t.Fatal(err)
		}
		if got, err := w.objects.SetEncodedObject(o); err != nil || got.String() != id {
			t.Fatalf("object %s is %s: %v", id, got, err)
		}
		var packed bytes.Buffer
		z, _ := zlib.NewWriterLevel(&packed, zlib.BestSpeed)
		fmt.Fprintf(z, "%s %d\x00", kind, len(body))
		_, err = z.Write(body)
		if err = errors.Join(err, z.Close()); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(w.dir, "git/objects", id[:2], id[2:])
		err = os.MkdirAll(filepath.Dir(path), 0o755)
		if err = errors.Join(err, os.WriteFile(path, packed.Bytes(), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range tree {
		if e.mode != "160000" {
			put(plumbing.BlobObject, e.blob(), e.data)
		}
	}
	return treeObjects(tree, func(id string, body []byte) { put(plumbing.TreeObject, id, body) })
}

func (w *workbench) git(index string, args ...string) *exec.Cmd {
	cmd := exec.Command("git", args...)
	cmd.Dir = filepath.Join(w.dir, "work")
	cmd.Env = append(os.Environ(), "GIT_DIR="+filepath.Join(w.dir, "git"), "GIT_WORK_TREE="+cmd.Dir, "GIT_INDEX_FILE="+index,
		"GIT_CONFIG_NOSYSTEM=1", "HOME="+w.dir, "XDG_CONFIG_HOME="+w.dir, "LC_ALL=C")
	return cmd
}

// diff has git make all diffs of one kind in one process.
func (w *workbench) diff(t *testing.T, options []string, group []*trial) {
	t.Helper()
	var pairs bytes.Buffer
	for _, tr := range group {
		fmt.Fprintf(&pairs, "%s %s\n", tr.from, tr.to)
	}
	cmd := w.git("", append([]string{"diff-tree", "--stdin", "-r", "-p"}, options...)...)
	cmd.Stdin = &pairs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git diff-tree %q: %v", options, err)
	}
	for _, tr := range group {
		head := tr.from + " " + tr.to + "\n"
		if !bytes.HasPrefix(out, []byte(head)) {
			t.Fatalf("git diff-tree %q: no header of seed %d at %.90q", options, tr.seed, out)
		}
		out = out[len(head):]
		end := len(out)
		// The next header is a line of two ids.
		for at := 0; at < len(out); {
			if len(out) > at+81 && out[at+40] == ' ' && out[at+81] == '\n' && isHex(out[at:at+40]) && isHex(out[at+41:at+81]) {
				end = at
				break
			}
			next := bytes.IndexByte(out[at:], '\n')
			if next < 0 {
				break
			}
			at += next + 1
		}
		tr.patch, out = bytes.Clone(out[:end]), out[end:]
	}
}

func isHex(b []byte) bool {
	for _, c := range b {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// compare applies a case both ways; the complaint is empty if all is well.
func (w *workbench) compare(tr *trial, worker int) (tally, string) {
	want, gitSays, err := w.gitApply(tr, worker)
	if errors.Is(err, errGitBroken) {
		return tally{broken: 1}, ""
	}
	if err != nil {
		return tally{differ: 1}, err.Error()
	}
	ours := func(lenient bool) (Verdict, error) {
		opts := tr.opts
		opts.Check, opts.Lenient, opts.AllowFuzz = true, lenient, true
		return Apply(context.Background(), w.objects, plumbing.NewHash(tr.tree), "x.patch", tr.patch, opts)
	}
	v, err := ours(true)
	if err != nil {
		return tally{differ: 1}, fmt.Sprintf("error: %v", err)
	}
	if v.Tree != want {
		if reason := knownDifference(tr, v, want); reason != "" {
			if strict, err := ours(false); err != nil || strict.Tree != "" && strict.Tree != want {
				return tally{differ: 1}, fmt.Sprintf("strictly got %s, want %q or nothing: %v", strict.Tree, want, err)
			}
			return tally{stricter: 1, reasons: map[string]int{reason: 1}}, ""
		}
		return tally{differ: 1}, fmt.Sprintf("got %s (%s), want %q: %s", describeVerdict(v), v.Tree, want, gitSays)
	}
	strict, err := ours(false)
	switch {
	case err != nil:
		return tally{differ: 1}, fmt.Sprintf("error: %v", err)
	case want == "" && strict.Tree == "":
		return tally{refused: 1}, ""
	case strict.Tree == want:
		return tally{applied: 1}, ""
	case strict.Tree != "":
		return tally{differ: 1}, fmt.Sprintf("strictly got %s, want %q", strict.Tree, want)
	}
	reason := stricterOnPurpose(strict, tr, want)
	if reason == "" {
		return tally{differ: 1}, fmt.Sprintf("strictly %s, and no reason is known", describeVerdict(strict))
	}
	return tally{stricter: 1, reasons: map[string]int{reason: 1}}, ""
}

var (
	anyMode    = regexp.MustCompile(`(?m)^(?:(?:old|new|deleted file|new file) mode|index [0-9a-f]+\.\.[0-9a-f]+) +([^\n]*)`)
	soundMode  = regexp.MustCompile(`^(?:100644|100755|120000|160000)\s*$`)
	loneMarker = regexp.MustCompile(`(?m)^[- ].*\n\\ .*\n(?:[+].*\n)*[- ]`)
)

// knownDifference names the reasons for which even with Options.Lenient the outcome is
// not that of git 2.39. Each is something that no diff has.
func knownDifference(tr *trial, v Verdict, want string) string {
	for _, mode := range anyMode.FindAllSubmatch(tr.patch, -1) {
		if !soundMode.Match(mode[1]) {
			return "lenient: a mode that is none (git 2.39 takes it as it is, later ones do not)"
		}
	}
	if v.Tree != "" || want == "" || v.Fault == nil {
		return ""
	}
	if loneMarker.Match(tr.patch) {
		return "lenient: a line without newline ahead of another (git joins the two)"
	}
	return ""
}

// stricterOnPurpose names the reason for which a patch that git applies is refused.
func stricterOnPurpose(v Verdict, tr *trial, want string) string {
	message := ""
	if v.Fault != nil {
		message = v.Fault.Message
	}
	switch v.Status {
	case Empty, Landed, PartlyLanded:
		if want == tr.tree {
			return "nothing would change"
		}
	case Damaged:
		if message != "" {
			return "damaged: bytes that look like patch are not read by git"
		}
	case Conflict:
		for _, known := range []string{"has a line break in its name"} {
			if strings.Contains(message, known) {
				return known
			}
		}
	}
	return ""
}

func describeVerdict(v Verdict) string {
	s := string(v.Status)
	if v.Fault != nil {
		s += fmt.Sprintf(" (line %d: %s)", v.Fault.Line, v.Fault.Message)
	}
	for _, f := range v.Files {
		if f.Fault != nil {
			s += fmt.Sprintf(" [%s: %s]", f.Path, f.Fault.Message)
		}
	}
	return s
}
