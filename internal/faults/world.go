package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// world is a person's machine in a folder: a home, a store, workspaces.
type world struct {
	dir, cairn string
	far        string // HOST:PORT of all that is far away
}

func (s *suite) world(dir string) *world { return &world{dir, s.cairn, s.far.address()} }

// name is the world's, for its part of the registry.
func (w *world) name() string { return filepath.Base(w.dir) }

// told replaces what stands for the world's folder, its part of the registry, the part
// that all worlds share, and the far end.
func (w *world) told(text string) string {
	return strings.NewReplacer("/WORLD", w.dir, "/REGISTRY", w.far+"/"+w.name(), "/SHARED", w.far+"/shared", "/FAR", w.far).Replace(text)
}

// configure writes the machine's configuration as it is in this world.
func (w *world) configure() error {
	text, err := os.ReadFile(filepath.Join(w.dir, "config.hcl"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	dir := filepath.Join(w.dir, ".config", "cairn")
	return errors.Join(os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, "config.hcl"), []byte(w.told(string(text))), 0o644))
}

// copyOf is a world in the state that the scenario starts from.
func (s *suite) copyOf(p *prepared) (*world, error) {
	dir, err := os.MkdirTemp(s.dir, "world-*")
	if err != nil {
		return nil, err
	}
	w := s.world(dir)
	return w, errors.Join(copyTree(p.template, dir), w.configure())
}

func copyTree(from, to string) error {
	if out, err := exec.Command("cp", "-a", from+"/.", to).CombinedOutput(); err != nil {
		return fmt.Errorf("copy the world: %w\n%s", err, out)
	}
	return nil
}

// environment is all that programs in the world are told.
func (w *world) environment() []string {
	return []string{
		"HOME=" + w.dir, "XDG_CACHE_HOME=" + filepath.Join(w.dir, "cache"), "XDG_STATE_HOME=" + filepath.Join(w.dir, "state"),
		"TMPDIR=" + w.dir, "NO_COLOR=1", "PATH=" + filepath.Dir(w.cairn) + ":/usr/bin:/bin", "LC_ALL=C.UTF-8",
	}
}

// command is cairn with arguments, told where they are.
func (w *world) command(argv []string) *exec.Cmd {
	args := make([]string, len(argv))
	for i, arg := range argv {
		args[i] = w.told(arg)
	}
	c := exec.Command(w.cairn, args...)
	c.Dir, c.Env = w.dir, w.environment()
	return c
}

func (w *world) run(argv []string) (output string, status int) {
	return finish(w.command(argv))
}

// finish runs a command to its end; the status of one that a signal ended is -1.
func finish(c *exec.Cmd) (output string, status int) {
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return string(out), 0
	case errors.As(err, &exit):
		return string(out), exit.ExitCode()
	}
	return string(out) + err.Error(), -1
}

func (w *world) shell(script string) (string, error) {
	c := exec.Command("sh", "-e", "-c", w.told(script))
	c.Dir, c.Env = w.dir, w.environment()
	out, err := c.CombinedOutput()
	return string(out), err
}

// whole says what is broken after a fault, if anything: the store, a lock, an image here
// or in the registry, a file under its final name.
func (w *world) whole(p *prepared) error {
	if _, err := os.Stat(filepath.Join(w.dir, "cache", "cairn")); err == nil {
		if out, status := w.run([]string{"store", "verify"}); status != 0 {
			return fmt.Errorf("the store is not whole:\n%s", out)
		}
	}
	for _, dir := range []string{"work", "my", "mine"} {
		if _, err := os.Stat(filepath.Join(w.dir, dir)); err != nil {
			continue
		}
		if out, status := w.run([]string{"-C", dir, "list"}); status != 0 || strings.Contains(out, "damaged") {
			return fmt.Errorf("the workspace %s is not whole:\n%s", dir, out)
		}
	}
	if _, err := os.Stat(filepath.Join(w.dir, "image", "index.json")); err == nil {
		if out, status := w.run([]string{"image", "verify", "image"}); status != 0 {
			return fmt.Errorf("the image is not whole:\n%s", out)
		}
	}
	now, err := w.state(p)
	if err != nil {
		return err
	}
	for name, is := range now {
		if want, ok := p.want[name]; ok && is != want && is != p.start[name] {
			return fmt.Errorf("%s is neither what it was nor what it is to be", name)
		}
	}
	if p.tag != "" && now["tag "+p.tag] != "" {
		if out, status := w.run([]string{"inspect", "/REGISTRY/" + p.tag, "--verify", "--key", "key.pub"}); status != 0 {
			return fmt.Errorf("the image that was pushed does not prove back to its lock:\n%s", out)
		}
	}
	return nil
}

