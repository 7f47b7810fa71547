package suites

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/digest"
	"cairn/stacks"
)

var (
	b70Host = Host{CPU: "Threadripper", Threads: 32, GPUs: []GPU{
		{ID: "8086:e223", Slot: &Link{Speed: "32.0 GT/s PCIe", Width: 16}},
		{ID: "8086:e223", Slot: &Link{Speed: "32.0 GT/s PCIe", Width: 16}},
		{ID: "8086:e223", Slot: &Link{Speed: "32.0 GT/s PCIe", Width: 16}},
	}}
	threeB70  = Hardware{GPUs: 3, GPU: "8086:e223"}
	twoInHund = Tolerance{Percent: 2, Source: "test"}
)

// judged is a passing record of three B70 that measured the samples.
func judged(samples ...float64) *Record {
	return &Record{
		Schema: Schema, Stack: "qwen", Outcome: Passed, Host: b70Host, Started: time.Unix(1, 0),
		Lock: digest.Of([]byte("lock")), Environment: digest.Of([]byte("environment")),
		Models: []ModelFacts{{Name: "m", SHA256: digest.Of([]byte("m")), Pinned: true}},
		Gates: []*GateRecord{
			{Suite: "tokens", Gate: "n64", Passed: true, Repeats: make([]Repeat, 2), CombinedTokenSHA256: digest.Of([]byte("t"))},
			{Suite: "tokens", Gate: "n256", Passed: true, Repeats: make([]Repeat, 1)},
		},
		Throughput: []*Measurement{
			{Suite: "p512n128", Metric: outputRate, Prompt: 512, Output: 128, Batch: 1, Gated: true, Warm: []float64{99}, Statistics: Summarise([]float64{99})},
			{Suite: "p512n512", Metric: outputRate, Prompt: 512, Output: 512, Batch: 1, Gated: true, Warm: samples, Statistics: Summarise(samples), TotalRate: 100},
		},
	}
}

func target(rate float64) stacks.Result {
	return stacks.Result{ID: "r", Stack: "qwen", Prompt: 512, Output: 512, Metrics: map[string]float64{outputRate: rate}}
}

