package patches

import (
	"bytes"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
)

// imageLine is one line of a file or of a hunk's side.
type imageLine struct {
	// text has its newline, where it has one.
	text []byte
	// marked says: in a file, that a hunk has put it there, so that no other may match
	// it; in a hunk, that it is context, and stands on both sides.
	marked bool
}

// image is a file as lines, with a gap where it was last changed: hunks come in order,
// so that the next change is near.
type image struct {
	// lines has the file's in lines[:gap] and lines[end:].
	lines    []imageLine
	gap, end int
}

// newImage splits content, which it references, and leaves room for so many more lines.
func newImage(content []byte, room int) *image { return splitInto(nil, content, room) }

// splitInto is newImage in the place of lines that nobody needs any more.
func splitInto(lines []imageLine, content []byte, room int) *image {
	if count := bytes.Count(content, []byte{'\n'}) + 1 + room; cap(lines) < count {
		lines = make([]imageLine, 0, count)
	}
	m := &image{lines: lines[:0]}
	for len(content) > 0 {
		line := firstLine(content)
		m.lines = append(m.lines, imageLine{text: line})
		content = content[len(line):]
	}
	m.gap, m.end = len(m.lines), len(m.lines)+room
	m.lines = m.lines[:m.end]
	return m
}

// linesPool has room that images took, for the next ones: patches are applied one after
// the other, to files of thousands of lines.
var linesPool sync.Pool

func takeLines() []imageLine {
	if lines, ok := linesPool.Get().(*[]imageLine); ok {
		return *lines
	}
	return nil
}

func giveLines(lines []imageLine) {
	if cap(lines) > 0 {
		linesPool.Put(&lines)
	}
}

// hashedBytes is how much of a file of which only the id is wanted is put together at a
// time.
const hashedBytes = 64 << 10

// blobID is the id of the file's content, of so many bytes.
func (m *image) blobID(length int) plumbing.Hash {
	hash := newObjectHash(plumbing.BlobObject, length)
	room := make([]byte, 0, hashedBytes)
	for _, part := range [][]imageLine{m.lines[:m.gap], m.lines[m.end:]} {
		for i := range part {
			text := part[i].text
			if len(room)+len(text) > cap(room) {
				hash.Write(room)
				room = room[:0]
			}
			if len(text) > cap(room) {
				hash.Write(text)
				continue
			}
			room = append(room, text...)
		}
	}
	hash.Write(room)
	return plumbing.Hash(hash.Sum(nil))
}

// size is the number of lines.
func (m *image) size() int { return len(m.lines) - (m.end - m.gap) }

// line is the one at index i.
func (m *image) line(i int) *imageLine {
	if i >= m.gap {
		i += m.end - m.gap
	}
	return &m.lines[i]
}

// replace puts post in the place of count lines at at, or of as many as there are, and
// marks them.
func (m *image) replace(at, count int, post []imageLine) {
	count = min(count, m.size()-at)
	// Move the gap to at, then let it swallow what goes.
	if at < m.gap {
		moved := m.gap - at
		copy(m.lines[m.end-moved:m.end], m.lines[at:m.gap])
		m.gap, m.end = at, m.end-moved
	} else if at > m.gap {
		moved := at - m.gap
		copy(m.lines[m.gap:], m.lines[m.end:m.end+moved])
		m.gap, m.end = at, m.end+moved
	}
	m.end += count
	if missing := len(post) - (m.end - m.gap); missing > 0 {
		// Room for more than this one, or growing would cost as much as moving.
		missing += len(m.lines)/8 + 16
		grown := make([]imageLine, len(m.lines)+missing)
		copy(grown, m.lines[:m.gap])
		copy(grown[m.end+missing:], m.lines[m.end:])
		m.lines, m.end = grown, m.end+missing
	}
	for i := range post {
		m.lines[m.gap] = imageLine{post[i].text, true}
		m.gap++
	}
}

