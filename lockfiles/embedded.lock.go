package lockfiles

import (
	"embed"
	"io/fs"
)

// This file is called *.lock.go so that the pattern always matches something: a
// cairn without a committed lock still compiles.
//
//go:embed *.lock.*
var committed embed.FS

// Embedded holds the committed locks, STACK.lock.hcl each at the top.
var Embedded fs.FS = committed
