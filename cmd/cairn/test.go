package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cairn/builder"
	"cairn/environments"
	"cairn/stacks"
	"cairn/suites"

	"github.com/spf13/cobra"
)

func newTestCommand(s *session) *cobra.Command {
	var opts testOptions
	c := &cobra.Command{
		Use:     "test STACK",
		GroupID: groupJob,
		Short:   "Build a stack, gate its quality, then measure it",
		Long: `Build a stack, run its quality gates, and only if all of them pass its throughput
suites; write a record of it all. Exit 5 means that a gate failed, 6 that this
machine lacks something a suite needs.`,
		Example: "  cairn test ember\n  cairn test ember --image ./ember-image\n  cairn test qwen36-q4-tp3@cpu --model smollm2_135m=/srv/models/smollm2.gguf",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runTest(c.Context(), s, opts, args[0]) },
	}
	s.limits.flags(c.Flags())
	c.Flags().StringArrayVar(&opts.models, "model", nil, "where a model's file is, as `NAME=PATH`")
	c.Flags().StringSliceVar(&opts.only, "suite", nil, "run only the `SUITE` of this name; figures are marked ungated if a gate is left out")
	c.Flags().StringVar(&opts.image, "image", "", "write the container image to `DIR` when all has passed")
	c.Flags().BoolVar(&opts.inImage, "in-image", false, "run the suites in the unpacked container image and nothing else")
	return c
}

type testOptions struct {
	models []string
	only   []string
	image  string
	// inImage runs the suites in the unpacked image in place of the environment.
	inImage bool
}

func runTest(ctx context.Context, s *session, opts testOptions, ref string) (err error) {
	w, err := s.openLocked(ref)
	if err != nil {
		return err
	}
	defer w.close()
	if err := wantSuites(w.stack, opts.only); err != nil {
		return err
	}
	if err := wantLayout(opts.image); err != nil {
		return err
	}
	models, err := s.models(opts.models)
	if err != nil {
		return err
	}
	if err := w.checkToolchains(ctx); err != nil {
		return err
	}
	s.stage("lock", s.lockPath(w.workspace, w.stack.Name)+" matches its definition", 0)
	if err := w.fetch(ctx); err != nil {
		return err
	}
	if err := w.verifyPatches(ctx); err != nil {
		return err
	}
	if err := w.planBuild(ctx); err != nil {
		return err
	}
	outcome, err := w.buildShown(ctx)
	if err != nil {
		return err
	}
	environment, err := w.environmentShown(ctx, outcome)
	if err != nil {
		return err
	}
	tested, id := environment, environment.ID()
	if opts.inImage {
		var remove func() error
		if tested, id, remove, err = w.insideImage(ctx, environment); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, remove()) }()
	}
	logs, err := freshLogs(w.stack.Ref())
	if err != nil {
		return err
	}
	record, failure := suites.Run(ctx, suites.Request{
		Stack: w.stack, Executor: tested, Models: models, Only: opts.only, Logs: logs,
		Lock: w.lock.Digest(), Environment: id, Impure: w.impure(),
		Host: suites.HostFacts(os.DirFS("/")), Now: time.Now, Events: w.live.suite,
	})
	w.live.pause()
	if record != nil {
		path, err := s.keepRecord(w, record)
		if err != nil {
			return errors.Join(failure, err)
		}
		if err := s.answerRecord(path, record); err != nil {
			return errors.Join(failure, err)
		}
	}
	if failure != nil {
		return qualified(interrupted(ctx, failure))
	}
	if opts.image == "" {
		return nil
	}
	return w.image(ctx, environment, imageOptions{out: opts.image})
}

// wantSuites refuses names of suites that the stack does not have, before anything is built.
func wantSuites(stack *stacks.Stack, names []string) error {
	var have []string
	for _, suite := range stack.Suites {
		have = append(have, suite.Name)
	}
	for _, name := range names {
		if !slices.Contains(have, name) {
			return usageError{message: fmt.Sprintf("--suite: %s has no suite %q", stack.Ref(), name), hint: "its suites are: " + cmp.Or(strings.Join(have, ", "), "none")}
		}
	}
	return nil
}

// qualified gives a failed gate its exit status.
func qualified(err error) error {
	var failed *suites.QualityError
	if errors.As(err, &failed) {
		return &statusError{status: exitQuality, err: err, hint: "nothing was measured: a figure without its gates does not count"}
	}
	return err
}

// environmentShown assembles the environment and checks that its libraries load.
func (w *workshop) environmentShown(ctx context.Context, outcome *builder.Outcome) (*environments.Environment, error) {
	start := time.Now()
	environment, err := w.environment(ctx, outcome)
	if err != nil {
		return nil, err
	}
	report, err := environment.CheckLoader(ctx)
	if err != nil {
		return nil, err
	}
	text := fmt.Sprintf("%s, all resolve once", plural(len(report.Libraries), "library", "libraries"))
	if n := len(report.Imported); n > 0 {
		text += fmt.Sprintf("; %d found once their package is imported", n)
	}
	if len(report.Absent) > 0 {
		text += "; optional and absent: " + strings.Join(report.Absent, ", ")
	}
	w.session.stage("env", text, time.Since(start))
	return environment, nil
}

// impure reports whether something of the environment is the host's.
func (w *workshop) impure() bool {
	for _, toolchain := range w.request.Toolchains {
		if toolchain.Impure() {
			return true
		}
	}
	return false
}

// answerRecord prints a record: whole as JSON, else its summary.
func (s *session) answerRecord(path string, record *suites.Record) error {
	if !s.json {
		s.showRecord(path, record)
		return nil
	}
	data, err := record.Encode()
	if err != nil {
		return err
	}
	_, err = s.stdout.Write(data)
	return err
}

