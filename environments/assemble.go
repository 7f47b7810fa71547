package environments

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cairn/builder/store"
	"cairn/digest"
	"cairn/stacks"
)

// Output is what one build made: a store tree laid out as it will stand below
// Prefix (bin, lib, share, …).
type Output struct {
	Name string // of the build, for messages: "engine"
	Tree digest.Digest
}

// ConflictError says that two outputs hold one path with different content.
type ConflictError struct {
	Path          string // below Prefix
	First, Second string // names of outputs
	Reason        string
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("outputs %s and %s both have %s: %s", e.First, e.Second, e.Path, e.Reason)
}

// Assemble merges outputs into one root of the stack's environment and keeps it
// in the store as a tree of its own; a second call with the same outputs, in any
// order, assembles nothing. A path may be in several outputs if it is the same
// there; otherwise the error is a *ConflictError. Runtime mounts are the base
// system that programs need to run.
func Assemble(ctx context.Context, st *store.Store, stack *stacks.Stack, outputs []Output, runtime []Mount) (*Environment, error) {
	tree, root, err := assemble(ctx, st, stack.Ref(), outputs)
	if err != nil {
		return nil, fmt.Errorf("environment of %s: %w", stack.Ref(), err)
	}
	return New(tree, root, stack.Environment.Variables, runtime).Without(stack.Environment.OptionalLibraries), nil
}

func assemble(ctx context.Context, st *store.Store, ref string, outputs []Output) (tree digest.Digest, root string, err error) {
	outputs = distinct(outputs)
	if len(outputs) == 0 {
		return tree, "", errors.New("no build has an output")
	}
	folders := make([]string, len(outputs))
	for i, o := range outputs {
		var ok bool
		if folders[i], ok = st.Tree(o.Tree); !ok {
			return tree, "", fmt.Errorf("output %s: tree %s is not in the store", o.Name, o.Tree)
		}
		// A store that another one lends its trees to has links to them.
		if folders[i], err = filepath.EvalSymlinks(folders[i]); err != nil {
			return tree, "", fmt.Errorf("output %s: %w", o.Name, err)
		}
	}
	if len(outputs) == 1 { // the output is the root already
		return outputs[0].Tree, folders[0], nil
	}
	record := store.Record{Name: ref + "/environment", Kind: "environment"}
	trees := make([]string, len(outputs))
	for i, o := range outputs {
		trees[i] = o.Tree.String()
		record.Inputs = append(record.Inputs, store.Input{Name: fmt.Sprintf("output %04d", i), Value: trees[i]})
		record.Origins = append(record.Origins, store.Input{Name: o.Name, Value: trees[i]})
	}
	record.Key = digest.NewKey("cairn-assemble-v1").Strings("outputs", trees).Sum()
	if known, ok, err := st.Action(record.Key); err != nil {
		return tree, "", err
	} else if ok {
		if root, ok = st.Tree(known.Output); ok {
			return known.Output, root, nil
		}
	}
	started := time.Now()
	if tree, err = mergeInto(ctx, st, outputs, folders); err != nil {
		return tree, "", err
	}
	record.Output, record.Finished, record.WallTime = tree, time.Now().UTC(), time.Since(started)
	if err := st.PutAction(record.Key, record); err != nil {
		return tree, "", err
	}
	root, ok := st.Tree(tree)
	if !ok {
		return tree, "", fmt.Errorf("tree %s has left the store", tree)
	}
	return tree, root, nil
}

// distinct sorts outputs by tree and drops repeated trees: neither order nor
// repetition changes what is merged.
func distinct(outputs []Output) []Output {
	sorted := slices.Clone(outputs)
	slices.SortFunc(sorted, func(a, b Output) int {
		return strings.Compare(a.Tree.Hex()+a.Name, b.Tree.Hex()+b.Name)
	})
	return slices.CompactFunc(sorted, func(a, b Output) bool { return a.Tree == b.Tree })
}

func mergeInto(ctx context.Context, st *store.Store, outputs []Output, folders []string) (tree digest.Digest, err error) {
	temp, remove, err := st.TempDir()
	if err != nil {
		return tree, err
	}
	defer func() { err = errors.Join(err, remove()) }()
	dir := filepath.Join(temp, "root")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return tree, err
	}
	m := merge{dir: dir, owner: map[string]int{}, folders: folders}
	for i, o := range outputs {
		if err := m.add(ctx, i); err != nil {
			var conflict *ConflictError
			if errors.As(err, &conflict) {
				conflict.Second, conflict.First = o.Name, outputs[m.owner[conflict.Path]].Name
			}
			return tree, err
		}
	}
	// The tree moves in as it is: its files are second names of the outputs' own,
	// which are read-only already and take no room again.
	return st.MoveTree(ctx, dir)
}
