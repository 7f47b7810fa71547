package patches

// ParseOptions say how a patch text is read.
type ParseOptions struct {
	// Strip, Directory, Prefix, Reverse and Recount are as in Options.
	Strip                     *int
	Directory, Prefix         string
	Reverse, Recount, Lenient bool
	// Sketch reads hunks by the shape of their lines: bare "@@" headers are taken, and
	// counts are those of the lines that are there. Each place where that was needed is
	// a fault all the same, but reading goes on after it.
	Sketch bool
}

// Parse reads a patch text, which is decoded already. What is wrong with the text is
// in Patch.Faults: without ParseOptions.Sketch reading stops at the first fault. The
// result references source. Parse is safe for concurrent use.
func Parse(source []byte, opts ParseOptions) *Patch {
	return &Patch{Source: source}
}
