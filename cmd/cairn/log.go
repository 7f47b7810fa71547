package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cairn/builder"
	"cairn/builder/store"

	"github.com/spf13/cobra"
)

func newLogCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "log STACK [BUILD]",
		GroupID: groupStack,
		Short:   "Print the log of a stack's last build",
		Example: "  cairn log ember",
		Args:    cobra.MatchAll(atLeast("a stack"), atMost(2)),
		RunE:    func(c *cobra.Command, args []string) error { return runLog(c.Context(), s, args[0], args[1:]) },
	}
}

func runLog(ctx context.Context, s *session, ref string, builds []string) error {
	w, err := s.openLocked(ref)
	if err != nil {
		return err
	}
	defer w.close()
	actions, err := w.builds()
	if err != nil {
		return err
	}
	if len(builds) > 0 {
		if actions, err = onlyBuild(actions, ref, builds[0]); err != nil {
			return err
		}
	}
	logs := []buildLog{}
	for _, action := range actions {
		if err := ctx.Err(); err != nil {
			return err
		}
		path, err := newestLog(w.store, action.Name)
		if err != nil {
			return err
		}
		if path == "" {
			continue
		}
		var text strings.Builder
		var to io.Writer = s.stdout
		if s.json {
			to = &text
		}
		if err := copyFile(to, path); err != nil {
			return err
		}
		logs = append(logs, buildLog{Build: action.Build, Path: path, Text: text.String()})
	}
	if len(logs) == 0 {
		return hinted(fmt.Errorf("%s was never built here", ref), "run %q", s.command("build", ref))
	}
	if s.json {
		return s.printJSON(logs)
	}
	return nil
}

// buildLog is one build's of "cairn log --json".
type buildLog struct {
	Build string `json:"build"`
	Path  string `json:"path"`
	Text  string `json:"text"`
}

// onlyBuild is the one of that name.
func onlyBuild(actions []*builder.Action, ref, name string) ([]*builder.Action, error) {
	var have []string
	for _, action := range actions {
		if action.Build == name {
			return []*builder.Action{action}, nil
		}
		have = append(have, action.Build)
	}
	return nil, usageError{message: fmt.Sprintf("%s has no build %q", ref, name), hint: "its builds are: " + cmp.Or(strings.Join(have, ", "), "none")}
}

// newestLog finds the log of an action's last run, failed or not; empty if it
// never ran here.
func newestLog(st *store.Store, action string) (string, error) {
	found, err := matching(filepath.Join(st.Dir(), "logs"), escapeGlob(url.PathEscape(action))+"-????????????.log") // the key's first digits
	if err != nil {
		return "", fmt.Errorf("find logs: %w", err)
	}
	newest, at := "", time.Time{}
	for _, path := range found {
		if info, err := os.Stat(path); err == nil && info.ModTime().After(at) {
			newest, at = path, info.ModTime()
		}
	}
	return newest, nil
}

// matching are the paths of the files of a folder whose names match, in their order;
// none where there is no such folder. The folder's own name is no pattern.
func matching(dir, pattern string) ([]string, error) {
	names, err := fs.Glob(os.DirFS(dir), pattern)
	for i, name := range names {
		names[i] = filepath.Join(dir, name)
	}
	return names, err
}

// escapeGlob keeps path.Match from reading a name as a pattern.
func escapeGlob(name string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(name)
}

func copyFile(w io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read log: %w", err)
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
