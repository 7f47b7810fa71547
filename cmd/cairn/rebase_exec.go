package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"cairn/patches"
	"cairn/sources"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/spf13/cobra"
)

// execHelp is what --help of both rebases says about --exec.
const execHelp = `

--exec CMD runs "sh -c CMD" after each patch of the new series, in a temporary folder
that holds the tree after that patch, with the patch's name in CAIRN_PATCH and the
tree's id in CAIRN_TREE. It runs on this machine as you, not in the sandbox. A status
other than 0 stops the rebase at that patch before anything is written: the files that
the patch changes are put into a folder to be mended, and --continue makes what stands
there part of the patch. Submodules are empty folders. Give it again with --continue.`

// execCheck is a person's own check of every patch of a new series.
type execCheck struct {
	command string
	exclude []string // globs of files that the tree lacks
}

func (e *execCheck) flags(c *cobra.Command) {
	c.Flags().StringVar(&e.command, "exec", "", "run `CMD` on the tree after each patch: on the host, not in the sandbox")
	c.Long += execHelp
}

// excludeFlag is for repositories that no definition says anything about.
func (e *execCheck) excludeFlag(c *cobra.Command) {
	c.Flags().StringArrayVar(&e.exclude, "exec-exclude", nil, "leave files that match `GLOB` (** is any folders) out of the tree for --exec: a partial clone may lack them; may be repeated")
}

// again is the flag as a person types it once more; "" without a command.
func (e *execCheck) again() string {
	if e.command == "" {
		return ""
	}
	return " --exec " + shellWord(e.command) + e.excluded()
}

func (e *execCheck) excluded() string {
	flags := ""
	for _, glob := range e.exclude {
		flags += " --exec-exclude " + shellWord(glob)
	}
	return flags
}

// lacking are globs for all files that a tree names and the repository lacks: one for
// each kind of file of a folder.
func (e *execCheck) lacking(tree sources.Tree) ([]string, error) {
	root, err := object.GetTree(tree.Objects, tree.ID)
	if err != nil {
		return nil, err
	}
	globs := map[string]bool{}
	walker := object.NewTreeWalker(root, true, nil)
	defer walker.Close()
	for {
		name, entry, err := walker.Next()
		if errors.Is(err, io.EOF) {
			return sortedKeys(globs), nil
		}
		if err != nil {
			return nil, err
		}
		if !entry.Mode.IsFile() || tree.Objects.HasEncodedObject(entry.Hash) == nil {
			continue
		}
		if ext := path.Ext(name); ext != "" {
			name = path.Join(path.Dir(name), "*"+ext)
		}
		globs[name] = true
	}
}

// run runs the command for each patch of the series, in order; the first status other
// than 0 ends it, with a stop at that patch. Labels may rename the files.
func (e *execCheck) run(ctx context.Context, s *session, objects storer.EncodedObjectStorer, work *patches.RebaseSession, labels map[string]string, again string) error {
	if e.command == "" {
		return nil
	}
	for i, patch := range work.State().Rebased.Patches {
		if patch.Tree == "" {
			continue
		}
		name := patch.File
		if labels[name] != "" {
			name = labels[name]
		}
		start := time.Now()
		output, err := e.one(ctx, sources.Tree{Objects: objects, ID: plumbing.NewHash(patch.Tree)}, name)
		var exit *exec.ExitError
		if ctx.Err() == nil && errors.As(err, &exit) {
			fmt.Fprint(s.stderr, tailOf(output, execTailLines))
			if err := work.Amend(i); err != nil {
				return err
			}
			return &statusError{status: exitPatch, err: fmt.Errorf("%s: --exec %s ended with %s; nothing was written; the files that the patch changes are in %s", name, quotedCommand(e.command), exit, work.State().Dir),
				hint: fmt.Sprintf("mend them there (another file of the tree that you put there is changed by the patch, too) and run %q, or give the rebase up with --abort", again)}
		}
		var missing *sources.MissingBlobError
		if errors.As(err, &missing) && labels == nil {
			lacks := fmt.Errorf("%s: --exec: %s is not in the repository (blob %s)", name, missing.Path, missing.ID)
			globs, err := e.lacking(sources.Tree{Objects: objects, ID: plumbing.NewHash(patch.Tree)})
			if err != nil {
				return err
			}
			return hinted(lacks, "a partial clone? leave what it lacks out of the tree with %s", strings.TrimSpace((&execCheck{exclude: globs}).excluded()))
		}
		if err != nil {
			return fmt.Errorf("%s: --exec: %w", name, interrupted(ctx, err))
		}
		s.stage("exec", name+" passed", time.Since(start))
	}
	return nil
}

// execTailLines are enough for a compiler's first errors or a test's last words.
const execTailLines = 30

// one runs the command on one tree, and returns what it printed.
func (e *execCheck) one(ctx context.Context, tree sources.Tree, name string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "cairn-exec-*")
	if err != nil {
		return nil, err
	}
	defer removeAnyway(dir)
	top := filepath.Join(dir, "tree")
	if err := sources.ExportTree(ctx, tree, top, sources.ExportOptions{Exclude: e.exclude}); err != nil {
		return nil, err
	}
	var output bytes.Buffer
	c := exec.CommandContext(ctx, "sh", "-c", e.command)
	c.Dir, c.Stdout, c.Stderr = top, &output, &output
	c.Env = append(os.Environ(), "CAIRN_PATCH="+name, "CAIRN_TREE="+tree.ID.String())
	// A compiler's children end with it.
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGTERM) }
	c.WaitDelay = 5 * time.Second
	err = c.Run()
	return output.Bytes(), err
}

// removeAnyway removes a temporary folder in which a command may have taken rights away.
func removeAnyway(dir string) {
	_ = filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			_ = os.Chmod(path, 0o755)
		}
		return nil
	})
	_ = os.RemoveAll(dir)
}

// tailOf is the last lines of a text, each ended.
func tailOf(text []byte, lines int) string {
	all := strings.SplitAfter(strings.TrimRight(string(text), "\n")+"\n", "\n")
	all = all[:len(all)-1]
	if len(all) > lines {
		all = append([]string{fmt.Sprintf("(%d lines before)\n", len(all)-lines)}, all[len(all)-lines:]...)
	}
	return strings.TrimLeft(strings.Join(all, ""), "\n")
}
