package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"cairn/containers"
	"cairn/digest"
	"cairn/environments"
)

// insideImage packs the environment as an image, unpacks that, and returns it as the
// whole root that programs see: what is not in the image is not there. The digest is
// the image's; remove takes the unpacked root away.
func (w *workshop) insideImage(ctx context.Context, environment *environments.Environment) (inside *environments.Environment, image digest.Digest, remove func() error, err error) {
	start := time.Now()
	dir, remove, err := w.store.TempDir()
	if err != nil {
		return nil, image, nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, remove())
		}
	}()
	spec, err := w.imageSpec(ctx, environment, &withheld{})
	if err != nil {
		return nil, image, nil, err
	}
	layout, root := filepath.Join(dir, "image"), filepath.Join(dir, "root")
	built, err := containers.Build(ctx, spec, layout, containers.Options{Store: w.store})
	if err != nil {
		return nil, image, nil, interrupted(ctx, err)
	}
	packed, err := containers.Open(layout, spec.Name)
	if err != nil {
		return nil, image, nil, err
	}
	if err := containers.Unpack(ctx, packed, root); err != nil {
		return nil, image, nil, interrupted(ctx, err)
	}
	variables := map[string]string{}
	for _, variable := range packed.Config.Config.Env {
		name, value, _ := strings.Cut(variable, "=")
		variables[name] = value
	}
	w.session.stage("inside", fmt.Sprintf("%s, %s unpacked: nothing else is there", built.Digest, plural(len(built.Layers), "layer", "layers")), time.Since(start))
	stack := filepath.Join(root, environments.Prefix)
	return environments.New(built.Digest, stack, variables, []environments.Mount{{Source: root, Target: "/", ReadOnly: true}}), built.Digest, remove, nil
}
