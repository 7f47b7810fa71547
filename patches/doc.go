// Package patches decodes, parses and applies patch files to git trees that are
// kept in a go-git object store, and says for every hunk what became of it.
//
// It follows the rules of git apply (apply.c of git 2.39 to 2.55) in reading and
// in placing, and is stricter in what it lets pass: nothing that looks like patch
// is ever dropped. There is no checkout, no clock, no network and no child
// process; the package imports nothing else of this program.
//
// The parser is this package's own, and not go-gitdiff's: that one wants exact
// positions, gives no byte offsets, knows neither traditional names, -p nor
// --directory, and stops at sketches. Tests hold the two against each other.
package patches
