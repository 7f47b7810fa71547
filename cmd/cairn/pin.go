package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cairn/builder/store"
	"cairn/digest"

	"github.com/spf13/cobra"
)

// pinPrefix begins the names of roots that a person set.
const pinPrefix = "pin/"

func newPinCommand(s *session) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:     "pin [STACK|DIGEST]",
		GroupID: groupMachine,
		Short:   "Keep what a stack is now, whatever becomes of its lock; list what is kept",
		Long: `Keep what a stack is now, whatever becomes of its lock: "cairn gc" leaves its
sources, packages, outputs and layers until "cairn unpin". A digest pins a tree or
file of the store.`,
		Example: "  cairn pin ember\n  cairn pin ember --name before-rebase\n  cairn pin\n  cairn unpin before-rebase",
		Args:    atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listPins(s)
			}
			return runPin(c.Context(), s, args[0], name)
		},
	}
	c.Flags().StringVar(&name, "name", "", "call the pin `NAME` (default: what it pins)")
	return c
}

func newUnpinCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "unpin NAME",
		GroupID: groupMachine,
		Short:   "Let \"cairn gc\" have again what a pin kept",
		Long: `Let "cairn gc" have again what a pin kept. The full name of any other root, as
"cairn du" shows it ("published/ghcr.io/me/ember:2026.11"), ends that.`,
		Example: "  cairn unpin ember",
		Args:    exactArgs("the NAME of a pin"),
		RunE:    func(_ *cobra.Command, args []string) error { return runUnpin(s, args[0]) },
	}
}

func runPin(ctx context.Context, s *session, what, name string) error {
	if name == "" {
		name = what
	}
	st, err := s.store()
	if err != nil {
		return err
	}
	var root store.Root
	if d, err := digest.Parse(what); err == nil {
		_, tree := st.Tree(d)
		_, file := st.File(d)
		if !tree && !file {
			return hinted(fmt.Errorf("%s is neither a tree nor a file of %s", what, st.Dir()), `run "cairn du --json" to see what is there`)
		}
		root.Digests = []digest.Digest{d}
	} else {
		w, err := s.openWorkshop(ctx, what)
		if err != nil {
			return err
		}
		defer w.close()
		if !w.upToDate() {
			return hinted(fmt.Errorf("%s is not built: there is nothing to pin", what), "run %q first", s.command("build", what))
		}
		lock, _, err := w.rootName()
		if err != nil {
			return err
		}
		if root, _, err = st.Root(lock); err != nil {
			return err
		}
		root.Lock = ""
		root.Digests = append(root.Digests, st.Held()...)
	}
	root.At, root.Generation = time.Now().UTC(), digest.Digest{}
	if err := st.SetRoot(pinPrefix+name, root); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(pinLine{Name: name, At: root.At, Digests: root.Digests})
	}
	s.stage("pinned", name, 0)
	return nil
}

func runUnpin(s *session, name string) error {
	st, err := s.store()
	if err != nil {
		return err
	}
	root := pinPrefix + name
	if strings.HasPrefix(name, "published/") || strings.HasPrefix(name, "lock/") || strings.HasPrefix(name, "closures/") {
		root = name // as "cairn du" shows it
	}
	if _, ok, err := st.Root(root); err != nil {
		return err
	} else if !ok {
		return hinted(fmt.Errorf("no pin is called %q", name), `run "cairn pin" to see them`)
	}
	if err := st.RemoveRoot(root); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(map[string]string{"name": name})
	}
	s.stage("unpinned", name, 0)
	return nil
}

// pinLine is one pin of "cairn pin --json".
type pinLine struct {
	Name    string          `json:"name"`
	At      time.Time       `json:"at"`
	Digests []digest.Digest `json:"digests"`
}

func listPins(s *session) error {
	st, err := s.store()
	if err != nil {
		return err
	}
	roots, err := st.Roots()
	if err != nil {
		return err
	}
	lines := []pinLine{}
	for _, name := range sortedKeys(roots) {
		if pin, ok := strings.CutPrefix(name, pinPrefix); ok {
			lines = append(lines, pinLine{Name: pin, At: roots[name].At, Digests: roots[name].Digests})
		}
	}
	if s.json {
		return s.printJSON(lines)
	}
	if len(lines) == 0 {
		s.note("pins", `none; "cairn pin STACK" makes one`)
	}
	rows := [][]string{}
	for _, line := range lines {
		rows = append(rows, []string{line.Name, line.At.Format("2006-01-02"), plural(len(line.Digests), "thing", "things")})
	}
	table(s.stdout, rows)
	return nil
}
