package suites

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"cairn/stacks"
)

// benchCommand is a measurement's argv. llama-bench repeats by itself: where the
// definition does not say how it is asked for shape, repeats and JSON lines,
// these options are added; what the definition says stands.
func benchCommand(t *stacks.Throughput, repeats int) []string {
	argv := slices.Clone(t.Command)
	if t.Runner != stacks.LlamaBenchRunner {
		return argv
	}
	for _, option := range []struct {
		names []string
		value string
	}{
		{[]string{"-p", "--n-prompt"}, strconv.Itoa(t.Prompt)},
		{[]string{"-n", "--n-gen"}, strconv.Itoa(t.Output)},
		{[]string{"-r", "--repetitions"}, strconv.Itoa(repeats)},
		{[]string{"-o", "--output"}, "jsonl"},
	} {
		if !slices.ContainsFunc(t.Command, func(arg string) bool { return slices.Contains(option.names, arg) }) {
			argv = append(argv, option.names[0], option.value)
		}
	}
	return argv
}

// benchRecord is what cairn reads of one llama-bench record (llama.cpp,
// tools/llama-bench/README.md). Prompt and generation are records of their own.
type benchRecord struct {
	Prompt  *int      `json:"n_prompt"`
	Output  *int      `json:"n_gen"`
	Average *float64  `json:"avg_ts"`
	Samples []float64 `json:"samples_ts"`
}

// readLlamaBench reads "-o jsonl" or "-o json". The tool's own samples are used;
// where an old build prints none, its average is the one sample.
func readLlamaBench(t *stacks.Throughput, out []byte) (reading, error) {
	program := t.Command[0]
	raws, err := benchRecords(program, out)
	if err != nil {
		return reading{}, err
	}
	got := reading{}
	var shapes []string
	for i, raw := range raws {
		var record benchRecord
		if err := json.Unmarshal(raw, &record); err != nil {
			return reading{}, &OutputError{Program: program, Problem: fmt.Sprintf("has a record %d that is not llama-bench's%s", i+1, because(err)), Head: head(raw)}
		}
		for name, missing := range map[string]bool{"n_prompt": record.Prompt == nil, "n_gen": record.Output == nil, "avg_ts": record.Average == nil} {
			if missing {
				return reading{}, &OutputError{Program: program, Field: name, Problem: fmt.Sprintf("is missing in record %d", i+1), Head: head(raw)}
			}
		}
		shapes = append(shapes, fmt.Sprintf("p%d/n%d", *record.Prompt, *record.Output))
		phase := (*[]float64)(nil)
		switch {
		case *record.Prompt == t.Prompt && *record.Output == 0 && t.Prompt > 0:
			phase = &got.prompt
		case *record.Prompt == 0 && *record.Output == t.Output && t.Output > 0:
			phase = &got.output
		default:
			continue
		}
		if len(*phase) > 0 {
			return reading{}, &OutputError{Program: program, Problem: "has two records of one shape: " + strings.Join(shapes, ", "), Head: head(out)}
		}
		*phase = record.Samples
		if len(record.Samples) == 0 {
			*phase = []float64{*record.Average}
		}
		for _, sample := range *phase {
			if sample <= 0 || math.IsInf(sample, 0) {
				return reading{}, &OutputError{Program: program, Field: "samples_ts", Problem: fmt.Sprintf("has %v in record %d", sample, i+1), Head: head(raw)}
			}
		}
	}
	got.samples = got.output
	wanted := fmt.Sprintf("p0/n%d", t.Output)
	if metric(t) == promptRate {
		got.samples, wanted = got.prompt, fmt.Sprintf("p%d/n0", t.Prompt)
	}
	if len(got.samples) == 0 {
		return reading{}, &OutputError{Program: program, Problem: fmt.Sprintf("has no record of %s, but %s", wanted, strings.Join(shapes, ", ")), Head: head(out)}
	}
	got.raw, err = json.Marshal(raws)
	return got, err
}

// benchRecords splits a JSON array or JSON lines into records.
func benchRecords(program string, out []byte) (raws []json.RawMessage, err error) {
	decoder := json.NewDecoder(bytes.NewReader(out))
	for {
		var raw json.RawMessage
		if err := decoder.Decode(&raw); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, &OutputError{Program: program, Problem: "is not JSON lines" + because(err), Head: head(out)}
		}
		raws = append(raws, raw)
	}
	if len(raws) == 1 && bytes.HasPrefix(raws[0], []byte("[")) {
		if err := json.Unmarshal(raws[0], &raws); err != nil {
			return nil, err
		}
	}
	if len(raws) == 0 {
		return nil, &OutputError{Program: program, Problem: "holds no record", Head: head(out)}
	}
	return raws, nil
}
