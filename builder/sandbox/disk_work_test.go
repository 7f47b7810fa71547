package sandbox

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
)

// watchOf is a watch of a disk of 100 MiB of which 80 are kept free; taken says how much of
// it is used.
func watchOf(t *testing.T, folder string, taken *atomic.Int64) *diskWatch {
	t.Helper()
	w, err := newDiskWatch([]Mount{{Source: folder, Target: filepath.Base(folder)}}, 0)
	if err != nil {
		t.Fatal(err)
	}
	w.disks[0].began, w.disks[0].keep = room{bytes: 100 << 20}, room{bytes: 80 << 20}
	w.room = func(string) (room, error) { return room{bytes: 100<<20 - taken.Load()}, nil }
	return w
}

func TestWorkThatFillsADiskIsEnded(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var taken atomic.Int64
	err := watchOf(t, dir, &taken).during(t.Context(), func(ctx context.Context) error {
		if err := os.WriteFile(filepath.Join(dir, "x"), make([]byte, 30<<20), 0o600); err != nil {
			return err
		}
		taken.Store(30 << 20)
		<-ctx.Done()
		if cause := new(DiskError); !errors.As(context.Cause(ctx), &cause) {
			t.Errorf("its context ended for %v", context.Cause(ctx))
		}
		return errors.Join(ctx.Err(), os.Remove(filepath.Join(dir, "x")))
	})
	var full *DiskError
	if !errors.As(err, &full) || full.Path != dir || full.Most != filepath.Base(dir) || full.WroteBytes < 30<<20 || full.FreeBytes != 70<<20 || full.KeepBytes != 80<<20 {
		t.Errorf("got %v, %+v", err, full)
	}
}

func TestWorkThatDoesNotFillADiskGoesOn(t *testing.T) {
	t.Parallel()
	dir, wrong := t.TempDir(), errors.New("wrong")
	var taken atomic.Int64
	for _, want := range []error{nil, wrong} {
		if err := watchOf(t, dir, &taken).during(t.Context(), func(ctx context.Context) error { return want }); err != want {
			t.Errorf("got %v, want %v", err, want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	err := watchOf(t, dir, &taken).during(ctx, func(ctx context.Context) error {
		cancel()
		<-ctx.Done()
		return ctx.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	var full *DiskError
	if err := KeepFree(t.Context(), []string{dir, filepath.Join(dir, "not there")}, freeNow(t, dir)+1<<40, func(context.Context) error {
		t.Error("it was begun")
		return nil
	}); !errors.As(err, &full) || full.Most != "" {
		t.Errorf("got %v", err)
	}
}
