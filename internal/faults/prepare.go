package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"cairn/testdata/debarchive"
)

// prepared is a scenario with the state that it starts from and the one that it ends in.
type prepared struct {
	scenario
	template    string
	status      int           // of an undisturbed run
	took        time.Duration // by one
	requests    int           // that one sends to the far end
	start, want map[string]string
}

// prepare makes the state before, and runs the command undisturbed.
func (s *suite) prepare(sc scenario) (*prepared, error) {
	p := &prepared{scenario: sc, template: filepath.Join(s.dir, "template")}
	w := s.world(p.template)
	files := map[string]string{
		"work/made.hcl": workspace,
		"far.hcl":       strings.ReplaceAll(remote, "ENGINE", s.engine),
		"closed.hcl":    strings.ReplaceAll(closure, "FINGERPRINT", s.fingerprint),
		"config.hcl":    fmt.Sprintf("keyrings = [%q]\n", filepath.Join(s.dir, "apt", "debian.gpg")),
	}
	if sc.cache != "" {
		files["config.hcl"] += fmt.Sprintf("cache %q {\n  key      = \"key\"\n  builders = [\"key.pub\"]\n}\n", sc.cache+"/cache")
	}
	for name, content := range files {
		path := filepath.Join(w.dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
			return nil, err
		}
	}
	if err := w.configure(); err != nil {
		return nil, err
	}
	for from, to := range map[string]string{"stacks/definitions": "definitions", "lockfiles": "locks"} {
		if err := os.CopyFS(filepath.Join(w.dir, to), os.DirFS(from)); err != nil {
			return nil, err
		}
	}
	if out, err := w.shell(sc.before); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	clean, err := s.copyOf(p)
	if err != nil {
		return nil, err
	}
	defer removeAll(clean.dir)
	if p.start, err = clean.state(p); err != nil {
		return nil, err
	}
	s.far.behave()
	start := time.Now()
	out, status := clean.run(p.argv)
	p.took, p.status = time.Since(start), status
	p.requests, _ = s.far.served()
	if status != 0 && status != 3 { // a rebase that stops at a conflict
		return nil, fmt.Errorf("exit status %d\n%s", status, out)
	}
	if p.again != nil {
		if out, _ := clean.run(p.again); !strings.Contains(out, p.says) {
			return nil, fmt.Errorf("cairn %s does not say %q:\n%s", strings.Join(p.again, " "), p.says, out)
		}
	}
	p.want, err = clean.state(p)
	return p, err
}

// furnish makes what the far end serves: a git repository, and an archive of packages.
func (s *suite) furnish() error {
	repository := filepath.Join(s.dir, "git", "engine.git")
	script := "git init -q -b main . && for i in 1 2 3 4 5 6 7 8; do head -c 40000 /dev/urandom | od >$i; done && git add . && git commit -qm all && git rev-parse HEAD"
	if err := os.MkdirAll(repository, 0o755); err != nil {
		return err
	}
	c := exec.Command("sh", "-e", "-c", script)
	c.Dir = repository
	c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")
	out, err := c.CombinedOutput()
	if err != nil {
		return fmt.Errorf("make a repository: %w\n%s", err, out)
	}
	s.engine = strings.TrimSpace(string(out))
	key, err := debarchive.NewKey("archive")
	if err != nil {
		return err
	}
	noise := make([]byte, 300<<10)
	_, _ = rand.Read(noise) // never fails
	archive := &debarchive.Archive{Key: key, Files: map[string][]byte{}}
	err = archive.Publish(debarchive.Release{Date: time.Now().Add(-time.Hour)},
		debarchive.Deb{Name: "shell", Version: "1", Fields: "Essential: yes\n", Files: []debarchive.Entry{{Name: "./usr/bin/nothing", Mode: 0o755}}},
		debarchive.Deb{Name: "tool", Version: "1.0", Fields: "Depends: lib (>= 1)\n", Compression: ".xz", Files: []debarchive.Entry{{Name: "./usr/share/tool", Content: string(noise)}}},
		debarchive.Deb{Name: "lib", Version: "1.2", Compression: ".zst", Files: []debarchive.Entry{{Name: "./usr/share/lib", Content: "care\n"}}})
	s.fingerprint = debarchive.Fingerprint(key)
	return errors.Join(err, archive.Write(filepath.Join(s.dir, "apt", "debian")))
}
