package patches

// Relation is how two patches stand to each other.
type Relation string

// The relations of a patch to another.
const (
	// Needs: it does not apply without the other.
	Needs Relation = "needs"
	// Ordered: it goes after the other; the other way round one does not apply, or the
	// tree is another.
	Ordered Relation = "ordered"
	// Supersedes: all that the other changes is in it. They must not be stacked.
	Supersedes Relation = "supersedes"
	// Excludes: they do not go together in either order, or make the same change twice.
	// They must not be stacked.
	Excludes Relation = "excludes"
	// Commutes: both orders give the same tree, byte for byte.
	Commutes Relation = "commutes"
)

// SeriesGraph says which patch needs which.
type SeriesGraph struct {
	Commit string      `json:"commit"`
	Tree   string      `json:"tree"`
	Nodes  []GraphNode `json:"nodes"`
	// Edges are all relations but Commutes; of Needs, those that do not follow from
	// others.
	Edges []GraphEdge `json:"edges"`
	// Pairs are those proved to commute.
	Pairs []GraphEdge `json:"pairs"`
	// Exclusive are sets of three or more patches that must not be stacked with each
	// other, as snapshots of one file are: at most one of each set can be taken. No patch
	// is in two of them; Edges has the pairs, too.
	Exclusive [][]int `json:"exclusive"`
	// Stack says that all of them apply in the order given, one on the other.
	Stack bool `json:"stack"`
}

// GraphNode is one patch.
type GraphNode struct {
	// Index counts from 1, in the order given.
	Index int    `json:"index"`
	File  string `json:"file"`
	// Status is what becomes of it with Ancestors applied before it, Alone what does on
	// the commit alone. Where Status is conflict, no set of those before it was found on
	// which it applies.
	Status Status `json:"status"`
	Alone  Status `json:"alone"`
	// Ancestors are the patches that must go before it: none of them can be left out.
	// Needs are those of them that no other of them needs.
	Needs     []int    `json:"needs"`
	Ancestors []int    `json:"ancestors"`
	Paths     []string `json:"paths"`
	Fault     *Fault   `json:"fault,omitempty"`
}

// GraphEdge says how the patch From stands to the patch To, by Index.
type GraphEdge struct {
	From     int      `json:"from"`
	To       int      `json:"to"`
	Relation Relation `json:"relation"`
	// Evidence is what shows it: "blob" (an id that one makes and the other wants),
	// "base" (cut from the same version of a file), "lines" (hunks overlap), "hunks" (they
	// have a change in common), "trial" (it was tried), "disjoint" (they touch no file in
	// common, and what a patch makes of a file depends on that file alone).
	Evidence []string `json:"evidence"`
	Paths    []string `json:"paths,omitempty"`
	// Tree is what both orders give on the commit with the Ancestors of both, for
	// Commutes by trial.
	Tree string `json:"tree,omitempty"`
}
