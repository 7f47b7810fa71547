package suites

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"cairn/digest"
	"cairn/stacks"
)

// ReportSchema names the layout of a report's JSON.
const ReportSchema = "cairn-report-v1"

// Report is what cairn knows of a workspace, to be shown: HTML, Markdown, JSON
// and JUnit write it. Equal reports give equal bytes. Nothing in it is trusted:
// names, notes and reasons may hold anything.
type Report struct {
	Schema    string    `json:"schema"` // set by JSON
	Generated time.Time `json:"generated"`
	Workspace string    `json:"workspace"`
	// Version is of the cairn that made the report; may be empty.
	Version string         `json:"version,omitempty"`
	Stacks  []StackSummary `json:"stacks"`
	// Figures are the historical results, in the order in which they were measured
	// on one day.
	Figures    []Figure      `json:"figures"`
	Records    []NamedRecord `json:"records"`
	Judgements []Judgement   `json:"judgements"`
}

// StackSummary is a stack with its pins and the verdicts on its series.
type StackSummary struct {
	Ref         string             `json:"stack"` // "name" or "name@variant"
	Description string             `json:"description,omitempty"`
	Components  []ComponentSummary `json:"components,omitempty"`
	// Lock is the digest of the lock file; unset where there is none.
	Lock digest.Digest `json:"lock,omitzero"`
	// Stale says in whole lines what moved since the lock was written.
	Stale []string `json:"stale,omitempty"`
	// Unknown are pins that nobody wrote down, with the reason: "cmake line: …".
	Unknown []string `json:"unknown,omitempty"`
	// Blocked says in whole lines what this machine lacks to go on.
	Blocked []string `json:"blocked,omitempty"`
}

// ComponentSummary is one source and its series.
type ComponentSummary struct {
	Name     string         `json:"name"`
	Upstream string         `json:"upstream"` // URL, or "embedded: NAME"
	Revision string         `json:"revision"`
	Tree     string         `json:"tree,omitempty"` // after the whole series
	Patches  []PatchSummary `json:"patches,omitempty"`
	// Problem says why the series could not be looked at; empty if it was.
	Problem string `json:"problem,omitempty"`
}

// PatchSummary is the verdict on one patch.
type PatchSummary struct {
	Name string `json:"name"`
	// Status is a patch status of DESIGN.md ("clean", "damaged"), or empty where the
	// patch was not tried.
	Status string `json:"status,omitempty"`
	Detail string `json:"detail,omitempty"` // "2 hunks, +3 lines"
	// Standing is promoted, diagnostic or negative.
	Standing string `json:"standing,omitempty"`
}

// Figure is one historical result as a report shows it.
type Figure struct {
	ID       string             `json:"id"`
	Date     string             `json:"date"` // YYYY-MM-DD
	Lane     string             `json:"lane"`
	Stack    string             `json:"stack,omitempty"`
	Standing string             `json:"standing"`
	Prompt   int                `json:"prompt"`
	Output   int                `json:"output"`
	Context  int                `json:"context,omitempty"`
	Batch    int                `json:"batch,omitempty"`
	Metrics  map[string]float64 `json:"metrics"`
	Model    string             `json:"model,omitempty"`
	Engine   string             `json:"engine,omitempty"`
	Hardware string             `json:"hardware,omitempty"` // "4x Intel Arc Pro B70 32GB"
	// Gates are the gates that were passed, as recorded; empty if none was.
	Gates   []string `json:"gates,omitempty"`
	Caveat  string   `json:"caveat,omitempty"` // why it is worth less than it looks
	Notes   string   `json:"notes,omitempty"`
	Sources []string `json:"sources,omitempty"`
}

// FigureOf returns a result as a report shows it. What results do not carry is
// left empty.
func FigureOf(r stacks.Result) Figure {
	return Figure{
		ID: r.ID, Date: r.Date, Lane: r.Lane, Stack: r.Stack, Standing: r.Standing,
		Prompt: r.Prompt, Output: r.Output, Context: r.Context, Batch: r.Batch,
		Metrics: r.Metrics, Notes: r.Notes, Sources: r.Sources,
	}
}

// NamedRecord is a record and what it is called, usually the base name of its file.
type NamedRecord struct {
	Name   string  `json:"name"`
	Record *Record `json:"record"`
}

// JSON returns all of the report, indented, with a last newline.
func (r Report) JSON() ([]byte, error) {
	r.Schema = ReportSchema
	r.Generated = r.Generated.UTC()
	// An empty list is written as one, so that a reader need not tell it from null.
	r.Stacks, r.Figures = append([]StackSummary{}, r.Stacks...), append([]Figure{}, r.Figures...)
	r.Records, r.Judgements = append([]NamedRecord{}, r.Records...), append([]Judgement{}, r.Judgements...)
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(r); err != nil {
		return nil, fmt.Errorf("encode report of %s: %w", r.Workspace, err)
	}
	return out.Bytes(), nil
}
