package main

import (
	"fmt"
	"math"
	"sync"
	"time"

	"cairn/builder"
	"cairn/builder/store"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// planned is what is left of a plan while it runs.
type planned struct {
	mu          sync.Mutex
	started     time.Time
	done, total int
	left        map[string]time.Duration // of actions that are not done, by the last record
	unknown     int                      // of them, those without a record
}

// expect tells the view what a build is going to run, so that it can say what is left.
// Errors of reading records only cost the estimate.
func (v *view) expect(plan *builder.Plan, st *store.Store) {
	p := &planned{started: time.Now(), left: map[string]time.Duration{}}
	for _, action := range plan.Actions {
		if action.State == builder.Done {
			continue
		}
		p.total++
		record, ok, err := st.Last(action.Name)
		if !ok || err != nil || record.WallTime == 0 {
			p.unknown++
		}
		p.left[action.Name] = record.WallTime
	}
	v.mu.Lock()
	v.plan = p
	v.mu.Unlock()
}

// planFinished notes that an action ended.
func (v *view) planFinished(name string) {
	v.mu.Lock()
	p := v.plan
	v.mu.Unlock()
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	expected, ok := p.left[name]
	if !ok {
		return
	}
	if expected == 0 {
		p.unknown--
	}
	delete(p.left, name)
	p.done++
}

// drawPlan puts the plan's line under all others; v.mu is held.
func (v *view) drawPlan() {
	if v.plan == nil || v.plan.total < 2 {
		return
	}
	v.all = v.draw.MustAdd(0, mpb.NopStyle().Build(), mpb.BarPriority(math.MaxInt),
		mpb.BarRemoveOnComplete(), mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return v.plan.text(time.Now()) })))
}

// text is "3 of 9 actions done in 41s, about 2m left". There is no estimate while
// something that is left has never been run.
func (p *planned) text(now time.Time) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	text := fmt.Sprintf("%d of %s done in %s", p.done, plural(p.total, "action", "actions"), now.Sub(p.started).Round(time.Second))
	if p.unknown > 0 || len(p.left) == 0 {
		return text
	}
	var sum, longest time.Duration
	for _, expected := range p.left {
		sum, longest = sum+expected, max(longest, expected)
	}
	// One after the other is the most that it takes, the longest alone the least.
	if least := longest.Round(time.Second); least < sum.Round(time.Second) {
		return fmt.Sprintf("%s, %s to %s for what is left by the last records", text, least, sum.Round(time.Second))
	}
	return fmt.Sprintf("%s, %s for what is left by the last record", text, sum.Round(time.Second))
}
