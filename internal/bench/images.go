package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"cairn/builder/store"
	"cairn/containers"
	"cairn/digest"
)

// imageFiles is how many files the images that are packed have: a stack's libraries,
// some of them large, and many small ones.
const imageFiles = 6000

// images packs one folder as an image of one gzip layer: first, with nothing changed,
// with one file of it changed.
func (b *bench) images() error {
	tree := filepath.Join(b.dir, "image-tree")
	if err := writeImageTree(tree, b.imageMB<<20); err != nil {
		return err
	}
	for _, peer := range []imagePeer{b.umoci(), b.buildah()} {
		if b.peer != "" && b.peer != peer.name {
			continue
		}
		if _, err := exec.LookPath(peer.name); err != nil {
			fmt.Printf("pack images beside %s: skipped: it is not installed\n", peer.name)
			continue
		}
		if err := b.comparePacking(tree, peer); err != nil {
			return err
		}
	}
	return nil
}

// imagePeer packs a folder; each call of first begins from nothing.
type imagePeer struct {
	name                  string
	first, again, changed func(tree string) []*exec.Cmd
}

func (b *bench) comparePacking(tree string, peer imagePeer) error {
	ours := func(fresh bool) func() (usage, error) {
		return func() (usage, error) { return b.pack(tree, fresh) }
	}
	theirs := func(commands func(string) []*exec.Cmd) func() (usage, error) {
		return func() (usage, error) { return looped(commands(tree)) }
	}
	size := fmt.Sprintf("%d MB, %d files", b.imageMB, imageFiles)
	for _, p := range []pair{
		{work: "first pack, " + size, goal: "≤ 1", ours: ours(true), theirs: theirs(peer.first)},
		{work: "repack, nothing changed", goal: "≤ 0.05", ours: ours(false), theirs: theirs(peer.again)},
		{work: "repack, one file changed", goal: "≤ 0.5", ours: b.withChange(tree, ours(false)), theirs: b.withChange(tree, theirs(peer.changed))},
	} {
		p.peer = peer.name
		if err := b.measure(p); err != nil {
			return err
		}
	}
	return nil
}

// withChange gives one file of the tree other content before each run.
func (b *bench) withChange(tree string, run func() (usage, error)) func() (usage, error) {
	return func() (usage, error) {
		b.changes++
		name := filepath.Join(tree, imageFile(imageFiles/2))
		if err := os.WriteFile(name, fmt.Appendf(nil, "change %d\n", b.changes), 0o644); err != nil {
			return usage{}, err
		}
		return run()
	}
}

// pack is this program as a child: containers alone, on a store of its own.
func (b *bench) pack(tree string, fresh bool) (usage, error) {
	kept := filepath.Join(b.dir, "image-store")
	if fresh {
		removeAll(kept)
	}
	// Who packs in earnest has the digest: the store made it when the build's output
	// moved in, while it copied.
	content, err := contentOf(tree)
	if err != nil {
		return usage{}, err
	}
	b.changes++
	return timed(command(b.dir, b.self, "-pack", strings.Join([]string{kept, tree, filepath.Join(b.dir, fmt.Sprintf("packed-%d", b.changes)), content.String()}, "\n")))
}

// contentOf is any digest that moves with the tree.
func contentOf(tree string) (digest.Digest, error) {
	key := digest.NewKey("bench-tree")
	err := filepath.WalkDir(tree, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		key.Digest(name, digest.Of(content))
		return err
	})
	return key.Sum(), err
}

// packOne is the child's work.
func packOne(arguments string) error {
	a := strings.Split(arguments, "\n")
	st, err := store.Open(a[0])
	if err != nil {
		return err
	}
	content, err := digest.Parse(a[3])
	if err != nil {
		return err
	}
	_, err = containers.Build(context.Background(), containers.Spec{
		Name: "bench", Layers: []containers.Layer{{Origin: "stack", Tree: a[1], Mount: "/opt/stack", Content: content}},
	}, a[2], containers.Options{Store: st})
	return err
}

func imageFile(i int) string { return fmt.Sprintf("lib/d%02d/f%05d.so", i%60, i) }

// writeImageTree writes files of which a third of the bytes does not compress, as of
// programs.
func writeImageTree(tree string, bytes int) error {
	random := rand.New(rand.NewPCG(7, 7))
	noise := rand.NewChaCha8([32]byte{7})
	words := strings.Fields("mov rax add vfmadd231ps ymm tile weight lea row jmp call ret push head norm quant scale block")
	left := bytes
	for i := range imageFiles {
		size := 4<<10 + random.IntN(40<<10)
		if i%200 == 0 {
			size = 4 << 20
		}
		size = min(size, left)
		left -= size
		content := make([]byte, 0, size)
		for len(content) < size {
			if random.IntN(3) == 0 {
				chunk := make([]byte, 512)
				_, _ = noise.Read(chunk)
				content = append(content, chunk...)
				continue
			}
			for range 80 {
				content = fmt.Appendf(content, "%s %x ", words[random.IntN(len(words))], random.IntN(1<<12))
			}
		}
		name := filepath.Join(tree, imageFile(i))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, content[:size], 0o644); err != nil {
			return err
		}
	}
	return nil
}
