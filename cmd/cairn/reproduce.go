package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

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
		Example: "  cairn reproduce cmov6p4r7007tqr01yi8ug4un\n  cairn reproduce ~/.local/state/cairn/records/2026-11-22T20-14-03-ember.json\n  cairn reproduce --packet ./packet ember-epyc-2026-11-26",
		Args:    exactArgs("the id of a RESULT or the path of a record"),
		RunE:    func(c *cobra.Command, args []string) error { return runReproduce(c.Context(), s, opts, args[0]) },
	}
	c.Flags().StringVar(&opts.until, "until", "measure", "stop after `patches`, build, gates or measure")
	c.Flags().StringArrayVar(&opts.models, "model", nil, "where a model's file is, as `NAME=PATH`")
	c.Flags().StringVar(&opts.packet, "packet", "", "write lock, record, logs, verdict and a payload to submit into the new folder `DIR`")
	return c
}

type reproduceOptions struct {
	until  string
	models []string
	packet string
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
	if err := newFolder(opts.packet); err != nil {
		return err
	}
	t, err := s.findTarget(name)
	if err != nil {
		return err
	}
	s.stage("result", t.words, 0)
	r := &replay{session: s, target: t, opts: opts, until: steps[opts.until]}
	if t.result.Stack == "" {
		r.judgement = ptr(suites.BlockedBefore(t.result, nil, []string{"no stack of this workspace defines it: its pins were never written down"}))
	} else if err := r.run(ctx); err != nil {
		return err
	}
	if r.judgement != nil {
		if err := keepJudgement(r.judgement); err != nil {
			return err
		}
	}
	if opts.packet != "" {
		if err := r.writePacket(opts.packet); err != nil {
			return err
		}
		s.stage("packet", opts.packet, 0)
	}
	return r.judged()
}

func ptr[T any](v T) *T { return &v }

// newFolder refuses a folder that holds something.
func newFolder(dir string) error {
	if dir == "" {
		return nil
	}
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 || err != nil && !errors.Is(err, fs.ErrNotExist) {
		return usageError{message: fmt.Sprintf("--packet %s: not a new or empty folder", dir), hint: "name one that does not exist yet"}
	}
	return nil
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