func TestJudge(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		change   func(r *Record, result *stacks.Result, h *Hardware)
		samples  []float64
		rate     float64
		want     Verdict
		reason   string // in the first
		compared int
	}{
		{"as it was", nil, []float64{50, 50.1, 49.9}, 50.13, VerdictReproduced, "output_tok_s 50.00 (95 % ", 1},
		{"the interval reaches into the band", nil, []float64{48.4, 49.4}, 50, VerdictReproduced, "-2.2 %, within", 1},
		{"and from above", nil, []float64{50.6, 51.6}, 50, VerdictReproduced, "+2.2 %, within", 1},
		{"the lower end is included", nil, []float64{49, 49}, 50, VerdictReproduced, "within", 1},
		{"the upper end is included", nil, []float64{51, 51}, 50, VerdictReproduced, "within", 1},
		{"just below", nil, []float64{48.98, 48.99}, 50, VerdictNotReproduced, "against 50.00, band 49.00–51.00: -2.0 %, below", 1},
		{"too fast", nil, []float64{60, 60.1}, 50, VerdictNotReproduced, "above", 1},
		{"an absurd target", nil, []float64{50, 50.1}, 1e9, VerdictNotReproduced, "below", 1},
		{"a target of nothing", nil, []float64{50, 50.1}, 0, VerdictNotReproduced, "above", 1},
		{"one sample within", nil, []float64{50.5}, 50, VerdictReproduced, "(one sample)", 1},
		{"one sample without", nil, []float64{48}, 50, VerdictNotReproduced, "-4.0 %, below", 1},
		{"scatter overlaps anything", nil, []float64{10, 90, 20, 80}, 50, VerdictNotReproduced, "too scattered", 1},
		{"tampered hash", func(r *Record, _ *stacks.Result, _ *Hardware) {
			r.Outcome, r.Failure, r.Throughput = QualityFailed, "gate tokens/n256, run 1: …", nil
			r.Gates[1].Passed, r.Gates[1].Reasons = false, []string{"tokens are sha256:aa, expected sha256:bb"}
		}, nil, 50, VerdictQualityFailed, "gate tokens/n256 failed: tokens are sha256:aa", 0},
		{"a record whose outcome lies", func(r *Record, _ *stacks.Result, _ *Hardware) { r.Gates[0].Passed = false }, []float64{50}, 50, VerdictQualityFailed, "gate tokens/n64 failed", 0},
		{"a failed gate on other hardware", func(r *Record, _ *stacks.Result, _ *Hardware) { r.Gates[0].Passed, r.Host = false, Host{} }, []float64{50}, 50, VerdictQualityFailed, "gate tokens/n64 failed", 0},
		{"quality failed without a gate record", func(r *Record, _ *stacks.Result, _ *Hardware) { r.Outcome, r.Failure = QualityFailed, "told so" }, []float64{50}, 50, VerdictQualityFailed, "told so", 0},
		{"other hardware", func(r *Record, _ *stacks.Result, _ *Hardware) { r.Host.GPUs = b70Host.GPUs[:2] }, []float64{50}, 50, VerdictVerified, "all but the speed", 1},
		{"other hardware, slower", func(_ *Record, _ *stacks.Result, h *Hardware) { h.SlotSpeed = "16.0 GT/s PCIe" }, []float64{20}, 50, VerdictVerified, "all but the speed", 1},
		{"no hardware named", func(_ *Record, _ *stacks.Result, h *Hardware) { *h = Hardware{} }, []float64{50}, 50, VerdictReproduced, "within", 1},
		{"ungated", func(r *Record, _ *stacks.Result, _ *Hardware) { r.Throughput[1].Gated = false }, []float64{50}, 50, VerdictNotReproduced, "ungated", 0},
		{"ungated on other hardware", func(r *Record, _ *stacks.Result, _ *Hardware) { r.Throughput[1].Gated, r.Host = false, Host{} }, []float64{50}, 50, VerdictNotReproduced, "ungated", 0},
		{"gated without gates", func(r *Record, _ *stacks.Result, _ *Hardware) { r.Gates = nil }, []float64{50}, 50, VerdictNotReproduced, "the record holds no gate that passed", 0},
		{"degenerate output allowed", func(r *Record, _ *stacks.Result, _ *Hardware) { r.DegenerateAllowed = true }, []float64{50}, 50, VerdictNotReproduced, "switched off", 0},
		{"blocked", func(r *Record, _ *stacks.Result, _ *Hardware) {
			r.Outcome, r.Throughput, r.Blocked = BlockedHere, r.Throughput[:1], []Blocked{{Suite: "p512n512", Reasons: []string{"needs 3 × GPU 8086:e223; here: 0 (none)"}}}
		}, []float64{50}, 50, VerdictBlocked, "suite p512n512 needs 3 × GPU 8086:e223", 0},
		{"blocked gates", func(r *Record, _ *stacks.Result, _ *Hardware) {
			r.Throughput[1].Gated = false
			r.Outcome, r.Blocked = BlockedHere, []Blocked{{Suite: "tokens", Reasons: []string{"needs model m"}}}
		}, []float64{50}, 50, VerdictBlocked, "suite tokens needs model m", 0},
		{"the run broke", func(r *Record, _ *stacks.Result, _ *Hardware) {
			r.Outcome, r.Failure = Failed, "bench ended with status 3"
		}, []float64{50}, 50, VerdictNotReproduced, "the run broke: bench ended", 0},
		{"a gate that was cut short", func(r *Record, _ *stacks.Result, _ *Hardware) {
			r.Outcome, r.Failure, r.Gates[1].Passed = Failed, "interrupted", false
		}, nil, 50, VerdictNotReproduced, "the run broke: interrupted", 0},
		{"another stack", func(r *Record, _ *stacks.Result, _ *Hardware) { r.Stack = "qwen@cpu" }, []float64{50}, 50, VerdictNotReproduced, "the record is of qwen@cpu, the result of qwen", 0},
		{"another shape", func(_ *Record, result *stacks.Result, _ *Hardware) { result.Output = 1536 }, []float64{50}, 50, VerdictNotReproduced, "nothing of the shape p512/n1536 was measured, but p512/n128, p512/n512", 0},
		{"another batch", func(_ *Record, result *stacks.Result, _ *Hardware) { result.Batch = 8 }, []float64{50}, 50, VerdictNotReproduced, "p512/n512 batch 8", 0},
		{"nothing measured", func(r *Record, _ *stacks.Result, _ *Hardware) { r.Throughput = nil }, nil, 50, VerdictNotReproduced, "nothing was measured", 0},
		{"no figure in common", func(_ *Record, result *stacks.Result, _ *Hardware) {
			result.Metrics = map[string]float64{"prompt_tok_s": 300}
		}, []float64{50}, 50, VerdictNotReproduced, "names no figure that suite p512n512 measures (output_tok_s, total_tok_s)", 0},
		{"total is shown and does not decide", func(_ *Record, result *stacks.Result, _ *Hardware) { result.Metrics[totalRate] = 500 }, []float64{50}, 50, VerdictReproduced, "output_tok_s", 2},
		{"total decides alone", func(_ *Record, result *stacks.Result, _ *Hardware) {
			result.Metrics = map[string]float64{totalRate: 99}
		}, []float64{50}, 50, VerdictReproduced, "total_tok_s 100.0 (computed) against 99.00", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			record, result, hardware := judged(test.samples...), target(test.rate), threeB70
			record.Host.GPUs = slices.Clone(record.Host.GPUs)
			if test.change != nil {
				test.change(record, &result, &hardware)
			}
			j := Judge(record, result, hardware, twoInHund)
			if j.Verdict != test.want || len(j.Reasons) == 0 || !strings.Contains(j.Reasons[0], test.reason) {
				t.Errorf("got %s, %q; want %s, %q", j.Verdict, j.Reasons, test.want, test.reason)
			}
			if len(j.Comparisons) != test.compared {
				t.Errorf("compared %+v, want %d", j.Comparisons, test.compared)
			}
			decides := 0
			for _, c := range j.Comparisons {
				if c.Decides {
					decides++
				}
			}
			if want := min(test.compared, 1); test.want != VerdictVerified && decides != want || test.want == VerdictVerified && decides != 0 {
				t.Errorf("%d metrics decide", decides)
			}
			if j.Verdict == VerdictVerified && len(j.OtherHardware) == 0 {
				t.Error("nothing says which hardware")
			}
			if data, err := json.Marshal(j); err != nil || !strings.Contains(string(data), `"verdict":"`+string(test.want)+`"`) {
				t.Errorf("got %s, %v", data, err)
			}
		})
	}
}

