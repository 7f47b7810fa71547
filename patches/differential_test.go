package patches

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// differentialSeeds are cases in which this package and git once differed.
// (998 and 1286 are two at which git 2.39 itself aborts.)
var differentialSeeds = []uint64{
	998, 1286,
	682, 1131, 1307, 1469, 2014, 2067, 2546, 2664, 2776, 3181, 3494, 4123, 4397, 4961,
	5582, 5654, 6103, 6191, 8039, 8678, 9677, 9984, 10095, 10257, 10372, 11654, 12770, 13037,
	13097, 13920, 14254, 14265, 14363, 14660, 14663, 14672, 14732, 14969, 15035, 15844, 15872, 17816,
	18905, 23885, 27986, 30689, 31285, 32861, 35738, 135602, 166400, 258907, 309251, 343122, 504105, 624793, 754113, 989881,
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

// runBatch makes the cases of some seeds, has git diff them all, and applies each.
func runBatch(t *testing.T, seeds []uint64, show bool) tally {
	t.Helper()
	w := openWorkbench(t)
	defer w.close()
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
