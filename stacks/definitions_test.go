package stacks

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
)

func TestEmbeddedDefinitions(t *testing.T) {
	t.Parallel()
	ws, diags := Load("embedded", Embedded(), "0.1.0-dev")
	for _, d := range diags {
		t.Errorf("%v (in %v)", d, d.Extra)
	}
	if ws.Lockfiles != "../../lockfiles" {
		t.Errorf("got lock files in %q", ws.Lockfiles)
	}
	names, err := fs.Glob(Embedded(), "*.hcl")
	if err != nil || len(names) == 0 {
		t.Fatalf("got %v, %v", names, err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(Embedded(), name)
		if err != nil {
			t.Fatal(err)
		}
		formatted, diags := Format(name, src)
		if diags.HasErrors() || !bytes.Equal(src, formatted) {
			t.Errorf("%s is not formatted: %v", name, diags)
		}
		if strings.Contains(string(src), "\t") {
			t.Errorf("%s holds tabs", name)
		}
	}
}

// namedByTheLab are the patch files that the README of the lab's archive names.
var namedByTheLab = []string{
	"ik-llama-minimax-rpc-sycl-20260507.patch",
	"llama-b70-openvino-vulkan.patch",
	"llama-cpp-active-device-row-split-current-20260506.patch",
	"llama-cpp-meta-allreduce-max-bytes-20260506.patch",
	"llama-cpp-qwen35-fused-beta-alpha-experimental-20260507.patch.gz.b64",
	"llama-cpp-sycl-allreduce-event-barrier.patch",
	"llama-cpp-sycl-fused-mmvq2-swiglu-current-20260506.patch.gz.b64",
	"llama-cpp-sycl-meta-mulmat-add-diagnostic-current-20260506.patch.gz.b64",
	"llama-cpp-sycl-minimax-mulmatid-guard.patch",
	"llama-cpp-sycl-q4-current-guardfix-20260507.patch.gz.b64",
	"llama-cpp-sycl-q4-vdr4-experiment-current-20260506.patch.gz.b64",
	"llama-cpp-sycl-q4_1-mmvq-experiment-20260507.patch",
	"llama-cpp-sycl-rmsnormmul-current-20260506.patch.gz.b64",
	"llm-scaler-minimax-ep-u4-skip-20260509.patch",
	"llm-scaler-minimax-u4-down-htile-negative-20260510.patch",
	"llm-scaler-minimax-u4-logits-topk-negative-20260511.patch",
	"llm-scaler-moe-int4-u4-bf16-decode-20260509.patch",
	"llm-scaler-moe-int4-u4-decode-20260509.patch",
	"vllm-benchmark-moe-xpu-tune-harness-20260508.patch",
	"vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch",
	"vllm-minimax-candidate-router-screen-20260511.patch",
	"vllm-minimax-ep-u4-expert-map-skip-20260509.patch",
	"vllm-minimax-graph-shaped-c158-floor-20260510.patch",
	"vllm-minimax-graph-shaped-router-kv-screens-20260511.patch",
	"vllm-minimax-llm-scaler-u4-bf16-decode-20260509.patch",
	"vllm-minimax-llm-scaler-u4-decode-20260509.patch",
	"vllm-minimax-postattn-ar-fused-customop-negative-20260510.patch",
	"vllm-minimax-postattn-fusedadd-delay-negative-20260510.patch",
	"vllm-minimax-qk-skip-tp-allreduce-diagnostic-20260510.patch",
	"vllm-minimax-qk-var-allreduce-dtype-negative-20260510.patch",
	"vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
	"vllm-minimax-remove-qk-apply-rope-branch-restore-c158-20260510.patch",
	"vllm-minimax-xpu-ipc-qk-var-20260510.patch",
	"vllm-source-b70-minimax-moe-config-20260510.patch",
	"vllm-xpu-allreduce-async-wait-guard-20260510.patch",
	"vllm-xpu-allreduce-callsite-timing-20260510.patch",
	"vllm-xpu-allreduce-moe-timing-20260510.patch",
	"vllm-xpu-decode-timing-summary-helper-20260509.patch",
	"vllm-xpu-enable-stock-allreduce-rms-screen-20260511.patch",
	"vllm-xpu-fa2-compressed-tensors-scalar-scales.patch",
	"vllm-xpu-force-graph-with-comm-experiment.patch",
	"vllm-xpu-mtp-fallback.patch",
	"vllm-xpu-qwen35-gdn-spec-fallback-contiguous-state.patch",
}

// Each of them is referenced by a definition, with its digest and its standing, and
// what no variant applies says why.
func TestTheLabsPatchesAreDefined(t *testing.T) {
	t.Parallel()
	ws, diags := Load("embedded", Embedded(), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	seen := map[string]bool{}
	for _, s := range ws.Stacks {
		for _, c := range s.Components {
			for _, p := range c.Patches {
				seen[strings.TrimPrefix(p.Path, "patches/")] = true
				if p.SHA256.IsZero() || p.Reason == "" {
					t.Errorf("%s: patch %s lacks its digest or its reason", s.Name, p.Name)
				}
			}
		}
	}
	if len(namedByTheLab) != 43 {
		t.Errorf("got %d names, want 43", len(namedByTheLab))
	}
	for _, name := range namedByTheLab {
		if !seen[name] {
			t.Errorf("no definition references %s", name)
		}
	}
}

// A stack that lacks a patch says which component cannot be built without it.
func TestMissingPatchesBlockTheirComponents(t *testing.T) {
	t.Parallel()
	ws, diags := Load("embedded", Embedded(), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, name := range []string{"minimax-m27-int4-20260520", "minimax-m27-int4-20260523"} {
		var blocked []string
		for _, u := range mustStack(t, ws, name).Unknown {
			blocked = append(blocked, u.Blocks...)
		}
		equal(t, name, blocked, []string{"vllm", "llm-scaler"})
	}
}
