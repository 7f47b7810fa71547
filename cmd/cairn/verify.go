package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cairn/builder/artifact"
	"cairn/builder/store"
	"cairn/digest"

	"github.com/spf13/cobra"
)

func newVerifyCommand(s *session) *cobra.Command {
	var opts verifyOptions
	c := &cobra.Command{
		Use:     "verify STACK",
		GroupID: groupJob,
		Short:   "Build a stack a second time, elsewhere, and class every file by what differs",
		Long: `Build a stack a second time as if on another host (another store, home, user, umask,
language, time zone, host name, number of CPUs and jobs, at a later time) and class
every file of its outputs: identical; identical after normalising what no program
computes with (times in archives, build IDs); or diverging, with the sections or
members that differ. Exit 1 means that a file diverges.

What is not built yet is built first.`,
		Example: "  cairn verify ember\n  cairn verify ember --json\n  cairn verify ember --keep /tmp/second",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runVerify(c.Context(), s, opts, args[0]) },
	}
	c.Flags().StringVar(&opts.keep, "keep", "", "keep what was built elsewhere in the new folder `DIR`")
	s.limits.memoryFlag(c.Flags())
	s.limits.keepFreeFlag(c.Flags())
	return c
}

type verifyOptions struct{ keep string }

// verification is what cairn verify found.
type verification struct {
	Stack   string           `json:"stack"`
	Lock    digest.Digest    `json:"lock"`
	Verdict artifact.Class   `json:"verdict"` // the worst class of a file
	Varied  []variation      `json:"varied"`
	Outputs []verifiedOutput `json:"outputs"`
	Counts  map[string]int   `json:"files"` // by class
	Store   string           `json:"store,omitempty"`
	counts  map[artifact.Class]int
}

// variation is one fact in which the two builds' surroundings differed.
type variation struct {
	What   string `json:"what"`
	First  string `json:"first"`
	Second string `json:"second"`
}

// verifiedOutput is one build's two trees.
type verifiedOutput struct {
	Build  string          `json:"build"`
	Key    digest.Digest   `json:"key"`
	First  digest.Digest   `json:"first"`
	Second digest.Digest   `json:"second"`
	Files  []artifact.File `json:"files"`
}

func runVerify(ctx context.Context, s *session, opts verifyOptions, ref string) error {
	w, err := s.openWorkshop(ctx, ref)
	if err != nil {
		return err
	}
	defer w.close()
	if !w.upToDate() {
		if _, err := w.buildShown(ctx); err != nil {
			return err
		}
	}
	dir, remove, err := w.elsewhereFolder(opts.keep)
	if err != nil {
		return err
	}
	start := time.Now()
	second, err := w.rebuildElsewhere(ctx, dir)
	if err == nil {
		w.live.close()
		s.stage("rebuilt", second.names()+", elsewhere", time.Since(start))
		err = w.answerVerify(ctx, second, opts)
	}
	return errors.Join(err, remove())
}

// elsewhereFolder is a new folder for the other host's home: one that is swept
// with the store's temporary ones, or the one that a person wants to keep.
func (w *workshop) elsewhereFolder(keep string) (dir string, remove func() error, err error) {
	if keep == "" {
		return w.store.TempDir()
	}
	if dir, err = filepath.Abs(keep); err == nil {
		err = os.Mkdir(dir, 0o755)
	}
	if err != nil {
		return "", nil, usageError{message: fmt.Sprintf("--keep %s: %v", keep, err), hint: "it names a folder that is not there yet"}
	}
	return dir, func() error { return nil }, nil
}

