package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"cairn/stacks"

	"github.com/spf13/cobra"
)

func newResultsCommand(s *session) *cobra.Command {
	var opts resultsOptions
	c := &cobra.Command{
		Use:     "results",
		GroupID: groupStack,
		Short:   "List historical results, and per lane the best figure that counts",
		Long: `List historical results. The best gated figure of each lane is marked; below the
table stands why faster ones do not count.`,
		Example: "  cairn results --standing accepted\n  cairn results --lane qwen36-27b-q4_0-llama-sycl-tp3 --since 2026-05-06 --json",
		Args:    exactArgs(),
		RunE:    func(*cobra.Command, []string) error { return runResults(s, opts) },
	}
	c.Flags().StringVar(&opts.lane, "lane", "", "only results of the `LANE`")
	c.Flags().StringVar(&opts.standing, "standing", "", "only accepted, historical, suspect, superseded, diagnostic or negative ones")
	c.Flags().StringVar(&opts.since, "since", "", "only those of `YYYY-MM-DD` or later")
	return c
}

type resultsOptions struct{ lane, standing, since string }

// loadResults loads a workspace with its results.
func (s *session) loadResults() (*stacks.Workspace, error) {
	ws, err := s.workspace()
	if err != nil {
		return nil, err
	}
	if diags := stacks.LoadResults(ws); diags.HasErrors() {
		return nil, &diagnosticsError{what: "results", diags: diags, source: func(name string) []byte { return ws.Sources[name] }}
	}
	return ws, nil
}

// wantLane refuses a lane that no result is of; "" is none.
func wantLane(ws *stacks.Workspace, lane string) error {
	lanes := map[string]bool{"": true}
	for _, r := range ws.Results {
		lanes[r.Lane] = true
	}
	if lanes[lane] {
		return nil
	}
	delete(lanes, "")
	names := sortedKeys(lanes)
	if near := stacks.Near(lane, names); near != "" {
		return usageError{message: fmt.Sprintf("--lane: no result is of %q", lane), hint: fmt.Sprintf("did you mean %q?", near)}
	}
	if len(names) > 12 { // more than a line has room for
		return usageError{message: fmt.Sprintf("--lane: no result is of %q", lane), hint: "\"cairn results\" shows the lanes"}
	}
	return usageError{message: fmt.Sprintf("--lane: no result is of %q", lane), hint: "the lanes are: " + strings.Join(names, ", ")}
}

func runResults(s *session, opts resultsOptions) error {
	if opts.since != "" {
		if _, err := time.Parse("2006-01-02", opts.since); err != nil {
			return usageError{message: fmt.Sprintf("--since %s is not a day", opts.since), hint: "write it as 2026-05-06"}
		}
	}
	ws, err := s.loadResults()
	if err != nil {
		return err
	}
	if err := wantLane(ws, opts.lane); err != nil {
		return err
	}
	if standings := flagWords["standing"]; opts.standing != "" && !slices.Contains(standings, opts.standing) {
		return usageError{message: fmt.Sprintf("--standing %s: no such standing", opts.standing), hint: "the standings are " + strings.Join(standings, ", ")}
	}
	chosen := slices.SortedFunc(maps.Values(ws.Results), func(a, b *stacks.Result) int {
		return cmp.Or(cmp.Compare(a.Lane, b.Lane), cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
	})
	chosen = slices.DeleteFunc(chosen, func(r *stacks.Result) bool {
		return opts.lane != "" && r.Lane != opts.lane || opts.standing != "" && r.Standing != opts.standing || r.Date < opts.since
	})
	headlines := stacks.Headlines(ws.Results)
	if s.json {
		return s.printJSON(resultsJSON(chosen, headlines))
	}
	if len(chosen) == 0 {
		fmt.Fprintln(s.stdout, "no such results")
		return nil
	}
	best := map[string]bool{}
	lanes := map[string]bool{}
	for _, headline := range headlines {
		if headline.Best != nil {
			best[headline.Best.ID] = true
		}
	}
	rows := [][]string{{"", "id", "date", "lane", "shape", "tok/s", "standing", "stack"}}
	for _, r := range chosen {
		mark := ""
		if best[r.ID] {
			mark = "best"
		}
		lanes[r.Lane] = true
		rows = append(rows, []string{mark, r.ID, r.Date, r.Lane, fmt.Sprintf("p%d/n%d", r.Prompt, r.Output), rate(r.Metrics["output_tok_s"]), r.Standing, r.Stack})
	}
	s.headed(rows, "id", "tok/s")
	for _, headline := range headlines {
		if lanes[headline.Lane] {
			s.printDiscounted(&headline)
		}
	}
	return nil
}

func rate(tokensPerSecond float64) string {
	if tokensPerSecond == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", tokensPerSecond)
}

// printDiscounted says why the figures above a lane's best do not count, each reason
// once with its fastest figure.
func (s *session) printDiscounted(headline *stacks.Headline) {
	told := map[string]bool{}
	for _, faster := range headline.Faster {
		if told[faster.Reason] {
			continue
		}
		told[faster.Reason] = true
		fmt.Fprintf(s.stdout, "%s: %s tok/s (%s) does not count: %s\n", headline.Lane, rate(faster.Result.Metrics["output_tok_s"]), faster.Result.ID, faster.Reason)
	}
}

func resultsJSON(chosen []*stacks.Result, headlines []stacks.Headline) map[string]any {
	list := []map[string]any{}
	for _, r := range chosen {
		list = append(list, map[string]any{
			"id": r.ID, "date": r.Date, "lane": r.Lane, "stack": r.Stack, "standing": r.Standing,
			"prompt": r.Prompt, "output": r.Output, "context": r.Context, "batch": r.Batch,
			"metrics": r.Metrics, "notes": r.Notes, "sources": listed(r.Sources),
		})
	}
	best := map[string]string{}
	for _, headline := range headlines {
		if headline.Best != nil {
			best[headline.Lane] = headline.Best.ID
		}
	}
	return map[string]any{"results": list, "best": best}
}
