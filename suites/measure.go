package suites

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

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
	total          []float64 // of both together, where the tool counts it
	decode         []float64 // of the tokens after the first, from an endpoint
	// harmonic says that the tool's figure is tokens over the mean time of its
	// samples, not the mean of their rates.
	harmonic bool
	raw      json.RawMessage
}

// bench runs one process, or one round of requests, and reads it.
type bench func(ctx context.Context, j job) (reading, ran, error)

// measure runs warm-ups, then processes until the suite's repeats are there.
func (r *run) measure(ctx context.Context, suite *stacks.Suite, gated bool) error {
	t := suite.Throughput
	if t == nil {
		return errors.New("it has no command")
	}
	run, err := r.bench(t)
	if err != nil {
		return err
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
	if model := modelOf(r.Stack, suite); model != nil {
		m.Model = model.Name
	}
	r.record.Throughput = append(r.record.Throughput, m)
	if usesService(suite) {
		stop, err := r.startService(ctx, suite, cache)
		if err != nil {
			return err
		}
		defer stop()
	}
	j := job{suite: suite, cache: cache, timeout: r.MeasureTimeout}
	if j.timeout == 0 {
		j.timeout = defaultMeasureTimeout
	}
	for i := range t.Warmup {
		j.argv = benchCommand(t, 1)
		got, err := r.sample(ctx, j, m, true, run)
		if err != nil {
			return fmt.Errorf("warm-up %d: %w", i+1, err)
		}
		m.Cold = append(m.Cold, got.samples...)
		r.event(Event{Kind: Sampled, Suite: suite, Cold: true, Index: i + 1, Count: t.Warmup, Value: last(got.samples)})
	}
	var all reading
	wanted := max(t.Repeats, 1)
	for len(m.Warm) < wanted {
		j.argv = benchCommand(t, wanted-len(m.Warm))
		got, err := r.sample(ctx, j, m, false, run)
		if err != nil {
			return fmt.Errorf("run %d: %w", len(m.Warm)+1, err)
		}
		m.Warm = append(m.Warm, got.samples...)
		all.add(got)
		r.event(Event{Kind: Sampled, Suite: suite, Index: len(m.Warm), Count: max(wanted, len(m.Warm)), Value: last(got.samples)})
	}
	m.summarise(all)
	r.event(Event{Kind: Measured, Suite: suite, Measurement: m})
	return nil
}

// sample runs one process and keeps what it printed.
func (r *run) sample(ctx context.Context, j job, m *Measurement, cold bool, run bench) (reading, error) {
	got, process, err := run(ctx, j)
	if err != nil {
		return reading{}, err
	}
	m.Command = j.argv // as it was run, the tool's own repeats included
	m.Runs = append(m.Runs, MeasuredRun{Cold: cold, Process: process.Process, Engine: process.engine, Raw: got.raw})
	return got, nil
}

// add collects the samples of another process.
func (all *reading) add(got reading) {
	all.prompt, all.output = append(all.prompt, got.prompt...), append(all.output, got.output...)
	all.total, all.decode = append(all.total, got.total...), append(all.decode, got.decode...)
	all.harmonic = all.harmonic || got.harmonic
}

func (m *Measurement) summarise(all reading) {
	summary := Summarise
	if all.harmonic {
		summary = SummariseHarmonic
	}
	some := func(samples []float64) *Statistics {
		if len(samples) == 0 {
			return nil
		}
		s := Summarise(samples)
		return &s
	}
	m.Statistics = summary(m.Warm)
	m.PromptRate, m.OutputRate, m.DecodeRate = some(all.prompt), some(all.output), some(all.decode)
	switch {
	case len(all.total) > 0:
		m.TotalRate = summary(all.total).Mean
	case m.PromptRate != nil && m.OutputRate != nil:
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

// bench returns how a suite's runner is run and read, for a suite that fits it.
func (r *run) bench(t *stacks.Throughput) (bench, error) {
	if len(t.Command) == 0 && t.Runner != stacks.OpenAIRunner {
		return nil, errors.New("it has no command")
	}
	printed := func(read func(*stacks.Throughput, []byte) (reading, error)) bench {
		return func(ctx context.Context, j job) (reading, ran, error) {
			out, process, err := r.execute(ctx, j)
			if err != nil {
				return reading{}, process, err
			}
			got, err := read(t, out)
			return got, process, err
		}
	}
	allowed, run := []string(nil), bench(nil)
	switch t.Runner {
	case stacks.CommandRunner:
		return printed(readCommand), nil // it prints whatever the suite says
	case stacks.LlamaBenchRunner:
		allowed, run = []string{outputRate, promptRate}, printed(readLlamaBench)
	case stacks.VLLMThroughputRunner, stacks.VLLMLatencyRunner:
		allowed, run = []string{outputRate}, func(ctx context.Context, j job) (reading, ran, error) { return r.benchVLLM(ctx, j, t) }
	case stacks.OpenAIRunner:
		allowed, run = []string{outputRate}, func(ctx context.Context, j job) (reading, ran, error) { return r.benchService(ctx, j, t) }
	default:
		return nil, fmt.Errorf("this version of cairn has no runner %q for measurements", t.Runner)
	}
	if m := metric(t); !slices.Contains(allowed, m) {
		return nil, fmt.Errorf("runner %s measures %s, not %q", t.Runner, strings.Join(allowed, " or "), m)
	}
	return run, nil
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