func TestJudgementSaysWhatHeld(t *testing.T) {
	t.Parallel()
	j := Judge(judged(50), target(50), threeB70, twoInHund)
	want := []string{
		"lock " + digest.Of([]byte("lock")).String(),
		"environment " + digest.Of([]byte("environment")).String(),
		"model m " + digest.Of([]byte("m")).String(),
		"gate tokens/n64 passed 2 times, tokens " + digest.Of([]byte("t")).String(),
		"gate tokens/n256 passed",
	}
	if !slices.Equal(j.Verified, want) || j.Suite != "p512n512" || j.Tolerance != twoInHund {
		t.Errorf("got %+v", j)
	}
	c := j.Comparisons[0]
	if c.Band != (Interval{49, 51}) || c.Interval != (Interval{50, 50}) || c.Mean != 50 || c.DifferencePercent != 0 || c.Samples != 1 {
		t.Errorf("got %+v", c)
	}
	b := BlockedBefore(target(50), []string{"sources"}, []string{"no GPU"})
	if b.Verdict != VerdictBlocked || b.Result != "r" || b.Stack != "qwen" || b.Verified[0] != "sources" {
		t.Errorf("got %+v", b)
	}
}

func TestToleranceOf(t *testing.T) {
	t.Parallel()
	for lane, want := range map[string]float64{
		"qwen36-27b-fp8-vllm-xpu-tp4-ngram": 10, "qwen36-27b-fp8-vllm-xpu-tp4": 2, "qwen36-27b-q4_0-llama-sycl-tp3": 2, "gguf-ngram": 2, "": 2,
	} {
		if got := ToleranceOf(stacks.Result{Lane: lane}); got.Percent != want || got.Source == "" {
			t.Errorf("%s: got %+v, want %v", lane, got, want)
		}
	}
	// The lab's own rerun of one recipe: 48.082 after 49.582.
	result, record := target(49.582), judged(48.082)
	if j := Judge(record, result, threeB70, ToleranceOf(result)); j.Verdict != VerdictNotReproduced {
		t.Errorf("got %v", j)
	}
	result.Lane = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
	if j := Judge(record, result, threeB70, ToleranceOf(result)); j.Verdict != VerdictReproduced {
		t.Errorf("got %v", j)
	}
	for _, p := range []float64{-5, math.Inf(-1)} {
		if j := Judge(judged(50), target(50), threeB70, Tolerance{Percent: p}); j.Comparisons[0].Band != (Interval{50, 50}) {
			t.Errorf("%v: got %+v", p, j.Comparisons)
		}
	}
}

func TestOwnRecordAsTarget(t *testing.T) {
	t.Parallel()
	record := judged(50, 51, 52)
	result, hardware, tolerance, err := TargetOf("mine.json", record, "p512n512")
	if err != nil {
		t.Fatal(err)
	}
	if result.ID != "mine.json" || result.Metrics[outputRate] != 51 || result.Metrics[totalRate] != 100 || result.Stack != "qwen" || tolerance.Percent != 2 {
		t.Errorf("got %+v, %+v", result, tolerance)
	}
	want := Hardware{GPUs: 3, GPU: "8086:e223", SlotSpeed: "32.0 GT/s PCIe", SlotWidth: 16, CPU: "Threadripper", Threads: 32}
	if hardware != want {
		t.Errorf("got %+v, want %+v", hardware, want)
	}
	if j := Judge(record, result, hardware, tolerance); j.Verdict != VerdictReproduced {
		t.Errorf("a record does not reproduce itself: %+v", j)
	}
	if result, _, _, err := TargetOf("mine.json", record, ""); err != nil || result.Output != 128 {
		t.Errorf("got %+v, %v; want the first suite", result, err)
	}
	if _, _, tolerance, _ := TargetOf("mine.json", judged(40, 60), "p512n512"); tolerance.Percent != 20 {
		t.Errorf("got %+v, want the record's spread", tolerance)
	}
	if _, _, _, err := TargetOf("mine.json", record, "p1"); err == nil || !strings.Contains(err.Error(), "no measurement of suite p1") {
		t.Errorf("got %v", err)
	}
	record.Gates[0].Passed = false
	if _, _, _, err := TargetOf("mine.json", record, ""); err == nil || !strings.Contains(err.Error(), "gate tokens/n64 failed") {
		t.Errorf("got %v", err)
	}
	record.Gates = nil
	if _, _, _, err := TargetOf("mine.json", record, ""); err == nil || !strings.Contains(err.Error(), "ungated") {
		t.Errorf("got %v", err)
	}
}

