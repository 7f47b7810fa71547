package suites

import (
	"errors"
	"strings"
	"testing"

	"cairn/digest"
	"cairn/environments"
	"cairn/stacks"
)

const (
	probed = `{"event":"prompt","n_prompt":5,"n_predict":2}
{"step":0,"token":321,"logit_hash":"4f77fb8d90ed49e6","top":[{"id":321,"logit":9.5},{"id":7,"logit":9.25}]}
{"step":1,"token":271,"logit_hash":"00e1eaeb550b0025","top":[{"id":271,"logit":9.5}]}
`
	estimated = "perplexity: 0.5 seconds\n[1]8.1234,\nFinal estimate: PPL = 8.1234 +/- 0.51000\n"
)

func TestProbesAndPerplexities(t *testing.T) {
	t.Parallel()
	hashes := func(all ...string) stacks.Expect { return stacks.Expect{LogitHashes: all} }
	same := stacks.Expect{Identical: true}
	for _, test := range []struct {
		name    string
		runner  stacks.Runner
		expect  stacks.Expect
		repeats int
		outs    []string
		want    string // "" passes
	}{
		{"bytes", stacks.LlamaProbeRunner, stacks.Expect{TextSHA256: digest.Of([]byte(probed))}, 1, []string{probed}, ""},
		{"logits of the first step", stacks.LlamaProbeRunner, hashes("4f77fb8d90ed49e6"), 1, []string{probed}, ""},
		{"logits of all steps", stacks.LlamaProbeRunner, hashes("4f77fb8d90ed49e6", "00e1eaeb550b0025"), 1, []string{probed}, ""},
		{"other logits", stacks.LlamaProbeRunner, hashes("4f77fb8d90ed49e6", "10e1eaeb550b0025"), 1, []string{probed}, "logits of step 1 (token 271) are 00e1eaeb550b0025, wanted 10e1eaeb550b0025"},
		{"too few steps", stacks.LlamaProbeRunner, hashes("4f77fb8d90ed49e6", "00e1eaeb550b0025", "00e1eaeb550b0025"), 1, []string{probed}, "it printed 2 steps; wanted logits of 3"},
		{"tokens", stacks.LlamaProbeRunner, stacks.Expect{TokenSHA256: TokenSHA256([]int64{321, 271})}, 1, []string{probed}, ""},
		{"identical", stacks.LlamaProbeRunner, same, 2, []string{probed, probed}, ""},
		{"the same tokens from other logits", stacks.LlamaProbeRunner, same, 2, []string{probed, strings.Replace(probed, "00e1", "10e1", 1)}, "the same tokens from other logits, at step 1"},
		{"the same hash and another figure", stacks.LlamaProbeRunner, same, 2, []string{probed, strings.Replace(probed, "9.25", "9.24", 1)}, "the same tokens and logits, but"},
		{"no step", stacks.LlamaProbeRunner, same, 2, []string{strings.SplitAfter(probed, "\n")[0]}, "has no step of 2"},
		{"a step is missing", stacks.LlamaProbeRunner, same, 2, []string{strings.Replace(probed, `"step":1`, `"step":2`, 1)}, `field "step" is 2 where 1 follows`},
		{"no hash", stacks.LlamaProbeRunner, same, 2, []string{strings.Replace(probed, "00e1eaeb550b0025", "?", 1)}, "without step, token or logit_hash"},
		{"no prompt line", stacks.LlamaProbeRunner, same, 2, []string{strings.SplitAfter(probed, "\n")[1]}, "the first line is of the prompt"},
		{"not JSON", stacks.LlamaProbeRunner, same, 2, []string{"loading\n"}, "has a line 1 that is not the probe's"},
		{"perplexity", stacks.LlamaPerplexityRunner, stacks.Expect{MaxPerplexity: 8.2, MinPerplexity: 8}, 1, []string{estimated}, ""},
		{"too high", stacks.LlamaPerplexityRunner, stacks.Expect{MaxPerplexity: 8.1}, 1, []string{estimated}, "the perplexity is 8.1234, wanted at most 8.1"},
		{"too low", stacks.LlamaPerplexityRunner, stacks.Expect{MinPerplexity: 8.2}, 1, []string{estimated}, "wanted at least 8.2"},
		{"no figure", stacks.LlamaPerplexityRunner, stacks.Expect{MaxPerplexity: 9}, 1, []string{"Final estimate: PPL = nan +/- nan"}, "no perplexity was printed"},
	} {
		s := stack(test.expect, test.repeats)
		s.Suites[1].Gates[0].Runner = test.runner
		f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": each(test.outs...), "bench": prints(goodRate)}}
		record, err := Run(t.Context(), request(t, s, f))
		if test.want == "" {
			if err != nil {
				t.Errorf("%s: %v", test.name, err)
			} else if r := record.Gates[0].Repeats[0]; (r.Perplexity == 0) != (test.runner == stacks.LlamaProbeRunner) || test.runner == stacks.LlamaProbeRunner && len(r.LogitHashes) != 2 {
				t.Errorf("%s: got %+v", test.name, r)
			}
			continue
		}
		var quality *QualityError
		if !errors.As(err, &quality) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
}

func TestPerplexityIsFoundInTheLogToo(t *testing.T) {
	t.Parallel()
	got, err := readPerplexity("llama-perplexity", nil, "loading\n"+estimated+"llama_perf: 3 ms\n")
	if err != nil || got.Perplexity != 8.1234 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestWhatAnEngineSaysOfItself(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Engine{
		"INFO 05-20 [kv_cache_utils.py:1710] GPU KV cache size: 17,216 tokens\n":                                {KVCacheTokens: 17216},
		"INFO Directly load AOT compilation from path /cache/vllm/x\nGPU KV cache size: 9,408 tokens":           {KVCacheTokens: 9408, CompileCache: "loaded"},
		"Compiling a graph for compile range (1, 1) takes 3.50 s\nsaved AOT compiled function to /cache":        {CompileCache: "compiled"},
		"Directly load the compiled graph(s) for compile range x\nCache the graph of compile range y for later": {CompileCache: "both"},
		"llama_kv_cache: size =   11.25 MiB (   512 cells,  30 layers,  1/1 seqs), K (f16):    5.62 MiB\n":      {KVCacheTokens: 512},
		"loading\n": {},
	} {
		for _, size := range []int{1, 7, 1 << 20} {
			log := &engineLog{}
			for rest := text; rest != ""; {
				n := min(size, len(rest))
				if _, err := log.Write([]byte(rest[:n])); err != nil {
					t.Fatal(err)
				}
				rest = rest[n:]
			}
			got := log.engine()
			if want == (Engine{}) && got != nil || want != (Engine{}) && (got == nil || *got != want) {
				t.Errorf("%q in pieces of %d: got %+v, want %+v", text, size, got, want)
			}
		}
	}
}
