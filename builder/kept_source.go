package builder

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"cairn/builder/store"
	"cairn/stacks"
)

// Mender is a Source that can make its tree of what an earlier one became while it was
// built in. What comes out depends on nothing but the tree: all that stays is read and
// proved.
type Mender interface {
	// Mend makes the tree of dir, whatever is in it. After an error dir is of no use.
	Mend(ctx context.Context, dir string) error
}

// keptSources is the store's folder with the last build's source of each upstream. Most
// builds leave their source as it was, and the next differs by a file: reading two thousand
// files again is a tenth of making them.
const keptSources = "sources"

// keptSource is where the source of the action's component is kept; "" where it is not.
// Builds that work in their source leave more there than they save.
func (x *execution) keptSource() string {
	if x.visit || x.Kind != stacks.CMakeBuild || x.component.Source.Upstream == nil {
		return ""
	}
	return url.PathEscape(x.component.Source.Upstream.Name)
}

// takeSource moves what is kept to dir and mends it. It says whether dir is the source now;
// if not, there is nothing at dir.
func (x *execution) takeSource(ctx context.Context, dir string) (bool, error) {
	mender, ok := x.sources[x.component.Name].(Mender)
	name := x.keptSource()
	if !ok || name == "" {
		return false, nil
	}
	folder, err := x.opts.Store.Folder(keptSources)
	if err != nil {
		return false, err
	}
	if os.Rename(filepath.Join(folder, name), dir) != nil { // whoever moves it has it
		return false, nil
	}
	if err := mender.Mend(ctx, dir); err != nil {
		if ctx.Err() != nil {
			return false, context.Cause(ctx)
		}
		return false, store.RemoveAll(dir)
	}
	return true, nil
}

// keepSource leaves the source of a build that has passed to the next one. It is an
// offer: what goes wrong with it is no reason against what was built.
func (x *execution) keepSource(dir string) {
	if _, ok := x.sources[x.component.Name].(Mender); !ok || x.keptSource() == "" {
		return
	}
	folder, err := x.opts.Store.Folder(keptSources)
	if err != nil {
		return
	}
	place := filepath.Join(folder, x.keptSource())
	_ = os.Chtimes(dir, time.Now(), time.Now())          // by which the collection sees its age
	_ = os.Chmod(dir, 0o755)                             // rename(2) must write its ".."
	_ = os.Rename(place, filepath.Join(x.dir, "before")) // most often it is the one that was taken
	_ = os.Rename(dir, place)                            // if another build was first, it goes with the rest
}
