package patches

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// session is one patch being applied to one tree.
type session struct {
	*objects
	root    plumbing.Hash
	opts    Options
	patch   *Patch
	placing placing
	// spaceErrors counts the whitespace errors that the patch would add.
	spaceErrors int
	// targets are in the order of applying, sections in that of the text.
	sections, targets []*target
	// table says for a name what the sections so far have made of it.
	table map[string]record
	// from counts the sections by the name that they go from.
	from map[string]int
	// The symlinks that the patch takes away, and those it makes or leaves.
	removedLinks, keptLinks map[string]bool
	notes                   []Fault
	// known are the attribute files read so far, by folder.
	known map[string][]spaceAttribute
	// comparisons are those that are left, produced what was made so far, in bytes.
	comparisons, produced int
	// lines is room for the file at hand.
	lines []imageLine
	// single says that nothing will be applied to what comes out.
	single bool
}

// record is what became of a name in the course of a session: the section that wrote
// it, or that it is gone, or will be.
type record struct {
	by            *target
	gone, leaving bool
}

// target is one file section under way.
type target struct {
	FileDiff
	verdict FileVerdict
	rule    spaceRule
	skipped bool
	// before is what the hunks were placed in, once placed is set; result is the file
	// after the patch.
	before, result []byte
	placed         bool
	// id is that of result where it is known without hashing: a file that is only moved,
	// copied, or given another mode.
	id plumbing.Hash
	// missing says that what it changes is not there; weak that this is the only sign of
	// its having landed.
	missing, weak  bool
	landed, failed bool
}

// newSession checks the options that can be wrong.
func newSession(o *objects, root plumbing.Hash, opts Options) (*session, *Fault) {
	s := &session{objects: o, root: root, opts: opts, table: map[string]record{}, from: map[string]int{}, comparisons: maxComparisons, removedLinks: map[string]bool{}, keptLinks: map[string]bool{},
		known: map[string][]spaceAttribute{}}
	if root == emptyTree {
		s.root = plumbing.ZeroHash
	}
	rule, err := parseSpaceRule(opts.WhitespaceRule)
	if err != nil {
		return nil, &Fault{Message: err.Error()}
	}
	switch opts.Whitespace {
	case "":
		s.opts.Whitespace = WhitespaceWarn
	case WhitespaceNowarn, WhitespaceWarn, WhitespaceFix, WhitespaceError:
	default:
		return nil, &Fault{Message: fmt.Sprintf("%q is no whitespace mode", opts.Whitespace), Hint: "one of nowarn, warn, fix, error"}
	}
	s.placing = placing{
		context:     -1,
		unidiffZero: opts.UnidiffZero,
		ignoreSpace: opts.IgnoreWhitespace,
		fix:         s.opts.Whitespace == WhitespaceFix,
		rule:        rule,
		reverse:     opts.Reverse,
		inaccurate:  opts.InaccurateEOF,
		warnsAtEOF:  s.opts.Whitespace != WhitespaceNowarn,
		left:        &s.comparisons,
	}
	if opts.Context != nil {
		s.placing.context = max(*opts.Context, 0)
	}
	return s, nil
}

// run tries every section. What becomes of them is in targets.
func (s *session) run(ctx context.Context) error {
	s.sections = make([]*target, len(s.patch.Files))
	for i := range s.patch.Files {
		t := &target{FileDiff: s.patch.Files[i], rule: s.placing.rule}
		s.sections[i] = t
		t.skipped = !s.uses(&t.FileDiff)
		if !t.skipped {
			if err := s.checkSpace(t); err != nil {
				return err
			}
		}
		if s.opts.Reverse {
			t.reverse()
			// The other name may be another matter.
			t.skipped = !s.uses(&t.FileDiff)
		}
		t.verdict = FileVerdict{Hunks: []HunkVerdict{}, Skipped: t.skipped}
		t.name()
		if t.skipped {
			continue
		}
		s.targets = append(s.targets, t)
	}
	if s.opts.Reverse {
		slices.Reverse(s.targets)
	}
	s.placing.fixAdded = s.placing.fix && s.spaceErrors > 0
	s.prepare()
	for _, t := range s.targets {
		if err := ctx.Err(); err != nil {
			return err
		}
		fault, err := s.section(t)
		if err != nil {
			return err
		}
		if fault != nil {
			t.failed = true
			if fault.Line == 0 {
				fault.Line, fault.Byte = t.Line, t.Start
			}
			t.verdict.Fault = fault
		}
	}
	return nil
}

