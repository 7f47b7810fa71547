package main

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"cairn/builder"
	"cairn/containers"
	"cairn/environments"
	"cairn/stacks"
)

// Origins of an image's layers, from the lowest up; between "system" and these are
// what a closure is made of (see closureLayers), above them the stack's components.
const (
	originRuntime = "runtime"
	originSystem  = "system"
)

// imageSpec says what the stack's image holds: what changes least often lies lowest,
// so that a registry and a store keep what is below a change.
func (w *workshop) imageSpec(ctx context.Context, environment *environments.Environment, withheld *withheld) (containers.Spec, error) {
	def := w.stack.Image
	if def == nil {
		return containers.Spec{}, usageError{message: fmt.Sprintf("%s has no image block", w.stack.Ref()), hint: "add image { entrypoint = […] } to the stack"}
	}
	env := environment.Variables()
	env["PATH"] = environments.Prefix + "/bin:/usr/bin:/bin"
	spec := containers.Spec{
		Name: imageName(w.stack.Name, w.stack.Variant),
		Config: containers.Config{
			Entrypoint: def.Entrypoint, Cmd: def.Command, Env: env, Labels: w.imageLabels(withheld),
			User: def.User, WorkingDir: def.WorkingDir, Healthcheck: def.Healthcheck,
		},
		Compression:     containers.Compression(def.Compression),
		LayerFormat:     w.lock.LayerFormat,
		SourceDateEpoch: sourceDateEpoch,
	}
	if err := w.addSystem(ctx, &spec, environment, withheld); err != nil {
		return spec, err
	}
	if w.python != nil {
		if err := w.addPythonLayers(ctx, &spec); err != nil {
			return spec, err
		}
	}
	return spec, w.addComponents(&spec, environment)
}

// addSystem adds what programs run on: an image of a registry, the stack's run-time
// closure, or what the programs need of the host's toolchain.
func (w *workshop) addSystem(ctx context.Context, spec *containers.Spec, environment *environments.Environment, withheld *withheld) error {
	def := w.stack.Image
	if def.Base != "" {
		base, err := w.baseImage(ctx, def.Base)
		if err != nil {
			return err
		}
		spec.Base, spec.BaseName = base, def.Base
		return nil
	}
	files, err := containers.Base(def.User)
	if err != nil {
		return err
	}
	if closure := w.runtimeClosure(); closure != nil {
		layers, err := w.closureLayers(ctx, closure, withheld)
		if err != nil {
			return err
		}
		spec.Layers = append(layers, containers.Layer{Origin: originSystem, Files: append(notIn(closure.Root(), files), withheld.files...)})
		return nil
	}
	report, err := environment.CheckLoader(ctx)
	if err != nil {
		return err
	}
	runtime, err := containers.Runtime(environment.Root(), report.Libraries, w.runtime())
	if err != nil {
		return err
	}
	spec.Layers = []containers.Layer{{Origin: originSystem, Files: files}}
	if len(runtime) > 0 { // a stack may be data alone
		spec.Layers = append(spec.Layers, containers.Layer{Origin: originRuntime, Files: runtime})
	}
	return nil
}

// notIn leaves out files that a root has as its packages want them: of what programs
// look up, only the users are the image's own.
func notIn(root string, files []containers.File) []containers.File {
	return slices.DeleteFunc(files, func(f containers.File) bool {
		if f.Path == "/etc/passwd" || f.Path == "/etc/group" || f.Mode.Type() == fs.ModeDir {
			return false
		}
		_, err := os.Lstat(filepath.Join(root, f.Path))
		return err == nil
	})
}

