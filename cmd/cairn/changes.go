package main

import (
	"fmt"
	"strings"

	"cairn/lockfiles"
)

// mostPackages is how many of one closure or one environment of Python are told apart.
const mostPackages = 12

// folded is what of the changes a person is shown, in their order. Packages are told by
// their versions alone where those moved; of many, the first, and how many more; of many
// that only come or only go, how many. What stands for several has neither value.
func folded(changes []lockfiles.Change) []lockfiles.Change {
	var shown []lockfiles.Change
	for len(changes) > 0 {
		owner, many := ownerOfMany(changes[0].What)
		if !many {
			shown, changes = append(shown, changes[0]), changes[1:]
			continue
		}
		n, come, gone := 0, 0, 0
		for n < len(changes) && strings.HasPrefix(changes[n].What, owner) {
			if changes[n].Old == "" {
				come++
			}
			if changes[n].New == "" {
				gone++
			}
			n++
		}
		var group []lockfiles.Change
		group, changes = changes[:n], changes[n:]
		of := strings.TrimSuffix(owner, ".")
		switch {
		case n > mostPackages && come == n:
			shown = append(shown, lockfiles.Change{What: fmt.Sprintf("%s: %d come", of, n)})
			continue
		case n > mostPackages && gone == n:
			shown = append(shown, lockfiles.Change{What: fmt.Sprintf("%s: %d go", of, n)})
			continue
		}
		for _, change := range group[:min(n, mostPackages)] {
			change.Old, change.New = versions(change.Old, change.New)
			shown = append(shown, change)
		}
		if n > mostPackages {
			shown = append(shown, lockfiles.Change{What: fmt.Sprintf("%s: %d more", of, n-mostPackages)})
		}
	}
	return shown
}

// changeLine is a change as a line: "+", "-" or "~", the entry, its values.
func changeLine(c lockfiles.Change) string {
	switch {
	case c.Old == "" && c.New == "":
		return "~ " + c.What
	case c.Old == "":
		return fmt.Sprintf("+ %s = %s", c.What, c.New)
	case c.New == "":
		return fmt.Sprintf("- %s = %s", c.What, c.Old)
	}
	return fmt.Sprintf("~ %s: %s → %s", c.What, c.Old, c.New)
}

// ownerOfMany returns what an entry of a closure or of an environment of Python stands
// in: "toolchain.debian_12.package.".
func ownerOfMany(what string) (owner string, ok bool) {
	for _, many := range []string{".package.", "python.wheel.", "python.sdist."} {
		if at := strings.Index(what, many); at >= 0 {
			return what[:at+len(many)], true
		}
	}
	return "", false
}

// versions leaves the digests out of "VERSION sha256:…" unless only they differ.
func versions(was, now string) (string, string) {
	a, _, _ := strings.Cut(was, " ")
	b, _, _ := strings.Cut(now, " ")
	if a == b {
		return was, now
	}
	return a, b
}
