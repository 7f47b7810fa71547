package sources

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing/filemode"
)

// authorLine is what git takes as a name and a mail without changing either
// (git's ident.c, strbuf_addstr_without_crud).
var authorLine = regexp.MustCompile(`^[^<>\s](?:[^<>\n]*[^<>\s])? <[^<>\s]+>$`)

func parseCommitFile(text []byte) (*commitFile, error) {
	head, message, found := bytes.Cut(text, []byte("\n\n"))
	if !found || len(bytes.TrimSpace(message)) == 0 {
		return nil, errors.New("COMMIT has no message after an empty line")
	}
	if message[len(message)-1] != '\n' || message[0] == '\n' {
		return nil, errors.New("COMMIT: the message must begin after one empty line and end with a line break")
	}
	author, rest, _ := strings.Cut(string(head), "\n")
	c := &commitFile{author: author, message: message}
	if !authorLine.MatchString(author) {
		return nil, fmt.Errorf("COMMIT:1: %q is not an author: want Name <mail>", author)
	}
	for i, line := range strings.Split(rest, "\n") {
		if err := c.parseLine(line); err != nil {
			return nil, fmt.Errorf("COMMIT:%d: %w", i+2, err)
		}
	}
	return c, nil
}

func (c *commitFile) parseLine(line string) error {
	key, value, _ := strings.Cut(line, ": ")
	if first := c.date.IsZero(); first != (key == "date") {
		return fmt.Errorf("%q: the second line, and no other, is the date", line)
	}
	var err error
	switch key {
	case "date":
		c.date, err = time.Parse(time.RFC3339, value)
		if err == nil && c.date.Nanosecond() != 0 {
			err = fmt.Errorf("%q: git keeps whole seconds", value)
		}
	case "delete":
		c.deletes = append(c.deletes, value)
		if !safePath(value) {
			err = fmt.Errorf("%q is not a path in the tree", value)
		}
	case "mode":
		err = c.parseMode(value)
	default:
		err = fmt.Errorf("%q: want delete: PATH or mode: MODE PATH", line)
	}
	return err
}

func (c *commitFile) parseMode(value string) error {
	text, file, _ := strings.Cut(value, " ")
	mode, ok := map[string]filemode.FileMode{
		"100644": filemode.Regular,
		"100755": filemode.Executable,
		"120000": filemode.Symlink,
	}[text]
	if !ok {
		return fmt.Errorf("mode %q: want 100644, 100755 or 120000", text)
	}
	if !safePath(file) {
		return fmt.Errorf("%q is not a path in the tree", file)
	}
	c.modes = append(c.modes, modeLine{mode, file})
	return nil
}

// safePath reports whether name is a slash-separated path that stays in its tree.
func safePath(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if !safeName(part) {
			return false
		}
	}
	return true
}

// safeName refuses what git refuses as a name in a tree (git's read-cache.c,
// verify_path): names that would lead out of it or into a repository's own folder,
// in any case, because file systems fold it.
func safeName(name string) bool {
	switch {
	case name == "", name == ".", name == "..", strings.EqualFold(name, ".git"):
		return false
	}
	return !strings.ContainsAny(name, "/\x00")
}
