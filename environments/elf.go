package environments

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
)

// object is what the dynamic loader reads of one ELF file.
type object struct {
	path        string // inside the composed root, as the loader would call it
	soname      string // empty where there is none
	needed      []string
	rpath       []string // DT_RPATH; empty where there is a DT_RUNPATH, which switches it off
	runpath     []string
	interpreter string // of a program
	program     bool
}

// errNotLoadable is what readObject says of files that a loader never sees:
// text, object files, static programs' debug data, code for another machine.
var errNotLoadable = errors.New("not a loadable object of this machine")

var machines = map[string]elf.Machine{
	"amd64": elf.EM_X86_64, "arm64": elf.EM_AARCH64, "riscv64": elf.EM_RISCV,
	"ppc64le": elf.EM_PPC64, "s390x": elf.EM_S390, "loong64": elf.EM_LOONGARCH,
}

// readObject reads the file at host. Any error but errNotLoadable means an ELF
// file that is damaged or cannot be understood.
func readObject(host, inside string) (*object, error) {
	file, err := os.Open(host)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var magic [4]byte
	if _, err := io.ReadFull(file, magic[:]); err != nil || !bytes.Equal(magic[:], []byte(elf.ELFMAG)) {
		return nil, errNotLoadable
	}
	f, err := elf.NewFile(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", inside, err)
	}
	if f.Machine != machines[runtime.GOARCH] || f.Class != elf.ELFCLASS64 || f.Type != elf.ET_DYN && f.Type != elf.ET_EXEC {
		return nil, errNotLoadable
	}
	o := &object{path: inside, program: f.Type == elf.ET_EXEC}
	dynamic := false
	for _, p := range f.Progs {
		switch p.Type {
		case elf.PT_DYNAMIC:
			dynamic = p.Filesz > 0 // zero in a file of debug data alone
		case elf.PT_INTERP:
			text, err := io.ReadAll(io.LimitReader(p.Open(), 4096))
			if err != nil {
				return nil, fmt.Errorf("%s: interpreter: %w", inside, err)
			}
			o.interpreter = string(bytes.TrimRight(text, "\x00"))
			o.program = true
		}
	}
	if !dynamic {
		if o.program { // static: needs nothing
			return o, nil
		}
		return nil, errNotLoadable
	}
	if f.SectionByType(elf.SHT_DYNAMIC) == nil {
		return nil, fmt.Errorf("%s: no section headers: its needs cannot be read", inside)
	}
	if err := o.readDynamic(f); err != nil {
		return nil, fmt.Errorf("%s: %w", inside, err)
	}
	return o, nil
}

func (o *object) readDynamic(f *elf.File) (err error) {
	strs := func(tag elf.DynTag) []string {
		values, e := f.DynString(tag)
		err = errors.Join(err, e)
		return values
	}
	o.needed = strs(elf.DT_NEEDED)
	if names := strs(elf.DT_SONAME); len(names) > 0 {
		o.soname = names[0]
	}
	// ld.so(8): DT_RPATH is ignored if there is a DT_RUNPATH.
	if paths := strs(elf.DT_RUNPATH); len(paths) > 0 {
		o.runpath = strings.Split(paths[0], ":")
	} else if paths := strs(elf.DT_RPATH); len(paths) > 0 {
		o.rpath = strings.Split(paths[0], ":")
	}
	return err
}
