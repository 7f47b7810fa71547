package patches

// Confidence is how sure a location is.
type Confidence string

// The confidences, best first.
const (
	// ByIDs: every blob id that the patch names for what it changes is there.
	ByIDs Confidence = "ids"
	// ByPart: some of the ids are there, and no commit has more.
	ByPart Confidence = "partial"
	// ByContent: there are no usable ids; the old lines of its hunks are there.
	ByContent Confidence = "content"
	// Nowhere: nothing of it is in the history.
	Nowhere Confidence = "none"
)

// LocateReport says where patch files were cut from.
type LocateReport struct {
	// Commits counts the history, States the distinct versions of the files that it has.
	Commits int `json:"commits"`
	States  int `json:"states"`
	// Cut counts parents that are not in the store: the base may lie behind them.
	Cut int `json:"cut,omitempty"`
	// Missing counts versions of files that were to be judged by content and that the
	// store, as a partial clone, does not have: nothing stands in them.
	Missing int        `json:"missing,omitempty"`
	Files   []Location `json:"files"`
	// Series is the one base for all of them, which may fit each less well; nil for a
	// single file.
	Series *Location `json:"series,omitempty"`
}

// Location is where a patch, or a series, was cut from.
type Location struct {
	// File is the patch's name; "" for a series.
	File       string     `json:"file,omitempty"`
	Confidence Confidence `json:"confidence"`
	Fit
	// Oldest is the other end of the commits around Commit that fit equally well, and
	// Equal counts them: the patch cannot tell them apart. Elsewhere counts commits
	// that fit as well and are not in that range.
	Oldest    *CommitInfo `json:"oldest"`
	Equal     int         `json:"equal"`
	Elsewhere int         `json:"elsewhere"`
	// Sections are what is said about each file section, in order.
	Sections []SectionFit `json:"sections"`
	// RunnerUp is the best of the others, nil if there is none.
	RunnerUp *Fit `json:"runner_up"`
	// Fault says why it could not be read, or not wholly.
	Fault *Fault `json:"fault,omitempty"`
	// Hint is the commit that the file itself names as its base (git format-patch
	// --base), "" if none; Hinted says that Commit is that one, as it fits no less.
	Hint   string `json:"hint,omitempty"`
	Hinted bool   `json:"hinted,omitempty"`
}

// Fit is how well a commit fits.
type Fit struct {
	// Commit is the newest that fits so well, the first head's own line before others;
	// nil if none fits at all.
	Commit *CommitInfo `json:"commit"`
	// IDs counts the sections that name a blob id, or that there is no file yet;
	// Mismatches those of them for which that is not so.
	IDs        int `json:"ids"`
	Mismatches int `json:"mismatches"`
	// Hunks counts the hunks that are judged by content, Placed those whose old lines
	// stand there, Exact those where they stand at the line that the hunk says.
	Hunks  int `json:"hunks"`
	Placed int `json:"placed"`
	Exact  int `json:"exact"`
}

// SectionFit is how one file section fits the located commit.
type SectionFit struct {
	// Patch is the patch's name, Path the file's in the tree, Named what the patch calls
	// it where that is another.
	Patch string `json:"patch"`
	Path  string `json:"path"`
	Named string `json:"named,omitempty"`
	// By is what it was judged by: "id", "absence" (it creates the file), "content",
	// "series" (an earlier patch makes what it changes) or "nothing".
	By string `json:"by"`
	// Fits says that all of it does.
	Fits bool `json:"fits"`
	// Want is the id that the patch names, Is the one at the commit; "" for none.
	Want string `json:"want,omitempty"`
	Is   string `json:"is,omitempty"`
	// Seen is the newest commit that has Want at that path; nil if none has.
	Seen *CommitInfo `json:"seen,omitempty"`
	// Hunks, Placed and Exact are as in Fit.
	Hunks  int `json:"hunks,omitempty"`
	Placed int `json:"placed,omitempty"`
	Exact  int `json:"exact,omitempty"`
}
