package main

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// grow measures how time and memory grow: components and patches, files of a tree, bytes
// of the store. Each row is twice the one above it; "growth" is what that cost.
func (b *bench) grow() error {
	fmt.Printf("%-34s %9s %12s %9s %7s\n", "work", "size", "time", "memory", "growth")
	for _, measure := range []func() error{b.growComponents, b.growTree, b.growStore} {
		if err := measure(); err != nil {
			return err
		}
	}
	return nil
}

// curve prints the rows of one command over sizes.
type curve struct {
	work string
	last usage
}

func (c *curve) row(size string, u usage) {
	growth := "–"
	if c.last.wall > 0 {
		growth = fmt.Sprintf("%.2f", float64(u.wall)/float64(c.last.wall))
	}
	c.last = u
	fmt.Printf("%-34s %9s %12s %5d MiB %7s\n", c.work, size, round(u.wall), u.maxBytes>>20, growth)
}

// growth measures one command of cairn in a folder and adds its row.
func (b *bench) growth(c *curve, size, dir string, args ...string) error {
	u, err := timed(command(dir, b.cairn, append([]string{"--store", filepath.Join(dir, "store"), "-C", "."}, args...)...))
	if err != nil {
		return fmt.Errorf("%s, %s: %w", c.work, size, err)
	}
	c.row(size, u)
	return nil
}

const growthToolchain = "toolchain \"host\" {\n  host {\n    programs = [\"sh\"]\n  }\n}\n"

// growComponents is stacks of 25 to 200 components, ten patches each.
func (b *bench) growComponents() error {
	const patchesEach = 10
	curves := []*curve{{work: "lock a stack"}, {work: "check its series"}, {work: "plan its build"}, {work: "list"}}
	for _, components := range []int{25, 50, 100, 200} {
		dir := filepath.Join(b.dir, fmt.Sprintf("components-%d", components))
		revision, err := b.growUpstream(filepath.Join(dir, "upstream"), components, 400)
		if err != nil {
			return err
		}
		var text strings.Builder
		fmt.Fprintf(&text, "upstream \"u\" {\n  git = \"file://%s\"\n}\n%sstack \"s\" {\n", filepath.Join(dir, "upstream"), growthToolchain)
		for i := range components {
			fmt.Fprintf(&text, "  component \"c%d\" {\n    source {\n      upstream = upstream.u\n      revision = %q\n    }\n", i, revision)
			for k := range patchesEach {
				name := fmt.Sprintf("patches/c%d/%02d.patch", i, k)
				sum, err := growPatch(filepath.Join(dir, name), fmt.Sprintf("f%05d.txt", i), 20+30*k)
				if err != nil {
					return err
				}
				fmt.Fprintf(&text, "    patch \"p%d\" {\n      path   = %q\n      sha256 = %q\n    }\n", k, name, sum)
			}
			text.WriteString("    build \"command\" {\n      toolchain = toolchain.host\n      commands  = [[\"mkdir\", \"-p\", \"/out\"]]\n    }\n  }\n")
		}
		text.WriteString("}\n")
		if err := os.WriteFile(filepath.Join(dir, "s.hcl"), []byte(text.String()), 0o644); err != nil {
			return err
		}
		for i, args := range [][]string{{"lock", "s"}, {"check", "s"}, {"plan", "s"}, {"list"}} {
			if err := b.growth(curves[i], fmt.Sprintf("%d × %d", components, patchesEach), dir, args...); err != nil {
				return err
			}
		}
		removeAll(dir)
	}
	return nil
}

// growTree is sources of 7,500 to 60,000 files.
func (b *bench) growTree() error {
	curves := []*curve{{work: "lock a large source"}, {work: "build it: written out, left alone"}, {work: "build with nothing to do"}}
	for _, files := range []int{7_500, 15_000, 30_000, 60_000} {
		dir := filepath.Join(b.dir, fmt.Sprintf("tree-%d", files))
		revision, err := b.growUpstream(filepath.Join(dir, "upstream"), files, 40)
		if err != nil {
			return err
		}
		text := fmt.Sprintf("upstream \"u\" {\n  git = \"file://%s\"\n}\n%sstack \"s\" {\n  component \"c\" {\n    source {\n      upstream = upstream.u\n      revision = %q\n    }\n    build \"command\" {\n      toolchain = toolchain.host\n      commands  = [[\"sh\", \"-c\", \"echo >/out/done\"]]\n    }\n  }\n}\n",
			filepath.Join(dir, "upstream"), growthToolchain, revision)
		if err := os.WriteFile(filepath.Join(dir, "s.hcl"), []byte(text), 0o644); err != nil {
			return err
		}
		for i, args := range [][]string{{"lock", "s"}, {"build", "s"}, {"build", "s"}} {
			if err := b.growth(curves[i], fmt.Sprint(files), dir, args...); err != nil {
				return err
			}
		}
		removeAll(dir)
	}
	return nil
}

