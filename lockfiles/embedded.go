package lockfiles

import "embed"

//go:embed doc.go
var files embed.FS

// Embedded holds the committed locks, STACK.lock.hcl each at the top.
var Embedded embed.FS = files
