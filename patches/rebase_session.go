package patches

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/storer"
)

// ErrNoRebase says that a folder holds no session, ErrRebaseExists that it holds one
// already.
var (
	ErrNoRebase     = errors.New("no rebase is under way")
	ErrRebaseExists = errors.New("a rebase is under way")
)

// RebaseSession is a rebase with stops, kept in a folder so that it outlives the
// process. Everything in the folder is replaced as a whole: a kill at any instant
// leaves the state before a call or the one after it. Two processes must not work on
// one session at the same time: callers hold a lock. Not safe for concurrent use.
//
// The folder holds request.json (what was asked, with the series), journal.json (what
// was decided; the session exists while this file does) and, at a stop, a folder
// conflict-N with the files that conflict. The rebase itself is computed anew from
// these, each time.
type RebaseSession struct {
	dir     string
	objects storer.EncodedObjectStorer
	request RebaseRequest
	journal rebaseJournal
	known   *Resolutions
	state   *RebaseState
	saved   bool // in dir
}

// RebaseState says where a session stands.
type RebaseState struct {
	Rebased *Rebased
	// Stopped is the index of the patch that a person has to look at, -1 if none is
	// left: then Finish gives the new series, and Close ends the session.
	Stopped int
	// Dir is where the files of that patch that conflict lie; "" where there are none
	// (a question, see RebaseAsk, or RebaseUnapplied). A conflict of lines is shown by
	// markers. Where it is about a file as a whole, the sides lie beside the file as
	// FILE.base, FILE.ours and FILE.theirs, and the person writes FILE, or an empty
	// FILE.deleted.
	Dir string
	// Files are the paths below Dir that want a decision, Proposed those of them where
	// an earlier resolution was put in.
	Files, Proposed []string
	// Amending says that the stop is one that Amend made: Files are there without markers.
	Amending bool
	// Decided counts the decisions that Undo can take back.
	Decided int
}

// LeftoverError says that a file at a stop is not decided yet.
type LeftoverError struct {
	// Path is below RebaseState.Dir; Line is that of a conflict marker, from 1, or 0
	// where the file is missing.
	Path string
	Line int
}

func (e *LeftoverError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: a conflict marker is left", e.Path, e.Line)
	}
	return fmt.Sprintf("%s: neither the file nor %s.deleted is there", e.Path, e.Path)
}

// StartRebase begins a session in dir, which must not hold one (ErrRebaseExists). Where
// nothing is to be decided, nothing is written there: to do it all again takes no longer
// than to go on (see Save). Request.Decisions and Request.Write are the session's to set.
func StartRebase(ctx context.Context, objects storer.EncodedObjectStorer, dir string, request RebaseRequest) (*RebaseSession, error) {
	if _, err := os.Stat(filepath.Join(dir, journalName)); err == nil {
		return nil, ErrRebaseExists
	}
	s := &RebaseSession{dir: dir, objects: objects, request: request, known: &Resolutions{}}
	for _, e := range request.Resolutions.All() {
		s.known.add(e)
	}
	if err := s.clear(); err != nil {
		return nil, err
	}
	rebased, err := s.rebase(ctx)
	if err != nil {
		return nil, err
	}
	s.journal.Step++
	s.stand(rebased)
	if s.state.Stopped < 0 {
		return s, nil
	}
	return s, s.Save()
}

// Save writes a session that StartRebase has not written, because it has no stop: before
// something is done that takes long or that can fail half way. A session that is in its
// folder stays as it is there.
func (s *RebaseSession) Save() error {
	if s.saved {
		return nil
	}
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		return fmt.Errorf("start rebase: %w", err)
	}
	if err := s.saveRequest(); err != nil {
		return err
	}
	if err := s.writeStop(); err != nil {
		return err
	}
	if err := s.saveJournal(); err != nil {
		return err
	}
	s.saved = true
	return s.sweep()
}

// OpenRebase goes on with the session in dir. The error is ErrNoRebase if none is there.
func OpenRebase(ctx context.Context, objects storer.EncodedObjectStorer, dir string) (*RebaseSession, error) {
	s := &RebaseSession{dir: dir, objects: objects, saved: true}
	if err := s.load(); err != nil {
		return nil, err
	}
	rebased, err := s.rebase(ctx)
	if err != nil {
		return nil, err
	}
	s.stand(rebased)
	return s, s.sweep()
}

// State is where the session stands.
func (s *RebaseSession) State() *RebaseState { return s.state }

// Request is what the session was started with; its Series is as it was then.
func (s *RebaseSession) Request() RebaseRequest { return s.request }

// Resolutions are those given at the start, and what Continue recorded.
func (s *RebaseSession) Resolutions() *Resolutions { return s.known }

// Continue takes what the person made of the files in RebaseState.Dir and goes on to
// the next stop. The error is a *LeftoverError where something is not decided. At a
// question it answers that the patch is another change, and keeps it. A patch that does
// not apply to the old base can only be skipped.
func (s *RebaseSession) Continue(ctx context.Context) error {
	p, err := s.stopped()
	if err != nil {
		return err
	}
	if s.journal.Amending != nil {
		return s.continueAmended(ctx, p)
	}
	if p.Status == RebaseUnapplied {
		return fmt.Errorf("%s does not apply to the old base: it can only be skipped", p.File)
	}
	if s.state.Dir == "" {
		return s.decide(ctx, &journalEntry{s.state.Stopped, Decision{Kind: DecisionKeep}})
	}
	d := Decision{Kind: DecisionResolve}
	for _, f := range p.Unmerged {
		resolved, err := s.readResolved(f)
		if err != nil {
			return err
		}
		d.Files = append(d.Files, resolved)
		if !resolved.Deleted {
			s.known.Record(f, resolved.Content)
		}
	}
	return s.decide(ctx, &journalEntry{s.state.Stopped, d})
}

