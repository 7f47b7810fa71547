package suites

import (
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cairn/builder/sandbox"
	"cairn/digest"
	"cairn/environments"
	"cairn/stacks"
)

// engineMain is this test binary as an engine behind an OpenAI-compatible interface:
// a real program with a real listener, without a model.
func engineMain(args []string) {
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	port := flags.Int("port", 8000, "")
	fault := flags.String("fault", "", "")
	_ = flags.Parse(args)
	if *fault == "start" {
		fmt.Fprintln(os.Stderr, "no such device")
		os.Exit(3)
	}
	compiled := filepath.Join(os.Getenv("VLLM_CACHE_ROOT"), "graph")
	if _, err := os.Stat(compiled); err == nil {
		fmt.Fprintln(os.Stderr, "INFO Directly load AOT compilation from path "+compiled)
		fmt.Fprintln(os.Stderr, "INFO GPU KV cache size: 17,216 tokens")
	} else {
		fmt.Fprintln(os.Stderr, "INFO Compiling a graph for compile range (1, 512) takes 0.01 s")
		fmt.Fprintln(os.Stderr, "INFO GPU KV cache size: 9,408 tokens")
		if err := os.MkdirAll(filepath.Dir(compiled), 0o755); err == nil {
			_ = os.WriteFile(compiled, nil, 0o644)
		}
	}
	asked := 0
	mux := http.NewServeMux()
	mux.HandleFunc("GET /up", func(w http.ResponseWriter, _ *http.Request) {
		if asked++; asked < 3 || *fault == "never" {
			http.Error(w, "loading", http.StatusServiceUnavailable)
		}
	})
	mux.HandleFunc("GET /v1/models", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, `{"data":[{"id":"echo"}]}`) })
	mux.HandleFunc("POST /v1/completions", func(w http.ResponseWriter, r *http.Request) { complete(w, r, *fault) })
	err := http.ListenAndServe(fmt.Sprintf("127.0.0.1:%d", *port), mux)
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// complete answers text with itself in upper case, and token ids with a stream of
// as many tokens as are asked for.
func complete(w http.ResponseWriter, r *http.Request, fault string) {
	var c struct {
		Model     string          `json:"model"`
		Prompt    json.RawMessage `json:"prompt"`
		MaxTokens int             `json:"max_tokens"`
		Ignore    bool            `json:"ignore_eos"`
	}
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil || c.Model != "echo" || fault == "refuses" {
		http.Error(w, `{"error":"no such model"}`, http.StatusNotFound)
		return
	}
	if fault == "dies" {
		fmt.Fprintln(os.Stderr, "device lost")
		os.Exit(4)
	}
	var text string
	if json.Unmarshal(c.Prompt, &text) == nil {
		text = strings.ToUpper(text)
		if fault == "wanders" {
			text += fmt.Sprint(time.Now().UnixNano())
		}
		ids := []int64{}
		for _, b := range []byte(text) {
			ids = append(ids, int64(b))
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"text": text, "token_ids": ids}}})
		return
	}
	var prompt []int
	if json.Unmarshal(c.Prompt, &prompt) != nil || !c.Ignore {
		http.Error(w, "prompt is neither text nor ids", http.StatusBadRequest)
		return
	}
	made := c.MaxTokens
	if fault == "short" {
		made--
	}
	for i := range made {
		if i > 0 {
			time.Sleep(time.Millisecond)
		}
		fmt.Fprint(w, "data: {\"choices\":[{\"text\":\"x\"}]}\n\n")
		w.(http.Flusher).Flush()
	}
	fmt.Fprintf(w, "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d}}\n\ndata: [DONE]\n\n", len(prompt), made)
}