// growStore is stores of 1.25 to 5 GiB.
func (b *bench) growStore() error {
	dir := filepath.Join(b.dir, "large")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	curves := []*curve{{work: "verify a store"}, {work: "what takes its space (du)"}, {work: "gc, nothing to remove"}}
	for parts := 1; parts <= 4; parts *= 2 {
		var text strings.Builder
		fmt.Fprintf(&text, "upstream \"ember\" {\n  embedded = \"ember\"\n}\n%sstack \"s\" {\n", growthToolchain)
		for i := range parts {
			fmt.Fprintf(&text, "  component \"c%d\" {\n    source {\n      upstream = upstream.ember\n      revision = \"4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d\"\n    }\n    build \"command\" {\n      toolchain = toolchain.host\n      commands  = [[\"sh\", \"-c\", \"mkdir -p /out/share && echo %d >/out/share/n && for i in 0 1 2 3 4; do head -c 268435456 /dev/urandom >/out/share/$i; done\"]]\n    }\n  }\n", i, i)
		}
		text.WriteString("}\n")
		if err := os.WriteFile(filepath.Join(dir, "s.hcl"), []byte(text.String()), 0o644); err != nil {
			return err
		}
		for _, args := range [][]string{{"lock", "s"}, {"build", "s"}} {
			if _, err := timed(command(dir, b.cairn, append([]string{"--store", filepath.Join(dir, "store"), "-C", "."}, args...)...)); err != nil {
				return err
			}
		}
		for i, args := range [][]string{{"store", "verify"}, {"du"}, {"gc"}} {
			u, err := timed(command(dir, b.cairn, append([]string{"--store", filepath.Join(dir, "store")}, args...)...))
			if err != nil {
				return err
			}
			curves[i].row(fmt.Sprintf("%.2f GiB", 1.25*float64(parts)), u)
		}
	}
	removeAll(dir)
	return nil
}

// growUpstream makes a repository of one commit with so many files, by
// git-fast-import(1), and returns the commit.
func (b *bench) growUpstream(dir string, files, lines int) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	if _, err := output(dir, "git", "init", "-q", "-b", "main"); err != nil {
		return "", err
	}
	c := exec.Command("git", "fast-import", "--quiet")
	var said strings.Builder
	c.Dir, c.Stdout, c.Stderr = dir, &said, &said
	// Not held in memory: a child's peak begins with its parent's.
	in, err := c.StdinPipe()
	if err != nil {
		return "", err
	}
	if err := c.Start(); err != nil {
		return "", err
	}
	stream := bufio.NewWriter(in)
	stream.WriteString("commit refs/heads/main\ncommitter A <a@example.org> 1700000000 +0000\ndata 4\nall\n\n")
	for i := range files {
		content := growFile(fmt.Sprintf("f%05d.txt", i), lines)
		name := fmt.Sprintf("f%05d.txt", i)
		if files > 1000 {
			name = fmt.Sprintf("d%02d/e%02d/%s", i%97, i%31, name)
		}
		fmt.Fprintf(stream, "M 100644 inline %s\ndata %d\n%s\n", name, len(content), content)
	}
	if err := errors.Join(stream.Flush(), in.Close(), c.Wait()); err != nil {
		return "", fmt.Errorf("git fast-import: %w\n%s", err, said.String())
	}
	return output(dir, "git", "rev-parse", "main")
}

func growFile(name string, lines int) string {
	var text strings.Builder
	for i := 1; i <= lines; i++ {
		fmt.Fprintf(&text, "line %d of %s\n", i, name)
	}
	return text.String()
}

// growPatch writes a patch of one line of a file and returns its sha256.
func growPatch(path, file string, line int) (string, error) {
	var text strings.Builder
	fmt.Fprintf(&text, "--- a/%s\n+++ b/%s\n@@ -%d,7 +%d,7 @@\n", file, file, line-3, line-3)
	for i := line - 3; i <= line+3; i++ {
		if i == line {
			fmt.Fprintf(&text, "-line %d of %s\n+line %d of %s, changed\n", i, file, i, file)
		} else {
			fmt.Fprintf(&text, " line %d of %s\n", i, file)
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", err
	}
	if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(text.String()))), nil
}
