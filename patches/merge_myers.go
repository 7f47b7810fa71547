package patches

import "math"

// Constants of git's xdiff. They are heuristics, but whoever wants git's result needs
// git's heuristics.
const (
	myersMinCost     = 256  // a search is cut off at this cost, or at the square root of the size
	myersSnake       = 20   // so many equal lines in a row make a good path
	myersInteresting = 4    // a path is taken early if it got so many times further than its cost
	myersEqualLimit  = 1024 // a line with so many partners is one of many
	myersScanWindow  = 100  // how far is looked around one of these
	myersKeepRatio   = 4
)

// myers compares sequences of classes by Myers' algorithm (An O(ND) Difference
// Algorithm and Its Variations, 1986, section 4b), cut short where it gets expensive.
type myers struct {
	countA, countB []int32 // by class
	a, b           []int32 // what is compared: lines that have a partner at all
	indexA, indexB []int32 // where these stand
	outA, outB     []bool
	forth, back    []int // furthest reached, by diagonal
	zero           int   // where diagonal 0 stands
	maxCost        int
}

func newMyers(classes int) *myers {
	return &myers{countA: make([]int32, classes), countB: make([]int32, classes)}
}

// roughRoot is a power of two near the square root (xdl_bogosqrt).
func roughRoot(n int) int {
	root := 1
	for ; n > 0; n >>= 2 {
		root <<= 1
	}
	return root
}

// compare sets in outA and outB which elements of a and b have no partner.
func (m *myers) compare(a, b []int32, outA, outB []bool) {
	for _, c := range a {
		m.countA[c]++
	}
	for _, c := range b {
		m.countB[c]++
	}
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	endA, endB := len(a), len(b)
	for endA > start && endB > start && a[endA-1] == b[endB-1] {
		endA--
		endB--
	}
	m.a, m.indexA = reduceSide(a, start, endA, m.countB, outA)
	m.b, m.indexB = reduceSide(b, start, endB, m.countA, outB)
	m.outA, m.outB = outA, outB
	for _, c := range a {
		m.countA[c] = 0
	}
	for _, c := range b {
		m.countB[c] = 0
	}
	diagonals := len(m.a) + len(m.b) + 3
	if cap(m.forth) < diagonals {
		m.forth, m.back = make([]int, diagonals), make([]int, diagonals)
	}
	m.forth, m.back = m.forth[:diagonals], m.back[:diagonals]
	m.zero = len(m.b) + 1
	m.maxCost = max(roughRoot(diagonals), myersMinCost)
	m.recurse(0, len(m.a), 0, len(m.b), false)
}

// reduceSide leaves out the lines without a partner, and those that are one of many
// among such: they would only join what does not belong together. These are changed.
func reduceSide(side []int32, start, end int, partners []int32, out []bool) (kept, index []int32) {
	limit := int32(min(roughRoot(len(side)), myersEqualLimit))
	const none, some, many = 0, 1, 2
	kind := make([]byte, end-start)
	for i := range kind {
		switch n := partners[side[start+i]]; {
		case n >= limit:
			kind[i] = many
		case n > 0:
			kind[i] = some
		}
	}
	// run counts what lies next to i in one direction, up to the first line with some.
	run := func(i, step int) (nones, manys int) {
		for r := 1; r <= myersScanWindow; r++ {
			at := i + r*step
			if at < 0 || at >= len(kind) || kind[at] == some {
				break
			}
			if kind[at] == none {
				nones++
			} else {
				manys++
			}
		}
		return nones, manys
	}
	kept, index = make([]int32, 0, len(kind)), make([]int32, 0, len(kind))
	for i, k := range kind {
		keep := k == some
		if k == many {
			before, manyBefore := run(i, -1)
			after, manyAfter := 0, 0
			if before > 0 {
				after, manyAfter = run(i, 1)
			}
			nones, manys := before+after, manyBefore+manyAfter+2
			keep = before == 0 || after == 0 || manys*myersKeepRatio >= manys+nones
		}
		if keep {
			kept, index = append(kept, side[start+i]), append(index, int32(start+i))
		} else {
			out[start+i] = true
		}
	}
	return kept, index
}

// recurse compares a[a0:a1] with b[b0:b1].
func (m *myers) recurse(a0, a1, b0, b1 int, minimal bool) {
	for {
		for a0 < a1 && b0 < b1 && m.a[a0] == m.b[b0] {
			a0++
			b0++
		}
		for a0 < a1 && b0 < b1 && m.a[a1-1] == m.b[b1-1] {
			a1--
			b1--
		}
		if a0 == a1 {
			for ; b0 < b1; b0++ {
				m.outB[m.indexB[b0]] = true
			}
			return
		}
		if b0 == b1 {
			for ; a0 < a1; a0++ {
				m.outA[m.indexA[a0]] = true
			}
			return
		}
		s := m.split(a0, a1, b0, b1, minimal)
		m.recurse(a0, s.a, b0, s.b, s.minimalLow)
		a0, b0, minimal = s.a, s.b, s.minimalHigh
	}
}

// split is a point on the path, and whether the parts before and after it are to be
// searched without cutting short.
type split struct {
	a, b                    int
	minimalLow, minimalHigh bool
}

