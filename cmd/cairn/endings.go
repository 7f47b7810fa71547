package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"cairn/sources"

	"github.com/sourcegraph/conc/panics"
)

// interruptible returns a context that ends with the first signal that asks the process
// to end: Ctrl-C, kill(1), a terminal that is closed. A second one ends the process as the
// system would. Who said nohup(1) wants the terminal's end ignored.
func interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	endings := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		endings = append(endings, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(ctx, endings...)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// patienceWithSilence is how long a person who pressed Ctrl-C should see nothing happen.
const patienceWithSilence = time.Second

// tellStopping says what is waited for, if a command that was asked to end takes long.
// The caller calls the function that it returns when the command has ended.
func tellStopping(ctx context.Context, stderr io.Writer) (ended func()) {
	over := make(chan struct{})
	told := make(chan struct{})
	go func() {
		defer close(told)
		select {
		case <-over:
			return
		case <-ctx.Done():
		}
		select {
		case <-over:
		case <-time.After(patienceWithSilence):
			fmt.Fprintln(stderr, "cairn: stopping: what runs has some seconds to end; the same again ends it at once")
		}
	}()
	return func() {
		close(over)
		<-told
	}
}

// crash is a mistake of cairn's own that ended a command.
type crash struct {
	value any
	stack []byte
}

func (c *crash) Error() string {
	return fmt.Sprintf("this is a mistake of cairn's own: %v", c.value)
}

// crashed is the error of what recover returned.
func crashed(value any) error {
	c := &crash{value: value, stack: debug.Stack()}
	if elsewhere, ok := value.(*panics.Recovered); ok { // in a goroutine of a pool
		c.value, c.stack = elsewhere.Value, elsewhere.Stack
	}
	return &statusError{status: exitFailed, err: c, hint: c.report()}
}

// report keeps the stack trace in a file, for whoever mends it: on a screen it helps nobody.
// Neither holds what was typed, nor a URL's password.
func (c *crash) report() string {
	const please = "please report it; what was stored is whole, and the same command may be run again"
	file, err := os.CreateTemp("", "cairn-crash-*.txt") // for the caller's eyes alone
	if err != nil {
		return please
	}
	_, err = fmt.Fprintf(file, "cairn %s, %s\n%s\n\n%s", version, runtime.Version(), sources.Redact(fmt.Sprint(c.value)), sources.Redact(string(c.stack)))
	if closing := file.Close(); err != nil || closing != nil {
		return please
	}
	return please + "; " + file.Name() + " says where it happened"
}
