package suites

import (
	"context"
	"fmt"
	"io"
	"testing"
	"time"

	"cairn/digest"
	"cairn/environments"
	"cairn/stacks"
)

// fake answers invocations from a table of programs, by argv[0].
type fake struct {
	programs map[string]func(run int, inv environments.Invocation) (stdout string, exit int)
	ran      []string // argv[0] of each invocation, in order
	seen     []environments.Invocation
}

func (f *fake) Run(ctx context.Context, inv environments.Invocation) (environments.State, error) {
	f.ran, f.seen = append(f.ran, inv.Argv[0]), append(f.seen, inv)
	program, ok := f.programs[inv.Argv[0]]
	if !ok {
		return environments.State{}, fmt.Errorf("start %s: not there", inv.Argv[0])
	}
	run := 0
	for _, name := range f.ran {
		if name == inv.Argv[0] {
			run++
		}
	}
	out, exit := program(run, inv)
	if _, err := io.WriteString(inv.Stdout, out); err != nil {
		return environments.State{}, err
	}
	if exit != 0 {
		fmt.Fprintf(inv.Stderr, "loading\n%s: no such device\n", inv.Argv[0])
	}
	return environments.State{ExitCode: exit, WallTime: 250 * time.Millisecond, PeakRSSBytes: 1 << 20}, ctx.Err()
}

// prints is a program that prints the same each time.
func prints(out string) func(int, environments.Invocation) (string, int) {
	return func(int, environments.Invocation) (string, int) { return out, 0 }
}

// each is a program that prints another line each time.
func each(outs ...string) func(int, environments.Invocation) (string, int) {
	return func(run int, _ environments.Invocation) (string, int) { return outs[run-1], 0 }
}

const (
	goodTokens = `{"tokens":[11,7,42]}`
	goodRate   = `{"prompt_tok_s":900.5,"output_tok_s":50.25,"note":"ember <1>"}`
)

// The sha256 of "11,7,42", by sha256sum(1).
const goodSum = "dd4b79f5c3ea32fa1a1b6a9828f2ccafc544eddc14a7d7ee632281a38a0c72ef"

func sum(t *testing.T, text string) digest.Digest {
	t.Helper()
	d, err := digest.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// stack has one gate on "gate" and one measurement on "bench".
func stack(expect stacks.Expect, repeats int) *stacks.Stack {
	return &stacks.Stack{Name: "ember", Suites: []*stacks.Suite{
		{Kind: stacks.ThroughputSuite, Name: "p512n128", Throughput: &stacks.Throughput{
			Runner: stacks.CommandRunner, Command: []string{"bench", "-p", "512"}, Prompt: 512, Output: 128, Batch: 1, Warmup: 1, Repeats: 3,
		}},
		{Kind: stacks.QualitySuite, Name: "tokens", Gates: []*stacks.Gate{
			{Name: "n64", Runner: stacks.CommandRunner, Command: []string{"gate", "-n", "64"}, Repeats: repeats, Expect: expect},
		}},
	}}
}

func request(t *testing.T, s *stacks.Stack, f *fake) Request {
	t.Helper()
	seconds := int64(0)
	return Request{
		Stack: s, Executor: f, Lock: digest.Of([]byte("lock")), Environment: digest.Of([]byte("environment")),
		Host: HostFacts(labHost()), Cache: t.TempDir(),
		Now: func() time.Time { seconds++; return time.Unix(seconds, 0) },
	}
}
