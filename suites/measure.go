package suites

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"cairn/stacks"
)

// The names of rates that every runner can give.
const (
	outputRate = "output_tok_s"
	promptRate = "prompt_tok_s"
	totalRate  = "total_tok_s"
)

// reading is what one process of a measurement says.
type reading struct {
	samples        []float64 // of the metric
	prompt, output []float64 // of the two phases; empty where not told apart
	raw            json.RawMessage
}

// measure runs warm-ups, then processes until the suite's repeats are there.
func (r *run) measure(ctx context.Context, suite *stacks.Suite, gated bool) error {
	t := suite.Throughput
	if t == nil {
		return errors.New("it has no command")
	}
	read, err := reader(t)
	if err != nil {
		return err
	}
	if len(t.Command) == 0 {
		return errors.New("it has no command")
	}
	r.event(Event{Kind: SuiteStarted, Suite: suite})
	if err := r.proveModel(ctx, suite); err != nil {
		return err
	}
	cache, fresh, err := r.suiteCache(suite)
	if err != nil {
		return err
	}
	m := &Measurement{
		Suite: suite.Name, Runner: string(t.Runner), Command: t.Command,
		Prompt: t.Prompt, Output: t.Output, Batch: max(t.Batch, 1), Metric: metric(t), Gated: gated, FreshCache: fresh,
	}
	if suite.Model != nil {
		m.Model = suite.Model.Name
	}
	r.record.Throughput = append(r.record.Throughput, m)
	j := job{suite: suite, cache: cache, timeout: r.MeasureTimeout}
	if j.timeout == 0 {
		j.timeout = defaultMeasureTimeout
	}
	for i := range t.Warmup {
		j.argv = benchCommand(t, 1)
		got, err := r.sample(ctx, j, m, true, read)
		if err != nil {
			return fmt.Errorf("warm-up %d: %w", i+1, err)
		}
		m.Cold = append(m.Cold, got.samples...)
		r.event(Event{Kind: Sampled, Suite: suite, Cold: true, Index: i + 1, Count: t.Warmup, Value: last(got.samples)})
	}
	var prompt, output []float64
	wanted := max(t.Repeats, 1)
	for len(m.Warm) < wanted {
		j.argv = benchCommand(t, wanted-len(m.Warm))
		got, err := r.sample(ctx, j, m, false, read)
		if err != nil {
			return fmt.Errorf("run %d: %w", len(m.Warm)+1, err)
		}
		m.Warm = append(m.Warm, got.samples...)
		prompt, output = append(prompt, got.prompt...), append(output, got.output...)
		r.event(Event{Kind: Sampled, Suite: suite, Index: len(m.Warm), Count: max(wanted, len(m.Warm)), Value: last(got.samples)})
	}
	m.summarise(prompt, output)
	r.event(Event{Kind: Measured, Suite: suite, Measurement: m})
	return nil
}

// sample runs one process and keeps what it printed.
func (r *run) sample(ctx context.Context, j job, m *Measurement, cold bool, read func([]byte) (reading, error)) (reading, error) {
	out, process, err := r.execute(ctx, j)
	if err != nil {
		return reading{}, err
	}
	got, err := read(out)
	if err != nil {
		return reading{}, err
	}
	m.Command = j.argv // as it was run, the tool's own repeats included
	m.Runs = append(m.Runs, MeasuredRun{Cold: cold, Process: process, Raw: got.raw})
	return got, nil
}

func (m *Measurement) summarise(prompt, output []float64) {
	m.Statistics = Summarise(m.Warm)
	if len(prompt) > 0 {
		s := Summarise(prompt)
		m.PromptRate = &s
	}
	if len(output) > 0 {
		s := Summarise(output)
		m.OutputRate = &s
	}
	if m.PromptRate != nil && m.OutputRate != nil {
		m.TotalRate = total(m.Prompt, m.Output, m.PromptRate.Mean, m.OutputRate.Mean)
	}
}

// total is the rate over both phases (the lab's submitted total, suites.md E6).
func total(prompt, output int, promptRate, outputRate float64) float64 {
	seconds := float64(prompt)/promptRate + float64(output)/outputRate
	if seconds == 0 {
		return 0
	}
	return float64(prompt+output) / seconds
}

func metric(t *stacks.Throughput) string {
	if t.Metric == "" {
		return outputRate
	}
	return t.Metric
}

// reader returns how a runner's output is read, for a suite that fits the runner.
func reader(t *stacks.Throughput) (func([]byte) (reading, error), error) {
	switch t.Runner {
	case stacks.CommandRunner:
		return func(out []byte) (reading, error) { return readCommand(t, out) }, nil
	case stacks.LlamaBenchRunner:
		if m := metric(t); !slices.Contains([]string{outputRate, promptRate}, m) {
			return nil, fmt.Errorf("runner %s measures %s or %s, not %q", t.Runner, outputRate, promptRate, m)
		}
		return func(out []byte) (reading, error) { return readLlamaBench(t, out) }, nil
	}
	return nil, fmt.Errorf("this version of cairn has no runner %q for measurements", t.Runner)
}

// readCommand reads one JSON object: the metric's field, and the phases where the
// object has them.
func readCommand(t *stacks.Throughput, out []byte) (reading, error) {
	program := t.Command[0]
	fields, err := readObject(program, out)
	if err != nil {
		return reading{}, err
	}
	rate, err := readRate(program, metric(t), fields, out)
	if err != nil {
		return reading{}, err
	}
	got := reading{samples: []float64{rate}, raw: bytes.TrimSpace(out)}
	for field, phase := range map[string]*[]float64{promptRate: &got.prompt, outputRate: &got.output} {
		// A shape without prompt has no prompt rate; tools say so by 0 or null.
		if raw := string(fields[field]); raw == "" || raw == "null" || raw == "0" || raw == "0.0" {
			continue
		}
		rate, err := readRate(program, field, fields, out)
		if err != nil {
			return reading{}, err
		}
		*phase = []float64{rate}
	}
	return got, nil
}

func last(samples []float64) float64 { return samples[len(samples)-1] }
