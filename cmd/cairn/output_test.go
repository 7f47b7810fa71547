package main

import (
	"slices"
	"strings"
	"testing"
)

// On a narrow terminal the widest columns of a table give way, and never those that a
// person copies.
func TestTableIsCutToTheTerminal(t *testing.T) {
	t.Parallel()
	rows := func() [][]string {
		return [][]string{
			{"stack", "variants", "lock"},
			{"a-stack-with-a-long-name", "one two three four five", "locked"},
			{"b", "ä ö ü and others of them", "stale"},
		}
	}
	for columns, want := range map[int][]string{
		80: {"stack variants lock", "a-stack-with-a-long-name one two three four five locked", "b ä ö ü and others of them stale"},
		44: {"stack variants lock", "a-stack-with-a-long-name one two t… locked", "b ä ö ü and… stale"},
		1:  {"stack variants lock", "a-stack-with-a-long-name one two… locked", "b ä ö ü a… stale"},
	} {
		table := rows()
		cut(table, columns, []string{"stack"})
		var got []string
		for _, row := range table {
			got = append(got, strings.Join(row, " "))
		}
		if !slices.Equal(got, want) {
			t.Errorf("in %d columns got %q, want %q", columns, got, want)
		}
	}
}
