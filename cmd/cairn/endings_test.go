package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sourcegraph/conc/pool"
)

// panicking is a stdin whose reader hits a mistake.
type panicking struct{ value any }

func (p panicking) Read([]byte) (int, error) { panic(p.value) }

// inPool hits it in a goroutine of a pool.
type inPool struct{ value any }

func (p inPool) Read([]byte) (int, error) {
	workers := pool.New()
	workers.Go(func() { panic(p.value) })
	workers.Wait()
	return 0, nil
}

// A mistake of cairn's own is an error like any other: no stack trace on the screen, and
// neither there nor in the report a secret.
func TestCrash(t *testing.T) {
	const said = "GET https://me:cAn4ry-password@example.org/x?private_token=cAn4ry-token: no such thing"
	for name, in := range map[string]interface{ Read([]byte) (int, error) }{
		"panic": panicking{errors.New(said)}, "panic in a pool": inPool{said},
	} {
		t.Run(name, func(t *testing.T) {
			reports := t.TempDir()
			t.Setenv("TMPDIR", reports)
			var stdout, stderr bytes.Buffer
			status := (&session{stdin: in, stdout: &stdout, stderr: &stderr}).run(t.Context(), []string{"fmt", "-"})
			if status != exitFailed || stdout.Len() > 0 {
				t.Errorf("status %d, stdout %q", status, &stdout)
			}
			lines := strings.Split(strings.TrimRight(stderr.String(), "\n"), "\n")
			if len(lines) != 2 || !strings.HasPrefix(lines[0], "cairn: error: this is a mistake of cairn's own: GET https://example.org/x?private_token=… no such thing") || !strings.HasPrefix(lines[1], "cairn: hint: please report it") {
				t.Errorf("got %s", &stderr)
			}
			files, err := filepath.Glob(filepath.Join(reports, "cairn-crash-*.txt"))
			if err != nil || len(files) != 1 || !strings.Contains(stderr.String(), files[0]) {
				t.Fatalf("reports %v, %v; said %s", files, err, &stderr)
			}
			text, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(text, []byte("endings_test.go")) {
				t.Errorf("it does not say where:\n%s", text)
			}
			if bytes.Contains(text, []byte(canary)) || strings.Contains(stderr.String(), canary) {
				t.Errorf("it has a secret:\n%s\n%s", &stderr, text)
			}
			if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("got %v, %v", info.Mode(), err)
			}
		})
	}
}

// written is a writer whose user waits for it to be written to.
type written chan string

func (w written) Write(p []byte) (int, error) {
	w <- string(p)
	return len(p), nil
}

func TestStoppingIsTold(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	told := make(written)
	ended := tellStopping(ctx, told)
	cancel()
	select {
	case said := <-told:
		if !strings.HasPrefix(said, "cairn: stopping: ") || strings.Count(said, "\n") != 1 {
			t.Errorf("got %q", said)
		}
	case <-time.After(patience):
		t.Error("nothing was said")
	}
	ended()

	// What ends by itself says nothing: a second write would wait for ever.
	tellStopping(t.Context(), told)()
}

// Both collections remove one thing after the other: what an interrupted one did stays done.
func TestResumptionAfterRemoving(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"gc", "cache gc"} {
		if said := (&session{ran: command}).resumption(); strings.Contains(said, "nothing was changed") {
			t.Errorf("%s: %q", command, said)
		}
	}
}
