package suites

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/digest"
	"cairn/environments"
	"cairn/stacks"
)

// writes is a program that writes a report for the option that names its file.
func writes(t *testing.T, option, text string, exit int) func(int, environments.Invocation) (string, int) {
	return func(_ int, inv environments.Invocation) (string, int) {
		at := slices.Index(inv.Argv, option)
		if at < 0 || at+1 >= len(inv.Argv) {
			t.Errorf("%v has no %s", inv.Argv, option)
			return "", 9
		}
		for _, m := range inv.Mounts {
			if name, ok := strings.CutPrefix(inv.Argv[at+1], m.Target+"/"); ok && !m.ReadOnly {
				if err := os.WriteFile(filepath.Join(m.Source, name), []byte(text), 0o644); err != nil {
					t.Error(err)
				}
				return "a log\n", exit
			}
		}
		t.Errorf("%s is in no writable folder", inv.Argv[at+1])
		return "", 9
	}
}

// checked is a report as the lab's checker writes it: texts[run][prompt], with tokens
// made of the texts' bytes.
func checked(t *testing.T, texts [][]string, failures ...string) string {
	t.Helper()
	type prompt struct {
		TokenIDs []int64       `json:"token_ids"`
		Sum      digest.Digest `json:"token_sha256"`
		Text     string        `json:"text"`
	}
	type run struct {
		Prompts []prompt `json:"prompts"`
	}
	var runs []run
	var all []Answer
	for _, row := range texts {
		var r run
		for _, text := range row {
			ids := []int64{}
			for _, b := range []byte(text) {
				ids = append(ids, int64(b))
			}
			r.Prompts = append(r.Prompts, prompt{ids, TokenSHA256(ids), text})
			all = append(all, Answer{Tokens: ids})
		}
		runs = append(runs, r)
	}
	data, err := json.Marshal(map[string]any{
		"runs": len(texts), "n_prompts": len(texts[0]), "combined_token_sha256": strings.TrimPrefix(CombinedTokenSHA256(all).String(), "sha256:"),
		"run_records": runs, "failure_reasons": failures, "passed": len(failures) == 0, "elapsed_s": 1.5,
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// semantic is the lab's suite of pass, arithmetic and code.
var semantic = stacks.Expect{
	Determinism: stacks.SameLstripText,
	Prompts: []stacks.PromptExpect{
		{Index: 0, Contains: []string{"PASS"}},
		{Index: 1, Contains: []string{"42"}, Matches: []string{`^\s*42\s*$`}},
		{Index: 2, Contains: []string{"def add_one"}, Matches: []string{`return\s+x\s*\+\s*1`}},
	},
}

func checkerStack(expect stacks.Expect) *stacks.Stack {
	s := stack(expect, 1)
	s.Suites[1].Gates[0].Runner = stacks.VLLMQualityRunner
	return s
}

const code = "def add_one(x):\n    return x + 1\n"

func TestTheCheckersReportIsHeldAgainstTheGate(t *testing.T) {
	t.Parallel()
	good := [][]string{{"PASS", " 42", code}, {"\nPASS", "42", code}}
	token := stacks.Expect{Determinism: stacks.SameTokens}
	for _, test := range []struct {
		name   string
		expect stacks.Expect
		report string
		exit   int
		want   string // "" passes
	}{
		{"semantic, leading white space aside", semantic, checked(t, good), 0, ""},
		{"tokens are stricter", token, checked(t, good), 0, "run 2 differs from run 1: prompt 0: 4 and 5 tokens, equal up to position 0"},
		{"trailing white space counts", semantic, checked(t, [][]string{{"PASS", "42", code}, {"PASS", "42", code + "\n"}}), 0, "prompt 2: 33 and 34 bytes"},
		{"normalized", stacks.Expect{Determinism: stacks.SameNormalizedText}, checked(t, [][]string{{"a  b\n"}, {" a\tb"}}), 0, ""},
		{"normalized differs", stacks.Expect{Determinism: stacks.SameNormalizedText}, checked(t, [][]string{{"a b"}, {"ab"}}), 0, "run 2 differs"},
		{"a rule is of its prompt", semantic, checked(t, [][]string{{"42", "PASS", code}}), 0, `prompt 0: the text does not contain "PASS"; prompt 1: the text does not contain "42"`},
		{"in every run", semantic, checked(t, [][]string{good[0], {"PASS", "43", code}}), 0, `prompt 1, run 2: the text does not contain "42"`},
		{"a prompt that was not asked", semantic, checked(t, [][]string{{"PASS", "42"}}), 0, "prompt 2: it answered 2 prompts"},
		{"all texts together", stacks.Expect{Contains: []string{"42", "add_one"}}, checked(t, good), 0, ""},
		{"one digest of several answers", stacks.Expect{TextSHA256: digest.Of([]byte("PASS"))}, checked(t, good), 0, "are of one answer, and it gave 3"},
		{"the combined digest", stacks.Expect{CombinedTokenSHA256: digest.Of([]byte("52,50,-1,52,50,-1"))}, checked(t, [][]string{{"42"}, {"42"}}), 0, ""},
		{"another combined digest", stacks.Expect{CombinedTokenSHA256: digest.Of([]byte("52,50,-1"))}, checked(t, [][]string{{"42"}, {"42"}}), 0, "tokens of 2 runs together are"},
		{"degenerate as a whole", token, checked(t, [][]string{{"aa"}, {"aa"}}), 0, "all 4 tokens are 97"},
		{"a single repeated answer may be one token", token, checked(t, [][]string{{"a", "b"}, {"a", "b"}}), 0, ""},
		{"its own verdict counts", semantic, checked(t, good, "nondeterministic token"), 1, "the checker says: nondeterministic token"},
		{"ended badly after its report", semantic, checked(t, good), 3, "gate ended with status 3"},
		{"a lie about all tokens", token, strings.Replace(checked(t, good), `"combined_token_sha256":"`, `"combined_token_sha256":"00`, 1), 0, "is not the checker's report"},
		{"a lie about one", token, strings.Replace(checked(t, good), "[80,65,83,83]", "[80,65,83,84]", 1), 0, "its token_ids make"},
		{"runs are missing", token, strings.Replace(checked(t, good), `"runs":2`, `"runs":3`, 1), 0, "has 2 runs, and runs says 3"},
		{"not JSON", token, "{", 0, "is not the checker's report"},
	} {
		f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": writes(t, "--out", test.report, test.exit), "bench": prints(goodRate)}}
		record, err := Run(t.Context(), request(t, checkerStack(test.expect), f))
		if test.want == "" {
			if err != nil || record.Gates[0].CombinedTokenSHA256.IsZero() {
				t.Errorf("%s: got %v", test.name, err)
			}
			continue
		}
		var quality *QualityError
		if !errors.As(err, &quality) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
}

func TestACheckerWithoutReport(t *testing.T) {
	t.Parallel()
	for exit, want := range map[int]string{0: "is not where --out says (no such file)", 2: "gate ended with status 2: gate: no such device"} {
		f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": func(int, environments.Invocation) (string, int) { return "", exit }}}
		_, err := Run(t.Context(), request(t, checkerStack(semantic), f))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestTheCheckersAnswersAreRecorded(t *testing.T) {
	t.Parallel()
	f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){
		"gate": writes(t, "--out", checked(t, [][]string{{"PASS", "42", code}, {"PASS", "42", code}}), 0), "bench": prints(goodRate),
	}}
	record, err := Run(t.Context(), request(t, checkerStack(semantic), f))
	if err != nil {
		t.Fatal(err)
	}
	repeat := record.Gates[0].Repeats[0]
	if len(repeat.Answers) != 6 || repeat.Answers[4].Run != 2 || repeat.Answers[4].Prompt != 1 || repeat.Answers[4].TextSHA256 != digest.Of([]byte("42")) || !repeat.TokenSHA256.IsZero() {
		t.Errorf("got %+v", repeat)
	}
	data, err := record.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Decode(data); err != nil {
		t.Error(err)
	}
}

func TestVLLMsRatesAreTheLabs(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name           string
		runner         stacks.Runner
		prompt, output int
		report         string
		warm           []float64
		mean, total    float64
		want           string
	}{
		// The result of 2026-05-20: 89.314 output tokens a second, 119.086 in all.
		{"throughput", stacks.VLLMThroughputRunner, 512, 1536, `{"elapsed_time":17.197715,"num_requests":1,"total_num_tokens":2048,"requests_per_second":0.058,"tokens_per_second":119.085594}`,
			[]float64{89.314, 89.314}, 89.314, 119.086, ""},
		// Of a vLLM 0.20.1 for the CPU, a model of two layers: it printed 7.85 total and 2.62
		// output tokens a second.
		{"as 0.20.1 wrote it", stacks.VLLMThroughputRunner, 32, 16, `{"elapsed_time":6.11358140899938,"num_requests":1,"total_num_tokens":48,"requests_per_second":0.16357024354463803,"tokens_per_second":7.851371690142626}`,
			[]float64{2.617, 2.617}, 2.617, 7.851, ""},
		{"several requests", stacks.VLLMThroughputRunner, 10, 20, `{"elapsed_time":2,"num_requests":4,"total_num_tokens":120,"tokens_per_second":60}`, []float64{40, 40}, 40, 60, ""},
		// Three iterations of one recipe: 512 over the mean of 10.69, 11.77 and 8.51 s is
		// 49.60, the mean of the three rates would be 50.5.
		{"latency", stacks.VLLMLatencyRunner, 512, 512, `{"avg_latency":10.3233333,"latencies":[10.69,11.77,8.51],"percentiles":{"50":10.69}}`,
			[]float64{47.895, 43.500, 60.165}, 49.596, 99.193, ""},
		{"too few tokens", stacks.VLLMThroughputRunner, 512, 1536, `{"elapsed_time":17,"num_requests":1,"total_num_tokens":600,"tokens_per_second":35}`, nil, 0, 0, "fewer than the 1536"},
		{"another tool", stacks.VLLMThroughputRunner, 512, 1536, `{"avg_latency":1,"latencies":[1]}`, nil, 0, 0, `field "elapsed_time"`},
		{"no latencies", stacks.VLLMLatencyRunner, 512, 1536, `{"avg_latency":1,"latencies":[]}`, nil, 0, 0, `field "latencies"`},
		{"another mean", stacks.VLLMLatencyRunner, 512, 1536, `{"avg_latency":3,"latencies":[1,2]}`, nil, 0, 0, "is 3, and the mean of latencies is 1.5"},
		{"not JSON", stacks.VLLMLatencyRunner, 512, 1536, `[1]`, nil, 0, 0, "is not a report of vllm bench"},
	} {
		s := stack(stacks.Expect{Identical: true}, 2)
		s.Suites[0].Throughput = &stacks.Throughput{Runner: test.runner, Command: []string{"vllm", "bench"}, Prompt: test.prompt, Output: test.output, Batch: 1, Repeats: 2}
		f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": prints(goodTokens), "vllm": writes(t, "--output-json", test.report, 0)}}
		record, err := Run(t.Context(), request(t, s, f))
		if test.want != "" {
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%s: got %v, want %q", test.name, err, test.want)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		m := record.Throughput[0]
		if !slices.EqualFunc(m.Warm, test.warm, close3) || !close3(m.Statistics.Mean, test.mean) || !close3(m.TotalRate, test.total) {
			t.Errorf("%s: got %v, mean %v, total %v", test.name, m.Warm, m.Statistics.Mean, m.TotalRate)
		}
		if i := m.Statistics.Interval95; i == nil || i.Low > m.Statistics.Mean || i.High < m.Statistics.Mean {
			t.Errorf("%s: the interval %+v does not hold the mean %v", test.name, i, m.Statistics.Mean)
		}
		if m.PromptRate != nil {
			t.Errorf("%s: the phases are not told apart, but %+v", test.name, m.PromptRate)
		}
	}
}

// close3 compares to three digits after the point.
func close3(a, b float64) bool { return math.Abs(a-b) < 0.001 }
