package slurm

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/builder/store"
)

// play puts scripts into PATH in place of Slurm's commands.
func play(t *testing.T, scripts map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+":"+os.Getenv("PATH"))
}

func TestNodesAreThoseThatAreUp(t *testing.T) {
	play(t, map[string]string{"sinfo": "printf '4 8000 idle\\n16+ 64000+ mixed\\n64 512000 down*\\n64 512000 drained\\n'"})
	cpus, memory, err := nodes(context.Background(), "build")
	if err != nil || cpus != 16 || memory != 64000<<20 {
		t.Errorf("got %d, %d, %v", cpus, memory, err)
	}
	play(t, map[string]string{"sinfo": "printf '4 8000 down\\n'"})
	if _, _, err := nodes(context.Background(), ""); err == nil || !strings.Contains(err.Error(), "no node") {
		t.Errorf("got %v", err)
	}
	play(t, map[string]string{"sinfo": "echo 'slurm_load_partitions: Unable to contact slurm controller' >&2; exit 1"})
	var failed *CommandError
	if _, _, err := nodes(context.Background(), ""); !errors.As(err, &failed) || !strings.Contains(err.Error(), "Unable to contact") {
		t.Errorf("got %v", err)
	}
}

func TestSubmittedJobs(t *testing.T) {
	play(t, map[string]string{"sbatch": `echo "$@" >&2; cat >&2; echo "17;cluster"`})
	id, err := submit(context.Background(), Options{}, request{name: "n", cpus: 2})
	if err != nil || id != "17" {
		t.Errorf("got %q, %v", id, err)
	}
	play(t, map[string]string{"sbatch": `echo "sbatch: error: Batch job submission failed:
 Invalid account" >&2; exit 1`})
	if _, err := submit(context.Background(), Options{}, request{}); err == nil || err.Error() != "sbatch: sbatch: error: Batch job submission failed: Invalid account" {
		t.Errorf("got %v", err)
	}
	play(t, map[string]string{"sbatch": "echo hello"})
	if _, err := submit(context.Background(), Options{}, request{}); err == nil {
		t.Error("an answer that is no number was taken")
	}
}

func TestStates(t *testing.T) {
	play(t, map[string]string{"scontrol": `echo "JobId=7 JobName=x JobState=NODE_FAIL Reason=NodeDown"`})
	if got, err := state(context.Background(), "7"); err != nil || got != "NODE_FAIL" {
		t.Errorf("got %q, %v", got, err)
	}
	play(t, map[string]string{"scontrol": `echo "slurm_load_jobs error: Invalid job id specified" >&2; exit 1`})
	if got, err := state(context.Background(), "7"); err != nil || got != "" {
		t.Errorf("forgotten: got %q, %v", got, err)
	}
	play(t, map[string]string{"scontrol": `echo "Unable to contact slurm controller" >&2; exit 1`})
	if _, err := state(context.Background(), "7"); err == nil {
		t.Error("a controller that is away is no state")
	}
}

// sbatch divides --export by commas: what has one would become something else.
func TestExportedVariables(t *testing.T) {
	if got := exported([]string{"HOME=/home/me", "ODD=a,b", "PATH=/bin"}); got != "HOME=/home/me,PATH=/bin" {
		t.Errorf("got %q", got)
	}
	if got := exported(nil); got != "NONE" {
		t.Errorf("got %q", got)
	}
}

func TestPlacesInTheStore(t *testing.T) {
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	hex := strings.Repeat("ab", 32)
	for path, want := range map[string]string{
		st.Dir() + "/trees/" + hex:              "",
		st.Dir() + "/trees/" + hex + "/opt/lib": "opt/lib",
	} {
		m, kept, err := placeOf(st, path)
		if err != nil || !kept || m.Below != want || m.Tree.Hex() != hex {
			t.Errorf("%s: got %+v, %v, %v", path, m, kept, err)
		}
	}
	if _, kept, err := placeOf(st, "/usr/lib"); kept || err != nil {
		t.Errorf("the host's: %v, %v", kept, err)
	}
}
