package containers

import (
	"debug/elf"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// readInterpreters returns what the ELF programs below root name in PT_INTERP
// (System V gABI, "Program Interpreter"), and the shells that its executable scripts
// name, both sorted.
func readInterpreters(root string) (loaders, scripts []string, err error) {
	elves, named := map[string]bool{}, map[string]bool{}
	err = filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		loader, line, err := firstWords(file)
		if path.IsAbs(loader) {
			elves[path.Clean(loader)] = true
		}
		if info.Mode()&0o111 != 0 {
			for _, program := range shellOf(line) {
				named[program] = true
			}
		}
		return err
	})
	return slices.Sorted(maps.Keys(elves)), slices.Sorted(maps.Keys(named)), err
}

// shells are the interpreters that need nothing but their libraries.
var shells = map[string]bool{"sh": true, "ash": true, "bash": true, "dash": true, "ksh": true, "mksh": true, "zsh": true}

// firstWords returns what a file says of how it is run: the loader that a dynamic ELF
// program names, or the first line of a script.
func firstWords(file string) (loader, line string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return "", "", err
	}
	defer f.Close()
	head := make([]byte, maxScriptLine)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return "", "", err
	}
	if text := string(head[:n]); strings.HasPrefix(text, "#!") {
		line, _, _ = strings.Cut(text, "\n")
		return "", line, nil
	} else if !strings.HasPrefix(text, elf.ELFMAG) {
		return "", "", nil
	}
	object, err := elf.NewFile(f)
	if err != nil {
		return "", "", nil // the loader check says what is wrong with it
	}
	for _, p := range object.Progs {
		if p.Type == elf.PT_INTERP {
			text, err := io.ReadAll(io.LimitReader(p.Open(), 4096))
			return strings.TrimRight(string(text), "\x00"), "", err
		}
	}
	return "", "", nil
}

// maxScriptLine is how much of a script's first line the kernel reads (execve(2)).
const maxScriptLine = 256

// shellOf returns the programs that "#!/bin/sh -e" or "#!/usr/bin/env bash" start; none
// where that is no shell. What env would look for is taken from where systems have it.
func shellOf(line string) []string {
	words := strings.Fields(strings.TrimPrefix(line, "#!"))
	switch {
	case len(words) == 0 || !path.IsAbs(words[0]):
		return nil
	case shells[path.Base(words[0])]:
		return []string{path.Clean(words[0])}
	case path.Base(words[0]) == "env" && len(words) > 1 && shells[words[1]]:
		return []string{path.Clean(words[0]), "/usr/bin/" + words[1]}
	}
	return nil
}
