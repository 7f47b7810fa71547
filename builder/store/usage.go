package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cairn/digest"
)

// Usage is where the store's room goes, in bytes on the disk.
type Usage struct {
	// TotalBytes counts a file with several names once.
	TotalBytes int64          `json:"total_bytes"`
	Folders    []FolderUsage  `json:"folders"` // the largest first
	Roots      []RootUsage    `json:"roots"`   // by name
	Unrooted   []UnrootedTree `json:"unrooted"`
	// UnrootedBytes is what Collect would free now: trees, files, repositories and all else.
	UnrootedBytes int64 `json:"unrooted_bytes"`
}

// FolderUsage is one folder of the store.
type FolderUsage struct {
	Name      string `json:"name"`
	Entries   int    `json:"entries"`
	SizeBytes int64  `json:"size_bytes"`
}

// RootUsage is what one root keeps.
type RootUsage struct {
	Name      string `json:"name"`
	SizeBytes int64  `json:"size_bytes"`
	// OwnBytes is what no other root keeps: the room that its end would give.
	OwnBytes int64 `json:"own_bytes"`
	Lapsed   bool  `json:"lapsed,omitempty"` // the lock that it stands for is gone
}

// UnrootedTree is a tree that Collect may remove.
type UnrootedTree struct {
	Tree      digest.Digest `json:"tree"`
	Name      string        `json:"name,omitempty"` // of the action that made it
	SizeBytes int64         `json:"size_bytes"`
}

// Usage reads the sizes of everything. What other processes remove meanwhile is
// not counted.
func (s *Store) Usage(ctx context.Context) (*Usage, error) {
	roots, err := s.Roots()
	if err != nil {
		return nil, err
	}
	u := &Usage{Folders: []FolderUsage{}, Roots: []RootUsage{}, Unrooted: []UnrootedTree{}}
	all := linkCount{}
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return nil, fmt.Errorf("read the store: %w", err)
	}
	for _, entry := range entries {
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
		if !entry.IsDir() {
			continue
		}
		inside, err := os.ReadDir(filepath.Join(s.dir, entry.Name()))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("read the store: %w", err)
		}
		u.Folders = append(u.Folders, FolderUsage{Name: entry.Name(), Entries: len(inside), SizeBytes: all.add(filepath.Join(s.dir, entry.Name()))})
	}
	for _, file := range all {
		u.TotalBytes += file.bytes
	}
	slices.SortFunc(u.Folders, func(a, b FolderUsage) int {
		if a.SizeBytes != b.SizeBytes {
			return int(min(max(b.SizeBytes-a.SizeBytes, -1), 1))
		}
		return strings.Compare(a.Name, b.Name)
	})
	s.rootUsage(u, roots)
	return u, s.unrooted(ctx, u)
}

func (s *Store) rootUsage(u *Usage, roots map[string]Root) {
	users := map[string]int{}
	paths := map[string][]string{}
	for name, root := range roots {
		for _, d := range root.Digests {
			for _, kind := range []string{"trees", "files"} {
				if s.exists(kind, d) {
					paths[name] = append(paths[name], filepath.Join(kind, d.Hex()))
				}
			}
		}
		for _, folder := range root.Repositories {
			paths[name] = append(paths[name], filepath.Join("git", folder))
		}
		for _, path := range paths[name] {
			users[path]++
		}
	}
	for name, root := range roots {
		usage := RootUsage{Name: name, Lapsed: root.lapsed()}
		all, own := linkCount{}, linkCount{}
		for _, path := range paths[name] {
			all.add(filepath.Join(s.dir, path))
			if users[path] == 1 {
				own.add(filepath.Join(s.dir, path))
			}
		}
		for _, file := range all {
			usage.SizeBytes += file.bytes
		}
		usage.OwnBytes = own.freed()
		u.Roots = append(u.Roots, usage)
	}
	slices.SortFunc(u.Roots, func(a, b RootUsage) int { return strings.Compare(a.Name, b.Name) })
}

func (s *Store) unrooted(ctx context.Context, u *Usage) error {
	collected, err := s.Collect(ctx, CollectOptions{DryRun: true})
	if err != nil {
		return err
	}
	u.UnrootedBytes = collected.FreedBytes
	for _, dead := range collected.Removed {
		if dead.Kind != "tree" {
			continue
		}
		tree, err := digest.Parse(filepath.Base(dead.Path))
		if err != nil {
			return fmt.Errorf("read the store: %w", err)
		}
		unrooted := UnrootedTree{Tree: tree, SizeBytes: dead.SizeBytes}
		if dead.Name != tree.Hex()[:min(len(dead.Name), len(tree.Hex()))] {
			unrooted.Name = dead.Name
		}
		u.Unrooted = append(u.Unrooted, unrooted)
	}
	slices.SortFunc(u.Unrooted, func(a, b UnrootedTree) int { return slices.Compare(a.Tree[:], b.Tree[:]) })
	return nil
}
