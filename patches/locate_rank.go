package patches

import (
	"context"
	"strings"
)

// score is how well a state fits: the fewest mismatches, then the most hunks that have
// a place, then the most that have their own.
type score struct {
	mismatches int
	placedHunks
}

func (s *score) better(than *score) bool {
	if s.mismatches != than.mismatches {
		return s.mismatches < than.mismatches
	}
	if s.placed != than.placed {
		return s.placed > than.placed
	}
	return s.exact > than.exact
}

// judged is what a section is judged by.
type judged struct {
	*locateSection
	by   string
	path int // index of watch.paths
}

// locate finds one base for files.
func (l *locating) locate(ctx context.Context, files []locateFile) (*Location, error) {
	sections := l.judge(files)
	result := &Location{Confidence: Nowhere, Sections: []SectionFit{}}
	for i := range files {
		if result.Hint == "" {
			result.Hint = files[i].hint
		}
	}
	for i := range sections {
		if s := &sections[i]; s.by == "id" || s.by == "absence" {
			result.IDs++
		}
	}
	scores := make([]score, len(l.watch.states))
	for state := range scores {
		for i := range sections {
			s := &sections[i]
			entry := l.watch.states[state][s.path]
			if s.by == "id" && !s.has(l.watch, entry) || s.by == "absence" && l.watch.entries[entry].isFile() {
				scores[state].mismatches++
			}
		}
	}
	best, second, err := l.rank(ctx, sections, scores)
	if err != nil {
		return nil, err
	}
	base, err := l.choose(result, func(state int32) bool { return scores[state] == best })
	if err != nil {
		return nil, err
	}
	if base < 0 { // there are no commits
		return result, l.sections(result, sections, base)
	}
	top := scores[l.states[base]]
	usable, matched := 0, 0
	for i := range sections {
		s := &sections[i]
		if s.by != "id" {
			continue
		}
		usable++
		if s.has(l.watch, l.watch.states[l.states[base]][s.path]) {
			matched++
		}
	}
	switch {
	case usable > 0 && top.mismatches == 0:
		result.Confidence = ByIDs
	case matched > 0:
		result.Confidence = ByPart
	case top.placed > 0:
		result.Confidence = ByContent
	default:
		// That files are not there yet is true of any commit before the first.
		result.Equal, result.Elsewhere, result.Oldest = 0, 0, nil
		result.Mismatches, result.Hunks = top.mismatches, top.hunks
		return result, l.sections(result, sections, -1)
	}
	if result.Commit, err = l.info(base); err != nil {
		return nil, err
	}
	result.Mismatches, result.Hunks, result.Placed, result.Exact = top.mismatches, top.hunks, top.placed, top.exact
	if second != nil {
		result.RunnerUp = &Fit{IDs: result.IDs, Mismatches: second.mismatches, Hunks: second.hunks, Placed: second.placed, Exact: second.exact}
		at := l.newest(func(state int32) bool { return scores[state] == *second })
		if result.RunnerUp.Commit, err = l.info(at); err != nil {
			return nil, err
		}
	}
	return result, l.sections(result, sections, base)
}

// judge decides what each section is judged by.
func (l *locating) judge(files []locateFile) []judged {
	var out []judged
	made := map[string][]string{}
	for i := range files {
		for _, s := range files[i].sections {
			j := judged{locateSection: s, by: "nothing", path: l.watch.index(s.path)}
			switch {
			case made[s.path] != nil && s.madeBefore(made[s.path]):
				j.by = "series"
			case s.absent:
				j.by = "absence"
			case s.id != "":
				j.by = "id"
			case len(s.hunks) > 0:
				j.by = "content"
			}
			out = append(out, j)
		}
		// What a patch makes is there for the next ones.
		for _, s := range files[i].sections {
			if s.made != "" {
				made[s.path] = append(made[s.path], s.made)
			}
		}
	}
	return out
}

// madeBefore says whether the section changes what an earlier patch makes. One that is
// cut from upstream too is judged by that.
func (s *locateSection) madeBefore(made []string) bool {
	for _, id := range made {
		if s.id != "" && strings.Trim(id, "0") != "" && (strings.HasPrefix(id, s.id) || strings.HasPrefix(s.id, id)) {
			return true
		}
	}
	return false
}

