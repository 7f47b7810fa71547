package environments

import (
	"fmt"
	"strings"
)

// LoaderReport is what CheckLoader found in an environment without fault.
type LoaderReport struct {
	// Objects is how many programs and libraries of the environment were read.
	Objects int
	// Libraries are all that the environment's objects need, sorted by name.
	Libraries []Library
	// Imported are libraries that modules of Python need and find only once the package
	// that has them is imported, sorted by name. Whether it is, running says.
	Imported []Library
	// Absent are missing libraries that the definition calls optional, sorted.
	Absent []string
}

// Library is one needed name and the file that it resolves to, as seen inside.
type Library struct{ Name, Path string }

// Own counts the libraries that the environment brings itself.
func (r LoaderReport) Own() (n int) {
	for _, l := range r.Libraries {
		if strings.HasPrefix(l.Path, Prefix+"/") {
			n++
		}
	}
	return n
}

// LoaderError lists everything that keeps an environment's objects from loading
// the one right library. At least one list has an entry; all are sorted.
type LoaderError struct {
	Missing    []MissingLibrary
	Duplicates []DuplicateLibrary
	// Unreadable are damaged ELF files, each with its reason.
	Unreadable []string
}

// MissingLibrary is a needed name, or a program's interpreter, that is not found.
type MissingLibrary struct {
	Name string
	// WantedBy are the objects that name it, as seen inside.
	WantedBy []string
	// Elsewhere are files of the environment that have the name but are in none of
	// the folders that are searched.
	Elsewhere []string
}

// DuplicateLibrary is a needed name that two folders of the environment hold with
// different content: which one is loaded would depend on who asks first.
type DuplicateLibrary struct {
	Name  string
	Paths []string
}

// Faults lists each fault in one line.
func (e *LoaderError) Faults() []string {
	var lines []string
	for _, m := range e.Missing {
		line := fmt.Sprintf("%s is missing, wanted by %s", m.Name, some(m.WantedBy))
		if len(m.Elsewhere) > 0 {
			line += fmt.Sprintf(" (%s is in no folder that is searched)", some(m.Elsewhere))
		}
		lines = append(lines, line)
	}
	for _, d := range e.Duplicates {
		lines = append(lines, fmt.Sprintf("%s is there with different content: %s", d.Name, strings.Join(d.Paths, ", ")))
	}
	return append(lines, e.Unreadable...)
}

func (e *LoaderError) Error() string {
	faults := e.Faults()
	text := "loader check: " + faults[0]
	if more := len(faults) - 1; more > 0 {
		text += fmt.Sprintf("; and %d more", more)
	}
	return text
}

// some names the first and counts the rest.
func some(names []string) string {
	if len(names) <= 2 {
		return strings.Join(names, " and ")
	}
	return fmt.Sprintf("%s and %d more", names[0], len(names)-1)
}
