package environments

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// fakeELF is as much of an ELF file as a dynamic loader asks names of.
type fakeELF struct {
	soname, rpath, runpath, interpreter string
	needed                              []string
	machine                             elf.Machine // the running one when zero
	noSections                          bool
}

// write makes the file: header, program headers, strings, dynamic table, section
// headers (gABI, chapters 4 and 5).
func (f fakeELF) write(t testing.TB, path string) {
	t.Helper()
	if f.machine == 0 {
		f.machine = machines[runtime.GOARCH]
	}
	strs := []byte{0}
	text := func(s string) uint64 {
		at := len(strs)
		strs = append(append(strs, s...), 0)
		return uint64(at)
	}
	var dynamic []elf.Dyn64
	for _, name := range f.needed {
		dynamic = append(dynamic, elf.Dyn64{Tag: int64(elf.DT_NEEDED), Val: text(name)})
	}
	for tag, value := range map[elf.DynTag]string{elf.DT_SONAME: f.soname, elf.DT_RPATH: f.rpath, elf.DT_RUNPATH: f.runpath} {
		if value != "" {
			dynamic = append(dynamic, elf.Dyn64{Tag: int64(tag), Val: text(value)})
		}
	}
	dynamic = append(dynamic, elf.Dyn64{Tag: int64(elf.DT_NULL)})
	interpreterAt := text(f.interpreter)
	sectionNames := text(".dynstr")

	const headerBytes, progBytes, sectionBytes = 64, 56, 64
	stringsAt := uint64(headerBytes + 2*progBytes)
	dynamicAt := (stringsAt + uint64(len(strs)) + 7) &^ 7
	dynamicBytes := uint64(16 * len(dynamic))
	sectionsAt := dynamicAt + dynamicBytes

	header := elf.Header64{
		Type: uint16(elf.ET_DYN), Machine: uint16(f.machine), Version: 1, Phoff: headerBytes, Shoff: sectionsAt,
		Ehsize: headerBytes, Phentsize: progBytes, Phnum: 1, Shentsize: sectionBytes, Shnum: 3, Shstrndx: 1,
	}
	copy(header.Ident[:], elf.ELFMAG)
	header.Ident[elf.EI_CLASS], header.Ident[elf.EI_DATA], header.Ident[elf.EI_VERSION] = byte(elf.ELFCLASS64), byte(elf.ELFDATA2LSB), 1
	if f.noSections {
		header.Shoff, header.Shnum, header.Shstrndx = 0, 0, 0
	}
	progs := [2]elf.Prog64{
		{Type: uint32(elf.PT_DYNAMIC), Off: dynamicAt, Filesz: dynamicBytes, Memsz: dynamicBytes},
		{Type: uint32(elf.PT_INTERP), Off: stringsAt + interpreterAt, Filesz: uint64(len(f.interpreter) + 1), Memsz: uint64(len(f.interpreter) + 1)},
	}
	if f.interpreter != "" {
		header.Phnum = 2
	}
	sections := [3]elf.Section64{
		{},
		{Name: uint32(sectionNames), Type: uint32(elf.SHT_STRTAB), Off: stringsAt, Size: uint64(len(strs))},
		{Type: uint32(elf.SHT_DYNAMIC), Off: dynamicAt, Size: dynamicBytes, Link: 1, Entsize: 16},
	}
	var out bytes.Buffer
	for _, part := range []any{header, progs, strs, make([]byte, dynamicAt-stringsAt-uint64(len(strs))), dynamic, sections} {
		if err := binary.Write(&out, binary.LittleEndian, part); err != nil {
			t.Fatal(err)
		}
	}
	writeFile(t, path, out.String(), 0o755)
}

func writeFile(t testing.TB, path, content string, mode os.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), mode); err != nil {
		t.Fatal(err)
	}
}

func symlink(t *testing.T, to, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(to, path); err != nil {
		t.Fatal(err)
	}
}
