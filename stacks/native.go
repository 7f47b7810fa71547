package stacks

import (
	"fmt"
	"slices"
	"strings"

	"cairn/internal/lazyregexp"
)

// namedCPUs are the x86-64 CPUs that GCC 15 and LLVM 21 know by the same name
// (GCC manual, "x86 Options", -march), from the first with x86-64-v2 on.
var namedCPUs = []string{
	"nehalem", "westmere", "sandybridge", "ivybridge", "haswell", "broadwell", "skylake",
	"skylake-avx512", "cascadelake", "cooperlake", "cannonlake", "icelake-client", "icelake-server",
	"rocketlake", "tigerlake", "alderlake", "raptorlake", "meteorlake", "arrowlake", "arrowlake-s",
	"lunarlake", "pantherlake", "sapphirerapids", "emeraldrapids", "graniterapids", "graniterapids-d",
	"silvermont", "goldmont", "goldmont-plus", "tremont", "gracemont", "sierraforest", "grandridge",
	"clearwaterforest", "bdver1", "bdver2", "bdver3", "bdver4", "btver2",
	"znver1", "znver2", "znver3", "znver4", "znver5",
}

// microarchitectures are the levels of the x86-64 psABI ("Micro-Architecture
// Levels"), without the first: nothing here is made for it.
var microarchitectures = []string{"x86-64-v2", "x86-64-v3", "x86-64-v4"}

func anISA(s string) (string, string) {
	if slices.Contains(microarchitectures, s) || slices.Contains(namedCPUs, s) {
		return "", ""
	}
	return "Unsupported ISA", isaRule + didYouMean(s, slices.Concat(microarchitectures, namedCPUs), quote)
}

const isaRule = "A build must say what it is built for, or two machines will build two different programs. Use one of x86-64-v2, x86-64-v3, x86-64-v4, or a named CPU such as \"znver5\"."

// nativePattern finds the flags that ask a compiler to look at the machine it
// runs on: GCC's and Clang's -march, -mtune and -mcpu, icx's -xHost.
var nativePattern = lazyregexp.New(`(^|[\s"'=,;:(])(-m(?:arch|tune|cpu)[= ]native|-xHost|-axHost)($|[\s"',;:)])`)

func refuseNative(s string) (string, string) {
	if found := nativePattern.FindStringSubmatch(s); found != nil {
		return "Native code", fmt.Sprintf("%s makes code for the machine that builds, so two machines would build two different programs. Leave it out: isa says what the code is made for.", found[2])
	}
	return "", ""
}

var optionPattern = lazyregexp.New(`^[A-Za-z_][A-Za-z0-9_.+/-]*(:(BOOL|STRING|PATH|FILEPATH))?$`)

func anOption(s string) (string, string) {
	if strings.HasPrefix(s, "-D") {
		return "Unsupported option", fmt.Sprintf("Write the option without -D: %s.", quote(strings.TrimPrefix(s, "-D")))
	}
	if !optionPattern.MatchString(s) {
		return "Unsupported option", fmt.Sprintf("%s is no name of a CMake cache entry.", quote(s))
	}
	return "", ""
}

// reservedVariables are set by cairn itself, for builds and for runs: what they
// hold is either fixed (so that results do not depend on it) or a place that
// only cairn knows.
var reservedVariables = []string{
	"HOME", "PATH", "PWD", "OLDPWD", "SHLVL", "_", "TMPDIR", "TMP", "TEMP",
	"USER", "LOGNAME", "SHELL", "HOSTNAME",
}

// reservedForBuilds are fixed for builds but free for runs.
var reservedForBuilds = []string{"SOURCE_DATE_EPOCH", "TZ", "LANG", "LANGUAGE", "LC_ALL"}

// hooks make a program load or run what neither it nor its command line names, before or
// beside itself: a library of somebody's under every compiler could change its output, its
// clock, or what cairn's wrappers see, and no file of the build would tell. They are what the
// C library ignores in a program that must not trust its caller (ld.so(8), "Secure-execution
// mode", and the variables it lists as ignored there), and what sudo(8) takes from
// the environment of shells and interpreters (sudoers(5), env_delete; the list is that of
// "sudo -V" as root). What only says where to look for what a program asks for is not among
// them: LD_LIBRARY_PATH, PYTHONPATH, PERL5LIB and their like name folders of the sandbox.
// Runs may have them: a stack may want another malloc.
var hooks = []string{
	"GCONV_PATH", "GETCONF_DIR", "GLIBC_TUNABLES", "HOSTALIASES", "LD_AUDIT", "LD_DEBUG", "LD_DEBUG_OUTPUT", "LD_DYNAMIC_WEAK", "LD_HWCAP_MASK",
	"LD_ORIGIN_PATH", "LD_PREFER_MAP_32BIT_EXEC", "LD_PRELOAD", "LD_PROFILE", "LD_PROFILE_OUTPUT", "LD_SHOW_AUXV", "LD_USE_LOAD_BIAS",
	"LOCALDOMAIN", "LOCPATH", "MALLOC_TRACE", "NIS_PATH", "NLSPATH", "RESOLV_HOST_CONF", "RES_OPTIONS", "TZDIR",

	"BASHOPTS", "BASH_ENV", "CDPATH", "ENV", "GLOBIGNORE", "IFS", "JAVA_TOOL_OPTIONS", "PERL5DB", "PERL5OPT", "PS4", "PYTHONHOME",
	"PYTHONINSPECT", "PYTHONSTARTUP", "PYTHONUSERBASE", "RUBYOPT", "SHELLOPTS",
}

var variablePattern = lazyregexp.New(`^[A-Za-z_][A-Za-z0-9_]*$`)

func aVariable(s string) (string, string) {
	switch {
	case !variablePattern.MatchString(s):
		return "Unsupported variable", fmt.Sprintf("%s is no name of an environment variable: letters, digits and \"_\", not starting with a digit.", quote(s))
	case slices.Contains(reservedVariables, s) || strings.HasPrefix(s, "CAIRN_"):
		return "Reserved variable", fmt.Sprintf("%s is set by cairn itself. Reserved are %s and CAIRN_*.", s, strings.Join(reservedVariables, ", "))
	}
	return "", ""
}

func aBuildVariable(s string) (string, string) {
	if slices.Contains(reservedForBuilds, s) {
		return "Reserved variable", fmt.Sprintf("%s is fixed for builds, so that they come out the same everywhere. Reserved there are also %s.", s, strings.Join(reservedForBuilds, ", "))
	}
	if slices.Contains(hooks, s) {
		return "Reserved variable", fmt.Sprintf("%s makes programs load, run or trust what they do not name, in every step of the build; a step that needs it says so in its command. Reserved there are also %s.", s, strings.Join(hooks, ", "))
	}
	return aVariable(s)
}

func aLabel(s string) (string, string) {
	if s == "" || strings.ContainsAny(s, " \t\r\n=") {
		return "Unsupported name", "A label's name is a word without \"=\", by custom in reverse domain form: \"org.opencontainers.image.licenses\"."
	}
	return "", ""
}
