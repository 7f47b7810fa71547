package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"cairn/builder/artifact"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/lockfiles"

	"github.com/spf13/cobra"
)

func newDiffCommand(s *session) *cobra.Command {
	var opts diffOptions
	c := &cobra.Command{
		Use:     "diff A B",
		GroupID: groupStack,
		Short:   "Say in what two locks or two builds differ: entries, inputs, files, sections",
		Long: `Say what two locks or two builds do not have in common. A and B are each

  STACK[@VARIANT]      its lock, and its newest builds here
  STACK[@VARIANT]~N    its builds here, N before the newest
  KEY                  the build with this key, or the first 8 digits of it
  FILE.lock.hcl        a lock

Locks are compared entry by entry where both sides have one, builds by what entered
their keys and by their files: ELF section by section, archives member by member.`,
		Example: "  cairn diff ember ember@baseline\n  cairn diff ember~1 ember\n  cairn diff old/ember.lock.hcl lockfiles/ember.lock.hcl --json",
		Args:    exactArgs("A", "B"),
		RunE:    func(c *cobra.Command, args []string) error { return runDiff(c.Context(), s, opts, args[0], args[1]) },
	}
	c.Flags().BoolVar(&opts.exitCode, "exit-code", false, "exit 1 where something differs")
	return c
}

type diffOptions struct{ exitCode bool }

// difference is what two sides do not have in common.
type difference struct {
	A     string             `json:"a"`
	B     string             `json:"b"`
	Equal bool               `json:"equal"`
	Lock  []lockfiles.Change `json:"lock,omitempty"`
	// Builds are those of both sides, and those that only one has.
	Builds []buildDifference `json:"builds,omitempty"`
}

// buildDifference is one build on both sides; a side without it is nil.
type buildDifference struct {
	Build  string             `json:"build"`
	A      *builtSide         `json:"a,omitempty"`
	B      *builtSide         `json:"b,omitempty"`
	Inputs []lockfiles.Change `json:"inputs,omitempty"`
	Files  []artifact.File    `json:"files,omitempty"` // those that are not identical
	Same   int                `json:"identical_files"`
	// Gone says which output is no longer in the store, so that files could not be
	// compared.
	Gone string `json:"gone,omitempty"`
}

type builtSide struct {
	Key      digest.Digest `json:"key"`
	Finished time.Time     `json:"finished"`
	Output   digest.Digest `json:"output"`
}

func runDiff(ctx context.Context, s *session, opts diffOptions, a, b string) error {
	first, err := s.diffSide(a)
	if err != nil {
		return err
	}
	second, err := s.diffSide(b)
	if err != nil {
		return err
	}
	if (first.lock == nil || second.lock == nil) && (len(first.builds) == 0 || len(second.builds) == 0) {
		return usageError{message: fmt.Sprintf("%s is %s, %s is %s: they have nothing to compare", a, first.kind(), b, second.kind()), hint: "compare two locks, or two builds"}
	}
	d := difference{A: a, B: b}
	if first.lock != nil && second.lock != nil {
		d.Lock = lockfiles.Diff(first.lock, second.lock)
	}
	if len(first.builds) > 0 && len(second.builds) > 0 {
		if d.Builds, err = s.diffBuilds(ctx, first.builds, second.builds); err != nil {
			return interrupted(ctx, err)
		}
	}
	d.Equal = len(d.Lock) == 0 && !slices.ContainsFunc(d.Builds, func(b buildDifference) bool {
		return b.A == nil || b.B == nil || len(b.Inputs) > 0 || len(b.Files) > 0 || b.A.Output != b.B.Output
	})
	if s.json {
		err = s.printJSON(d)
	} else {
		s.printDifference(&d)
	}
	if err == nil && opts.exitCode && !d.Equal {
		return programExit{exitFailed}
	}
	return err
}

