package builder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func newLog(t *testing.T) *logFile {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return &logFile{file: file, path: file.Name()}
}

func write(t *testing.T, l *logFile, text string) {
	t.Helper()
	if n, err := l.Write([]byte(text)); err != nil || n != len(text) {
		t.Fatalf("wrote %d of %d bytes: %v", n, len(text), err)
	}
}

func TestLogHasAnEnd(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	l.size = longestLog - 5
	for range 3 {
		write(t, l, "12345678\n")
	}
	content, err := os.ReadFile(l.path)
	if want := "12345\n# the log is longer than 256 MiB: the rest is not kept\n"; err != nil || string(content) != want {
		t.Errorf("kept %q, %v; want %q", content, err, want)
	}
	if l.last != "12345678" {
		t.Errorf("beyond it %q is watched", l.last)
	}
}

func TestLinesWithoutEndAreCutForWhoWatches(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	write(t, l, strings.Repeat("x", 3*longLine))
	if len(l.last) != watchedLine || len(l.part) > longLine {
		t.Errorf("%d bytes are shown, %d are held", len(l.last), len(l.part))
	}
}

func TestProgressGoesForward(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	write(t, l, "[4/8] a\n[2/8] b of a build system below it\n")
	if l.done != 4 || l.total != 8 {
		t.Errorf("got %d of %d", l.done, l.total)
	}
	write(t, l, "[9/16] c\n")
	if l.done != 9 || l.total != 16 {
		t.Errorf("got %d of %d", l.done, l.total)
	}
}

func TestHowAStepEnded(t *testing.T) {
	t.Parallel()
	for status, want := range map[int]string{
		1: `ended with status 1`, 128: `ended with status 128`, 139: `was ended by signal 11`, 191: `was ended by signal 63`, 192: `ended with status 192`, 255: `ended with status 255`,
	} {
		e := &ActionError{Action: "a", Step: []string{"make", "-j"}, ExitCode: status}
		if got := e.Error(); got != `a: "make" `+want {
			t.Errorf("%d: got %s", status, got)
		}
	}
}