// addComponents adds a layer for each build, those without patches first, for they
// change least often; with each what it was made of, for people and scanners.
func (w *workshop) addComponents(spec *containers.Spec, environment *environments.Environment) error {
	outputs := slices.Clone(w.outputs)
	if len(outputs) == 1 { // the environment is that output
		outputs[0].Tree = environment.Tree()
	}
	if w.python != nil { // it is the last, and has its layers
		outputs = outputs[:len(outputs)-1]
	}
	patched := func(build string) int {
		if entry, ok := w.view.Component(w.componentOf(build)); ok && len(entry.Patches) > 0 {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(outputs, func(a, b builder.BuildOutput) int { return patched(a.Build) - patched(b.Build) })
	told := map[string]bool{}
	for _, output := range outputs {
		layer, err := w.outputLayer(output)
		if err != nil {
			return err
		}
		if name := w.componentOf(output.Build); !told[name] {
			told[name] = true
			files, err := w.billFiles(name)
			if err != nil {
				return err
			}
			layer.Files = files
		}
		spec.Layers = append(spec.Layers, layer)
	}
	return nil
}

// componentOf is the component that a build is of, by builder.Action's name of it.
func (w *workshop) componentOf(build string) string {
	for _, c := range w.request.Stack.Components {
		for _, b := range c.Builds {
			if build == c.Name || build == c.Name+"."+b.Name {
				return c.Name
			}
		}
	}
	return ""
}

// outputLayer is what a tree of the store gives to the image.
func (w *workshop) outputLayer(output builder.BuildOutput) (containers.Layer, error) {
	tree, ok := w.store.Tree(output.Tree)
	if !ok {
		return containers.Layer{}, fmt.Errorf("tree %s of %s has left the store", output.Tree, output.Build)
	}
	return containers.Layer{Origin: output.Build, Tree: tree, Mount: environments.Prefix, Content: output.Tree}, nil
}

// billFiles are the bills of materials of a component, where scanners look for them.
func (w *workshop) billFiles(component string) ([]containers.File, error) {
	bill, ok := w.componentBill(component)
	if !ok {
		return nil, nil
	}
	var files []containers.File
	for suffix, write := range map[string]func(containers.Bill) ([]byte, error){
		".spdx.json": containers.SPDX, ".cdx.json": containers.CycloneDX,
	} {
		content, err := write(bill)
		if err != nil {
			return nil, err
		}
		name := path.Join(environments.Prefix, "share/sbom", component+suffix)
		files = append(files, containers.File{Path: name, Mode: 0o644, Content: content})
	}
	return files, nil
}

// Labels of cairn's own; inspect reads them back.
const (
	labelStack    = "cairn.stack"
	labelLock     = "cairn.lock"
	labelImpure   = "cairn.impure"
	labelStripped = "cairn.stripped"
	labelSource   = "cairn.source."  // + component: commit
	labelTree     = "cairn.tree."    // + component: tree with all patches
	labelPatches  = "cairn.patches." // + component: NAME=sha256:…, joined by blanks
)

func (w *workshop) imageLabels(withheld *withheld) map[string]string {
	labels := map[string]string{labelStack: w.stack.Ref(), labelLock: w.lock.Digest().String()}
	for _, component := range w.view.Components {
		labels[labelSource+component.Name] = component.Source.Commit.String()
		labels[labelTree+component.Name] = component.PatchedTree().String()
		var patches []string
		for _, p := range component.Patches {
			if !p.Skipped {
				patches = append(patches, p.Name+"="+p.SHA256.String())
			}
		}
		if len(patches) > 0 {
			labels[labelPatches+component.Name] = strings.Join(patches, " ")
		}
	}
	if w.impure() {
		labels[labelImpure] = "true"
	}
	if len(withheld.stripped) > 0 {
		labels[labelStripped] = strings.Join(withheld.stripped, " ")
	}
	maps.Copy(labels, w.stack.Image.Labels)
	return labels
}

func imageName(stack, variant string) string {
	if variant == "" {
		return stack
	}
	return stack + ":" + variant
}

// wantsGPU reports whether a suite or the service of the stack needs one.
func wantsGPU(stack *stacks.Stack) bool {
	if stack.Service != nil && stack.Service.Needs.GPUs > 0 {
		return true
	}
	return slices.ContainsFunc(stack.Suites, func(s *stacks.Suite) bool { return s.Needs.GPUs > 0 })
}

// composeFile is the compose.yaml that runs an image of the stack.
func (w *workshop) composeFile(reference string) ([]byte, error) {
	service := containers.Service{
		Name: strings.ReplaceAll(w.stack.Ref(), "@", "-"), Image: reference, GPU: wantsGPU(w.stack),
	}
	service.Name = strings.Map(func(r rune) rune {
		if r == '.' || r == '/' {
			return '-'
		}
		return r
	}, service.Name)
	if def := w.stack.Service; def != nil {
		service.Command, service.Env = def.Command, def.Variables
		service.Ports = []string{fmt.Sprintf("127.0.0.1:%d:%d", def.Port, def.Port)}
		if def.Model != nil {
			service.Volumes = []string{fmt.Sprintf("./models/%s:/models/%s:ro", def.Model.File, def.Model.File)}
		}
		service.SharedMemoryBytes = sharedMemoryBytes
	}
	return containers.Compose(service)
}

// sharedMemoryBytes is what engines of several processes exchange tensors through.
const sharedMemoryBytes = 8 << 30
