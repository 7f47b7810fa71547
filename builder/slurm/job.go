// Package slurm hands actions to a Slurm cluster: one sbatch for each, inputs and
// outputs through an exchange that both sides reach, events back through the job's
// output file. Slurm decides where and when; a job that a node takes down with it is
// just run again.
//
// What an action is belongs to builder, how things are exchanged to containers/cache.
package slurm

import (
	"context"
	"encoding/json"
	"fmt"

	"cairn/builder/store"
	"cairn/digest"
)

// Exchange is where both sides find what they need by digest.
type Exchange interface {
	PushTree(ctx context.Context, st *store.Store, tree digest.Digest) error
	PullTree(ctx context.Context, st *store.Store, tree digest.Digest) error
	PushJob(ctx context.Context, job []byte) (digest.Digest, error)
	PullJob(ctx context.Context, d digest.Digest) ([]byte, error)
	// Push offers the result of a key, Fetch brings it, with its record.
	Push(ctx context.Context, st *store.Store, key digest.Digest) error
	Fetch(ctx context.Context, st *store.Store, key digest.Digest) (*store.Record, bool, error)
}

// jobSchema changes when the two sides must be of one version.
const jobSchema = "cairn-job-v1"

// job is an action written down: a node plans it anew from the definition, and its
// key says whether it came to the same.
type job struct {
	Schema string        `json:"schema"`
	Stack  string        `json:"stack"`
	Build  string        `json:"build"`
	Key    digest.Digest `json:"key"`
	Epoch  int64         `json:"epoch"`
	Jobs   int           `json:"jobs"`
	// Definition are the files of the workspace that define the stack, by name, and
	// those of patches, empty.
	Definition map[string]string    `json:"definition"`
	Sources    map[string]source    `json:"sources"` // by component
	Toolchains map[string]toolchain `json:"toolchains"`
	Python     *python              `json:"python,omitempty"`
	// Records are those of the builds whose outputs the action's key depends on.
	Records map[string]store.Record `json:"records"` // by key
}

type source struct {
	ID   digest.Digest `json:"id"`
	Tree digest.Digest `json:"tree,omitzero"` // only of the action's own
}

// python is the environment of python builds; its tree comes only with one of them.
type python struct {
	ID      digest.Digest `json:"id"`
	Version string        `json:"version"`
	Place   mount         `json:"place,omitzero"`
}

// toolchain is one that lies in the store, or the host's.
type toolchain struct {
	ID        digest.Digest     `json:"id"`
	Host      bool              `json:"host,omitempty"`
	Impure    bool              `json:"impure,omitempty"`
	Mounts    []mount           `json:"mounts,omitempty"`
	Variables map[string]string `json:"variables,omitempty"`
	Programs  map[string]string `json:"programs,omitempty"`
}

type mount struct {
	Tree     digest.Digest `json:"tree,omitzero"`
	Below    string        `json:"below,omitempty"` // a path in the tree
	Target   string        `json:"target"`
	Link     string        `json:"link,omitempty"`
	ReadOnly bool          `json:"read_only,omitempty"`
}

func readJob(content []byte) (*job, error) {
	var j job
	if err := json.Unmarshal(content, &j); err != nil {
		return nil, fmt.Errorf("read job: %w", err)
	}
	if j.Schema != jobSchema {
		return nil, fmt.Errorf("the job is of form %q, this version of cairn reads %q", j.Schema, jobSchema)
	}
	return &j, nil
}
