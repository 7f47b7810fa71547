// Package environments holds the assembled root that a stack's programs run in:
// the builds' outputs merged at /opt/stack, what they need of a base system, and
// the stack's variables.
//
// What the outputs are made of belongs to builder, the isolation itself to
// builder/sandbox, what is run in an environment to suites and cmd/cairn.
package environments

import (
	"maps"
	"slices"

	"cairn/builder/sandbox"
	"cairn/digest"
)

// Prefix is where an environment's root is seen by its programs.
const Prefix = "/opt/stack"

// Mount is the sandbox's: something of the host that a program sees.
type Mount = sandbox.Mount

// State is the sandbox's: how a program ended.
type State = sandbox.State

// Door is the sandbox's: a way to what listens on an environment's loopback.
type Door = sandbox.Door

// NewDoor returns a door for one Invocation. Its user calls Close.
func NewDoor() (*Door, error) { return sandbox.NewDoor() }

// Environment is one assembled root with its variables. It is immutable and safe
// for concurrent use.
type Environment struct {
	id        digest.Digest
	tree      digest.Digest
	root      string
	variables map[string]string
	runtime   []Mount
	optional  []string // sonames that may be missing
}

// New returns the environment over a root that stands already: root is the
// host's path of the store tree named tree. Assemble is the usual way here.
// Runtime mounts are the base system that programs need beside their own files:
// the dynamic loader, libc, a shell.
func New(tree digest.Digest, root string, variables map[string]string, runtime []Mount) *Environment {
	return &Environment{
		id:        digest.NewKey("cairn-environment-v1").Digest("root", tree).Map("variables", variables).Sum(),
		tree:      tree,
		root:      root,
		variables: maps.Clone(variables),
		runtime:   slices.Clone(runtime),
	}
}

// On returns the environment on a base system that a lock determines: base, the
// toolchain's identity, becomes part of the environment's.
func (e *Environment) On(base digest.Digest) *Environment {
	on := *e
	on.id = digest.NewKey("cairn-environment-on-v1").Digest("environment", e.id).Digest("base", base).Sum()
	return &on
}

// Without returns the environment in which the named libraries may be missing: what
// wants them does without.
func (e *Environment) Without(libraries []string) *Environment {
	without := *e
	without.optional = slices.Clone(libraries)
	return &without
}

// ID names the root's content, the variables, and the base system where On said
// which it is. Runtime mounts do not count by themselves: where they are the host's,
// the environment is impure and its user says so.
func (e *Environment) ID() digest.Digest { return e.id }

// Tree is the store's name of the root.
func (e *Environment) Tree() digest.Digest { return e.tree }

// Root is the host's path of what programs see at Prefix. It is read-only.
func (e *Environment) Root() string { return e.root }

// Variables returns a copy of what the stack sets for its programs.
func (e *Environment) Variables() map[string]string { return maps.Clone(e.variables) }

// mounts is the composed root without what a single invocation adds.
func (e *Environment) mounts() []Mount {
	return append(slices.Clone(e.runtime), Mount{Source: e.root, Target: Prefix, ReadOnly: true})
}
