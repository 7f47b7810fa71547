package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"cairn/containers"
	"cairn/environments"

	"github.com/spf13/cobra"
)

func newImageCommand(s *session) *cobra.Command {
	var opts imageOptions
	c := &cobra.Command{
		Use:     "image STACK -o DIR",
		GroupID: groupJob,
		Short:   "Write a stack as a container image, without a daemon",
		Long: `Write a stack as an OCI image layout, without a daemon: one layer per origin, the
same bytes from the same lock on any machine that builds the same outputs. What is
not built yet is built first.`,
		Example: "  cairn image ember -o ./ember-image\n  cairn image diff ./yesterday ./today",
		Args:    exactArgs("the name of a STACK"),
		RunE: func(c *cobra.Command, args []string) error {
			if opts.out == "" {
				return usageError{message: "cairn image wants to know where to write", hint: fmt.Sprintf("run %q", s.command("image", args[0], "-o", "DIR"))}
			}
			return runImage(c.Context(), s, opts, args[0])
		},
	}
	c.Flags().StringVarP(&opts.out, "output", "o", "", "write the OCI layout to `DIR`")
	c.Flags().StringVar(&opts.archive, "docker-archive", "", "also write `FILE` for \"docker load\"")
	c.AddCommand(newImageDiffCommand(s), newImageVerifyCommand(s))
	return c
}

type imageOptions struct{ out, archive string }

func runImage(ctx context.Context, s *session, opts imageOptions, ref string) error {
	w, err := s.openWorkshop(ctx, ref)
	if err != nil {
		return err
	}
	defer w.close()
	environment, err := w.ready(ctx)
	if err != nil {
		return err
	}
	return w.image(ctx, environment, opts)
}

// image writes the environment as an image and says its digest.
func (w *workshop) image(ctx context.Context, environment *environments.Environment, opts imageOptions) error {
	start := time.Now()
	spec, err := w.imageSpec(ctx, environment)
	if err != nil {
		return err
	}
	built, err := containers.Build(ctx, spec, opts.out, containers.Options{Store: w.store})
	if err != nil {
		return interrupted(ctx, err)
	}
	if err := w.keep(); err != nil {
		return err
	}
	if opts.archive != "" {
		if err := saveArchive(ctx, opts.out, spec.Name, opts.archive); err != nil {
			return err
		}
	}
	if w.session.json {
		return w.session.printJSON(map[string]any{"stack": w.stack.Ref(), "layout": opts.out, "digest": built.Digest, "size_bytes": built.Size, "layers": layersJSON(built), "impure": w.impure()})
	}
	reused := 0
	for _, layer := range built.Layers {
		if layer.Reused {
			reused++
		}
	}
	w.session.stage("image", fmt.Sprintf("%s · %s", built.Digest, opts.out), 0)
	w.session.stage("", fmt.Sprintf("%s, %d from the store, %.1f MB", plural(len(built.Layers), "layer", "layers"), reused, float64(built.Size)/1e6), time.Since(start))
	return nil
}

// imageSpec says what the stack's image holds: the base system's part first, for
// it changes least often, then the stack.
func (w *workshop) imageSpec(ctx context.Context, environment *environments.Environment) (containers.Spec, error) {
	def := w.stack.Image
	if def == nil {
		return containers.Spec{}, usageError{message: fmt.Sprintf("%s has no image block", w.stack.Ref()), hint: "add image { entrypoint = […] } to the stack"}
	}
	report, err := environment.CheckLoader(ctx)
	if err != nil {
		return containers.Spec{}, err
	}
	base, err := containers.Base(def.User)
	if err != nil {
		return containers.Spec{}, err
	}
	runtime, err := containers.Runtime(environment.Root(), report.Libraries, w.runtime())
	if err != nil {
		return containers.Spec{}, err
	}
	env := environment.Variables()
	env["PATH"] = environments.Prefix + "/bin:/usr/bin:/bin"
	labels := map[string]string{
		"cairn.stack": w.stack.Ref(),
		"cairn.lock":  w.lock.Digest().String(),
	}
	for _, component := range w.view.Components {
		labels["cairn.source."+component.Name] = component.Source.Commit.String()
		labels["cairn.tree."+component.Name] = component.PatchedTree().String()
	}
	if w.impure() {
		labels["cairn.impure"] = "true"
	}
	for name, value := range def.Labels {
		labels[name] = value
	}
	return containers.Spec{
		Name: imageName(w.stack.Name, w.stack.Variant),
		Layers: []containers.Layer{
			{Origin: "base", Files: base},
			{Origin: "runtime", Files: runtime},
			{Origin: "stack", Tree: environment.Root(), Mount: environments.Prefix, Content: environment.Tree()},
		},
		Config: containers.Config{
			Entrypoint: def.Entrypoint, Cmd: def.Command, Env: env, Labels: labels, User: def.User, WorkingDir: def.WorkingDir,
		},
		Compression:     containers.Compression(def.Compression),
		LayerFormat:     w.lock.LayerFormat,
		SourceDateEpoch: sourceDateEpoch,
	}, nil
}

func imageName(stack, variant string) string {
	if variant == "" {
		return stack
	}
	return stack + ":" + variant
}

func layersJSON(built *containers.Built) []map[string]any {
	var layers []map[string]any
	for _, layer := range built.Layers {
		layers = append(layers, map[string]any{"origin": layer.Origin, "digest": layer.Digest, "diff_id": layer.DiffID, "size_bytes": layer.Size, "reused": layer.Reused})
	}
	return layers
}

// saveArchive writes a layout's image as "docker save" would, whole or not at all.
func saveArchive(ctx context.Context, layout, name, path string) (err error) {
	if _, err := os.Lstat(path); err == nil {
		return usageError{message: path + " is there already", hint: "name another file with --docker-archive"}
	}
	image, err := containers.Open(layout, name)
	if err != nil {
		return err
	}
	partial := path + ".partial"
	f, err := os.Create(partial)
	if err != nil {
		return fmt.Errorf("write archive: %w", err)
	}
	defer os.Remove(partial)
	if err := containers.SaveDocker(ctx, image, name, f); err != nil {
		f.Close()
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return fmt.Errorf("write archive: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write archive: %w", err)
	}
	return os.Rename(partial, path)
}
