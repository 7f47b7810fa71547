package stacks

import (
	"time"

	"github.com/hashicorp/hcl/v2"
)

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
