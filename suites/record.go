package suites

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"cairn/digest"
)

// Schema names the layout of a Record. Another layout gets another name.
const Schema = "cairn-record-v1"

// Outcome is how a run of suites ended.
type Outcome string

// The outcomes.
const (
	Passed        Outcome = "passed"
	QualityFailed Outcome = "quality-failed"
	BlockedHere   Outcome = "blocked"
	Failed        Outcome = "failed" // neither: a program or the machine broke
)

// Record is what one run of a stack's suites saw, and on which machine. It holds
// no path and no variable of the host.
type Record struct {
	Schema      string        `json:"schema"`
	Stack       string        `json:"stack"` // "name" or "name@variant"
	Lock        digest.Digest `json:"lock"`
	Environment digest.Digest `json:"environment"`
	// Impure: part of the environment was the host's.
	Impure   bool      `json:"impure"`
	Started  time.Time `json:"started"`
	Finished time.Time `json:"finished"`
	Outcome  Outcome   `json:"outcome"`
	// Failure is the error of an outcome other than passed.
	Failure string    `json:"failure,omitempty"`
	Blocked []Blocked `json:"blocked,omitempty"`
	// DegenerateAllowed: the checks for degenerate output were switched off.
	DegenerateAllowed bool           `json:"degenerate_allowed,omitempty"`
	Host              Host           `json:"host"`
	Models            []ModelFacts   `json:"models,omitempty"`
	Gates             []*GateRecord  `json:"gates,omitempty"`
	Throughput        []*Measurement `json:"throughput,omitempty"`
	// Services are the endpoints that were started, in order, one a suite.
	Services []*ServiceRecord `json:"services,omitempty"`
}

// ServiceRecord is one run of the stack's endpoint.
type ServiceRecord struct {
	Suite   string   `json:"suite"`
	Command []string `json:"command"`
	Model   string   `json:"model,omitempty"`
	// ReadySeconds is from its start until its health path answered 200.
	ReadySeconds float64 `json:"ready_seconds"`
	Engine       *Engine `json:"engine,omitempty"`
	Process
}

// ModelFacts name the file of weights that suites ran on.
type ModelFacts struct {
	Name      string        `json:"name"`
	File      string        `json:"file"`
	SHA256    digest.Digest `json:"sha256"`
	SizeBytes int64         `json:"size_bytes"`
	// Pinned: the definition named this digest, and the file has it.
	Pinned bool `json:"pinned"`
}

// GateRecord is one gate of a quality suite.
type GateRecord struct {
	Suite   string   `json:"suite"`
	Gate    string   `json:"gate"`
	Passed  bool     `json:"passed"`
	Reasons []string `json:"reasons,omitempty"` // why not
	// Command is empty where an endpoint was asked.
	Command []string `json:"command,omitempty"`
	Model   string   `json:"model,omitempty"`
	// Repeats are the processes that were run, or the requests, in order.
	Repeats []Repeat `json:"repeats"`
	// CombinedTokenSHA256 and CombinedTextSHA256 are over all repeats, as
	// CombinedTokenSHA256 and CombinedTextSHA256 compute them.
	CombinedTokenSHA256 digest.Digest `json:"combined_token_sha256,omitzero"`
	CombinedTextSHA256  digest.Digest `json:"combined_text_sha256,omitzero"`
}

// Repeat is one process of a gate, or one request to an endpoint.
type Repeat struct {
	Tokens      int           `json:"tokens"` // how many it printed
	TokenSHA256 digest.Digest `json:"token_sha256,omitzero"`
	TextSHA256  digest.Digest `json:"text_sha256,omitzero"`
	// LogitHashes are of each step, from the llama probe.
	LogitHashes []string `json:"logit_hashes,omitempty"`
	Perplexity  float64  `json:"perplexity,omitempty"`
	// Answers are those of a process that asked several prompts or several times;
	// the digests above are unset then.
	Answers []AnswerRecord `json:"answers,omitempty"`
	Engine  *Engine        `json:"engine,omitempty"`
	Process
}

