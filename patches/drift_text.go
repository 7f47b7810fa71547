package patches

import (
	"fmt"
	"strconv"
	"strings"
)

// Text is the report as a maintainer would paste it into an issue. One patch is not
// named in it, of several each place is.
func (r *DriftReport) Text() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s in %s over %s\n", plural(r.Summary.Hunks, "hunk"), plural(r.Summary.Files, "file"), plural(r.Commits, "commit"))
	for i := range r.Summary.Groups {
		g := &r.Summary.Groups[i]
		fmt.Fprintf(&out, "  %4d  %s\n", g.Hunks, g.headline())
		if g.Fate == Applies {
			continue
		}
		for _, p := range g.Places {
			out.WriteString("        ")
			if len(r.Patches) > 1 {
				out.WriteString(p.File + ": ")
			}
			out.WriteString(p.Path)
			if hunks := p.hunks(); hunks != "" {
				out.WriteString(": " + hunks)
			}
			out.WriteByte('\n')
		}
	}
	for i := range r.Patches {
		if p := &r.Patches[i]; p.Fault != nil {
			fmt.Fprintf(&out, "  %s was not tried: %s\n", p.File, p.Fault.Message)
		}
	}
	for i := range r.Unread {
		u := &r.Unread[i]
		fmt.Fprintf(&out, "  %s of %s is not in the repository: taken for the one before it\n", u.Path, u.Commit.String())
	}
	switch {
	case r.Clean == nil:
		out.WriteString("not clean at the base\n")
	case r.Clean.ID == r.To.ID:
		out.WriteString("clean up to the newest commit\n")
	default:
		fmt.Fprintf(&out, "clean up to %s (%s after the base)\n", r.Clean.short(), plural(r.Clean.After, "commit"))
	}
	if r.Newest != nil && r.Clean != nil && r.Newest.ID != r.Clean.ID {
		fmt.Fprintf(&out, "and again at %s (%s after the base)\n", r.Newest.short(), plural(r.Newest.After, "commit"))
	}
	return out.String()
}

// headline is what became of a group.
func (g *DriftGroup) headline() string {
	verb := func(one, many string) string {
		if g.Hunks == 1 {
			return one
		}
		return many
	}
	switch {
	case g.Fate == Applies:
		return verb("applies", "apply") + " at the newest commit"
	case g.Fate == HasLanded && g.Break == nil:
		return "landed before the base"
	case g.Fate == HasLanded:
		return "landed in " + g.Break.Commit.String()
	case g.Fate == NeverApplies:
		return verb("applies", "apply") + " nowhere on the line"
	}
	text := verb("breaks", "break") + " at " + g.Break.Commit.String()
	if g.Break.Brought != nil {
		text += ", which brought " + g.Break.Brought.String()
	}
	if g.Break.Unsure {
		text += ", or before it"
	}
	return text + ": " + g.Break.describe()
}

// String is the commit as in: 8f21c3a "title (#12)", 2026-05-19.
func (c *CommitInfo) String() string {
	return fmt.Sprintf("%s %q, %s", c.short(), c.Title, c.Date.Format("2006-01-02"))
}

func (c *CommitInfo) short() string { return c.ID[:min(len(c.ID), 9)] }

// hunks lists hunks by number, "" if the section has none.
func (p *DriftPlace) hunks() string {
	var numbers []string
	for _, index := range p.Hunks {
		if index > 0 {
			numbers = append(numbers, strconv.Itoa(index))
		}
	}
	switch len(numbers) {
	case 0:
		return ""
	case 1:
		return "hunk " + numbers[0]
	}
	return "hunks " + strings.Join(numbers, ", ")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// describe is what the summary says of a break, after the commit.
func (b *Break) describe() string {
	switch b.Did {
	case MovedLines:
		return "its lines went to " + b.Path
	case ChangedContext:
		return "changed the lines around it"
	case RenamedFile:
		return "file renamed to " + b.Path
	case DeletedFile:
		if b.Path != "" {
			return "file deleted, its lines went to " + b.Path
		}
		return "file deleted"
	case CreatedFile:
		return b.Path + " came to be"
	case ChangedType:
		return "file became one of another type"
	case LandedChange:
		return "made the change"
	case FollowsPatch:
		return "builds on " + b.Patch + ", which breaks"
	case ChangedLines:
		return "changed the lines that it replaces"
	}
	return string(b.Did)
}
