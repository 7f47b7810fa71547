package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cairn/internal/atomicfile"
	"cairn/lockfiles"
	"cairn/patches"
	"cairn/stacks"
	"cairn/suites"

	"github.com/spf13/cobra"
)

func newReportCommand(s *session) *cobra.Command {
	var opts reportOptions
	c := &cobra.Command{
		Use:     "report -o DIR",
		GroupID: groupStack,
		Short:   "Write a page about results over time, stacks, series and records",
		Long: `Write index.html, one self-contained page that needs no network, with report.md,
report.json and report.xml (JUnit) beside it: results over time per lane, stacks and
their pins, the records that were made on this machine, and how its tries to reproduce
results went.

With --check every series is verified too, which wants its sources.`,
		Example: "  cairn report -o ./report\n  cairn report --check -o ./report",
		Args:    exactArgs(),
		RunE:    func(c *cobra.Command, _ []string) error { return runReport(c.Context(), s, opts) },
	}
	c.Flags().StringVarP(&opts.out, "output", "o", "", "write into the folder `DIR`")
	c.Flags().BoolVar(&opts.check, "check", false, "verify every locked series and show its verdicts")
	return c
}

type reportOptions struct {
	out   string
	check bool
}

func runReport(ctx context.Context, s *session, opts reportOptions) error {
	if opts.out == "" {
		return usageError{message: "report wants to know where to write", hint: `run "cairn report -o DIR"`}
	}
	if strings.HasSuffix(opts.out, ".html") {
		return usageError{message: fmt.Sprintf("-o %s: a folder is wanted, which gets index.html and more", opts.out), hint: fmt.Sprintf("run %q", "cairn report -o "+strings.TrimSuffix(opts.out, ".html"))}
	}
	ws, err := s.loadResults()
	if err != nil {
		return err
	}
	report := suites.Report{Generated: time.Now().UTC(), Workspace: ws.Name, Version: version}
	for _, r := range slices.SortedFunc(maps.Values(ws.Results), func(a, b *stacks.Result) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Submitted, b.Submitted), cmp.Compare(a.ID, b.ID))
	}) {
		figure := suites.FigureOf(*r)
		figure.Model, figure.Engine, figure.Hardware, figure.Gates, figure.Caveat = r.Model, r.Engine, r.Hardware, r.Passed, r.Caveat
		report.Figures = append(report.Figures, figure)
	}
	for _, name := range sortedKeys(ws.Stacks) {
		summary, err := s.summarise(ctx, ws, ws.Stacks[name], opts.check)
		if err != nil {
			return err
		}
		report.Stacks = append(report.Stacks, summary)
	}
	if report.Records, err = keptRecords(); err != nil {
		return err
	}
	if report.Judgements, err = keptJudgements(); err != nil {
		return err
	}
	return s.writeReport(opts.out, report)
}

func (s *session) writeReport(dir string, report suites.Report) error {
	page, err := report.HTML()
	if err != nil {
		return err
	}
	data, err := report.JSON()
	if err != nil {
		return err
	}
	junit, err := report.JUnit()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	for _, file := range []struct {
		name    string
		content []byte
	}{{"report.md", report.Markdown()}, {"report.json", data}, {"report.xml", junit}, {"index.html", page}} {
		if err := atomicfile.Write(filepath.Join(dir, file.name), file.content, 0o644); err != nil {
			return err
		}
	}
	if s.json {
		return s.printJSON(map[string]any{"output": dir, "stacks": len(report.Stacks), "results": len(report.Figures), "records": len(report.Records)})
	}
	s.stage("report", fmt.Sprintf("%s: %s, %s, %s", filepath.Join(dir, "index.html"), plural(len(report.Stacks), "stack", "stacks"),
		plural(len(report.Figures), "result", "results"), plural(len(report.Records), "record", "records")), 0)
	return nil
}

