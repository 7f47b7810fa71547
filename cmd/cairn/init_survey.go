package main

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cairn/builder/apt"
	"cairn/internal/lazyregexp"
	"cairn/patches"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// survey is what "cairn init" finds out about a folder of patch files.
type survey struct {
	opts     initOptions
	upstream string
	objects  storer.EncodedObjectStorer
	heads    []plumbing.Hash // the default branch's first
	close    func()

	files  []*surveyed // all, in order
	base   *patches.CommitInfo
	by     patches.Confidence
	equal  int  // how many commits fit as well as base, it too; 0 where it was given
	dated  bool // of those it is the newest that is no younger than the patches
	series []*surveyed
	build  *building
	// archive is what the closures of the lock come from.
	archive *apt.Archive
}

// surveyed is one patch file.
type surveyed struct {
	name    string // below the folder, with slashes
	content []byte
	label   string // unique in the series
	// How it is to be read.
	strip     int
	directory string
	recount   bool
	sketch    bool // damaged, but its hunks can be looked for: "cairn patch mend"
	located   *patches.Location
	status    patches.Status // on the series before it
	// reason says why it is set aside, "" for one of the series; kept, that it can be
	// applied in place of another.
	reason string
	kept   bool
}

func (f *surveyed) input() patches.Input {
	return patches.Input{Name: f.name, Content: f.content, Options: patches.Options{Strip: &f.strip, Directory: f.directory, Recount: f.recount, Check: true}}
}

// elsewhere is why a patch of another upstream is set aside.
const elsewhere = "nothing of it stands in the upstream's history"

// maxPatchFiles bounds a folder: a person's series are far smaller, and pairs are tried.
const maxPatchFiles = 2000

var (
	patchFile = lazyregexp.New(`(?i)\.(patch|diff)(\.(gz|zst|xz|bz2|b64|base64))*$`)
	dateIn    = lazyregexp.New(`20[0-9]{2}-?[01][0-9]-?[0-3][0-9]`)
)

// readPatchFolder reads the patch files below a folder.
func readPatchFolder(dir string) ([]*surveyed, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, usageError{message: dir + " is not a folder of patch files", hint: `"cairn init URL PATCHES": PATCHES is a folder`}
	}
	var files []*surveyed
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == ".git":
			return filepath.SkipDir
		case !entry.Type().IsRegular() || !patchFile.MatchString(entry.Name()):
			return nil
		case len(files) == maxPatchFiles:
			return usageError{message: fmt.Sprintf("%s holds more than %d patch files", dir, maxPatchFiles), hint: "name the folder of one upstream's"}
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(dir, name)
		files = append(files, &surveyed{name: filepath.ToSlash(relative), content: content, strip: 1})
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, usageError{message: dir + " holds no patch files", hint: `those are files with ".patch" or ".diff" in their name`}
	}
	slices.SortFunc(files, byName)
	labelFiles(files)
	return files, nil
}

func byName(a, b *surveyed) int { return cmp.Compare(a.name, b.name) }

var numbered = lazyregexp.New(`^[0-9]{1,5}[-_.]`)

// labelFiles names patches after their files: "0002-bench-range.patch.gz.b64" is
// "bench-range".
func labelFiles(files []*surveyed) {
	taken := map[string]bool{}
	for _, f := range files {
		base := f.name[strings.LastIndexByte(f.name, '/')+1:]
		base = numbered.ReplaceAllString(base[:patchFile.FindStringIndex(base)[0]], "")
		base = strings.Trim(notInLabels.ReplaceAllString(base, "-"), "-_")
		base = cmp.Or(base[:min(len(base), 100)], "patch")
		for n := 2; ; n++ {
			if f.label = base; n > 2 {
				f.label = fmt.Sprintf("%s-%d", base, n-1)
			}
			if !taken[f.label] {
				break
			}
		}
		taken[f.label] = true
	}
}

// look finds the base and makes the series.
func (v *survey) look(ctx context.Context) error {
	reading, err := v.newReading()
	if err != nil {
		return err
	}
	for _, f := range v.files {
		reading.read(f)
	}
	if err := v.locate(ctx, reading); err != nil {
		return err
	}
	if v.base == nil {
		return nil
	}
	if err := v.arrange(ctx); err != nil {
		return err
	}
	v.build, err = v.surveyBuild()
	return err
}
