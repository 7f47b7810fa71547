package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// move is a series that is to go from one commit of an upstream to another.
type move struct {
	name       string
	repo       string // git directory
	from, onto string
	files      []string // in order, each applies to what the ones before have left
	work       string   // git's own repository, with branches base, new and series
	mailbox    string
}

// addMove reads NAME=DIR@FROM..ONTO:GLOB,…; the globs name files of the archive.
func (b *bench) addMove(text string) error {
	name, rest, ok := strings.Cut(text, "=")
	repo, rest, ok2 := strings.Cut(rest, "@")
	commits, globs, ok3 := strings.Cut(rest, ":")
	from, onto, ok4 := strings.Cut(commits, "..")
	if !ok || !ok2 || !ok3 || !ok4 {
		return fmt.Errorf("%q is not NAME=DIR@FROM..ONTO:GLOB,…", text)
	}
	b.moves = append(b.moves, &move{name: name, repo: repo, from: from, onto: onto, files: strings.Split(globs, ",")})
	return nil
}

// realMoves measures locate, drift and rebase of the series that -move names.
func (b *bench) realMoves() error {
	if len(b.moves) == 0 {
		fmt.Println("locate, drift and rebase of real series: skipped, no -move")
	}
	for _, m := range b.moves {
		if err := b.readSeries(m); err != nil {
			return err
		}
		if err := b.measureMove(m); err != nil {
			return err
		}
	}
	return nil
}

// readSeries takes the files out of the archive and makes git's repository: two commits,
// without the files whose blobs the upstream's mirror lacks, and one commit a patch.
func (b *bench) readSeries(m *move) error {
	archive, rev, found := strings.Cut(b.archive, "@")
	listed := ""
	if found {
		var err error
		if listed, err = output(b.dir, "git", "--git-dir", archive, "ls-tree", "--name-only", rev, "patches/"); err != nil {
			return err
		}
	}
	globs := m.files
	m.files = nil
	m.work = filepath.Join(b.dir, "move-"+m.name)
	if err := m.prepare(b.dir); err != nil {
		return err
	}
	for _, glob := range globs {
		if strings.Contains(glob, "/") {
			here, err := filepath.Glob(glob)
			if err != nil {
				return err
			}
			if len(here) == 0 {
				return fmt.Errorf("no files %s", glob)
			}
			for _, file := range here {
				if file, err = filepath.Abs(file); err != nil {
					return err
				}
				if err := m.commit(file); err != nil {
					return err
				}
			}
			continue
		}
		if !found {
			return errors.New("-move of the archive's files wants -archive")
		}
		for _, file := range strings.Fields(listed) {
			if ok, _ := path.Match("patches/"+glob, file); !ok || strings.HasSuffix(file, ".md") {
				continue
			}
			content, err := command(b.dir, "git", "--git-dir", archive, "show", rev+":"+file).Output()
			if err != nil {
				return err
			}
			stored := filepath.Join(b.dir, path.Base(file))
			if err := os.WriteFile(stored, content, 0o644); err != nil {
				return err
			}
			if err := m.commit(stored); err != nil {
				return err
			}
		}
	}
	m.mailbox = filepath.Join(b.dir, m.name+".mbox")
	script := fmt.Sprintf("git branch series && git format-patch -q --full-index --binary --stdout base..series >%s", m.mailbox)
	_, err := output(m.work, "sh", "-c", script)
	return err
}

// prepare makes the repository with the branches base and new.
func (m *move) prepare(dir string) error {
	objects, err := filepath.Abs(filepath.Join(gitDir(m.repo), "objects"))
	if err != nil {
		return err
	}
	if _, err := output(dir, "git", "init", "-q", m.work); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(m.work, ".git/objects/info/alternates"), []byte(objects+"\n"), 0o644); err != nil {
		return err
	}
	const script = `
git config user.name bench; git config user.email bench@example.invalid; git config gc.auto 0; git config advice.detachedHead false
tree() {
	rm -f .git/index; git read-tree "$1"
	git ls-files -s | awk '{print $2}' | git cat-file --batch-check 2>/dev/null | awk '$2=="missing"{print $1}' >.git/missing
	if [ -s .git/missing ]; then
		git ls-files -s | grep -F -f .git/missing | awk -F'\t' '{print "0 0000000000000000000000000000000000000000\t"$2}' | git update-index --index-info
	fi
	git write-tree
}
base=$(git commit-tree -m base $(tree "$1")) && git branch base $base &&
new=$(git commit-tree -m new -p $base $(tree "$2")) && git branch new $new && git checkout -q -f --detach base`
	_, err = output(m.work, "sh", "-c", script, "sh", m.from, m.onto)
	return err
}

