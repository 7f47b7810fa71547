package suites

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/builder/sandbox"
	"cairn/digest"
	"cairn/environments"
	"cairn/stacks"
)

func TestMain(m *testing.M) {
	sandbox.Main()
	if len(os.Args) > 1 && os.Args[1] == "serve" {
		engineMain(os.Args[2:])
	}
	os.Exit(m.Run())
}

// sandboxed is a real environment of shell scripts.
func sandboxed(t *testing.T, scripts map[string]string) *environments.Environment {
	t.Helper()
	if err := sandbox.Check(); err != nil {
		t.Skip(err)
	}
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, script := range scripts {
		if err := os.WriteFile(filepath.Join(root, "bin", name), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	var runtime []environments.Mount
	for _, dir := range []string{"/usr", "/bin", "/lib", "/lib64"} {
		if _, err := os.Stat(dir); err == nil {
			runtime = append(runtime, environments.Mount{Source: dir, Target: dir, ReadOnly: true})
		}
	}
	return environments.New(digest.Of([]byte("scripts")), root, nil, runtime)
}

// The engine of these tests is slow until its cache is filled.
const (
	realGate  = `read prompt; echo "{\"tokens\":[11,7,42],\"text\":\"$prompt: $(cat /models/m.gguf)\"}"`
	realBench = `rate=40; [ -e "$SYCL_CACHE_DIR/kernel" ] && rate=50
mkdir -p "$SYCL_CACHE_DIR" && : >"$SYCL_CACHE_DIR/kernel"
echo "loading" >&2
echo "{\"prompt_tok_s\":900,\"output_tok_s\":$rate}"`
)

func TestSuitesInTheSandbox(t *testing.T) {
	t.Parallel()
	model := filepath.Join(t.TempDir(), "weights")
	if err := os.WriteFile(model, []byte("W"), 0o600); err != nil {
		t.Fatal(err)
	}
	env := sandboxed(t, map[string]string{"gate": realGate, "bench": realBench})
	s := stack(stacks.Expect{TokenSHA256: sum(t, goodSum), TextSHA256: digest.Of([]byte("hello: W")), Identical: true}, 3)
	s.Suites[1].Model = &stacks.Model{Name: "m", File: "m.gguf"}
	s.Suites[1].Gates[0].Stdin = "hello\n"
	req := request(t, s, nil)
	req.Executor, req.Environment, req.Models = env, env.ID(), map[string]string{"m": model}
	for i, want := range []struct {
		cold  float64
		fresh bool
	}{{40, true}, {50, false}} {
		record, err := Run(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		m := record.Throughput[0]
		if !slices.Equal(m.Cold, []float64{want.cold}) || !slices.Equal(m.Warm, []float64{50, 50, 50}) || m.FreshCache != want.fresh || !m.Gated {
			t.Errorf("run %d: got %+v", i+1, m)
		}
		if m.Runs[0].WallSeconds <= 0 || len(record.Gates[0].Repeats) != 3 || record.Models[0].Pinned {
			t.Errorf("run %d: got %+v, %+v", i+1, m.Runs[0], record.Gates[0])
		}
		data, err := record.Encode()
		if err != nil || strings.Contains(string(data), filepath.Dir(model)) {
			t.Errorf("the record holds a path of the host, or %v", err)
		}
	}
	req.Cache = ""
	for range 2 { // a fresh cache each time
		record, err := Run(t.Context(), req)
		if err != nil || !slices.Equal(record.Throughput[0].Cold, []float64{40}) || !record.Throughput[0].FreshCache {
			t.Errorf("got %+v, %v", record, err)
		}
	}
}

func TestARandomEngineIsFoundOut(t *testing.T) {
	t.Parallel()
	env := sandboxed(t, map[string]string{
		"gate":  `echo "{\"tokens\":[5,$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')]}"`,
		"bench": realBench,
	})
	req := request(t, stack(stacks.Expect{Identical: true}, 4), nil)
	req.Executor = env
	record, err := Run(t.Context(), req)
	var quality *QualityError
	if !errors.As(err, &quality) || !strings.Contains(err.Error(), "differs from run 1") || len(record.Throughput) != 0 {
		t.Errorf("got %+v, %v", record, err)
	}
}

func TestAMissingProgramIsNoVerdict(t *testing.T) {
	t.Parallel()
	req := request(t, stack(stacks.Expect{Identical: true}, 2), nil)
	req.Executor = sandboxed(t, nil)
	_, err := Run(t.Context(), req)
	var start *sandbox.StartError
	var quality *QualityError
	if !errors.As(err, &start) || errors.As(err, &quality) {
		t.Errorf("got %v", err)
	}
}
