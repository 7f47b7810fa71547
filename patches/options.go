package patches

// Whitespace is what is done about whitespace errors in added lines, as git apply's
// --whitespace.
type Whitespace string

// The whitespace modes. The zero value is WhitespaceWarn, as in git.
const (
	WhitespaceNowarn Whitespace = "nowarn"
	WhitespaceWarn   Whitespace = "warn"
	WhitespaceFix    Whitespace = "fix"
	WhitespaceError  Whitespace = "error"
)

// Glob is one --include or --exclude pattern, in git's wildmatch syntax, where "*"
// crosses slashes.
type Glob struct {
	Pattern string
	Exclude bool
}

// Options say how a patch is read and placed. The zero value is git apply's defaults.
// Each name is that of git apply's option, unless it says otherwise.
type Options struct {
	// Strip is -p. Nil is git's default: 1, or what a traditional header suggests.
	Strip *int
	// Directory is prepended to every name.
	Directory string
	// Prefix is the folder that git apply would be called in, "" for the top: names of
	// traditional headers begin there, and what lies outside is left alone.
	Prefix string
	// Globs decide in their order: the first that matches does.
	Globs []Glob
	// Reverse applies the patch backwards.
	Reverse bool
	// Recount does not believe the line counts of hunk headers.
	Recount bool
	// UnidiffZero accepts hunks without context for what they are.
	UnidiffZero bool
	// Context is -C: at least so many lines of context must match at each end. Nil is
	// all of them.
	Context *int
	// Whitespace decides about whitespace errors; "" is warn.
	Whitespace Whitespace
	// WhitespaceRule is core.whitespace; "" is git's default.
	WhitespaceRule string
	// IgnoreWhitespace is --ignore-space-change, for context lines.
	IgnoreWhitespace bool
	// InaccurateEOF works round a diff that does not see a missing last newline.
	InaccurateEOF bool
	// Check writes no object. It is --check, but it also says the tree.
	Check bool
	// AllowFuzz takes the tree of a patch that applies only with less context than it
	// has. Not an option of git: without it such a patch has no tree.
	AllowFuzz bool
	// Lenient switches off what is stricter here than in git: bytes that look like
	// patch may follow a hunk, a patch may change nothing, a section may remove what one
	// before it has changed, a name may hold a line break. It is for holding this package
	// against git, and for nothing else.
	Lenient bool
	// Limits bound what is decoded; the zero value is DefaultLimits.
	Limits Limits
}
