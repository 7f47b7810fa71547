package stacks

import "github.com/hashicorp/hcl/v2"

// Result is one historical measurement, tied to a stack.
type Result struct {
	ID       string
	Date     string // YYYY-MM-DD
	Lane     string
	Stack    string // "name" or "name@variant" of this workspace; empty where none is defined
	Standing string // accepted, historical, suspect, superseded, diagnostic or negative
	Prompt   int
	Output   int
	Context  int
	Batch    int
	// Metrics are named with their unit: "output_tok_s".
	Metrics map[string]float64
	Notes   string
	Sources []string
	Range   hcl.Range
}
