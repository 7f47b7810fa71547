package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"cairn/digest"
	"cairn/patches"
	"cairn/stacks"

	"github.com/sourcegraph/conc/pool"
	"github.com/spf13/cobra"
)

func newCheckCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "check [STACK…]",
		GroupID: groupPatch,
		Short:   "Verify the series of whole stacks against their locks, writing nothing",
		Long: `Verify the series of whole stacks against their locks, writing nothing: every
patch file by digest, every hunk's place, and the tree after each patch. Patches
that the stack does not apply by default (diagnostic, negative) are named; those that
a variant applies are tried with STACK@VARIANT.

Without arguments every stack of the workspace is checked, a line each. Components
are checked in parallel. A lock that does not hold keeps no other stack from being
checked. Exit 0 means that every locked tree was reached; 3 that a patch does not apply,
4 that the lock says something else.`,
		Example: "  cairn check ember\n  cairn check qwen36-q4-tp3 --json",
		RunE:    func(c *cobra.Command, args []string) error { return runCheck(c.Context(), s, args) },
	}
}

// componentCheck is what "cairn check" found for one component.
type componentCheck struct {
	Stack     string            `json:"stack"`
	Component string            `json:"component"`
	Revision  digest.GitID      `json:"revision"`
	Tree      digest.GitID      `json:"tree"` // after the series; zero where it was not reached
	Locked    digest.GitID      `json:"locked"`
	Patches   []patches.Verdict `json:"patches"`

	names   []string // the patches' labels, in the order of Patches
	skipped []string // labels of patches that the variant does not apply
	took    time.Duration
}

func runCheck(ctx context.Context, s *session, refs []string) error {
	checks := []*componentCheck{}
	var stale []string
	var last error
	brief := len(refs) == 0
	if brief {
		ws, err := s.workspace()
		if err != nil {
			return err
		}
		refs = sortedKeys(ws.Stacks)
	}
	for _, ref := range refs {
		found, err := s.check(ctx, ref)
		var wrong *statusError
		if errors.As(err, &wrong) && wrong.status == exitLock {
			stale, last = append(stale, ref), err
			continue
		}
		if err != nil {
			return err
		}
		checks = append(checks, found...)
	}
	switch {
	case s.json:
		if err := s.printJSON(checks); err != nil {
			return err
		}
	case len(checks) == 0:
	case brief:
		s.printChecks(checks)
	default:
		for _, check := range checks {
			s.printCheck(check)
		}
	}
	if err := checkOutcome(checks); err != nil {
		return err
	}
	if len(stale) > 1 {
		return &statusError{status: exitLock, err: fmt.Errorf("%d of %d locks do not hold: %s", len(stale), len(refs), strings.Join(stale, ", ")),
			hint: fmt.Sprintf("run %q", s.command("lock", strings.Join(stale, " ")))}
	}
	return last
}

// check checks every component of a stack.
func (s *session) check(ctx context.Context, ref string) ([]*componentCheck, error) {
	w, err := s.openLocked(ref)
	if err != nil {
		return nil, err
	}
	defer w.close()
	return w.checkSeries(ctx)
}

// checkOutcome is the error that the checks amount to, if any.
func checkOutcome(checks []*componentCheck) error {
	for _, check := range checks {
		if failed := unreached(check.Patches); failed > 0 {
			err := &patchError{upstream: check.Component, verdicts: check.Patches, failed: failed}
			return &statusError{status: exitPatch, err: err, hint: err.hint()}
		}
		if check.Tree != check.Locked {
			return &statusError{status: exitLock, err: fmt.Errorf("%s of %s: its series makes tree %s, the lock says %s", check.Component, check.Stack, check.Tree, check.Locked)}
		}
	}
	return nil
}