// length is the file's size in bytes.
func (m *image) length() int {
	size := 0
	for _, part := range [][]imageLine{m.lines[:m.gap], m.lines[m.end:]} {
		for i := range part {
			size += len(part[i].text)
		}
	}
	return size
}

// bytes is the file's content.
func (m *image) bytes() []byte {
	out := make([]byte, 0, m.length())
	for _, part := range [][]imageLine{m.lines[:m.gap], m.lines[m.end:]} {
		for i := range part {
			out = append(out, part[i].text...)
		}
	}
	return out
}

// sides are what a hunk replaces, and by what.
type sides struct {
	pre, post []imageLine
	// leading and trailing count the context lines at the ends that are still there.
	leading, trailing int
	// newBlanks counts the blank lines that the hunk adds at its very end.
	newBlanks int
}

// sides makes the two sides of a hunk. Where fix is set, added lines are put right by
// rule.
func (h *Hunk) sides(source []byte, reverse, fix, inaccurateEOF bool, rule spaceRule) sides {
	s := sides{leading: h.Leading, trailing: h.Trailing}
	s.pre = make([]imageLine, 0, h.OldLines)
	s.post = make([]imageLine, 0, h.NewLines)
	for line := range h.Lines(source) {
		op := line.Op
		if reverse && op != ' ' {
			op = '+' + '-' - op
		}
		switch op {
		case ' ':
			s.pre = append(s.pre, imageLine{line.Text, true})
			s.post = append(s.post, imageLine{line.Text, true})
			if !rule.blankAtEOF || !blank(line.Text) {
				s.newBlanks = 0
			}
		case '-':
			s.pre = append(s.pre, imageLine{line.Text, false})
			s.newBlanks = 0
		case '+':
			text := line.Text
			if fix {
				text = rule.fix(text)
			}
			s.post = append(s.post, imageLine{text, false})
			if rule.blankAtEOF && blank(line.Text) {
				s.newBlanks++
			} else {
				s.newBlanks = 0
			}
		}
	}
	if inaccurateEOF && len(s.pre) > 0 && len(s.post) > 0 {
		last, created := &s.pre[len(s.pre)-1].text, &s.post[len(s.post)-1].text
		if bytes.HasSuffix(*last, []byte{'\n'}) && bytes.HasSuffix(*created, []byte{'\n'}) {
			*last, *created = (*last)[:len(*last)-1], (*created)[:len(*created)-1]
		}
	}
	return s
}

// reduce takes one line of context away: from the longer end, from both where they are
// equally long. It reports how many were taken from the beginning.
func (s *sides) reduce() int {
	taken := 0
	if s.leading >= s.trailing {
		s.pre, s.post = s.pre[1:], s.post[1:]
		s.leading--
		taken = 1
	}
	if s.trailing > s.leading {
		s.pre, s.post = s.pre[:len(s.pre)-1], s.post[:len(s.post)-1]
		s.trailing--
	}
	return taken
}

// adopt makes context the text of the context lines, on both sides: what the file has,
// or what was set right. It has one text per line of pre. As in git, the texts are
// divided into lines anew (update_pre_post_images of apply.c): one without newline
// takes in the next, and context that is left without a line is dropped.
func (s *sides) adopt(texts [][]byte) {
	pre := make([]imageLine, len(texts))
	whole := true
	for i := range pre {
		pre[i] = imageLine{texts[i], s.pre[i].marked}
		whole = whole && bytes.HasSuffix(texts[i], []byte{'\n'})
	}
	if !whole {
		pre = newImage(bytes.Join(texts, nil), 0).lines
		for i := range pre {
			pre[i].marked = s.pre[i].marked
		}
	}
	post := make([]imageLine, 0, len(s.post))
	at := 0
	for _, line := range s.post {
		if line.marked {
			for at < len(pre) && !pre[at].marked {
				at++
			}
			if at == len(pre) {
				continue
			}
			line.text = pre[at].text
			at++
		}
		post = append(post, line)
	}
	s.pre, s.post = pre, post
}
