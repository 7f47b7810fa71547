package patches

import (
	"bytes"
	"fmt"
	"strconv"
)

// Git's modes of a tree entry (gitformat-index(5)).
const (
	modeType    = 0o170000
	modeFile    = 0o100000
	modeSymlink = 0o120000
	modeGitlink = 0o160000
	modeTree    = 0o040000

	modePlain = 0o100644
)

// canonicalMode is one of the five modes that git stores.
func canonicalMode(mode uint32) uint32 {
	switch mode & modeType {
	case modeFile:
		if mode&0o100 != 0 {
			return 0o100755
		}
		return modePlain
	case modeSymlink:
		return modeSymlink
	case modeTree:
		return modeTree
	}
	return modeGitlink
}

// gitHeader reads a header that begins with "diff --git". Used is false where nothing
// follows that line: it is prose then.
func (p *parser) gitHeader(file *FileDiff, line []byte) (used, ok bool) {
	file.Git, file.Creation, file.Deletion = true, No, No
	h := gitHeader{parser: p, file: file}
	if h.common = p.common(line[len("diff --git "):]); h.common != "" {
		h.common = p.root + h.common
	}
	start, number := p.at, p.line
	p.next(line)
	for p.at < len(p.src) {
		line := p.current()
		if line[len(line)-1] != '\n' {
			break
		}
		more, ok := h.line(line)
		if !ok {
			return false, false
		}
		if !more {
			break
		}
		p.next(line)
	}
	if file.OldName == "" && file.NewName == "" {
		if h.common == "" {
			return false, p.fault(number, start, fmt.Sprintf("header names no file when %d leading components are removed", p.strip), "another strip count may fit")
		}
		file.OldName, file.NewName = h.common, h.common
	}
	if file.NewName == "" && file.Deletion != Yes || file.OldName == "" && file.Creation != Yes {
		return false, p.fault(number, start, "header names the file on one side only", "")
	}
	if p.at == start+len(line) {
		p.at, p.line = start, number
		return false, true
	}
	return true, true
}

// gitHeader is a header under way.
type gitHeader struct {
	*parser
	file *FileDiff
	// common is the name in the first line, with root.
	common string
	// extension is the line that first said what happens to the file.
	extension int
}

// line reads one line. More is false if it does not belong to the header.
func (h *gitHeader) line(line []byte) (more, ok bool) {
	file := h.file
	value := func(keyword string) ([]byte, bool) { return bytes.CutPrefix(line, []byte(keyword)) }
	// In rename and copy lines, names have no a/ or b/.
	bare := max(h.strip-1, 0)
	var text []byte
	is := func(keywords ...string) bool {
		for _, keyword := range keywords {
			if rest, found := value(keyword); found {
				text = rest
				return true
			}
		}
		return false
	}
	ok = true
	switch {
	case is("@@ -"):
		return false, true
	case is("--- "):
		ok = h.side(text, file.Creation == Yes, &file.OldName, "old")
	case is("+++ "):
		ok = h.side(text, file.Deletion == Yes, &file.NewName, "new")
	case is("old mode "):
		ok = h.mode(text, &file.OldMode)
	case is("new mode "):
		ok = h.mode(text, &file.NewMode)
	case is("deleted file mode "):
		file.Deletion, file.OldName = Yes, h.common
		ok = h.mode(text, &file.OldMode)
	case is("new file mode "):
		file.Creation, file.NewName = Yes, h.common
		ok = h.mode(text, &file.NewMode)
	case is("copy from "):
		file.Copy, file.OldName = true, h.header(text, bare, false)
	case is("copy to "):
		file.Copy, file.NewName = true, h.header(text, bare, false)
	case is("rename old ", "rename from "):
		file.Rename, file.OldName = true, h.header(text, bare, false)
	case is("rename new ", "rename to "):
		file.Rename, file.NewName = true, h.header(text, bare, false)
	case is("similarity index "):
		file.Similarity = percent(text)
	case is("dissimilarity index "):
	case is("index "):
		ok = h.ids(text)
	default:
		return false, true
	}
	return true, ok && h.consistent()
}

// consistent allows one of creation, deletion, rename and copy.
func (h *gitHeader) consistent() bool {
	said := 0
	for _, is := range []bool{h.file.Creation == Yes, h.file.Deletion == Yes, h.file.Rename, h.file.Copy} {
		if is {
			said++
		}
	}
	if said > 1 {
		return h.here(fmt.Sprintf("header contradicts itself: line %d says something else", h.extension), "")
	}
	if said == 1 && h.extension == 0 {
		h.extension = h.parser.line
	}
	return true
}

