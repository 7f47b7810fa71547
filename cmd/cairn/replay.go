package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"cairn/builder"
	"cairn/stacks"
	"cairn/suites"
)

// replay is one walk from a result's definition to its figure.
type replay struct {
	session *session
	target  *target
	opts    reproduceOptions
	until   int // 1 patches, 2 build, 3 gates, 4 measure

	workshop *workshop // nil where the result has no stack
	verified []string  // what was proved, in order
	outcome  *builder.Outcome
	record   *suites.Record
	// recordPath and logs are where the record is kept, and the folder of what
	// engines wrote; empty where nothing ran.
	recordPath, logs string
	judgement        *suites.Judgement // nil where it stopped as asked
}

// run walks to the measurement, or until the step. Where something that this machine
// lacks ends the way, the judgement says so.
func (r *replay) run(ctx context.Context) error {
	w, err := r.session.openLocked(r.target.result.Stack)
	if err != nil {
		return err
	}
	defer w.close()
	r.workshop = w
	r.verified = append(r.verified, "the lock matches its definition")
	if err := w.fetch(ctx); err != nil {
		return err
	}
	r.verified = append(r.verified, "every source has the locked tree")
	if err := w.verifyPatches(ctx); err != nil {
		return err
	}
	r.verified = append(r.verified, "every patch reaches its locked tree")
	for _, unknown := range w.stack.Unknown {
		r.session.stage("unknown", unknown.What+": "+unknown.Reason, 0)
	}
	if r.until == 1 {
		return nil
	}
	if err := w.planBuild(ctx); err != nil {
		return r.blocked(err)
	}
	if r.outcome, err = w.buildShown(ctx); err != nil {
		return r.blocked(err)
	}
	r.verified = append(r.verified, fmt.Sprintf("%s built", plural(len(r.outcome.Outputs), "component", "components")))
	environment, err := w.environmentShown(ctx, r.outcome)
	if err != nil || r.until == 2 {
		return err
	}
	models, err := r.session.models(r.opts.models)
	if err != nil {
		return err
	}
	request := suites.Request{
		Stack: w.stack, Executor: environment, Models: models, Lock: w.lock.Digest(), Environment: environment.ID(),
		Impure: w.impure(), Host: suites.HostFacts(os.DirFS("/")), Now: time.Now, Events: w.live.suite,
	}
	if r.until == 3 {
		request.Only = qualitySuites(w.stack)
	}
	if r.opts.packet != "" {
		if r.logs, err = os.MkdirTemp("", "cairn-packet-*"); err != nil {
			return fmt.Errorf("logs of the packet: %w", err)
		}
		request.Logs = r.logs
	}
	return r.measure(ctx, request)
}

// measure runs the suites and judges what they saw.
func (r *replay) measure(ctx context.Context, request suites.Request) error {
	w := r.workshop
	record, failure := suites.Run(ctx, request)
	w.live.pause()
	if record != nil {
		r.record = record
		path, err := w.session.keepRecord(w, record)
		if err != nil {
			return errors.Join(failure, err)
		}
		r.recordPath = path
		w.session.showRecord(path, record)
	}
	var quality *suites.QualityError
	var lacking *suites.BlockedError
	if failure != nil && !errors.As(failure, &quality) && !errors.As(failure, &lacking) {
		return interrupted(ctx, failure)
	}
	if r.until == 3 && failure == nil {
		return nil
	}
	judgement := suites.Judge(record, r.target.result, r.target.hardware, r.target.tolerance)
	judgement.Verified = append(r.verified, judgement.Verified...)
	r.judgement = &judgement
	return nil
}

// blocked turns what this machine lacks into a judgement; any other error stays one.
func (r *replay) blocked(err error) error {
	if status, _ := classify(err); status != exitBlocked {
		return err
	}
	reasons := append([]string{strings.TrimPrefix(err.Error(), "blocked: ")}, r.target.hardware.Differences(suites.HostFacts(os.DirFS("/")))...)
	r.judgement = ptr(suites.BlockedBefore(r.target.result, r.verified, reasons))
	return nil
}

func qualitySuites(stack *stacks.Stack) []string {
	names := []string{}
	for _, suite := range stack.Suites {
		if suite.Kind == stacks.QualitySuite {
			names = append(names, suite.Name)
		}
	}
	return names
}

// statusOf are the exit statuses of verdicts.
var statusOf = map[suites.Verdict]int{
	suites.VerdictReproduced: exitDone, suites.VerdictVerified: exitDone, suites.VerdictNotReproduced: exitFailed,
	suites.VerdictQualityFailed: exitQuality, suites.VerdictBlocked: exitBlocked,
}

// judged prints the judgement and picks its exit status.
func (r *replay) judged() error {
	s, j := r.session, r.judgement
	if j == nil {
		if s.json {
			return s.printJSON(map[string]any{"result": r.target.result.ID, "stack": r.target.result.Stack, "stopped_after": r.opts.until, "verified": r.verified})
		}
		for _, line := range r.verified {
			s.stage("verified", line, 0)
		}
		s.stage("stopped", "after "+r.opts.until+", as asked", 0)
		return nil
	}
	if s.json {
		err := s.printJSON(struct {
			suites.Judgement
			Record string `json:"record,omitempty"`
		}{*j, r.recordPath})
		if err != nil {
			return err
		}
	}
	for _, line := range j.Verified {
		s.stage("verified", line, 0)
	}
	if len(j.Comparisons) > 0 {
		s.stage("tolerance", fmt.Sprintf("±%v %% (%s)", j.Tolerance.Percent, j.Tolerance.Source), 0)
	}
	for _, comparison := range j.Comparisons {
		s.stage("compare", comparison.String(), 0)
	}
	name := string(j.Verdict)
	for _, reason := range j.Reasons {
		s.stage(name, reason, 0)
		name = ""
	}
	if status := statusOf[j.Verdict]; status != exitDone {
		return &shown{status: status, line: fmt.Sprintf("%s: %s", j.Verdict, j.Result)}
	}
	return nil
}
