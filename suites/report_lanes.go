package suites

import (
	"cmp"
	"slices"
	"strings"
)

// Lane holds the figures that compare with each other: those of one lane.
type Lane struct {
	Name string `json:"lane"`
	// Entries are sorted by date, then as given.
	Entries []LaneEntry `json:"entries"`
}

// LaneEntry is a figure beside the others of its lane.
type LaneEntry struct {
	Figure
	// Metric is the one that it is ranked by: the first it has of output_tok_s,
	// total_tok_s and prompt_tok_s; Rate is its value. Empty and 0 where it has none.
	Metric string  `json:"metric,omitempty"`
	Rate   float64 `json:"rate,omitempty"`
	// Best: the fastest accepted figure of its lane, shape and metric.
	Best bool `json:"best,omitempty"`
	// Gated: at least one gate was passed, and none failed later.
	Gated bool `json:"gated,omitempty"`
	// Ignored says why a figure that is faster than the best one, or one in a lane
	// and shape without a best one, does not count.
	Ignored string `json:"ignored,omitempty"`
}

// Lanes sorts figures into lanes, by name, and marks the best of each. Only accepted
// figures can be best; of two that are as fast the earlier one is.
func Lanes(figures []Figure) []Lane {
	byName := map[string]int{}
	var lanes []Lane
	for _, f := range figures {
		i, ok := byName[f.Lane]
		if !ok {
			i = len(lanes)
			byName[f.Lane] = i
			lanes = append(lanes, Lane{Name: f.Lane})
		}
		entry := LaneEntry{Figure: f, Gated: f.gated()}
		entry.Metric, entry.Rate = f.rate()
		lanes[i].Entries = append(lanes[i].Entries, entry)
	}
	slices.SortFunc(lanes, func(a, b Lane) int { return cmp.Compare(a.Name, b.Name) })
	for _, lane := range lanes {
		slices.SortStableFunc(lane.Entries, func(a, b LaneEntry) int { return cmp.Compare(a.Date, b.Date) })
		lane.rank()
	}
	return lanes
}

// class is what must be equal for two figures of a lane to be ranked.
type class struct {
	prompt, output, batch int
	metric                string
}

func (e LaneEntry) class() class { return class{e.Prompt, e.Output, max(e.Batch, 1), e.Metric} }

func (l Lane) rank() {
	best := map[class]int{}
	for i, e := range l.Entries {
		if e.Standing != "accepted" || e.Metric == "" {
			continue
		}
		if b, ok := best[e.class()]; !ok || e.Rate > l.Entries[b].Rate {
			best[e.class()] = i
		}
	}
	for i, e := range l.Entries {
		b, ok := best[e.class()]
		switch {
		case e.Metric == "":
		case ok && b == i:
			l.Entries[i].Best = true
		case !ok || e.Rate > l.Entries[b].Rate:
			l.Entries[i].Ignored = e.ignored()
		}
	}
}

// ignored says why a figure does not count.
func (e LaneEntry) ignored() string {
	text := map[string]string{
		"historical": "never held against a gate",
		"suspect":    "its output is in doubt",
		"superseded": "a later figure took its place",
		"diagnostic": "taken to find a cause, not to be compared",
		"negative":   "a try that was given up",
	}[e.Standing]
	if text == "" {
		text = "its standing is " + known(e.Standing)
	}
	if e.Standing == "historical" && e.Gated {
		text = "never accepted"
	}
	for _, gate := range e.Gates {
		if failedGate(gate) {
			return text + ": " + gate
		}
	}
	if e.Caveat != "" {
		return text + ": " + e.Caveat
	}
	return text
}

// rate is what a figure is ranked by.
func (f Figure) rate() (metric string, value float64) {
	for _, name := range []string{outputRate, totalRate, promptRate} {
		if v, ok := f.Metrics[name]; ok {
			return name, v
		}
	}
	return "", 0
}

func (f Figure) gated() bool {
	return len(f.Gates) > 0 && !slices.ContainsFunc(f.Gates, failedGate)
}

// failedGate knows how the lab wrote down a gate that did not hold: "FAILED later: …".
func failedGate(gate string) bool { return strings.HasPrefix(gate, "FAILED") }