// has says whether an entry is the section's old blob.
func (s *locateSection) has(w *pathWatch, entry int32) bool {
	fits, ok := s.fits[entry]
	if !ok {
		e := &w.entries[entry]
		fits = e.isFile() && strings.HasPrefix(e.id.String(), s.id)
		s.fits[entry] = fits
	}
	return fits
}

// wasThere says whether any commit has the section's old blob.
func (l *locating) wasThere(s *locateSection, path int) bool {
	for _, state := range l.watch.states {
		if s.has(l.watch, state[path]) {
			return true
		}
	}
	return false
}

// rank finishes the scores and finds the best and the second best; nil if there is only
// one. Content is looked at only where ids leave a choice: it is what costs.
func (l *locating) rank(ctx context.Context, sections []judged, scores []score) (best score, second *score, err error) {
	fewest := -1
	for i := range scores {
		if m := scores[i].mismatches; fewest < 0 || m < fewest {
			fewest = m
		}
	}
	for state := range scores {
		if scores[state].mismatches != fewest {
			continue
		}
		if err := ctx.Err(); err != nil {
			return best, nil, err
		}
		for i := range sections {
			if !sections[i].byContent || sections[i].by == "series" {
				continue
			}
			placed, err := l.place(sections[i].locateSection, l.watch.states[state][sections[i].path])
			if err != nil {
				return best, nil, err
			}
			scores[state].add(placed)
		}
	}
	first := true
	for i := range scores {
		s := &scores[i]
		switch {
		case first || s.better(&best):
			if !first {
				was := best
				second = &was
			}
			best, first = *s, false
		case *s != best && (second == nil || s.better(second)):
			other := *s
			second = &other
		}
	}
	return best, second, nil
}

// newest is the first commit of the best line that has a state that fits, -1 for none.
func (l *locating) newest(fits func(state int32) bool) int32 {
	found := int32(-1)
	for i, state := range l.states {
		if (found < 0 || l.lines[i] < l.lines[found]) && fits(state) {
			found = int32(i)
		}
	}
	return found
}

// choose picks the commit among those that fit, -1 if none does, and says how far they
// reach.
func (l *locating) choose(result *Location, fits func(state int32) bool) (int32, error) {
	total := 0
	for _, state := range l.states {
		if fits(state) {
			total++
		}
	}
	base := l.newest(fits)
	if base < 0 {
		return base, nil
	}
	if result.Hint != "" {
		for i := range l.states {
			if l.history.commits[i].id.String() == result.Hint && fits(l.states[i]) {
				base, result.Hinted = int32(i), true
			}
		}
	}
	oldest := base
	for _, at := range l.history.firstParents(base) {
		if !fits(l.states[at]) {
			break
		}
		oldest = at
		result.Equal++
	}
	result.Elsewhere = total - result.Equal
	var err error
	result.Oldest, err = l.info(oldest)
	return base, err
}

// info names a commit. No line is looked at, so that its After is -1.
func (l *locating) info(at int32) (*CommitInfo, error) {
	info, err := l.history.info(at, -1)
	return &info, err
}

// sections says how each fits the base, -1 for none.
func (l *locating) sections(result *Location, sections []judged, base int32) error {
	for i := range sections {
		s := &sections[i]
		fit := SectionFit{Patch: s.patch, Path: s.locateSection.path, By: s.by, Want: s.id}
		if s.named != fit.Path {
			fit.Named = s.named
		}
		if s.by == "series" {
			fit.Fits = true
		}
		if base >= 0 {
			entry := l.watch.states[l.states[base]][s.path]
			if e := &l.watch.entries[entry]; e.isFile() {
				fit.Is = e.id.String()
			}
			switch s.by {
			case "id":
				fit.Fits = s.has(l.watch, entry)
			case "absence":
				fit.Fits = fit.Is == ""
			}
			if s.byContent && s.by != "series" {
				placed, err := l.place(s.locateSection, entry)
				if err != nil {
					return err
				}
				fit.Hunks, fit.Placed, fit.Exact = placed.hunks, placed.placed, placed.exact
				fit.Fits = fit.Fits || s.by == "content" && placed.placed == placed.hunks
			}
		}
		if s.by == "id" && !fit.Fits {
			at := l.newest(func(state int32) bool { return s.has(l.watch, l.watch.states[state][s.path]) })
			if at >= 0 {
				var err error
				if fit.Seen, err = l.info(at); err != nil {
					return err
				}
			}
		}
		result.Sections = append(result.Sections, fit)
	}
	return nil
}
