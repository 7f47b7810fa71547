package lockfiles

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestHostileLocks(t *testing.T) {
	t.Parallel()
	for summary, src := range map[string]string{
		"Excessive nesting":     "x = " + strings.Repeat("[", 300_000),
		"Oversized file":        strings.Repeat("#", maxBytes),
		"Wrong labels":          "component \"a\" \"b\" {\n}\n",
		"Variables not allowed": "stack = " + strings.Repeat("x", 1_000_000) + "\n",
		"Wrong number":          "format = 1e1999999999\n",
	} {
		l, diags := Parse("l", []byte(src))
		found := false
		for _, d := range diags {
			found = found || strings.HasPrefix(d.Summary, summary)
			if len(d.Detail) > 2000 {
				t.Errorf("%s: a detail of %d bytes", d.Summary, len(d.Detail))
			}
		}
		if l != nil || !found {
			t.Errorf("got %.500v, want %s", diags, summary)
		}
	}
	pipe, large := filepath.Join(t.TempDir(), "pipe"), filepath.Join(t.TempDir(), "large")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Skipf("no pipes here: %v", err)
	}
	if _, err := ReadFile(pipe); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("got %v", err)
	}
	if err := os.WriteFile(large, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 1<<40); err != nil {
		t.Skipf("no sparse files here: %v", err)
	}
	if src, err := ReadFile(large); err != nil || len(src) != maxBytes {
		t.Errorf("got %d bytes, %v", len(src), err)
	}
}
