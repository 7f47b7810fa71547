package sandbox

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
)

func TestMain(m *testing.M) {
	Main()
	if os.Getenv("CAIRN_TEST_PROBE") != "" {
		probeMain(os.Args[1:])
	}
	os.Exit(m.Run())
}

// hostRoot is enough of this machine to run a shell.
func hostRoot() []Mount {
	mounts := []Mount{{Source: "/usr", Target: "/usr", ReadOnly: true}}
	for _, name := range []string{"/bin", "/lib", "/lib64"} {
		if text, err := os.Readlink(name); err == nil {
			mounts = append(mounts, Mount{Target: name, Link: text})
		} else if _, err := os.Stat(name); err == nil {
			mounts = append(mounts, Mount{Source: name, Target: name, ReadOnly: true})
		}
	}
	return mounts
}

// result is what a script in a sandbox came to.
type result struct {
	State
	out, err string
}

func runShell(t *testing.T, script string, change ...func(*Command)) result {
	t.Helper()
	var out, errs bytes.Buffer
	c := Command{Argv: []string{"sh", "-c", script}, Mounts: hostRoot(), Network: true, Stdout: &out, Stderr: &errs}
	for _, f := range change {
		f(&c)
	}
	state, err := Run(context.Background(), c)
	if err != nil {
		t.Fatalf("%q: %v\n%s", script, err, errs.String())
	}
	return result{State: state, out: strings.TrimSpace(out.String()), err: strings.TrimSpace(errs.String())}
}
