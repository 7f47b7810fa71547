package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"cairn/builder"
	"cairn/stacks"
)

// python writes the environment that uv makes.
func (x *shellScript) python(stack *stacks.Stack) {
	p := stack.Python
	if p == nil {
		return
	}
	x.printf("\nstep 'packages of Python %s'\n", p.Version)
	var indexes []string
	for _, name := range p.Indexes {
		if !slices.Contains(indexes, name) {
			indexes = append(indexes, name)
		}
	}
	slices.Sort(indexes)
	options := ""
	for _, name := range indexes {
		variable := "INDEX_" + strings.ToUpper(strings.NewReplacer("-", "_", ".", "_").Replace(name))
		x.printf(": \"${%s:?set it to the URL of the package index %s}\"\n", variable, name)
		options += fmt.Sprintf(" --index %s=\"$%s\"", name, variable)
	}
	if p.ExcludeNewer != "" {
		options += " --exclude-newer " + p.ExcludeNewer
	}
	x.printf("[ -d \"$work/venv\" ] || uv venv -q --python %s \"$work/venv\"\n", shellWord(p.Version))
	x.printf("PATH=$work/venv/bin:$PATH VIRTUAL_ENV=$work/venv\nexport PATH VIRTUAL_ENV\n")
	var requires []string
	for _, requirement := range p.Requires {
		requires = append(requires, "\\\n\t"+shellWord(requirement))
	}
	x.printf("uv pip install%s %s\n", options, strings.Join(requires, " "))
}

// builds writes each build after those it needs.
func (x *shellScript) builds(stack *stacks.Stack) error {
	type one struct {
		component *stacks.Component
		build     *stacks.Build
		done      bool
	}
	all := map[string]*one{}
	var order []string
	for _, component := range stack.Components {
		for _, build := range component.Builds {
			name := component.Name + "." + build.Name
			all[name] = &one{component: component, build: build}
			order = append(order, name)
			if len(component.Builds) == 1 {
				all[component.Name] = all[name]
			}
		}
	}
	var visit func(name string) error
	visit = func(name string) error {
		b := all[name]
		if b == nil {
			return fmt.Errorf("there is no build %q", name)
		}
		if b.done {
			return nil
		}
		b.done = true // definitions have no cycles
		for _, need := range b.build.Needs {
			if err := visit(need); err != nil {
				return err
			}
		}
		var names []string // as others call it
		for _, other := range order {
			for _, need := range all[other].build.Needs {
				if all[need] == b && !slices.Contains(names, need) {
					names = append(names, need)
				}
			}
		}
		for _, unknown := range stack.Unknown {
			if slices.Contains(unknown.Blocks, b.component.Name) {
				x.printf("\nfail %s\n", shellWord(fmt.Sprintf("%s cannot be built: unknown: %s", b.component.Name, unknown.What)))
			}
		}
		return x.build(b.component, b.build, names)
	}
	for _, name := range order {
		if err := visit(name); err != nil {
			return err
		}
	}
	return nil
}

// build writes one build. Its output goes to a folder of its own, is laid into the
// stack, and stands where the builds that need it look.
func (x *shellScript) build(component *stacks.Component, build *stacks.Build, names []string) error {
	name := component.Name + "." + build.Name
	x.printf("\nstep %s\n(\n", shellWord("build of "+name))
	x.printf("src=$work/src/%s out=$work/out/%s build=$work/build/%s\n", component.Name, name, name)
	x.printf("rm -rf \"$out\" && mkdir -p \"$out\" \"$build\"\n")
	flags := fmt.Sprintf("-ffile-prefix-map=$src=/usr/src/%[1]s -ffile-prefix-map=$build=/usr/src/%[1]s", component.Name)
	if build.ISA != "" {
		flags = "-march=" + build.ISA + " " + flags
	}
	x.printf("CFLAGS=\"%s\" CXXFLAGS=\"%s\"\nexport CFLAGS CXXFLAGS\n", flags, flags)
	for _, variable := range sortedKeys(build.Variables) {
		x.printf("%s=%s; export %s\n", variable, buildWord(build.Variables[variable]), variable)
	}
	top := `"$src"`
	if build.Directory != "" {
		top += "/" + shellWord(build.Directory)
	}
	switch build.Kind {
	case stacks.CMakeBuild:
		x.cmake(build, top)
	case stacks.CommandBuild:
		x.printf("cd %s\n", top)
		for _, argv := range build.Commands {
			x.printf("%s\n", x.argv(argv))
		}
	case stacks.PythonBuild:
		x.printf("uv pip install --no-build-isolation --no-deps %s\n", top)
	default:
		return fmt.Errorf("build %s: no way to write driver %q as a script", name, build.Kind)
	}
	x.printf("cp -a \"$out\"/. \"$stack\"/\n)\n")
	for _, need := range names {
		x.printf("ln -sfn \"$work/out/%s\" \"$work/deps/%s\"\n", name, need)
	}
	return nil
}

