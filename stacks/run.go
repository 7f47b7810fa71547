package stacks

import (
	"time"

	"github.com/hashicorp/hcl/v2"
)

// Python is the interpreter and the packages that a stack's programs run with.
type Python struct {
	// Version is the interpreter's, "3.12" or "3.12.3".
	Version string
	// Requires are requirements as PEP 508 writes them, each with its name first.
	Requires []string
	// Indexes names the index that a package is taken from, by package; all others
	// are from the machine's default index. Where an index is, is the machine's matter.
	Indexes map[string]string // never nil in a loaded stack
	// ExcludeNewer is the day (YYYY-MM-DD) after which nothing counts as published;
	// empty for no bound.
	ExcludeNewer string
	Range        hcl.Range
}

// Service is an endpoint that a stack offers: how it starts and when it is up.
type Service struct {
	// Command starts it, in the foreground.
	Command []string
	// Port is where it listens, on the loopback.
	Port int
	// Health is the path that answers 200 once it is up.
	Health string
	// ReadyTimeout is how long that may take.
	ReadyTimeout time.Duration
	// Model and Variables are as a suite's.
	Model     *Model
	Variables map[string]string
	Needs     Needs
	Range     hcl.Range
}
