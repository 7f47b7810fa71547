package patches

// DiffAlgorithm is how lines are compared, as git's diff.algorithm.
type DiffAlgorithm string

// The algorithms. Git diff and git merge-file use Myers, git merge uses Histogram.
const (
	Myers     DiffAlgorithm = "myers"
	Histogram DiffAlgorithm = "histogram"
)