func (x *shellScript) cmake(build *stacks.Build, top string) {
	options := builder.CMakeOptions(build)
	x.printf("generator='Unix Makefiles'; if command -v ninja >/dev/null; then generator=Ninja; fi\n")
	x.printf("cmake -S %s -B \"$build\" -G \"$generator\"", top)
	for _, name := range sortedKeys(options) {
		x.printf(" \\\n\t%s", buildWord("-D"+name+"="+options[name]))
	}
	x.printf("\ncmake --build \"$build\" --parallel \"$(nproc)\"")
	if len(build.Targets) > 0 {
		x.printf(" --target %s", x.argv(build.Targets))
	}
	x.printf("\n")
	if build.Install {
		x.printf("DESTDIR=\"$out/destdir\" cmake --install \"$build\" --prefix /opt/stack >/dev/null\n")
		x.printf("cp -a \"$out\"/destdir/opt/stack/. \"$out\"/ && rm -rf \"$out/destdir\"\n")
		return
	}
	x.printf("mkdir -p \"$out/bin\" \"$out/lib\"\n")
	for _, target := range build.Targets {
		x.printf("find \"$build\" -type f -name %s -perm -u+x -exec cp {} \"$out/bin/\" ';'\n", shellWord(target))
	}
	x.printf("find \"$build\" -name '*.so*' -not -path '*/CMakeFiles/*' -exec cp -a {} \"$out/lib/\" ';'\n")
}

// finish writes the environment's variables, the gates that need neither a model nor
// hardware, and what the suites would run.
func (x *shellScript) finish(stack *stacks.Stack) {
	x.printf("\nstep 'environment'\n{\n")
	x.printf("printf 'PATH=%%s/bin:$PATH; export PATH\\n' \"$stack\"\n")
	for _, name := range sortedKeys(stack.Environment.Variables) {
		x.printf("printf '%%s\\n' %s\n", shellWord(name+"="+shellWord(stack.Environment.Variables[name])+"; export "+name))
	}
	x.printf("} | sed \"s#/opt/stack#$stack#g\" >\"$work/env.sh\"\n. \"$work/env.sh\"\n")
	for _, suite := range stack.Suites {
		if suite.Kind == stacks.ThroughputSuite {
			x.printf("\n")
			if t := suite.Throughput; len(t.Command) > 0 {
				x.comment(fmt.Sprintf("Measurement %s, %d runs: %s", suite.Name, t.Repeats, strings.Join(t.Command, " ")))
			}
			continue
		}
		for _, gate := range suite.Gates {
			x.gate(suite, gate)
		}
	}
	x.printf("\nstep \"done: . $work/env.sh\"\n")
}

// gate runs a gate whose program prints tokens as JSON; others are told.
func (x *shellScript) gate(suite *stacks.Suite, gate *stacks.Gate) {
	plain := suite.Model == nil && suite.Needs.GPUs == 0 && gate.Runner == stacks.CommandRunner && gate.Stdin == ""
	if plain && !gate.Expect.TokenSHA256.IsZero() {
		x.printf("\nstep %s\n", shellWord("gate "+path.Join(suite.Name, gate.Name)))
		x.printf("(\n")
		for _, name := range sortedKeys(suite.Variables) {
			x.printf("%s=%s; export %s\n", name, shellWord(suite.Variables[name]), name)
		}
		x.printf("%s >\"$work/answer.json\"\n)\n", x.argv(gate.Command))
		x.printf("same 'sha256 of the tokens' \"$(tokens \"$work/answer.json\")\" %s\n", gate.Expect.TokenSHA256.Hex())
		return
	}
	if len(gate.Command) > 0 {
		x.printf("\n")
		x.comment(fmt.Sprintf("Gate %s: %s", path.Join(suite.Name, gate.Name), strings.Join(gate.Command, " ")))
	}
}
