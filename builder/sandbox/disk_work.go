package sandbox

import (
	"context"
	"path/filepath"
)

// KeepFree runs work of the caller's own, which writes below folders, by the rule that
// programs are held to (Limits.KeepFreeBytes): before less is left of their disks, the
// context that work was given is cancelled with a *DiskError as its cause, and that is
// returned when work has ended; where less is there to begin with, work is not begun.
// Folders that do not exist yet are not watched.
func KeepFree(ctx context.Context, folders []string, keepBytes int64, work func(context.Context) error) error {
	var mounts []Mount
	for _, folder := range folders {
		mounts = append(mounts, Mount{Source: folder, Target: filepath.Base(folder)})
	}
	disks, err := newDiskWatch(mounts, keepBytes)
	if err != nil {
		return err
	}
	return disks.during(ctx, work)
}

func (w *diskWatch) during(ctx context.Context, work func(context.Context) error) error {
	working, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	filled := w.watch(working)
	var full *DiskError
	over := make(chan struct{})
	told := make(chan struct{})
	go func() {
		defer close(told)
		select {
		case full = <-filled:
			w.blame(full) // before work takes away what it wrote
			stop(full)
		case <-over:
		}
	}()
	err := func() error {
		defer close(over) // also where work panics
		return work(working)
	}()
	<-told
	if full == nil || err == nil { // it was done before it was told
		return err
	}
	return full
}
