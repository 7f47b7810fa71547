package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"cairn/sources"

	"github.com/go-git/go-git/v5/plumbing"
)

// checkout writes a tree of 5,000 files out.
func (b *bench) checkout() error {
	const files = 5000
	repo := filepath.Join(b.dir, "checkout")
	for i := range files {
		lines := make([]string, 20+i%200)
		for j := range lines {
			lines[j] = fmt.Sprintf("line %d of file %d", j, i)
		}
		if err := write(filepath.Join(repo, fmt.Sprintf("d%02d/e%02d/f%04d.txt", i%50, i%13, i)), lines); err != nil {
			return err
		}
	}
	if err := b.commitAll(repo); err != nil {
		return err
	}
	local, err := sources.OpenLocal(repo)
	if err != nil {
		return err
	}
	defer local.Close()
	tree, err := output(repo, "git", "rev-parse", "HEAD^{tree}")
	if err != nil {
		return err
	}
	runs := 0
	fresh := func() string { runs++; return filepath.Join(b.dir, fmt.Sprintf("out-%d", runs)) }
	return b.measure(pair{
		work: fmt.Sprintf("write out a tree of %d files", files), peer: "git checkout-index -a", goal: "≤ 1",
		ours: func() (usage, error) {
			dir := fresh()
			start := time.Now()
			err := sources.Export(context.Background(), local.Objects(), plumbing.NewHash(tree), dir, nil)
			return usage{wall: time.Since(start)}, err
		},
		theirs: func() (usage, error) {
			dir := fresh()
			if err := os.Mkdir(dir, 0o755); err != nil {
				return usage{}, err
			}
			return timed(command(repo, "git", "checkout-index", "-a", "-f", "--prefix="+dir+"/"))
		},
	})
}

// nothingToBuild builds ember a second time, beside nix, which evaluates one
// derivation without inputs and finds it built: the least that it can do.
func (b *bench) nothingToBuild() error {
	store := filepath.Join(b.dir, "store")
	build := func() (usage, error) { return timed(command(b.dir, b.cairn, "--store", store, "build", "ember")) }
	if _, err := build(); err != nil {
		fmt.Printf("build with nothing to do: skipped: %v\n", err)
		return nil
	}
	if _, err := build(); err != nil { // the cache of the lock is written
		return err
	}
	p := pair{work: "build with nothing to do", goal: "≤ 20 ms", ours: build}
	if nix, err := b.nixBuild(); err != nil {
		fmt.Printf("no nix beside it: %v\n", err)
	} else {
		p.peer, p.theirs = "nix build", nix
	}
	return b.measure(p)
}

// nixBuild returns a run of "nix build" that has nothing to do, in a store of its own.
func (b *bench) nixBuild() (func() (usage, error), error) {
	if _, err := exec.LookPath("nix"); err != nil {
		return nil, err
	}
	dir := filepath.Join(b.dir, "nix")
	const derivation = `derivation { name = "nothing"; system = builtins.currentSystem; builder = "/bin/sh"; args = [ "-c" "echo nothing > $out" ]; }`
	if err := write(filepath.Join(dir, "default.nix"), []string{derivation}); err != nil {
		return nil, err
	}
	build := func() (usage, error) {
		c := command(dir, "nix", "--extra-experimental-features", "nix-command", "build", "--offline", "--no-link",
			"--option", "sandbox", "false", "--option", "build-users-group", "", "-f", "default.nix")
		c.Env = append(c.Env, "HOME="+dir, "NIX_REMOTE=", "NIX_STORE_DIR="+dir+"/store", "NIX_STATE_DIR="+dir+"/var", "NIX_LOG_DIR="+dir+"/log", "NIX_CONF_DIR="+dir+"/etc")
		return timed(c)
	}
	_, err := build()
	return build, err
}

// repack writes ember's image again, nothing changed.
func (b *bench) repack() error {
	store := filepath.Join(b.dir, "store")
	runs := 0
	image := func() (usage, error) {
		runs++
		return timed(command(b.dir, b.cairn, "--store", store, "image", "ember", "-o", filepath.Join(b.dir, fmt.Sprintf("image-%d", runs))))
	}
	if _, err := image(); err != nil {
		fmt.Printf("repack an unchanged image: skipped: %v\n", err)
		return nil
	}
	return b.measure(pair{work: "repack an unchanged image", ours: image})
}
