package patches

import (
	"context"
	"strings"
	"testing"
)

const functionText = `int helper(int x) {
	int y = x + 1;
	return compute(y);
}
`

// source is a file with a function in its middle.
func source() string {
	return lineText("head", 12) + functionText + lineText("tail", 12)
}

// TestDriftCauses has one commit of each kind, after one that changes nothing of note.
func TestDriftCauses(t *testing.T) {
	t.Parallel()
	mine := swapText("src/f.c", "return compute(y);", "return compute(y + 2);")
	const title = "do it (#12)"
	for name, c := range map[string]struct {
		patch func(map[string]string) // mine if nil
		edit  func(map[string]string)
		fate  Fate
		did   Cause
		path  string
		lost  int
		say   string
	}{
		"renamed": {edit: func(f map[string]string) {
			f["src/g.c"] = strings.Replace(f["src/f.c"], "head line 1\n", "head\n", 1)
			delete(f, "src/f.c")
		}, fate: Breaks, did: RenamedFile, path: "src/g.c", say: "file renamed to src/g.c"},
		"deleted": {edit: func(f map[string]string) { delete(f, "src/f.c") }, fate: Breaks, did: DeletedFile, say: "file deleted"},
		"split away": {edit: func(f map[string]string) {
			delete(f, "src/f.c")
			f["src/parts/helper.c"] = lineText("new", 60) + functionText
		}, fate: Breaks, did: DeletedFile, path: "src/parts/helper.c", say: "its lines went to src/parts/helper.c"},
		"moved": {edit: func(f map[string]string) {
			f["src/f.c"] = strings.Replace(f["src/f.c"], functionText, "", 1)
			f["src/other.c"] += "\n" + strings.Replace(functionText, "helper", "helper2", 1)
		}, fate: Breaks, did: MovedLines, path: "src/other.c", say: "its lines went to src/other.c"},
		"moved within": {edit: func(f map[string]string) {
			f["src/f.c"] = strings.Replace(f["src/f.c"], functionText, "", 1) + "\n" + strings.Replace(functionText, "helper", "helper2", 1)
		}, fate: Breaks, did: MovedLines, path: "src/f.c", say: "its lines went to src/f.c"},
		"context":  {edit: swapText("src/f.c", "int y = x + 1", "long y = x + 1"), fate: Breaks, did: ChangedContext, path: "src/f.c", lost: 1, say: "changed the lines around it"},
		"inserted": {edit: swapText("src/f.c", "	return", "	log(x);\n	return"), fate: Breaks, did: ChangedContext, path: "src/f.c", say: "changed the lines around it"},
		"lines":    {edit: swapText("src/f.c", "compute(y)", "compute(y, 0)"), fate: Breaks, did: ChangedLines, path: "src/f.c", lost: 1, say: "changed the lines that it replaces"},
		"landed":   {edit: mine, fate: HasLanded, did: LandedChange, say: "landed in"},
		"type": {edit: func(f map[string]string) { f["src/f.c"] = "link:other.c" }, fate: Breaks, did: ChangedType,
			say: "another type"},
		"created": {patch: func(f map[string]string) { f["src/new.c"] = "mine\n" }, edit: func(f map[string]string) { f["src/new.c"] = "theirs\n" },
			fate: Breaks, did: CreatedFile, path: "src/new.c", say: "src/new.c came to be"},
		"created alike": {patch: func(f map[string]string) { f["src/new.c"] = "mine\n" }, edit: func(f map[string]string) { f["src/new.c"] = "mine\n" },
			fate: HasLanded, did: LandedChange, say: "landed in"},
		"target taken": {patch: func(f map[string]string) { f["src/h.c"] = f["src/f.c"]; delete(f, "src/f.c") }, edit: func(f map[string]string) { f["src/h.c"] = "theirs\n" },
			fate: Breaks, did: CreatedFile, path: "src/h.c", say: "src/h.c came to be"},
		"offset": {edit: swapText("src/f.c", "head line 2\n", "head line 2\nmore\n"), fate: Applies, say: "applies at the newest commit"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := newHistoryRepo(t)
			base := u.commit("base", map[string]string{"src/f.c": source(), "src/other.c": lineText("other", 30), "readme": "read\n"})
			line := u.chain(base, []string{"noise", title, "more noise"}, func(f map[string]string) { f["readme"] = "me\n" }, c.edit, func(f map[string]string) { f["readme"] = "you\n" })
			patch := c.patch
			if patch == nil {
				patch = mine
			}
			text := u.diff(base, patch, "-M")
			r, err := Drift(context.Background(), u.store, base, line[3], []Input{{Name: "mine.patch", Content: []byte(text)}})
			if err != nil {
				t.Fatal(err)
			}
			p := &r.Patches[0]
			h := &p.Hunks[0]
			if p.Fate != c.fate || h.Fate != c.fate || len(p.Hunks) != 1 {
				t.Fatalf("fate is %s of %d hunks, %s", p.Fate, len(p.Hunks), r.Text())
			}
			if !strings.Contains(r.Text(), c.say) {
				t.Errorf("it says\n%s", r.Text())
			}
			if applies := u.applies(line[3], text); applies != (c.fate == Applies) {
				t.Fatalf("git says it applies: %v", applies)
			}
			if c.fate == Applies {
				if h.Break != nil || p.BreaksAt != nil || r.Clean.ID != line[3].String() || r.Newest.ID != line[3].String() {
					t.Errorf("%+v", p)
				}
				return
			}
			b := h.Break
			if c.did == MovedLines {
				c.lost = 4 // the function as it stands in the hunk
			}
			if b == nil || b.Did != c.did || b.Path != c.path || len(b.Lost) != c.lost || b.Commit.ID != line[2].String() || b.Commit.PR != 12 || b.Commit.Title != title {
				t.Errorf("the break is %+v", b)
			}
			if (h.Landed != nil) != (c.fate == HasLanded) {
				t.Errorf("landed is %v", h.Landed)
			}
			if h.AppliesAt.ID != line[1].String() || p.AppliesAt.ID != line[1].String() || p.BreaksAt.ID != line[2].String() || r.Clean.ID != line[1].String() {
				t.Errorf("applies at %v", h.AppliesAt)
			}
			for _, lost := range b.Lost {
				if line := strings.Split(text, "\n")[lost-1]; c.did != MovedLines && !strings.Contains(line, "int y") && !strings.Contains(line, "compute(y)") {
					t.Errorf("line %d is said to be lost: %q", lost, line)
				}
			}
		})
	}
}
