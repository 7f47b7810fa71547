package sources

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"cairn/digest"

	"github.com/go-git/go-git/v5/plumbing"
	"golang.org/x/sys/unix"
)

// repository is one bare repository of the store. Beside what git keeps there
// (gitrepository-layout(5)) it has
//
//	cairn/commits/ID   this commit's tree is whole, but for the blobs it lists
//	cairn/history/ID   all ancestors of this commit are there too
//	cairn/lock         locked by who adds packs
//	cairn/incoming-*   a fetch that is not finished
//
// refs/cairn/ID and the shallow file tell git the same, so that git fsck and git
// gc know what they see.
type repository struct {
	dir string
	db  *database
}

var unsafeInNames = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// folderName is the last element of a URL and a hash of it, without credentials.
func folderName(rawURL string) string {
	public := redact(rawURL)
	name := path.Base(strings.TrimSuffix(strings.TrimRight(public, "/"), ".git"))
	if u, err := url.Parse(public); err == nil && u.Path != "" {
		name = path.Base(strings.TrimSuffix(strings.TrimRight(u.Path, "/"), ".git"))
	}
	name = strings.Trim(unsafeInNames.ReplaceAllString(name, "-"), ".-")
	return name + "-" + digest.Of([]byte(public)).Short() + ".git"
}

func openRepository(dir string) (*repository, error) {
	db, err := openDatabase(filepath.Join(dir, "objects"))
	if err != nil {
		return nil, err
	}
	return &repository{dir: dir, db: db}, nil
}

// initRepository makes an empty bare repository under a temporary name and renames
// it: who finds it finds it whole. Another process may do the same at once.
func initRepository(dir string) error {
	tmp, err := os.MkdirTemp(filepath.Dir(dir), ".init-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp) //nolint:errcheck // an empty folder; gone when it was renamed
	for _, sub := range []string{"objects/pack", "objects/info", "refs/heads", "refs/tags", "refs/cairn", "cairn/commits", "cairn/history"} {
		if err := os.MkdirAll(filepath.Join(tmp, sub), 0o777); err != nil {
			return err
		}
	}
	for name, content := range map[string]string{
		"HEAD":       "ref: refs/heads/none\n",
		"config":     "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n[gc]\n\tauto = 0\n",
		"cairn/lock": "",
	} {
		if err := os.WriteFile(filepath.Join(tmp, name), []byte(content), 0o666); err != nil {
			return err
		}
	}
	if err := os.Chmod(tmp, 0o755); err != nil {
		return err
	}
	err = os.Rename(tmp, dir)
	if errors.Is(err, fs.ErrExist) || errors.Is(err, unix.ENOTEMPTY) {
		return nil
	}
	return err
}

// lock waits for the right to add packs; unlock gives it back, and the kernel does
// so when the process ends. It clears away what a killed process left.
func (repo *repository) lock(ctx context.Context) (unlock func(), err error) {
	f, err := os.OpenFile(filepath.Join(repo.dir, "cairn", "lock"), os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	for {
		err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if !errors.Is(err, unix.EWOULDBLOCK) && !errors.Is(err, unix.EINTR) {
			break
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), f.Close())
		case <-time.After(20 * time.Millisecond):
		}
	}
	if err == nil {
		err = repo.sweep()
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("lock %s: %w", repo.dir, err), f.Close())
	}
	return func() { f.Close() }, nil //nolint:errcheck // nothing was written
}

func (repo *repository) sweep() error {
	for _, pattern := range []string{"cairn/incoming-*", "objects/pack/tmp_*"} {
		left, err := fs.Glob(os.DirFS(repo.dir), pattern)
		if err != nil {
			return err
		}
		for _, name := range left {
			if err := os.RemoveAll(filepath.Join(repo.dir, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// absence is a blob that a commit's tree names and the store lacks.
type absence struct {
	id   plumbing.Hash
	path string
}

func (repo *repository) marker(kind string, commit plumbing.Hash) string {
	return filepath.Join(repo.dir, "cairn", kind, commit.String())
}

// absent returns what a commit that is in the store lacks; whole is false when the
// commit was never brought.
func (repo *repository) absent(commit plumbing.Hash) (lacks []absence, whole bool, err error) {
	content, err := os.ReadFile(repo.marker("commits", commit))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	for line := range strings.Lines(string(content)) {
		id, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || !plumbing.IsHash(id) {
			return nil, false, fmt.Errorf("%s is damaged; remove it", repo.marker("commits", commit))
		}
		lacks = append(lacks, absence{plumbing.NewHash(id), name})
	}
	return lacks, true, nil
}

// record says that a commit is whole but for lacks. The lock is held.
func (repo *repository) record(commit plumbing.Hash, lacks []absence) error {
	repo.db.forget()
	// In this order, so that git finds the repository sound after each step.
	if err := repo.updateShallow(commit); err != nil {
		return err
	}
	if err := repo.writeFile("refs/cairn/"+commit.String(), commit.String()+"\n"); err != nil {
		return err
	}
	var b strings.Builder
	for _, a := range lacks {
		fmt.Fprintf(&b, "%s %s\n", a.id, a.path)
	}
	return repo.writeFile("cairn/commits/"+commit.String(), b.String())
}

// updateShallow lists commits whose parents are not here (gitformat shallow). The
// lock is held.
func (repo *repository) updateShallow(add plumbing.Hash) error {
	content, err := os.ReadFile(filepath.Join(repo.dir, "shallow"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var kept []string
	for _, line := range append(strings.Fields(string(content)), add.String()) {
		kind, commit, err := repo.db.read(plumbing.NewHash(line))
		if err != nil || kind != plumbing.CommitObject || slices.Contains(kept, line) {
			continue
		}
		if !slices.ContainsFunc(parentsOf(commit), func(p plumbing.Hash) bool { return !repo.db.has(p) }) {
			continue
		}
		kept = append(kept, line)
	}
	slices.Sort(kept)
	text := strings.Join(append(kept, ""), "\n")
	if text == string(content) {
		return nil
	}
	return repo.writeFile("shallow", text)
}

// parentsOf reads the parents out of a commit object.
func parentsOf(commit []byte) []plumbing.Hash {
	var parents []plumbing.Hash
	for line := range bytes.Lines(commit) {
		text, ok := bytes.CutPrefix(bytes.TrimSuffix(line, []byte{'\n'}), []byte("parent "))
		if ok && plumbing.IsHash(string(text)) {
			parents = append(parents, plumbing.NewHash(string(text)))
		} else if !bytes.HasPrefix(line, []byte("tree ")) {
			break
		}
	}
	return parents
}

// writeFile replaces a small file of the repository, whole or not at all.
func (repo *repository) writeFile(name, content string) (err error) {
	target := filepath.Join(repo.dir, filepath.FromSlash(name))
	tmp, err := os.CreateTemp(filepath.Join(repo.dir, "cairn"), "incoming-file-*")
	if err != nil {
		return err
	}
	_, err = tmp.WriteString(content)
	if err = errors.Join(err, tmp.Chmod(0o644), tmp.Sync(), tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), target)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return syncFolder(filepath.Dir(target))
}
