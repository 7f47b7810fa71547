package stacks

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// headlineMetric is what lanes are compared by, in tokens a second.
const headlineMetric = defaultMetric

// Headline is the figure of a lane that can be believed, and those that are faster
// and cannot.
type Headline struct {
	Lane string
	// Best is the fastest gated result; nil where the lane has none.
	Best *Result
	// Faster are the results above Best, or all that have a figure where there is no
	// Best; the fastest first.
	Faster []Discounted
}

// Discounted is a figure that does not count.
type Discounted struct {
	Result *Result
	Reason string // in words, without a capital: "no quality gate is recorded for it"
}

// Headlines returns one headline for each lane of the results, sorted by lane. A
// result counts if its standing is accepted, superseded or historical, and its
// quality gates passed; results without output_tok_s are not looked at. The fastest
// wins whatever its shape, of equals the earlier, then that with the lower ID.
func Headlines(results map[string]*Result) []Headline {
	lanes := map[string][]*Result{}
	for _, r := range results {
		if _, measured := r.Metrics[headlineMetric]; measured {
			lanes[r.Lane] = append(lanes[r.Lane], r)
		}
	}
	var all []Headline
	for _, lane := range slices.Sorted(maps.Keys(lanes)) {
		h := Headline{Lane: lane}
		slices.SortFunc(lanes[lane], func(a, b *Result) int {
			return cmp.Or(
				cmp.Compare(b.Metrics[headlineMetric], a.Metrics[headlineMetric]),
				cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
		})
		for _, r := range lanes[lane] {
			reason := r.discount()
			if reason == "" {
				h.Best = r
				break
			}
			h.Faster = append(h.Faster, Discounted{r, reason})
		}
		all = append(all, h)
	}
	return all
}

// discount says why a result does not count; empty where it does.
func (r *Result) discount() string {
	switch {
	case len(r.Failed) > 0:
		return "a quality gate failed: " + r.Failed[0]
	case r.Standing != "accepted" && r.Standing != "superseded" && r.Standing != "historical":
		return fmt.Sprintf("its standing is %s", r.Standing)
	case len(r.Passed) == 0:
		return "no quality gate is recorded for it"
	}
	return ""
}
