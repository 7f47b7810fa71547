package suites

import (
	"fmt"
	"slices"
	"strings"

	"cairn/stacks"
)

// standings are shown in this order, what is worth most first.
var standings = []string{"accepted", "historical", "superseded", "diagnostic", "suspect", "negative"}

// standingKey is a standing that the page has a mark for.
func standingKey(standing string) string {
	if slices.Contains(standings, standing) {
		return standing
	}
	return "other"
}

// grade sums up a patch status for a reader.
type grade string

const (
	gradeGood grade = "good"
	gradeNote grade = "note"
	gradeBad  grade = "bad"
	gradeNone grade = "none" // not tried
)

func (p PatchSummary) grade() grade {
	switch p.Status {
	case "":
		return gradeNone
	case "clean", "offset":
		return gradeGood
	case "fuzzy", "landed":
		return gradeNote
	default: // partly-landed, conflict, empty, damaged, undecodable
		return gradeBad
	}
}

// word is a patch's status for a reader. Diagnostic and negative patches that were
// not tried are none of the series: nothing is missing.
func (p PatchSummary) word() string {
	switch {
	case p.Status != "":
		return p.Status
	case p.leftOut():
		return "left out"
	}
	return "not tried"
}

func (p PatchSummary) leftOut() bool {
	return p.Status == "" && p.Standing != "" && p.Standing != string(stacks.Promoted)
}

// series counts a component's patches by status: "13 patches: 12 clean, 1 damaged".
func (c ComponentSummary) series() string {
	if len(c.Patches) == 0 {
		return "no patches"
	}
	counts := map[string]int{}
	var order []string
	for _, p := range c.Patches {
		if counts[p.word()]++; counts[p.word()] == 1 {
			order = append(order, p.word())
		}
	}
	parts := make([]string, len(order))
	for i, word := range order {
		parts[i] = fmt.Sprintf("%d %s", counts[word], word)
	}
	return many(len(c.Patches), "patch", "patches") + ": " + strings.Join(parts, ", ")
}

// worst is the worst grade of a series.
func (c ComponentSummary) worst() grade {
	for _, g := range []grade{gradeBad, gradeNote, gradeNone} {
		if slices.ContainsFunc(c.Patches, func(p PatchSummary) bool { return p.grade() == g && !p.leftOut() }) {
			return g
		}
	}
	return gradeGood
}

func many(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// line says a measurement in a line: "output_tok_s 431.2 (5 runs, ±0.6 %, 95 % …)".
func (m *Measurement) line() string {
	s := m.Statistics
	if s.Count == 0 {
		return "nothing measured"
	}
	text := fmt.Sprintf("%s %s (%s, ±%.1f %%", m.Metric, number(s.Mean), many(s.Count, "sample", "samples"), s.SpreadPercent)
	if s.Interval95 != nil {
		text += fmt.Sprintf(", 95 %% %s–%s", number(s.Interval95.Low), number(s.Interval95.High))
	}
	if text += ")"; !m.Gated {
		text += ", ungated"
	}
	return text
}

// short cuts an id that nobody reads whole.
func short(id string) string {
	id = strings.TrimPrefix(id, "sha256:")
	if len(id) == 40 || len(id) == 64 {
		return id[:12]
	}
	return id
}

// shape of a figure; empty where none was written down.
func (f Figure) shape() string {
	if f.Prompt == 0 && f.Output == 0 {
		return ""
	}
	return shapeOf(f.Prompt, f.Output, f.Batch)
}

// line says what a machine is.
func (h Host) line() string {
	var parts []string
	if h.CPU != "" {
		parts = append(parts, h.CPU)
	}
	if h.Threads > 0 {
		parts = append(parts, many(h.Threads, "thread", "threads"))
	}
	if h.MemoryBytes > 0 {
		parts = append(parts, gib(h.MemoryBytes))
	}
	if len(h.GPUs) > 0 {
		parts = append(parts, h.gpuList())
	} else {
		parts = append(parts, "no GPU")
	}
	if h.OS != "" {
		parts = append(parts, h.OS)
	}
	if h.Kernel != "" {
		parts = append(parts, "kernel "+h.Kernel)
	}
	return strings.Join(parts, " · ")
}

// obstacle is something that could not go on.
type obstacle struct {
	What  string // "stack", "record", "result"
	Name  string
	Lines []string
	// Lasting: no machine helps; the facts were never written down.
	Lasting bool
	// Anchor is where the page has the lines already; empty if it has not.
	Anchor string
}

// obstacles lists all that is blocked and why.
func (r Report) obstacles() (all []obstacle) {
	for _, j := range r.Judgements {
		if j.Verdict == VerdictBlocked {
			all = append(all, obstacle{What: "result", Name: j.Result, Lines: j.Reasons})
		}
	}
	for _, named := range r.Records {
		if lines := lacking(named.Record); len(lines) > 0 {
			all = append(all, obstacle{What: "record", Name: named.Name, Lines: lines})
		}
	}
	for _, s := range r.Stacks {
		if len(s.Blocked) > 0 {
			all = append(all, obstacle{What: "stack", Name: s.Ref, Lines: s.Blocked})
		}
	}
	for i, s := range r.Stacks {
		if len(s.Unknown) > 0 {
			all = append(all, obstacle{What: "stack", Name: s.Ref, Lines: s.Unknown, Lasting: true, Anchor: stackAnchor(i)})
		}
	}
	return all
}

func stackAnchor(i int) string { return fmt.Sprintf("stack%d", i+1) }
