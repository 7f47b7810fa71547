package suites

import (
	"math"
	"slices"
	"strings"
	"testing"

	"cairn/environments"
	"cairn/stacks"
)

// Records with the fields that matter here, and one that does not.
const (
	ppRecord = `{"build_commit": "db44417b", "n_prompt": 512, "n_gen": 0, "n_depth": 0, "avg_ns": 500000000, "stddev_ns": 0, "avg_ts": 1024.0, "stddev_ts": 0.0, "samples_ns": [ 500000000, 500000000, 500000000 ],"samples_ts": [ 1024, 1024, 1024 ]}`
	tgRecord = `{"build_commit": "db44417b", "n_prompt": 0, "n_gen": 128, "n_depth": 0, "avg_ns": 2560000000, "stddev_ns": 0, "avg_ts": 50.0, "stddev_ts": 1.0, "samples_ns": [ 2612244897, 2560000000, 2509803921 ],"samples_ts": [ 49, 50, 51 ]}`
)

func benchStack(command ...string) *stacks.Stack {
	s := stack(stacks.Expect{Identical: true}, 2)
	s.Suites[0].Throughput.Runner = stacks.LlamaBenchRunner
	s.Suites[0].Throughput.Command = append([]string{"bench"}, command...)
	return s
}

func benchPrograms(out string) map[string]func(int, environments.Invocation) (string, int) {
	return map[string]func(int, environments.Invocation) (string, int){"gate": prints(goodTokens), "bench": prints(out)}
}

func TestLlamaBenchsOwnSamplesAreUsed(t *testing.T) {
	t.Parallel()
	for name, out := range map[string]string{
		"jsonl": ppRecord + "\n" + tgRecord + "\n",
		"json":  "[\n" + ppRecord + ",\n" + tgRecord + "\n]\n",
	} {
		f := &fake{programs: benchPrograms(out)}
		record, err := Run(t.Context(), request(t, benchStack("-m", "/models/x.gguf"), f))
		if err != nil {
			t.Fatal(err)
		}
		m := record.Throughput[0]
		if !slices.Equal(m.Warm, []float64{49, 50, 51}) || !slices.Equal(m.Cold, []float64{49, 50, 51}) || len(m.Runs) != 2 {
			t.Errorf("%s: got %+v", name, m)
		}
		// The tool's own average and deviation are those of its samples.
		if m.Statistics.Mean != 50 || math.Abs(m.Statistics.StandardDeviation-1) > 1e-12 || m.PromptRate.Mean != 1024 || m.OutputRate.Mean != 50 {
			t.Errorf("%s: got %+v", name, m.Statistics)
		}
		if want := 640 / (512/1024.0 + 128/50.0); !near(m.TotalRate, want) {
			t.Errorf("%s: total %v, want %v", name, m.TotalRate, want)
		}
		if !strings.Contains(string(m.Runs[1].Raw), `"samples_ns"`) || !strings.HasPrefix(string(m.Runs[1].Raw), "[") {
			t.Errorf("%s: the tool's JSON is lost: %s", name, m.Runs[1].Raw)
		}
		// One process gives the three repeats; the warm-up asks for one.
		want := []string{"bench", "-m", "/models/x.gguf", "-p", "512", "-n", "128", "-r", "3", "-o", "jsonl"}
		if !slices.Equal(m.Command, want) {
			t.Errorf("%s: got %v", name, m.Command)
		}
		if warmup := f.seen[2].Argv; warmup[8] != "1" {
			t.Errorf("%s: warm-up %v", name, warmup)
		}
	}
}

func TestWhatTheDefinitionSaysToLlamaBenchStands(t *testing.T) {
	t.Parallel()
	f := &fake{programs: benchPrograms(strings.Replace(tgRecord, "[ 49, 50, 51 ]", "[ 49 ]", 1))}
	record, err := Run(t.Context(), request(t, benchStack("-p", "0", "--n-gen", "128", "-r", "1", "-o", "json"), f))
	if err != nil {
		t.Fatal(err)
	}
	m := record.Throughput[0]
	if want := []string{"bench", "-p", "0", "--n-gen", "128", "-r", "1", "-o", "json"}; !slices.Equal(m.Command, want) {
		t.Errorf("got %v", m.Command)
	}
	// -r 1 and three repeats wanted: three processes.
	if !slices.Equal(m.Warm, []float64{49, 49, 49}) || len(m.Runs) != 4 || m.PromptRate != nil || m.TotalRate != 0 {
		t.Errorf("got %+v", m)
	}
}

func TestPromptRateAsTheMetric(t *testing.T) {
	t.Parallel()
	s := benchStack()
	s.Suites[0].Throughput.Metric = "prompt_tok_s"
	record, err := Run(t.Context(), request(t, s, &fake{programs: benchPrograms(ppRecord + tgRecord)}))
	if err != nil || record.Throughput[0].Statistics.Mean != 1024 {
		t.Errorf("got %+v, %v", record, err)
	}
	s.Suites[0].Throughput.Metric = "avg_latency"
	if _, err := Run(t.Context(), request(t, s, &fake{programs: benchPrograms(ppRecord)})); err == nil || !strings.Contains(err.Error(), `not "avg_latency"`) {
		t.Errorf("got %v", err)
	}
}

func TestUnreadableLlamaBenchOutput(t *testing.T) {
	t.Parallel()
	replace := func(old, new string) string { return strings.Replace(tgRecord, old, new, 1) }
	for _, test := range []struct{ name, out, want string }{
		{"nothing", "", "holds no record"},
		{"markdown", "| model | size |\n", "is not JSON lines"},
		{"cut off", tgRecord[:100], "is not JSON lines"},
		{"another shape", replace(`"n_gen": 128`, `"n_gen": 512`), "has no record of p0/n128, but p0/n512"},
		{"twice", tgRecord + "\n" + tgRecord, "two records of one shape: p0/n128, p0/n128"},
		{"no rate", replace(`"avg_ts"`, `"avg"`), `field "avg_ts" is missing in record 1`},
		{"zero", replace("49, 50", "0, 50"), `field "samples_ts" has 0 in record 1`},
		{"text", replace("[ 49, 50, 51 ]", `"fast"`), "record 1 that is not llama-bench's"},
	} {
		_, err := Run(t.Context(), request(t, benchStack(), &fake{programs: benchPrograms(test.out)}))
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "bench: ") {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
}

func TestOldBuildsWithoutSamplesGiveTheirAverage(t *testing.T) {
	t.Parallel()
	old := strings.Replace(tgRecord, `"samples_ts"`, `"other"`, 1)
	record, err := Run(t.Context(), request(t, benchStack(), &fake{programs: benchPrograms(old)}))
	if err != nil || !slices.Equal(record.Throughput[0].Warm, []float64{50, 50, 50}) {
		t.Errorf("got %+v, %v", record, err)
	}
}
