package builder

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// prepare writes out all that is mounted.
func (x *execution) prepare(ctx context.Context) error {
	for _, name := range []string{"build/build/.cmake/api/v1/query", "out", "tmp", "tools"} {
		if err := os.MkdirAll(filepath.Join(x.dir, name), 0o755); err != nil {
			return err
		}
	}
	if err := writeTools(filepath.Join(x.dir, "tools"), x.recipe.wrappers); err != nil {
		return err
	}
	if x.recipe.collect {
		if err := os.WriteFile(filepath.Join(x.dir, "build/build/.cmake/api/v1/query", codemodel), nil, 0o644); err != nil {
			return err
		}
	}
	if err := x.export(ctx, x.component.Name, filepath.Join(x.dir, "build/source")); err != nil {
		return err
	}
	for _, name := range x.Action.build.Sources {
		if err := x.export(ctx, name, filepath.Join(x.dir, "sources", name)); err != nil {
			return err
		}
	}
	return nil
}

// export writes the source of a component to dir, as every machine would.
func (x *execution) export(ctx context.Context, component, dir string) error {
	taken := false
	if component == x.component.Name {
		var err error
		if taken, err = x.takeSource(ctx, dir); err != nil {
			return fmt.Errorf("write the source of %s: %w", component, err)
		}
	}
	if !taken {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		if err := x.sources[component].Export(ctx, dir); err != nil {
			return fmt.Errorf("write the source of %s: %w", component, err)
		}
	}
	epoch, err := strconv.ParseInt(x.recipe.env["SOURCE_DATE_EPOCH"], 10, 64)
	if err != nil {
		return fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	return normalise(dir, time.Unix(epoch, 0))
}

func writeTools(dir string, wrappers map[string]string) error {
	for name, text := range wrappers {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
			return err
		}
	}
	return nil
}

// normalise takes from a source what the exporting machine put in: times, and
// modes by its umask.
func normalise(dir string, at time.Time) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.Type()&fs.ModeSymlink != 0 {
			when := unix.NsecToTimespec(at.UnixNano())
			return unix.UtimesNanoAt(unix.AT_FDCWD, name, []unix.Timespec{when, when}, unix.AT_SYMLINK_NOFOLLOW)
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		mode := fs.FileMode(0o644)
		if info.Mode()&0o100 != 0 || entry.IsDir() {
			mode = 0o755
		}
		if info.Mode().Perm() != mode {
			if err := os.Chmod(name, mode); err != nil {
				return err
			}
		}
		return os.Chtimes(name, at, at)
	})
}
