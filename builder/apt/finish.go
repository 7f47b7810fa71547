package apt

import (
	"path"
	"slices"
	"strings"
)

// alternative is a link that maintainer scripts would make with
// update-alternatives(1). What it points to lies in postinst scripts, which are not
// run, so it is a table.
type alternative struct {
	link string
	// targets are tried in the order of their priority in Debian's scripts.
	targets []string
}

// alternatives are made where no package has the link and one has a target. The
// links point to the program itself, not through /etc/alternatives. %m stands for
// the multiarch name (x86_64-linux-gnu).
var alternatives = []alternative{
	{"usr/bin/cc", []string{"usr/bin/gcc", "usr/bin/clang", "usr/bin/tcc"}},
	{"usr/bin/c++", []string{"usr/bin/g++", "usr/bin/clang++"}},
	{"usr/bin/c89", []string{"usr/bin/c89-gcc"}},
	{"usr/bin/c99", []string{"usr/bin/c99-gcc"}},
	{"usr/lib/cpp", []string{"usr/bin/cpp"}},
	{"usr/bin/f77", []string{"usr/bin/gfortran"}},
	{"usr/bin/f95", []string{"usr/bin/gfortran"}},
	{"usr/bin/awk", []string{"usr/bin/gawk", "usr/bin/mawk", "usr/bin/original-awk", "usr/bin/busybox"}},
	{"usr/bin/nawk", []string{"usr/bin/gawk", "usr/bin/mawk", "usr/bin/original-awk"}},
	{"usr/bin/sh", []string{"usr/bin/dash", "usr/bin/bash"}},
	{"usr/bin/which", []string{"usr/bin/which.debianutils", "usr/bin/which.gnu"}},
	{"usr/bin/yacc", []string{"usr/bin/bison.yacc", "usr/bin/byacc"}},
	{"usr/bin/lex", []string{"usr/bin/flex"}},
	{"usr/bin/pager", []string{"usr/bin/less", "usr/bin/more"}},
	{"usr/bin/lzma", []string{"usr/bin/xz"}},
	{"usr/bin/unlzma", []string{"usr/bin/unxz"}},
	{"usr/bin/pkg-config", []string{"usr/bin/pkgconf"}},
	{"usr/bin/automake", []string{"usr/bin/automake-1.17", "usr/bin/automake-1.16"}},
	{"usr/bin/aclocal", []string{"usr/bin/aclocal-1.17", "usr/bin/aclocal-1.16"}},
	{"usr/lib/%m/libblas.so.3", []string{"usr/lib/%m/openblas-pthread/libblas.so.3", "usr/lib/%m/openblas-openmp/libblas.so.3", "usr/lib/%m/openblas-serial/libblas.so.3", "usr/lib/%m/blas/libblas.so.3"}},
	{"usr/lib/%m/liblapack.so.3", []string{"usr/lib/%m/openblas-pthread/liblapack.so.3", "usr/lib/%m/openblas-openmp/liblapack.so.3", "usr/lib/%m/openblas-serial/liblapack.so.3", "usr/lib/%m/lapack/liblapack.so.3"}},
	{"usr/lib/%m/libopenblas.so.0", []string{"usr/lib/%m/openblas-pthread/libopenblas.so.0", "usr/lib/%m/openblas-openmp/libopenblas.so.0", "usr/lib/%m/openblas-serial/libopenblas.so.0"}},
	{"usr/lib/%m/libblas.so", []string{"usr/lib/%m/openblas-pthread/libblas.so", "usr/lib/%m/openblas-openmp/libblas.so", "usr/lib/%m/openblas-serial/libblas.so", "usr/lib/%m/blas/libblas.so"}},
	{"usr/lib/%m/liblapack.so", []string{"usr/lib/%m/openblas-pthread/liblapack.so", "usr/lib/%m/openblas-openmp/liblapack.so", "usr/lib/%m/openblas-serial/liblapack.so", "usr/lib/%m/lapack/liblapack.so"}},
	{"usr/lib/%m/libopenblas.so", []string{"usr/lib/%m/openblas-pthread/libopenblas.so", "usr/lib/%m/openblas-openmp/libopenblas.so", "usr/lib/%m/openblas-serial/libopenblas.so"}},
}

// users and groups are who a sandbox knows; base-passwd would make more.
const (
	users  = "root:x:0:0:root:/root:/bin/sh\ncairn:x:1000:1000::/homeless:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n"
	groups = "root:x:0:\ncairn:x:1000:\nnogroup:x:65534:\n"
)

// finish adds what maintainer scripts, ldconfig and dpkg would have made.
func (c *composition) finish(architecture string) error {
	for _, name := range merged {
		if p := c.paths["usr/"+name]; p != nil && p.kind == 'd' {
			c.make(name, placed{kind: 'l', text: "usr/" + name})
		}
	}
	triplet := multiarch(architecture)
	for _, a := range alternatives {
		link := strings.ReplaceAll(a.link, "%m", triplet)
		for _, target := range a.targets {
			target = strings.ReplaceAll(target, "%m", triplet)
			if c.resolve(target) != "" {
				c.make(link, placed{kind: 'l', text: relative(link, target)})
				break
			}
		}
	}
	c.finishOneAPI(architecture)
	c.make("etc/passwd", placed{kind: 'f', text: users})
	c.make("etc/group", placed{kind: 'f', text: groups})
	c.make("var/lib/dpkg/status", placed{kind: 'f', text: c.status()})
	for _, name := range []string{"tmp", "proc", "dev", "sys", "run", "var/tmp"} {
		c.make(name, placed{kind: 'd'})
	}
	cache, err := c.loaderCache(architecture)
	if err == nil && cache != nil {
		c.make("etc/ld.so.cache", placed{kind: 'f', text: string(cache)})
	}
	return err
}

// relative is target as a link in link's folder has to say it.
func relative(link, target string) string {
	from, to := strings.Split(path.Dir(link), "/"), strings.Split(target, "/")
	common := 0
	for common < len(from) && common < len(to)-1 && from[common] == to[common] {
		common++
	}
	return strings.Repeat("../", len(from)-common) + strings.Join(to[common:], "/")
}

// multiarch is the name of an architecture's library folders (Debian wiki,
// Multiarch/Tuples).
func multiarch(architecture string) string {
	switch architecture {
	case "amd64":
		return "x86_64-linux-gnu"
	case "arm64":
		return "aarch64-linux-gnu"
	case "armhf":
		return "arm-linux-gnueabihf"
	case "i386":
		return "i386-linux-gnu"
	case "ppc64el":
		return "powerpc64le-linux-gnu"
	}
	return architecture + "-linux-gnu"
}

// status is dpkg's list of what is installed: who scans an image for licences and
// faults reads it.
func (c *composition) status() string {
	var text strings.Builder
	for i, p := range c.packages {
		if i > 0 {
			text.WriteByte('\n')
		}
		lines := slices.Collect(strings.Lines(p.stanza))
		for j, line := range lines {
			text.WriteString(line)
			if j == 0 {
				text.WriteString("Status: install ok installed\n")
			}
		}
	}
	return text.String()
}
