package containers

import (
	"bytes"
	"fmt"
	"strings"
)

// DpkgStatus is where dpkg keeps what is installed, and where scanners look.
const DpkgStatus = "/var/lib/dpkg/status"

// Installed is one package of a dpkg status file.
type Installed struct {
	Name, Version, Architecture string
	stanza                      string
}

// ReadDpkgStatus returns the packages that a status file calls installed, in its
// order (dpkg-query(1); deb822(5)).
func ReadDpkgStatus(content []byte) ([]Installed, error) {
	var all []Installed
	for stanza := range strings.SplitSeq(string(bytes.TrimSpace(content)), "\n\n") {
		stanza = strings.Trim(stanza, "\n")
		if stanza == "" {
			continue
		}
		p := Installed{stanza: stanza}
		status := ""
		for line := range strings.Lines(stanza) {
			name, value, _ := strings.Cut(strings.TrimRight(line, "\n"), ":")
			switch value = strings.TrimSpace(value); name {
			case "Package":
				p.Name = value
			case "Version":
				p.Version = value
			case "Architecture":
				p.Architecture = value
			case "Status":
				status = value
			}
		}
		if p.Name == "" || p.Version == "" {
			return nil, fmt.Errorf("dpkg status: a stanza has no package or no version: %.60q", stanza)
		}
		if strings.HasSuffix(status, " installed") {
			all = append(all, p)
		}
	}
	return all, nil
}

// WithoutPackages is a status file less some packages.
func WithoutPackages(content []byte, without map[string]bool) ([]byte, error) {
	all, err := ReadDpkgStatus(content)
	if err != nil {
		return nil, err
	}
	var kept []string
	for _, p := range all {
		if !without[p.Name] {
			kept = append(kept, p.stanza)
		}
	}
	return []byte(strings.Join(kept, "\n\n") + "\n"), nil
}
