package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"cairn/lockfiles"
	"cairn/stacks"

	"github.com/spf13/cobra"
)

func newListCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		GroupID: groupStack,
		Short:   "List the stacks of the workspace, and whether they are locked",
		Example: "  cairn list\n  cairn -C my/stacks list --json",
		Args:    exactArgs(),
		RunE:    func(*cobra.Command, []string) error { return runList(s) },
	}
}

// stackLine is one stack of "cairn list --json".
type stackLine struct {
	Stack       string   `json:"stack"`
	Description string   `json:"description,omitempty"`
	Variants    []string `json:"variants"`
	Components  []string `json:"components"`
	Patches     int      `json:"patches"`
	Lock        string   `json:"lock"` // locked, stale, none or damaged
	Moved       []string `json:"moved,omitempty"`
}

func runList(s *session) error {
	ws, err := s.workspace()
	if err != nil {
		return err
	}
	lines := []stackLine{}
	for _, name := range slices.Sorted(maps.Keys(ws.Stacks)) {
		lines = append(lines, s.describe(ws, ws.Stacks[name]))
	}
	if s.json {
		return s.printJSON(lines)
	}
	rows := [][]string{{"stack", "variants", "components", "patches", "lock"}}
	for _, line := range lines {
		rows = append(rows, []string{line.Stack, few(line.Variants, 34), few(line.Components, 28), fmt.Sprint(line.Patches), line.Lock})
	}
	s.headed(rows, "stack")
	return nil
}

// few is names in a column of a table: as many as there is room for.
// "cairn show" and --json have all.
func few(names []string, room int) string {
	text := strings.Join(names, " ")
	for n := len(names) - 1; n > 0 && len(text) > room; n-- {
		text = fmt.Sprintf("%s and %d more", strings.Join(names[:n], " "), len(names)-n)
	}
	if len(text) > room {
		text = fmt.Sprintf("%d of them", len(names))
	}
	return text
}

func (s *session) describe(ws *stacks.Workspace, stack *stacks.Stack) stackLine {
	line := stackLine{Stack: stack.Name, Description: stack.Description, Variants: slices.Clone(stack.Variants), Components: []string{}}
	if line.Variants == nil {
		line.Variants = []string{}
	}
	for _, component := range stack.Components {
		line.Components = append(line.Components, component.Name)
		line.Patches += len(component.Patches)
	}
	lock, err := s.readLock(ws, stack.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		line.Lock = "none"
	case err != nil:
		line.Lock = "damaged"
	default:
		line.Lock = "locked"
		for _, move := range lockfiles.Compare(lock, ws, stack.Name) {
			line.Lock = "stale"
			line.Moved = append(line.Moved, move.Attribute)
		}
	}
	return line
}
