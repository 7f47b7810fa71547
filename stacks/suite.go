package stacks

import (
	"cairn/digest"

	"github.com/hashicorp/hcl/v2"
)

// SuiteKind tells a gate from a measurement.
type SuiteKind string

// The kinds of suite. All quality suites pass before anything is timed.
const (
	QualitySuite    SuiteKind = "quality"
	ThroughputSuite SuiteKind = "throughput"
)

// Suite is a quality gate or a throughput measurement.
type Suite struct {
	Kind SuiteKind
	Name string
	// Needs is what the machine must have; the zero value asks for nothing.
	Needs Needs
	// Model is mounted at Model.MountPath(), which commands and variables name by
	// ${model}; loading a definition puts the path in its place. nil if none.
	Model *Model
	// Variables are added to the environment's.
	Variables map[string]string

	// Gates are a quality suite's checks, in order; the first failure ends the run.
	Gates []*Gate
	// Throughput is nil for a quality suite.
	Throughput *Throughput
	Range      hcl.Range
}

// Needs is what a suite asks of the machine.
type Needs struct {
	GPUs        int
	GPU         string // PCI vendor:device, "8086:e223"
	MemoryBytes int64
	Range       hcl.Range
}

// Runner names how a suite's program is called and read.
type Runner string

// The runners.
const (
	CommandRunner         Runner = "command"          // prints what the suite declares
	LlamaBenchRunner      Runner = "llama-bench"      // -o jsonl records
	LlamaCompletionRunner Runner = "llama-completion" // text on stdout

	VLLMThroughputRunner Runner = "vllm-bench-throughput" // vllm bench throughput; --output-json is added
	VLLMLatencyRunner    Runner = "vllm-bench-latency"    // vllm bench latency; --output-json is added
	// VLLMQualityRunner reads the JSON of the lab's quality checker (its --out is
	// added), which asks several prompts several times in one process: run_records,
	// each with its prompts' token_ids and text. The prompts of all runs, in order,
	// are the gate's answers; contains and matches are held against all texts taken
	// together, prompt blocks against one prompt's of each run, and identical and
	// determinism say that the runs agree.
	VLLMQualityRunner Runner = "vllm-quality"
	// LlamaProbeRunner reads the JSON lines of the lab's token and logit probe: a line
	// of the prompt, then one a step with its token and a hash over all its logits.
	LlamaProbeRunner Runner = "llama-probe"
	// LlamaPerplexityRunner reads "Final estimate: PPL = …" of llama-perplexity.
	LlamaPerplexityRunner Runner = "llama-perplexity"
	// OpenAIRunner asks the stack's service over its OpenAI-compatible interface.
	OpenAIRunner Runner = "openai"
)

// Gate is one check of a quality suite.
type Gate struct {
	Name   string
	Runner Runner
	// Command is empty for OpenAIRunner, whose prompt is Stdin.
	Command []string
	Stdin   string
	// MaxTokens bounds the answer of an endpoint; 0 for all other runners.
	MaxTokens int
	// Repeats is how many fresh processes run it; at least 1.
	Repeats int
	Expect  Expect
	Range   hcl.Range
}

// Expect is what must hold for every repeat. At least one rule is set.
type Expect struct {
	// TokenSHA256 is of the token ids as decimal text joined with ","; the
	// program prints them as JSON: {"tokens":[…]}.
	TokenSHA256 digest.Digest
	// CombinedTokenSHA256 is of all repeats together: the ids of each answer, then
	// the sentinel -1, as decimal text joined with ",".
	CombinedTokenSHA256 digest.Digest
	// TextSHA256 is of what the program printed (of "text" where it prints JSON).
	TextSHA256 digest.Digest
	// Identical asks that all repeats agree in tokens, or in text where there are none.
	Identical bool
	// Determinism asks that all repeats agree, prompt by prompt, in what it names.
	Determinism Determinism
	Contains    []string
	Matches     []string // regular expressions, RE2, multi-line
	// LogitHashes are of the first steps, in order: FNV-1a of 64 bits over the
	// float32 logits, 16 hex digits. Only for LlamaProbeRunner.
	LogitHashes []string
	// MinPerplexity and MaxPerplexity bound what LlamaPerplexityRunner read; 0 is no
	// bound.
	MinPerplexity, MaxPerplexity float64
	// Prompts are rules for single prompts of a gate that asks several.
	Prompts []PromptExpect
	Range   hcl.Range
}

// Determinism is in what repeats agree (the lab's --determinism-mode).
type Determinism string

// The modes. Leading white space, or all of it, changes with how a tokenizer cuts a
// text where nothing else does.
const (
	SameTokens         Determinism = "token"
	SameText           Determinism = "text"
	SameLstripText     Determinism = "lstrip_text"     // without leading white space
	SameNormalizedText Determinism = "normalized_text" // trimmed, each white space one blank
)

// PromptExpect is what must hold for the answers to one prompt, in every run.
type PromptExpect struct {
	Index       int // counted from 0
	TokenSHA256 digest.Digest
	TextSHA256  digest.Digest
	Contains    []string
	Matches     []string
	Range       hcl.Range
}

// IsZero reports whether nothing is expected.
func (e Expect) IsZero() bool {
	return e.TokenSHA256.IsZero() && e.CombinedTokenSHA256.IsZero() && e.TextSHA256.IsZero() &&
		!e.Identical && e.Determinism == "" && e.MinPerplexity == 0 && e.MaxPerplexity == 0 &&
		len(e.Contains)+len(e.Matches)+len(e.LogitHashes)+len(e.Prompts) == 0
}

// Throughput is one measurement.
type Throughput struct {
	Runner Runner
	// Command is empty for OpenAIRunner.
	Command []string
	// Prompt and Output are the shape, in tokens; Batch is at least 1.
	Prompt, Output, Batch int
	// Warmup runs are recorded as cold and never counted.
	Warmup  int
	Repeats int
	// Metric names the field of the program's JSON that is reported, in tokens a
	// second: "output_tok_s" unless said.
	Metric string
}

// MountPath returns where a suite finds the model: /models/FILE.
func (m *Model) MountPath() string { return "/models/" + m.File }
