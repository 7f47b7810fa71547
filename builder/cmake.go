package builder

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"cairn/stacks"
)

// cmake configures, builds and installs (cmake(1)). What the definition says in
// Options wins over every default here.
func (r *recipe) cmake(a *Action, toolchain Toolchain) error {
	programs := toolchain.Programs()
	if programs["cmake"] == "" {
		return &MissingProgramsError{Toolchain: a.build.Toolchain.Name, Programs: []MissingProgram{{Name: "cmake", Reason: "build \"cmake\" needs it"}}}
	}
	generator := "Unix Makefiles"
	if programs["ninja"] != "" {
		generator = "Ninja"
	}
	options := CMakeOptions(a.build)
	// A download would be a source that the lock does not know: this stops it and
	// says which. FETCHCONTENT_FULLY_DISCONNECTED would only leave it out, and what
	// misses it would fail somewhere else (until CMake 3.30).
	if options[topLevelIncludes] == "" {
		options[topLevelIncludes] = toolsDir + "/" + downloadsFile
	}
	r.wrappers[downloadsFile] = downloads
	configure := []string{"cmake", "-S", path.Join(sourceDir, a.build.Directory), "-B", workDir, "-G", generator}
	for _, name := range slices.Sorted(maps.Keys(options)) {
		configure = append(configure, fmt.Sprintf("-D%s=%s", name, options[name]))
	}
	compile := []string{"cmake", "--build", workDir}
	if len(a.build.Targets) > 0 {
		compile = append(append(compile, "--target"), a.build.Targets...)
	}
	r.steps = []step{{Argv: configure, Dir: workDir}, {Argv: compile, Dir: workDir}}
	r.declare("targets", strings.Join(a.build.Targets, " "))
	r.declare("install", strconv.FormatBool(a.build.Install))
	r.output = path.Join(outDir, prefix)
	if !a.build.Install {
		r.collect, r.targets = true, a.build.Targets
		return nil
	}
	r.steps = append(r.steps, step{
		Argv: []string{"cmake", "--install", workDir, "--prefix", prefix}, Dir: workDir, Env: map[string]string{"DESTDIR": outDir},
	})
	return nil
}

// topLevelIncludes is what CMake reads before a project's first command.
const topLevelIncludes = "CMAKE_PROJECT_TOP_LEVEL_INCLUDES"

// CMakeOptions are the cache entries that a build is configured with: the definition's
// over cairn's own, by the paths of the sandbox.
func CMakeOptions(build *stacks.Build) map[string]string {
	options := map[string]string{
		"CMAKE_BUILD_TYPE":     "Release",
		"CMAKE_INSTALL_PREFIX": prefix,
		"CMAKE_INSTALL_LIBDIR": "lib", // not lib64 on one distribution and lib on another
		// An output is moved from /out to /opt/stack and into images: it must find
		// its libraries from where it is.
		"CMAKE_INSTALL_RPATH":                    "$ORIGIN;$ORIGIN/../lib",
		"CMAKE_BUILD_WITH_INSTALL_RPATH":         "ON",
		"CMAKE_EXPORT_NO_PACKAGE_REGISTRY":       "ON",
		"CMAKE_FIND_USE_PACKAGE_REGISTRY":        "OFF",
		"CMAKE_FIND_USE_SYSTEM_PACKAGE_REGISTRY": "OFF",
	}
	var found []string
	for _, need := range build.Needs {
		found = append(found, depsDir+"/"+need)
	}
	if len(found) > 0 {
		options["CMAKE_PREFIX_PATH"] = strings.Join(found, ";")
	}
	for _, name := range build.Sources {
		options["FETCHCONTENT_SOURCE_DIR_"+strings.ToUpper(name)] = besideDir + "/" + name
	}
	maps.Copy(options, build.Options)
	return options
}

// command runs what the definition says, in order.
func (r *recipe) command(a *Action) error {
	if len(a.build.Commands) == 0 {
		return &UnsupportedError{Action: a.Name, What: "build \"command\" has no commands"}
	}
	for _, argv := range a.build.Commands {
		r.steps = append(r.steps, step{Argv: argv, Dir: path.Join(sourceDir, a.build.Directory)})
	}
	r.output = outDir
	return nil
}
