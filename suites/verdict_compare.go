package suites

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"cairn/stacks"
)

// Tolerance is how far from a target a figure may lie.
type Tolerance struct {
	Percent float64 `json:"percent"` // to either side; negative counts as 0
	Source  string  `json:"source"`  // who says so
}

// ToleranceOf returns the result's own tolerance, or the lab's for its lane: ±10 % where the lane
// is named for both fp8 and ngram, because speculation from n-grams lives on the
// luck of random prompts (lab suites.md, E4: 49.582, 48.198 and 48.082 tok/s of one
// recipe); ±2 % everywhere else, as for llama-bench (E6: deviations of 0.02 to 0.3
// tok/s).
func ToleranceOf(result stacks.Result) Tolerance {
	if result.TolerancePercent > 0 {
		return Tolerance{Percent: result.TolerancePercent, Source: "the result's tolerance_percent"}
	}
	lane := strings.ToLower(result.Lane)
	if strings.Contains(lane, "fp8") && strings.Contains(lane, "ngram") {
		return Tolerance{Percent: 10, Source: "lab suites.md E4: n-gram speculation on random prompts"}
	}
	return Tolerance{Percent: 2, Source: "lab suites.md E6: llama-bench"}
}

// TargetOf makes a target of an earlier record, so that a person's own run can be
// reproduced: the figures of suite as a result whose id is name, the hardware it
// ran on, and the tolerance: 2 %, or the record's own spread where that is wider.
// An empty suite takes the first gated measurement. The error says that the record
// has no figure that counts.
func TargetOf(name string, record *Record, suite string) (stacks.Result, Hardware, Tolerance, error) {
	passed, failed := gatesOf(record)
	if len(failed) > 0 {
		return stacks.Result{}, Hardware{}, Tolerance{}, fmt.Errorf("record %s: %s", name, failed[0])
	}
	refused := "it measured nothing"
	if suite != "" {
		refused = "it has no measurement of suite " + suite
	}
	for _, m := range record.Throughput {
		if suite != "" && suite != m.Suite || m.Statistics.Count == 0 {
			continue
		}
		if reason := ungated(record, m, len(passed)); reason != "" {
			refused = reason
			continue
		}
		result := stacks.Result{
			ID: name, Date: record.Started.UTC().Format("2006-01-02"), Stack: record.Stack, Standing: "historical",
			Prompt: m.Prompt, Output: m.Output, Batch: m.Batch, Metrics: map[string]float64{},
		}
		for metric, r := range ratesOf(m) {
			result.Metrics[metric] = r.mean
		}
		tolerance := ToleranceOf(result)
		if spread := m.Statistics.SpreadPercent; spread > tolerance.Percent {
			tolerance = Tolerance{Percent: spread, Source: "the spread of the record's own samples"}
		}
		return result, HardwareOf(record.Host), tolerance, nil
	}
	return stacks.Result{}, Hardware{}, Tolerance{}, fmt.Errorf("record %s: %s", name, refused)
}

// rate is one figure of a measurement.
type rate struct {
	mean     float64
	interval Interval
	samples  int
}

type rates map[string]rate

func (r rates) names() []string { return slices.Sorted(maps.Keys(r)) }

// ratesOf names a measurement's figures as results name theirs.
func ratesOf(m *Measurement) rates {
	found := rates{}
	if m.TotalRate > 0 {
		found[totalRate] = rate{mean: m.TotalRate, interval: Interval{Low: m.TotalRate, High: m.TotalRate}}
	}
	add := func(name string, s *Statistics) {
		if s == nil || s.Count == 0 {
			return
		}
		r := rate{mean: s.Mean, interval: Interval{Low: s.Mean, High: s.Mean}, samples: s.Count}
		if s.Interval95 != nil {
			r.interval = *s.Interval95
		}
		found[name] = r
	}
	add(promptRate, m.PromptRate)
	add(outputRate, m.OutputRate)
	add(m.Metric, &m.Statistics)
	return found
}

// compare puts a result's metrics beside a measurement's, the deciding one first.
func compare(m *Measurement, metrics map[string]float64, tolerance Tolerance) (all []Comparison) {
	measured := ratesOf(m)
	order := []string{outputRate, totalRate, promptRate}
	for _, name := range slices.Sorted(maps.Keys(metrics)) {
		if !slices.Contains(order, name) {
			order = append(order, name)
		}
	}
	for _, name := range order {
		target, named := metrics[name]
		got, seen := measured[name]
		if !named || !seen {
			continue
		}
		c := Comparison{Metric: name, Target: target, Mean: got.mean, Interval: got.interval, Samples: got.samples, Decides: len(all) == 0}
		off := math.Abs(target) * max(tolerance.Percent, 0) / 100
		c.Band = Interval{Low: target - off, High: target + off}
		c.Within = c.Interval.Low <= c.Band.High && c.Band.Low <= c.Interval.High
		if target != 0 {
			c.DifferencePercent = 100 * (got.mean - target) / math.Abs(target)
		}
		all = append(all, c)
	}
	return all
}

// vague reports whether the interval is so wide that an overlap says nothing.
func (c Comparison) vague() bool {
	return c.Interval.High-c.Interval.Low > 2*(c.Band.High-c.Band.Low)
}

// String says in a line what was measured, what was to be, and how that came out.
func (c Comparison) String() string {
	var where string
	switch {
	case c.Within && c.vague():
		where = "too scattered to decide: the interval is more than twice as wide as the band"
	case c.Within:
		where = "within"
	case c.Mean < c.Band.Low:
		where = "below"
	default:
		where = "above"
	}
	interval := "one sample"
	switch {
	case c.Samples == 0:
		interval = "computed"
	case c.Samples > 1:
		interval = fmt.Sprintf("95 %% %s–%s of %d", number(c.Interval.Low), number(c.Interval.High), c.Samples)
	}
	text := fmt.Sprintf("%s %s (%s) against %s, band %s–%s: ", c.Metric, number(c.Mean), interval, number(c.Target), number(c.Band.Low), number(c.Band.High))
	if c.Target != 0 {
		text += fmt.Sprintf("%+.1f %%, ", c.DifferencePercent)
	}
	return text + where
}

// number writes a rate with the digits that matter.
func number(v float64) string {
	switch size := math.Abs(v); {
	case size >= 1000:
		return fmt.Sprintf("%.0f", v)
	case size >= 100:
		return fmt.Sprintf("%.1f", v)
	case size >= 10:
		return fmt.Sprintf("%.2f", v)
	default:
		return fmt.Sprintf("%.3f", v)
	}
}