// commit applies a stored patch file, and commits it.
func (m *move) commit(stored string) error {
	decode := `cat "$1"`
	switch {
	case strings.HasSuffix(stored, ".gz.b64"):
		decode = `base64 -d "$1" | gunzip`
	case strings.HasSuffix(stored, ".b64"):
		decode = `base64 -d "$1"`
	}
	script := decode + ` | git apply --index --whitespace=nowarn && git commit -q -m "$(basename "$1")"`
	if _, err := output(m.work, "sh", "-c", script, "sh", stored); err != nil {
		return err
	}
	m.files = append(m.files, stored)
	return nil
}

func (b *bench) measureMove(m *move) error {
	patches := fmt.Sprintf("%d", len(m.files))
	ours := func() (usage, error) {
		out := filepath.Join(b.dir, "moved-"+m.name)
		defer removeAll(out)
		args := append([]string{"patch", "rebase", "--repo", m.repo, "--from", m.from, "--onto", m.onto, "-o", out}, m.files...)
		return timedUnlessConflict(command(b.dir, b.cairn, args...))
	}
	for _, p := range []pair{
		{work: "rebase " + m.name + ", patches: " + patches, peer: "git rebase, --skip at conflicts", goal: "≤ 0.1", ours: ours,
			theirs: func() (usage, error) { return m.skipping("series", "rebase", "--onto", "new", "base") }},
		{work: "rebase " + m.name + ", patches: " + patches, peer: "git checkout, git am -3, --skip at conflicts", goal: "≤ 0.1", ours: ours,
			theirs: func() (usage, error) { return m.skipping("series", "am", "-q", "-3", m.mailbox) }},
		{work: "drift " + m.name + ", patches: " + patches, goal: "1 s each",
			ours: func() (usage, error) {
				args := append([]string{"patch", "drift", "--repo", m.repo, "--from", m.from, "--to", m.onto}, m.files...)
				return timedUnlessConflict(command(b.dir, b.cairn, args...))
			}},
		{work: "locate one of " + m.name, goal: "3 s",
			ours: func() (usage, error) {
				return timed(command(b.dir, b.cairn, "patch", "locate", "--repo", m.repo, m.files[0]))
			}},
	} {
		if err := b.measure(p); err != nil {
			return err
		}
	}
	return nil
}

// skipping runs git rebase or git am from a branch on, leaving out what conflicts, as
// cairn reports all patches in one run.
func (m *move) skipping(branch string, args ...string) (usage, error) {
	if _, err := output(m.work, "git", "checkout", "-q", "-f", "--detach", branch); err != nil {
		return usage{}, err
	}
	defer func() { _ = command(m.work, "sh", "-c", "git reset -q --hard; git clean -qfd").Run() }()
	var total usage
	add := func(args ...string) (bool, error) {
		u, err := timed(command(m.work, "git", args...))
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			return false, err
		}
		total.wall += u.wall
		total.cpu += u.cpu
		return err == nil, nil
	}
	if args[0] == "am" {
		if ok, err := add("checkout", "-q", "--detach", "new"); err != nil || !ok {
			return total, errors.Join(err, errors.New("git checkout fails"))
		}
	}
	done, err := add(args...)
	for skips := 0; !done && err == nil; skips++ {
		if skips > len(m.files) {
			return total, fmt.Errorf("git %s --skip does not end", args[0])
		}
		done, err = add(args[0], "--skip")
	}
	return total, err
}

// timedUnlessConflict is timed; that a patch does not apply (status 3) is an answer.
func timedUnlessConflict(c *exec.Cmd) (usage, error) {
	start := time.Now()
	u, err := timed(c)
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 3 {
		u, err = usage{wall: time.Since(start), cpu: processorOf(c), maxBytes: peakOf(c)}, nil
	}
	return u, err
}