// AnswerRecord is one answer of several.
type AnswerRecord struct {
	Run         int           `json:"run"`    // counted from 1
	Prompt      int           `json:"prompt"` // counted from 0, as prompt blocks do
	Tokens      int           `json:"tokens"`
	TokenSHA256 digest.Digest `json:"token_sha256,omitzero"`
	TextSHA256  digest.Digest `json:"text_sha256,omitzero"`
}

// Process is what one run of a program took.
type Process struct {
	WallSeconds  float64 `json:"wall_seconds"`
	CPUSeconds   float64 `json:"cpu_seconds"`
	PeakRSSBytes int64   `json:"peak_rss_bytes"`
}

// Measurement is one throughput suite.
type Measurement struct {
	Suite   string   `json:"suite"`
	Runner  string   `json:"runner"`
	Command []string `json:"command,omitempty"`
	Model   string   `json:"model,omitempty"`
	// Prompt and Output are the shape, in tokens.
	Prompt int `json:"prompt"`
	Output int `json:"output"`
	Batch  int `json:"batch"`
	// Gated: every quality suite of the stack passed before. A figure that is not
	// gated is not to be published.
	Gated bool `json:"gated"`
	// FreshCache: compile and JIT caches were empty when the first process began.
	FreshCache bool `json:"fresh_cache"`
	// Metric names what Warm and Cold hold, in tokens a second.
	Metric string `json:"metric"`
	// Cold are the samples of warm-up runs, never counted.
	Cold []float64 `json:"cold,omitempty"`
	Warm []float64 `json:"warm"`
	// Statistics are Warm's.
	Statistics Statistics `json:"statistics"`
	// PromptRate and OutputRate are the two phases, where the tool tells them apart.
	PromptRate *Statistics `json:"prompt_rate,omitempty"`
	OutputRate *Statistics `json:"output_rate,omitempty"`
	// DecodeRate is of an endpoint's tokens after the first, which the metric counts
	// together with the prompt's time; nil for all other runners.
	DecodeRate *Statistics `json:"decode_rate,omitempty"`
	// TotalRate is prompt and output together, in tokens a second: as the tool counts
	// it, or (P+N)/(P/prompt+N/output) from the means of the two phases; 0 where
	// neither is known.
	TotalRate float64 `json:"total_rate,omitempty"`
	// Runs are the processes, warm-ups first.
	Runs []MeasuredRun `json:"runs"`
}

// MeasuredRun is one process of a measurement with the tool's own output.
type MeasuredRun struct {
	Cold bool `json:"cold"`
	Process
	// Engine is what the engine said of itself, where it does.
	Engine *Engine `json:"engine,omitempty"`
	// Raw is the JSON that the tool printed; a list where it printed JSON lines.
	Raw json.RawMessage `json:"raw"`
}

func newRecord(req Request) *Record {
	return &Record{
		Schema: Schema, Stack: req.Stack.Ref(), Lock: req.Lock, Environment: req.Environment, Impure: req.Impure,
		Started: req.Now().UTC(), DegenerateAllowed: req.AllowDegenerate, Host: req.Host,
	}
}

func (r *Record) finish(now time.Time, err error) {
	r.Finished, r.Outcome = now.UTC(), Passed
	if err == nil {
		return
	}
	r.Outcome, r.Failure = Failed, err.Error()
	var quality *QualityError
	var blocked *BlockedError
	switch {
	case errors.As(err, &quality):
		r.Outcome = QualityFailed
	case errors.As(err, &blocked):
		r.Outcome, r.Blocked = BlockedHere, blocked.Suites
	}
}

// Encode returns the record as indented JSON with a last newline. Equal records
// give equal bytes.
func (r *Record) Encode() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(r); err != nil {
		return nil, fmt.Errorf("encode record of %s: %w", r.Stack, err)
	}
	return out.Bytes(), nil
}

// Decode reads what Encode wrote, strictly: another schema, unknown fields and
// trailing data are errors.
func Decode(data []byte) (*Record, error) {
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	if head.Schema != Schema {
		return nil, fmt.Errorf("record: schema is %q, this version reads %q", head.Schema, Schema)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	record := &Record{}
	if err := decoder.Decode(record); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	return record, nil
}
