// Package sources holds git repositories as builds need them: a pin becomes a
// commit whose tree is proved object by object, fetched over the network, copied
// from a mirror on disk, or made from files in the binary.
//
// It implements lockfiles.Resolver. Patches are applied elsewhere, on the object
// stores that Objects and History return. No git program is run.
package sources
