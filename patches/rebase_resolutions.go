package patches

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Resolutions are conflicts and what a person made of them, like git's rerere, as a
// text that is kept beside a series. The zero value is empty. Not safe for concurrent
// use.
type Resolutions struct {
	entries []Resolution
}

// Resolution is one resolved conflict of lines.
type Resolution struct {
	// Key is the SHA-256 of what conflicted, in hex.
	Key string
	// Path is where it was; only for the reader.
	Path string
	// Base, Ours and Theirs are what conflicted, Resolved what it became.
	Base, Ours, Theirs, Resolved []byte
}

// key names the conflict by what is in it: base, ours and theirs, each after its
// length in 8 bytes.
func (c *ConflictHunk) key() string { return conflictKey("hunk", c.Base, c.Ours, c.Theirs) }

func conflictKey(kind string, parts ...[]byte) string {
	hash := sha256.New()
	for _, part := range append([][]byte{[]byte("cairn conflict v1 " + kind)}, parts...) {
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(part)))
		hash.Write(size[:])
		hash.Write(part)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// wholeKey names a conflict about a file as a whole. It says when it is the same one;
// such a conflict is not recorded.
func wholeKey(f UnmergedFile) string {
	return conflictKey(f.Kind, []byte(f.Path), f.Base[:], f.Ours[:], f.Theirs[:])
}

// Len counts the resolutions.
func (r *Resolutions) Len() int {
	if r == nil {
		return 0
	}
	return len(r.entries)
}

// find is the resolution with that key, nil if there is none.
func (r *Resolutions) find(key string) *Resolution {
	if r == nil {
		return nil
	}
	if i := slices.IndexFunc(r.entries, func(e Resolution) bool { return e.Key == key }); i >= 0 {
		return &r.entries[i]
	}
	return nil
}

// All are the resolutions, sorted by key. They must not be changed.
func (r *Resolutions) All() []Resolution {
	if r == nil {
		return nil
	}
	return r.entries
}

// add takes one in, in the place of one of its key.
func (r *Resolutions) add(e Resolution) {
	at, found := slices.BinarySearchFunc(r.entries, e, func(a, b Resolution) int { return cmp.Compare(a.Key, b.Key) })
	if found {
		r.entries[at] = e
		return
	}
	r.entries = slices.Insert(r.entries, at, e)
}

// Record takes in what a person made of a file with conflicts, and returns how many of
// the file's conflicts could be told from what stands around them: the lines before and
// after a conflict must be as they were.
func (r *Resolutions) Record(file UnmergedFile, resolved []byte) int {
	if len(file.hunks) == 0 {
		return 0
	}
	room := takeDiffRoom()
	defer room.give()
	changes, d := diffLines(file.Content, resolved, Histogram, false, room)
	// Where a line that is unchanged has gone, -1 for one that is changed.
	to := make([]int, len(d.a.lines))
	at, shift := 0, 0
	for _, c := range append(changes, lineChange{a: len(d.a.lines)}) {
		for ; at < c.a; at++ {
			to[at] = at + shift
		}
		for ; at < c.a+c.aLines; at++ {
			to[at] = -1
		}
		shift += c.bLines - c.aLines
	}
	recorded := 0
	for _, h := range file.hunks {
		first, last := h.Line-1, h.Line-1+h.Lines
		start, end := 0, len(d.b.lines)
		if first > 0 {
			start = to[first-1] + 1
			if to[first-1] < 0 {
				continue
			}
		}
		if last < len(to) {
			if end = to[last]; end < 0 {
				continue
			}
		}
		if start > end {
			continue
		}
		content := slices.Concat(d.b.lines[start:end]...)
		if hasMarkers(content) {
			continue
		}
		r.add(Resolution{h.key(), file.Path, h.Base, h.Ours, h.Theirs, content})
		recorded++
	}
	return recorded
}

// hasMarkers says whether a line looks like the beginning or the end of a conflict.
func hasMarkers(content []byte) bool { return markerLine(content) > 0 }

// markerLine is the first line that looks like one, from 1; 0 if none does.
func markerLine(content []byte) int {
	n := 0
	for line := range bytes.Lines(content) {
		n++
		text := bytes.TrimRight(line, "\r\n")
		for _, c := range []byte("<>|") {
			run := bytes.Repeat([]byte{c}, markerSize)
			if bytes.Equal(text, run) || bytes.HasPrefix(text, append(run, ' ')) {
				return n
			}
		}
	}
	return 0
}

