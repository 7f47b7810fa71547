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
	files     []patchFile
	index     string // an index that holds the base, for git
}

// patchFile is a patch file twice, and how it is applied.
type patchFile struct {
	stored string // as cairn reads it
	plain  string // decoded, as git reads it
	way    way
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
		c.files = append(c.files, patchFile{stored: file, plain: file})
	}
	return b.compareApply(fmt.Sprintf("check %d generated patches, %d files", patches, files), []*corpus{&c})
}

// ways are the options with which files of an archive are tried, in this order: what a
// definition would say of a file whose counts are wrong, or that "diff -u" wrote of
// installed packages.
var ways = []way{{}, {Recount: true}, {Strip: 8}}

// way is what git apply and cairn are both told; Strip 0 is their default.
type way struct {
	Recount bool `json:"recount,omitempty"`
	Strip   int  `json:"strip,omitempty"`
}

func (w way) args() (args []string) {
	if w.Recount {
		args = append(args, "--recount")
	}
	if w.Strip > 0 {
		args = append(args, fmt.Sprintf("-p%d", w.Strip))
	}
	return args
}

// realPatches checks every patch file of the archive that applies to one of the bases,
// on the first to which it does, in the first way in which it does.
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
	for _, base := range b.bases {
		name, place, _ := strings.Cut(base, "=")
		c := &corpus{}
		c.repo, c.rev, _ = strings.Cut(place, "@")
		if err := b.readIndex(c, name); err != nil {
			return err
		}
		all = append(all, c)
	}
	total := 0
	for _, path := range strings.Fields(listed) {
		if !strings.Contains(path, ".patch") && !strings.Contains(path, ".diff") || strings.HasSuffix(path, ".md") {
			continue
		}
		taken, err := b.addReal(all, archive, rev, path)
		if err != nil {
			return err
		}
		if taken {
			total++
		}
	}
	return b.compareApply(fmt.Sprintf("check %d real patches, %d bases", total, len(all)), all)
}

// addReal takes a patch file of the archive into the first corpus to which both git and
// cairn apply it.
func (b *bench) addReal(all []*corpus, archive, rev, path string) (bool, error) {
	content, err := command(b.dir, "git", "--git-dir", archive, "show", rev+":"+path).Output()
	if err != nil {
		return false, err
	}
	stored := filepath.Join(b.dir, filepath.Base(path))
	plain := stored + ".plain"
	if err := os.WriteFile(stored, content, 0o644); err != nil {
		return false, err
	}
	decode := "cat"
	switch {
	case strings.HasSuffix(path, ".gz.b64"):
		decode = "base64 -d | gunzip"
	case strings.HasSuffix(path, ".b64"):
		decode = "base64 -d"
	}
	if err := command(b.dir, "sh", "-c", "cat "+stored+" | "+decode+" >"+plain+" 2>/dev/null").Run(); err != nil {
		return false, nil // it does not decode: no patch to check
	}
	for _, w := range ways {
		for _, c := range all {
			p := patchFile{stored, plain, w}
			args := append([]string{"patch", "apply", "--check", "--repo", c.repo, "--rev", c.rev}, append(w.args(), stored)...)
			if b.gitApply(c, p).Run() == nil && command(b.dir, b.cairn, args...).Run() == nil {
				c.files = append(c.files, p)
				return true, nil
			}
		}
	}
	return false, nil
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
				for _, file := range c.files {
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
		list := checkList{Repo: c.repo, Tree: tree}
		for _, file := range c.files {
			list.Files = append(list.Files, checkFile{Name: file.stored, Way: file.way})
		}
		lists = append(lists, list)
	}
	data, err := json.Marshal(lists)
	if err != nil {
		return "", err
	}
	path := filepath.Join(b.dir, "list.json")
	return path, os.WriteFile(path, data, 0o644)
}

func (b *bench) gitApply(c *corpus, file patchFile) *exec.Cmd {
	args := append([]string{"--git-dir", gitDir(c.repo), "apply", "--cached", "--check"}, append(file.way.args(), file.plain)...)
	check := command(b.dir, "git", args...)
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