// answerVerify compares and says what came out.
func (w *workshop) answerVerify(ctx context.Context, second *rebuilt, opts verifyOptions) error {
	v := verification{Stack: w.stack.Ref(), Lock: w.lock.Digest(), Verdict: artifact.Identical, Varied: second.varied, Counts: map[string]int{}, counts: map[artifact.Class]int{}}
	if opts.keep != "" {
		v.Store = second.store.Dir()
	}
	for _, action := range w.plan.Actions {
		record := second.records[action.Name]
		output := verifiedOutput{Build: action.Build, Key: action.Key, First: action.Output, Second: record.Output}
		if record.Key != action.Key {
			return fmt.Errorf("%s: the second build is of another key: %s", action.Name, strings.Join(movedInputs(w.store, action.Key, record), ", "))
		}
		first, ok := w.store.Tree(action.Output)
		other, there := second.store.Tree(record.Output)
		if !ok || !there {
			return fmt.Errorf("%s: an output has left its store", action.Name)
		}
		var err error
		if output.Files, err = artifact.Folders(ctx, first, other); err != nil {
			return interrupted(ctx, err)
		}
		for class, n := range artifact.Count(output.Files) {
			v.counts[class] += n
			v.Counts[string(class)] += n
		}
		v.Outputs = append(v.Outputs, output)
	}
	switch {
	case v.counts[artifact.Diverges] > 0:
		v.Verdict = artifact.Diverges
	case v.counts[artifact.Normalised] > 0:
		v.Verdict = artifact.Normalised
	}
	if err := w.session.printVerification(&v); err != nil {
		return err
	}
	if v.Verdict == artifact.Diverges {
		hint := fmt.Sprintf("run %q to keep the second build and look at it", w.session.command("verify", w.stack.Ref(), "--keep DIR"))
		if opts.keep != "" {
			hint = "the second build is in " + second.store.Dir()
		}
		return &shown{status: exitFailed, line: fmt.Sprintf("%d of %s of %s diverge", v.counts[artifact.Diverges], plural(v.total(), "file", "files"), v.Stack), hint: hint}
	}
	return nil
}

// movedInputs names what made two keys of one action different.
func movedInputs(st *store.Store, key digest.Digest, other store.Record) []string {
	record, _, _ := st.Action(key) // planned from it: it is there
	var names []string
	for _, change := range changedInputs(record.Inputs, other.Inputs) {
		names = append(names, change.What)
	}
	return names
}

func (v *verification) total() (n int) {
	for _, count := range v.counts {
		n += count
	}
	return n
}

func (s *session) printVerification(v *verification) error {
	if s.json {
		return s.printJSON(v)
	}
	lead := "varied"
	for _, line := range wrapped(variations(v.Varied), s.width()-10) {
		s.stage(lead, line, 0)
		lead = ""
	}
	s.stage("fixed", "by the sandbox: paths, user 1000, umask 022, TZ=UTC, LC_ALL=C.UTF-8, host name, times of sources", 0)
	for _, output := range v.Outputs {
		counts := artifact.Count(output.Files)
		s.stage("output", fmt.Sprintf("%s  %d of %s identical", output.Build, counts[artifact.Identical], plural(len(output.Files), "file", "files")), 0)
		for _, file := range output.Files {
			if file.Class != artifact.Identical {
				s.stage("", fmt.Sprintf("%s  %s", file.Path, file), 0)
			}
		}
	}
	switch v.Verdict {
	case artifact.Identical:
		s.stage("verdict", "identical in every file", 0)
	case artifact.Normalised:
		s.stage("verdict", fmt.Sprintf("identical in %d, after normalising in %s", v.counts[artifact.Identical], plural(v.counts[artifact.Normalised], "file", "files")), 0)
	default:
		s.stage("verdict", fmt.Sprintf("%s identical, %d after normalising, %d diverging", plural(v.counts[artifact.Identical], "file", "files"), v.counts[artifact.Normalised], v.counts[artifact.Diverges]), 0)
	}
	return nil
}

// variations are the words of a line each.
func variations(varied []variation) []string {
	words := make([]string, len(varied))
	for i, v := range varied {
		words[i] = fmt.Sprintf("%s %s → %s", v.What, orUnset(v.First), orUnset(v.Second))
		if filepath.IsAbs(v.Second) {
			words[i] = v.What // --json has the paths, which are long
		}
	}
	return words
}

func orUnset(value string) string {
	if value == "" {
		return "unset"
	}
	return value
}

// wrapped joins words by commas into lines of a width.
func wrapped(words []string, width int) (lines []string) {
	line := ""
	for i, word := range words {
		if i < len(words)-1 {
			word += ","
		}
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
