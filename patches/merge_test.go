package patches

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// differentialCases is how many random cases a differential test runs: CAIRN_DIFFERENTIAL, or few.
func differentialCases(t *testing.T, few int) int {
	t.Helper()
	if s := os.Getenv("CAIRN_DIFFERENTIAL"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return few
}

// randomLines makes a text with few different lines, so that they repeat.
func randomLines(r *rand.Rand, count, kinds int) [][]byte {
	lines := make([][]byte, count)
	for i := range lines {
		lines[i] = randomLine(r, kinds)
	}
	return lines
}

func randomLine(r *rand.Rand, kinds int) []byte {
	switch k := r.IntN(kinds); {
	case k == 0:
		return []byte("\n")
	case k == 1:
		return []byte("}\n")
	case k == 2:
		return []byte("\t{\n")
	default:
		return []byte(fmt.Sprintf("%*sline %d\n", r.IntN(3)*4, "", k))
	}
}

// editedLines makes some edits in a text: lines that go, come, change, are moved.
func editedLines(r *rand.Rand, lines [][]byte, kinds int) [][]byte {
	out := append([][]byte(nil), lines...)
	for range r.IntN(6) {
		at := r.IntN(len(out) + 1)
		count := min(r.IntN(4), len(out)-at)
		fresh := randomLines(r, r.IntN(4), kinds)
		if r.IntN(4) == 0 && len(out) > 0 {
			from := r.IntN(len(out))
			fresh = append(fresh, out[from:min(len(out), from+r.IntN(5))]...)
		}
		out = append(append(append([][]byte(nil), out[:at]...), fresh...), out[at+count:]...)
	}
	return out
}

// joinLines is the text, now and then without its last newline or with Windows' line ends.
func joinLines(r *rand.Rand, lines [][]byte, returns bool) []byte {
	text := bytes.Join(lines, nil)
	if returns {
		text = bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
	}
	if r.IntN(8) == 0 {
		text = bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("\r"))
	}
	return text
}

// TestMergeAgainstGit holds MergeFiles with Myers' algorithm against git merge-file, in
// every style.
func TestMergeAgainstGit(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git to compare with")
	}
	dir := t.TempDir()
	cases := differentialCases(t, 300)
	clean := 0
	for seed := range cases {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		kinds := 4 + r.IntN(40)
		base := randomLines(r, r.IntN(60), kinds)
		returns := r.IntN(10) == 0
		texts := [][]byte{joinLines(r, editedLines(r, base, kinds), returns), joinLines(r, base, returns), joinLines(r, editedLines(r, base, kinds), returns && r.IntN(4) > 0)}
		names := []string{"ours", "base", "theirs"}
		for i, name := range names {
			if err := os.WriteFile(filepath.Join(dir, name), texts[i], 0o644); err != nil {
				t.Fatal(err)
			}
		}
		style := []ConflictStyle{StyleMerge, StyleDiff3, StyleZealousDiff3}[seed%3]
		args := []string{"merge-file", "-p", "-L", "ours", "-L", "base", "-L", "theirs"}
		if style != StyleMerge {
			args = append(args, "--"+string(style))
		}
		command := exec.Command("git", append(args, names...)...)
		command.Dir = dir
		want, err := command.Output()
		conflicts := 0
		if err != nil {
			conflicts = command.ProcessState.ExitCode()
		}
		got := MergeFiles(texts[1], texts[0], texts[2], MergeOptions{Style: style, Algorithm: Myers, JoinBlank: true, Ours: "ours", Base: "base", Theirs: "theirs"})
		if !bytes.Equal(got.Content, want) || len(got.Conflicts) != conflicts {
			t.Fatalf("seed %d, %s: %d conflicts, git has %d\nbase:\n%s\nours:\n%s\ntheirs:\n%s\ngot:\n%s\ngit:\n%s", seed, style, len(got.Conflicts), conflicts, texts[1], texts[0], texts[2], got.Content, want)
		}
		if conflicts == 0 {
			clean++
		}
		for i, c := range got.Conflicts {
			lines := contentLines(got.Content)[c.Line-1 : c.Line-1+c.Lines]
			if !bytes.HasPrefix(lines[0], []byte("<<<<<<<")) || !bytes.HasPrefix(lines[len(lines)-1], []byte(">>>>>>>")) {
				t.Fatalf("seed %d: conflict %d is not at line %d:\n%s", seed, i, c.Line, got.Content)
			}
		}
	}
	if clean < cases/10 || clean > cases-cases/10 {
		t.Errorf("%d of %d merges are clean: that is too much of one kind", clean, cases)
	}
}

func TestMergeOfBinaryFiles(t *testing.T) {
	t.Parallel()
	a, b, c := []byte("\x00a"), []byte("\x00b"), []byte("\x00c")
	if m := MergeFiles(a, b, c, MergeOptions{}); len(m.Conflicts) != 1 || !m.Binary || !bytes.Equal(m.Content, b) {
		t.Errorf("got %+v", m)
	}
	for _, x := range [][3][]byte{{a, b, a}, {a, a, b}, {a, b, b}} {
		if m := MergeFiles(x[0], x[1], x[2], MergeOptions{}); len(m.Conflicts) != 0 || !bytes.Equal(m.Content, b) {
			t.Errorf("%q: got %+v", x, m)
		}
	}
}
