package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"cairn/digest"
	"cairn/internal/atomicfile"
	"cairn/lockfiles"

	"github.com/hashicorp/hcl/v2"
)

// largeLock is from where a lock is read from the cache: reading and proving 100 KB
// of HCL takes longer than all else that a build with nothing to do does.
const largeLock = 16 << 10

// parseLock is lockfiles.Parse, which it does once for the same bytes: what it made
// of them is kept in the store's cache, if there is a store. A cache that cannot be
// read or written is none.
func (s *session) parseLock(path string, src []byte) (*lockfiles.Lock, hcl.Diagnostics) {
	file, program := "", digest.Digest{}
	if len(src) >= largeLock {
		file, program = s.lockCache(path)
	}
	if file == "" {
		return lockfiles.Parse(path, src)
	}
	if b, err := os.ReadFile(file); err == nil {
		// Another program's encoding is not read: its types may be others.
		if packed, ours := bytes.CutPrefix(b, program[:]); ours {
			if lock, err := lockfiles.Unpack(packed); err == nil && lock.Digest() == digest.Of(src) {
				return lock, nil
			}
		}
	}
	lock, diags := lockfiles.Parse(path, src)
	if !diags.HasErrors() {
		if packed, err := lock.Packed(); err == nil {
			_ = atomicfile.Write(file, append(program[:], packed...), 0o644) // it is only slower without
		}
	}
	return lock, diags
}

// lockCache is the file for what was read from the lock at path, and a name for this
// very program; empty where there is no store yet or the program cannot be told.
func (s *session) lockCache(path string) (file string, program digest.Digest) {
	root, err := s.storeRoot()
	if err != nil {
		return "", program
	}
	// Where there is no store, nothing has been built and there is no hurry.
	if _, err := os.Stat(filepath.Join(root, "actions")); err != nil {
		return "", program
	}
	dir := filepath.Join(root, "cache")
	if err := os.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", program
	}
	info, err := os.Stat("/proc/self/exe")
	if err != nil {
		return "", program
	}
	program = digest.NewKey("cairn-program-v1").String("size", fmt.Sprint(info.Size())).String("time", fmt.Sprint(info.ModTime().UnixNano())).Sum()
	return filepath.Join(dir, "lock-"+digest.Of([]byte(path)).Short()+".gob"), program
}