// name puts the section's names into its verdict.
func (t *target) name() {
	t.verdict.Path = t.Name()
	if t.OldName != "" && t.OldName != t.Name() {
		t.verdict.OldPath = t.OldName
	}
}

// uses says whether prefix and globs let a section through.
func (s *session) uses(f *FileDiff) bool {
	name := f.Name()
	if rest, found := strings.CutPrefix(name, s.opts.Prefix); !found || rest == "" {
		return false
	}
	including := false
	for _, glob := range s.opts.Globs {
		if wildmatch(glob.Pattern, name) {
			return !glob.Exclude
		}
		including = including || !glob.Exclude
	}
	return !including
}

// reverse turns a section round.
func (f *FileDiff) reverse() {
	f.OldName, f.NewName = f.NewName, f.OldName
	if f.NewMode != 0 || f.Deletion != No {
		f.OldMode, f.NewMode = f.NewMode, f.OldMode
	}
	f.Creation, f.Deletion = f.Deletion, f.Creation
	f.OldID, f.NewID = f.NewID, f.OldID
}

// prepare notes what the sections are going to remove, and which symlinks they touch:
// a swap of two names must not stop at the first.
func (s *session) prepare() {
	for _, t := range s.targets {
		s.from[t.OldName]++
		if t.NewName == "" || t.Rename {
			s.table[t.OldName] = record{leaving: true}
		}
		if t.OldName != "" && t.OldMode == modeSymlink && (t.Rename || t.Deletion != No) {
			s.removedLinks[t.OldName] = true
		}
		if t.NewName != "" && t.NewMode == modeSymlink {
			s.keptLinks[t.NewName] = true
		}
	}
}

// checkSpace counts the whitespace errors of a section, and notes where its text has
// CRLF line endings before the patch: those are no errors from there on.
func (s *session) checkSpace(t *target) error {
	if s.opts.Whitespace == WhitespaceNowarn {
		return nil
	}
	var err error
	if t.rule, err = s.spaceRuleFor(t.Name()); err != nil {
		return err
	}
	added := byte('+')
	if s.opts.Reverse {
		added = '-'
	}
	rule := &t.rule
	if rule.incompleteLine && t.endsAsSymlink(s.opts.Reverse) {
		rule.incompleteLine = false
	}
	for i := range t.Hunks {
		for line := range t.Hunks[i].Lines(s.patch.Source) {
			// In the patch, a line that a marker robs of its newline has one.
			if line.Op != added && bytes.HasSuffix(bytes.TrimSuffix(line.Text, []byte{'\n'}), []byte{'\r'}) {
				rule.crAtEOL = true
			}
			counts := line.Op == added || line.Op == ' ' && s.placing.fix && !s.opts.Reverse
			if counts && rule.wrong(line.Text) {
				s.spaceErrors++
				if line.Op == added && s.opts.Whitespace == WhitespaceWarn && len(s.notes) < maxNotes {
					s.note(line.Line, 0, fmt.Sprintf("%s: the added line has a whitespace error", t.Name()))
				}
			}
		}
	}
	return nil
}

// maxNotes is how many remarks a verdict holds: enough to see what is the matter.
const maxNotes = 20

func (s *session) note(line, at int, message string) {
	s.notes = append(s.notes, Fault{Line: line, Byte: at, Message: message})
}

func (t *target) endsAsSymlink(reverse bool) bool {
	mode := t.OldMode
	if !reverse && t.NewMode != 0 {
		mode = t.NewMode
	}
	return mode == modeSymlink
}
