package suites

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cairn/digest"
	"cairn/stacks"
)

func figure(id, date, lane, standing string, rate float64) Figure {
	return Figure{ID: id, Date: date, Lane: lane, Standing: standing, Prompt: 512, Output: 512, Metrics: map[string]float64{outputRate: rate}}
}

// sample is a report with something in every part of it.
func sample() Report {
	odd := figure("f6", "some day", "b", "odd", 5)
	gated := figure("f2", "2026-05-02", "a", "accepted", 50)
	gated.Gates, gated.Model, gated.Sources, gated.Context = []string{"n64", "n256"}, "Qwen", []string{"notes.md"}, 1024
	doubted := figure("f3", "2026-05-01", "a", "suspect", 70)
	doubted.Caveat = "token 0 throughout"
	quiet := figure("f5", "2026-05-02", "b", "negative", 0)
	quiet.Metrics = nil
	return Report{
		Workspace: "lab", Version: "1.2.3", Generated: time.Date(2026, 11, 23, 5, 4, 0, 0, time.FixedZone("", 3600)),
		Stacks: []StackSummary{
			{
				Ref: "qwen", Lock: digest.Of([]byte("l")), Unknown: []string{"cmake line: never recorded"}, Blocked: []string{"2 packages pending"},
				Components: []ComponentSummary{
					{Name: "llama", Upstream: "git://llama", Revision: "db44417b027cff147f7de85e7da22bc6a3a804fb", Tree: "5c5e4facaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Patches: []PatchSummary{
						{Name: "guard", Status: "clean", Standing: "promoted"},
						{Name: "moe", Status: "damaged", Detail: "line 9", Standing: "promoted"},
						{Name: "fast", Standing: "negative"},
					}},
					{Name: "server", Upstream: "git://server", Problem: "no mirror has it"},
				},
			},
			{Ref: "empty", Stale: []string{"isa moved"}},
		},
		Figures: []Figure{figure("f1", "2026-05-02", "a", "accepted", 49), gated, doubted, figure("f4", "2026-05-01", "a", "historical", 40), quiet, odd},
		Records: []NamedRecord{{Name: "one.json", Record: judged(50, 51)}},
		Judgements: []Judgement{
			Judge(judged(50, 51), target(50), threeB70, twoInHund),
			Judge(judged(50, 51), target(90), threeB70, twoInHund),
			BlockedBefore(target(50), []string{"sources"}, []string{"no GPU"}),
		},
	}
}