// summarise says what a stack is made of and how its lock stands.
func (s *session) summarise(ctx context.Context, ws *stacks.Workspace, stack *stacks.Stack, check bool) (suites.StackSummary, error) {
	summary := suites.StackSummary{Ref: stack.Name, Description: stack.Description}
	for _, unknown := range stack.Unknown {
		summary.Unknown = append(summary.Unknown, unknown.What+": "+unknown.Reason)
	}
	var view *lockfiles.View
	if lock, err := s.readLock(ws, stack.Name); err == nil {
		summary.Lock = lock.Digest()
		for _, move := range lockfiles.Compare(lock, ws, stack.Name) {
			summary.Stale = append(summary.Stale, move.Attribute+" moved")
		}
		view, _ = lock.View("")
	}
	checks, problems := map[string]*componentCheck{}, map[string]string{}
	if check && view != nil && len(summary.Stale) == 0 {
		w, err := s.openLocked(stack.Name)
		if err != nil {
			return summary, err
		}
		defer w.close()
		for _, component := range w.stack.Components {
			found, err := w.checkComponent(ctx, component)
			if err != nil {
				problems[component.Name] = "not checked: " + withoutRequest(interrupted(ctx, err))
				continue
			}
			checks[component.Name] = found
		}
		if err := context.Cause(ctx); err != nil {
			return summary, interrupted(ctx, err)
		}
	}
	for _, component := range stack.Components {
		summary.Components = append(summary.Components, summariseComponent(component, view, checks[component.Name], problems[component.Name]))
	}
	if view != nil {
		for _, toolchain := range view.Toolchains {
			if toolchain.Pending != "" {
				summary.Blocked = append(summary.Blocked, fmt.Sprintf("toolchain %s is pending: %s", toolchain.Name, toolchain.Pending))
			}
		}
	}
	return summary, nil
}

// withoutRequest is an error without what the network said to a request, which is long,
// names this machine's servers and is another tomorrow.
func withoutRequest(err error) string {
	var request *url.Error
	if !errors.As(err, &request) {
		return err.Error()
	}
	return strings.TrimSuffix(strings.TrimSuffix(err.Error(), request.Error()), ": ") + ": it cannot be reached"
}

func summariseComponent(component *stacks.Component, view *lockfiles.View, check *componentCheck, problem string) suites.ComponentSummary {
	upstream := component.Source.Upstream.Git
	if upstream == "" {
		upstream = "embedded: " + component.Source.Upstream.Embedded
	}
	c := suites.ComponentSummary{Name: component.Name, Upstream: upstream, Revision: component.Source.Revision.String(), Problem: problem}
	if view != nil {
		if entry, ok := view.Component(component.Name); ok {
			c.Tree = entry.PatchedTree().String()
		}
	}
	verdicts := map[string]patches.Verdict{}
	if check != nil {
		for i, name := range check.names {
			verdicts[name] = check.Patches[i]
		}
	}
	for _, patch := range component.Patches {
		summary := suites.PatchSummary{Name: patch.Name, Standing: string(patch.Standing)}
		if verdict, tried := verdicts[patch.Name]; tried {
			summary.Status, summary.Detail = string(verdict.Status), verdictDetail(&verdict)
		}
		c.Patches = append(c.Patches, summary)
	}
	return c
}

// keptRecords reads the records of this machine, oldest first. One that another
// version wrote and that cannot be read is passed over.
func keptRecords() ([]suites.NamedRecord, error) {
	dir, err := stateDir()
	if err != nil {
		return nil, err
	}
	found, err := matching(filepath.Join(dir, "records"), "*.json")
	if err != nil {
		return nil, fmt.Errorf("find records: %w", err)
	}
	var records []suites.NamedRecord
	for _, path := range found {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read record: %w", err)
		}
		if record, err := suites.Decode(data); err == nil {
			records = append(records, suites.NamedRecord{Name: strings.TrimSuffix(filepath.Base(path), ".json"), Record: record})
		}
	}
	return records, nil
}
