package suites

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

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
	for _, gate := range suite.Gates {
		r.event(Event{Kind: GateStarted, Suite: suite, Gate: gate.Name, Count: repeats(gate)})
		record := &GateRecord{Suite: suite.Name, Gate: gate.Name, Command: gate.Command}
		if suite.Model != nil {
			record.Model = suite.Model.Name
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

// gate runs each repeat in a fresh process and stops at the first that fails.
func (r *run) gate(ctx context.Context, suite *stacks.Suite, gate *stacks.Gate, record *GateRecord, cache string) error {
	rules, err := newRules(gate)
	if err != nil {
		return fmt.Errorf("gate %s/%s: %w", suite.Name, gate.Name, err)
	}
	rules.allowDegenerate = r.AllowDegenerate
	timeout := r.GateTimeout
	if timeout == 0 {
		timeout = defaultGateTimeout
	}
	fail := func(index int, cause error, reasons ...string) error {
		record.Reasons = reasons
		return &QualityError{Suite: suite.Name, Gate: gate.Name, Repeat: index, Reasons: reasons, Err: cause}
	}
	var answers []Answer
	for i := 1; i <= repeats(gate); i++ {
		out, process, err := r.execute(ctx, job{suite: suite, argv: record.Command, stdin: gate.Stdin, cache: cache, timeout: timeout})
		var answer Answer
		if err == nil {
			answer, err = readAnswer(gate.Runner, record.Command[0], out)
		}
		if broken(err) {
			record.Repeats = append(record.Repeats, Repeat{Process: process})
			return fail(i, err, err.Error())
		}
		if err != nil { // the machine's or the person's doing: no verdict on quality
			return err
		}
		answers = append(answers, answer)
		record.add(answers, process)
		if reasons := rules.check(answers); len(reasons) > 0 {
			return fail(i, nil, reasons...)
		}
		r.event(Event{Kind: GateRepeated, Suite: suite, Gate: gate.Name, Index: i, Count: repeats(gate)})
	}
	return nil
}

// broken tells a program's own failure from a failure to run it.
func broken(err error) bool {
	var exit *ExitError
	var output *OutputError
	var timeout *TimeoutError
	return errors.As(err, &exit) || errors.As(err, &output) || errors.As(err, &timeout)
}

// add notes the newest of answers.
func (g *GateRecord) add(answers []Answer, process Process) {
	newest := answers[len(answers)-1]
	repeat := Repeat{Tokens: len(newest.Tokens), Process: process}
	if newest.Tokens != nil {
		repeat.TokenSHA256 = TokenSHA256(newest.Tokens)
		g.CombinedTokenSHA256 = CombinedTokenSHA256(answers)
	}
	if newest.HasText {
		repeat.TextSHA256 = digest.Of([]byte(newest.Text))
		g.CombinedTextSHA256 = CombinedTextSHA256(answers)
	}
	g.Repeats = append(g.Repeats, repeat)
}

// rules are a gate's expectations, ready to be held against answers.
type rules struct {
	expect          stacks.Expect
	repeats         int // how many answers there will be
	matches         []*regexp.Regexp
	allowDegenerate bool
}

func newRules(gate *stacks.Gate) (rules, error) {
	e := gate.Expect
	if e.IsZero() {
		return rules{}, errors.New("nothing is expected of it")
	}
	switch gate.Runner {
	case stacks.CommandRunner, stacks.LlamaCompletionRunner, "":
	case stacks.LlamaBenchRunner:
		return rules{}, fmt.Errorf("runner %s prints no answer", gate.Runner)
	default:
		return rules{}, fmt.Errorf("this version of cairn has no runner %q for gates", gate.Runner)
	}
	if e.Identical && repeats(gate) < 2 {
		return rules{}, errors.New("one run is always identical to itself: set repeats")
	}
	if len(gate.Command) == 0 {
		return rules{}, errors.New("it has no command")
	}
	r := rules{expect: e, repeats: repeats(gate)}
	for _, text := range e.Matches {
		// Python's re.MULTILINE, which the lab's gates use.
		compiled, err := regexp.Compile("(?m)" + text)
		if err != nil {
			return rules{}, err
		}
		r.matches = append(r.matches, compiled)
	}
	return r, nil
}

// check returns all rules that the newest answer breaks.
func (r rules) check(answers []Answer) (reasons []string) {
	newest := answers[len(answers)-1]
	say := func(format string, args ...any) { reasons = append(reasons, fmt.Sprintf(format, args...)) }
	if !r.allowDegenerate {
		reasons = degenerate(newest)
	}
	if want := r.expect.TokenSHA256; !want.IsZero() {
		if newest.Tokens == nil {
			say("it printed no tokens; wanted %s of them", want)
		} else if got := TokenSHA256(newest.Tokens); got != want {
			say("tokens are %s, wanted %s", got, want)
		}
	}
	if want := r.expect.CombinedTokenSHA256; !want.IsZero() {
		if newest.Tokens == nil {
			say("it printed no tokens; wanted %s of all runs together", want)
		} else if len(answers) == r.repeats { // the digest is of all of them
			if got := CombinedTokenSHA256(answers); got != want {
				say("tokens of %d runs together are %s, wanted %s", r.repeats, got, want)
			}
		}
	}
	if want := r.expect.TextSHA256; !want.IsZero() {
		if !newest.HasText {
			say("it printed no text; wanted %s of it", want)
		} else if got := digest.Of([]byte(newest.Text)); got != want {
			say("text is %s, wanted %s", got, want)
		}
	}
	if r.expect.Identical {
		if difference := differ(answers[0], newest); difference != "" {
			say("run %d differs from run 1: %s", len(answers), difference)
		}
	}
	for _, part := range r.expect.Contains {
		if !strings.Contains(newest.Text, part) {
			say("the text does not contain %q", part)
		}
	}
	for i, pattern := range r.matches {
		if !pattern.MatchString(newest.Text) {
			say("the text does not match %q", r.expect.Matches[i])
		}
	}
	return reasons
}

// differ says where b leaves a: in tokens, or in text where there are none.
func differ(a, b Answer) string {
	if (a.Tokens == nil) != (b.Tokens == nil) {
		return "only one of them has tokens"
	}
	if a.Tokens != nil {
		if slices.Equal(a.Tokens, b.Tokens) {
			return ""
		}
		return fmt.Sprintf("%d and %d tokens, equal up to position %d", len(a.Tokens), len(b.Tokens), common(a.Tokens, b.Tokens))
	}
	if a.Text == b.Text {
		return ""
	}
	return fmt.Sprintf("%d and %d bytes of text, equal up to byte %d", len(a.Text), len(b.Text), common([]byte(a.Text), []byte(b.Text)))
}

func common[T comparable](a, b []T) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
