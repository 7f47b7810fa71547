package patches

import (
	"context"
	"fmt"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// RebaseRequest says what is to be moved from where to where.
type RebaseRequest struct {
	// From is the commit that the series applies to, Onto the one it is to apply to.
	From, Onto plumbing.Hash
	Series     []Entry
	// Identity is the author and committer of the new commits.
	Identity Identity
	// Each takes every patch for itself, from From to Onto: a heap of patches that do
	// not build on each other (full snapshots of one file, say).
	Each bool
	// Style is that of conflict markers; "" is StyleMerge.
	Style ConflictStyle
	// Resolutions are those known from earlier. They are proposed with the conflicts
	// they fit, and applied only where UseResolutions is set. Nil for none.
	Resolutions    *Resolutions
	UseResolutions bool
	// Decisions are what a person has decided, by index in Series; nil for none.
	Decisions map[int]Decision
	// Write puts the new objects into the store. If not set, nothing is written.
	Write bool
}

// Decision is what a person says about one patch of a rebase.
type Decision struct {
	// Kind is DecisionResolve, DecisionSkip or DecisionKeep.
	Kind DecisionKind `json:"kind"`
	// Files are, for DecisionResolve, the files that stand where there was a conflict.
	Files []ResolvedFile `json:"files,omitempty"`
}

// DecisionKind is what kind of decision it is.
type DecisionKind string

// The kinds of decision. DecisionSkip leaves the patch out of the new series;
// DecisionKeep answers the question of RebaseAsk with no, it is another change.
const (
	DecisionResolve DecisionKind = "resolve"
	DecisionSkip    DecisionKind = "skip"
	DecisionKeep    DecisionKind = "keep"
)

// ResolvedFile is one file as a person left it.
type ResolvedFile struct {
	Path string `json:"path"`
	// Deleted says that there is none; Mode is git's mode otherwise.
	Deleted bool   `json:"deleted,omitempty"`
	Mode    uint32 `json:"mode,omitempty"`
	Content []byte `json:"content,omitempty"`
}

// RebaseStatus is what became of one patch in a rebase.
type RebaseStatus string

// The statuses of a rebased patch.
const (
	// RebaseClean, RebaseOffset: the file as it is applies to the new base, exactly or
	// at other lines, and gives what the merge gives. Its bytes are kept.
	RebaseClean  RebaseStatus = "clean"
	RebaseOffset RebaseStatus = "offset"
	// RebaseFuzzy: the same, but with less context than it has. It is written anew,
	// unless it was fuzzy on the old base, too.
	RebaseFuzzy RebaseStatus = "fuzzy"
	// RebaseMerged: the three-way merge is clean, or was resolved; the file is written
	// anew.
	RebaseMerged RebaseStatus = "merged"
	// RebaseLanded: the new base has it already; dropped.
	RebaseLanded RebaseStatus = "landed"
	// RebaseConflict: it conflicts with the new base itself.
	RebaseConflict RebaseStatus = "conflict"
	// RebaseWaits: all its conflicts are with patches that were left out because they
	// conflict (Needs).
	RebaseWaits RebaseStatus = "waits"
	// RebaseAsk: a commit of the same title but with another content is in the new
	// base. A person has to say whether it is the same change. Where the patch
	// merges, it is in the tree meanwhile; where it does not, Conflicts says so.
	RebaseAsk RebaseStatus = "ask"
	// RebaseSkipped: left out by DecisionSkip.
	RebaseSkipped RebaseStatus = "skipped"
	// RebaseUnapplied: it does not apply to the old base (Verdict says why), so there is
	// nothing to move.
	RebaseUnapplied RebaseStatus = "unapplied"
)

// Rebased is what came of a rebase. Its JSON form is a contract.
type Rebased struct {
	// Onto is the new base, Tree what was reached on it with the patches that merge; in
	// hex. Tree is that of Onto where nothing does, and where RebaseRequest.Each is set.
	Onto    string         `json:"onto"`
	Tree    string         `json:"tree"`
	Patches []RebasedPatch `json:"patches"`
	// Complete says that no patch is conflict, waits, ask or unapplied.
	Complete bool `json:"complete"`
	// Commit is the last of the new commits, Onto where there is none; in hex.
	Commit string `json:"commit"`

	objects *objects
}

// RebasedPatch is one patch of the series.
type RebasedPatch struct {
	File   string       `json:"file"`
	Status RebaseStatus `json:"status"`
	// Evidence says why the patch is landed or asked about ("patch-id COMMIT",
	// "reverse-applies", "empty-after-merge", "same-title COMMIT") or by what it could
	// be merged ("resolution"); "" where there is nothing to say.
	Evidence string `json:"evidence"`
	// EvidenceCommit and EvidenceTitle are of the commit in Evidence; "" if none is.
	EvidenceCommit string `json:"evidence_commit,omitempty"`
	EvidenceTitle  string `json:"evidence_title,omitempty"`
	// Tree is the tree after the patch, in hex; "" where it was left out.
	Tree string `json:"tree"`
	// Commit is its new commit, in hex; "" where it was left out.
	Commit    string             `json:"commit,omitempty"`
	Conflicts []RebaseConflictAt `json:"conflicts"`
	// Needs lists, for waits, the files of the patches it needs.
	Needs []string `json:"needs,omitempty"`
	// Changed lists the paths whose content the merge made, sorted.
	Changed []string `json:"changed,omitempty"`
	// Verdict is that of the file on the old base.
	Verdict *Verdict `json:"-"`
	// OldBase and OldTree are the trees before and after the patch on the old base,
	// NewBase and NewTree those on the new one: NewTree is zero where it was left out.
	OldBase, OldTree, NewBase, NewTree plumbing.Hash `json:"-"`
	// Keep says that the file's bytes stand: nothing is to be written.
	Keep bool `json:"kept"`
	// Unmerged holds the conflicting files, with markers.
	Unmerged []UnmergedFile `json:"-"`
}

// RebaseConflictAt is one conflict.
type RebaseConflictAt struct {
	Path string `json:"path"`
	// Hunk counts the conflicts of the file from 1; it is 0 where the conflict is about
	// the file as a whole.
	Hunk int `json:"hunk"`
	// Root says that it conflicts with the new base itself, and not only because an
	// earlier patch was left out.
	Root bool `json:"root"`
	// Kind is "content", "add/add", "modify/delete", "rename/delete", "rename/rename",
	// "binary", "mode", "type", "submodule", "symlink", "file/folder" or "moved-folder".
	Kind string `json:"kind"`
	// Line is where the conflict's marker stands in the file with conflicts, from 1; 0
	// where there is none.
	Line int `json:"line,omitempty"`
	// Proposed says that there is a recorded resolution for it (Key).
	Proposed bool   `json:"proposed"`
	Key      string `json:"key,omitempty"`
	// Detail is for a person: what the sides want.
	Detail string `json:"detail,omitempty"`
}

// UnmergedFile is a file that a person has to look at.
type UnmergedFile struct {
	Path string
	Mode uint32
	// Content has conflict markers, where the conflict is of lines; otherwise it is one
	// of the sides. Nil where no side has the file there.
	Content []byte
	// Proposed is Content with the recorded resolutions put in; nil if there are none.
	Proposed []byte
	// Base, Ours and Theirs are the three blobs, zero where a side has none.
	Base, Ours, Theirs plumbing.Hash
	// Kind is as in RebaseConflictAt.
	Kind string

	hunks []ConflictHunk
}

// Rebase moves a series to a new base: each patch is applied to the old base by the
// engine, and what it does to the trees is merged onto the new base, file by file, as
// git cherry-pick does. All patches are reported: one that conflicts is left out, and
// the next ones are merged without it.
//
// Only what the series touches is read, and, where a patch seems to have landed or
// conflicts, the commits between the bases; a history that ends early (a shallow one)
// only yields less evidence. Errors are about reading or writing objects, or are ctx's.
func Rebase(ctx context.Context, objects storer.EncodedObjectStorer, request RebaseRequest) (*Rebased, error) {
	r := &rebaser{objects: newObjects(objects), request: request}
	from, err := r.commit(request.From)
	if err != nil {
		return nil, fmt.Errorf("rebase: %w", err)
	}
	onto, err := r.commit(request.Onto)
	if err != nil {
		return nil, fmt.Errorf("rebase: %w", err)
	}
	r.oldBase, r.without, r.newBase = from.tree, from.tree, onto.tree
	r.parent = request.Onto
	r.result = &Rebased{Onto: request.Onto.String(), Tree: onto.tree.String(), Complete: true, Patches: []RebasedPatch{}, objects: r.objects}
	r.history = &upstream{objects: r.objects, from: request.From, onto: request.Onto}
	defer r.history.ahead(ctx)()
	for i := range request.Series {
		if err := r.patch(ctx, i); err != nil {
			return nil, fmt.Errorf("rebase %s: %w", request.Series[i].Name, err)
		}
		if request.Each {
			r.oldBase, r.without, r.newBase, r.parent, r.left = from.tree, from.tree, onto.tree, request.Onto, nil
		}
	}
	r.result.Tree, r.result.Commit = r.newBase.String(), r.parent.String()
	if request.Write {
		if err := r.result.write(); err != nil {
			return nil, fmt.Errorf("rebase: %w", err)
		}
	}
	return r.result, nil
}
