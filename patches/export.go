package patches

import (
	"context"
	"errors"
	"fmt"
)

// Exported is a patch file of the new series.
type Exported struct {
	// Index is that in the old series.
	Index   int
	Name    string
	Content []byte
	// Changed says that Content is not what it was.
	Changed bool
	// Options are those it is to be applied with: what was needed for the old text only
	// (strip, directory, recount, whitespace, context, globs, reverse) is gone where
	// Changed.
	Options Options
}

// Export makes the files of a rebased series: those of patches that are landed or
// skipped are missing, those that are unchanged are what they were, byte for byte. The
// others hold what DiffTrees writes, in the old file's mail header and encodings
// (Rewrite), and are proved to give the tree of the rebase.
//
// Patches that are not in the new series (conflict, waits, unapplied) are missing, too:
// see Rebased.Complete. Series is that of the request.
func Export(ctx context.Context, series []Entry, rebased *Rebased) ([]Exported, error) {
	if len(series) != len(rebased.Patches) || rebased.objects == nil {
		return nil, errors.New("export: the series is not that of the rebase")
	}
	exported := []Exported{}
	for i := range rebased.Patches {
		p := &rebased.Patches[i]
		if p.Tree == "" {
			continue
		}
		entry := series[i]
		e := Exported{Index: i, Name: entry.Name, Content: entry.Content, Options: entry.Options}
		if !p.Keep {
			if err := rebased.rewrite(ctx, &e, p); err != nil {
				return nil, fmt.Errorf("export %s: %w", entry.Name, err)
			}
		}
		exported = append(exported, e)
	}
	return exported, nil
}

// rewrite writes the file anew and proves it.
func (r *Rebased) rewrite(ctx context.Context, e *Exported, p *RebasedPatch) error {
	diff, err := r.objects.diffText(p.NewBase, p.NewTree, exportFormat)
	if err != nil {
		return err
	}
	e.Changed = true
	e.Options = Options{Limits: e.Options.Limits}
	if e.Content, err = Rewrite(e.Name, e.Content, diff); err != nil {
		return err
	}
	check := e.Options
	check.Check = true
	v, err := r.objects.apply(ctx, p.NewBase, Input{e.Name, e.Content, check}, true)
	if err != nil {
		return err
	}
	if v.Tree != p.Tree {
		// A mail whose text looks like patch, an odd name: nothing is to be written then.
		return fmt.Errorf("the file that was written gives tree %q (%s), not %s", v.Tree, v.Status, p.Tree)
	}
	return nil
}
