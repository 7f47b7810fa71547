package sandbox

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// Linux takes any bytes but NUL for a path, an argument or a variable.
func TestTextsThatAreNotUTF8(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "caf\xe9\n\xff ü\u2028")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Skipf("this file system takes no such name: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "said"), []byte("from outside "), 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	state, err := Run(t.Context(), Command{
		Argv: []string{"sh", "-c", `cat /in/said && printf '%s' "$1 $TOLD"`, "sh", "\xfe\xff ü"}, Env: map[string]string{"TOLD": "\x80"},
		Mounts: append(hostRoot(), Mount{Source: dir, Target: "/in", ReadOnly: true}), Stdout: &out, Stderr: &out,
	})
	if err != nil || state.ExitCode != 0 || out.String() != "from outside \xfe\xff ü \x80" {
		t.Errorf("got %+v, %v, %q", state, err, &out)
	}
}

func TestSpecIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	s := spec{
		Argv: []string{"\xff", "", "ü\u2028\x00"}, Environ: []string{"A=\xc3"}, Path: "/bin\xff", Dir: "/\xfe", Hostname: "h", Scratch: "/tmp/\x80",
		Mounts: []Mount{{Source: "/a\xff", Target: "/b"}, {Target: "/l", Link: "\xe9"}}, Limits: Limits{Processes: 3}, OnlyCheck: true,
	}
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var got spec
	if err := json.Unmarshal(text, &got); err != nil || !reflect.DeepEqual(got, s) {
		t.Errorf("got %+v, %v, want %+v", got, err, s)
	}
}
