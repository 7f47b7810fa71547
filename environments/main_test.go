package environments

import (
	"errors"
	"os"
	"testing"

	"cairn/builder/sandbox"
)

func TestMain(m *testing.M) {
	sandbox.Main()
	os.Exit(m.Run())
}

// needSandbox skips where the kernel gives no namespaces, and says so.
func needSandbox(t *testing.T) {
	t.Helper()
	var refused *sandbox.RefusedError
	if err := sandbox.Check(); errors.As(err, &refused) {
		t.Skip(err)
	} else if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("no /bin/sh on this host")
	}
}
