package patches

import (
	"context"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Relation is how two patches stand to each other.
type Relation string

// The relations of a later patch to an earlier one.
const (
	// Needs: it does not apply without the other.
	Needs Relation = "needs"
	// Ordered: both orders apply, and give different trees.
	Ordered Relation = "ordered"
	// Supersedes: the change of the other is contained in it.
	Supersedes Relation = "supersedes"
	// Excludes: they do not go together, in either order.
	Excludes Relation = "excludes"
	// Commutes: both orders give the same tree, byte for byte.
	Commutes Relation = "commutes"
)

// SeriesGraph says which patch needs which.
type SeriesGraph struct {
	Commit string      `json:"commit"`
	Tree   string      `json:"tree"`
	Nodes  []GraphNode `json:"nodes"`
	// Edges go from the later patch to the earlier, without Commutes.
	Edges []GraphEdge `json:"edges"`
	// Pairs are those proved to commute.
	Pairs []GraphEdge `json:"pairs"`
}

// GraphNode is one patch.
type GraphNode struct {
	// Index counts from 1, in the order given.
	Index int    `json:"index"`
	File  string `json:"file"`
	// Status is what becomes of it on the base, with Ancestors applied before it.
	Status Status `json:"status"`
	// Alone is what becomes of it on the base alone.
	Alone Status `json:"alone"`
	// Needs are the patches that it needs and that none of the others there needs;
	// Ancestors all that must go before it. None of them can be left out.
	Needs     []int    `json:"needs"`
	Ancestors []int    `json:"ancestors"`
	Paths     []string `json:"paths"`
	Fault     *Fault   `json:"fault,omitempty"`
}

// GraphEdge is a relation of two patches, by Index.
type GraphEdge struct {
	From     int      `json:"from"`
	To       int      `json:"to"`
	Relation Relation `json:"relation"`
	// Evidence is what shows it: "blob" (an id that one makes and the other wants),
	// "base" (cut from the same version of a file), "lines" (hunks overlap), "trial" (it
	// was tried), "disjoint" (they touch no file in common).
	Evidence []string `json:"evidence"`
	Paths    []string `json:"paths,omitempty"`
	// Tree is what both orders give, for Commutes by trial.
	Tree string `json:"tree,omitempty"`
}

// Graph finds out how the patches of a series depend on each other on a commit.
// Objects are not written. An error is about reading objects, or is ctx's.
func Graph(ctx context.Context, objects storer.EncodedObjectStorer, commit plumbing.Hash, files []Input) (*SeriesGraph, error) {
	return nil, nil
}

// DOT is the graph in Graphviz's language.
func (g *SeriesGraph) DOT() []byte { return nil }

// SVG is the graph as a picture of its own.
func (g *SeriesGraph) SVG() []byte { return nil }

// Text is the graph as lines of text.
func (g *SeriesGraph) Text() string { return "" }
