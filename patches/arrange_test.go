package patches

import (
	"slices"
	"testing"
)

func TestArrange(t *testing.T) {
	t.Parallel()
	node := func(index int, status Status) GraphNode { return GraphNode{Index: index, Status: status} }
	edge := func(from int, r Relation, to int) GraphEdge { return GraphEdge{From: from, Relation: r, To: to} }
	tests := []struct {
		name   string
		graph  SeriesGraph
		series []int
		aside  []SetAside
	}{
		{"nothing between them", SeriesGraph{Nodes: []GraphNode{node(1, Clean), node(2, Offset), node(3, Fuzzy)}},
			[]int{1, 2, 3}, nil},
		{"what is needed goes first", SeriesGraph{
			Nodes: []GraphNode{node(1, Clean), node(2, Clean), node(3, Clean)},
			Edges: []GraphEdge{edge(1, Needs, 3), edge(3, Ordered, 2)},
		}, []int{2, 3, 1}, nil},
		{"what is needed keeps the order given", SeriesGraph{
			Nodes: []GraphNode{node(1, Clean), node(2, Clean), node(3, Clean)},
			Edges: []GraphEdge{edge(1, Needs, 2), edge(1, Needs, 3)},
		}, []int{2, 3, 1}, nil},
		{"of two that exclude each other the last", SeriesGraph{
			Nodes: []GraphNode{node(1, Clean), node(2, Clean)},
			Edges: []GraphEdge{edge(1, Excludes, 2)},
		}, []int{2}, []SetAside{{Index: 1, Relation: Excludes, By: 2}}},
		{"of a set of snapshots the last", SeriesGraph{
			Nodes:     []GraphNode{node(1, Clean), node(2, Clean), node(3, Clean), node(4, Clean)},
			Exclusive: [][]int{{1, 2, 4}},
		}, []int{3, 4}, []SetAside{{Index: 1, Relation: Excludes, By: 4}, {Index: 2, Relation: Excludes, By: 4}}},
		{"one that supersedes a later one", SeriesGraph{
			Nodes: []GraphNode{node(1, Clean), node(2, Clean)},
			Edges: []GraphEdge{edge(1, Supersedes, 2)},
		}, []int{1}, []SetAside{{Index: 2, Relation: Supersedes, By: 1}}},
		{"one put aside excludes nothing", SeriesGraph{
			Nodes: []GraphNode{node(1, Clean), node(2, Clean), node(3, Clean)},
			Edges: []GraphEdge{edge(2, Excludes, 3), edge(1, Excludes, 2)},
		}, []int{1, 3}, []SetAside{{Index: 2, Relation: Excludes, By: 3}}},
		{"what does not apply is no one's rival", SeriesGraph{
			Nodes: []GraphNode{node(1, Clean), node(2, Damaged)},
			Edges: []GraphEdge{edge(2, Supersedes, 1)},
		}, []int{1}, []SetAside{{Index: 2, Status: Damaged}}},
		{"a circle keeps the order", SeriesGraph{
			Nodes: []GraphNode{node(1, Clean), node(2, Clean)},
			Edges: []GraphEdge{edge(1, Ordered, 2), edge(2, Ordered, 1)},
		}, []int{2, 1}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := Arrange(&test.graph)
			if !slices.Equal(got.Series, test.series) || !slices.Equal(got.Aside, test.aside) {
				t.Errorf("got %v aside %+v, want %v aside %+v", got.Series, got.Aside, test.series, test.aside)
			}
		})
	}
}
