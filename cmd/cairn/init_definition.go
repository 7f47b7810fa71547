package main

import (
	"fmt"
	"strings"

	"cairn/digest"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// definition is the stack's text, with what init could not know as comments where one
// edits it; it is formatted when it is written. closures is the embedded workspace.
func (v *survey) definition(closures *stacks.Workspace) []byte {
	file := hclwrite.NewEmptyFile()
	body := file.Body()
	comment(body, fmt.Sprintf("Made by cairn init from %s, and yours to change: \"cairn validate\" checks", plural(len(v.files), "patch file", "patch files")),
		`it, "cairn lock" locks what it says, "cairn docs language" is the reference of all blocks.`)
	body.AppendNewline()
	upstream := body.AppendNewBlock("upstream", []string{v.upstream}).Body()
	upstream.SetAttributeValue("git", cty.StringVal(v.opts.url))
	body.AppendNewline()
	if v.build != nil && v.build.unresolved == "" {
		v.toolchainBlocks(body, closures)
	}
	stack := body.AppendNewBlock("stack", []string{v.opts.name}).Body()
	comment(stack, `description = "one line, for cairn list"`)
	stack.AppendNewline()
	component := stack.AppendNewBlock("component", []string{v.upstream}).Body()
	source := component.AppendNewBlock("source", nil).Body()
	setReference(source, "upstream", "upstream", v.upstream)
	source.SetAttributeValue("revision", cty.StringVal(v.base.ID))
	if len(v.opts.exclude) > 0 {
		source.SetAttributeValue("exclude", texts(v.opts.exclude))
	}
	for i, f := range v.copied() {
		component.AppendNewline()
		if i == len(v.series) {
			comment(component, "Not applied, as each excludes one of those above. To take one instead, give that standing,",
				`or let a variant choose: when = ["base"] there, when = ["VARIANT"] here.`)
		}
		v.patchBlock(component, f)
	}
	component.AppendNewline()
	if v.build == nil {
		comment(component, "How it is built was not found: no CMakeLists.txt, pyproject.toml, setup.py or Makefile",
			`above what the patches change. A build "cmake", "python" or "command" belongs here.`)
		return file.Bytes()
	}
	if v.build.unresolved != "" {
		comment(component, fmt.Sprintf("It is a package of Python (%s), and what it is built with was not to be had:", v.build.by),
			v.build.unresolved, `A build "python" belongs here, and a python block into the stack.`)
		return file.Bytes()
	}
	v.buildBlock(component)
	v.surroundings(stack)
	return file.Bytes()
}

// toolchainBlocks are the closure that the build is to have, the one that its programs run
// on, and the machine's own compilers for the variant "host".
func (v *survey) toolchainBlocks(body *hclwrite.Body, closures *stacks.Workspace) {
	of := closureOf[v.build.kind]
	distro := closures.Toolchains[of.runtime].Distro
	comment(body, "A snapshot of Debian: every package is in the lock by digest, whatever machine builds.")
	block := body.AppendNewBlock("distro", []string{distro.Name}).Body()
	for _, repository := range distro.Apt {
		apt := block.AppendNewBlock("apt", []string{repository.Name}).Body()
		apt.SetAttributeValue("url", cty.StringVal(repository.URL))
		apt.SetAttributeValue("suite", cty.StringVal(repository.Suite))
		apt.SetAttributeValue("components", texts(repository.Components))
		apt.SetAttributeValue("fingerprint", cty.StringVal(repository.Fingerprint))
	}
	body.AppendNewline()
	packages := of.packages
	if packages == nil {
		packages = closures.Toolchains[of.toolchain].Packages
	}
	comment(body, `What builds: name here what the build asks for ("libcurl4-openssl-dev"), then lock again.`)
	for _, toolchain := range []struct {
		name     string
		packages []string
	}{{of.toolchain, packages}, {of.runtime, closures.Toolchains[of.runtime].Packages}} {
		if toolchain.name == of.runtime {
			comment(body, "What its programs run on: no compilers.")
		}
		block := body.AppendNewBlock("toolchain", []string{toolchain.name}).Body()
		setReference(block, "distro", "distro", distro.Name)
		block.SetAttributeValue("packages", texts(toolchain.packages))
		body.AppendNewline()
	}
	if v.build.programs != nil {
		block := body.AppendNewBlock("toolchain", []string{"host"}).Body()
		block.AppendNewBlock("host", nil).Body().SetAttributeValue("programs", texts(v.build.programs))
		body.AppendNewline()
	}
}

// buildBlock is how the component becomes an output.
func (v *survey) buildBlock(component *hclwrite.Body) {
	b := v.build
	build := component.AppendNewBlock("build", []string{string(b.kind)}).Body()
	setReference(build, "toolchain", "toolchain", closureOf[b.kind].toolchain)
	if b.directory != "" {
		build.SetAttributeValue("directory", cty.StringVal(b.directory))
	}
	switch b.kind {
	case stacks.CMakeBuild:
		build.SetAttributeValue("isa", cty.StringVal("x86-64-v3"))
		if len(b.natives) > 0 {
			comment(build, "Off: what is built is for the isa above, not for whatever machine builds it.")
			options := map[string]cty.Value{}
			for _, name := range b.natives {
				options[name] = cty.StringVal("OFF")
			}
			build.SetAttributeValue("options", cty.MapVal(options))
		} else {
			comment(build, `options = { NAME = "VALUE" } are -DNAME=VALUE`)
		}
		if len(b.targets) > 0 {
			comment(build, "CMakeLists.txt installs nothing: these are taken as they are built.")
			build.SetAttributeValue("targets", texts(b.targets))
		} else {
			comment(build, `targets = ["PROGRAM"] builds only that, and takes it without installing`)
		}
	case stacks.PythonBuild:
		build.SetAttributeValue("isa", cty.StringVal("x86-64-v3"))
		if b.versions {
			comment(build, "The package's build would ask git for its version: say which it is.")
			build.SetAttributeValue("version", cty.StringVal("0.0.0"))
		}
	case stacks.CommandBuild:
		commands := []cty.Value{texts([]string{"make"})}
		if b.install {
			comment(build, "What is to be kept goes to /out.")
			commands = append(commands, texts([]string{"make", "install", "prefix=/out", "PREFIX=/out"}))
		} else {
			comment(build, `What is to be kept goes to /out: add ["cp", "PROGRAM", "/out/bin/"].`)
			commands = append(commands, texts([]string{"mkdir", "-p", "/out/bin"}))
		}
		build.SetAttributeValue("commands", cty.TupleVal(commands))
	}
}

// surroundings are the rest of the stack.
func (v *survey) surroundings(stack *hclwrite.Body) {
	b := v.build
	if b.kind == stacks.PythonBuild {
		stack.AppendNewline()
		python := stack.AppendNewBlock("python", nil).Body()
		python.SetAttributeValue("version", cty.StringVal("3.11"))
		comment(python, fmt.Sprintf("What %s asks for to build; add what the programs need.", b.by))
		python.SetAttributeValue("requires", texts(b.requires))
		comment(python, "Packages are taken as of the day of the pinned commit.")
		python.SetAttributeValue("exclude_newer", cty.StringVal(v.base.Date.UTC().Format("2006-01-02")))
	}
	stack.AppendNewline()
	environment := stack.AppendNewBlock("environment", nil).Body()
	setReference(environment, "runtime", "toolchain", closureOf[b.kind].runtime)
	comment(environment, `variables = { NAME = "VALUE" } are set for its programs`)
	stack.AppendNewline()
	comment(stack, "What must hold before anything is timed, what is timed, and what an image starts:", "",
		`suite "quality" "answers" {`,
		`  gate "greeting" {`,
		`    command = ["PROGRAM", "--prompt", "Hello"]`,
		`    expect { contains = ["Hello"] }`,
		`  }`,
		`}`, "",
		`suite "throughput" "p512n128" {`,
		`  command = ["PROGRAM", "-o", "json"]     # prints {"output_tok_s": 12.3}`,
		`  repeats = 5`,
		`  shape {`,
		`    prompt = 512`,
		`    output = 128`,
		`  }`,
		`}`, "",
		`image { entrypoint = ["/opt/stack/bin/PROGRAM"] }`)
	if b.programs == nil {
		return
	}
	stack.AppendNewline()
	variant := stack.AppendNewBlock("variant", []string{"host"}).Body()
	variant.SetAttributeValue("description", cty.StringVal("with this machine's own compilers, which no lock pins: what it builds is marked impure"))
	build := variant.AppendNewBlock("component", []string{v.upstream}).Body().AppendNewBlock("build", []string{string(b.kind)}).Body()
	setReference(build, "toolchain", "toolchain", "host")
	variant.AppendNewBlock("environment", nil).Body().SetAttributeValue("runtime", cty.NullVal(cty.String))
}

// comment writes lines of a comment.
func comment(body *hclwrite.Body, lines ...string) {
	for _, line := range lines {
		text := strings.TrimRight("# "+line, " ") + "\n"
		body.AppendUnstructuredTokens(hclwrite.Tokens{{Type: hclsyntax.TokenComment, Bytes: []byte(text)}})
	}
}

func (v *survey) patchBlock(component *hclwrite.Body, f *surveyed) {
	patch := component.AppendNewBlock("patch", []string{f.label}).Body()
	patch.SetAttributeValue("path", cty.StringVal(v.path(f)))
	patch.SetAttributeValue("sha256", cty.StringVal(digest.Of(f.content).Hex()))
	if f.strip != 1 {
		patch.SetAttributeValue("strip", cty.NumberIntVal(int64(f.strip)))
	}
	if f.directory != "" {
		patch.SetAttributeValue("directory", cty.StringVal(f.directory))
	}
	if f.recount {
		patch.SetAttributeValue("recount", cty.True)
	}
	if f.kept {
		patch.SetAttributeValue("standing", cty.StringVal("diagnostic"))
		patch.SetAttributeValue("reason", cty.StringVal("not applied: "+f.reason))
	}
}

// setReference sets an attribute to KIND.NAME.
func setReference(body *hclwrite.Body, attribute, kind, name string) {
	tokens := hclwrite.TokensForIdentifier(kind)
	tokens = append(tokens, &hclwrite.Token{Type: hclsyntax.TokenDot, Bytes: []byte(".")})
	body.SetAttributeRaw(attribute, append(tokens, hclwrite.TokensForIdentifier(strings.TrimSpace(name))...))
}

func texts(values []string) cty.Value {
	list := make([]cty.Value, len(values))
	for i, value := range values {
		list[i] = cty.StringVal(value)
	}
	return cty.TupleVal(list)
}
