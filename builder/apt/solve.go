package apt

import (
	"fmt"
	"slices"
	"strings"
)

// maxSteps bounds the search; a real closure of a thousand packages takes a few
// thousand.
const maxSteps = 200_000

// preferred are packages that are taken first among alternatives: cairn's roots are
// merged from the beginning, so that the scripts which merge a root, and the perl
// that they need, are not wanted (debootstrap does the same).
var preferred = map[string]bool{"usr-is-merged": true}

// wanted is a clause that must hold, and who says so.
type wanted struct {
	clause clause
	by     *candidate // nil: the definition, or an essential package
}

// decision is a choice that may be taken back.
type decision struct {
	at      int // index of the clause in the queue
	options []*candidate
	next    int // of options
	queue   int // length before the choice
	chosen  int // length of order before the choice
}

// solver picks packages until all clauses hold. It is deterministic, and its choice
// is: essential packages first, then the definition's in their order, then
// dependencies, breadth first. An alternative that already holds costs nothing; else
// the first alternative is tried in its newest version, then its older ones, then
// what provides it (by Priority, then by name), then the next alternative. A choice
// that conflicts, or leads to a dead end, is taken back, the latest first. Nothing
// that is only recommended is taken.
type solver struct {
	u       *universe
	queue   []wanted
	order   []*candidate
	chosen  map[string]*candidate
	because map[*candidate]*candidate // who wanted it first
	failure *UnmetError               // the first dead end
	damaged error                     // a stanza that does not parse
}

// solve returns the closure of roots, sorted by name.
func (u *universe) solve(roots []clause) ([]*candidate, error) {
	s := &solver{u: u, chosen: map[string]*candidate{}, because: map[*candidate]*candidate{}}
	for _, c := range u.essential() {
		s.queue = append(s.queue, wanted{clause: clause{{name: c.Name}}})
	}
	for _, c := range roots {
		s.queue = append(s.queue, wanted{clause: c})
	}
	if err := s.run(); err != nil {
		return nil, err
	}
	closure := slices.Clone(s.order)
	slices.SortFunc(closure, func(a, b *candidate) int { return strings.Compare(a.Name, b.Name) })
	return closure, nil
}

func (s *solver) run() error {
	var decisions []decision
	for at, steps := 0, 0; at < len(s.queue); steps++ {
		if steps > maxSteps {
			return fmt.Errorf("no closure found in %d steps; the first dead end: %w", maxSteps, s.failure)
		}
		if s.holds(s.queue[at].clause) {
			at++
			continue
		}
		d := decision{at: at, options: s.options(s.queue[at].clause), queue: len(s.queue), chosen: len(s.order)}
		for !s.choose(&d) {
			if s.damaged != nil {
				return s.damaged
			}
			s.fail(s.queue[d.at])
			if len(decisions) == 0 {
				return s.failure
			}
			d, decisions = decisions[len(decisions)-1], decisions[:len(decisions)-1]
			s.undo(d)
		}
		decisions = append(decisions, d)
		at = d.at + 1
	}
	return nil
}

func (s *solver) holds(c clause) bool {
	return slices.ContainsFunc(c, func(r relation) bool { return s.holdsOne(r) })
}

func (s *solver) holdsOne(r relation) bool {
	if c := s.chosen[r.name]; c != nil && s.u.meets(c, r) {
		return true
	}
	return slices.ContainsFunc(s.u.providers[r.name], func(p provider) bool {
		return s.chosen[p.candidate.Name] == p.candidate && s.u.ours(r.qualifier) && p.meets(r)
	})
}

// options of a clause, in the order in which they are tried.
func (s *solver) options(c clause) []*candidate {
	var all []*candidate
	for _, r := range c {
		for _, option := range s.u.options(r) {
			if !slices.Contains(all, option) {
				all = append(all, option)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *candidate) int { return boolRank(preferred[b.Name]) - boolRank(preferred[a.Name]) })
	return all
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// choose takes the next option that is possible, and queues what it wants.
func (s *solver) choose(d *decision) bool {
	for d.next < len(d.options) {
		c := d.options[d.next]
		d.next++
		rel, err := s.u.related(c)
		if err != nil {
			s.damaged = err
			return false
		}
		if s.obstacle(c) != "" {
			continue
		}
		s.chosen[c.Name] = c
		s.order = append(s.order, c)
		s.because[c] = s.queue[d.at].by
		for _, depends := range rel.depends {
			s.queue = append(s.queue, wanted{clause: depends, by: c})
		}
		return true
	}
	return false
}

// undo takes back a decision and all that came after it.
func (s *solver) undo(d decision) {
	for _, c := range s.order[d.chosen:] {
		delete(s.chosen, c.Name)
		delete(s.because, c)
	}
	s.order, s.queue = s.order[:d.chosen], s.queue[:d.queue]
}

// obstacle says why c cannot join what was chosen; "" if it can.
func (s *solver) obstacle(c *candidate) string {
	if other := s.chosen[c.Name]; other != nil {
		return fmt.Sprintf("%s is taken already", other)
	}
	mine, err := s.u.related(c)
	if err != nil {
		return err.Error()
	}
	for _, other := range s.order {
		theirs, err := s.u.related(other)
		if err != nil {
			return err.Error()
		}
		for _, pair := range []struct {
			from, to *candidate
			clauses  []clause
		}{{c, other, mine.conflicts}, {other, c, theirs.conflicts}} {
			for _, conflict := range pair.clauses {
				if s.u.meets(pair.to, conflict[0]) {
					return fmt.Sprintf("%s conflicts with %s (%s)", pair.from, pair.to, conflict)
				}
			}
		}
	}
	return ""
}

// fail notes the first dead end: later ones are mostly its consequences.
func (s *solver) fail(w wanted) {
	if s.failure != nil {
		return
	}
	e := &UnmetError{Requirement: w.clause.String()}
	for by := w.by; by != nil; by = s.because[by] {
		e.Chain = append(e.Chain, by.String())
	}
	slices.Reverse(e.Chain)
	for _, r := range w.clause {
		e.Reasons = append(e.Reasons, s.reasons(r)...)
	}
	s.failure = e
}

// reasons say why none of a relation's candidates will do.
func (s *solver) reasons(r relation) []string {
	options := s.u.options(r)
	if len(options) == 0 {
		versions := s.u.byName[r.name]
		switch {
		case !s.u.ours(r.qualifier):
			return []string{r.String() + " is of another architecture"}
		case len(versions) == 0 && len(s.u.providers[r.name]) == 0:
			return []string{"no repository has " + r.name}
		case len(versions) == 0:
			return []string{r.name + " is only provided, without a version that would do"}
		case r.qualifier == "any" && r.admits(versions[0].Version):
			return []string{versions[0].String() + " is not Multi-Arch: allowed"}
		}
		return []string{"there is only " + versions[0].String()}
	}
	var reasons []string
	for _, c := range options {
		if why := s.obstacle(c); why != "" {
			reasons = append(reasons, why)
		}
	}
	return reasons
}
