package suites

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/digest"
	"cairn/environments"
	"cairn/stacks"
)

func TestPassingGatesLeadToAFigure(t *testing.T) {
	t.Parallel()
	f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){
		"gate":  prints(goodTokens),
		"bench": each(`{"output_tok_s":40}`, `{"prompt_tok_s":900,"output_tok_s":50}`, `{"prompt_tok_s":900,"output_tok_s":51}`, `{"prompt_tok_s":900,"output_tok_s":52}`),
	}}
	req := request(t, stack(stacks.Expect{TokenSHA256: sum(t, goodSum), Identical: true}, 2), f)
	var events []EventKind
	req.Events = func(e Event) { events = append(events, e.Kind) }
	record, err := Run(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	// The quality suite is declared second and runs first.
	if want := []string{"gate", "gate", "bench", "bench", "bench", "bench"}; !slices.Equal(f.ran, want) {
		t.Errorf("ran %v, want %v", f.ran, want)
	}
	wantEvents := []EventKind{SuiteStarted, GateStarted, GateRepeated, GateRepeated, GatePassed, SuiteStarted, Sampled, Sampled, Sampled, Sampled, Measured}
	if !slices.Equal(events, wantEvents) {
		t.Errorf("got %v, want %v", events, wantEvents)
	}
	if record.Outcome != Passed || !record.Started.Equal(time.Unix(1, 0)) || !record.Finished.Equal(time.Unix(2, 0)) {
		t.Errorf("got %+v", record)
	}
	gate, m := record.Gates[0], record.Throughput[0]
	if !gate.Passed || len(gate.Repeats) != 2 || gate.Repeats[1].TokenSHA256 != sum(t, goodSum) || gate.Repeats[0].Tokens != 3 || gate.Repeats[0].WallSeconds != 0.25 {
		t.Errorf("got %+v", gate)
	}
	// Of "11,7,42,-1,11,7,42,-1", by sha256sum(1).
	if gate.CombinedTokenSHA256 != sum(t, "ad48a95ad85a17eb9d4aafce19610562b8015e5bc7fbf8b0cba6d7b0cbf2c04c") {
		t.Errorf("combined: got %s", gate.CombinedTokenSHA256)
	}
	if !m.Gated || !m.FreshCache || !slices.Equal(m.Cold, []float64{40}) || !slices.Equal(m.Warm, []float64{50, 51, 52}) {
		t.Errorf("got %+v", m)
	}
	if m.Statistics.Mean != 51 || m.Statistics.Count != 3 || m.PromptRate.Mean != 900 || len(m.Runs) != 4 || !m.Runs[0].Cold || m.Runs[1].Cold {
		t.Errorf("got %+v", m)
	}
	if want := 640 / (512/900.0 + 128/51.0); !near(m.TotalRate, want) {
		t.Errorf("total: got %v, want %v", m.TotalRate, want)
	}
}

