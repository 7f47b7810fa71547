package slurm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// Options say how jobs are submitted.
type Options struct {
	// Command is what a node runs, in words of sh(1), without the job's digest, which
	// follows: "/shared/bin/cairn worker --store /scratch/cairn".
	Command string
	// Partition and Account are sbatch's; empty is its default. Extra are further
	// arguments.
	Partition, Account string
	Extra              []string
	// Logs is a folder that nodes and this machine share.
	Logs string
	// Environment is what jobs get of the environment, NAME=VALUE.
	Environment []string
	// Poll is how often Slurm is asked; DefaultPoll if zero.
	Poll time.Duration
}

// DefaultPoll does not burden slurmctld with a few dozen jobs.
const DefaultPoll = 2 * time.Second

// CommandError is a command of Slurm's that did not work.
type CommandError struct {
	Command string
	Err     error
	Said    string
}

func (e *CommandError) Error() string {
	if e.Said != "" {
		return fmt.Sprintf("%s: %s", e.Command, e.Said)
	}
	return fmt.Sprintf("%s: %v", e.Command, e.Err)
}
func (e *CommandError) Unwrap() error { return e.Err }

// run runs one of Slurm's commands and returns what it prints.
func run(ctx context.Context, stdin string, argv ...string) (string, error) {
	c := exec.CommandContext(ctx, argv[0], argv[1:]...)
	c.WaitDelay = 5 * time.Second
	var out, said bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(stdin), &out, &said
	if err := c.Run(); err != nil {
		if ctx.Err() != nil {
			return "", context.Cause(ctx)
		}
		return "", &CommandError{Command: argv[0], Err: err, Said: strings.Join(strings.Fields(said.String()), " ")}
	}
	return out.String(), nil
}

// nodes are what the cluster has: the CPUs and bytes of the largest node.
func nodes(ctx context.Context, partition string) (cpus int, memory int64, err error) {
	argv := []string{"sinfo", "-h", "-N", "-o", "%c %m %T"}
	if partition != "" {
		argv = append(argv, "-p", partition)
	}
	out, err := run(ctx, "", argv...)
	if err != nil {
		return 0, 0, err
	}
	for line := range strings.Lines(out) {
		fields := strings.Fields(line)
		if len(fields) < 3 || strings.HasPrefix(fields[2], "down") || strings.HasPrefix(fields[2], "drain") {
			continue
		}
		n, errCPU := strconv.Atoi(strings.TrimSuffix(fields[0], "+"))
		mib, errMemory := strconv.ParseInt(strings.TrimSuffix(fields[1], "+"), 10, 64)
		if errCPU == nil && errMemory == nil {
			cpus, memory = max(cpus, n), max(memory, mib<<20)
		}
	}
	if cpus == 0 {
		return 0, 0, errors.New("no node of the cluster is up (sinfo)")
	}
	return cpus, memory, nil
}

// request is what a job asks for.
type request struct {
	name    string
	cpus    int
	memory  int64 // bytes; 0 is the partition's default
	limit   time.Duration
	output  string
	command string
}

// submit hands a job in and returns its id.
func submit(ctx context.Context, opts Options, r request) (string, error) {
	argv := []string{"sbatch", "--parsable", "--requeue", "--open-mode=append", "--nodes=1", "--ntasks=1",
		"--job-name=" + r.name, "--cpus-per-task=" + strconv.Itoa(r.cpus), "--output=" + r.output, "--error=" + r.output + ".err",
		"--export=" + exported(opts.Environment)}
	if r.memory > 0 {
		argv = append(argv, fmt.Sprintf("--mem=%dM", (r.memory+1<<20-1)>>20))
	}
	if r.limit > 0 {
		argv = append(argv, fmt.Sprintf("--time=%d", int(r.limit.Minutes())+1))
	}
	if opts.Partition != "" {
		argv = append(argv, "--partition="+opts.Partition)
	}
	if opts.Account != "" {
		argv = append(argv, "--account="+opts.Account)
	}
	out, err := run(ctx, "#!/bin/sh\nexec "+r.command+"\n", append(argv, opts.Extra...)...)
	if err != nil {
		return "", err
	}
	id, _, _ := strings.Cut(strings.TrimSpace(out), ";") // "ID;CLUSTER" (sbatch(1), --parsable)
	if _, err := strconv.Atoi(id); err != nil {
		return "", fmt.Errorf("sbatch answered %q, not the number of a job", strings.TrimSpace(out))
	}
	return id, nil
}

// exported are the variables that go along; sbatch divides by commas.
func exported(environment []string) string {
	kept := []string{"NONE"}
	for _, pair := range environment {
		if !strings.ContainsAny(pair, ",\n") {
			kept = append(kept, pair)
		}
	}
	if len(kept) > 1 {
		kept = kept[1:]
	}
	return strings.Join(kept, ",")
}

// state is what Slurm says of a job (squeue(1), "JOB STATE CODES"); empty if it does
// not know it any more.
func state(ctx context.Context, id string) (string, error) {
	out, err := run(ctx, "", "scontrol", "show", "job", "-o", id)
	var failed *CommandError
	if errors.As(err, &failed) && strings.Contains(failed.Said, "Invalid job id") {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	for _, field := range strings.Fields(out) {
		if value, ok := strings.CutPrefix(field, "JobState="); ok {
			return value, nil
		}
	}
	return "", nil
}
