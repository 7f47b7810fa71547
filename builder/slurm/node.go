package slurm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"sync"

	"cairn/builder"
	"cairn/builder/store"
	"cairn/digest"
)

// message is one line of a job's output file: JSON, so that nothing that a build
// prints can be taken for it.
type message struct {
	Kind string `json:"kind"` // begin, progress, failed, error, done
	// Node and Restart come with begin.
	Node    string `json:"node,omitempty"`
	Restart int    `json:"restart,omitempty"`
	// Of progress, as builder.Event.
	Line        string `json:"line,omitempty"`
	Done        int    `json:"done,omitempty"`
	Total       int    `json:"total,omitempty"`
	MemoryBytes int64  `json:"memory_bytes,omitempty"`
	// Failed is a build that ran and failed; Error all else that went wrong.
	Failed *builder.ActionError `json:"failed,omitempty"`
	Error  string               `json:"error,omitempty"`
}

type messages struct {
	mu  sync.Mutex
	out *json.Encoder
}

func (m *messages) tell(one message) {
	m.mu.Lock()
	defer m.mu.Unlock()
	_ = m.out.Encode(one) // nobody could be told
}

// RunJob carries out a job on this machine, a node, and pushes what came out. What
// happens is written to out for the machine that submitted it.
func RunJob(ctx context.Context, ex Exchange, st *store.Store, d digest.Digest, version string, out io.Writer) error {
	m := &messages{out: json.NewEncoder(out)}
	restart, _ := strconv.Atoi(os.Getenv("SLURM_RESTART_COUNT")) // absent before the first
	m.tell(message{Kind: "begin", Node: os.Getenv("SLURMD_NODENAME"), Restart: restart})
	err := runJob(ctx, ex, st, d, version, m)
	var failed *builder.ActionError
	switch {
	case err == nil:
		m.tell(message{Kind: "done"})
	case errors.As(err, &failed):
		m.tell(message{Kind: "failed", Failed: failed})
	default:
		m.tell(message{Kind: "error", Error: err.Error()})
	}
	return err
}

func runJob(ctx context.Context, ex Exchange, st *store.Store, d digest.Digest, version string, m *messages) error {
	content, err := ex.PullJob(ctx, d)
	if err != nil {
		return err
	}
	j, err := readJob(content)
	if err != nil {
		return err
	}
	for _, t := range j.Toolchains {
		for _, mount := range t.Mounts {
			if err := pullTree(ctx, ex, st, mount.Tree); err != nil {
				return err
			}
		}
	}
	w, err := j.plan(ctx, st, version)
	if err != nil {
		return err
	}
	for _, tree := range j.trees(w.Action, w.Plan) {
		if err := pullTree(ctx, ex, st, tree); err != nil {
			return err
		}
	}
	w.Options = builder.RunOptions{Store: st, Version: version}
	w.Tell = func(e builder.Event) {
		if e.Kind == builder.Progress {
			m.tell(message{Kind: "progress", Line: e.Line, Done: e.Done, Total: e.Total, MemoryBytes: e.MemoryBytes})
		}
	}
	if _, _, err := (builder.Local{}).Execute(ctx, w); err != nil {
		return err
	}
	if err := ex.Push(ctx, st, j.Key); err != nil {
		return fmt.Errorf("hand back the result: %w", err)
	}
	return nil
}

func pullTree(ctx context.Context, ex Exchange, st *store.Store, tree digest.Digest) error {
	if tree.IsZero() {
		return nil
	}
	return ex.PullTree(ctx, st, tree)
}
