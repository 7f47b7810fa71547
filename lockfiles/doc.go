// Package lockfiles holds the lock of a stack: what its definition resolved to,
// by digest, for the stack itself and all its variants.
//
// It declares the Resolver that pins are resolved with; fetching is left to
// sources, applying to patches, and joining them to cmd/cairn. Parsing, printing
// and comparing are pure; Write is the only function that touches a disk.
package lockfiles
