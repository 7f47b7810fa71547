package patches

import (
	"cmp"
	"slices"
)

// layers puts each patch that has an edge into the first column right of all that it
// needs or goes after, and orders each column by where those stand. Alone are the rest.
func (g *SeriesGraph) layers() (columns []graphColumn, alone []int) {
	before, linked := map[int][]int{}, map[int]bool{}
	for i := range g.Edges {
		e := &g.Edges[i]
		linked[e.From], linked[e.To] = true, true
		if e.Relation == Needs || e.Relation == Ordered {
			before[e.From] = append(before[e.From], e.To)
		}
	}
	depth := map[int]int{}
	var place func(n int, path []int) int
	place = func(n int, path []int) int {
		if d, ok := depth[n]; ok {
			return d
		}
		if slices.Contains(path, n) {
			return 0 // orders may go round in a circle
		}
		d := 0
		for _, other := range before[n] {
			d = max(d, place(other, append(path, n))+1)
		}
		depth[n] = d
		return d
	}
	for i := range g.Nodes {
		n := g.Nodes[i].Index
		if !linked[n] {
			alone = append(alone, n)
			continue
		}
		d := place(n, nil)
		for len(columns) <= d {
			columns = append(columns, nil)
		}
		columns[d] = append(columns[d], n)
	}
	columns = slices.DeleteFunc(columns, func(c graphColumn) bool { return len(c) == 0 })
	row := map[int]float64{}
	for _, column := range columns {
		mean := map[int]float64{}
		for i, n := range column {
			mean[n] = float64(i)
			sum, count := 0.0, 0
			for _, other := range before[n] {
				if at, ok := row[other]; ok {
					sum, count = sum+at, count+1
				}
			}
			if count > 0 {
				mean[n] = sum / float64(count)
			}
		}
		slices.SortFunc(column, func(a, b int) int { return cmp.Or(cmp.Compare(mean[a], mean[b]), cmp.Compare(a, b)) })
		for i, n := range column {
			row[n] = float64(i)
		}
	}
	return columns, alone
}

// graphColumn is the patches of one layer, from the top.
type graphColumn []int

// runs puts those together that exclude each other, where the first of them stands.
func (c graphColumn) runs(exclusive [][]int) [][]int {
	var runs [][]int
	at := map[int]int{} // run by set
	for _, n := range c {
		set := slices.IndexFunc(exclusive, func(set []int) bool { return slices.Contains(set, n) })
		if run, ok := at[set]; ok && set >= 0 {
			runs[run] = append(runs[run], n)
			continue
		}
		at[set] = len(runs)
		runs = append(runs, []int{n})
	}
	return runs
}
