// Package artifact says in what two builds of one thing differ: which files of two
// folders, and of those which part: the section of an ELF file, the member of an
// archive. What differs and means nothing, as the time in an archive's header, is
// told from what is other code.
//
// It compares what is there. Who built it, and why twice, is its callers' matter.
package artifact

import (
	"slices"
	"strings"
)

// Class says how far two files are the same.
type Class string

// The classes of a file. A Normalised one differs only in facts that no program
// computes with; File.Normalised names them.
const (
	Identical  Class = "identical"
	Normalised Class = "normalised"
	Diverges   Class = "diverges"
)

// File is one path of either folder, or of both.
type File struct {
	Path  string `json:"path"` // slash-separated, relative
	Class Class  `json:"class"`
	// Normalised are what had to be left out of account for the rest to be the same,
	// sorted: "build ID", "times of ar members".
	Normalised []string `json:"normalised,omitempty"`
	// Differs are the parts that are not the same, in the file's order: ".text",
	// "x.o: .rodata", "byte 17", "only in the first".
	Differs []string `json:"differs,omitempty"`
}

func (f File) String() string {
	switch f.Class {
	case Identical:
		return "identical"
	case Normalised:
		return "identical after normalising " + strings.Join(f.Normalised, ", ")
	}
	text := "diverges"
	if len(f.Differs) > 0 {
		text += " (" + strings.Join(f.Differs, ", ") + ")"
	}
	return text
}

// Count adds up classes.
func Count(files []File) map[Class]int {
	n := map[Class]int{}
	for _, f := range files {
		n[f.Class]++
	}
	return n
}

// finding collects what two contents do not have in common.
type finding struct {
	normalised []string
	differs    []string
	depth      int
}

func (f *finding) normalise(what string) {
	if !slices.Contains(f.normalised, what) {
		f.normalised = append(f.normalised, what)
	}
}

// maxDiffers bounds what is named of one file; a library may hold thousands of members.
const maxDiffers = 40

func (f *finding) differ(what string) {
	switch {
	case len(f.differs) < maxDiffers:
		f.differs = append(f.differs, what)
	case len(f.differs) == maxDiffers:
		f.differs = append(f.differs, "and more")
	}
}

// inside compares a part of two files and notes what it finds under the part's name.
func (f *finding) inside(name string, a, b []byte) {
	part := finding{depth: f.depth + 1}
	part.content(name, a, b)
	for _, what := range part.normalised {
		f.normalise(what)
	}
	for _, what := range part.differs {
		f.differ(name + ": " + what)
	}
}

func (f *finding) file(path string) File {
	file := File{Path: path, Class: Identical, Differs: f.differs}
	switch {
	case len(f.differs) > 0:
		file.Class = Diverges
	case len(f.normalised) > 0:
		file.Class = Normalised
	}
	if file.Class != Identical {
		file.Normalised = slices.Sorted(slices.Values(f.normalised))
	}
	return file
}
