// Command cairn rebuilds, patches, replays and ships the backend stacks that
// serve large language models on Intel GPUs.
//
// It is the only place that prints, picks exit statuses and joins the rooms;
// each command has a file of its own.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"cairn/builder/otherhost"
	"cairn/builder/sandbox"
)

func main() {
	sandbox.Main()
	otherhost.Main()
	// Never touched, it takes no memory, and the collector does not run before as much
	// again has been allocated: most commands end before that.
	ballast := make([]byte, 32<<20)
	status := run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)
	runtime.KeepAlive(ballast)
	os.Exit(status)
}

// run executes one command line and returns its exit status. SIGINT and SIGTERM
// cancel what runs; a second one ends the process as the system would.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)

	return (&session{stdin: os.Stdin, stdout: stdout, stderr: stderr}).run(ctx, args)
}

// run executes the session's command line.
func (s *session) run(ctx context.Context, args []string) int {
	root := newRootCommand(s)
	root.SetArgs(terraformFlags(args))
	root.SetOut(s.stdout)
	root.SetErr(s.stderr)
	err := root.ExecuteContext(ctx)
	s.close()
	return s.report(ctx, err)
}
