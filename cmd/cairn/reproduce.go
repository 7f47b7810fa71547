package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cairn/stacks"
	"cairn/suites"

	"github.com/spf13/cobra"
)

func newReproduceCommand(s *session) *cobra.Command {
	var opts reproduceOptions
	c := &cobra.Command{
		Use:     "reproduce RESULT",
		GroupID: groupJob,
		Short:   "Replay a result as far as this machine allows, and say exactly where it stopped",
		Long: `Replay a result: definition at its pins, patches, build, gates, measurement. RESULT is
the id of a historical result of the workspace, or the path of a record that
"cairn test" wrote.

The verdict is reproduced; verified (all but the speed, for the hardware is
another); not-reproduced; quality-failed (exit 5); or blocked (exit 6), with
everything that was verified up to there.`,
		Example: "  cairn reproduce cmov6p4r7007tqr01yi8ug4un\n  cairn reproduce ~/.local/state/cairn/records/2026-11-22T20-14-03-ember.json",
		Args:    exactArgs("the id of a RESULT or the path of a record"),
		RunE:    func(c *cobra.Command, args []string) error { return runReproduce(c.Context(), s, opts, args[0]) },
	}
	c.Flags().StringVar(&opts.until, "until", "measure", "stop after `patches`, build, gates or measure")
	c.Flags().StringArrayVar(&opts.models, "model", nil, "where a model's file is, as `NAME=PATH`")
	return c
}

type reproduceOptions struct {
	until  string
	models []string
}

// target is what is to be reproduced.
type target struct {
	result    stacks.Result
	hardware  suites.Hardware
	tolerance suites.Tolerance
	words     string // what a person reads of it
}

func runReproduce(ctx context.Context, s *session, opts reproduceOptions, name string) error {
	steps := map[string]int{"patches": 1, "build": 2, "gates": 3, "measure": 4}
	if steps[opts.until] == 0 {
		return usageError{message: fmt.Sprintf("--until %s: no such step", opts.until), hint: "the steps are patches, build, gates and measure"}
	}
	t, err := s.findTarget(name)
	if err != nil {
		return err
	}
	s.stage("result", t.words, 0)
	if t.result.Stack == "" {
		return s.judged(suites.BlockedBefore(t.result, nil, []string{"no stack of this workspace defines it: its pins were never written down"}))
	}
	judgement, err := s.reproduce(ctx, opts, t, steps[opts.until])
	if err != nil {
		return err
	}
	if judgement == nil {
		s.stage("stopped", "after "+opts.until+", as asked", 0)
		return nil
	}
	return s.judged(*judgement)
}

// findTarget reads the record at a path, or finds a result of the workspace by id.
func (s *session) findTarget(name string) (*target, error) {
	if strings.HasSuffix(name, ".json") || strings.ContainsRune(name, filepath.Separator) {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, usageError{message: fmt.Sprintf("no record at %s", name), hint: `"cairn test" writes records; "cairn results" lists historical results`}
		}
		record, err := suites.Decode(data)
		if err != nil {
			return nil, fmt.Errorf("read record %s: %w", name, err)
		}
		t := &target{}
		t.result, t.hardware, t.tolerance, err = suites.TargetOf(filepath.Base(name), record, "")
		if err != nil {
			return nil, err
		}
		t.words = describeTarget(t)
		return t, nil
	}
	ws, err := s.loadResults()
	if err != nil {
		return nil, err
	}
	result, ok := ws.Results[name]
	if !ok {
		return nil, usageError{message: fmt.Sprintf("%s has no result %q", ws.Name, name), hint: `run "cairn results" to see the results`}
	}
	t := &target{result: *result, tolerance: suites.ToleranceOf(*result)}
	t.hardware, _ = suites.ParseHardware(result.Hardware)
	t.words = describeTarget(t)
	return t, nil
}

func describeTarget(t *target) string {
	words := fmt.Sprintf("%s tok/s  p%d/n%d, %s  %s", rate(t.result.Metrics["output_tok_s"]), t.result.Prompt, t.result.Output, t.result.Date, t.result.Standing)
	if t.result.Stack != "" {
		words += "  stack " + t.result.Stack
	}
	return words
}

