package suites

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Markdown returns the report in GitHub's Markdown: what the page shows, without
// its charts.
func (r Report) Markdown() []byte {
	d := &document{}
	d.line("# %s", md("cairn report: "+r.Workspace))
	made := "Made " + r.Generated.UTC().Format("2006-01-02 15:04 UTC")
	if r.Version != "" {
		made += " by cairn " + r.Version
	}
	d.line("%s.", md(made))
	r.markdownBest(d)
	r.markdownJudgements(d)
	r.markdownStacks(d)
	r.markdownRecords(d)
	if obstacles := r.obstacles(); len(obstacles) > 0 {
		d.line("## What is blocked, and why")
		for _, o := range obstacles {
			lasting := ""
			if o.Lasting {
				lasting = ", never written down"
			}
			d.line("**%s %s**%s", o.What, md(o.Name), lasting)
			d.list(o.Lines)
		}
	}
	r.markdownLanes(d)
	return []byte(d.String())
}

func (r Report) markdownBest(d *document) {
	var rows [][]string
	for _, lane := range Lanes(r.Figures) {
		for _, e := range lane.Entries {
			if e.Best {
				rows = append(rows, []string{lane.Name, number(e.Rate), e.Metric, e.shape(), e.Date, e.gates(), e.ID})
			}
		}
	}
	if len(rows) > 0 {
		d.line("## Best accepted figure of each lane and shape")
		d.table([]string{"lane", "tok/s", "metric", "shape", "date", "gates", "result"}, rows)
	}
}

func (r Report) markdownJudgements(d *document) {
	if len(r.Judgements) == 0 {
		return
	}
	d.line("## Reproductions")
	var rows [][]string
	for _, j := range r.Judgements {
		rows = append(rows, []string{string(j.Verdict), j.Result, j.Stack, strings.Join(j.Reasons, "; ")})
	}
	d.table([]string{"verdict", "result", "stack", "why"}, rows)
}

func (r Report) markdownStacks(d *document) {
	if len(r.Stacks) == 0 {
		return
	}
	d.line("## Stacks")
	var rows [][]string
	for _, s := range r.Stacks {
		if len(s.Components) == 0 {
			rows = append(rows, []string{s.Ref, s.lockWord(), "", "", "", ""})
		}
		for _, c := range s.Components {
			rows = append(rows, []string{s.Ref, s.lockWord(), c.Name, c.Upstream + " " + short(c.Revision), cmp.Or(c.Problem, c.series()), short(c.Tree)})
		}
	}
	d.table([]string{"stack", "lock", "component", "source", "series", "tree"}, rows)
}

func (r Report) markdownRecords(d *document) {
	if len(r.Records) == 0 {
		return
	}
	d.line("## Records")
	var rows [][]string
	for _, named := range r.Records {
		record := named.Record
		var figures []string
		for _, m := range record.Throughput {
			figures = append(figures, m.Suite+": "+m.line())
		}
		passed, _ := gatesOf(record)
		rows = append(rows, []string{
			record.Started.UTC().Format("2006-01-02 15:04"), record.Stack, string(record.Outcome),
			fmt.Sprintf("%d of %d gates passed", len(passed), len(record.Gates)), strings.Join(figures, "; "), record.Host.line(), named.Name,
		})
	}
	d.table([]string{"started", "stack", "outcome", "gates", "figures", "host", "record"}, rows)
}

func (r Report) markdownLanes(d *document) {
	lanes := Lanes(r.Figures)
	if len(lanes) == 0 {
		return
	}
	d.line("## Results by lane")
	for _, lane := range lanes {
		d.line("### %s", md(cmp.Or(lane.Name, "no lane")))
		var rows [][]string
		for _, e := range lane.Entries {
			mark := ""
			if e.Best {
				mark = " (best)"
			}
			rows = append(rows, []string{e.Date, e.figures(), e.shape(), e.Standing + mark, strings.Join(e.remarks(), "; "), e.ID})
		}
		d.table([]string{"date", "tok/s", "shape", "standing", "notes", "result"}, rows)
	}
}

// lockWord says how a stack's lock stands.
func (s StackSummary) lockWord() string {
	switch {
	case s.Lock.IsZero():
		return "not locked"
	case len(s.Stale) > 0:
		return "stale"
	}
	return "locked"
}

// gates says in a word or two what stands before a figure.
func (e LaneEntry) gates() string {
	if !e.Gated {
		return "none recorded"
	}
	return many(len(e.Gates), "gate", "gates")
}

// figures lists all metrics, the ranked one first.
func (e LaneEntry) figures() string {
	if e.Metric == "" && len(e.Metrics) == 0 {
		return "no figure"
	}
	var parts []string
	if e.Metric != "" {
		parts = append(parts, number(e.Rate))
		if e.Metric != outputRate {
			parts[0] += " " + rateWord(e.Metric)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(e.Metrics)) {
		if name != e.Metric {
			parts = append(parts, number(e.Metrics[name])+" "+rateWord(name))
		}
	}
	return strings.Join(parts, ", ")
}

// rateWord is a metric without its unit: "total" of "total_tok_s".
func rateWord(metric string) string {
	return strings.ReplaceAll(strings.TrimSuffix(metric, "_tok_s"), "_", " ")
}

// remarks are a figure's notes and what else a reader should know.
func (e LaneEntry) remarks() (all []string) {
	if e.Notes != "" {
		all = append(all, e.Notes)
	}
	if e.Ignored != "" {
		all = append(all, "does not count: "+e.Ignored)
	} else if e.Caveat != "" {
		all = append(all, e.Caveat)
	}
	return all
}

// document collects blocks of Markdown.
type document struct{ strings.Builder }

func (d *document) line(format string, args ...any) {
	if d.Len() > 0 {
		d.WriteByte('\n')
	}
	fmt.Fprintf(d, format+"\n", args...)
}

func (d *document) list(lines []string) {
	d.WriteByte('\n')
	for _, line := range lines {
		fmt.Fprintf(d, "- %s\n", md(line))
	}
}

func (d *document) table(head []string, rows [][]string) {
	d.WriteByte('\n')
	fmt.Fprintf(d, "| %s |\n|%s\n", strings.Join(head, " | "), strings.Repeat(" --- |", len(head)))
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = md(cell)
		}
		fmt.Fprintf(d, "| %s |\n", strings.Join(cells, " | "))
	}
}

// md escapes what Markdown, its tables and HTML within it would read (CommonMark
// 0.31, 2.4 "Backslash escapes"; GFM 4.10 for the bar), and makes one line of it.
func md(text string) string {
	runes := []rune(strings.TrimSpace(text))
	word := func(i int) bool {
		return i >= 0 && i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.IsDigit(runes[i]))
	}
	var out strings.Builder
	for i, r := range runes {
		switch {
		case strings.ContainsRune("\\`*[]<>|~&#", r), r == '_' && !(word(i-1) && word(i+1)):
			out.WriteByte('\\')
			out.WriteRune(r)
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			out.WriteByte(' ')
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
