package patches

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// damage does something to a patch that happens to patches, or nothing.
func (g gen) damage(patch []byte) []byte {
	if g.oneIn(2) {
		return patch
	}
	for range 1 + g.IntN(2) {
		patch = g.damageOnce(patch)
	}
	return patch
}

func (g gen) damageOnce(patch []byte) []byte {
	lines := bytes.SplitAfter(bytes.Clone(patch), []byte("\n"))
	at := g.IntN(len(lines))
	join := func() []byte { return bytes.Join(lines, nil) }
	switch g.IntN(19) {
	case 0:
		return g.whitespace(patch)
	case 1:
		lines = slices.Delete(lines, at, at+1)
	case 2:
		lines = slices.Insert(lines, at, bytes.Clone(lines[at]))
	case 3:
		lines = slices.Insert(lines, at, []byte(pick(g, []string{"+", "-", " ", "", "\\ "})+g.line()+"\n"))
	case 4:
		return bytes.TrimSuffix(patch, []byte("\n"))
	case 5:
		return patch[:g.IntN(len(patch)+1)]
	case 6, 7:
		return g.renumber(lines)
	case 8, 9:
		return g.traditional(lines)
	case 10:
		lines = slices.DeleteFunc(lines, func(l []byte) bool { return bytes.HasPrefix(l, []byte("\\ ")) })
	case 11:
		lines = slices.DeleteFunc(lines, func(l []byte) bool { return bytes.HasPrefix(l, []byte("index ")) })
	case 12:
		return append(bytes.Clone(patch), patch...)
	case 13:
		return append([]byte("Some words before.\n\n---\n x | 2 +-\n\n"), patch...)
	case 14:
		return append(bytes.Clone(patch), pick(g, []string{"-- \n2.39.5\n\n", "\n", "tail\n", " tail\n", "+tail\n", "-tail\n", "\n\n+x\n"})...)
	case 15:
		return bytes.ReplaceAll(patch, []byte("\n"), []byte("\r\n"))
	case 16:
		// A blank context line loses its blank, as mailers have it.
		for i, l := range lines {
			if string(l) == " \n" {
				lines[i] = []byte("\n")
			}
		}
	case 17:
		if line := lines[at]; len(line) > 1 {
			line[g.IntN(len(line)-1)] = pick(g, []byte("ab +-@ \t/0\\"))
		}
	case 18:
		a, b := pick(g, []string{"a/", "b/"}), pick(g, []string{"", "/abs/", "a/a/", "./", "../", "a//", "deep/er/"})
		return bytes.ReplaceAll(patch, []byte(" "+a), []byte(" "+b))
	}
	return join()
}

// renumber changes numbers in hunk headers.
func (g gen) renumber(lines [][]byte) []byte {
	for i, l := range lines {
		if !bytes.HasPrefix(l, []byte("@@ -")) || g.oneIn(2) {
			continue
		}
		var digits []int
		for j := 4; j < len(l) && l[j] != '@'; j++ {
			if l[j] >= '0' && l[j] <= '9' {
				digits = append(digits, j)
			}
		}
		if len(digits) > 0 {
			j := pick(g, digits)
			lines[i][j] = byte('0' + g.IntN(10))
			if g.oneIn(4) {
				lines[i] = slices.Delete(lines[i], j, j+1)
			}
		}
	}
	return bytes.Join(lines, nil)
}

// traditional makes what diff -u writes of a git diff.
func (g gen) traditional(lines [][]byte) []byte {
	stamp := pick(g, []string{"", "\t2026-05-05 10:11:12.000000000 +0200", "\t1970-01-01 01:00:00.000000000 +0100", "\tTue May  5 10:11:12 2026", ".orig", "\t"})
	index := g.oneIn(3)
	var b bytes.Buffer
	for _, l := range lines {
		s := string(l)
		switch {
		case strings.HasPrefix(s, "diff --git "):
			if index {
				b.WriteString("Index: x\n=====\n")
			}
		case strings.HasPrefix(s, "index "), strings.HasPrefix(s, "old mode"), strings.HasPrefix(s, "new mode"),
			strings.HasPrefix(s, "new file"), strings.HasPrefix(s, "deleted file"):
		case strings.HasPrefix(s, "--- "), strings.HasPrefix(s, "+++ "):
			b.WriteString(strings.TrimSuffix(s, "\n") + stamp + "\n")
		default:
			b.WriteString(s)
		}
	}
	return b.Bytes()
}

// arguments draws options of git apply and the same for this package.
func (g gen) arguments(diff []string) (args []string, opts Options) {
	add := func(format string, values ...any) { args = append(args, fmt.Sprintf(format, values...)) }
	if slices.Contains(diff, "-U0") && !g.oneIn(4) || g.oneIn(30) {
		add("--unidiff-zero")
		opts.UnidiffZero = true
	}
	strip := -1
	switch {
	case slices.Contains(diff, "--no-prefix") && !g.oneIn(5):
		strip = 0
	case len(diff) > 0 && strings.HasPrefix(diff[0], "--src-prefix") && !g.oneIn(5):
		strip = 2
	case g.oneIn(12):
		strip = g.IntN(4)
	}
	if strip >= 0 {
		add("-p%d", strip)
		opts.Strip = &strip
	}
	if g.oneIn(14) {
		opts.Directory = pick(g, []string{"src", "lib/deep/", "new", "a b"})
		add("--directory=%s", opts.Directory)
	}
	if g.oneIn(3) {
		opts.Whitespace = pick(g, []Whitespace{WhitespaceNowarn, WhitespaceWarn, WhitespaceFix, WhitespaceFix, WhitespaceError})
		add("--whitespace=%s", opts.Whitespace)
	}
	if g.oneIn(7) {
		add("--recount")
		opts.Recount = true
	}
	if g.oneIn(6) {
		n := g.IntN(4)
		add("-C%d", n)
		opts.Context = &n
	}
	if g.oneIn(7) {
		add("-R")
		opts.Reverse = true
	}
	if g.oneIn(8) {
		add("--ignore-whitespace")
		opts.IgnoreWhitespace = true
	}
	if g.oneIn(25) {
		add("--inaccurate-eof")
		opts.InaccurateEOF = true
	}
	for g.oneIn(10) {
		glob := Glob{pick(g, []string{"*", "src/*", "*.c", "a", "[ab]*", "lib/**", "main.py", "a b/*"}), g.oneIn(2)}
		if glob.Exclude {
			add("--exclude=%s", glob.Pattern)
		} else {
			add("--include=%s", glob.Pattern)
		}
		opts.Globs = append(opts.Globs, glob)
	}
	return args, opts
}
