package suites

import (
	"slices"
	"strings"
)

// oneAPI lists the release trains below Intel's usual prefix: folders that are named
// by a version ("compiler/2025.3"); "latest" is a link to one of them.
func (f facts) oneAPI() (trains []string) {
	for _, name := range f.names("opt/intel/oneapi/compiler") {
		if name[0] >= '0' && name[0] <= '9' {
			trains = append(trains, name)
		}
	}
	slices.Sort(trains)
	return trains
}

// gpuPackages are those that Level Zero and OpenCL programs run on, by their names in
// Debian, Ubuntu and Intel's own repositories.
var gpuPackages = []string{
	"intel-level-zero-gpu", "intel-opencl-icd", "level-zero", "libze-intel-gpu1", "libze1", "xpu-smi",
}

// runtime reads dpkg's status file (deb822 stanzas; dpkg-query(1), "Status").
func (f facts) runtime() (found []Package) {
	for stanza := range strings.SplitSeq(f.text("var/lib/dpkg/status"), "\n\n") {
		p, installed := Package{}, false
		for line := range strings.Lines(stanza) {
			name, value, _ := strings.Cut(strings.TrimRight(line, "\n"), ": ") // a continued line begins with a blank
			switch name {
			case "Package":
				p.Name = value
			case "Version":
				p.Version = value
			case "Status":
				installed = strings.HasSuffix(value, " installed")
			}
		}
		if installed && slices.Contains(gpuPackages, p.Name) {
			found = append(found, p)
		}
	}
	slices.SortFunc(found, func(a, b Package) int { return strings.Compare(a.Name, b.Name) })
	return found
}