// propose looks recorded resolutions up, and says whether there is one for every
// conflict.
func (r *rebaser) propose(p *RebasedPatch) bool {
	for i := range p.Conflicts {
		p.Conflicts[i].Proposed = r.request.Resolutions.find(p.Conflicts[i].Key) != nil
	}
	all := true
	for i := range p.Unmerged {
		f := &p.Unmerged[i]
		if len(f.hunks) == 0 {
			all = false
			continue
		}
		lines := contentLines(f.Content)
		var out bytes.Buffer
		at, some := 0, false
		for _, h := range f.hunks {
			found := r.request.Resolutions.find(h.key())
			if found == nil {
				all = false
				continue
			}
			some = true
			out.Write(slices.Concat(lines[at : h.Line-1]...))
			out.Write(found.Resolved)
			at = h.Line - 1 + h.Lines
		}
		if some {
			out.Write(slices.Concat(lines[at:]...))
			f.Proposed = out.Bytes()
		}
	}
	return all
}

// resolutionsHeader begins the text form and carries its version.
const resolutionsHeader = "# cairn resolutions v1: conflicts of a rebase and what became of them\n"

// Bytes is the text form, sorted by key: UTF-8 or not, every line is kept behind a "|",
// or behind a "\" if it has no newline of its own.
func (r *Resolutions) Bytes() []byte {
	var out bytes.Buffer
	out.WriteString(resolutionsHeader)
	for _, e := range r.All() {
		fmt.Fprintf(&out, "\nresolution %s %s\n", e.Key, quoteName(e.Path))
		for _, part := range e.parts() {
			fmt.Fprintln(&out, part.name)
			for line := range bytes.Lines(*part.content) {
				if line[len(line)-1] == '\n' {
					out.WriteByte('|')
					out.Write(line)
				} else {
					out.WriteByte('\\')
					out.Write(line)
					out.WriteByte('\n')
				}
			}
		}
	}
	return out.Bytes()
}

type resolutionPart struct {
	name    string
	content *[]byte
}

func (e *Resolution) parts() [4]resolutionPart {
	return [...]resolutionPart{{"base", &e.Base}, {"ours", &e.Ours}, {"theirs", &e.Theirs}, {"resolved", &e.Resolved}}
}

// ParseResolutions reads the text form, strictly: a key must be that of its conflict.
// The error is a *Fault.
func ParseResolutions(text []byte) (*Resolutions, error) {
	r := &Resolutions{}
	p := resolutionParser{text: text}
	if line, err := p.next(); err != nil || line+"\n" != resolutionsHeader {
		return nil, p.fault("not a file of resolutions, or one of a later version")
	}
	for {
		line, err := p.next()
		if err == io.EOF {
			return r, nil
		}
		if line != "" {
			return nil, p.fault("an empty line is expected before a resolution")
		}
		if line, err = p.next(); err != nil {
			return nil, p.fault("the file ends before a resolution")
		}
		key, path, found := strings.Cut(strings.TrimPrefix(line, "resolution "), " ")
		if !found || !strings.HasPrefix(line, "resolution ") {
			return nil, p.fault("a line \"resolution KEY PATH\" is expected")
		}
		e := Resolution{Key: key, Path: path}
		if unquoted, _, ok := unquote([]byte(path)); ok {
			e.Path = unquoted
		}
		for _, part := range e.parts() {
			if line, err := p.next(); err != nil || line != part.name {
				return nil, p.fault(fmt.Sprintf("a line %q is expected", part.name))
			}
			*part.content = p.content()
		}
		if c := (ConflictHunk{Base: e.Base, Ours: e.Ours, Theirs: e.Theirs}); c.key() != key {
			return nil, p.fault("the key of the resolution before this line is not that of its conflict: it was edited")
		}
		r.add(e)
	}
}

type resolutionParser struct {
	text []byte
	line int
}

func (p *resolutionParser) fault(message string) error {
	return &Fault{Line: p.line, Message: message, Hint: "resolutions can be deleted; they are recorded again when a conflict is resolved"}
}

// next is the next line, without its newline.
func (p *resolutionParser) next() (string, error) {
	if len(p.text) == 0 {
		return "", io.EOF
	}
	p.line++
	line, rest, _ := bytes.Cut(p.text, []byte{'\n'})
	p.text = rest
	return string(line), nil
}

// content reads lines behind their "|" or "\".
func (p *resolutionParser) content() []byte {
	content := []byte{}
	for len(p.text) > 0 && (p.text[0] == '|' || p.text[0] == '\\') {
		open := p.text[0] == '\\'
		line, _ := p.next()
		content = append(content, line[1:]...)
		if open {
			break
		}
		content = append(content, '\n')
	}
	return content
}
