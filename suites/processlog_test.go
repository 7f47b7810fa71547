package suites

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cairn/environments"
	"cairn/stacks"
)

// A program that hangs has no end: what it wrote must be there before.
func TestLogsAreWrittenAsTheyCome(t *testing.T) {
	t.Parallel()
	logs := t.TempDir()
	var meanwhile []byte
	f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){
		"bench": prints(`{"output_tok_s":40}`),
		"gate": func(_ int, inv environments.Invocation) (string, int) {
			fmt.Fprint(inv.Stderr, "loading\nshards 1/4\rshards 2/4\rwaits for a device")
			var err error
			if meanwhile, err = os.ReadFile(filepath.Join(logs, "001-tokens-gate.log")); err != nil {
				t.Error(err)
			}
			return goodTokens, 0
		},
	}}
	req := request(t, stack(stacks.Expect{TokenSHA256: sum(t, goodSum)}, 1), f)
	req.Logs = logs
	var told []string
	req.Events = func(e Event) {
		if e.Kind == Wrote {
			told = append(told, e.Suite.Name+"/"+e.Gate+": "+e.Line)
		}
	}
	if _, err := Run(t.Context(), req); err != nil {
		t.Fatal(err)
	}
	if want := "loading\nshards 1/4\rshards 2/4\rwaits for a device"; string(meanwhile) != want {
		t.Errorf("got %q, want %q", meanwhile, want)
	}
	if want := []string{"tokens/n64: shards 2/4"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestLogsAreBounded(t *testing.T) {
	t.Parallel()
	logs := t.TempDir()
	f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){
		"bench": prints(`{"output_tok_s":40}`),
		"gate": func(_ int, inv environments.Invocation) (string, int) {
			for range 10 {
				if _, err := io.WriteString(inv.Stderr, strings.Repeat("x", 1<<20)); err != nil {
					t.Error(err)
				}
			}
			return goodTokens, 0
		},
	}}
	req := request(t, stack(stacks.Expect{TokenSHA256: sum(t, goodSum)}, 1), f)
	req.Logs = logs
	if _, err := Run(t.Context(), req); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(logs, "001-tokens-gate.log"))
	if err != nil || info.Size() != maxLogBytes {
		t.Errorf("got %v, %v", info, err)
	}
}

// A log that cannot be written stops no program, and is reported.
func TestLogThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	f := &fake{programs: map[string]func(int, environments.Invocation) (string, int){"gate": prints(goodTokens)}}
	req := request(t, stack(stacks.Expect{TokenSHA256: sum(t, goodSum)}, 1), f)
	req.Logs = filepath.Join(t.TempDir(), "none")
	if _, err := Run(t.Context(), req); err == nil || !strings.Contains(err.Error(), "001-tokens-gate.log") {
		t.Errorf("got %v", err)
	}
}
