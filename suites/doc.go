// Package suites runs what proves a stack: quality gates first, throughput after
// them, in an environment, and writes down what was seen together with the
// machine it was seen on.
//
// How an environment is made belongs to environments; what a suite asks for, to
// stacks; printing, the path of a record and the exit status, to cmd/cairn.
// Nothing here reads a clock: the caller gives one.
package suites