func TestNothingIsTimedAfterAFailingGate(t *testing.T) {
	t.Parallel()
	tokens := stacks.Expect{TokenSHA256: sum(t, goodSum)}
	combined := stacks.Expect{CombinedTokenSHA256: digest.Of([]byte("11,7,42,-1,11,7,42,-1"))}
	for _, test := range []struct {
		name    string
		expect  stacks.Expect
		repeats int
		gate    func(int, environments.Invocation) (string, int)
		reason  string
		ran     int // processes of the gate
	}{
		{"wrong hash", tokens, 4, prints(`{"tokens":[11,7,43]}`), "tokens are sha256:", 1},
		{"no tokens", tokens, 1, prints("11 7 42"), "it printed no tokens", 1},
		{"empty", tokens, 1, prints(`{"tokens":[]}`), "no tokens were generated", 1},
		{"repeats differ", stacks.Expect{Identical: true}, 4, each(goodTokens, goodTokens, `{"tokens":[11,8,42]}`), "run 3 differs from run 1: 3 and 3 tokens, equal up to position 1", 3},
		{"repeats differ in length", stacks.Expect{Identical: true}, 2, each(goodTokens, `{"tokens":[11,7]}`), "equal up to position 2", 2},
		{"repeats differ in text", stacks.Expect{Identical: true}, 2, each("abc", "abd"), "3 and 3 bytes of text, equal up to byte 2", 2},
		{"nul tokens", stacks.Expect{Identical: true}, 2, prints(`{"tokens":[5,0,0,0]}`), "3 of 4 tokens have id 0, the first at position 1", 1},
		{"one token for ever", stacks.Expect{Identical: true}, 2, prints(`{"tokens":[9,9,9]}`), "all 3 tokens are 9", 1},
		{"nul text", stacks.Expect{Contains: []string{"42"}}, 1, prints("42\x00\x00"), "2 control characters, the first is U+0000", 1},
		{"blank text", stacks.Expect{Identical: true}, 2, prints(" \n"), "no printable character", 1},
		{"combined hash of all runs", combined, 2, each(goodTokens, `{"tokens":[11,7,43]}`), "tokens of 2 runs together are sha256:", 2},
		{"combined hash of fewer runs", combined, 3, prints(goodTokens), "tokens of 3 runs together are sha256:", 3},
		{"combined hash of text", combined, 2, prints("42"), "it printed no tokens; wanted sha256:", 1},
		{"text hash", stacks.Expect{TextSHA256: digest.Of([]byte("42"))}, 1, prints("43"), "text is sha256:", 1},
		{"contains", stacks.Expect{Contains: []string{"PASS", "42"}}, 1, prints("41"), `does not contain "42"`, 1},
		{"matches", stacks.Expect{Matches: []string{`^\s*42\s*$`}}, 1, prints("is 42\n42!"), `does not match`, 1},
		{"exit status", tokens, 2, func(int, environments.Invocation) (string, int) { return goodTokens, 3 }, "gate ended with status 3: gate: no such device", 1},
		{"not JSON", tokens, 1, prints(`{"tokens":[11,`), `gate: its output is not a JSON object (unexpected EOF); it printed "{\"tokens\":[11,"`, 1},
		{"not numbers", tokens, 1, prints(`{"tokens":[11,"7"]}`), `field "tokens" is not a list of whole numbers; it printed "[11,\"7\"]"`, 1},
		{"fractions", tokens, 1, prints(`{"tokens":[11.5]}`), `field "tokens"`, 1},
		{"negative", tokens, 1, prints(`{"tokens":[11,-1]}`), `negative id at position 1`, 1},
		{"null", tokens, 1, prints(`{"tokens":null}`), `field "tokens"`, 1},
		{"no field", tokens, 1, prints(`{"ids":[1]}`), `field "tokens" is missing, and so is "text"`, 1},
		{"more after it", tokens, 1, prints(goodTokens + "\nbye"), "goes on after its JSON object", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": test.gate, "bench": prints(goodRate)}}
			record, err := Run(t.Context(), request(t, stack(test.expect, test.repeats), f))
			var quality *QualityError
			if !errors.As(err, &quality) {
				t.Fatalf("got %v, want a QualityError", err)
			}
			if quality.Suite != "tokens" || quality.Gate != "n64" || quality.Repeat != test.ran || !strings.Contains(err.Error(), test.reason) {
				t.Errorf("got %q (run %d), want %q in it", err, quality.Repeat, test.reason)
			}
			if len(f.ran) != test.ran || slices.Contains(f.ran, "bench") {
				t.Errorf("ran %v", f.ran)
			}
			if record.Outcome != QualityFailed || record.Gates[0].Passed || len(record.Gates[0].Reasons) == 0 || len(record.Throughput) != 0 || len(record.Gates[0].Repeats) != test.ran {
				t.Errorf("got %+v", record)
			}
		})
	}
}

func TestPassingGatesOfEachKind(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		runner  stacks.Runner
		expect  stacks.Expect
		repeats int
		out     string
	}{
		{"text of JSON", stacks.CommandRunner, stacks.Expect{TextSHA256: digest.Of([]byte("42 <é>\n"))}, 1, ` {"text":"42 <é>\n","n":1} `},
		{"plain text, byte for byte", stacks.CommandRunner, stacks.Expect{TextSHA256: digest.Of([]byte(" 42\n"))}, 1, " 42\n"},
		{"llama-completion is text even with a brace", stacks.LlamaCompletionRunner, stacks.Expect{TextSHA256: digest.Of([]byte("{oops")), Identical: true}, 3, "{oops"},
		{"multi-line", stacks.CommandRunner, stacks.Expect{Matches: []string{`^\s*42\s*$`}, Contains: []string{"x", "42"}}, 1, "x\n 42\ny"},
		{"both", stacks.CommandRunner, stacks.Expect{TokenSHA256: sum(t, goodSum), Contains: []string{"PASS"}}, 1, `{"tokens":[11,7,42],"text":"PASS"}`},
		{"all runs together", stacks.CommandRunner, stacks.Expect{CombinedTokenSHA256: digest.Of([]byte("11,7,42,-1,11,7,42,-1"))}, 2, goodTokens},
		{"a single token", stacks.CommandRunner, stacks.Expect{Identical: true}, 2, `{"tokens":[5]}`},
	} {
		s := stack(test.expect, test.repeats)
		s.Suites[1].Gates[0].Runner = test.runner
		f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": prints(test.out), "bench": prints(goodRate)}}
		if record, err := Run(t.Context(), request(t, s, f)); err != nil || !record.Throughput[0].Gated {
			t.Errorf("%s: got %v", test.name, err)
		}
	}
}

