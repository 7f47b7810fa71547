//go:build race

package patches

const slowdown = 30
