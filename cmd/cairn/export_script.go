package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cairn/digest"
	"cairn/lockfiles"
	"cairn/stacks"
)

// script writes the whole script. It is POSIX sh: what runs it is whatever a machine
// without cairn has.
func (w *workshop) script(ctx context.Context) ([]byte, error) {
	x := &shellScript{}
	x.printf(scriptHead, w.stack.Ref(), w.lock.Digest(), version)
	x.tools(w.stack)
	for _, unknown := range w.stack.Unknown {
		x.comment("Unknown: " + unknown.What + ": " + unknown.Reason)
	}
	for _, component := range w.stack.Components {
		entry, ok := w.view.Component(component.Name)
		if !ok {
			return nil, fmt.Errorf("the lock has no component %q", component.Name)
		}
		x.printf("\nstep %s\n", shellWord("source of "+component.Name))
		x.printf("src=$work/src/%s\n", component.Name)
		if err := w.scriptSource(ctx, x, component, entry); err != nil {
			return nil, err
		}
		if err := w.scriptPatches(ctx, x, component, entry); err != nil {
			return nil, err
		}
		x.printf("git_src checkout-index -a -f\n")
		for _, glob := range component.Source.Exclude {
			x.printf("git_src ls-files -z -- %s | (cd \"$src\" && xargs -0 rm -f --)\n", shellWord(":(glob)"+glob))
		}
	}
	x.python(w.stack)
	if err := x.builds(w.stack); err != nil {
		return nil, err
	}
	x.finish(w.stack)
	return x.out.Bytes(), nil
}

const scriptHead = `#!/bin/sh
# Builds %[1]s by hand, as its lock says: %[2]s
# Written by "cairn export %[1]s --script" (cairn %[3]s). Usage: sh SCRIPT [FOLDER]
#
# Sources come from their public places by git: where those are mirrored, set
# url.<base>.insteadOf in git's configuration. Everything is held against the ids and
# digests below; the first that differs ends the script.
set -eu
LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH=315532800
export LC_ALL TZ SOURCE_DATE_EPOCH
work=${1:-./work}
mkdir -p "$work" && work=$(cd "$work" && pwd)
stack=$work/stack
mkdir -p "$work/src" "$work/build" "$work/patches" "$work/deps" "$stack"

step() { printf '== %%s\n' "$*"; }
fail() { printf 'error: %%s\n' "$*" >&2; exit 1; }
need() { for program do command -v "$program" >/dev/null || fail "$program is needed and not installed"; done; }
same() { [ "$2" = "$3" ] || fail "$1 is $2, wanted $3"; printf '   %%s %%s\n' "$1" "$3"; }
sha256() { sha256sum "$1" | cut -d' ' -f1; }
# Settings that a person may have and that would change what git does.
git_src() { git -C "$src" -c core.autocrlf=false -c core.whitespace=default -c apply.whitespace=warn -c apply.ignoreWhitespace=no -c core.fileMode=true "$@"; }
# repository FOLDER URL COMMIT: that one commit, in a repository of its own.
repository() {
	[ -d "$1/.git" ] || git init -q "$1"
	git -C "$1" cat-file -e "$3^{commit}" 2>/dev/null || git -C "$1" fetch -q --depth 1 "$2" "$3"
}
# tree WHAT WANTED: the tree of what the index of $src holds.
tree() { same "$1" "$(git_src write-tree)" "$2"; }
# tokens FILE: the sha256 of the token ids in an engine's JSON, joined with commas.
tokens() { tr -d ' \n' <"$1" | sed 's/.*"tokens":\[\([^]]*\)\].*/\1/' | tr -d '\n' | sha256sum | cut -d' ' -f1; }
`

// shellScript collects the text of a script.
type shellScript struct{ out bytes.Buffer }

func (x *shellScript) printf(format string, args ...any) { fmt.Fprintf(&x.out, format, args...) }

// comment writes text as comment lines.
func (x *shellScript) comment(text string) {
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		x.printf("# %s\n", line)
	}
}

