package wheels

import (
	"fmt"
	"strings"
)

// legacy are the older names of manylinux tags (PEP 600).
var legacy = map[int]string{17: "manylinux2014_x86_64", 12: "manylinux2010_x86_64", 5: "manylinux1_x86_64"}

// tags returns, for every tag that a CPython of a version understands on Linux of a
// glibc on x86-64, how good it is: 0 is the best (PEP 425, in the order of
// packaging.tags.sys_tags).
func tags(python, glibc string) (map[string]int, error) {
	var minor, library int
	if _, err := fmt.Sscanf(python, "3.%d", &minor); err != nil {
		return nil, fmt.Errorf("%q is no version of Python 3", python)
	}
	if _, err := fmt.Sscanf(glibc, "2.%d", &library); err != nil {
		return nil, fmt.Errorf("%q is no version of glibc", glibc)
	}
	var platforms []string
	for v := library; v >= 5; v-- { // x86-64 has no older manylinux
		platforms = append(platforms, fmt.Sprintf("manylinux_2_%d_x86_64", v))
		if name := legacy[v]; name != "" {
			platforms = append(platforms, name)
		}
	}
	platforms = append(platforms, "linux_x86_64")
	ranks := map[string]int{}
	add := func(python, abi, platform string) {
		tag := python + "-" + abi + "-" + platform
		if _, known := ranks[tag]; !known {
			ranks[tag] = len(ranks)
		}
	}
	each := func(python, abi string) {
		for _, platform := range platforms {
			add(python, abi, platform)
		}
	}
	own := fmt.Sprintf("cp3%d", minor)
	each(own, own)
	each(own, "abi3")
	each(own, "none")
	for v := minor - 1; v >= 2; v-- {
		each(fmt.Sprintf("cp3%d", v), "abi3")
	}
	generic := []string{fmt.Sprintf("py3%d", minor), "py3"}
	for v := minor - 1; v >= 0; v-- {
		generic = append(generic, fmt.Sprintf("py3%d", v))
	}
	for _, python := range generic {
		each(python, "none")
	}
	add(own, "none", "any")
	for _, python := range generic {
		add(python, "none", "any")
	}
	return ranks, nil
}

// best returns the place of a wheel's best tag; ok is false where it has none that is
// understood. Tag sets are written compressed (PEP 425, "Compressed Tag Sets").
func (n wheelName) best(ranks map[string]int) (rank int, ok bool) {
	for _, python := range strings.Split(n.Python, ".") {
		for _, abi := range strings.Split(n.ABI, ".") {
			for _, platform := range strings.Split(n.Platform, ".") {
				r, known := ranks[python+"-"+abi+"-"+platform]
				if known && (!ok || r < rank) {
					rank, ok = r, true
				}
			}
		}
	}
	return rank, ok
}