// checkSeries checks every component of the stack, in parallel.
func (w *workshop) checkSeries(ctx context.Context) ([]*componentCheck, error) {
	checks := make([]*componentCheck, len(w.stack.Components))
	work := pool.New().WithContext(ctx).WithFirstError().WithMaxGoroutines(8)
	for i, component := range w.stack.Components {
		work.Go(func(ctx context.Context) (err error) {
			checks[i], err = w.checkComponent(ctx, component)
			return err
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	return checks, nil
}

func (w *workshop) checkComponent(ctx context.Context, component *stacks.Component) (*componentCheck, error) {
	start := time.Now()
	entry, ok := w.view.Component(component.Name)
	if !ok {
		return nil, fmt.Errorf("the lock has no component %q", component.Name)
	}
	check := &componentCheck{Stack: w.stack.Ref(), Component: component.Name, Revision: entry.Source.Commit, Locked: entry.PatchedTree()}
	// The source itself is proved too: a series may be empty.
	if err := w.proveSource(ctx, entry); err != nil {
		return nil, err
	}
	series, err := w.seriesFiles(ctx, component)
	if err != nil {
		return nil, err
	}
	check.Patches, err = applier{repositories: w.repositories, check: true}.verdicts(ctx, entry.Pin, entry.Source, series)
	if err != nil {
		return nil, err
	}
	check.Tree = entry.Source.Tree
	for i, file := range series {
		check.names = append(check.names, file.Definition.Name)
		if verdict := check.Patches[i]; verdict.Reached() {
			if check.Tree, err = digest.ParseGitID(verdict.Tree); err != nil {
				return nil, err
			}
		}
	}
	if unreached(check.Patches) > 0 {
		check.Tree = digest.GitID{}
	}
	for _, patch := range component.Patches {
		if !patch.Applies(w.stack.Variant) {
			check.skipped = append(check.skipped, fmt.Sprintf("%s (%s)", patch.Name, whyNotApplied(patch)))
		}
	}
	check.took = time.Since(start)
	return check, nil
}

func whyNotApplied(patch *stacks.Patch) string {
	if len(patch.When) > 0 {
		return "only in " + strings.Join(patch.When, ", ")
	}
	return string(patch.Standing)
}

// printChecks prints a line per component.
func (s *session) printChecks(checks []*componentCheck) {
	rows := [][]string{{"stack", "component", "commit", "patches", "tree"}}
	for _, check := range checks {
		tree := "not reached"
		if !check.Tree.IsZero() {
			tree = check.Tree.String()
		}
		rows = append(rows, []string{check.Stack, check.Component, check.Revision.Short(), countStatuses(check.Patches), tree})
	}
	s.headed(rows, "stack", "patches")
}

// countStatuses writes "12 clean, 1 offset".
func countStatuses(verdicts []patches.Verdict) string {
	count := map[patches.Status]int{}
	for _, verdict := range verdicts {
		count[verdict.Status]++
	}
	var parts []string
	for _, status := range []patches.Status{patches.Clean, patches.Offset, patches.Fuzzy, patches.Landed, patches.PartlyLanded, patches.Conflict, patches.Empty, patches.Damaged, patches.Undecodable} {
		if count[status] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count[status], status))
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

func (s *session) printCheck(check *componentCheck) {
	fmt.Fprintf(s.stdout, "component %s  %s  %s\n", check.Component, check.Revision.Short(), plural(len(check.Patches), "patch", "patches"))
	var rows [][]string
	for i, verdict := range check.Patches {
		rows = append(rows, []string{fmt.Sprintf("%4d", i+1), check.names[i], string(verdict.Status), verdictDetail(&verdict)})
	}
	for _, name := range check.skipped {
		rows = append(rows, []string{"   –", name, "not applied", ""})
	}
	table(s.stdout, rows)
	if !check.Tree.IsZero() {
		relation := "equal to the lock"
		if check.Tree != check.Locked {
			relation = "the lock says " + check.Locked.String()
		}
		s.stage("tree", fmt.Sprintf("%s, %s", check.Tree, relation), check.took)
	}
}

// printSeries says on standard error what became of each patch of a series that did not
// reach its trees, where more than one is told of.
func (s *session) printSeries(verdicts []patches.Verdict) {
	if len(verdicts) < 2 {
		return
	}
	var rows [][]string
	for i, verdict := range verdicts {
		rows = append(rows, []string{fmt.Sprintf("%4d", i+1), verdict.File, string(verdict.Status), verdictDetail(&verdict)})
	}
	table(s.stderr, rows)
}

// verdictDetail says in a few words what is behind a status.
func verdictDetail(v *patches.Verdict) string {
	if v.Fault != nil {
		detail := v.Fault.Message
		if v.Fault.Line > 0 {
			detail = fmt.Sprintf("line %d: %s", v.Fault.Line, detail)
		}
		return detail
	}
	shifted, fuzzy, left, most := 0, 0, 0, 0
	for _, file := range v.Files {
		if file.Skipped {
			left++
		}
		for _, hunk := range file.Hunks {
			switch hunk.State {
			case patches.HunkOffset:
				shifted++
				if abs(hunk.Offset) > abs(most) {
					most = hunk.Offset
				}
			case patches.HunkFuzzy:
				fuzzy++
			}
		}
	}
	var parts []string
	if shifted > 0 {
		parts = append(parts, fmt.Sprintf("%s, %+d lines at most", plural(shifted, "hunk", "hunks"), most))
	}
	if fuzzy > 0 {
		parts = append(parts, fmt.Sprintf("%s with less context", plural(fuzzy, "hunk", "hunks")))
	}
	if left > 0 {
		parts = append(parts, plural(left, "file", "files")+" excluded by the definition")
	}
	return strings.Join(parts, "; ")
}

func abs(n int) int { return max(n, -n) }

// verifyPatches checks a stack's series as a job's stage: all verdicts at once,
// one line when all is well.
func (w *workshop) verifyPatches(ctx context.Context) error {
	start := time.Now()
	checks, err := w.checkSeries(ctx)
	if err != nil {
		return err
	}
	if err := checkOutcome(checks); err != nil {
		for _, check := range checks {
			w.session.printCheck(check)
		}
		return err
	}
	all, states, trees := 0, map[patches.Status]int{}, []string{}
	for _, check := range checks {
		all += len(check.Patches)
		for _, verdict := range check.Patches {
			states[verdict.Status]++
		}
		trees = append(trees, check.Tree.Short())
	}
	line := "none to apply"
	if all > 0 {
		var parts []string
		for _, status := range []patches.Status{patches.Clean, patches.Offset, patches.Fuzzy} {
			if states[status] > 0 {
				parts = append(parts, fmt.Sprintf("%d of %d %s", states[status], all, status))
			}
		}
		line = strings.Join(parts, ", ")
	}
	w.session.stage("patches", fmt.Sprintf("%s · tree %s", line, strings.Join(trees, " ")), time.Since(start))
	return nil
}