// Skip leaves the patch at the stop out of the new series, and goes on.
func (s *RebaseSession) Skip(ctx context.Context) error {
	if _, err := s.stopped(); err != nil {
		return err
	}
	return s.decide(ctx, &journalEntry{s.state.Stopped, Decision{Kind: DecisionSkip}})
}

// Undo takes the last decision back. What was recorded of it stays, and is proposed.
func (s *RebaseSession) Undo(ctx context.Context) error {
	if len(s.journal.Decisions) == 0 {
		return errors.New("undo: nothing was decided yet")
	}
	s.journal.Decisions = s.journal.Decisions[:len(s.journal.Decisions)-1]
	return s.decide(ctx, nil)
}

// Finish writes the new objects to the store and returns the whole. The session must
// have no stop left; it goes on to exist until Close.
func (s *RebaseSession) Finish(ctx context.Context) (*Rebased, error) {
	if s.state.Stopped >= 0 {
		return nil, fmt.Errorf("finish rebase: %s is not decided", s.state.Rebased.Patches[s.state.Stopped].File)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.state.Rebased.write(); err != nil {
		return nil, fmt.Errorf("finish rebase: %w", err)
	}
	return s.state.Rebased, nil
}

// Close removes the session: after Finish, and once the series is written; or instead
// of it, to abort.
func (s *RebaseSession) Close() error {
	// Without its journal it is no session any more, whatever else is left.
	if err := os.Remove(filepath.Join(s.dir, journalName)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("close rebase: %w", err)
	}
	if err := s.clear(); err != nil {
		return err
	}
	if err := os.Remove(s.dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		if left, _ := os.ReadDir(s.dir); len(left) == 0 {
			return fmt.Errorf("close rebase: %w", err)
		}
	}
	return nil
}

// stopped is the patch at the stop.
func (s *RebaseSession) stopped() (*RebasedPatch, error) {
	if s.state.Stopped < 0 {
		return nil, errors.New("the rebase has no stop left")
	}
	return &s.state.Rebased.Patches[s.state.Stopped], nil
}

// rebase computes the whole from request and decisions.
func (s *RebaseSession) rebase(ctx context.Context) (*Rebased, error) {
	request := s.request
	request.Write = false
	request.Resolutions = s.known
	request.Decisions = map[int]Decision{}
	for _, e := range s.journal.Decisions {
		request.Decisions[e.Patch] = e.Decision
	}
	return Rebase(ctx, s.objects, request)
}

// decide adds a decision, if any, goes on to the next stop, and saves all that: first
// the files of the stop, in a new folder, then the journal that names it.
func (s *RebaseSession) decide(ctx context.Context, entry *journalEntry) error {
	if err := s.Save(); err != nil {
		return err
	}
	was := s.journal
	if entry != nil {
		s.journal.Decisions = append(slices.DeleteFunc(slices.Clone(was.Decisions), func(e journalEntry) bool { return e.Patch == entry.Patch }), *entry)
	}
	rebased, err := s.rebase(ctx)
	if err != nil {
		s.journal = was
		return err
	}
	s.journal.Step++
	s.journal.Amending = nil
	s.stand(rebased)
	if err := s.writeStop(); err != nil {
		return err
	}
	if err := s.saveJournal(); err != nil {
		return err
	}
	return s.sweep()
}

// stand sets the state.
func (s *RebaseSession) stand(rebased *Rebased) {
	s.state = &RebaseState{Rebased: rebased, Stopped: -1, Decided: len(s.journal.Decisions)}
	if i := s.journal.Amending; i != nil && *i < len(rebased.Patches) && rebased.Patches[*i].Tree != "" {
		if files, err := rebased.amendable(&rebased.Patches[*i]); err == nil {
			s.state.Stopped, s.state.Dir, s.state.Files, s.state.Amending = *i, s.stopDir(), files, true
			return
		}
	}
	for i := range rebased.Patches {
		p := &rebased.Patches[i]
		switch p.Status {
		case RebaseConflict, RebaseAsk, RebaseUnapplied, RebaseWaits:
		default:
			continue
		}
		s.state.Stopped = i
		if p.Status == RebaseUnapplied || p.Status == RebaseAsk || len(p.Unmerged) == 0 {
			return
		}
		s.state.Dir = s.stopDir()
		for _, f := range p.Unmerged {
			s.state.Files = append(s.state.Files, f.Path)
			if f.Proposed != nil {
				s.state.Proposed = append(s.state.Proposed, f.Path)
			}
		}
		return
	}
}

func (s *RebaseSession) stopDir() string {
	return filepath.Join(s.dir, fmt.Sprintf("%s%d", stopPrefix, s.journal.Step))
}

// sweep removes what no journal names.
func (s *RebaseSession) sweep() error { return s.clearBut(s.state.Dir, requestName, journalName) }

// clear removes everything of a session.
func (s *RebaseSession) clear() error { return s.clearBut("") }

func (s *RebaseSession) clearBut(stop string, names ...string) error {
	entries, err := os.ReadDir(s.dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("clear rebase: %w", err)
	}
	for _, e := range entries {
		path := filepath.Join(s.dir, e.Name())
		ours := e.Name() == requestName || strings.HasPrefix(e.Name(), stopPrefix) || strings.HasPrefix(e.Name(), temporaryPrefix)
		if !ours || path == stop || slices.Contains(names, e.Name()) {
			continue
		}
		if err := os.RemoveAll(path); err != nil {
			return fmt.Errorf("clear rebase: %w", err)
		}
	}
	return nil
}