// side reads the name in a "---" or "+++" line and holds it against what is known.
func (h *gitHeader) side(text []byte, absent bool, name *string, which string) bool {
	switch {
	case absent && *name != "":
		return h.here(fmt.Sprintf("header contradicts itself: /dev/null is due, not %s", *name), "")
	case absent && !isDevNull(text):
		return h.here("header contradicts itself: /dev/null is due here", "")
	case absent:
		return true
	}
	found := h.header(text, h.strip, true)
	if *name == "" {
		*name = found
		return true
	}
	if h.opts.Sketch && h.strip == 0 && (found == "a/"+*name || found == "b/"+*name) {
		return true // as it stands, this name has a prefix, and that of a rename has none
	}
	if found != *name {
		return h.here(fmt.Sprintf("header contradicts itself: the %s name is %q here and %q before", which, found, *name), "")
	}
	return true
}

func (h *gitHeader) mode(text []byte, mode *uint32) bool {
	text = bytes.TrimLeft(text, " \t")
	end := bytes.IndexFunc(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' })
	if end <= 0 {
		return h.here("header names no mode", "")
	}
	value, err := strconv.ParseUint(string(text[:end]), 8, 32)
	if err != nil {
		return h.here(fmt.Sprintf("%q is not a mode", clip(text[:end])), "")
	}
	*mode = canonicalMode(uint32(value))
	if *mode == modeGitlink && value != modeGitlink && !h.opts.Lenient {
		// git makes a submodule of whatever it does not know.
		return h.here(fmt.Sprintf("%q is not a mode that a file has", clip(text[:end])), "")
	}
	return true
}

// ids reads an index line: two abbreviated ids and perhaps a mode. What has not that
// form is passed over, as git does.
func (h *gitHeader) ids(text []byte) bool {
	line := bytes.TrimSuffix(text, []byte{'\n'})
	before, after, found := bytes.Cut(line, []byte(".."))
	if !found || len(before) > 40 {
		return true
	}
	h.file.OldID = string(before)
	id, mode, named := bytes.Cut(after, []byte{' '})
	if len(id) > 40 {
		return true
	}
	h.file.NewID = string(bytes.TrimSuffix(id, []byte{'\r'}))
	if named {
		return h.mode(append(mode[:len(mode):len(mode)], '\n'), &h.file.OldMode)
	}
	return true
}

func percent(text []byte) int {
	digits, _, _ := bytes.Cut(bytes.TrimSpace(text), []byte{'%'})
	if n, err := strconv.Atoi(string(digits)); err == nil && n >= 0 && n <= 100 {
		return n
	}
	return 0
}

// traditionalHeader reads a "---" and a "+++" line, which is all there is. Names that
// file has already are those of a git header that was broken off.
func (p *parser) traditionalHeader(file *FileDiff, first, second []byte) bool {
	old, created := first[len("--- "):], second[len("+++ "):]
	if !p.known {
		p.guessStrip(old, created)
	}
	var name string
	switch {
	case isDevNull(old):
		file.Creation, file.Deletion = Yes, No
		name = p.traditional(created, "", p.strip)
		file.NewName = name
	case isDevNull(created):
		file.Creation, file.Deletion = No, Yes
		name = p.traditional(old, "", p.strip)
		file.OldName = name
	default:
		name = p.traditional(created, p.traditional(old, "", p.strip), p.strip)
		switch {
		case hasEpoch(old):
			file.Creation, file.Deletion, file.NewName = Yes, No, name
		case hasEpoch(created):
			file.Creation, file.Deletion, file.OldName = No, Yes, name
		default:
			file.OldName, file.NewName = name, name
		}
	}
	if interrupted := file.OldName != "" && file.NewName != ""; interrupted && (file.Creation == Yes || file.Deletion == Yes) && !p.opts.Lenient {
		return p.here(fmt.Sprintf("header of %s is interrupted: what it says between its first line and this one is not read", file.Name()), "")
	}
	if name == "" {
		return p.here(fmt.Sprintf("header names no file when %d leading components are removed", p.strip), "another strip count may fit")
	}
	if p.prefix != "" {
		for _, name := range []*string{&file.OldName, &file.NewName} {
			if *name != "" {
				*name = p.prefix + *name
			}
		}
	}
	p.next(first)
	p.next(second)
	return true
}

// guessStrip takes the strip count that both names suggest.
func (p *parser) guessStrip(old, created []byte) {
	first, second := p.guess(old), p.guess(created)
	if first < 0 {
		first = second
	}
	if first >= 0 && first == second {
		p.strip, p.known = first, true
	}
}

// clip shortens text for a message.
func clip(text []byte) string {
	const most = 60
	text = bytes.TrimRight(text, "\r\n")
	if len(text) > most {
		return string(text[:most]) + "…"
	}
	return string(text)
}
