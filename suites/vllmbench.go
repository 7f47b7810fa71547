package suites

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"path/filepath"
	"slices"

	"cairn/stacks"
)

// vllmReport is what the two benchmarks write with --output-json: "vllm bench
// throughput" the first group, "vllm bench latency" the second (lab suites.md, E1
// and E4).
type vllmReport struct {
	Elapsed         float64 `json:"elapsed_time"`
	Requests        int     `json:"num_requests"`
	TotalTokens     int     `json:"total_num_tokens"`
	TokensPerSecond float64 `json:"tokens_per_second"`

	AverageLatency float64   `json:"avg_latency"`
	Latencies      []float64 `json:"latencies"`
}

// benchVLLM runs one process of either and reads its report.
func (r *run) benchVLLM(ctx context.Context, j job, t *stacks.Throughput) (reading, ran, error) {
	dir, remove, err := r.resultsFolder()
	if err != nil {
		return reading{}, ran{}, err
	}
	defer remove()
	j.results = dir
	j.argv = slices.Concat(j.argv, []string{"--output-json", resultsDir + "/bench.json"})
	_, process, err := r.execute(ctx, j)
	if err != nil {
		return reading{}, process, err
	}
	text, err := readReport(filepath.Join(dir, "bench.json"))
	if err != nil {
		return reading{}, process, &OutputError{Program: j.argv[0], Problem: "is not where --output-json says" + because(err)}
	}
	got, err := readVLLM(t, text)
	return got, process, err
}

// readVLLM computes the rates as the lab does. Throughput: output is N tokens of each
// request over the elapsed time, prefill included; total is what the tool says.
// Latency: output is N tokens over the mean latency, total prompt and output over it.
func readVLLM(t *stacks.Throughput, text []byte) (reading, error) {
	program := t.Command[0]
	wrong := func(field, format string, args ...any) (reading, error) {
		return reading{}, &OutputError{Program: program, Field: field, Problem: fmt.Sprintf(format, args...), Head: head(text)}
	}
	var report vllmReport
	if err := json.Unmarshal(text, &report); err != nil {
		return wrong("", "is not a report of vllm bench%s", because(err))
	}
	got := reading{raw: bytes.TrimSpace(text)}
	batch := max(t.Batch, 1)
	if t.Runner == stacks.VLLMLatencyRunner {
		if report.AverageLatency <= 0 || len(report.Latencies) == 0 || slices.Min(report.Latencies) <= 0 {
			return wrong("latencies", "is missing, or not all of it is above 0")
		}
		if average := mean(report.Latencies); math.Abs(average-report.AverageLatency) > 0.01*average {
			return wrong("avg_latency", "is %v, and the mean of latencies is %v", report.AverageLatency, average)
		}
		for _, latency := range report.Latencies {
			got.samples = append(got.samples, float64(batch*t.Output)/latency)
			got.total = append(got.total, float64(batch*(t.Prompt+t.Output))/latency)
		}
		got.harmonic = true
		return got, nil
	}
	if report.Elapsed <= 0 || report.TokensPerSecond <= 0 || report.Requests < 1 {
		return wrong("elapsed_time", "or num_requests or tokens_per_second is missing, or not above 0")
	}
	output := report.Requests * t.Output
	if report.TotalTokens < output {
		return wrong("total_num_tokens", "is %d: fewer than the %d that %d requests of the shape generate", report.TotalTokens, output, report.Requests)
	}
	got.samples = []float64{float64(output) / report.Elapsed}
	got.total = []float64{report.TokensPerSecond}
	return got, nil
}
