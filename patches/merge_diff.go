package patches

// DiffAlgorithm is how lines are compared, as git's diff.algorithm.
type DiffAlgorithm string

// The algorithms. Git diff and git merge-file use Myers, git merge uses Histogram.
const (
	Myers     DiffAlgorithm = "myers"
	Histogram DiffAlgorithm = "histogram"
)

// diffSide is one of the two files that are compared.
type diffSide struct {
	lines [][]byte
	// class has one number per line: equal lines have equal ones, on both sides.
	class []int32
	// changed says which lines have no partner. It has an element more at each end, so
	// that line i is changed[i+1], and groups can be walked without looking at bounds.
	changed []bool
}

// lineDiff compares two files. The results are those of git's xdiff, line for line:
// merges conflict where git's do only if changes lie where git's lie.
type lineDiff struct {
	a, b    diffSide
	classes int
}

// lineChange is a run of lines of a in whose place stands a run of lines of b.
type lineChange struct{ a, b, aLines, bLines int }

// diffLines compares two files. With indent, groups of changed lines that can be slid
// are put where blank lines and indentation suggest (git's diff.indentHeuristic). What it
// returns is good until the room is given back.
func diffLines(a, b []byte, algorithm DiffAlgorithm, indent bool, room *diffRoom) ([]lineChange, *lineDiff) {
	d := &lineDiff{}
	d.a.lines, d.b.lines = room.split(0, a), room.split(1, b)
	c := room.classify(len(d.a.lines))
	d.classify(c)
	return d.run(algorithm, indent), d
}

// diffBoth compares one file with two others, and numbers its lines only once.
func diffBoth(base, ours, theirs []byte, room *diffRoom) (o, t *lineDiff) {
	o = &lineDiff{}
	o.a.lines, o.b.lines = room.split(0, base), room.split(1, ours)
	t = &lineDiff{b: diffSide{lines: room.split(2, theirs)}}
	c := room.classify(len(o.a.lines))
	o.a.class = c.first(o.a.lines)
	o.b.class = c.next(o.b.lines, &o.a)
	t.a = diffSide{lines: o.a.lines, class: o.a.class}
	t.b.class = c.next(t.b.lines, &t.a)
	o.classes, t.classes = len(c.examples), len(c.examples)
	return o, t
}

// run compares what is classified.
func (d *lineDiff) run(algorithm DiffAlgorithm, indent bool) []lineChange {
	for _, s := range []*diffSide{&d.a, &d.b} {
		s.changed = make([]bool, len(s.lines)+2)
	}
	if algorithm == Myers {
		m := newMyers(d.classes)
		m.compare(d.a.class, d.b.class, d.a.changed[1:], d.b.changed[1:])
	} else {
		newHistogram(d).compare(0, len(d.a.lines), 0, len(d.b.lines))
	}
	d.a.compact(&d.b, indent)
	d.b.compact(&d.a, indent)
	return d.changes()
}

// classify numbers the lines of both sides, equal ones alike.
func (d *lineDiff) classify(c *lineClasses) {
	d.a.class = c.first(d.a.lines)
	d.b.class = c.next(d.b.lines, &d.a)
	d.classes = len(c.examples)
}

// changes are the runs of changed lines, in order.
func (d *lineDiff) changes() []lineChange {
	var changes []lineChange
	i, j := 0, 0
	for i < len(d.a.lines) || j < len(d.b.lines) {
		if !d.a.changed[i+1] && !d.b.changed[j+1] {
			i++
			j++
			continue
		}
		c := lineChange{a: i, b: j}
		for d.a.changed[i+1] {
			i++
		}
		for d.b.changed[j+1] {
			j++
		}
		c.aLines, c.bLines = i-c.a, j-c.b
		changes = append(changes, c)
	}
	return changes
}

// group is a run of changed lines, possibly an empty one between two unchanged lines.
type group struct{ start, end int }

func (s *diffSide) firstGroup() group {
	g := group{}
	for s.changed[g.end+1] {
		g.end++
	}
	return g
}

// next moves on to the next group; false at the last one.
func (s *diffSide) next(g *group) bool {
	if g.end == len(s.lines) {
		return false
	}
	g.start = g.end + 1
	for g.end = g.start; s.changed[g.end+1]; g.end++ {
	}
	return true
}

func (s *diffSide) previous(g *group) {
	g.end = g.start - 1
	for g.start = g.end; s.changed[g.start]; g.start-- {
	}
}

// slideDown moves a group one line on, if its first line is the one after it, and
// takes in what it meets.
func (s *diffSide) slideDown(g *group) bool {
	if g.end >= len(s.lines) || s.class[g.start] != s.class[g.end] {
		return false
	}
	s.changed[g.start+1], s.changed[g.end+1] = false, true
	g.start++
	g.end++
	for s.changed[g.end+1] {
		g.end++
	}
	return true
}

// slideUp is the reverse of slideDown.
func (s *diffSide) slideUp(g *group) bool {
	if g.start == 0 || s.class[g.start-1] != s.class[g.end-1] {
		return false
	}
	g.start--
	g.end--
	s.changed[g.start+1], s.changed[g.end+1] = true, false
	for s.changed[g.start] {
		g.start--
	}
	return true
}

// compact slides every group of changed lines where it joins others or faces a group
// of the other side, else down as far as it goes or where indentation suggests
// (git's xdl_change_compact: the order of the moves decides the result).
func (s *diffSide) compact(other *diffSide, indent bool) {
	g, faced := s.firstGroup(), other.firstGroup()
	for {
		if g.end > g.start {
			s.settle(other, &g, &faced, indent)
		}
		if !s.next(&g) {
			return
		}
		other.next(&faced)
	}
}

// settle is compact for one group; faced is where the other side stands beside it.
func (s *diffSide) settle(other *diffSide, g, faced *group, indent bool) {
	size, earliest, matching := 0, 0, -1
	for size != g.end-g.start {
		size, matching = g.end-g.start, -1
		for s.slideUp(g) {
			other.previous(faced)
		}
		earliest = g.end
		if faced.end > faced.start {
			matching = g.end
		}
		for s.slideDown(g) {
			other.next(faced)
			if faced.end > faced.start {
				matching = g.end
			}
		}
	}
	back := func() {
		s.slideUp(g)
		other.previous(faced)
	}
	switch {
	case g.end == earliest:
	case matching != -1:
		for faced.end == faced.start {
			back()
		}
	case indent:
		best := s.bestSplit(g.end, size, earliest)
		for g.end > best {
			back()
		}
	}
}
