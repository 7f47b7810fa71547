package wheels

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"cairn/digest"

	"github.com/pelletier/go-toml/v2"
)

// lockedPackage is one package of a pylock.toml (PEP 751).
type lockedPackage struct {
	Name    string       `toml:"name"`
	Version string       `toml:"version"`
	Wheels  []lockedFile `toml:"wheels"`
	Sdist   *lockedFile  `toml:"sdist"`
}

type lockedFile struct {
	Name   string            `toml:"name"`
	URL    string            `toml:"url"`
	Size   int64             `toml:"size"`
	Hashes map[string]string `toml:"hashes"`
}

// readPylock returns the packages of a pylock.toml for one interpreter, sorted by name.
// Their markers hold for that interpreter: uv has left out what does not apply.
func readPylock(text []byte) ([]lockedPackage, error) {
	var lock struct {
		Version  string          `toml:"lock-version"`
		Packages []lockedPackage `toml:"packages"`
	}
	if err := toml.Unmarshal(text, &lock); err != nil {
		return nil, fmt.Errorf("read uv's lock: %w", err)
	}
	if !strings.HasPrefix(lock.Version, "1.") {
		return nil, fmt.Errorf("uv's lock is of version %q; 1.x is known", lock.Version)
	}
	seen := map[string]bool{}
	for i := range lock.Packages {
		p := &lock.Packages[i]
		p.Name = Normalise(p.Name)
		if seen[p.Name] {
			return nil, fmt.Errorf("uv's lock is not for one interpreter: %s is in it twice", p.Name)
		}
		seen[p.Name] = true
	}
	slices.SortFunc(lock.Packages, func(a, b lockedPackage) int { return strings.Compare(a.Name, b.Name) })
	return lock.Packages, nil
}

// sdist returns the package's source distribution.
func (p lockedPackage) sdist() (Distribution, error) {
	if p.Sdist == nil {
		return Distribution{}, fmt.Errorf("%s %s has no source distribution", p.Name, p.Version)
	}
	return p.distribution(*p.Sdist)
}

// wheel returns the best of the package's wheels, as pip would choose: by tags, then by
// build tag (PEP 427, "File name convention").
func (p lockedPackage) wheel(ranks map[string]int) (Distribution, error) {
	var best Distribution
	var bestName wheelName
	bestRank, found := 0, false
	for _, file := range p.Wheels {
		d, err := p.distribution(file)
		if err != nil {
			return Distribution{}, err
		}
		name, err := parseWheelName(d.File)
		if err != nil {
			return Distribution{}, err
		}
		rank, ok := name.best(ranks)
		if !ok || found && (rank > bestRank || rank == bestRank && compareBuilds(name.Build, bestName.Build) <= 0) {
			continue
		}
		best, bestName, bestRank, found = d, name, rank, true
	}
	if !found {
		return Distribution{}, fmt.Errorf("%s %s has no wheel for this interpreter", p.Name, p.Version)
	}
	return best, nil
}

// compareBuilds compares build tags: by their leading number, then the rest.
func compareBuilds(a, b string) int {
	split := func(s string) (int, string) {
		rest := strings.TrimLeft(s, "0123456789")
		n, _ := strconv.Atoi(s[:len(s)-len(rest)]) // 0 where there is none
		return n, rest
	}
	na, ra := split(a)
	nb, rb := split(b)
	return cmp.Or(cmp.Compare(na, nb), strings.Compare(ra, rb))
}

func (p lockedPackage) distribution(file lockedFile) (Distribution, error) {
	d := Distribution{Name: p.Name, Version: p.Version, File: file.Name, SizeBytes: file.Size}
	if d.File == "" {
		u, err := url.Parse(file.URL)
		if err != nil {
			return Distribution{}, fmt.Errorf("uv names no file of %s", p.Name)
		}
		d.File = path.Base(u.Path)
	}
	if text := file.Hashes["sha256"]; text != "" {
		var err error
		if d.SHA256, err = digest.Parse(text); err != nil {
			return Distribution{}, fmt.Errorf("%s: %w", d.File, err)
		}
	}
	return d, nil
}