// split searches from both ends at once until the searches meet, or have cost enough.
func (m *myers) split(a0, a1, b0, b1 int, minimal bool) split {
	lowest, highest := a0-b1, a1-b0
	fMid, bMid := a0-b0, a1-b1
	odd := (fMid-bMid)&1 != 0
	fMin, fMax, bMin, bMax := fMid, fMid, bMid, bMid
	forth, back, zero := m.forth, m.back, m.zero
	forth[zero+fMid], back[zero+bMid] = a0, a1
	for cost := 1; ; cost++ {
		snake := false
		if fMin > lowest {
			fMin--
			forth[zero+fMin-1] = -1
		} else {
			fMin++
		}
		if fMax < highest {
			fMax++
			forth[zero+fMax+1] = -1
		} else {
			fMax--
		}
		for d := fMax; d >= fMin; d -= 2 {
			i := forth[zero+d+1]
			if forth[zero+d-1] >= i {
				i = forth[zero+d-1] + 1
			}
			begun, j := i, i-d
			for i < a1 && j < b1 && m.a[i] == m.b[j] {
				i++
				j++
			}
			snake = snake || i-begun > myersSnake
			forth[zero+d] = i
			if odd && bMin <= d && d <= bMax && back[zero+d] <= i {
				return split{i, j, true, true}
			}
		}
		if bMin > lowest {
			bMin--
			back[zero+bMin-1] = math.MaxInt
		} else {
			bMin++
		}
		if bMax < highest {
			bMax++
			back[zero+bMax+1] = math.MaxInt
		} else {
			bMax--
		}
		for d := bMax; d >= bMin; d -= 2 {
			i := back[zero+d-1]
			if i >= back[zero+d+1] {
				i = back[zero+d+1] - 1
			}
			begun, j := i, i-d
			for i > a0 && j > b0 && m.a[i-1] == m.b[j-1] {
				i--
				j--
			}
			snake = snake || begun-i > myersSnake
			back[zero+d] = i
			if !odd && fMin <= d && d <= fMax && i <= forth[zero+d] {
				return split{i, j, true, true}
			}
		}
		if minimal {
			continue
		}
		box := myersBox{a0, a1, b0, b1, fMin, fMax, bMin, bMax, fMid, bMid}
		if snake && cost > myersMinCost {
			if s, ok := m.interesting(box, cost); ok {
				return s
			}
		}
		if cost >= m.maxCost {
			return m.furthest(box)
		}
	}
}

// myersBox is the state of a search that is cut short.
type myersBox struct{ a0, a1, b0, b1, fMin, fMax, bMin, bMax, fMid, bMid int }

// interesting takes a path that got much further than it has cost, and ends in a run
// of equal lines.
func (m *myers) interesting(x myersBox, cost int) (split, bool) {
	var s split
	best := 0
	for d := x.fMax; d >= x.fMin; d -= 2 {
		i := m.forth[m.zero+d]
		j := i - d
		v := i - x.a0 + j - x.b0 - abs(d-x.fMid)
		if v <= myersInteresting*cost || v <= best || x.a0+myersSnake > i || i >= x.a1 || x.b0+myersSnake > j || j >= x.b1 {
			continue
		}
		k := 1
		for k <= myersSnake && m.a[i-k] == m.b[j-k] {
			k++
		}
		if k > myersSnake {
			best, s = v, split{i, j, true, false}
		}
	}
	if best > 0 {
		return s, true
	}
	for d := x.bMax; d >= x.bMin; d -= 2 {
		i := m.back[m.zero+d]
		j := i - d
		v := x.a1 - i + x.b1 - j - abs(d-x.bMid)
		if v <= myersInteresting*cost || v <= best || x.a0 >= i || i > x.a1-myersSnake || x.b0 >= j || j > x.b1-myersSnake {
			continue
		}
		k := 0
		for k < myersSnake && m.a[i+k] == m.b[j+k] {
			k++
		}
		if k == myersSnake {
			best, s = v, split{i, j, false, true}
		}
	}
	return s, best > 0
}

// furthest takes the path that got furthest, from either end.
func (m *myers) furthest(x myersBox) split {
	fBest, fBestA := -1, -1
	for d := x.fMax; d >= x.fMin; d -= 2 {
		i := min(m.forth[m.zero+d], x.a1)
		j := i - d
		if j > x.b1 {
			i, j = x.b1+d, x.b1
		}
		if fBest < i+j {
			fBest, fBestA = i+j, i
		}
	}
	bBest, bBestA := math.MaxInt, math.MaxInt
	for d := x.bMax; d >= x.bMin; d -= 2 {
		i := max(x.a0, m.back[m.zero+d])
		j := i - d
		if j < x.b0 {
			i, j = x.b0+d, x.b0
		}
		if i+j < bBest {
			bBest, bBestA = i+j, i
		}
	}
	if x.a1+x.b1-bBest < fBest-(x.a0+x.b0) {
		return split{fBestA, fBest - fBestA, true, false}
	}
	return split{bBestA, bBest - bBestA, false, true}
}

func abs(n int) int { return max(n, -n) }
