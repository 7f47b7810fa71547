package patches

import (
	"context"
	"fmt"
	"slices"
)

// report says what came out.
func (d *drifting) report(ctx context.Context, from, to int32) (*DriftReport, error) {
	r := &DriftReport{Commits: len(d.line) - 1, Tried: d.tried, Cut: d.history.cut, Patches: []PatchDrift{}}
	var err error
	after := -1
	if from == d.line[0] {
		after = 0
	}
	if r.From, err = d.history.info(from, after); err != nil {
		return nil, err
	}
	if r.To, err = d.history.info(to, len(d.line)-1); err != nil {
		return nil, err
	}
	if r.Base, err = d.history.info(d.line[0], 0); err != nil {
		return nil, err
	}
	for _, m := range d.missing {
		info, err := d.info(m.k)
		if err != nil {
			return nil, err
		}
		r.Unread = append(r.Unread, UnreadVersion{m.path, *info})
	}
	d.stacked = make([]bool, len(d.trials.patches))
	for i := range d.stacked {
		d.stacked[i] = !d.applies(i, false, 0) && d.applies(i, true, 0)
	}
	for i := range d.trials.patches {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p, err := d.patch(ctx, i)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.trials.patches[i].input.Name, err)
		}
		r.Patches = append(r.Patches, *p)
	}
	if r.Clean, r.Newest, err = d.clean(func(i, k int) bool { return d.applies(i, d.stacked[i], k) }); err != nil {
		return nil, err
	}
	if len(d.trials.patches) > 1 {
		r.Stack = &StackDrift{}
		if r.Stack.Clean, r.Stack.Newest, err = d.clean(func(i, k int) bool { return d.applies(i, true, k) }); err != nil {
			return nil, err
		}
	}
	r.Summary = summarise(r.Patches)
	return r, nil
}

// info names the k-th commit of the line.
func (d *drifting) info(k int) (*CommitInfo, error) {
	info, err := d.history.info(d.line[k], k)
	return &info, err
}

// clean finds how far all patches apply, and the newest commit where they all do.
func (d *drifting) clean(applies func(patch, k int) bool) (clean, newest *CommitInfo, err error) {
	all := func(k int) bool {
		tried := false
		for i := range d.trials.patches {
			if len(d.trials.patches[i].slots) == 0 {
				continue
			}
			if !applies(i, k) {
				return false
			}
			tried = true
		}
		return tried
	}
	k := 0
	for k < len(d.line) && all(k) {
		k++
	}
	if k > 0 {
		if clean, err = d.info(k - 1); err != nil {
			return nil, nil, err
		}
	}
	for k = len(d.line) - 1; k >= 0; k-- {
		if all(k) {
			newest, err = d.info(k)
			break
		}
	}
	return clean, newest, err
}

// patch says how one patch fares.
func (d *drifting) patch(ctx context.Context, i int) (*PatchDrift, error) {
	t := d.trials.patches[i]
	p := &PatchDrift{File: t.input.Name, Stacked: d.stacked[i], Fault: t.fault, Fate: NeverApplies, Hunks: []HunkDrift{}}
	if t.fault != nil {
		p.Fate = ""
		return p, nil
	}
	var err error
	last := len(d.line) - 1
	end := last
	for end >= 0 && !d.applies(i, p.Stacked, end) {
		end--
	}
	if end >= 0 {
		if p.AppliesAt, err = d.info(end); err != nil {
			return nil, err
		}
		if end < last {
			if p.BreaksAt, err = d.info(end + 1); err != nil {
				return nil, err
			}
		}
		first := 0
		for first < end && !d.applies(i, p.Stacked, first) {
			first++
		}
		for first <= end && d.applies(i, p.Stacked, first) {
			first++
		}
		if first <= last {
			if p.First, err = d.info(first); err != nil {
				return nil, err
			}
		}
	}
	for j := range t.slots {
		h, err := d.hunk(ctx, i, j)
		if err != nil {
			return nil, err
		}
		p.Hunks = append(p.Hunks, *h)
	}
	p.Fate = worst(p.Hunks)
	return p, nil
}

// worst is the fate of a patch.
func worst(hunks []HunkDrift) Fate {
	order := []Fate{Applies, HasLanded, Breaks, NeverApplies}
	fate := 0
	for i := range hunks {
		fate = max(fate, slices.Index(order, hunks[i].Fate))
	}
	return order[fate]
}

