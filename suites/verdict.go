package suites

import (
	"fmt"
	"slices"
	"strings"

	"cairn/stacks"
)

// Verdict is how a try to reproduce a result ended.
type Verdict string

// The verdicts.
const (
	// VerdictReproduced: gates passed, on hardware as the result's, and the figure came.
	VerdictReproduced Verdict = "reproduced"
	// VerdictVerified: all but the speed, because the hardware is another.
	VerdictVerified Verdict = "verified"
	// VerdictNotReproduced: the figure did not come, or must not be compared.
	VerdictNotReproduced Verdict = "not-reproduced"
	// VerdictQualityFailed: a gate did not hold; no figure counts. Exit status 5.
	VerdictQualityFailed Verdict = "quality-failed"
	// VerdictBlocked: this machine lacks what the way to the figure needs. Exit
	// status 6.
	VerdictBlocked Verdict = "blocked"
)

// Judgement is a verdict with all that it rests on.
type Judgement struct {
	Result string `json:"result"` // its id
	// Stack is the record's, or the result's where there is no record.
	Stack   string  `json:"stack,omitempty"`
	Verdict Verdict `json:"verdict"`
	// Reasons are whole lines, the deciding one first; at least one.
	Reasons []string `json:"reasons"`
	// Verified lists what held, in the order in which it was proved.
	Verified []string `json:"verified,omitempty"`
	// OtherHardware says in whole lines how the machine differs from the result's.
	OtherHardware []string `json:"other_hardware,omitempty"`
	// Suite is the measurement that was compared; empty if none was.
	Suite     string    `json:"suite,omitempty"`
	Tolerance Tolerance `json:"tolerance"`
	// Comparisons hold the figures side by side, the deciding one first. There are
	// none where nothing may be compared.
	Comparisons []Comparison `json:"comparisons,omitempty"`
}

// Comparison is one metric of a result beside the measurement.
type Comparison struct {
	Metric string  `json:"metric"` // "output_tok_s"
	Target float64 `json:"target"` // what the result says
	// Band is Target give or take the tolerance.
	Band Interval `json:"band"`
	Mean float64  `json:"mean"` // what was measured
	// Interval is the 95 % bootstrap interval of Mean; for a single sample, and for
	// a rate computed from two means, it is Mean alone.
	Interval Interval `json:"interval"`
	Samples  int      `json:"samples,omitempty"` // 0 for a computed rate
	// DifferencePercent is Mean against Target: -3 is three percent slower.
	DifferencePercent float64 `json:"difference_percent"`
	// Within: Interval and Band have a point in common.
	Within bool `json:"within"`
	// Decides: the verdict rests on this metric. At most one does.
	Decides bool `json:"decides"`
}

// Judge gives the verdict of a record on a result that was measured on hardware.
// It is pure. The first rule that fits decides:
//
//  1. A record of another stack than the result's is not-reproduced.
//  2. A gate that failed is quality-failed.
//  3. Where the record has no measurement of the result's shape (prompt, output
//     and batch, a batch of 0 being 1): blocked if suites were blocked, otherwise
//     not-reproduced. A run that broke is not-reproduced, measurement or not.
//  4. A figure that no passed gate stands before, or whose record had the checks for
//     degenerate output switched off, is ungated and is never more than not-reproduced,
//     whatever its speed; it is blocked where suites were.
//  5. A machine that is not the result's hardware (see Hardware.Differences) is
//     verified. A result that names no hardware is held to have run on this machine.
//  6. One metric decides: of those that result and measurement both have, the first
//     of output_tok_s, total_tok_s, prompt_tok_s, then by name. The others are shown.
//     Its band is [target-p%, target+p%], p being the tolerance; its interval is the
//     95 % bootstrap interval of the warm samples' mean, for one sample that sample.
//     Reproduced if band and interval overlap, ends included; but an interval more
//     than twice as wide as the band would overlap almost any, and is
//     not-reproduced, as is a measurement outside the band on either side, or a
//     result that has no metric in common with the measurement.
//
// The standing of the result plays no part: reproduced speaks of a figure, not of
// its worth.
func Judge(record *Record, result stacks.Result, hardware Hardware, tolerance Tolerance) Judgement {
	j := Judgement{Result: result.ID, Stack: record.Stack, Tolerance: tolerance}
	if result.Stack != "" && result.Stack != record.Stack {
		return j.end(VerdictNotReproduced, fmt.Sprintf("the record is of %s, the result of %s", record.Stack, result.Stack))
	}
	passed, failed := gatesOf(record)
	j.Verified = held(record, passed)
	if len(failed) > 0 {
		return j.end(VerdictQualityFailed, failed...)
	}
	j.OtherHardware = hardware.Differences(record.Host)
	m, others := measurementOf(record, result)
	if m == nil || record.Outcome == Failed {
		return j.unmeasured(record, result, m, others)
	}
	j.Suite = m.Suite
	j.Comparisons = compare(m, result.Metrics, tolerance)
	if reason := ungated(record, m, len(passed)); reason != "" {
		j.Comparisons = nil
		if lacks := lacking(record); len(lacks) > 0 {
			return j.end(VerdictBlocked, append(lacks, reason)...)
		}
		return j.end(VerdictNotReproduced, reason)
	}
	if len(j.OtherHardware) > 0 {
		for i := range j.Comparisons {
			j.Comparisons[i].Decides = false
		}
		return j.end(VerdictVerified, append([]string{"all but the speed: the hardware is another"}, j.OtherHardware...)...)
	}
	if len(j.Comparisons) == 0 {
		return j.end(VerdictNotReproduced, fmt.Sprintf("the result names no figure that suite %s measures (%s)", m.Suite, strings.Join(ratesOf(m).names(), ", ")))
	}
	first := j.Comparisons[0]
	verdict := VerdictNotReproduced
	if first.Within && !first.vague() {
		verdict = VerdictReproduced
	}
	reasons := []string{first.String()}
	if hardware.IsZero() {
		reasons = append(reasons, "the result names no hardware: this machine is taken to be like its own")
	}
	return j.end(verdict, reasons...)
}

