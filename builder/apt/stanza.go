package apt

import (
	"iter"
	"path"
	"strconv"
	"strings"

	"cairn/digest"
)

// field is one field of a stanza; value has its continuation lines, without the
// newline at the end.
type field struct{ name, value string }

// stanzas yields the paragraphs of a control file (deb822(5)) as text, with the line
// where each begins, counted from 1.
func stanzas(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		line := 1
		for text != "" {
			if text[0] == '\n' {
				text, line = text[1:], line+1
				continue
			}
			end := strings.Index(text, "\n\n")
			stanza := text
			if end >= 0 {
				stanza = text[:end+1]
			}
			if !yield(line, stanza) {
				return
			}
			text = text[len(stanza):]
			line += strings.Count(stanza, "\n")
		}
	}
}

// fields yields the fields of a stanza. A line that belongs to none has the name "".
func fields(stanza string) iter.Seq[field] {
	return func(yield func(field) bool) {
		for stanza != "" {
			end := 0
			for {
				next := strings.IndexByte(stanza[end:], '\n')
				if next < 0 {
					end = len(stanza)
					break
				}
				end += next + 1
				if end == len(stanza) || stanza[end] != ' ' && stanza[end] != '\t' {
					break
				}
			}
			text := strings.TrimSuffix(stanza[:end], "\n")
			stanza = stanza[end:]
			if text == "" || text[0] == '#' {
				continue
			}
			name, value, ok := strings.Cut(text, ":")
			if !ok || strings.ContainsAny(name, " \t\n") {
				name, value = "", text
			}
			if !yield(field{name, strings.TrimSpace(value)}) {
				return
			}
		}
	}
}

// candidate is one stanza of a Packages file.
type candidate struct {
	Package
	architecture string
	multiArch    string
	priority     string
	essential    bool
	depends      string // Pre-Depends and Depends
	provides     string
	conflicts    string // Conflicts and Breaks
	repository   int    // index in the distro's list
}

func (c *candidate) String() string { return c.Name + " " + c.Version }

// parsePackages reads a Packages file and keeps what is of one of the architectures.
func parsePackages(file, text, architecture string, repository int) ([]*candidate, error) {
	var all []*candidate
	for line, stanza := range stanzas(text) {
		c, err := parseCandidate(stanza)
		if err != "" {
			return nil, &FormatError{File: file, Line: line, Reason: err}
		}
		if c.architecture == architecture || c.architecture == "all" {
			c.repository = repository
			all = append(all, c)
		}
	}
	return all, nil
}

// parseCandidate returns what is wrong with a stanza, or "".
func parseCandidate(stanza string) (*candidate, string) {
	c := &candidate{}
	join := func(a, b string) string {
		if a == "" || b == "" {
			return a + b
		}
		return a + ", " + b
	}
	for f := range fields(stanza) {
		// Field names are compared without case (policy 5.1); all archives write these.
		switch f.name {
		case "":
			return nil, "a line without field: " + strconv.Quote(f.value)
		case "Package":
			c.Name = f.value
		case "Version":
			c.Version = f.value
		case "Architecture":
			c.architecture = f.value
		case "Multi-Arch":
			c.multiArch = f.value
		case "Priority":
			c.priority = f.value
		case "Essential":
			c.essential = f.value == "yes"
		case "Pre-Depends":
			c.depends = join(f.value, c.depends)
		case "Depends":
			c.depends = join(c.depends, f.value)
		case "Provides":
			c.provides = f.value
		case "Conflicts", "Breaks":
			c.conflicts = join(c.conflicts, f.value)
		case "Filename":
			c.Path = strings.TrimPrefix(f.value, "./")
		case "Size":
			size, err := strconv.ParseInt(f.value, 10, 64)
			if err != nil || size < 0 {
				return nil, "Size is no number: " + strconv.Quote(f.value)
			}
			c.SizeBytes = size
		case "SHA256":
			sum, err := digest.Parse(f.value)
			if err != nil {
				return nil, "SHA256: " + err.Error()
			}
			c.SHA256 = sum
		}
	}
	switch {
	case c.Name == "" || c.Version == "" || c.architecture == "":
		return nil, "a package without Package, Version or Architecture"
	case strings.ContainsAny(c.Name+c.Version, "/\n \t"):
		return nil, "a package's name or version has a blank or a slash"
	case c.SHA256.IsZero():
		return nil, c.Name + " has no SHA256"
	case !isLocal(c.Path):
		return nil, c.Name + " has the Filename " + strconv.Quote(c.Path)
	}
	return c, ""
}

// isLocal reports whether a slash-separated path stays below where it starts.
func isLocal(name string) bool {
	return name != "" && !path.IsAbs(name) && path.Clean(name) == name && name != ".." && !strings.HasPrefix(name, "../") && !strings.ContainsAny(name, "\n\x00")
}
