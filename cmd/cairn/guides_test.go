package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGuides runs every command of docs/guides, of the README and of the first five minutes as a person
// would type it, and finds the output that the page shows in the output there is.
//
// A session is an indented block with lines that begin in "$ ". What else stands in it
// is output: each line must occur, in order, but for numbers, ids and the width of gaps;
// "…" stands for any lines. A comment <!-- needs: compilers --> before a block skips the
// rest of the page where they are missing, <!-- not run: reason --> skips that block. A
// registry and a cluster that a page needs are given to it (guides_needs_test.go).
// The sessions of a page share one folder, which at first holds nothing.
func TestGuides(t *testing.T) {
	pages, err := filepath.Glob("../../docs/guides/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no guides: %v", err)
	}
	for _, page := range append(pages, "../../README.md", "../../docs/first-five-minutes.md") {
		t.Run(strings.TrimSuffix(filepath.Base(page), ".md"), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			runGuide(t, string(text))
		})
	}
}

func runGuide(t *testing.T, text string) {
	home := t.TempDir()
	t.Cleanup(func() { removeStore(home) })
	definitions, err := filepath.Abs("../../stacks/definitions")
	if err != nil {
		t.Fatal(err)
	}
	work := filepath.Join(home, "work")
	// The README's sessions begin in a clone.
	if err := os.CopyFS(filepath.Join(work, "stacks", "definitions"), os.DirFS(definitions)); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(work, "lockfiles"), os.DirFS("../../lockfiles")); err != nil {
		t.Fatal(err)
	}
	shell := guideShell{home: home, dir: work}
	for _, session := range guideSessions(text) {
		for _, need := range strings.Fields(session.needs) {
			if !shell.has(t, need) {
				t.Skipf("the rest of the page needs %s", need)
			}
		}
		if session.skip != "" {
			t.Logf("line %d is not run: %s", session.line, session.skip)
			continue
		}
		for _, step := range session.steps {
			output, err := shell.run(step.command)
			missing := missingLine(step.output, output)
			if missing != "" {
				t.Fatalf("line %d: %s\n(%v) does not print %q but\n%s", step.line, step.command, err, missing, output)
			}
			// A command that fails says so; a page that shows no fault shows one that works.
			if fails := strings.Contains(strings.Join(step.output, "\n"), "cairn: error:"); fails != (err != nil) && !strings.Contains(step.command, "|") {
				t.Fatalf("line %d: %s: %v\n%s", step.line, step.command, err, output)
			}
		}
	}
}

// guideShell runs commands one after the other; cd lasts.
type guideShell struct {
	home, dir string
	path      string // before the rest of PATH
	registry  string // what stands for the page's ghcr.io, if it needs one
	cluster   string // the folder of a cluster that is played
}

func (g *guideShell) run(command string) (string, error) {
	command = strings.ReplaceAll(command, "go run ./cmd/cairn", "cairn")
	if g.registry != "" {
		command = strings.ReplaceAll(command, pageRegistry, g.registry)
	}
	c := exec.Command("sh", "-c", command+"\nstatus=$?\npwd >\"$HOME/pwd\"\nexit $status")
	c.Dir = g.dir
	c.Env = []string{"HOME=" + g.home, "XDG_CACHE_HOME=" + filepath.Join(g.home, ".cache"), "PATH=" + g.path + os.Getenv("PATH"),
		"CLUSTER=" + g.cluster, "NO_COLOR=1", "TMPDIR=" + os.Getenv("TMPDIR"),
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org"}
	output, err := c.CombinedOutput()
	if dir, failed := os.ReadFile(filepath.Join(g.home, "pwd")); failed == nil {
		g.dir = strings.TrimSpace(string(dir))
	}
	text := string(output)
	if g.registry != "" {
		text = strings.ReplaceAll(text, g.registry, pageRegistry)
	}
	return text, err
}

type guideSession struct {
	line        int
	needs, skip string
	steps       []guideStep
}

type guideStep struct {
	line    int
	command string
	output  []string
}

var guideComment = regexp.MustCompile(`^<!-- (needs|not run): (.*) -->$`)

// guideSessions finds the sessions of a page.
func guideSessions(text string) []guideSession {
	var sessions []guideSession
	var next guideSession
	var current *guideSession
	for i, line := range strings.Split(text, "\n") {
		body, indented := strings.CutPrefix(line, "    ")
		switch comment := guideComment.FindStringSubmatch(line); {
		case comment != nil && comment[1] == "needs":
			next.needs = comment[2]
		case comment != nil:
			next.skip = comment[2]
		case indented && strings.HasPrefix(body, "$ "):
			if current == nil {
				next.line = i + 1
				sessions = append(sessions, next)
				current, next = &sessions[len(sessions)-1], guideSession{}
			}
			current.steps = append(current.steps, guideStep{line: i + 1, command: body[2:]})
		case indented && current != nil:
			step := &current.steps[len(current.steps)-1]
			if strings.HasSuffix(step.command, "\\") && len(step.output) == 0 {
				step.command = strings.TrimSuffix(step.command, "\\") + strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(body), "> "))
			} else {
				step.output = append(step.output, body)
			}
		case strings.TrimSpace(line) != "":
			current = nil
		}
	}
	return sessions
}

// missingLine is the first line that output does not have, "" for none.
func missingLine(want []string, output string) string {
	var got []string
	for line := range strings.Lines(output) {
		got = append(got, loosely(line))
	}
	for _, line := range want {
		if line = strings.TrimSpace(line); line == "" || line == "…" {
			continue
		}
		found := false
		for i := range got {
			if sameLine(loosely(line), got[i]) {
				got, found = got[i+1:], true
				break
			}
		}
		if !found {
			return line
		}
	}
	return ""
}

// sameLine compares; a line of a page that ends in "…" is the beginning of one.
func sameLine(want, got string) bool {
	if start, cut := strings.CutSuffix(want, "…"); cut {
		return strings.HasPrefix(got, start)
	}
	return got == want
}

var (
	guideNumbers = regexp.MustCompile(`sha256:[0-9a-f]+|\b[0-9a-f]{7,64}\b|[0-9]+([.,:T-][0-9]+)*`)
	guideGaps    = regexp.MustCompile(`[ \t]+`)
)

// loosely is a line without what differs from run to run.
func loosely(line string) string {
	return guideGaps.ReplaceAllString(guideNumbers.ReplaceAllString(strings.TrimSpace(line), "#"), " ")
}

func TestGuideSessions(t *testing.T) {
	t.Parallel()
	got := guideSessions("text\n\n    not a session\n\n<!-- needs: git -->\n    $ one \\\n    >   more\n    answer 12 s\n    $ two\n\ntext\n\n<!-- not run: no registry -->\n    $ three\n")
	want := "[{6 git  [{6 one more [answer 12 s]} {9 two []}]} {14  no registry [{14 three []}]}]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
	if missing := missingLine([]string{"answer 3 s", "…", "id 0123abcd"}, "x\nanswer   12.5 s\ny\nid 9f8e7d6c5b\n"); missing != "" {
		t.Errorf("%q is missing", missing)
	}
	if missing := missingLine([]string{"b", "a"}, "a\nb\n"); missing != "a" {
		t.Errorf("got %q missing, want a: the order counts", missing)
	}
}