// BlockedBefore is the judgement where the way ended before any suite ran: reasons
// say what is lacking, at least one; verified what held up to there.
func BlockedBefore(result stacks.Result, verified, reasons []string) Judgement {
	return Judgement{Result: result.ID, Stack: result.Stack, Verdict: VerdictBlocked, Reasons: reasons, Verified: verified}
}

func (j Judgement) end(verdict Verdict, reasons ...string) Judgement {
	j.Verdict, j.Reasons = verdict, reasons
	return j
}

// unmeasured judges a record without a usable measurement of the result's shape.
func (j Judgement) unmeasured(record *Record, result stacks.Result, m *Measurement, others []string) Judgement {
	lacks := lacking(record)
	switch {
	case record.Outcome == Failed:
		return j.end(VerdictNotReproduced, "the run broke: "+record.Failure)
	case len(lacks) > 0:
		return j.end(VerdictBlocked, lacks...)
	case m == nil && len(others) > 0:
		return j.end(VerdictNotReproduced, fmt.Sprintf("nothing of the shape %s was measured, but %s", shapeOf(result.Prompt, result.Output, result.Batch), strings.Join(others, ", ")))
	default:
		return j.end(VerdictNotReproduced, "nothing was measured")
	}
}

// lacking says in whole lines what suites wanted and the machine did not have.
func lacking(record *Record) (lines []string) {
	for _, b := range record.Blocked {
		for _, reason := range b.Reasons {
			lines = append(lines, "suite "+b.Suite+" "+reason)
		}
	}
	if len(lines) == 0 && record.Outcome == BlockedHere {
		lines = []string{record.Failure}
	}
	return lines
}

// gatesOf tells passed gates from the reasons of those that failed.
func gatesOf(record *Record) (passed []*GateRecord, failed []string) {
	for _, gate := range record.Gates {
		if gate.Passed {
			passed = append(passed, gate)
			continue
		}
		text := fmt.Sprintf("gate %s/%s failed", gate.Suite, gate.Gate)
		if len(gate.Reasons) > 0 {
			text += ": " + strings.Join(gate.Reasons, "; ")
		}
		// A gate that a program's end or an interruption cut short has no reasons of
		// its own, and is no statement on quality unless the outcome says so.
		if len(gate.Reasons) > 0 || record.Outcome != Failed {
			failed = append(failed, text)
		}
	}
	if len(failed) == 0 && record.Outcome == QualityFailed {
		failed = []string{record.Failure}
	}
	return passed, failed
}

// held says what a record proves beside the speed.
func held(record *Record, passed []*GateRecord) (lines []string) {
	if !record.Lock.IsZero() {
		lines = append(lines, "lock "+record.Lock.String())
	}
	if !record.Environment.IsZero() {
		line := "environment " + record.Environment.String()
		if record.Impure {
			line += ", with parts of the host"
		}
		lines = append(lines, line)
	}
	for _, m := range record.Models {
		if m.Pinned {
			lines = append(lines, "model "+m.Name+" "+m.SHA256.String())
		}
	}
	for _, gate := range passed {
		line := fmt.Sprintf("gate %s/%s passed", gate.Suite, gate.Gate)
		if n := len(gate.Repeats); n > 1 {
			line += fmt.Sprintf(" %d times", n)
		}
		if !gate.CombinedTokenSHA256.IsZero() {
			line += ", tokens " + gate.CombinedTokenSHA256.String()
		}
		lines = append(lines, line)
	}
	return lines
}

// measurementOf finds the measurement of a result's shape, a gated one rather than
// none, and lists the shapes of all.
func measurementOf(record *Record, result stacks.Result) (found *Measurement, shapes []string) {
	for _, m := range record.Throughput {
		shapes = append(shapes, shapeOf(m.Prompt, m.Output, m.Batch))
		same := m.Prompt == result.Prompt && m.Output == result.Output && max(m.Batch, 1) == max(result.Batch, 1)
		if same && m.Statistics.Count > 0 && (found == nil || m.Gated && !found.Gated) {
			found = m
		}
	}
	return found, slices.Compact(shapes)
}

func shapeOf(prompt, output, batch int) string {
	text := fmt.Sprintf("p%d/n%d", prompt, output)
	if batch > 1 {
		text += fmt.Sprintf(" batch %d", batch)
	}
	return text
}

// ungated says why a figure does not count; empty if it does.
func ungated(record *Record, m *Measurement, passed int) string {
	switch {
	case !m.Gated:
		return fmt.Sprintf("the figure of suite %s is ungated: not every quality suite passed before it", m.Suite)
	case passed == 0:
		return fmt.Sprintf("the figure of suite %s is ungated: the record holds no gate that passed", m.Suite)
	case record.DegenerateAllowed:
		return fmt.Sprintf("the figure of suite %s is ungated: the checks for degenerate output were switched off", m.Suite)
	}
	return ""
}
