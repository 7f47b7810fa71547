package main

import (
	"context"
	"fmt"

	"cairn/containers"
	"cairn/environments"
)

// addPythonLayers adds the layers of the Python environment. Its interpreter is the
// base system's: the run-time closure must have it, or the image that is built upon.
func (w *workshop) addPythonLayers(ctx context.Context, spec *containers.Spec) error {
	if spec.Base == nil {
		if err := w.checkInterpreter(); err != nil {
			return err
		}
	}
	parts, err := w.python.parts(ctx)
	if err != nil {
		return interrupted(ctx, err)
	}
	for _, part := range parts {
		layer, err := w.outputLayer(part)
		if err != nil {
			return err
		}
		spec.Layers = append(spec.Layers, layer)
	}
	return nil
}

// checkInterpreter refuses an image whose Python would be missing: of a host, or of a
// build's toolchain, only what programs link to is taken.
func (w *workshop) checkInterpreter() error {
	program := w.python.toolchain.Programs()["python3"]
	const hint = "name a toolchain with python3 as the stack's: environment { runtime = toolchain.NAME }"
	closure := w.runtimeClosure()
	if closure == nil {
		return hinted(fmt.Errorf("an image of %s would have no Python: the interpreter of toolchain %q is no part of it", w.stack.Ref(), w.python.name), hint)
	}
	view, err := environments.NewView(closure.Mounts())
	if err != nil {
		return err
	}
	if _, _, ok := view.Find(program); !ok {
		return hinted(fmt.Errorf("an image of %s would have no Python: %s is not in toolchain %q, which it runs on", w.stack.Ref(), program, w.runtimeEntry().Name), hint)
	}
	return nil
}