// served is a stack with a service in a real sandbox, a gate that asks it and a
// measurement.
func served(t *testing.T, fault string) Request {
	t.Helper()
	if err := sandbox.Check(); err != nil {
		t.Skip(err)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	var runtime []environments.Mount
	for _, dir := range []string{"/usr", "/bin", "/lib", "/lib64"} {
		if _, err := os.Stat(dir); err == nil {
			runtime = append(runtime, environments.Mount{Source: dir, Target: dir, ReadOnly: true})
		}
	}
	runtime = append(runtime, environments.Mount{Source: filepath.Dir(exe), Target: "/engine", ReadOnly: true})
	env := environments.New(digest.Of([]byte("engine")), root, nil, runtime)
	s := &stacks.Stack{
		Name: "echo",
		Service: &stacks.Service{
			Command: []string{"/engine/" + filepath.Base(exe), "serve", "--port", "8471", "--fault", fault},
			Port:    8471, Health: "/up", ReadyTimeout: 20 * time.Second,
		},
		Suites: []*stacks.Suite{
			{Kind: stacks.QualitySuite, Name: "asked", Gates: []*stacks.Gate{{
				Name: "shout", Runner: stacks.OpenAIRunner, Stdin: "pass it", MaxTokens: 8, Repeats: 3,
				Expect: stacks.Expect{Identical: true, Contains: []string{"PASS"}, TokenSHA256: TokenSHA256([]int64{80, 65, 83, 83, 32, 73, 84})},
			}}},
			{Kind: stacks.ThroughputSuite, Name: "p7n20", Throughput: &stacks.Throughput{
				Runner: stacks.OpenAIRunner, Prompt: 7, Output: 20, Batch: 2, Warmup: 1, Repeats: 3,
			}},
		},
	}
	req := request(t, s, nil)
	req.Executor, req.Environment = env, env.ID()
	return req
}

func TestAnEndpointIsStartedAskedMeasuredAndStopped(t *testing.T) {
	t.Parallel()
	req := served(t, "")
	for _, want := range []struct {
		tokens int64
		state  string
	}{{9408, "compiled"}, {17216, "loaded"}} { // each suite's cache outlives the run
		record, err := Run(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		gate, m := record.Gates[0], record.Throughput[0]
		if !gate.Passed || len(gate.Repeats) != 3 || gate.Repeats[2].Tokens != 7 || gate.Repeats[2].WallSeconds <= 0 || gate.Command != nil {
			t.Errorf("got %+v", gate)
		}
		if len(m.Cold) != 1 || len(m.Warm) != 3 || !m.Gated || m.DecodeRate.Count != 6 || m.PromptRate.Count != 6 {
			t.Errorf("got %+v", m)
		}
		// A token takes at least a millisecond: two requests at once cannot go faster.
		if rate := m.Statistics.Mean; rate <= 0 || rate > 2*20/0.019 || m.TotalRate < 1.34*rate || m.TotalRate > 1.36*rate {
			t.Errorf("output %v, total %v of 2 × p7/n20", rate, m.TotalRate)
		}
		if len(record.Services) != 2 { // one a suite
			t.Fatalf("got %+v", record.Services)
		}
		for _, s := range record.Services {
			if s.ReadySeconds <= 0 || s.WallSeconds <= 0 || s.Engine == nil || s.Engine.KVCacheTokens != want.tokens || s.Engine.CompileCache != want.state {
				t.Errorf("got %+v, %+v", s, s.Engine)
			}
		}
		data, err := record.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Decode(data); err != nil {
			t.Error(err)
		}
	}
}

func TestAFaultyEndpointIsNamed(t *testing.T) {
	t.Parallel()
	for fault, want := range map[string]string{
		"start":   "suite asked: service /engine/suites.test ended with status 3 before it was up: no such device",
		"never":   "was not up after 1s: /up answered 503 Service Unavailable",
		"dies":    "gate asked/shout, run 1: service /engine/suites.test ended with status 4: device lost",
		"refuses": `gate asked/shout, run 1: /engine/suites.test: field "answer" is 404 Not Found`,
		"wanders": "gate asked/shout, run 1: tokens are",
		"short":   "suite p7n20: warm-up 1: /engine/suites.test: field \"answer\" has 19 tokens where 20 were asked for",
	} {
		t.Run(fault, func(t *testing.T) {
			t.Parallel()
			req := served(t, fault)
			if fault == "never" {
				req.Stack.Service.ReadyTimeout = time.Second
			}
			record, err := Run(t.Context(), req)
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, want %q", err, want)
			}
			if fault != "short" && len(record.Throughput) != 0 {
				t.Errorf("it was measured: %+v", record.Throughput)
			}
		})
	}
}