// recovers says what is wrong after the next run, if anything.
func (w *world) recovers(p *prepared) error {
	if err := w.whole(p); err != nil {
		return err
	}
	out, status := w.run(p.argv)
	// What a fault left of a rebase is gone on with; what was done is done.
	done := status == 2 && exclusive(p.name) // it is there already, whole
	if status != p.status && p.again == nil && !done {
		return fmt.Errorf("the next run: exit status %d, undisturbed %d\n%s", status, p.status, out)
	}
	if p.again != nil {
		if out, status := w.run(p.again); status != 0 && status != 3 || !strings.Contains(out, p.says) {
			return fmt.Errorf("cairn %s: exit status %d, wanted %q\n%s", strings.Join(p.again, " "), status, p.says, out)
		}
	}
	if strings.Contains(out, "goroutine ") {
		return fmt.Errorf("a stack trace:\n%s", out)
	}
	got, err := w.state(p)
	if err != nil {
		return err
	}
	for name, want := range p.want {
		if got[name] != want {
			return fmt.Errorf("after the next run %s is not what it is undisturbed", name)
		}
	}
	for name := range got {
		if p.want[name] == "" {
			return fmt.Errorf("after the next run there is %s, which is not there undisturbed", name)
		}
	}
	return nil
}

// state is what a person sees of the world: the files of workspaces and of images, but
// neither the store's nor those of a tool's own folders; and what was pushed.
func (w *world) state(p *prepared) (map[string]string, error) {
	files := map[string]string{}
	if p.tag != "" {
		digest, err := w.pushed(p.tag)
		if err != nil {
			return nil, err
		}
		if digest != "" {
			files["tag "+p.tag] = digest
		}
	}
	for _, dir := range []string{"work", "my", "mine", "image", "series", "bundle"} {
		root := filepath.Join(w.dir, dir)
		err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && name == root:
				return nil
			case err != nil:
				return err
			case entry.IsDir() && (entry.Name() == ".cairn" || entry.Name() == ".git"):
				return filepath.SkipDir
			case !entry.Type().IsRegular():
				return nil
			}
			content, err := os.ReadFile(name)
			relative, _ := filepath.Rel(w.dir, name) // both are absolute
			// A definition names its upstream by where the world is.
			content = bytes.ReplaceAll(content, []byte(w.dir), []byte("/WORLD"))
			if strings.HasSuffix(name, ".lock.hcl") && bytes.Contains(content, []byte("/WORLD")) {
				content = nil
			}
			files[relative] = fmt.Sprintf("%x", sha256.Sum256(content))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// pushed is the digest of an image in the registry, empty if there is none.
func (w *world) pushed(tag string) (string, error) {
	name, tag, _ := strings.Cut(tag, ":")
	answer, err := http.Head("http://" + w.far + "/v2/" + w.name() + "/" + name + "/manifests/" + tag)
	if err != nil {
		return "", err
	}
	answer.Body.Close()
	return answer.Header.Get("Docker-Content-Digest"), nil
}

// removeAll removes a folder in which read-only folders stand.
func removeAll(dir string) {
	_ = filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			_ = os.Chmod(name, 0o755) // RemoveAll tells
		}
		return nil
	})
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintf(os.Stderr, "faults: %v\n", err)
	}
}
