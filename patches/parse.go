package patches

import (
	"bytes"
	"fmt"
	"path"
	"strings"
)

// Bounds of what is read. Git has none but 1 GiB for the whole text; nothing that
// people keep as a patch comes near these, and hostile texts stop here.
const (
	maxLineBytes = 8 << 20
	maxHunks     = 200_000
	maxFiles     = 100_000
	maxFolders   = 255
	// maxBinarySize is how much all binary hunks of a text may hold, inflated.
	maxBinarySize = 64 << 20
)

// ParseOptions say how a patch text is read.
type ParseOptions struct {
	// Strip, Directory, Prefix, Recount and Lenient are as in Options.
	Strip             *int
	Directory, Prefix string
	Recount, Lenient  bool
	// Sketch reads hunks by the shape of their lines: bare "@@" headers are taken, and
	// counts are those of the lines that are there. Each place where that was needed is
	// a fault all the same, but reading goes on after it.
	Sketch bool
}

// Parse reads a patch text, which is decoded already. What is wrong with the text is
// in Patch.Faults: without ParseOptions.Sketch reading stops at the first fault. The
// result references source. Parse is safe for concurrent use.
func Parse(source []byte, opts ParseOptions) *Patch {
	p := &parser{
		src:    source,
		opts:   opts,
		line:   1,
		naming: naming{strip: 1, prefix: opts.Prefix},
		patch:  &Patch{Source: source},
	}
	if opts.Strip != nil {
		p.strip, p.known = max(*opts.Strip, 0), true
	}
	if opts.Directory != "" {
		root, ok := cleanDirectory(opts.Directory)
		if !ok {
			p.fault(0, 0, fmt.Sprintf("directory %q leads out of the tree", opts.Directory), "")
			return p.patch
		}
		p.root = root
	}
	p.all()
	return p.patch
}

// cleanDirectory normalises a folder and ends it in a slash; false if it leads out.
func cleanDirectory(dir string) (string, bool) {
	clean := path.Clean(dir)
	if clean == ".." || strings.HasPrefix(clean, "../") {
		return "", false
	}
	if clean == "." {
		return "", true
	}
	return strings.TrimSuffix(clean, "/") + "/", true
}

// parser holds the place it has reached. It moves over whole lines only.
type parser struct {
	src []byte
	// at is the offset of the line numbered line.
	at, line int
	opts     ParseOptions
	naming
	patch *Patch
	// hunks counts those of all sections, inflated the bytes of all binary hunks.
	hunks    int
	inflated int64
}

// fault notes a fault. It reports false, for the callers that stop at it.
func (p *parser) fault(line, at int, message, hint string) bool {
	p.patch.Faults = append(p.patch.Faults, Fault{Line: line, Byte: at, Message: message, Hint: hint})
	return false
}

// excess is fault for a text that goes over a bound, which Sketch does not read on.
func (p *parser) excess(line, at int, message string) bool {
	p.patch.excess = true
	return p.fault(line, at, message, "split it, one file to a patch")
}

func (p *parser) here(message, hint string) bool { return p.fault(p.line, p.at, message, hint) }

// current is the line to be read, with its newline; empty at the end.
func (p *parser) current() []byte { return firstLine(p.src[p.at:]) }

func (p *parser) next(line []byte) {
	p.at += len(line)
	p.line++
}

// all reads every section, and what stands between them.
func (p *parser) all() {
	if !p.linesBounded() {
		return
	}
	p.patch.Preamble = len(p.src)
	for first := true; p.at < len(p.src); first = false {
		var file FileDiff
		found, ok := p.findHeader(&file, first)
		if !ok {
			return
		}
		if !found {
			break
		}
		if first {
			p.patch.Preamble = file.Start
		}
		if longest := max(len(file.OldName), len(file.NewName)); longest > maxPathBytes {
			p.fault(file.Line, file.Start, fmt.Sprintf("a path of %d bytes is longer than %d", longest, maxPathBytes), "")
			return
		}
		if depth := max(strings.Count(file.OldName, "/"), strings.Count(file.NewName, "/")); depth > maxFolders {
			p.fault(file.Line, file.Start, fmt.Sprintf("a path of %d folders is deeper than %d", depth, maxFolders), "")
			return
		}
		if !p.section(&file) {
			if p.opts.Sketch {
				file.End = p.at
				p.patch.Files = append(p.patch.Files, file)
			}
			return
		}
		file.End = p.at
		p.patch.Files = append(p.patch.Files, file)
		if len(p.patch.Files) > maxFiles {
			p.excess(p.line, p.at, fmt.Sprintf("more than %d file sections", maxFiles))
			return
		}
	}
	if len(p.patch.Files) == 0 && len(p.patch.Faults) == 0 {
		p.fault(0, 0, "holds no patch: no file section was found", "")
	}
}

