//go:build race

package patches

// slowdown is what the race detector multiplies processor time by.
const slowdown = 30
