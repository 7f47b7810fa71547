package sources

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/sourcegraph/conc/pool"
	"golang.org/x/sys/unix"
)

// Tree is a git tree and the store that holds it.
type Tree struct {
	Objects storer.EncodedObjectStorer
	ID      plumbing.Hash
}

// ExportOptions say what is left out of an export and what is filled in.
type ExportOptions struct {
	// Exclude lists globs of paths that are left out; see Match.
	Exclude []string
	// Submodules are written where the tree has a gitlink at that path; a gitlink
	// without one becomes an empty folder, as git leaves it.
	Submodules map[string]Tree
}

// Export writes a tree to dir, which is made when missing and must be empty:
// regular files (0644, 0755), symbolic links (never followed). Excluded paths are
// left out and their blobs may be missing. objects must be safe for concurrent use.
// A path that git would not take is an *UnsafePathError, a blob that is not there a
// *MissingBlobError. After an error dir holds a part.
func Export(ctx context.Context, objects storer.EncodedObjectStorer, tree plumbing.Hash, dir string, exclude []string) error {
	return ExportTree(ctx, Tree{objects, tree}, dir, ExportOptions{Exclude: exclude})
}

// UnsafePathError says that a tree has a path that git refuses to write.
type UnsafePathError struct{ Path string }

func (e *UnsafePathError) Error() string {
	return fmt.Sprintf("the tree has the path %q, which git refuses to write", e.Path)
}

// ExportTree is Export with options.
func ExportTree(ctx context.Context, tree Tree, dir string, opts ExportOptions) error {
	return export(ctx, tree, dir, opts, false)
}

// export writes a tree to an empty folder, or mends what is in it.
func export(ctx context.Context, tree Tree, dir string, opts ExportOptions, mend bool) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if entries, err := os.ReadDir(dir); err != nil {
		return err
	} else if len(entries) > 0 && !mend {
		return &fs.PathError{Op: "export to", Path: dir, Err: errors.New("the folder is not empty")}
	}
	top, err := unix.Open(dir, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return &fs.PathError{Op: "open", Path: dir, Err: err}
	}
	if mend && !hasNoAttributes(top) {
		return errors.Join(&fs.PathError{Op: "mend", Path: dir, Err: errors.New("attributes were given to it")}, unix.Close(top))
	}
	// Files wait for blocks and inodes as much as for inflating: a few more than CPUs.
	work := pool.New().WithMaxGoroutines(2 * runtime.GOMAXPROCS(0)).WithContext(ctx).WithCancelOnError().WithFirstError()
	e := &exporter{opts: opts, work: work, umask: umask(), mend: mend}
	err = e.folder(ctx, newFolder(top), tree, "")
	// The walk ends early because a file did: that is the error to tell.
	if failed := work.Wait(); failed != nil && !errors.Is(failed, context.Canceled) || err == nil {
		return failed
	}
	return err
}

type exporter struct {
	opts   ExportOptions
	work   *pool.ContextPool
	umask  uint32
	mend   bool // folders may have something in them
	failed atomic.Bool
	paths  atomic.Int64
}

// umask reads the process's file mode creation mask, which cannot be asked for by a
// system call without setting it (umask(2), "NOTES").
func umask() uint32 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0o777 // then every mode is set
	}
	for line := range strings.Lines(string(status)) {
		if text, ok := strings.CutPrefix(line, "Umask:"); ok {
			if mask, err := strconv.ParseUint(strings.TrimSpace(text), 8, 32); err == nil {
				return uint32(mask)
			}
		}
	}
	return 0o777
}

// folder is an open folder that several goroutines write to; the last one closes it.
type folder struct {
	fd    int
	users atomic.Int32
}

func newFolder(fd int) *folder {
	f := &folder{fd: fd}
	f.users.Store(1)
	return f
}

func (f *folder) release() {
	if f.users.Add(-1) == 0 {
		unix.Close(f.fd) //nolint:errcheck // a folder that was only read from
	}
}

// exportBatch is how many files of one folder one goroutine writes: enough to make
// handing them over cheap.
const exportBatch = 16

