package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
)

// umoci makes an image of a folder by "insert"; a change goes into an unpacked bundle,
// which "repack" compares by its mtree and packs as one more layer, of the change alone.
func (b *bench) umoci() imagePeer {
	work := filepath.Join(b.dir, "umoci")
	layout, bundle := filepath.Join(work, "layout"), filepath.Join(work, "bundle")
	n := 0
	repack := func() []*exec.Cmd {
		n++
		return []*exec.Cmd{command(b.dir, "umoci", "repack", "--image", fmt.Sprintf("%s:again-%d", layout, n), bundle)}
	}
	return imagePeer{
		name: "umoci",
		first: func(tree string) []*exec.Cmd {
			removeAll(work)
			for _, c := range [][]string{{"mkdir", "-p", work}, {"umoci", "init", "--layout", layout}, {"umoci", "new", "--image", layout + ":first"}} {
				if out, err := command(b.dir, c[0], c[1:]...).CombinedOutput(); err != nil {
					return []*exec.Cmd{command(b.dir, "false", string(out))}
				}
			}
			return []*exec.Cmd{command(b.dir, "umoci", "insert", "--image", layout+":first", tree, "/opt/stack")}
		},
		again: func(string) []*exec.Cmd {
			if n == 0 {
				_ = command(b.dir, "umoci", "unpack", "--image", layout+":first", bundle).Run() // its failure is repack's
			}
			return repack()
		},
		changed: func(tree string) []*exec.Cmd {
			_ = command(b.dir, "cp", filepath.Join(tree, imageFile(imageFiles/2)), filepath.Join(bundle, "rootfs/opt/stack", imageFile(imageFiles/2))).Run()
			return repack()
		},
	}
}

// buildah builds from a Containerfile with its cache of layers, and writes an OCI layout.
func (b *bench) buildah() imagePeer {
	work := filepath.Join(b.dir, "buildah")
	n := 0
	build := func(tree string) []*exec.Cmd {
		n++
		own := []string{"--root", filepath.Join(work, "root"), "--runroot", filepath.Join(work, "run"), "--storage-driver", "vfs"}
		containerfile := filepath.Join(b.dir, "Containerfile")
		return []*exec.Cmd{
			command(b.dir, "sh", "-c", `printf 'FROM scratch\nCOPY . /opt/stack\n' >`+containerfile),
			command(b.dir, "buildah", append(own, "bud", "--layers", "-q", "-t", "bench", "-f", containerfile, tree)...),
			command(b.dir, "buildah", append(own, "push", "-q", "bench", fmt.Sprintf("oci:%s/out-%d:bench", work, n))...),
		}
	}
	return imagePeer{name: "buildah", again: build, changed: build, first: func(tree string) []*exec.Cmd {
		removeAll(work)
		return append([]*exec.Cmd{command(b.dir, "mkdir", "-p", work)}, build(tree)...)
	}}
}
