package patches

import (
	"bytes"
	"math"
)

// pairPatches gives the partner in b of each patch in a, -1 for none.
func pairPatches(a, b []rangePatch) []int {
	partner := make([]int, len(a))
	taken := make([]bool, len(b))
	for i := range a {
		partner[i] = -1
		for j := range b {
			if !taken[j] && bytes.Equal(a[i].diff, b[j].diff) {
				partner[i], taken[j] = j, true
				break
			}
		}
	}
	var rest, free []int
	for i, j := range partner {
		if j < 0 {
			rest = append(rest, i)
		}
	}
	for j, t := range taken {
		if !t {
			free = append(free, j)
		}
	}
	// Each patch may also be paired with nothing, at its own cost.
	n := len(rest) + len(free)
	cost := make([][]int, n)
	for x := range cost {
		cost[x] = make([]int, n)
		for y := range cost[x] {
			switch {
			case x < len(rest) && y < len(free):
				cost[x][y] = a[rest[x]].distance(&b[free[y]])
			case x < len(rest):
				cost[x][y] = a[rest[x]].creation()
			case y < len(free):
				cost[x][y] = b[free[y]].creation()
			}
		}
	}
	for x, y := range assign(cost) {
		if x < len(rest) && y < len(free) {
			partner[rest[x]] = free[y]
		}
	}
	return partner
}

// creation is what it costs to take a patch for a new one.
func (p *rangePatch) creation() int { return p.size * creationPercent / 100 }

// distance is how long the diff of two diffs is. Where it is certain that taking both
// for new ones costs less, it is not computed.
func (p *rangePatch) distance(other *rangePatch) int {
	common := 0
	for line, n := range p.lines {
		common += min(n, other.lines[line])
	}
	if least := p.size + other.size - 2*common; least > p.creation()+other.creation() {
		return least
	}
	var out bytes.Buffer
	writeDiffHunks(&out, p.diff, other.diff, hunkStyle{context: 3, heading: func([]byte) []byte { return nil }})
	return bytes.Count(out.Bytes(), []byte{'\n'})
}

// assign pairs rows with columns so that the sum of the costs is least: the Hungarian
// method with potentials, in O(n³).
func assign(cost [][]int) []int {
	n := len(cost)
	// Rows and columns count from 1; column 0 is where a row begins to look for a place.
	u, v := make([]int, n+1), make([]int, n+1)
	row, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		least, used := make([]int, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = math.MaxInt
		}
		at := 0
		for {
			used[at] = true
			delta, next := math.MaxInt, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost[row[at]-1][j-1] - u[row[at]] - v[j]; c < least[j] {
					least[j], way[j] = c, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[row[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
			if row[at] == 0 {
				break
			}
		}
		for at != 0 {
			row[at] = row[way[at]]
			at = way[at]
		}
	}
	result := make([]int, n)
	for j := 1; j <= n; j++ {
		result[row[j]-1] = j - 1
	}
	return result
}