// folder makes what is in a tree below the open folder into, and lets go of it. All
// is made anew by names relative to folders that we have made and hold open: no link
// that a tree plants is ever walked through.
func (e *exporter) folder(ctx context.Context, into *folder, tree Tree, path string) error {
	defer into.release()
	if e.failed.Load() || ctx.Err() != nil {
		return ctx.Err()
	}
	entries, err := e.entries(tree, path)
	if err != nil {
		return err
	}
	var files []entry
	var names []string
	var folders []entry
	for _, child := range entries {
		name := path + child.name
		if !safeName(child.name) {
			return &UnsafePathError{name}
		}
		if err := checkPath("", name, e.paths.Add(1)); err != nil {
			return err
		}
		if Match(e.opts.Exclude, name) {
			continue
		}
		names = append(names, child.name)
		if !child.isFolder() && !child.isModule() {
			files = append(files, child)
			continue
		}
		folders = append(folders, child)
	}
	if e.mend {
		if err := removeOthers(into.fd, names); err != nil {
			return &fs.PathError{Op: "mend", Path: path, Err: err}
		}
	}
	for _, child := range folders {
		if err := e.subfolder(ctx, into, tree, child, path+child.name); err != nil {
			return err
		}
	}
	for files := range slices.Chunk(files, exportBatch) {
		into.users.Add(1)
		e.work.Go(func(ctx context.Context) error {
			defer into.release()
			for _, file := range files {
				err := ctx.Err()
				if err == nil {
					err = e.write(into.fd, tree, file, path)
				}
				if err != nil {
					e.failed.Store(true)
					return err
				}
			}
			return nil
		})
	}
	return nil
}

func (e *exporter) subfolder(ctx context.Context, into *folder, tree Tree, child entry, name string) error {
	there := false
	if e.mend {
		var err error
		if there, err = mendedFolder(into.fd, child.name); err != nil {
			return &fs.PathError{Op: "mend", Path: name, Err: err}
		}
	}
	if !there {
		if err := unix.Mkdirat(into.fd, child.name, 0o755); err != nil {
			return &fs.PathError{Op: "mkdir", Path: name, Err: err}
		}
	}
	below := Tree{tree.Objects, child.id}
	module, filled := Tree{}, false
	if child.isModule() {
		if module, filled = e.opts.Submodules[name]; !filled && !there {
			return nil
		}
		below = module
	}
	fd, err := unix.Openat(into.fd, child.name, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return &fs.PathError{Op: "open", Path: name, Err: err}
	}
	if e.umask&0o755 != 0 {
		if err := unix.Fchmod(fd, 0o755); err != nil {
			return &fs.PathError{Op: "chmod", Path: name, Err: err}
		}
	}
	if child.isModule() && !filled {
		defer unix.Close(fd)
		return removeOthers(fd, nil)
	}
	return e.folder(ctx, newFolder(fd), below, name+"/")
}

func (e *exporter) entries(tree Tree, path string) ([]entry, error) {
	o, err := tree.Objects.EncodedObject(plumbing.TreeObject, tree.ID)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return nil, &MissingBlobError{Path: path, ID: [20]byte(tree.ID), Repository: "the store"}
	}
	if err != nil {
		return nil, err
	}
	content, err := contentOf(o)
	if err != nil {
		return nil, err
	}
	entries, err := parseTree(content)
	if err != nil {
		return nil, fmt.Errorf("tree %s at %q: %w", tree.ID, path, err)
	}
	return entries, nil
}

// write makes one file or link of a folder whose path is empty or ends in "/".
func (e *exporter) write(dir int, tree Tree, file entry, path string) error {
	name := path + file.name
	if e.mend {
		same, err := e.mended(dir, tree, file)
		if err != nil {
			return &fs.PathError{Op: "mend", Path: name, Err: err}
		}
		if same {
			return nil
		}
	}
	o, err := tree.Objects.EncodedObject(plumbing.BlobObject, file.id)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return &MissingBlobError{Path: name, ID: [20]byte(file.id), Repository: "the store"}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	content, err := contentOf(o)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if file.isLink() {
		if err := unix.Symlinkat(string(content), dir, file.name); err != nil {
			return &fs.PathError{Op: "symlink", Path: name, Err: err}
		}
		return nil
	}
	mode := uint32(0o644)
	if file.mode&0o100 != 0 {
		mode = 0o755
	}
	return writeFileAt(dir, file.name, name, mode, e.umask&mode != 0, content)
}

// writeFileAt makes a new file in an open folder; path is its name in errors.
func writeFileAt(dir int, name, path string, mode uint32, chmod bool, content []byte) (err error) {
	fd, err := unix.Openat(dir, name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_NOFOLLOW|unix.O_CLOEXEC, mode)
	if err != nil {
		return &fs.PathError{Op: "create", Path: path, Err: err}
	}
	defer func() {
		if closed := unix.Close(fd); err == nil && closed != nil {
			err = &fs.PathError{Op: "close", Path: path, Err: closed}
		}
	}()
	if chmod {
		if err := unix.Fchmod(fd, mode); err != nil {
			return &fs.PathError{Op: "chmod", Path: path, Err: err}
		}
	}
	for len(content) > 0 {
		n, err := unix.Write(fd, content)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil {
			return &fs.PathError{Op: "write", Path: path, Err: err}
		}
		content = content[n:]
	}
	return nil
}