// showRecord prints a record's summary.
func (s *session) showRecord(path string, record *suites.Record) {
	if s.json {
		return
	}
	s.printGates(record)
	for _, m := range record.Throughput {
		s.stage(fmt.Sprintf("p%d/n%d", m.Prompt, m.Output), describeMeasurement(m), 0)
		s.printMore(m)
	}
	for _, blocked := range record.Blocked {
		s.stage("blocked", blocked.Suite+": "+strings.Join(blocked.Reasons, "; "), 0)
	}
	s.stage("record", tilde(path), 0)
}

// printMore adds what a person should see beside a figure: outliers, and what the
// engine said of itself.
func (s *session) printMore(m *suites.Measurement) {
	if len(m.Statistics.Outliers) > 0 {
		var values []string
		for _, i := range m.Statistics.Outliers {
			values = append(values, fmt.Sprintf("%.1f", m.Warm[i]))
		}
		s.stage("", plural(len(values), "outlier", "outliers")+", counted: "+strings.Join(values, " ")+" tok/s", 0)
	}
	var said []string
	for _, run := range m.Runs {
		if run.Engine == nil {
			continue
		}
		text := "cold"
		if !run.Cold {
			text = "warm"
		}
		if run.Engine.KVCacheTokens > 0 {
			text += fmt.Sprintf(": KV cache of %d tokens", run.Engine.KVCacheTokens)
		}
		if run.Engine.CompileCache != "" {
			text += ", graphs " + run.Engine.CompileCache
		}
		if !slices.Contains(said, text) {
			said = append(said, text)
		}
	}
	if len(said) > 0 {
		s.stage("", strings.Join(said, " · "), 0)
	}
}

func (s *session) printGates(record *suites.Record) {
	var parts []string
	took := 0.0
	for _, gate := range record.Gates {
		mark := "✔ passed"
		switch {
		case !gate.Passed && len(gate.Reasons) == 0:
			mark = "– did not end"
		case !gate.Passed:
			mark = "✘ " + strings.Join(gate.Reasons, "; ")
		}
		detail := ""
		if len(gate.Repeats) > 1 {
			detail = fmt.Sprintf(" ×%d", len(gate.Repeats))
		} else if len(gate.Repeats) == 1 && !gate.Repeats[0].TokenSHA256.IsZero() {
			detail = " " + gate.Repeats[0].TokenSHA256.Hex()[:8]
		}
		parts = append(parts, fmt.Sprintf("%s %s%s %s", gate.Suite, gate.Gate, detail, mark))
		for _, repeat := range gate.Repeats {
			took += repeat.WallSeconds
		}
	}
	for i, part := range parts {
		name, duration := "gates", time.Duration(0)
		if i > 0 {
			name = ""
		}
		if i == len(parts)-1 {
			duration = time.Duration(took * float64(time.Second))
		}
		s.stage(name, part, duration)
	}
}

// describeMeasurement writes "cold 412.7 tok/s · warm 431.2 tok/s (5 runs, …)".
func describeMeasurement(m *suites.Measurement) string {
	text := ""
	if len(m.Cold) > 0 {
		text = fmt.Sprintf("cold %.1f tok/s · ", m.Cold[0])
	}
	st := m.Statistics
	if st.Count == 0 {
		return text + "no run that counts"
	}
	text += fmt.Sprintf("warm %.1f tok/s (%s, ±%.1f %%", st.Mean, plural(st.Count, "run", "runs"), st.SpreadPercent)
	if st.Interval95 != nil {
		text += fmt.Sprintf(", 95 %% %.1f–%.1f", st.Interval95.Low, st.Interval95.High)
	}
	text += ")"
	if !m.Gated {
		text += "  ungated"
	}
	return text
}

// describeSuiteEvent names what an event is about, and whether it goes on.
func describeSuiteEvent(e suites.Event) (text string, running bool) {
	switch e.Kind {
	case suites.GateStarted, suites.GateRepeated:
		return "gate " + e.Gate, true
	case suites.GatePassed, suites.GateFailed:
		return "gate " + e.Gate, false
	case suites.Measured, suites.SuiteBlocked:
		return "suite " + e.Suite.Name, false
	}
	if e.Kind == suites.Wrote {
		if e.Gate != "" {
			return "gate " + e.Gate, true
		}
		return "suite " + e.Suite.Name, true // its service comes up, or it is a measurement
	}
	if e.Suite == nil || e.Suite.Kind != stacks.ThroughputSuite {
		return "suites", false
	}
	return "suite " + e.Suite.Name, true
}

// models says where model files are: the configuration's, then --model's.
func (s *session) models(flags []string) (map[string]string, error) {
	machine, err := s.config()
	if err != nil {
		return nil, err
	}
	models := map[string]string{}
	for name, path := range machine.models {
		models[name] = path
	}
	for _, flag := range flags {
		name, path, ok := strings.Cut(flag, "=")
		if !ok || name == "" || path == "" {
			return nil, usageError{message: fmt.Sprintf("--model %s: want NAME=PATH", flag), hint: "NAME is the label of a model block in the workspace"}
		}
		absolute, err := filepath.Abs(path)
		if err != nil {
			return nil, fmt.Errorf("--model %s: %w", flag, err)
		}
		models[name] = absolute
	}
	return models, nil
}

// tilde writes a path below HOME as a person would.
func tilde(path string) string {
	if home, err := os.UserHomeDir(); err == nil && strings.HasPrefix(path, home+"/") {
		return "~" + strings.TrimPrefix(path, home)
	}
	return path
}
