package artifact

import (
	"bytes"
	"debug/elf"
	"fmt"
)

// harmlessSections hold what is made from the rest of the file or names another one.
var harmlessSections = map[string]string{
	".note.gnu.build-id": "build ID",
	".note.go.buildid":   "Go build ID",
	".gnu_debuglink":     "debug link",
}

// elf compares section by section, in the order of the first file (elf(5)).
func (f *finding) elf(a, b []byte) bool {
	first, errA := elf.NewFile(bytes.NewReader(a))
	second, errB := elf.NewFile(bytes.NewReader(b))
	if errA != nil || errB != nil {
		return false
	}
	before := len(f.normalised) + len(f.differs)
	if first.FileHeader != second.FileHeader {
		f.differ("header")
	}
	others := map[string]*elf.Section{}
	for i, s := range second.Sections {
		others[sectionKey(second, i)] = s
	}
	for i, s := range first.Sections {
		key := sectionKey(first, i)
		other := others[key]
		delete(others, key)
		switch {
		case other == nil:
			f.differ(sectionName(s) + " only in the first")
		case !sameSection(s, other, a, b):
			if what := harmlessSections[s.Name]; what != "" && s.Size == other.Size {
				f.normalise(what)
			} else {
				f.differ(sectionName(s))
			}
		}
	}
	for i, s := range second.Sections {
		if others[sectionKey(second, i)] != nil {
			f.differ(sectionName(s) + " only in the second")
		}
	}
	if len(f.normalised)+len(f.differs) == before {
		f.differ("outside of sections")
	}
	return true
}

// sectionKey tells sections of one name apart, of which object files have many.
func sectionKey(file *elf.File, i int) string {
	n := 0
	for _, s := range file.Sections[:i] {
		if s.Name == file.Sections[i].Name {
			n++
		}
	}
	return fmt.Sprintf("%s %d", file.Sections[i].Name, n)
}

func sectionName(s *elf.Section) string {
	if s.Name == "" {
		return "section without name"
	}
	return s.Name
}

// sameSection compares contents as they stand in the file and what the section's
// header says, but for where in the file it is.
func sameSection(s, t *elf.Section, a, b []byte) bool {
	if s.Type != t.Type || s.Flags != t.Flags || s.Addr != t.Addr || s.Size != t.Size || s.Link != t.Link || s.Info != t.Info || s.Entsize != t.Entsize {
		return false
	}
	if s.Type == elf.SHT_NOBITS {
		return true
	}
	return bytes.Equal(extent(a, s), extent(b, t))
}

func extent(file []byte, s *elf.Section) []byte {
	end := s.Offset + s.FileSize
	if s.Offset > uint64(len(file)) || end > uint64(len(file)) || end < s.Offset {
		return nil
	}
	return file[s.Offset:end]
}
