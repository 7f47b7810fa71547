package builder

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Leak is a trace in an output of where it was built.
type Leak struct {
	Path string // of the file, below the output's top
	What string // "RUNPATH /build/build/lib", "/build/source"
}

func (l Leak) String() string { return l.Path + " has " + l.What }

// LeakError says that objects of an output look for libraries where only their build
// had them: they would not be found, or others in their place.
type LeakError struct {
	Action string
	Leaks  []Leak // sorted by path
}

func (e *LeakError) Error() string {
	text := "the output would not run where it is used: " + e.Leaks[0].String()
	if more := len(e.Leaks) - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return text + "; install it with a RUNPATH of $ORIGIN/../lib"
}

// onlyWhileBuilding are folders that the sandbox of a build has and nothing else.
var onlyWhileBuilding = []string{buildDir, outDir, depsDir, besideDir, toolsDir, "/tmp"}

// leakedPaths are what the contents of an output should not name: paths of the build,
// which prefix maps keep out of what compilers write.
var leakedPaths = [][]byte{[]byte(sourceDir), []byte(workDir)}

// lint looks for what of its build an output holds on to: search paths that cannot be
// followed are an error, other traces are returned. Nix looks for the same
// (patchelf's "forbidden reference to /build").
func lint(action, out string) (traces []Leak, err error) {
	fault := &LeakError{Action: action}
	err = filepath.WalkDir(out, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		below, err := filepath.Rel(out, name)
		if err != nil {
			return err
		}
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		for _, dir := range searchPaths(file) {
			leak := Leak{Path: below, What: "RUNPATH " + dir}
			switch {
			case within(dir, onlyWhileBuilding):
				fault.Leaks = append(fault.Leaks, leak)
			case !strings.HasPrefix(dir, "$") && !within(dir, []string{prefix}):
				traces = append(traces, leak)
			}
		}
		found, err := findLeaked(file)
		if found != "" {
			traces = append(traces, Leak{Path: below, What: found})
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look for traces of the build: %w", err)
	}
	if len(fault.Leaks) > 0 {
		return traces, fault
	}
	return traces, nil
}

func within(dir string, folders []string) bool {
	for _, folder := range folders {
		if dir == folder || strings.HasPrefix(dir, folder+"/") {
			return true
		}
	}
	return false
}

// searchPaths are an object's own; none for what is no ELF file or a damaged one, which
// the loader's check names.
func searchPaths(file *os.File) (dirs []string) {
	object, err := elf.NewFile(file)
	if err != nil {
		return nil
	}
	for _, tag := range []elf.DynTag{elf.DT_RUNPATH, elf.DT_RPATH} {
		values, err := object.DynString(tag)
		if err != nil {
			continue
		}
		for _, value := range values {
			for dir := range strings.SplitSeq(value, ":") {
				if dir != "" {
					dirs = append(dirs, dir)
				}
			}
		}
	}
	return dirs
}

// findLeaked returns the first of leakedPaths that a file's content has.
func findLeaked(file *os.File) (string, error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	const keep = len(sourceDir) // what may begin at the end of one piece
	buffer := make([]byte, keep+256<<10)
	kept := 0
	for {
		n, err := io.ReadFull(file, buffer[kept:])
		for _, leaked := range leakedPaths {
			if bytes.Contains(buffer[:kept+n], leaked) {
				return string(leaked), nil
			}
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return "", nil
		}
		if err != nil {
			return "", err
		}
		kept = copy(buffer, buffer[kept+n-keep:kept+n])
	}
}