// diffBuilds pairs builds by name, or the only two there are.
func (s *session) diffBuilds(ctx context.Context, first, second map[string]store.Record) ([]buildDifference, error) {
	if len(first) == 1 && len(second) == 1 {
		for name := range first {
			for other, record := range second {
				second = map[string]store.Record{name: record}
				if name != other {
					first, second = map[string]store.Record{name + " → " + other: first[name]}, map[string]store.Record{name + " → " + other: record}
				}
			}
		}
	}
	names := sortedKeys(first)
	for name := range second {
		if _, both := first[name]; !both {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var all []buildDifference
	for _, name := range names {
		d := buildDifference{Build: name}
		a, inFirst := first[name]
		b, inSecond := second[name]
		if inFirst {
			d.A = &builtSide{a.Key, a.Finished, a.Output}
		}
		if inSecond {
			d.B = &builtSide{b.Key, b.Finished, b.Output}
		}
		if inFirst && inSecond {
			if err := s.diffRecords(ctx, &d, a, b); err != nil {
				return nil, err
			}
		}
		all = append(all, d)
	}
	return all, nil
}

// diffRecords compares what two builds were made of and what came out.
func (s *session) diffRecords(ctx context.Context, d *buildDifference, a, b store.Record) error {
	d.Inputs = changedInputs(append(slices.Clone(a.Origins), a.Inputs...), append(slices.Clone(b.Origins), b.Inputs...))
	st, err := s.store()
	if err != nil {
		return err
	}
	first, okA := st.Tree(a.Output)
	second, okB := st.Tree(b.Output)
	if !okA || !okB {
		switch {
		case a.Output == b.Output:
		case okA:
			d.Gone = "b"
		default:
			d.Gone = "a"
		}
		return nil
	}
	files, err := artifact.Folders(ctx, first, second)
	if err != nil {
		return err
	}
	for _, file := range files {
		if file.Class == artifact.Identical {
			d.Same++
		} else {
			d.Files = append(d.Files, file)
		}
	}
	return nil
}

// changedInputs are the inputs that two records do not share, in the order of the
// first and then of the second.
func changedInputs(a, b []store.Input) []lockfiles.Change {
	before, after := map[string]string{}, map[string]string{}
	var names []string
	for _, in := range a {
		before[in.Name] = in.Value
		names = append(names, in.Name)
	}
	for _, in := range b {
		after[in.Name] = in.Value
		if _, both := before[in.Name]; !both {
			names = append(names, in.Name)
		}
	}
	var changes []lockfiles.Change
	for _, name := range names {
		if before[name] != after[name] {
			changes = append(changes, lockfiles.Change{What: name, Old: before[name], New: after[name]})
		}
	}
	return changes
}

func (s *session) printDifference(d *difference) {
	if d.Equal {
		s.stage("same", d.A+" and "+d.B, 0)
		return
	}
	printChanges := func(lead string, changes []lockfiles.Change) {
		for _, change := range folded(changes) {
			if change.Old == "" && change.New == "" {
				s.stage(lead, change.What, 0)
				continue
			}
			was, now := parted(change.Old, change.New)
			s.stage(lead, fmt.Sprintf("%s: %s → %s", change.What, was, now), 0)
		}
	}
	printChanges("lock", d.Lock)
	for _, build := range d.Builds {
		switch {
		case build.A == nil:
			s.stage("build", build.Build+"  only in "+d.B, 0)
			continue
		case build.B == nil:
			s.stage("build", build.Build+"  only in "+d.A, 0)
			continue
		}
		s.stage("build", fmt.Sprintf("%s  %s (%s) → %s (%s)", build.Build, build.A.Key.Short(), build.A.Finished.Format(time.DateTime), build.B.Key.Short(), build.B.Finished.Format(time.DateTime)), 0)
		printChanges("input", build.Inputs)
		for _, file := range build.Files {
			s.stage("file", fmt.Sprintf("%s  %s", file.Path, file), 0)
		}
		if build.Gone != "" {
			s.stage("", fmt.Sprintf("the output of %s is no longer in the store", map[string]string{"a": d.A, "b": d.B}[build.Gone]), 0)
			continue
		}
		s.stage("", fmt.Sprintf("%d of %s identical", build.Same, plural(build.Same+len(build.Files), "file", "files")), 0)
	}
}
