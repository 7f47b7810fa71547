package stacks

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
)

const resultSource = `
result "cmous57ci" {
  label     = "guard-fix"
  date      = "2026-05-07"
  submitted = "2026-05-07T05:30:00Z"
  lane      = "qwen"
  stack     = stack.s
  suite     = "t"
  standing  = "accepted"
  model     = "a model"
  engine    = "an engine"
  hardware  = "3 cards"
  repeats   = [49.5, 49.606]
  variables = { "A-B" = "1" }
  command   = "llama-bench"
  patches   = ["a.patch"]
  fidelity  = "the same"
  sources   = ["README"]
  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }
  metrics {
    output_tok_s = 49.553
  }
  quality {
    passed = ["probe"]
    failed = ["repeat"]
    hashes = { "raw145-n64(expected)" = "267cbf30" }
    caveat = "look twice"
  }
}
`

func loadWithResults(t *testing.T, files map[string]string) (*Workspace, hcl.Diagnostics) {
	t.Helper()
	all := map[string]string{"f.hcl": mergeSource}
	for name, src := range files {
		all[name] = src
	}
	ws, diags := Load("w", workspaceOf(all), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return ws, LoadResults(ws)
}

func TestLoadResults(t *testing.T) {
	t.Parallel()
	ws, diags := loadWithResults(t, map[string]string{
		"results/qwen.hcl": resultSource,
		"top.hcl":          "result \"top\" {\n  date = \"2026-05-07\"\n  standing = \"accepted\"\n}\n",
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	equal(t, "results", len(ws.Results), 2)
	if _, ok := ws.Sources["w/results/qwen.hcl"]; !ok {
		t.Error("the file's bytes are not kept")
	}
	r := ws.Results["cmous57ci"]
	want := &Result{
		ID: "cmous57ci", Label: "guard-fix", Date: "2026-05-07", Submitted: "2026-05-07T05:30:00Z", Lane: "qwen",
		Stack: "s", Suite: "t", Standing: "accepted", Model: "a model", Engine: "an engine", Hardware: "3 cards",
		Prompt: 512, Output: 512, Context: 1024, Batch: 1,
		Metrics: map[string]float64{"output_tok_s": 49.553}, Repeats: []float64{49.5, 49.606},
		Passed: []string{"probe"}, Failed: []string{"repeat"}, Hashes: map[string]string{"raw145-n64(expected)": "267cbf30"}, Caveat: "look twice",
		Variables: map[string]string{"A-B": "1"}, Command: "llama-bench", Patches: []string{"a.patch"}, Fidelity: "the same",
		Sources: []string{"README"}, Range: r.Range,
	}
	equal(t, "result", r, want)
	if r.Gated() {
		t.Error("a failed gate passes as gated")
	}
	if diags := LoadResults(ws); len(diags) > 0 || len(ws.Results) != 2 {
		t.Errorf("the second time: %v", diags)
	}
}

func TestResultsAreHeldAgainstTheWorkspace(t *testing.T) {
	t.Parallel()
	minimal := "result \"r\" {\n  date = \"2026-05-07\"\n  standing = \"accepted\"\n%s}\n"
	for summary, files := range map[string]map[string]string{
		"No such stack":                {"results/a.hcl": fmt.Sprintf(minimal, "stack = stack.t\n")},
		"Missing attribute":            {"results/a.hcl": "result \"r\" {\n  date = \"2026-05-07\"\n}\n"},
		"Unsupported block":            {"results/a.hcl": "upstream \"u\" {\n  git = \"https://example.org\"\n}\n"},
		"Duplicate name":               {"results/a.hcl": fmt.Sprintf(minimal, ""), "results/b.hcl": fmt.Sprintf(minimal, "")},
		"Unclosed configuration block": {"results/a.hcl": "result \"r\" {\n"},
		"Unreadable workspace":         {"results": "a file"},
	} {
		ws, diags := loadWithResults(t, files)
		if !slices.ContainsFunc(diags, func(d *hcl.Diagnostic) bool { return d.Summary == summary }) {
			t.Errorf("got %v, want %s", diags, summary)
		}
		if len(ws.Results) != 0 {
			t.Errorf("%s: results were added all the same", summary)
		}
	}
	// One beside the definitions and one in the folder.
	ws, diags := loadWithResults(t, map[string]string{"top.hcl": fmt.Sprintf(minimal, ""), "results/a.hcl": fmt.Sprintf(minimal, "")})
	if !diags.HasErrors() || len(ws.Results) != 1 {
		t.Errorf("got %v", diags)
	}
	if _, diags := loadWithResults(t, nil); diags != nil {
		t.Errorf("without the folder: %v", diags)
	}
}

// A folder of results that cannot be read is not one that is not there.
func TestUnreadableResultsAreSaid(t *testing.T) {
	t.Parallel()
	ws, diags := Load("w", workspaceOf(map[string]string{"f.hcl": mergeSource}), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	ws.Files = sealed{ws.Files}
	if diags := LoadResults(ws); len(diags) != 1 || diags[0].Summary != "Unreadable workspace" || !strings.Contains(diags[0].Detail, "w/results cannot be read") {
		t.Errorf("got %v", diags)
	}
}

// sealed is a file system whose folder of results may not be read.
type sealed struct{ fs.FS }

func (s sealed) Open(name string) (fs.File, error) {
	if name == ResultsFolder {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return s.FS.Open(name)
}

func TestHeadlines(t *testing.T) {
	t.Parallel()
	results := map[string]*Result{}
	add := func(id, lane, standing string, rate float64, passed, failed string) {
		r := &Result{ID: id, Lane: lane, Date: "2026-05-07", Standing: standing, Metrics: map[string]float64{}}
		if rate > 0 {
			r.Metrics["output_tok_s"] = rate
		}
		if passed != "" {
			r.Passed = []string{passed}
		}
		if failed != "" {
			r.Failed = []string{failed}
		}
		results[id] = r
	}
	add("best", "a", "superseded", 50, "probe", "")
	add("slower", "a", "accepted", 49, "probe", "")
	add("ungated", "a", "accepted", 51, "", "")
	add("suspect", "a", "suspect", 52, "probe", "")
	add("wrong", "a", "accepted", 53, "probe", "raw145-n64")
	add("unmeasured", "a", "negative", 0, "", "hang")
	add("only", "b", "historical", 1, "", "")
	add("silent", "c", "accepted", 0, "probe", "")
	add("z", "d", "accepted", 2, "probe", "")
	add("y", "d", "accepted", 2, "probe", "")
	add("later", "e", "historical", 3, "probe", "")
	add("sooner", "e", "historical", 3, "probe", "")
	results["sooner"].Date = "2026-05-06"

	var got []string
	for _, h := range Headlines(results) {
		line := h.Lane + ":"
		if h.Best != nil {
			line += " " + h.Best.ID
		}
		for _, f := range h.Faster {
			line += fmt.Sprintf("; %s, %s", f.Result.ID, f.Reason)
		}
		got = append(got, line)
	}
	equal(t, "headlines", got, []string{
		"a: best; wrong, a quality gate failed: raw145-n64; suspect, its standing is suspect; ungated, no quality gate is recorded for it",
		"b:; only, no quality gate is recorded for it",
		"d: y",
		"e: sooner",
	})
}

// The results that the program carries are held against its stacks, and every
// file of them is formatted.
func TestEmbeddedResults(t *testing.T) {
	t.Parallel()
	ws, diags := Load("embedded", Embedded(), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, d := range LoadResults(ws) {
		t.Errorf("%v (in %v)", d, d.Extra)
	}
	files, err := fs.Glob(Embedded(), ResultsFolder+"/*.hcl")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %v, %v", files, err)
	}
	for _, name := range files {
		src, err := fs.ReadFile(Embedded(), name)
		if err != nil {
			t.Fatal(err)
		}
		if formatted, diags := Format(name, src); diags.HasErrors() || string(formatted) != string(src) || strings.Contains(string(src), "\t") {
			t.Errorf("%s is not formatted: %v", name, diags)
		}
	}
	ofLab := 0
	for _, r := range ws.Results {
		if r.Lane != "ember" {
			ofLab++
		}
	}
	if ofLab != 291 {
		t.Errorf("got %d results, want the lab's 291", ofLab)
	}
	for id, want := range map[string]string{
		"cmov6p4r7007tqr01yi8ug4un": "qwen36-q4-tp3-fused-ba",
		"cmpct6t4m007fnw01yjdtlcs4": "minimax-m27-int4-20260520",
	} {
		if r := ws.Results[id]; r == nil || r.Stack != want || r.Suite == "" {
			t.Errorf("%s: got %+v", id, r)
		}
	}
}
