package builder

import (
	"fmt"
	"slices"
	"strings"

	"cairn/stacks"
)

// compilers are the programs that are wrapped where a toolchain has them.
var compilers = []string{"cc", "c++", "gcc", "g++", "clang", "clang++", "icx", "icpx"}

// wrapper is a POSIX shell script: it must run in every toolchain's root, where
// cairn itself is not. Whether it compiles through ccache the environment decides,
// which is no part of the key (see compilerCache). Where the compiler writes down all
// headers that it read (-MD, not -MMD, which leaves out those of -isystem), ccache takes
// them from there and does not preprocess each file a first time (ccache(1), "The depend
// mode").
const wrapper = `#!/bin/sh
# Written by cairn: makes %[1]s build for what the definition says, from paths that
# are the same everywhere.
link=-Wl,--build-id=sha1
compile=
depend=
for arg do
	case $arg in
	-march=native|-mtune=native|-mcpu=native|-xHost|-xHOST|-xhost)
		echo "cairn: refused: $arg builds for this machine and no other; say isa = \"...\" in the build block" >&2
		exit 2 ;;
	@*)
		if grep -qsE -e '-m(arch|tune|cpu)=native|-x(Host|HOST|host)' "${arg#@}"; then
			echo "cairn: refused: a native option in $arg; say isa = \"...\" in the build block" >&2
			exit 2
		fi ;;
	-c) link= compile=%[3]s ;;
	-MD) depend=${depend:-1} ;;
	-MMD) depend=no ;;
	-S|-E|-M|-MM|-fsyntax-only|-v|-V|--version|--help|-dump*|-print-*|--print-*) link= ;;
	esac
done
[ "$depend" != 1 ] || export CCACHE_DEPEND=1
exec ${CCACHE_DIR:+$compile} %[2]s %[4]s$link "$@"
`

// wrappers returns the scripts by name. component names the sources in debug
// information.
func wrappers(component string, build *stacks.Build, programs map[string]string) map[string]string {
	// GCC's -ffile-prefix-map uses the last that matches.
	flags := []string{
		quote("-ffile-prefix-map=" + buildDir + "=/usr/src/" + component),
		quote("-ffile-prefix-map=" + sourceDir + "=/usr/src/" + component),
	}
	for _, name := range build.Sources {
		flags = append(flags, quote("-ffile-prefix-map="+besideDir+"/"+name+"=/usr/src/"+name))
	}
	if build.ISA != "" {
		flags = append([]string{quote("-march=" + build.ISA)}, flags...)
	}
	files := map[string]string{}
	for _, name := range compilers {
		if program := programs[name]; program != "" {
			files[name] = fmt.Sprintf(wrapper, name, quote(program), programs["ccache"], strings.Join(flags, " ")+" ")
		}
	}
	return files
}

// quote makes s one word for sh(1).
func quote(s string) string {
	if s != "" && !slices.ContainsFunc([]rune(s), func(r rune) bool { return !strings.ContainsRune("/=-+._,:@%", r) && !isWord(r) }) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

func isWord(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}
