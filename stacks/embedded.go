package stacks

import (
	"embed"
	"io/fs"
)

//go:embed definitions
var embedded embed.FS

// Embedded returns the folder of definitions that the binary carries.
func Embedded() fs.FS {
	sub, err := fs.Sub(embedded, "definitions")
	if err != nil {
		panic(err) // the name is a constant
	}
	return sub
}
