package stacks

import "fmt"

// maxDecoded bounds the values and blocks of a workspace's stacks, counted once for each
// variant: a stack with a thousand of them is a thousand stacks in memory. 200 components
// and 2,000 patches in five variants are 60,000.
const maxDecoded = 500_000

// affords takes size more values and blocks for the stack n, and reports whether they
// are within maxDecoded. The first that is not is a fault; what refers to what was not
// read then is none.
func (l *loader) affords(n *node, size int) bool {
	before := l.decoded
	l.decoded += size
	if l.decoded <= maxDecoded {
		return true
	}
	l.partial = true
	if before <= maxDecoded {
		l.in(n, n.head, "Oversized stack", fmt.Sprintf("The stacks up to this one, each with its variants, come to more than %d values and blocks. Nothing after it was read: move stacks into another workspace, or make them of fewer components and variants.", maxDecoded))
	}
	return false
}

// sizeOfVariants is what decoding a stack and its variants comes to; beside is what each
// of them holds besides its own.
func sizeOfVariants(stack *node, beside int) int {
	own, changes, passes := sizeOf(stack), 0, 1
	for _, v := range stack.children("variant") {
		changes += sizeOf(v)
		passes++
	}
	own += beside - changes
	return passes*own + changes
}

// sizeOf counts the blocks and values of a block.
func sizeOf(n *node) int {
	size := 1
	for _, v := range n.attrs {
		size += 1 + len(v.items) + len(v.pairs) + len(v.fs)
		for _, argv := range v.argvs {
			size += 1 + len(argv)
		}
	}
	for _, b := range n.blocks {
		size += sizeOf(b)
	}
	return size
}
