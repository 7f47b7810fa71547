package main

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"cairn/digest"
	"cairn/patches"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
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
	series []*surveyed
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
	patchFile = regexp.MustCompile(`(?i)\.(patch|diff)(\.(gz|zst|xz|bz2|b64|base64))*$`)
	dateIn    = regexp.MustCompile(`20[0-9]{2}-?[01][0-9]-?[0-3][0-9]`)
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

// byDate sorts by the dates in the names where each has one, else by name.
func byDate(files []*surveyed) {
	date := func(f *surveyed) string { return strings.ReplaceAll(dateIn.FindString(f.name), "-", "") }
	if slices.ContainsFunc(files, func(f *surveyed) bool { return date(f) == "" }) {
		return
	}
	slices.SortStableFunc(files, func(a, b *surveyed) int { return cmp.Compare(date(a), date(b)) })
}

var numbered = regexp.MustCompile(`^[0-9]{1,5}[-_.]`)

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
	if err := v.locate(ctx); err != nil {
		return err
	}
	if v.base == nil {
		return nil
	}
	return v.arrange(ctx)
}

// locate finds the one base of those that can be read.
func (v *survey) locate(ctx context.Context) error {
	var inputs []patches.Input
	var files []*surveyed
	for _, f := range v.files {
		if f.reason == "" {
			inputs, files = append(inputs, f.input()), append(files, f)
		}
	}
	if len(inputs) == 0 {
		return nil
	}
	report, err := patches.Locate(ctx, v.objects, v.heads, inputs)
	if err != nil {
		return err
	}
	var found []*surveyed
	for i, f := range files {
		f.located = &report.Files[i]
		if foreign(f.located) {
			f.reason = elsewhere
			continue
		}
		found = append(found, f)
	}
	if v.opts.rev != "" {
		return v.given(ctx)
	}
	if len(found) == 0 {
		return nil
	}
	if len(found) < len(files) {
		inputs = inputs[:0]
		for _, f := range found {
			inputs = append(inputs, f.input())
		}
		if report, err = patches.Locate(ctx, v.objects, v.heads, inputs); err != nil {
			return err
		}
	}
	series := report.Series
	if series == nil {
		series = &report.Files[0]
	}
	v.base, v.by = series.Commit, series.Confidence
	return nil
}

// foreign says that a patch is another upstream's: nothing of it stands here, or by
// content less than half of its hunks, as in forks of each other.
func foreign(l *patches.Location) bool {
	return l.Confidence == patches.Nowhere || l.IDs == l.Mismatches && 2*l.Placed < l.Hunks
}

// given takes the base that the person names.
func (v *survey) given(ctx context.Context) error {
	id, err := digest.ParseGitID(v.opts.rev)
	if err != nil {
		return usageError{message: fmt.Sprintf("--rev: %v", err), hint: "a pin is a full commit id, never a branch or a tag"}
	}
	commit, err := object.GetCommit(v.objects, plumbing.Hash(id))
	if err != nil {
		return usageError{message: fmt.Sprintf("%s has no commit %s", v.opts.url, id), hint: "name one of its default branch"}
	}
	v.base = &patches.CommitInfo{ID: id.String(), Title: subject(commit), Date: commit.Committer.When}
	v.by = patches.Nowhere
	return ctx.Err()
}
