package patches

// histogramLimit is how often a line may occur in a region and still be a place to cut
// it (git's max_chain_length).
const histogramLimit = 64

// histogram compares files by cutting them at the longest run of lines among those
// that are rarest, and going on with what lies before and after it (JGit's
// HistogramDiff, as git's xdiff has it).
type histogram struct {
	*lineDiff
	// Of a class in the region that is looked at: where it first occurs on side a, and
	// how often. It counts only where epoch says that it is of this region.
	first, count, epochs []int32
	epoch                int32
	// next is where the class of a line of a occurs next, -1 if not.
	next []int32
	// fallback is for regions without rare lines.
	fallback *myers
}

func newHistogram(d *lineDiff) *histogram {
	return &histogram{lineDiff: d, first: make([]int32, d.classes), count: make([]int32, d.classes), epochs: make([]int32, d.classes),
		next: make([]int32, len(d.a.lines))}
}

// region is a run of lines on both sides; ends are exclusive.
type region struct{ a0, a1, b0, b1 int }

// compare sets what is changed in a[a0:a1] and b[b0:b1].
func (h *histogram) compare(a0, a1, b0, b1 int) {
	for a0 < a1 && b0 < b1 {
		common, found, rare := h.longest(a0, a1, b0, b1)
		if !rare {
			if h.fallback == nil {
				h.fallback = newMyers(h.classes)
			}
			h.fallback.compare(h.a.class[a0:a1], h.b.class[b0:b1], h.a.changed[a0+1:], h.b.changed[b0+1:])
			return
		}
		if !found {
			break
		}
		h.compare(a0, common.a0, b0, common.b0)
		a0, b0 = common.a1, common.b1
	}
	for ; a0 < a1; a0++ {
		h.a.changed[a0+1] = true
	}
	for ; b0 < b1; b0++ {
		h.b.changed[b0+1] = true
	}
}

// longest is the run to cut at. Rare is false if there are common lines, but all too
// frequent.
func (h *histogram) longest(a0, a1, b0, b1 int) (best region, found, rare bool) {
	h.epoch++
	for i := a1 - 1; i >= a0; i-- {
		c := h.a.class[i]
		if h.epochs[c] != h.epoch {
			h.epochs[c], h.count[c], h.next[i] = h.epoch, 0, -1
		} else {
			h.next[i] = h.first[c]
		}
		h.first[c] = int32(i)
		h.count[c]++
	}
	rarest, common := int32(histogramLimit+1), false
	for b := b0; b < b1; {
		following := b + 1
		c := h.b.class[b]
		if h.epochs[c] != h.epoch {
			b = following
			continue
		}
		common = true
		if h.count[c] > rarest {
			b = following
			continue
		}
		for at := h.first[c]; at >= 0; {
			r := region{int(at), int(at) + 1, b, b + 1}
			count := h.count[c]
			for r.a0 > a0 && r.b0 > b0 && h.a.class[r.a0-1] == h.b.class[r.b0-1] {
				r.a0--
				r.b0--
				if count > 1 {
					count = min(count, h.count[h.a.class[r.a0]])
				}
			}
			for r.a1 < a1 && r.b1 < b1 && h.a.class[r.a1] == h.b.class[r.b1] {
				if count > 1 {
					count = min(count, h.count[h.a.class[r.a1]])
				}
				r.a1++
				r.b1++
			}
			following = max(following, r.b1)
			// The first run counts as longer than none only if it has more than one
			// line; it is always rarer, though.
			if best.a1-best.a0 < r.a1-r.a0 && (found || r.a1-r.a0 > 1) || count < rarest {
				best, found, rarest = r, true, count
			}
			// Occurrences within the run would only find a part of it.
			for at = h.next[at]; at >= 0 && int(at) < r.a1; at = h.next[at] {
			}
		}
		b = following
	}
	return best, found, !common || rarest <= histogramLimit
}
