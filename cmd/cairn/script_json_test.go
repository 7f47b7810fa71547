package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"unicode"

	"github.com/rogpeppe/go-internal/testscript"
)

// answersCommand is "answers STATUS ARGUMENT…": cairn --json ARGUMENT… ends with the status,
// and what it writes to stdout is one JSON value, in which no field has a Go name.
func answersCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: answers STATUS ARGUMENT…")
	}
	status, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("cairn", append([]string{"--json"}, args[1:]...)...)
	var exit *exec.ExitError
	got := 0
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != status {
		ts.Fatalf("it ended with status %d", got)
	}
	decoder := json.NewDecoder(bytes.NewReader([]byte(ts.ReadFile("stdout"))))
	var value any
	if err := decoder.Decode(&value); err != nil {
		ts.Fatalf("stdout is no JSON: %v", err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		ts.Fatalf("stdout goes on after its value: %v", err)
	}
	if name := goName(value); name != "" {
		ts.Fatalf("a field is called %s", name)
	}
}

// goName finds a field that begins with a capital letter, as "Layers"; "" where none does.
func goName(value any) string {
	switch value := value.(type) {
	case map[string]any:
		for name, inner := range value {
			if unicode.IsUpper([]rune(name + "x")[0]) {
				return fmt.Sprintf("%q", name)
			}
			if found := goName(inner); found != "" {
				return found
			}
		}
	case []any:
		for _, inner := range value {
			if found := goName(inner); found != "" {
				return found
			}
		}
	}
	return ""
}
