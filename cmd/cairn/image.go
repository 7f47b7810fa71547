package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cairn/containers"
	"cairn/environments"
	"cairn/internal/atomicfile"

	"github.com/spf13/cobra"
	"golang.org/x/sys/unix"
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
	c.Flags().StringVar(&opts.compose, "compose", "", "also write a compose.yaml that runs the image to `FILE`")
	c.AddCommand(newImageDiffCommand(s), newImageVerifyCommand(s))
	return c
}

type imageOptions struct{ out, archive, compose string }

// wantLayout refuses a place where no layout can be, before anything is built; "" is none.
func wantLayout(dir string) error {
	if dir == "" {
		return nil
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return wantPlace(dir)
	}
	if err != nil {
		return usageError{message: fmt.Sprintf("%s is no folder for an image: %v", dir, errors.Unwrap(err)), hint: "name a new folder"}
	}
	layout := slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "oci-layout" })
	if len(entries) > 0 && !layout {
		return usageError{message: dir + " has content and is no OCI image layout", hint: "name a new folder, or one that \"cairn image\" wrote"}
	}
	return nil
}

// wantPlace refuses a place that cannot be written to, before long work is done for it.
func wantPlace(place string) error {
	above := filepath.Dir(filepath.Clean(place))
	for {
		if _, err := os.Stat(above); !errors.Is(err, fs.ErrNotExist) || above == filepath.Dir(above) {
			break
		}
		above = filepath.Dir(above)
	}
	if err := unix.Access(above, unix.W_OK|unix.X_OK); err != nil {
		return &fs.PathError{Op: "write", Path: place, Err: err}
	}
	return nil
}

func runImage(ctx context.Context, s *session, opts imageOptions, ref string) error {
	if err := wantLayout(opts.out); err != nil {
		return err
	}
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
	spec, err := w.imageSpec(ctx, environment, &withheld{})
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
	if opts.compose != "" {
		content, err := w.composeFile(dockerName(spec.Name))
		if err != nil {
			return err
		}
		if err := atomicfile.Write(opts.compose, content, 0o644); err != nil {
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
	w.session.stage("", fmt.Sprintf("%s, %d from the store, %s", plural(len(built.Layers), "layer", "layers"), reused, megabytes(built.Size)), time.Since(start))
	return nil
}

func layersJSON(built *containers.Built) []map[string]any {
	var layers []map[string]any
	for _, layer := range built.Layers {
		layers = append(layers, map[string]any{"origin": layer.Origin, "digest": layer.Digest, "diff_id": layer.DiffID, "size_bytes": layer.Size, "reused": layer.Reused})
	}
	return layers
}

// dockerName is what an image is called once it is loaded: with a tag in any case.
func dockerName(name string) string {
	if strings.Contains(name, ":") {
		return name
	}
	return name + ":latest"
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
	if err := containers.SaveDocker(ctx, image, dockerName(name), f); err != nil {
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
