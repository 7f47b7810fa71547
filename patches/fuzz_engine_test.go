package patches

import (
	"bytes"
	"context"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// seeds gives the patches of all triples, with their sources.
func seeds(f *testing.F, add func(tr triple)) {
	paths, err := triplePaths()
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		tr, err := loadTriple(path)
		if err != nil {
			f.Fatal(err)
		}
		add(tr)
	}
}

// FuzzParse wants that no text crashes the parser, and that what it says about places
// in the text is so.
func FuzzParse(f *testing.F) {
	seeds(f, func(tr triple) { f.Add(tr.patch, uint8(0)); f.Add(tr.patch, uint8(7)) })
	f.Fuzz(func(t *testing.T, source []byte, flags uint8) {
		opts := ParseOptions{Recount: flags&1 != 0, Sketch: flags&2 != 0, Lenient: flags&4 != 0}
		if flags&8 != 0 {
			opts.Strip = new(int(flags >> 4))
		}
		p := Parse(source, opts)
		line := func(at int) int { return bytes.Count(source[:at], []byte{'\n'}) + 1 }
		at := 0
		for _, file := range p.Files {
			if file.Start < at || file.HeaderEnd < file.Start || file.End < file.HeaderEnd || file.End > len(source) {
				t.Fatalf("section from %d, header to %d, to %d, after %d", file.Start, file.HeaderEnd, file.End, at)
			}
			if file.Line != line(file.Start) {
				t.Fatalf("section at byte %d: line %d, not %d", file.Start, line(file.Start), file.Line)
			}
			at = file.HeaderEnd
			for _, h := range file.Hunks {
				if h.Start < at || h.Body < h.Start || h.End < h.Body || h.End > file.End {
					t.Fatalf("hunk from %d, body at %d, to %d, after %d", h.Start, h.Body, h.End, at)
				}
				if h.Line != line(h.Start) {
					t.Fatalf("hunk at byte %d: line %d, not %d", h.Start, line(h.Start), h.Line)
				}
				var old, created int
				for l := range h.Lines(source) {
					if l.Op != '+' {
						old++
					}
					if l.Op != '-' {
						created++
					}
				}
				// An empty context line whose newline a marker takes is no line.
				if slack := bytes.Count(source[h.Body:h.End], []byte("\n\n\\")) + bytes.Count(source[h.Body:min(h.End, h.Body+2)], []byte("\n\\")); old > h.OldLines || created > h.NewLines || old+slack < h.OldLines || created+slack < h.NewLines {
					t.Fatalf("hunk at line %d counts %d and %d, has %d and %d", h.Line, h.OldLines, h.NewLines, old, created)
				}
				at = h.End
			}
			at = file.End
		}
		for _, fault := range p.Faults {
			if fault.Byte < 0 || fault.Byte > len(source) || fault.Line > line(len(source)) || fault.Message == "" {
				t.Fatalf("fault out of the text: %+v", fault)
			}
		}
	})
}

// FuzzApplyReverse wants that a patch that applies exactly can be taken back, and that
// this gives the tree as it was.
func FuzzApplyReverse(f *testing.F) {
	seeds(f, func(tr triple) {
		for _, file := range tr.src {
			if file.mode == modePlain {
				f.Add(file.path, file.content, tr.patch)
			}
		}
	})
	f.Fuzz(func(t *testing.T, path string, content, patch []byte) {
		if safePath(path, modePlain, false) != "" || len(path) > 200 {
			t.Skip()
		}
		ctx := context.Background()
		store := memory.NewStorage()
		base := storeFiles(t, store, []recordedFile{{path: path, mode: modePlain, content: content}})
		v, err := Apply(ctx, store, base, "", patch, Options{Whitespace: WhitespaceNowarn})
		if err != nil {
			t.Fatal(err)
		}
		if v.Reached() == (v.Status != Clean && v.Status != Offset) {
			t.Fatalf("status %s with tree %q", v.Status, v.Tree)
		}
		if v.Status != Clean || len(v.Notes) > 0 {
			return
		}
		for _, file := range Parse(patch, ParseOptions{}).Files {
			if file.Creation == Unknown || file.Deletion == Unknown {
				// Taken back, it may leave an empty file or none; the header does not say.
				return
			}
		}
		for _, file := range v.Files {
			if file.OldPath != "" || len(file.Hunks) == 0 {
				// A copy does not say that its source stays; modes may be left out.
				return
			}
		}
		back, err := Apply(ctx, store, plumbing.NewHash(v.Tree), "", patch, Options{Whitespace: WhitespaceNowarn, Reverse: true})
		if err != nil {
			t.Fatal(err)
		}
		if back.Status == Clean && back.Tree != base.String() {
			t.Fatalf("there and back is %s, not %s", back.Tree, base)
		}
	})
}