// reproduce walks to the measurement, or until a step. Where something that this
// machine lacks ends the way, the judgement says so; nil means that it stopped as asked.
func (s *session) reproduce(ctx context.Context, opts reproduceOptions, t *target, until int) (*suites.Judgement, error) {
	var verified []string
	blocked := func(err error) (*suites.Judgement, error) {
		status, _ := classify(err)
		if status != exitBlocked {
			return nil, err
		}
		judgement := suites.BlockedBefore(t.result, verified, append([]string{strings.TrimPrefix(err.Error(), "blocked: ")}, s.missingHere(t)...))
		return &judgement, nil
	}
	w, err := s.openLocked(t.result.Stack)
	if err != nil {
		return nil, err
	}
	defer w.close()
	verified = append(verified, "the lock matches its definition")
	if err := w.fetch(ctx); err != nil {
		return nil, err
	}
	verified = append(verified, "every source has the locked tree")
	if err := w.verifyPatches(ctx); err != nil {
		return nil, err
	}
	verified = append(verified, "every patch reaches its locked tree")
	for _, unknown := range w.stack.Unknown {
		s.stage("unknown", unknown.What+": "+unknown.Reason, 0)
	}
	if until == 1 {
		return nil, nil
	}
	if err := w.planBuild(ctx); err != nil {
		return blocked(err)
	}
	outcome, err := w.buildShown(ctx)
	if err != nil {
		return blocked(err)
	}
	environment, err := w.environmentShown(ctx, outcome)
	if err != nil || until == 2 {
		return nil, err
	}
	models, err := s.models(opts.models)
	if err != nil {
		return nil, err
	}
	request := suites.Request{
		Stack: w.stack, Executor: environment, Models: models, Lock: w.lock.Digest(), Environment: environment.ID(),
		Impure: w.impure(), Host: suites.HostFacts(os.DirFS("/")), Now: time.Now, Events: w.live.suite,
	}
	if until == 3 {
		request.Only = qualitySuites(w.stack)
	}
	record, failure := suites.Run(ctx, request)
	w.live.pause()
	if record != nil {
		if err := s.keepRecord(w, record); err != nil {
			return nil, errors.Join(failure, err)
		}
	}
	var quality *suites.QualityError
	var lacking *suites.BlockedError
	if failure != nil && !errors.As(failure, &quality) && !errors.As(failure, &lacking) {
		return nil, interrupted(ctx, failure)
	}
	if until == 3 && failure == nil {
		return nil, nil
	}
	judgement := suites.Judge(record, t.result, t.hardware, t.tolerance)
	judgement.Verified = append(verified, judgement.Verified...)
	return &judgement, nil
}

// missingHere says what else the result's own suite wants and this machine lacks.
func (s *session) missingHere(t *target) []string {
	return t.hardware.Differences(suites.HostFacts(os.DirFS("/")))
}

func qualitySuites(stack *stacks.Stack) []string {
	names := []string{}
	for _, suite := range stack.Suites {
		if suite.Kind == stacks.QualitySuite {
			names = append(names, suite.Name)
		}
	}
	return names
}

// judged prints a judgement and picks its exit status.
func (s *session) judged(j suites.Judgement) error {
	status := map[suites.Verdict]int{
		suites.VerdictReproduced: exitDone, suites.VerdictVerified: exitDone, suites.VerdictNotReproduced: exitFailed,
		suites.VerdictQualityFailed: exitQuality, suites.VerdictBlocked: exitBlocked,
	}[j.Verdict]
	if s.json {
		if err := s.printJSON(j); err != nil {
			return err
		}
	} else {
		for _, line := range j.Verified {
			s.stage("verified", line, 0)
		}
		for _, comparison := range j.Comparisons {
			s.stage("compare", comparison.String(), 0)
		}
		for i, reason := range j.Reasons {
			name := string(j.Verdict)
			if i > 0 {
				name = ""
			}
			s.stage(name, reason, 0)
		}
	}
	if status == exitDone {
		return nil
	}
	return &shown{status: status, line: fmt.Sprintf("%s: %s", j.Verdict, j.Result)}
}