// linesBounded refuses lines that no patch has, before anything walks over them.
func (p *parser) linesBounded() bool {
	number := 1
	for at := 0; at < len(p.src); number++ {
		length := bytes.IndexByte(p.src[at:min(len(p.src), at+maxLineBytes)], '\n')
		if length < 0 {
			if len(p.src)-at < maxLineBytes {
				return true
			}
			return p.excess(number, at, fmt.Sprintf("line %d is longer than %d MiB", number, maxLineBytes>>20))
		}
		at += length + 1
	}
	return true
}

// findHeader moves to the next section and reads its header. What it passes is prose:
// the preamble, a mail, a signature; the strict rules look for lost patch lines in it.
func (p *parser) findHeader(file *FileDiff, first bool) (found, ok bool) {
	prose := proseWatch{afterHunk: !first}
	// A "diff --git" line without a header after it is prose; but git holds the names in
	// it against the next header's.
	var oldName, newName string
	existence := Unknown
	for p.at < len(p.src) {
		line := p.current()
		*file = FileDiff{Line: p.line, Start: p.at, Creation: existence, Deletion: existence}
		after := p.src[p.at+len(line):]
		switch {
		case bytes.HasPrefix(line, []byte("@@ -")):
			if _, ok := parseHunkHeader(line); ok {
				if p.opts.Sketch {
					p.here("hunk without a file header", "")
					break
				}
				return false, p.here("hunk without a file header", "the lines that name the file are missing before it")
			}
		case len(line) < 6 || len(after) < 6:
		case bytes.HasPrefix(line, []byte("diff --git ")):
			file.OldName, file.NewName = oldName, newName
			used, ok := p.gitHeader(file, line)
			if used || !ok {
				return used, ok
			}
			oldName, newName = file.OldName, file.NewName
			existence = No // parse_git_diff_header has said so before it gave up
		case bytes.HasPrefix(line, []byte("--- ")) && bytes.HasPrefix(after, []byte("+++ ")):
			second := firstLine(after)
			hunk := after[len(second):]
			// git's "size < nextlen + 14" counts the first line and leaves out the second.
			if len(line)+len(hunk) >= 14 && bytes.HasPrefix(hunk, []byte("@@ -")) ||
				!p.opts.Lenient && isHunkLike(hunk) {
				file.OldName, file.NewName = oldName, newName
				return true, p.traditionalHeader(file, line, second)
			}
		}
		if !p.opts.Lenient && prose.lost(line, after) {
			if !p.lost(line) {
				return false, false
			}
		}
		p.next(line)
	}
	return false, true
}

// section reads what belongs to a header: hunks, a binary patch, or nothing.
func (p *parser) section(file *FileDiff) bool {
	file.HeaderEnd = p.at
	if !p.readHunks(file) {
		return false
	}
	if len(file.Hunks) > 0 {
		return true
	}
	line := p.current()
	switch {
	case string(line) == "GIT binary patch\n":
		p.next(line)
		faults := len(p.patch.Faults)
		if p.binary(file) {
			return true
		}
		if p.opts.Lenient && len(p.patch.Files) > 0 {
			// Git says what is wrong, applies what came before, and is content.
			p.patch.Faults = p.patch.Faults[:faults]
		}
		return false
	case bytes.HasSuffix(line, []byte(" differ\n")) &&
		(bytes.HasPrefix(line, []byte("Binary files ")) || bytes.HasPrefix(line, []byte("Files "))):
		file.Binary = true
		p.next(line)
		return true
	}
	if !file.metadata() {
		return p.fault(file.Line, file.Start, fmt.Sprintf("section of %s changes nothing: its header is followed by no hunk", file.Name()), "")
	}
	return true
}

// metadata says whether the header alone changes something.
func (f *FileDiff) metadata() bool {
	return f.Rename || f.Copy || f.Creation == Yes || f.Deletion != No ||
		f.OldMode != 0 && f.NewMode != 0 && f.OldMode != f.NewMode
}
