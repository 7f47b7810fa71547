package builder

import (
	"fmt"
	"strings"
	"time"

	"cairn/builder/store"
)

// TooLargeError says that actions cannot run here at all, not even with one job.
// cmd/cairn maps it to exit status 6.
type TooLargeError struct {
	// Actions are all that are too large, in the order of the plan; never empty.
	Actions   []TooLarge
	HaveBytes int64 // the most that one action could have
}

// TooLarge is one action's need.
type TooLarge struct {
	Action    string
	NeedBytes int64 // of one job
	Recorded  bool  // it was measured; else declared
}

func (e *TooLargeError) Error() string {
	var parts []string
	for _, a := range e.Actions {
		how := "declared"
		if a.Recorded {
			how = "measured"
		}
		parts = append(parts, fmt.Sprintf("%s (%s for one job, %s)", a.Action, size(a.NeedBytes), how))
	}
	return fmt.Sprintf("more memory is needed than the %s that can be had: %s", size(e.HaveBytes), strings.Join(parts, ", "))
}

// NoRoomError says that an action fits the machine, but not beside what others
// than this run use of it. cmd/cairn maps it to exit status 6.
type NoRoomError struct {
	Action                               string
	NeedBytes, AvailableBytes, HaveBytes int64
	Waited                               time.Duration
}

func (e *NoRoomError) Error() string {
	return fmt.Sprintf("%s: one job needs %s of memory; of %s only %s were available for %s",
		e.Action, size(e.NeedBytes), size(e.HaveBytes), size(e.AvailableBytes), e.Waited)
}

func size(n int64) string {
	if n < 1<<30 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%.1f GiB", float64(n)/(1<<30))
}

// MemoryFor is what the action needs with so many jobs, in bytes; 0 if nobody
// knows. One job needs what is declared, or, where it was more, what the largest
// process was seen to use. No more jobs than were measured together need no more
// than they did.
func (a *Action) MemoryFor(jobs int) int64 {
	need := a.build.MemoryBytes * int64(jobs)
	if a.last == nil {
		return need
	}
	seen := a.last.Taken()
	recorded := seen.RSSBytes * int64(jobs)
	if jobs <= seen.Jobs && seen.TotalBytes > seen.RSSBytes {
		recorded = min(recorded, seen.TotalBytes)
	}
	return max(need, recorded)
}

// checkFits finds what can never fit, before anything runs.
func checkFits(plan *Plan, have int64) error {
	fault := &TooLargeError{HaveBytes: have}
	for _, a := range plan.Actions {
		if need := a.MemoryFor(1); a.State != Done && need > have {
			fault.Actions = append(fault.Actions, TooLarge{Action: a.Name, NeedBytes: need, Recorded: need > a.build.MemoryBytes})
		}
	}
	if len(fault.Actions) > 0 {
		return fault
	}
	return nil
}

// remembered is what a run took, together with what earlier runs of the name did:
// a run that found most of its work in a compiler cache says nothing about the
// next one that does not. Another toolchain begins anew.
func remembered(now store.Record, last *store.Record) store.Taken {
	taken := now.Taken()
	if last == nil || index(last.Inputs)["toolchain"] != index(now.Inputs)["toolchain"] {
		return taken
	}
	before := last.Taken()
	taken.RSSBytes = max(taken.RSSBytes, before.RSSBytes)
	if before.TotalBytes > taken.TotalBytes {
		taken.TotalBytes, taken.Jobs = before.TotalBytes, before.Jobs
	}
	return taken
}
