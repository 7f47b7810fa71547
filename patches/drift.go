package patches

// Fate is what becomes of a hunk on the way.
type Fate string

// The fates.
const (
	// Applies: it applies at the newest commit.
	Applies Fate = "applies"
	// Breaks: it applied, and at the newest commit it does not.
	Breaks Fate = "breaks"
	// HasLanded: upstream made the change.
	HasLanded Fate = "landed"
	// NeverApplies: at no commit of the line.
	NeverApplies Fate = "never"
)

// Cause is what a commit did to a hunk.
type Cause string

// The causes.
const (
	ChangedContext Cause = "changed-context"
	ChangedLines   Cause = "changed-lines"
	MovedLines     Cause = "moved"
	RenamedFile    Cause = "renamed-file"
	DeletedFile    Cause = "deleted-file"
	CreatedFile    Cause = "created-file"
	ChangedType    Cause = "changed-type"
	LandedChange   Cause = "landed"
	// FollowsPatch: an earlier patch of the series broke, which this one builds on.
	FollowsPatch Cause = "follows"
)

// DriftReport says how patches fare along a line of upstream commits.
type DriftReport struct {
	From CommitInfo `json:"from"`
	To   CommitInfo `json:"to"`
	// Base is where the line begins: From, or where To's history has left it.
	Base CommitInfo `json:"base"`
	// Commits counts the line, without Base; Tried the distinct versions of files that
	// were tried.
	Commits int          `json:"commits"`
	Tried   int          `json:"tried"`
	Patches []PatchDrift `json:"patches"`
	// Unread are versions of files that the repository lacks, as a mirror may that leaves
	// large blobs out. Each is taken for the one before it.
	Unread []UnreadVersion `json:"unread,omitempty"`
	// Cut counts parents that are not in the store; the line does not need them.
	Cut int `json:"cut,omitempty"`
	// Clean is the last commit up to which every patch applies at every commit, nil if
	// they do not at Base; Newest the newest at which they all do. Patches with a Fault
	// do not count.
	Clean  *CommitInfo `json:"clean"`
	Newest *CommitInfo `json:"newest"`
	// Stack says the same of all of them applied one on the other; nil for a single one.
	Stack   *StackDrift  `json:"stack,omitempty"`
	Summary DriftSummary `json:"summary"`
}

// UnreadVersion is a version of a file that could not be read, and the commit with which
// it came.
type UnreadVersion struct {
	Path   string     `json:"path"`
	Commit CommitInfo `json:"commit"`
}

// StackDrift is how a series fares as a whole.
type StackDrift struct {
	Clean  *CommitInfo `json:"clean"`
	Newest *CommitInfo `json:"newest"`
}

// PatchDrift is how one patch fares.
type PatchDrift struct {
	File string `json:"file"`
	// Stacked says that it was tried on top of the patches before it, because it does
	// not apply to Base alone but does on them; else it was tried alone.
	Stacked bool `json:"stacked"`
	// Fault says why it could not be tried.
	Fault *Fault `json:"fault,omitempty"`
	// Fate is the worst of its hunks', "" with a Fault.
	Fate Fate `json:"fate"`
	// AppliesAt is the last commit at which all of it applies, BreaksAt the one after
	// it; nil where there is none. First is the first at which it does not.
	AppliesAt *CommitInfo `json:"applies_at"`
	BreaksAt  *CommitInfo `json:"breaks_at"`
	First     *CommitInfo `json:"first_break"`
	Hunks     []HunkDrift `json:"hunks"`
}

// HunkDrift is how one hunk fares. A section without hunks, as one that only renames,
// counts as one with Index 0.
type HunkDrift struct {
	Path string `json:"path"`
	// OldPath is the name before, where that is another.
	OldPath    string `json:"old_path,omitempty"`
	Index      int    `json:"index"`
	HeaderLine int    `json:"header_line"`
	Fate       Fate   `json:"fate"`
	// AtBase and AtTo are its states at the ends of the line: HunkConflict, too, where
	// the patch is refused for another reason, as a folder in the way of its file.
	AtBase HunkState `json:"at_base"`
	AtTo   HunkState `json:"at_to"`
	// AppliesAt is the last commit where it applies, Break the next one, which is where
	// it does not; nil where there is none.
	AppliesAt *CommitInfo `json:"applies_at"`
	Break     *Break      `json:"break"`
	// Landed is the commit that made the change upstream, for HasLanded; nil if it was
	// there at Base already.
	Landed *CommitInfo `json:"landed"`
	// Flips are all changes between applying, landed and conflict, oldest first.
	Flips []Flip `json:"flips"`
}

// Flip is a commit at which a hunk's state became another.
type Flip struct {
	Commit CommitInfo `json:"commit"`
	State  HunkState  `json:"state"`
}

// Break is the commit that broke a hunk.
type Break struct {
	Commit CommitInfo `json:"commit"`
	// Brought is the commit that did it where Commit merges it; nil if that is not one
	// alone.
	Brought *CommitInfo `json:"brought,omitempty"`
	// Unsure says that the version before Commit's could not be read: an earlier commit
	// may have broken it already.
	Unsure bool  `json:"unsure,omitempty"`
	Did    Cause `json:"did"`
	// Path and Line, from 1, are where the lines or the file went; "" and 0 if unknown.
	Path string `json:"path,omitempty"`
	Line int    `json:"line,omitempty"`
	// Lost are the lines of the decoded patch, from 1, whose text is gone from there.
	Lost []int `json:"lost,omitempty"`
	// Patch is the earlier patch, for FollowsPatch.
	Patch string `json:"patch,omitempty"`
}

// DriftSummary counts, and groups by what happened.
type DriftSummary struct {
	Hunks int `json:"hunks"`
	// Files counts the files that the patches touch.
	Files  int          `json:"files"`
	Groups []DriftGroup `json:"groups"`
}

// DriftGroup is the hunks that share a fate, a commit and what it did.
type DriftGroup struct {
	Fate   Fate         `json:"fate"`
	Hunks  int          `json:"hunks"`
	Break  *Break       `json:"break"`
	Places []DriftPlace `json:"places"`
}

// DriftPlace is the hunks of one file of one patch.
type DriftPlace struct {
	File  string `json:"file"`
	Path  string `json:"path"`
	Hunks []int  `json:"hunks"`
}
