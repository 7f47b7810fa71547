package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// corpus is a base and the patch files that apply to it, one by one.
type corpus struct {
	repo, rev string
	stored    []string // as cairn reads them
	plain     []string // the same, decoded, as git reads them
	index     string   // an index that holds the base, for git
}

// generatedPatches checks 90 patches on a tree of 2,000 files.
func (b *bench) generatedPatches() error {
	const files, patches = 2000, 90
	repo := filepath.Join(b.dir, "generated")
	random := rand.New(rand.NewPCG(1, 2))
	lines := map[string][]string{}
	var names []string
	for i := range files {
		name := fmt.Sprintf("dir%02d/sub%d/file%04d.cpp", i%40, i%7, i)
		names = append(names, name)
		for range 40 + random.IntN(400) {
			lines[name] = append(lines[name], fmt.Sprintf("    auto v%d = call_%d(x, %d);", random.IntN(1000), random.IntN(50), random.IntN(9999)))
		}
		if err := write(filepath.Join(repo, name), lines[name]); err != nil {
			return err
		}
	}
	if err := b.commitAll(repo); err != nil {
		return err
	}
	c := corpus{repo: repo, rev: "HEAD"}
	for i := range patches {
		for range 1 + random.IntN(6) {
			name := names[random.IntN(files)]
			changed := append([]string(nil), lines[name]...)
			for range 1 + random.IntN(5) {
				at := random.IntN(len(changed))
				changed[at] = fmt.Sprintf("    // changed by %d", random.IntN(1e6))
			}
			if err := write(filepath.Join(repo, name), changed); err != nil {
				return err
			}
		}
		diff, err := command(repo, "git", "diff", "--full-index").Output()
		if err != nil {
			return err
		}
		file := filepath.Join(b.dir, fmt.Sprintf("generated-%02d.patch", i))
		if err := os.WriteFile(file, diff, 0o644); err != nil {
			return err
		}
		if _, err := output(repo, "git", "checkout", "-q", "."); err != nil {
			return err
		}
		c.stored = append(c.stored, file)
	}
	c.plain = c.stored
	return b.compareApply(fmt.Sprintf("check %d generated patches, %d files", patches, files), []*corpus{&c})
}

// realPatches checks every patch of the archive that applies to its base.
func (b *bench) realPatches() error {
	if b.archive == "" || len(b.bases) == 0 {
		fmt.Println("check real patches on real bases: skipped, no -archive and -base")
		return nil
	}
	archive, rev, _ := strings.Cut(b.archive, "@")
	listed, err := output(b.dir, "git", "--git-dir", archive, "ls-tree", "--name-only", rev, "patches/")
	if err != nil {
		return err
	}
	var all []*corpus
	total := 0
	for _, base := range b.bases {
		name, place, _ := strings.Cut(base, "=")
		c := &corpus{}
		c.repo, c.rev, _ = strings.Cut(place, "@")
		if err := b.readIndex(c, name); err != nil {
			return err
		}
		for _, path := range strings.Fields(listed) {
			if strings.HasPrefix(filepath.Base(path), name+"-") && strings.Contains(path, ".patch") || strings.HasPrefix(filepath.Base(path), name+"-") && strings.Contains(path, ".diff") {
				if err := b.addReal(c, archive, rev, path); err != nil {
					return err
				}
			}
		}
		total += len(c.stored)
		all = append(all, c)
	}
	return b.compareApply(fmt.Sprintf("check %d real patches, %d bases", total, len(all)), all)
}

// addReal takes a patch of the archive into the corpus if git applies it plainly.
func (b *bench) addReal(c *corpus, archive, rev, path string) error {
	content, err := command(b.dir, "git", "--git-dir", archive, "show", rev+":"+path).Output()
	if err != nil {
		return err
	}
	stored := filepath.Join(b.dir, filepath.Base(path))
	plain := stored + ".plain"
	if err := os.WriteFile(stored, content, 0o644); err != nil {
		return err
	}
	decode := "cat"
	if strings.HasSuffix(path, ".gz.b64") {
		decode = "base64 -d | gunzip"
	}
	if err := command(b.dir, "sh", "-c", decode+" <"+stored+" >"+plain+" 2>/dev/null").Run(); err != nil {
		return nil // it does not decode: no patch to check
	}
	if b.gitApply(c, plain).Run() == nil && command(b.dir, b.cairn, "patch", "apply", "--check", "--repo", c.repo, "--rev", c.rev, stored).Run() == nil {
		c.stored, c.plain = append(c.stored, stored), append(c.plain, plain)
	}
	return nil
}

func (b *bench) compareApply(work string, all []*corpus) error {
	for i, c := range all {
		if c.index == "" {
			if err := b.readIndex(c, fmt.Sprintf("generated%d", i)); err != nil {
				return err
			}
		}
	}
	list, err := b.writeList(all)
	if err != nil {
		return err
	}
	return b.measure(pair{
		work: work, peer: "git apply --cached --check, in a loop", goal: "≤ 0.33",
		ours: func() (usage, error) { return timed(command(b.dir, b.self, "-check", list)) },
		theirs: func() (usage, error) {
			var commands []*exec.Cmd
			for _, c := range all {
				for _, file := range c.plain {
					commands = append(commands, b.gitApply(c, file))
				}
			}
			return looped(commands)
		},
	})
}

// writeList writes down for the child process what it is to check.
func (b *bench) writeList(all []*corpus) (string, error) {
	var lists []checkList
	for _, c := range all {
		tree, err := output(b.dir, "git", "--git-dir", gitDir(c.repo), "rev-parse", c.rev+"^{tree}")
		if err != nil {
			return "", err
		}
		lists = append(lists, checkList{Repo: c.repo, Tree: tree, Files: c.stored})
	}
	data, err := json.Marshal(lists)
	if err != nil {
		return "", err
	}
	path := filepath.Join(b.dir, "list.json")
	return path, os.WriteFile(path, data, 0o644)
}

func (b *bench) gitApply(c *corpus, file string) *exec.Cmd {
	check := command(b.dir, "git", "--git-dir", gitDir(c.repo), "apply", "--cached", "--check", file)
	check.Env = append(check.Env, "GIT_INDEX_FILE="+c.index)
	return check
}

// readIndex gives git an index of the base, outside of the repository.
func (b *bench) readIndex(c *corpus, name string) error {
	c.index = filepath.Join(b.dir, name+".index")
	read := command(b.dir, "git", "--git-dir", gitDir(c.repo), "read-tree", c.rev)
	read.Env = append(read.Env, "GIT_INDEX_FILE="+c.index)
	return read.Run()
}

func gitDir(repo string) string {
	if _, err := os.Stat(filepath.Join(repo, ".git")); err == nil {
		return filepath.Join(repo, ".git")
	}
	return repo
}

func (b *bench) commitAll(repo string) error {
	for _, args := range [][]string{
		{"init", "-q", repo}, {"-C", repo, "add", "-A"},
		{"-C", repo, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "-q", "-m", "base"},
		{"-C", repo, "gc", "-q"},
	} {
		if _, err := output(b.dir, "git", args...); err != nil {
			return err
		}
	}
	return nil
}

func write(path string, lines []string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o644)
}