func TestHardwareDifferences(t *testing.T) {
	t.Parallel()
	slow := b70Host
	slow.GPUs = slices.Clone(b70Host.GPUs)
	slow.GPUs[1].Slot = &Link{Speed: "8.0 GT/s PCIe", Width: 8}
	cpu := Host{CPU: "EPYC", Threads: 4}
	for _, test := range []struct {
		name string
		h    Hardware
		host Host
		want []string
	}{
		{"same", threeB70, b70Host, nil},
		{"more cards", Hardware{GPUs: 2, GPU: "8086:e223"}, b70Host, nil},
		{"any card", Hardware{GPUs: 3}, b70Host, nil},
		{"another CPU beside cards", Hardware{GPUs: 3, GPU: "8086:e223", CPU: "EPYC", Threads: 8}, b70Host, nil},
		{"fewer", Hardware{GPUs: 4, GPU: "8086:e223"}, b70Host, []string{"measured on 4 × GPU 8086:e223; here: 3 ("}},
		{"other card", Hardware{GPUs: 1, GPU: "8086:e20b"}, b70Host, []string{"measured on 1 × GPU 8086:e20b; here: 0 ("}},
		{"slower slot", HardwareOf(b70Host), slow, []string{"slots of 32.0 GT/s PCIe; here: 8.0 GT/s PCIe", "slots of 16 lanes; here: 8"}},
		{"slots unknown", HardwareOf(b70Host), Host{GPUs: []GPU{{ID: "8086:e223"}, {ID: "8086:e223"}, {ID: "8086:e223"}}}, nil},
		{"same CPU", HardwareOf(cpu), cpu, nil},
		{"other CPU", HardwareOf(cpu), Host{CPU: "Xeon", Threads: 8}, []string{"measured on EPYC; here: Xeon", "measured with 4 threads of CPU; here: 8"}},
		{"other instructions", HardwareOf(Host{CPU: "EPYC", Threads: 4, ISA: "x86-64-v4"}), Host{CPU: "EPYC", Threads: 4, ISA: "x86-64-v3"}, []string{"instructions of x86-64-v4; here: x86-64-v3"}},
		{"other memory", HardwareOf(Host{CPU: "EPYC", MemoryBytes: 64 << 30}), Host{CPU: "EPYC", MemoryBytes: 32 << 30}, []string{"measured with 64"}},
		{"a little less memory", HardwareOf(Host{CPU: "EPYC", MemoryBytes: 64 << 30}), Host{CPU: "EPYC", MemoryBytes: 62 << 30}, nil},
		{"unknown CPU", HardwareOf(cpu), Host{Threads: 4}, []string{"here: unknown"}},
		{"nothing known", Hardware{}, b70Host, nil},
	} {
		got := test.h.Differences(test.host)
		ok := len(got) == len(test.want)
		for i := range got {
			ok = ok && strings.Contains(got[i], test.want[i])
		}
		if !ok {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestParseHardware(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]Hardware{
		"3x Intel Arc Pro B70 32GB": threeB70, "3 × Arc Pro B70": threeB70, " 1x ARC PRO B70": {GPUs: 1, GPU: "8086:e223"},
		"AMD EPYC 9015, 16 threads": {CPU: "AMD EPYC 9015", Threads: 16}, "AMD EPYC, 0 threads": {CPU: "AMD EPYC"}, "AMD EPYC 9015": {}, ", 3 threads": {},
		"Intel Arc Pro B70": {}, "0x Arc Pro B70": {}, "4x H100": {}, "": {}, "x": {}, "9999x Arc Pro B70": {},
	} {
		if got, ok := ParseHardware(words); got != want || ok != (want != Hardware{} && (want.CPU == "" || want.Threads > 0)) {
			t.Errorf("%q: got %+v, %v", words, got, ok)
		}
	}
}