func TestLanes(t *testing.T) {
	t.Parallel()
	lanes := Lanes(sample().Figures)
	var got []string
	for _, lane := range lanes {
		for _, e := range lane.Entries {
			got = append(got, fmt.Sprintf("%s %s best=%v gated=%v %s", lane.Name, e.ID, e.Best, e.Gated, e.Ignored))
		}
	}
	want := []string{
		"a f3 best=false gated=false its output is in doubt: token 0 throughout",
		"a f4 best=false gated=false ",
		"a f1 best=false gated=false ",
		"a f2 best=true gated=true ",
		"b f5 best=false gated=false ",
		"b f6 best=false gated=false its standing is odd",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	// Shapes and batches are ranked apart; of equals the earlier one is best.
	other := figure("b", "2026-05-03", "a", "accepted", 10)
	other.Batch = 4
	for _, e := range Lanes([]Figure{figure("a", "2026-05-02", "a", "accepted", 50), figure("c", "2026-05-04", "a", "accepted", 50), other})[0].Entries {
		if e.Best != (e.ID != "c") {
			t.Errorf("%s: best is %v", e.ID, e.Best)
		}
	}
	demoted := figure("d", "2026-05-05", "a", "superseded", 60)
	demoted.Gates = []string{"n64", "FAILED later: probe 220"}
	if e := Lanes([]Figure{demoted})[0].Entries[0]; e.Gated || e.Ignored != "a later figure took its place: FAILED later: probe 220" {
		t.Errorf("got %+v", e)
	}
}

func TestFigureOfAResult(t *testing.T) {
	t.Parallel()
	r := stacks.Result{ID: "i", Date: "2026-05-01", Lane: "l", Stack: "s@v", Standing: "accepted", Prompt: 1, Output: 2, Context: 3, Batch: 4, Metrics: map[string]float64{"x": 1}, Notes: "n", Sources: []string{"o"}}
	f := FigureOf(r)
	if f.ID != "i" || f.Stack != "s@v" || f.Prompt != 1 || f.Output != 2 || f.Context != 3 || f.Batch != 4 || f.Metrics["x"] != 1 || f.Notes != "n" || f.Sources[0] != "o" || f.Standing != "accepted" || f.Lane != "l" || f.Date != "2026-05-01" {
		t.Errorf("got %+v", f)
	}
}

func TestEqualReportsGiveEqualBytes(t *testing.T) {
	t.Parallel()
	for name, write := range writers() {
		first, err := write(sample())
		if err != nil {
			t.Fatal(name, err)
		}
		for range 3 {
			if again, err := write(sample()); err != nil || !bytes.Equal(first, again) {
				t.Errorf("%s differs, %v", name, err)
			}
		}
	}
}

func writers() map[string]func(Report) ([]byte, error) {
	return map[string]func(Report) ([]byte, error){
		"html": Report.HTML, "json": Report.JSON, "junit": Report.JUnit,
		"markdown": func(r Report) ([]byte, error) { return r.Markdown(), nil },
	}
}

func TestEmptyReport(t *testing.T) {
	t.Parallel()
	for name, write := range writers() {
		out, err := write(Report{Workspace: "none"})
		if err != nil || !strings.Contains(string(out), "none") || strings.Contains(string(out), "null") && name != "html" {
			t.Errorf("%s: %v, %s", name, err, out)
		}
	}
}

func TestReportJSON(t *testing.T) {
	t.Parallel()
	out, err := sample().JSON()
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(out, &back); err != nil {
		t.Fatal(err)
	}
	if back.Schema != ReportSchema || len(back.Figures) != 6 || back.Judgements[1].Verdict != VerdictNotReproduced || back.Records[0].Record.Gates[0].Gate != "n64" || back.Stacks[0].Components[0].Patches[1].Status != "damaged" {
		t.Errorf("got %s", out)
	}
	if !strings.Contains(string(out), `"generated": "2026-11-23T04:04:00Z"`) {
		t.Error("time is not UTC")
	}
}

func TestReportJUnit(t *testing.T) {
	t.Parallel()
	out, err := sample().JUnit()
	if err != nil {
		t.Fatal(err)
	}
	var back junitReport
	if err := xml.Unmarshal(out, &back); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, suite := range back.Suites {
		tests, failures, skipped := 0, 0, 0
		for _, c := range suite.Cases {
			state := "passed"
			if tests++; c.Failure != nil {
				failures++
				state = "failed"
			} else if c.Skipped != nil {
				skipped++
				state = "skipped"
			}
			got = append(got, fmt.Sprintf("%s / %s: %s", suite.Name, c.Name, state))
		}
		if suite.Tests != tests || suite.Failures != failures || suite.Skipped != skipped {
			t.Errorf("%s counts %d/%d/%d, has %d/%d/%d", suite.Name, suite.Tests, suite.Failures, suite.Skipped, tests, failures, skipped)
		}
	}
	want := []string{
		"stack qwen / lock: passed", "stack qwen / guard: passed", "stack qwen / moe: failed", "stack qwen / fast: skipped", "stack qwen / series: skipped",
		"stack empty / lock: skipped",
		"record one.json / n64: passed", "record one.json / n256: passed", "record one.json / p512/n128: passed", "record one.json / p512/n512: passed",
		"reproduce / r: passed", "reproduce / r: failed", "reproduce / r: skipped",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if back.Tests != 13 || back.Failures != 2 || back.Skipped != 4 {
		t.Errorf("got %d tests, %d failures, %d skipped", back.Tests, back.Failures, back.Skipped)
	}
}

func TestReportMarkdown(t *testing.T) {
	t.Parallel()
	out := string(sample().Markdown())
	for _, want := range []string{
		"# cairn report: lab\n\nMade 2026-11-23 04:04 UTC by cairn 1.2.3.\n",
		"| a | 50.00 | output_tok_s | p512/n512 | 2026-05-02 | 2 gates | f2 |",
		"| reproduced | r | qwen | output_tok_s 50.50 (95 % 50.00–51.00 of 2) against 50.00, band 49.00–51.00: +1.0 %, within |",
		"| qwen | locked | llama | git://llama db44417b027c | 3 patches: 1 clean, 1 damaged, 1 left out | 5c5e4facaaaa |",
		"**stack qwen**, never written down\n\n- cmake line: never recorded",
		"| 2026-05-01 | 70.00 | p512/n512 | suspect | does not count: its output is in doubt: token 0 throughout | f3 |",
		"| some day | 5.000 | p512/n512 | odd | does not count: its standing is odd | f6 |",
		"| 2026-05-02 | no figure | p512/n512 | negative |  | f5 |",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("lacks %q in\n%s", want, out)
		}
	}
	for text, want := range map[string]string{
		"a|b\nc": `a\|b c`, "<b>": `\<b\>`, "[x](y)": `\[x\](y)`, "output_tok_s": "output_tok_s", "_x_": `\_x\_`, "`a`": "\\`a\\`", "&lt;": `\&lt;`, " a\x00b ": "a b", `\`: `\\`,
	} {
		if got := md(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