// file writes a command that makes a file of exactly these bytes: readable where it
// is text, else as base64.
func (x *shellScript) file(name string, content []byte) {
	mark := "END_" + digest.Of(content).Hex()[:12]
	if bytes.HasSuffix(content, []byte("\n")) && !bytes.Contains(content, []byte{0}) {
		x.printf("cat >%s <<'%s'\n%s%s\n", name, mark, content, mark)
		return
	}
	x.printf("base64 -d >%s <<'%s'\n", name, mark)
	text := base64.StdEncoding.EncodeToString(content)
	for line := range slices.Chunk([]byte(text), 76) {
		x.printf("%s\n", line)
	}
	x.printf("%s\n", mark)
}

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_/=+.,:@%^-]+$`)

// shellWord makes text one word of a shell.
func shellWord(text string) string {
	if plainWord.MatchString(text) {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

// sandboxPaths are the folders that builds know by fixed names.
var sandboxPaths = regexp.MustCompile(`(^|[=:;])/(out|deps|sources|build/source)(/|$)`)

// buildWord is shellWord of an argument or value of a build, with the sandbox's
// folders where the script has them.
func buildWord(text string) string {
	if !sandboxPaths.MatchString(text) {
		return shellWord(text)
	}
	text = sandboxPaths.ReplaceAllStringFunc(text, func(match string) string {
		parts := sandboxPaths.FindStringSubmatch(match)
		folder := map[string]string{"out": `"$out"`, "deps": `"$work/deps"`, "sources": `"$work/src"`, "build/source": `"$src"`}[parts[2]]
		return parts[1] + "\x00" + folder + "\x01" + parts[3]
	})
	var b strings.Builder
	for _, piece := range strings.SplitAfter(text, "\x01") {
		plain, variable, _ := strings.Cut(strings.TrimSuffix(piece, "\x01"), "\x00")
		if plain != "" {
			b.WriteString(shellWord(plain))
		}
		b.WriteString(variable)
	}
	return b.String()
}

func (x *shellScript) argv(words []string) string {
	var parts []string
	for _, word := range words {
		parts = append(parts, buildWord(word))
	}
	return strings.Join(parts, " ")
}

// tools checks what the machine must have, before anything is fetched.
func (x *shellScript) tools(stack *stacks.Stack) {
	programs := []string{"git", "sha256sum", "base64", "sed", "xargs"}
	var wanted []string
	for _, component := range stack.Components {
		for _, build := range component.Builds {
			if build.Kind == stacks.CMakeBuild {
				programs = append(programs, "cmake")
			}
			for _, name := range []string{"CMAKE_C_COMPILER", "CMAKE_CXX_COMPILER"} {
				if program := build.Options[name]; program != "" {
					programs = append(programs, program)
				}
			}
			if t := build.Toolchain; t != nil {
				programs = append(programs, t.Programs...)
				wanted = append(wanted, t.Packages...)
			}
		}
	}
	if stack.Python != nil {
		programs = append(programs, "uv")
	}
	slices.Sort(programs)
	slices.Sort(wanted)
	if wanted = slices.Compact(wanted); len(wanted) > 0 {
		x.comment("The lock builds with these packages, and all that they need: " + strings.Join(wanted, " "))
	}
	if slices.ContainsFunc(wanted, func(name string) bool { return strings.HasPrefix(name, "intel-oneapi-") }) {
		x.comment("Of oneAPI, enter the compiler's own env/vars.sh of that train before; never the umbrella setvars.sh.")
	}
	x.printf("need %s\n", strings.Join(slices.Compact(programs), " "))
}

// scriptSource writes how a component's commit is brought and proved.
func (w *workshop) scriptSource(ctx context.Context, x *shellScript, component *stacks.Component, entry *lockfiles.Component) error {
	commit := entry.Source.Commit
	if entry.Pin.Embedded != "" {
		stream, err := w.fastImport(ctx, entry.Pin)
		if err != nil {
			return err
		}
		x.printf("git init -q \"$src\"\n")
		x.file(`"$work/history"`, stream)
		x.printf("git -C \"$src\" fast-import --quiet --force <\"$work/history\"\n")
	} else {
		x.printf("repository \"$src\" %s %s\n", shellWord(entry.Pin.Git), commit)
	}
	x.printf("git_src read-tree %s\n", commit)
	x.printf("tree %s %s\n", shellWord("tree of "+component.Name), entry.Source.Tree)
	for _, sub := range entry.Source.Submodules {
		x.printf("repository \"$src\"/%s %s %s\n", shellWord(sub.Path), shellWord(sub.URL), sub.Commit)
		x.printf("same %s \"$(git -C \"$src\"/%s rev-parse %s^{tree})\" %s\n", shellWord("tree of "+sub.Path), shellWord(sub.Path), sub.Commit, sub.Tree)
		x.printf("git -C \"$src\"/%s checkout -q -f %s\n", shellWord(sub.Path), sub.Commit)
	}
	return nil
}