// hunk says how one hunk fares.
func (d *drifting) hunk(ctx context.Context, i, j int) (*HunkDrift, error) {
	t := d.trials.patches[i]
	slot := &t.slots[j]
	f := &t.patch.Files[slot.section]
	h := &HunkDrift{Path: f.Name(), Index: slot.hunk + 1, HeaderLine: f.Line, Flips: []Flip{}}
	if f.OldName != "" && f.OldName != h.Path {
		h.OldPath = f.OldName
	}
	if slot.hunk >= 0 {
		h.HeaderLine = f.Hunks[slot.hunk].Line
	}
	state := func(k int) HunkState { return d.outcome(i, slot, k).hunks[slot.at].state }
	last := len(d.line) - 1
	h.AtBase, h.AtTo = state(0), state(last)
	applied, landed := -1, -1
	for k := range d.line {
		now := state(k)
		if k > 0 && d.results[slot.group][k] != d.results[slot.group][k-1] && kindOf(now) != kindOf(state(k-1)) {
			info, err := d.info(k)
			if err != nil {
				return nil, err
			}
			h.Flips = append(h.Flips, Flip{*info, now})
		}
		if now.applies() {
			applied, landed = k, -1
		} else if now == HunkLanded && landed < 0 {
			landed = k
		}
	}
	var err error
	switch {
	case applied == last:
		h.Fate = Applies
	case landed >= 0:
		h.Fate = HasLanded
		if landed > 0 {
			if h.Landed, err = d.info(landed); err != nil {
				return nil, err
			}
		}
	case applied >= 0:
		h.Fate = Breaks
	default:
		h.Fate = NeverApplies
	}
	if applied < 0 {
		return h, nil
	}
	if h.AppliesAt, err = d.info(applied); err != nil {
		return nil, err
	}
	if applied < last {
		h.Break, err = d.cause(ctx, i, slot, applied)
	}
	return h, err
}

// kindOf leaves out how well a hunk applies.
func kindOf(s HunkState) HunkState {
	if s.applies() {
		return HunkExact
	}
	return s
}

// summarise groups hunks by what became of them: those that apply first, then by the
// commit that broke or landed them, in the order of the line.
func summarise(patches []PatchDrift) DriftSummary {
	s := DriftSummary{Groups: []DriftGroup{}}
	files := map[string]bool{}
	type key struct {
		fate     Fate
		commit   string
		did      Cause
		path, by string
	}
	groups := map[key]int{}
	for i := range patches {
		for j := range patches[i].Hunks {
			h := &patches[i].Hunks[j]
			s.Hunks++
			files[h.Path] = true
			k := key{fate: h.Fate}
			b := h.Break
			if h.Fate == HasLanded {
				b = nil
				if h.Landed != nil {
					b = &Break{Commit: *h.Landed, Did: LandedChange}
				}
			}
			if h.Fate == Applies {
				b = nil
			}
			if b != nil {
				k.commit, k.did, k.by = b.Commit.ID, b.Did, b.Patch
				if b.Did == MovedLines || b.Did == RenamedFile {
					k.path = b.Path
				}
				shared := *b
				shared.Lost = nil
				b = &shared
			}
			at, ok := groups[k]
			if !ok {
				at = len(s.Groups)
				groups[k] = at
				s.Groups = append(s.Groups, DriftGroup{Fate: h.Fate, Break: b})
			}
			s.Groups[at].add(patches[i].File, h)
		}
	}
	s.Files = len(files)
	slices.SortStableFunc(s.Groups, func(a, b DriftGroup) int { return a.rank() - b.rank() })
	return s
}

// rank is where a group stands in a summary.
func (g *DriftGroup) rank() int {
	switch {
	case g.Fate == Applies:
		return -2
	case g.Break == nil && g.Fate == NeverApplies:
		return 1 << 30
	case g.Break == nil:
		return -1
	}
	return g.Break.Commit.After
}

// add counts a hunk in.
func (g *DriftGroup) add(file string, h *HunkDrift) {
	g.Hunks++
	if n := len(g.Places); n > 0 && g.Places[n-1].File == file && g.Places[n-1].Path == h.Path {
		g.Places[n-1].Hunks = append(g.Places[n-1].Hunks, h.Index)
		return
	}
	g.Places = append(g.Places, DriftPlace{file, h.Path, []int{h.Index}})
}
