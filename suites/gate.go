package suites

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"cairn/digest"
	"cairn/stacks"
)

// gates runs a quality suite's gates in order, up to the first that fails.
func (r *run) gates(ctx context.Context, suite *stacks.Suite) error {
	r.event(Event{Kind: SuiteStarted, Suite: suite})
	if len(suite.Gates) == 0 {
		return fmt.Errorf("suite %s has no gate: it would pass whatever the engine says", suite.Name)
	}
	if err := r.proveModel(ctx, suite); err != nil {
		return err
	}
	cache, _, err := r.suiteCache(suite)
	if err != nil {
		return err
	}
	if usesService(suite) {
		stop, err := r.startService(ctx, suite, cache)
		if err != nil {
			return fmt.Errorf("suite %s: %w", suite.Name, err)
		}
		defer stop()
	}
	for _, gate := range suite.Gates {
		r.event(Event{Kind: GateStarted, Suite: suite, Gate: gate.Name, Count: repeats(gate)})
		record := &GateRecord{Suite: suite.Name, Gate: gate.Name, Command: gate.Command}
		if m := modelOf(r.Stack, suite); m != nil {
			record.Model = m.Name
		}
		r.record.Gates = append(r.record.Gates, record)
		if err := r.gate(ctx, suite, gate, record, cache); err != nil {
			r.event(Event{Kind: GateFailed, Suite: suite, Gate: gate.Name, GateRecord: record, Reasons: record.Reasons})
			return err
		}
		record.Passed = true
		r.event(Event{Kind: GatePassed, Suite: suite, Gate: gate.Name, GateRecord: record})
	}
	return nil
}

func repeats(gate *stacks.Gate) int { return max(gate.Repeats, 1) }

// gate asks as often as the gate repeats, a program in a fresh process each time and
// an endpoint by a request each, and stops at the first that fails.
func (r *run) gate(ctx context.Context, suite *stacks.Suite, gate *stacks.Gate, record *GateRecord, cache string) error {
	rules, err := newRules(gate)
	if err != nil {
		return fmt.Errorf("gate %s/%s: %w", suite.Name, gate.Name, err)
	}
	rules.allowDegenerate = r.AllowDegenerate
	fail := func(index int, cause error, reasons ...string) error {
		record.Reasons = reasons
		return &QualityError{Suite: suite.Name, Gate: gate.Name, Repeat: index, Reasons: reasons, Err: cause}
	}
	var turns []Turn
	for i := 1; i <= repeats(gate); i++ {
		said, process, err := r.ask(ctx, suite, gate, record, cache)
		if broken(err) {
			record.Repeats = append(record.Repeats, Repeat{Process: process})
			return fail(i, err, err.Error())
		}
		if err != nil { // the machine's or the person's doing: no verdict on quality
			return err
		}
		fresh := len(turns)
		turns = append(turns, said.turns...)
		record.add(turns, fresh, process)
		record.Repeats[len(record.Repeats)-1].Engine = said.engine
		reasons := append(rules.check(turns, fresh, i == repeats(gate)), said.complaints...)
		if len(reasons) > 0 {
			return fail(i, nil, reasons...)
		}
		r.event(Event{Kind: GateRepeated, Suite: suite, Gate: gate.Name, Index: i, Count: repeats(gate)})
	}
	return nil
}

// said is what one process or request of a gate came to.
type said struct {
	turns []Turn // at least one, of at least one answer
	// complaints are what the program itself holds against its answers.
	complaints []string
	engine     *Engine
}

// ask runs a gate's program once, or asks the service.
func (r *run) ask(ctx context.Context, suite *stacks.Suite, gate *stacks.Gate, record *GateRecord, cache string) (said, Process, error) {
	timeout := r.GateTimeout
	if timeout == 0 {
		timeout = defaultGateTimeout
	}
	if gate.Runner == stacks.OpenAIRunner {
		return r.askService(ctx, gate, timeout)
	}
	j := job{suite: suite, argv: record.Command, stdin: gate.Stdin, cache: cache, timeout: timeout}
	if gate.Runner == stacks.VLLMQualityRunner {
		return r.askChecker(ctx, j)
	}
	out, process, err := r.execute(ctx, j)
	if err != nil {
		return said{}, process.Process, err
	}
	answer, err := readAnswer(gate.Runner, record.Command[0], out, process.errors)
	return said{turns: []Turn{{answer}}, engine: process.engine}, process.Process, err
}

// broken tells a program's own failure from a failure to run it.
func broken(err error) bool {
	var exit *ExitError
	var output *OutputError
	var timeout *TimeoutError
	var service *ServiceError
	return errors.As(err, &exit) || errors.As(err, &output) || errors.As(err, &timeout) || errors.As(err, &service)
}

// add notes the newest of turns, those of one process.
func (g *GateRecord) add(turns []Turn, fresh int, process Process) {
	repeat := Repeat{Process: process}
	newest := turns[fresh:]
	one := len(newest) == 1 && len(newest[0]) == 1
	for i, turn := range newest {
		for prompt, a := range turn {
			repeat.Tokens += len(a.Tokens)
			noted := AnswerRecord{Run: fresh + i + 1, Prompt: prompt, Tokens: len(a.Tokens)}
			if a.Tokens != nil {
				noted.TokenSHA256 = TokenSHA256(a.Tokens)
			}
			if a.HasText {
				noted.TextSHA256 = digest.Of([]byte(a.Text))
			}
			if one {
				repeat.TokenSHA256, repeat.TextSHA256 = noted.TokenSHA256, noted.TextSHA256
				repeat.LogitHashes, repeat.Perplexity = a.LogitHashes, a.Perplexity
			} else {
				repeat.Answers = append(repeat.Answers, noted)
			}
		}
	}
	all, flat := joined(newest), slices.Concat(turns...)
	if all.Tokens != nil {
		g.CombinedTokenSHA256 = CombinedTokenSHA256(flat)
	}
	if all.HasText {
		g.CombinedTextSHA256 = CombinedTextSHA256(flat)
	}
	g.Repeats = append(g.Repeats, repeat)
}
