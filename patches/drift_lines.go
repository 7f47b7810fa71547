package patches

import (
	"bytes"
	"hash/maphash"
	"slices"
)

// driftSeed makes hashes of lines: of this process only, none is shown or kept.
var driftSeed = maphash.MakeSeed()

func hashLine(line []byte) uint64    { return maphash.Bytes(driftSeed, line) }
func hashTrimmed(line []byte) uint64 { return maphash.Bytes(driftSeed, bytes.TrimSpace(line)) }

// hashLines is the hashes of a file's lines, without the space around them if trimmed.
func hashLines(content []byte, trimmed bool) []uint64 {
	hashes := make([]uint64, 0, bytes.Count(content, []byte{'\n'})+1)
	for len(content) > 0 {
		line := firstLine(content)
		content = content[len(line):]
		if trimmed {
			line = bytes.TrimSpace(line)
		}
		hashes = append(hashes, hashLine(line))
	}
	return hashes
}

// patchLine is an old line of a hunk.
type patchLine struct {
	text    []byte
	deleted bool
	line    int // in the patch
}

// significant says whether the line tells one place from another: braces do not.
func (l *patchLine) significant() bool { return len(bytes.TrimSpace(l.text)) >= 4 }

// oldLines is what a hunk wants to find.
func oldLines(h *Hunk, source []byte, reverse bool) []patchLine {
	removes, adds := byte('-'), byte('+')
	if reverse {
		removes, adds = adds, removes
	}
	lines := make([]patchLine, 0, h.OldLines)
	for line := range h.Lines(source) {
		if line.Op != adds {
			lines = append(lines, patchLine{line.Text, line.Op == removes, line.Line})
		}
	}
	return lines
}

// similarity is which part of the longer file's lines the two have in common.
func similarity(a, b []uint64) float64 {
	count := make(map[uint64]int, len(a))
	for _, line := range a {
		count[line]++
	}
	common := 0
	for _, line := range b {
		if count[line] > 0 {
			count[line]--
			common++
		}
	}
	return float64(common) / float64(max(len(a), len(b), 1))
}

// bestWindow is where in lines most of the wanted ones are close together, and how
// many. Size is that of the text they are from.
func bestWindow(want map[uint64]int, lines []uint64, size int) (at, count int) {
	span := size + size/2 + 5
	type hit struct{ at, index int }
	var hits []hit
	for i, line := range lines {
		if index, ok := want[line]; ok {
			hits = append(hits, hit{i, index})
		}
	}
	inside := map[int]int{}
	low := 0
	for _, h := range hits {
		inside[h.index]++
		for h.at-hits[low].at >= span {
			if inside[hits[low].index]--; inside[hits[low].index] == 0 {
				delete(inside, hits[low].index)
			}
			low++
		}
		if len(inside) > count {
			at, count = hits[low].at, len(inside)
		}
	}
	return at, count
}

// maxTable bounds what aligning two texts may cost; above it only anchors count.
const maxTable = 16 << 20

// survivors says which of the lines want, which stood at the index at of before, are in
// their place in after, and at which index of after that place is. Lines that occur once
// on both sides tell where the place is (as in patience diff).
func survivors(before, after, want []uint64, at int) (alive []bool, where int) {
	alive = make([]bool, len(want))
	if at < 0 || at+len(want) > len(before) || !slices.Equal(before[at:at+len(want)], want) {
		// Patches before this one have changed the place: search for it.
		if at = indexOfLines(before, want); at < 0 {
			wanted := map[uint64]int{}
			for i, line := range want {
				wanted[line] = i
			}
			where, _ = bestWindow(wanted, after, len(want))
			end := min(where+len(want)*2+5, len(after))
			align(want, after[where:end], func(i, _ int) { alive[i] = true })
			return alive, where
		}
	}
	low, high, lowAfter, highAfter := anchors(before, after, at, at+len(want))
	where = lowAfter
	first := true
	align(before[low:high], after[lowAfter:highAfter], func(i, j int) {
		if i += low - at; i >= 0 && i < len(want) {
			alive[i] = true
			if first {
				where, first = max(lowAfter+j-i, 0), false
			}
		}
	})
	return alive, where
}

// indexOfLines is where lines stand in text, -1 if nowhere.
func indexOfLines(text, lines []uint64) int {
	for i := 0; i+len(lines) <= len(text); i++ {
		if slices.Equal(text[i:i+len(lines)], lines) {
			return i
		}
	}
	return -1
}

// anchors widens before[low:high] to the nearest lines around it that are unique and
// unchanged, or to the ends, and gives what is between them in after.
func anchors(before, after []uint64, low, high int) (l, h, lAfter, hAfter int) {
	prefix := 0
	for prefix < min(len(before), len(after)) && before[prefix] == after[prefix] {
		prefix++
	}
	suffix := 0
	for suffix < min(len(before), len(after))-prefix && before[len(before)-1-suffix] == after[len(after)-1-suffix] {
		suffix++
	}
	type place struct{ count, at int }
	inBefore, inAfter := map[uint64]int{}, map[uint64]place{}
	for _, line := range before {
		inBefore[line]++
	}
	for i, line := range after {
		inAfter[line] = place{inAfter[line].count + 1, i}
	}
	unique := func(i int) (int, bool) {
		there := inAfter[before[i]]
		return there.at, inBefore[before[i]] == 1 && there.count == 1
	}
	// The common ends are anchors as they stand.
	l, lAfter = min(prefix, low), min(prefix, low)
	for i := low - 1; i >= l; i-- {
		if j, ok := unique(i); ok {
			l, lAfter = i+1, j+1
			break
		}
	}
	tail := max(len(before)-suffix, high)
	h, hAfter = tail, len(after)-(len(before)-tail)
	for i := high; i < h; i++ {
		if j, ok := unique(i); ok && j >= lAfter {
			h, hAfter = i, j
			break
		}
	}
	if hAfter < lAfter {
		hAfter = lAfter
	}
	return l, h, lAfter, hAfter
}

// align calls f with the indexes of the lines of a longest common subsequence, in
// order.
func align(a, b []uint64, f func(i, j int)) {
	for len(a) > 0 && len(b) > 0 && len(a)*len(b) > maxTable {
		// Too much to compare: the longer one gives way.
		if len(a) > len(b) {
			a = a[:maxTable/len(b)]
		} else {
			b = b[:maxTable/len(a)]
		}
	}
	width := len(b) + 1
	table := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i*width+j] = table[(i+1)*width+j+1] + 1
			} else {
				table[i*width+j] = max(table[(i+1)*width+j], table[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			f(i, j)
			i, j = i+1, j+1
		case table[(i+1)*width+j] >= table[i*width+j+1]:
			i++
		default:
			j++
		}
	}
}
