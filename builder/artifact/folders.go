package artifact

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/sourcegraph/conc/pool"
)

// Folders compares all files and links below two folders, in the order of their
// paths. Folders, times and owners do not count; that a file may be executed does.
// No link below them is followed.
func Folders(ctx context.Context, a, b string) ([]File, error) {
	a, first, err := list(a)
	if err != nil {
		return nil, err
	}
	b, second, err := list(b)
	if err != nil {
		return nil, err
	}
	all := maps.Clone(first)
	maps.Copy(all, second)
	names := slices.Sorted(maps.Keys(all))
	files := make([]File, len(names))
	// Few at once: both contents of a file that differs are in memory.
	work := pool.New().WithMaxGoroutines(min(4, runtime.GOMAXPROCS(0))).WithContext(ctx).WithCancelOnError().WithFirstError()
	for i, name := range names {
		work.Go(func(ctx context.Context) error {
			if err := context.Cause(ctx); err != nil {
				return err
			}
			var err error
			files[i], err = pair(name, a, first[name], b, second[name])
			return err
		})
	}
	if err := work.Wait(); err != nil {
		return nil, fmt.Errorf("compare %s with %s: %w", a, b, err)
	}
	return files, nil
}

// list returns the kind of each file below dir, by its path, and where dir is once
// links are followed.
func list(dir string) (resolved string, kinds map[string]string, err error) {
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return "", nil, err
	}
	kinds = map[string]string{}
	err = filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		below, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		kind := "file"
		switch {
		case info.Mode()&fs.ModeSymlink != 0:
			kind = "link"
		case !info.Mode().IsRegular():
			kind = "special file"
		case info.Mode()&0o100 != 0:
			kind = "executable file"
		}
		kinds[filepath.ToSlash(below)] = kind
		return nil
	})
	return dir, kinds, err
}

// pair compares one path of both folders; a kind of "" says that it is not there.
func pair(name, a, kindA, b, kindB string) (File, error) {
	var f finding
	switch {
	case kindB == "":
		f.differ("only in the first")
		return f.file(name), nil
	case kindA == "":
		f.differ("only in the second")
		return f.file(name), nil
	case kindA != kindB:
		f.differ(kindA + " in the first, " + kindB + " in the second")
		return f.file(name), nil
	}
	first, second := filepath.Join(a, filepath.FromSlash(name)), filepath.Join(b, filepath.FromSlash(name))
	if kindA == "link" {
		toA, errA := os.Readlink(first)
		toB, errB := os.Readlink(second)
		if toA != toB {
			f.differ("link to " + toA + " in the first, to " + toB + " in the second")
		}
		return f.file(name), errors.Join(errA, errB)
	}
	same, size, err := SameBytes(first, second)
	if err != nil || same {
		return f.file(name), err
	}
	if size > maxContent {
		f.differ("too large to look into")
		return f.file(name), nil
	}
	contentA, errA := os.ReadFile(first)
	contentB, errB := os.ReadFile(second)
	if err := errors.Join(errA, errB); err != nil {
		return File{}, err
	}
	f.content(name, contentA, contentB)
	return f.file(name), nil
}

// SameBytes compares what two files hold, links followed, without holding it. sizeBytes
// is the larger one's.
func SameBytes(a, b string) (same bool, sizeBytes int64, err error) {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	if err := errors.Join(errA, errB); err != nil {
		return false, 0, err
	}
	sizeBytes = max(infoA.Size(), infoB.Size())
	if os.SameFile(infoA, infoB) {
		return true, sizeBytes, nil
	}
	if infoA.Size() != infoB.Size() {
		return false, sizeBytes, nil
	}
	first, err := os.Open(a)
	if err != nil {
		return false, 0, err
	}
	defer first.Close()
	second, err := os.Open(b)
	if err != nil {
		return false, 0, err
	}
	defer second.Close()
	bufferA, bufferB := make([]byte, 256<<10), make([]byte, 256<<10)
	for {
		n, errA := io.ReadFull(first, bufferA)
		m, errB := io.ReadFull(second, bufferB)
		if !bytes.Equal(bufferA[:n], bufferB[:m]) {
			return false, sizeBytes, nil
		}
		switch {
		case ended(errA) && ended(errB):
			return true, sizeBytes, nil
		case errA != nil || errB != nil:
			return false, sizeBytes, errors.Join(errA, errB)
		}
	}
}

func ended(err error) bool { return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) }
