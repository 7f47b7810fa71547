// Command cairn rebuilds, patches, replays and ships the backend stacks that
// serve large language models on Intel GPUs.
//
// It is the only place that prints, picks exit statuses and joins the rooms;
// each command has a file of its own.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"cairn/builder/otherhost"
	"cairn/builder/sandbox"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func main() {
	sandbox.Main()
	otherhost.Main()
	collectLate()
	os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
}

// collectLate puts the first garbage collection off until 40 MiB are in use: most
// commands end before that. From then on collections come as always.
func collectLate() {
	if os.Getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(1000) // of the 4 MiB that the first is due at
	// The first collection finds that nothing holds this.
	runtime.AddCleanup(new([16]byte), func(percent int) { debug.SetGCPercent(percent) }, usual)
}

// run executes one command line and returns its exit status. SIGINT, SIGTERM and SIGHUP
// cancel what runs; a second one ends the process as the system would.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	ctx, stop := interruptible(ctx)
	defer stop()
	return (&session{stdin: os.Stdin, stdout: stdout, stderr: stderr}).run(ctx, args)
}

// run executes the session's command line.
func (s *session) run(ctx context.Context, args []string) int {
	s.root = newRootCommand(s)
	s.root.SetArgs(terraformFlags(args))
	s.root.SetOut(s.stdout)
	s.root.SetErr(s.stderr)
	ended := tellStopping(ctx, s.stderr)
	ran, err := s.execute(ctx)
	ended()
	var flag *pflag.NotExistError
	if errors.As(err, &flag) && !errors.As(err, new(usageError)) {
		err = flagFault(ran, err) // of a flag before the command, which cobra does not hand over
	}
	s.ran = strings.TrimPrefix(ran.CommandPath(), s.root.Name()+" ")
	s.close()
	return s.report(ctx, err)
}

// execute runs the command, and makes an error of a panic.
func (s *session) execute(ctx context.Context) (ran *cobra.Command, err error) {
	ran = s.root
	defer func() {
		if value := recover(); value != nil {
			err = crashed(value)
		}
	}()
	return s.root.ExecuteContextC(ctx)
}
