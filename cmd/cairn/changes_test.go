package main

import (
	"fmt"
	"slices"
	"testing"

	"cairn/lockfiles"
)

func TestChangesOfManyPackagesAreFolded(t *testing.T) {
	t.Parallel()
	group := func(owner string, n int, old, new string) (changes []lockfiles.Change) {
		for i := range n {
			changes = append(changes, lockfiles.Change{What: fmt.Sprintf("%s.p%02d", owner, i), Old: old, New: new})
		}
		return changes
	}
	changes := slices.Concat(
		[]lockfiles.Change{{What: "component.c.tree", Old: "1", New: "2"}, {What: "python.version", New: "3.12"}},
		group("toolchain.few.package", 2, "", "1.0 sha256:00"),
		group("toolchain.gone.package", 13, "1.0 sha256:00", ""),
		group("toolchain.moved.package", 14, "1.0 sha256:00", "1.1 sha256:01"),
		group("toolchain.new.package", 139, "", "1.0 sha256:00"),
		group("toolchain.rebuilt.package", 1, "1.0 sha256:00", "1.0 sha256:01"),
	)
	var got []string
	for _, change := range folded(changes) {
		got = append(got, changeLine(change))
	}
	want := []string{"~ component.c.tree: 1 → 2", "+ python.version = 3.12"}
	for i := range 2 {
		want = append(want, fmt.Sprintf("+ toolchain.few.package.p%02d = 1.0", i))
	}
	want = append(want, "~ toolchain.gone.package: 13 go")
	for i := range 12 {
		want = append(want, fmt.Sprintf("~ toolchain.moved.package.p%02d: 1.0 → 1.1", i))
	}
	want = append(want, "~ toolchain.moved.package: 2 more", "~ toolchain.new.package: 139 come",
		"~ toolchain.rebuilt.package.p00: 1.0 sha256:00 → 1.0 sha256:01")
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
