package stacks

import "github.com/hashicorp/hcl/v2"

// Result is one historical measurement, tied to a stack. What its source does not
// say is zero or empty.
type Result struct {
	// ID is the measurement's public id, or "lab-NAME" where it was never submitted.
	ID        string
	Label     string // what its source calls it
	Date      string // YYYY-MM-DD
	Submitted string // when it was submitted, RFC 3339
	Lane      string
	Stack     string // "name" or "name@variant" of this workspace; empty where none is defined
	// Suite is the throughput suite of Stack that measures it again; empty where
	// the definition has none of its shape.
	Suite    string
	Standing string // accepted, historical, suspect, superseded, diagnostic or negative

	// Model, Engine and Hardware are in words, as the source has them.
	Model, Engine, Hardware string

	// Prompt and Output are what was read and generated, Context is the context's
	// length, all in tokens; Batch counts sequences at once.
	Prompt, Output, Context, Batch int
	// Metrics are named with their unit: "output_tok_s".
	Metrics map[string]float64
	// Repeats are the output_tok_s of which the metric is the mean.
	Repeats []float64
	// TolerancePercent is how far to either side a figure may lie and still reproduce
	// this one; 0 leaves it to the lane.
	TolerancePercent float64

	// Passed and Failed name the quality gates that were run, in words.
	Passed, Failed []string
	// Hashes are what gates printed, by gate; shortened where the source shortens.
	Hashes map[string]string
	// Caveat says what is to be known before the figure is believed.
	Caveat string

	// Variables and Command are the run's as far as recorded.
	Variables map[string]string
	Command   string
	// Patches are the files of the archive that the source names for the run, and
	// Fidelity says in words how well they are what ran.
	Patches  []string
	Fidelity string

	Notes   string
	Sources []string
	Range   hcl.Range
}

// Gated reports whether a quality gate passed and none failed.
func (r *Result) Gated() bool { return len(r.Passed) > 0 && len(r.Failed) == 0 }