func TestDegenerateOutputMayBeAllowedAndIsRecorded(t *testing.T) {
	t.Parallel()
	f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": prints(`{"tokens":[0,0]}`), "bench": prints(goodRate)}}
	req := request(t, stack(stacks.Expect{Identical: true}, 2), f)
	req.AllowDegenerate = true
	record, err := Run(t.Context(), req)
	if err != nil || !record.DegenerateAllowed {
		t.Errorf("got %+v, %v", record, err)
	}
}

func TestGatesThatCannotFailAreRefused(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*stacks.Stack){
		"nothing is expected": func(s *stacks.Stack) { s.Suites[1].Gates[0].Expect = stacks.Expect{} },
		"identical to itself": func(s *stacks.Stack) { s.Suites[1].Gates[0].Repeats = 1 },
		"has no gate":         func(s *stacks.Stack) { s.Suites[1].Gates = nil },
		"prints no answer":    func(s *stacks.Stack) { s.Suites[1].Gates[0].Runner = stacks.LlamaBenchRunner },
		`tokens: its runner asks the stack's service`: func(s *stacks.Stack) { s.Suites[1].Gates[0].Runner = stacks.OpenAIRunner },
		`p512n128: its runner asks the stack's service`: func(s *stacks.Stack) {
			s.Suites[0].Throughput.Runner, s.Suites[0].Throughput.Command = stacks.OpenAIRunner, nil
		},
		`no runner "mystery"`:    func(s *stacks.Stack) { s.Suites[1].Gates[0].Runner = "mystery" },
		"error parsing regexp":   func(s *stacks.Stack) { s.Suites[1].Gates[0].Expect.Matches = []string{"("} },
		"has no command":         func(s *stacks.Stack) { s.Suites[1].Gates[0].Command = nil },
		`no runner "vllm-bench"`: func(s *stacks.Stack) { s.Suites[0].Throughput.Runner = "vllm-bench" },
	} {
		s := stack(stacks.Expect{Identical: true}, 2)
		change(s)
		f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": prints(goodTokens), "bench": prints(goodRate)}}
		if record, err := Run(t.Context(), request(t, s, f)); err == nil || !strings.Contains(err.Error(), name) || record.Outcome != Failed {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestFiguresWithoutTheirGatesAreUngated(t *testing.T) {
	t.Parallel()
	programs := map[string]func(int, environments.Invocation) (string, int){"gate": prints(goodTokens), "bench": prints(goodRate)}
	two := stack(stacks.Expect{Identical: true}, 2)
	three := stack(stacks.Expect{Identical: true}, 2)
	three.Suites = append(three.Suites, &stacks.Suite{Kind: stacks.QualitySuite, Name: "semantic", Gates: three.Suites[1].Gates})
	none := stack(stacks.Expect{Identical: true}, 2)
	none.Suites = none.Suites[:1]
	for _, test := range []struct {
		name  string
		stack *stacks.Stack
		only  []string
		gated bool
	}{
		{"all", two, nil, true},
		{"both by name", two, []string{"tokens", "p512n128"}, true},
		{"gates left out", two, []string{"p512n128"}, false},
		{"one of two gates left out", three, []string{"tokens", "p512n128"}, false},
		{"no gates declared", none, nil, false},
	} {
		req := request(t, test.stack, &fake{programs: programs})
		req.Only = test.only
		record, err := Run(t.Context(), req)
		if err != nil || record.Throughput[0].Gated != test.gated {
			t.Errorf("%s: got %+v, %v; want gated %v", test.name, record.Throughput, err, test.gated)
		}
	}
	req := request(t, two, &fake{programs: programs})
	req.Only = []string{"tokns"}
	if record, err := Run(t.Context(), req); err == nil || record != nil {
		t.Errorf("an unknown suite: got %v, %v", record, err)
	}
}

func TestWhatIsMissingBlocksWithItsReason(t *testing.T) {
	t.Parallel()
	programs := map[string]func(int, environments.Invocation) (string, int){"gate": prints(goodTokens), "bench": prints(goodRate)}
	model := &stacks.Model{Name: "qwen", File: "q4.gguf", Hint: "It is made by the lab's script."}
	directory := t.TempDir()
	for _, test := range []struct {
		name   string
		change func(*stacks.Stack, *Request)
		ran    []string
		want   string
	}{
		{"GPUs for the measurement: the gates still run", func(s *stacks.Stack, _ *Request) {
			s.Suites[0].Needs = stacks.Needs{GPUs: 3, GPU: "8086:e223", MemoryBytes: 64 << 30}
		}, []string{"gate", "gate"}, "blocked: suite p512n128 needs 3 × GPU 8086:e223; here: 1 (1 × 8086:e223); needs 64.0 GiB of memory; here: 15.3 GiB"},
		{"GPUs for the gates: nothing is timed", func(s *stacks.Stack, _ *Request) {
			s.Suites[1].Needs = stacks.Needs{GPUs: 1, GPU: "8086:56a0"}
		}, nil, "suite tokens needs 1 × GPU 8086:56a0; here: 0 (1 × 8086:e223)"},
		{"a GPU without driver", func(s *stacks.Stack, r *Request) {
			s.Suites[1].Needs, r.Host = stacks.Needs{GPUs: 1}, Host{GPUs: []GPU{{ID: "8086:e223"}}}
		}, nil, "needs 1 × GPU; here: 1, but 0 with a render node (is the driver loaded?)"},
		{"no GPU at all", func(s *stacks.Stack, r *Request) {
			s.Suites[1].Needs, r.Host = stacks.Needs{GPUs: 1, MemoryBytes: 1}, Host{}
		}, nil, "needs 1 × GPU; here: 0 (no GPU at all); needs 0.0 GiB of memory; here: unknown"},
		{"no model named", func(s *stacks.Stack, _ *Request) { s.Suites[1].Model = model }, nil,
			"needs model qwen (q4.gguf); no file is named for it. It is made by the lab's script."},
		{"model is not there", func(s *stacks.Stack, r *Request) {
			s.Suites[1].Model, r.Models = model, map[string]string{"qwen": filepath.Join(directory, "gone.gguf")}
		}, nil, "needs model qwen (q4.gguf); gone.gguf cannot be read"},
		{"model is a device", func(s *stacks.Stack, r *Request) {
			s.Suites[1].Model, r.Models = model, map[string]string{"qwen": "/dev/null"}
		}, nil, "is no file"},
		{"the service's model", func(s *stacks.Stack, r *Request) {
			s.Service = &stacks.Service{Model: model, Needs: stacks.Needs{GPUs: 2}}
			s.Suites[1].Gates[0].Runner = stacks.OpenAIRunner
		}, nil, "suite tokens needs 2 × GPU; here: 1 (1 × 8086:e223); needs model qwen (q4.gguf); no file is named for it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := &fake{programs: programs}
			s := stack(stacks.Expect{Identical: true}, 2)
			req := request(t, s, f)
			test.change(s, &req)
			record, err := Run(t.Context(), req)
			var blocked *BlockedError
			if !errors.As(err, &blocked) || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("got %v, want %q", err, test.want)
			}
			if !slices.Equal(f.ran, test.ran) || record.Outcome != BlockedHere || len(record.Blocked) == 0 || len(record.Throughput) != 0 {
				t.Errorf("ran %v, record %+v", f.ran, record)
			}
			if strings.Contains(record.Failure, directory) {
				t.Errorf("the record names a folder of the host: %s", record.Failure)
			}
		})
	}
}

func TestModelsAreProvedAndMounted(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "mine.gguf")
	if err := os.WriteFile(path, []byte("weights"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := stack(stacks.Expect{Identical: true}, 2)
	model := &stacks.Model{Name: "smol", File: "smol.gguf", SHA256: digest.Of([]byte("weights")), Size: 7}
	s.Suites[0].Model, s.Suites[1].Model = model, model
	s.Suites[0].Needs.GPUs = 1
	s.Suites[0].Variables = map[string]string{"GGML_SYCL_DEBUG": "0"}
	f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": prints(goodTokens), "bench": prints(goodRate)}}
	req := request(t, s, f)
	req.Models = map[string]string{"smol": path}
	record, err := Run(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	want := environments.Mount{Source: path, Target: "/models/smol.gguf", ReadOnly: true}
	first, last := f.seen[0], f.seen[len(f.seen)-1]
	if !slices.Equal(first.Mounts, []environments.Mount{want}) || first.Devices != nil || !slices.Equal(last.Devices, []string{"/dev/dri"}) || last.Env["GGML_SYCL_DEBUG"] != "0" {
		t.Errorf("got %+v\n%+v", first, last)
	}
	if first.Cache == last.Cache {
		t.Error("gates and measurement share a cache: the first run would not be cold")
	}
	if len(record.Models) != 1 || !record.Models[0].Pinned || record.Models[0].SHA256 != model.SHA256 || record.Throughput[0].Model != "smol" {
		t.Errorf("got %+v", record.Models)
	}

	for name, change := range map[string]func(*stacks.Model){
		"has 7 bytes, the definition says 8":    func(m *stacks.Model) { m.Size = 8 },
		"mine.gguf is " + model.SHA256.String(): func(m *stacks.Model) { m.SHA256 = digest.Of([]byte("others")) },
	} {
		wrong := *model
		change(&wrong)
		s.Suites[1].Model = &wrong
		f.ran = nil
		record, err := Run(t.Context(), req)
		var fault *ModelError
		if !errors.As(err, &fault) || !strings.Contains(err.Error(), name) || len(f.ran) > 0 || strings.Contains(record.Failure, path) {
			t.Errorf("%s: got %v, ran %v", name, err, f.ran)
		}
	}
}

func TestMeasurementsThatBreakSayWhere(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, want string
		bench      func(int, environments.Invocation) (string, int)
	}{
		{"exit", "suite p512n128: run 1: bench ended with status 139: bench: no such device", func(run int, _ environments.Invocation) (string, int) { return goodRate, 139 * min(run-1, 1) }},
		{"warm-up", "suite p512n128: warm-up 1: bench ended with status 1", func(int, environments.Invocation) (string, int) { return "", 1 }},
		{"not JSON", `bench: its output is not a JSON object`, prints("50 tok/s\n")},
		{"no field", `bench: field "output_tok_s" is missing; it printed "{\"tok_s\":50}"`, prints(`{"tok_s":50}`)},
		{"not a number", `field "output_tok_s" is not a positive number; it printed "\"fast\""`, prints(`{"output_tok_s":"fast"}`)},
		{"zero", `field "output_tok_s" is not a positive number; it printed "0"`, prints(`{"output_tok_s":0}`)},
		{"nan", `not a JSON object`, prints(`{"output_tok_s":NaN}`)},
		{"phase", `field "prompt_tok_s" is not a positive number`, prints(`{"output_tok_s":5,"prompt_tok_s":-1}`)},
	} {
		f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": prints(goodTokens), "bench": test.bench}}
		record, err := Run(t.Context(), request(t, stack(stacks.Expect{Identical: true}, 2), f))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
		var quality *QualityError
		if errors.As(err, &quality) || record.Outcome != Failed || !record.Gates[0].Passed {
			t.Errorf("%s: a broken measurement is no verdict on quality: %+v", test.name, record)
		}
	}
}

func TestSlowProgramsAreEnded(t *testing.T) {
	t.Parallel()
	req := request(t, stack(stacks.Expect{Identical: true}, 2), nil)
	req.Executor = waiting{}
	req.GateTimeout = 20 * time.Millisecond
	_, err := Run(t.Context(), req)
	var slow *TimeoutError
	var quality *QualityError
	if !errors.As(err, &slow) || !errors.As(err, &quality) || slow.Limit != req.GateTimeout {
		t.Errorf("got %v", err)
	}

	ctx, cancel := context.WithCancelCause(t.Context())
	stop := errors.New("interrupted")
	time.AfterFunc(10*time.Millisecond, func() { cancel(stop) })
	req.GateTimeout = 0
	record, err := Run(ctx, req)
	if !errors.Is(err, stop) || errors.As(err, &quality) || record.Outcome != Failed {
		t.Errorf("a person's interrupt: got %v, %+v", err, record)
	}
}

// waiting never ends by itself.
type waiting struct{}

func (waiting) Run(ctx context.Context, _ environments.Invocation) (environments.State, error) {
	<-ctx.Done()
	return environments.State{}, context.Cause(ctx)
}

func TestProgramsThatBabbleAreBounded(t *testing.T) {
	t.Parallel()
	c := &capped{limit: 5}
	for _, part := range []string{"abc", "def", "ghi"} {
		if n, err := c.Write([]byte(part)); n != 3 || err != nil {
			t.Errorf("got %d, %v", n, err)
		}
	}
	if c.String() != "abcde" || !c.over {
		t.Errorf("got %q", c.String())
	}
	e := &tail{limit: 4}
	for _, part := range []string{"abc", "def", "g"} {
		_, _ = e.Write([]byte(part))
	}
	if e.String() != "defg" {
		t.Errorf("got %q", e)
	}
}
